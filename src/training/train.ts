/**
 * Learning from one's own people: from links that are confirmed or rejected, or from profiles alone. What comes out is a
 * model, plain JSON, for `createResolver({ model })`; or a refusal with the reason, when the data would not make answers
 * better on people that were not trained on. Either way the report may advise a coverage.
 */
import type { ResolverOptions } from "../options.js";
import type { Resolver } from "../resolver.js";
import type { SocialProfileInput } from "../types.js";
import { claimOf, coverageOf, lossOf, slopesOf } from "./fit.js";
import { learnLevels, type WeightedPair } from "./levels.js";
import { ANY_GAIN, type Case, queriesOf, select, type Training, type TrainOptions } from "./selection.js";
import { eachOf, insideOfSource } from "./source.js";

export type { ResolverOptions } from "../options.js";
export type { Resolver } from "../resolver.js";
export type { SocialProfileInput, TrainedModel } from "../types.js";
export type { BeforeAfter, Part, Training, TrainingReport, TrainOptions } from "./selection.js";
export { trainUnlabelled } from "./unlabelled.js";

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

/** With fewer confirmed nobodies than this, nothing can be said about coverage. */
const NOBODIES = 10;

/**
 * Learns m and u of levels, and a slope for each scorer, from links that are confirmed or rejected, so that the right
 * answers become more probable: on whole queries, all candidates and "nobody here" competing. Says, too, which coverage
 * the labels speak for. Labels should be drawn as profiles come in, nobodies included: without at least ten of these no
 * coverage is advised, and the rest is learnt only from the competition among records.
 * @param source a resolver without a model, or the options to make one
 * @throws SameAsError CONFIG when the resolver has a model already, the labels are no list or an option is wrong, SHAPE when a
 * label is something else, and as `resolve` does.
 */
export function train(
	source: Resolver | ResolverOptions,
	labels: Iterable<ConfirmedLink | RejectedLink>,
	options: TrainOptions = {},
): Training {
	const { scorers, coverage, compare } = insideOfSource(source);
	const cases = eachOf(labels, "labels", "a profile with its truth", (label, index): Case => {
		const recordId = "not" in label ? label.not : label.truth;
		const comparison = compare(label.profile, recordId);
		// A duplicate stands for its person.
		const asked = comparison.asked?.recordId;
		if ("not" in label) return { comparison, label: { not: asked ?? label.not }, person: `rejected ${index}` };
		// A record that is not held cannot be right: of this record set, nobody is.
		const is = asked ?? null;
		return { comparison, label: { is }, person: is ?? `nobody ${index}` };
	});
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
			score: (query, parameters) => ({
				loss: lossOf(query, parameters, open),
				claim: open && isOf(query) !== undefined ? claimOf(query, parameters) : undefined,
			}),
		},
		open ? cases : cases.filter((one) => isOf(one) !== null),
		options,
		{ confirmed, nobody, rejected: cases.length - confirmed - nobody },
	);
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
