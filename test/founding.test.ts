import { beforeAll, describe, expect, it } from "vitest";
import { type Dossier, dossier, dossierText } from "../src/dossier.js";
import { type Channel, createResolver, explain, type Resolution, type Resolver, waterfall } from "../src/index.js";
import { proofDesk } from "../src/trust.js";

/** The questions of 2009, asked of invented contact data. */
const records = [
	{
		id: "C-1042",
		names: [{ given: "Todd", family: "Defren" }],
		emails: ["todd@example.com"],
		phones: ["+1 617 555 0142"],
		addresses: [{ city: "Boston", region: "MA", country: "US" }],
		organization: "Example Communications",
		title: "Principal",
		status: "customer" as const,
		interactions: [
			{
				id: "call-7",
				channel: "call" as const,
				at: "2026-11-20T09:12:00Z",
				direction: "inbound" as const,
				text: "Asked about the upgrade disc.",
				state: "open" as const,
			},
		],
	},
	{ id: "decoy", names: [{ given: "Todd", family: "Defren" }], emails: ["another.todd@example.org"] },
	{ id: "C-2077", names: [{ given: "Tom", family: "Delfren" }], emails: ["tom.delfren@example.net"] },
	{ id: "C-3002", names: [{ given: "Sarah", family: "Defren" }], emails: ["sarah@example.org"] },
	...["Maria Lopez", "James Wilson", "Priya Patel", "Ahmed Hassan", "Wei Zhang", "Olga Ivanova"].map((name, i) => ({
		id: `F-${i}`,
		name,
	})),
];
const withoutDecoy = records.filter(({ id }) => id !== "decoy");
const profile = {
	platform: "x",
	handle: "@TDefren",
	displayName: "Todd Defren",
	bio: "PR. todd@example.com",
	location: "Boston",
	links: ["https://pr-squared.example"],
};

let resolver: Resolver;
let resolution: Resolution;
beforeAll(async () => {
	resolver = createResolver({ records });
	resolution = await resolver.resolve(profile);
});

describe("Who is @TDefren?", () => {
	it("is Todd Defren", () => {
		expect(resolution.decision).toBe("link");
		expect(resolution.links[0]?.recordId).toBe("C-1042");
		expect(resolution.links[0]?.record.names[0]).toMatchObject({ given: "Todd", family: "Defren" });
		expect(resolution.links[0]?.probability).toBeGreaterThan(0.99);
	});

	it("is a customer", () => expect(resolution.links[0]?.record.status).toBe("customer"));

	it("has this phone number and this email address", () => {
		expect(resolution.links[0]?.record.phones.map(({ value }) => value)).toEqual(["+1 617 555 0142"]);
		expect(resolution.links[0]?.record.emails.map(({ value }) => value)).toEqual(["todd@example.com"]);
	});

	it("has called before, and the issue is open", () => {
		expect(resolution.links[0]?.record.interactions).toMatchObject([{ channel: "call", state: "open" }]);
	});

	it("is known by name, address and place, each said in a sentence", () => {
		const evidence = resolution.links[0]?.evidence ?? [];
		expect(new Set(evidence.map(({ scorer }) => scorer))).toEqual(new Set(["email", "name", "place"]));
		for (const { says } of evidence) expect(says).toMatch(/^The .+/);
	});

	it("adds up to the last digit", () => {
		for (const link of resolution.links) {
			expect(link.evidence.reduce((sum, { bits }) => sum + bits, link.prior)).toBe(link.bits);
			const logOdds = link.bits + link.competition;
			expect(link.probability).toBeCloseTo(1 / (1 + 2 ** -logOdds), 12);
			expect(waterfall(link).at(-1)?.running).toBe(logOdds);
		}
	});
});

describe("honest answers", () => {
	it("a namesake who has nothing but the name stays far behind", () => {
		expect(resolution.links[1]?.recordId).toBe("decoy");
		expect(resolution.links[1]?.probability).toBeLessThan(0.001);
	});

	it("by the name alone two namesakes get less than half each, for a person to decide", async () => {
		const { decision, links } = await resolver.resolve({
			platform: "x",
			handle: "@TDefren",
			displayName: "Todd Defren",
		});
		expect(decision).toBe("review");
		expect(
			links
				.slice(0, 2)
				.map(({ recordId }) => recordId)
				.sort(),
		).toEqual(["C-1042", "decoy"]);
		expect(links[0]?.probability).toBeLessThan(0.5);
		expect(links[0]?.probability).toBe(links[1]?.probability);
	});

	it("by the handle alone one Defren with T is found before the others", async () => {
		const { links } = await createResolver({ records: withoutDecoy }).resolve("@TDefren");
		expect(links[0]?.recordId).toBe("C-1042");
		expect(links[0]?.probability).toBeGreaterThan(10 * (links[1]?.probability ?? 0));
	});

	it("a person in no record is nobody here", async () => {
		const { decision, links, nobody } = await resolver.resolve({
			platform: "x",
			handle: "@gwenhughes",
			displayName: "Gwen Hughes",
			bio: "gwen@example.com",
		});
		expect([decision, links.length]).toEqual(["none", 0]);
		expect(nobody).toBeGreaterThan(0.9);
	});

	it("an empty profile gives exactly the prior, and says that it is too little", async () => {
		const { decision, nobody, links, prior } = await resolver.resolve({});
		expect([decision, links.length]).toEqual(["insufficient", 0]);
		expect(nobody).toBeCloseTo(1 - prior.coverage, 12);
	});

	it("says what is missing and would help most", () => {
		expect(explain(resolution)).toMatch(/Not known, and would help most: .*phone \(not on the profile\)/);
	});

	it("shows no personal value of the record unless asked", () => {
		expect(explain(resolution)).not.toMatch(/todd@example\.com|0142|Boston/);
		expect(explain(resolution, { values: true })).toContain("todd@example.com");
	});
});

