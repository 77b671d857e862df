import { countryOfCode, countryOfName } from "../text/country.js";
import { type Comparison, DOUBLED, NameGrammar, type Occurrence, type SharesOf } from "../text/handle.js";
import { isAboutSomebody, readHolder } from "../text/holder.js";
import { generationOf, INITIALS, type NameReading, readRecordNames } from "../text/name.js";
import { isWordKey, keysOfReading, keysOfSlips, keysOfText, searchKeys } from "../text/name-keys.js";
import type { NamePart } from "../text/name-parts.js";
import { Kind, roleOf } from "../text/name-rates.js";
import { NameFinder, TYPO, wholeName } from "../text/name-source.js";
import { type NameText, readNameText } from "../text/name-text.js";
import { joinName } from "../text/name-words.js";
import { blendedShare, type NameRole, populationShare, prefixShare } from "../text/population.js";
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
}

/** What the name scorer reads from a profile. */
export interface ProfileNames {
	readonly sides: readonly Side[];
	readonly bearers: Bearers;
	/** Records in the set in which its bearers were counted. */
	readonly recordCount: number;
	/** The profile is about whom it names, not by them: a parody, a fan account. */
	readonly about: boolean;
	/** What was seen of the records compared so far, by their names: many candidates have one name. */
	readonly seen: Map<string, readonly NameObservation[]>;
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
const surnameAlone = (recordCount: number): number => Math.log2((recordCount + LARGE) / RELATIVES);
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
function bearersIn({ recordCount, count }: CompareContext): Bearers {
	const known = { given: new Map<string, ReturnType<Bearers>>(), family: new Map<string, ReturnType<Bearers>>() };
	return (words, role) => {
		const key = words.length === 1 ? (words[0] as string) : words.join(" ");
		let shares = known[role].get(key);
		if (!shares) {
			const here = (name: string) => blendedShare(name, role, count(searchKeys.word(name)), recordCount);
			const world = (name: string) => populationShare(name, role);
			shares = { here: shareOfWords(words, here), world: shareOfWords(words, world) };
			known[role].set(key, shares);
		}
		return shares;
	};
}

/** Share of strangers who bear just this name: as common as in the record set, or as in the world. */
function namesakeShare(reading: NameReading, bearers: Bearers): number {
	const given = bearers(reading.given, "given");
	const family = bearers(reading.family, "family");
	return Math.min(1, SAME_CULTURE * Math.max(given.here * family.here, FROM_ELSEWHERE * given.world * family.world));
}

/** How common each piece of a text is as a name. */
function sharesIn({ recordCount, count }: CompareContext, { text, foreign }: NameText): SharesOf {
	const spelt = new Map(foreign.map(({ from, to, latin }) => [text.slice(from, to), latin[0]]));
	return (name, letterChance) => {
		// A word of another script is as frequent as its bearers are in either script.
		const latin = spelt.get(name) ?? name;
		const chance = latin === name ? letterChance : undefined;
		let carriers = count(searchKeys.word(name));
		if (latin !== name) carriers = Math.max(carriers, count(searchKeys.word(latin)));
		const given = blendedShare(latin, "given", carriers, recordCount, chance);
		const family = blendedShare(latin, "family", carriers, recordCount, chance);
		if (name.length !== 3 || recordCount === 0) return { given, family };
		return { given: given + (INITIALS * count(searchKeys.initials(name))) / recordCount, family };
	};
}

/** P(it is one's own name that one displays), as in the grammar: the most that a name earns is this over its share. */
const WRITTEN = 0.98;

const isWholeName = (kind: Kind): boolean => kind === Kind.G || kind === Kind.F;

/** Share of the world's people whose name shows these pieces. */
function shareOfBearers(shown: readonly Occurrence[], text: string, bearers: Bearers): number | undefined {
	if (shown.length === 0) return undefined;
	let share = shown.length > 1 ? SAME_CULTURE : 1;
	for (const { kind, from, to } of shown) {
		const piece = text.slice(from, to);
		share *= isWholeName(kind) ? bearers([piece], roleOf(kind)).world : prefixShare(piece);
	}
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

function patternOf(best: readonly Occurrence[], reading: NameReading, text: string): Pattern | undefined {
	const [first, second] = best;
	if (!first) return undefined;
	if (isTypo(first) || (second && isTypo(second))) return "misspelt";
	const shows = (detail: NamePart["detail"], { from, to }: Occurrence): boolean =>
		reading.parts.some(
			(part) =>
				part.role === "given" &&
				part.detail === detail &&
				part.text.length === to - from &&
				text.startsWith(part.text, from),
		);
	if (!second) {
		if (isWholeName(first.kind) && wholeName(reading)) return "full-name";
		if (first.kind === Kind.F) return "surname";
		if (first.kind !== Kind.G) return "shortened";
		if (shows("initials", first)) return "initials";
		return shows("nickname", first) ? "nickname" : "given";
	}
	const [given, family] = first.kind < Kind.F ? [first, second] : [second, first];
	if (given.kind === Kind.p || family.kind === Kind.q) return "shortened";
	if (given.kind === Kind.g) return family.kind === Kind.F ? "initial-surname" : "initials";
	if (family.kind === Kind.f) return "given-initial";
	return shows("nickname", given) ? "nickname" : "full-name";
}

/** Countries whose names are spelt, or cut, by the rules of one language. */
const countryLanguages: Readonly<Record<string, string>> = {
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
};

/** The language of a record's names by its address; asked for other scripts only. */
function languageOfAddress({ names, addresses }: CrmRecord): string | undefined {
	if (addresses.length === 0 || names.every(({ full, family }) => isAscii(`${full ?? ""}${family ?? ""}`)))
		return undefined;
	for (const { country } of addresses) {
		const folded = fold(country ?? "");
		const language = countryLanguages[countryOfName(folded) ?? countryOfCode(folded) ?? ""];
		if (language) return language;
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
			const sides: Side[] = [];
			for (const [field, value, mode] of [
				["displayName", profile.displayName, "display"],
				["handle", profile.handle, "handle"],
			] as const) {
				if (value === undefined) continue;
				const text = readNameText(value, mode, romanize);
				if (text.text.length < 2) continue;
				const grammar = new NameGrammar(text, sharesIn(context, text), profile.platform);
				sides.push({ field, grammar, finder: new NameFinder(grammar) });
			}
			if (sides.length === 0) return undefined;
			return {
				sides,
				bearers: bearersIn(context),
				recordCount: context.recordCount,
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
			*ofProfile({ sides }) {
				for (const { grammar } of sides) yield* keysOfText(grammar.nameText);
			},
			*ofRecord({ readings }) {
				for (const reading of readings) yield* keysOfReading(reading);
			},
			isWord: isWordKey,
			ofSlips: ({ sides }, count, similar) =>
				sides.flatMap(({ grammar }) => keysOfSlips(grammar.nameText, count, similar)),
		},

		compare(profile, record) {
			if (record.names === undefined) return observe(profile, record);
			const name = writtenOut(record.names, record.lang);
			let observations = profile.seen.get(name);
			if (!observations) {
				observations = observe(profile, record);
				profile.seen.set(name, observations);
			}
			return observations;
		},

		bounds({ sides, about }, { recordCount }) {
			let best = 0;
			let absent = 0;
			for (const { grammar } of sides) {
				best = Math.max(best, grammar.bestBits);
				absent = Math.min(absent, grammar.absentBits);
			}
			return { best: about ? Math.min(best, subjectBits(recordCount)) : best, absent };
		},
	});
}

/** The names of a record in one text: what all that is read from them follows from. */
function writtenOut(names: readonly PersonName[], lang = ""): string {
	let text = lang;
	for (const { full = "", given = "", middle = "", family = "", nickname = "", lang: own = "" } of names)
		text += `\n${full}\t${given}\t${middle}\t${family}\t${nickname}\t${own}`;
	return text;
}

/** Everything that the texts of a profile tell of a record's names. */
function observe(
	{ sides, bearers, recordCount, about }: ProfileNames,
	{ field, readings }: RecordNames,
): readonly NameObservation[] {
	let observations: NameObservation[] = [];
	let shownGiven = false;
	let shownFamily = false;
	let shownWhole = false;
	let displayed = false;
	const namesakes = readings.map((reading) => namesakeShare(reading, bearers));
	const shownGenerations: { readonly side: Side; readonly reading: NameReading; readonly same: boolean }[] = [];
	for (const side of sides) {
		const { nameText } = side.grammar;
		let best: Comparison | undefined;
		let reading: NameReading | undefined;
		for (let index = 0; index < readings.length; index++) {
			const candidate = readings[index] as NameReading;
			const compared = side.grammar.compare(side.finder.sourceOf(candidate), namesakes[index] as number);
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
		const pattern = patternOf(shown, reading, nameText.text) ?? (bits < OTHER_NAME_BITS ? "other-name" : "opaque");
		const facts = factsOf(shown, shown.length > 0 ? forBits : bits, nameText.text, bearers);
		const share = facts.some((one) => one.bits > 0) ? shareOfBearers(shown, nameText.text, bearers) : undefined;
		const observation = observationOf(side, field, reading, pattern, facts);
		observations.push(share === undefined ? observation : { ...observation, share });
		if (shown.length === 0) continue;
		if (wholePatterns.includes(pattern)) shownWhole = true;
		const generation = shownGeneration(shown, nameText);
		if (generation !== undefined && reading.generation !== undefined)
			shownGenerations.push({ side, reading, same: generation === reading.generation });
		if (shown.some(({ kind }) => kind === Kind.G)) shownGiven = true;
		if (shown.some(({ kind }) => kind === Kind.F)) shownFamily = true;
		if (side.field === "displayName") displayed = true;
		if (isOther) {
			const other = lone === "family" ? "given" : "family";
			const against = [{ fact: OTHER[other], bits: otherBits }];
			observations.push(observationOf(side, field, reading, `other-${other}`, against));
		}
	}
	// Who shows a part of the name where others show all of it may be anybody of that name.
	if (displayed && !shownWhole && !(shownGiven && shownFamily)) {
		observations = observations.map((observation) => ({ ...observation, decides: false }));
	}
	// Who bears the same name writes it alike in both places: together they tell no more than the name is rare.
	const mostNamed = Math.max(0, Math.log2(WRITTEN / Math.min(...namesakes)));
	observations = atMost(mostNamed, observations, NAMED);
	if (about) {
		const over = earnedBits(observations) - subjectBits(recordCount);
		const named = observations.find(({ facts }) => facts.some(({ bits }) => bits > 0));
		const side = sides.find((one) => one.field === named?.profileField);
		if (over > 0 && side) {
			const facts = [{ fact: "who it is about", bits: -over }];
			observations.push(observationOf(side, field, readings[0] as NameReading, "about", facts));
		}
		return observations;
	}
	const overRelatives = earnedBits(observations) - surnameAlone(recordCount);
	for (const { side, reading, same } of shownGenerations) {
		// A father and his son have the name in common: what it earned against strangers is too much for one of them.
		const bits = same
			? SAME_GENERATION
			: Math.min(OTHER_GENERATION, OTHER_GENERATION - SAME_GENERATION - overRelatives);
		const facts = [{ fact: "generation", bits }];
		observations.push(observationOf(side, field, reading, same ? "generation" : "other-generation", facts));
	}
	return shownGiven ? observations : withoutRelatives(observations, recordCount);
}

function observationOf(
	{ field: profileField, grammar: { nameText } }: Side,
	recordField: RecordNames["field"],
	{ written }: NameReading,
	pattern: Pattern,
	facts: readonly Fact[],
): NameObservation {
	return {
		level: `${profileField === "handle" ? "handle" : "display"}-${pattern}` as NameLevel,
		profileValue: nameText.written,
		recordValue: written,
		profileField,
		recordField,
		bits: facts.reduce((sum, { bits }) => sum + bits, 0),
		facts,
		controller: "holder",
	};
}

/**
 * The most that a name earns on a profile that is about its bearer. Whoever writes such a profile writes that name; so
 * all it tells is which of the records is meant, and the odds that they hold it themselves do not depend on how many
 * records there are.
 */
const subjectBits = (recordCount: number): number => Math.log2(recordCount + 1);

/** What observations of these facts count together: the best of each, as the model counts them. */
function earnedBits(observations: readonly NameObservation[], told = NAMED): number {
	let earned = 0;
	for (const fact of told) {
		let best = 0;
		for (const { facts } of observations)
			for (const one of facts) if (one.fact === fact) best = Math.max(best, one.bits);
		earned += best;
	}
	return earned;
}

/**
 * A surname does not tell the person from the family, so it never tells more than that; and where another given name is
 * shown, an initial that fits both tells nothing either.
 */
function withoutRelatives(observations: readonly NameObservation[], recordCount: number): NameObservation[] {
	const isOther = observations.some(({ facts }) => facts.some(({ fact }) => fact === OTHER.given));
	const told = isOther ? NAMED : [FACT.family];
	return atMost(surnameAlone(recordCount), observations, told);
}

/** The observations with no more than so many bits for these facts together. */
function atMost(most: number, observations: readonly NameObservation[], told: readonly string[]): NameObservation[] {
	const earned = earnedBits(observations, told);
	if (earned <= most) return [...observations];
	return observations.map((observation) => {
		const facts = observation.facts.map(({ fact, bits }) => ({
			fact,
			bits: told.includes(fact) && bits > 0 ? (bits * most) / earned : bits,
		}));
		return { ...observation, facts, bits: facts.reduce((sum, { bits }) => sum + bits, 0) };
	});
}

/** Shares the bits out between given name and surname, by how rare each piece is. */
function factsOf(best: readonly Occurrence[], bits: number, text: string, bearers: Bearers): Fact[] {
	if (best.length === 0) return [{ fact: bits < OTHER_NAME_BITS ? "another name" : "no trace of the name", bits }];
	const rarity = best.map(({ kind, from, to }) => {
		const piece = text.slice(from, to);
		return kind === Kind.g || kind === Kind.f ? 4.5 : -Math.log2(bearers([piece], roleOf(kind)).world);
	});
	const total = rarity.reduce((sum, value) => sum + value, 0);
	return best.map(({ kind }, index) => ({
		fact: FACT[roleOf(kind)],
		bits: (bits * (rarity[index] as number)) / total,
	}));
}
