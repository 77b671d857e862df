import { log2 } from "../arithmetic.js";
import { countryOfCode, countryOfName } from "../text/country.js";
import { type Comparison, DOUBLED, NameGrammar, type Occurrence, type SharesOf } from "../text/handle.js";
import { isAboutSomebody, readHolder } from "../text/holder.js";
import { generationOf, INITIALS, isInitial, type NameReading, readRecordNames } from "../text/name.js";
import { isWordKey, keysOfReading, keysOfSlips, keysOfTexts, searchKeys } from "../text/name-keys.js";
import { Kind, roleOf } from "../text/name-rates.js";
import { NameFinder, TYPO, wholeName } from "../text/name-source.js";
import { type NameText, readNameText } from "../text/name-text.js";
import { joinName } from "../text/name-words.js";
import { blendedShare, type NameRole, populationShare, populationShares, prefixShare } from "../text/population.js";
import type { Romanize } from "../text/romanize.js";
import { fold, isAscii } from "../text/unicode.js";
import type { CrmRecord, PersonName, SocialProfile } from "../types.js";
import type { CompareContext, Fact, LevelDefinition, Observation, Scorer } from "./scorer.js";
import { defineScorer, levelBits } from "./scorer.js";

export interface NameScorerOptions {
	/**
	 * Turns a folded word of another script into Latin letters, or returns it unchanged. Its spelling comes before those
	 * of the built-in tables. A name in Chinese characters or Hangul is given whole first: a blank in what comes back parts
	 * surname and given name; without one each part is asked for.
	 */
	readonly romanize?: Romanize;
}

/** One text of a profile that may show a name. */
interface Side {
	readonly field: "displayName" | "handle";
	readonly grammar: NameGrammar;
	readonly finder: NameFinder;
	/** How rare the pieces are that were shown so far: candidates have them in common. */
	readonly rarities: Map<Occurrence, Rarity>;
}

/** How rare a piece of a name is. */
interface Rarity {
	/** In bits, by which what a text tells is shared out between its pieces. */
	readonly bits: number;
	/** Share of the world's people whose name shows it. */
	readonly share: number;
}

/** What the name scorer reads from a profile. */
export interface ProfileNames {
	/** Search keys are made of these alone. */
	readonly texts: readonly NameText[];
	/** Made when a record is compared. */
	sides(): readonly Side[];
	readonly bearers: Bearers;
	/** Records in the set in which its bearers were counted. */
	readonly recordCount: number;
	/** The profile is about whom it names, not by them: a parody, a fan account. */
	readonly about: boolean;
	/** What was seen of the records compared so far, by their names: many candidates have one name. */
	readonly seen: Map<string, Compared>;
}

/** What was seen of a name that is read in this way, or first in this way. */
interface Compared {
	readonly reading: NameReading;
	readonly observations: readonly NameObservation[];
}

/** What the name scorer reads from a record. */
export interface RecordNames {
	readonly field: "names" | "emails";
	readonly readings: readonly NameReading[];
	/** What they were read from, where that was names and no mailbox. */
	readonly names: readonly PersonName[] | undefined;
	readonly lang: string | undefined;
}

type Pattern =
	| "full-name"
	| "nickname"
	| "misspelt"
	| "initial-surname"
	| "given-initial"
	| "surname"
	| "given"
	| "shortened"
	| "initials"
	| "other-given"
	| "other-family"
	| "about"
	| "generation"
	| "other-generation"
	| "opaque"
	| "other-name";

/**
 * What can be seen in one text. `m` and `u` are the typical rates over public populations; the bits of an observation
 * are computed from the text itself by the grammar.
 */
