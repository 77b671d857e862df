import { grown } from "./bytes.js";

/**
 * A part of the postings: a table of key hashes with linear probing. A key of one slot, as most are, has it in the table
 * itself; the lists of the others lie in an arena and move to a larger or smaller place as they grow and shrink.
 */

/** One more than the largest hash. */
const HASHES = 2 ** 31;
/** Marks a head that is the place of a list in the arena rather than a slot. */
export const LISTED = 0x8000_0000;
/** A table fuller than this grows, by this factor: linear probing stays short up to here. `pack` takes back what is too much. */
export const FULLEST = 0.85;
export const GROWTH = 1.6;

/** Sizes of the places for lists, in words: each list takes the smallest that holds its length and its slots. */
const sizes: readonly number[] = Array.from({ length: 52 }, (_, i) =>
	i % 2 === 0 ? 3 << (i / 2) : 1 << ((i + 3) / 2),
);

export function sizeClass(words: number): number {
	let at = 0;
	while (sizes[at]! < words) at++;
	return at;
}

export class Shard {
	/** Hashes of keys; 0 where there is none. */
	hashes: Uint32Array = new Uint32Array(8);
	/** For each: its only slot, or the place of its list. */
	heads: Uint32Array = new Uint32Array(8);
	keys = 0;
	arena: Uint32Array = new Uint32Array(16);
	/** Words of the arena in use. */
	end = 0;
	/** By size class: places that are free. */
	readonly free: number[][] = [];
	/** Of crowded keys that have been asked for: the slots of the smallest lots. */
	readonly drawn: Map<number, number[]> = new Map();

	/** Where a hash is, or where it would go. */
	place(hash: number): number {
		const { hashes } = this;
		const size = hashes.length;
		let at = Math.floor((hash * size) / HASHES);
		for (;;) {
			const found = hashes[at]!;
			if (found === hash || found === 0) return at;
			if (++at === size) at = 0;
		}
	}

	resize(size: number): void {
		const { hashes, heads } = this;
		this.hashes = new Uint32Array(size);
		this.heads = new Uint32Array(size);
		for (let i = 0; i < hashes.length; i++) {
			if (hashes[i] === 0) continue;
			const at = this.place(hashes[i]!);
			this.hashes[at] = hashes[i]!;
			this.heads[at] = heads[i]!;
		}
	}

	/** Takes a key out of the table; those behind it close the gap, so that probing stays right. */
	drop(at: number): void {
		const { hashes, heads } = this;
		const size = hashes.length;
		this.keys--;
		let gap = at;
		for (let next = (gap + 1) % size; hashes[next] !== 0; next = (next + 1) % size) {
			const home = Math.floor((hashes[next]! * size) / HASHES);
			// It may move into the gap unless its home lies behind the gap, cyclically.
			if ((next - home + size) % size < (next - gap + size) % size) continue;
			hashes[gap] = hashes[next]!;
			heads[gap] = heads[next]!;
			gap = next;
		}
		hashes[gap] = 0;
	}

	/** A table no larger than it has to be, and the lists one behind the other. */
	pack(): void {
		const size = Math.ceil(this.keys / FULLEST) + 1;
		if (size !== this.hashes.length) this.resize(size);
		if (this.end === this.arena.length && this.free.every((places) => places.length === 0)) return;
		const { arena, heads, hashes } = this;
		this.arena = new Uint32Array(arena.length);
		this.end = 0;
		this.free.length = 0;
		for (let at = 0; at < hashes.length; at++) {
			const place = heads[at]! - LISTED;
			if (hashes[at] === 0 || place < 0) continue;
			const words = arena[place]! + 1;
			const next = this.take(sizeClass(words));
			this.arena.set(arena.subarray(place, place + words), next);
			heads[at] = LISTED + next;
		}
		this.arena = this.arena.slice(0, this.end);
	}

