import { hashOf, Postings } from "./postings.js";

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

	pack(): void {
		this.rests.pack();
	}

	get byteLength(): number {
		return this.keys.reduce((sum, key) => sum + 24 + key.length, this.rests.byteLength);
	}

	private numberOf(key: string): number | undefined {
		const [rest] = restsOf(key);
		for (const number of this.rests.slots(hashOf(rest!))) if (this.keys[number] === key) return number;
		return undefined;
	}
}

/** The beginning of a key's word, and what is left of it without one of its letters, each once and after the key's head. */
function restsOf(key: string): Set<string> {
	const head = key.slice(0, key.indexOf(":") + 1);
	const start = key.slice(head.length, head.length + PREFIX);
	const rests = new Set([head + start]);
	for (let at = 1; at < start.length; at++) rests.add(head + start.slice(0, at) + start.slice(at + 1));
	return rests;
}
