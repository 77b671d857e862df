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
		try {
			return error instanceof Error && error.name === "SameAsError" && "code" in error;
		} catch {
			// What is thrown may be anything, also what throws when it is looked at.
			return false;
		}
	}
}

function textOf({ stack, code, path, cause }: SameAsError): string {
	const where = path === undefined ? "" : `, path: ${JSON.stringify(path)}`;
	return `${stack} { code: "${code}"${where}${cause === undefined ? "" : ", cause: not shown"} }`;
}

/** @throws SameAsError CONFIG, always: what stands at this path of the call cannot be used */
export function refuse(path: string, message: string): never {
	throw new SameAsError("CONFIG", message, { path });
}

/**
 * What `run` gives. What it throws is an error of this code, unless it is one of ours already: for what a caller hands over
 * and no schema has read, such as a resolution that has been through JSON.
 */
export function orFail<T>(code: SameAsErrorCode, message: string, run: () => T): T {
	try {
		return run();
	} catch (cause) {
		throw SameAsError.is(cause) ? cause : new SameAsError(code, message, { cause });
	}
}

/**
 * What a plug-in gives. What it throws is an error of this code, with its error as the cause, unless it is one of ours
 * already; so is a promise, since plug-ins answer at once.
 * @param who the plug-in, as the beginning of a sentence
 */
export function atOnce<T>(code: SameAsErrorCode, who: string, run: () => T, details: SameAsErrorDetails = {}): T {
	try {
		const value = run();
		if (!(value instanceof Promise)) return value;
		// Nobody waits for it: unheard, its failure would end the process.
		value.catch(() => undefined);
	} catch (cause) {
		if (SameAsError.is(cause)) throw cause;
		throw new SameAsError(code, `${who} threw. Its error is the cause.`, { ...details, cause });
	}
	throw new SameAsError(code, `${who} gave a promise. It has to answer at once.`, details);
}
