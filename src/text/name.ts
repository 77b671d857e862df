import type { CrmRecord, PersonName } from "../types.js";
import { type NamePart, Parts, partsOf, partsOfFamily, partsOfGiven, type Words } from "./name-parts.js";
import { type Forms, joinName, letters, type NameSpelling, NameWords, particles } from "./name-words.js";
import { isListed, type NameRole } from "./population.js";
import { type EastAsianName, eastAsianNames, type Romanize, type Script, scriptOf } from "./romanize.js";
import { clip, fold, isAscii, limits } from "./unicode.js";

/** One way to read a name: which of its words are given, middle and family names, in their most usual Latin spelling. */
export interface NameReading {
	/** The name as written. */
	readonly written: string;
	readonly given: readonly string[];
	readonly middle: readonly string[];
	readonly family: readonly string[];
	/** Worked out when first asked for. */
	readonly parts: readonly NamePart[];
	/** Those of one of its names. */
	partsOf(role: NameRole): readonly NamePart[];
	/** Each word has one spelling, and there is no nickname and one middle name at most: its keys follow from the words. */
	readonly plain: boolean;
	/** Which bearer of the name in the family: Sr is 1, Jr and II are 2, III is 3. Many leave it out. */
	readonly generation?: number | undefined;
	/** The family name is written first where the name is at home; handles have either order. */
	readonly familyFirst?: boolean | undefined;
}

class Reading implements NameReading {
	readonly written: string;
	readonly given: readonly string[];
	readonly middle: readonly string[];
	readonly family: readonly string[];
	readonly plain: boolean;
	readonly familyFirst: boolean | undefined;
	readonly generation: number | undefined;
	private readonly workOut: (() => readonly NamePart[]) | undefined;
	private worked: readonly NamePart[] | undefined;

	/** @param workOut its parts, unless it is of two plain words */
	constructor(
		written: string,
		{ given, middle, family, familyFirst }: Words,
		plain: boolean,
		workOut?: () => readonly NamePart[],
		generation?: number,
	) {
		this.written = written;
		this.given = given;
		this.middle = middle;
		this.family = family;
		this.plain = plain;
		this.familyFirst = familyFirst;
		this.generation = generation;
		this.workOut = workOut;
		this.worked = undefined;
	}

	get parts(): readonly NamePart[] {
		this.worked ??= this.workOut?.() ?? [...this.partsOf("given"), ...this.partsOf("family")];
		return this.worked;
	}

	partsOf(role: NameRole): readonly NamePart[] {
		if (this.workOut) return this.parts.filter((part) => part.role === role);
		const word = this[role][0] as string;
		return role === "given" ? partsOfGiven(word) : partsOfFamily(word);
	}

	/** KIM Jong Tae and 김종태 are spelt alike, and each knows what the other does not. */
	get script(): Script | undefined {
		return this.plain ? undefined : this.parts.find(({ script }) => script !== undefined)?.script;
	}

	withGeneration(generation: number): Reading {
		return new Reading(this.written, this, this.plain, () => this.parts, generation);
	}
}

/**
 * Words before a name that are not part of it, folded, by language. Left out are those that are names somewhere else:
 * Pan (Polish for Mr), Sri, Tan.
 */
const titles: ReadonlySet<string> = new Set(
	(
		"mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister pastor bishop rabbi hon rt judge " +
		"justice capt captain col lt sgt cpl maj gen adm cmdr brig sen senator rep gov president cllr chief coach engr barr " +
		"barrister advocate adv herr herrn frau dipl ing mag doz univ dhr mevr mw drs ir hr fru m mme mlle me maitre pr " +
		"docteur monsieur madame don dona dna sr sra srta lic licda dra arq abg mtro mtra profa engo enga sig signor signora " +
		"dott dottssa ssa avv arch geom rag onorevole mgr inz hab pani mudr judr phdr rndr mvdr bc doc av sayin shri smt " +
		"kumari pandit haji hajah hajj hajjah alhaji alhaja sheikh shaikh ustaz maulana mufti imam datuk dato datin tuan puan " +
		"encik пан пані пани господин госпожа гн гжа проф др κ κα δρ דר פרופ עוד גב מר הרב الدكتور دكتور المهندس السيد السيده الشيخ الحاج"
	).split(" "),
);
const suffixes: ReadonlySet<string> = new Set(
	(
		"jr sr ii iii iv esq phd md dds mba cpa rn obe mbe cbe mp msp mep ma ba bsc msc llm jd dvm pe ret kbe kc qc cfa cfp " +
		"pmp edd dphil dsc psyd llb mph mpa mfa meng beng btech mtech mbbs frcs mrcp frcp facs acca cissp lcsw frsa cipd " +
		"csc bey hanim efendi sahib saheb"
	).split(" "),
);
/** Those that tell father and son of one name apart. */
const generations: ReadonlyMap<string, number> = new Map([
	["sr", 1],
	["jr", 2],
	["ii", 2],
	["iii", 3],
	["iv", 4],
]);
/** Languages in which the family name is written first. */
const familyFirst: ReadonlySet<string> = new Set(["ko", "zh", "yue", "ja", "vi", "hu", "cmn", "hak", "nan"]);

