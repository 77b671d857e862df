import { log2 } from "./arithmetic.js";
import { atOnce, SameAsError } from "./errors.js";
import { microBits, type Observed } from "./model.js";
import type { AnyScorer, CompareContext, LevelDefinition, Observation } from "./scorers/scorer.js";
import type { Candidate, RecordStore } from "./stores/store.js";
import type { Basis, CrmRecord, Holder, Missing, SocialProfile } from "./types.js";

/** What the scorers have read from a record, each when first asked for. */
type RecordValues = { value: unknown }[];

/** Values read from records that were candidates lately: two generations, so that memory stays bounded. */
class RecentValues {
	private young = new Map<CrmRecord, RecordValues>();
	private old = new Map<CrmRecord, RecordValues>();

	of(record: CrmRecord): RecordValues {
		let values = this.young.get(record);
		if (!values) {
			values = this.old.get(record) ?? [];
			if (this.young.size >= 64) {
				this.old = this.young;
				this.young = new Map();
			}
			this.young.set(record, values);
		}
		return values;
	}
}

/** How many there are, and how many of them carry a search key: records, as a store counts, or people. */
export interface Census {
	readonly size: number;
	count(key: string): number;
}

/** Something that a person has alone, such as an address, by the search key under which a record has it. */
export interface Identity {
	readonly key: string;
	/** Families share such things: a name has to say, too, that it is one person. */
	readonly needsName: boolean;
	/** Whether another record has it as well. */
	isOf(other: CrmRecord): boolean;
}

interface ProfileReading {
	/** What each scorer has read. */
	readonly values: readonly unknown[];
	/** The same by another census, by which they count from now on: read again where a scorer has counted. */
	recounted(census: Census): readonly unknown[];
}

/** All scorers together, asked in turn. What one of them throws is an error SCORER that names it. */
export interface Panel {
	/** What the scorers read from a profile. One at a time: they go on counting by the census of the last. */
	read(profile: SocialProfile, census: Census): ProfileReading;
	/** What kind of holder the profile has: what the first scorer that can tell says, or a person. */
	holderOf(profileValues: readonly unknown[]): Holder;
	/** The search keys of a profile, each after the name of its scorer. */
	profileKeys(profileValues: readonly unknown[], store: Pick<RecordStore, "count" | "similar">): string[];
	/**
	 * The search keys of a record, likewise.
	 * @param words gets those of them that are for words which people misspell
	 */
	recordKeys(record: CrmRecord, words?: string[]): string[];
	/**
	 * What a record carries that shows which other records are of the same person.
	 * @param among whether a search key is of interest
	 */
	identityOf(record: CrmRecord, among: (key: string) => boolean): Identity[];
	/** The levels that the scorers see between a profile and a candidate. @param capped keys that were not followed */
	observe(
		candidate: Candidate,
		profileValues: readonly unknown[],
		capped: readonly string[],
		census: Census,
	): Observed[];
	/** Drops what has been read lately. */
	clear(): void;
	/** Who had nothing to read, and where. */
	missingFrom(profileValues: readonly unknown[], record: CrmRecord): Missing[];
	/** What a profile could earn with each scorer that reads something in it, and what a record gets that shares nothing with it. */
	boundsOf(profileValues: readonly unknown[], census: Census): Basis["bounds"];
}

const onePerson: Holder = { kind: "person", says: "Nothing says that the profile is not one person's." };

export interface PanelOptions {
	readonly scorers: readonly AnyScorer[];
	/** The levels of each scorer, built in or learnt. */
	readonly levels: readonly Readonly<Record<string, LevelDefinition>>[];
	/** How far each scorer is trusted, by its name; 1 where there is none. */
	readonly weights: Readonly<Record<string, number>>;
	/** Learnt factors by scorer; 1 where there is none. */
	readonly slopes: ReadonlyMap<string, number>;
	/** The present of the question at hand, in ms; undefined where it is not known. */
	readonly now: () => number | undefined;
}