const patternLevels: Readonly<Record<Pattern, LevelDefinition>> = {
	"full-name": { m: 0.3, u: 1e-6, says: "is the full name" },
	nickname: { m: 0.05, u: 1e-6, says: "is the name, with a usual short form of the given name" },
	misspelt: { m: 0.01, u: 1e-6, says: "is the name with a slip of the keyboard" },
	"initial-surname": { m: 0.09, u: 1e-5, says: "is the initial of the given name and the surname" },
	"given-initial": { m: 0.02, u: 3e-4, says: "is the given name and the initial of the surname" },
	surname: { m: 0.11, u: 3e-4, says: "has the surname" },
	given: { m: 0.08, u: 3e-3, says: "has the given name" },
	shortened: { m: 0.04, u: 1e-4, says: "begins like the name" },
	initials: { m: 0.005, u: 3e-3, says: "has the initials" },
	"other-given": { m: 0.02, u: 0.3, says: "shows, beside the surname, another given name than" },
	"other-family": { m: 0.02, u: 0.3, says: "shows, beside the given name, another surname than" },
	about: { m: 0.001, u: 0.02, says: "tells whom the profile is about, not who holds it, by the name" },
	// Of 36 Juniors and the like in the US Congress one writes it in the handle, of about 900 others nobody does; 4 % are one.
	generation: { m: 0.04, u: 0.0025, says: "shows the same generation, such as Jr, as the name" },
	"other-generation": { m: 0.0003, u: 0.0025, says: "shows another generation, such as Jr, than the name" },
	opaque: { m: 0.33, u: 0.9, says: "shows no trace of the name" },
	"other-name": { m: 0.03, u: 0.6, says: "reads as the name of somebody else than the name" },
};

type Field = "display" | "handle";
type NameObservation = Observation<NameLevel> & { readonly facts: readonly Fact[] };
type NameLevel = Exclude<`${Field}-${Pattern}`, "handle-misspelt">;

/** An observation in the making. */
interface Seen {
	readonly side: Side;
	readonly reading: NameReading;
	readonly pattern: Pattern;
	readonly facts: { readonly fact: string; bits: number }[];
	readonly share?: number | undefined;
}

/** Patterns that show both names. */
const wholePatterns: readonly Pattern[] = ["full-name", "nickname", "misspelt"];

function levelsOf(): Record<NameLevel, LevelDefinition> {
	const levels: Record<string, LevelDefinition> = {};
	for (const [field, words] of [
		["display", "display name"],
		["handle", "handle"],
	] as const) {
		for (const pattern of Object.keys(patternLevels) as Pattern[]) {
			const { m, u, says } = patternLevels[pattern];
			levels[`${field}-${pattern}` as NameLevel] = {
				m,
				u,
				says: `The ${words} {profile} ${says} {record} on the record`,
			};
		}
	}
	// Slips of the keyboard are looked for in display names only: a handle is chosen letter by letter.
	delete levels["handle-misspelt"];
	return levels as Record<NameLevel, LevelDefinition>;
}

/** The names of the levels, by the text and what is seen in it. */
const levelNames: Readonly<Record<Side["field"], Record<Pattern, NameLevel>>> = {
	displayName: namesOfLevels("display"),
	handle: namesOfLevels("handle"),
};

function namesOfLevels(field: Field): Record<Pattern, NameLevel> {
	const patterns = Object.keys(patternLevels) as Pattern[];
	return Object.fromEntries(patterns.map((pattern) => [pattern, `${field}-${pattern}`])) as Record<Pattern, NameLevel>;
}

/** Below this an unmatched text is somebody else's name rather than a text without a name. */
const OTHER_NAME_BITS = -2.5;

/** What a name tells, for and against. Display name and handle tell the same. */
const FACT: Readonly<Record<NameRole, string>> = { given: "given name", family: "family name" };
const NAMED: readonly string[] = Object.values(FACT);
const OTHER: Readonly<Record<NameRole, string>> = { given: "another given name", family: "another family name" };

/** Given name and surname are not independent: a culture's surnames go with its given names. */
const SAME_CULTURE = 2;
/** Below this the text shows another name in place of one of the two, rather than leaving it open. */
const OTHER_PART_BITS = -2;
/** Share of writers not on record who are relatives of somebody on record, in large record sets, and how large. */
const RELATIVES = 0.02;
const LARGE = 1000;
/** The most that a surname can tell without the given name: that it is the person rather than one of the family. */
const surnameAlone = (recordCount: number): number => log2((recordCount + LARGE) / RELATIVES);
const SAME_GENERATION = levelBits(patternLevels.generation);
const OTHER_GENERATION = levelBits(patternLevels["other-generation"]);
/** Share of strangers who come from the world at large, whatever names are common in the record set. */
const FROM_ELSEWHERE = 0.25;

/** Shares of people who bear these words as their given or family name, in the record set and in the world. */
type Bearers = (words: readonly string[], role: NameRole) => { readonly here: number; readonly world: number };

function shareOfWords(words: readonly string[], of: (name: string) => number): number {
	if (words.length === 0) return 1;
	const apart = words.length === 2 ? DOUBLED * words.reduce((all, word) => all * of(joinName([word])), 1) : 0;
	return Math.max(of(joinName(words)), apart);
}

