/**
 * Other scripts in Latin letters, as their bearers spell their own names on social networks: simplified, without
 * marks. Cyrillic, Greek and Hangul are built in; a larger library can be injected through `createResolver`.
 */

/** Turns a folded word of any script into Latin letters; returns it unchanged where it cannot. */
export type Romanize = (folded: string) => string;

const cyrillic =
	"а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch " +
	"ъ: ы:y ь: э:e ю:yu я:ya є:ye і:i ґ:g ў:u ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:gj ќ:kj ѕ:dz";
const greek = "α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s τ:t υ:y φ:f χ:ch ψ:ps ω:o";
const greekPairs: readonly (readonly [string, string])[] = [
	["ου", "ou"],
	["ευ", "ef"],
	["αυ", "af"],
	["μπ", "b"],
	["ντ", "nt"],
	["γγ", "ng"],
	["γκ", "gk"],
	["τζ", "tz"],
];

const letters: ReadonlyMap<string, string> = new Map(
	`${cyrillic} ${greek}`.split(" ").map((entry) => entry.split(":") as [string, string]),
);

// Revised Romanisation by jamo index; syllable = 0xac00 + (lead * 21 + vowel) * 28 + tail.
const leads = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ");
const vowels = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
const tails = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");

function syllable(code: number): string {
	const index = code - 0xac00;
	const lead = leads[Math.floor(index / 588)] as string;
	const vowel = vowels[Math.floor((index % 588) / 28)] as string;
	return lead + vowel + (tails[index % 28] as string);
}

/** Korean surnames are spelt by habit, not by rule: the usual spellings of the commonest, most usual first. */
const koreanSurnames: Readonly<Record<string, string>> = {
	김: "kim gim",
	이: "lee yi rhee",
	박: "park bak pak",
	최: "choi choe",
	정: "jung jeong chung cheong",
	강: "kang gang",
	조: "cho jo",
	윤: "yoon yun",
	장: "jang chang",
	임: "lim im rim",
	한: "han",
	오: "oh o",
	서: "seo suh",
	신: "shin sin",
	권: "kwon gwon",
	황: "hwang",
	안: "ahn an",
	송: "song",
	전: "jeon chun jun",
	홍: "hong",
	유: "yoo yu ryu",
	고: "ko go koh",
	문: "moon mun",
	양: "yang",
	손: "son sohn",
	배: "bae",
	백: "baek paik",
	허: "heo huh hur",
	노: "noh roh no",
	류: "ryu yoo",
	심: "shim sim",
	하: "ha",
	주: "joo ju",
	구: "koo gu ku",
	곽: "kwak gwak",
	성: "sung seong",
	차: "cha",
	우: "woo u",
	나: "na ra",
	민: "min",
	진: "jin chin",
	남: "nam",
	원: "won",
	천: "cheon chun",
	여: "yeo",
	추: "choo chu",
	도: "do",
	소: "so",
	변: "byun byeon",
};

/** Spellings of a syllable group of a Korean given name that differ from the rule: woo for u, young for yeong. */
const koreanHabits: readonly (readonly [RegExp, string])[] = [
	[/yeong/g, "young"],
	[/eong/g, "ung"],
	[/eon/g, "un"],
	[/u(?![a-z]*ng)/g, "oo"],
	[/^u/, "woo"],
	[/hyeo/g, "hyu"],
	[/gyeo/g, "kyu"],
];

function isHangul(text: string): boolean {
	return /^[\uac00-\ud7a3]+$/.test(text);
}

/** Latin spellings of a folded word, the most usual first; the word itself when it is Latin or cannot be spelt. */
export const romanize: Romanize = (folded) => {
	if (/^[\u0020-\u024f]*$/.test(folded)) return folded;
	let text = folded;
	for (const [pair, latin] of greekPairs) text = text.replaceAll(pair, latin);
	let out = "";
	for (const char of text) {
		const code = char.charCodeAt(0);
		out += code >= 0xac00 && code <= 0xd7a3 ? syllable(code) : (letters.get(char) ?? char);
	}
	return out;
};

/** A Hangul name cut into surname and given name, each with its usual Latin spellings; undefined for other scripts. */
export function koreanName(
	folded: string,
): { readonly family: readonly string[]; readonly given: readonly string[] } | undefined {
	const joined = folded.replace(/\s+/g, "");
	if (!isHangul(joined) || joined.length < 2 || joined.length > 4) return undefined;
	const cut = joined.length === 4 ? 2 : 1;
	const surname = joined.slice(0, cut);
	const given = romanize(joined.slice(cut));
	const spellings = new Set([given]);
	for (const [pattern, habit] of koreanHabits) {
		for (const known of [...spellings]) spellings.add(known.replace(pattern, habit));
		if (spellings.size > 12) break;
	}
	return { family: koreanSurnames[surname]?.split(" ") ?? [romanize(surname)], given: [...spellings] };
}
