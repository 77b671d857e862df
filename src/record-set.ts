import { SameAsError } from "./errors.js";
import type { Panel } from "./panel.js";
import { readRecord } from "./schema.js";
import { isAsyncIterable, isIterable, type Source, sourceOf, stopIfAborted, unlessAborted } from "./source.js";
import type { RecordStore } from "./stores/store.js";
import { hashesBy, type Suppression } from "./suppression.js";
import { sha256 } from "./text/hash.js";
import type { CrmRecord, CrmRecordInput, Progress, QuarantinedRecord, RecordRow, Warning } from "./types.js";

/** What came of a batch of records. `accepted + suppressed + quarantined.length` is the number offered. */
export interface IngestReport {
	readonly accepted: number;
	/** Records of people who have refused to be matched, or are not to be kept (`ResolverOptions.suppressed`). */
	readonly suppressed: number;
	/** Ids of records held before that were taken out, as one of these is of the same person and refuses. */
	readonly withdrawn?: readonly string[];
	readonly quarantined: readonly QuarantinedRecord[];
	/** Parts of accepted records that were left out, with the record's id. */
	readonly warnings: readonly (Warning & { readonly recordId: string })[];
}

/** Records that are at hand, or come over time: a file that is read, pages of an API. */
export type Inputs = Iterable<CrmRecordInput | RecordRow> | AsyncIterable<CrmRecordInput | RecordRow>;

