import { combinations, listOf } from "./rules.js";

/** Revised Romanisation by jamo index; syllable = 0xac00 + (lead * 21 + vowel) * 28 + tail. */
const leads = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ");
const vowels = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
const tails = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");

/** Surnames are spelt by habit, not by rule: the usual spellings, most usual first. */
const surnameSpellings =
	"김:kim|gim 이:lee|yi|rhee|ree 박:park|bak|pak 최:choi|choe 정:jung|jeong|chung|cheong|joung 강:kang|gang 조:cho|jo|joh " +
	"윤:yoon|yun|youn 장:jang|chang 임:lim|im|rim|yim 한:han|hahn 오:oh|o 서:seo|suh|so 신:shin|sin 권:kwon|gwon|kweon " +
	"황:hwang|whang 안:ahn|an 송:song 전:jeon|chun|jun|chon 홍:hong 유:yoo|yu|ryu|you 고:ko|go|koh 문:moon|mun 양:yang|ryang " +
	"손:son|sohn 배:bae|pae|bai 백:baek|paik|baik|back 허:heo|huh|hur 노:noh|roh|no|ro 류:ryu|yoo|yu|ryoo 심:shim|sim 하:ha " +
	"주:joo|ju 구:koo|gu|ku|goo 곽:kwak|gwak 성:sung|seong 차:cha 우:woo|u|wu 나:na|ra|nah 민:min 진:jin|chin 남:nam 원:won " +
	"천:cheon|chun 여:yeo|yuh 추:choo|chu 도:do|doh 소:so|soh 변:byun|byeon|pyun 길:gil|kil 연:yeon|youn 표:pyo 명:myung|myeong " +
	"기:ki|gi 반:ban|bahn 금:keum|geum|kum 옥:ok|ock 육:yook|yuk 인:in 맹:maeng 제:je 모:mo 탁:tak 국:kook|guk|kuk 어:eo|uh " +
	"은:eun 편:pyun|pyeon 용:yong 예:ye 경:kyung|kyeong 봉:bong 사:sa 부:boo|bu 라:ra|na 량:ryang|yang 리:lee|ri|rhee 림:lim|rim " +
	"로:roh|noh 남궁:namgung|namkung|namgoong 황보:hwangbo 제갈:jegal|chegal 선우:sunwoo|seonwoo|sunu 독고:dokgo|dokko 사공:sagong " +
	"서문:seomun|suhmoon 함:ham|hahm 엄:eom|um|uhm 채:chae 방:bang|pang 공:kong|gong 현:hyun|hyeon 염:yeom|yum 석:seok|suk " +
	"설:seol|sul 마:ma|mah 위:wi|wee 지:ji|chi|jee 태:tae|tai 피:pi|pee 왕:wang 선:sun|seon 단:dan 동:dong 판:pan 빈:bin";
