import { SameAsError } from "./errors.js";
import { microBits, type Observed } from "./model.js";
import type { AnyScorer, CompareContext, LevelDefinition, Observation } from "./scorers/scorer.js";
import type { Candidate } from "./stores/store.js";
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

type Identifying = AnyScorer & Required<Pick<AnyScorer, "identity">>;

/** All scorers together, asked in turn. What one of them throws is an error SCORER that names it. */
export interface Panel {
	/** What each scorer reads from a profile. */
	valuesOf(profile: SocialProfile, census: Census): readonly unknown[];
	/** What kind of holder the profile has: what the first scorer that can tell says, or a person. */
	holderOf(profileValues: readonly unknown[]): Holder;
	/** The search keys of a profile, each after the name of its scorer. */
	profileKeys(profileValues: readonly unknown[]): string[];
	/** The search keys of a record, likewise. */
	recordKeys(record: CrmRecord): string[];
	/** What a record carries that shows which other records are of the same person. */
	identityOf(record: CrmRecord): Identity[];
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
	const contextOf = ({ name }: AnyScorer, census: Census): CompareContext => ({
		recordCount: census.size,
		count: (key) => census.count(`${name} ${key}`),
		...(now === undefined ? {} : { now }),
	});

	function readRecordValue(scorer: AnyScorer, record: CrmRecord): unknown {
		return guarded(scorer, () => scorer.ofRecord(record) as unknown, record.id);
	}

	function recordValue(index: number, record: CrmRecord): unknown {
		const values = recent.of(record);
		values[index] ??= { value: readRecordValue(scorers[index] as AnyScorer, record) };
		return values[index].value;
	}

	function keysOf(side: "ofProfile" | "ofRecord", values: readonly unknown[]): string[] {
		return scorers.flatMap((scorer, index) => {
			const value = values[index];
			const { keys } = scorer;
			if (value === undefined || !keys) return [];
			return guarded(scorer, () => Array.from<string, string>(keys[side](value), (key) => `${scorer.name} ${key}`));
		});
	}

	const identifying = scorers.filter((scorer): scorer is Identifying => scorer.identity !== undefined);
	const identityKeys = (scorer: Identifying, record: CrmRecord): string[] =>
		guarded(scorer, () => Array.from(scorer.identity.keys(record)), record.id);

	function observedBy(scorer: AnyScorer, index: number, observation: Observation): Observed {
		const definition = levels[index]?.[observation.level];
		if (!definition) {
			throw new SameAsError("SCORER", `Scorer "${scorer.name}" has no level "${observation.level}".`);
		}
		return { scorer: scorer.name, group: scorer.group, definition, observation, weight: weights[scorer.name] ?? 1 };
	}

	/** The bits of a scorer's best level. */
	function mostBits(index: number): number {
		const bits = Object.values(levels[index] ?? {}).map(({ m, u }) => Math.log2(m / u));
		return microBits(Math.max(0, ...bits));
	}

	return {
		valuesOf: (profile, census) =>
			scorers.map((scorer) => guarded(scorer, () => scorer.ofProfile(profile, contextOf(scorer, census)) as unknown)),
		holderOf(profileValues) {
			for (const [index, scorer] of scorers.entries()) {
				const value = profileValues[index];
				const holder = value === undefined ? undefined : guarded(scorer, () => scorer.holder?.(value));
				if (holder !== undefined) return holder;
			}
			return onePerson;
		},
		profileKeys: (profileValues) => keysOf("ofProfile", profileValues),
		recordKeys: (record) =>
			keysOf(
				"ofRecord",
				scorers.map((scorer) => readRecordValue(scorer, record)),
			),

		identityOf(record) {
			const found: Identity[] = [];
			for (const scorer of identifying) {
				const { name, identity } = scorer;
				for (const key of identityKeys(scorer, record)) {
					found.push({
						key: `${name} ${key}`,
						needsName: identity.needsName === true,
						isOf: (other) =>
							identityKeys(scorer, other).includes(key) &&
							guarded(scorer, () => identity.same?.(key, record, other) ?? true, record.id),
					});
				}
			}
			return found;
		},

		observe({ record, foundBy }, profileValues, capped, census) {
			return scorers.flatMap((scorer, index) => {
				const ours = profileValues[index];
				if (ours === undefined) return [];
				const isOwn = (key: string): boolean => key.startsWith(`${scorer.name} `);
				if (scorer.keys?.exhaustive && !foundBy.some(isOwn) && !capped.some(isOwn)) return [];
				const theirs = recordValue(index, record);
				if (theirs === undefined) return [];
				const context = contextOf(scorer, census);
				const seen = guarded(
					scorer,
					() => scorer.compare(ours, theirs, context) as Observation | readonly Observation[] | undefined,
					record.id,
				);
				const observations =
					seen === undefined ? [] : Array.isArray(seen) ? (seen as Observation[]) : [seen as Observation];
				return observations.map((observation) => observedBy(scorer, index, observation));
			});
		},

		missingFrom(profileValues, record) {
			return scorers.flatMap((scorer, index): Missing[] => {
				const here = profileValues[index] !== undefined;
				const there = recordValue(index, record) !== undefined;
				if (here && there) return [];
				return [{ scorer: scorer.name, side: here ? "record" : there ? "profile" : "both", upTo: mostBits(index) }];
			});
		},

		boundsOf(profileValues, census) {
			const bestOf = new Map<EvidenceGroup, number>();
			const absent = scorers.map((scorer, index) => {
				const value = profileValues[index];
				if (value === undefined) return 0;
				const context = contextOf(scorer, census);
				const bounds = guarded(scorer, () => scorer.bounds?.(value, context)) ?? { best: mostBits(index), absent: 0 };
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
		if (SameAsError.is(cause)) throw cause;
		throw new SameAsError("SCORER", `Scorer "${scorer.name}" threw. Its error is the cause.`, {
			cause,
			...(recordId === undefined ? {} : { recordId }),
		});
	}
}
