import { hanjaReadings, pinyinReadings, simplified } from "./han-tables.js";
import { hangulSurnameLength, spellHangul, spellHangulSurname } from "./hangul.js";
import { spellKana } from "./kana.js";
import { combinations, listOf, MOST_SPELLINGS } from "./rules.js";

/** How one and the same name in Chinese characters is read: Korean, Mandarin, Cantonese, Japanese. */
export type HanLanguage = "ko" | "zh" | "yue" | "ja";

/** Cantonese readings as Hong Kong people spell them (the spelling of the Registration of Persons), usual one first. */
const cantonese =
	"chan陳 cheung張章 lee李 wong黃王 lau劉柳 leung梁 ng吳伍五 yeung楊 lam林 chow周 tsang曾 ho何 tang鄧騰 cheng鄭程 hui許 kwok郭 tsui徐 ma馬 lo羅盧 fung馮 " +
	"yip葉 so蘇 tam譚談 chu朱珠 lui呂雷 choi蔡 poon潘 tse謝 wu胡 sin冼單先 kwan關君鈞群軍 mak麥 mok莫 suen孫 shum沈岑 fong方芳 tong唐湯 siu蕭小少紹兆 yuen袁阮源遠 " +
	"yu余俞于如裕 hung洪熊雄鴻 kong江康剛港 lai黎賴麗禮 liu廖 law羅 luk陸 kan簡 ip葉 tsoi蔡 kam甘金錦 pang彭鵬 hau侯孝 ngai魏毅藝 tin田天 to杜陶道 " +
	"wan尹溫雲運韻 au區歐 yau丘邱游有友祐 fan范樊凡帆 hon韓漢翰 ha夏 leong梁良亮 sung宋崇 shek石 chiu趙超昭潮 lok駱洛樂 kwong鄺光廣 wai韋偉衛威慧惠維瑋 kei紀奇祺琪基 lung龍隆 " +
	"man文敏萬雯曼 mui梅 nip聶 or柯 pak白柏 pun潘 shiu邵 sheung尚 sze施詩思史斯 tai戴泰大 tsim詹 ting丁婷廷 tso曹 wat屈 woo胡 yam任 yim嚴炎 ying應英瑩穎 " +
	"chun俊駿進春臻 ming明銘鳴 wing永榮詠穎 kit傑潔 ka家嘉 yan欣恩仁人忻茵 hin軒顯獻憲 hei熙希晞禧喜羲 shing成城誠承勝盛 keung強 kin建健堅 kuen權娟 sau秀修壽守 mei美眉薇 ling玲凌齡靈寧 ngan顏銀 " +
	"yee儀怡宜綺以 yin燕賢妍嫣言然 yuk玉育煜沃 ying瑛盈影 ping平萍炳屏 shan山珊善 shuk淑叔 suk淑 po寶波保普 pui佩培沛貝 fai輝暉徽 fat發法 fuk福 fu富夫芙 foon歡 kay基 chi志智子之芝知治 chung忠中松聰宗鍾仲 " +
	"cheuk卓焯綽灼 ching正貞晴清政程澄靜菁 chak澤 hang恆亨行幸 hing興馨慶卿卿 him謙 hoi海凱開 hok學鶴 kai佳啟繼佳 king景瓊敬京 kiu僑嬌翹 ki奇琦 kwai桂貴 kwun冠 kui鉅 lan蘭 lap立 lik力 lim廉 lin蓮連 lun倫麟 " +
	"mun敏滿 nga雅 ning寧 nam南楠 oi愛 on安 pong邦 sang生 san新 sum心森琛 shun信淳順純 sun信新辰 suet雪 tak德 tat達 tim添恬 tung東同彤棟桐 wa華 wah華 wang宏弘泓 wo和 yat日一逸 yeuk若 yik奕翊益 " +
	"yiu耀堯瑤耀 yuet月悅越 yue宇雨 yui睿銳 yung容勇蓉鏞 yun潤 hong康 kwan坤均 ngon安 nok諾 pok博 shu樹 tsz子梓芷紫慈 tsun俊 hoi愷 long朗 lok樂諾 lam琳嵐 hong匡 ngo娥 fung鳳峰豐鋒楓奉 miu妙 mo武 hoo豪好浩 wun煥 cheong昌祥翔 yeung洋陽揚 hay曦";

/** Surnames of two characters are written as one word in Hong Kong. */
const cantoneseCompounds = "歐陽:auyeung 司徒:szeto|seeto 上官:sheungkoon 司馬:szema 諸葛:chukot";