/** Syllables of given names whose usual spelling is not the rule's, or has a rival. */
const givenSpellings =
	"영:young|yeong|yung 현:hyun|hyeon|hyon 정:jung|jeong|chung|joung 성:sung|seong 경:kyung|kyeong|gyeong|gyung|kyoung 명:myung|myeong|myoung " +
	"형:hyung|hyeong|hyoung 병:byung|byeong|byoung 준:jun|joon 우:woo|u|wu 주:ju|joo 수:su|soo 숙:sook|suk|sug 순:soon|sun 훈:hoon|hun " +
	"윤:yoon|yun|youn 연:yeon|youn|yun 선:sun|seon 은:eun|un 석:seok|suk|sok 철:chul|cheol 범:bum|beom 섭:sup|seop|seob|sub " +
	"희:hee|hui|hi 의:ui|eui|yi 기:ki|gi|kee 관:kwan|gwan 광:kwang|gwang 구:koo|ku|gu|goo 근:geun|keun|kun 국:kook|guk|kuk 규:kyu|gyu|kyoo " +
	"길:gil|kil 강:kang|gang 건:gun|geon|kun 걸:geol|gul|kul 갑:gap|kap 재:jae|jai 제:je|jae 혁:hyuk|hyeok|hyeog 승:seung|sung " +
	"헌:heon|hun|hon 덕:duk|deok|deog 택:taek|taik|tek 학:hak|hack|hag 환:hwan|whan 화:hwa 열:yeol|yul|youl 렬:ryeol|ryul|yeol|yul " +
	"렵:ryeop|yeop 엽:yeop|yup|youp 필:pil|phil 천:chun|cheon 원:won|weon 월:wol 유:yoo|yu|you 류:ryu|yoo 호:ho 희:hee|hui 신:shin|sin " +
	"식:sik|shik|sig 심:sim|shim 시:si|shi 상:sang 선:sun|seon 애:ae|ai 이:i|yi|lee|e 리:ri|lee|rhee|ree 룡:ryong|yong 용:yong " +
	"록:rok|lok 래:rae|lae 란:ran|lan 례:rye|ye 린:rin|lin 림:rim|lim 람:ram 라:ra|la 련:ryeon|ryun|yeon 령:ryeong|ryung|young " +
	"률:ryul|yul 율:yul|yool|youl 륜:ryun|yun 한:han|hahn 안:an|ahn 아:ah|a 오:oh|o 서:seo|suh 하:ha 교:kyo|gyo 권:kwon|gwon 균:kyun|gyun|kyoon " +
	"금:geum|keum|kum 공:kong|gong 곤:gon|kon 고:go|ko 계:gye|kye 거:geo|keo 두:doo|du 동:dong|tong 문:moon|mun 무:moo|mu 미:mi|mee " +
	"부:boo|bu 복:bok|bog 봉:bong 배:bae 백:baek|paik 복:bok 숭:soong|sung 슬:seul|sul 세:se|sae 언:eon|un|on 업:eop|up 여:yeo|yuh 욱:wook|uk|ook " +
	"운:woon|un|wun 웅:woong|ung|wung 읍:eup|up 인:in|ihn 일:il|ill 임:im|lim 조:jo|cho 종:jong|chong 지:ji|jee|chi 직:jik|chik 진:jin|chin " +
	"창:chang 청:chung|cheong 춘:choon|chun 출:chul|chool 충:choong|chung 표:pyo 평:pyung|pyeong|pyoung 풍:poong|pung 해:hae|hai 향:hyang " +
	"허:heo|huh 홍:hong 효:hyo 후:hoo|hu 휘:hwi|whi 휴:hyu 흠:heum|hum|hyum 흥:heung|hung 빈:bin|been 설:seol|sul 솔:sol 장:jang|chang 전:jeon|jun " +
	"점:jeom|jum 중:joong|jung 찬:chan 채:chae 처:cheo 추:choo|chu 판:pan|phan 편:pyun|pyeon 협:hyup|hyeop 척:chuk|cheok 섬:seom|sum " +
	"억:eok|uk|ok 득:deuk|duk 익:ik|ick 양:yang 량:ryang|yang 노:no|noh 로:ro|roh";

let tables: Readonly<Record<"surname" | "given", ReadonlyMap<string, readonly string[]>>> | undefined;
function unpacked(): NonNullable<typeof tables> {
	tables ??= { surname: listOf(surnameSpellings), given: listOf(givenSpellings) };
	return tables;
}

/** One syllable by the rule. */
function byRule(syllable: string): string {
	const index = syllable.charCodeAt(0) - 0xac00;
	if (index < 0 || index >= 11172) return syllable;
	const lead = leads[Math.floor(index / 588)] as string;
	return lead + (vowels[Math.floor((index % 588) / 28)] as string) + (tails[index % 28] as string);
}

/** Usual spellings of a given name, or of any other Hangul word: syllable by syllable. */
export function spellHangul(word: string): string[] {
	const { given } = unpacked();
	return combinations(
		[...word].map((syllable) => {
			const rule = byRule(syllable);
			return [...new Set([...(given.get(syllable) ?? []), rule])];
		}),
	);
}

export function spellHangulSurname(surname: string): readonly string[] {
	return unpacked().surname.get(surname) ?? spellHangul(surname);
}

let respelt: ReadonlyMap<string, readonly string[]> | undefined;

/** Other usual spellings of a Korean surname in Latin letters: Lee is Yi and Rhee. None of a name that is not Korean. */
export function koreanSpellings(surname: string): readonly string[] {
	if (!respelt) {
		const found = new Map<string, string[]>();
		for (const spellings of unpacked().surname.values()) {
			for (const one of spellings) {
				found.set(one, [...(found.get(one) ?? []), ...spellings.filter((other) => other !== one)]);
			}
		}
		respelt = found;
	}
	return respelt.get(surname) ?? [];
}

/** Length of the surname at the beginning of a name of two to five syllables: two for the few compound surnames. */
export function hangulSurnameLength(name: string): number {
	return name.length >= 4 || (name.length === 3 && /^(?:남궁|황보|제갈|선우|독고|사공|서문)/.test(name)) ? 2 : 1;
}
