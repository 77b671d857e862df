import { describe, expect, it } from "vitest";
import {
	type CrmRecordInput,
	createResolver,
	defaultScorers,
	defineScorer,
	explain,
	type SocialProfileInput,
	waterfall,
} from "../../src/index.js";
import { type HolderLevel, holderScorer } from "../../src/scorers/holder.js";
import type { CompareContext } from "../../src/scorers/scorer.js";
import { scorerContract } from "../../src/testing.js";
import type { CrmRecord, SocialProfile } from "../../src/types.js";
import { profileOf, recordOf } from "../samples.js";

const scorer = holderScorer();
const todd = { names: [{ full: "Todd Defren" }] };
const acme = { kind: "organization", names: [{ full: "Acme Ltd" }] } as const;

/** A record set that knows of these organisations. */
function knowing(organizations: readonly string[]): CompareContext {
	const keys = new Set(organizations.map((name) => `o:${name}`));
	return { recordCount: 100, count: (key) => (keys.has(key) ? 1 : 0) };
}

function levelOf(profile: Partial<SocialProfile>, record: Partial<CrmRecord>, context = knowing([])) {
	const p = scorer.ofProfile(profileOf(profile), context);
	const r = scorer.ofRecord(recordOf(record));
	const seen = p && r && scorer.compare(p, r, context);
	return seen && "level" in seen ? seen.level : undefined;
}
const says = (level: HolderLevel): string => scorer.levels[level].says;

describe("what is seen, and how it is told", () => {
	it.each<[Partial<SocialProfile>, Partial<CrmRecord>, HolderLevel | undefined, string]>([
		[{ handle: "tdefren" }, todd, undefined, ""],
		[
			{ handle: "acme", displayName: "Acme Inc." },
			todd,
			"organization",
			"The profile is an account of an organisation, not of one person",
		],
		[{ handle: "RepPressOffice" }, todd, "role", "The profile is an account of a desk or a team, not of one person"],
		[{ attributes: { group: true } }, todd, "group", "The profile is a group's, not one person's"],
		[
			{ displayName: "Not Todd Defren" },
			todd,
			"parody",
			"The profile says that it is a parody or not whom it is named after",
		],
		[
			{ displayName: "Todd Defren Fans" },
			todd,
			"fan",
			"The profile says that it is run by fans of the one it is named after",
		],
		[
			{ displayName: "In Memory of Todd Defren" },
			todd,
			"memorial",
			"The profile says that it is in memory of the one it is named after",
		],
		[{ attributes: { bot: true } }, todd, "bot", "A program writes the profile, not a person"],
		[
			{ displayName: "Todd Defren", attributes: { unverified: true } },
			todd,
			"unverified",
			"The network does not stand by the handle: anybody may show this name",
		],
		[
			{ displayName: "Acme Inc." },
			acme,
			"same-kind",
			"The profile is an account of an organisation, and the record is of an organisation",
		],
		[
			{ displayName: "Todd at Acme" },
			acme,
			"one-person",
			"The profile is one person's, and the record is of an organisation",
		],
		[
			{ displayName: "Acme (Parody)" },
			acme,
			"parody",
			"The profile says that it is a parody or not whom it is named after",
		],
		[{ handle: "xq99" }, acme, undefined, ""],
	])("%j", (profile, record, level, sentence) => {
		expect(levelOf(profile, record)).toBe(level);
		if (level !== undefined) expect(says(level)).toBe(sentence);
	});

	it("followers and badges say nothing, what the network marks does", () => {
		const read = (attributes: SocialProfile["attributes"]) =>
			scorer.ofProfile(profileOf({ attributes }), knowing([]))?.kind;
		expect(read({ followers: 20_000, verified: true })).toBeUndefined();
		expect(read({ bot: true })).toBe("bot");
	});

	it("an organisation may be known by the record set only", () => {
		const known = knowing(["acme", "costa"]);
		expect(levelOf({ handle: "AcmeHelp" }, todd)).toBeUndefined();
		expect(levelOf({ handle: "AcmeHelp" }, todd, known)).toBe("organization");
		expect(levelOf({ handle: "acmehelp", displayName: "Todd Defren" }, todd, known)).toBeUndefined();
		// A surname is a person's, although a firm is called so as well.
		expect(levelOf({ handle: "TeamCosta" }, todd, known)).toBeUndefined();
	});

	it("somebody whose firm is called after them does not make it known", () => {
		const keys = (record: Partial<CrmRecord>) => {
			const value = scorer.ofRecord(recordOf(record));
			return value && [...(scorer.keys?.ofRecord(value) ?? [])];
		};
		expect(keys({ ...todd, organization: "Cedar Labs" })).toEqual(["o:cedarlabs"]);
		expect(keys({ ...todd, organization: "Defren & Co" })).toEqual([]);
	});
});

