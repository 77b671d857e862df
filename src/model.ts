import { exp2, log2 } from "./arithmetic.js";
import { SameAsError } from "./errors.js";
import type { LevelDefinition, Observation } from "./scorers/scorer.js";
import { sentence } from "./text/sentence.js";
import type { Basis, Controller, Decision, Evidence, EvidenceGroup } from "./types.js";

/**
 * All arithmetic of the library: observations to bits, bits to a posterior over all candidates and "nobody here",
 * posterior to a decision. Bits are log2 of likelihood ratios (Fellegi and Sunter 1969), held as whole micro-bits:
 * multiples of 2^-20 bit. Sums of such numbers are exact in binary floating point, so the order of adding changes
 * nothing and an explanation sums to the last digit.
 */

/** Micro-bits in a bit. */
const MICRO = 2 ** 20;
/** No probability is given as nearer to 0 or 1 than this: no evidence is that good. */
const NEAREST = 2 ** -40;

/** Rounds to whole micro-bits. There is no minus nought. */
export function microBits(bits: number): number {
	return (Math.round(bits * MICRO) + 0) / MICRO;
}

/** Probability of log2 odds, kept away from 0 and 1. */
export function probabilityOf(logOdds: number): number {
	return clampProbability(1 / (1 + exp2(-logOdds)));
}

function clampProbability(probability: number): number {
	return Math.min(1 - NEAREST, Math.max(NEAREST, probability));
}

/**
 * log2 odds of one record against "nobody here" before any evidence.
 * @param share the record's share of the coverage, in (0, 1]: one over the number of records when all weigh the same
 * @param coverage P(the person is in the record set), in (0, 1)
 */
export function priorBits(share: number, coverage: number): number {
	return microBits(log2((coverage / (1 - coverage)) * share));
}

/** An observation with what the model needs to know of its scorer. */
export interface Observed {
	readonly scorer: string;
	readonly group: EvidenceGroup;
	readonly definition: LevelDefinition;
	readonly observation: Observation;
	/** Factor on the bits, 0 to 1 as a rule: how far this scorer is trusted here. */
	readonly weight: number;
}

/** An observation weighed. */
export interface Weighed extends Pick<Evidence, "scorer" | "group" | "bits" | "rawBits"> {
	readonly observed: Observed;
}

/** More than this no observation tells: it is one of 2^128. Powers of two stay finite with several of them. */
const MOST_BITS = 128;

/** Bits of an observation by itself, exactly. */
function bitsOf({ scorer, definition, observation, weight }: Observed): number {
	const bits = weight * (observation.bits ?? log2(definition.m / (observation.u ?? definition.u)));
	if (!(Math.abs(bits) <= MOST_BITS)) {
		throw new SameAsError(
			"SCORER",
			`Scorer "${scorer}" gave bits that are no number from -${MOST_BITS} to ${MOST_BITS}, at level "${observation.level}".`,
		);
	}
	return bits;
}

/** What is shown of weighed observations: made only for links that are shown. */
export function evidenceOf(weighed: readonly Weighed[]): Evidence[] {
	// Numbers in place of names, which may hold an address.
	const numbers = new Map<string, number>();
	const numberOf = (fact: string): number => {
		const number = numbers.get(fact) ?? numbers.size;
		numbers.set(fact, number);
		return number;
	};
	return weighed.map(({ scorer, group, rawBits, bits, observed }) => {
		const { definition, observation, weight } = observed;
		const { level, profileValue, recordValue, profileField, recordField, share, decides, attested } = observation;
		const controller: Controller = observation.controller ?? "holder";
		const facts = observation.facts?.map(({ fact, bits }) => ({ fact: numberOf(fact), bits: weight * bits }));
		// Spreads in a literal take engines ten times as long.
		const evidence: { -readonly [K in keyof Evidence]: Evidence[K] } = {
			scorer,
			group,
			level,
			rawBits,
			bits,
			says: plainSentence(definition),
			template: definition.says,
			profileValue,
			recordValue,
			profileField,
			recordField,
			controller,
			facts: facts ?? [{ fact: numberOf(scorer), bits: bitsOf(observed) }],
		};
		if (share !== undefined) evidence.share = share;
		if (decides !== undefined) evidence.decides = decides;
		if (attested !== undefined) evidence.attested = attested;
		return evidence;
	});
}

