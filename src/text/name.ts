import type { PersonName } from "../types.js";
import { nicknamesOf, nicknameWeight } from "./nicknames.js";
import { isListed, type NameRole } from "./population.js";
import { koreanName, type Romanize } from "./romanize.js";
import { clip, fold, isAscii, limits } from "./unicode.js";

/** How much of a name is shown. */
type NameDetail = "full" | "nickname" | "part" | "initial" | "prefix";

/** A string by which a person may show their given or family name, and how likely they choose this form of it. */
export interface NamePart {
	readonly text: string;
	readonly role: NameRole;
	readonly detail: NameDetail;
	readonly weight: number;
}

/** One way to read a name: which of its words are given, middle and family names. Folded Latin letters where possible. */
export interface NameReading {
	/** The name as written. */
	readonly written: string;
	readonly given: readonly string[];
	readonly middle: readonly string[];
	readonly family: readonly string[];
	readonly parts: readonly NamePart[];
}

/** Words before or after a name that are not part of it. */
const titles: ReadonlySet<string> = new Set(
	(
		"mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon rt judge capt captain col lt sgt maj gen " +
		"sen senator rep gov president frau herr m mme mlle don dona sr sra srta ing dott avv mag dipl haji hajji sheikh"
	).split(" "),
);
const suffixes: ReadonlySet<string> = new Set(
	"jr sr ii iii iv esq phd md dds mba cpa rn obe mbe cbe mp msp mep ma ba bsc msc llm jd dvm pe ret".split(" "),
);
/** Words that belong to the surname after them. */
const particles: ReadonlySet<string> = new Set(
	(
		"de del della der den des di da do dos das du la le las los van von vom zu zur ten ter te y e bin ben ibn al el " +
		"abu bint af av st saint san santa mac mc o"
	).split(" "),
);
/** Languages in which the family name is written first. */
const familyFirst: ReadonlySet<string> = new Set(["ko", "zh", "yue", "ja", "vi", "hu", "cmn", "hak", "nan"]);

/** Readings kept for one record: enough for two surnames, other orders and other scripts. */
const MAX_READINGS = 8;

/** The letters of one folded word, without apostrophes, full stops and the like. */
function letters(text: string): string {
	return text.replace(/[^\p{L}\p{Mc}\p{Mn}]/gu, "");
}

