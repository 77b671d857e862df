import { type People, type Person, peopleIn } from "./duplicates.js";
import { SameAsError } from "./errors.js";
import {
	decide,
	microBits,
	type Observed,
	posteriorOf,
	priorBits,
	probabilityOf,
	restOdds,
	type Thresholds,
	totalBits,
	weigh,
} from "./model.js";
import { type ResolverOptions, readOptions } from "./options.js";
import { panelOf } from "./panel.js";
import { fullness, type IngestReport, recordSet } from "./record-set.js";
import { readProfile } from "./schema.js";
import { isHopeless } from "./stopping.js";
import { memoryStore } from "./stores/memory.js";
import type { Recall } from "./stores/store.js";
import { type ComparedPair, type Comparison, insides } from "./training/inside.js";
import { readTrained } from "./training/model-file.js";
import type {
	CrmRecord,
	CrmRecordInput,
	Evidence,
	IdentityLink,
	RecordRow,
	Resolution,
	SocialProfile,
	SocialProfileInput,
} from "./types.js";

export interface Resolver {
	/** Records held. */
	readonly size: number;
	/** What came of the records given to `createResolver`. */
	readonly ingested: IngestReport;
	/** Probabilities from which on the decision is "link" or "review". */
	readonly thresholds: Thresholds;
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

/** What a profile says, and whom it may be. */
interface Question extends People {
	readonly values: readonly unknown[];
	readonly recall: Recall;
	/** What all people count together in the prior. */
	readonly all: number;
}

interface Found extends Question {
	readonly compared: readonly Compared[];
}

interface Compared {
	readonly candidate: Person;
	readonly observed: readonly Observed[];
	readonly evidence: readonly Evidence[];
	/** What the person counts in the prior. */
	readonly weight: number;
	readonly prior: number;
	readonly total: number;
}

/** Candidates that are asked for duplicates although nothing speaks for them: two of one person make each other common. */
const ALWAYS_GATHERED = 8;

/** Records that nothing speaks for are not listed, but keep their share of the probability. */
function isListed({ total, prior }: Compared): boolean {
	return total > prior;
}

/** Best first; of equal ones the record that knows more of its person, then in code-unit order of ids. */
function bestFirst(a: Compared, b: Compared): number {
	return (
		b.total - a.total ||
		fullness(b.candidate.record) - fullness(a.candidate.record) ||
		(a.candidate.record.id < b.candidate.record.id ? -1 : 1)
	);
}

/**
 * Links social handles to records.
 * @throws SameAsError CONFIG when an option is wrong; bad records are quarantined instead, see `ingested`.
 */
export function createResolver(options: ResolverOptions = {}): Resolver {
	const { scorers, weights, coverage, bareWeight, thresholds, maxLinks } = readOptions(options);
	const { store = memoryStore(), now } = options;
	const { slopes, levels } = readTrained(options.model, scorers);
	const panel = panelOf({ scorers, levels, weights, slopes, now });
	const records = recordSet(store, bareWeight, panel.recordKeys);
	const gather = peopleIn(store, panel);

	/** What the records of a person count in the prior beyond the one that the person is. */
	function surplusOf({ record, records: own }: Person): number {
		if (own.length === 1) return 0;
		return own.reduce((sum, each) => sum + records.weightOf(each), -records.weightOf(record));
	}

	/**
	 * Recalls and compares whom a profile may be. Where a record that fits has duplicates, all is read and compared again:
	 * people in place of records, and each counted once. Most records have none, and that is soon known.
	 */
	function find(profile: SocialProfile): Found {
		const values = panel.valuesOf(profile, store);
		const recall = store.recall(panel.profileKeys(values));
		const apart = recall.candidates.map((candidate): Person => ({ ...candidate, records: [candidate.record] }));
		const question = { values, recall, candidates: apart, census: store, all: records.totalWeight() };
		const compared = compareAll(question);
		const fitting = compared
			.toSorted(bestFirst)
			.filter((one, place) => isListed(one) || place < ALWAYS_GATHERED)
			.map(({ candidate }) => candidate);
		if (gather(fitting).census === store) return { ...question, compared };
		const people = gather(recall.candidates);
		const recounted = {
			...people,
			values: panel.valuesOf(profile, people.census),
			recall,
			all: people.candidates.reduce((sum, person) => sum - surplusOf(person), records.totalWeight()),
		};
		return { ...recounted, compared: compareAll(recounted) };
	}

	/** Compares the candidates in turn, and stops where those that are left can no longer matter. */
	function compareAll({ candidates, values, recall: { report }, census, all }: Question): Compared[] {
		const compared: Compared[] = [];
		let most = 0;
		for (const candidate of candidates) {
			if (isHopeless(candidate, candidates[0] as Person, compared.length, most)) break;
			const observed = panel.observe(candidate, values, report.capped, census);
			const evidence = weigh(observed, slopes);
			const weight = records.weightOf(candidate.record);
			const prior = priorBits(weight / all, coverage);
			const total = totalBits(prior, evidence);
			most = Math.max(most, total - prior);
			compared.push({ candidate, observed, evidence, weight, prior, total });
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

		// understand, recall, compare and weigh: records of one person are one candidate
		const { profile, warnings } = readProfile(input);
		const found = find(profile);
		const { values, census, all, compared } = found;
		const { unfollowed, report } = found.recall;
		stopWhenAsked();
		const listed = compared.filter(isListed).sort(bestFirst);

		// decide: the listed records compete with each other, with all others, and with "nobody here"
		const listedWeight = listed.reduce((sum, { weight }) => sum + weight, 0);
		const prior = priorBits(all === 0 ? 1 : 1 / all, coverage);
		const { best, absent } = panel.boundsOf(values, census);
		const { spread, crowd } = restOdds({
			share: all === 0 ? 0 : Math.max(0, all - listedWeight) / all,
			coverage,
			prior,
			absent: absent.reduce((sum, bits) => sum + bits, 0),
			most: listed[0] ? listed[0].total - listed[0].prior : 0,
			unfollowed,
		});
		const posterior = posteriorOf(
			listed.map(({ total }) => total),
			spread + crowd,
		);
		const probabilities = posterior.probabilities.slice(0, maxLinks);
		const { nobody } = posterior;
		const unlisted = Math.max(0, 1 - nobody - probabilities.reduce((sum, probability) => sum + probability, 0));
		const ceiling = probabilityOf(microBits(prior + best));
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

		// explain: the very numbers used
		const links = listed.slice(0, maxLinks).map(
			({ candidate: { record, records, foundBy }, evidence, prior, total }, index): IdentityLink => ({
				recordId: records[0].id,
				record: records[0],
				duplicates: records.slice(1),
				probability: probabilities[index] as number,
				bits: total,
				prior,
				competition: posterior.competition[index] as number,
				evidence,
				missing: panel.missingFrom(values, record),
				foundBy,
			}),
		);
		return {
			profile,
			decision,
			reason,
			links,
			nobody,
			unlisted,
			prior: { bits: prior, coverage, records: census.size },
			ceiling,
			recall: { ...report, candidates: compared.length },
			warnings,
		};
	}

	/** For training: as far as `resolve` goes before it decides. */
	function compare(input: SocialProfileInput | string, recordId?: string | null): Comparison {
		const { values, recall, census, all, compared } = find(readProfile(input).profile);
		const pairOf = ({ record, records: own, foundBy }: Person, observed: readonly Observed[]): ComparedPair => {
			const missing = new Set(panel.missingFrom(values, record).map(({ scorer }) => scorer));
			const readable = new Set(scorers.map(({ name }) => name).filter((name) => !missing.has(name)));
			return { recordId: own[0].id, share: records.weightOf(record) / all, observed, compared: readable, foundBy };
		};
		const people = compared.toSorted(bestFirst);
		const candidates = people.map(({ candidate, observed }) => pairOf(candidate, observed));
		const at = people.findIndex(({ candidate }) => candidate.records.some(({ id }) => id === recordId));
		const record = typeof recordId === "string" && at < 0 ? store.get(recordId) : undefined;
		const unfound = record && gather([{ record, foundBy: [], rarity: 0 }]).candidates[0];
		return {
			records: census.size,
			fullShare: all === 0 ? 1 : 1 / all,
			candidates,
			asked:
				candidates[at] ?? (unfound && pairOf(unfound, panel.observe(unfound, values, recall.report.capped, census))),
			absent: panel.boundsOf(values, census).absent,
			unfollowed: recall.unfollowed,
		};
	}

	const resolver: Resolver = {
		get size() {
			return store.size;
		},
		ingested: records.ingest(options.records ?? [], false),
		thresholds,
		resolve,
		add: (inputs) => records.ingest(inputs, false),
		upsert: (inputs) => records.ingest(inputs, true),
		remove: (recordId) => records.forget(recordId),
		get: (recordId) => store.get(recordId),
	};
	insides.set(resolver, { scorers, coverage, trained: options.model !== undefined, compare });
	return resolver;
}
