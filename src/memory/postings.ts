import { grown } from "./bytes.js";
import { FULLEST, GROWTH, LISTED, Shard, sizeClass } from "./shard.js";
import type { SnapshotReader, SnapshotWriter } from "./snapshot.js";

/**
 * Which slots carry which search key: an open hash table from key hashes to lists of slots, all in typed arrays, cut into
 * shards, so that no change ever has to move more than a small part.
 */

/**
 * Hash of a string, even, 2 to 2^31 - 2 (FNV-1a, finished as in MurmurHash3): a number that engines hold without a box. A
 * collision costs one needless comparison.
 */
export function hashOf(key: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 2) << 1 || 2;
}

/** The hash of a key, odd, where the key stands for what one person has alone: slots that share one are marked. */
export function ownHashOf(key: string): number {
	return hashOf(key) + 1;
}

const isOwn = (hash: number): boolean => hash % 2 === 1;
const shardOf = (hash: number): number => (hash >>> 1) % SHARDS;

const noSlots: Uint32Array = new Uint32Array(0);
const SHARDS = 256;

/** Of lists longer than this the slots of the smallest lots are kept at hand, as many as this at most, once they are asked for. */
const CROWDED = 256;
const DRAWN = 8;

/** So few additions are made as they come. */
const FEW = 1024;

export class Postings {
	private readonly shards: (Shard | undefined)[] = [];
	private readonly lotOf: (slot: number) => number;
	private readonly mark: (slot: number) => void;
	/** Additions that wait. */
	waiting = 0;
	private waitingHashes: Uint32Array = new Uint32Array(FEW);
	private waitingSlots: Uint32Array = new Uint32Array(FEW);

	/**
	 * @param lotOf a number drawn by a slot's record alone: which slots stand for a crowd
	 * @param mark is told each slot that shares a key with an odd hash with another
	 */
	constructor(lotOf: (slot: number) => number, mark: (slot: number) => void = () => undefined) {
		this.lotOf = lotOf;
		this.mark = mark;
	}

	/**
	 * Adds a slot to a key when `settle` is called: of many additions together each shard's are made in a row, so that memory is
	 * gone through rather than jumped about in. Nothing may be asked before that.
	 */
	addLater(hash: number, slot: number): void {
		if (this.waiting === this.waitingHashes.length) {
			this.waitingHashes = grown(this.waitingHashes, 4 * this.waiting);
			this.waitingSlots = grown(this.waitingSlots, 4 * this.waiting);
		}
		this.waitingHashes[this.waiting] = hash;
		this.waitingSlots[this.waiting++] = slot;
	}

	settle(): void {
		const { waiting, waitingHashes: hashes, waitingSlots: slots } = this;
		this.waiting = 0;
		if (waiting < FEW) {
			for (let i = 0; i < waiting; i++) this.add(hashes[i]!, slots[i]!);
			hashes.fill(0);
			return;
		}
		const ends = new Uint32Array(SHARDS);
		for (let i = 0; i < waiting; i++) ends[shardOf(hashes[i]!)]!++;
		for (let number = 1; number < SHARDS; number++) ends[number]! += ends[number - 1]!;
		const order = new Uint32Array(waiting);
		for (let i = waiting - 1; i >= 0; i--) order[--ends[shardOf(hashes[i]!)]!] = i;
		for (const i of order) this.add(hashes[i]!, slots[i]!);
		this.waitingHashes = new Uint32Array(FEW);
		this.waitingSlots = new Uint32Array(FEW);
	}

	private begin(number: number): Shard {
		const shard = new Shard();
		this.shards[number] = shard;
		return shard;
	}

	/** Adds a slot to a key, once. */
	add(hash: number, slot: number): void {
		const shard = this.shards[shardOf(hash)] ?? this.begin(shardOf(hash));
		if (shard.keys + 1 > shard.hashes.length * FULLEST) shard.resize(Math.ceil(shard.hashes.length * GROWTH) + 4);
		const at = shard.place(hash);
		if (shard.hashes[at] === 0) {
			shard.hashes[at] = hash;
			shard.heads[at] = slot;
			shard.keys++;
			return;
		}
		const head = shard.heads[at]!;
		if (head < LISTED) {
			if (head === slot) return;
			if (isOwn(hash)) {
				this.mark(head);
				this.mark(slot);
			}
			const place = shard.take(0);
			shard.arena[place] = 2;
			shard.arena[place + 1] = Math.min(head, slot);
			shard.arena[place + 2] = Math.max(head, slot);
			shard.heads[at] = LISTED + place;
			return;
		}
		let place = head - LISTED;
		const count = shard.arena[place]!;
		const before = shard.countBelow(place, slot);
		if (before < count && shard.arena[place + 1 + before] === slot) return;
		if (isOwn(hash)) this.mark(slot);
		place = shard.refit(place, count, count + 1);
		shard.arena[place] = count + 1;
		const to = place + 1 + before;
		if (before < count) shard.arena.copyWithin(to + 1, to, place + 1 + count);
		shard.arena[to] = slot;
		shard.heads[at] = LISTED + place;
		if (count + 1 > CROWDED) this.draw(shard, hash, slot);
	}

