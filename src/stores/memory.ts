import { log2 } from "../arithmetic.js";
import { orFail, SameAsError } from "../errors.js";
import { grown, joined } from "../memory/bytes.js";
import { type Found, FoundSlots } from "../memory/found-slots.js";
import { hashOf, ownHashOf, Postings } from "../memory/postings.js";
import { RecordPool } from "../memory/record-pool.js";
import { SnapshotReader, SnapshotWriter } from "../memory/snapshot.js";
import { Spellings } from "../memory/spellings.js";
import type { CrmRecord } from "../types.js";
import { type Candidate, type Crowd, isOwnKey, type Recall, type RecordStore, type StoredRecord } from "./store.js";

export interface MemoryStoreOptions {
	/**
	 * What `snapshot` of such a store gave, in one piece or as it was. It becomes the store's own, so give each store a copy; but
	 * in a SharedArrayBuffer it stays as it is for others, and is copied when the store is first changed.
	 */
	readonly snapshot?: Uint8Array | readonly Uint8Array[];
	/** Records compared for one profile, the most telling first. Default 32. */
	readonly maxCandidates?: number;
	/** A key that more records share is not followed, and reported as capped. Default 500. */
	readonly maxBlock?: number;
}

/** The embedded store, which can be kept in a file. */
export interface MemoryStore extends RecordStore {
	/**
	 * All that the store holds, as bytes to be written one after the other. They are views of what is held: write or copy
	 * them before the store changes.
	 */
	snapshot(): Uint8Array[];
	/** Bytes that records and search keys take. */
	readonly byteLength: number;
	/** Where a record stands: places are given out in the order in which records come, from 0, while none has been removed. */
	slotOf(recordId: string): number | undefined;
	/** Ids that another embedded store has as well. */
	common(other: MemoryStore): string[];
	/**
	 * Takes over all records of another embedded store that was filled with the same scorers and has no id of this one, its
	 * slots counted on from this one's. The other is of no use after that.
	 */
	absorb(other: MemoryStore): void;
	/** What it was made with: a copy that is to answer alike needs the same. */
	readonly caps: Required<Omit<MemoryStoreOptions, "snapshot">>;
}

/** What a store holds, for another one. */
interface Held {
	readonly lots: Uint32Array;
	readonly slots: number;
	readonly free: readonly number[];
	readonly scheme: string | undefined;
	readonly pool: RecordPool;
	readonly postings: Postings;
	readonly spellings: Spellings;
}

const heldBy = new WeakMap<MemoryStore, () => Held>();

/** Crowds that are sampled, the most telling ones, and how many of each are drawn. */
const CROWDS = 3;
const SAMPLE = 2;
/** Keys that may wait to be added: those of some 300,000 records. */
const MOST_WAITING = 2 ** 22;
/** Records that have been asked for lately are kept as objects: two generations of so many. */
const RECENT = 64;

const NO_SNAPSHOT = "`snapshot` is what the `snapshot` of a store gave: a Uint8Array, or a list of them.";

const keyHash = (key: string): number => (isOwnKey(key) ? ownHashOf(key) : hashOf(key));

/** Keys begin with the name of their scorer. */
const scorerOf = (key: string): string => key.slice(0, key.indexOf(" "));

/** A search key that records carry, and how many do. */
interface Block {
	readonly key: string;
	readonly hash: number;
	readonly size: number;
}

/**
 * The embedded store: records as bytes, search keys as hashes with lists of slots, all in typed arrays. No query goes
 * through all records, and a change costs what its record's keys cost.
 * @throws SameAsError CONFIG when an option is wrong, STORE when a snapshot is damaged or of another version.
 */
