import type { Suspect } from "./assurance/alerts.js";
import { assured } from "./assurance/assurance.js";
import { type BatchItem, type BatchOptions, resolveAll } from "./batch.js";
import { bestFirst, type Compared, finderIn, isListed } from "./comparing.js";
import { decideAmong, isMisfit } from "./deciding.js";
import { type Person, peopleIn } from "./duplicates.js";
import { erasureIn, type ForgetOptions, type Forgotten } from "./erasure.js";
import { evidenceOf, type Observed, priorBits, type Thresholds, together } from "./model.js";
import { type ResolverOptions, readOptions } from "./options.js";
import { panelOf } from "./panel.js";
import { type IngestOptions, type IngestReport, type Inputs, recordSet, withoutRecords } from "./record-set.js";
import { readProfile } from "./schema.js";
import { stopIfAborted } from "./source.js";
import { memoryStore } from "./stores/memory.js";
import { guarded } from "./stores/store.js";
import { type ComparedPair, type Comparison, insides } from "./training/inside.js";
import { readTrained } from "./training/model-file.js";
import type {
	Basis,
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
	/** Takes a record out. Returns whether it was there. */
	remove(recordId: string): boolean;
	/**
	 * Erases a person: the record with this id and the person's other records; or, for a profile, the records that hold this
	 * very account as theirs, while what it said is taken out of others. Then nothing of them is found in the resolver, its
	 * store, or a snapshot that is taken from then on. Files and other threads are to be dealt with: see docs/erasure.md.
	 * @throws SameAsError SHAPE when the profile cannot be read, CONFIG when the key is too short.
	 */
	forget(target: string | SocialProfileInput, options?: ForgetOptions): Forgotten;
	get(recordId: string): CrmRecord | undefined;
}

/** Whether any account could pass for one of the person's. */
function isKnownByAccounts({ candidate: { records } }: Compared): boolean {
	return records.some(({ handles, links }) => handles.length + links.length > 0);
}

