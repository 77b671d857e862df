import { affixes, longestAffix } from "./affixes.js";
import { FREQUENT_WORD_BITS, isFrequentWord } from "./frequent-words.js";
import { endBits, symbolBits } from "./letters.js";
import type { NameRole } from "./population.js";
import { prefixShare } from "./population.js";
import { eastAsianNames, languageOf, type Romanize, type Script, scriptOf, spellings, unified } from "./romanize.js";
import { clip, fold, isAscii, limits, unstyled } from "./unicode.js";

/**
 * A grammar of how people write their name into a handle or a display name. One grammar serves both hypotheses:
 * P(text | this person) and P(text | a stranger) differ only in where the names come from, the record or the
 * population, so their ratio needs no hand-made similarity. Docs: docs/design.md, "The handle model".
 */

/** A handle or a display name made ready: letters and digits only, with the places where it can be cut. */
export interface NameText {
	readonly written: string;
	/** "display": names stand at word boundaries. "handle": anything may be run together. */
	readonly mode: "handle" | "display";
	readonly text: string;
	/** cuts[i] is 1 where a word, a capital or a digit run begins, and at both ends. */
	readonly cuts: Uint8Array;
	/** The text has inner cuts (separators, capitals), so names probably respect them. */
	readonly cutInside: boolean;
	/** Words of other scripts, which stay in their script, with their usual Latin spellings. */
	readonly foreign: readonly ForeignWord[];
}

/** text[from, to) in a script that is not Latin. */
interface ForeignWord {
	readonly from: number;
	readonly to: number;
	readonly script: Script;
	readonly latin: readonly string[];
}

/** The pieces a grammar can use: Given, Family; g, f initials; p, q beginnings of given and family name. */
export type Kind = "G" | "g" | "p" | "F" | "f" | "q";
const kinds: readonly Kind[] = ["G", "g", "p", "F", "f", "q"];
export const roleOf = (kind: Kind): NameRole => (kind === "G" || kind === "g" || kind === "p" ? "given" : "family");

/** A piece of name at text[from, to), with the probability that the person shows exactly this. */
export interface Occurrence {
	readonly kind: Kind;
	readonly from: number;
	readonly to: number;
	readonly probability: number;
}

/** Where names come from: the pieces found in the text, and what may stand between two of them. */
export interface NameSource {
	readonly occurrences: readonly Occurrence[];
	/** The names are at home where the family name is written first: either order is as usual in Latin letters. */
	readonly familyFirst?: boolean | undefined;
	/** The names are of another script: their Latin spellings are known in part. */
	readonly foreign?: boolean;
	/** Probability of text[from, to) as a middle name between two pieces (0: not one). */
	between(from: number, to: number): number;
	/** Share of strangers who bear just this name, and so would write the same. */
	readonly namesakes: number;
}

/** What a text is worth as evidence for a name. */
export interface Comparison {
	readonly bits: number;
	/** The likeliest reading: one or two pieces, or none. */
	readonly reading: readonly Occurrence[];
	/** The only one of the two names that is shown, when it is one. */
	readonly lone?: NameRole;
	/** Then: log2 of P(text | the person) / P(text | anybody with this one name), in bits; never positive. */
	readonly otherBits?: number;
}

interface Rates {
	/** P(pattern), by its two kinds, or one. What is left is P(no trace of the name). */
	readonly patterns: Readonly<Record<string, number>>;
	/** P(nothing before / after the name), for patterns of two pieces and of one. */
	readonly nothing: { readonly pair: readonly [number, number]; readonly single: readonly [number, number] };
	/** How much likelier it is that a piece respects the cuts of the text than that it does not, as a factor per side. */
	readonly acrossCut: number;
	/** P(the text bears another given name, or another surname | same person): nicknames; married and maiden names. */
	readonly otherPart: Readonly<Record<NameRole, number>>;
	/** P(the text bears another name altogether | same person): pseudonyms, spouses, fans. */
	readonly otherName: number;
}

/**
 * Rates of the patterns: rounded means over four public populations (19,500 Twitter accounts, 1,870 GitHub log-ins,
 * 464 standards contributors, 1,588 French deputies); display names from the same Twitter accounts.
 */
