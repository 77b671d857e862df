import type { CrmRecord } from "../types.js";
import { grown } from "./bytes.js";
import { RecordReader, RecordWriter } from "./record-bytes.js";
import type { SnapshotReader, SnapshotWriter } from "./snapshot.js";
import { Words } from "./words.js";

/** Records as bytes, by slot, on pages of a megabyte. What removed records leave is given back page by page. */

const PAGE = 2 ** 20;
/** The first pages are smaller, for small record sets. */
const SMALLEST = 4096;
/** Addresses count in units of four bytes, so that 32 bits reach 16 GiB. */
const UNIT = 4;
const UNITS = PAGE / UNIT;
/** Before each record stand its slot and the units it takes, so that a page can be moved by itself. */
const HEAD = 8;

/** A page of bytes; a record that is larger has a page of its own. */
interface Page {
	bytes: Uint8Array;
	/** The same as 32-bit words, for what stands before each record. */
	heads: Uint32Array;
	/** Units in use, and those of them that removed records have left. */
	used: number;
	lost: number;
	readonly words: Words;
}

export class RecordPool {
	/** Of each slot, where its record is. */
	private addresses: Uint32Array = new Uint32Array(64);
	private readonly pages: (Page | undefined)[] = [];
	private readonly emptied: number[] = [];
	private words: Words = new Words();
	/** The page that is being filled. */
	private filling = -1;
	private readonly writer = new RecordWriter();
	private readonly reader = new RecordReader();

	put(slot: number, record: CrmRecord): void {
		const { writer } = this;
		writer.write(record, this.words);
		const units = Math.ceil((HEAD + writer.length) / UNIT);
		const address = this.place(units);
		const page = this.pages[Math.floor(address / UNITS)]!;
		const unit = address % UNITS;
		page.heads[unit] = slot;
		page.heads[unit + 1] = units;
		page.bytes.set(writer.bytes.subarray(0, writer.length), unit * UNIT + HEAD);
		if (slot >= this.addresses.length) {
			this.addresses = grown(this.addresses, Math.ceil(1.3 * slot) + 64);
		}
		this.addresses[slot] = address;
	}

	get(slot: number): CrmRecord {
		const address = this.addresses[slot]!;
		const { bytes, words } = this.pages[Math.floor(address / UNITS)]!;
		return this.reader.read(bytes, (address % UNITS) * UNIT + HEAD, words.list);
	}

	idOf(slot: number): string {
		const address = this.addresses[slot]!;
		const { bytes } = this.pages[Math.floor(address / UNITS)]!;
		return this.reader.readId(bytes, (address % UNITS) * UNIT + HEAD);
	}

	/** Nothing of the record is left: its bytes are overwritten, and words that no other record has are dropped. */
	delete(slot: number): void {
		const address = this.addresses[slot]!;
		const number = Math.floor(address / UNITS);
		const page = this.pages[number]!;
		const unit = address % UNITS;
		const units = page.heads[unit + 1]!;
		this.reader.release(page.bytes, unit * UNIT + HEAD, page.words);
		page.bytes.fill(0, unit * UNIT + HEAD, (unit + units) * UNIT);
		page.heads[unit] = GONE;
		page.lost += units;
		if (number !== this.filling && page.lost * 2 > page.used) this.empty(number);
	}

	/** Overwrites the place in which records are written before they are stored. */
	clear(): void {
		this.writer.clear();
	}

	/** Gives up room that growing has left over. */
	pack(slots: number): void {
		this.addresses = this.addresses.slice(0, slots);
	}

	/** Copies what it was read from, which others may read as well. */
	own(): void {
		this.addresses = this.addresses.slice();
		for (const page of this.pages) {
			if (!page) continue;
			page.bytes = page.bytes.slice();
			page.heads = new Uint32Array(page.bytes.buffer);
		}
	}

	get byteLength(): number {
		return this.pages.reduce((sum, page) => sum + (page?.bytes.byteLength ?? 0), this.addresses.byteLength);
	}

