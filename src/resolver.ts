import { type BatchItem, type BatchOptions, resolveAll } from "./batch.js";
import { bestFirst, type Compared, finderIn, isListed } from "./comparing.js";
import { type Person, peopleIn } from "./duplicates.js";
import {
	crowdOdds,
	decide,
	evidenceOf,
	microBits,
	misfitOf,
	type Observed,
	posteriorOf,
	priorBits,
	probabilityOf,
	spreadOdds,
	type Thresholds,
} from "./model.js";
import { type ResolverOptions, readOptions } from "./options.js";
import { panelOf } from "./panel.js";
import { type IngestOptions, type IngestReport, type Inputs, recordSet } from "./record-set.js";
import { readProfile } from "./schema.js";
import { stopIfAborted } from "./source.js";
import { memoryStore } from "./stores/memory.js";
import { guarded } from "./stores/store.js";
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
	 * @throws SameAsError SHAPE when the profile is neither a string nor an object, SCORER or STORE when a plug-in fails,
	 * CANCELLED when the signal fires.
	 */
	resolve(
		profile: SocialProfileInput | string,
		options?: { readonly signal?: AbortSignal | undefined },
	): Promise<Resolution>;
	/**
	 * The same for many, an array or a stream, in its order: one profile after the other, each on its own. One that cannot be
	 * read is an item of the kind "failed". `assign` then settles which of several handles is whose.
	 * @throws SameAsError CONFIG when an option is wrong; while it runs, as `resolve` does.
	 */
	resolveAll<P extends SocialProfileInput | string>(
		profiles: Iterable<P> | AsyncIterable<P>,
		options?: BatchOptions,
	): AsyncGenerator<BatchItem<P>, void, undefined>;
	/** Adds records; one whose id is already there is quarantined. */
	add(records: Iterable<CrmRecordInput | RecordRow>): IngestReport;
	/** Adds records; one whose id is already there is replaced. */
	upsert(records: Iterable<CrmRecordInput | RecordRow>): IngestReport;
	/**
	 * Adds records that come over time, as from a file or page by page from an API. Of those that were in before the signal
	 * fired or the source failed, all stay.
	 * @throws SameAsError CANCELLED when the signal fires.
	 */
	addAll(records: Inputs, options?: IngestOptions): Promise<IngestReport>;
	/** Forgets a record. Returns whether it was there. */
	remove(recordId: string): boolean;
	get(recordId: string): CrmRecord | undefined;
}

/** A name that more than one in so many bear is no one's own. */
const COMMON_NAME = 20_000;

/** Why what speaks for a record makes no link alone, however probable: in a sentence, or undefined. */
function incompleteBy(evidence: readonly Evidence[]): string | undefined {
	const own = evidence.filter(({ rawBits, group }) => rawBits > 0 && group !== "context");
	// City and employer are shared by a family and its firm.
	if (own.every(({ decides }) => decides === false))
		return "One record fits, but the profile does not show the whole name.";
	const isCommon = ({ group, share = 0, decides }: Evidence): boolean =>
		decides === false || (group === "name" && share * COMMON_NAME > 1);
	return own.every(isCommon) ? "One record fits, but only by a name that many other people bear." : undefined;
}

/** The people whom the most telling piece of evidence fits. */
function alsoFitting(evidence: readonly Evidence[], population: number): { readonly alsoFit?: number } {
	const shares = evidence.map(({ share }) => share).filter((share) => share !== undefined);
	return shares.length === 0 ? {} : { alsoFit: population * Math.min(...shares) };
}

/**
 * Links social handles to records.
 * @throws SameAsError CONFIG when an option is wrong, SCORER or STORE when a plug-in fails on a record; bad records are
 * quarantined instead, see `ingested`.
 */
