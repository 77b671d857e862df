import { countryOfCode, countryOfName } from "../text/country.js";
import { type Comparison, DOUBLED, NameGrammar, type Occurrence } from "../text/handle.js";
import { isAboutSomebody, readHolder } from "../text/holder.js";
import { generationOf, INITIALS, type NameReading, readRecordNames } from "../text/name.js";
import { keysOfReading, keysOfText, searchKeys } from "../text/name-keys.js";
import type { NamePart } from "../text/name-parts.js";
import { roleOf } from "../text/name-rates.js";
import { sourceOf, TYPO, wholeName } from "../text/name-source.js";
import { type NameText, readNameText } from "../text/name-text.js";
import { joinName } from "../text/name-words.js";
import { blendedShare, type NameRole, populationShare, prefixShare } from "../text/population.js";
import type { Romanize } from "../text/romanize.js";
import { fold, isAscii } from "../text/unicode.js";
import type { CrmRecord, SocialProfile } from "../types.js";
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
}

/** What the name scorer reads from a profile. */
export interface ProfileNames {
	/** Share of people who bear this name in this role. */
	share(name: string, role: NameRole): number;
	readonly sides: readonly Side[];
	/** The profile is about whom it names, not by them: a parody, a fan account. */
	readonly about: boolean;
}

/** What the name scorer reads from a record. */
export interface RecordNames {
	readonly field: "names" | "emails";
	readonly readings: readonly NameReading[];
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

/** Patterns that show both names. */
const wholePatterns: readonly Pattern[] = ["full-name", "nickname", "misspelt"];
const showsBoth = (level: string): boolean => wholePatterns.some((pattern) => level.endsWith(`-${pattern}`));

type Field = "display" | "handle";
type NameObservation = Observation<NameLevel> & { readonly facts: readonly Fact[] };
type NameLevel = Exclude<`${Field}-${Pattern}`, "handle-misspelt">;

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
const NAMED: ReadonlySet<string> = new Set(Object.values(FACT));
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

/** Share of people who bear these words as their given or family name. */
function shareOfWords(words: readonly string[], role: NameRole, of: ProfileNames["share"]): number {
	if (words.length === 0) return 1;
	const apart = words.length === 2 ? DOUBLED * words.reduce((all, word) => all * of(joinName([word]), role), 1) : 0;
	return Math.max(of(joinName(words), role), apart);
}

/** Share of strangers who bear just this name: as common as in the record set, or as in the world. */
function namesakeShare({ given, family }: NameReading, share: ProfileNames["share"]): number {
	const both = (of: ProfileNames["share"]): number =>
		shareOfWords(given, "given", of) * shareOfWords(family, "family", of);
	return Math.min(1, SAME_CULTURE * Math.max(both(share), FROM_ELSEWHERE * both(populationShare)));
}

/** P(it is one's own name that one displays), as in the grammar: the most that a name earns is this over its share. */
const WRITTEN = 0.98;

/** Share of the world's people whose name shows these pieces. */
function shareOfBearers(shown: readonly Occurrence[], text: string): { readonly share?: number } {
	if (shown.length === 0) return {};
	const shares = shown.map(({ kind, from, to }) => {
		const piece = text.slice(from, to);
		return kind === "G" || kind === "F" ? populationShare(piece, roleOf(kind)) : prefixShare(piece);
	});
	return { share: Math.min(1, (shown.length > 1 ? SAME_CULTURE : 1) * shares.reduce((all, one) => all * one, 1)) };
}

/** The generation written right after the name, such as Jr: as a word of its own, or to the end of the handle. */
function shownGeneration(shown: readonly Occurrence[], { text, cuts }: NameText): number | undefined {
	if (shown.length === 0) return undefined;
	const from = Math.max(...shown.map(({ to }) => to));
	let to = from + 1;
	while (to < text.length && !cuts[to]) to++;
	return generationOf(text.slice(from, to));
}

function patternOf(best: readonly Occurrence[], reading: NameReading, text: string): Pattern | undefined {
	const shown = best.map(({ kind }) => kind).join("");
	if (best.some(({ probability, kind }) => probability === TYPO && kind !== "p" && kind !== "q")) return "misspelt";
	const shows = (detail: NamePart["detail"]): boolean =>
		best.some(({ kind, from, to }) => {
			if (kind !== "G") return false;
			const piece = text.slice(from, to);
			return reading.parts.some((part) => part.role === "given" && part.detail === detail && part.text === piece);
		});
	const nickname = shows("nickname");
	switch (shown) {
		case "":
			return undefined;
		case "GF":
		case "FG":
			return nickname ? "nickname" : "full-name";
		case "gF":
		case "Fg":
			return "initial-surname";
		case "Gf":
		case "fG":
			return "given-initial";
		case "F":
			return wholeName(reading) ? "full-name" : "surname";
		case "G":
			if (wholeName(reading)) return "full-name";
			if (shows("initials")) return "initials";
			return nickname ? "nickname" : "given";
		case "gf":
		case "fg":
			return "initials";
		default:
			return "shortened";
	}
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
			const counts = new Map<string, number>();
			const countOf = (key: string): number => {
				let count = counts.get(key);
				if (count === undefined) {
					count = context.count(key);
					counts.set(key, count);
				}
				return count;
			};
			const shareOf = (name: string, role: NameRole): number =>
				blendedShare(name, role, countOf(searchKeys.word(name)), context.recordCount);
			const sides: Side[] = [];
			for (const [field, value, mode] of [
				["displayName", profile.displayName, "display"],
				["handle", profile.handle, "handle"],
			] as const) {
				if (value === undefined) continue;
				const text = readNameText(value, mode, romanize);
				if (text.text.length < 2) continue;
				const spelt = new Map(text.foreign.map(({ from, to, latin }) => [text.text.slice(from, to), latin[0]]));
				// A word of another script is as frequent as its bearers are in either script.
				const share = (name: string, role: NameRole): number => {
					const latin = spelt.get(name) ?? name;
					let count = countOf(searchKeys.word(name));
					if (latin !== name) count = Math.max(count, countOf(searchKeys.word(latin)));
					const share = blendedShare(latin, role, count, context.recordCount);
					if (name.length !== 3 || role === "family" || context.recordCount === 0) return share;
					return share + (INITIALS * countOf(searchKeys.initials(name))) / context.recordCount;
				};
				sides.push({ field, grammar: new NameGrammar(text, share, profile.platform) });
			}
			if (sides.length === 0) return undefined;
			return { sides, share: shareOf, about: isAboutSomebody(readHolder(profile).sign?.kind) };
		},

