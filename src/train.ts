/**
 * Learning from one's own people: from links that are confirmed or rejected, or from profiles alone. What comes out is a
 * model, plain JSON, for `createResolver({ model })`; or a refusal with the reason, when the data would not make answers
 * better on people that were not trained on.
 */
import { SameAsError } from "./errors.js";
import {
	claimOf,
	coverageOf,
	type Label,
	lossOf,
	type Parameters,
	posteriorOfQuery,
	type Query,
	slopesOf,
} from "./fit.js";
import { type ComparedPair, type Comparison, type Inside, insideOf } from "./inside.js";
import { type LearntLevels, learnLevels, relearnt, type WeightedPair } from "./levels.js";
import { weigh } from "./model.js";
import { createResolver, type Resolver, type ResolverOptions } from "./resolver.js";
import type { AnyScorer, LevelDefinition } from "./scorers/scorer.js";
import type { SocialProfileInput, TrainedModel } from "./types.js";
import { claimError, clearlyBetter, crossValidate, type Demand, meanLoss, type Score } from "./validation.js";

export type { Resolver, ResolverOptions } from "./resolver.js";
export type { SocialProfileInput, TrainedModel } from "./types.js";

/** A profile whose record is confirmed (null: confirmed to be nobody of the record set). */
export interface ConfirmedLink {
	readonly profile: SocialProfileInput | string;
	readonly truth: string | null;
}

/** A profile with a record that is not the person; who is right is not known. */
export interface RejectedLink {
	readonly profile: SocialProfileInput | string;
	readonly not: string;
}

export interface TrainOptions {
	/** Parts for cross-validation, each with people of its own. Default 5. */
	readonly folds?: number;
	/** Fewer profiles than this are refused. Default 50 with labels, 200 without. */
	readonly least?: number;
}

/** Built in and trained, on people that were not trained on. */
export interface BeforeAfter {
	readonly before: number;
	readonly after: number;
}

/** What can be learnt, each part on its own and in this order. */
export type Part = "coverage" | "levels" | "slopes";

export interface TrainingReport {
	/** Profiles used. */
	readonly profiles: number;
	/** Confirmed to be a record of the set; confirmed to be nobody of it; rejected. All 0 without labels. */
	readonly confirmed: number;
	readonly nobody: number;
	readonly rejected: number;
	/** What was learnt: the parts that made answers clearly better on people they were not learnt from. */
	readonly parts: readonly Part[];
	/**
	 * Cross-validated mean surprise per profile, in bits: at the labels; without labels, at the evidence, compared with
	 * that of strangers. Undefined when training was refused before it.
	 */
	readonly logLoss?: BeforeAfter;
	/** Cross-validated calibration error of the first record's probability, with labels of nobody among the others. */
	readonly ece?: BeforeAfter;
}

/** A model, or the reason why there is none. `createResolver({ model })` takes both: without a model all is as built in. */
export type Training =
	| { readonly model: TrainedModel; readonly refused?: undefined; readonly report: TrainingReport }
	| { readonly model?: undefined; readonly refused: string; readonly report: TrainingReport };

/** With fewer confirmed nobodies than this, nothing can be said about coverage. */
const NOBODIES = 10;
const ROUNDS = 50;
/** Coverage is one figure, and everybody has their own: a gain that chance hardly makes is enough. */
const ANY_GAIN: Demand = { bits: 0, errors: 1, noise: 0.25 };
/** The built-in levels and slopes hold for several populations: only a large and sure gain is a reason to leave them. */
const LARGE_GAIN: Demand = { bits: 0.1, errors: 2, noise: 0 };

interface Case {
	readonly comparison: Comparison;
	readonly label: Label | undefined;
	/** Cases of one person stay in one fold. */
	readonly person: string;
}

interface Learnt {
	readonly levels: LearntLevels;
	readonly parameters: Parameters;
}

/** One way of learning. */
interface Method {
	readonly least: number;
	readonly parts: readonly Part[];
	readonly learn: (cases: readonly Case[], parts: readonly Part[]) => Learnt;
	readonly score: (query: Query, parameters: Parameters) => Score;
}

/**
 * Learns coverage, m and u of levels, and a slope for each scorer from links that are confirmed or rejected, so that the
 * right answers become more probable: on whole queries, all candidates and "nobody here" competing. Labels should be
 * drawn as profiles come in, nobodies included: without at least ten of these coverage is not learnt, and the rest only
 * from the competition among records.
 * @param source a resolver without a model, or the options to make one
 * @throws SameAsError CONFIG when the resolver has a model already or an option is wrong, and as `resolve` does.
 */
