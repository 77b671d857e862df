import { isTypo } from "./distance.js";
import { beginnings, type NameSource, type Occurrence } from "./handle.js";
import type { NameReading } from "./name.js";
import type { NamePart } from "./name-parts.js";
import { Kind } from "./name-rates.js";
import type { NameText } from "./name-text.js";
import { joinName } from "./name-words.js";

/** Share of people whose spelling in two scripts is among the usual ones. */
const SPELT_ALIKE = 0.7;
/** P(just this slip of the keyboard): one word in fifty has one, out of some five hundred possible. */
export const TYPO: number = 2 ** -15;

/** A name of one word is a full name: it may stand where others show their given name or their surname. */
export function wholeName({ given, family }: NameReading): boolean {
	return given.length === 0 || family.length === 0;
}

/** Finds every piece of a reading's names in the text. */
export function sourceOf(reading: NameReading, nameText: NameText, namesakes: number): NameSource {
	const { text, mode } = nameText;
	const occurrences: Occurrence[] = [];
	let foreign = false;
	for (const part of reading.parts) {
		if (part.script !== undefined) foreign = true;
		if (!part.native) findAll(part.text, kindOf(part), part.weight, text, occurrences);
		if (nameText.foreign.length === 0) continue;
		if (part.native) findAll(part.text, kindOf(part), part.weight, text, occurrences);
		else findSpelt(part, nameText, occurrences);
	}
	if (mode === "handle") {
		findBeginnings(joinName(reading.given), Kind.p, text, occurrences);
		findBeginnings(joinName(reading.family), Kind.q, text, occurrences);
	} else {
		findTypos(reading, nameText, occurrences);
	}
	return {
		occurrences: wholeName(reading) ? asEither(occurrences) : occurrences,
		namesakes,
		familyFirst: reading.familyFirst,
		foreign,
		middles: middlesOf(reading),
	};
}

const none: readonly string[] = [];

function middlesOf({ middle }: NameReading): readonly string[] {
	// Most names on record have none.
	if (middle.length === 0) return none;
	return middle.map((word) => joinName([word])).filter((word) => word !== "");
}

/** A name of one word may be the surname as well. */
function asEither(occurrences: readonly Occurrence[]): Occurrence[] {
	return occurrences.flatMap((found) => (found.kind === Kind.G ? [found, { ...found, kind: Kind.F }] : [found]));
}

function kindOf({ role, detail }: NamePart): Kind {
	if (detail === "initial") return role === "given" ? Kind.g : Kind.f;
	return role === "given" ? Kind.G : Kind.F;
}

/** Whether the word is in the text at all. */
function findAll(word: string, kind: Kind, probability: number, text: string, found: Occurrence[]): boolean {
	let from = text.indexOf(word);
	if (from < 0) return false;
	for (; from >= 0; from = text.indexOf(word, from + 1)) {
		found.push({ kind, from, to: from + word.length, probability });
	}
	return true;
}

/** A name in the text's own script is compared as it is; a Latin one, or one of a third script, by its spelling. */
function findSpelt(part: NamePart, { foreign }: NameText, found: Occurrence[]): void {
	if (part.detail === "initial" || part.detail === "initials") return;
	for (const { from, to, script, latin } of foreign) {
		if (part.script === script || !latin.includes(part.text)) continue;
		found.push({ kind: kindOf(part), from, to, probability: SPELT_ALIKE * part.weight });
	}
}

function findBeginnings(name: string, kind: Kind, text: string, found: Occurrence[]): void {
	const { shortest, longest, probability } = beginnings;
	for (let length = shortest; length <= longest && length < name.length; length++) {
		// Where a beginning is not found, no longer one is.
		if (!findAll(name.slice(0, length), kind, probability, text, found)) return;
	}
}

function findTypos({ parts }: NameReading, { text, cuts }: NameText, found: Occurrence[]): void {
	let from = 0;
	for (let to = 1; to < cuts.length; to++) {
		if (!cuts[to]) continue;
		const word = text.slice(from, to);
		for (const part of parts) {
			if (part.detail === "full" && isTypo(word, part.text))
				found.push({ kind: kindOf(part), from, to, probability: TYPO });
		}
		from = to;
	}
}
