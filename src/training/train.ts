/**
 * Learning from one's own people: from links that are confirmed or rejected, or from profiles alone. What comes out is a
 * model, plain JSON, for `createResolver({ model })`; or a refusal with the reason, when the data would not make answers
 * better on people that were not trained on. Either way the report may advise a coverage.
 */
import { SameAsError } from "../errors.js";
import type { ResolverOptions } from "../options.js";
import type { Resolver } from "../resolver.js";
import type { SocialProfileInput, TrainedModel } from "../types.js";
import { admitted, type LabelOrigin, type TrustOptions } from "./admitted.js";
import { claimOf, coverageOf, lossOf, type Query, slopesOf } from "./fit.js";
import type { Inside } from "./inside.js";
import { learnLevels, type WeightedPair } from "./levels.js";
import {
	ANY_GAIN,
	type Case,
	type Learnt,
	queriesOf,
	type Reviewed,
	select,
	type Training,
	type TrainOptions,
} from "./selection.js";
import { eachOf, insideOfSource } from "./source.js";
import { type Figures, figuresOf, stepTo } from "./step.js";

export type { ResolverOptions } from "../options.js";
export type { Resolver } from "../resolver.js";
export type { SocialProfileInput, TrainedModel } from "../types.js";
export type { LabelOrigin, LeftOut, TrustOptions } from "./admitted.js";
export { type LabelledPerson, withoutPerson } from "./labels.js";
export type { BeforeAfter, Part, Training, TrainingReport, TrainOptions } from "./selection.js";
export { trainUnlabelled } from "./unlabelled.js";

/** A profile whose record is confirmed (null: confirmed to be nobody of the record set). */
export interface ConfirmedLink extends LabelOrigin {
	readonly profile: SocialProfileInput | string;
	readonly truth: string | null;
}

/** A profile with a record that is not the person; who is right is not known. */
export interface RejectedLink extends LabelOrigin {
	readonly profile: SocialProfileInput | string;
	readonly not: string;
}

export interface LabelledOptions extends TrainOptions, TrustOptions {
	/**
	 * The model in use: no weight moves further from it than a quarter of a bit, be it a level's log2(m/u) or what a scorer's
	 * slope makes of the evidence it has on average. Default: the built-in figures; with `trust: "any"` there is no such limit
	 * unless a model is given.
	 */
	readonly previous?: TrainedModel;
	/** Links of which you are sure, apart from the labels. A model at which they are more surprising than before is refused. */
	readonly canary?: Iterable<ConfirmedLink>;
}

/** With fewer confirmed nobodies than this, nothing can be said about coverage. */
const NOBODIES = 10;

/**
 * Learns m and u of levels, and a slope for each scorer, from links that are confirmed or rejected, so that the right
 * answers become more probable: on whole queries, all candidates and "nobody here" competing. Says, too, which coverage
 * the labels speak for. Labels should be drawn as profiles come in, nobodies included: without at least ten of these no
 * coverage is advised, and the rest is learnt only from the competition among records.
 *
 * Labels count from the level verified on, and of one agent or account no more than a hundredth of them (`trust`,
 * `mostPerGiver`); the report says what was left out. For labels that you have looked through: `trust: "any"`.
 * @param source a resolver without a model, or the options to make one
 * @throws SameAsError CONFIG when the resolver has a model already, the labels are no list or an option is wrong, SHAPE when a
 * label is something else, and as `resolve` does.
 */
