import { SameAsError } from "../errors.js";
import type { Observed } from "../model.js";
import type { AnyScorer } from "../scorers/scorer.js";
import type { SocialProfileInput } from "../types.js";

/** The inner side of a resolver, for training: what `resolve` has in hand before it decides. Not public. */
export interface Inside {
	readonly scorers: readonly AnyScorer[];
	readonly coverage: number;
	/** Whether the resolver uses a trained model. */
	readonly trained: boolean;
	/** @param recordId a record to compare whether it is found or not */
	compare(profile: SocialProfileInput | string, recordId?: string | null): Comparison;
}

/** A profile beside its candidates. */
export interface Comparison {
	/** Records held, candidates that are duplicates of each other counted as one. */
	readonly records: number;
	/** In the order in which they would be listed: of equal ones the first is shown first. */
	readonly candidates: readonly ComparedPair[];
	/** The person whose record was asked for; undefined when it is not held. */
	readonly asked: ComparedPair | undefined;
	/** Bits that each scorer gives a record that shares no search key with the profile. */
	readonly absent: readonly number[];
	/** Records that share a key that too many share, with a few of each crowd. */
	readonly crowds: readonly { readonly records: number; readonly sample: readonly ComparedPair[] }[];
}

export interface ComparedPair {
	/** The fullest of the person's records. */
	readonly recordId: string;
	/** Its share of the coverage, before any evidence. */
	readonly share: number;
	readonly observed: readonly Observed[];
	/** Scorers that had something to read on both sides. */
	readonly compared: ReadonlySet<string>;
	/** The search keys that found it, each after the name of its scorer. */
	readonly foundBy: readonly string[];
}

/** Kept beside the resolvers, so that their public face stays what users need. */
export const insides: WeakMap<object, Inside> = new WeakMap();

/** @throws SameAsError CONFIG when the resolver was not made by `createResolver`. */
export function insideOf(resolver: object): Inside {
	const inside = insides.get(resolver);
	if (!inside) throw new SameAsError("CONFIG", "Training needs a resolver made by createResolver.");
	return inside;
}