function suspectOf({ candidate: { records }, observed }: Compared, probability = 0): Suspect {
	return { records, levels: observed.map(({ observation }) => observation.level), probable: probability >= 0.5 };
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
	const settings = readOptions(options);
	const { scorers, weights, coverage, bareWeight, thresholds, population, maxLinks, receiptKey } = settings;
	const store = options.store === undefined ? memoryStore() : guarded(options.store);
	/** The present of the question at hand. */
	let now: number | undefined;
	const { slopes, levels } = readTrained(options.model, scorers);
	const panel = panelOf({ scorers, levels, weights, slopes, now: () => now });
	const records = recordSet(store, bareWeight, panel, options.suppressed);
	const gather = peopleIn(store, panel);
	const erase = erasureIn({ scorers, store, panel, records, gather, ownKey: options.suppressed?.key });
	const find = finderIn({ store, panel, records, gather, slopes, coverage });

	async function resolve(
		input: SocialProfileInput | string,
		{ signal }: { readonly signal?: AbortSignal | undefined } = {},
	): Promise<Resolution> {
		stopIfAborted(signal);

		// understand, recall, compare and weigh: records of one person are one candidate
		now = settings.clock();
		const { profile, warnings } = readProfile(input);
		const found = find(profile);
		const { values, census, all, compared, crowds } = found;
		const { report } = found.recall;
		const holder = panel.holderOf(values);
		stopIfAborted(signal);
		const listed = compared.filter(isListed).sort(bestFirst);

		// decide: the listed records compete with each other, with all others, and with "nobody here"
		const listedWeight = listed.reduce((sum, { weight }) => sum + weight, 0);
		const onAverage = priorBits(1 / Math.max(1, census.size), coverage);
		const shown = listed.slice(0, maxLinks).map((one) => ({ ...one, evidence: evidenceOf(one.evidence) }));
		const further = listed.slice(maxLinks);
		const basis: Basis = {
			thresholds,
			slopes: Object.fromEntries(slopes),
			bounds: panel.boundsOf(values, census),
			spread: all === 0 ? 0 : Math.max(0, all - listedWeight) / all,
			others: [
				...(further.length === 0 ? [] : [together(further)]),
				...crowds.map(({ records: crowd, sample }) =>
					together(
						sample.map(({ total, prior, evidence }) => ({ total: onAverage + (total - prior), evidence })),
						crowd / sample.length,
					),
				),
			],
		};
		const prior = { bits: priorBits(all === 0 ? 1 : 1 / all, coverage), coverage, records: census.size };
		const contenders = shown.map(({ candidate: { record }, ...one }) => ({ ...one, kind: record.kind }));
		const scene = { basis, prior, holder, recall: report };
		const { decision, reason, probabilities, competition, nobody, unlisted, ceiling } = decideAmong(contenders, scene);

		// explain: the very numbers used
		const bare = shown.map(
			(
				{ candidate: { record, records, foundBy }, evidence, prior, total },
				index,
			): Omit<IdentityLink, "assurance"> => ({
				recordId: records[0].id,
				record: records[0],
				duplicates: records.slice(1),
				probability: probabilities[index] as number,
				bits: total,
				prior,
				competition: competition[index] as number,
				evidence,
				...alsoFitting(evidence, population),
				missing: panel.missingFrom(values, record),
				foundBy,
			}),
		);

		// how far it is proved, beside how probable it is
		const { links, alerts } = assured(bare, {
			profile,
			now,
			receiptKey,
			own: settings.own,
			totals: listed.map(({ total }) => total),
			people: compared
				.filter(isKnownByAccounts)
				.sort(bestFirst)
				.map((one) => suspectOf(one, probabilities[listed.indexOf(one)])),
			isMisfit: ({ record: { kind }, evidence }) => isMisfit({ kind, evidence }, holder),
		});
		return {
			profile,
			holder,
			decision,
			reason,
			links,
			alerts,
			nobody,
			unlisted,
			prior,
			ceiling,
			population,
			recall: { ...report, candidates: compared.length },
			basis,
			warnings,
		};
	}

	/** For training: as far as `resolve` goes before it decides. */
	function compare(input: SocialProfileInput | string, recordId?: string | null): Comparison {
		now = settings.clock();
		const { values, recall, census, all, compared, crowds } = find(readProfile(input).profile);
		const pairOf = ({ record, records: own, foundBy }: Person, observed: readonly Observed[]): ComparedPair => {
			const missing = new Set(panel.missingFrom(values, record).map(({ scorer }) => scorer));
			const readable = new Set(scorers.map(({ name }) => name).filter((name) => !missing.has(name)));
			return { recordId: own[0].id, share: records.weightOf(record) / all, observed, compared: readable, foundBy };
		};
		const toPair = ({ candidate, observed }: Compared): ComparedPair => pairOf(candidate, observed);
		const people = compared.toSorted(bestFirst);
		const candidates = people.map(toPair);
		const bounds = panel.boundsOf(values, census);
		const at = people.findIndex(({ candidate }) => candidate.records.some(({ id }) => id === recordId));
		const record = typeof recordId === "string" && at < 0 ? store.get(recordId) : undefined;
		const unfound = record && gather([{ record, foundBy: [], rarity: 0 }]).candidates[0];
		return {
			records: census.size,
			candidates,
			asked:
				candidates[at] ?? (unfound && pairOf(unfound, panel.observe(unfound, values, recall.report.capped, census))),
			absent: scorers.map(({ name }) => bounds.find(({ scorer }) => scorer === name)?.absent ?? 0),
			crowds: crowds.map(({ records, sample }) => ({ records, sample: sample.map(toPair) })),
		};
	}

	let ingested = records.ingest(options.records ?? [], false);
	const resolver: Resolver = {
		get size() {
			return store.size;
		},
		get ingested() {
			return ingested;
		},
		thresholds,
		resolve,
		resolveAll: (profiles, options) => resolveAll(resolver, profiles, options),
		add: (inputs) => records.ingest(inputs, false),
		upsert: (inputs) => records.ingest(inputs, true),
		addAll: (inputs, options = {}) => records.ingestAll(inputs, options),
		remove: (recordId) => records.remove(recordId),
		forget(target, options = {}) {
			const forgotten = erase(typeof target === "string" ? target : readProfile(target).profile, options);
			ingested = withoutRecords(ingested, forgotten.erased);
			return forgotten;
		},
		get: (recordId) => store.get(recordId),
	};
	insides.set(resolver, { scorers, coverage, trained: options.model !== undefined, compare });
	return resolver;
}
