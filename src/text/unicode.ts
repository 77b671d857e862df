import { withoutLookAlikes } from "./look-alikes.js";

/**
 * Strings from strangers, made safe and comparable. Always `clip` first: normalisation is quadratic in runs of
 * combining marks (40,000 alternating marks take seconds), clipping is linear.
 */

/** Caps on outside data: lengths in UTF-16 code units, lists in items. */
export const limits = {
	id: 256,
	handle: 64,
	name: 256,
	bio: 4096,
	post: 16384,
	url: 2048,
	receipt: 4096,
	/** Any other single value: a label, a city, a source. */
	value: 512,
	/** Combining marks in a row. */
	markRun: 30,
	names: 32,
	contacts: 64,
	links: 32,
	posts: 200,
	interactions: 2000,
	attributes: 64,
	/** Columns of a row. */
	columns: 512,
} as const;

/** True when every code unit is printable ASCII or an ordinary blank: the common case, needing no Unicode work. */
export function isAscii(text: string): boolean {
	for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e) return false;
	return true;
}

/** The combining grave accent. */
const FIRST_MARK = 0x300;

/**
 * Cuts to `max` code units without splitting a surrogate pair, replaces lone surrogates by U+FFFD and cuts runs of
 * combining marks. Linear time.
 */
export function clip(text: string, max: number): string {
	const cut = text.length > max ? text.slice(0, max) : text;
	if (isAscii(cut)) return cut;
	let out = "";
	let marks = 0;
	for (const char of cut) {
		const code = char.codePointAt(0) as number;
		if (code >= 0xd800 && code <= 0xdfff) {
			// A pair that the cut split is left out; one that was alone before stands for something unreadable.
			if (out.length < max - 1) out += "\ufffd";
			marks = 0;
		} else if (code >= FIRST_MARK && /\p{M}/u.test(char)) {
			if (++marks <= limits.markRun) out += char;
		} else {
			marks = 0;
			out += char;
		}
	}
	return out;
}

/** Letters that compatibility decomposition leaves alone, and what a keyboard without them writes. */
const specialLetters: ReadonlyMap<string, string> = new Map(
	(
		"ß:ss ẞ:ss æ:ae Æ:ae œ:oe Œ:oe ø:o Ø:o ł:l Ł:l đ:d Đ:d ð:d Ð:d þ:th Þ:th ħ:h Ħ:h ı:i İ:i ŋ:ng Ŋ:ng ŧ:t Ŧ:t " +
		"ə:a Ə:a ƙ:k Ƙ:k ɓ:b Ɓ:b ɗ:d Ɗ:d ƴ:y Ƴ:y ĸ:k ſ:s Ʀ:r Ɪ:i " +
		// Small capitals, a favourite of display names.
		"ᴀ:a ʙ:b ᴄ:c ᴅ:d ᴇ:e ꜰ:f ɢ:g ʜ:h ɪ:i ᴊ:j ᴋ:k ʟ:l ᴍ:m ɴ:n ᴏ:o ᴘ:p ʀ:r ꜱ:s ᴛ:t ᴜ:u ᴠ:v ᴡ:w ʏ:y ᴢ:z " +
		// Apostrophes that belong to a name, as in O’Brien: one form for all of them.
		"\u2018:' \u2019:' \u02bc:' \u02bb:' `:' \u00b4:'"
	)
		.split(" ")
		.map((entry) => entry.split(":") as [string, string]),
);

/** Negative circled, negative squared and regional-indicator letters, by the first code point of each alphabet. */
const letterAlphabets: readonly number[] = [0x1f150, 0x1f170, 0x1f1e6];

/**
 * The text without styles: compatibility forms resolved (full width, mathematical and circled letters), look-alikes of
 * other alphabets in their word's script. Two regional indicators make a flag, not two letters, and are dropped. Capitals
 * and marks stay. Expects clipped text.
 */
export function unstyled(text: string): string {
	if (isAscii(text)) return text;
	const flagless = text.replace(/[\u{1f1e6}-\u{1f1ff}]{2}/gu, " ");
	const plain = flagless.normalize("NFKC").replace(/[\u{1f150}-\u{1f1ff}]/gu, (char) => {
		const code = char.codePointAt(0) as number;
		const first = letterAlphabets.find((from) => code >= from && code < from + 26);
		return first === undefined ? char : String.fromCharCode(97 + code - first);
	});
	return withoutLookAlikes(plain);
}

/**
 * Accents, Hebrew points, Arabic vowel marks, enclosing marks, variation selectors and invisible format characters.
 * Vowel signs of Indic scripts and the voicing marks of kana are letters in all but name, and stay.
 */
const droppedMarks =
	/\p{Cf}|[\u0300-\u036f]|[\u0483-\u0489]|[\u0591-\u05c7]|[\u064b-\u065f]|\u0670|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe00-\ufe0f]|[\ufe20-\ufe2f]/gu;

/** The accented letters of western languages, U+00C0 to U+017F. */
const FIRST_LATIN = 0xc0;
const LAST_LATIN = 0x17f;
/** What each of them is folded to, filled in when first met. */
const latinFolds: string[] = [];

/** A text in ASCII and these letters, of which each is folded by itself; `undefined` for others. */
function foldLatin(text: string): string | undefined {
	let out = "";
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		// The grave accent alone is a special letter.
		if (code <= 0x7e && code !== 0x60) continue;
		if (code < FIRST_LATIN || code > LAST_LATIN) return undefined;
		latinFolds[code - FIRST_LATIN] ??= foldAny(text.charAt(at));
		out += text.slice(from, at) + latinFolds[code - FIRST_LATIN];
		from = at + 1;
	}
	return (out + text.slice(from)).toLowerCase();
}

/**
 * The form in which strings are compared: without styles, lower case, marks and invisible characters dropped, special
 * letters written out. Other scripts stay in their script. Expects clipped text.
 */
export function fold(text: string): string {
	return isAscii(text) && !text.includes("`") ? text.toLowerCase() : (foldLatin(text) ?? foldAny(text));
}

function foldAny(text: string): string {
	let out = "";
	// Apart from their accents, so that ǿ is an ø.
	for (const char of unstyled(text).normalize("NFD")) out += specialLetters.get(char) ?? char;
	// Only what has been upper case is the same however it was written: iota below (ᾳ, ΑΙ), letters of old prints (ᲀ, В).
	return out
		.toUpperCase()
		.toLowerCase()
		.normalize("NFD")
		.replace(/и\u0306/g, "й")
		.replace(droppedMarks, "")
		.normalize("NFC")
		.replace(/ς/g, "σ");
}

/** Full-width letters, digits and signs, and the blank among them, as East Asian keyboards write them: in ASCII. */
export function halfWidth(text: string): string {
	return text.replace(/[\u3000\uff01-\uff5e]/g, (char) =>
		char === "\u3000" ? " " : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
	);
}

/** The words of a folded text: runs of letters, digits and inner apostrophes. */
export function words(folded: string): string[] {
	return folded.match(/[\p{L}\p{N}\p{Mc}']+/gu) ?? [];
}