export function train(
	source: Resolver | ResolverOptions,
	labels: Iterable<ConfirmedLink | RejectedLink>,
	options: TrainOptions = {},
): Training {
	const { inside, start } = opened(source);
	const { scorers } = inside;
	const cases = Array.from(labels, (label, index): Case => {
		const recordId = "not" in label ? label.not : label.truth;
		const comparison = inside.compare(label.profile, recordId);
		if ("not" in label) return { comparison, label: { not: label.not }, person: `rejected ${index}` };
		// A record that is not held cannot be right: of this record set, nobody is.
		const is = comparison.asked === undefined ? null : label.truth;
		return { comparison, label: { is }, person: is ?? `nobody ${index}` };
	});
	const confirmed = cases.filter(({ label }) => isOf(label)).length;
	const nobody = cases.filter(({ label }) => isOf(label) === null).length;
	const open = nobody >= NOBODIES;
	const used = open ? cases : cases.filter(({ label }) => isOf(label) !== null);
	return trained(
		inside.scorers,
		used,
		options,
		{ confirmed, nobody, rejected: cases.length - confirmed - nobody },
		{
			least: 50,
			parts: open ? ["coverage", "levels", "slopes"] : ["levels", "slopes"],
			learn(some, parts) {
				const levels: LearntLevels = parts.includes("levels")
					? learnLevels(scorers, some.flatMap(labelledPairs))
					: new Map();
				const queries = queriesOf(some, scorers, levels);
				// Slopes are learnt at the coverage that holds, so that they do not make up for a wrong one; coverage comes last.
				const honest = { ...start, coverage: open ? shareHeld(some) : start.coverage };
				const slopes = parts.includes("slopes") ? slopesOf(queries, honest, open) : start.slopes;
				const coverage = parts.includes("coverage") ? coverageOf(queries, { ...start, slopes }) : start.coverage;
				return { levels, parameters: { coverage, slopes } };
			},
			score: (query, parameters) => ({
				loss: lossOf(query, parameters, open),
				claim: open && isOf(query.label) !== undefined ? claimOf(query, parameters) : undefined,
			}),
		},
	);
}

/**
 * Learns coverage and m of levels from profiles alone, by expectation-maximisation from the built-in model: who is right
 * is what the model believes. Slopes need labels. Expect less than from labels: it cannot notice what the model is wrong
 * about, and takes people whom nothing on the profile gives away for strangers.
 * @throws SameAsError as `train` does.
 */
export function trainUnlabelled(
	source: Resolver | ResolverOptions,
	profiles: Iterable<SocialProfileInput | string>,
	options: TrainOptions = {},
): Training {
	const { inside, start } = opened(source);
	const { scorers } = inside;
	const cases = Array.from(
		profiles,
		(profile, index): Case => ({ comparison: inside.compare(profile), label: undefined, person: `${index}` }),
	);
	return trained(
		scorers,
		cases,
		options,
		{ confirmed: 0, nobody: 0, rejected: 0 },
		{
			least: 200,
			parts: ["coverage", "levels"],
			learn: (some, parts) => maximiseExpectation(some, parts, scorers, start),
			// P(evidence) is (1 - coverage) / P(nobody) times as high as from strangers.
			score: (query, parameters) => ({
				loss: Math.log2(posteriorOfQuery(query, parameters).nobody / (1 - parameters.coverage)),
				claim: undefined,
			}),
		},
	);
}

function opened(source: Resolver | ResolverOptions): { inside: Inside; start: Parameters } {
	const inside = insideOf("resolve" in source ? source : createResolver(source));
	if (inside.trained) {
		throw new SameAsError("CONFIG", "The resolver has a model already. Train one without.", { path: "model" });
	}
	return { inside, start: { coverage: inside.coverage, slopes: inside.scorers.map(() => 1) } };
}

/** Who is right, when that is known: a record, or null for nobody. */
function isOf(label: Label | undefined): string | null | undefined {
	return label && "is" in label ? label.is : undefined;
}

/** The share of labelled profiles whose person is held. */
function shareHeld(cases: readonly Case[]): number {
	const known = cases.map(({ label }) => isOf(label)).filter((is) => is !== undefined);
	return (known.filter((is) => is !== null).length + 1) / (known.length + 2);
}

/** A label as pairs: the right record is the same person, all others are somebody else. */
function labelledPairs({ comparison: { asked, candidates }, label }: Case): WeightedPair[] {
	const right = isOf(label);
	if (right === undefined) return asked ? [{ pair: asked, same: 0 }] : [];
	const others = candidates.filter(({ recordId }) => recordId !== right).map((pair) => ({ pair, same: 0 }));
	return asked ? [{ pair: asked, same: 1 }, ...others] : others;
}

function queriesOf(cases: readonly Case[], scorers: readonly AnyScorer[], levels: LearntLevels): Query[] {
	const bitsOf = ({ observed }: ComparedPair): number[] => {
		const evidence = weigh(relearnt(observed, levels));
		return scorers.map(({ name }) =>
			evidence.reduce((sum, { scorer, bits }) => (scorer === name ? sum + bits : sum), 0),
		);
	};
	return cases.map(({ comparison: { records, candidates, absent, unfollowed }, label }) => ({
		records,
		candidates: candidates.map((pair) => ({ recordId: pair.recordId, bits: bitsOf(pair) })),
		absent,
		unfollowed,
		label,
	}));
}

