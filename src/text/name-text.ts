import { eastAsianNames, languageOf, type Romanize, type Script, scriptOf, spellings, unified } from "./romanize.js";
import { clip, fold, isAscii, limits, unstyled } from "./unicode.js";

/** A handle or a display name made ready: letters and digits only, with the places where it can be cut. */
export interface NameText {
	readonly written: string;
	/** "display": names stand at word boundaries. "handle": anything may be run together. */
	readonly mode: "handle" | "display";
	readonly text: string;
	/** cuts[i] is 1 where a word, a capital or a digit run begins, and at both ends. */
	readonly cuts: Uint8Array;
	/** The text has inner cuts (separators, capitals), so names probably respect them. */
	readonly cutInside: boolean;
	/** A bit for each letter with which a piece of a name may begin: most are ruled out by it. */
	readonly initials: number;
	/** Words of other scripts, which stay in their script, with their usual Latin spellings. */
	readonly foreign: readonly ForeignWord[];
}

/** text[from, to) in a script that is not Latin. */
interface ForeignWord {
	readonly from: number;
	readonly to: number;
	readonly script: Script;
	readonly latin: readonly string[];
}

/** The bit of a letter: letters of other scripts share those of a to z. */
export function initialBit(text: string, at: number): number {
	return 1 << (text.charCodeAt(at) & 31);
}

/** The longest text a grammar reads; more is cut off. */
export const MAX_TEXT = 64;

const segments =
	/\p{Lu}\p{M}*(?=\p{Lu}\p{M}*\p{Ll})|(?:\p{Lu}\p{M}*)+(?=\p{Lu}\p{M}*\p{Ll})|(?:\p{Lu}\p{M}*)?(?:\p{Ll}[\p{M}'’]*)+|(?:\p{Lu}[\p{M}'’]*)+|(?:[\p{Lo}\p{Lm}\p{Lt}]\p{M}*)+|\p{Nd}+/gu;

/** A word of a text, or the two parts of a name that is written as one word, with Latin spellings of other scripts. */
function* piecesOf(
	folded: string,
	lang: string | undefined,
	romanize: Romanize | undefined,
): Iterable<{ readonly text: string; readonly script?: Script; readonly latin: readonly string[] }> {
	const script = scriptOf(folded);
	if (script === undefined) {
		yield { text: folded, latin: [] };
		return;
	}
	const spelt = (text: string, usual: readonly string[]): readonly string[] => {
		const own = romanize ? fold(clip(romanize(text), limits.name)).replace(/[^\p{L}]/gu, "") : text;
		return own === text || own === "" ? usual : [...new Set([own, ...usual])];
	};
	const names = eastAsianNames(folded, lang);
	const [first] = names;
	if (!first) {
		yield { text: unified(folded), script, latin: spelt(folded, spellings(folded, lang)) };
		return;
	}
	// The surname and the given name of a Korean or Chinese name are written together; their cut is known all the same.
	const same = names.filter(({ surname }) => surname === first.surname);
	const family = same.flatMap((name) => name.family);
	const given = same.flatMap((name) => name.given);
	yield { text: first.surname, script, latin: spelt(first.surname, family) };
	yield { text: first.givenName, script, latin: spelt(first.givenName, given) };
}

/** Reads a handle or display name; `written` may carry anything a stranger can type. */
export function readNameText(written: string, kind: NameText["mode"], romanize?: Romanize): NameText {
	const safe = unstyled(clip(written, kind === "handle" ? limits.handle : limits.name));
	const lang = isAscii(safe) ? undefined : languageOf(fold(safe));
	let text = "";
	const cutAt = [0];
	const foreign: ForeignWord[] = [];
	for (const word of safe.match(segments) ?? []) {
		for (const piece of piecesOf(fold(word), lang, romanize)) {
			const bare = piece.text.replace(/[^\p{L}\p{Nd}\p{Mc}\p{Mn}]/gu, "");
			if (bare === "" || text.length + bare.length > MAX_TEXT) continue;
			const from = text.length;
			text += bare;
			cutAt.push(text.length);
			if (piece.script) foreign.push({ from, to: text.length, script: piece.script, latin: piece.latin });
		}
	}
	const cuts = new Uint8Array(text.length + 1);
	for (const at of cutAt) cuts[at] = 1;
	const cutInside = cutAt.length > 2;
	// One word without a blank is written like a handle, wherever it stands.
	const mode = cutInside ? kind : "handle";
	let initials = 0;
	for (let at = 0; at < text.length; at++) if (mode === "handle" || cuts[at]) initials |= initialBit(text, at);
	return { written, mode, text, cuts, cutInside, initials, foreign };
}
