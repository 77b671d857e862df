import { SameAsError } from "./errors.js";
import { isAsyncIterable, isIterable, sourceOf, stopIfAborted, unlessAborted } from "./source.js";
import type { Progress, Resolution, SocialProfileInput } from "./types.js";

/** What resolves one profile: a resolver, or whatever stands in front of several. */
export interface ProfileResolver {
	resolve(
		profile: SocialProfileInput | string,
		options?: { readonly signal?: AbortSignal | undefined },
	): Promise<Resolution>;
}

export interface BatchOptions {
	/**
	 * Profiles under way at once, at most. Default 1: a resolver of this process works on one at a time anyway. For several
	 * workers, as many as they are, or twice that. Never more than 1000.
	 */
	readonly concurrency?: number;
	/** Stops the batch, also while it waits for a profile: with an error of the code CANCELLED. */
	readonly signal?: AbortSignal | undefined;
	/** Called after each profile. */
	readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** What came of one profile of a batch. */
export type BatchItem<P = SocialProfileInput | string> =
	| { readonly kind: "resolved"; readonly index: number; readonly input: P; readonly resolution: Resolution }
	/** The profile could not be read, or a scorer failed on it. The others are not concerned. */
	| { readonly kind: "failed"; readonly index: number; readonly input: P; readonly error: SameAsError };

/** More at once help nobody: a place is kept for each, whether or not there is a profile for it. */
const MOST_AT_ONCE = 1000;

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
	if (typeof (resolver as Partial<ProfileResolver> | null)?.resolve !== "function") {
		const message = "`resolveAll` takes first what resolves: a resolver, a pool or another object with a `resolve`.";
		throw new SameAsError("CONFIG", message, { path: "resolver" });
	}
	if (!(isAsyncIterable(profiles) || isIterable(profiles))) {
		const message = "Profiles come as an array, a stream or another iterable. For a single one there is `resolve`.";
		throw new SameAsError("CONFIG", message, { path: "profiles" });
	}
	return batch(resolver, profiles, { ...options, concurrency: Math.min(concurrency, MOST_AT_ONCE) });
}

async function* batch<P extends SocialProfileInput | string>(
	resolver: ProfileResolver,
	profiles: Iterable<P> | AsyncIterable<P>,
	{ concurrency, signal, onProgress }: BatchOptions & { readonly concurrency: number },
): AsyncGenerator<BatchItem<P>, void, undefined> {
	const source = sourceOf(profiles);
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

	async function pull(before: Promise<unknown> | undefined): Promise<IteratorResult<P, unknown>> {
		await before;
		return source.next();
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
			stopIfAborted(signal);
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
		await source.close();
	}
}
