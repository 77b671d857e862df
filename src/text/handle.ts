import { ANOTHER, before, besideName, fillers, isDigit, withoutName } from "./filler.js";
import { type Kind, kinds, opaqueRate, type Rates, ratesOf, roleOf } from "./name-rates.js";
import type { NameText } from "./name-text.js";
import type { NameRole } from "./population.js";
import { prefixShare } from "./population.js";

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

/** The role of all pieces of a reading, when they have one. */
function loneRole(reading: readonly Occurrence[]): NameRole | undefined {
	const [role, ...others] = new Set(reading.map(({ kind }) => roleOf(kind)));
	return others.length === 0 ? role : undefined;
}

/** How much less often one name stands in the midst of other letters, with nothing to set it off on either side. */
const INSIDE = 0.25;
/** How much less often other letters follow the beginning of a name that stands for it: seunghee is not Seung-woo. */
const GOES_ON = 0.05;
/** How much more often a name of another script is written in a way that no table knows. */
const FOREIGN = 5;
/** The longest middle name or gap between two pieces. */
const MAX_BETWEEN = 14;
/** Beginnings of a name that stand for it: two to six letters, about equally often. */
export const beginnings: { readonly shortest: number; readonly longest: number; readonly probability: number } = {
	shortest: 2,
	longest: 6,
	probability: 0.2,
};

/** True for a Chinese character or a Korean syllable, which is a name by itself. */
function isSyllable(char: string): boolean {
	return char.charCodeAt(0) >= 0x3400;
}

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
		this.opaqueRate = opaqueRate(this.rates);
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
		let found = 0;
		for (const piece of this.anybodys) {
			if (roleOf(piece.kind) !== role) continue;
			found += (this.rates.patterns[piece.kind] ?? 0) * this.weightOf(piece) * this.around(piece);
		}
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
