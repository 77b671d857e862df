import { exp2, log2 } from "../arithmetic.js";
import type { AnyScorer, LevelDefinition } from "../scorers/scorer.js";
import type { TrainedModel } from "../types.js";
import type { LearntLevels } from "./levels.js";
import { readTrained } from "./model-file.js";

/**
 * How far a model may move away from the one before it. Labels can be wrong, or hostile; from one training to the next there
 * is time to notice.
 */

/** What a model holds: of levels those that differ from the built-in ones, and a slope for each scorer. */
export interface Figures {
	readonly levels: LearntLevels;
	readonly slopes: readonly number[];
}

/** The most that a weight may change from one model to the next, in bits. */
const STEP = 0.25;

/** @throws SameAsError CONFIG when the model is damaged, or was trained with other scorers or levels. */
export function figuresOf(model: TrainedModel | undefined, scorers: readonly AnyScorer[]): Figures {
	const trained = readTrained(model, scorers);
	const levels = scorers.flatMap(({ levels }, index) =>
		Object.entries<LevelDefinition>(levels).map(
			([level, definition]) => [definition, trained.levels[index]?.[level] ?? definition] as const,
		),
	);
	return { levels: new Map(levels), slopes: scorers.map(({ name }) => trained.slopes.get(name) ?? 1) };
}

const bitsOf = ({ m, u }: LevelDefinition): number => log2(m / u);

/**
 * What was learnt, as far as one step reaches: each scorer goes only so far towards its new figures that no level's log2(m/u)
 * changes by more than a quarter of a bit, nor what the scorer's slope makes of its evidence.
 * @param spoken bits that each scorer adds to a right record, on average
 * @returns the scorers that were held back as well
 */
export function stepTo(
	learnt: Figures,
	before: Figures,
	scorers: readonly AnyScorer[],
	spoken: readonly number[],
): Figures & { readonly heldBack: readonly string[] } {
	const levels = new Map<LevelDefinition, LevelDefinition>();
	const heldBack: string[] = [];
	const slopes = scorers.map(({ name, levels: builtIn }, index) => {
		const definitions = Object.values<LevelDefinition>(builtIn);
		const pairs = definitions.map((definition) => ({
			definition,
			from: before.levels.get(definition) ?? definition,
			to: learnt.levels.get(definition) ?? definition,
		}));
		const [from, to] = [before.slopes[index] as number, learnt.slopes[index] as number];
		// Of one that said nothing here: the most that it could say.
		const said = spoken[index] || Math.max(...definitions.map((definition) => Math.abs(bitsOf(definition))));
		const changes = [Math.abs(to - from) * said, ...pairs.map((pair) => Math.abs(bitsOf(pair.to) - bitsOf(pair.from)))];
		const part = Math.min(1, STEP / Math.max(...changes));
		if (part < 1) heldBack.push(name);
		const between = (a: number, b: number): number =>
			part === 1 || a === b ? b : exp2(log2(a) + part * (log2(b) - log2(a)));
		for (const { definition, from, to } of pairs) {
			levels.set(definition, { ...definition, m: between(from.m, to.m), u: between(from.u, to.u) });
		}
		return from + part * (to - from);
	});
	return { levels, slopes, heldBack };
}
