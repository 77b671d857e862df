import type { Candidate } from "./stores/store.js";

/** Candidates that are compared whatever the first of them has earned. */
const ALWAYS = 8;
/** Beyond those, one found by keys this many bits weaker than the best ... */
const WEAKER = 5;
/** ... is left out when another has earned this many bits more than its keys are worth: its odds are under 1 in 4,000. */
const HOPELESS = 12;
/** Earnings beyond this many bits do not make others more hopeless, so that weaker namesakes stay listed. */
const ENOUGH = 28;

/**
 * Whether comparing can stop before this candidate, since it and those after it can no longer matter.
 * @param first the candidate that was found by the strongest keys
 * @param compared how many have been compared
 * @param most bits that the best of these has earned
 */
export function isHopeless(candidate: Candidate, first: Candidate, compared: number, most: number): boolean {
	const weaker = candidate.rarity + WEAKER < first.rarity;
	return weaker && compared >= ALWAYS && candidate.rarity + HOPELESS < Math.min(most, ENOUGH);
}