export function train(
	source: Resolver | ResolverOptions,
	labels: Iterable<ConfirmedLink | RejectedLink>,
	options: LabelledOptions = {},
): Training {
	const inside = insideOfSource(source);
	const { scorers, coverage } = inside;
	const { labels: used, leftOut } = admitted(labelsIn(labels, "labels"), options);
	const cases = casesOf(used, inside);
	const canary = options.canary && casesOf(labelsIn(options.canary, "canary"), inside);
	const before = figuresOf(options.previous, scorers);
	const isLimited = options.previous !== undefined || options.trust !== "any";
	/** So far and no further, and not at the cost of those of whom one is sure. */
	function review(learnt: Learnt, queries: readonly Query[]): Reviewed {
		const step = !isLimited ? undefined : stepTo(learnt, before, scorers, spokenIn(queries, scorers.length));
		const figures = step ?? learnt;
		const surprise = ({ levels, slopes }: Figures, cases: readonly Case[]): number => {
			const open = cases.some((one) => isOf(one) === null);
			const losses = queriesOf(cases, scorers, levels).map((query) => lossOf(query, { coverage, slopes }, open));
			return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
		};
		const figure = canary?.length ? { before: surprise(before, canary), after: surprise(figures, canary) } : undefined;
		const report = {
			...(step?.heldBack.length ? { heldBack: step.heldBack } : {}),
			...(figure ? { canary: figure } : {}),
		};
		if (figure === undefined || figure.after <= figure.before) return { figures, report };
		return { figures, refused: "The canary labels are more surprising with the model than before.", report };
	}
	const confirmed = cases.filter((one) => isOf(one)).length;
	const nobody = cases.filter((one) => isOf(one) === null).length;
	const open = nobody >= NOBODIES;
	return select(
		{
			scorers,
			coverage,
			least: 50,
			parts: ["levels", "slopes"],
			coverageDemand: ANY_GAIN,
			learn(some, parts) {
				const levels = parts.includes("levels") ? learnLevels(scorers, some.flatMap(labelledPairs)) : new Map();
				const queries = queriesOf(some, scorers, levels);
				const builtIn = scorers.map(() => 1);
				// Slopes are learnt at the coverage that holds, so that they do not make up for a wrong one; coverage comes last.
				const honest = { coverage: open ? shareHeld(some) : coverage, slopes: builtIn };
				const slopes = parts.includes("slopes") ? slopesOf(queries, honest, open) : builtIn;
				return { levels, slopes, coverage: open ? coverageOf(queries, { coverage, slopes }) : undefined };
			},
			review,
			score: (query, parameters) => ({
				loss: lossOf(query, parameters, open),
				claim: open && isOf(query) !== undefined ? claimOf(query, parameters) : undefined,
			}),
		},
		open ? cases : cases.filter((one) => isOf(one) !== null),
		options,
		{ confirmed, nobody, rejected: cases.length - confirmed - nobody, ...(leftOut.length > 0 ? { leftOut } : {}) },
	);
}

type Label = ConfirmedLink | RejectedLink;

/** @throws SameAsError CONFIG when they are no list, SHAPE when one of them is no label */
function labelsIn(given: Iterable<Label>, path: string): Label[] {
	return eachOf(given, path, "a profile with its truth", (label) => {
		if ("truth" in label || "not" in label) return label;
		throw new SameAsError("SHAPE", "A label says which record is right, `truth`, or which is not, `not`.", { path });
	});
}

function casesOf(labels: readonly Label[], { compare }: Inside): Case[] {
	return labels.map((label, index): Case => {
		const recordId = "not" in label ? label.not : label.truth;
		const comparison = compare(label.profile, recordId);
		// A duplicate stands for its person.
		const asked = comparison.asked?.recordId;
		if ("not" in label) return { comparison, label: { not: asked ?? label.not }, person: `rejected ${index}` };
		// A record that is not held cannot be right: of this record set, nobody is.
		const is = asked ?? null;
		return { comparison, label: { is }, person: is ?? `nobody ${index}` };
	});
}

/** Bits, for or against, that each scorer adds to a right record when it says something. */
function spokenIn(queries: readonly Query[], scorers: number): number[] {
	const right = queries.flatMap(({ candidates, label }) =>
		candidates.filter(({ recordId }) => label && "is" in label && label.is === recordId),
	);
	return Array.from({ length: scorers }, (_, index) => {
		const said = right.map(({ bits }) => Math.abs(bits[index] as number)).filter((bits) => bits > 0);
		return said.reduce((sum, bits) => sum + bits, 0) / Math.max(1, said.length);
	});
}

/** Who is right, when that is known: a record, or null for nobody. */
function isOf({ label }: Pick<Case, "label">): string | null | undefined {
	return label && "is" in label ? label.is : undefined;
}

/** The share of labelled profiles whose person is held. */
function shareHeld(cases: readonly Case[]): number {
	const known = cases.map(isOf).filter((is) => is !== undefined);
	return (known.filter((is) => is !== null).length + 1) / (known.length + 2);
}

/** A label as pairs: the right record is the same person, all others are somebody else. */
function labelledPairs(one: Case): WeightedPair[] {
	const { asked, candidates } = one.comparison;
	const right = isOf(one);
	if (right === undefined) return asked ? [{ pair: asked, same: 0 }] : [];
	const others = candidates.filter(({ recordId }) => recordId !== right).map((pair) => ({ pair, same: 0 }));
	return asked ? [{ pair: asked, same: 1 }, ...others] : others;
}
