import type { CrmRecord } from "../types.js";
import type { Candidate, Crowd, Recall, RecordStore, StoredRecord } from "./store.js";

export interface MemoryStoreOptions {
	/** Records compared for one profile, the most telling first. Default 32. */
	readonly maxCandidates?: number;
	/** A key that more records share is not followed, and reported as capped. Default 500. */
	readonly maxBlock?: number;
}

/** 32-bit hash of a string (FNV-1a, finished as in MurmurHash3). A collision costs one needless comparison. */
function hashOf(key: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** Pairs of key hash and slot, in typed arrays that grow. */
class Pairs {
	hashes: Uint32Array = new Uint32Array(1024);
	slots: Uint32Array = new Uint32Array(1024);
	length = 0;

	push(hash: number, slot: number): void {
		if (this.length === this.hashes.length) {
			const hashes = new Uint32Array(this.length * 2);
			const slots = new Uint32Array(this.length * 2);
			hashes.set(this.hashes);
			slots.set(this.slots);
			this.hashes = hashes;
			this.slots = slots;
		}
		this.hashes[this.length] = hash;
		this.slots[this.length++] = slot;
	}
}

/** Sorts pairs by hash, then by slot order of arrival: least significant digit first, 16 bits at a time. */
function sortPairs(pairs: Pairs): { hashes: Uint32Array; slots: Uint32Array } {
	let hashes = pairs.hashes.subarray(0, pairs.length);
	let slots = pairs.slots.subarray(0, pairs.length);
	for (const shift of [0, 16]) {
		const offsets = new Uint32Array(65537);
		for (const hash of hashes) offsets[((hash >>> shift) & 0xffff) + 1]!++;
		for (let digit = 1; digit < 65537; digit++) offsets[digit]! += offsets[digit - 1]!;
		const toHashes = new Uint32Array(pairs.length);
		const toSlots = new Uint32Array(pairs.length);
		for (let i = 0; i < pairs.length; i++) {
			const hash = hashes[i]!;
			const at = offsets[(hash >>> shift) & 0xffff]!++;
			toHashes[at] = hash;
			toSlots[at] = slots[i]!;
		}
		hashes = toHashes;
		slots = toSlots;
	}
	return { hashes, slots };
}

/** Postings sorted by key hash: one row of slots for each distinct hash, found through a table of hash beginnings. */
class Postings {
	private readonly hashes: Uint32Array;
	private readonly starts: Uint32Array;
	readonly slots: Uint32Array;
	/** first[b] is the first row whose hash begins with the bits b. */
	private readonly first: Uint32Array;
	private readonly shift: number;

	constructor(pairs: Pairs) {
		const sorted = sortPairs(pairs);
		let rows = 0;
		let kept = 0;
		for (let i = 0; i < pairs.length; i++) {
			const newRow = i === 0 || sorted.hashes[i] !== sorted.hashes[i - 1];
			if (newRow) rows++;
			if (newRow || sorted.slots[i] !== sorted.slots[i - 1]) kept++;
		}
		this.hashes = new Uint32Array(rows);
		this.starts = new Uint32Array(rows + 1);
		this.slots = new Uint32Array(kept);
		let row = -1;
		let at = 0;
		for (let i = 0; i < pairs.length; i++) {
			const newRow = i === 0 || sorted.hashes[i] !== sorted.hashes[i - 1];
			if (newRow) {
				this.hashes[++row] = sorted.hashes[i]!;
				this.starts[row] = at;
			}
			if (newRow || sorted.slots[i] !== sorted.slots[i - 1]) this.slots[at++] = sorted.slots[i]!;
		}
		this.starts[rows] = kept;
		const bits = Math.min(24, Math.max(1, Math.ceil(Math.log2(rows + 1))));
		this.shift = 32 - bits;
		this.first = new Uint32Array(2 ** bits + 1);
		for (const hash of this.hashes) this.first[(hash >>> this.shift) + 1]!++;
		for (let b = 1; b < this.first.length; b++) this.first[b]! += this.first[b - 1]!;
	}

	/** The stretch of `slots` that belongs to a hash; empty when there is none. */
	range(hash: number): readonly [number, number] {
		const bucket = hash >>> this.shift;
		const end = this.first[bucket + 1]!;
		for (let row = this.first[bucket]!; row < end; row++) {
			if (this.hashes[row] === hash) return [this.starts[row]!, this.starts[row + 1]!];
		}
		return [0, 0];
	}

	copyTo(pairs: Pairs, isLive: (slot: number) => boolean): void {
		for (let row = 0; row < this.hashes.length; row++) {
			for (let i = this.starts[row]!; i < this.starts[row + 1]!; i++) {
				if (isLive(this.slots[i]!)) pairs.push(this.hashes[row]!, this.slots[i]!);
			}
		}
	}
}

/** What is known of a record while its keys are followed. */
interface Found {
	readonly slot: number;
	rarity: number;
	/** Scorers whose rarest key has counted. */
	readonly scorers: Set<string>;
	readonly foundBy: string[];
}

/** Crowds that are sampled, the most telling ones, and how many of each are drawn. */
const CROWDS = 3;
const SAMPLE = 2;

/** A share of changes from which on the base is rebuilt rather than patched. */
const REBUILD_SHARE = 0.05;

/**
 * The embedded store: typed-array postings over hashed search keys, a small overlay for late changes, no scan of all
 * records for a query. Memory is about 8 bytes for each distinct key of a record.
 */
export function memoryStore({ maxCandidates = 32, maxBlock = 500 }: MemoryStoreOptions = {}): RecordStore {
	let records: (CrmRecord | undefined)[] = [];
	/** Of each slot a number drawn by its record's id: who stands for a crowd. */
	let lots: number[] = [];
	const slotOf = new Map<string, number>();
	let base = new Postings(new Pairs());
	/** Additions since the base was built. */
	let pending = new Pairs();
	/** The first `overlaid` of them by hash: how they are looked up as long as they are few. */
	let overlay = new Map<number, number[]>();
	let overlaid = 0;
	let dead = 0;

	const idOf = (slot: number): string => (records[slot] as CrmRecord).id;
	const isLive = (slot: number): boolean => records[slot] !== undefined;

	function rebuild(): void {
		base.copyTo(pending, isLive);
		if (dead > 0) {
			// Slots of removed records are given up: the rest move together, in order.
			const moved = new Uint32Array(records.length);
			const live: CrmRecord[] = [];
			records.forEach((record, slot) => {
				if (!record) return;
				moved[slot] = live.length;
				slotOf.set(record.id, live.length);
				live.push(record);
			});
			lots = lots.filter((_, slot) => isLive(slot));
			const packed = new Pairs();
			for (let i = 0; i < pending.length; i++) {
				const slot = pending.slots[i]!;
				if (isLive(slot)) packed.push(pending.hashes[i]!, moved[slot]!);
			}
			pending = packed;
			records = live;
			dead = 0;
		}
		base = new Postings(pending);
		pending = new Pairs();
		overlay = new Map();
		overlaid = 0;
	}

	/** Makes the index fit for questions: many changes are sorted into the base, few go to the overlay. */
	function settle(): void {
		if (pending.length > 1000 + base.slots.length * REBUILD_SHARE || dead > 1000 + records.length * REBUILD_SHARE)
			rebuild();
		for (; overlaid < pending.length; overlaid++) {
			const slot = pending.slots[overlaid]!;
			const late = overlay.get(pending.hashes[overlaid]!);
			if (!late) overlay.set(pending.hashes[overlaid]!, [slot]);
			else if (late.at(-1) !== slot) late.push(slot);
		}
	}

	function* slotsOf(hash: number): Iterable<number> {
		const [from, to] = base.range(hash);
		for (let i = from; i < to; i++) if (isLive(base.slots[i]!)) yield base.slots[i]!;
		for (const slot of overlay.get(hash) ?? []) if (isLive(slot)) yield slot;
	}

	function countOf(hash: number): number {
		const [from, to] = base.range(hash);
		const late = overlay.get(hash);
		if (dead === 0) return to - from + (late?.length ?? 0);
		let count = 0;
		for (const _ of slotsOf(hash)) count++;
		return count;
	}

	/** Some of the records of a block that are no candidates: those with the smallest lots. */
	function sampleOf(hash: number, found: ReadonlyMap<number, Found>): number[] {
		const drawn: number[] = [];
		for (const slot of slotsOf(hash)) {
			if (drawn.length === SAMPLE && lots[slot]! >= lots[drawn[SAMPLE - 1]!]!) continue;
			if (found.has(slot)) continue;
			drawn.push(slot);
			drawn.sort((a, b) => lots[a]! - lots[b]! || (idOf(a) < idOf(b) ? -1 : 1));
			drawn.length = Math.min(drawn.length, SAMPLE);
		}
		return drawn;
	}

	function removeSlot(recordId: string): boolean {
		const slot = slotOf.get(recordId);
		if (slot === undefined) return false;
		records[slot] = undefined;
		slotOf.delete(recordId);
		dead++;
		return true;
	}

	return {
		get size() {
			return slotOf.size;
		},
		has: (recordId) => slotOf.has(recordId),
		get(recordId) {
			const slot = slotOf.get(recordId);
			return slot === undefined ? undefined : records[slot];
		},
		upsert(entries: Iterable<StoredRecord>) {
			for (const { record, keys } of entries) {
				removeSlot(record.id);
				const slot = records.length;
				records.push(record);
				lots.push(hashOf(record.id) >>> 1);
				slotOf.set(record.id, slot);
				for (const key of keys) pending.push(hashOf(key), slot);
			}
		},
		remove: removeSlot,
		count(key) {
			settle();
			return countOf(hashOf(key));
		},
		recall(keys: Iterable<string>): Recall {
			settle();
			const blocks: { key: string; hash: number; size: number }[] = [];
			const seen = new Set<number>();
			let asked = 0;
			for (const key of keys) {
				const hash = hashOf(key);
				if (seen.has(hash)) continue;
				seen.add(hash);
				asked++;
				const size = countOf(hash);
				if (size > 0) blocks.push({ key, hash, size });
			}
			blocks.sort((a, b) => a.size - b.size || (a.key < b.key ? -1 : 1));
			const found = new Map<number, Found>();
			const capped: string[] = [];
			const crowds: Crowd[] = [];
			for (const { key, hash, size } of blocks) {
				const rarity = Math.log2((slotOf.size + 1) / size);
				const tooCommon = size > maxBlock;
				if (tooCommon) capped.push(key);
				// Blocks come rarest first: once there are enough candidates, a commoner key only says more of those.
				const enough = found.size >= maxCandidates;
				if ((tooCommon || enough) && crowds.length < CROWDS) {
					const sample = sampleOf(hash, found).map((slot) => ({
						record: records[slot] as CrmRecord,
						foundBy: [key],
						rarity,
					}));
					if (sample.length > 0) crowds.push({ records: size, sample });
				}
				if (tooCommon) continue;
				const scorer = key.slice(0, key.indexOf(" "));
				for (const slot of slotsOf(hash)) {
					const known = found.get(slot);
					if (known) {
						known.foundBy.push(key);
						if (known.scorers.has(scorer)) continue;
						known.scorers.add(scorer);
						known.rarity += rarity;
					} else if (!enough) {
						found.set(slot, { slot, rarity, scorers: new Set([scorer]), foundBy: [key] });
					}
				}
			}
			const ranked = [...found.values()].sort(
				(a, b) => b.rarity - a.rarity || b.foundBy.length - a.foundBy.length || (idOf(a.slot) < idOf(b.slot) ? -1 : 1),
			);
			const asCandidate = ({ slot, rarity, foundBy }: Found): Candidate => ({
				record: records[slot] as CrmRecord,
				foundBy,
				rarity,
			});
			const candidates = ranked.slice(0, maxCandidates).map(asCandidate);
			const cut = ranked.slice(maxCandidates);
			if (cut.length > 0) crowds.push({ records: cut.length, sample: cut.slice(0, SAMPLE).map(asCandidate) });
			const report = { keys: asked, capped, candidates: candidates.length };
			return { candidates, report, crowds };
		},
	};
}
