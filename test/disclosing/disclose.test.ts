import { describe, expect, it } from "vitest";
import { type AssuranceLevel, type CrmRecordInput, createResolver, type Resolution } from "../../src/index.js";
import { type DisclosurePolicy, disclose, proofDesk, reveal } from "../../src/trust.js";

const key = "an invented key for tests, 32 letters and more";
const now = Date.UTC(2026, 10, 25);
const desk = proofDesk({ key, random: (count) => new Uint8Array(count) });
const account = { platform: "x", id: "1888101", handle: "TDefren", displayName: "Todd Defren" };
const profile = { ...account, bio: "todd@example.com" };

const session = {
	channel: "dm",
	direction: "inbound",
	platform: "x",
	accountId: "1888101",
	authenticated: true,
	at: "2026-11-20T09:00:00Z",
	text: "Still no upgrade disc. My card is 4111 1111 1111 1111.",
	references: ["T-88213"],
	state: "open",
} as const;
const record: CrmRecordInput = {
	id: "C-1042",
	name: { given: "Todd", family: "Defren" },
	email: "todd@example.com",
	phone: "+1 617 555 0142",
	address: { street: "12 Elm Street", city: "Boston" },
	organization: "Example Communications",
	handles: ["instagram:todd.private"],
	status: "customer",
	interactions: [
		{
			channel: "call",
			direction: "inbound",
			at: "2026-11-18T09:12:00Z",
			topic: "Upgrade disc",
			state: "open",
			text: "Angry.",
		},
		{ channel: "ticket", direction: "internal", at: "2026-11-19T09:12:00Z", text: "Goodwill was offered." },
	],
	attributes: { "Card Number": "4111111111111111", "Passport no": "X1234567", Tier: "gold", note: "SSN 078-05-1120" },
};
const linked = desk.signedIn({ recordId: "C-1042", profile: account, now });
const atLevel: Record<AssuranceLevel, CrmRecordInput[]> = {
	none: [record, { id: "C-8", name: "Todd Defren", email: "t@example.org" }],
	claimed: [record],
	corroborated: [{ ...record, interactions: [...(record.interactions as []), session] }],
	verified: [{ ...record, handle: linked, interactions: [...(record.interactions as []), session] }],
	confirmed: [{ ...record, handle: desk.confirmed(linked, { by: "agent-7", basis: "call-back", now }) }],
};
const resolutionAt = (level: AssuranceLevel): Promise<Resolution> =>
	createResolver({ records: atLevel[level], now, receiptKey: key }).resolve(level === "none" ? account : profile);
const levels = Object.keys(atLevel) as AssuranceLevel[];

