import { isTypo } from "./distance.js";
import { beginnings, type NameGrammar, type NameSource, type Occurrence, type PlacedName } from "./handle.js";
import { isInitial, type NameReading } from "./name.js";
import type { NamePart } from "./name-parts.js";
import { Kind } from "./name-rates.js";
import { initialBit, type NameText } from "./name-text.js";
import { joinName } from "./name-words.js";
import { type NameRole, populationShare, prefixShare } from "./population.js";
import { koreanSpellings } from "./scripts/hangul.js";
import { maySound, type Sounds, soundOf, soundsOf } from "./sound.js";

/** Share of people whose spelling in two scripts is among the usual ones. */
const SPELT_ALIKE = 0.7;
/** P(just this slip of the keyboard): one word in fifty has one, out of some five hundred possible. */
export const TYPO: number = 2 ** -15;

/** Share of people who write their name otherwise than it is on record, where it can be. */
const RESPELT = 0.03;
/** P(a person shows a name in full), and how long it is at most where it is looked for letter by letter. */
const SPELT_OUT = 0.8;
const LONGEST = 12;
/** Names of fewer sounds are too near to too many others. */
const SHORTEST_SOUND = 3;

/** A name of one word is a full name: it may stand where others show their given name or their surname. */
export function wholeName({ given, family }: NameReading): boolean {
	return given.length === 0 || family.length === 0;
}

/** Finds the names of people in one text: each of their names once, since those who are compared with it share many. */
export class NameFinder {
	private readonly grammar: NameGrammar;
	private readonly text: NameText;
	private readonly sounds: Sounds;
	private readonly known = { given: new Map<string, PlacedName>(), family: new Map<string, PlacedName>() };

	constructor(grammar: NameGrammar) {
		this.grammar = grammar;
		this.text = grammar.nameText;
		this.sounds = soundsOf(this.text.text);
	}

	/** Finds every piece of a reading's names in the text. */
	sourceOf(reading: NameReading): NameSource {
		const { given, family, middle, familyFirst } = reading;
		// Without other spellings, middle names and nicknames the parts of a name follow from its words.
		if (reading.plain && middle.length === 0 && !wholeName(reading)) {
			return {
				given: this.known.given.get(keyOf(given)) ?? this.remembered(reading, "given"),
				family: this.known.family.get(keyOf(family)) ?? this.remembered(reading, "family"),
				familyFirst,
				foreign: false,
				middles: none,
			};
		}
		const pieces = { given: this.piecesOf(reading, "given"), family: this.piecesOf(reading, "family") };
		if (wholeName(reading)) addAsFamily(pieces);
		return {
			given: this.grammar.place(pieces.given),
			family: this.grammar.place(pieces.family),
			familyFirst,
			foreign: reading.parts.some(({ script }) => script !== undefined),
			middles: middlesOf(reading),
		};
	}

	private remembered(reading: NameReading, role: NameRole): PlacedName {
		const placed = this.grammar.place(this.piecesOf(reading, role));
		this.known[role].set(keyOf(reading[role]), placed);
		return placed;
	}

	private piecesOf(reading: NameReading, role: NameRole): Occurrence[] {
		return piecesOf(reading, role, this.text, this.sounds);
	}
}

/** Words have no blanks. */
function keyOf(words: readonly string[]): string {
	return words.length === 1 ? (words[0] as string) : words.join(" ");
}

function piecesOf(reading: NameReading, role: NameRole, text: NameText, sounds: Sounds): Occurrence[] {
	const found: Occurrence[] = [];
	const isDisplay = text.mode === "display";
	const isShort = isInitial(reading[role]);
	if (isShort) findSpeltOut(reading[role][0] as string, role, text, found);
	for (const part of reading.partsOf(role)) {
		// What is shown of a C. Howard is an initial, and no name that C. is in full.
		if (isShort && part.detail === "full") continue;
		const begins = (text.initials & initialBit(part.text, 0)) !== 0;
		if (begins && (!part.native || text.foreign.length > 0)) findAll(part, text.text, found);
		if (begins && isDisplay && part.detail === "full") findTypos(part, text, found);
		if (text.foreign.length > 0 && !part.native) findSpelt(part, text, found);
		findRespelt(part, text, sounds, wholeName(reading) ? undefined : true, found);
	}
	if (!isDisplay) findBeginnings(joinName(reading[role]), role === "given" ? Kind.p : Kind.q, text, found);
	return found;
}

