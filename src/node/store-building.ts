import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { IngestOptions, IngestReport, Inputs } from "../record-set.js";
import { createResolver, type Resolver } from "../resolver.js";
import { stopIfAborted } from "../source.js";
import { type MemoryStore, type MemoryStoreOptions, memoryStore } from "../stores/memory.js";
import type { CrmRecordInput } from "../types.js";
import { checkSource, type Lines, lineChunks, recordChunks } from "./chunks.js";
import { type Chunk, FINISH, intakeOf, type Taken } from "./intake.js";
import { merge } from "./merging.js";
import { readSetup, type ThreadOptions } from "./setup.js";
import { checkWorkers, endAll, isUnsendable, startThreads, type Thread } from "./threads.js";

export interface BuildOptions
	extends ThreadOptions,
		Omit<MemoryStoreOptions, "snapshot">,
		Pick<IngestOptions, "signal" | "onProgress"> {
	/** Plain data, at hand or coming over time. */
	readonly records?: Inputs;
	/** In their place, and sooner read: lines that hold one JSON object each. */
	readonly lines?: Lines;
	/** Threads beside this one, which works as well. Default: one fewer than the machine runs at a time. */
	readonly workers?: number;
}

export interface BuiltStore {
	readonly store: MemoryStore;
	/** As of a resolver that is given all records. Of a line, `index + 1` is its number. */
	readonly report: IngestReport;
}

/** Chunks that a thread may have: one in work, and the next at hand. When all have as many, this thread takes one itself. */
const AHEAD = 2;

/**
 * A store filled by several threads: the same records, the same report and the same answers as of
 * `createResolver({ store, records })`. Of two records with one id the first stays, whichever threads took them in.
 * @throws SameAsError CONFIG when an option is wrong, SCORER when a plug-in fails, WORKER when a thread ends before its
 * time, CANCELLED when the signal fires; and what the source throws.
 */
export async function buildStore(given: BuildOptions): Promise<BuiltStore> {
	const {
		records,
		lines,
		workers = availableParallelism() - 1,
		options = {},
		setup,
		signal,
		onProgress,
		...caps
	} = given;
	checkWorkers(workers, 0);
	checkSource(records, lines);
	const threadOptions = { options, ...(setup === undefined ? {} : { setup: String(setup) }) };
	const settings = await readSetup(threadOptions);
	const store = memoryStore(caps);
	const take = intakeOf(settings, store);
	const threads = await startThreads(workers, { task: "build", ...threadOptions });
	const all = [...threads];
	const taken: Taken[] = [];
	const here: number[] = [];
	const there = new Map(all.map((thread) => [thread, [] as number[]]));
	const total = Array.isArray(records) ? { total: records.length } : {};
	const underWay = new Set<Promise<void>>();
	let count = 0;
	let done = 0;
	let failure: { readonly error: unknown } | undefined;

	function note(number: number, what: Taken): void {
		taken[number] = what;
		done += what.offered;
		onProgress?.({ phase: "ingest", done, ...total });
	}
	function takeHere(number: number, chunk: Chunk): void {
		here.push(number);
		note(number, take(chunk));
	}
	async function send(thread: Thread, number: number, chunk: Chunk): Promise<void> {
		try {
			const asked = thread.ask(chunk, chunk instanceof Uint8Array ? [chunk.buffer as ArrayBuffer] : []);
			there.get(thread)?.push(number);
			note(number, (await asked) as Taken);
		} catch (error) {
			if (!isUnsendable(error)) throw error;
			takeHere(number, chunk);
		}
	}
	function stopWhenAsked(): void {
		if (failure) throw failure.error;
		stopIfAborted(signal);
	}

	try {
		for await (const chunk of lines === undefined ? recordChunks(records as Inputs) : lineChunks(lines)) {
			stopWhenAsked();
			const number = count++;
			const thread = canBeSent(chunk) ? threads.find(({ asked }) => asked < AHEAD) : undefined;
			if (thread) {
				const sending: Promise<void> = send(thread, number, chunk)
					.catch((error: unknown) => {
						failure ??= { error };
					})
					.finally(() => underWay.delete(sending));
				underWay.add(sending);
			} else {
				takeHere(number, chunk);
				// The answers of the threads come in, and whatever else waits in this process.
				await setImmediate();
			}
		}
		await Promise.all(underWay);
		stopWhenAsked();
		const snapshots = await Promise.all(all.map((thread) => thread.ask(FINISH)));
		const parts = all.map((thread, at) => ({
			store: memoryStore({ snapshot: new Uint8Array(snapshots[at] as ArrayBuffer) }),
			chunks: there.get(thread) ?? [],
		}));
		const resolvers = new Map<MemoryStore, Resolver>();
		const forget = (from: MemoryStore, recordId: string): void => {
			const resolver = resolvers.get(from) ?? createResolver({ ...settings, store: from });
			resolvers.set(from, resolver);
			resolver.remove(recordId);
		};
		const refuse = (from: MemoryStore, records: readonly CrmRecordInput[]): readonly string[] =>
			records.length === 0 ? [] : (createResolver({ ...settings, store: from }).upsert(records).withdrawn ?? []);
		const report = merge(taken, [{ store, chunks: here }, ...parts], forget, refuse);
		store.pack?.();
		return { store, report };
	} finally {
		await endAll(all);
	}
}

/** Of anything but plain data something would stay behind on the way to a thread, such as what a class adds to it. */
function canBeSent(chunk: Chunk): boolean {
	if (chunk instanceof Uint8Array) return true;
	return chunk.every((record) => {
		if (typeof record !== "object" || record === null) return true;
		const prototype: unknown = Object.getPrototypeOf(record);
		return prototype === Object.prototype || prototype === null;
	});
}
