import { SameAsError } from "./errors.js";
import type { Panel } from "./panel.js";
import { readRecord } from "./schema.js";
import { isAsyncIterable, isIterable, type Source, sourceOf, stopIfAborted, unlessAborted } from "./source.js";
import type { RecordStore } from "./stores/store.js";
import { sha256 } from "./text/hash.js";
import type { CrmRecord, CrmRecordInput, Progress, QuarantinedRecord, RecordRow, Warning } from "./types.js";

/** What came of a batch of records. `accepted + suppressed + quarantined.length` is the number offered. */
export interface IngestReport {
	readonly accepted: number;
	/** Records of people who have refused to be matched. They are not kept. */
	readonly suppressed: number;
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

interface Intake {
	take(input: CrmRecordInput | RecordRow): void;
	report(): IngestReport;
}

/** @param index position of the record whose id another one has that came before it */
export function duplicateOf(recordId: string, index: number): QuarantinedRecord {
	const reason = "Another record has this id. Give each record its own, or use upsert to replace it.";
	return { code: "DUP_ID", path: "id", reason, index, recordId };
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
	forget(recordId: string): boolean;
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
): RecordSet {
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

	function forget(recordId: string): boolean {
		const record = store.get(recordId);
		return record !== undefined && store.remove(recordId, allKeysOf(record));
	}

	/** Takes records in, one after the other, and tells what came of them. */
	function intake(replace: boolean): Intake {
		claim();
		let taken = 0;
		let accepted = 0;
		let suppressed = 0;
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
				for (const warning of read.warnings) warnings.push({ ...warning, recordId: record.id });
				const words: string[] = [];
				const keys = record.consent.doNotMatch === true ? undefined : allKeysOf(record, words);
				if (isKnown) forget(record.id);
				if (keys === undefined) suppressed++;
				else {
					store.upsert([{ record, keys, words }]);
					accepted++;
				}
			},
			report() {
				if (accepted > store.size / MANY) store.pack?.();
				return { accepted, suppressed, quarantined, warnings };
			},
		};
	}

	function ingest(inputs: Iterable<CrmRecordInput | RecordRow>, replace: boolean): IngestReport {
		if (!isIterable(inputs)) throw noRecords("Those that come over time go to `addAll`.");
		const { take, report } = intake(replace);
		for (const input of inputs) take(input);
		return report();
	}

	async function ingestAll(
		inputs: Inputs,
		{ replace = false, signal, onProgress }: IngestOptions,
	): Promise<IngestReport> {
		if (!(isAsyncIterable(inputs) || isIterable(inputs))) throw noRecords("A stream will do as well.");
		stopIfAborted(signal);
		const { take, report } = intake(replace);
		const total = Array.isArray(inputs) ? inputs.length : undefined;
		let done = 0;
		const tell = (): void => onProgress?.({ phase: "ingest", done, ...(total === undefined ? {} : { total }) });
		const step = (input: CrmRecordInput | RecordRow): void => {
			stopIfAborted(signal);
			take(input);
			if (++done % PROGRESS === 0) tell();
		};
		// What is at hand is not waited for, record by record.
		if (isAsyncIterable(inputs)) await takeAll(sourceOf(inputs), step, signal);
		else for (const input of inputs) step(input);
		if (done === 0 || done % PROGRESS !== 0) tell();
		return report();
	}

	return {
		ingest,
		ingestAll,
		forget,
		weightOf: (record) => (isBare(record) ? bareWeight : 1),
		totalWeight: () => store.size - store.count(BARE) * (1 - bareWeight),
	};
}
