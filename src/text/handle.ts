import { log2 } from "../arithmetic.js";
import { type Chances, chancesOf, type Fillers, fillers, isDigit } from "./filler.js";
import type { NamePart } from "./name-parts.js";
import { KINDS, Kind, type Rates, ratesOf, roleOf } from "./name-rates.js";
import { MAX_TEXT, type NameText } from "./name-text.js";
import { particles } from "./name-words.js";
import type { NameRole } from "./population.js";

/**
 * A grammar of how people write their name into a handle or a display name. One grammar serves both hypotheses:
 * P(text | this person) and P(text | a stranger) differ only in where the names come from, the record or the
 * population, so their ratio needs no hand-made similarity. Docs: docs/design.md, "The handle model".
 */

/** A piece of name at text[from, to), with the probability that the person shows exactly this. */
export interface Occurrence {
	readonly kind: Kind;
	readonly from: number;
	readonly to: number;
	readonly probability: number;
	/** How much of the name it is, where it is one of its forms. */
	readonly detail?: NamePart["detail"] | undefined;
	/** It tells something beside the other name of the same person only. */
	readonly besideOnly?: true | undefined;
}

/** A piece where it stands in a text, with all that depends on nothing else. */
interface Placed extends Occurrence {
	/** P(text | it shows this piece and no other). */
	readonly single: number;
	/** P(the text up to the end of the piece), P(the text from its beginning), when there is another. */
	readonly start: number;
	readonly end: number;
}

/** The pieces of one of the two names that a text shows: the same for all who bear the name. */
export interface PlacedName {
	readonly pieces: readonly Placed[];
	/** P(text | it shows one piece of the name and no other), and the likeliest of them. */
	readonly single: number;
	readonly likeliest: Placed | undefined;
	/** P(text | somebody who has this name, and any other), as it is worked out, by the usual order and by either. */
	readonly beside: [usual: number | undefined, either: number | undefined];
}

/** Where names come from: the pieces found in the text, and what may stand between two of them. */
export interface NameSource extends Readonly<Record<NameRole, PlacedName>> {
	/** The names are at home where the family name is written first: either order is as usual in Latin letters. */
	readonly familyFirst?: boolean | undefined;
	/** The names are of another script: their Latin spellings are known in part. */
	readonly foreign?: boolean;
	/** Middle names, which may stand between two pieces, whole or by their first letter. */
	readonly middles: readonly string[];
}

const unseen: PlacedName = { pieces: [], single: 0, likeliest: undefined, beside: [undefined, undefined] };

/** Share of people who bear a name, in each role. `chance` is the name's probability by the letter model. */
export type SharesOf = (name: string, chance: number) => Readonly<Record<NameRole, number>>;

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

/** How much less often one name stands in the midst of other letters, with nothing to set it off on either side. */
const INSIDE = 0.25;
/** How much less often other letters follow the beginning of a name that stands for it: seunghee is not Seung-woo. */
const GOES_ON = 0.05;
/** How much more often a name of another script is written in a way that no table knows. */
const FOREIGN = 5;
/** The longest middle name or gap between two pieces. */
const MAX_BETWEEN = 14;
/** P(nothing stands between two pieces), P(a certain middle name or initial does), P(other words do). */
const ADJACENT = 0.9;
const MIDDLE = 0.05;
const WORDS_BETWEEN = 0.02;
/** Beginnings of a name that stand for it: two to six letters, about equally often. */
export const beginnings: { readonly shortest: number; readonly longest: number; readonly probability: number } = {
	shortest: 2,
	longest: 6,
	probability: 0.2,
};

/** True for a Chinese character or a Korean syllable, which is a name by itself. */
function isSyllable(text: string, index: number): boolean {
	return text.charCodeAt(index) >= 0x3400;
}

/** Share of people who have two given names, or two surnames, of which both are written. */
export const DOUBLED = 0.1;
/** Names as common as this are looked at: of two rare ones the letters know as much. */
const COMMON = 2 ** -14;

/** Two names of one role written as one: mariasoledad is no rarer than María and Soledad are together. */
function doubled(common: readonly Occurrence[]): Occurrence[] {
	return common.flatMap(({ kind, from, to, probability }) =>
		common
			.filter((second) => second.from === to && second.kind === kind)
			.map((second) => ({ kind, from, to: second.to, probability: DOUBLED * probability * second.probability })),
	);
}

