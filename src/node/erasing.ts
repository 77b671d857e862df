import type { ForgetOptions, Forgotten } from "../erasure.js";
import type { ResolverOptions } from "../options.js";
import { createResolver } from "../resolver.js";
import type { SocialProfileInput } from "../types.js";
import { type LoadOptions, loadSnapshot, saveSnapshot } from "./snapshot-file.js";

export interface EraseOptions extends Omit<LoadOptions, "shared">, ForgetOptions {
	/** The options of the resolver that filled the store: its scorers find what is to be erased. */
	readonly resolver?: Omit<ResolverOptions, "records" | "store">;
}

/**
 * Erases people from a snapshot file: loads it, forgets each, saves it, and overwrites and deletes the files that were there,
 * the one before it included. What a disk, a file system or a backup keeps of overwritten files is not in its power.
 * @param targets ids of records, or profiles, as `resolver.forget` takes them
 * @returns what was erased, in their order
 * @throws SameAsError STORE when the file cannot be read, written or overwritten; else as `createResolver` and `forget` do.
 */
export async function eraseFromSnapshot(
	path: string,
	targets: Iterable<string | SocialProfileInput>,
	{ resolver: settings = {}, duplicates, key, ...caps }: EraseOptions = {},
): Promise<Forgotten[]> {
	const { store } = await loadSnapshot(path, caps);
	const resolver = createResolver({ ...settings, store });
	const options = { ...(duplicates === undefined ? {} : { duplicates }), ...(key === undefined ? {} : { key }) };
	const forgotten = Array.from(targets, (target) => resolver.forget(target, options));
	await saveSnapshot(store, path, { keepPrevious: false });
	return forgotten;
}
