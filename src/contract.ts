/** What the contract suites of `sameas/testing` are made of. */

export interface ContractCheck {
	readonly name: string;
	/** Throws an Error that says what is wrong. */
	run(): void;
}

export function must(condition: boolean, message: string): void {
	if (!condition) throw new Error(message);
}

/** The same value, which nobody can change any more. */
export function frozen<T>(value: T): T {
	if (typeof value === "object" && value !== null) {
		for (const inner of Object.values(value)) frozen(inner);
		Object.freeze(value);
	}
	return value;
}
