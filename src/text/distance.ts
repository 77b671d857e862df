import { distance } from "fastest-levenshtein";

/** The longest strings that are compared: edit distance takes time in proportion to the product of the lengths. */
const MAX_LENGTH = 64;

/**
 * True when two folded words differ by a slip of the keyboard: one edit or two letters swapped in words of five letters or
 * more, two edits in words of nine or more. The first letter must agree: it is hardly ever the one that is wrong.
 */
export function isTypo(a: string, b: string): boolean {
	const shorter = Math.min(a.length, b.length);
	const allowed = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0;
	if (allowed === 0 || a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > allowed) return false;
	if (Math.max(a.length, b.length) > MAX_LENGTH) return false;
	return distance(a, b) <= allowed || isSwapped(a, b);
}

/** Whether two texts differ by one letter dropped, added or changed, or by two neighbours swapped: by one slip at most. */
export function isOneSlip(a: string, b: string): boolean {
	if (Math.max(a.length, b.length) > MAX_LENGTH || Math.abs(a.length - b.length) > 1) return false;
	return distance(a, b) <= 1 || isSwapped(a, b);
}

/** Whether two neighbouring letters have changed places, and nothing else. */
function isSwapped(a: string, b: string): boolean {
	if (a.length !== b.length) return false;
	let at = 0;
	while (a[at] === b[at]) at++;
	return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
