import { SameAsError } from "./errors.js";
import { readModel } from "./schema.js";
import type { AnyScorer, LevelDefinition } from "./scorers/scorer.js";

/** What a resolver takes from a trained model. */
export interface Trained {
	/** The learnt coverage, for a set of so many records. */
	readonly coverageOf: (records: number) => number | undefined;
	/** Learnt factors by scorer; 1 where there is none. */
	readonly slopes: ReadonlyMap<string, number>;
	/** The levels of each scorer, with learnt figures in place of the built-in ones. */
	readonly levels: readonly Readonly<Record<string, LevelDefinition>>[];
}

/**
 * Reads a model and lays it over the scorers; without one all is as built in.
 * @throws SameAsError CONFIG when it is damaged, of another version, or was trained with other scorers or levels.
 */
export function readTrained(input: unknown, scorers: readonly AnyScorer[]): Trained {
	const builtIn = scorers.map(({ levels }) => levels as Readonly<Record<string, LevelDefinition>>);
	if (input === undefined) return { coverageOf: () => undefined, slopes: new Map(), levels: builtIn };
	const model = readModel(input);
	const slopes = new Map(Object.entries(model.slopes ?? {}));
	const learnt = new Map(Object.entries(model.levels ?? {}));
	const names = new Set(scorers.map(({ name }) => name));
	for (const name of [...slopes.keys(), ...learnt.keys()]) if (!names.has(name)) refuse(`the scorer "${name}"`);
	return {
		// Coverage is a property of a record set; one of clearly another size is another set, or has changed too much.
		coverageOf: (records) =>
			records < 0.75 * model.records || records > 1.25 * model.records ? undefined : model.coverage,
		slopes,
		levels: scorers.map(({ name }, index) => {
			const levels = new Map(Object.entries(builtIn[index] ?? {}));
			for (const [level, { m, u }] of Object.entries(learnt.get(name) ?? {})) {
				levels.set(level, { ...(levels.get(level) ?? refuse(`the level "${level}" of "${name}"`)), m, u });
			}
			return Object.fromEntries(levels);
		}),
	};
}

function refuse(what: string): never {
	throw new SameAsError("CONFIG", `The model was trained with ${what}, which is not here. Train it again.`, {
		path: "model",
	});
}
