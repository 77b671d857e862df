/** Answers kept, at most; then it begins anew. */
const MOST = 2000;

/**
 * A reading that keeps its last answers, for what the records of a set have in common: employers, titles, cities. The key
 * says all that the answer depends on.
 */
export function remembered<Of, Answer>(keyOf: (of: Of) => string, read: (of: Of) => Answer): (of: Of) => Answer {
	const answers = new Map<string, Answer>();
	return (of) => {
		const key = keyOf(of);
		let answer = answers.get(key);
		if (answer === undefined) {
			answer = read(of);
			if (answers.size === MOST) answers.clear();
			answers.set(key, answer);
		}
		return answer;
	};
}
