import { log2 } from "../arithmetic.js";
import type { ResolverOptions } from "../options.js";
import type { Resolver } from "../resolver.js";
import type { AnyScorer } from "../scorers/scorer.js";
import type { SocialProfileInput } from "../types.js";
import { posteriorOfQuery } from "./fit.js";
import { learnLevels } from "./levels.js";
import {
	type Case,
	LARGE_GAIN,
	type Learnt,
	type Part,
	queriesOf,
	select,
	type Training,
	type TrainOptions,
} from "./selection.js";
import { eachOf, insideOfSource } from "./source.js";

const ROUNDS = 50;

/**
 * Learns m of levels from profiles alone, by expectation-maximisation from the built-in model: who is right is what the
 * model believes. Says, too, which coverage the profiles speak for. Slopes need labels. Expect less than from labels: it
 * cannot notice what the model is wrong about, and takes people whom nothing on the profile gives away for strangers.
 * @param source a resolver without a model, or the options to make one
 * @throws SameAsError as `train` does.
 */
export function trainUnlabelled(
	source: Resolver | ResolverOptions,
	profiles: Iterable<SocialProfileInput | string>,
	options: TrainOptions = {},
): Training {
	const { scorers, coverage, compare } = insideOfSource(source);
	const cases = eachOf(profiles, "profiles", "a profile", (profile, index): Case => {
		return { comparison: compare(profile), label: undefined, person: `${index}` };
	});
	return select(
		{
			scorers,
			coverage,
			least: 200,
			parts: ["levels"],
			coverageDemand: LARGE_GAIN,
			learn: (some, parts) => maximiseExpectation(some, parts, scorers, coverage),
			// P(evidence) is (1 - coverage) / P(nobody) times as high as from strangers.
			score: (query, parameters) => ({
				loss: log2(posteriorOfQuery(query, parameters).nobody / (1 - parameters.coverage)),
				claim: undefined,
			}),
		},
		cases,
		options,
		{ confirmed: 0, nobody: 0, rejected: 0 },
	);
}

function maximiseExpectation(
	cases: readonly Case[],
	parts: readonly Part[],
	scorers: readonly AnyScorer[],
	start: number,
): Learnt {
	// The built-in coverage weighs as much as all profiles together: they tell of people who can be found, and nobody
	// knows how many cannot.
	const weight = cases.length;
	const slopes = scorers.map(() => 1);
	let levels: Learnt["levels"] = new Map();
	let coverage = start;
	let queries = queriesOf(cases, scorers, levels);
	for (let round = 0; round < ROUNDS; round++) {
		const before = coverage;
		const posteriors = queries.map((query) => posteriorOfQuery(query, { coverage, slopes }));
		const somebody = posteriors.reduce((sum, { nobody }) => sum + 1 - nobody, 0);
		coverage = (somebody + weight * start) / (cases.length + weight);
		if (parts.includes("levels")) {
			const pairs = cases.flatMap(({ comparison: { candidates } }, index) =>
				candidates.map((pair) => ({ pair, same: posteriors[index]?.of.get(pair.recordId) ?? 0 })),
			);
			// u stays: nobody has said who is somebody else.
			levels = learnLevels(scorers, pairs, { onlyM: true });
			queries = queriesOf(cases, scorers, levels);
		}
		if (Math.abs(coverage - before) < 1e-4 && round > 0) break;
	}
	return { levels, slopes, coverage };
}