/** Readings kept for one record: enough for two surnames, other orders and other scripts. */
const MAX_READINGS = 8;

/** Takes titles from the front and suffixes from the end, as long as two words remain. */
function bareWords(list: readonly string[]): string[] {
	const words = [...list];
	while (words.length > 2 && titles.has(letters(words[0] as string))) words.shift();
	while (words.length > 2 && suffixes.has(letters(words.at(-1) as string))) words.pop();
	return words;
}

/** Jr and the like as a word: 2. */
export function generationOf(word: string): number | undefined {
	return generations.get(word);
}

/** The generation that a whole name states. A name of two words has none: Iv is a surname, too. */
function generationIn(whole: string): number | undefined {
	const found = /[\s,](sr|jr|iii?|iv)(?=$|[\s,.)])/i.exec(whole)?.[1];
	if (found === undefined || whole.split(/[\s,]+/u).filter((word) => word !== "").length < 3) return undefined;
	return generationOf(found.toLowerCase());
}

/** Takes "Jr" off a given or family name that has it in its own field or before a comma. */
function withoutGeneration(words: readonly string[]): readonly string[] {
	return words.length > 1 && generations.has(letters(words.at(-1) as string)) ? words.slice(0, -1) : words;
}

/** Index of the first word of the surname: the last word, with the particles before it. */
function familyStart(words: readonly string[], from = words.length - 1): number {
	let start = from;
	while (start > 1 && particles.has(words[start - 1] as string)) start--;
	return start;
}

/** A father's name at the end of an official name of the former Soviet Union: family, given, patronymic. */
const patronymic = /(?:[оеєйь]вич|ич|[оеії]вна|[ії]чна|инична)$|(?:ov[iy]ch|[ey]vich|yovych|[eiy]vna|ovna|[iy]chna)$/;

