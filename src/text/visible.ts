/** Text from strangers as it may be shown: nothing in it reorders, hides or acts on what stands around it. */

/**
 * Controls, format characters, halves of surrogate pairs and noncharacters, and what has no ink although Unicode calls it
 * a letter or a sign: fillers of Hangul, variation selectors, tags (all default ignorable), the blank Braille pattern.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;

/**
 * A letter, sign or vowel mark of a script that spells with the joiners U+200C and U+200D: Arabic and its kin, Indic ones.
 * Unicode Standard Annex 31, section 2.3, tells further which letters join, for which there would have to be tables.
 */
const joining =
	/[\p{sc=Arab}\p{sc=Syrc}\p{sc=Nkoo}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}\u064b-\u0655\u0670]$/u;
/** What can be joined to another emoji: U+FE0F asks for its coloured form. */
const pictured = /(?:\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})$/u;
const picture = /^\p{Extended_Pictographic}/u;

/** Whether an invisible character is spelling, where it stands. */
function isSpelling(character: string, at: number, text: string): boolean {
	const before = text.slice(Math.max(0, at - 3), at);
	const after = text.slice(at + 1, at + 3);
	if (character === "\u200c") return joining.test(before);
	if (character === "\u200d") return joining.test(before) || (pictured.test(before) && picture.test(after));
	// The plain and the coloured form of an emoji; of a digit within its key.
	if (character !== "\ufe0e" && character !== "\ufe0f") return false;
	return /\p{Extended_Pictographic}$/u.test(before) || (/[\d#*]$/.test(before) && after.startsWith("\u20e3"));
}

/** A text with everything in it that could not be seen, or should not act, written in another way. */
export function withoutHidden(text: string, written: (character: string) => string): string {
	return text.replace(unseen, (character, at: number) =>
		isSpelling(character, at, text) ? character : written(character),
	);
}

/**
 * The text in which control, bidirectional and invisible characters show as escapes such as `\u{202e}`. Joiners stay
 * where Persian, Indic and other scripts spell with them and where they make one emoji of several.
 */
export function visible(text: string): string {
	return withoutHidden(text, (character) => `\\u{${(character.codePointAt(0) as number).toString(16)}}`);
}

/** Letters written from right to left: the blocks that Unicode reserves for them (Standard Annex 9, table 4). */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Whether a text, set within a sentence, would change the order of the words around it. Only such a one is set apart, so
 * that all others stay as plain as they are.
 */
export function needsIsolation(text: string): boolean {
	return rightToLeft.test(text);
}