/** Each name is looked up once: candidates for one profile have names in common. */
function bearersIn(context: CompareContext): Bearers {
	const known = { given: new Map<string, ReturnType<Bearers>>(), family: new Map<string, ReturnType<Bearers>>() };
	const sharesOf = (name: string, role: NameRole): ReturnType<Bearers> => {
		const world = populationShare(name, role);
		const carriers = context.count(searchKeys.word(name));
		return { here: blendedShare(world, name, role, carriers, context.recordCount), world };
	};
	return (words, role) => {
		const key = words.length === 1 ? (words[0] as string) : words.join(" ");
		let shares = known[role].get(key);
		if (!shares) {
			const here = (name: string) => sharesOf(name, role).here;
			const world = (name: string) => populationShare(name, role);
			shares =
				words.length === 1
					? sharesOf(joinName(words), role)
					: { here: shareOfWords(words, here), world: shareOfWords(words, world) };
			known[role].set(key, shares);
		}
		return shares;
	};
}

/** Share of strangers who bear just this name: as common as in the record set, or as in the world. */
function namesakeShare(reading: NameReading, bearers: Bearers): number {
	const sharesOf = (words: readonly string[], role: NameRole): ReturnType<Bearers> => {
		if (!isInitial(words)) return bearers(words, role);
		const share = prefixShare(words[0] as string);
		return { here: share, world: share };
	};
	const given = sharesOf(reading.given, "given");
	const family = sharesOf(reading.family, "family");
	return Math.min(1, SAME_CULTURE * Math.max(given.here * family.here, FROM_ELSEWHERE * given.world * family.world));
}

/** How common each piece of a text is as a name. */
function sharesIn({ recordCount, count }: CompareContext, { text, foreign }: NameText): SharesOf {
	// Most texts have no word of another script.
	const spelt =
		foreign.length === 0 ? undefined : new Map(foreign.map(({ from, to, latin }) => [text.slice(from, to), latin[0]]));
	return (name, letterChance) => {
		// A word of another script is as frequent as its bearers are in either script.
		const latin = spelt?.get(name) ?? name;
		const chance = latin === name ? letterChance : undefined;
		let carriers = count(searchKeys.word(name));
		if (latin !== name) carriers = Math.max(carriers, count(searchKeys.word(latin)));
		const world = populationShares(latin, chance);
		const given = blendedShare(world.given, latin, "given", carriers, recordCount);
		const family = blendedShare(world.family, latin, "family", carriers, recordCount);
		if (name.length !== 3 || recordCount === 0) return { given, family };
		return { given: given + (INITIALS * count(searchKeys.initials(name))) / recordCount, family };
	};
}

/** P(it is one's own name that one displays), as in the grammar: the most that a name earns is this over its share. */
const WRITTEN = 0.98;

/** Bits of an initial. */
const INITIAL_BITS = 4.5;

const isWholeName = (kind: Kind): boolean => kind === Kind.G || kind === Kind.F;

function rarityOf(piece: Occurrence, { rarities, grammar }: Side, bearers: Bearers): Rarity {
	let rarity = rarities.get(piece);
	if (!rarity) {
		const { kind, from, to, detail } = piece;
		const text = grammar.nameText.text.slice(from, to);
		const isLetter = kind === Kind.g || kind === Kind.f;
		const world = isLetter ? 1 : bearers([text], roleOf(kind)).world;
		rarity = {
			bits: isLetter ? INITIAL_BITS : -log2(world),
			// All who are called so by the first letter fit a record that has no more.
			share: detail === "initial" ? prefixShare(text.charAt(0)) : isWholeName(kind) ? world : prefixShare(text),
		};
		rarities.set(piece, rarity);
	}
	return rarity;
}

/** Share of the world's people whose name shows these pieces. */
function shareOfBearers(shown: readonly Occurrence[], side: Side, bearers: Bearers): number {
	let share = shown.length > 1 ? SAME_CULTURE : 1;
	for (const piece of shown) share *= rarityOf(piece, side, bearers).share;
	return Math.min(1, share);
}

/** The generation written right after the name, such as Jr: as a word of its own, or to the end of the handle. */
function shownGeneration(shown: readonly Occurrence[], { text, cuts }: NameText): number | undefined {
	const from = shown.reduce((end, { to }) => Math.max(end, to), 0);
	if (from === 0 || from === text.length) return undefined;
	let to = from + 1;
	while (to < text.length && !cuts[to]) to++;
	return generationOf(text.slice(from, to));
}