/**
 * Every piece of the text as the name of somebody in the population, summed up by where the pieces end and begin: since
 * every piece may be somebody's name, they are too many to be tried in pairs. Tables hold one row for each kind.
 */
interface Strangers {
	/** P(text | a stranger). */
	readonly likelihood: number;
	/** P(text | it shows one name of this role, and no other). */
	readonly single: Record<NameRole, number>;
	/** P(the text up to here | a piece of this kind is in it, and what comes next begins here). */
	readonly before: Float64Array;
	/** P(the text from here on | a piece of this kind is in it, and the one before it ended here). */
	readonly after: Float64Array;
}

/** Probability of what stands before the first piece, by where it begins, and after the last one, by where it ends. */
interface Surroundings {
	readonly lead: readonly number[];
	readonly trail: readonly number[];
}

/**
 * @param nothing P(nothing stands before), P(nothing stands after)
 * @param further P(text[from, to) is written in full | somebody's further name may stand there), where one may
 */
function surroundings(
	{ before, after }: Fillers,
	nothing: readonly [number, number],
	further?: (from: number, to: number) => number,
): Surroundings {
	const size = before.length;
	const lead: number[] = [];
	const trail: number[] = [];
	for (let at = 0; at < size; at++) {
		lead.push(at === 0 ? nothing[0] : (1 - nothing[0]) * (before[at] as number) + (further?.(0, at) ?? 0));
		trail.push(
			at === size - 1 ? nothing[1] : (1 - nothing[1]) * (after[at] as number) + (further?.(at, size - 1) ?? 0),
		);
	}
	return { lead, trail };
}

/** P(further names, of which nobody on record has told, stand before, between or after given name and surname). */
const FURTHER = 0.02;
/** P(this particle stands before a further name). */
const PARTICLE = 0.1;

/**
 * Second surnames, patronymics, middle names: who shows given name and surname often shows more names than are on record.
 * They are as frequent as they are among given names or surnames.
 */
function furtherNames({ text, cuts }: NameText, { first, next, end }: Chances, sharesOf: SharesOf) {
	// By where a word begins: where it ends, and how many bear it.
	const words = new Map<number, { readonly to: number; readonly share: number }>();
	let from = 0;
	let chance = 1;
	for (let to = 1; to < cuts.length; to++) {
		chance *= (to === from + 1 ? first[from] : next[to - 1]) as number;
		if (!cuts[to]) continue;
		const word = text.slice(from, to);
		if (particles.has(word)) words.set(from, { to, share: PARTICLE });
		else if (!isDigit(text, from) && to > from + 1) {
			const { given, family } = sharesOf(word, chance * (end[to] as number));
			words.set(from, { to, share: Math.max(given, family) });
		}
		from = to;
		chance = 1;
	}
	return (from: number, to: number): number => {
		let probability = FURTHER;
		for (let at = from; at < to; ) {
			const word = words.get(at);
			if (!word) return 0;
			probability *= word.share;
			at = word.to;
			if (at === to) return probability;
		}
		return 0;
	};
}

/** Room to sum up the pieces of one text at a time. */
const summed = {
	ends: new Float64Array(KINDS * (MAX_TEXT + 1)),
	begins: new Float64Array(KINDS * (MAX_TEXT + 1)),
};

/** Everything about a text that does not depend on whose it is. Made once for each query. */
export class NameGrammar {
	readonly nameText: NameText;
	private readonly size: number;
	private readonly rates: Rates;
	private readonly chances: Chances;
	private readonly fillers: Fillers;
	/** P(text and no more than an accident | anybody at all). */
	private readonly traceless: number;
	/** P(text[from, to) | a further name of anybody may stand there); only in display names. */
	private readonly further: ((from: number, to: number) => number) | undefined;
	private readonly single: Surroundings;
	private readonly pair: Surroundings;
	private readonly sharesOf: SharesOf;
	private known: Strangers | undefined;