const rates: Readonly<Record<NameText["mode"], Rates>> = {
	handle: {
		patterns: {
			GF: 0.24,
			FG: 0.03,
			gF: 0.09,
			Fg: 0.015,
			Gf: 0.02,
			fG: 0.002,
			gf: 0.004,
			fg: 0.001,
			pF: 0.008,
			Gq: 0.01,
			gq: 0.008,
			pq: 0.006,
			pf: 0.002,
			G: 0.08,
			F: 0.11,
			p: 0.008,
			q: 0.01,
		},
		nothing: { pair: [0.85, 0.72], single: [0.6, 0.5] },
		acrossCut: 0.12,
		otherPart: { given: 0.02, family: 0.006 },
		otherName: 0.03,
	},
	display: {
		patterns: { GF: 0.72, FG: 0.06, gF: 0.02, Fg: 0.005, Gf: 0.03, gf: 0.003, G: 0.06, F: 0.02 },
		nothing: { pair: [0.9, 0.8], single: [0.8, 0.6] },
		acrossCut: 0,
		otherPart: { given: 0.006, family: 0.003 },
		otherName: 0.02,
	},
};

/**
 * Share of handles without a trace of the name, by network: where accounts are opened under one's real name they are few.
 * Measured: 33 % on Twitter, 40 and 43 % on GitHub, 2 % among politicians on either; the other networks from general
 * knowledge.
 */
const opaqueShares: Readonly<Record<string, number>> = {
	x: 0.2,
	facebook: 0.1,
	linkedin: 0.05,
	youtube: 0.2,
	instagram: 0.25,
	github: 0.5,
	irc: 0.5,
	reddit: 0.6,
	discord: 0.6,
};

/** The rates for a text, with the share of texts without a name that is usual on the network. */
function ratesOf(mode: NameText["mode"], platform: string | undefined): Rates {
	const usual = rates[mode];
	const opaque = mode === "handle" && platform !== undefined ? opaqueShares[platform] : undefined;
	if (opaque === undefined) return usual;
	const factor = (1 - opaque) / sum(Object.values(usual.patterns));
	const patterns = Object.entries(usual.patterns).map(([pattern, rate]) => [pattern, rate * factor] as const);
	return { ...usual, patterns: Object.fromEntries(patterns) };
}

/** The role of all pieces of a reading, when they have one. */
function loneRole(reading: readonly Occurrence[]): NameRole | undefined {
	const [role, ...others] = new Set(reading.map(({ kind }) => roleOf(kind)));
	return others.length === 0 ? role : undefined;
}

const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);

/** How much less often one name stands in the midst of other letters, with nothing to set it off on either side. */
const INSIDE = 0.25;
/** How much less often other letters follow the beginning of a name that stands for it: seunghee is not Seung-woo. */
const GOES_ON = 0.05;
/** How much more often a name of another script is written in a way that no table knows. */
const FOREIGN = 5;
/** The longest text a grammar reads; more is cut off. */
const MAX_TEXT = 64;
/** The longest middle name or gap between two pieces. */
const MAX_BETWEEN = 14;
/** Beginnings of a name that stand for it: two to six letters, about equally often. */
export const beginnings: { readonly shortest: number; readonly longest: number; readonly probability: number } = {
	shortest: 2,
	longest: 6,
	probability: 0.2,
};

const segments =
	/\p{Lu}\p{M}*(?=\p{Lu}\p{M}*\p{Ll})|(?:\p{Lu}\p{M}*)+(?=\p{Lu}\p{M}*\p{Ll})|(?:\p{Lu}\p{M}*)?(?:\p{Ll}[\p{M}'’]*)+|(?:\p{Lu}[\p{M}'’]*)+|(?:[\p{Lo}\p{Lm}\p{Lt}]\p{M}*)+|\p{Nd}+/gu;

/** A word of a text, or the two parts of a name that is written as one word, with Latin spellings of other scripts. */
function* piecesOf(
	folded: string,
	lang: string | undefined,
	romanize: Romanize | undefined,
): Iterable<{ readonly text: string; readonly script?: Script; readonly latin: readonly string[] }> {
	const script = scriptOf(folded);
	if (script === undefined) {
		yield { text: folded, latin: [] };
		return;
	}
	const spelt = (text: string, usual: readonly string[]): readonly string[] => {
		const own = romanize ? fold(clip(romanize(text), limits.name)).replace(/[^\p{L}]/gu, "") : text;
		return own === text || own === "" ? usual : [...new Set([own, ...usual])];
	};
	const names = eastAsianNames(folded, lang);
	const [first] = names;
	if (!first) {
		yield { text: unified(folded), script, latin: spelt(folded, spellings(folded, lang)) };
		return;
	}
	// The surname and the given name of a Korean or Chinese name are written together; their cut is known all the same.
	const same = names.filter(({ surname }) => surname === first.surname);
	const family = same.flatMap((name) => name.family);
	const given = same.flatMap((name) => name.given);
	yield { text: first.surname, script, latin: spelt(first.surname, family) };
	yield { text: first.givenName, script, latin: spelt(first.givenName, given) };
}

