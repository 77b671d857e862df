import type { CompareContext } from "../src/scorers/scorer.js";
import type { DisclosurePolicy } from "../src/trust.js";
import type { CrmRecord, SocialProfile } from "../src/types.js";

/** A profile in normal form that has only what is given. */
export function profileOf(given: Partial<SocialProfile>): SocialProfile {
	return { links: [], emails: [], emailHashes: [], phones: [], posts: [], interactions: [], attributes: {}, ...given };
}

/** A record in normal form that has only what is given. */
export function recordOf(given: Partial<CrmRecord>): CrmRecord {
	return {
		id: "1",
		kind: "person",
		names: [],
		emails: [],
		phones: [],
		addresses: [],
		links: [],
		handles: [],
		interactions: [],
		status: "unknown",
		consent: {},
		attributes: {},
		...given,
	};
}

/** A record set of `recordCount` in which the keys given are carried by so many records, and all others by one. */
export function world(recordCount = 1000, counts: Record<string, number> = {}, now?: number): CompareContext {
	return { recordCount, count: (key) => counts[key] ?? 1, ...(now === undefined ? {} : { now }) };
}

/** For tests of what is told of a person, whatever is proved of the link: nothing is masked or withheld. */
export const openly: DisclosurePolicy = {
	"agent.hints": "none",
	"agent.names": "none",
	"agent.history": "none",
	"agent.contacts": "none",
	loosened: ["agent.hints", "agent.names", "agent.history", "agent.contacts"],
};
