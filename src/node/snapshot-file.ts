import { closeSync, openSync, readlinkSync, realpathSync, rmSync, statSync, writeSync } from "node:fs";
import { link, open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { SameAsError } from "../errors.js";
import { type MemoryStore, type MemoryStoreOptions, memoryStore } from "../stores/memory.js";

export interface LoadOptions extends Omit<MemoryStoreOptions, "snapshot"> {
	/** Reads into memory that threads share, for `resolverPool({ snapshot })`. */
	readonly shared?: boolean;
}

export interface SaveOptions {
	/** Keeps the file that was there. False: it and the one before it are overwritten and deleted. Default true. */
	readonly keepPrevious?: boolean;
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
 * A new file is for its owner alone; one that takes the place of another has its permissions. Links are followed.
 * @throws SameAsError STORE when the file cannot be written. What was there is still there.
 */
export async function saveSnapshot(
	store: MemoryStore,
	path: string,
	{ keepPrevious = true }: SaveOptions = {},
): Promise<void> {
	const target = targetOf(path);
	const before = saving.get(target);
	const writing = (): Promise<void> => (keepPrevious ? write(store, target) : writeAlone(store, target));
	const save = before === undefined ? writing() : before.catch(() => undefined).then(writing);
	saving.set(target, save);
	try {
		await save;
	} catch (cause) {
		if (SameAsError.is(cause)) throw cause;
		const what = [target, previousOf(target)].some(isThere) ? " What was there is still there." : "";
		throw new SameAsError("STORE", `The snapshot cannot be written to ${path}.${what}`, { cause });
	} finally {
		if (saving.get(target) === save) saving.delete(target);
	}
}

/** What a link leads to, whether or not it is there: renaming would take the place of the link. */
function targetOf(path: string): string {
	try {
		return realpathSync(path);
	} catch (error) {
		if (codeOf(error) !== "ENOENT") return path;
	}
	try {
		return targetOf(resolve(realpathSync(dirname(path)), readlinkSync(path)));
	} catch {
		return path;
	}
}

function codeOf(error: unknown): string | undefined {
	return (error as NodeJS.ErrnoException).code;
}

function isThere(path: string): boolean {
	try {
		return statSync(path, { throwIfNoEntry: false }) !== undefined;
	} catch {
		return false;
	}
}

/** @returns the permissions of the file, when there is one. @throws SameAsError STORE when it is something else */
function modeOf(path: string): number | undefined {
	const found = statSync(path, { throwIfNoEntry: false });
	if (found?.isFile() === false) {
		throw new SameAsError("STORE", `At ${path} is something other than a file. Save to another path.`);
	}
	return found && found.mode & 0o777;
}

const namesOf = (path: string): readonly [fresh: string, aside: string, previous: string] => [
	`${path}.new`,
	`${path}.aside`,
	previousOf(path),
];

/** Under the name that it has until it is whole. */
async function writeFresh(store: MemoryStore, path: string): Promise<void> {
	const [fresh, , previous] = namesOf(path);
	const [mode, modeBefore] = [modeOf(path), modeOf(previous)];
	writeParts(store.snapshot(), fresh);
	await sync(fresh, mode ?? modeBefore ?? OWNER_ONLY);
}

async function write(store: MemoryStore, path: string): Promise<void> {
	const [fresh, aside, previous] = namesOf(path);
	try {
		await writeFresh(store, path);
		await rm(aside, { force: true });
		// The file that was there gets a second name before its first is given to the new one. Its place as the previous
		// one comes last: were it damaged, the file before it would be the only whole one until then.
		const kept = await outcome(link(path, aside));
		if (kept === "done") {
			await rename(fresh, path);
			await rename(aside, previous);
		} else {
			// Some file systems know one name for a file only.
			if (kept === "refused") await outcome(rename(path, previous));
			await rename(fresh, path);
		}
	} catch (error) {
		await rm(fresh, { force: true });
		throw error;
	}
	await syncFolder(dirname(path));
}

/** The same, and nothing is left of what was there. Until the new file has its name, what was there is whole. */
async function writeAlone(store: MemoryStore, path: string): Promise<void> {
	const [fresh, aside, previous] = namesOf(path);
	try {
		await writeFresh(store, path);
		// One that a save which was stopped has left.
		await wipe(aside);
		if ((await outcome(link(path, aside))) === "refused") await rename(path, isThere(previous) ? aside : previous);
		await rename(fresh, path);
	} catch (error) {
		await rm(fresh, { force: true });
		throw error;
	}
	await syncFolder(dirname(path));
	try {
		await wipe(previous);
		await wipe(aside);
	} catch (cause) {
		const message = `The snapshot is at ${path}, but what was there before cannot be overwritten. Delete ${previous} and ${aside}.`;
		throw new SameAsError("STORE", message, { cause });
	}
	await syncFolder(dirname(path));
}

const ZEROS = new Uint8Array(2 ** 16);

/** Overwrites a file and deletes it. One that has another name, such as in a backup, is left to that. */
async function wipe(path: string): Promise<void> {
	if (!isThere(path)) return;
	const file = await open(path, "r+");
	try {
		const { size, nlink } = await file.stat();
		for (let at = 0; nlink === 1 && at < size; at += ZEROS.length) {
			await file.write(ZEROS, 0, Math.min(ZEROS.length, size - at), at);
		}
		await file.sync();
	} finally {
		await file.close();
	}
	await rm(path);
}

/** The file holds all that is known of people. */
const OWNER_ONLY = 0o600;

/** In one go, as the parts are views of a store that may change whenever others have their turn. */
function writeParts(parts: readonly Uint8Array[], path: string): void {
	rmSync(path, { force: true });
	const file = openSync(path, "wx", OWNER_ONLY);
	try {
		for (const part of parts) {
			for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
		}
	} finally {
		closeSync(file);
	}
}

async function sync(path: string, mode: number): Promise<void> {
	const file = await open(path, "r+");
	try {
		// Where permissions cannot be set, those of a new file stay, which are the strictest.
		await file.chmod(mode).catch(() => undefined);
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
		return codeOf(error) === "ENOENT" ? "absent" : "refused";
	}
}

/**
 * A store from the file that `saveSnapshot` wrote; where it is missing or damaged, from the one before it, and `generation`
 * and `damage` say so.
 * @throws SameAsError STORE when neither can be read: the error is about the newest one, its cause about the other.
 */
export async function loadSnapshot(path: string, options: LoadOptions = {}): Promise<LoadedSnapshot> {
	const target = targetOf(path);
	try {
		return await load(target, "current", options);
	} catch (damage) {
		if (!SameAsError.is(damage)) throw damage;
		try {
			return { ...(await load(previousOf(target), "previous", options)), damage };
		} catch (cause) {
			throw new SameAsError("STORE", damage.message, { cause });
		}
	}
}

async function load(
	path: string,
	generation: LoadedSnapshot["generation"],
	{ shared = false, ...caps }: LoadOptions,
): Promise<LoadedSnapshot> {
	const said = `The ${generation} snapshot, ${path}, cannot be read`;
	let snapshot: Uint8Array;
	try {
		snapshot = await read(path, shared);
	} catch (cause) {
		throw new SameAsError("STORE", `${said}: ${codeOf(cause) === "ENOENT" ? "it is missing" : String(cause)}.`, {
			cause,
		});
	}
	try {
		return { snapshot, store: memoryStore({ ...caps, snapshot }), generation };
	} catch (cause) {
		if (!SameAsError.is(cause)) throw cause;
		throw new SameAsError("STORE", `${said}: ${cause.message}`, { cause });
	}
}

/** A file in one piece of memory. */
async function read(path: string, shared: boolean): Promise<Uint8Array> {
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
}

/** Systems read less than two gigabytes in one go. */
const MOST_AT_ONCE = 2 ** 30;
