import { describe, expect, it } from "vitest";
import {
	type AssuranceReason,
	type CrmRecordInput,
	createResolver,
	type Resolution,
	type ResolverOptions,
	type SocialProfileInput,
} from "../../src/index.js";
import { proofDesk, withHandle } from "../../src/trust.js";

const now = Date.UTC(2026, 10, 25);
const daysAgo = (days: number): string => new Date(now - days * 86_400_000).toISOString();
const key = "an invented key for tests, 32 letters and more";
const desk = proofDesk({ key, random: (count) => new Uint8Array(count).fill(7) });

const todd: CrmRecordInput = {
	id: "C-1042",
	name: "Todd Defren",
	emails: [{ value: "todd@example.com", observedAt: "2024-05-01" }],
	phone: "+1 617 555 0142",
};
const others: CrmRecordInput[] = [
	{ id: "C-2077", name: "Tom Delfren", email: "tom@example.net" },
	{ id: "C-3001", name: "Maria Lopez", phone: "+1 617 555 0177" },
];
/** Everything that an impostor can see and write. */
const clone: SocialProfileInput = {
	platform: "x",
	id: "1888101",
	handle: "TDefren",
	displayName: "Todd Defren",
	bio: "todd@example.com, +1 617 555 0142",
};

async function resolve(
	record: CrmRecordInput,
	profile: SocialProfileInput | string = clone,
	options: ResolverOptions = {},
): Promise<Resolution> {
	return createResolver({ records: [record, ...others], now, receiptKey: key, ...options }).resolve(profile);
}

async function standing(
	...question: Parameters<typeof resolve>
): Promise<[string | undefined, AssuranceReason["code"][]]> {
	const { links } = await resolve(...question);
	return [links[0]?.assurance.level, links[0]?.assurance.reasons.map(({ code }) => code) ?? []];
}

const signedIn = (days: number): CrmRecordInput => ({
	...todd,
	interactions: [
		{
			channel: "chat",
			platform: "x",
			accountId: "1888101",
			authenticated: true,
			at: daysAgo(days),
			direction: "inbound",
		},
	],
});
const provenHandle = (days: number | undefined): CrmRecordInput => ({
	...todd,
	handle: {
		platform: "x",
		id: "1888101",
		handle: "TDefren",
		grade: "proven",
		...(days === undefined ? {} : { validFrom: daysAgo(days) }),
	},
});
const mastodon: SocialProfileInput = {
	platform: "mastodon",
	instance: "social.example",
	id: "77",
	handle: "todd",
	displayName: "Todd Defren",
	links: [{ url: "https://defren.example", verified: true }],
};
const ownSite = (observedAt: string | undefined): CrmRecordInput => ({
	...todd,
	emails: [{ value: "me@defren.example", ...(observedAt === undefined ? {} : { observedAt }) }],
	link: "https://defren.example",
});
const withReceipt = (ageDays: number, more: Partial<CrmRecordInput> = {}): CrmRecordInput => ({
	...todd,
	...more,
	handle: desk.signedIn({
		recordId: "C-1042",
		profile: { platform: "x", id: "1888101", handle: "TDefren", displayName: "Todd Defren" },
		now: now - ageDays * 86_400_000,
	}),
});