/** Reads a handle or display name; `written` may carry anything a stranger can type. */
export function readNameText(written: string, kind: NameText["mode"], romanize?: Romanize): NameText {
	const safe = unstyled(clip(written, kind === "handle" ? limits.handle : limits.name));
	const lang = isAscii(safe) ? undefined : languageOf(fold(safe));
	let text = "";
	const cutAt = [0];
	const foreign: ForeignWord[] = [];
	for (const word of safe.match(segments) ?? []) {
		for (const piece of piecesOf(fold(word), lang, romanize)) {
			const bare = piece.text.replace(/[^\p{L}\p{Nd}\p{Mc}\p{Mn}]/gu, "");
			if (bare === "" || text.length + bare.length > MAX_TEXT) continue;
			const from = text.length;
			text += bare;
			cutAt.push(text.length);
			if (piece.script) foreign.push({ from, to: text.length, script: piece.script, latin: piece.latin });
		}
	}
	const cuts = new Uint8Array(text.length + 1);
	for (const at of cutAt) cuts[at] = 1;
	const cutInside = cutAt.length > 2;
	// One word without a blank is written like a handle, wherever it stands.
	return { written, mode: cutInside ? kind : "handle", text, cuts, cutInside, foreign };
}

/** True for a Chinese character or a Korean syllable, which is a name by itself. */
function isSyllable(char: string): boolean {
	return char.charCodeAt(0) >= 0x3400;
}

