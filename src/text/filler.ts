import { affixes, longestAffix } from "./affixes.js";
import { FREQUENT_WORD_BITS, isFrequentWord } from "./frequent-words.js";
import { endBits, symbolBits } from "./letters.js";
import type { NameText } from "./name-text.js";
import { clip, fold, limits } from "./unicode.js";

/** What stands in a text and is no name: digits, affixes, words, any letters. */

export function isDigit(text: string, index: number): boolean {
	const code = text.charCodeAt(index);
	return code >= 48 && code <= 57;
}

/** Bits of a letter drawn blindly, with the chance of stopping after it. */
const BLIND_LETTER = Math.log2(26) + 0.3;

/** Probability of a word that is no name: mostly like the letters of names, sometimes any letters at all. */
function wordProbability(modelBits: number, length: number): number {
	return 0.8 * 2 ** -modelBits + 0.2 * 2 ** -(BLIND_LETTER * length + 2);
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
export const besideName: Readonly<Record<NameText["mode"], FillerShares>> = {
	handle: { digits: 0.2, affix: 0.25, frequent: 0.15, letters: 0.4 },
	display: { digits: 0.1, affix: 0.5, frequent: 0.35, letters: 0.05 },
};
export const withoutName: FillerShares = { digits: 0.1, affix: 0.02, frequent: 0.18, letters: 0.7 };

/** Probability of text[from, to) as one word that is no name: letters, a frequent word, an affix, or digits. Indexed [from][to]. */
export function fillers({ text, cuts, mode, cutInside }: NameText, shares: FillerShares): Float64Array[] {
	const size = text.length + 1;
	const table: Float64Array[] = [];
	for (let from = 0; from < size; from++) {
		const row = new Float64Array(size);
		table.push(row);
		if (mode === "display" && !cuts[from]) continue;
		let bits = 0;
		for (let to = from + 1; to < size; to++) {
			// A run is all digits or all letters.
			if (isDigit(text, to - 1) !== isDigit(text, from)) break;
			bits += symbolBits(text, to - 1, from);
			if (mode === "display" && !cuts[to]) continue;
			const length = to - from;
			if (isDigit(text, from)) {
				row[to] = shares.digits * 2 ** -bits * (length <= 4 ? 0.22 : 0.04);
			} else {
				const word = text.slice(from, to);
				row[to] =
					shares.letters * wordProbability(bits + endBits(text, to), length) +
					(length <= longestAffix && affixes.has(word) ? shares.affix / affixes.size : 0) +
					(isFrequentWord(word) ? shares.frequent * 2 ** -FREQUENT_WORD_BITS : 0);
			}
			if (cutInside && mode === "handle" && !cuts[to]) row[to] = (row[to] as number) * 0.5;
		}
	}
	return table;
}

/** Another filler follows with this probability. */
export const ANOTHER = 0.35;

/** Probability of text[0, i) as a sequence of fillers. */
export function before(filler: readonly Float64Array[], size: number): Float64Array {
	const sums = new Float64Array(size);
	sums[0] = 1;
	for (let to = 1; to < size; to++) {
		let sum = 0;
		for (let from = 0; from < to; from++) {
			sum +=
				(sums[from] as number) * ((filler[from] as Float64Array)[to] as number) * (from === 0 ? 1 - ANOTHER : ANOTHER);
		}
		sums[to] = sum;
	}
	return sums;
}

/**
 * Surprisal of a handle as a string, in bits: how rare it is that two people choose it independently. Below about 25
 * bits an equal handle is not identity (forum names under 20 bits recur with probability 0.3 to 0.66).
 */
export function letterSurprisal(handle: string): number {
	const text = fold(clip(handle, limits.handle)).replace(/[^\p{L}\p{Nd}]/gu, "");
	let bits = 0;
	for (let i = 0; i < text.length; i++) bits += symbolBits(text, i, 0);
	return text === "" ? 0 : -Math.log2(wordProbability(bits + endBits(text, text.length), text.length));
}
