import { isMainThread } from "node:worker_threads";
import { defaultScorers, defineScorer, type ResolverOptions } from "../../src/index.js";

/** What threads are set up with in tests: a scorer of somebody's own, which fails on number 13 and ends the thread on 0. */
const loyaltyScorer = defineScorer({
	name: "loyalty",
	group: "contact",
	levels: { same: { m: 0.4, u: 1e-5, says: "The loyalty number {profile} is the one on the record" } },
	ofProfile({ bio }) {
		const number = bio?.match(/#(\d+)/)?.[1];
		if (number === "13") throw new RangeError("Unlucky.");
		if (number === "0" && !isMainThread) process.exit();
		return number;
	},
	ofRecord({ attributes }) {
		if (attributes["loyalty"] === 13) throw new RangeError("Unlucky.");
		return attributes["loyalty"]?.toString();
	},
	keys: { ofProfile: (number) => [number], ofRecord: (number) => [number] },
	compare: (profile, record) =>
		profile === record
			? {
					level: "same",
					profileValue: profile,
					recordValue: record,
					profileField: "bio",
					recordField: "attributes.loyalty",
				}
			: undefined,
});

export const setup: ResolverOptions = { scorers: [...defaultScorers(), loyaltyScorer], coverage: 0.5 };
export default setup;