/** Surnames of Japan, commonest first (Meiji Yasuda Life, 2018), then some given names; other ones need a dictionary. */
const japaneseSurnames =
	"佐藤:sato|satoh|satou 鈴木:suzuki 高橋:takahashi 田中:tanaka 伊藤:ito|itoh|itou 渡辺:watanabe 渡邊:watanabe 山本:yamamoto 中村:nakamura 小林:kobayashi 加藤:kato|katoh|katou " +
	"吉田:yoshida 山田:yamada 佐々木:sasaki 山口:yamaguchi 松本:matsumoto 井上:inoue 木村:kimura 林:hayashi 斎藤:saito|saitoh|saitou 斉藤:saito|saitoh 清水:shimizu 山崎:yamazaki|yamasaki " +
	"森:mori 池田:ikeda 橋本:hashimoto 阿部:abe 石川:ishikawa 山下:yamashita 中島:nakajima|nakashima 石井:ishii 小川:ogawa 前田:maeda 岡田:okada 長谷川:hasegawa 藤田:fujita 後藤:goto|gotoh " +
	"近藤:kondo|kondoh 村上:murakami 遠藤:endo|endoh 青木:aoki 坂本:sakamoto 福田:fukuda 太田:ota|ohta 西村:nishimura 藤井:fujii 金子:kaneko 岡本:okamoto 藤原:fujiwara 中野:nakano 三浦:miura " +
	"原田:harada 中川:nakagawa 松田:matsuda 竹内:takeuchi 小野:ono 田村:tamura 中山:nakayama 和田:wada 石田:ishida 森田:morita 上田:ueda 原:hara 内田:uchida 柴田:shibata 酒井:sakai 宮崎:miyazaki " +
	"横山:yokoyama 高木:takagi 安藤:ando|andoh 宮本:miyamoto 大野:ono|ohno 小島:kojima 工藤:kudo|kudoh 谷口:taniguchi 今井:imai 高田:takada|takata 丸山:maruyama 増田:masuda 杉山:sugiyama 村田:murata 大塚:otsuka|ohtsuka " +
	"新井:arai 小山:koyama|oyama 平野:hirano 藤本:fujimoto 河野:kono|kawano|kohno 上野:ueno 野口:noguchi 武田:takeda 松井:matsui 千葉:chiba 菅原:sugawara 岩崎:iwasaki 久保:kubo 木下:kinoshita 佐野:sano 野村:nomura 松尾:matsuo " +
	"市川:ichikawa 菊地:kikuchi 菊池:kikuchi 杉本:sugimoto 古川:furukawa 大西:onishi|ohnishi 島田:shimada 水野:mizuno 桜井:sakurai 高野:takano 吉川:yoshikawa 安倍:abe 岸田:kishida 石破:ishiba 菅:suga|kan 宮沢:miyazawa 黒田:kuroda 本田:honda 浜田:hamada 川崎:kawasaki 星野:hoshino 大島:oshima|ohshima 東:higashi|azuma 川口:kawaguchi 福島:fukushima 西田:nishida";
const japaneseGiven =
	"太郎:taro|tarou 一郎:ichiro 次郎:jiro 三郎:saburo 健:ken|takeshi 健太:kenta 健一:kenichi 健太郎:kentaro 翔太:shota|shohta 大輔:daisuke 拓也:takuya 達也:tatsuya 和也:kazuya 直樹:naoki 英樹:hideki 哲也:tetsuya 浩二:koji 雄一:yuichi " +
	"誠:makoto 浩:hiroshi 隆:takashi 明:akira 清:kiyoshi 茂:shigeru 実:minoru 豊:yutaka 進:susumu 剛:tsuyoshi|takeshi|go 学:manabu 修:osamu 聡:satoshi|satoru 亮:ryo|akira 涼:ryo 翼:tsubasa 蓮:ren 湊:minato 樹:itsuki|tatsuki 大翔:hiroto 悠真:yuma|haruma 晋三:shinzo " +
	"純一郎:junichiro 慎太郎:shintaro 大樹:daiki 翔:sho|kakeru 裕子:yuko|hiroko 優子:yuko 恵子:keiko 由美子:yumiko 和子:kazuko 洋子:yoko 陽子:yoko 幸子:sachiko|yukiko 久美子:kumiko 智子:tomoko 純子:junko 直美:naomi 明美:akemi 真由美:mayumi 京子:kyoko 美咲:misaki 美穂:miho 結衣:yui 葵:aoi " +
	"陽菜:hina|haruna 愛:ai 舞:mai 彩:aya 麻衣:mai 愛子:aiko 百合子:yuriko 由紀子:yukiko 美香:mika 真理子:mariko 典子:noriko 文雄:fumio 義偉:yoshihide 直人:naoto 春樹:haruki 健二:kenji 賢治:kenji 孝:takashi 博:hiroshi 勝:masaru 正:tadashi 弘:hiroshi 昭:akira 悟:satoru 真一:shinichi 秀樹:hideki 俊介:shunsuke 優:yu 光:hikaru 薫:kaoru 恵:megumi 瞳:hitomi";