const given = "Bo Cy Di Ed Flo Gus Hal".split(" ");
const others = Array.from({ length: 40 }, (_, i) => ({
	id: `other-${i}`,
	name: `${given[i % given.length]} Kern${"aeiou"[i % 5]}`,
	email: `someone${i}@mail${i}.example`,
}));
const records: CrmRecordInput[] = [
	{ id: "todd", name: "Todd Defren", email: "todd@example.com" },
	{ id: "jane", name: "Jane Roe", email: "jane@acme.example", organization: "Acme" },
	{ id: "acme", kind: "organization", name: "Acme Ltd", email: "info@acme.example", link: "https://acme.example" },
	...others,
];
const resolve = (profile: SocialProfileInput, of = records) => createResolver({ records: of }).resolve(profile);

describe("an account that its network does not stand by", () => {
	const named = { platform: "bluesky", displayName: "Todd Defren" };
	const unverified = { ...named, attributes: { unverified: true } };
	it("is for a person to look at, whoever's name it shows", async () => {
		expect((await resolve(named)).decision).toBe("link");
		const { decision, links, holder } = await resolve(unverified);
		expect([decision, links[0]?.recordId, holder.kind]).toEqual(["review", "todd", "person"]);
	});

	it("is linked by what nobody else can show: the id of an account whose handle has lapsed", async () => {
		const known = [{ id: "todd", name: "Todd Defren", handle: "did:plc:todd" }, ...others];
		const { decision, links } = await resolve({ ...unverified, id: "did:plc:todd" }, known);
		expect([decision, links[0]?.recordId]).toEqual(["link", "todd"]);
	});
});

describe("an account that is not one person's", () => {
	const named = { handle: "@ToddDefren", displayName: "Todd Defren" };
	it.each<[string, SocialProfileInput, string]>([
		["a parody named after a customer", { ...named, displayName: "Not Todd Defren" }, "parody"],
		["a parody that the network marks", { ...named, attributes: { parody: true } }, "parody"],
		["a fan account named after a customer", { handle: "@ToddDefrenFans", displayName: "Todd Defren Fans" }, "fan"],
		["a memorial", { ...named, bio: "In loving memory of Todd Defren." }, "memorial"],
		[
			"an organisation that bears a customer's name",
			{ ...named, attributes: { type: "Organization" } },
			"organization",
		],
		["a firm called after a customer", { ...named, displayName: "Todd Defren Inc." }, "organization"],
		["a bot with a customer's address", { ...named, bio: "I'm a bot. todd@example.com" }, "bot"],
		["a press office", { handle: "@RepPressOffice", bio: "todd@example.com" }, "role"],
	])("is never linked to a person: %s", async (_, profile, kind) => {
		const { decision, reason, holder, links } = await resolve(profile);
		expect(holder.kind).toBe(kind);
		expect(decision).not.toBe("link");
		expect(reason.startsWith(holder.says)).toBe(true);
		// Whom it is about is shown all the same.
		expect(links[0]?.recordId).toBe("todd");
	});

	it.each([2, 20, 40])("a parody is hardly its victim, of %i records", async (count) => {
		const few = [records[0] as CrmRecordInput, ...others.slice(1, count)];
		const { links } = await resolve({ handle: "@ToddDefren", displayName: "Todd Defren (Parody)" }, few);
		expect(links[0]?.probability).toBeLessThan(0.03);
	});

	it("is not linked either where its bits are not counted", async () => {
		const { decision } = await createResolver({ records, weights: { holder: 0 } }).resolve({
			...named,
			attributes: { type: "Organization" },
		});
		expect(decision).toBe("review");
	});

	it("may be told by a scorer of one's own", async () => {
		const flagged = defineScorer({
			name: "flagged",
			group: "holder",
			levels: { bot: { m: 0.001, u: 0.1, says: "Our list of bots has the profile" } },
			ofProfile: ({ handle }) => handle,
			ofRecord: ({ id }) => id,
			compare: () => undefined,
			holder: () => ({ kind: "bot" as const, says: "Our list of bots has the profile." }),
		});
		const resolver = createResolver({ records, scorers: [...defaultScorers(), flagged] });
		const { decision, holder, reason } = await resolver.resolve(named);
		expect([decision, holder.kind]).toEqual(["review", "bot"]);
		expect(reason).toMatch(/^Our list of bots has the profile\./);
	});

	it("has its part in the waterfall, and the sum is exact", async () => {
		const { links } = await resolve({ handle: "@ToddDefren", displayName: "Not Todd Defren" });
		const rows = waterfall(links[0]!);
		expect(rows.map(({ label }) => label)).toContain("holder");
		expect(rows.reduce((sum, { bits }) => sum + bits, 0)).toBe(links[0]!.bits + links[0]!.competition);
	});

	it("is told in a support agent's words", async () => {
		const text = explain(await resolve({ handle: "@GlobexSupport" }));
		expect(text).toContain("The profile is an account of an organisation, not of one person.");
	});
});

