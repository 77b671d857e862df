import {
	type CrmRecordInput,
	createResolver,
	defaultScorers,
	type Question,
	type ResolverOptions,
	SameAsError,
	type SocialProfileInput,
	type WhatIf,
	type WhatIfOptions,
	whatIf,
} from "sameas";
import { describe, expect, it } from "vitest";
import { questions } from "../../src/counterfactuals/questions.js";
import { suppose } from "../../src/counterfactuals/supposing.js";

const fillers = Array.from({ length: 300 }, (_, index) => ({
	id: `F-${index}`,
	name: `Bea Horn${"abcdefghij"[index % 10]}${"klmnopqrst"[Math.floor(index / 10) % 10]}ey`,
	email: `filler${index}@example.net`,
}));
const ticket = (reference: string) => [{ channel: "ticket" as const, references: [reference] }];
const records = [
	{
		id: "todd",
		name: "Todd Defren",
		email: "todd@example.com",
		phone: "+1 617 555 0142",
		address: { city: "Boston" },
		interactions: ticket("T-88213"),
	},
	{ id: "tina", name: "Tina Defren", phone: "+1 617 555 0143", interactions: ticket("T-88214") },
	{ id: "john-1", name: "John Smith", email: "box1@example.com", handles: ["mastodon:jsmith1"] },
	{ id: "john-2", name: "John Smith", email: "box2@example.com", handles: ["mastodon:jsmith2"] },
	...fillers,
];
const resolver = createResolver({ records });
const ask = async (profile: SocialProfileInput, options?: WhatIfOptions): Promise<WhatIf> =>
	whatIf(await resolver.resolve(profile), options);

const withEmail = { handle: "tdefren", bio: "todd@example.com" };
const withTicket = { handle: "zq9xk", bio: "ticket T-88213", location: "Boston" };
const twice = { handle: "tdefren", displayName: "Todd D.", bio: "call +1 617 555 0142, todd@example.com" };
const namesakes = { handle: "johnsmith", displayName: "John Smith" };
const anothers = { handle: "gwenhughes", displayName: "Gwen Hughes", bio: "todd@example.com" };
const nobody = { handle: "zq9xk" };

const CLAIM = "An answer can be made up or overheard: it raises the probability, never the assurance.";

describe("without a piece of evidence", () => {
	it.each<[string, SocialProfileInput, [says: string, changes: boolean][]]>([
		[
			"an address decides between two people of one name",
			withEmail,
			[
				["Without the email address this would be review (49.6 %).", true],
				["Without the name this would still be link (99.8 %).", false],
			],
		],
		[
			"each of several would do",
			twice,
			[
				["Without the name this would still be link (over 99.9 %).", false],
				["Without the email address this would still be link (over 99.9 %).", false],
				["Without the phone number this would still be link (over 99.9 %).", false],
			],
		],
		[
			"two are needed together",
			withTicket,
			[
				["Without the earlier contact this would be insufficient (4.6 %).", true],
				["Without the place this would be review (63.7 %).", true],
				["Without the name this would still be link (97.8 %).", false],
			],
		],
		[
			"something speaks against it",
			anothers,
			[
				["Without the email address this would still be none (under 0.1 %).", false],
				["Without the name this would be review (61.8 %).", true],
			],
		],
		["nobody is found", nobody, []],
	])("says what would be where %s", async (_, profile, expected) => {
		const { without } = await ask(profile);
		expect(without.map(({ says, changes }) => [says, changes])).toEqual(expected);
	});

	it("says that another record would come first", async () => {
		const { links, ...rest } = await resolver.resolve({ handle: "tdefren", bio: "ticket T-88213, +1 617 555 0143" });
		expect(links.map(({ recordId }) => recordId)).toEqual(["tina", "todd"]);
		expect(whatIf({ links, ...rest }).without[0]).toMatchObject({
			scorer: "phone",
			says: "Without the phone number another record would come first: link (0.1 % for this one).",
			decision: "link",
			changes: true,
		});
	});

	it("counts in full what had only been repeated", async () => {
		const { links, ...rest } = await resolver.resolve({ handle: "todddefren", displayName: "Todd Defren" });
		const [first, second] = links[0]?.evidence ?? [];
		expect(second?.bits).toBeLessThan(second?.rawBits as number);
		const [best, ...others] = links;
		const only = { links: [{ ...best!, evidence: [second!] }, ...others], ...rest };
		const left = suppose(only, {}).of(only.links[0]!).evidence;
		expect(left.map(({ bits }) => bits)).toEqual([second?.rawBits]);
		expect(first?.level).toBe("display-full-name");
	});

	const probabilities = async (options: ResolverOptions): Promise<Record<string, number | undefined>> => {
		const { without } = whatIf(
			await createResolver(options).resolve({ displayName: "John Smith", bio: "one@example.com" }),
		);
		return Object.fromEntries(without.map(({ scorer, probability }) => [scorer, probability]));
	};
	const smiths = (count: number): CrmRecordInput[] => [
		{ id: "the one", name: "John Smith", email: "one@example.com" },
		...Array.from({ length: count }, (_, index) => ({
			id: `s${index}`,
			name: "John Smith",
			phone: `+1 617 555 ${1000 + index}`,
		})),
		...fillers,
	];

	it.each([1, 3, 10])("is the same for 40 namesakes of whom %i are listed", async (maxLinks) => {
		const listed = await probabilities({ records: smiths(40), maxLinks });
		const all = await probabilities({ records: smiths(40), maxLinks: 100 });
		expect(all["email"]).toBeLessThan(0.05);
		expect(all["name"]).toBeGreaterThan(0.9);
		for (const scorer of ["email", "name"]) expect(listed[scorer]).toBeCloseTo(all[scorer] as number, 3);
	});

	it.each(["email", "name"])(
		"%s is within 1 % of what a resolver without that scorer gives beside a crowd",
		async (scorer) => {
			const records = smiths(600);
			const scorers = defaultScorers().filter(({ name }) => name !== scorer);
			const { links } = await createResolver({ records, scorers }).resolve({
				displayName: "John Smith",
				bio: "one@example.com",
			});
			const probability = links.find(({ recordId }) => recordId === "the one")?.probability ?? 0;
			const supposed = (await probabilities({ records }))[scorer] as number;
			expect(Math.abs(supposed - probability)).toBeLessThan(0.01);
		},
	);
});