	/** @param platform the network, where it is known */
	constructor(nameText: NameText, sharesOf: SharesOf, platform?: string) {
		this.nameText = nameText;
		this.size = nameText.text.length + 1;
		this.rates = ratesOf(nameText.mode, platform);
		this.chances = chancesOf(nameText.text);
		this.fillers = fillers(nameText, this.chances);
		this.traceless = this.rates.opaque * this.fillers.whole;
		this.single = surroundings(this.fillers, this.rates.ways.nothing.single);
		this.further = nameText.mode === "display" ? furtherNames(nameText, this.chances, sharesOf) : undefined;
		this.pair = surroundings(this.fillers, this.rates.ways.nothing.pair, this.further);
		this.sharesOf = sharesOf;
	}

	/** Probability of what stands after the last piece. A name that goes on with other letters has not been cut short. */
	private ending(kind: Kind, to: number, trail: readonly number[]): number {
		const goesOn = (kind === Kind.p || kind === Kind.q) && !this.nameText.cuts[to];
		return (goesOn ? GOES_ON : 1) * (trail[to] as number);
	}

	/** Probability of what stands before and after a single piece. */
	private around(kind: Kind, from: number, to: number): number {
		const { cuts } = this.nameText;
		const { lead, trail } = this.single;
		return (cuts[from] || cuts[to] ? 1 : INSIDE) * (lead[from] as number) * this.ending(kind, to, trail);
	}

	/** 1 where a piece may begin or end, less where it would run across a cut the writer has made. */
	private edge(at: number): number {
		return !this.nameText.cutInside || this.nameText.cuts[at] ? 1 : this.rates.ways.acrossCut;
	}

	/** Probability of a piece where it stands. */
	private weightOf({ probability, from, to }: Occurrence): number {
		return probability * this.edge(from) * this.edge(to);
	}

	/** Probability of what stands between two pieces when it is no middle name. */
	private gap(from: number, to: number): number {
		if (from === to) return ADJACENT;
		return WORDS_BETWEEN * (this.fillers.word[from * this.size + to] as number) + (this.further?.(from, to) ?? 0);
	}

	/** What strangers make of the text: asked for only where a record is compared. */
	private get strangers(): Strangers {
		this.known ??= this.anybody();
		return this.known;
	}

	private anybody(): Strangers {
		const { size, rates } = this;
		const { text, mode } = this.nameText;
		const { first, next, end } = this.chances;
		const { lead, trail } = this.pair;
		let given = 0;
		let family = 0;
		// P(the text up to the end of a piece), P(the text from the beginning of a piece).
		const { ends, begins } = summed;
		ends.fill(0, 0, KINDS * size);
		begins.fill(0, 0, KINDS * size);
		// The same piece of a given name, of this kind, and of a surname.
		const add = (
			kind: typeof Kind.G | typeof Kind.g | typeof Kind.p,
			from: number,
			to: number,
			asGiven: number,
			asFamily: number,
		): void => {
			const ofFamily = (kind + Kind.F) as Kind;
			const around = this.around(kind, from, to);
			given += (rates.single[kind] as number) * asGiven * around;
			family += (rates.single[ofFamily] as number) * asFamily * around;
			const before = lead[from] as number;
			const behind = this.ending(kind, to, trail);
			const row = kind * size;
			const familyRow = ofFamily * size;
			ends[row + to] = (ends[row + to] as number) + asGiven * before;
			ends[familyRow + to] = (ends[familyRow + to] as number) + asFamily * before;
			begins[row + from] = (begins[row + from] as number) + asGiven * behind;
			begins[familyRow + from] = (begins[familyRow + from] as number) + asFamily * behind;
		};
		const common: Occurrence[] = [];
		for (let from = 0; from < text.length; from++) {
			const edge = this.edge(from);
			if (edge === 0 || isDigit(text, from)) continue;
			let chance = first[from] as number;
			for (let to = from + 1; to < size && !isDigit(text, to - 1); to++) {
				if (to > from + 1) chance *= next[to - 1] as number;
				const edges = edge * this.edge(to);
				if (edges === 0) continue;
				const length = to - from;
				if (length === 1 && !isSyllable(text, from)) {
					add(Kind.g, from, to, chance * edges, chance * edges);
					continue;
				}
				const shares = this.sharesOf(text.slice(from, to), chance * (end[to] as number));
				add(Kind.G, from, to, shares.given * edges, shares.family * edges);
				if (length >= 3 && shares.given >= COMMON) common.push({ kind: Kind.G, from, to, probability: shares.given });
				if (length >= 3 && shares.family >= COMMON) common.push({ kind: Kind.F, from, to, probability: shares.family });
				if (mode === "handle" && length <= beginnings.longest) {
					const weight = chance * beginnings.probability * edges;
					add(Kind.p, from, to, weight, weight);
				}
			}
		}
		for (const piece of doubled(common)) {
			const weight = this.weightOf(piece);
			add(Kind.G, piece.from, piece.to, piece.kind === Kind.G ? weight : 0, piece.kind === Kind.F ? weight : 0);
		}

		const before = new Float64Array(KINDS * size);
		const after = new Float64Array(KINDS * size);
		for (let from = 0; from < size; from++) {
			for (let to = from; to < size && to <= from + MAX_BETWEEN; to++) {
				const gap = this.gap(from, to);
				if (gap === 0) continue;
				for (let row = 0; row < KINDS * size; row += size) {
					before[row + to] = (before[row + to] as number) + (ends[row + from] as number) * gap;
					after[row + from] = (after[row + from] as number) + (begins[row + to] as number) * gap;
				}
			}
		}
		let likelihood = this.traceless + given + family;
		for (let pattern = 0; pattern < KINDS * KINDS; pattern++) {
			const rate = rates.pair[pattern] as number;
			if (rate === 0) continue;
			const one = Math.floor(pattern / KINDS) * size;
			const other = (pattern % KINDS) * size;
			for (let at = 1; at < size; at++) {
				// Anybody's middle initial, or what may stand there whoever it is.
				const initial = MIDDLE * (first[at - 1] as number) * (ends[one + at - 1] as number);
				likelihood += rate * ((before[one + at] as number) + initial) * (begins[other + at] as number);
			}
		}
		return { likelihood, single: { given, family }, before, after };
	}