function writtenInCapitals(word: string | undefined): boolean {
	return word !== undefined && word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

/** A surname and the words after it, in countries where the family name is written first: all of them are one given name. */
function afterSurname(family: readonly string[], rest: readonly string[], lang: string): Words[] {
	const whole: Words = { given: rest, middle: [], family, familyFirst: true };
	if (rest.length === 1) return [whole];
	// In Vietnam one is called by the last of them; elsewhere the first may be the name and the rest middle names.
	if (lang === "vi") return [{ ...whole, given: rest.slice(-1), middle: rest.slice(0, -1) }, whole];
	return familyFirst.has(lang) ? [whole] : [whole, { given: rest.slice(0, 1), middle: rest.slice(1), family }];
}

/** The readings of a name that is only known whole. */
function splitsOf(lang: string, full: string, names: NameWords): Words[] {
	const comma = full.indexOf(",");
	if (comma > 0) {
		const family = withoutGeneration(names.read(full.slice(0, comma)));
		const rest = withoutGeneration(names.read(full.slice(comma + 1)));
		if (rest.length > 0 && !suffixes.has(letters(rest[0] as string))) {
			if (familyFirst.has(lang) || writtenInCapitals(full.slice(0, comma))) return afterSurname(family, rest, lang);
			return [{ given: rest.slice(0, 1), middle: rest.slice(1), family }];
		}
	}
	const words = bareWords(names.read(full));
	if (words.length === 0) return [];
	if (words.length === 1) return [{ given: words, middle: [], family: [] }];
	const readings: Words[] = [];
	const first = words[0] as string;
	const last = words.at(-1) as string;
	const written = bareWords(full.split(/[\s,]+/).filter((word) => word !== ""));
	const shouted = writtenInCapitals(written[0]) && !writtenInCapitals(written.at(-1));
	const reversed = afterSurname([first], words.slice(1), lang);
	if (familyFirst.has(lang) || shouted) readings.push(...reversed);
	else if (words.length === 3 && patronymic.test(last) && !patronymic.test(words[1] as string)) {
		return [{ given: words.slice(1, 2), middle: [last], family: [first] }];
	}
	const start = familyStart(words);
	// In Spanish the second of two surnames is the mother's; no reading takes the first for a middle name.
	if (start < 2 || lang !== "es")
		readings.push({ given: [first], middle: words.slice(1, start), family: words.slice(start) });
	if (start >= 2) {
		// Two surnames, as in Spain, Portugal and Latin America: the one before the last begins the surname too.
		const earlier = familyStart(words, start - 1);
		readings.push({ given: [first], middle: words.slice(1, earlier), family: words.slice(earlier) });
	}
	if (readings[0] !== reversed[0] && words.length <= 3 && seemsReversed(joinName([first]), joinName([last]))) {
		readings.push(reversed[0] as Words);
	}
	return readings;
}

/** Whether the first word looks like a surname, or the last like a given name. */
function seemsReversed(first: string, last: string): boolean {
	return (!isListed(first, "given") && isListed(first, "family")) || isListed(last, "given");
}

/** Share of Koreans who write three initials where others write their given name. */
export const INITIALS = 0.2;

function eastAsianParts(
	{ script, lang, family, given, ...name }: EastAsianName,
	nicknames: readonly string[],
): NamePart[] {
	const parts = new Parts();
	const givenForms: Forms = { latin: given, native: name.givenName, script };
	const familyForms: Forms = { latin: family, native: name.surname, script };
	parts.addForms(givenForms, "given", "full", 0.8);
	if (name.initials.length > 1) {
		// Kim Tae-won is kimtw rather than kimt, and ktw.
		parts.add(name.initials, "given", "initial", 0.6, script);
		parts.addInitial(givenForms, "given", 0.3);
		const letter = lang === "ko" ? (family[0]?.[0] ?? "") : "";
		if (letter !== "") {
			parts.add(`${letter}${name.initials}`, "given", "initials", INITIALS, script);
			parts.add(`${name.initials}${letter}`, "given", "initials", INITIALS / 4, script);
		}
	} else {
		parts.addInitial(givenForms, "given", 0.9);
	}
	nicknames.forEach((nickname, index) => {
		parts.add(nickname, "given", "nickname", 0.3 / (index + 1));
	});
	parts.addForms(familyForms, "family", "full", 0.9);
	parts.addInitial(familyForms, "family", 0.8);
	return parts.list();
}

/** The reading of a name in Hangul or Han characters. */
function eastAsianReading(written: string, name: EastAsianName, nicknames: readonly string[]): Reading {
	const words = { given: name.given.slice(0, 1), middle: [], family: name.family.slice(0, 1), familyFirst: true };
	return new Reading(written, words, false, () => eastAsianParts(name, nicknames));
}

/** The surname and given name that the caller's library parts by a blank, as a dictionary of Japanese names does. */
function partedBy(romanize: Romanize, folded: string): { readonly family: string; readonly given: string } | undefined {
	const [family, ...given] = fold(clip(romanize(folded), limits.name))
		.split(/\s+/u)
		.map(letters);
	return family && given.length > 0 ? { family, given: given.join("") } : undefined;
}

function eastAsianReadings(
	name: PersonName,
	full: string,
	lang: string | undefined,
	romanize: Romanize | undefined,
	nicknames: readonly string[],
): Reading[] {
	if (isAscii(full)) return [];
	const known = name.given !== undefined && name.family !== undefined;
	const joined = (text: string): string => fold(clip(text, limits.name)).replace(/[\s\u30fb]+/gu, "");
	const folded = joined(known ? `${name.family}${name.given}` : full);
	// Folded as well: a syllable of Hangul may be written in up to three pieces.
	const found = eastAsianNames(folded, lang, known ? joined(name.family ?? "").length : undefined);
	const script = scriptOf(folded);
	if (!romanize || (script !== "han" && script !== "hangul")) {
		return found.map((reading) => eastAsianReading(full, reading, nicknames));
	}
	const parted = partedBy(romanize, folded);
	if (parted && found.length === 0) {
		found.push({ script, lang: "ja", surname: "", givenName: "", family: [], given: [], initials: "" });
	}
	const own = (text: string): string => letters(fold(clip(romanize(text), limits.name)));
	return found.map((reading) => {
		const family = [parted?.family ?? own(reading.surname), ...reading.family].filter(
			(text) => scriptOf(text) === undefined,
		);
		const given = [parted?.given ?? own(reading.givenName), ...reading.given].filter(
			(text) => scriptOf(text) === undefined,
		);
		return eastAsianReading(full, { ...reading, family: [...new Set(family)], given: [...new Set(given)] }, nicknames);
	});
}

/** "Anna Schmidt née Weber": both surnames are hers. */
const bornAs =
	/(?<!\s)\s+\(?(?:née?|geb\.|geborene?n?|z domu|roz\.|rozená|född|født|fædd|o\.s\.|nata|nascida|de soltera|урожд\.|урожд[её]нная|уроджена)\s+([^)]+)\)?\s*$/iu;

