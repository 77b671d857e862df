import { setMaxListeners } from "node:events";
import { availableParallelism } from "node:os";
import { type BatchItem, type BatchOptions, resolveAll } from "../batch.js";
import { SameAsError } from "../errors.js";
import { cancelled } from "../source.js";
import type { MemoryStore, MemoryStoreOptions } from "../stores/memory.js";
import type { Resolution, SocialProfileInput } from "../types.js";
import { shared } from "./bytes.js";
import type { ThreadOptions } from "./setup.js";
import { checkWorkers, endAll, errorOf, type Fault, isUnsendable, startThreads, type Thread } from "./threads.js";

export interface PoolOptions extends ThreadOptions, MemoryStoreOptions {
	/**
	 * The records, copied as they are now, with its caps: what changes later is not seen by the threads. Or give a `snapshot`,
	 * which has no caps in it: say them beside it.
	 */
	readonly store?: MemoryStore;
	/** Threads. Default: as many as the machine runs at a time. */
	readonly workers?: number;
}

/** Resolves as `createResolver` does, in threads of their own that share one copy of the records. */
export interface ResolverPool {
	/** Threads that are alive. */
	readonly workers: number;
	/**
	 * As of a resolver. Ask for many without waiting for each: they share the way to the threads.
	 * @throws SameAsError as a resolver does; WORKER when the thread ends before it has answered; CANCELLED when the signal
	 * fires or the pool has been closed.
	 */
	resolve(
		profile: SocialProfileInput | string,
		options?: { readonly signal?: AbortSignal | undefined },
	): Promise<Resolution>;
	/** As of a resolver; by default with enough profiles under way to keep all threads busy. */
	resolveAll<P extends SocialProfileInput | string>(
		profiles: Iterable<P> | AsyncIterable<P>,
		options?: BatchOptions,
	): AsyncGenerator<BatchItem<P>, void, undefined>;
	/** Takes no more profiles, waits for those under way, and ends the threads. */
	close(): Promise<void>;
}

/** Profiles that go to a thread together: a message costs as much as a tenth of a resolution. */
const CHUNK = 16;
/** Chunks that a thread may have: one in work, and the next at hand. */
const AHEAD = 2;

/** What a thread answers to one profile. */
export type Resolved = { readonly resolution: Resolution } | { readonly fault: Fault };

interface Asked {
	readonly profile: SocialProfileInput | string;
	/** Nobody waits for it any more. */
	isOver: boolean;
	resolve(resolution: Resolution): void;
	reject(error: unknown): void;
}

/**
 * Starts the threads; ready when all have read the records.
 * @throws SameAsError CONFIG when an option is wrong, STORE when the snapshot is damaged, WORKER when a thread fails.
 */
export async function resolverPool(given: PoolOptions): Promise<ResolverPool> {
	const { store, snapshot, workers = availableParallelism(), options = {}, setup, ...caps } = given;
	checkWorkers(workers, 1);
	if (!store && !snapshot)
		throw new SameAsError("CONFIG", "A pool needs a `store` or a `snapshot`.", { path: "store" });
	if (store && snapshot)
		throw new SameAsError("CONFIG", "Give either a `store` or a `snapshot`, not both.", { path: "snapshot" });
	const data = {
		task: "resolve",
		store: { ...store?.caps, ...caps, snapshot: shared(store?.snapshot() ?? [snapshot as Uint8Array]) },
		options,
		...(setup === undefined ? {} : { setup: String(setup) }),
	};
	const underWay = new Set<Promise<Resolution>>();
	let queue: Asked[] = [];
	let next = 0;
	let isDispatching = false;
	let isClosed = false;
	const threads = await startThreads(workers, data, (left) => {
		if (left.length === 0) dispatch();
	});

	function dispatch(): void {
		isDispatching = false;
		while (next < queue.length) {
			const thread = threads.reduce<Thread | undefined>(
				(least, one) => (least === undefined || one.asked < least.asked ? one : least),
				undefined,
			);
			if (thread && thread.asked >= AHEAD) return;
			const share = Math.min(CHUNK, Math.ceil((queue.length - next) / Math.max(1, threads.length)));
			const chunk = queue.slice(next, next + share).filter(({ isOver }) => !isOver);
			next += share;
			if (thread) void send(thread, chunk);
			else for (const asked of chunk) asked.reject(new SameAsError("WORKER", "All threads of the pool have ended."));
		}
		queue = [];
		next = 0;
	}

	async function send(thread: Thread, chunk: readonly Asked[]): Promise<void> {
		if (chunk.length === 0) return;
		try {
			const answers = (await thread.ask(chunk.map(({ profile }) => profile))) as readonly Resolved[];
			for (const [at, answer] of answers.entries()) {
				const { resolve, reject } = chunk[at]!;
				if ("resolution" in answer) resolve(answer.resolution);
				else reject(errorOf(answer.fault));
			}
		} catch (error) {
			if (!isUnsendable(error)) for (const { reject } of chunk) reject(error);
			else if (chunk.length > 1) for (const asked of chunk) void send(thread, [asked]);
			else
				chunk[0]!.reject(
					new SameAsError("SHAPE", "The profile holds what cannot be sent to a thread.", { cause: error }),
				);
		}
		dispatch();
	}

	function resolve(
		profile: SocialProfileInput | string,
		{ signal }: { readonly signal?: AbortSignal | undefined } = {},
	): Promise<Resolution> {
		if (isClosed) return Promise.reject(new SameAsError("CANCELLED", "The pool has been closed."));
		if (signal?.aborted) return Promise.reject(cancelled(signal));
		const answer = new Promise<Resolution>((resolve, reject) => {
			const stop = (): void => asked.reject(cancelled(signal as AbortSignal));
			const over = (): void => {
				asked.isOver = true;
				signal?.removeEventListener("abort", stop);
				underWay.delete(answer);
			};
			const asked: Asked = {
				profile,
				isOver: false,
				resolve(resolution) {
					over();
					resolve(resolution);
				},
				reject(error) {
					over();
					reject(error);
				},
			};
			if (signal) {
				// A batch has one signal for all of its profiles; Node takes more than ten listeners for a leak.
				setMaxListeners(0, signal);
				signal.addEventListener("abort", stop);
			}
			queue.push(asked);
		});
		underWay.add(answer);
		// What is asked for in one go is sent in one go.
		if (!isDispatching) setImmediate(dispatch);
		isDispatching = true;
		return answer;
	}

	const pool: ResolverPool = {
		get workers() {
			return threads.length;
		},
		resolve,
		resolveAll: (profiles, options) =>
			resolveAll(pool, profiles, { concurrency: Math.max(1, threads.length) * CHUNK * AHEAD, ...options }),
		async close() {
			isClosed = true;
			await Promise.allSettled(underWay);
			await endAll(threads);
		},
	};
	return pool;
}
