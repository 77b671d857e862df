/** A code that waits to come back. It holds neither the code nor the address that it went to. Plain JSON. */
export interface Challenge {
	readonly id: string;
	readonly recordId: string;
	readonly platform: string;
	readonly instance?: string;
	/** The network's stable id of the account from which the code has to come back. */
	readonly accountId: string;
	/** The code, as a keyed hash. */
	readonly code: string;
	/** Fingerprint of the contact point to which the code goes. */
	readonly contact: string;
	readonly triesLeft: number;
	/** Until when it may come back, in ms since the epoch. */
	readonly expiresAt: number;
}

/**
 * Where challenges wait. `take` has to give each challenge to one caller only, as Redis GETDEL or SQL DELETE ... RETURNING do:
 * that is what makes codes single-use, and guesses few, also on several servers.
 */
export interface ChallengeStore {
	put(challenge: Challenge): void | Promise<void>;
	/** Gives a challenge out and forgets it. */
	take(id: string): Challenge | undefined | Promise<Challenge | undefined>;
}

/** Challenges in memory, for one process. When very many wait, the oldest go. */
export function memoryChallenges(): ChallengeStore {
	const waiting = new Map<string, Challenge>();
	return {
		put(challenge) {
			const [oldest] = waiting.keys();
			if (waiting.size >= MOST_WAITING && oldest !== undefined) waiting.delete(oldest);
			waiting.set(challenge.id, challenge);
		},
		take(id) {
			const challenge = waiting.get(id);
			waiting.delete(id);
			return challenge;
		},
	};
}

const MOST_WAITING = 10_000;
