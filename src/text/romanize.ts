import { spellArabic } from "./scripts/arabic.js";
import { spellCaucasian } from "./scripts/caucasus.js";
import { cyrillicLanguage, spellCyrillic } from "./scripts/cyrillic.js";
import { spellGreek } from "./scripts/greek.js";
import { type HanLanguage, readHan, simplify } from "./scripts/han.js";
import { hangulSurnameLength, spellHangul, spellHangulSurname } from "./scripts/hangul.js";
import { spellHebrew } from "./scripts/hebrew.js";
import { isIndic, spellIndic } from "./scripts/indic.js";
import { spellKana } from "./scripts/kana.js";
import { isAscii } from "./unicode.js";

/**
 * Names of other scripts in Latin letters, as their bearers spell them on social networks: simplified, without marks,
 * and seldom in one way only. A larger library can be injected through `createResolver`.
 */

/** Turns a folded word of any script into Latin letters; returns it unchanged where it cannot. */
export type Romanize = (folded: string) => string;

/** Scripts that are not Latin. Armenian and Georgian share tables, as do the scripts of India; "other" has none. */
export type Script =
	| "cyrillic"
	| "greek"
	| "hangul"
	| "han"
	| "kana"
	| "arabic"
	| "hebrew"
	| "caucasian"
	| "indic"
	| "other";

/** The script of the first letter of a folded word that is not Latin; undefined for Latin. */
export function scriptOf(word: string): Script | undefined {
	for (const char of word) {
		const code = char.codePointAt(0) as number;
		if (code < 0x370) continue;
		if (code < 0x400) return "greek";
		if (code < 0x530) return "cyrillic";
		if (code < 0x590) return "caucasian";
		if (code < 0x600) return "hebrew";
		if (code < 0x700 || (code >= 0x750 && code < 0x780)) return "arabic";
		if (isIndic(code)) return "indic";
		if (code >= 0x10a0 && code < 0x1100) return "caucasian";
		if (code >= 0x3041 && code <= 0x30ff) return "kana";
		if (code >= 0x3400 && code < 0xa000) return "han";
		if (code >= 0xac00 && code <= 0xd7a3) return "hangul";
		if (/(?!\p{Script=Latin})\p{L}/u.test(char)) return "other";
	}
	return undefined;
}

/** A language whose letters the text uses, where its letters tell. */
export function languageOf(folded: string): string | undefined {
	return cyrillicLanguage(folded);
}

const spellers: Readonly<Record<Script, (word: string, lang: string | undefined) => readonly string[]>> = {
	cyrillic: spellCyrillic,
	greek: spellGreek,
	hangul: spellHangul,
	han: (word, lang) => {
		const read = readHan(simplify(word), lang)[0];
		return read ? read.family.map((family, index) => family + (read.given[index] ?? read.given[0] ?? "")) : [];
	},
	kana: spellKana,
	arabic: spellArabic,
	hebrew: spellHebrew,
	caucasian: spellCaucasian,
	indic: spellIndic,
	other: (word) => [word],
};

/**
 * The usual Latin spellings of one folded word, the most usual first, at most eight. A Latin word is its own spelling,
 * as is a word in a script without a table. `lang` (BCP 47, such as "uk") chooses where languages spell differently.
 */
export function spellings(word: string, lang?: string): readonly string[] {
	const script = scriptOf(word);
	if (script === undefined) return [word];
	const spelt = spellers[script](word, lang);
	return spelt.length > 0 ? spelt : [word];
}

/** The most usual Latin spelling of each word of a folded text; the text itself when it is Latin or cannot be spelt. */
export const romanize: Romanize = (folded) => {
	if (isAscii(folded) || scriptOf(folded) === undefined) return folded;
	const lang = languageOf(folded);
	return folded.replace(/[\p{L}\p{M}'\u30fc]+/gu, (word) => spellings(word, lang)[0] as string);
};

/** A name in Hangul or Han characters, cut into surname and given name, each with its usual Latin spellings. */
export interface EastAsianName {
	readonly script: "hangul" | "han";
	/** The language in which it is read. */
	readonly lang: HanLanguage;
	/** The two parts in their script, in the one form of `unified`. */
	readonly surname: string;
	readonly givenName: string;
	readonly family: readonly string[];
	readonly given: readonly string[];
	/** Latin initials of the syllables of the given name: people use them. */
	readonly initials: string;
}

/**
 * The ways to read a folded text as a name in Hangul or Han characters: one in Hangul, one for each language in Han
 * unless `lang` tells. Empty for other scripts. `cut`: length of the surname, where it is known.
 */
export function eastAsianNames(folded: string, lang?: string, cut?: number): EastAsianName[] {
	const joined = folded.replace(/\s+/g, "");
	if (joined.length < 2 || joined.length > 5) return [];
	if (/^[\uac00-\ud7a3]+$/.test(joined)) {
		const at = cut ?? hangulSurnameLength(joined);
		const [surname, givenName] = [joined.slice(0, at), joined.slice(at)];
		if (givenName === "") return [];
		const initials = [...givenName].map((syllable) => spellHangul(syllable)[0]?.[0] ?? "").join("");
		const [family, given] = [spellHangulSurname(surname), spellHangul(givenName)];
		return [{ script: "hangul", lang: "ko", surname, givenName, family, given, initials }];
	}
	// Japanese given names are in kana, too.
	if (!/^[\u3400-\u9fff][\u3041-\u30ff\u3400-\u9fff\u3005]+$/.test(joined)) return [];
	const name = simplify(joined);
	return readHan(name, lang).map(({ lang: read, cut: at, family, given, initials }) => ({
		script: "han",
		lang: read,
		surname: name.slice(0, at),
		givenName: name.slice(at),
		family,
		given,
		initials,
	}));
}

/** The form in which words of a script are compared: one for traditional and simplified characters. */
export function unified(folded: string): string {
	return scriptOf(folded) === "han" ? simplify(folded) : folded;
}
