import { hashOf, Postings } from "./postings.js";
import type { SnapshotReader, SnapshotWriter } from "./snapshot.js";

/** Letters from the front in which the slip is looked for: words that have these in common are near each other in any case. */
const PREFIX = 8;

/**
 * Search keys whose words differ by a slip: a letter too many, too few, another one, or two swapped. A word is what follows
 * the colon of its key. Each is found by what is left of its beginning when one of the letters is taken away, as two words
 * one slip apart have such a rest in common (deletion neighbourhood, as in SymSpell). The first letter has to be right. It holds
 * distinct keys, not records, so it is small.
 */
export class Spellings {
	private readonly keys: string[] = [];
	private readonly free: number[] = [];
	private readonly rests: Postings = new Postings((number) => number);

	add(key: string): void {
		if (this.numberOf(key) !== undefined) return;
		const number = this.free.pop() ?? this.keys.length;
		this.keys[number] = key;
		for (const rest of restsOf(key)) this.rests.add(hashOf(rest), number);
	}

	remove(key: string): void {
		const number = this.numberOf(key);
		if (number === undefined) return;
		for (const rest of restsOf(key)) this.rests.remove(hashOf(rest), number);
		this.keys[number] = "";
		this.free.push(number);
	}

	/** Keys that may be a slip or two away, in code-unit order; without the key itself. */
	near(key: string): string[] {
		const found = new Set<string>();
		for (const rest of restsOf(key)) {
			for (const number of this.rests.slots(hashOf(rest))) found.add(this.keys[number]!);
		}
		found.delete(key);
		return [...found].sort();
	}

	/** All keys. */
	list(): string[] {
		return this.keys.filter((key) => key !== "");
	}

	writeTo(snapshot: SnapshotWriter): void {
		snapshot.text(this.keys.join("\n"));
		this.rests.writeTo(snapshot);
	}

	readFrom(snapshot: SnapshotReader): void {
		const text = snapshot.text();
		for (const [number, key] of (text === "" ? [] : text.split("\n")).entries()) {
			this.keys.push(key);
			if (key === "") this.free.push(number);
		}
		this.rests.readFrom(snapshot);
	}

	/** Copies what it was read from, which others may read as well. */
	own(): void {
		this.rests.own();
	}

	pack(): void {
		this.rests.pack();
	}

	get byteLength(): number {
		return this.keys.reduce((sum, key) => sum + 24 + key.length, this.rests.byteLength);
	}

	private numberOf(key: string): number | undefined {
		for (const number of this.rests.slots(hashOf(startOf(key)))) if (this.keys[number] === key) return number;
		return undefined;
	}
}

const headOf = (key: string): number => key.indexOf(":") + 1;

/** A key as far as the beginning of its word. */
function startOf(key: string): string {
	return key.slice(0, headOf(key) + PREFIX);
}

/** That, and what is left of it without one of the letters; equal ones stand side by side. */
function restsOf(key: string): string[] {
	const start = startOf(key);
	const rests = [start];
	for (let at = headOf(key) + 1; at < start.length; at++) rests.push(start.slice(0, at) + start.slice(at + 1));
	return rests;
}
