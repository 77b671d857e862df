import { initialBit } from "./name-text.js";
import { remembered } from "./remembered.js";

/**
 * Letters that stand for one sound in names of languages with several ways to write them in Latin letters: Korean
 * (Seong, Sung), Thai (Boonma, Bunma), Arabic (Yousef, Yusuf), Indian (Geeta, Gita), Indonesian before 1972 (Soekarno).
 * Vowels that differ in sound, and voiced and voiceless consonants, stay apart: Ben is not Pen.
 */
const pairs: Readonly<Record<string, string>> = {
	oo: "u",
	ou: "u",
	oe: "u",
	eo: "u",
	ee: "i",
	ie: "i",
	ae: "e",
	ph: "f",
	th: "t",
	kh: "k",
	gh: "g",
	dh: "d",
	bh: "b",
	ck: "k",
	dj: "j",
};
const singles: Readonly<Record<string, string>> = { o: "u", y: "i", w: "v", q: "k" };
const isVowel = (letter: string | undefined): boolean => letter !== undefined && "aeiou".includes(letter);

/** A text by its sounds, and where in the text each of them begins; one more for where the last one ends. */
export interface Sounds {
	readonly text: string;
	readonly at: readonly number[];
	/** A bit for each letter with which a name of these sounds may begin: most names are ruled out by it. */
	readonly initials: number;
}

/** Letters with which a sound may be written, where it has others than its own. */
const beginnings: Readonly<Record<string, string>> = {
	u: "uoe",
	i: "iye",
	e: "ea",
	v: "vw",
	k: "kq",
	f: "fp",
	j: "jd",
};

/** Reads Latin letters by their sound; others stay. @param at gets where each sound begins */
function spoken(written: string, at?: number[]): string {
	let text = "";
	for (let from = 0; from < written.length; ) {
		const letter = written[from] as string;
		const pair = pairs[written.slice(from, from + 2)];
		const sound = pair ?? singles[letter] ?? letter;
		// Doubled letters sound once, and h after a vowel is silent where no vowel follows: Satoh.
		const isSilent = letter === "h" && isVowel(written[from - 1]) && !isVowel(written[from + 1]);
		if (!isSilent && !text.endsWith(sound)) {
			text += sound;
			at?.push(from);
		}
		from += pair ? 2 : 1;
	}
	return text;
}

/** The sounds of a text. */
export function soundsOf(written: string): Sounds {
	const at: number[] = [];
	const text = spoken(written, at);
	at.push(written.length);
	let initials = 0;
	for (const sound of text) for (const letter of beginnings[sound] ?? sound) initials |= initialBit(letter, 0);
	return { text, at, initials };
}

/** Consonants that are heard wherever they stand. */
const heard = [..."bcdfgjklmnpqrstvwxz"].reduce((bits, letter) => bits | initialBit(letter, 0), 0);

/** False where a name has a first letter or a consonant that none of the sounds can be. Far quicker than its own sounds. */
export function maySound(name: string, { initials }: Sounds): boolean {
	if ((initials & initialBit(name, 0)) === 0) return false;
	// "ck" begins no name, but may stand in one.
	const consonants = (initials & initialBit("k", 0)) === 0 ? initials : initials | initialBit("c", 0);
	for (let at = 0; at < name.length; at++) {
		const code = name.charCodeAt(at);
		if (code < 97 || code > 122) continue;
		if ((initialBit(name, at) & heard & ~consonants) !== 0) return false;
	}
	return true;
}

/** The sounds of a name. */
export const soundOf: (name: string) => string = remembered((name: string) => name, spoken);

/** The plainest spelling of a name, by which those who write it otherwise find it: Soekarno, Yoon and Geeta are Sukarno, Yun and Gita. */
export function plainSpelling(name: string): string {
	return name.replace(/oo|ou|oe|eo|ee|dj/g, (letters) => pairs[letters] as string);
}