const plainSentences = new WeakMap<LevelDefinition, string>();

/** A level's sentence without values: always the same, so it is made once. */
function plainSentence(definition: LevelDefinition): string {
	let says = plainSentences.get(definition);
	if (says === undefined) {
		says = sentence(definition.says);
		plainSentences.set(definition, says);
	}
	return says;
}

function codeUnitOrder(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

interface Weighing {
	readonly observed: Observed;
	readonly exact: number;
	readonly rawBits: number;
}

function strongestFirst(a: Weighing, b: Weighing): number {
	if (a.rawBits !== b.rawBits) return b.rawBits - a.rawBits;
	const [ours, theirs] = [a.observed.observation, b.observed.observation];
	return (
		codeUnitOrder(a.observed.scorer, b.observed.scorer) ||
		codeUnitOrder(ours.level, theirs.level) ||
		codeUnitOrder(ours.profileField, theirs.profileField) ||
		codeUnitOrder(ours.profileValue, theirs.profileValue) ||
		codeUnitOrder(ours.recordValue, theirs.recordValue)
	);
}

/** Gives what a fact adds to what has been told of it before, for and against apart. */
function factsOnce<Name>(): (fact: Name, bits: number) => number {
	let ayes: Map<Name, number> | undefined;
	let noes: Map<Name, number> | undefined;
	return (fact, bits) => {
		const known = (bits < 0 ? noes : ayes)?.get(fact) ?? 0;
		if (Math.abs(bits) <= Math.abs(known)) return 0;
		if (bits < 0) noes = (noes ?? new Map<Name, number>()).set(fact, bits);
		else ayes = (ayes ?? new Map<Name, number>()).set(fact, bits);
		return bits - known;
	};
}

/**
 * Weighs what is left of a link's evidence, in its order, when some of it is taken out: what only repeated that counts now.
 * Exactly what `weigh` gives for the observations that are left.
 */
export function weighAgain(evidence: readonly Evidence[], slopes: ReadonlyMap<string, number>): Evidence[] {
	const added = factsOnce<number>();
	return evidence.map((one) => {
		const sum = one.facts.reduce((total, { fact, bits }) => total + added(fact, bits), 0);
		return { ...one, bits: microBits((slopes.get(one.scorer) ?? 1) * sum) };
	});
}

/**
 * Weighs observations, the strongest first. A fact counts once, whichever scorers tell of it: the strongest observation
 * counts in full, a later one only by what it adds beyond that (a surname in full after an initial). Evidence for and
 * evidence against are counted apart.
 * @param slopes learnt factors by scorer. They come last, on what is left after repetition, so that the total is linear
 * in them: that makes learning them a convex problem.
 * @throws SameAsError SCORER when a scorer's bits are no number, or more than any observation tells.
 */
export function weigh(observed: readonly Observed[], slopes: ReadonlyMap<string, number> = new Map()): Weighed[] {
	const weighings = observed.map((one): Weighing => {
		const exact = bitsOf(one);
		return { observed: one, exact, rawBits: microBits(exact) };
	});
	if (weighings.length > 1) weighings.sort(strongestFirst);
	const added = factsOnce<string>();
	return weighings.map(({ observed, exact, rawBits }) => {
		const { scorer, group, weight, observation } = observed;
		let sum = 0;
		if (observation.facts === undefined) sum = added(scorer, exact);
		else for (const { fact, bits } of observation.facts) sum += added(fact, weight * bits);
		const slope = slopes.get(scorer) ?? 1;
		return { scorer, group, rawBits: microBits(slope * rawBits), bits: microBits(slope * sum), observed };
	});
}

/** Prior and evidence added up: log2 odds against "nobody here", before competition. Exact. */
export function totalBits(prior: number, evidence: readonly Pick<Evidence, "bits">[]): number {
	return evidence.reduce((sum, { bits }) => sum + bits, prior);
}

/**
 * Whether anything speaks for a record, whoever holds the handle: so that whom a parody or a fan account is about is
 * listed, although it is hardly theirs.
 */
export function isRelated(evidence: readonly Pick<Evidence, "group" | "bits">[]): boolean {
	return evidence.reduce((sum, { group, bits }) => (group === "holder" ? sum : sum + bits), 0) > 0;
}

/** What says that a record is of another kind than who holds the handle: such a record is never linked. */
export function misfitOf<E extends Pick<Evidence, "group" | "rawBits">>(evidence: readonly E[]): E | undefined {
	return evidence.find(({ group, rawBits }) => group === "holder" && rawBits < 0);
}

/**
 * Odds against "nobody here" of all records that share no search key with the profile.
 * @param share their share of the coverage, 0 to 1
 * @param absent bits that it costs each of them that the profile does not resemble it
 */
export function spreadOdds(share: number, coverage: number, absent: number): number {
	return share * (coverage / (1 - coverage)) * exp2(absent);
}

/** log2 of the sum of odds that are given as log2. */
function summed(bits: readonly number[]): number {
	const top = Math.max(...bits);
	return top + log2(bits.reduce((sum, one) => sum + exp2(one - top), 0));
}

/**
 * Candidates as one: their log2 odds together, and how much of it each scorer has earned.
 * @param times how many each of these stands for: a few of a crowd that share a key which too many share to compare them
 * all, any of whom may be the right one, are compared, and the rest is believed to earn what they do
 */
export function together(
	members: readonly { readonly total: number; readonly evidence: readonly Pick<Evidence, "scorer" | "bits">[] }[],
	times = 1,
): Basis["others"][number] {
	const scorers = new Set(members.flatMap(({ evidence }) => evidence.map(({ scorer }) => scorer)));
	const bits = summed(members.map(({ total }) => total));
	const without = (name: string): number =>
		summed(
			members.map(({ total, evidence }) =>
				evidence.reduce((left, { scorer, bits }) => (scorer === name ? left - bits : left), total),
			),
		);
	return {
		bits: bits + log2(times),
		earned: Object.fromEntries([...scorers].map((name) => [name, bits - without(name)])),
	};
}

export interface Posterior {
	/** For each candidate, in the order given. */
	readonly probabilities: readonly number[];
	/** log2 of what the other candidates and the unlisted records take from each candidate's odds; never positive. */
	readonly competition: readonly number[];
	readonly nobody: number;
}

/**
 * Bayes over exclusive hypotheses: each candidate, "one of the other records", and "nobody here" (odds 1).
 * @param totals log2 odds of each candidate against "nobody here"
 * @param restOdds summed odds of the records that are no candidates
 */
export function posteriorOf(totals: readonly number[], restOdds: number): Posterior {
	// Powers are taken relative to the strongest, so that nothing overflows and equal totals compete equally.
	const top = Math.max(0, ...totals);
	const weights = totals.map((bits) => exp2(bits - top));
	const nobodyWeight = exp2(-top);
	const restWeight = restOdds * nobodyWeight;
	const sum = [...weights].sort((a, b) => a - b).reduce((total, weight) => total + weight, 0);
	const competition = weights.map((weight) => {
		const others = Math.max(0, sum - weight) + restWeight;
		// Rounded down: all probabilities together are never more than 1, and what is left over is nobody's in particular.
		return (Math.floor(-log2(1 + others / nobodyWeight) * MICRO) + 0) / MICRO;
	});
	return {
		competition,
		probabilities: totals.map((bits, index) => probabilityOf(bits + (competition[index] as number))),
		nobody:
			totals.length === 0 && restOdds === 0 ? 1 : clampProbability(nobodyWeight / (nobodyWeight + restWeight + sum)),
	};
}

/** Posterior probabilities from which on a decision is taken. */
export interface Thresholds {
	/** At least this for the best record: "link". */
	readonly link: number;
	/** At least this for all listed records together: "review". */
	readonly review: number;
}

/** @throws SameAsError CONFIG when one is no probability, or they are the wrong way round. */
export function checkThresholds(thresholds: Thresholds): void {
	const refuse = (key: keyof Thresholds, message: string): never => {
		throw new SameAsError("CONFIG", message, { path: `thresholds.${key}` });
	};
	for (const key of ["link", "review"] as const) {
		if (!(thresholds[key] > 0 && thresholds[key] < 1))
			refuse(key, `\`thresholds.${key}\` is a probability between 0 and 1.`);
	}
	if (thresholds.review > thresholds.link) refuse("review", "`thresholds.review` is at most `thresholds.link`.");
}

/** What a decision is made from. */
export interface Situation {
	readonly records: number;
	readonly coverage: number;
	/** Whether any scorer found something to read in the profile. */
	readonly readable: boolean;
	/** Probabilities of the listed records, best first. */
	readonly probabilities: readonly number[];
	readonly nobody: number;
	/** Probability of the records that are not listed. */
	readonly unlisted: number;
	/** The probability that the best imaginable record could reach. */
	readonly ceiling: number;
	/** Search keys that too many records share. */
	readonly capped: number;
	/** Bits of what speaks against the best record, zero or less. */
	readonly against: number;
	/** Why what speaks for the best record makes no link alone, in a sentence; undefined when it does. */
	readonly incomplete: string | undefined;
	/** That the profile is not one person's, or that the best record is of another kind: in a sentence. */
	readonly aside?: string | undefined;
	/** The best record is of another kind than who holds the handle, so that it is not linked. */
	readonly misfit?: boolean;
}

/** True when the second of these is no more than four times less probable than the first. */
export function areSeveral([first = 0, second = 0]: readonly number[]): boolean {
	return second > first / 4;
}

/** A record that something speaks against, by this many bits, is linked only ... */
const AGAINST = -2;
/** ... when the doubt that is left is a fifth of what is allowed otherwise: another given name is a reason to look. */
const STRICTER = 5;

/** Odds of "nobody here" have to rise by this factor before anything has been learnt: half a bit. */
const LEARNT = Math.SQRT2;

/** The decision and the reason for it, in words without personal values. */
export function decide(situation: Situation, thresholds: Thresholds): { decision: Decision; reason: string } {
	const { decision, reason } = decideAside(situation, thresholds);
	const { aside } = situation;
	return { decision, reason: aside === undefined || decision === "link" ? reason : `${aside} ${reason}` };
}

function decideAside(situation: Situation, { link, review }: Thresholds): { decision: Decision; reason: string } {
	const { records, coverage, readable, probabilities, nobody, unlisted, ceiling, capped, against, incomplete, misfit } =
		situation;
	const best = probabilities[0] ?? 0;
	const listed = probabilities.reduce((sum, probability) => sum + probability, 0);
	if (!readable) return { decision: "insufficient", reason: "The profile holds nothing that could be compared." };
	if (records === 0) return { decision: "none", reason: "There are no records to compare with." };
	if (listed >= review && misfit) {
		return { decision: "review", reason: "A record may have to do with it, but that is for a person to say." };
	}
	const sure = against <= AGAINST ? 1 - (1 - link) / STRICTER : link;
	if (best >= sure && incomplete === undefined)
		return { decision: "link", reason: "One record fits far better than any other, or than nobody." };
	if (listed >= review) {
		return {
			decision: "review",
			reason: areSeveral(probabilities)
				? "It is probably one of several records that fit about equally well."
				: best >= link
					? (incomplete ?? "One record fits, but something on the profile speaks against it.")
					: "One record probably fits, but not surely enough to act on without a look.",
		};
	}
	if (ceiling < review) {
		return { decision: "insufficient", reason: "The profile says too little: even a perfect match would leave doubt." };
	}
	if (capped > 0 && listed < unlisted && nobody < 1 - review / 2) {
		return { decision: "insufficient", reason: "Too many records share what the profile shows to tell them apart." };
	}
	if (nobody < 1 - review) {
		return { decision: "insufficient", reason: "Somebody here may fit, but the profile does not tell who." };
	}
	if (nobody / (1 - nobody) < (LEARNT * (1 - coverage)) / coverage) {
		return { decision: "insufficient", reason: "Nothing on the profile speaks for any record, and nothing against." };
	}
	return { decision: "none", reason: "No record here fits well enough: probably nobody of this record set." };
}
