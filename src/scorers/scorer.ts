import { log2 } from "../arithmetic.js";
import { orFail, SameAsError } from "../errors.js";
import type { Attestation, Controller, CrmRecord, EvidenceGroup, Holder, SocialProfile } from "../types.js";

/**
 * One thing that can be seen when a profile and a record are compared.
 * `m` is P(this level | same person), `u` is P(this level | somebody else); the evidence is log2(m/u) bits.
 */
export interface LevelDefinition {
	readonly m: number;
	readonly u: number;
	/**
	 * A sentence for a support agent. `{profile}` and `{record}` stand where the two compared values go, in quotes; the
	 * sentence must also read well with them left out, since by default no personal value is shown.
	 */
	readonly says: string;
}

/**
 * A share of the evidence that speaks of one fact, such as "family name" or "employer". A fact told twice counts once,
 * also when two scorers tell it.
 */
export interface Fact {
	readonly fact: string;
	readonly bits: number;
}

/** What a scorer saw. Missing data is `undefined`, never an observation. */
export interface Observation<Level extends string = string> {
	readonly level: Level;
	/** The two values compared, as they were read. */
	readonly profileValue: string;
	readonly recordValue: string;
	/** Where they stand: "bio", "displayName"; "emails", "names". */
	readonly profileField: string;
	readonly recordField: string;
	/** Share of other people who would show this value: replaces the level's `u` (term frequency adjustment). */
	readonly u?: number;
	/** The log-likelihood ratio in bits, for evidence that is continuous: replaces log2(m/u). */
	readonly bits?: number;
	/** Share of all people whom the profile's value fits as well, 0 to 1: for saying how many others there are. */
	readonly share?: number;
	/** False: however strong, it does not make the decision "link" alone, without evidence of another kind. Default true. */
	readonly decides?: boolean;
	/** What the observation speaks of. Defaults to one fact named after the scorer. */
	readonly facts?: readonly Fact[];
	/** Who controls the profile-side value. Defaults to "holder". */
	readonly controller?: Controller;
	/** Of what the firm or a third party controls: since when it stands, and what proves it. */
	readonly attested?: Attestation;
}

/** The world as a scorer may see it. */
export interface CompareContext {
	/** Records in the set. */
	readonly recordCount: number;
	/** How many records carry this search key of this scorer; the record that is compared is one of them. */
	count(key: string): number;
	/** "Now" in ms since the epoch, when the caller gave one. */
	readonly now?: number;
}

/** Bits of a level as it is defined: log2(m/u). */
export function levelBits({ m, u }: LevelDefinition): number {
	return log2(m / u);
}

/** Limits of what a profile can earn, used for abstention. */
export interface Bounds {
	/** The most bits that any record could earn from this profile. */
	readonly best: number;
	/** The bits of a record that shares no search key with this profile. Zero or less. */
	readonly absent: number;
}

/**
 * A scorer observes, the model weighs. `P` is what it reads from a profile, `R` what it reads from a record; both are
 * `undefined` when there is nothing to read. It never returns a probability, reads a clock or sees another scorer.
 */
export interface Scorer<P = unknown, R = unknown, Level extends string = string> {
	readonly name: string;
	readonly group: EvidenceGroup;
	readonly levels: Readonly<Record<Level, LevelDefinition>>;
	ofProfile(profile: SocialProfile, context: CompareContext): P | undefined;
	ofRecord(record: CrmRecord): R | undefined;
	/** How candidates are searched for: a record is a candidate when the two sides share a key. */
	readonly keys?: {
		ofProfile(value: P): Iterable<string>;
		ofRecord(value: R): Iterable<string>;
		/** Whether a record's key is for a word, what follows its colon, that people misspell. */
		isWord?(key: string): boolean;
		/** More keys of a profile, for words that no record has as they are. @param similar records' keys a slip or so away */
		ofSlips?(value: P, count: CompareContext["count"], similar: (key: string) => readonly string[]): Iterable<string>;
		/** True: without a shared key there is nothing to observe, so other candidates need not be compared. */
		readonly exhaustive?: boolean;
	};
	/** What shows that two records are of one person: addresses, numbers and ids that a person has alone. */
	readonly identity?: {
		/** Those of the record's search keys that stand for such a thing. What is known to be shared is left out. */
		keys(value: R): Iterable<string>;
		/** Whether a search key, of whichever record, may be one of those. Default: any of the scorer's may. */
		isKey?(key: string): boolean;
		/** Whether two records that share such a key share what it stands for. Default: the key says it all. */
		same?(key: string, a: R, b: R): boolean;
		/** True: families share such things, so a name has to say that it is one person. Default: only another name says no. */
		readonly needsName?: boolean;
	};
	/** One observation, several, or none (`undefined`: nothing to say). */
	compare(
		profile: P,
		record: R,
		context: CompareContext,
	): Observation<NoInfer<Level>> | readonly Observation<NoInfer<Level>>[] | undefined;
	/** What this profile value can earn. By default: the best level, and 0 for absent. */
	bounds?(profile: P, context: CompareContext): Bounds;
	/** What kind of holder the profile has, where this scorer can tell. */
	holder?(profile: P): Holder | undefined;
}

/** Any scorer, for lists of scorers of different kinds. */
// biome-ignore lint/suspicious/noExplicitAny: the values a scorer extracts are its own business
export type AnyScorer = Scorer<any, any, any>;

/**
 * Checks a scorer once and gives it back with its types.
 * @throws SameAsError CONFIG when the name is empty, there are no levels, or an m or u is not in (0, 1].
 */
export function defineScorer<P, R, const Level extends string>(scorer: Scorer<P, R, Level>): Scorer<P, R, Level> {
	return orFail("CONFIG", "A scorer is an object with a name, levels and functions: see `Scorer`.", () =>
		checked(scorer),
	);
}

function checked<P, R, Level extends string>(scorer: Scorer<P, R, Level>): Scorer<P, R, Level> {
	if (!/^[a-z][a-z0-9-]*$/.test(scorer.name)) {
		throw new SameAsError("CONFIG", "A scorer needs a name of lower-case letters, digits and hyphens.", {
			path: "name",
		});
	}
	const levels = Object.entries<LevelDefinition>(scorer.levels);
	if (levels.length === 0) {
		throw new SameAsError("CONFIG", `Scorer "${scorer.name}" has no levels. Give it at least one.`, { path: "levels" });
	}
	for (const [level, { m, u, says }] of levels) {
		for (const [key, value] of [
			["m", m],
			["u", u],
		] as const) {
			if (!(value > 0 && value <= 1)) {
				throw new SameAsError(
					"CONFIG",
					`Level "${level}" of scorer "${scorer.name}": ${key} is a probability above 0, at most 1.`,
					{
						path: `levels.${level}.${key}`,
					},
				);
			}
		}
		if (says.trim() === "") {
			throw new SameAsError("CONFIG", `Level "${level}" of scorer "${scorer.name}" says nothing. Give it a sentence.`, {
				path: `levels.${level}.says`,
			});
		}
	}
	return scorer;
}