function maximiseExpectation(
	cases: readonly Case[],
	parts: readonly Part[],
	scorers: readonly AnyScorer[],
	start: Parameters,
): Learnt {
	// The built-in coverage weighs as much as all profiles together: they tell of people who can be found, and nobody
	// knows how many cannot.
	const weight = cases.length;
	let learnt: Learnt = { levels: new Map(), parameters: start };
	if (parts.length === 0) return learnt;
	let queries = queriesOf(cases, scorers, learnt.levels);
	for (let round = 0; round < ROUNDS; round++) {
		const { parameters } = learnt;
		const posteriors = queries.map((query) => posteriorOfQuery(query, parameters));
		const somebody = posteriors.reduce((sum, { nobody }) => sum + 1 - nobody, 0);
		const coverage = parts.includes("coverage")
			? (somebody + weight * start.coverage) / (cases.length + weight)
			: start.coverage;
		if (parts.includes("levels")) {
			const pairs = cases.flatMap(({ comparison: { candidates } }, index) =>
				candidates.map((pair) => ({ pair, same: posteriors[index]?.of.get(pair.recordId) ?? 0 })),
			);
			// u stays: nobody has said who is somebody else.
			learnt = { levels: learnLevels(scorers, pairs, { onlyM: true }), parameters: { ...start, coverage } };
			queries = queriesOf(cases, scorers, learnt.levels);
		} else {
			learnt = { ...learnt, parameters: { ...start, coverage } };
		}
		if (Math.abs(coverage - parameters.coverage) < 1e-4 && round > 0) break;
	}
	return learnt;
}

/** Adds part after part, and keeps what makes answers clearly better on people it was not learnt from. */
function trained(
	scorers: readonly AnyScorer[],
	cases: readonly Case[],
	{ folds = 5, least }: TrainOptions,
	counts: Pick<TrainingReport, "confirmed" | "nobody" | "rejected">,
	method: Method,
): Training {
	const report = { profiles: cases.length, ...counts, parts: [] };
	const needed = least ?? method.least;
	if (cases.length < needed) {
		return { refused: `There are ${cases.length} profiles to learn from; at least ${needed} are needed.`, report };
	}
	const scoresWith = (parts: readonly Part[]): Score[] =>
		crossValidate(cases, folds, (training, held) => {
			const { levels, parameters } = method.learn(training, parts);
			return queriesOf(held, scorers, levels).map((query) => method.score(query, parameters));
		});
	const before = scoresWith([]);
	let after = before;
	let parts: Part[] = [];
	for (const part of method.parts) {
		const scores = scoresWith([...parts, part]);
		if (!clearlyBetter(cases, after, scores, part === "coverage" ? ANY_GAIN : LARGE_GAIN)) continue;
		parts = [...parts, part];
		after = scores;
	}
	const [errorBefore, errorAfter] = [claimError(before), claimError(after)];
	const full: TrainingReport = {
		...report,
		parts,
		logLoss: { before: meanLoss(before), after: meanLoss(after) },
		...(errorBefore === undefined || errorAfter === undefined
			? {}
			: { ece: { before: errorBefore, after: errorAfter } }),
	};
	if (parts.length === 0) {
		return {
			refused: "No part of a model is clearly better than the built-in one on people it was not learnt from.",
			report: full,
		};
	}
	return {
		model: modelOf(scorers, parts, cases[0]?.comparison.records ?? 0, method.learn(cases, parts)),
		report: full,
	};
}

const rounded = (value: number): number => Number(value.toPrecision(4));

/** The model file: only the parts that are learnt, and of these what differs from the built-in figures. */
function modelOf(scorers: readonly AnyScorer[], parts: readonly Part[], records: number, learnt: Learnt): TrainedModel {
	const { parameters, levels } = learnt;
	const slopes = scorers
		.map(({ name }, index) => [name, rounded(parameters.slopes[index] as number)] as const)
		.filter(([, slope]) => slope !== 1);
	const figures = scorers.map(({ name, levels: builtIn }) => {
		const changed = Object.entries<LevelDefinition>(builtIn).flatMap(([level, definition]) => {
			const { m, u } = levels.get(definition) ?? definition;
			return m === definition.m && u === definition.u ? [] : [[level, { m: rounded(m), u: rounded(u) }] as const];
		});
		return [name, Object.fromEntries(changed)] as const;
	});
	return {
		format: "sameas-model",
		version: 1,
		records,
		...(parts.includes("coverage") ? { coverage: rounded(parameters.coverage) } : {}),
		...(parts.includes("slopes") ? { slopes: Object.fromEntries(slopes) } : {}),
		...(parts.includes("levels")
			? { levels: Object.fromEntries(figures.filter(([, changed]) => Object.keys(changed).length > 0)) }
			: {}),
	};
}
