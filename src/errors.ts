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

/** Node prints an object by the function that stands under this symbol. */
const printed = Symbol.for("nodejs.util.inspect.custom");

/**
 * The one error of this library. The message says what, where and the cure, and never carries a personal value.
 * Across package copies recognise it by `code`, or by `SameAsError.is(error)`, rather than by `instanceof`.
 *
 * Two of its properties may be personal, and show only to those who ask for them by name, not in JSON or when the error
 * is printed: `cause`, the error of a plug-in, whose message holds what its author put there, and `recordId`, which some
 * systems make of an address. What prints causes of its own accord, as Node does when a process ends by an error, shows
 * the cause.
 */
export class SameAsError extends Error {
	override readonly name = "SameAsError";
	readonly code: SameAsErrorCode;
	readonly path: string | undefined;
	declare readonly recordId: string | undefined;

	constructor(code: SameAsErrorCode, message: string, details: SameAsErrorDetails = {}) {
		super(message, details.cause === undefined ? undefined : { cause: details.cause });
		this.code = code;
		this.path = details.path;
		Object.defineProperties(this, {
			recordId: { value: details.recordId },
			[printed]: { value: () => textOf(this) },
		});
	}

	/** True for a SameAsError, also one made by another copy of this package (ESM beside CJS). */
	static is(error: unknown): error is SameAsError {
		return error instanceof Error && error.name === "SameAsError" && "code" in error;
	}
}

function textOf({ stack, code, path, cause }: SameAsError): string {
	const where = path === undefined ? "" : `, path: ${JSON.stringify(path)}`;
	return `${stack} { code: "${code}"${where}${cause === undefined ? "" : ", cause: not shown"} }`;
}
