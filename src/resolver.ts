import { SameAsError } from "./errors.js";
import {
	decide,
	microBits,
	type Observed,
	posteriorOf,
	priorBits,
	probabilityOf,
	type Thresholds,
	totalBits,
	weigh,
} from "./model.js";
import { readProfile, readRecord } from "./schema.js";
import { accountScorer } from "./scorers/account.js";
import { emailScorer } from "./scorers/email.js";
import { interactionScorer } from "./scorers/interaction.js";
import { nameScorer } from "./scorers/name.js";
import { organizationScorer } from "./scorers/organization.js";
import { phoneScorer } from "./scorers/phone.js";
import { placeScorer } from "./scorers/place.js";
import type { AnyScorer, CompareContext, LevelDefinition, Observation } from "./scorers/scorer.js";
import { memoryStore } from "./stores/memory.js";
import type { Candidate, Recall, RecordStore } from "./stores/store.js";
import type {
	CrmRecord,
	CrmRecordInput,
	Evidence,
	EvidenceGroup,
	IdentityLink,
	Missing,
	QuarantinedRecord,
	RecordRow,
	Resolution,
	SocialProfileInput,
	Warning,
} from "./types.js";

export interface ResolverOptions {
	/** The records to search. More can be added later. */
	readonly records?: Iterable<CrmRecordInput | RecordRow>;
	/** What counts as evidence. Default: name, email, phone, interaction, account, place and organization. */
	readonly scorers?: readonly AnyScorer[];
	/** Factors on the bits of a scorer, by its name: 0.5 trusts it half as much. Default 1. */
	readonly weights?: Readonly<Record<string, number>>;
	/**
	 * P(the person behind a profile is in the record set), before looking. Default 0.5: as likely as not.
	 * Lower it for cold mentions of a brand, raise it for direct messages of signed-in customers.
	 */
	readonly coverage?: number;
	/**
	 * How likely it is, against another record, that a record which holds nothing but a name is the person asked about.
	 * Default 1/8: people who write have mostly been in touch. 1 treats all records alike. Measured on two public record
	 * sets in which some people can be reached and others not: 0.03 to 0.2.
	 */
	readonly bareWeight?: number;
	/** Probabilities from which on the decision is "link" (default 0.99) and "review" (default 0.5). */
	readonly thresholds?: Partial<Thresholds>;
	/** Where records are kept. Default: `memoryStore()`. */
	readonly store?: RecordStore;
	/** ISO 3166-1 alpha-2 country of telephone numbers written without one, such as "US". */
	readonly defaultCountry?: string;
	/** The present, in ms since the epoch, for evidence that ages. Without it nothing ages. */
	readonly now?: number;
	/** Links returned. Default 10. */
	readonly maxLinks?: number;
}

/** What came of a batch of records. `accepted + suppressed + quarantined.length` is the number offered. */
export interface IngestReport {
	readonly accepted: number;
	/** Records of people who have refused to be matched. They are not kept. */
	readonly suppressed: number;
	readonly quarantined: readonly QuarantinedRecord[];
	/** Parts of accepted records that were left out, with the record's id. */
	readonly warnings: readonly (Warning & { readonly recordId: string })[];
}

export interface Resolver {
	/** Records held. */
	readonly size: number;
	/** What came of the records given to `createResolver`. */
	readonly ingested: IngestReport;
	/**
	 * Who is this? Ranked links with evidence; finding nobody is a result, not an error.
	 * @throws SameAsError SHAPE when the profile is neither a string nor an object, SCORER when a plug-in fails,
	 * CANCELLED when the signal fires.
	 */
	resolve(profile: SocialProfileInput | string, options?: { readonly signal?: AbortSignal }): Promise<Resolution>;
	/** Adds records; one whose id is already there is quarantined. */
	add(records: Iterable<CrmRecordInput | RecordRow>): IngestReport;
	/** Adds records; one whose id is already there is replaced. */
	upsert(records: Iterable<CrmRecordInput | RecordRow>): IngestReport;
	/** Forgets a record. Returns whether it was there. */
	remove(recordId: string): boolean;
	get(recordId: string): CrmRecord | undefined;
}

/** The scorers used when none are named. */
export function defaultScorers(options: { readonly defaultCountry?: string } = {}): AnyScorer[] {
	return [
		nameScorer(),
		emailScorer(),
		phoneScorer(options),
		interactionScorer(),
		accountScorer(),
		placeScorer(),
		organizationScorer(),
	];
}

