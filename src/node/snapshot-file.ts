import { closeSync, openSync, writeSync } from "node:fs";
import { link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { SameAsError } from "../errors.js";
import { type MemoryStore, type MemoryStoreOptions, memoryStore } from "../stores/memory.js";

export interface LoadOptions extends Omit<MemoryStoreOptions, "snapshot"> {
	/** Reads into memory that threads share, for `resolverPool({ snapshot })`. */
	readonly shared?: boolean;
}

export interface LoadedSnapshot {
	readonly store: MemoryStore;
	/** The bytes that the store works on. */
	readonly snapshot: Uint8Array;
	/** "previous" when the newest file is missing or damaged, and the one before it was read in its place. */
	readonly generation: "current" | "previous";
	/** What is wrong with the newest file. */
	readonly damage?: SameAsError;
}

const previousOf = (path: string): string => `${path}.previous`;

/** By path: the save under way. Two at a time would write to one file. */
const saving = new Map<string, Promise<void>>();

/**
 * Keeps a store in a file, and the file that was there as `path + ".previous"`. Whenever the process or the machine stops,
 * a whole file is left under one of the two names. Only one process may save to a path at a time.
 * The store may change as soon as it has been written; this function then waits for the disk alone.
 * @throws SameAsError STORE when the file cannot be written. What was there is still there.
 */
export async function saveSnapshot(store: MemoryStore, path: string): Promise<void> {
	const before = saving.get(path);
	const save = before === undefined ? write(store, path) : before.catch(() => undefined).then(() => write(store, path));
	saving.set(path, save);
	try {
		await save;
	} catch (cause) {
		throw new SameAsError("STORE", `The snapshot cannot be written to ${path}. What was there is still there.`, {
			cause,
		});
	} finally {
		if (saving.get(path) === save) saving.delete(path);
	}
}

async function write(store: MemoryStore, path: string): Promise<void> {
	const [fresh, aside] = [`${path}.new`, `${path}.aside`];
	try {
		writeParts(store.snapshot(), fresh);
		await sync(fresh);
		await rm(aside, { force: true });
		// The file that was there gets a second name before its first is given to the new one. Its place as the previous
		// one comes last: were it damaged, the file before it would be the only whole one until then.
		const kept = await outcome(link(path, aside));
		if (kept === "done") {
			await rename(fresh, path);
			await rename(aside, previousOf(path));
		} else {
			// Some file systems know one name for a file only.
			if (kept === "refused") await outcome(rename(path, previousOf(path)));
			await rename(fresh, path);
		}
	} catch (error) {
		await rm(fresh, { force: true });
		throw error;
	}
	await syncFolder(dirname(path));
}

/** In one go, as the parts are views of a store that may change whenever others have their turn. */
function writeParts(parts: readonly Uint8Array[], path: string): void {
	const file = openSync(path, "w");
	try {
		for (const part of parts) {
			for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
		}
	} finally {
		closeSync(file);
	}
}

async function sync(path: string): Promise<void> {
	const file = await open(path, "r+");
	try {
		await file.sync();
	} finally {
		await file.close();
	}
}

/** Where folders cannot be opened, as on Windows, renaming is all that can be done. */
async function syncFolder(path: string): Promise<void> {
	const folder = await open(path, "r").catch(() => undefined);
	await folder?.sync().catch(() => undefined);
	await folder?.close();
}

async function outcome(step: Promise<void>): Promise<"done" | "absent" | "refused"> {
	try {
		await step;
		return "done";
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "ENOENT" ? "absent" : "refused";
	}
}

/**
 * A store from the file that `saveSnapshot` wrote; where it is missing or damaged, from the one before it, and `generation`
 * and `damage` say so.
 * @throws SameAsError STORE when neither can be read: the error is about the newest one, its cause about the other.
 */
export async function loadSnapshot(path: string, options: LoadOptions = {}): Promise<LoadedSnapshot> {
	try {
		return { ...(await load(path, options)), generation: "current" };
	} catch (error) {
		if (!SameAsError.is(error)) throw error;
		try {
			return { ...(await load(previousOf(path), options)), generation: "previous", damage: error };
		} catch {
			throw error;
		}
	}
}

async function load(
	path: string,
	{ shared = false, ...caps }: LoadOptions,
): Promise<Pick<LoadedSnapshot, "store" | "snapshot">> {
	const snapshot = await read(path, shared);
	return { snapshot, store: memoryStore({ ...caps, snapshot }) };
}

/** A file in one piece of memory. */
async function read(path: string, shared: boolean): Promise<Uint8Array> {
	try {
		const file = await open(path, "r");
		try {
			const { size } = await file.stat();
			const bytes = new Uint8Array(shared ? new SharedArrayBuffer(size) : new ArrayBuffer(size));
			let at = 0;
			while (at < size) {
				const { bytesRead } = await file.read(bytes, at, Math.min(size - at, MOST_AT_ONCE), at);
				if (bytesRead === 0) break;
				at += bytesRead;
			}
			return bytes.subarray(0, at);
		} finally {
			await file.close();
		}
	} catch (cause) {
		throw new SameAsError("STORE", `The snapshot at ${path} is missing or cannot be read.`, { cause });
	}
}

/** Systems read less than two gigabytes in one go. */
const MOST_AT_ONCE = 2 ** 30;