	/** P(pattern of two pieces). */
	private pairRate(first: Kind, second: Kind, eitherOrder: boolean): number {
		const { pair } = this.rates;
		const rate = pair[first * KINDS + second] as number;
		return eitherOrder ? (rate + (pair[second * KINDS + first] as number)) / 2 : rate;
	}

	/** Puts the pieces of one name in their places. A piece that cannot stand where it was found is none. */
	place(found: readonly Occurrence[]): PlacedName {
		const { single: alone } = this.rates;
		const { lead, trail } = this.pair;
		const pieces: Placed[] = [];
		let sum = 0;
		let likeliest: Placed | undefined;
		for (const piece of found) {
			const weight = this.weightOf(piece);
			if (weight === 0) continue;
			const { kind, from, to, probability, detail, besideOnly } = piece;
			const rate = besideOnly ? 0 : (alone[kind] as number);
			const single = rate === 0 ? 0 : rate * weight * this.around(kind, from, to);
			const start = weight * (lead[from] as number);
			const end = weight * this.ending(kind, to, trail);
			const placed: Placed = { kind, from, to, probability, detail, besideOnly, single, start, end };
			pieces.push(placed);
			sum += single;
			if (single > (likeliest?.single ?? 0)) likeliest = placed;
		}
		if (pieces.length === 0) return unseen;
		return { pieces, single: sum, likeliest, beside: [undefined, undefined] };
	}

	/** P(text[from, to) is a middle name of the source). */
	private middle({ middles }: NameSource, from: number, to: number): number {
		const { text } = this.nameText;
		const isShown = (name: string): boolean =>
			to === from + 1 ? name.startsWith(text.charAt(from)) : name.length === to - from && text.startsWith(name, from);
		return middles.some(isShown) ? MIDDLE : 0;
	}

	/** P(text that shows these two pieces, in this order | names from this source). */
	private ofPair(first: Placed, second: Placed, source: NameSource): number {
		if (second.from > first.to + MAX_BETWEEN) return 0;
		const rate = this.pairRate(first.kind, second.kind, source.familyFirst === true);
		if (rate === 0) return 0;
		let between = this.gap(first.to, second.from);
		if (second.from > first.to && source.middles.length > 0) between += this.middle(source, first.to, second.from);
		return rate * first.start * between * second.end;
	}

