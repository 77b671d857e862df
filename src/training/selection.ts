import { SameAsError } from "../errors.js";
import { weigh } from "../model.js";
import type { AnyScorer, LevelDefinition } from "../scorers/scorer.js";
import type { TrainedModel } from "../types.js";
import type { LeftOut } from "./admitted.js";
import type { Label, Parameters, Query } from "./fit.js";
import type { ComparedPair, Comparison } from "./inside.js";
import { type LearntLevels, relearnt } from "./levels.js";
import type { Figures } from "./step.js";
import { claimError, clearlyBetter, crossValidate, type Demand, meanLoss, type Score } from "./validation.js";

/**
 * Which parts of what was learnt are kept: those that make answers clearly better on people they were not learnt from.
 */

export interface TrainOptions {
	/** Parts for cross-validation, each with people of its own. Default 5. */
	readonly folds?: number;
	/** Fewer profiles than this are refused. Default 50 with labels, 200 without. */
	readonly least?: number;
}

/** A figure on people that were not trained on. */
export interface BeforeAfter {
	/** As built in. */
	readonly before: number;
	/** With the model. */
	readonly after: number;
	/** With the model and the advised coverage, where one is advised. */
	readonly advised?: number;
}

/** What a model can hold, each part on its own and in this order. */
export type Part = "levels" | "slopes";

export interface TrainingReport {
	/** Profiles used. */
	readonly profiles: number;
	/** Confirmed to be a record of the set; confirmed to be nobody of it; rejected. All 0 without labels. */
	readonly confirmed: number;
	readonly nobody: number;
	readonly rejected: number;
	/** What the model holds: the parts that made answers clearly better on people they were not learnt from. */
	readonly parts: readonly Part[];
	/**
	 * An advice for the option `coverage` of a resolver for this record set and this channel, and no other: it is no part
	 * of the model. Undefined when the resolver's own does as well, or when there are too few confirmed nobodies to tell.
	 */
	readonly coverage?: number;
	/**
	 * Cross-validated mean surprise per profile, in bits: at the labels; without labels, at the evidence, compared with
	 * that of strangers. Undefined when training was refused before it.
	 */
	readonly logLoss?: BeforeAfter;
	/** Cross-validated calibration error of the first record's probability, with labels of nobody among the others. */
	readonly ece?: BeforeAfter;
	/** Labels that were not learnt from, and why; absent when all were. */
	readonly leftOut?: readonly LeftOut[];
	/** Scorers that may not move as far from `previous` as was learnt; train again for the next step. */
	readonly heldBack?: readonly string[];
	/** Mean surprise at the canary labels, in bits, with `previous` and with the model. */
	readonly canary?: BeforeAfter;
}

/** A model, or the reason why there is none. `createResolver({ model })` takes both: without a model all is as built in. */
export type Training =
	| { readonly model: TrainedModel; readonly refused?: undefined; readonly report: TrainingReport }
	| { readonly model?: undefined; readonly refused: string; readonly report: TrainingReport };

/** One profile to learn from. */
export interface Case {
	readonly comparison: Comparison;
	readonly label: Label | undefined;
	/** Cases of one person stay in one fold. */
	readonly person: string;
}

export interface Learnt extends Figures {
	/** The coverage that the cases speak for; undefined when they say nothing about it. */
	readonly coverage: number | undefined;
}

/** One way of learning. */
export interface Method {
	readonly scorers: readonly AnyScorer[];
	/** The coverage of the resolver. */
	readonly coverage: number;
	/** Fewer cases than this are refused. */
	readonly least: number;
	readonly parts: readonly Part[];
	/** What a coverage has to gain before it is advised. */
	readonly coverageDemand: Demand;
	/** Learns these parts, and what coverage goes with them. */
	readonly learn: (cases: readonly Case[], parts: readonly Part[]) => Learnt;
	readonly score: (query: Query, parameters: Parameters) => Score;
	/** Has the last word on a model that is clearly better. */
	readonly review?: (learnt: Learnt, queries: readonly Query[]) => Reviewed;
}

/** What becomes of a model: its figures as they are let through, or the reason why it is refused. */
export interface Reviewed {
	readonly figures: Figures;
	readonly refused?: string;
	readonly report: Pick<TrainingReport, "heldBack" | "canary">;
}

/** Coverage is one figure, and everybody has their own: with labels, a gain that chance hardly makes is enough. */
export const ANY_GAIN: Demand = { bits: 0, errors: 1 };
/**
 * The built-in levels and slopes hold for several populations: only a large and sure gain is a reason to leave them. And
 * where the model itself is the judge, for want of labels, small gains are its own opinion.
 */
export const LARGE_GAIN: Demand = { bits: 0.1, errors: 2 };

