/**
 * Spelling rules as a compact string: `letters:spelling|another` separated by blanks, the most usual spelling first.
 * Letters in one entry (`ю,я:yu,ya|iu,ia`) are spelt by one habit throughout a word. `^` is the beginning of the word,
 * `$` its end; the longest letters that fit are taken.
 */
export type Rules = ReadonlyMap<string, { readonly habit: number; readonly spellings: readonly string[] }>;

/** The most spellings of one word: enough for the usual ones, few enough to compare with each. */
export const MOST_SPELLINGS = 8;

/** Letters taken together at most, with the marks of beginning and end. */
const LONGEST = 4;

export function rulesOf(text: string): Rules {
	const rules = new Map<string, { habit: number; spellings: readonly string[] }>();
	text.split(" ").forEach((entry, habit) => {
		const at = entry.indexOf(":");
		const options = entry
			.slice(at + 1)
			.split("|")
			.map((option) => option.split(","));
		entry
			.slice(0, at)
			.split(",")
			.forEach((letters, index) => {
				rules.set(letters, { habit, spellings: options.map((option) => option[index] ?? "") });
			});
	});
	return rules;
}

/**
 * One choice from each list, joined: the likeliest first, where the second choice is as much rarer than the first as the
 * third than the second. At most `most`.
 */
export function combinations(choices: readonly (readonly string[])[], most: number = MOST_SPELLINGS): string[] {
	let best: { text: string; rank: number }[] = [{ text: "", rank: 0 }];
	for (const options of choices) {
		if (options.length === 1) {
			for (const choice of best) choice.text += options[0] as string;
			continue;
		}
		best = best
			.flatMap(({ text, rank }) => options.map((option, index) => ({ text: text + option, rank: rank + index })))
			.sort((a, b) => a.rank - b.rank)
			.slice(0, most);
	}
	return [...new Set(best.map(({ text }) => text))];
}

/** Spellings of a word by rules; letters without a rule stay. */
export function spellBy(rules: Rules, word: string): string[] {
	const marked = `^${word}$`;
	const pieces: { habit: number; spellings: readonly string[] }[] = [];
	for (let at = 0; at < marked.length; ) {
		let length = Math.min(LONGEST, marked.length - at);
		while (length > 1 && !rules.has(marked.slice(at, at + length))) length--;
		const letters = marked.slice(at, at + length);
		const bare = letters === "^" || letters === "$" ? "" : letters;
		pieces.push(rules.get(letters) ?? { habit: -1, spellings: [bare] });
		at += length;
	}
	// Habits that leave a choice, in the order of the word; the ranks chosen are one digit each.
	const habits = new Map<number, readonly string[]>();
	for (const { habit, spellings } of pieces) {
		if (spellings.length > 1) habits.set(habit, [...spellings.keys()].map(String));
	}
	const order = [...habits.keys()];
	const place = pieces.map(({ habit }) => order.indexOf(habit));
	const spelt = combinations([...habits.values()]).map((ranks) => {
		let text = "";
		pieces.forEach(({ spellings }, index) => {
			const at = place[index] as number;
			text += spellings[at < 0 ? 0 : Number(ranks[at])] ?? spellings[0];
		});
		return text;
	});
	return [...new Set(spelt)].filter((text) => text !== "");
}

/** A word list as a compact string: `word:spelling|another` separated by blanks. */
export function listOf(text: string): ReadonlyMap<string, readonly string[]> {
	return new Map(
		text.split(" ").map((entry) => {
			const at = entry.indexOf(":");
			return [entry.slice(0, at), entry.slice(at + 1).split("|")];
		}),
	);
}