export function memoryStore(options: MemoryStoreOptions = {}): MemoryStore {
	const { maxCandidates = 32, maxBlock = 500, snapshot: given } = options;
	for (const [path, cap] of Object.entries({ maxCandidates, maxBlock })) {
		if (!(Number.isInteger(cap) && cap > 0))
			throw new SameAsError("CONFIG", `\`${path}\` is a whole number above 0.`, { path });
	}
	/**
	 * Of each slot an even number drawn by its record's id: who stands for a crowd, and who comes first of equals. It is odd
	 * where the record shares what one person has alone with another, or has shared it.
	 */
	let lots: Uint32Array = new Uint32Array(64);
	/** Slots given out so far, and those of them that are free again. */
	let slots = 0;
	const free: number[] = [];
	let scheme: string | undefined;
	const lotOf = (slot: number): number => lots[slot]! & ~1;
	const mark = (slot: number): void => {
		lots[slot]! |= 1;
	};
	const postings = new Postings(lotOf, mark);
	const pool = new RecordPool();
	const spellings = new Spellings();
	/** Words of records whose keys wait to be added. */
	const newWords = new Set<string>();
	let young = new Map<number, CrmRecord>();
	let old = new Map<number, CrmRecord>();
	const found = new FoundSlots();

	const size = (): number => slots - free.length;
	/** Ids are found like search keys, by a key that no scorer has. */
	const idHash = (recordId: string): number => hashOf(`\0${recordId}`);

	function slotOf(recordId: string, hash = idHash(recordId)): number | undefined {
		for (const slot of postings.slots(hash)) if (lotOf(slot) === hash && pool.idOf(slot) === recordId) return slot;
		return undefined;
	}

	function recordAt(slot: number): CrmRecord {
		let record = young.get(slot);
		if (!record) {
			record = old.get(slot) ?? pool.get(slot);
			if (young.size >= RECENT) {
				old = young;
				young = new Map();
			}
			young.set(slot, record);
		}
		return record;
	}

	/** Before anything is changed. */
	function own(): void {
		if (!isBorrowed) return;
		isBorrowed = false;
		lots = lots.slice();
		pool.own();
		postings.own();
		spellings.own();
	}

	function put({ record, keys, words = [] }: StoredRecord): void {
		own();
		const hash = idHash(record.id);
		const known = slotOf(record.id, hash);
		if (known !== undefined) drop(known, hash);
		const slot = free.pop() ?? slots++;
		if (slot >= lots.length) {
			lots = grown(lots, Math.ceil(1.3 * slot) + 64);
		}
		lots[slot] = hash;
		pool.put(slot, record);
		postings.add(hash, slot);
		for (const key of keys) postings.addLater(keyHash(key), slot);
		for (const word of words) newWords.add(word);
		if (postings.waiting > MOST_WAITING) settle();
	}

	/** Makes the additions that wait; before anything is asked, or taken away. */
	function settle(): void {
		if (postings.waiting === 0) return;
		for (const word of newWords) if (postings.count(keyHash(word)) === 0) spellings.add(word);
		newWords.clear();
		postings.settle();
	}

	function drop(slot: number, hash: number, keys?: Iterable<string>): void {
		own();
		settle();
		postings.remove(hash, slot);
		if (keys === undefined) {
			postings.removeAll(slot);
			for (const word of spellings.list()) if (postings.count(keyHash(word)) === 0) spellings.remove(word);
		} else {
			for (const key of keys) {
				const hash = keyHash(key);
				if (postings.remove(hash, slot) && postings.count(hash) === 0) spellings.remove(key);
			}
		}
		pool.delete(slot);
		lots[slot] = 0;
		young.delete(slot);
		old.delete(slot);
		free.push(slot);
	}

	/** Keys that records carry, the rarest first; each hash once. */
	function blocksOf(keys: Iterable<string>): { asked: number; blocks: Block[] } {
		const blocks: Block[] = [];
		const seen = new Set<number>();
		for (const key of keys) {
			const hash = keyHash(key);
			if (seen.has(hash)) continue;
			seen.add(hash);
			const count = postings.count(hash);
			if (count > 0) blocks.push({ key, hash, size: count });
		}
		blocks.sort((a, b) => a.size - b.size || (a.key < b.key ? -1 : 1));
		return { asked: seen.size, blocks };
	}

	function recall(keys: Iterable<string>): Recall {
		settle();
		const { asked, blocks } = blocksOf(keys);
		found.clear(maxCandidates + maxBlock);
		const capped: string[] = [];
		const crowds: { readonly records: number; readonly sample: readonly Found[] }[] = [];
		const drawnFrom = (hash: number, key: string, rarity: number): Found[] =>
			crowds.length >= CROWDS
				? []
				: postings
						.sample(hash, SAMPLE, (slot) => found.get(slot) !== undefined)
						.map((slot) => ({ slot, rarity, scorers: [scorerOf(key)], foundBy: [key], extra: true }));
		for (const { key, hash, size: block } of blocks) {
			const rarity = log2((size() + 1) / block);
			if (block > maxBlock) {
				capped.push(key);
				const sample = drawnFrom(hash, key, rarity);
				if (sample.length > 0) crowds.push({ records: block, sample });
				continue;
			}
			// Blocks come rarest first: once there are enough candidates, a commoner key only says more of those. But a rare
			// short form has few bearers, and the name as it is written many: a few of a crowd are candidates as well.
			const enough = found.list.length >= maxCandidates;
			const sample = enough ? drawnFrom(hash, key, rarity) : [];
			const scorer = scorerOf(key);
			const members = postings.slots(hash);
			let left = 0;
			for (let i = 0; i < members.length; i++) {
				const slot = members[i]!;
				const known = found.get(slot);
				if (known) {
					known.foundBy.push(key);
					if (known.scorers.includes(scorer)) continue;
					known.scorers.push(scorer);
					known.rarity += rarity;
				} else if (enough) left++;
				else found.add({ slot, rarity, scorers: [scorer], foundBy: [key], extra: false });
			}
			for (const one of sample) found.add(one);
			if (left > sample.length && sample.length > 0) crowds.push({ records: left - sample.length, sample });
		}
		const ranked = found.list.toSorted(
			(a, b) =>
				b.rarity - a.rarity ||
				b.foundBy.length - a.foundBy.length ||
				lotOf(a.slot) - lotOf(b.slot) ||
				(pool.idOf(a.slot) < pool.idOf(b.slot) ? -1 : 1),
		);
		const first = ranked.filter(({ extra }) => !extra);
		const cut = first.slice(maxCandidates);
		if (cut.length > 0) crowds.push({ records: cut.length, sample: cut.slice(0, SAMPLE) });
		const asCandidate = ({ slot, rarity, foundBy }: Found): Candidate => {
			return { record: recordAt(slot), foundBy, rarity, isSingle: lots[slot] === lotOf(slot) };
		};
		const candidates = [...first.slice(0, maxCandidates), ...ranked.filter(({ extra }) => extra)].map(asCandidate);
		return {
			candidates,
			report: { keys: asked, capped, candidates: candidates.length },
			crowds: crowds.map(({ records, sample }): Crowd => ({ records, sample: sample.map(asCandidate) })),
		};
	}

	/** The bytes are shared with others, who must not see a change. */
	let isBorrowed = false;
	if (given) {
		const bytes = given instanceof Uint8Array ? given : orFail("CONFIG", NO_SNAPSHOT, () => joined(given));
		isBorrowed = !(bytes.buffer instanceof ArrayBuffer);
		const snapshot = new SnapshotReader(bytes);
		lots = snapshot.words();
		const [taken = 0, ...left] = snapshot.words();
		slots = taken;
		for (const slot of left) free.push(slot);
		scheme = snapshot.text() || undefined;
		spellings.readFrom(snapshot);
		pool.readFrom(snapshot);
		postings.readFrom(snapshot);
	}

	function common(other: MemoryStore): string[] {
		const theirs = heldBy.get(other)!();
		const gone = new Set(theirs.free);
		const ids: string[] = [];
		for (let slot = 0; slot < theirs.slots; slot++) {
			const hash = theirs.lots[slot]! & ~1;
			if (postings.count(hash) === 0 || gone.has(slot)) continue;
			const recordId = theirs.pool.idOf(slot);
			if (slotOf(recordId, hash) !== undefined) ids.push(recordId);
		}
		return ids;
	}

	function absorb(other: MemoryStore): void {
		own();
		settle();
		const theirs = heldBy.get(other)!();
		lots = grown(lots.subarray(0, slots), slots + theirs.slots);
		lots.set(theirs.lots.subarray(0, theirs.slots), slots);
		scheme ??= theirs.scheme;
		pool.absorb(theirs.pool, slots, theirs.slots);
		postings.absorb(theirs.postings, slots);
		for (const key of theirs.spellings.list()) spellings.add(key);
		for (const slot of theirs.free) free.push(slots + slot);
		slots += theirs.slots;
	}

	const store: MemoryStore = {
		caps: { maxCandidates, maxBlock },
		get size() {
			return size();
		},
		get scheme() {
			return scheme;
		},
		set scheme(by) {
			scheme = by;
		},
		get byteLength() {
			settle();
			return lots.byteLength + pool.byteLength + postings.byteLength + spellings.byteLength;
		},
		snapshot() {
			settle();
			if (!isBorrowed) postings.pack();
			const snapshot = new SnapshotWriter();
			snapshot.bytes(lots.subarray(0, slots));
			snapshot.numbers([slots, ...free]);
			snapshot.text(scheme ?? "");
			spellings.writeTo(snapshot);
			pool.writeTo(snapshot, slots);
			postings.writeTo(snapshot);
			return snapshot.finish();
		},
		has: (recordId) => slotOf(recordId) !== undefined,
		get(recordId) {
			const slot = slotOf(recordId);
			return slot === undefined ? undefined : recordAt(slot);
		},
		upsert(entries: Iterable<StoredRecord>) {
			for (const entry of entries) put(entry);
		},
		remove(recordId, keys) {
			const hash = idHash(recordId);
			const slot = slotOf(recordId, hash);
			if (slot !== undefined) drop(slot, hash, keys);
			return slot !== undefined;
		},
		clear() {
			young = new Map();
			old = new Map();
			found.clear(0);
			pool.clear();
		},
		pack() {
			own();
			settle();
			lots = lots.slice(0, slots);
			pool.pack(slots);
			postings.pack();
			spellings.pack();
		},
		count(key) {
			settle();
			return postings.count(keyHash(key));
		},
		similar(key) {
			settle();
			return spellings.near(key).filter((near) => postings.count(keyHash(near)) > 0);
		},
		recall,
		slotOf: (recordId) => slotOf(recordId),
		common,
		absorb,
	};
	heldBy.set(store, () => {
		settle();
		return { lots, slots, free, scheme, pool, postings, spellings };
	});
	return store;
}