/** Readings of characters in given names, most usual first: most names that are on no list are made of such. */
const japaneseReadings =
	"子:ko 美:mi 太:ta 郎:ro|rou 樹:ki|ju 奈:na 香:ka|kaori 花:ka|hana 彩:aya|sa 織:ori 千:chi 尋:hiro 正:masa 雄:yu|yuu|o 修:shu|osamu 平:hei 一:ichi|kazu " +
	"二:ji 三:zo|mi 介:suke 輔:suke 助:suke 人:to|hito 也:ya 哉:ya 弥:ya 矢:ya 斗:to 翔:sho|to 真:ma|shin 理:ri 里:ri 梨:ri 莉:ri 沙:sa 紗:sa 咲:saki 希:ki|nozomi 紀:ki|nori " +
	"貴:taka|ki 隆:taka|ryu 孝:taka 崇:taka 高:taka 敬:taka|kei 恵:e|megumi|kei 江:e 枝:e 絵:e 衣:i 伊:i 代:yo 世:yo 由:yu 優:yu 祐:yu 裕:yu|hiro 悠:yu|haru 勇:yu|isamu 有:yu " +
	"和:kazu 浩:hiro|ko 弘:hiro 博:hiro 宏:hiro 広:hiro 大:dai|hiro 寛:hiro 昭:aki 明:aki 秋:aki 晶:aki 章:aki 彰:aki 亜:a 愛:ai|mana 朝:asa 麻:ma|asa 直:nao 尚:nao 那:na 菜:na 七:nana " +
	"智:tomo|sato 友:tomo 朋:tomo 知:tomo 雅:masa|miyabi 昌:masa 将:masa|sho 政:masa 信:nobu|shin 伸:nobu|shin 典:nori 則:nori 憲:nori|ken 徳:nori 健:ken 賢:ken 謙:ken 研:ken 純:jun 順:jun 淳:jun|atsushi " +
	"俊:shun|toshi 敏:toshi 利:toshi 寿:toshi|hisa 久:hisa|ku 義:yoshi 吉:yoshi 良:yoshi|ryo 芳:yoshi 慶:kei|yoshi 佳:yoshi|ka 嘉:yoshi 行:yuki 幸:yuki|sachi 之:yuki 雪:yuki 達:tatsu 竜:ryu|tatsu 龍:ryu|tatsu 哲:tetsu 鉄:tetsu " +
	"春:haru 陽:haru|yo 晴:haru 夏:natsu 英:hide|ei 秀:hide|shu 史:fumi|shi 文:fumi 夫:o 男:o 生:o|ki 央:o 季:ki|sue 木:ki 基:ki|moto 月:tsuki 葉:yo|ha 乃:no 野:no 穂:ho 歩:ho|ayumi 帆:ho 保:ho|yasu 康:yasu|ko 泰:yasu|tai 靖:yasu 安:yasu " +
	"誠:sei|makoto 清:kiyo|sei 聖:sei 成:nari 光:mitsu|ko 満:mitsu 充:mitsu 元:moto 圭:kei 啓:kei 桂:kei 瑞:mizu 実:mi|minoru 未:mi 海:mi|kai 見:mi 加:ka 桜:sakura|o 結:yu|yui 心:kokoro|mi 音:ne|oto 寧:ne 琴:koto 詩:shi|uta 志:shi 士:shi|ji 司:ji|shi 治:ji|haru 次:ji 丸:maru 馬:ma 磨:ma 摩:ma 蔵:zo 造:zo 吾:go 悟:go|satoru 五:go 郁:iku 育:iku 律:ritsu 凛:rin 鈴:suzu|rin 蘭:ran 玲:rei 礼:rei|aya 綾:aya 絢:aya";

