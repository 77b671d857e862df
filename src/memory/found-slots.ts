/** What is known of a record while its keys are followed. */
export interface Found {
	readonly slot: number;
	rarity: number;
	/** Scorers whose rarest key has counted. */
	readonly scorers: string[];
	readonly foundBy: string[];
	/** One of a crowd, found when there were enough. */
	readonly extra: boolean;
}

/** The records found so far by slot, as a table that is used again and again: the look-up is the innermost loop of recall. */
export class FoundSlots {
	private slots: Int32Array = new Int32Array(0);
	private places: Int32Array = new Int32Array(0);
	readonly list: Found[] = [];

	/** @param most how many there may be */
	clear(most: number): void {
		const size = 1 << (32 - Math.clz32(4 * most + 3));
		if (size > this.slots.length) {
			this.slots = new Int32Array(size).fill(-1);
			this.places = new Int32Array(size);
		} else this.slots.fill(-1);
		this.list.length = 0;
	}

	private at(slot: number): number {
		const mask = this.slots.length - 1;
		let at = (Math.imul(slot, 0x9e3779b1) >>> 7) & mask;
		while (this.slots[at] !== slot && this.slots[at] !== -1) at = (at + 1) & mask;
		return at;
	}

	get(slot: number): Found | undefined {
		const at = this.at(slot);
		return this.slots[at] === slot ? this.list[this.places[at]!] : undefined;
	}

	add(found: Found): void {
		const at = this.at(found.slot);
		this.slots[at] = found.slot;
		this.places[at] = this.list.push(found) - 1;
	}
}
