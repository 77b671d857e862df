import type { Observed } from "../model.js";
import type { AnyScorer, LevelDefinition } from "../scorers/scorer.js";
import type { ComparedPair } from "./inside.js";

/** Learnt definitions in place of the built-in ones. */
export type LearntLevels = ReadonlyMap<LevelDefinition, LevelDefinition>;

/** A compared pair with the probability that it is the same person. */
export interface WeightedPair {
	readonly pair: ComparedPair;
	readonly same: number;
}

/** A built-in figure weighs as much as having seen its level this often, and as at least so many comparisons. */
const SIGHTINGS = 10;
const COMPARISONS = 100;

/** The bits of a plain observation come from its level's m and u; others bring their own. */
function isPlain({ observation }: Observed): boolean {
	return observation.bits === undefined && observation.facts === undefined;
}

/** The mean of a Beta distribution that began with the built-in figure. */
function updated(builtIn: number, seen: number, compared: number): number {
	const weight = Math.max(COMPARISONS, SIGHTINGS / builtIn);
	return Math.min(1, (seen + weight * builtIn) / (compared + weight));
}

interface Seen {
	same: number;
	other: number;
}

/**
 * Figures of plain levels from pairs that are known, or believed, to be the same person or another. u is learnt only of
 * scorers that search for nothing: what a scorer's own keys have found is no fair sample of other people.
 * @param onlyM leaves u alone, where nobody has said who is another person
 */
export function learnLevels(
	scorers: readonly AnyScorer[],
	pairs: readonly WeightedPair[],
	{ onlyM = false }: { readonly onlyM?: boolean } = {},
): LearntLevels {
	const searching = new Set(pairs.flatMap(({ pair }) => pair.foundBy.map((key) => key.slice(0, key.indexOf(" ")))));
	const compared = new Map<string, Seen>();
	const seen = new Map<LevelDefinition, Seen>();
	/** Levels whose observations may bring bits of their own: their figures would change nothing, or not all. */
	const mixed = new Set<LevelDefinition>();
	const count = <Key>(counts: Map<Key, Seen>, key: Key, same: number): void => {
		const sums = counts.get(key) ?? { same: 0, other: 0 };
		sums.same += same;
		sums.other += 1 - same;
		counts.set(key, sums);
	};
	for (const { pair, same } of pairs) {
		for (const scorer of pair.compared) count(compared, scorer, same);
		for (const one of pair.observed) if (!isPlain(one)) mixed.add(one.definition);
		for (const definition of new Set(pair.observed.map((one) => one.definition))) count(seen, definition, same);
	}
	const learnt = new Map<LevelDefinition, LevelDefinition>();
	for (const { name, levels } of scorers) {
		const of = compared.get(name);
		for (const definition of Object.values<LevelDefinition>(levels)) {
			const sums = seen.get(definition);
			if (!of || !sums || mixed.has(definition)) continue;
			learnt.set(definition, {
				...definition,
				m: updated(definition.m, sums.same, of.same),
				u: !onlyM && !searching.has(name) ? updated(definition.u, sums.other, of.other) : definition.u,
			});
		}
	}
	return learnt;
}

/** What was observed, with learnt figures. */
export function relearnt(observed: readonly Observed[], learnt: LearntLevels): Observed[] {
	return observed.map((one) => {
		const definition = isPlain(one) ? learnt.get(one.definition) : undefined;
		return definition ? { ...one, definition } : one;
	});
}