const isTypo = ({ probability, kind }: Occurrence): boolean =>
	probability === TYPO && kind !== Kind.p && kind !== Kind.q;

function patternOf([first, second]: readonly Occurrence[], reading: NameReading): Pattern | undefined {
	if (!first) return undefined;
	if (isTypo(first) || (second && isTypo(second))) return "misspelt";
	if (!second) {
		if (isWholeName(first.kind) && wholeName(reading)) return "full-name";
		if (first.kind === Kind.F) return "surname";
		if (first.kind !== Kind.G) return "shortened";
		return first.detail === "initials" || first.detail === "nickname" ? first.detail : "given";
	}
	const [given, family] = first.kind < Kind.F ? [first, second] : [second, first];
	if (given.kind === Kind.p || family.kind === Kind.q) return "shortened";
	if (given.kind === Kind.g) return family.kind === Kind.F ? "initial-surname" : "initials";
	if (family.kind === Kind.f) return "given-initial";
	if (given.detail === "initial") return "initial-surname";
	if (family.detail === "initial") return "given-initial";
	return given.detail === "nickname" ? "nickname" : "full-name";
}

/** Countries whose names are spelt, cut or gone by according to the rules of one language. */
const countryLanguages: Readonly<Record<string, string>> = {
	br: "pt",
	pt: "pt",
	ao: "pt",
	mz: "pt",
	kr: "ko",
	cn: "zh",
	tw: "zh",
	hk: "yue",
	mo: "yue",
	jp: "ja",
	ua: "uk",
	bg: "bg",
	rs: "sr",
	me: "sr",
	mk: "mk",
	vn: "vi",
};

/** The language of a record's names by its address: those in plain letters may be of anywhere else. */
function languageOfAddress({ names, addresses }: CrmRecord): string | undefined {
	if (addresses.length === 0) return undefined;
	const isForeign = names.some(({ full = "", given = "", family = "" }) => !isAscii(full + given + family));
	for (const { country } of addresses) {
		const folded = fold(country ?? "");
		const language = countryLanguages[countryOfName(folded) ?? countryOfCode(folded) ?? ""];
		if (language && (isForeign || language === "pt")) return language;
	}
	return undefined;
}

/**
 * Compares the display name and the handle with all names of a record. Bits come from the grammar in `text/handle`:
 * how likely this person would write this, against how likely a stranger would, with names as frequent as they are in
 * the population and in the record set. Display name and handle tell of the same facts and share their bits.
 */
export function nameScorer(options: NameScorerOptions = {}): Scorer<ProfileNames, RecordNames, NameLevel> {
	const { romanize } = options;

	return defineScorer<ProfileNames, RecordNames, NameLevel>({
		name: "name",
		group: "name",
		levels: levelsOf(),

		ofProfile(profile: SocialProfile, context: CompareContext) {
			const shown: { readonly field: Side["field"]; readonly text: NameText }[] = [];
			const add = (field: Side["field"], value: string | undefined, mode: NameText["mode"]): void => {
				if (value === undefined) return;
				const text = readNameText(value, mode, romanize);
				if (text.text.length >= 2) shown.push({ field, text });
			};
			add("displayName", profile.displayName, "display");
			add("handle", profile.handle, "handle");
			if (shown.length === 0) return undefined;
			const sideOf = ({ field, text }: (typeof shown)[number]): Side => {
				const grammar = new NameGrammar(text, sharesIn(context, text), profile.platform);
				return { field, grammar, finder: new NameFinder(grammar), rarities: new Map() };
			};
			let sides: readonly Side[] | undefined;
			return {
				texts: shown.map(({ text }) => text),
				sides: () => (sides ??= shown.map(sideOf)),
				bearers: bearersIn(context),
				get recordCount() {
					return context.recordCount;
				},
				about: isAboutSomebody(readHolder(profile).sign?.kind),
				seen: new Map(),
			};
		},

		ofRecord(record: CrmRecord) {
			if (record.kind === "organization") return undefined;
			const lang = languageOfAddress(record);
			const { field, readings } = readRecordNames(record, { romanize, lang });
			if (readings.length === 0) return undefined;
			return { field, readings, names: field === "names" ? record.names : undefined, lang };
		},

		keys: {
			ofProfile: ({ texts }) => keysOfTexts(texts),
			ofRecord: ({ readings }) =>
				readings.length === 1 ? keysOfReading(readings[0] as NameReading) : readings.flatMap(keysOfReading),
			isWord: isWordKey,
			ofSlips: ({ texts }, count, similar) => texts.flatMap((text) => keysOfSlips(text, count, similar)),
		},

		compare(profile, record) {
			if (record.names === undefined) return observe(profile, record);
			const reading = record.readings[0] as NameReading;
			const isSimple = record.readings.length === 1 && isOfTwoWords(reading);
			const name = isSimple ? reading.written : writtenOut(record.names, record.lang);
			const known = profile.seen.get(name);
			// One may have for the given name what the other has for the surname.
			if (known && known.reading.given[0] === reading.given[0] && known.reading.family[0] === reading.family[0])
				return known.observations;
			const observations = observe(profile, record);
			profile.seen.set(name, { reading, observations });
			return observations;
		},

		bounds({ sides, about }, { recordCount }) {
			let best = 0;
			let absent = 0;
			for (const { grammar } of sides()) {
				best = Math.max(best, grammar.bestBits);
				absent = Math.min(absent, grammar.absentBits);
			}
			return { best: about ? Math.min(best, subjectBits(recordCount)) : best, absent };
		},
	});
}