const twoWords = /^([A-Za-z]{1,40}) ([A-Za-z]{1,40})$/;

/**
 * The readings of a name of two plain words, as most are, without looking for what it cannot have: titles, suffixes,
 * middle names, a name at birth, other spellings.
 */
function plainReadings({ given, middle, family, full, nickname }: PersonName, lang: string): Reading[] | undefined {
	if (middle !== undefined || nickname !== undefined) return undefined;
	if (given !== undefined && family !== undefined) {
		if (!isOneWord(given) || !isOneWord(family)) return undefined;
		if (full !== undefined && !isBoth(full, given, family)) return undefined;
		return [plainReading(full ?? `${given} ${family}`, given.toLowerCase(), family.toLowerCase())];
	}
	const words = full === undefined ? null : twoWords.exec(full);
	if (words === null || familyFirst.has(lang)) return undefined;
	const [whole, first, last] = words as unknown as [string, string, string];
	if (writtenInCapitals(first) && !writtenInCapitals(last)) return undefined;
	const [one, other] = [first.toLowerCase(), last.toLowerCase()];
	const reading = plainReading(whole, one, other);
	return one !== other && seemsReversed(one, other) ? [reading, plainReading(whole, other, one, true)] : [reading];
}

function plainReading(written: string, given: string, family: string, familyFirst?: true): Reading {
	return new Reading(written, { given: [given], middle: none, family: [family], familyFirst }, true);
}

const none: readonly string[] = [];

/** True for at most forty letters from A to Z. */
function isOneWord(text: string): boolean {
	if (text === "" || text.length > 40) return false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i) | 0x20;
		if (code < 97 || code > 122) return false;
	}
	return true;
}

/** Whether the whole name is the given name, a blank and the family name. */
function isBoth(full: string, given: string, family: string): boolean {
	return (
		full.length === given.length + 1 + family.length &&
		full.startsWith(given) &&
		full[given.length] === " " &&
		full.endsWith(family)
	);
}

/** Letters that only Vietnamese has: with a horn, a hook above, or a mark on another. */
const vietnamese = /[\u031b\u0309]|[\u0302\u0306][\u0300\u0301\u0303]|\u0323[\u0302\u0306]/;

/** The language of a name, by its own word, by its letters or by that of its record. */
function languageIn({ lang, full = "", given = "", family = "" }: PersonName, spelling: NameSpelling) {
	if (lang !== undefined) return lang.toLowerCase().replace(/-.*/s, "");
	const whole = `${full} ${given} ${family}`;
	return !isAscii(whole) && vietnamese.test(clip(whole, limits.name).normalize("NFD")) ? "vi" : spelling.lang;
}

