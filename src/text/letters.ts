import { exp2, log2 } from "../arithmetic.js";

/**
 * A letter model: how surprising a string of letters is, in bits. First-order Markov chain over a to z, fitted on
 * surnames (US Census 2010, popular surnames by country), given names by country and the letters of public handles;
 * aggregate letter statistics only. Cross-entropy on those names is 3.7 bits a letter.
 */

/** One row for each previous letter (first row: start of the word); columns a to z, then end. Bits = (code - 35) / 6. */
const table: readonly string[] = [
	">8:=C@=;LD?<8DF=W;7@SE@eLNx",
	"SEBANMDGDRF8=1TJ]3<>@EKWCK5",
	"2C`N0s^P:X];aW4ds4H^8aasAlC",
	"3ZAQ;XK0>_4@PO3XS>SPA]boPQB",
	"6NUC0QDM8^TDJO7X]<BJ>]KuBQ2",
	"@KHDBMILBSN7E7JBh0:?PGKX>F4",
	"6^YW35W^4bY<JO4]m7QF?mmgW`9",
	"3S_P3VA;;TX>OH7`d8DH9dPmWg4",
	"/QUZ2XfW6ZWDDD5dvAPE;]MvHh6",
	";I:B9K@V`SG7?0CHY@9=UE`SSJ:",
	"-]KZ3VVK:NIR`S0ZgONO6XPgggB",
	"7VcX1XkD3XM>HE8]rA>PB^LrHr1",
	"4IMA1NST6[L3FW9SkXCDCJXqEV6",
	"-A:[5[U[7]ZP@^6B`XG`?i]pOg8",
	":KC:6R8N>TEOR?<[eR==M]U|OL-",
	"IFDBGIIFMUJ:@1?G_5<B=B?TGM4",
	"2JLL1KQ=9GI>GT8;q:AFA[WqQq:",
	"NOZTZZZZ?ZZZPZZZZTZZ$LZZZZ<",
	"6IH>4SER7ZGFFB8R]>A=CPSpDV1",
	":N=U7YZ;>^AEFM8EUY<5FaJ{SX/",
	"8]Hc3X[99^TFKM5^x;C7EdO`GB4",
	"CB=@9H?I=RG8<6OG[47;ZS^LPJ>",
	".mU]-mX`/mbL][>fmMJ_NmmmLm=",
	"1NUK1U]=2nOBSC6YnH<PN_nnFc9",
	"9MT[:HTR8[[=LP@T[FB9E[JP[[*",
	"9IHG;TQQLZH@FA=ScGDIEVTqV](",
	"2XMX5ZOI;_SGFT;RRUVYBYVjHB+",
];

const END = 26;
const bitsOf = new Float64Array(27 * 27);
for (let row = 0; row < 27; row++) {
	for (let column = 0; column < 27; column++) {
		bitsOf[row * 27 + column] = ((table[row] as string).charCodeAt(column) - 35) / 6;
	}
}
/** The same as probabilities. */
const chanceOf = bitsOf.map((bits) => exp2(-bits));

/** Bits for a symbol that is no Latin letter: one of some thirty others. */
const OTHER = 7;
/** Bits for a Chinese character or a Korean syllable: one of some thousand. */
const SYLLABLE = 10;
/** Bits for a decimal digit: uniform. */
const DIGIT = log2(10);

function column(text: string, index: number): number {
	const code = text.charCodeAt(index) - 97;
	return code >= 0 && code < 26 ? code : -1;
}

/** Bits of the symbol at `index`, given the one before it (`from` is where the word starts). */
export function symbolBits(text: string, index: number, from: number): number {
	const here = column(text, index);
	if (here < 0) {
		const code = text.charCodeAt(index);
		return code >= 48 && code <= 57 ? DIGIT : code >= 0x3400 ? SYLLABLE : OTHER;
	}
	const before = index === from ? -1 : column(text, index - 1);
	return bitsOf[(before + 1) * 27 + here] as number;
}

/** Bits for the word ending before `index`. */
export function endBits(text: string, index: number): number {
	const before = column(text, index - 1);
	return before < 0 ? 1 : (bitsOf[(before + 1) * 27 + END] as number);
}

/** P(the symbol at `index` | the one before it), as `symbolBits` has it in bits. */
export function symbolChance(text: string, index: number, from: number): number {
	const here = column(text, index);
	if (here < 0) return exp2(-symbolBits(text, index, from));
	const before = index === from ? -1 : column(text, index - 1);
	return chanceOf[(before + 1) * 27 + here] as number;
}

/** P(the word ends before `index` | the symbol before it). */
export function endChance(text: string, index: number): number {
	const before = column(text, index - 1);
	return before < 0 ? 0.5 : (chanceOf[(before + 1) * 27 + END] as number);
}

/** Surprisal of a folded word, in bits: -log2 of its probability as a name or a word. */
export function letterBits(word: string): number {
	let bits = 0;
	for (let i = 0; i < word.length; i++) bits += symbolBits(word, i, 0);
	return bits + endBits(word, word.length);
}