function checked(options: ResolverOptions, scorers: readonly AnyScorer[]): void {
	const refuse = (path: string, message: string): never => {
		throw new SameAsError("CONFIG", message, { path });
	};
	const { coverage = 0.5, bareWeight = 1, thresholds = {}, weights = {}, maxLinks = 10 } = options;
	if (!(coverage > 0 && coverage < 1))
		refuse("coverage", "`coverage` is a probability between 0 and 1, both excluded.");
	if (!(bareWeight > 0 && bareWeight <= 1)) refuse("bareWeight", "`bareWeight` is a number above 0, at most 1.");
	for (const key of ["link", "review"] as const) {
		const value = thresholds[key] ?? 0.5;
		if (!(value > 0 && value < 1))
			refuse(`thresholds.${key}`, `\`thresholds.${key}\` is a probability between 0 and 1.`);
	}
	const { link = 0.99, review = 0.5 } = thresholds;
	if (review > link) refuse("thresholds.review", "`thresholds.review` is at most `thresholds.link`.");
	if (options.defaultCountry !== undefined) {
		if (!/^[A-Z]{2}$/.test(options.defaultCountry))
			refuse("defaultCountry", 'A country is two capital letters, such as "US".');
		if (options.scorers) {
			refuse("defaultCountry", "With `scorers` given, say the country there: `defaultScorers({ defaultCountry })`.");
		}
	}
	if (!(Number.isInteger(maxLinks) && maxLinks > 0)) refuse("maxLinks", "`maxLinks` is a whole number above 0.");
	const names = new Set<string>();
	for (const { name } of scorers) {
		if (names.has(name)) refuse("scorers", `Two scorers are called "${name}". Leave one out or rename it.`);
		names.add(name);
	}
	for (const [name, weight] of Object.entries(weights)) {
		if (!names.has(name))
			refuse(`weights.${name}`, `There is no scorer "${name}" to weight. Scorers: ${[...names].join(", ")}.`);
		if (!(weight >= 0 && Number.isFinite(weight))) refuse(`weights.${name}`, "A weight is a finite number, 0 or more.");
	}
}

/** Candidates that are compared whatever the first of them has earned. */
const ALWAYS = 8;
/** Beyond those, one found by keys this many bits weaker than the best ... */
const WEAKER = 5;
/** ... is left out when another has earned this many bits more than its keys are worth: its odds are under 1 in 4,000. */
const HOPELESS = 12;
/** Earnings beyond this many bits do not make others more hopeless, so that weaker namesakes stay listed. */
const ENOUGH = 28;

/** A record that has earned this many bits more than a common key is worth fits better than those who only share the key. */
const CROWD = 4;

/** A record that holds nothing but a name: nobody has been in touch with this person. */
function isBare(record: CrmRecord): boolean {
	return fullness(record) === record.addresses.length;
}

/** How much a record knows of its person. Among records that fit equally well the fuller one is shown first. */
function fullness({ emails, phones, addresses, links, handles, interactions }: CrmRecord): number {
	return emails.length + phones.length + addresses.length + links.length + handles.length + interactions.length;
}

/** The bits of a scorer's best level. */
function mostBits({ levels }: AnyScorer): number {
	const bits = Object.values<LevelDefinition>(levels).map(({ m, u }) => Math.log2(m / u));
	return microBits(Math.max(0, ...bits));
}

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

/**
 * Links social handles to records.
 * @throws SameAsError CONFIG when an option is wrong; bad records are quarantined instead, see `ingested`.
 */
