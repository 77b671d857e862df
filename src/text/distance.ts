import { distance } from "fastest-levenshtein";

/** The longest strings that are compared: edit distance takes time in proportion to the product of the lengths. */
const MAX_LENGTH = 64;

/**
 * True when two folded words differ by a slip of the keyboard: one edit in words of five letters or more, two in words
 * of nine or more. The first letter must agree: it is hardly ever the one that is wrong.
 */
export function isTypo(a: string, b: string): boolean {
	const shorter = Math.min(a.length, b.length);
	const allowed = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0;
	if (allowed === 0 || a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > allowed) return false;
	if (Math.max(a.length, b.length) > MAX_LENGTH) return false;
	return distance(a, b) <= allowed;
}