/** Two plain words, of which the one is the given name and the other the surname: all else follows from them. */
function isOfTwoWords({ plain, given, middle, family, familyFirst, generation }: NameReading): boolean {
	return (
		plain &&
		given.length === 1 &&
		family.length === 1 &&
		middle.length === 0 &&
		familyFirst !== true &&
		generation === undefined
	);
}

/** The names of a record in one text: what all that is read from them follows from. */
function writtenOut(names: readonly PersonName[], lang = ""): string {
	let text = lang;
	for (const { full = "", given = "", middle = "", family = "", nickname = "", lang: own = "" } of names)
		text += `\n${full}\t${given}\t${middle}\t${family}\t${nickname}\t${own}`;
	return text;
}

/** Everything that the texts of a profile tell of a record's names. */
function observe(profile: ProfileNames, { field, readings }: RecordNames): readonly NameObservation[] {
	const { bearers, recordCount, about } = profile;
	const sides = profile.sides();
	const seen: Seen[] = [];
	let shownGiven = false;
	let shownFamily = false;
	let shownWhole = false;
	let displayed = false;
	const namesakes: number[] = [];
	for (const reading of readings) namesakes.push(namesakeShare(reading, bearers));
	const shownGenerations: { readonly side: Side; readonly reading: NameReading; readonly same: boolean }[] = [];
	for (const side of sides) {
		const { grammar, finder } = side;
		let best: Comparison | undefined;
		let reading: NameReading | undefined;
		for (let index = 0; index < readings.length; index++) {
			const candidate = readings[index] as NameReading;
			const compared = grammar.compare(finder.sourceOf(candidate), namesakes[index] as number);
			if (best && compared.bits <= best.bits) continue;
			best = compared;
			reading = candidate;
		}
		if (!best || !reading) continue;
		const { bits, lone, otherBits = 0 } = best;
		const isOther = lone !== undefined && otherBits < OTHER_PART_BITS && !wholeName(reading);
		// What speaks for the one name and against the other are two facts.
		const forBits = isOther ? bits - otherBits : bits;
		// Pieces of a name that make the text no likelier are chance, not a trace of the name.
		const shown = forBits > 0 && !(isOther && bits < OTHER_NAME_BITS) ? best.reading : [];
		if (shown.length === 0) {
			const isName = bits < OTHER_NAME_BITS;
			const facts = [{ fact: isName ? "another name" : "no trace of the name", bits }];
			seen.push({ side, reading, pattern: isName ? "other-name" : "opaque", facts });
			continue;
		}
		const pattern = patternOf(shown, reading) as Pattern;
		const share = shareOfBearers(shown, side, bearers);
		seen.push({ side, reading, pattern, facts: factsOf(shown, forBits, side, bearers), share });
		if (wholePatterns.includes(pattern)) shownWhole = true;
		const generation = reading.generation === undefined ? undefined : shownGeneration(shown, grammar.nameText);
		if (generation !== undefined) shownGenerations.push({ side, reading, same: generation === reading.generation });
		for (const { kind } of shown) {
			if (kind === Kind.G) shownGiven = true;
			if (kind === Kind.F) shownFamily = true;
		}
		if (side.field === "displayName") displayed = true;
		if (isOther) {
			const other = lone === "family" ? "given" : "family";
			seen.push({ side, reading, pattern: `other-${other}`, facts: [{ fact: OTHER[other], bits: otherBits }] });
		}
	}
	// Who shows a part of the name where others show all of it may be anybody of that name.
	const undecided = displayed && !shownWhole && !(shownGiven && shownFamily) ? seen.length : 0;
	// Who bears the same name writes it alike in both places: together they tell no more than the name is rare.
	let rarest = 1;
	for (const share of namesakes) rarest = Math.min(rarest, share);
	holdTo(Math.max(0, log2(WRITTEN / rarest)), seen, NAMED);
	if (about) {
		const over = earnedBits(seen, NAMED) - subjectBits(recordCount);
		const named = seen.find(({ facts }) => facts.some(({ bits }) => bits > 0));
		if (over > 0 && named) {
			const facts = [{ fact: "who it is about", bits: -over }];
			seen.push({ side: named.side, reading: readings[0] as NameReading, pattern: "about", facts });
		}
	} else {
		const generations = generationsOf(shownGenerations, earnedBits(seen, NAMED) - surnameAlone(recordCount));
		seen.push(...generations);
		if (!shownGiven) holdToFamily(seen, recordCount);
	}
	return seen.map((one, index) => observationOf(one, field, index < undecided));
}

