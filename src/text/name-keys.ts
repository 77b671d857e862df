import { isTypo } from "./distance.js";
import { isDigit } from "./filler.js";
import type { NameReading } from "./name.js";
import { LATER_PIECE, MIDDLE, type NamePart } from "./name-parts.js";
import type { NameText } from "./name-text.js";
import { joinName, letters, pieces, surnames } from "./name-words.js";
import { nicknamesOf, nicknameWeight, variantsOf } from "./nicknames.js";
import type { NameRole } from "./population.js";
import { plainSpelling } from "./sound.js";

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

/** The least likely form of a name that is stored. */
const LEAST_STORED = 0.05;

/** The names of a role by which a record is found, the likeliest first where they are spellings of another script. */
function storedNames(parts: readonly NamePart[], role: NameRole, native: boolean): string[] {
	// Short forms of the given name are tried when searching, not stored: they would multiply the keys.
	const stored = parts.filter(
		(part) =>
			part.role === role &&
			(part.detail === "full" || part.detail === "part") &&
			part.weight >= LEAST_STORED &&
			(part.native === true) === native,
	);
	if (stored.some(({ script }) => script !== undefined)) stored.sort((a, b) => b.weight - a.weight);
	return [...new Set(stored.map(({ text }) => text))];
}

/** The same of a plain reading, from its words. A piece or a middle name that is likelier as a short form is none of them. */
function storedGiven({ given, middle }: NameReading): string[] {
	const stored: string[] = [];
	const whole = joinName(given);
	addNew(whole, stored);
	const [first = "", ...others] = isOneWord(given) ? [] : pieces(given).map(letters);
	if (others.length > 0) addNew(first, stored);
	for (const name of others) {
		if (Math.max(shortWeight(whole, name), shortWeight(first, name)) <= LATER_PIECE) addNew(name, stored);
	}
	for (const word of middle) {
		const name = joinName([word]);
		if (Math.max(shortWeight(whole, name), shortWeight(first, name)) < MIDDLE) addNew(name, stored);
	}
	return stored;
}

/** P(a bearer of the given name shows this short form). */
function shortWeight(given: string, short: string): number {
	return nicknamesOf(given).includes(short) ? nicknameWeight(given) : 0;
}

function isOneWord(words: readonly string[]): boolean {
	return words.length === 0 || (words.length === 1 && !(words[0] as string).includes("-"));
}

/** The same surnames: whole, without particles, and in pieces. */
function storedFamily({ family }: NameReading): string[] {
	const stored: string[] = [];
	addNew(joinName(family), stored);
	if (isOneWord(family)) return stored;
	const bare = pieces(family);
	addNew(joinName(bare), stored);
	if (bare.length === 1) return stored;
	for (const piece of bare) addNew(joinName([piece]), stored);
	for (const surname of surnames(family)) if (surname.length > 1) addNew(joinName(surname), stored);
	return stored;
}

function addNew(name: string, stored: string[]): void {
	if (name !== "" && !stored.includes(name)) stored.push(name);
}

/** The keys under which a record with such a name is found. */
export function keysOfReading(reading: NameReading): string[] {
	const keys: string[] = [];
	if (reading.plain) {
		addNames(storedGiven(reading), storedFamily(reading), Number.POSITIVE_INFINITY, keys);
		return keys;
	}
	const { parts } = reading;
	const foreign = parts.some(({ script }) => script !== undefined);
	const most = foreign ? STORED_SPELLINGS : Number.POSITIVE_INFINITY;
	addNames(storedNames(parts, "given", false), storedNames(parts, "family", false), most, keys);
	if (!foreign) return keys;
	addNames(storedNames(parts, "given", true), storedNames(parts, "family", true), most, keys);
	for (const { detail, text } of parts) if (detail === "initials") keys.push(searchKeys.initials(text));
	return keys;
}

function addNames(givenNames: readonly string[], familyNames: readonly string[], most: number, keys: string[]): void {
	for (const word of givenNames) addWord(word, keys);
	for (const word of familyNames) if (!givenNames.includes(word)) addWord(word, keys);
	for (let f = 0; f < familyNames.length && f < most; f++) {
		const family = familyNames[f] as string;
		for (let g = 0; g < givenNames.length && g < most; g++) {
			const given = givenNames[g] as string;
			keys.push(searchKeys.pair(given, family));
			keys.push(searchKeys.initialFamily(given, family));
			keys.push(searchKeys.givenInitial(given, family));
		}
	}
}

function addWord(word: string, keys: string[]): void {
	if (word.length < 2) return;
	keys.push(searchKeys.word(word));
	const plain = plainSpelling(word);
	if (plain !== word) keys.push(searchKeys.word(plain));
}

/** The pair with the given name in its short forms, full forms and other spellings. */
function addOtherForms(given: string, family: string, keys: string[]): void {
	for (const form of nicknamesOf(given)) keys.push(searchKeys.pair(form, family));
	for (const form of variantsOf(given)) keys.push(searchKeys.pair(form, family));
}

const LONGEST_PIECE = 30;

