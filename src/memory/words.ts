/** As many as two bytes can refer to. */
const MOST_WORDS = 4096;
const LONGEST_WORD = 40;

/**
 * Words that recur, by number. Most names are rare: the first few thousand words are most of what is written. Each is kept
 * for as long as a record refers to it, so that a word which only removed records had is nowhere any more.
 */
export class Words {
	readonly list: string[];
	/** How often each is referred to; 0 where a number is free. */
	readonly uses: number[];
	private readonly numbers: Map<string, number> = new Map();
	private readonly free: number[] = [];
	/** Words that have come once lately. */
	private readonly once: Set<string> = new Set();

	constructor(list: readonly string[] = [], uses: readonly number[] = []) {
		this.list = [...list];
		this.uses = [...uses];
		for (const [number, word] of list.entries()) {
			if (uses[number] === 0) this.free.push(number);
			else this.numbers.set(word, number);
		}
	}

	/** Refers to a word once more. @returns its number; undefined the first time, and when there is no room for another */
	refer(word: string): number | undefined {
		const known = this.numbers.get(word);
		if (known !== undefined) {
			this.uses[known]!++;
			return known;
		}
		const isFull = this.list.length === MOST_WORDS && this.free.length === 0;
		if (isFull || word.length > LONGEST_WORD) return undefined;
		// Most words never come again.
		if (word !== "" && !this.once.has(word)) {
			if (this.once.size === MOST_WORDS) this.once.clear();
			this.once.add(word);
			return undefined;
		}
		this.once.delete(word);
		const number = this.free.pop() ?? this.list.length;
		this.numbers.set(word, number);
		this.list[number] = word;
		this.uses[number] = 1;
		return number;
	}

	/** Refers to a word once less. */
	release(number: number): void {
		if (--this.uses[number]! > 0) return;
		this.numbers.delete(this.list[number]!);
		this.list[number] = "";
		this.free.push(number);
	}

	/** Forgets that a text has come, where it has come once. */
	forget(text: string): void {
		this.once.delete(text);
	}
}