function readingsOf(name: PersonName, spelling: NameSpelling): Reading[] {
	const lang = languageIn(name, spelling);
	const readings = plainReadings(name, lang ?? "");
	if (readings) return readings;
	const whole = name.full ?? [name.given, name.middle, name.family].filter((part) => part !== undefined).join(" ");
	const names = new NameWords(whole, { romanize: spelling.romanize, lang });
	const first = (text: string): string => names.forms(names.read(text)).latin[0] ?? "";
	const nicknames = name.nickname ? [first(name.nickname)] : [];
	// A nickname in quotes or brackets: Robert "Bob" Miller.
	const quoted = !/["“„(]/.test(whole) ? undefined : /["(“„]([^"()“”„]{2,40})["”)]/u.exec(whole)?.[1];
	const born = bornAs.exec(whole)?.[1];
	if (quoted && !born) nicknames.push(first(quoted));
	const plain = born ? whole.replace(bornAs, "") : quoted ? whole.replace(quoted, " ") : whole;

	const eastAsian = eastAsianReadings(name, plain, lang, spelling.romanize, nicknames);
	if (eastAsian.length > 0) return eastAsian;
	let splits: Words[];
	if (name.given !== undefined && name.family !== undefined) {
		const given = withoutGeneration(bareWords(names.read(name.given)));
		const family = withoutGeneration(names.read(name.family));
		const known = new Set([...given, ...family]);
		const between = name.middle ?? (name.full === undefined ? "" : plain);
		const middle =
			between === ""
				? []
				: bareWords(names.read(between)).filter((word) => !known.has(word) && !titles.has(word) && !suffixes.has(word));
		splits = lang === "vi" ? afterSurname(family, [...middle, ...given], lang) : [{ given, middle, family }];
	} else if (name.full === undefined && name.family !== undefined) {
		splits = [{ given: [], middle: [], family: withoutGeneration(names.read(name.family)) }];
	} else {
		splits = splitsOf(lang ?? "", plain, names);
	}
	if (born) splits.push(...splits.slice(0, 1).map((words) => ({ ...words, family: names.read(born) })));
	const generation = generationIn(plain);
	return splits
		.filter(({ given, family }) => given.length + family.length > 0)
		.map((words) => {
			const { given, middle, family } = words;
			const latin = { ...words, given: names.latin(given), middle: names.latin(middle), family: names.latin(family) };
			const plain = names.isPlain && nicknames.length === 0 && middle.length <= 1;
			return new Reading(whole, latin, plain, () => partsOf(words, names, nicknames), generation);
		});
}

/** A name of which a record has only the first letter: C. Howard, Todd D. Nobody is called by it. */
export function isInitial(words: readonly string[]): boolean {
	return words.length === 1 && /^[a-z]$/.test(words[0] as string);
}

/** Leaves out J. Miller where there is John Miller as well: the one is short for the other, and no more of a James. */
function withoutCutShort(readings: readonly Reading[]): readonly Reading[] {
	const isCutShort = (role: NameRole, beside: NameRole, one: Reading): boolean =>
		isInitial(one[role]) &&
		readings.some(
			(other) =>
				!isInitial(other[role]) &&
				other[role][0]?.startsWith(one[role][0] as string) === true &&
				joinName(other[beside]) === joinName(one[beside]),
		);
	const short = readings.filter((one) => isCutShort("given", "family", one) || isCutShort("family", "given", one));
	return readings.filter((one) => !short.some(({ written }) => written === one.written));
}

/** All readings of a record's names, without repetition, at most eight. */
export function readNames(names: readonly PersonName[], spelling: NameSpelling = {}): readonly NameReading[] {
	// Most have one plain name, whose readings differ.
	const [only] = names;
	const plain = only && names.length === 1 ? plainReadings(only, languageIn(only, spelling) ?? "") : undefined;
	if (plain) return plain;
	const readings: Reading[] = [];
	const spelt: string[] = [];
	for (const name of names) {
		for (const reading of readingsOf(name, spelling)) {
			const latin = `${joinName(reading.given)}|${joinName(reading.middle)}|${joinName(reading.family)}`;
			if (latin === "||") continue;
			const at = readings.findIndex((other, index) => spelt[index] === latin && other.script === reading.script);
			if (at >= 0) {
				// John Miller, John Miller Jr.: the one states what the other leaves out.
				const known = readings[at] as Reading;
				if (known.generation === undefined && reading.generation !== undefined)
					readings[at] = known.withGeneration(reading.generation);
				continue;
			}
			readings.push(reading);
			spelt.push(latin);
			if (readings.length === MAX_READINGS) return withoutCutShort(readings);
		}
	}
	return withoutCutShort(readings);
}

/** The readings of a record's names; of a record without any, of the names that its mailboxes spell out. */
export function readRecordNames(
	{ names, emails }: Pick<CrmRecord, "names" | "emails">,
	spelling: NameSpelling = {},
): { readonly field: "names" | "emails"; readonly readings: readonly NameReading[] } {
	const readings = readNames(names, spelling);
	if (readings.length > 0) return { field: "names", readings };
	const spelt = emails
		.map(({ value }) => nameOfMailbox(value.split("@")[0] ?? ""))
		.filter((name) => name !== undefined);
	return { field: "emails", readings: readNames(spelt) };
}

/** Names a mailbox spells out with separators: todd.defren@... */
export function nameOfMailbox(mailbox: string): PersonName | undefined {
	const match = /^([a-z]{2,20})[._-]([a-z]{2,30})\d{0,4}$/i.exec(mailbox);
	return match ? { given: match[1] as string, family: match[2] as string } : undefined;
}