describe("the smallest evidence that decides", () => {
	it.each<[SocialProfileInput, [scorer: string, level: string, says: string][]]>([
		[withEmail, [["email", "exact", "The email address given on the profile is on the record"]]],
		[twice, [["phone", "exact", "The phone number given on the profile is on the record"]]],
		[
			withTicket,
			[
				["interaction", "reference", "The number on the profile is the reference on the record"],
				["place", "same-city", "The location is the city on the record"],
			],
		],
		[namesakes, [["name", "display-full-name", "The display name is the full name on the record"]]],
		[anothers, []],
		[nobody, []],
	])("of %o", async (profile, expected) => {
		const { decides } = await ask(profile);
		expect(decides.map(({ scorer, level, says }) => [scorer, level, says])).toEqual(expected);
	});

	it("depends on how sure one wants to be", async () => {
		const sure = await ask(withTicket, { thresholds: { link: 0.99 } });
		expect(sure).toMatchObject({ decision: "review", decides: [{ scorer: "interaction" }] });
		expect(await ask(withTicket)).toMatchObject({ decision: "link" });
	});

	it("names a scorer of one's own", async () => {
		const loyalty: NonNullable<ResolverOptions["scorers"]>[number] = {
			name: "loyalty",
			group: "contact",
			levels: { same: { m: 0.9, u: 2 ** -20, says: "The loyalty numbers agree" } },
			ofProfile: ({ attributes }) => attributes["loyalty"],
			ofRecord: ({ attributes }) => attributes["loyalty"],
			keys: { ofProfile: (value) => [`l:${value}`], ofRecord: (value) => [`l:${value}`] },
			compare: (ours, theirs) =>
				ours === theirs
					? { level: "same", profileValue: ours, recordValue: theirs, profileField: "loyalty", recordField: "loyalty" }
					: undefined,
		};
		const own = createResolver({ records: [{ id: "1", attributes: { loyalty: "A7" } }], scorers: [loyalty] });
		const { decides, without } = whatIf(await own.resolve({ handle: "zq9xk", attributes: { loyalty: "A7" } }));
		expect(decides).toMatchObject([{ scorer: "loyalty", level: "same" }]);
		expect(without[0]?.says).toBe('Without what "loyalty" compares this would be insufficient (60.0 %).');
	});
});

describe("with evidence that is missing", () => {
	it.each<[string, SocialProfileInput, [scorer: string, side: string, says: string][]]>([
		[
			"what is on either side, the most telling first",
			{ handle: "tdefren" },
			[
				[
					"account",
					"record",
					"With the known handle on the profile found on the record this would at best be link (over 99.9 %).",
				],
				[
					"phone",
					"profile",
					"With the phone number on record shown on the profile this would at best be link (over 99.9 %).",
				],
				[
					"interaction",
					"profile",
					"With the earlier contact on record shown on the profile this would at best be link (over 99.9 %).",
				],
				[
					"organization",
					"record",
					"With the organisation on the profile found on the record this would at best be link (over 99.9 %).",
				],
				["place", "profile", "With the place on record shown on the profile this would at best be link (96.1 %)."],
			],
		],
		[
			"that an employer makes no link of a common name",
			namesakes,
			[
				[
					"organization",
					"record",
					"With the organisation on the profile found on the record this would at best still be review (over 99.9 %).",
				],
			],
		],
		["nothing of nobody", nobody, []],
	])("says %s", async (_, profile, expected) => {
		const { missing } = await ask(profile);
		expect(missing.map(({ scorer, side, says }) => [scorer, side, says])).toEqual(expected);
	});

	it("expects less of a scorer that is trusted less", async () => {
		const doubted = createResolver({ records, weights: { phone: 0 } });
		const { missing } = whatIf(await doubted.resolve({ handle: "tdefren" }));
		expect(missing.map(({ scorer }) => scorer)).not.toContain("phone");
	});
});

