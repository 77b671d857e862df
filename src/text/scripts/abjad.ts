import { combinations, listOf, MOST_SPELLINGS } from "./rules.js";

/**
 * Scripts that write consonants and leave most vowels to the reader. Common names have their usual spellings in a list;
 * another word is spelt with the likeliest vowels. (Matching by consonants alone finds too much: "ktubox" for Kateb.)
 */
export interface Abjad {
	readonly names: ReadonlyMap<string, readonly string[]>;
	/** Letters that are consonants. */
	readonly consonants: ReadonlyMap<string, readonly string[]>;
	/** Letters that stand for a vowel, or for a half-vowel before another vowel and at the beginning. */
	readonly vowels: ReadonlyMap<string, { readonly vowel: readonly string[]; readonly half: readonly string[] }>;
	/** Spellings of a last letter. */
	readonly last: ReadonlyMap<string, readonly string[]>;
	/** The vowel to put between consonants. */
	readonly filler: readonly string[];
}

export function abjadOf(names: string, consonants: string, vowels: string, last: string, filler: string): Abjad {
	return {
		names: listOf(names),
		consonants: listOf(consonants),
		vowels: new Map(
			[...listOf(vowels)].map(([letter, [vowel = "", half = ""]]) => [
				letter,
				{ vowel: vowel.split(","), half: half.split(",") },
			]),
		),
		last: new Map([...listOf(last)].map(([letter, [spelt = ""]]) => [letter, spelt.split(",")])),
		filler: filler.split("|"),
	};
}

export function spellAbjad(abjad: Abjad, word: string): string[] {
	const known = abjad.names.get(word);
	if (known) return [...known];
	const chars = [...word];
	const choices: (readonly string[])[] = [];
	// Consonants since the last vowel, and whether a vowel came before them.
	let run = 0;
	let opened = false;
	chars.forEach((char, index) => {
		const next = chars[index + 1];
		const ending = next === undefined ? abjad.last.get(char) : undefined;
		if (ending && index > 0) {
			choices.push(ending);
			return;
		}
		const vowel = abjad.vowels.get(char);
		const half =
			vowel && vowel.half[0] !== "" && next !== undefined && (index === 0 || abjad.vowels.has(next) || run === 0);
		if (vowel && !half) {
			choices.push(vowel.vowel);
			run = 0;
			opened = true;
			return;
		}
		// Two consonants stand together only after a vowel and before one.
		const closes = next === undefined || !(abjad.vowels.has(next) || abjad.last.has(next));
		if (run > 0 && (run > 1 || !opened || closes)) {
			choices.push(abjad.filler);
			run = 0;
			opened = true;
		}
		choices.push(half ? vowel.half : (abjad.consonants.get(char) ?? [""]));
		run++;
	});
	return combinations(choices)
		.filter((text) => text !== "")
		.slice(0, MOST_SPELLINGS);
}