	writeTo(snapshot: SnapshotWriter, slots: number): void {
		const dictionaries = [...new Set(this.pages.map((page) => page?.words))].filter((words) => words !== undefined);
		snapshot.text(JSON.stringify(dictionaries.map(({ list, uses }) => ({ list, uses }))));
		snapshot.bytes(this.addresses.subarray(0, slots));
		snapshot.numbers([this.pages.length]);
		for (const page of this.pages) {
			const { bytes, used, lost, words } = page ?? { bytes: new Uint8Array(0), used: 0, lost: 0, words: undefined };
			snapshot.numbers([lost, words === undefined ? 0 : 1 + dictionaries.indexOf(words)]);
			snapshot.bytes(bytes.subarray(0, used * UNIT));
		}
	}

	readFrom(snapshot: SnapshotReader): void {
		const kept = JSON.parse(snapshot.text()) as readonly Pick<Words, "list" | "uses">[];
		const dictionaries = kept.map(({ list, uses }) => new Words(list, uses));
		this.words = dictionaries.at(-1) ?? this.words;
		this.addresses = snapshot.words();
		const [count = 0] = snapshot.words();
		for (let number = 0; number < count; number++) {
			const [lost = 0, dictionary = 0] = snapshot.words();
			const bytes = snapshot.bytes();
			const words = dictionaries[dictionary - 1];
			if (words === undefined) {
				this.emptied.push(number);
				continue;
			}
			const heads = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / UNIT);
			this.pages[number] = { bytes, heads, used: heads.length, lost, words };
		}
	}

	/** Takes over another's pages, their slots counted on from `shift`. */
	absorb(other: RecordPool, shift: number, slots: number): void {
		const before = this.pages.length;
		const addresses = grown(this.addresses.subarray(0, shift), shift + slots);
		for (let slot = 0; slot < slots; slot++) addresses[shift + slot] = other.addresses[slot]! + before * UNITS;
		this.addresses = addresses;
		for (const [number, page] of other.pages.entries()) {
			// A copy, as a view of a snapshot would keep all of it in memory.
			this.pages[before + number] = page && copyOf(page, shift);
		}
		for (const number of other.emptied) this.emptied.push(before + number);
	}

	/** Room for a record on the page that is being filled, or on a new one. */
	private place(units: number): number {
		let page = this.pages[this.filling];
		if (!page || page.words !== this.words || page.used + units > page.heads.length) {
			const size = Math.min(PAGE, SMALLEST * (1 << Math.min(this.pages.length, 20)));
			const buffer = new ArrayBuffer(Math.max(size, units * UNIT));
			page = { bytes: new Uint8Array(buffer), heads: new Uint32Array(buffer), used: 0, lost: 0, words: this.words };
			this.filling = this.emptied.pop() ?? this.pages.length;
			this.pages[this.filling] = page;
		}
		page.used += units;
		return this.filling * UNITS + page.used - units;
	}

	/** Moves what is left on a page to the one that is being filled, and gives the page up. */
	private empty(number: number): void {
		const { bytes, heads, used, words } = this.pages[number]!;
		for (let unit = 0; unit < used; unit += heads[unit + 1]!) {
			const slot = heads[unit]!;
			if (slot === GONE) continue;
			const record = this.get(slot);
			this.reader.release(bytes, unit * UNIT + HEAD, words);
			this.put(slot, record);
		}
		this.pages[number] = undefined;
		this.emptied.push(number);
	}
}

const GONE = 0xffff_ffff;

/** A page whose records have slots counted on from `shift`. */
function copyOf(page: Page, shift: number): Page {
	const bytes = page.bytes.slice(0, page.used * UNIT);
	const heads = new Uint32Array(bytes.buffer);
	for (let unit = 0; unit < page.used; unit += heads[unit + 1]!) if (heads[unit] !== GONE) heads[unit]! += shift;
	return { ...page, bytes, heads };
}