	/** How many slots of a list are smaller than this one. Most slots are added in order. */
	countBelow(place: number, slot: number): number {
		const { arena } = this;
		let from = 0;
		let to = arena[place]!;
		if (arena[place + to]! < slot) return to;
		while (from < to) {
			const middle = (from + to) >>> 1;
			if (arena[place + 1 + middle]! < slot) from = middle + 1;
			else to = middle;
		}
		return from;
	}

	/** The slots of a list, the smallest first. */
	slotsAt(place: number): Uint32Array {
		return this.arena.subarray(place + 1, place + 1 + this.arena[place]!);
	}

	/**
	 * Takes over another shard, its slots counted on from `shift`. Its lists go behind ours as they are; only a key that both
	 * have gets a new one. Both tables are about in the order of hashes, so that memory is gone through from front to back.
	 * @param joined is told each slot that was the only one of a key which both have
	 */
	absorb(other: Shard, shift: number, joined: (hash: number, slot: number) => void): void {
		this.resize(Math.ceil((this.keys + other.keys) / FULLEST) + 1);
		const behind = this.end;
		const arena = new Uint32Array(behind + other.end);
		arena.set(this.arena.subarray(0, behind));
		arena.set(other.arena.subarray(0, other.end), behind);
		this.arena = arena;
		this.end = arena.length;
		for (const [size, places] of other.free.entries())
			for (const place of places ?? []) this.give(behind + place, size);
		for (let i = 0; i < other.hashes.length; i++) {
			const hash = other.hashes[i]!;
			if (hash === 0) continue;
			let head = other.heads[i]!;
			if (head < LISTED) head += shift;
			else {
				head += behind;
				const place = head - LISTED;
				for (let at = place + this.arena[place]!; at > place; at--) this.arena[at]! += shift;
			}
			const at = this.place(hash);
			if (this.hashes[at] === 0) {
				this.hashes[at] = hash;
				this.heads[at] = head;
				this.keys++;
			} else {
				for (const one of [this.heads[at]!, head]) if (one < LISTED) joined(hash, one);
				this.heads[at] = this.join(this.heads[at]!, head);
				this.drawn.delete(hash);
			}
		}
	}

	/** One list of the slots of two heads. */
	private join(first: number, second: number): number {
		const count = this.countAt(first) + this.countAt(second);
		const place = this.take(sizeClass(count + 1));
		this.arena[place] = count;
		this.move(second, this.move(first, place + 1));
		return LISTED + place;
	}

	/** How many slots a head stands for. */
	countAt(head: number): number {
		return head < LISTED ? 1 : this.arena[head - LISTED]!;
	}

	/** Writes the slots of a head elsewhere and gives their place up. Returns where they end. */
	private move(head: number, to: number): number {
		const { arena } = this;
		if (head < LISTED) {
			arena[to] = head;
			return to + 1;
		}
		const place = head - LISTED;
		const count = arena[place]!;
		// Most lists are short.
		for (let at = 0; at < count; at++) arena[to + at] = arena[place + 1 + at]!;
		this.give(place, sizeClass(count + 1));
		return to + count;
	}

	take(size: number): number {
		const place = this.free[size]?.pop();
		if (place !== undefined) return place;
		const words = sizes[size]!;
		if (this.end + words > this.arena.length) {
			this.arena = grown(this.arena, Math.max(this.end + words, Math.ceil(this.arena.length * GROWTH)));
		}
		this.end += words;
		return this.end - words;
	}

	give(place: number, size: number): void {
		const places = this.free[size];
		if (places) places.push(place);
		else this.free[size] = [place];
	}

	/** Moves a list to a place of another size, if it needs or deserves one. */
	refit(place: number, from: number, to: number): number {
		const [now, then] = [sizeClass(from + 1), sizeClass(to + 1)];
		if (now === then) return place;
		const next = this.take(then);
		this.arena.copyWithin(next, place, place + 1 + Math.min(from, to));
		this.give(place, now);
		return next;
	}
}
