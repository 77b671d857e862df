/** What went wrong, as a stable string to switch on. */
export type SameAsErrorCode =
	| "CONFIG" // an option is wrong: fix the call
	| "SHAPE" // outside data does not have the expected shape
	| "LIMIT" // outside data is larger than the documented cap
	| "DUP_ID" // two records share an id
	| "SCORER" // a plug-in scorer threw or broke its contract
	| "STORE" // a plug-in store threw or broke its contract, or a snapshot cannot be read
	| "WORKER" // a worker thread ended before its time
	| "CANCELLED"; // the caller's AbortSignal fired

/** Where it went wrong. Never a value: values are personal. */
export interface SameAsErrorDetails {
	/** Path into the offending input, such as `emails.0.value`. */
	readonly path?: string;
	/** Id of the record concerned. */
	readonly recordId?: string;
	/** The error that caused this one. */
	readonly cause?: unknown;
}

/**
 * The one error of this library. The message says what, where and the cure, and never carries a personal value.
 * Across package copies recognise it by `code`, or by `SameAsError.is(error)`, rather than by `instanceof`.
 */
export class SameAsError extends Error {
	override readonly name = "SameAsError";
	readonly code: SameAsErrorCode;
	readonly path: string | undefined;
	readonly recordId: string | undefined;

	constructor(code: SameAsErrorCode, message: string, details: SameAsErrorDetails = {}) {
		super(message, details.cause === undefined ? undefined : { cause: details.cause });
		this.code = code;
		this.path = details.path;
		this.recordId = details.recordId;
	}

	/** True for a SameAsError, also one made by another copy of this package (ESM beside CJS). */
	static is(error: unknown): error is SameAsError {
		return error instanceof Error && error.name === "SameAsError" && "code" in error;
	}
}