export function panelOf({ scorers, levels, weights, slopes, now }: PanelOptions): Panel {
	let recent = new RecentValues();
	const seats = scorers.map((scorer, index) => ({ scorer, index, prefix: `${scorer.name} `, full: fullKeys(scorer) }));
	const trustIn = ({ name }: AnyScorer): number => (weights[name] ?? 1) * (slopes.get(name) ?? 1);
	const mostBits = seats.map(({ index }) => {
		const bits = Object.values(levels[index] ?? {}).map(({ m, u }) => log2(m / u));
		return Math.max(0, ...bits);
	});

	let contexts: readonly CompareContext[] = [];
	let contextsAt: number | undefined;
	/** By what scorers count just now, and which of them have. */
	let counted: Census | undefined;
	const haveCounted = new Set<number>();
	function counting(index: number): Census {
		haveCounted.add(index);
		return counted as Census;
	}
	/** The world as each scorer sees it, made once for a moment. */
	function contextFor(index: number, census: Census): CompareContext {
		const present = now();
		counted = census;
		if (contexts.length === 0 || present !== contextsAt) {
			contextsAt = present;
			contexts = seats.map(({ full }, index) => ({
				get recordCount() {
					return counting(index).size;
				},
				count: (key) => counting(index).count(full(key)),
				...(present === undefined ? {} : { now: present }),
			}));
		}
		return contexts[index] as CompareContext;
	}
	const readProfile = (profile: SocialProfile, index: number, census: Census): unknown => {
		const scorer = scorers[index] as AnyScorer;
		return guarded<unknown>(scorer, () => scorer.ofProfile(profile, contextFor(index, census)));
	};

	function recordValue(index: number, record: CrmRecord): unknown {
		const values = recent.of(record);
		const known = values[index];
		if (known !== undefined) return known.value;
		const scorer = scorers[index] as AnyScorer;
		try {
			const value = settled<unknown>(scorer, scorer.ofRecord(record), record.id);
			values[index] = { value };
			return value;
		} catch (cause) {
			return fail(scorer, cause, record.id);
		}
	}

	function observedBy(scorer: AnyScorer, index: number, observation: Observation): Observed {
		const definition = levels[index]?.[observation.level];
		if (!definition) {
			const known = Object.keys(levels[index] ?? {}).join(", ");
			throw broken(scorer, `observed something that is none of its levels (${known})`);
		}
		const { bits = 0, u = 1, share = 0, facts = [], profileValue, recordValue } = observation;
		const isSound =
			typeof bits === "number" &&
			typeof u === "number" &&
			typeof share === "number" &&
			share >= 0 &&
			share <= 1 &&
			facts.every(({ bits }) => Number.isFinite(bits)) &&
			typeof profileValue === "string" &&
			typeof recordValue === "string";
		if (!isSound) throw broken(scorer, "gave bits, a share or values that are none");
		return { scorer: scorer.name, group: scorer.group, definition, observation, weight: weights[scorer.name] ?? 1 };
	}

	return {
		read(profile, census) {
			haveCounted.clear();
			const values = seats.map(({ index }) => readProfile(profile, index, census));
			const stale = new Set(haveCounted);
			return {
				values,
				recounted(other) {
					counted = other;
					return values.map((value, index) => (stale.has(index) ? readProfile(profile, index, other) : value));
				},
			};
		},
		holderOf(profileValues) {
			for (const { scorer, index } of seats) {
				const value = profileValues[index];
				const holder = value === undefined ? undefined : guarded(scorer, () => scorer.holder?.(value));
				if (holder === undefined) continue;
				if (typeof holder?.says !== "string") throw broken(scorer, "gave a holder without a sentence");
				return holder;
			}
			return onePerson;
		},

		profileKeys(profileValues, store) {
			const found: string[] = [];
			for (const { scorer, index, full } of seats) {
				const value = profileValues[index];
				const { keys } = scorer;
				if (value === undefined || keys === undefined) continue;
				guarded(scorer, () => {
					for (const key of guarded(scorer, () => keys.ofProfile(value))) found.push(full(key));
					if (keys.ofSlips === undefined || store.similar === undefined) return;
					const count = (key: string): number => store.count(full(key));
					const similar = (key: string): string[] =>
						store.similar?.(full(key)).map((near) => near.slice(full(key).length - key.length)) ?? [];
					for (const key of keys.ofSlips(value, count, similar)) found.push(full(key));
				});
			}
			return found;
		},

		recordKeys(record, words) {
			const found: string[] = [];
			for (const { scorer, full } of seats) {
				const { keys } = scorer;
				try {
					const value = settled<unknown>(scorer, scorer.ofRecord(record), record.id);
					if (value === undefined || keys === undefined) continue;
					for (const key of settled(scorer, keys.ofRecord(value), record.id)) {
						found.push(full(key));
						if (words !== undefined && keys.isWord?.(key)) words.push(full(key));
					}
				} catch (cause) {
					fail(scorer, cause, record.id);
				}
			}
			return found;
		},

		identityOf(record, among) {
			const found: Identity[] = [];
			for (const { scorer, index, prefix } of seats) {
				const { identity } = scorer;
				if (identity === undefined) continue;
				const ours = recordValue(index, record);
				if (ours === undefined) continue;
				const keysOf = (value: unknown, id: string): readonly string[] =>
					guarded(scorer, () => Array.from(identity.keys(value), String), id);
				for (const key of keysOf(ours, record.id)) {
					if (!among(`${prefix}=${key}`)) continue;
					found.push({
						key: `${prefix}=${key}`,
						needsName: identity.needsName === true,
						isOf(other) {
							const theirs = recordValue(index, other);
							if (theirs === undefined || !keysOf(theirs, other.id).includes(key)) return false;
							return guarded(scorer, () => identity.same?.(key, ours, theirs) ?? true, record.id);
						},
					});
				}
			}
			return found;
		},

		observe({ record, foundBy }, profileValues, capped, census) {
			const found: Observed[] = [];
			for (const { scorer, index, prefix } of seats) {
				const ours = profileValues[index];
				if (ours === undefined) continue;
				if (scorer.keys?.exhaustive && !hasOne(foundBy, prefix) && !hasOne(capped, prefix)) continue;
				const theirs = recordValue(index, record);
				if (theirs === undefined) continue;
				try {
					const seen = settled<unknown>(scorer, scorer.compare(ours, theirs, contextFor(index, census)), record.id);
					if (Array.isArray(seen)) for (const one of seen as Observation[]) found.push(observedBy(scorer, index, one));
					else if (seen !== undefined) found.push(observedBy(scorer, index, seen as Observation));
				} catch (cause) {
					fail(scorer, cause, record.id);
				}
			}
			return found;
		},

		clear() {
			recent = new RecentValues();
			contexts = [];
			counted = undefined;
		},

		missingFrom(profileValues, record) {
			const missing: Missing[] = [];
			for (const { scorer, index } of seats) {
				const here = profileValues[index] !== undefined;
				const there = recordValue(index, record) !== undefined;
				if (here && there) continue;
				const side = here ? "record" : there ? "profile" : "both";
				const upTo = microBits(trustIn(scorer) * (mostBits[index] as number));
				missing.push({ scorer: scorer.name, group: scorer.group, side, upTo });
			}
			return missing;
		},

		// In whole micro-bits, so that the order of the scorers changes no sum.
		boundsOf(profileValues, census) {
			return seats.flatMap(({ scorer, index }) => {
				const value = profileValues[index];
				if (value === undefined) return [];
				const context = contextFor(index, census);
				const { best, absent } = guarded(scorer, () => {
					const given = guarded(scorer, () => scorer.bounds?.(value, context));
					const bounds = given ?? { best: mostBits[index] as number, absent: 0 };
					if (Number.isFinite(bounds.best) && Number.isFinite(bounds.absent)) return bounds;
					throw broken(scorer, "gave bounds that are no finite numbers");
				});
				const trust = trustIn(scorer);
				return {
					scorer: scorer.name,
					group: scorer.group,
					best: microBits(trust * best),
					absent: microBits(trust * absent),
				};
			});
		},
	};
}

