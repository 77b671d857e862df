import { log2 } from "../arithmetic.js";
import type { PersonName } from "../types.js";
import { isDigit, letterSurprisal } from "./filler.js";
import { FREQUENT_WORD_BITS, isFrequentWord } from "./frequent-words.js";
import { NameGrammar } from "./handle.js";
import { endBits, symbolBits } from "./letters.js";
import { type NameReading, readNames } from "./name.js";
import { NameFinder } from "./name-source.js";
import { readNameText } from "./name-text.js";
import { isListed, populationShare } from "./population.js";
import { remembered } from "./remembered.js";
import { romanize } from "./romanize.js";
import { clip, fold, limits } from "./unicode.js";

/** Longest name or word looked up, shortest that is not chance. */
const LONGEST_PIECE = 16;
const SHORTEST_PIECE = 3;
/** Bits of a letter on its own: an initial. */
const INITIAL_BITS = 4.5;
/** Bits of a frequent word behind another: they come in phrases ("darkknight"). */
const NEXT_WORD_BITS = 7;
/** Digits that many people put behind a name, and the bits of the choice. */
const USUAL_DIGITS_BITS = 5.5;
const usualDigits = /^(?:[01]\d|20|2[0-5]|[6-9]\d|007|123|1234|12345|321|777|666|420|(?:19[4-9]|20[0-3])\d)$/;

/** Bits of a run of digits. */
function digitBits(digits: string): number {
	return usualDigits.test(digits) ? USUAL_DIGITS_BITS : digits.length * log2(10);
}

/** Bits of a run of letters that is no frequent word: what explains it best. @param modelled its bits by the letter model */
function nameBits(piece: string, modelled: number): number {
	if (piece.length === 1) return INITIAL_BITS;
	let bits = modelled;
	if (piece.length < SHORTEST_PIECE) return bits;
	for (const role of ["given", "family"] as const) {
		if (isListed(piece, role)) bits = Math.min(bits, -log2(populationShare(piece, role)));
	}
	return bits;
}

/**
 * How rare it is that two people choose a handle or a mailbox name independently, in bits: the cheapest account of the
 * string as names ("johnsmith", "jsmith"), frequent words ("darkknight", "football99"), digits and plain letters. The
 * letter model alone knows neither names nor words and finds them all rare.
 */
export function surprisal(handle: string): number {
	const text = romanize(fold(clip(handle, limits.handle))).replace(/[^\p{L}\p{Nd}]/gu, "");
	// The fewest bits that explain the first `to` characters, and the fewest when a frequent word ends there.
	const cheapest = new Float64Array(text.length + 1).fill(Number.POSITIVE_INFINITY);
	const endingInWord = cheapest.slice();
	cheapest[0] = 0;
	for (let from = 0; from < text.length; from++) {
		const before = cheapest[from] as number;
		const beforeWord = endingInWord[from] as number;
		const digits = isDigit(text, from);
		let modelled = 0;
		for (let to = from + 1; to <= text.length && to <= from + LONGEST_PIECE; to++) {
			// A piece is all digits or all letters.
			if (isDigit(text, to - 1) !== digits) break;
			modelled += symbolBits(text, to - 1, from);
			const piece = text.slice(from, to);
			const bits = digits ? digitBits(piece) : nameBits(piece, modelled + endBits(text, to));
			let least = before + bits;
			if (!digits && isFrequentWord(piece)) {
				const word = Math.min(before + FREQUENT_WORD_BITS, beforeWord + NEXT_WORD_BITS);
				endingInWord[to] = Math.min(endingInWord[to] as number, word);
				least = Math.min(least, word);
			}
			cheapest[to] = Math.min(cheapest[to] as number, least);
		}
	}
	return Math.min(letterSurprisal(text), cheapest[text.length] as number);
}

/**
 * Bits of a shared string by its surprisal. Far below the surprisal itself, since a string may be a word or a phrase
 * that is not listed; strings under 20 bits recur often (forum names: in 30 to 66 % of cases). Capped, so that in
 * all but small record sets an equal string alone is for a person to look at.
 */
