import { SameAsError } from "../errors.js";

/**
 * The form of a snapshot: a head of 32 bytes, then arrays, each with its length in bytes before it and padded to eight. All
 * numbers are little-endian, as on every machine this runs on.
 *
 *     0  "sameas\0" and the version of the format   8  length in bytes, low and high word   16  checksum, two words   24  noughts
 */

const MAGIC = [0x73, 0x61, 0x6d, 0x65, 0x61, 0x73, 0] as const;
/** Raised whenever what is written can no longer be read by what was there before, or the search keys change. */
const SNAPSHOT_VERSION = 4;
const HEAD = 32;

/** Gathers arrays for a snapshot. Nothing is copied. */
export class SnapshotWriter {
	private readonly parts: Uint8Array[] = [];

	bytes(array: Uint8Array | Uint32Array): void {
		const { byteLength } = array;
		const padding = (8 - (byteLength % 8)) % 8;
		this.parts.push(new Uint8Array(Uint32Array.of(byteLength, 0).buffer));
		this.parts.push(new Uint8Array(array.buffer, array.byteOffset, byteLength));
		if (padding > 0) this.parts.push(new Uint8Array(padding));
	}

	numbers(numbers: readonly number[]): void {
		this.bytes(Uint32Array.from(numbers));
	}

	text(text: string): void {
		this.bytes(new TextEncoder().encode(text));
	}

	/** The parts in order, the head first. */
	finish(): Uint8Array[] {
		const length = HEAD + this.parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
		const sum = new Checksum();
		// Each part is a multiple of four bytes together with its padding, but perhaps not alone.
		let carried = new Uint8Array(0);
		for (const part of this.parts) {
			if (carried.length === 0 && part.byteOffset % 4 === 0 && part.byteLength % 4 === 0) {
				sum.add(part);
				continue;
			}
			const joined = new Uint8Array(carried.length + part.length);
			joined.set(carried);
			joined.set(part, carried.length);
			const whole = joined.length - (joined.length % 4);
			sum.add(joined.subarray(0, whole));
			carried = joined.slice(whole);
		}
		const head = new Uint32Array(HEAD / 4);
		const magic = new Uint8Array(head.buffer);
		magic.set([...MAGIC, SNAPSHOT_VERSION]);
		head.set([length % 2 ** 32, Math.floor(length / 2 ** 32), sum.first, sum.second], 2);
		return [magic, ...this.parts];
	}
}

/** Two running sums over 32-bit words. Every step is one to one, so no change of a single word goes unnoticed. */
class Checksum {
	first = 0x2545f491;
	second = 0x4f6cdd1d;

	/** Adds bytes, a multiple of four, that begin at a multiple of four. */
	add(bytes: Uint8Array): void {
		const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
		let { first, second } = this;
		for (let i = 0; i < words.length; i++) {
			first = Math.imul(first ^ words[i]!, 0x9e3779b1);
			first ^= first >>> 15;
			second = (Math.imul(second, 0x85ebca6b) + first) | 0;
		}
		this.first = first >>> 0;
		this.second = second >>> 0;
	}
}

/** Reads the arrays of a snapshot in the order in which they were written: views, not copies. */
export class SnapshotReader {
	private readonly source: Uint8Array;
	private at: number = HEAD;

	/** @throws SameAsError STORE when the snapshot is of another version, cut short or changed. */
	constructor(source: Uint8Array) {
		// Views of words need a beginning at a multiple of four. (`slice` of a Buffer would be a view as well.)
		this.source = source.byteOffset % 8 === 0 ? source : new Uint8Array(source);
		const { buffer, byteOffset, byteLength } = this.source;
		if (byteLength < HEAD || MAGIC.some((byte, at) => this.source[at] !== byte)) {
			throw new SameAsError("STORE", "This is no snapshot of a record set.");
		}
		const version = this.source[MAGIC.length];
		if (version !== SNAPSHOT_VERSION) {
			throw new SameAsError(
				"STORE",
				`The snapshot has version ${version} of the format; this package reads ${SNAPSHOT_VERSION}. Build it anew from the records.`,
			);
		}
		const head = new Uint32Array(buffer, byteOffset, HEAD / 4);
		if (byteLength !== head[2]! + head[3]! * 2 ** 32) {
			throw new SameAsError("STORE", "The snapshot is cut short, or something stands behind it. Use another copy.");
		}
		const sum = new Checksum();
		sum.add(this.source.subarray(HEAD));
		if (sum.first !== head[4] || sum.second !== head[5] || head[6] !== 0 || head[7] !== 0) {
			throw new SameAsError("STORE", "The snapshot has been damaged: its checksum is wrong. Use another copy.");
		}
	}

	bytes(): Uint8Array {
		const { buffer, byteOffset } = this.source;
		const [length] = new Uint32Array(buffer, byteOffset + this.at, 1) as unknown as [number];
		const start = this.at + 8;
		this.at = start + length + ((8 - (length % 8)) % 8);
		return this.source.subarray(start, start + length);
	}

	words(): Uint32Array {
		const { buffer, byteOffset, byteLength } = this.bytes();
		return new Uint32Array(buffer, byteOffset, byteLength / 4);
	}

	text(): string {
		return new TextDecoder().decode(this.bytes().slice());
	}
}