	/** Returns whether the key had the slot. */
	remove(hash: number, slot: number): boolean {
		const shard = this.shards[shardOf(hash)];
		const at = shard?.place(hash) ?? 0;
		if (!shard || shard.hashes[at] === 0) return false;
		const head = shard.heads[at]!;
		if (head < LISTED) {
			if (head !== slot) return false;
			shard.drop(at);
			return true;
		}
		let place = head - LISTED;
		const count = shard.arena[place]!;
		const found = place + 1 + shard.countBelow(place, slot);
		if (found > place + count || shard.arena[found] !== slot) return false;
		shard.arena.copyWithin(found, found + 1, place + 1 + count);
		if (count === 2) {
			shard.heads[at] = shard.arena[place + 1]!;
			shard.give(place, sizeClass(3));
			return true;
		}
		place = shard.refit(place, count, count - 1);
		shard.arena[place] = count - 1;
		shard.heads[at] = LISTED + place;
		const drawn = shard.drawn.get(hash);
		if (drawn?.includes(slot)) drawn.splice(drawn.indexOf(slot), 1);
		if (drawn?.length === 0 || count - 1 <= CROWDED) shard.drawn.delete(hash);
		return true;
	}

	/** Removes a slot from every key that has it, where they are not known: goes through all. */
	removeAll(slot: number): void {
		for (const shard of this.shards) {
			for (const hash of shard?.hashes.slice() ?? []) if (hash !== 0) this.remove(hash, slot);
		}
	}

	/** Gives up room that growing has left over, after many have been added. */
	pack(): void {
		for (const shard of this.shards) shard?.pack();
	}

	/** Copies what it was read from, which others may read as well. */
	own(): void {
		for (const shard of this.shards) {
			if (!shard) continue;
			shard.hashes = shard.hashes.slice();
			shard.heads = shard.heads.slice();
			shard.arena = shard.arena.slice();
		}
	}

	get byteLength(): number {
		let bytes = 0;
		for (const shard of this.shards) {
			if (shard) bytes += shard.hashes.byteLength + shard.heads.byteLength + shard.arena.byteLength;
		}
		return bytes;
	}

	writeTo(snapshot: SnapshotWriter): void {
		for (let number = 0; number < SHARDS; number++) {
			const { keys, hashes, heads, arena, end, free } = this.shards[number] ?? new Shard();
			snapshot.numbers([keys, ...free.flatMap((places, size) => places.flatMap((place) => [size, place]))]);
			snapshot.bytes(hashes);
			snapshot.bytes(heads);
			snapshot.bytes(arena.subarray(0, end));
		}
	}

	readFrom(snapshot: SnapshotReader): void {
		for (let number = 0; number < SHARDS; number++) {
			const shard = this.begin(number);
			const [keys = 0, ...free] = snapshot.words();
			shard.keys = keys;
			for (let i = 0; i < free.length; i += 2) shard.give(free[i + 1]!, free[i]!);
			shard.hashes = snapshot.words();
			shard.heads = snapshot.words();
			shard.arena = snapshot.words();
			shard.end = shard.arena.length;
		}
	}

	/** Takes over another's keys, their slots counted on from `shift`. */
	absorb(other: Postings, shift: number): void {
		for (const [number, theirs] of other.shards.entries()) {
			if (!theirs) continue;
			const shard = this.shards[number] ?? this.begin(number);
			shard.absorb(theirs, shift, (hash, slot) => {
				if (isOwn(hash)) this.mark(slot);
			});
		}
	}

	/** How many slots carry a key. */
	count(hash: number): number {
		const shard = this.shards[shardOf(hash)];
		if (!shard) return 0;
		const at = shard.place(hash);
		if (shard.hashes[at] === 0) return 0;
		return shard.countAt(shard.heads[at]!);
	}

	/** The slots that carry a key, the smallest first. Valid until the next change. */
	slots(hash: number): Uint32Array {
		const shard = this.shards[shardOf(hash)];
		const at = shard?.place(hash) ?? 0;
		if (!shard || shard.hashes[at] === 0) return noSlots;
		const head = shard.heads[at]!;
		if (head < LISTED) return shard.heads.subarray(at, at + 1);
		return shard.slotsAt(head - LISTED);
	}

	/**
	 * The slots of the smallest lots that carry a key, smallest first: `most` of them, or all there are.
	 * @param except slots that are left out
	 */
	sample(hash: number, most: number, except: (slot: number) => boolean): number[] {
		const slots = this.slots(hash);
		if (slots.length > CROWDED) {
			const left = this.drawnOf(hash, slots).filter((slot) => !except(slot));
			if (left.length >= most) return this.smallest(left, most);
		}
		return this.smallest(slots, most, except);
	}

	/** The slots of the smallest lots of a crowded key. */
	private drawnOf(hash: number, slots: Uint32Array): number[] {
		const { drawn } = this.shards[shardOf(hash)] as Shard;
		let found = drawn.get(hash);
		if (!found) {
			found = this.smallest(slots, DRAWN);
			drawn.set(hash, found);
		}
		return found;
	}

	private smallest(slots: ArrayLike<number>, most: number, except?: (slot: number) => boolean): number[] {
		const { lotOf } = this;
		const found: number[] = [];
		for (let i = 0; i < slots.length; i++) {
			const slot = slots[i]!;
			const lot = lotOf(slot);
			if (found.length === most && lot >= lotOf(found[most - 1]!)) continue;
			if (except?.(slot)) continue;
			let at = found.length;
			while (at > 0 && lotOf(found[at - 1]!) > lot) at--;
			found.splice(at, 0, slot);
			found.length = Math.min(found.length, most);
		}
		return found;
	}

	/** Keeps up what is at hand of a crowded key, so that nobody has to go through all of its slots again. */
	private draw(shard: Shard, hash: number, slot: number): void {
		const drawn = shard.drawn.get(hash);
		if (!drawn) return;
		const lot = this.lotOf(slot);
		if (lot >= this.lotOf(drawn.at(-1)!)) return;
		let at = drawn.length;
		while (at > 0 && this.lotOf(drawn[at - 1]!) > lot) at--;
		drawn.splice(at, 0, slot);
		drawn.length = Math.min(drawn.length, DRAWN);
	}
}