		ofRecord(record: CrmRecord) {
			if (record.kind === "organization") return undefined;
			const names = readRecordNames(record, { romanize, lang: languageOfAddress(record) });
			return names.readings.length > 0 ? names : undefined;
		},

		keys: {
			*ofProfile({ sides }) {
				for (const { grammar } of sides) yield* keysOfText(grammar.nameText);
			},
			*ofRecord({ readings }) {
				for (const reading of readings) yield* keysOfReading(reading);
			},
		},

		compare({ sides, share, about }, { field, readings }, { recordCount }) {
			let observations: NameObservation[] = [];
			let shownGiven = false;
			let shownFamily = false;
			let displayed = false;
			const namesakes = readings.map((reading) => namesakeShare(reading, share));
			const observe = (
				{ field: profileField, grammar: { nameText } }: Side,
				{ written }: NameReading,
				pattern: Pattern,
				facts: readonly Fact[],
				shown: readonly Occurrence[] = [],
			): void => {
				observations.push({
					...(facts.some(({ bits }) => bits > 0) ? shareOfBearers(shown, nameText.text) : {}),
					level: `${profileField === "handle" ? "handle" : "display"}-${pattern}` as NameLevel,
					profileValue: nameText.written,
					recordValue: written,
					profileField,
					recordField: field,
					bits: facts.reduce((sum, { bits }) => sum + bits, 0),
					facts,
					controller: "holder",
				});
			};
			const shownGenerations: { readonly side: Side; readonly reading: NameReading; readonly same: boolean }[] = [];
			for (const side of sides) {
				const { nameText } = side.grammar;
				let best: Comparison | undefined;
				let reading: NameReading | undefined;
				for (const [index, candidate] of readings.entries()) {
					const compared = side.grammar.compare(sourceOf(candidate, nameText, namesakes[index] as number));
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
				observe(side, reading, pattern, factsOf(shown, shown.length > 0 ? forBits : bits, nameText.text), shown);
				const generation = shownGeneration(shown, nameText);
				if (generation !== undefined && reading.generation !== undefined)
					shownGenerations.push({ side, reading, same: generation === reading.generation });
				if (shown.some(({ kind }) => kind === "G")) shownGiven = true;
				if (shown.some(({ kind }) => kind === "F")) shownFamily = true;
				if (side.field === "displayName" && shown.length > 0) displayed = true;
				if (isOther && shown.length > 0) {
					const other = lone === "family" ? "given" : "family";
					observe(side, reading, `other-${other}`, [{ fact: OTHER[other], bits: otherBits }]);
				}
			}
			// Who shows a part of the name where others show all of it may be anybody of that name.
			const isWhole = observations.some(({ level }) => showsBoth(level)) || (shownGiven && shownFamily);
			if (displayed && !isWhole) {
				observations = observations.map((observation) => ({ ...observation, decides: false }));
			}
			// Who bears the same name writes it alike in both places: together they tell no more than the name is rare.
			const mostNamed = Math.max(0, ...namesakes.map((share) => Math.log2(WRITTEN / share)));
			observations = atMost(mostNamed, observations, NAMED);
			if (about) {
				const over = earnedBits(observations) - subjectBits(recordCount);
				const named = observations.find(({ facts }) => facts.some(({ bits }) => bits > 0));
				const side = sides.find((one) => one.field === named?.profileField);
				if (over > 0 && side)
					observe(side, readings[0] as NameReading, "about", [{ fact: "who it is about", bits: -over }]);
				return observations;
			}
			const overRelatives = earnedBits(observations) - surnameAlone(recordCount);
			for (const { side, reading, same } of shownGenerations) {
				// A father and his son have the name in common: what it earned against strangers is too much for one of them.
				const bits = same
					? SAME_GENERATION
					: Math.min(OTHER_GENERATION, OTHER_GENERATION - SAME_GENERATION - overRelatives);
				observe(side, reading, same ? "generation" : "other-generation", [{ fact: "generation", bits }]);
			}
			return shownGiven ? observations : withoutRelatives(observations, recordCount);
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

/**
 * The most that a name earns on a profile that is about its bearer. Whoever writes such a profile writes that name; so
 * all it tells is which of the records is meant, and the odds that they hold it themselves do not depend on how many
 * records there are.
 */
const subjectBits = (recordCount: number): number => Math.log2(recordCount + 1);

/** What observations of these facts count together: the best of each, as the model counts them. */
function earnedBits(observations: readonly NameObservation[], told = NAMED): number {
	const best = new Map<string, number>();
	for (const { facts } of observations) {
		for (const { fact, bits } of facts) if (told.has(fact)) best.set(fact, Math.max(best.get(fact) ?? 0, bits));
	}
	return [...best.values()].reduce((sum, bits) => sum + bits, 0);
}

/**
 * A surname does not tell the person from the family, so it never tells more than that; and where another given name is
 * shown, an initial that fits both tells nothing either.
 */
function withoutRelatives(observations: readonly NameObservation[], recordCount: number): NameObservation[] {
	const isOther = observations.some(({ facts }) => facts.some(({ fact }) => fact === OTHER.given));
	const told = new Set(isOther ? [FACT.family, FACT.given] : [FACT.family]);
	return atMost(surnameAlone(recordCount), observations, told);
}

/** The observations with no more than so many bits for these facts together. */
function atMost(most: number, observations: readonly NameObservation[], told: ReadonlySet<string>): NameObservation[] {
	const earned = earnedBits(observations, told);
	if (earned <= most) return [...observations];
	return observations.map((observation) => {
		const facts = observation.facts.map(({ fact, bits }) => ({
			fact,
			bits: told.has(fact) && bits > 0 ? (bits * most) / earned : bits,
		}));
		return { ...observation, facts, bits: facts.reduce((sum, { bits }) => sum + bits, 0) };
	});
}

/** Shares the bits out between given name and surname, by how rare each piece is. */
function factsOf(best: readonly Occurrence[], bits: number, text: string): Fact[] {
	if (best.length === 0) return [{ fact: bits < OTHER_NAME_BITS ? "another name" : "no trace of the name", bits }];
	const rarity = best.map(({ kind, from, to }) => {
		const piece = text.slice(from, to);
		return kind === "g" || kind === "f" ? 4.5 : -Math.log2(populationShare(piece, roleOf(kind)));
	});
	const total = rarity.reduce((sum, value) => sum + value, 0);
	return best.map(({ kind }, index) => ({
		fact: FACT[roleOf(kind)],
		bits: (bits * (rarity[index] as number)) / total,
	}));
}
