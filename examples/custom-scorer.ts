// Evidence of your own in about twenty lines: a loyalty number that customers like to put into their bio.
import { createResolver, defaultScorers, defineScorer, explain } from "sameas";

const loyaltyScorer = defineScorer({
	name: "loyalty",
	group: "contact",
	levels: {
		// m: 4 in 10 customers who show a number show their own; u: numbers are eight digits long.
		same: { m: 0.4, u: 1e-7, says: "The loyalty number {profile} in the bio is the one on the record" },
	},
	ofProfile: ({ bio }) => bio?.match(/\bLY-(\d{8})\b/)?.[1],
	ofRecord: ({ attributes }) => attributes["loyaltyNumber"]?.toString(),
	keys: {
		ofProfile: (number) => [number],
		ofRecord: (number) => [number],
	},
	compare: (profile, record) =>
		profile === record
			? {
					level: "same",
					profileValue: profile,
					recordValue: record,
					profileField: "bio",
					recordField: "attributes.loyaltyNumber",
				}
			: undefined,
});

const resolver = createResolver({
	scorers: [...defaultScorers(), loyaltyScorer],
	weights: { loyalty: 0.9 },
	records: [
		{ id: "C-1", name: "Ana Costa", attributes: { loyaltyNumber: "20711893" } },
		{ id: "C-2", name: "Ana Costa", attributes: { loyaltyNumber: "55590210" } },
	],
});

const resolution = await resolver.resolve({
	platform: "x",
	handle: "@ana_travels",
	displayName: "Ana Costa",
	bio: "Gold member LY-20711893",
});
console.log(explain(resolution));