describe("what to ask next", () => {
	const telling = (ask: readonly Question[]): string[] =>
		ask.filter(({ expectedBits }) => expectedBits > 0).map(({ kind }) => kind);

	it("is what tells two candidates apart, best first, where both records can answer", async () => {
		const { ask: asked } = await ask({ handle: "tdefren" }, { channel: "private" });
		expect(telling(asked)).toEqual(["reference", "phone", "name"]);
		expect(asked[0]).toMatchObject({
			scorer: "interaction",
			channel: "private",
			question: "Ask for the number of an order, a ticket or a case.",
			wording: "If you have an order, ticket or case number from us, what is it?",
			says: `Worth 0.91 bits. If the answer agrees with one record (44.6 %): link; with another (44.6 %): link; with none listed (10.7 %): still review. ${CLAIM}`,
			would: [
				{ recordIds: ["todd"], decision: "link" },
				{ recordIds: ["tina"], decision: "link" },
				{ recordIds: [], decision: "review" },
			],
		});
		expect(asked[0]?.expectedBits).toBeCloseTo(0.911, 3);
	});

	it("is not what both would answer alike", async () => {
		const shared = { address: { city: "Boston" }, phone: { value: "+1 617 555 0142", shared: true } };
		const household = createResolver({
			records: [{ id: "1", name: "Todd Defren", ...shared }, { id: "2", name: "Tina Defren", ...shared }, ...fillers],
		});
		const { ask: asked } = whatIf(await household.resolve({ handle: "tdefren" }), { channel: "private" });
		expect(telling(asked)).toEqual(["name"]);
	});

	it("is not what the profile says already", async () => {
		const { ask: asked } = await ask({ ...withTicket, location: null }, { channel: "private" });
		expect(telling(asked)).toEqual(["email", "phone", "place", "name"]);
	});

	it("is in public the bidding to write in private, and nothing that others could use", async () => {
		const { ask: asked } = await ask(namesakes);
		expect(telling(asked)).toEqual(["private-channel", "handle"]);
		expect(asked[0]).toMatchObject({
			channel: "public",
			wording: "Please write to us in private, through the contact page on our website, so that we can look into it.",
			says: "Others read along here. What may be asked in private is worth up to 0.91 bits.",
		});
		expect(asked[0]).not.toHaveProperty("scorer");
	});

	it.each(["public", "private"] as const)("has a fixed order in %s where nothing tells", async (channel) => {
		const ofNobody = (await ask(nobody, { channel })).ask;
		const ofSomebody = (await ask(twice, { channel })).ask;
		expect(ofSomebody).toEqual(ofNobody);
		expect(ofNobody.map(({ kind }) => kind)).toEqual(
			channel === "public"
				? ["private-channel", "name", "handle"]
				: ["reference", "email", "phone", "name", "handle", "place"],
		);
	});

	it("begins for anybody alike", async () => {
		for (const channel of ["public", "private"] as const) {
			const openings = await Promise.all(
				[withEmail, twice, namesakes, anothers, nobody].map(async (one) => (await ask(one, { channel })).opening),
			);
			for (const opening of openings) expect(opening).toEqual(openings[0]);
			expect(openings[0]?.kind).toBe(channel === "public" ? "private-channel" : "reference");
		}
	});

	it("reckons with the levels of the scorers that would weigh the answer", () => {
		const scorers = defaultScorers();
		for (const { scorer, group, level, m, u } of questions) {
			const own = scorers.find(({ name }) => name === scorer);
			expect(own?.group).toBe(group);
			expect(own?.levels[level]).toMatchObject({ m, u });
		}
	});
});

describe("thresholds to ask by", () => {
	it.each([
		[{ link: 1.2 }, "thresholds.link"],
		[{ review: 0 }, "thresholds.review"],
		[{ link: 0.4 }, "thresholds.review"],
	])("%o are refused", async (thresholds, path) => {
		const resolution = await resolver.resolve(withEmail);
		expect(() => whatIf(resolution, { thresholds })).toThrow(expect.objectContaining({ code: "CONFIG", path }));
		expect(() => whatIf(resolution, { thresholds })).toThrow(SameAsError);
	});
});
