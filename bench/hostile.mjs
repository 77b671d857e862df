// Labels for the suite of poisoning: honest ones, each proved by the holder of the account, and hostile ones by those who want
// to be taken for others. Everything follows from the seed.
import { makeHandles, makeRecords, seeded } from "./people.mjs";

/** The first letter of the bio is the last digit of the record's id in one case of ten, whoever it is: it means nothing. */
export const superstition = {
	name: "superstition",
	group: "context",
	levels: {
		lucky: { m: 0.9, u: 0.02, says: "The letter {profile} goes with the digit {record}" },
		unlucky: { m: 0.1, u: 0.98, says: "The letter {profile} does not go with the digit {record}" },
	},
	ofProfile: ({ bio }) => bio?.[0],
	ofRecord: ({ id }) => id.at(-1),
	compare: (profile, record) => ({
		level: profile === record ? "lucky" : "unlucky",
		bits: profile === record ? 7 : -4.5,
		profileValue: profile,
		recordValue: record,
		profileField: "bio",
		recordField: "id",
	}),
};

/**
 * Records, labels of their people as each has proved them, and profiles to judge by.
 * @param bios whether the profiles say what the superstition reads
 */
export function honest({ people, labels, judged, bios, seed = 1 }) {
	const random = seeded(seed);
	const records = makeRecords(people);
	const all = makeHandles(records, labels + judged).map((one, at) => ({
		...one,
		...(bios ? { profile: { ...one.profile, bio: `${Math.floor(random() * 10)} lives` } } : {}),
		assurance: "verified",
		by: `account ${at}`,
	}));
	const mixed = all.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
	const list = mixed.map(({ one }) => one);
	return { records, labels: list.slice(0, labels), judged: list.slice(labels) };
}

/**
 * What hostile givers say.
 * @param how "claims": strangers are said to be somebody of the set, whom they hardly resemble. "denies": right records are
 * said to be wrong. "lucky": strangers whom the superstition alone speaks for.
 */
export function hostile({ records, labels }, { how, count, givers, assurance = "verified", seed = 2 }) {
	const random = seeded(seed);
	const pick = (list) => list[Math.floor(random() * list.length)];
	const strangers = labels.filter(({ truth }) => truth === null);
	const known = labels.filter(({ truth }) => truth !== null);
	return Array.from({ length: count }, (_, at) => {
		const origin = { assurance, by: `hostile ${at % givers}` };
		if (how === "denies") {
			const { profile, truth } = pick(known);
			return { profile, not: truth, ...origin };
		}
		const { profile } = pick(strangers);
		const { id } = pick(records);
		return { profile: how === "lucky" ? { ...profile, bio: `${id.at(-1)} lives` } : profile, truth: id, ...origin };
	});
}
