import { confusables } from "./confusable-table.js";
import { isOneSlip } from "./distance.js";
import { handleForm } from "./platform.js";
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

/** Pairs and digits that are taken for letters, within ASCII; UTS 39 has only l, I, 1 and |, O and 0, rn and m. */
function likeLetters(lower: string): string {
	return lower
		.replace(/rn/g, "m")
		.replace(/vv/g, "w")
		.replace(/cl/g, "d")
		.replace(/[1i|!]/g, "l")
		.replace(/0/g, "o")
		.replace(/5/g, "s");
}

/** Character by character, and what a styled one decomposes to. */
function inLetters(text: string): string {
	let out = "";
	for (const char of text) {
		const look = inAscii.get(char);
		if (look === undefined && !isAscii(char)) {
			for (const part of char.normalize("NFKC").normalize("NFD")) out += inAscii.get(part) ?? part;
		} else out += look ?? char;
	}
	return out;
}

/** What a text looks like: texts that are taken for each other have the same skeleton (UTS 39, section 4). */
export function skeleton(text: string): string {
	if (isAscii(text)) return likeLetters(text.toLowerCase());
	const plain = inLetters(text)
		.toLowerCase()
		.replace(/[\p{M}\p{Cf}]/gu, "");
	// Small letters of other alphabets look like others than their capitals.
	return likeLetters(inLetters(plain));
}

/** What impostors put before or after a handle. */
const additions: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"real the official officiel oficial offiziell support help helpdesk care service services team hq im iam its my backup " +
		"new alt private priv desk info online page",
);

/** Shorter handles have neighbours by chance. */
const LEAST_CORE = 4;
const LEAST_SLIP = 6;

/** The handle without separators, digits at its end, added words and doubled letters; as a skeleton. */
export function handleCore(handle: string): string {
	const form = handleForm(handle)
		.replace(/[._-]+/g, " ")
		.trim();
	const parts = form.split(" ");
	const kept = parts.filter((part) => !additions.has(part));
	let core = (kept.length === 0 ? parts : kept).join("");
	core = core.replace(/(?<=\p{L})\d+$/u, "");
	for (const cut of additionsOf(core)) if (cut.length >= LEAST_CORE) core = cut;
	return skeleton(core).replace(/(.)\1+/gu, "$1");
}

/** The handle without a word at its beginning, and without one at its end. */
function* additionsOf(handle: string): Iterable<string> {
	let rest = handle;
	for (let length = Math.min(10, rest.length - LEAST_CORE); length > 1; length--) {
		if (additions.has(rest.slice(0, length))) {
			rest = rest.slice(length);
			yield rest;
			break;
		}
	}
	for (let length = Math.min(10, rest.length - LEAST_CORE); length > 1; length--) {
		if (additions.has(rest.slice(-length))) {
			yield rest.slice(0, -length);
			return;
		}
	}
}

/** How one handle passes for another. */
export type Disguise =
	| "letters" // letters or digits that look the same
	| "addition" // a separator, a word, digits or a doubled letter more
	| "slip"; // one letter dropped, added, changed or swapped

/** How a handle passes for another one; undefined when it is that one, or looks otherwise. Both without a server. */
export function disguiseOf(handle: string, known: string): Disguise | undefined {
	const [ours, theirs] = [handle.toLowerCase(), known.toLowerCase()];
	if (ours === theirs) return undefined;
	const [a, b] = [skeleton(handle), skeleton(known)];
	if (a === b) return "letters";
	const [core, knownCore] = [handleCore(handle), handleCore(known)];
	if (core === knownCore && core.length >= LEAST_CORE - 1) return "addition";
	if (Math.min(a.length, b.length) < LEAST_SLIP) return undefined;
	return isOneSlip(a, b) || isOneSlip(ours, theirs) ? "slip" : undefined;
}
