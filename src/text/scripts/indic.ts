import { combinations, listOf, MOST_SPELLINGS } from "./rules.js";

/**
 * The Brahmic scripts of India, Nepal and Bangladesh stand in Unicode in one order, a block of 128 code points each: one
 * table by offset in the block reads Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada and Malayalam.
 * Spellings are the simplified Hunterian ones (National Library at Kolkata without marks), as people write themselves.
 */
const letters: ReadonlyMap<number, readonly string[]> = new Map(
	// Vowels
	(
		"5:a 6:a|aa 7:i 8:i|ee 9:u 10:u|oo 11:ri|r 14:e 15:e 16:ai 18:o 19:o 20:au|ou " +
		// Consonants
		"21:k 22:kh 23:g 24:gh 25:ng|n 26:ch 27:chh|ch 28:j 29:jh 30:n 31:t 32:th 33:d 34:dh 35:n 36:t 37:th 38:d 39:dh 40:n " +
		"41:n 42:p 43:ph|f 44:b 45:bh 46:m 47:y 48:r 49:r 50:l 51:l 52:zh|l 53:v|w|b 54:sh|s 55:sh|s 56:s 57:h 95:y"
	)
		.split(" ")
		.map((entry) => {
			const [offset, latin] = entry.split(":") as [string, string];
			return [Number(offset), latin.split("|")];
		}),
);
const signs: ReadonlyMap<number, readonly string[]> = new Map([
	[62, ["a", "aa"]],
	[63, ["i"]],
	[64, ["i", "ee", "y"]],
	[65, ["u"]],
	[66, ["u", "oo"]],
	[67, ["ri", "r"]],
	[70, ["e"]],
	[71, ["e"]],
	[72, ["ai"]],
	[74, ["o"]],
	[75, ["o"]],
	[76, ["au", "ou"]],
]);
const NASAL = 2;
const CANDRABINDU = 1;
/** The nasal of Gurmukhi. */
const TIPPI = 112;
/** A dot that makes a letter another one. */
const NUKTA = 60;
const VIRAMA = 77;
const FIRST_BLOCK = 0x900;
/** From the Tamil block on, languages that sound the last a of a word. */
const SOUTHERN_BLOCK = 0xb80;
const TAMIL_BLOCK = 0xb80;
const BENGALI_BLOCK = 0x980;
const NEXT_BLOCK = 0xd80;

/** Tamil writes voiced and voiceless sounds with one letter. */
const tamil: ReadonlyMap<number, readonly string[]> = new Map([
	[21, ["k", "g"]],
	[26, ["s", "ch"]],
	[31, ["t", "d"]],
	[36, ["th", "t", "d"]],
	[42, ["p", "b"]],
]);
/** Bengali sounds a as o, and v as b. */
const bengali: ReadonlyMap<number, readonly string[]> = new Map([
	[40, ["n"]],
	[47, ["j", "y"]],
	[54, ["s", "sh"]],
	[55, ["sh", "s"]],
]);

function consonant(offset: number): boolean {
	return (offset >= 21 && offset <= 57) || offset === 95;
}

export function isIndic(code: number): boolean {
	return code >= FIRST_BLOCK && code < NEXT_BLOCK;
}

/** Names whose usual spelling is older than the rules. */
const usual =
	"चौधरी:chaudhary|choudhary|chaudhari क्षेत्री:chhetri|chettri विश्वकर्मा:bishwakarma|vishwakarma मिश्रा:mishra|misra मिश्र:mishra श्रीवास्तव:srivastava|shrivastava " +
	"अग्रवाल:agarwal|aggarwal|agrawal सिंह:singh|sinh ज्ञान:gyan|jnan वर्मा:verma|varma मेहता:mehta श्री:shri|sri लक्ष्मी:lakshmi|laxmi पूजा:pooja|puja अनिल:anil " +
	"আক্তার:akter|akhter|aktar হোসেন:hossain|hosen|hussain আহমেদ:ahmed আহম্মেদ:ahmed বেগম:begum খাতুন:khatun ইসলাম:islam চৌধুরী:chowdhury|choudhury মুখার্জি:mukherjee মুখার্জী:mukherjee " +
	"চ্যাটার্জি:chatterjee ব্যানার্জি:banerjee|banerji ঘোষ:ghosh দাশ:das|dash সাহা:saha রায়:roy|ray দত্ত:dutta|datta সেন:sen ਕੌਰ:kaur";
let names: ReadonlyMap<string, readonly string[]> | undefined;

export function spellIndic(word: string): string[] {
	names ??= new Map([...listOf(usual)].map(([name, spelt]) => [name.normalize("NFC"), spelt]));
	const known = names.get(word.normalize("NFC"));
	if (known) return [...known];
	const codes = [...word.normalize("NFC")].map((char) => char.codePointAt(0) as number).filter(isIndic);
	const block = (codes[0] ?? FIRST_BLOCK) & ~0x7f;
	const offsets = codes
		.map((code) => code & 0x7f)
		.filter((offset) => offset !== NUKTA)
		.map((offset) => (offset === TIPPI ? NASAL : offset));
	const own = block === TAMIL_BLOCK ? tamil : block === BENGALI_BLOCK ? bengali : undefined;
	const choices: (readonly string[])[] = [];
	offsets.forEach((offset, index) => {
		const next = offsets[index + 1];
		const sign = signs.get(offset);
		if (sign) choices.push(sign);
		else if (offset === NASAL)
			choices.push(next !== undefined && next >= 42 && next <= 46 ? ["m", "n"] : ["n", "m", "ng"]);
		else if (offset === CANDRABINDU) choices.push(["n", ""]);
		else choices.push(own?.get(offset) ?? letters.get(offset) ?? [""]);
		if (!consonant(offset) || (next !== undefined && (signs.has(next) || next === VIRAMA))) return;
		// The a that a consonant carries in itself: silent at the end of a word in the north, and often within it.
		const inner = offsets.slice(index + 1).filter(consonant).length;
		const afterVowel = index > 0 && offsets[index - 1] !== VIRAMA;
		const beforeVowel = offsets[index + 2] !== undefined && signs.has(offsets[index + 2] as number);
		const sound = block === BENGALI_BLOCK ? ["a", "o"] : ["a"];
		if (next === undefined)
			choices.push(block >= SOUTHERN_BLOCK ? [...sound, ""] : offsets[index - 1] === VIRAMA ? ["a", ""] : ["", "a"]);
		else if (inner > 0 && afterVowel && beforeVowel) choices.push(["", ...sound]);
		else choices.push(sound);
	});
	return combinations(choices)
		.filter((text) => text !== "")
		.slice(0, MOST_SPELLINGS);
}