const rarityCurve: readonly (readonly [surprisal: number, bits: number])[] = [
	[8, 0.5],
	[16, 2.5],
	[20, 6],
	[25, 10],
	[32, 14],
	[45, 16],
];

/** What it says that two sides use one string, when half the people who could would use it on both. */
export function rarityBits(surprisal: number): number {
	let [fromX, fromY] = rarityCurve[0] as readonly [number, number];
	for (const [x, y] of rarityCurve) {
		if (surprisal <= x) return x === fromX ? y : fromY + ((y - fromY) * (surprisal - fromX)) / (x - fromX);
		[fromX, fromY] = [x, y];
	}
	return fromY;
}

/**
 * What remains of a handle or mailbox name when the words and initials of a person's names are taken out: the rest is
 * all that an equal string tells beyond the name. Expects folded text without separators.
 */
export function beyondName(handle: string, names: readonly PersonName[]): string {
	return beyond(handle, readNames(names));
}

function beyond(handle: string, readings: readonly NameReading[]): string {
	let shortest = handle;
	for (const { parts } of readings) {
		const texts = parts.map(({ text }) => text).sort((a, b) => b.length - a.length);
		let rest = handle;
		for (const text of texts) if (text.length > 1) rest = rest.replace(text, "");
		const letters = rest.replace(/\d/g, "");
		// f+last, first+l, initials alone; more letters than that are not initials.
		if (letters.length <= 3 && [...letters].every((letter) => texts.some((text) => text[0] === letter)))
			rest = rest.replace(/\D/g, "");
		if (rest.length < shortest.length) shortest = rest;
	}
	return shortest;
}

/** How common a name is among strangers: not asked here. */
const nobody = () => ({ given: 0, family: 0 });

/** A usual form of a name, on two sites: log2(0.28 / 0.07), the shares that were measured of the same and of others. */
const USUAL_FORM = 2;
/** A form of one's name, however odd, is no secret. */
const ODD_FORM = 12;
/** What chance explains almost as well is no form of a name: clga of Garrenwick. */
const CLEARLY = 8;
/** Share of people who use one form of their name where they could use others: a small part of the measured 0.18 to 0.36. */
const SAME_FORM = 0.007;

/** The grammar asked for last: the candidates for one profile are compared with one handle. */
const grammarOf = /* @__PURE__ */ remembered(
	(handle: string) => handle,
	(handle) => {
		// Many put these behind their name.
		const bare = handle.replace(/(?<!\d)\d+$/, (digits) => (usualDigits.test(digits) ? "" : digits));
		const grammar = new NameGrammar(readNameText(bare, "handle"), nobody);
		return { grammar, finder: new NameFinder(grammar) };
	},
	1,
);

/**
 * What it tells that a person's handle and one of their other handles or mailboxes are the same string, beyond what their
 * name explains, in bits. A usual form of the name (tdefren) tells two; an unusual one (todddef, defren0411) as much as
 * few people of that name would write it so: log2(1 + r / q) with q = P(string | the name), and r much lower than it was
 * measured, since people have habits that the grammar does not know. What is no name tells by its rarity.
 */
export function repeatBits(
	handle: string,
	names: readonly PersonName[],
): { readonly bits: number; readonly ofName: boolean } {
	const readings = readNames(names);
	const rare = rarityBits(surprisal(beyond(handle, readings)));
	const { grammar, finder } = grammarOf(handle);
	let form = 0;
	for (const reading of readings) {
		const { named, traceless } = grammar.likelihoodOf(finder.sourceOf(reading));
		if (named > CLEARLY * traceless) form = Math.max(form, named);
	}
	if (form === 0) return { bits: rare, ofName: false };
	const repeated = Math.min(ODD_FORM, Math.max(USUAL_FORM, log2(1 + SAME_FORM / form)));
	return repeated >= rare ? { bits: repeated, ofName: true } : { bits: rare, ofName: false };
}
