import { SameAsError } from "../errors.js";
import { get, isObject } from "../reading.js";
import type { AnyScorer, LevelDefinition } from "../scorers/scorer.js";
import type { TrainedModel } from "../types.js";

/** Numbers that a model file holds lie within these bounds, both included. */
const bounds = { slope: [0, 1.5], share: [1e-12, 1] } as const;

/** What a resolver takes from a trained model. */
export interface Trained {
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
	if (input === undefined) return { slopes: new Map(), levels: builtIn };
	const model = readModel(input);
	const slopes = new Map(Object.entries(model.slopes ?? {}));
	const learnt = new Map(Object.entries(model.levels ?? {}));
	const names = new Set(scorers.map(({ name }) => name));
	for (const name of [...slopes.keys(), ...learnt.keys()]) if (!names.has(name)) refuse(`the scorer "${name}"`);
	return {
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

/**
 * Reads the content of a model file.
 * @throws SameAsError CONFIG when it is none, of another version, or damaged.
 */
function readModel(input: unknown): TrainedModel {
	const refuse = (path: string, message: string): never => {
		throw new SameAsError("CONFIG", `${message} Train it again with sameas/train.`, { path });
	};
	if (!isObject(input) || get(input, "format") !== "sameas-model") {
		return refuse("model", 'This is no model file: its format is not "sameas-model".');
	}
	if (get(input, "version") !== 1) return refuse("model.version", "The model file is not of version 1.");
	const number = (value: unknown, kind: keyof typeof bounds, path: string): number => {
		const [least, most] = bounds[kind];
		if (typeof value === "number" && value >= least && value <= most) return value;
		return refuse(path, `The model file is damaged: ${path} is no number from ${least} to ${most}.`);
	};
	const table = <T>(value: unknown, path: string, read: (value: unknown, path: string) => T): Record<string, T> => {
		if (!isObject(value)) return refuse(path, `The model file is damaged: ${path} is no object.`);
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, read(inner, `${path}.${key}`)]));
	};
	const level = (value: unknown, path: string): { m: number; u: number } => {
		const { m, u } = isObject(value) ? (value as { m?: unknown; u?: unknown }) : {};
		return { m: number(m, "share", `${path}.m`), u: number(u, "share", `${path}.u`) };
	};
	const { slopes, levels } = input as { readonly [Key in keyof TrainedModel]?: unknown };
	return {
		format: "sameas-model",
		version: 1,
		...(slopes === undefined
			? {}
			: { slopes: table(slopes, "model.slopes", (value, path) => number(value, "slope", path)) }),
		...(levels === undefined
			? {}
			: { levels: table(levels, "model.levels", (value, path) => table(value, path, level)) }),
	};
}
