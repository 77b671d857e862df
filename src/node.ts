export type { Lines } from "./node/chunks.js";
export { type EraseOptions, eraseFromSnapshot } from "./node/erasing.js";
export { type PoolOptions, type ResolverPool, resolverPool } from "./node/resolver-pool.js";
export type { PlainOptions, ThreadOptions } from "./node/setup.js";
export {
	type LoadedSnapshot,
	type LoadOptions,
	loadSnapshot,
	type SaveOptions,
	saveSnapshot,
} from "./node/snapshot-file.js";
export { type BuildOptions, type BuiltStore, buildStore } from "./node/store-building.js";
