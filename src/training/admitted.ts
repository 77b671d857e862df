import { SameAsError } from "../errors.js";
import type { AssuranceLevel } from "../types.js";

/**
 * Who may teach. Whoever resembles a person, or wants to be taken for one, must not be able to move weights: labels count
 * when control was proved, and no one gives more than a small share of them.
 */

/** What a label says of its origin. */
export interface LabelOrigin {
	/** How far it is proved that the person whom the label names holds the profile. Default "none". */
	readonly assurance?: AssuranceLevel;
	/** Id of the agent who gave the label, or of the account whose holder proved it. Those that do not say count as one giver's. */
	readonly by?: string;
}

/** Why labels were not learnt from. */
export interface LeftOut {
	/** "assurance": below verified. "cap": beyond what one giver may say. */
	readonly reason: "assurance" | "cap";
	readonly labels: number;
	/** In a sentence. */
	readonly says: string;
}

export interface TrustOptions {
	/**
	 * Which labels count. Default "verified": those of the levels verified and confirmed, and of one giver no more than
	 * `mostPerGiver`. "any" takes all as they are: for sets that you have looked through yourself.
	 */
	readonly trust?: "verified" | "any";
	/**
	 * The largest share of the labels used that may come from one agent or account. Default 0.01; so a hundred givers are
	 * needed. What a giver says beyond it is left out, the later labels first. A few agents whom you trust need a larger one:
	 * 0.25 for four.
	 */
	readonly mostPerGiver?: number;
}

const trusted: ReadonlySet<AssuranceLevel> = new Set(["verified", "confirmed"]);

/** @throws SameAsError CONFIG when an option is wrong. */
export function admitted<Label extends LabelOrigin>(
	labels: readonly Label[],
	{ trust = "verified", mostPerGiver = 0.01 }: TrustOptions,
): { readonly labels: readonly Label[]; readonly leftOut: readonly LeftOut[] } {
	if (trust !== "verified" && trust !== "any") {
		throw new SameAsError("CONFIG", '`trust` is "verified" or "any".', { path: "trust" });
	}
	if (!(mostPerGiver > 0 && mostPerGiver <= 1)) {
		throw new SameAsError("CONFIG", "`mostPerGiver` is a share above 0, at most 1.", { path: "mostPerGiver" });
	}
	if (trust === "any") return { labels, leftOut: [] };
	const proved = labels.filter(({ assurance = "none" }) => trusted.has(assurance));
	const given = new Map<string | undefined, number>();
	for (const { by } of proved) given.set(by, (given.get(by) ?? 0) + 1);
	const most = largestQuota([...given.values()], mostPerGiver);
	const taken = new Map<string | undefined, number>();
	const used = proved.filter(({ by }) => {
		const before = taken.get(by) ?? 0;
		taken.set(by, before + 1);
		return before < most;
	});
	const leftOut: LeftOut[] = [
		{
			reason: "assurance",
			labels: labels.length - proved.length,
			says: "Nobody has proved control of these accounts: only labels of verified and above are learnt from.",
		},
		{
			reason: "cap",
			labels: proved.length - used.length,
			says: `One agent or account may give ${most} labels here, a share of ${mostPerGiver} of those used.`,
		},
	];
	return { labels: used, leftOut: leftOut.filter(({ labels }) => labels > 0) };
}

/**
 * The most labels that each giver may have, so that nobody has a larger share of all that are then left. The share is of
 * what is left, so that whoever sends a million labels gets no larger one.
 */
function largestQuota(given: readonly number[], share: number): number {
	const leftAt = (quota: number): number => given.reduce((sum, labels) => sum + Math.min(labels, quota), 0);
	// What all may say together grows ever more slowly with the quota, so that all below the largest do as well.
	let [low, high] = [0, Math.max(0, ...given)];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (middle <= share * leftAt(middle)) low = middle;
		else high = middle - 1;
	}
	return low;
}
