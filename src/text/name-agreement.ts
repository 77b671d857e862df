import { isTypo } from "./distance.js";
import type { NameReading } from "./name.js";
import { nicknamesOf } from "./nicknames.js";

/**
 * Whether two names may be one person's: some reading of the one agrees with some reading of the other. Short forms,
 * initials, slips of the keyboard and missing parts agree; another given name or another surname does not.
 */
export function namesAgree(a: readonly NameReading[], b: readonly NameReading[]): boolean {
	return a.some((one) => b.some((other) => readingsAgree(one, other)));
}

function readingsAgree(a: NameReading, b: NameReading): boolean {
	if (isWhole(a) && isWhole(b)) return sameGiven(a.given, b.given) && shareOne(a.family, b.family);
	// A name of one word may be the other's given name or surname.
	const [ours, theirs] = [
		[...a.given, ...a.family],
		[...b.given, ...b.family],
	];
	return ours.some((one) => theirs.some((other) => sameWord(one, other)));
}

const isWhole = ({ given, family }: NameReading): boolean => given.length > 0 && family.length > 0;

function sameGiven(a: readonly string[], b: readonly string[]): boolean {
	return a.join("") === b.join("") || sameWord(a[0] as string, b[0] as string);
}

/** Of two surnames, people often give one. */
function shareOne(a: readonly string[], b: readonly string[]): boolean {
	const theirs = b.flatMap((word) => word.split("-"));
	return a.some((word) => word.split("-").some((one) => theirs.some((other) => sameWord(one, other))));
}

function sameWord(a: string, b: string): boolean {
	if (a === b || isTypo(a, b) || nicknamesOf(a).includes(b)) return true;
	return Math.min(a.length, b.length) === 1 && a[0] === b[0];
}