export function createResolver(options: ResolverOptions = {}): Resolver {
	const { scorers, weights, coverage, bareWeight, thresholds, population, maxLinks } = readOptions(options);
	const { store: given, now } = options;
	const store = given === undefined ? memoryStore() : guarded(given);
	const { slopes, levels } = readTrained(options.model, scorers);
	const panel = panelOf({ scorers, levels, weights, slopes, now });
	const records = recordSet(store, bareWeight, panel);
	const gather = peopleIn(store, panel);
	const find = finderIn({ store, panel, records, gather, slopes, coverage, maxLinks });

	async function resolve(
		input: SocialProfileInput | string,
		{ signal }: { readonly signal?: AbortSignal | undefined } = {},
	): Promise<Resolution> {
		stopIfAborted(signal);

		// understand, recall, compare and weigh: records of one person are one candidate
		const { profile, warnings } = readProfile(input);
		const found = find(profile);
		const { values, census, all, compared, crowds } = found;
		const { report } = found.recall;
		const holder = panel.holderOf(values);
		stopIfAborted(signal);
		const listed = compared.filter(isListed).sort(bestFirst);

		// decide: the listed records compete with each other, with all others, and with "nobody here"
		const listedWeight = listed.reduce((sum, { weight }) => sum + weight, 0);
		const prior = priorBits(all === 0 ? 1 : 1 / all, coverage);
		const { best, absent } = panel.boundsOf(values, census);
		const absentBits = absent.reduce((sum, bits) => sum + bits, 0);
		const onAverage = priorBits(1 / Math.max(1, census.size), coverage);
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
		const shown = listed.slice(0, maxLinks).map((one) => ({ ...one, evidence: one.evidence.map(evidenceOf) }));
		const misfit = shown[0] && misfitOf(shown[0].evidence);
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
				against: (shown[0]?.evidence ?? []).reduce((sum, { bits }) => sum + Math.min(0, bits), 0),
				incomplete: shown[0] && incompleteBy(shown[0].evidence),
				misfit: misfit !== undefined || (isOfAPerson && holder.kind !== "person"),
				aside: misfit ? `${misfit.says}.` : holder.kind === "person" ? undefined : holder.says,
			},
			thresholds,
		);

		// explain: the very numbers used
		const links = shown.map(
			({ candidate: { record, records, foundBy }, evidence, prior, total }, index): IdentityLink => ({
				recordId: records[0].id,
				record: records[0],
				duplicates: records.slice(1),
				probability: probabilities[index] as number,
				bits: total,
				prior,
				competition: posterior.competition[index] as number,
				evidence,
				...alsoFitting(evidence, population),
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
			prior: { bits: prior, coverage, records: census.size },
			ceiling,
			population,
			recall: { ...report, candidates: compared.length },
			warnings,
		};
	}

	/** For training: as far as `resolve` goes before it decides. */
	function compare(input: SocialProfileInput | string, recordId?: string | null): Comparison {
		const { values, recall, census, all, compared, crowds } = find(readProfile(input).profile);
		const pairOf = ({ record, records: own, foundBy }: Person, observed: readonly Observed[]): ComparedPair => {
			const missing = new Set(panel.missingFrom(values, record).map(({ scorer }) => scorer));
			const readable = new Set(scorers.map(({ name }) => name).filter((name) => !missing.has(name)));
			return { recordId: own[0].id, share: records.weightOf(record) / all, observed, compared: readable, foundBy };
		};
		const toPair = ({ candidate, observed }: Compared): ComparedPair => pairOf(candidate, observed);
		const people = compared.toSorted(bestFirst);
		const candidates = people.map(toPair);
		const at = people.findIndex(({ candidate }) => candidate.records.some(({ id }) => id === recordId));
		const record = typeof recordId === "string" && at < 0 ? store.get(recordId) : undefined;
		const unfound = record && gather([{ record, foundBy: [], rarity: 0 }], new Set([record])).candidates[0];
		return {
			records: census.size,
			candidates,
			asked:
				candidates[at] ?? (unfound && pairOf(unfound, panel.observe(unfound, values, recall.report.capped, census))),
			absent: panel.boundsOf(values, census).absent,
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
		resolveAll: (profiles, options) => resolveAll(resolver, profiles, options),
		add: (inputs) => records.ingest(inputs, false),
		upsert: (inputs) => records.ingest(inputs, true),
		addAll: (inputs, options = {}) => records.ingestAll(inputs, options),
		remove: (recordId) => records.forget(recordId),
		get: (recordId) => store.get(recordId),
	};
	insides.set(resolver, { scorers, coverage, trained: options.model !== undefined, compare });
	return resolver;
}