const none: readonly string[] = [];

function middlesOf({ middle }: NameReading): readonly string[] {
	// Most names on record have none.
	if (middle.length === 0) return none;
	return middle.map((word) => joinName([word])).filter((word) => word !== "");
}

/** A name of one word may be the surname as well. */
function addAsFamily({ given, family }: Readonly<Record<NameRole, Occurrence[]>>): void {
	for (const found of given) if (found.kind === Kind.G) family.push({ ...found, kind: Kind.F });
}

function kindOf({ role, detail }: NamePart): Kind {
	if (detail === "initial") return role === "given" ? Kind.g : Kind.f;
	return role === "given" ? Kind.G : Kind.F;
}

function findAll(part: NamePart, text: string, found: Occurrence[]): void {
	const { text: word, weight: probability, detail } = part;
	const kind = kindOf(part);
	for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
		found.push({ kind, from, to: from + word.length, probability, detail });
	}
}

/**
 * A name that is written in another way, but sounds the same, or is another usual spelling of a Korean surname. Chance words
 * do, too, such as places: Incheon is not In-chun. So beside the other name only, where there is one.
 */
function findRespelt(
	part: NamePart,
	{ text }: NameText,
	sounds: Sounds,
	besideOnly: true | undefined,
	found: Occurrence[],
): void {
	const { text: name, detail } = part;
	if (part.native || (detail !== "full" && detail !== "part")) return;
	const kind = kindOf(part);
	const probability = RESPELT * part.weight;
	const sound = maySound(name, sounds) ? soundOf(name) : "";
	if (sound.length >= SHORTEST_SOUND) {
		for (let at = sounds.text.indexOf(sound); at >= 0; at = sounds.text.indexOf(sound, at + 1)) {
			const from = sounds.at[at] as number;
			const to = sounds.at[at + sound.length] as number;
			if (text.slice(from, to) !== name) found.push({ kind, from, to, probability, detail, besideOnly });
		}
	}
	if (part.role === "given" || part.script !== undefined) return;
	for (const other of koreanSpellings(name)) {
		for (let from = text.indexOf(other); from >= 0; from = text.indexOf(other, from + 1))
			found.push({ kind, from, to: from + other.length, probability, detail, besideOnly });
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

function findBeginnings(name: string, kind: Kind, { text, initials }: NameText, found: Occurrence[]): void {
	if (name === "" || (initials & initialBit(name, 0)) === 0) return;
	const { shortest, longest, probability } = beginnings;
	for (let from = text.indexOf(name[0] as string); from >= 0; from = text.indexOf(name[0] as string, from + 1)) {
		for (let to = from + 1; to - from < name.length && to - from <= longest; to++) {
			if (to - from >= shortest) found.push({ kind, from, to, probability });
			if (text.charCodeAt(to) !== name.charCodeAt(to - from)) break;
		}
	}
}

/** Of a C. Howard any given name that begins with C may be the one in full, as likely as it is among those that do. */
function findSpeltOut(letter: string, role: NameRole, { text, mode, cuts }: NameText, found: Occurrence[]): void {
	const kind = role === "given" ? Kind.G : Kind.F;
	const beginning = prefixShare(letter);
	for (let from = text.indexOf(letter); from >= 0; from = text.indexOf(letter, from + 1)) {
		if (mode === "display" && !cuts[from]) continue;
		for (let to = from + 2; to <= text.length && to - from <= LONGEST; to++) {
			if (mode === "display" && !cuts[to]) continue;
			const probability = SPELT_OUT * Math.min(1, populationShare(text.slice(from, to), role) / beginning);
			found.push({ kind, from, to, probability, detail: "initial", besideOnly: true });
		}
	}
}

function findTypos(part: NamePart, { text, cuts }: NameText, found: Occurrence[]): void {
	let from = 0;
	for (let to = 1; to < cuts.length; to++) {
		if (!cuts[to]) continue;
		if (isTypo(text.slice(from, to), part.text)) found.push({ kind: kindOf(part), from, to, probability: TYPO });
		from = to;
	}
}