/** The words of a name in Latin letters where possible; hyphenated words are one word and keep their hyphen. */
function nameWords(text: string, romanize: Romanize): string[] {
	// Most names are one plain word.
	if (/^[A-Za-z]{1,40}$/.test(text)) return [text.toLowerCase()];
	return romanize(fold(clip(text, limits.name)))
		.split(/[\s,.;/|_()"]+/u)
		.map((word) => word.replace(/[^\p{L}\p{Mc}\p{Mn}'-]/gu, "").replace(/^['-]+|['-]+$/g, ""))
		.filter((word) => word !== "");
}

function joined(list: readonly string[]): string {
	return letters(list.join(""));
}

/** Takes titles from the front and suffixes from the end, as long as two words remain. */
function bareWords(list: readonly string[]): string[] {
	const words = [...list];
	while (words.length > 2 && titles.has(letters(words[0] as string))) words.shift();
	while (words.length > 2 && suffixes.has(letters(words.at(-1) as string))) words.pop();
	return words;
}

/** Index of the first word of the surname: the last word, with the particles before it. */
function familyStart(words: readonly string[], from = words.length - 1): number {
	let start = from;
	while (start > 1 && particles.has(words[start - 1] as string)) start--;
	return start;
}

interface Words {
	readonly given: readonly string[];
	readonly middle: readonly string[];
	readonly family: readonly string[];
}

/** The readings of a name that is only known whole. */
function splitsOf(name: PersonName, full: string, romanize: Romanize): Words[] {
	const comma = full.indexOf(",");
	if (comma > 0) {
		const family = nameWords(full.slice(0, comma), romanize);
		const rest = nameWords(full.slice(comma + 1), romanize);
		if (rest.length > 0 && !suffixes.has(letters(rest[0] as string))) {
			return [{ given: rest.slice(0, 1), middle: rest.slice(1), family }];
		}
	}
	const words = bareWords(nameWords(full, romanize));
	if (words.length === 0) return [];
	if (words.length === 1) return [{ given: words, middle: [], family: [] }];
	const readings: Words[] = [];
	const first = words[0] as string;
	const last = words.at(-1) as string;
	const written = bareWords(full.split(/[\s,]+/u).filter((word) => word !== ""));
	const shouts = (word: string | undefined): boolean =>
		word !== undefined && word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
	const lang = name.lang?.slice(0, 3).replace(/-.*$/, "") ?? "";
	const reversed: Words = { given: words.slice(1, 2), middle: words.slice(2), family: [first] };
	if (familyFirst.has(lang) || (shouts(written[0]) && !shouts(written.at(-1)))) readings.push(reversed);
	const start = familyStart(words);
	readings.push({ given: [first], middle: words.slice(1, start), family: words.slice(start) });
	if (start >= 2) {
		// Two surnames, as in Spain, Portugal and Latin America: the one before the last begins the surname too.
		const earlier = familyStart(words, start - 1);
		readings.push({ given: [first], middle: words.slice(1, earlier), family: words.slice(earlier) });
	}
	if (readings[0] !== reversed && words.length <= 3) {
		const unusual = !isListed(joined([first]), "given") && isListed(joined([first]), "family");
		if (unusual || isListed(joined([last]), "given")) readings.push(reversed);
	}
	return readings;
}

/** Adds a form, keeping the likelier weight where a form comes twice. */
class Parts {
	private readonly found = new Map<string, NamePart>();

	add(text: string, role: NameRole, detail: NameDetail, weight: number): void {
		if (text === "") return;
		const key = `${role}:${detail === "initial" ? "i" : "w"}:${text}`;
		const known = this.found.get(key);
		if (!known || known.weight < weight) this.found.set(key, { text, role, detail, weight });
	}

	list(): NamePart[] {
		return [...this.found.values()];
	}
}

/** A name in pieces, the particle-free and hyphen-free ones. */
function pieces(list: readonly string[]): string[] {
	return list
		.flatMap((word) => word.split("-"))
		.map(letters)
		.filter((word) => word !== "" && !particles.has(word));
}

function partsOf(words: Words, extraGiven: readonly string[], extraFamily: readonly string[]): NamePart[] {
	const parts = new Parts();
	const given = joined(words.given);
	const givenPieces = pieces(words.given);
	if (given !== "") {
		parts.add(given, "given", "full", givenPieces.length > 1 ? 0.4 : 0.8);
		if (givenPieces.length > 1) {
			givenPieces.forEach((piece, index) => {
				parts.add(piece, "given", "part", index === 0 ? 0.35 : 0.08);
			});
			parts.add(givenPieces.map((piece) => piece[0]).join(""), "given", "initial", 0.35);
		}
		for (const name of new Set([given, ...givenPieces.slice(0, 1)])) {
			for (const nickname of nicknamesOf(name)) parts.add(nickname, "given", "nickname", nicknameWeight(name));
		}
		parts.add(given[0] as string, "given", "initial", 0.9);
	}
	extraGiven.forEach((name, index) => {
		parts.add(name, "given", "nickname", 0.3 / (index + 1));
	});
	for (const middle of words.middle) {
		// Some people go by their middle name.
		parts.add(letters(middle), "given", "part", 0.05);
	}
	const family = joined(words.family);
	const familyPieces = pieces(words.family);
	if (family !== "") {
		parts.add(family, "family", "full", familyPieces.length > 1 ? 0.35 : 0.9);
		const bare = familyPieces.join("");
		if (bare !== family) parts.add(bare, "family", "full", 0.3);
		if (familyPieces.length > 1) {
			familyPieces.forEach((piece, index) => {
				parts.add(piece, "family", "part", index === 0 ? 0.35 : 0.2);
			});
		}
		for (const initial of new Set([family[0], bare[0]])) if (initial) parts.add(initial, "family", "initial", 0.8);
		if (familyPieces.length > 1) parts.add(familyPieces.map((piece) => piece[0]).join(""), "family", "initial", 0.3);
	}
	extraFamily.forEach((name, index) => {
		parts.add(name, "family", "full", 0.4 / (index + 1));
		parts.add(name[0] ?? "", "family", "initial", 0.4 / (index + 1));
	});
	return parts.list();
}

function readingsOf(name: PersonName, romanize: Romanize): NameReading[] {
	const full = name.full ?? [name.given, name.middle, name.family].filter((part) => part !== undefined).join(" ");
	const nickname = name.nickname ? [joined(nameWords(name.nickname, romanize))] : [];
	// A nickname in quotes or brackets: Robert "Bob" Miller.
	const quoted = !/["“„(]/.test(full) ? undefined : /["(“„]([^"()“”„]{2,40})["”)]/u.exec(full)?.[1];
	if (quoted) nickname.push(joined(nameWords(quoted, romanize)));
	const plain = quoted ? full.replace(quoted, " ") : full;

	const korean = isAscii(plain) ? undefined : koreanName(fold(clip(plain, limits.name)));
	if (korean) {
		const words: Words = { given: [korean.given[0] as string], middle: [], family: [korean.family[0] as string] };
		return [
			{
				written: full,
				...words,
				parts: partsOf(words, [...nickname, ...korean.given.slice(1)], korean.family.slice(1)),
			},
		];
	}
	let splits: Words[];
	if (name.given !== undefined && name.family !== undefined) {
		const given = bareWords(nameWords(name.given, romanize));
		const family = nameWords(name.family, romanize);
		const known = new Set([...given, ...family]);
		const between = name.middle ?? (name.full === undefined ? "" : plain);
		const middle = bareWords(nameWords(between, romanize)).filter(
			(word) => !known.has(word) && !titles.has(word) && !suffixes.has(word),
		);
		splits = [{ given, middle, family }];
	} else if (name.full === undefined && name.family !== undefined) {
		splits = [{ given: [], middle: [], family: nameWords(name.family, romanize) }];
	} else {
		splits = splitsOf(name, plain, romanize);
	}
	return splits
		.filter(({ given, family }) => given.length + family.length > 0)
		.map((words) => ({ written: full, ...words, parts: partsOf(words, nickname, []) }));
}

/** All readings of a record's names, without repetition, at most eight. */
export function readNames(names: readonly PersonName[], romanize: Romanize): NameReading[] {
	const readings: NameReading[] = [];
	const seen = new Set<string>();
	for (const name of names) {
		for (const reading of readingsOf(name, romanize)) {
			const key = `${joined(reading.given)}|${joined(reading.middle)}|${joined(reading.family)}`;
			if (key === "||" || seen.has(key)) continue;
			seen.add(key);
			readings.push(reading);
			if (readings.length === MAX_READINGS) return readings;
		}
	}
	return readings;
}

/** Names a mailbox spells out with separators: todd.defren@... */
export function nameOfMailbox(mailbox: string): PersonName | undefined {
	const match = /^([a-z]{2,20})[._-]([a-z]{2,30})\d{0,4}$/i.exec(mailbox);
	return match ? { given: match[1] as string, family: match[2] as string } : undefined;
}

/** All letters of a list of name words, as used in search keys. */
export { joined as joinName };
