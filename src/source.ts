import { SameAsError } from "./errors.js";

export function isIterable(value: unknown): value is Iterable<unknown> {
	return typeof value === "object" && value !== null && Symbol.iterator in value;
}

export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
	return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

/** Things that come one after the other. */
export interface Source<T> {
	next(): Promise<IteratorResult<T, unknown>>;
	/** Tells the source that nothing more is wanted, unless it has come to its end or has failed. */
	close(): Promise<void>;
}

export function sourceOf<T>(items: Iterable<T> | AsyncIterable<T>): Source<T> {
	const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
	/** It has nothing more to give: it has come to its end, has failed, or has been closed. */
	let over = false;
	let asked = false;
	return {
		async next() {
			if (over) return { done: true, value: undefined };
			asked = true;
			try {
				const next = await iterator.next();
				over ||= next.done === true;
				return next;
			} catch (error) {
				over = true;
				throw error;
			} finally {
				asked = false;
			}
		},
		async close() {
			if (over) return;
			over = true;
			const closing = Promise.resolve(iterator.return?.());
			// A generator that is being asked closes only after it has given something, perhaps never.
			if (!asked) await closing;
			else closing.catch(() => undefined);
		},
	};
}

/** @throws SameAsError CANCELLED when the signal has fired. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw cancelled(signal);
}

export function cancelled(signal: AbortSignal): SameAsError {
	return new SameAsError("CANCELLED", "The signal was aborted.", { cause: signal.reason });
}

/** Waits for it, or for the signal. The listener goes with the answer: a race would keep one for each. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (signal === undefined) return promise;
	return new Promise((resolve, reject) => {
		const stop = (): void => reject(cancelled(signal));
		const deaf = (): void => signal.removeEventListener("abort", stop);
		signal.addEventListener("abort", stop);
		promise.then(resolve, reject).then(deaf, deaf);
	});
}