describe("for a colleague", () => {
	it.each<[AssuranceLevel, object]>([
		[
			"none",
			{ names: ["T. D."], emails: [], phones: [], cities: [], events: 0, status: "unknown", may: [false, false] },
		],
		[
			"claimed",
			{
				names: ["T. D."],
				emails: ["t***@…"],
				phones: ["+1 ***42"],
				cities: ["Boston"],
				events: 0,
				status: "customer",
				may: [false, false],
			},
		],
		[
			"corroborated",
			{
				names: ["Todd Defren"],
				emails: ["t***@…"],
				phones: ["+1 ***42"],
				cities: ["Boston"],
				events: 3,
				status: "customer",
				may: [true, false],
			},
		],
		[
			"verified",
			{
				names: ["Todd Defren"],
				emails: ["todd@example.com"],
				phones: ["+1 617 555 0142"],
				cities: ["Boston"],
				events: 3,
				status: "customer",
				may: [true, false],
			},
		],
		[
			"confirmed",
			{
				names: ["Todd Defren"],
				emails: ["todd@example.com"],
				phones: ["+1 617 555 0142"],
				cities: ["Boston"],
				events: 2,
				status: "customer",
				may: [true, true],
			},
		],
	])("at %s", async (level, seen) => {
		const resolution = await resolutionAt(level);
		const person = disclose(resolution, { audience: "agent" }).people.find(({ recordId }) => recordId === "C-1042");
		const [one] = person?.records ?? [];
		expect(person?.assurance.level).toBe(level);
		expect({
			names: one?.names.map(({ full, given, family }) => full ?? `${given} ${family}`),
			emails: one?.emails.map(({ value }) => value),
			phones: one?.phones.map(({ value }) => value),
			cities: one?.addresses.map(({ city }) => city),
			events: one?.interactions.length,
			status: one?.status,
			may: [person?.may.reveal, person?.may.merge],
		}).toEqual(seen);
	});

	it("says what is withheld, and why", async () => {
		const [person] = disclose(await resolutionAt("claimed"), { audience: "agent" }).people;
		expect(person?.withheld).toEqual([
			"The link is claimed, not more. Names are shown as initials. Contact points are masked. What has passed between the firm and the person is withheld.",
		]);
		const [verified] = disclose(await resolutionAt("verified"), { audience: "agent" }).people;
		expect(verified?.withheld).toEqual([]);
	});

	it("other handles of a person are personal, too: nobody learns them from a clone", async () => {
		const view = disclose(await resolutionAt("claimed"), { audience: "agent" });
		expect(view.people[0]?.records[0]?.handles).toEqual([{ platform: "instagram", handle: "t…" }]);
	});

	it.each(levels)("numbers of cards and government ids are shown at no level: %s", async (level) => {
		const text = JSON.stringify(disclose(await resolutionAt(level), { audience: "agent" }));
		expect(text).not.toMatch(/4111|1111|X1234567|078-05|1120/);
		if (level === "verified") expect(text).toContain("gold");
	});

	it("no receipt is shown: it opens nothing, and is nobody's to copy", async () => {
		expect(JSON.stringify(disclose(await resolutionAt("confirmed"), { audience: "agent" }))).not.toContain("sameas1.");
	});
});

describe("for whoever holds the handle", () => {
	const strangers = createResolver({ records: [{ id: "C-1", name: "Maria Lopez" }], now });

	it.each(["none", "claimed"] as const)(
		"at %s the same as for somebody who is not known, byte for byte",
		async (level) => {
			for (const channel of ["public", "private"] as const) {
				const known = disclose(await resolutionAt(level), { audience: "subject", channel });
				const unknown = disclose(await strangers.resolve("x:nobody_here"), { audience: "subject", channel });
				expect(JSON.stringify(known)).toBe(JSON.stringify(unknown));
			}
		},
	);

	it("at corroborated what this very account said, and what became of it", async () => {
		const { own, cases } = disclose(await resolutionAt("corroborated"), { audience: "subject", channel: "private" });
		expect(own).toEqual([
			{
				channel: "dm",
				at: "2026-11-20T09:00:00Z",
				text: "Still no upgrade disc. My card is [card number removed].",
				references: ["T-88213"],
				state: "open",
			},
		]);
		expect(cases).toEqual([]);
	});

	it("at verified, in private, their cases by topic and state, and no note of a colleague", async () => {
		const asked = { audience: "subject", channel: "private" } as const;
		const { cases } = disclose(await resolutionAt("verified"), asked);
		expect(cases).toEqual([
			{ channel: "call", at: "2026-11-18T09:12:00Z", topic: "Upgrade disc", references: [], state: "open" },
		]);
		expect(disclose(await resolutionAt("verified"), { audience: "subject" }).cases).toEqual([]);
	});

	it("never a contact point or a name, at any level", async () => {
		for (const level of levels) {
			const view = disclose(await resolutionAt(level), { audience: "subject", channel: "private" });
			expect(JSON.stringify(view)).not.toMatch(/example\.com|0142|Elm|Boston|Todd|Defren|C-1042/);
		}
	});
});

