import { SameAsError } from "../errors.js";
import type { ResolverOptions } from "../options.js";

/** Options that can be sent to another thread. Scorers are functions, so that they come from a module. */
export type PlainOptions = Omit<ResolverOptions, "records" | "store" | "scorers">;

export interface ThreadOptions {
	/** Options of the resolver in each thread; they win over those of `setup`. */
	readonly options?: PlainOptions;
	/** The address of a module whose default export is `ResolverOptions`, for scorers of your own: `new URL("./scorers.js", import.meta.url)`. */
	readonly setup?: URL | string;
}

/**
 * What the resolver of a thread works with, but for its store.
 * @throws SameAsError CONFIG when the module cannot be loaded.
 */
export async function readSetup({ options = {}, setup }: ThreadOptions): Promise<ResolverOptions> {
	if (setup === undefined) return options;
	try {
		const { default: own } = (await import(String(setup))) as { readonly default?: ResolverOptions };
		return { ...own, ...options, records: [] };
	} catch (cause) {
		throw new SameAsError("CONFIG", "The module of `setup` cannot be loaded.", { path: "setup", cause });
	}
}
