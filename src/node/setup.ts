import { SameAsError } from "../errors.js";
import type { ResolverOptions } from "../options.js";

/** Options that can be sent to another thread. Scorers are functions, so that they come from a module. */
export type PlainOptions = Omit<ResolverOptions, "records" | "store" | "scorers">;

export interface ThreadOptions {
	/** Options of the resolver in each thread; they win over those of `setup`. */
	readonly options?: PlainOptions;
	/** The absolute address of a module whose default export is `ResolverOptions`, for scorers of your own: `new URL("./scorers.js", import.meta.url)`. */
	readonly setup?: URL | string;
}

/**
 * What the resolver of a thread works with, but for its store.
 * @throws SameAsError CONFIG when the module cannot be loaded, or does not export options.
 */
export async function readSetup({ options = {}, setup }: ThreadOptions): Promise<ResolverOptions> {
	if (setup === undefined) return options;
	return { ...(await optionsOf(String(setup))), ...options, records: [] };
}

async function optionsOf(address: string): Promise<ResolverOptions> {
	if (address.startsWith(".")) refuse(`A relative \`setup\` has nothing to start from. ${ABSOLUTE}`);
	let module: { readonly default?: unknown };
	try {
		module = (await import(address)) as typeof module;
	} catch (cause) {
		refuse(`The module of \`setup\` cannot be loaded. ${ABSOLUTE}`, cause);
	}
	const own = module.default;
	// A module of the older kind that was made from a default export has it one level down.
	if (typeof own !== "object" || own === null || "default" in own) {
		refuse("The module of `setup` has no options as its default export. Write `export default { scorers: [...] }`.");
	}
	const { scorers = [] }: { readonly scorers?: unknown } = own;
	if (!Array.isArray(scorers) || !scorers.every(isNamed)) {
		refuse("`scorers` in the module of `setup` is a list of scorers. Make them with `defineScorer`.");
	}
	return own;
}

const ABSOLUTE = 'Give an absolute URL: `new URL("./scorers.js", import.meta.url)`.';

function isNamed(scorer: { readonly name?: unknown } | null | undefined): boolean {
	return typeof scorer?.name === "string";
}

function refuse(message: string, cause?: unknown): never {
	throw new SameAsError("CONFIG", message, { path: "setup", cause });
}
