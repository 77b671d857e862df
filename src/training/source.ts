import { SameAsError } from "../errors.js";
import type { ResolverOptions } from "../options.js";
import { createResolver, type Resolver } from "../resolver.js";
import { type Inside, insideOf } from "./inside.js";

/**
 * The inner side of what is to be trained.
 * @param source a resolver without a model, or the options to make one
 * @throws SameAsError CONFIG when it has a model already.
 */
export function insideOfSource(source: Resolver | ResolverOptions): Inside {
	const inside = insideOf("resolve" in source ? source : createResolver(source));
	if (inside.trained) {
		throw new SameAsError("CONFIG", "The resolver has a model already. Train one without.", { path: "model" });
	}
	return inside;
}