describe("an organisation's record", () => {
	it.each<SocialProfileInput>([
		{ handle: "@AcmeSupport" },
		{ handle: "@acme", displayName: "Acme Inc." },
		{ handle: "@acme24", displayName: "Acme Customer Care", links: ["https://acme.example"] },
	])("is linked to its account: %j", async (profile) => {
		const { decision, links, holder } = await resolve(profile);
		expect([decision, links[0]?.recordId, holder.kind]).toEqual(["link", "acme", "organization"]);
	});

	it.each<SocialProfileInput>([
		{ handle: "@todd", displayName: "Todd at Acme", bio: "Engineer @acme", links: ["https://acme.example"] },
		{ handle: "@acme_todd", displayName: "Todd | Acme", location: "Boston" },
		{ handle: "@acme", displayName: "Todd Defren" },
		{ handle: "@AcmeSupport", displayName: "Acme Support (Parody)" },
	])("is not linked to %j", async (profile) => {
		for (const of of [records, records.slice(0, 3)]) {
			const { decision, links } = await resolve(profile, of);
			expect(decision === "link" && links[0]?.recordId === "acme").toBe(false);
		}
	});

	it("comes before the people of the organisation", async () => {
		const { links } = await resolve({ handle: "@AcmeSupport", links: ["https://acme.example"] });
		expect(links.map(({ recordId }) => recordId)).toEqual(["acme"]);
	});
});

it("a person is still a person", async () => {
	const { decision, holder } = await resolve({
		handle: "@tdefren",
		displayName: "Todd Defren",
		bio: "I support parody",
	});
	expect([decision, holder.kind]).toEqual(["link", "person"]);
	expect(holder.says).toBe("Nothing says that the profile is not one person's.");
});

describe("the contract of scorers", () => {
	const record = { id: "1", name: "Todd Defren" };
	const firm = { id: "2", kind: "organization", name: "Acme" } as const;
	for (const { name, run } of scorerContract(scorer, [
		{ profile: { displayName: "Acme Inc." }, record, level: "organization" },
		{ profile: { handle: "newsroom" }, record, level: "role" },
		{ profile: { handle: "x", attributes: { group: true } }, record, level: "group" },
		{ profile: { displayName: "Fake Todd Defren" }, record, level: "parody" },
		{ profile: { displayName: "Todd Defren Fan Club" }, record, level: "fan" },
		{ profile: { displayName: "Todd Defren Tribute" }, record, level: "memorial" },
		{ profile: { handle: "x", attributes: { bot: true } }, record, level: "bot" },
		{ profile: { displayName: "Todd Defren", attributes: { unverified: true } }, record, level: "unverified" },
		{ profile: { displayName: "Acme Inc." }, record: firm, level: "same-kind" },
		{ profile: { displayName: "Todd Defren" }, record: firm, level: "one-person" },
		{ profile: { displayName: "Todd Defren" }, record, level: undefined },
	])) {
		it(name, run);
	}
});