describe("the level of a link, and why", () => {
	it.each<[string, CrmRecordInput, SocialProfileInput, string, AssuranceReason["code"][]]>([
		["a perfect clone", todd, clone, "claimed", ["resembles"]],
		["a session while signed in", signedIn(1), clone, "corroborated", ["recorded"]],
		["a session half a year ago", signedIn(181), clone, "claimed", ["resembles", "expired"]],
		["a handle proven a month ago", provenHandle(31), clone, "corroborated", ["recorded"]],
		["a handle that was called proven yesterday", provenHandle(1), clone, "claimed", ["resembles", "too-fresh"]],
		["a handle proven nobody knows when", provenHandle(undefined), clone, "claimed", ["resembles", "undated"]],
		["the proven handle without its id", provenHandle(31), { ...clone, id: null }, "claimed", ["resembles"]],
		["the proven handle on another account", provenHandle(31), { ...clone, id: "666" }, "none", ["recycled"]],
		["a page of their own, known for years", ownSite("2024-05-01"), mastodon, "corroborated", ["page"]],
		["a page that came on record last week", ownSite(daysAgo(7)), mastodon, "claimed", ["resembles", "too-fresh"]],
		["a page without a date", ownSite(undefined), mastodon, "claimed", ["resembles", "undated"]],
		[
			"a page that does not link back",
			ownSite("2024-05-01"),
			{ ...mastodon, links: ["https://defren.example"] },
			"claimed",
			["resembles"],
		],
		["linked while signed in", withReceipt(1), clone, "verified", ["signed-in"]],
		[
			"linked while signed in, by a clock that is an hour ahead",
			withReceipt(-1 / 24),
			clone,
			"verified",
			["signed-in"],
		],
		["linked while signed in, next week", withReceipt(-7), clone, "claimed", ["resembles", "expired", "too-fresh"]],
		["linked while signed in, three months ago", withReceipt(91), clone, "corroborated", ["recorded"]],
		[
			"verified, and the name has changed",
			withReceipt(1),
			{ ...clone, displayName: "Crypto Giveaway" },
			"claimed",
			["name-changed", "resembles", "too-fresh"],
		],
		[
			"verified, with a tree in December",
			withReceipt(1),
			{ ...clone, displayName: "Todd 🎄" },
			"verified",
			["signed-in"],
		],
		[
			"verified, and the name is gone",
			withReceipt(1),
			{ ...clone, displayName: "🎄" },
			"claimed",
			["name-changed", "resembles", "too-fresh"],
		],
		["verified, told without a name", withReceipt(1), { ...clone, displayName: null }, "verified", ["signed-in"]],
		[
			"a session, and then another name",
			signedIn(1),
			{ ...clone, displayName: "Maria Lopez" },
			"claimed",
			["other-name", "resembles"],
		],
		["a session under a nickname", signedIn(1), { ...clone, displayName: "nightowl" }, "corroborated", ["recorded"]],
		["verified, under a new handle", withReceipt(1), { ...clone, handle: "todd_d" }, "verified", ["signed-in"]],
	])("%s", async (_, record, profile, level, reasons) => {
		expect(await standing(record, profile)).toEqual([level, reasons]);
	});

	it("another record that fits as well makes it doubtful, however often it is signed in", async () => {
		const twin = { id: "C-9", name: "Todd Defren" };
		const { links } = await createResolver({ records: [todd, twin], now }).resolve({ ...clone, bio: null });
		expect(links.map(({ assurance }) => assurance.level)).toEqual(["none", "none"]);
	});

	it("a profile that fits by chance is nobody's", async () => {
		expect(await standing(todd, "x:todd_news", { coverage: 0.0001 })).toEqual(["none", ["improbable"]]);
	});

	it("without `now` nothing that ages counts, and that is said", async () => {
		const resolver = createResolver({ records: [withReceipt(1), ...others], receiptKey: key });
		const [link] = (await resolver.resolve(clone)).links;
		expect([link?.assurance.level, link?.assurance.reasons.map(({ code }) => code)]).toEqual([
			"claimed",
			["resembles", "no-clock"],
		]);
	});

	it("the clock is asked for each profile", async () => {
		let present = now;
		const resolver = createResolver({ records: [withReceipt(0), ...others], receiptKey: key, now: () => present });
		const level = async () => (await resolver.resolve(clone)).links[0]?.assurance.level;
		expect(await level()).toBe("verified");
		present += 90 * 86_400_000;
		expect(await level()).toBe("corroborated");
		present += 90 * 86_400_000;
		expect(await level()).toBe("claimed");
	});

	it("tells until when it holds", async () => {
		const [link] = (await resolve(withReceipt(10))).links;
		expect(link?.assurance.until).toBe(now + 80 * 86_400_000);
	});

	it("receipts count only with the key, for the record and for the account that they name", async () => {
		expect(await standing(withReceipt(1), clone, { receiptKey: "another key, also of 32 letters or more" })).toEqual([
			"claimed",
			["resembles", "too-fresh", "unreadable"],
		]);
		const stolen = { ...withReceipt(1), id: "C-7" };
		expect((await standing(stolen))[0]).toBe("claimed");
		const { handle } = withReceipt(1);
		const moved = { ...todd, handle: { ...(handle as object), id: "666" } };
		expect((await standing(moved, { ...clone, id: "666" }))[0]).toBe("claimed");
	});

	it("the contact point by which it was proved has to be on record still", async () => {
		const [link] = (await resolve(todd)).links;
		if (link === undefined) throw new Error("nobody is found");
		const profile = { platform: "x", id: "1888101", handle: "TDefren", displayName: "Todd Defren" };
		const contact = { recordId: "C-1042", kind: "email", index: 0 } as const;
		const { id, code } = await desk.challenge({ link, profile, contact, now });
		const answer = await desk.answer({ id, code, profile, now });
		if (answer.kind !== "verified") throw new Error(answer.kind);
		const proven = withHandle(link.record, answer.handle);
		expect(await standing(proven)).toEqual(["verified", ["proved"]]);
		const changed = { ...proven, emails: ["new@example.org"] };
		const { links, alerts } = await resolve(changed);
		expect(links[0]?.assurance.reasons[0]?.code).toBe("contact-changed");
		expect([links[0]?.assurance.level, alerts.map(({ kind }) => kind)]).toEqual(["claimed", ["discontinued"]]);
	});

	it("a named colleague confirms a proof, on a ground from a closed list", async () => {
		const record = withReceipt(1);
		const handle = desk.confirmed(record.handle as object, { by: "agent-7", basis: "call-back", now });
		const [level, reasons] = await standing({ ...record, handle });
		expect([level, reasons[0]]).toEqual(["confirmed", "named-colleague"]);
	});
});

