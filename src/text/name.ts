import type { CrmRecord, PersonName } from "../types.js";
import { type NamePart, Parts } from "./name-parts.js";
import { type Forms, joinName, letters, type NameSpelling, NameWords } from "./name-words.js";
import { nicknamesOf, nicknameWeight, variantsOf, variantWeight } from "./nicknames.js";
import { isListed } from "./population.js";
import { type EastAsianName, eastAsianNames, type Romanize, scriptOf } from "./romanize.js";
import { clip, fold, isAscii, limits } from "./unicode.js";

/** One way to read a name: which of its words are given, middle and family names, in their most usual Latin spelling. */
export interface NameReading {
	/** The name as written. */
	readonly written: string;
	readonly given: readonly string[];
	readonly middle: readonly string[];
	readonly family: readonly string[];
	readonly parts: readonly NamePart[];
	/** Which bearer of the name in the family: Sr is 1, Jr and II are 2, III is 3. Many leave it out. */
	readonly generation?: number;
	/** The family name is written first where the name is at home; handles have either order. */
	readonly familyFirst?: boolean;
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

interface Words {
	readonly given: readonly string[];
	readonly middle: readonly string[];
	readonly family: readonly string[];
	readonly familyFirst?: boolean;
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
	const written = bareWords(full.split(/[\s,]+/u).filter((word) => word !== ""));
	const shouted = writtenInCapitals(written[0]) && !writtenInCapitals(written.at(-1));
	const reversed = afterSurname([first], words.slice(1), lang);
	if (familyFirst.has(lang) || shouted) readings.push(...reversed);
	else if (words.length === 3 && patronymic.test(last) && !patronymic.test(words[1] as string)) {
		readings.push({ given: words.slice(1, 2), middle: [last], family: [first] });
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
	if (readings[0] !== reversed[0] && words.length <= 3) {
		const unusual = !isListed(joinName([first]), "given") && isListed(joinName([first]), "family");
		if (unusual || isListed(joinName([last]), "given")) readings.push(reversed[0] as Words);
	}
	return readings;
}

/** A name in pieces, the particle-free and hyphen-free ones. */
function pieces(list: readonly string[]): string[] {
	return list.flatMap((word) => word.split("-")).filter((word) => letters(word) !== "" && !particles.has(word));
}

function initialsOf(names: NameWords, list: readonly string[]): string {
	return list.map((piece) => names.forms([piece]).latin[0]?.[0] ?? "").join("");
}

function partsOf(words: Words, names: NameWords, nicknames: readonly string[]): NamePart[] {
	const parts = new Parts();
	const given = names.forms(words.given);
	const givenPieces = pieces(words.given);
	if (words.given.length > 0) {
		parts.addForms(given, "given", "full", givenPieces.length > 1 ? 0.4 : 0.8);
		if (givenPieces.length > 1) {
			givenPieces.forEach((piece, index) => {
				parts.addForms(names.forms([piece]), "given", "part", index === 0 ? 0.35 : 0.08);
			});
			parts.add(initialsOf(names, givenPieces), "given", "initial", 0.35);
		}
		const first = givenPieces.length > 0 ? names.forms(givenPieces.slice(0, 1)).latin : [];
		for (const name of new Set([...given.latin, ...first])) {
			for (const variant of variantsOf(name)) parts.add(variant, "given", "full", variantWeight(name));
			for (const nickname of nicknamesOf(name)) parts.add(nickname, "given", "nickname", nicknameWeight(name));
		}
		parts.addInitial(given, "given", 0.9);
	}
	nicknames.forEach((name, index) => {
		parts.add(name, "given", "nickname", 0.3 / (index + 1));
	});
	for (const middle of words.middle) {
		// Some people go by their middle name.
		parts.addForms(names.forms([middle]), "given", "part", 0.05);
	}
	const family = names.forms(words.family);
	const familyPieces = pieces(words.family);
	if (words.family.length > 0) {
		parts.addForms(family, "family", "full", familyPieces.length > 1 ? 0.35 : 0.9);
		const bare = names.forms(familyPieces);
		if (bare.latin[0] !== family.latin[0]) parts.addForms(bare, "family", "full", 0.3);
		if (familyPieces.length > 1) {
			familyPieces.forEach((piece, index) => {
				parts.addForms(names.forms([piece]), "family", "part", index === 0 ? 0.35 : 0.2);
			});
		}
		parts.addInitial(family, "family", 0.8);
		parts.addInitial(bare, "family", 0.8);
		if (familyPieces.length > 1) parts.add(initialsOf(names, familyPieces), "family", "initial", 0.3);
	}
	return parts.list();
}

/** Share of Koreans who write three initials where others write their given name. */
export const INITIALS = 0.2;

/** The reading of a name in Hangul or Han characters. */
function eastAsianReading(written: string, name: EastAsianName, nicknames: readonly string[]): NameReading {
	const { script, family, given } = name;
	const parts = new Parts();
	const givenForms: Forms = { latin: given, native: name.givenName, script };
	const familyForms: Forms = { latin: family, native: name.surname, script };
	parts.addForms(givenForms, "given", "full", 0.8);
	if (name.initials.length > 1) {
		// Kim Tae-won is kimtw rather than kimt, and ktw.
		parts.add(name.initials, "given", "initial", 0.6, script);
		parts.addInitial(givenForms, "given", 0.3);
		const letter = name.lang === "ko" ? (family[0]?.[0] ?? "") : "";
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
	return {
		written,
		given: given.slice(0, 1),
		middle: [],
		family: family.slice(0, 1),
		parts: parts.list(),
		familyFirst: true,
	};
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
): NameReading[] {
	if (isAscii(full)) return [];
	const known = name.given !== undefined && name.family !== undefined;
	const folded = fold(clip(known ? `${name.family}${name.given}` : full, limits.name)).replace(/[\s\u30fb]+/gu, "");
	const found = eastAsianNames(folded, lang, known ? name.family?.trim().length : undefined);
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
	/\s+\(?(?:née?|geb\.|geborene?n?|z domu|roz\.|rozená|född|født|fædd|o\.s\.|nata|nascida|de soltera|урожд\.|урожд[её]нная|уроджена)\s+([^)]+)\)?\s*$/iu;

function readingsOf(name: PersonName, spelling: NameSpelling): NameReading[] {
	const whole = name.full ?? [name.given, name.middle, name.family].filter((part) => part !== undefined).join(" ");
	const lang = name.lang?.toLowerCase().replace(/-.*$/, "") ?? spelling.lang;
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
		const middle = bareWords(names.read(between)).filter(
			(word) => !known.has(word) && !titles.has(word) && !suffixes.has(word),
		);
		splits = [{ given, middle, family }];
	} else if (name.full === undefined && name.family !== undefined) {
		splits = [{ given: [], middle: [], family: withoutGeneration(names.read(name.family)) }];
	} else {
		splits = splitsOf(lang ?? "", plain, names);
	}
	if (born) splits.push(...splits.slice(0, 1).map((words) => ({ ...words, family: names.read(born) })));
	const generation = generationIn(plain);
	return splits
		.filter(({ given, family }) => given.length + family.length > 0)
		.map((words) => ({
			written: whole,
			given: names.latin(words.given),
			middle: names.latin(words.middle),
			family: names.latin(words.family),
			parts: partsOf(words, names, nicknames),
			...(generation === undefined ? {} : { generation }),
			...(words.familyFirst ? { familyFirst: true } : {}),
		}));
}

/** All readings of a record's names, without repetition, at most eight. */
export function readNames(names: readonly PersonName[], spelling: NameSpelling = {}): NameReading[] {
	const readings: NameReading[] = [];
	const seen = new Map<string, number>();
	for (const name of names) {
		for (const reading of readingsOf(name, spelling)) {
			const latin = `${joinName(reading.given)}|${joinName(reading.middle)}|${joinName(reading.family)}`;
			if (latin === "||") continue;
			// KIM Jong Tae and 김종태 are spelt alike, and each knows what the other does not.
			const key = `${reading.parts.find(({ script }) => script !== undefined)?.script ?? ""}|${latin}`;
			const known = readings[seen.get(key) ?? -1];
			if (known) {
				// John Miller, John Miller Jr.: the one states what the other leaves out.
				if (known.generation === undefined && reading.generation !== undefined)
					readings[seen.get(key) as number] = { ...known, generation: reading.generation };
				continue;
			}
			seen.set(key, readings.length);
			readings.push(reading);
			if (readings.length === MAX_READINGS) return readings;
		}
	}
	return readings;
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