	/** P(text and some trace of the name | names from this source), and the likeliest of all readings that add up to it. */
	private named(source: NameSource): { readonly probability: number; readonly reading: readonly Occurrence[] } {
		const { given, family } = source;
		let sum = given.single + family.single;
		const single =
			(family.likeliest?.single ?? 0) > (given.likeliest?.single ?? 0) ? family.likeliest : given.likeliest;
		let most = single?.single ?? 0;
		let first: Placed | undefined;
		let second: Placed | undefined;
		// Every pattern of two pieces has one of the given name and one of the surname, the one behind the other.
		for (const one of given.pieces) {
			for (const other of family.pieces) {
				const inOrder = one.to <= other.from;
				if (!inOrder && other.to > one.from) continue;
				const probability = inOrder ? this.ofPair(one, other, source) : this.ofPair(other, one, source);
				sum += probability;
				if (probability <= most) continue;
				most = probability;
				first = inOrder ? one : other;
				second = inOrder ? other : one;
			}
		}
		if (first && second) return { probability: sum, reading: [first, second] };
		return { probability: sum, reading: single ? [single] : [] };
	}

	/** P(text | a person with the names of the source): mostly by the grammar, sometimes another name altogether. */
	private written(probability: number, rivals: number): number {
		const { otherName } = this.rates.ways;
		return (1 - otherName) * (probability + this.traceless) + otherName * rivals;
	}

	/**
	 * What the names of a source are worth here: log2 of P(text | these names) / P(text | somebody else), in bits.
	 * Somebody else is a stranger at large, or a namesake, who writes the same: a text never earns more than the name is
	 * rare. Where only one of the two names is shown, the text may show somebody else's in place of the other.
	 * @param namesakes share of strangers who bear just this name, and so would write the same
	 */
	compare(source: NameSource, namesakes: number): Comparison {
		const { probability, reading } = this.named(source);
		const lone = reading.length === 1 ? roleOf((reading[0] as Occurrence).kind) : undefined;
		const others = lone === undefined ? 0 : this.beside(source, lone);
		// In the place of the name that is not shown.
		const otherPart =
			this.rates.ways.otherPart[lone === "family" ? "given" : "family"] * (source.foreign ? FOREIGN : 1);
		const rivals = Math.max(this.strangers.likelihood, probability * namesakes + this.traceless);
		const own = this.written((1 - otherPart) * probability + otherPart * others, rivals);
		const bits = log2(own / rivals);
		if (lone === undefined) return { bits, reading };
		const otherBits = log2(own / this.written(others, rivals));
		return { bits, reading, lone, otherBits: Math.min(0, otherBits) };
	}

	/** P(text | somebody who has this one name of the source, and any other). */
	private beside(source: NameSource, role: NameRole): number {
		const { [role]: name, familyFirst = false } = source;
		const order = familyFirst ? 1 : 0;
		name.beside[order] ??= this.besideAny(name.pieces, role, familyFirst);
		return name.beside[order];
	}

	private besideAny(pieces: readonly Placed[], role: NameRole, familyFirst: boolean): number {
		const { before, after, single } = this.strangers;
		const { size } = this;
		const firstOther = role === "given" ? Kind.F : Kind.G;
		let sum = single[role === "given" ? "family" : "given"];
		for (const piece of pieces) {
			const { kind, from, to } = piece;
			if (piece.besideOnly) continue;
			let follows = 0;
			let precedes = 0;
			for (let other: number = firstOther; other < firstOther + KINDS / 2; other++) {
				follows += this.pairRate(kind, other as Kind, familyFirst) * (after[other * size + to] as number);
				precedes += this.pairRate(other as Kind, kind, familyFirst) * (before[other * size + from] as number);
			}
			sum += piece.single + piece.start * follows + piece.end * precedes;
		}
		return sum;
	}

	/** P(text and some trace of the names | a person of these names), and P(text and none | anybody). */
	likelihoodOf(source: NameSource): { readonly named: number; readonly traceless: number } {
		return { named: this.named(source).probability, traceless: this.traceless };
	}

	/** Bits when no piece of the name is found. Zero or less. */
	get absentBits(): number {
		return this.compare({ given: unseen, family: unseen, middles: [] }, 0).bits;
	}

	/** The most bits that this text could earn: those of a person of whom it is exactly what they would write. */
	get bestBits(): number {
		const best = this.rates.pair[Kind.G * KINDS + Kind.F] as number;
		return Math.max(0, log2(best / this.strangers.likelihood));
	}
}