function hasOne(keys: readonly string[], prefix: string): boolean {
	for (const key of keys) if (key.startsWith(prefix)) return true;
	return false;
}

/** Runs a plug-in's code; what it throws is named after it. */
function guarded<T>(scorer: AnyScorer, run: () => T, recordId?: string): T {
	return atOnce("SCORER", nameOf(scorer), run, recordId === undefined ? {} : { recordId });
}

/** The same for what a plug-in has given or thrown, where making a function for each record would be too much. */
function settled<T>(scorer: AnyScorer, value: T, recordId: string): T {
	return value instanceof Promise ? guarded(scorer, () => value, recordId) : value;
}

function fail(scorer: AnyScorer, cause: unknown, recordId: string): never {
	return guarded<never>(
		scorer,
		() => {
			throw cause;
		},
		recordId,
	);
}

/** Makes the search keys of a scorer as stores have them: see `StoredRecord`. */
function fullKeys({ name, identity }: AnyScorer): (key: string) => string {
	if (identity === undefined) return (key) => `${name} ${key}`;
	const isOwn = (key: string): boolean => identity.isKey?.(key) ?? true;
	return (key) => `${name} ${isOwn(key) ? "=" : ""}${key}`;
}

const nameOf = ({ name }: AnyScorer): string => `Scorer "${name}"`;

function broken(scorer: AnyScorer, how: string): SameAsError {
	return new SameAsError("SCORER", `${nameOf(scorer)} ${how}.`);
}