describe("for logs and exports", () => {
	it.each(levels)("a log holds no personal value and no id: %s", async (level) => {
		const view = disclose(await resolutionAt(level), { audience: "log", key });
		expect(JSON.stringify(view)).not.toMatch(/todd|defren|example|0142|Boston|Elm|1888101|C-1042|88213|disc/i);
		expect(view.links.find(({ assurance }) => assurance === level)?.record).toMatch(/^[\da-f]{64}$/);
	});

	it("ids are hashed alike under one key, and otherwise under another", async () => {
		const resolution = await resolutionAt("claimed");
		const hashOf = (under: string) => disclose(resolution, { audience: "log", key: under }).links[0]?.record;
		expect(hashOf(key)).toBe(hashOf(key));
		expect(hashOf(key)).not.toBe(hashOf("another key, also of 32 letters or more"));
	});

	it.each<[AssuranceLevel, unknown[]]>([
		["claimed", [[], [], [], []]],
		["corroborated", [["T. D."], ["t***@…"], ["+1 ***42"], ["Boston"]]],
		["confirmed", [["T. D."], ["t***@…"], ["+1 ***42"], ["Boston"]]],
	])("an export at %s", async (level, shown) => {
		const [link] = disclose(await resolutionAt(level), { audience: "export", key }).links;
		expect([link?.initials, link?.emails, link?.phones, link?.cities]).toEqual(shown);
	});

	it("a key that could be guessed is refused", async () => {
		const resolution = await resolutionAt("claimed");
		expect(() => disclose(resolution, { audience: "log", key: "tenant" })).toThrow(
			"`key` is a secret of at least 32 characters.",
		);
	});
});

describe("a policy", () => {
	it("can tighten", async () => {
		const policy = { "agent.names": "verified" } as const;
		const [person] = disclose(await resolutionAt("corroborated"), { audience: "agent", policy }).people;
		expect(person?.records[0]?.names).toEqual([{ full: "T. D." }]);
	});

	it.each<[DisclosurePolicy, string]>([
		[
			{ "agent.names": "claimed" },
			'This is below the floor, which is "corroborated". Name the part in `loosened` if you mean it.',
		],
		[
			{ "agent.names": "claimed", loosened: ["agent.history"] },
			'This is below the floor, which is "corroborated". Name the part in `loosened` if you mean it.',
		],
		[{ "agent.everything": "none" } as DisclosurePolicy, "There is no such part. Parts: agent.hints, "],
		[{ "agent.names": "probable" } as unknown as DisclosurePolicy, "A level is one of none, claimed, "],
	])("%j is refused", async (policy, message) => {
		const resolution = await resolutionAt("claimed");
		expect(() => disclose(resolution, { audience: "agent", policy })).toThrow(message);
	});

	it("loosens only what it names", async () => {
		const policy = { "agent.names": "claimed", loosened: ["agent.names"] } as const;
		const [person] = disclose(await resolutionAt("claimed"), { audience: "agent", policy }).people;
		expect(person?.records[0]?.names).toEqual([{ given: "Todd", family: "Defren" }]);
		expect(person?.records[0]?.emails.map(({ value }) => value)).toEqual(["t***@…"]);
	});
});

describe("one contact point in full", () => {
	const asked = { recordId: "C-1042", index: 0, by: "agent-7", purpose: "call back about T-88213", now, key } as const;

	it("is given to a colleague who says who they are and what for, and leaves a trace without values", async () => {
		const { value, audit } = reveal(await resolutionAt("corroborated"), { ...asked, kind: "phone" });
		expect(value).toBe("+1 617 555 0142");
		expect(audit).toMatchObject({ at: now, by: "agent-7", kind: "phone", index: 0, assurance: "corroborated" });
		expect(JSON.stringify(audit)).not.toMatch(/0142|C-1042|Todd/);
		expect(reveal(await resolutionAt("verified"), { ...asked, kind: "address" }).value).toBe("12 Elm Street, Boston");
	});

	it.each([
		[{}, 'The link is "claimed": no contact point is shown in full. Ask for a proof of control.'],
		[{ by: "" }, "Say who asks."],
		[{ purpose: " " }, "Say what for."],
		[{ recordId: "C-2" }, "No listed link is about this record."],
	])("is refused for %j", async (change, message) => {
		const resolution = await resolutionAt("claimed");
		expect(() => reveal(resolution, { ...asked, kind: "phone", ...change })).toThrow(message);
	});

	it("is refused where there is none", async () => {
		const resolution = await resolutionAt("verified");
		expect(() => reveal(resolution, { ...asked, kind: "email", index: 7 })).toThrow(
			"There is no such contact point on the record.",
		);
	});
});
