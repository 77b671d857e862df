import { exp2, log2 } from "../arithmetic.js";
import { affixes, longestAffix } from "./affixes.js";
import { FREQUENT_WORD_BITS, isFrequentWord } from "./frequent-words.js";
import { endBits, endChance, symbolBits, symbolChance } from "./letters.js";
import type { NameText } from "./name-text.js";
import { clip, fold, limits } from "./unicode.js";

/** What stands in a text and is no name: digits, affixes, words, any letters. */

export function isDigit(text: string, index: number): boolean {
	const code = text.charCodeAt(index);
	return code >= 48 && code <= 57;
}

/** The letter model over a text, as chances: that of a piece is the product over its letters. */
export interface Chances {
	/** P(letter i | a word begins with it). */
	readonly first: readonly number[];
	/** P(letter i | the one before it). */
	readonly next: readonly number[];
	/** P(a word ends before letter i | the one before it). */
	readonly end: readonly number[];
}

export function chancesOf(text: string): Chances {
	const first: number[] = [];
	const next: number[] = [];
	const end = [0];
	for (let i = 0; i < text.length; i++) {
		first.push(symbolChance(text, i, i));
		next.push(symbolChance(text, i, 0));
		end.push(endChance(text, i + 1));
	}
	return { first, next, end };
}

/** Bits of a letter drawn blindly, with the chance of stopping after it. */
const BLIND_LETTER = log2(26) + 0.3;
const BLIND_CHANCE = exp2(-BLIND_LETTER);

/** Probability of a word that is no name: mostly like the letters of names, sometimes any letters at all. */
function wordProbability(modelled: number, blind: number): number {
	return 0.8 * modelled + 0.2 * blind;
}

/** What a word beside a name, or one of a text without a name, is: shares that add up to 1. */
interface FillerShares {
	readonly digits: number;
	readonly affix: number;
	readonly frequent: number;
	/** Any letters. */
	readonly letters: number;
}

/**
 * Beside a name stand digits, offices and professions, and few other words: in a display name, a word that reads like a
 * surname is one. A text without a name is mostly made of words. Fitted by log loss over public populations, rounded.
 */
const besideName: Readonly<Record<NameText["mode"], FillerShares>> = {
	handle: { digits: 0.2, affix: 0.25, frequent: 0.15, letters: 0.4 },
	display: { digits: 0.1, affix: 0.5, frequent: 0.35, letters: 0.05 },
};
const withoutName: FillerShares = { digits: 0.1, affix: 0.02, frequent: 0.18, letters: 0.7 };

/** Another filler follows with this probability. */
const ANOTHER = 0.35;

/** What a text says when it is read as words that are no names. */
export interface Fillers {
	/** Probability of text[from, to) as one word beside a name, at `from * size + to`, with `size` one more than the text is long. */
	readonly word: Float64Array;
	/** Probability of text[0, i) as a sequence of such words, and of text[i, end). */
	readonly before: readonly number[];
	readonly after: readonly number[];
	/** Probability of the whole text as a sequence of words without a name. */
	readonly whole: number;
}

/** Reads every piece of a text as a word that is no name: letters, a frequent word, an affix, or digits. */
export function fillers({ text, cuts, mode, cutInside }: NameText, { first, next, end }: Chances): Fillers {
	const size = text.length + 1;
	const beside = besideName[mode];
	const word = new Float64Array(size * size);
	const before = new Array<number>(size).fill(0);
	const after = new Array<number>(size).fill(0);
	const without = new Array<number>(size).fill(0);
	before[0] = 1;
	without[0] = 1;
	for (let from = 0; from < text.length; from++) {
		if (mode === "display" && !cuts[from]) continue;
		const digits = isDigit(text, from);
		const again = from === 0 ? 1 - ANOTHER : ANOTHER;
		let chance = first[from] as number;
		let blind = 2 ** -2;
		for (let to = from + 1; to < size; to++) {
			// A run is all digits or all letters.
			if (isDigit(text, to - 1) !== digits) break;
			if (to > from + 1) chance *= next[to - 1] as number;
			blind *= BLIND_CHANCE;
			if (mode === "display" && !cuts[to]) continue;
			const length = to - from;
			let besideIt: number;
			let withoutIt: number;
			if (digits) {
				const number = chance * (length <= 4 ? 0.22 : 0.04);
				besideIt = beside.digits * number;
				withoutIt = withoutName.digits * number;
			} else {
				const piece = text.slice(from, to);
				const letters = wordProbability(chance * (end[to] as number), blind);
				const affix = length <= longestAffix && affixes.has(piece) ? 1 / affixes.size : 0;
				const frequent = isFrequentWord(piece) ? exp2(-FREQUENT_WORD_BITS) : 0;
				besideIt = beside.letters * letters + beside.affix * affix + beside.frequent * frequent;
				withoutIt = withoutName.letters * letters + withoutName.affix * affix + withoutName.frequent * frequent;
			}
			if (cutInside && mode === "handle" && !cuts[to]) {
				besideIt *= 0.5;
				withoutIt *= 0.5;
			}
			word[from * size + to] = besideIt;
			before[to] = (before[to] as number) + (before[from] as number) * besideIt * again;
			without[to] = (without[to] as number) + (without[from] as number) * withoutIt * again;
		}
	}
	after[size - 1] = 1;
	for (let from = size - 2; from >= 0; from--) {
		let sum = 0;
		for (let to = from + 1; to < size; to++) {
			sum += (after[to] as number) * (word[from * size + to] as number) * (to === size - 1 ? 1 - ANOTHER : ANOTHER);
		}
		after[from] = sum;
	}
	return { word, before, after, whole: without[size - 1] as number };
}

/**
 * Surprisal of a handle as a string, in bits: how rare it is that two people choose it independently. Below about 25
 * bits an equal handle is not identity (forum names under 20 bits recur with probability 0.3 to 0.66).
 */
export function letterSurprisal(handle: string): number {
	const text = fold(clip(handle, limits.handle)).replace(/[^\p{L}\p{Nd}]/gu, "");
	let bits = 0;
	for (let i = 0; i < text.length; i++) bits += symbolBits(text, i, 0);
	const modelled = exp2(-(bits + endBits(text, text.length)));
	return text === "" ? 0 : -log2(wordProbability(modelled, exp2(-(BLIND_LETTER * text.length + 2))));
}