/** Profiles with the bits that each scorer adds to each candidate, once levels are learnt. */
export function queriesOf(cases: readonly Case[], scorers: readonly AnyScorer[], levels: LearntLevels): Query[] {
	const bitsOf = ({ observed }: ComparedPair): number[] => {
		const evidence = weigh(relearnt(observed, levels));
		return scorers.map(({ name }) =>
			evidence.reduce((sum, { scorer, bits }) => (scorer === name ? sum + bits : sum), 0),
		);
	};
	return cases.map(({ comparison: { records, candidates, absent, crowds }, label }) => ({
		records,
		candidates: candidates.map((pair) => ({ recordId: pair.recordId, share: pair.share, bits: bitsOf(pair) })),
		absent,
		crowds: crowds.map(({ records, sample }) => ({ records, sample: sample.map(bitsOf) })),
		label,
	}));
}

/** Scores of all cases, by what was learnt without their people: at the resolver's coverage, and at the learnt one. */
interface Scores {
	readonly given: readonly Score[];
	readonly advised: readonly Score[];
}

/** Adds part after part, and keeps what is clearly better, whether the user takes the advised coverage or not. */
export function select(
	method: Method,
	cases: readonly Case[],
	{ folds = 5, least = method.least }: TrainOptions,
	counts: Pick<TrainingReport, "confirmed" | "nobody" | "rejected" | "leftOut">,
): Training {
	const { scorers, coverage } = method;
	if (!(Number.isInteger(least) && least > 0)) {
		throw new SameAsError("CONFIG", "`least` is a whole number above 0.", { path: "least" });
	}
	const report = { profiles: cases.length, ...counts, parts: [] };
	if (cases.length < least) {
		return { refused: `There are ${cases.length} profiles to learn from; at least ${least} are needed.`, report };
	}
	const scoresWith = (parts: readonly Part[]): Scores => {
		const scores = crossValidate(cases, folds, (training, held) => {
			const { levels, slopes, coverage: learnt = coverage } = method.learn(training, parts);
			return queriesOf(held, scorers, levels).map((query) => ({
				given: method.score(query, { coverage, slopes }),
				advised: method.score(query, { coverage: learnt, slopes }),
			}));
		});
		return { given: scores.map(({ given }) => given), advised: scores.map(({ advised }) => advised) };
	};
	const before = scoresWith([]);
	let after = before;
	let parts: Part[] = [];
	for (const part of method.parts) {
		const scores = scoresWith([...parts, part]);
		const better = (kind: keyof Scores): boolean => clearlyBetter(cases, after[kind], scores[kind], LARGE_GAIN);
		if (!better("given") || !better("advised")) continue;
		parts = [...parts, part];
		after = scores;
	}
	const learnt = method.learn(cases, parts);
	const advises =
		learnt.coverage !== undefined && clearlyBetter(cases, after.given, after.advised, method.coverageDemand);
	const figure = (of: (scores: readonly Score[]) => number): BeforeAfter => ({
		before: of(before.given),
		after: of(after.given),
		...(advises ? { advised: of(after.advised) } : {}),
	});
	const full: TrainingReport = {
		...report,
		parts,
		...(advises && learnt.coverage !== undefined ? { coverage: rounded(learnt.coverage) } : {}),
		logLoss: figure(meanLoss),
		...(claimError(before.given) === undefined ? {} : { ece: figure((scores) => claimError(scores) as number) }),
	};
	if (parts.length === 0) {
		const refused = "No part of a model is clearly better than the built-in one on people it was not learnt from.";
		return { refused, report: full };
	}
	const reviewed = method.review?.(learnt, queriesOf(cases, scorers, learnt.levels));
	if (!reviewed) return { model: modelOf(scorers, learnt), report: full };
	const { figures, refused } = reviewed;
	const whole = { ...full, ...reviewed.report };
	return refused === undefined ? { model: modelOf(scorers, figures), report: whole } : { refused, report: whole };
}

const rounded = (value: number): number => Number(value.toPrecision(4));

/** The model file: only what differs from the built-in figures. */
function modelOf(scorers: readonly AnyScorer[], learnt: Figures): TrainedModel {
	const slopes = scorers
		.map(({ name }, index) => [name, rounded(learnt.slopes[index] as number)] as const)
		.filter(([, slope]) => slope !== 1);
	const figures = scorers.map(({ name, levels: builtIn }) => {
		const changed = Object.entries<LevelDefinition>(builtIn).flatMap(([level, definition]) => {
			const { m, u } = learnt.levels.get(definition) ?? definition;
			return m === definition.m && u === definition.u ? [] : [[level, { m: rounded(m), u: rounded(u) }] as const];
		});
		return [name, Object.fromEntries(changed)] as const;
	});
	const levels = figures.filter(([, changed]) => Object.keys(changed).length > 0);
	return {
		format: "sameas-model",
		version: 1,
		...(slopes.length > 0 ? { slopes: Object.fromEntries(slopes) } : {}),
		...(levels.length > 0 ? { levels: Object.fromEntries(levels) } : {}),
	};
}
