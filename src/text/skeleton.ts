import { confusables } from "./confusable-table.js";
import { isOneSlip } from "./distance.js";
import { isAscii } from "./unicode.js";
import { wordSet } from "./words.js";

/**
 * Whether a handle is made to look like another. It serves alerts only and is no evidence: what looks alike is for that very
 * reason not the same.
 */

// @__NO_SIDE_EFFECTS__
function readTable(): ReadonlyMap<string, string> {
	const table = new Map<string, string>();
	for (const entry of confusables) {
		const colon = entry.indexOf(":");
		for (const char of entry.slice(colon + 1)) table.set(char, entry.slice(0, colon));
	}
	return table;
}
const inAscii: ReadonlyMap<string, string> = /* @__PURE__ */ readTable();

/** Digits that are written for letters, where a letter follows: th3o, m4rt1n. */
const digitLetters: Readonly<Record<string, string>> = { 3: "e", 4: "a", 7: "t", 8: "b", 9: "g" };

/** Pairs and digits that are taken for letters, within ASCII; UTS 39 has only l, I, 1 and |, O and 0, rn and m. */
function likeLetters(lower: string): string {
	return lower
		.replace(/rn/g, "m")
		.replace(/vv/g, "w")
		.replace(/cl/g, "d")
		.replace(/[1i|!]/g, "l")
		.replace(/0/g, "o")
		.replace(/5/g, "s")
		.replace(/(?<!\d)\d+(?=[a-z])/g, (digits) => digits.replace(/\d/g, (digit) => digitLetters[digit] ?? digit));
}

/** Character by character, and what a styled one decomposes to. */
function inLetters(text: string): string {
	let out = "";
	for (const char of text) {
		const plain = isAscii(char) ? char : char.normalize("NFKC");
		const look = inAscii.get(char);
		// Styled digits are digits first, as those of ASCII are: at the end of a handle they count for little.
		if (look === undefined || /^\d$/.test(plain)) {
			for (const part of plain.normalize("NFD")) out += inAscii.get(part) ?? part;
		} else out += look;
	}
	return out;
}

/** In small letters, those of ASCII as far as they are taken for them; without marks and what cannot be seen. */
function inSmallLetters(text: string): string {
	if (isAscii(text)) return text.toLowerCase();
	const plain = inLetters(text)
		.toLowerCase()
		.replace(/[\p{M}\p{Cf}]/gu, "");
	// Small letters of other alphabets look like others than their capitals.
	return inLetters(plain);
}

/** What a text looks like: texts that are taken for each other have the same skeleton (UTS 39, section 4). */
export function skeleton(text: string): string {
	return likeLetters(inSmallLetters(text));
}

/** What impostors put before or after a handle. */
const additions: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"real the official officiel oficial offiziell support help helpdesk care service services team hq im iam its my backup " +
		"new alt private priv desk info online page",
);
const longestAddition = 10;

/** Shorter handles have neighbours by chance: with something added, with a word less, one letter away. */
const LEAST_HANDLE = 3;
const LEAST_CORE = 4;
const LEAST_SLIP = 6;

/** The handle, as written, without separators, digits at its end, added words and doubled letters; as a skeleton. */
export function handleCore(handle: string): string {
	const parts = inSmallLetters(handle)
		.split(/[\s._-]+/)
		.filter(Boolean);
	const kept = parts.filter((part) => !additions.has(part));
	const core = withoutAdditions((kept.length === 0 ? parts : kept).join(""));
	return likeLetters(core).replace(/(.)\1+/gu, "$1");
}

/** Without digits at the end. */
const withoutNumber = (handle: string): string => handle.replace(/(?<=\p{L})\d+$/u, "");

/** Without digits at the end and without words at either end, as often as there are some. */
function withoutAdditions(handle: string): string {
	const rest = withoutNumber(handle);
	for (let length = Math.min(longestAddition, rest.length - LEAST_CORE); length > 1; length--) {
		if (additions.has(rest.slice(0, length))) return withoutAdditions(rest.slice(length));
		if (additions.has(rest.slice(-length))) return withoutAdditions(rest.slice(0, -length));
	}
	return rest;
}

/** How one handle passes for another. */
export type Disguise =
	| "letters" // letters or digits that look the same
	| "addition" // a separator, a word or a doubled letter more
	| "number" // other digits at its end
	| "slip"; // one letter dropped, added, changed or swapped

/** How a handle passes for another one; undefined when it is that one, or looks otherwise. Both as written, without a server. */
export function disguiseOf(handle: string, known: string): Disguise | undefined {
	const [ours, theirs] = [handle.toLowerCase(), known.toLowerCase()];
	// The Kelvin sign has a small letter of ASCII.
	if (ours === theirs && isAscii(handle) === isAscii(known)) return undefined;
	const [a, b] = [skeleton(handle), skeleton(known)];
	if (a === b) return "letters";
	const [core, knownCore] = [handleCore(handle), handleCore(known)];
	if (core === knownCore && core.length > 1 && Math.min(a.length, b.length) >= LEAST_HANDLE) {
		return skeleton(withoutNumber(ours)) === skeleton(withoutNumber(theirs)) ? "number" : "addition";
	}
	if (Math.min(a.length, b.length) < LEAST_SLIP) return undefined;
	return isOneSlip(a, b) || isOneSlip(ours, theirs) ? "slip" : undefined;
}
