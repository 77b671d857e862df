import { SameAsError } from "./errors.js";
import type { Progress, Resolution, SocialProfileInput } from "./types.js";

/** What resolves one profile: a resolver, or whatever stands in front of several. */
export interface ProfileResolver {
	resolve(profile: SocialProfileInput | string, options?: { readonly signal?: AbortSignal }): Promise<Resolution>;
}

export interface BatchOptions {
	/**
	 * Profiles under way at once, at most. Default 1: a resolver of this process works on one at a time anyway. For several
	 * workers, as many as they are, or twice that.
	 */
	readonly concurrency?: number;
	/** Stops the batch, also while it waits for a profile: with an error of the code CANCELLED. */
	readonly signal?: AbortSignal;
	/** Called after each profile. */
	readonly onProgress?: (progress: Progress) => void;
}

/** What came of one profile of a batch. */
export type BatchItem<P = SocialProfileInput | string> =
	| { readonly kind: "resolved"; readonly index: number; readonly input: P; readonly resolution: Resolution }
	/** The profile could not be read, or a scorer failed on it. The others are not concerned. */
	| { readonly kind: "failed"; readonly index: number; readonly input: P; readonly error: SameAsError };

/** Errors that are about one profile. With any other the rest of the batch would fail as well. */
const ABOUT_ONE: ReadonlySet<unknown> = new Set(["SHAPE", "LIMIT", "SCORER"]);

/**
 * Resolves many profiles, each on its own, and gives the answers in the order of the profiles. Profiles are taken from
 * their source as answers are asked for, never more than `concurrency` ahead, so that memory holds no more than that.
 *
 * Leaving the loop closes the source. An error of the source comes after the answers to the profiles before it.
 * Resolving is work, not waiting: timers run only when the loop itself waits for something, such as a write.
 * @throws SameAsError CONFIG when an option is wrong; while it runs CANCELLED when the signal fires, and all that the
 * resolver throws that is not about one profile.
 */
export function resolveAll<P extends SocialProfileInput | string>(
	resolver: ProfileResolver,
	profiles: Iterable<P> | AsyncIterable<P>,
	options: BatchOptions = {},
): AsyncGenerator<BatchItem<P>, void, undefined> {
	const { concurrency = 1 } = options;
	if (!(Number.isInteger(concurrency) && concurrency > 0)) {
		throw new SameAsError("CONFIG", "`concurrency` is a whole number above 0.", { path: "concurrency" });
	}
	const isList = typeof profiles === "object" && profiles !== null;
	if (!isList || !(Symbol.asyncIterator in profiles || Symbol.iterator in profiles)) {
		const message = "Profiles come as an array, a stream or another iterable. For a single one there is `resolve`.";
		throw new SameAsError("CONFIG", message, { path: "profiles" });
	}
	return batch(resolver, profiles, { ...options, concurrency });
}

async function* batch<P extends SocialProfileInput | string>(
	resolver: ProfileResolver,
	profiles: Iterable<P> | AsyncIterable<P>,
	{ concurrency, signal, onProgress }: BatchOptions & { readonly concurrency: number },
): AsyncGenerator<BatchItem<P>, void, undefined> {
	const source = Symbol.asyncIterator in profiles ? profiles[Symbol.asyncIterator]() : profiles[Symbol.iterator]();
	const total = Array.isArray(profiles) ? { total: profiles.length } : {};
	const stopping = signal === undefined ? {} : { signal };

	async function answer(input: P, index: number): Promise<BatchItem<P>> {
		try {
			return { kind: "resolved", index, input, resolution: await resolver.resolve(input, stopping) };
		} catch (error) {
			if (SameAsError.is(error) && ABOUT_ONE.has(error.code)) return { kind: "failed", index, input, error };
			throw error;
		}
	}

	/** The source has nothing more to give: it has come to its end, has failed, or has been closed. */
	let over = false;
	let pulling = false;
	async function pull(before: Promise<unknown> | undefined): Promise<IteratorResult<P, unknown>> {
		await before;
		if (over) return { done: true, value: undefined };
		pulling = true;
		try {
			const next = await source.next();
			over ||= next.done === true;
			return next;
		} catch (error) {
			over = true;
			throw error;
		} finally {
			pulling = false;
		}
	}

	// Each place in the window takes the next profile in its turn, so that a source is asked for one at a time and an
	// answer does not wait until the window is full.
	let last: Promise<IteratorResult<P, unknown>> | undefined;
	async function place(index: number): Promise<BatchItem<P> | undefined> {
		last = pull(last);
		const { done, value } = await last;
		return done ? undefined : answer(value as P, index);
	}

	const window: Promise<BatchItem<P> | undefined>[] = [];
	let placed = 0;
	try {
		for (let done = 1; ; done++) {
			if (signal?.aborted) throw cancelled(signal);
			while (window.length < concurrency) {
				const promise = place(placed++);
				// What fails after the loop has been left is nobody's concern any more.
				promise.catch(() => undefined);
				window.push(promise);
			}
			const item = await unlessAborted(window.shift() as (typeof window)[number], signal);
			if (item === undefined) return;
			onProgress?.({ phase: "resolve", done, ...total });
			yield item;
		}
	} finally {
		if (!over) {
			over = true;
			const closing = Promise.resolve(source.return?.());
			// A generator that is being asked for a profile closes only after it has given one, perhaps never.
			if (!pulling) await closing;
			else closing.catch(() => undefined);
		}
	}
}

function cancelled(signal: AbortSignal): SameAsError {
	return new SameAsError("CANCELLED", "The signal was aborted.", { cause: signal.reason });
}

/** Waits for it, or for the signal. The listener goes with the answer: a race would keep one for each. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (signal === undefined) return promise;
	return new Promise((resolve, reject) => {
		const stop = (): void => reject(cancelled(signal));
		const deaf = (): void => signal.removeEventListener("abort", stop);
		signal.addEventListener("abort", stop);
		promise.then(resolve, reject).then(deaf, deaf);
	});
}