export function createResolver(options: ResolverOptions = {}): Resolver {
	const {
		scorers = defaultScorers(options.defaultCountry === undefined ? {} : { defaultCountry: options.defaultCountry }),
		weights = {},
		coverage = 0.5,
		bareWeight = 1 / 8,
		store = memoryStore(),
		maxLinks = 10,
	} = options;
	const thresholds: Thresholds = { link: 0.99, review: 0.5, ...options.thresholds };
	checked(options, scorers);

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

	const readRecordValue = (scorer: AnyScorer, record: CrmRecord): unknown =>
		guarded(scorer, () => scorer.ofRecord(record) as unknown, record.id);
	const recent = new RecentValues();
	let bareRecords = 0;
	const countBare = (record: CrmRecord | undefined, by: 1 | -1): void => {
		if (record && isBare(record)) bareRecords += by;
	};
	const weightOf = (record: CrmRecord): number => (isBare(record) ? bareWeight : 1);
	/** What all records weigh together in the prior. */
	const totalWeight = (): number => store.size - bareRecords * (1 - bareWeight);
	function forget(recordId: string): boolean {
		countBare(store.get(recordId), -1);
		return store.remove(recordId);
	}
	function recordValue(index: number, record: CrmRecord): unknown {
		const values = recent.of(record);
		values[index] ??= { value: readRecordValue(scorers[index] as AnyScorer, record) };
		return values[index].value;
	}
	const contexts = scorers.map(
		({ name }): CompareContext => ({
			get recordCount() {
				return store.size;
			},
			count: (key) => store.count(`${name} ${key}`),
			...(options.now === undefined ? {} : { now: options.now }),
		}),
	);

	function keysOf(side: "ofProfile" | "ofRecord", values: readonly unknown[]): string[] {
		return scorers.flatMap((scorer, index) => {
			const value = values[index];
			const { keys } = scorer;
			if (value === undefined || !keys) return [];
			return guarded(scorer, () => Array.from<string, string>(keys[side](value), (key) => `${scorer.name} ${key}`));
		});
	}

	function ingest(inputs: Iterable<CrmRecordInput | RecordRow>, replace: boolean): IngestReport {
		let accepted = 0;
		let suppressed = 0;
		const quarantined: QuarantinedRecord[] = [];
		const warnings: (Warning & { recordId: string })[] = [];
		let index = 0;
		for (const input of inputs) {
			const read = readRecord(input, index++);
			if ("quarantined" in read) {
				quarantined.push(read.quarantined);
				continue;
			}
			const { record } = read;
			if (!replace && store.has(record.id)) {
				const reason = "Another record has this id. Give each record its own, or use upsert to replace it.";
				quarantined.push({ code: "DUP_ID", path: "id", reason, index: index - 1, recordId: record.id });
				continue;
			}
			warnings.push(...read.warnings.map((warning) => ({ ...warning, recordId: record.id })));
			if (record.consent.doNotMatch) {
				forget(record.id);
				suppressed++;
				continue;
			}
			countBare(store.get(record.id), -1);
			countBare(record, 1);
			store.upsert([
				{
					record,
					keys: keysOf(
						"ofRecord",
						scorers.map((scorer) => readRecordValue(scorer, record)),
					),
				},
			]);
			accepted++;
		}
		return { accepted, suppressed, quarantined, warnings };
	}

	function observe(
		{ record, foundBy }: Candidate,
		profileValues: readonly unknown[],
		capped: readonly string[],
	): Observed[] {
		return scorers.flatMap((scorer, index) => {
			const ours = profileValues[index];
			if (ours === undefined) return [];
			const isOwn = (key: string): boolean => key.startsWith(`${scorer.name} `);
			if (scorer.keys?.exhaustive && !foundBy.some(isOwn) && !capped.some(isOwn)) return [];
			const theirs = recordValue(index, record);
			if (theirs === undefined) return [];
			const context = contexts[index] as CompareContext;
			const seen = guarded(
				scorer,
				() => scorer.compare(ours, theirs, context) as Observation | readonly Observation[] | undefined,
				record.id,
			);
			const observations =
				seen === undefined ? [] : Array.isArray(seen) ? (seen as Observation[]) : [seen as Observation];
			return observations.map((observation) => observedBy(scorer, observation));
		});
	}

	function missingFrom(profileValues: readonly unknown[], record: CrmRecord): Missing[] {
		return scorers.flatMap((scorer, index): Missing[] => {
			const here = profileValues[index] !== undefined;
			const there = recordValue(index, record) !== undefined;
			if (here && there) return [];
			return [{ scorer: scorer.name, side: here ? "record" : there ? "profile" : "both", upTo: mostBits(scorer) }];
		});
	}

	function observedBy(scorer: AnyScorer, observation: Observation): Observed {
		const definition: LevelDefinition | undefined = scorer.levels[observation.level];
		if (!definition) {
			throw new SameAsError("SCORER", `Scorer "${scorer.name}" has no level "${observation.level}".`);
		}
		return { scorer: scorer.name, group: scorer.group, definition, observation, weight: weights[scorer.name] ?? 1 };
	}

	/** The most that this profile could earn, and what a record earns that shares nothing with it. */
	function boundsOf(profileValues: readonly unknown[]): { best: number; absent: number } {
		const bestOf = new Map<EvidenceGroup, number>();
		let absent = 0;
		scorers.forEach((scorer, index) => {
			const value = profileValues[index];
			if (value === undefined) return;
			const context = contexts[index] as CompareContext;
			const bounds = guarded(scorer, () => scorer.bounds?.(value, context)) ?? { best: mostBits(scorer), absent: 0 };
			const weight = weights[scorer.name] ?? 1;
			bestOf.set(scorer.group, Math.max(bestOf.get(scorer.group) ?? 0, weight * bounds.best));
			absent += weight * bounds.absent;
		});
		return { best: [...bestOf.values()].reduce((sum, bits) => sum + bits, 0), absent };
	}

	interface Compared {
		readonly candidate: Candidate;
		readonly evidence: readonly Evidence[];
		readonly prior: number;
		readonly total: number;
	}

	/** Compares the candidates in turn, and stops where those that are left can no longer matter. */
	function compareAll({ candidates, report }: Recall, profileValues: readonly unknown[]): Compared[] {
		const all = totalWeight();
		const compared: Compared[] = [];
		let most = 0;
		for (const candidate of candidates) {
			const weaker = candidate.rarity + WEAKER < (candidates[0] as Candidate).rarity;
			if (weaker && compared.length >= ALWAYS && candidate.rarity + HOPELESS < Math.min(most, ENOUGH)) break;
			const evidence = weigh(observe(candidate, profileValues, report.capped));
			const prior = priorBits(weightOf(candidate.record) / all, coverage);
			const total = totalBits(prior, evidence);
			most = Math.max(most, total - prior);
			compared.push({ candidate, evidence, prior, total });
		}
		return compared;
	}

	async function resolve(
		input: SocialProfileInput | string,
		{ signal }: { readonly signal?: AbortSignal } = {},
	): Promise<Resolution> {
		const stopWhenAsked = (): void => {
			if (signal?.aborted) throw new SameAsError("CANCELLED", "The signal was aborted.", { cause: signal.reason });
		};
		stopWhenAsked();

		// understand
		const { profile, warnings } = readProfile(input);
		const values = scorers.map((scorer, index) =>
			guarded(scorer, () => scorer.ofProfile(profile, contexts[index] as CompareContext) as unknown),
		);

		// recall
		const recall = store.recall(keysOf("ofProfile", values));
		stopWhenAsked();

		// compare and weigh
		const all = totalWeight();
		const prior = priorBits(all === 0 ? 1 : 1 / all, coverage);
		const { best, absent } = boundsOf(values);
		const compared = compareAll(recall, values);

		// decide: records that nothing speaks for are not listed, but keep their share of the probability
		const listed = compared
			.filter((candidate) => candidate.total > candidate.prior)
			.sort(
				(a, b) =>
					b.total - a.total ||
					fullness(b.candidate.record) - fullness(a.candidate.record) ||
					(a.candidate.record.id < b.candidate.record.id ? -1 : 1),
			);
		const listedWeight = listed.reduce((sum, { candidate }) => sum + weightOf(candidate.record), 0);
		const unlistedShare = all === 0 ? 0 : Math.max(0, all - listedWeight) / all;
		let restOdds = unlistedShare * (coverage / (1 - coverage)) * 2 ** absent;
		const most = listed[0] ? listed[0].total - listed[0].prior : 0;
		const { unfollowed, report } = recall;
		if (unfollowed && most < unfollowed.rarity + CROWD) {
			// A crowd that shares a key may hold the right record as well: as if every other one had earned the key's bits.
			restOdds += unfollowed.records * 2 ** (prior + unfollowed.rarity - 1);
		}
		const posterior = posteriorOf(
			listed.map(({ total }) => total),
			restOdds,
		);
		const links = listed.slice(0, maxLinks).map(
			({ candidate: { record, foundBy }, evidence, prior, total }, index): IdentityLink => ({
				recordId: record.id,
				record,
				probability: posterior.probabilities[index] as number,
				bits: total,
				prior,
				competition: posterior.competition[index] as number,
				evidence,
				missing: missingFrom(values, record),
				foundBy,
			}),
		);
		const { nobody } = posterior;
		const ceiling = probabilityOf(microBits(prior + best));
		const probabilities = links.map(({ probability }) => probability);
		const unlisted = Math.max(0, 1 - nobody - probabilities.reduce((sum, probability) => sum + probability, 0));
		const { decision, reason } = decide(
			{
				records: store.size,
				coverage,
				readable: values.some((value) => value !== undefined),
				probabilities,
				nobody,
				unlisted,
				ceiling,
				capped: report.capped.length,
			},
			thresholds,
		);
		return {
			profile,
			decision,
			reason,
			links,
			nobody,
			unlisted,
			prior: { bits: prior, coverage, records: store.size },
			ceiling,
			recall: { ...report, candidates: compared.length },
			warnings,
		};
	}

	return {
		get size() {
			return store.size;
		},
		ingested: ingest(options.records ?? [], false),
		resolve,
		add: (records) => ingest(records, false),
		upsert: (records) => ingest(records, true),
		remove: forget,
		get: (recordId) => store.get(recordId),
	};
}
