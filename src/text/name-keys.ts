import type { NameReading } from "./name.js";
import type { NamePart } from "./name-parts.js";
import type { NameText } from "./name-text.js";
import { nicknamesOf, variantsOf } from "./nicknames.js";
import type { NameRole } from "./population.js";

/** Search keys of names. Those of a record are stored; those of a text are looked up, in every way it can be cut. */
export const searchKeys: {
	pair(given: string, family: string): string;
	initialFamily(given: string, family: string): string;
	givenInitial(given: string, family: string): string;
	word(word: string): string;
	initials(letters: string): string;
} = {
	pair: (given: string, family: string): string => `n:${given}${family}`,
	initialFamily: (given: string, family: string): string => `i:${given[0] ?? ""}${family}`,
	givenInitial: (given: string, family: string): string => `g:${given}${family[0] ?? ""}`,
	word: (word: string): string => `t:${word}`,
	initials: (letters: string): string => `a:${letters}`,
};

/** Spellings of a name from another script that are stored with those of the other name; alone all usual ones are. */
const STORED_SPELLINGS = 3;

/** The names of a role by which a record is found, the likeliest first where they are spellings of another script. */
function storedNames(parts: readonly NamePart[], role: NameRole, native: boolean): string[] {
	// Short forms of the given name are tried when searching, not stored: they would multiply the keys.
	const stored = parts.filter(
		(part) =>
			part.role === role &&
			(part.detail === "full" || part.detail === "part") &&
			part.weight >= 0.05 &&
			(part.native === true) === native,
	);
	if (stored.some(({ script }) => script !== undefined)) stored.sort((a, b) => b.weight - a.weight);
	return [...new Set(stored.map(({ text }) => text))];
}

/** The keys under which a record with such a name is found. */
export function* keysOfReading({ parts }: NameReading): Iterable<string> {
	const foreign = parts.some(({ script }) => script !== undefined);
	const most = foreign ? STORED_SPELLINGS : Number.POSITIVE_INFINITY;
	yield* keysOfNames(storedNames(parts, "given", false), storedNames(parts, "family", false), most);
	if (!foreign) return;
	yield* keysOfNames(storedNames(parts, "given", true), storedNames(parts, "family", true), most);
	for (const { detail, text } of parts) if (detail === "initials") yield searchKeys.initials(text);
}

function* keysOfNames(givenNames: readonly string[], familyNames: readonly string[], most: number): Iterable<string> {
	for (const word of new Set([...givenNames, ...familyNames])) if (word.length >= 2) yield searchKeys.word(word);
	for (const family of familyNames.slice(0, most)) {
		for (const given of givenNames.slice(0, most)) {
			yield searchKeys.pair(given, family);
			yield searchKeys.initialFamily(given, family);
			yield searchKeys.givenInitial(given, family);
		}
	}
}

/** Short forms, full forms and other spellings of a given name. */
function otherForms(given: string): readonly string[] {
	return [...nicknamesOf(given), ...variantsOf(given)];
}

function* keysOfPieces({ text, cuts, mode, cutInside }: NameText): Iterable<string> {
	const bounds: number[] = [];
	for (let at = 0; at <= text.length; at++) if (mode === "handle" || cuts[at]) bounds.push(at);
	const end = text.length;
	for (const from of bounds) {
		for (const to of bounds) {
			const length = to - from;
			if (length < 2 || length > 30) continue;
			const edges = (from === 0 || cuts[from] ? 1 : 0) + (to === end || cuts[to] ? 1 : 0);
			// A short word inside a long one is chance; with cuts in the text a name keeps to at least one of them.
			if (length < 4 - (edges === 2 ? 2 : edges) || (cutInside && edges === 0)) continue;
			const piece = text.slice(from, to);
			if (/^\d|\d$/.test(piece)) continue;
			yield searchKeys.word(piece);
			if (edges === 2 && length === 3) yield searchKeys.initials(piece);
			if (edges > 0 && length >= 4) yield* keysOfJoined(piece, edges === 2);
		}
	}
}

/** Keys of a run of letters that may be a whole name, in either order. */
function* keysOfJoined(piece: string, whole: boolean): Iterable<string> {
	yield searchKeys.pair(piece, "");
	yield `i:${piece}`;
	yield `g:${piece}`;
	if (!whole) return;
	yield `i:${piece.slice(-1)}${piece.slice(0, -1)}`;
	yield `g:${piece.slice(1)}${piece[0]}`;
	for (let cut = 2; cut <= piece.length - 2; cut++) {
		const first = piece.slice(0, cut);
		const second = piece.slice(cut);
		yield searchKeys.pair(second, first);
		for (const form of otherForms(first)) yield searchKeys.pair(form, second);
		for (const form of otherForms(second)) yield searchKeys.pair(form, first);
	}
}

function* keysOfWords({ text, cuts, foreign }: NameText): Iterable<string> {
	const ends = [...cuts.keys()].filter((at) => cuts[at] === 1);
	const list = ends.slice(1).map((to, index) => text.slice(ends[index], to));
	yield* keysOfPairs(list);
	if (foreign.length === 0) return;
	const spelt = new Map(foreign.map(({ from, to, latin }) => [text.slice(from, to), latin.slice(0, STORED_SPELLINGS)]));
	for (const latin of spelt.values()) for (const word of latin) yield searchKeys.word(word);
	for (const a of list) {
		for (const b of list) {
			if (a === b) continue;
			for (const first of spelt.get(a) ?? [a])
				for (const second of spelt.get(b) ?? [b]) yield* keysOfPairs([first, second]);
		}
	}
}

function* keysOfPairs(list: readonly string[]): Iterable<string> {
	for (const a of list) {
		for (const b of list) {
			if (a === b || /\d/.test(a + b)) continue;
			yield searchKeys.pair(a, b);
			for (const form of otherForms(a)) yield searchKeys.pair(form, b);
			yield searchKeys.initialFamily(a, b);
			yield searchKeys.givenInitial(a, b);
		}
	}
}

/** The keys to look up for a text that may show a name. */
export function* keysOfText(nameText: NameText): Iterable<string> {
	if (nameText.mode === "display") yield* keysOfWords(nameText);
	yield* keysOfPieces(nameText);
}
