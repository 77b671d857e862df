import { SameAsError } from "./errors.js";
import {
	crowdOdds,
	decide,
	isRelated,
	microBits,
	misfitOf,
	type Observed,
	posteriorOf,
	priorBits,
	probabilityOf,
	spreadOdds,
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
import type { Candidate, Recall } from "./stores/store.js";
import { type ComparedPair, type Comparison, insides } from "./training/inside.js";
import { readTrained } from "./training/model-file.js";
import type {
	CrmRecord,
	CrmRecordInput,
	Evidence,
	IdentityLink,
	RecordRow,
	Resolution,
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

interface Compared {
	readonly candidate: Candidate;
	readonly observed: readonly Observed[];
	readonly evidence: readonly Evidence[];
	/** What the record counts in the prior. */
	readonly weight: number;
	readonly prior: number;
	readonly total: number;
}

interface Comparisons {
	readonly compared: readonly Compared[];
	readonly crowds: readonly { readonly records: number; readonly sample: readonly Compared[] }[];
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
	const panel = panelOf({ scorers, levels, weights, slopes, store, now });
	const records = recordSet(store, bareWeight, panel.recordKeys);

	/**
	 * Compares the candidates in turn, and stops where those that are left can no longer matter; then a few of each crowd
	 * that is too large to compare.
	 */
	function compareAll({ candidates, crowds, report }: Recall, profileValues: readonly unknown[]): Comparisons {
		const all = records.totalWeight();
		const compare = (candidate: Candidate): Compared => {
			const observed = panel.observe(candidate, profileValues, report.capped);
			const evidence = weigh(observed, slopes);
			const weight = records.weightOf(candidate.record);
			const prior = priorBits(weight / all, coverage);
			return { candidate, observed, evidence, weight, prior, total: totalBits(prior, evidence) };
		};
		const compared: Compared[] = [];
		let most = 0;
		for (const candidate of candidates) {
			if (isHopeless(candidate, candidates[0] as Candidate, compared.length, most)) break;
			const one = compare(candidate);
			most = Math.max(most, one.total - one.prior);
			compared.push(one);
		}
		return { compared, crowds: crowds.map((crowd) => ({ records: crowd.records, sample: crowd.sample.map(compare) })) };
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
		const values = panel.valuesOf(profile);
		const holder = panel.holderOf(values);

		// recall
		const recall = store.recall(panel.profileKeys(values));
		const { report } = recall;
		stopWhenAsked();

		// compare and weigh: records that nothing speaks for are not listed, but keep their share of the probability
		const { compared, crowds } = compareAll(recall, values);
		const listed = compared.filter(({ evidence }) => isRelated(evidence)).sort(bestFirst);

		// decide: the listed records compete with each other, with all others, and with "nobody here"
		const all = records.totalWeight();
		const listedWeight = listed.reduce((sum, { weight }) => sum + weight, 0);
		const prior = priorBits(all === 0 ? 1 : 1 / all, coverage);
		const { best, absent } = panel.boundsOf(values);
		const absentBits = absent.reduce((sum, bits) => sum + bits, 0);
		const onAverage = priorBits(1 / Math.max(1, store.size), coverage);
		const restOdds = crowds.reduce(
			(sum, { records: crowd, sample }) =>
				sum +
				crowdOdds(
					crowd,
					onAverage,
					sample.map(({ total, prior }) => total - prior),
				),
			all === 0 ? 0 : spreadOdds(Math.max(0, all - listedWeight) / all, coverage, absentBits),
		);
		const posterior = posteriorOf(
			listed.map(({ total }) => total),
			restOdds,
		);
		const probabilities = posterior.probabilities.slice(0, maxLinks);
		const { nobody } = posterior;
		const unlisted = Math.max(0, 1 - nobody - probabilities.reduce((sum, probability) => sum + probability, 0));
		const ceiling = probabilityOf(microBits(prior + best));
		const misfit = listed[0] && misfitOf(listed[0].evidence);
		const isOfAPerson = listed[0]?.candidate.record.kind === "person";
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
				against: (listed[0]?.evidence ?? []).reduce((sum, { bits }) => sum + Math.min(0, bits), 0),
				misfit: misfit !== undefined || (isOfAPerson && holder.kind !== "person"),
				aside: misfit ? `${misfit.says}.` : holder.kind === "person" ? undefined : holder.says,
			},
			thresholds,
		);

		// explain: the very numbers used
		const links = listed.slice(0, maxLinks).map(
			({ candidate: { record, foundBy }, evidence, prior, total }, index): IdentityLink => ({
				recordId: record.id,
				record,
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
			holder,
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

	/** For training: as far as `resolve` goes before it decides. */
	function compare(input: SocialProfileInput | string, recordId?: string | null): Comparison {
		const values = panel.valuesOf(readProfile(input).profile);
		const recall = store.recall(panel.profileKeys(values));
		const all = records.totalWeight();
		const pairOf = ({ record, foundBy }: Candidate, observed: readonly Observed[]): ComparedPair => {
			const missing = new Set(panel.missingFrom(values, record).map(({ scorer }) => scorer));
			const compared = new Set(scorers.map(({ name }) => name).filter((name) => !missing.has(name)));
			return { recordId: record.id, share: records.weightOf(record) / all, observed, compared, foundBy };
		};
		const toPair = ({ candidate, observed }: Compared): ComparedPair => pairOf(candidate, observed);
		const { compared, crowds } = compareAll(recall, values);
		const candidates = [...compared].sort(bestFirst).map(toPair);
		const record = typeof recordId === "string" ? store.get(recordId) : undefined;
		const unfound = record && { record, foundBy: [], rarity: 0 };
		return {
			records: store.size,
			candidates,
			asked:
				candidates.find((candidate) => candidate.recordId === recordId) ??
				(unfound && pairOf(unfound, panel.observe(unfound, values, recall.report.capped))),
			absent: panel.boundsOf(values).absent,
			crowds: crowds.map(({ records, sample }) => ({ records, sample: sample.map(toPair) })),
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