export interface IngestOptions {
	/** A record whose id is already there takes its place. Default: it is quarantined. */
	readonly replace?: boolean;
	readonly signal?: AbortSignal | undefined;
	/** Called after every thousand records and at the end. */
	readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** When one in so many of the records has just come, the store puts its things in order. */
const MANY = 8;
/** Records from one report of progress to the next. */
const PROGRESS = 1000;

/** What those who refuse are hashed with where no key is given: these hashes never leave the memory. */
const IN_MEMORY = "kept in memory only";

interface Intake {
	take(input: CrmRecordInput | RecordRow): void;
	/** After the last one, also where the source has failed. */
	end(): void;
	report(): IngestReport;
}

/** @param index position of the record whose id another one has that came before it */
export function duplicateOf(recordId: string, index: number): QuarantinedRecord {
	const reason = "Another record has this id. Give each record its own, or use upsert to replace it.";
	return { code: "DUP_ID", path: "id", reason, index, recordId };
}

/** A report that does not name these records. What it counts stays. */
export function withoutRecords(report: IngestReport, recordIds: readonly string[]): IngestReport {
	return {
		...report,
		quarantined: report.quarantined.map(({ recordId, ...entry }) =>
			recordId === undefined || recordIds.includes(recordId) ? entry : { ...entry, recordId },
		),
		warnings: report.warnings.filter((warning) => !recordIds.includes(warning.recordId)),
	};
}

/** A record that holds nothing but a name: nobody has been in touch with this person. */
function isBare(record: CrmRecord): boolean {
	return fullness(record) === record.addresses.length;
}

/** How much a record knows of its person. Among records that fit equally well the fuller one is shown first. */
export function fullness({ emails, phones, addresses, links, handles, interactions }: CrmRecord): number {
	return emails.length + phones.length + addresses.length + links.length + handles.length + interactions.length;
}

/** The search key of bare records: how many there are is counted like everything else. Scorers' keys begin with their name. */
const BARE = "bare";

/** The records of a resolver: how they come in and go, and how much each counts before any evidence. */
export interface RecordSet {
	/** @param replace whether a record whose id is already there is replaced, rather than quarantined */
	ingest(inputs: Iterable<CrmRecordInput | RecordRow>, replace: boolean): IngestReport;
	/** The same for records that come over time. @throws SameAsError CANCELLED when the signal fires */
	ingestAll(inputs: Inputs, options: IngestOptions): Promise<IngestReport>;
	/** Returns whether it was there. */
	remove(recordId: string): boolean;
	/** Puts a record in the place of the one that has its id. */
	replace(record: CrmRecord): void;
	/** Keeps out whoever has one of these hashes, from now on. */
	suppress(hashes: Iterable<string>): void;
	/** What a record counts in the prior, beside a full record's 1. */
	weightOf(record: CrmRecord): number;
	/** What all records count together. */
	totalWeight(): number;
}

function noRecords(also: string): SameAsError {
	const message = `Records come as an array or another iterable, a single one as \`[record]\`. ${also}`;
	return new SameAsError("CONFIG", message, { path: "records" });
}

/** The signal is heard at once, also while the source lets one wait, by one listener for all. */
async function takeAll<T>(source: Source<T>, take: (input: T) => void, signal: AbortSignal | undefined): Promise<void> {
	const walk = async (): Promise<void> => {
		for (let next = await source.next(); !next.done; next = await source.next()) {
			take(next.value);
			stopIfAborted(signal);
		}
	};
	try {
		await unlessAborted(walk(), signal);
	} finally {
		await source.close();
	}
}

/** A record that has something of everything, so that every search key shows in its keys. */
const specimen = {
	id: "specimen",
	name: { given: "Todd Anselm", family: "Defren" },
	emails: ["todd.defren+news@example.com"],
	phones: ["+1 617 555 0142"],
	address: { city: "Boston", region: "MA", country: "US" },
	organization: "Example Optics Ltd",
	title: "Vice President",
	links: ["https://example.com/todd"],
	handles: [{ platform: "x", handle: "tdefren", id: "1" }],
	interactions: [{ channel: "post", text: "The zoetrope arrived, order INV-20391.", at: "2026-01-02T03:04:05Z" }],
} as const;

/** What tells one way of making search keys from another. */
function schemeOf(keysOf: Panel["recordKeys"]): string {
	const read = readRecord(specimen, 0);
	return "record" in read ? sha256(keysOf(read.record).join("\n")) : "";
}

export function recordSet(
	store: RecordStore,
	bareWeight: number,
	{ recordKeys: keysOf }: Pick<Panel, "recordKeys">,
	{ key = IN_MEMORY, hashes: given = [], byConsent = true }: Partial<Suppression> = {},
): RecordSet {
	const hashesOf = hashesBy(key);
	const suppressedBefore = new Set(given);
	/** By the id of a record that refuses to be matched: the hashes of its person. */
	const refusals = new Map<string, readonly string[]>();
	let unwanted = new Set(suppressedBefore);

	/** Marks the store by its search keys, or refuses one that was filled under others. */
	function claim(): void {
		if (!("scheme" in store)) return;
		scheme ??= schemeOf(keysOf);
		if (store.size === 0) store.scheme = scheme;
		else if (store.scheme !== undefined && store.scheme !== scheme) {
			throw new SameAsError(
				"CONFIG",
				"The store was filled with other scorers or by another version, under other search keys. Give it the scorers that it was filled with, or fill it anew.",
				{ path: "store" },
			);
		}
	}
	let scheme: string | undefined;
	if (store.size > 0) claim();

	/** All search keys of a record; `words` gets those that may be misspelt. */
	function allKeysOf(record: CrmRecord, words?: string[]): string[] {
		const keys = keysOf(record, words);
		if (isBare(record)) keys.push(BARE);
		return keys;
	}

	function remove(recordId: string): boolean {
		const record = store.get(recordId);
		return record !== undefined && store.remove(recordId, allKeysOf(record));
	}

	function put(record: CrmRecord): void {
		const words: string[] = [];
		store.upsert([{ record, keys: allKeysOf(record, words), words }]);
	}

	/** The person has thought better of it: this record takes the place of the one that refused. */
	function lift(recordId: string): void {
		if (refusals.delete(recordId)) unwanted = new Set([...suppressedBefore, ...[...refusals.values()].flat()]);
	}

	/** Takes out the records of the person of one that refuses, and keeps them out. Tells which were taken out. */
	function refuse(record: CrmRecord): string[] {
		const hashes = new Set(hashesOf(record));
		refusals.set(record.id, [...hashes, ...(refusals.get(record.id) ?? [])]);
		for (const hash of hashes) unwanted.add(hash);
		const withdrawn = remove(record.id) ? [record.id] : [];
		if (store.size === 0) return withdrawn;
		const keys = allKeysOf(record);
		// A store gives so many at a time, those that share most with it first.
		for (;;) {
			const theirs = store
				.recall(keys)
				.candidates.filter((one) => hashesOf(one.record).some((hash) => hashes.has(hash)));
			if (theirs.length === 0) return withdrawn;
			for (const one of theirs) if (remove(one.record.id)) withdrawn.push(one.record.id);
		}
	}

	/** Takes records in, one after the other, and tells what came of them. */
	function intake(replace: boolean): Intake {
		claim();
		let taken = 0;
		let accepted = 0;
		let suppressed = 0;
		const withdrawn: string[] = [];
		const wasEmpty = store.size === 0;
		/** Heard at the end, so that it is the same whichever record of a person comes first. */
		let refusing: CrmRecord[] = [];
		const quarantined: QuarantinedRecord[] = [];
		const warnings: (Warning & { recordId: string })[] = [];
		return {
			take(input) {
				const index = taken++;
				const read = readRecord(input, index);
				if ("quarantined" in read) {
					quarantined.push(read.quarantined);
					return;
				}
				const { record } = read;
				const isKnown = store.has(record.id);
				if (isKnown && !replace) {
					quarantined.push(duplicateOf(record.id, index));
					return;
				}
				const refuses = record.consent.doNotMatch === true;
				if (replace && !refuses) {
					lift(record.id);
					refusing = refusing.filter(({ id }) => id !== record.id);
				}
				if (isKnown) remove(record.id);
				if (isKnown && refuses) withdrawn.push(record.id);
				if (refuses && byConsent) refusing.push(record);
				if (refuses || (unwanted.size > 0 && hashesOf(record).some((hash) => unwanted.has(hash)))) {
					suppressed++;
					return;
				}
				for (const warning of read.warnings) warnings.push({ ...warning, recordId: record.id });
				put(record);
				accepted++;
			},
			end() {
				for (const record of refusing) withdrawn.push(...refuse(record));
				if (accepted > store.size / MANY) store.pack?.();
			},
			report() {
				const taken = { accepted, suppressed, quarantined, warnings };
				const { length: count } = withdrawn;
				if (count === 0) return taken;
				const report = withoutRecords(taken, withdrawn);
				// Where nothing was held before, all have come with these: it is the same whichever came first.
				return wasEmpty
					? { ...report, accepted: accepted - count, suppressed: suppressed + count }
					: { ...report, withdrawn };
			},
		};
	}

	function ingest(inputs: Iterable<CrmRecordInput | RecordRow>, replace: boolean): IngestReport {
		if (!isIterable(inputs)) throw noRecords("Those that come over time go to `addAll`.");
		const { take, end, report } = intake(replace);
		try {
			for (const input of inputs) take(input);
		} finally {
			end();
		}
		return report();
	}

	async function ingestAll(
		inputs: Inputs,
		{ replace = false, signal, onProgress }: IngestOptions,
	): Promise<IngestReport> {
		if (!(isAsyncIterable(inputs) || isIterable(inputs))) throw noRecords("A stream will do as well.");
		stopIfAborted(signal);
		const { take, end, report } = intake(replace);
		const total = Array.isArray(inputs) ? inputs.length : undefined;
		let done = 0;
		const tell = (): void => onProgress?.({ phase: "ingest", done, ...(total === undefined ? {} : { total }) });
		const step = (input: CrmRecordInput | RecordRow): void => {
			stopIfAborted(signal);
			take(input);
			if (++done % PROGRESS === 0) tell();
		};
		// What is at hand is not waited for, record by record.
		try {
			if (isAsyncIterable(inputs)) await takeAll(sourceOf(inputs), step, signal);
			else for (const input of inputs) step(input);
		} finally {
			end();
		}
		if (done === 0 || done % PROGRESS !== 0) tell();
		return report();
	}

	return {
		ingest,
		ingestAll,
		remove,
		replace(record) {
			remove(record.id);
			put(record);
		},
		suppress(hashes) {
			for (const hash of hashes) {
				suppressedBefore.add(hash);
				unwanted.add(hash);
			}
		},
		weightOf: (record) => (isBare(record) ? bareWeight : 1),
		totalWeight: () => store.size - store.count(BARE) * (1 - bareWeight),
	};
}
