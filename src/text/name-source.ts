import { isTypo } from "./distance.js";
import { beginnings, type NameSource, type Occurrence } from "./handle.js";
import type { NameReading } from "./name.js";
import type { NamePart } from "./name-parts.js";
import type { Kind } from "./name-rates.js";
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
	const { text, mode, cuts } = nameText;
	const occurrences: Occurrence[] = [];
	for (const part of reading.parts) {
		if (!part.native) findPart(part, text, occurrences);
		if (nameText.foreign.length === 0) continue;
		if (part.native) findPart(part, text, occurrences);
		else findSpelt(part, nameText, occurrences);
	}
	if (mode === "handle") {
		findBeginnings(joinName(reading.given), "p", text, occurrences);
		findBeginnings(joinName(reading.family), "q", text, occurrences);
	} else {
		findTypos(reading, text, cuts, occurrences);
	}
	const middles = new Set(reading.middle.map((word) => joinName([word])).filter((word) => word !== ""));
	const initials = new Set([...middles].map((word) => word[0]));
	const doubled = wholeName(reading)
		? occurrences.flatMap((found) => (found.kind === "G" ? [found, { ...found, kind: "F" as const }] : [found]))
		: occurrences;
	return {
		occurrences: doubled,
		namesakes,
		familyFirst: reading.familyFirst,
		foreign: reading.parts.some(({ script }) => script !== undefined),
		between: (from, to) => {
			const piece = text.slice(from, to);
			if (middles.has(piece)) return 0.05;
			return piece.length === 1 && initials.has(piece) ? 0.05 : 0;
		},
	};
}

function kindOf({ role, detail }: NamePart): Kind {
	if (detail === "initial") return role === "given" ? "g" : "f";
	return role === "given" ? "G" : "F";
}

function findPart(part: NamePart, text: string, found: Occurrence[]): void {
	const kind = kindOf(part);
	for (let from = text.indexOf(part.text); from >= 0; from = text.indexOf(part.text, from + 1)) {
		found.push({ kind, from, to: from + part.text.length, probability: part.weight });
	}
}

/** A name in the text's own script is compared as it is; a Latin one, or one of a third script, by its spelling. */
function findSpelt(part: NamePart, { foreign }: NameText, found: Occurrence[]): void {
	if (part.detail === "initial" || part.detail === "initials") return;
	for (const { from, to, script, latin } of foreign) {
		if (part.script === script || !latin.includes(part.text)) continue;
		found.push({ kind: kindOf(part), from, to, probability: SPELT_ALIKE * part.weight });
	}
}

function findBeginnings(name: string, kind: "p" | "q", text: string, found: Occurrence[]): void {
	const { shortest, longest, probability } = beginnings;
	for (let length = shortest; length <= longest && length < name.length; length++) {
		const beginning = name.slice(0, length);
		for (let from = text.indexOf(beginning); from >= 0; from = text.indexOf(beginning, from + 1)) {
			found.push({ kind, from, to: from + length, probability });
		}
	}
}

function findTypos(reading: NameReading, text: string, cuts: Uint8Array, found: Occurrence[]): void {
	const ends = [...cuts.keys()].filter((at) => cuts[at] === 1);
	for (let i = 1; i < ends.length; i++) {
		const from = ends[i - 1] as number;
		const to = ends[i] as number;
		const word = text.slice(from, to);
		for (const part of reading.parts) {
			if (part.detail === "full" && isTypo(word, part.text))
				found.push({ kind: kindOf(part), from, to, probability: TYPO });
		}
	}
}