function addPieces({ text, cuts, mode, cutInside }: NameText, joined: string[], keys: string[]): void {
	const end = text.length;
	for (let from = 0; from < end; from++) {
		if ((mode !== "handle" && !cuts[from]) || isDigit(text, from)) continue;
		const begins = from === 0 || cuts[from] === 1;
		for (let to = from + 2; to <= end && to <= from + LONGEST_PIECE; to++) {
			if ((mode !== "handle" && !cuts[to]) || isDigit(text, to - 1)) continue;
			const length = to - from;
			const ends = to === end || cuts[to] === 1;
			const whole = begins && ends;
			const edge = begins || ends;
			// A short word inside a long one is chance; with cuts in the text a name keeps to at least one of them.
			if (length < (whole ? 2 : edge ? 3 : 4) || (cutInside && !edge)) continue;
			const piece = text.slice(from, to);
			addWord(piece, keys);
			if (whole && length === 3) keys.push(searchKeys.initials(piece));
			if (!edge || length < 4 || joined.includes(piece)) continue;
			if (whole) joined.push(piece);
			addJoined(piece, whole, keys);
		}
	}
}

/** Keys of a run of letters that may be a whole name, in either order. */
function addJoined(piece: string, whole: boolean, keys: string[]): void {
	keys.push(searchKeys.pair(piece, ""), `i:${piece}`, `g:${piece}`);
	if (!whole) return;
	keys.push(`i:${piece.slice(-1)}${piece.slice(0, -1)}`);
	keys.push(`g:${piece.slice(1)}${piece[0]}`);
	for (let cut = 2; cut <= piece.length - 2; cut++) {
		const first = piece.slice(0, cut);
		const second = piece.slice(cut);
		keys.push(searchKeys.pair(second, first));
		addOtherForms(first, second, keys);
		addOtherForms(second, first, keys);
	}
}

/** The words of a text, as its cuts part them. */
function wordsOf({ text, cuts }: NameText): string[] {
	const list: string[] = [];
	let from = 0;
	for (let to = 1; to < cuts.length; to++) {
		if (!cuts[to]) continue;
		list.push(text.slice(from, to));
		from = to;
	}
	return list;
}

function addWords(nameText: NameText, keys: string[]): void {
	const { text, foreign } = nameText;
	const list = wordsOf(nameText);
	addPairs(list, keys);
	if (foreign.length === 0) return;
	const spelt = new Map(foreign.map(({ from, to, latin }) => [text.slice(from, to), latin.slice(0, STORED_SPELLINGS)]));
	for (const latin of spelt.values()) for (const word of latin) keys.push(searchKeys.word(word));
	for (const a of list) {
		for (const b of list) {
			if (a === b) continue;
			for (const first of spelt.get(a) ?? [a])
				for (const second of spelt.get(b) ?? [b]) addPairs([first, second], keys);
		}
	}
}

function addPairs(list: readonly string[], keys: string[]): void {
	const names = list.filter((word) => !/\d/.test(word));
	for (const a of names) {
		for (const b of names) {
			if (a === b) continue;
			keys.push(searchKeys.pair(a, b));
			addOtherForms(a, b, keys);
			keys.push(searchKeys.initialFamily(a, b));
			keys.push(searchKeys.givenInitial(a, b));
		}
	}
}

/** The keys to look up for texts that may show a name. */
export function keysOfTexts(nameTexts: readonly NameText[]): string[] {
	const keys: string[] = [];
	// Display name and handle are often the same letters.
	const joined: string[] = [];
	for (const nameText of nameTexts) {
		if (nameText.mode === "display") addWords(nameText, keys);
		addPieces(nameText, joined, keys);
	}
	return keys;
}

/** Shorter words are too near to too many others. */
const SHORTEST_SLIP = 5;
/** Words looked up in place of one that nobody has. */
const MOST_MEANT = 8;

/** Whether a record's key is for a word that may be misspelt. */
export function isWordKey(key: string): boolean {
	return key.startsWith("t:") && key.length >= SHORTEST_SLIP + 2;
}

/**
 * More keys to look up for a display name: those of the words that it may have meant where no record has one of its words.
 * @param similar keys of records whose word is perhaps that of a key with a slip
 */
export function keysOfSlips(
	nameText: NameText,
	count: (key: string) => number,
	similar: (key: string) => readonly string[],
): string[] {
	const keys: string[] = [];
	if (nameText.mode !== "display") return keys;
	const list = wordsOf(nameText);
	for (const word of list) {
		const key = searchKeys.word(word);
		if (!isWordKey(key) || count(key) > 0) continue;
		const meant = similar(key)
			.map((other) => other.slice(2))
			.filter((other) => isTypo(word, other))
			.map((other) => ({ other, bearers: count(searchKeys.word(other)) }))
			.sort((a, b) => b.bearers - a.bearers);
		for (const { other } of meant.slice(0, MOST_MEANT)) {
			keys.push(searchKeys.word(other));
			for (const beside of list) if (beside !== word) addPairs([beside, other], keys);
		}
	}
	return keys;
}
