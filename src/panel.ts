import { log2 } from "./arithmetic.js";
import { SameAsError } from "./errors.js";
import { microBits, type Observed } from "./model.js";
import type { AnyScorer, CompareContext, LevelDefinition, Observation } from "./scorers/scorer.js";
import type { Candidate, RecordStore } from "./stores/store.js";
import type { CrmRecord, EvidenceGroup, Holder, Missing, SocialProfile } from "./types.js";

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
			if (this.young.size >= 2000) {
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

/** All scorers together, asked in turn. What one of them throws is an error SCORER that names it. */
export interface Panel {
	/** What each scorer reads from a profile. */
	valuesOf(profile: SocialProfile, census: Census): readonly unknown[];
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
	/** Who had nothing to read, and where. */
	missingFrom(profileValues: readonly unknown[], record: CrmRecord): Missing[];
	/** The most that a profile could earn, and what each scorer takes from a record that shares nothing with it. */
	boundsOf(
		profileValues: readonly unknown[],
		census: Census,
	): { readonly best: number; readonly absent: readonly number[] };
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
	readonly now: number | undefined;
}

export function panelOf({ scorers, levels, weights, slopes, now }: PanelOptions): Panel {
	const recent = new RecentValues();
	const seats = scorers.map((scorer, index) => ({ scorer, index, prefix: `${scorer.name} ` }));
	const mostBits = seats.map(({ index }) => {
		const bits = Object.values(levels[index] ?? {}).map(({ m, u }) => log2(m / u));
		return microBits(Math.max(0, ...bits));
	});

	let contexts: readonly CompareContext[] = [];
	let contextsOf: Census | undefined;
	/** The world as each scorer sees it, made once for a census. */
	function contextFor(index: number, census: Census): CompareContext {
		if (census !== contextsOf) {
			contextsOf = census;
			contexts = seats.map(({ prefix }) => ({
				get recordCount() {
					return census.size;
				},
				count: (key) => census.count(prefix + key),
				...(now === undefined ? {} : { now }),
			}));
		}
		return contexts[index] as CompareContext;
	}

	function recordValue(index: number, record: CrmRecord): unknown {
		const values = recent.of(record);
		values[index] ??= { value: (scorers[index] as AnyScorer).ofRecord(record) as unknown };
		return values[index].value;
	}

	function compareWith(
		scorer: AnyScorer,
		index: number,
		ours: unknown,
		record: CrmRecord,
		census: Census,
	): Observation | readonly Observation[] | undefined {
		try {
			const theirs = recordValue(index, record);
			return theirs === undefined ? undefined : scorer.compare(ours, theirs, contextFor(index, census));
		} catch (cause) {
			throw named(scorer, cause, record.id);
		}
	}

	function observedBy(scorer: AnyScorer, index: number, observation: Observation): Observed {
		const definition = levels[index]?.[observation.level];
		if (!definition) {
			throw new SameAsError("SCORER", `Scorer "${scorer.name}" has no level "${observation.level}".`);
		}
		return { scorer: scorer.name, group: scorer.group, definition, observation, weight: weights[scorer.name] ?? 1 };
	}

	return {
		valuesOf: (profile, census) =>
			seats.map(({ scorer, index }) =>
				guarded(scorer, () => scorer.ofProfile(profile, contextFor(index, census)) as unknown),
			),
		holderOf(profileValues) {
			for (const { scorer, index } of seats) {
				const value = profileValues[index];
				const holder = value === undefined ? undefined : guarded(scorer, () => scorer.holder?.(value));
				if (holder !== undefined) return holder;
			}
			return onePerson;
		},

		profileKeys(profileValues, store) {
			const found: string[] = [];
			for (const { scorer, index, prefix } of seats) {
				const value = profileValues[index];
				const { keys } = scorer;
				if (value === undefined || keys === undefined) continue;
				guarded(scorer, () => {
					for (const key of keys.ofProfile(value)) found.push(prefix + key);
					if (keys.ofSlips === undefined || store.similar === undefined) return;
					const count = (key: string): number => store.count(prefix + key);
					const similar = (key: string): string[] =>
						store.similar?.(prefix + key).map((near) => near.slice(prefix.length)) ?? [];
					for (const key of keys.ofSlips(value, count, similar)) found.push(prefix + key);
				});
			}
			return found;
		},

		recordKeys(record, words) {
			const found: string[] = [];
			for (const { scorer, prefix } of seats) {
				const { keys } = scorer;
				guarded(
					scorer,
					() => {
						const value: unknown = scorer.ofRecord(record);
						if (value === undefined || keys === undefined) return;
						for (const key of keys.ofRecord(value)) {
							found.push(prefix + key);
							if (words !== undefined && keys.isWord?.(key)) words.push(prefix + key);
						}
					},
					record.id,
				);
			}
			return found;
		},

		identityOf(record, among) {
			const found: Identity[] = [];
			for (const { scorer, prefix } of seats) {
				const { identity } = scorer;
				if (identity === undefined) continue;
				const keysOf = (one: CrmRecord): string[] => guarded(scorer, () => Array.from(identity.keys(one)), one.id);
				for (const key of keysOf(record)) {
					if (!among(prefix + key)) continue;
					found.push({
						key: prefix + key,
						needsName: identity.needsName === true,
						isOf: (other) =>
							keysOf(other).includes(key) &&
							guarded(scorer, () => identity.same?.(key, record, other) ?? true, record.id),
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
				const isOwn = (key: string): boolean => key.startsWith(prefix);
				if (scorer.keys?.exhaustive && !foundBy.some(isOwn) && !capped.some(isOwn)) continue;
				const seen = compareWith(scorer, index, ours, record, census);
				if (seen === undefined) continue;
				if (!Array.isArray(seen)) found.push(observedBy(scorer, index, seen as Observation));
				else for (const one of seen as Observation[]) found.push(observedBy(scorer, index, one));
			}
			return found;
		},

		missingFrom(profileValues, record) {
			const missing: Missing[] = [];
			for (const { scorer, index } of seats) {
				const here = profileValues[index] !== undefined;
				const there = guarded(scorer, () => recordValue(index, record), record.id) !== undefined;
				if (here && there) continue;
				const side = here ? "record" : there ? "profile" : "both";
				missing.push({ scorer: scorer.name, side, upTo: mostBits[index] as number });
			}
			return missing;
		},

		boundsOf(profileValues, census) {
			const bestOf = new Map<EvidenceGroup, number>();
			const absent = seats.map(({ scorer, index }) => {
				const value = profileValues[index];
				if (value === undefined) return 0;
				const context = contextFor(index, census);
				const bounds = guarded(scorer, () => scorer.bounds?.(value, context)) ?? {
					best: mostBits[index] as number,
					absent: 0,
				};
				const trust = (weights[scorer.name] ?? 1) * (slopes.get(scorer.name) ?? 1);
				bestOf.set(scorer.group, Math.max(bestOf.get(scorer.group) ?? 0, trust * bounds.best));
				return trust * bounds.absent;
			});
			return { best: [...bestOf.values()].reduce((sum, bits) => sum + bits, 0), absent };
		},
	};
}

/** Runs a plug-in's code; what it throws is named after it. */
function guarded<T>(scorer: AnyScorer, run: () => T, recordId?: string): T {
	try {
		return run();
	} catch (cause) {
		throw named(scorer, cause, recordId);
	}
}

function named({ name }: AnyScorer, cause: unknown, recordId: string | undefined): unknown {
	if (SameAsError.is(cause)) return cause;
	return new SameAsError("SCORER", `Scorer "${name}" threw. Its error is the cause.`, {
		cause,
		...(recordId === undefined ? {} : { recordId }),
	});
}