describe("the founding questions", () => {
	/** He has linked his account while signed in: before that, a colleague sees initials. */
	const now = Date.parse("2026-11-23T08:00:00Z");
	const key = "an invented key for tests, 32 letters and more";
	const desk = proofDesk({ key, random: (count) => new Uint8Array(count) });
	const account = { platform: "x", id: "1888101", handle: "TDefren", displayName: "Todd Defren" };
	const handle = desk.signedIn({ recordId: "C-1042", profile: account, now: now - 86_400_000 });
	const proven = records.map((record) => (record.id === "C-1042" ? { ...record, handle } : record));
	let answer: Dossier;
	beforeAll(async () => {
		const resolution = await createResolver({ records: proven, now, receiptKey: key }).resolve({
			...profile,
			id: "1888101",
			posts: [
				{ text: "Still no upgrade disc from @AcmeCare. Anyone?", at: "2026-11-22T18:40:00Z" },
				{ text: "Why Acme should listen", at: "2026-10-02", channel: "blog", url: "https://pr-squared.example/acme" },
				{ text: "Same here with Acme", at: "2026-10-05", channel: "comment", url: "https://other.example/1#c2" },
			],
		});
		answer = dossier(resolution, { own: ["AcmeCare"] });
	});
	const channel = (name: Channel) => answer.channels.find((one) => one.channel === name);

	it("Who is @TDefren?", () => expect(answer.names[0]?.value).toBe("Todd Defren"));

	it("Is this person a customer, a prospect?", () =>
		expect(answer.relation.says).toBe("Recorded as a customer (record C-1042)."));

	it("How do we figure out that @TDefren is a customer?", () =>
		expect(answer.relation.claims).toEqual([{ value: "customer", records: ["C-1042"], profile: false }]));

	it("How do we figure out that @TDefren is Todd Defren?", () =>
		expect(answer.link?.evidence.map(({ says }) => says)).toEqual(
			expect.arrayContaining([
				"The email address given on the profile is on the record",
				"The handle is the initial of the given name and the surname on the record",
				"The location is the city on the record",
			]),
		));

	it.each([
		["What is his phone number,", "phone", "+1 617 555 0142"],
		["his email,", "email", "todd@example.com"],
	] as const)("%s", (_, kind, value) =>
		expect(answer.contacts.find((one) => one.kind === kind)).toMatchObject({ value, records: ["C-1042"] }),
	);

	it("the last digits of his card?", () =>
		expect(answer.notHeld).toContain("Card numbers, and the last digits of one: not held."));

	it("Has he called before?", () => expect(channel("call")).toMatchObject({ byPerson: 1, records: ["C-1042"] }));

	it("Has he tweeted before?", () => expect(channel("post")).toMatchObject({ byPerson: 1, platform: "x" }));

	it("Has he blogged about us?", () => expect(channel("blog")).toMatchObject({ byPerson: 1, last: "2026-10-02" }));

	it("Commented at another blog?", () =>
		expect(answer.timeline.find((event) => event.channel === "comment")?.url).toBe("https://other.example/1#c2"));

	it("When?", () =>
		expect(answer.timeline.map(({ at }) => at)).toEqual([
			"2026-11-22T18:40:00Z",
			"2026-11-20T09:12:00Z",
			"2026-10-05",
			"2026-10-02",
		]));

	it("What did he say?", () =>
		expect(answer.timeline.map(({ text }) => text)).toEqual([
			"Still no upgrade disc from @AcmeCare. Anyone?",
			"Asked about the upgrade disc.",
			"Same here with Acme",
			"Why Acme should listen",
		]));

	it("Was his issue resolved?", () =>
		expect(answer.issues.open).toMatchObject([
			{ state: "open", since: "2026-11-20T09:12:00Z", contacts: 1, records: ["C-1042"] },
		]));

	it("is it him, or a clone of what everybody can see of him?", async () => {
		expect(answer.link?.assurance).toMatchObject({ level: "verified" });
		const clone = dossier(await createResolver({ records, now }).resolve({ ...profile, id: "666" }));
		expect(clone.link?.probability).toBeGreaterThan(0.99);
		expect(clone.link?.assurance).toMatchObject({ level: "claimed" });
		expect(clone.withheld).toEqual([
			"The link is claimed, not more. Names are shown as initials. Contact points are masked. What has passed between the firm and the person is withheld.",
		]);
		expect(JSON.stringify([clone.names[0], clone.contacts, clone.timeline, clone.issues])).not.toMatch(
			/Todd|0142|example\.com.*C-1042|disc/,
		);
	});

	it("all in one text for a colleague", () => {
		const text = dossierText(answer);
		for (const part of [
			"# @TDefren is very probably Todd Defren",
			"Recorded as a customer",
			"Phone: +1 617 555 0142",
			"Email: todd@example.com",
			"Card numbers, and the last digits of one: not held.",
			"1 call by the person, 2026-11-20 09:12 UTC",
			"1 post on x by the person",
			"1 blog post by the person",
			"1 comment by the person",
			"> Asked about the upgrade disc.",
			"open since 2026-11-20 09:12 UTC",
		]) {
			expect(text).toContain(part);
		}
	});
});
