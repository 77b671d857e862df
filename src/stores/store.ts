import { atOnce } from "../errors.js";
import type { CrmRecord, RecallReport } from "../types.js";

/**
 * A record with the search keys of all scorers, each written as the scorer's name, a blank, and the scorer's key; before
 * this stands "=" if the key stands for what one person has alone.
 */
export interface StoredRecord {
	readonly record: CrmRecord;
	readonly keys: Iterable<string>;
	/** Those of the keys that stand for a word which may be misspelt (what follows their colon). */
	readonly words?: Iterable<string>;
}

/** A record that shares at least one search key with the profile. */
export interface Candidate {
	readonly record: CrmRecord;
	/** The keys that found it, rarest first. */
	readonly foundBy: readonly string[];
	/** Bits of surprise in the keys that found it: the rarest key of each scorer, added up. A guess at the evidence. */
	readonly rarity: number;
	/** True: no other record shares a key with it that stands for what one person has alone. Otherwise there may be one. */
	readonly isSingle?: boolean;
}

/** Records that share a key with the profile and are no candidates, because too many do. */
export interface Crowd {
	/** How many, about. */
	readonly records: number;
	/**
	 * A few that share it, drawn by their ids alone: what they earn when they are compared stands for the rest. Where they are
	 * candidates, they are not counted in `records`.
	 */
	readonly sample: readonly Candidate[];
}

export interface Recall {
	/** Most telling first. */
	readonly candidates: readonly Candidate[];
	readonly report: RecallReport;
	/** The most telling of the crowds left out; empty when every record that shares a key is a candidate. */
	readonly crowds: readonly Crowd[];
}

const EQUALS = 61;

/** Whether a search key stands for what one person has alone: an address, a number, the id of an account. */
export function isOwnKey(key: string): boolean {
	return key.charCodeAt(key.indexOf(" ") + 1) === EQUALS;
}

/** Keeps records and finds them by search key. Never looks into a record: keys are all it knows. */
export interface RecordStore {
	/** Records held. */
	readonly size: number;
	/**
	 * By which search keys the records are kept: set by the resolver that fills the store. One with other scorers refuses a
	 * store that was filled by this one, since it would look for other keys.
	 */
	scheme?: string | undefined;
	/** Adds records; an id that is already there is replaced. */
	upsert(entries: Iterable<StoredRecord>): void;
	/**
	 * Returns whether the record was there.
	 * @param keys the keys under which it was put, where they are known: some stores find the record's traces sooner by them
	 */
	remove(recordId: string, keys?: Iterable<string>): boolean;
	get(recordId: string): CrmRecord | undefined;
	has(recordId: string): boolean;
	/** How many records carry this key. */
	count(key: string): number;
	/** Drops copies of records and keys that are kept for speed alone: called when a person is forgotten. */
	clear?(): void;
	/** Gives up the room that growing has left over: called when many records have come. */
	pack?(): void;
	/** Keys of records whose word is perhaps the word of this key with a slip, for stores that can tell. In code-unit order. */
	similar?(key: string): readonly string[];
	/** The records that share a key, most telling first, at most as many as the store's cap. */
	recall(keys: Iterable<string>): Recall;
}

/** The same store. What it throws, and what it would only give later, is an error STORE. */
export function guarded(store: RecordStore): RecordStore {
	const ask = <T>(run: () => T): T => atOnce("STORE", "The store", run);
	const { similar, clear, pack } = store;
	const same: RecordStore = {
		get size() {
			return ask(() => store.size);
		},
		upsert: (entries) => ask(() => store.upsert(entries)),
		remove: (recordId, keys) => ask(() => store.remove(recordId, keys)),
		get: (recordId) => ask(() => store.get(recordId)),
		has: (recordId) => ask(() => store.has(recordId)),
		count: (key) => ask(() => store.count(key)),
		recall: (keys) => ask(() => store.recall(keys)),
		...(clear === undefined ? {} : { clear: () => ask(() => store.clear?.()) }),
		...(pack === undefined ? {} : { pack: () => ask(() => store.pack?.()) }),
		...(similar === undefined ? {} : { similar: (key) => ask(() => store.similar?.(key) ?? []) }),
	};
	if ("scheme" in store) {
		Object.defineProperty(same, "scheme", { get: () => store.scheme, set: (scheme) => (store.scheme = scheme) });
	}
	return same;
}
