import { languageOf, type Romanize, type Script, scriptOf, spellings, unified } from "./romanize.js";
import { combinations } from "./scripts/rules.js";
import { clip, fold, isAscii, limits } from "./unicode.js";

/** How names of other scripts are spelt. */
export interface NameSpelling {
	/** A library of the caller's. Its spelling of a word comes before the built-in ones. */
	readonly romanize?: Romanize | undefined;
	/** Language of names that do not say theirs. */
	readonly lang?: string | undefined;
}

/** The letters of one folded word, without apostrophes, full stops and the like. */
export function letters(text: string): string {
	if (isPlain(text)) return text;
	return text.replace(/[^\p{L}\p{Mc}\p{Mn}]/gu, "");
}

/** True for small letters from a to z only, as most folded words are. */
function isPlain(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code < 97 || code > 122) return false;
	}
	return true;
}

/** All letters of a list of name words, as used in search keys. */
export function joinName(list: readonly string[]): string {
	return letters(list.length === 1 ? (list[0] as string) : list.join(""));
}

/** Words that belong to the surname after them. */
export const particles: ReadonlySet<string> = new Set(
	(
		"de del della der den des di da do dos das du la le las los van von vom zu zur ten ter te y e bin ben ibn al el " +
		"abu bint af av st saint san santa mac mc o"
	).split(" "),
);

/** A name in pieces, the particle-free and hyphen-free ones. */
export function pieces(list: readonly string[]): string[] {
	const found: string[] = [];
	for (const word of list) {
		for (const piece of word.includes("-") ? word.split("-") : [word]) {
			if (letters(piece) !== "" && !particles.has(piece)) found.push(piece);
		}
	}
	return found;
}

/** The surnames of a family name, each with the particles before it: Cardoso and da Silva. */
export function surnames(list: readonly string[]): string[][] {
	const found: string[][] = [];
	let open = false;
	for (const word of list) {
		if (open) found.at(-1)?.push(word);
		else found.push([word]);
		open = particles.has(word);
	}
	return found;
}

/** Letters with a second usual way to write them on a keyboard without them: Jörg is Jorg or Joerg, Åse is Ase or Aase. */
const writtenOut: readonly (readonly [RegExp, string])[] = [
	[/[äÄ]/g, "ae"],
	[/[öÖøØ]/g, "oe"],
	[/[üÜ]/g, "ue"],
	[/[åÅ]/g, "aa"],
];
/** Vietnam writes the same letter and means d. */
const SOUTH_SLAVIC = /[čćšž]/i;

/** The words of one name, with the usual Latin spellings of those that are not written in plain letters. */
export class NameWords {
	private readonly spelt = new Map<string, readonly string[]>();
	private readonly romanize: Romanize | undefined;
	readonly lang: string | undefined;

	constructor(full: string, { romanize, lang }: NameSpelling) {
		this.romanize = romanize;
		this.lang = lang ?? (isAscii(full) ? undefined : languageOf(fold(clip(full, limits.name))));
	}

	/** True as long as every word that was read has one spelling, in Latin letters. */
	get isPlain(): boolean {
		return this.spelt.size === 0;
	}

	/** Folded words in their own script; hyphenated words are one word and keep their hyphen. */
	read(text: string): string[] {
		// Most names are one plain word.
		if (/^[A-Za-z]{1,40}$/.test(text)) return [text.toLowerCase()];
		const safe = clip(text, limits.name);
		const words = wordsOf(safe);
		if (!isAscii(safe)) this.note(safe.normalize("NFC"), words);
		return words;
	}

	private note(safe: string, words: readonly string[]): void {
		let out = writtenOut.reduce((text, [letter, by]) => text.replace(letter, by), safe);
		if (SOUTH_SLAVIC.test(safe)) out = out.replace(/[đĐ]/g, "dj");
		const others = out === safe ? words : wordsOf(out);
		words.forEach((word, index) => {
			const other = others[index] ?? word;
			const otherPieces = other.split("-");
			word.split("-").forEach((piece, at) => {
				if (scriptOf(piece)) this.spelt.set(piece, this.spell(letters(piece)));
				else if (other !== word) this.spelt.set(piece, [...new Set([piece, otherPieces[at] ?? piece])]);
			});
		});
	}

	private spell(word: string): readonly string[] {
		const own = this.romanize ? letters(fold(clip(this.romanize(word), limits.name))) : word;
		const built = spellings(word, this.lang);
		return own === word || own === "" ? built : [...new Set([own, ...built])];
	}

	/** The forms in which a list of words, written as one, is shown. */
	forms(list: readonly string[]): Forms {
		const spelt = this.isPlain ? [] : list.flatMap((word) => word.split("-"));
		if (!spelt.some((piece) => this.spelt.has(piece))) return { latin: [joinName(list)] };
		const latin = combinations(spelt.map((piece) => this.spelt.get(piece) ?? [piece])).map(letters);
		const native = joinName(list);
		const script = scriptOf(native);
		return script ? { latin, native: unified(native), script } : { latin };
	}

	/** The words in their most usual Latin spelling. */
	latin(list: readonly string[]): readonly string[] {
		if (this.isPlain) return list;
		return list.map((word) =>
			word
				.split("-")
				.map((piece) => this.spelt.get(piece)?.[0] ?? piece)
				.join("-"),
		);
	}
}

/** Latin spellings of one name, the most usual first, and the name in its own script when that is another. */
export interface Forms {
	readonly latin: readonly string[];
	readonly native?: string;
	readonly script?: Script;
}

function wordsOf(safe: string): string[] {
	if (isAscii(safe)) return asciiWordsOf(safe);
	return (
		// One letter can fold to eighteen (U+FDFA): cut again, or a name at the cap would have a thousand words.
		clip(fold(safe), limits.name)
			// Hebrew marks an abbreviation by a quotation mark before its last letter.
			.replace(/(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])/g, "")
			.split(/[\s,.;/|_()"\u00b7\u30fb]+/u)
			.map((word) => word.replace(/[^\p{L}\p{Mc}\p{Mn}\u30fc'-]/gu, "").replace(/^['-]+|(?<=[^'-])['-]+$/g, ""))
			.filter((word) => word !== "")
	);
}

/** The same, where no letter is other than a to z. */
function asciiWordsOf(safe: string): string[] {
	const words = safe.toLowerCase().split(/[\s,.;/|_()"]+/);
	const bare = words.map((word) =>
		isPlain(word) ? word : word.replace(/[^a-z'-]/g, "").replace(/^['-]+|(?<=[^'-])['-]+$/g, ""),
	);
	return bare.filter((word) => word !== "");
}
