// What a resolution gives away. To whoever holds a handle: pairs of a profile of which the firm knows the person and one of
// which it does not, as `disclose` answers them. To a colleague: whether anything of a claimed person is shown in full. The
// library is passed in, so that tests measure the sources and benchmarks the built package.
import { makeCustomers, now, own, receiptKey } from "./customers.mjs";
import { pick, seeded } from "./people.mjs";

const channels = ["public", "private"];
const answersOf = (disclose, resolution) =>
	channels.map((channel) => JSON.stringify(disclose(resolution, { audience: "subject", channel })));

/** Profiles that are made after a customer, by somebody else: from the handle alone to everything that can have leaked. */
const clones = [
	({ account: { platform, handle } }, id) => ({ platform, id, handle: `${handle}_` }),
	({ account: { platform, displayName } }, id) => ({ platform, id, handle: `user${id}`, displayName }),
	({ account }, id) => ({ ...account, id, handle: `${account.handle}_` }),
	({ account }, id) => ({ ...account, id }),
	({ account, record }, id) => ({ ...account, id, handle: `${account.handle}7`, emails: [record.emails[0].value] }),
	({ account, record }, id) => ({ ...account, id, platform: "instagram", bio: record.phones[0].value }),
	({ account, record }, id) => ({
		...account,
		id,
		handle: `the${account.handle}`,
		posts: record.interactions.flatMap(({ references = [] }) => references).map((number) => `Where is ${number}?`),
	}),
];

/** Everything on a record that a colleague does not see of a claimed person. Digits of numbers stand by themselves. */
function plantedIn({ emails, phones, addresses, interactions }) {
	return [
		...emails.map(({ value }) => value),
		...phones.flatMap(({ value }) => [value, value.replace(/\D/g, "")]),
		...addresses.map(({ street }) => street),
		...interactions.flatMap(({ text = [], topic = [], references = [] }) => [text, topic, references].flat()),
	];
}

/**
 * Pairs of known and unknown: every other profile is asked a second time where the person's record is not, every other one
 * is paired with a stranger. Only pairs count of which the known one is at "none" or "claimed": the others are `genuine`.
 * @param library `createResolver`, `proofDesk`, `disclose`
 * @returns `answers`: all that is said to impostors and strangers, which is to be one text; `unequal` pairs; `levels` of the
 * known ones; `shown`: planted values that colleagues see; `genuine`: of how many people with a proof colleagues see planted
 * values, and they themselves hear something else
 */
export async function measureViews({ createResolver, proofDesk, disclose }, { pairs, victims = pairs / 5, seed = 3 }) {
	const random = seeded(seed);
	const customers = makeCustomers(Math.ceil(victims), { proofDesk }, seed);
	const settings = { now, receiptKey, own };
	const known = createResolver({ records: customers.records, ...settings });
	const parts = [0, 1].map((part) => {
		const others = customers.records.filter((_, at) => at % 2 !== part);
		return createResolver({ records: others, ...settings });
	});

	const found = { pairs: 0, unequal: 0, linked: 0, levels: {}, shown: [], planted: 0, answers: new Set(), genuine: 0 };
	for (let at = 0; at < pairs; at++) {
		const index = at % customers.known.length;
		const victim = customers.known[index];
		const profile = clones[(at + Math.floor(at / customers.known.length)) % clones.length](victim, customers.nextId());
		const resolution = await known.resolve(profile);
		const nobody =
			at % 2 === 0 ? await parts[index % 2].resolve(profile) : await known.resolve(pick(customers.strangers, random));
		const [ours, theirs] = [resolution, nobody].map((one) => answersOf(disclose, one));
		const level = resolution.links[0]?.assurance.level ?? "nobody";
		found.pairs++;
		found.levels[level] = (found.levels[level] ?? 0) + 1;
		if (resolution.decision === "link") found.linked++;
		if (ours.some((answer, channel) => answer !== theirs[channel])) found.unequal++;
		for (const answer of [...ours, ...theirs]) found.answers.add(answer);

		const view = JSON.stringify(disclose(resolution, { audience: "agent" }).people);
		for (const { record, duplicates } of resolution.links) {
			for (const value of [record, ...duplicates].flatMap(plantedIn)) {
				found.planted++;
				if (view.includes(value)) found.shown.push(value);
			}
		}
	}
	for (const { account, record, standing } of customers.known) {
		if (standing !== "proof") continue;
		const resolution = await known.resolve(account);
		const view = JSON.stringify(disclose(resolution, { audience: "agent" }).people);
		const isSeen = plantedIn(record).some((value) => view.includes(value));
		if (isSeen && answersOf(disclose, resolution).every((answer) => !found.answers.has(answer))) found.genuine++;
	}
	return { ...found, proven: customers.known.filter(({ standing }) => standing === "proof").length };
}