interface Tables {
	readonly simple: ReadonlyMap<string, string>;
	readonly korean: ReadonlyMap<string, string>;
	readonly mandarin: ReadonlyMap<string, string>;
	readonly cantonese: ReadonlyMap<string, readonly string[]>;
	readonly cantoneseCompounds: ReadonlyMap<string, readonly string[]>;
	readonly compounds: ReadonlySet<string>;
	readonly japaneseSurnames: ReadonlyMap<string, readonly string[]>;
	readonly japaneseGiven: ReadonlyMap<string, readonly string[]>;
	readonly japaneseReadings: ReadonlyMap<string, readonly string[]>;
}

/** Readings standing before their characters: `chan陈 cheung张章`. A character may have several. */
function readingsOf(text: string): ReadonlyMap<string, readonly string[]> {
	const readings = new Map<string, string[]>();
	for (const entry of text.split(" ")) {
		const reading = /^[a-z\uac00-\ud7a3]+/.exec(entry)?.[0] ?? "";
		for (const char of entry.slice(reading.length)) {
			const list = readings.get(char) ?? [];
			if (!list.includes(reading)) list.push(reading);
			readings.set(char, list);
		}
	}
	return readings;
}

const firstOf = (readings: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> =>
	new Map([...readings].map(([char, [reading = ""]]) => [char, reading]));

let tables: Tables | undefined;
function unpacked(): Tables {
	if (tables) return tables;
	const simple = new Map<string, string>();
	for (let at = 0; at < simplified.length; at += 2) simple.set(simplified[at] as string, simplified[at + 1] as string);
	const plain = (text: string): string => [...text].map((char) => simple.get(char) ?? char).join("");
	tables = {
		simple,
		korean: firstOf(readingsOf(hanjaReadings)),
		mandarin: firstOf(readingsOf(pinyinReadings)),
		cantonese: readingsOf(plain(cantonese)),
		cantoneseCompounds: listOf(plain(cantoneseCompounds)),
		compounds: new Set(plain(compounds).match(/../g)),
		japaneseSurnames: listOf(plain(japaneseSurnames)),
		japaneseGiven: listOf(plain(japaneseGiven)),
		japaneseReadings: listOf(plain(japaneseReadings)),
	};
	return tables;
}

/** One form for the traditional, simplified and Japanese shapes of a character. */
export function simplify(text: string): string {
	const { simple } = unpacked();
	let out = "";
	for (const char of text) out += simple.get(char) ?? char;
	return out;
}

/** Surnames of two characters in use today, some of them in Korea too. */
const compounds = "欧阳司徒上官司马诸葛皇甫东方夏侯尉迟公孙慕容令狐端木南宫独孤鲜于西门轩辕长孙宇文闻人";

/** Initials and endings of the Wade-Giles system, without apostrophes, as names in Taiwan are spelt. */
const wadeGiles: readonly (readonly [RegExp, string])[] = [
	[/^(zh|ch|sh)i$/, "$1ih"],
	[/^ri$/, "jih"],
	[/^[zc]i$/, "tzu"],
	[/^si$/, "szu"],
	[/^er$/, "erh"],
	[/^yi$/, "i"],
	[/^you$/, "yu"],
	[/^ye$/, "yeh"],
	[/ian$|^yan$/, "ien"],
	[/^ien$/, "yen"],
	[/([jqxnl])ie$/, "$1ieh"],
	[/ue$/, "ueh"],
	[/ong$/, "ung"],
	[/([gkh])e$/, "$1o"],
	[/uo$/, "o"],
	[/^zh|^j|^q/, "ch"],
	[/^x/, "hs"],
	[/^z(?!u$)|^c(?!h)|^z/, "ts"],
	[/^b/, "p"],
	[/^d/, "t"],
	[/^g/, "k"],
	[/^r/, "j"],
];

function mandarin(char: string): string[] | undefined {
	const pinyin = unpacked().mandarin.get(char);
	if (pinyin === undefined) return undefined;
	const plain = pinyin.replace("v", "u");
	const older = wadeGiles.reduce((text, [pattern, by]) => text.replace(pattern, by), plain);
	return [...new Set([plain, older, ...(plain === pinyin ? [] : [pinyin, pinyin.replace("v", "yu")])])];
}

/** A name in Han characters, read in one language: the spellings of its surname and of its given name. */
export interface HanReading {
	readonly lang: HanLanguage;
	/** Length of the surname in characters. */
	readonly cut: number;
	readonly family: readonly string[];
	readonly given: readonly string[];
	/** Initials of the characters of the given name. */
	readonly initials: string;
}

/** The readings of each character, joined; undefined when one of them is not in the table. */
function spelt(text: string, read: (char: string) => readonly string[] | undefined): string[] | undefined {
	const choices = [...text].map(read);
	return choices.every((choice) => choice !== undefined) ? combinations(choices, MOST_SPELLINGS) : undefined;
}

const initialsOf = (syllables: readonly (readonly string[])[]): string =>
	syllables.map(([spelling = ""]) => spelling[0] ?? "").join("");

function korean(name: string): HanReading | undefined {
	const { korean: readings } = unpacked();
	const hangul = [...name].map((char) => readings.get(char));
	if (hangul.some((syllable) => syllable === undefined)) return undefined;
	const text = hangul.join("");
	const cut = unpacked().compounds.has(name.slice(0, 2)) ? 2 : hangulSurnameLength(text.slice(0, 3));
	// 金 is Kim as a surname and Geum elsewhere.
	const surname = name[0] === "金" ? "김" : dueum(text.slice(0, cut));
	return {
		lang: "ko",
		cut,
		family: spellHangulSurname(surname),
		given: spellHangul(dueum(text.slice(cut))),
		initials: initialsOf([...dueum(text.slice(cut))].map((syllable) => spellHangul(syllable))),
	};
}

/** The South Korean rule of first sounds: r and n before i and y are not spoken at the beginning of a word. */
function dueum(hangul: string): string {
	const code = hangul.charCodeAt(0) - 0xac00;
	const lead = Math.floor(code / 588);
	const vowel = Math.floor((code % 588) / 28);
	const [NIEUN, RIEUL, IEUNG] = [2, 5, 11];
	if (lead !== RIEUL && lead !== NIEUN) return hangul;
	const palatal = [2, 3, 6, 7, 12, 17, 20].includes(vowel);
	if (lead === NIEUN && !palatal) return hangul;
	const next = palatal ? IEUNG : NIEUN;
	return String.fromCharCode(0xac00 + next * 588 + (code % 588)) + hangul.slice(1);
}

function chinese(name: string, lang: "zh" | "yue"): HanReading | undefined {
	const { cantonese: readings, cantoneseCompounds: joined } = unpacked();
	const cut = unpacked().compounds.has(name.slice(0, 2)) ? 2 : 1;
	const read = lang === "zh" ? mandarin : (char: string) => readings.get(char);
	const surname = name.slice(0, cut);
	const family = (lang === "yue" ? joined.get(surname) : undefined) ?? spelt(surname, read);
	const given = spelt(name.slice(cut), read);
	if (!family || !given) return undefined;
	return { lang, cut, family, given, initials: initialsOf([...name.slice(cut)].map((char) => read(char) ?? [])) };
}

/** A Japanese given name: listed, in kana, or by its characters, of which 々 repeats the one before it. */
function japaneseGivenOf(name: string): readonly string[] | undefined {
	const { japaneseGiven, japaneseReadings } = unpacked();
	if (/^[\u3041-\u30ff]+$/.test(name)) return spellKana(name);
	const plain = name.replace(/(.)々/gu, "$1$1");
	return japaneseGiven.get(name) ?? (name.length > 1 ? spelt(plain, (char) => japaneseReadings.get(char)) : undefined);
}

function japanese(name: string): HanReading | undefined {
	const { japaneseSurnames: surnames } = unpacked();
	for (const cut of [2, 1, 3]) {
		const family = surnames.get(name.slice(0, cut));
		const given = japaneseGivenOf(name.slice(cut));
		if (family && given) return { lang: "ja", cut, family, given, initials: "" };
		// A surname of Japan alone tells enough when it is no surname of China or Korea.
		if (family && cut > 1) return { lang: "ja", cut, family, given: [], initials: "" };
	}
	return undefined;
}

/** All ways to read a whole name in Han characters (simplified by `simplify`), in the language given or in all. */
export function readHan(name: string, lang: string | undefined): HanReading[] {
	const readers: Readonly<Record<HanLanguage, () => HanReading | undefined>> = {
		ko: () => korean(name),
		zh: () => chinese(name, "zh"),
		yue: () => chinese(name, "yue"),
		ja: () => japanese(name),
	};
	const only = lang && Object.hasOwn(readers, lang) ? readers[lang as HanLanguage]() : undefined;
	if (only) return [only];
	// A Japanese surname of one character may be a Chinese or Korean one too.
	const japan = japanese(name);
	if (japan && japan.cut > 1) return [japan];
	return [readers.zh(), readers.ko(), readers.yue(), japan].filter((reading) => reading !== undefined);
}
