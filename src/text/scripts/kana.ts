import { listOf, MOST_SPELLINGS, type Rules, rulesOf, spellBy } from "./rules.js";

/** Kana: Hepburn without marks, long vowels as in passports (Ono, Ohno) or as written (Oono, Ouno). */
const rows =
	"あいうえお:a,i,u,e,o かきくけこ:ka,ki,ku,ke,ko がぎぐげご:ga,gi,gu,ge,go さしすせそ:sa,shi,su,se,so " +
	"ざじずぜぞ:za,ji,zu,ze,zo たちつてと:ta,chi,tsu,te,to だぢづでど:da,ji,zu,de,do なにぬねの:na,ni,nu,ne,no " +
	"はひふへほ:ha,hi,fu,he,ho ばびぶべぼ:ba,bi,bu,be,bo ぱぴぷぺぽ:pa,pi,pu,pe,po まみむめも:ma,mi,mu,me,mo " +
	"らりるれろ:ra,ri,ru,re,ro やゆよわを:ya,yu,yo,wa,o ぁぃぅぇぉ:a,i,u,e,o ゃゅょゔん:ya,yu,yo,vu,n";
/** What two kana make together, and long vowels. */
const pairs =
	"きゃ:kya きゅ:kyu きょ:kyo ぎゃ:gya ぎゅ:gyu ぎょ:gyo しゃ:sha しゅ:shu しょ:sho じゃ:ja じゅ:ju じょ:jo ちゃ:cha ちゅ:chu " +
	"ちょ:cho にゃ:nya にゅ:nyu にょ:nyo ひゃ:hya ひゅ:hyu ひょ:hyo びゃ:bya びゅ:byu びょ:byo ぴゃ:pya ぴゅ:pyu ぴょ:pyo みゃ:mya " +
	"みゅ:myu みょ:myo りゃ:rya りゅ:ryu りょ:ryo しぇ:she じぇ:je ちぇ:che てぃ:ti でぃ:di ふぁ:fa ふぃ:fi ふぇ:fe ふぉ:fo うぃ:wi " +
	"うぇ:we うぉ:wo ゔぁ:va ゔぃ:vi ゔぇ:ve ゔぉ:vo んば:mba|nba んび:mbi|nbi んぶ:mbu|nbu んべ:mbe|nbe んぼ:mbo|nbo んぱ:mpa|npa " +
	"んぴ:mpi|npi んぷ:mpu|npu んぺ:mpe|npe んぽ:mpo|npo んま:mma|nma んみ:mmi|nmi ー:";

/** Names of other countries, which kana spell by their sound. */
const foreign =
	"ジョン:john|jon ジョージ:george ジェームズ:james ジョセフ:joseph ジョナサン:jonathan ジャック:jack|jacques ジェイソン:jason ジェニファー:jennifer ジェシカ:jessica " +
	"マイケル:michael ミハエル:michael デイヴィッド:david デビッド:david デイビッド:david スティーブン:steven|stephen スティーヴン:steven|stephen スティーブ:steve ウィリアム:william トーマス:thomas トム:tom " +
	"ピーター:peter ポール:paul チャールズ:charles カール:carl|karl リチャード:richard ロバート:robert エドワード:edward ヘンリー:henry フィリップ:philip|philippe フランク:frank クリストファー:christopher クリス:chris " +
	"マシュー:matthew マーク:mark|marc メアリー:mary アン:anne|ann エリザベス:elizabeth サイモン:simon アンドリュー:andrew ケビン:kevin ケヴィン:kevin スコット:scott ブライアン:brian|bryan エリック:eric|erik ダニエル:daniel " +
	"アレックス:alex アレクサンダー:alexander ベンジャミン:benjamin ジェフ:jeff マーティン:martin マルティン:martin ヨハン:johan|johann ラース:lars ハンス:hans ルイス:luis|lewis " +
	"カルロス:carlos ホセ:jose フアン:juan ミゲル:miguel ジャン:jean ピエール:pierre フランソワ:francois サラ:sarah|sara アンナ:anna マリア:maria ローラ:laura ジュリア:julia エマ:emma リサ:lisa " +
	"スミス:smith ジョンソン:johnson ウィリアムズ:williams ブラウン:brown ジョーンズ:jones ミラー:miller|mueller テイラー:taylor アンダーソン:anderson";

let rules: Rules | undefined;
let names: ReadonlyMap<string, readonly string[]> | undefined;
function unpacked(): Rules {
	if (rules) return rules;
	const single = rows.split(" ").map((row) => {
		const [kana, latin] = row.split(":") as [string, string];
		return latin
			.split(",")
			.map((text, index) => `${kana[index]}:${text}`)
			.join(" ");
	});
	rules = rulesOf(`${single.join(" ")} ${pairs}`);
	return rules;
}

/** Usual ways to write the long o and u. */
const longVowels: readonly (readonly [RegExp, string])[] = [
	[/o[ou](?!u)/g, "o"],
	[/uu/g, "u"],
];

export function spellKana(word: string): string[] {
	names ??= listOf(foreign);
	const known = names.get(word);
	if (known) return [...known];
	const hiragana = word.replace(/[\u30a1-\u30f6]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));
	const found = new Set<string>();
	for (const spelt of spellBy(unpacked(), hiragana)) {
		// A small tsu doubles the next consonant.
		const written = spelt
			.replace(/っ([a-z])/g, (_, next: string) => (next === "c" ? "tc" : next + next))
			.replace(/っ/g, "");
		const short = longVowels.reduce((text, [pattern, vowel]) => text.replace(pattern, vowel), written);
		found.add(short).add(written).add(written.replace(/o[ou]/g, "oh"));
	}
	return [...found].filter((text) => text !== "").slice(0, MOST_SPELLINGS);
}
