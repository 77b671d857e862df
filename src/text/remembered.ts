/** Answers kept, at most, unless the reading says otherwise; then it begins anew. */
const MOST = 2000;

const memories: { clear(): void }[] = [];

/**
 * A reading that keeps its last answers, for what the records of a set have in common: employers, titles, cities. The key
 * says all that the answer depends on.
 */
export function remembered<Of, Answer>(
	keyOf: (of: Of) => string,
	read: (of: Of) => Answer,
	most: number = MOST,
): (of: Of) => Answer {
	const answers = new Map<string, Answer>();
	memories.push(answers);
	return (of) => {
		const key = keyOf(of);
		let answer = answers.get(key);
		if (answer === undefined) {
			answer = read(of);
			if (answers.size === most) answers.clear();
			answers.set(key, answer);
		}
		return answer;
	};
}

/** Drops what all readings remember: they may be of a person who is to be forgotten. */
export function clearRemembered(): void {
	for (const memory of memories) memory.clear();
}