function isDigit(text: string, index: number): boolean {
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
const besideName: Readonly<Record<NameText["mode"], FillerShares>> = {
	handle: { digits: 0.2, affix: 0.25, frequent: 0.15, letters: 0.4 },
	display: { digits: 0.1, affix: 0.5, frequent: 0.35, letters: 0.05 },
};
const withoutName: FillerShares = { digits: 0.1, affix: 0.02, frequent: 0.18, letters: 0.7 };

/** Probability of text[from, to) as one word that is no name: letters, a frequent word, an affix, or digits. Indexed [from][to]. */
function fillers({ text, cuts, mode, cutInside }: NameText, shares: FillerShares): Float64Array[] {
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
const ANOTHER = 0.35;

/** Share of people who have two given names, or two surnames, of which both are written. */
export const DOUBLED = 0.1;
/** Names as common as this are looked at: of two rare ones the letters know as much. */
const COMMON = 2 ** -14;

/** Two names of one role written as one: mariasoledad is no rarer than María and Soledad are together. */
function doubled(occurrences: readonly Occurrence[]): Occurrence[] {
	const common = occurrences.filter(
		({ kind, from, to, probability }) => (kind === "G" || kind === "F") && to - from >= 3 && probability >= COMMON,
	);
	return common.flatMap(({ kind, from, to, probability }) =>
		common
			.filter((second) => second.from === to && second.kind === kind)
			.map((second) => ({ kind, from, to: second.to, probability: DOUBLED * probability * second.probability })),
	);
}

/** Probability of text[0, i) as a sequence of fillers. */
function before(filler: readonly Float64Array[], size: number): Float64Array {
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

/** Everything about a text that does not depend on whose it is. Made once for each query. */
export class NameGrammar {
	readonly nameText: NameText;
	private readonly rates: Rates;
	private readonly opaqueRate: number;
	/** Probability of text[0, i) as a sequence of fillers, and of text[i, end). */
	private readonly before: Float64Array;
	private readonly after: Float64Array;
	private readonly filler: readonly Float64Array[];
	/** P(text | no trace of any name). */
	private readonly opaque: number;
	/** P(text | a stranger). */
	private readonly stranger: number;
	/** Every piece of the text as the given or the family name of anybody. */
	private readonly anybodys: readonly Occurrence[];
	/** Sums over them, as they are asked for. */
	private readonly singles: Partial<Record<NameRole, number>> = {};
	private readonly pairs = new Map<string, number>();

	/**
	 * @param share share of people who bear this name in this role
	 * @param platform the network, where it is known
	 */
	constructor(nameText: NameText, share: (name: string, role: NameRole) => number, platform?: string) {
		this.nameText = nameText;
		this.rates = ratesOf(nameText.mode, platform);
		this.opaqueRate = 1 - sum(Object.values(this.rates.patterns));
		const size = nameText.text.length + 1;
		this.filler = fillers(nameText, besideName[nameText.mode]);
		this.before = before(this.filler, size);
		this.after = new Float64Array(size);
		this.after[size - 1] = 1;
		for (let from = size - 2; from >= 0; from--) {
			let sum = 0;
			for (let to = from + 1; to < size; to++) {
				sum += (this.after[to] as number) * this.fill(from, to) * (to === size - 1 ? 1 - ANOTHER : ANOTHER);
			}
			this.after[from] = sum;
		}
		this.opaque = before(fillers(nameText, withoutName), size)[size - 1] as number;
		const population = this.population(share);
		this.anybodys = population.occurrences;
		this.stranger = this.anybody(population) + this.traceless;
	}

	private fill(from: number, to: number): number {
		return (this.filler[from] as Float64Array)[to] as number;
	}

	private lead(at: number, nothing: number): number {
		return at === 0 ? nothing : (1 - nothing) * (this.before[at] as number);
	}

	private trail(at: number, nothing: number): number {
		return at === this.nameText.text.length ? nothing : (1 - nothing) * (this.after[at] as number);
	}

	/** Probability of what stands before and after a single piece. */
	private around({ kind, from, to }: Occurrence): number {
		const { text, cuts } = this.nameText;
		const inside = from > 0 && to < text.length && !cuts[from] && !cuts[to];
		const [before, after] = this.rates.nothing.single;
		return (inside ? INSIDE : 1) * this.lead(from, before) * this.ending(kind, to, after);
	}

	/** Probability of what stands after the last piece. A name that goes on with other letters has not been cut short. */
	private ending(kind: Kind, to: number, nothing: number): number {
		const { text, cuts } = this.nameText;
		const goesOn = (kind === "p" || kind === "q") && to < text.length && !cuts[to];
		return (goesOn ? GOES_ON : 1) * this.trail(to, nothing);
	}

	/** 1 where a piece may begin or end, less where it would run across a cut the writer has made. */
	private edge(at: number): number {
		return !this.nameText.cutInside || this.nameText.cuts[at] ? 1 : this.rates.acrossCut;
	}

	/** Probability of a piece where it stands. */
	private weightOf({ probability, from, to }: Occurrence): number {
		return probability * this.edge(from) * this.edge(to);
	}

	/** Every piece of the text as the name of somebody in the population. */
	private population(share: (name: string, role: NameRole) => number): NameSource {
		const { text, mode } = this.nameText;
		const occurrences: Occurrence[] = [];
		for (let from = 0; from < text.length; from++) {
			if (isDigit(text, from) || this.edge(from) === 0) continue;
			for (let to = from + 1; to <= text.length && !isDigit(text, to - 1); to++) {
				if (this.edge(to) === 0) continue;
				const piece = text.slice(from, to);
				if (piece.length === 1 && !isSyllable(piece)) {
					const probability = prefixShare(piece);
					occurrences.push({ kind: "g", from, to, probability }, { kind: "f", from, to, probability });
					continue;
				}
				occurrences.push(
					{ kind: "G", from, to, probability: share(piece, "given") },
					{ kind: "F", from, to, probability: share(piece, "family") },
				);
				if (mode === "handle" && piece.length <= beginnings.longest) {
					const probability = prefixShare(piece) * beginnings.probability;
					occurrences.push({ kind: "p", from, to, probability }, { kind: "q", from, to, probability });
				}
			}
		}
		return {
			occurrences: [...occurrences, ...doubled(occurrences)],
			namesakes: 0,
			between: (from, to) => (to - from === 1 ? 0.05 * prefixShare(text.slice(from, to)) : 0),
		};
	}

	/** Probability of what stands between two pieces. */
	private middle(from: number, to: number, source: NameSource): number {
		if (from === to) return 0.9;
		return source.between(from, to) + 0.02 * this.fill(from, to);
	}

	/**
	 * P(text and some trace of a name | a stranger): the sum over all patterns and places, in time linear in the
	 * occurrences, since every piece of the text may be somebody's name.
	 */
	private anybody({ occurrences, between }: NameSource): number {
		const size = this.nameText.text.length + 1;
		const { patterns, nothing } = this.rates;
		let sum = 0;
		const reached: Partial<Record<Kind, Float64Array>> = {};
		for (const piece of occurrences) {
			const { kind, from, to } = piece;
			const weight = this.weightOf(piece);
			const single = patterns[kind];
			if (single !== undefined) sum += single * weight * this.around(piece);
			reached[kind] ??= new Float64Array(size);
			const ends = reached[kind];
			ends[to] = (ends[to] as number) + weight * this.lead(from, nothing.pair[0]);
		}
		const source = { occurrences, between, namesakes: 0 };
		const begins: Partial<Record<Kind, Float64Array>> = {};
		for (const first of kinds) {
			const ends = reached[first];
			if (!ends) continue;
			const carried = new Float64Array(size);
			for (let end = 1; end < size; end++) {
				const weight = ends[end] as number;
				if (weight === 0) continue;
				for (let begin = end; begin < size && begin <= end + MAX_BETWEEN; begin++) {
					const through = this.middle(end, begin, source);
					if (through > 0) carried[begin] = (carried[begin] as number) + weight * through;
				}
			}
			for (const second of kinds) {
				const rate = patterns[first + second];
				if (rate === undefined) continue;
				begins[second] ??= new Float64Array(size);
				const target = begins[second];
				for (let begin = 1; begin < size; begin++)
					target[begin] = (target[begin] as number) + rate * (carried[begin] as number);
			}
		}
		for (const { kind, from, to, probability } of occurrences) {
			const weight = begins[kind]?.[from];
			if (weight)
				sum += weight * probability * this.edge(from) * this.edge(to) * this.ending(kind, to, nothing.pair[1]);
		}
		return sum;
	}

	/** P(pattern of two pieces). */
	private pairRate(first: Kind, second: Kind, eitherOrder: boolean): number {
		const { patterns } = this.rates;
		const rate = patterns[first + second] ?? 0;
		return eitherOrder ? (rate + (patterns[second + first] ?? 0)) / 2 : rate;
	}

	/** P(text and some trace of the name | names from this source), and the likeliest of all readings that add up to it. */
	private named(source: NameSource): { readonly probability: number; readonly reading: readonly Occurrence[] } {
		const { patterns, nothing } = this.rates;
		let sum = 0;
		let most = 0;
		let reading: readonly Occurrence[] = [];
		const add = (probability: number, pieces: () => readonly Occurrence[]): void => {
			sum += probability;
			if (probability <= most) return;
			most = probability;
			reading = pieces();
		};
		const addPair = (first: Occurrence, second: Occurrence): void => {
			if (second.from < first.to || second.from > first.to + MAX_BETWEEN) return;
			const rate = this.pairRate(first.kind, second.kind, source.familyFirst === true);
			if (rate === 0) return;
			const lead = this.weightOf(first) * this.lead(first.from, nothing.pair[0]);
			const trail = this.weightOf(second) * this.ending(second.kind, second.to, nothing.pair[1]);
			if (lead * trail === 0) return;
			add(rate * lead * this.middle(first.to, second.from, source) * trail, () => [first, second]);
		};
		for (const piece of source.occurrences) {
			const single = patterns[piece.kind];
			if (single === undefined) continue;
			add(single * this.weightOf(piece) * this.around(piece), () => [piece]);
		}
		// Every pattern of two pieces has one of the given name and one of the surname.
		const surname = source.occurrences.filter(({ kind }) => roleOf(kind) === "family");
		if (surname.length > 0) {
			for (const given of source.occurrences) {
				if (roleOf(given.kind) !== "given") continue;
				for (const family of surname) {
					addPair(given, family);
					addPair(family, given);
				}
			}
		}
		return { probability: sum, reading };
	}

	/** P(text and no more than an accident | anybody at all). */
	private get traceless(): number {
		return this.opaqueRate * this.opaque;
	}

	/** P(text | a person with the names of the source): mostly by the grammar, sometimes another name altogether. */
	private written(probability: number, rivals: number): number {
		return (1 - this.rates.otherName) * (probability + this.traceless) + this.rates.otherName * rivals;
	}

	/**
	 * What the names of a source are worth here: log2 of P(text | these names) / P(text | somebody else), in bits.
	 * Somebody else is a stranger at large, or a namesake, who writes the same: a text never earns more than the name is
	 * rare. Where only one of the two names is shown, the text may show somebody else's in place of the other.
	 */
	compare(source: NameSource): Comparison {
		const { probability, reading } = this.named(source);
		const lone = loneRole(reading);
		const others = lone === undefined ? 0 : this.beside(source, lone);
		// In the place of the name that is not shown.
		const otherPart = this.rates.otherPart[lone === "family" ? "given" : "family"] * (source.foreign ? FOREIGN : 1);
		const rivals = Math.max(this.stranger, probability * source.namesakes + this.traceless);
		const own = this.written((1 - otherPart) * probability + otherPart * others, rivals);
		const bits = Math.log2(own / rivals);
		if (lone === undefined) return { bits, reading };
		const otherBits = Math.log2(own / this.written(others, rivals));
		return { bits, reading, lone, otherBits: Math.min(0, otherBits) };
	}

	/** P(text | somebody who has this one name of the source, and any other). */
	private beside({ occurrences, familyFirst = false }: NameSource, role: NameRole): number {
		const { patterns, nothing } = this.rates;
		let sum = this.anybodySingle(role === "given" ? "family" : "given");
		for (const piece of occurrences) {
			const { kind, from, to } = piece;
			if (roleOf(kind) !== role) continue;
			const lead = this.lead(from, nothing.pair[0]);
			const trail = this.ending(kind, to, nothing.pair[1]);
			const paired =
				lead * this.anybodyBeside(kind, to, "after", familyFirst) +
				trail * this.anybodyBeside(kind, from, "before", familyFirst);
			sum += this.weightOf(piece) * ((patterns[kind] ?? 0) * this.around(piece) + paired);
		}
		return sum;
	}

	/** P(text | it shows one name of this role, and no other). Worked out once, like what follows. */
	private anybodySingle(role: NameRole): number {
		const known = this.singles[role];
		if (known !== undefined) return known;
		const found = sum(
			this.anybodys
				.filter(({ kind }) => roleOf(kind) === role)
				.map((piece) => (this.rates.patterns[piece.kind] ?? 0) * this.weightOf(piece) * this.around(piece)),
		);
		this.singles[role] = found;
		return found;
	}

	/** P(anybody's name of the other role, and all that lies beyond it | a piece of this kind ends, or begins, here). */
	private anybodyBeside(kind: Kind, at: number, side: "before" | "after", eitherOrder: boolean): number {
		const key = `${kind}${at}${side}${eitherOrder}`;
		let found = this.pairs.get(key);
		if (found !== undefined) return found;
		const { nothing } = this.rates;
		found = 0;
		for (const other of this.anybodys) {
			if (roleOf(other.kind) === roleOf(kind)) continue;
			const gap = side === "after" ? other.from - at : at - other.to;
			if (gap < 0 || gap > MAX_BETWEEN) continue;
			const [first, second] = side === "after" ? [kind, other.kind] : [other.kind, kind];
			const rate = this.pairRate(first, second, eitherOrder);
			if (rate === 0) continue;
			const beyond =
				side === "after" ? this.ending(other.kind, other.to, nothing.pair[1]) : this.lead(other.from, nothing.pair[0]);
			const between = gap === 0 ? 0.9 : 0.02 * (side === "after" ? this.fill(at, other.from) : this.fill(other.to, at));
			found += rate * between * this.weightOf(other) * beyond;
		}
		this.pairs.set(key, found);
		return found;
	}

	/** P(text and some trace of the names | a person of these names), and P(text and none | anybody). */
	likelihoodOf(source: NameSource): { readonly named: number; readonly traceless: number } {
		return { named: this.named(source).probability, traceless: this.traceless };
	}

	/** Bits when no piece of the name is found. Zero or less. */
	get absentBits(): number {
		return this.compare({ occurrences: [], between: () => 0, namesakes: 0 }).bits;
	}

	/** The most bits that this text could earn: those of a person of whom it is exactly what they would write. */
	get bestBits(): number {
		const best = this.rates.patterns["GF"] as number;
		return Math.max(0, Math.log2(best / this.stranger));
	}
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
