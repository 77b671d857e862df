/** Draws that a seed decides: the same seed gives the same input on every machine. mulberry32 (Ettinger 2017). */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** From 0 up to 1, without 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = this.state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from 0 up to `end`, without it. */
	below(end: number): number {
		return Math.floor(this.next() * end);
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(items: readonly T[]): T {
		return items[this.below(items.length)] as T;
	}

	/** Several of something, at most so many. */
	several<T>(most: number, make: () => T): T[] {
		return Array.from({ length: this.below(most + 1) }, make);
	}
}

/** The seed of one input of one target. */
export function seedOf(seed: number, target: string, index: number): number {
	let mixed = seed ^ 0x9e3779b9;
	for (const char of `${target} ${index}`) mixed = Math.imul(mixed ^ char.charCodeAt(0), 0x01000193) ^ (mixed >>> 13);
	return mixed >>> 0;
}
