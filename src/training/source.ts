import { orFail, SameAsError } from "../errors.js";
import type { ResolverOptions } from "../options.js";
import { createResolver, type Resolver } from "../resolver.js";
import { isIterable } from "../source.js";
import { type Inside, insideOf } from "./inside.js";

const isResolver = (source: Resolver | ResolverOptions): source is Resolver =>
	typeof source === "object" && source !== null && "resolve" in source;

/**
 * What is made of each of a list that the caller hands over.
 * @param shape what each is to be, for the error
 * @throws SameAsError CONFIG when it is no list, SHAPE with its place when one of it is something else
 */
export function eachOf<T, R>(
	given: Iterable<T>,
	path: string,
	shape: string,
	make: (item: T, index: number) => R,
): R[] {
	if (!isIterable(given)) {
		throw new SameAsError("CONFIG", "What to learn from comes as an array or another iterable.", { path });
	}
	return Array.from(given, (item, index) =>
		orFail("SHAPE", `Number ${index + 1} of ${path} is not ${shape}.`, () => make(item, index)),
	);
}

/**
 * The inner side of what is to be trained.
 * @param source a resolver without a model, or the options to make one
 * @throws SameAsError CONFIG when it has a model already, or is neither.
 */
export function insideOfSource(source: Resolver | ResolverOptions): Inside {
	const inside = insideOf(isResolver(source) ? source : createResolver(source));
	if (inside.trained) {
		throw new SameAsError("CONFIG", "The resolver has a model already. Train one without.", { path: "model" });
	}
	return inside;
}