function observationOf(
	{ side, reading, pattern, facts, share }: Seen,
	recordField: RecordNames["field"],
	undecided: boolean,
): NameObservation {
	const { field: profileField, grammar } = side;
	let bits = 0;
	for (const one of facts) bits += one.bits;
	const observation: { -readonly [K in keyof NameObservation]: NameObservation[K] } = {
		level: levelNames[profileField][pattern],
		profileValue: grammar.nameText.written,
		recordValue: reading.written,
		profileField,
		recordField,
		bits,
		facts,
		controller: "holder",
	};
	if (share !== undefined) observation.share = share;
	if (undecided) observation.decides = false;
	return observation;
}

/**
 * A father and his son have the name in common: what it earned against strangers is too much for one of them.
 * @param over what it earned beyond what a relative earns
 */
function generationsOf(
	shown: readonly { readonly side: Side; readonly reading: NameReading; readonly same: boolean }[],
	over: number,
): Seen[] {
	return shown.map(({ side, reading, same }) => {
		const bits = same ? SAME_GENERATION : Math.min(OTHER_GENERATION, OTHER_GENERATION - SAME_GENERATION - over);
		return { side, reading, pattern: same ? "generation" : "other-generation", facts: [{ fact: "generation", bits }] };
	});
}

/**
 * The most that a name earns on a profile that is about its bearer. Whoever writes such a profile writes that name; so
 * all it tells is which of the records is meant, and the odds that they hold it themselves do not depend on how many
 * records there are.
 */
const subjectBits = (recordCount: number): number => log2(recordCount + 1);

/** What is seen of these facts counts together: the best of each, as the model counts them. */
function earnedBits(seen: readonly Seen[], told: readonly string[]): number {
	let earned = 0;
	for (const fact of told) {
		let best = 0;
		for (const { facts } of seen) for (const one of facts) if (one.fact === fact) best = Math.max(best, one.bits);
		earned += best;
	}
	return earned;
}

/**
 * A surname does not tell the person from the family, so it never tells more than that; and where another given name is
 * shown, an initial that fits both tells nothing either.
 */
function holdToFamily(seen: readonly Seen[], recordCount: number): void {
	const isOther = seen.some(({ facts }) => facts.some(({ fact }) => fact === OTHER.given));
	holdTo(surnameAlone(recordCount), seen, isOther ? NAMED : [FACT.family]);
}

/** Leaves no more than so many bits for these facts together. */
function holdTo(most: number, seen: readonly Seen[], told: readonly string[]): void {
	const earned = earnedBits(seen, told);
	if (earned <= most) return;
	for (const { facts } of seen) {
		for (const one of facts) if (one.bits > 0 && told.includes(one.fact)) one.bits = (one.bits * most) / earned;
	}
}

/** Shares the bits out between given name and surname, by how rare each piece is. */
function factsOf(shown: readonly Occurrence[], bits: number, side: Side, bearers: Bearers): Seen["facts"] {
	let total = 0;
	for (const piece of shown) total += rarityOf(piece, side, bearers).bits;
	return shown.map((piece) => ({
		fact: FACT[roleOf(piece.kind)],
		bits: (bits * rarityOf(piece, side, bearers).bits) / total,
	}));
}