describe("alerts", () => {
	const known = { ...todd, handle: "x:TDefren" };
	it.each<[string, CrmRecordInput, Partial<SocialProfileInput>, string[]]>([
		["the very handle", known, {}, []],
		["an underscore more", known, { handle: "TDefren_" }, ["look-alike", "several-accounts"]],
		["the real one, it says", known, { handle: "realTDefren" }, ["look-alike", "several-accounts"]],
		["a Cyrillic е", known, { handle: "TDеfren" }, ["look-alike", "several-accounts"]],
		["on another network, much the same is usual", known, { platform: "github", handle: "tdefren1" }, []],
		["on another network, a Cyrillic е is not", known, { platform: "youtube", handle: "TDеfren" }, ["look-alike"]],
		[
			"full-width letters, on an account of their own",
			{ ...todd, handle: { platform: "x", id: "4", handle: "TDefren" } },
			{ handle: "ＴＤｅｆｒｅｎ" },
			["look-alike", "several-accounts"],
		],
		["another number, under the same name", known, { handle: "TDefren7" }, ["look-alike", "several-accounts"]],
		[
			"another number, under a name of one's own",
			known,
			{ handle: "TDefren7", displayName: "Tessa Defren", bio: null },
			["several-accounts"],
		],
		[
			"an underscore more, whatever the name",
			known,
			{ handle: "TDefren_", displayName: "Tessa Defren", bio: null },
			["look-alike", "several-accounts"],
		],
		[
			"an account that is only mentioned on the record",
			{ ...todd, handles: ["x:TDefren", { platform: "x", id: "1888101", handle: "TDefren_", grade: "mentioned" }] },
			{ handle: "TDefren_" },
			["look-alike", "several-accounts"],
		],
		["a second account under quite another handle", known, { handle: "winchboy" }, ["several-accounts"]],
		["renamed", { ...todd, handle: { platform: "x", id: "1888101", handle: "todd_d" } }, {}, ["renamed"]],
		["changed hands", { ...todd, handle: { platform: "x", id: "4", handle: "TDefren" } }, {}, ["recycled"]],
	])("%s", async (_, record, profile, kinds) => {
		const { alerts } = await resolve(record, { ...clone, ...profile });
		expect(alerts.map(({ kind }) => kind)).toEqual(kinds);
	});

	it("an open one holds a link at claimed, whatever the firm has recorded", async () => {
		const record = { ...signedIn(1), handle: "x:TDefren" };
		const [level, reasons] = await standing(record, { ...clone, handle: "TDefren_" });
		expect([level, reasons]).toEqual(["claimed", ["alert", "resembles", "recorded"]]);
	});

	it("a look-alike takes nothing from the person who has proved their account", async () => {
		const { links } = await resolve(withReceipt(1));
		const impostor = await resolve(withReceipt(1), { ...clone, id: "666", handle: "TDefren_" });
		expect([links[0]?.assurance.level, impostor.links[0]?.assurance.level]).toEqual(["verified", "claimed"]);
	});

	it.each([
		["x", "AcmeCare", []],
		["x", "AcmeCare_", ["brand-look-alike"]],
		["x", "AcmeSupport", ["brand-look-alike"]],
		["x", "acme_help", ["brand-look-alike"]],
		["mastodon", "AcrneCare", ["brand-look-alike"]],
		["x", "macmelon", []],
	])("%s:%s beside the firm's own AcmeCare", async (platform, handle, kinds) => {
		const { alerts } = await resolve(todd, { platform, handle }, { own: ["AcmeCare"] });
		expect(alerts.map(({ kind }) => kind)).toEqual(kinds);
	});
});
