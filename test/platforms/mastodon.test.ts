import { describe, expect, it } from "vitest";
import { fromMastodon } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";

const link = (url: string) =>
	`<a href="${url}" rel="me nofollow"><span class="invisible">https://</span><span>${url.slice(8)}</span></a>`;
const ana = {
	id: "100",
	username: "ana",
	acct: "ana",
	display_name: "Ana Costa :kite: :verified:",
	note: '<p>Kites &amp; maps.<br>With <a href="https://social.example/@bo" class="u-url mention">@bo</a>, <a href="https://kites.example" rel="nofollow">more</a></p>',
	url: "https://social.example/@ana",
	uri: "https://social.example/users/ana",
	created_at: "2022-11-06T00:00:00.000Z",
	followers_count: 7,
	roles: null,
	fields: [
		{ name: "Web", value: link("https://ana.example.com"), verified_at: "2024-04-02T10:31:10.744+00:00" },
		{ name: "X", value: link("https://x.com/AnaCosta"), verified_at: null },
		{ name: "Pronouns", value: "she/her", verified_at: null },
		{ name: "E-Mail", value: "ana [at] example.com", verified_at: null },
		{ name: "Ort", value: "Lisboa", verified_at: null },
		{ name: "Works at", value: "Cedar Labs", verified_at: null },
	],
};
const bo = {
	id: "101",
	username: "bo",
	acct: "bo@other.example",
	url: "https://other.example/@bo",
	uri: "https://other.example/users/bo",
};

describe("accounts of Mastodon", () => {
	it("have plain text, links with their checks, and fields by what they are called", () => {
		expect(fromMastodon(ana, { instance: "social.example" })).toEqual({
			profiles: [
				{
					platform: "mastodon",
					id: "https://social.example/users/ana",
					instance: "social.example",
					handle: "ana",
					displayName: "Ana Costa",
					bio: "Kites & maps.\nWith @bo, more\nWorks at: Cedar Labs",
					location: "Lisboa",
					pronouns: "she/her",
					createdAt: "2022-11-06",
					links: [
						{ url: "https://ana.example.com", verified: true },
						{ url: "https://x.com/AnaCosta" },
						{ url: "https://kites.example" },
					],
					emails: [{ value: "ana@example.com" }],
				},
			],
			unattributed: [],
			warnings: [],
		});
	});

	it("of other servers say which, the server's own are told", () => {
		const where = (account: object, instance?: string) =>
			fromMastodon(account, instance === undefined ? {} : { instance }).profiles.map(
				({ handle, instance }) => `${handle}@${instance}`,
			);
		expect(where(bo, "https://Social.example/")).toEqual(["bo@other.example"]);
		expect(where({ id: "1", acct: "ana" }, "https://Social.example/")).toEqual(["ana@social.example"]);
		expect(where({ id: "1", acct: "ana", url: "https://web.example/@ana" })).toEqual(["ana@web.example"]);
	});

	it("of which nobody says the server are a handle with a warning", () => {
		const { profiles, warnings } = fromMastodon({ id: "1", acct: "ana" });
		expect(profiles).toEqual([{ platform: "mastodon", handle: "ana" }]);
		expect(warnings).toEqual([
			{ code: "SHAPE", path: "acct", reason: "The server is not named: give it as `instance`." },
		]);
	});

	it("with one number on two servers are two people, one address under two numbers is one", () => {
		const other = { ...bo, id: "100" };
		expect(fromMastodon([ana, other]).profiles).toHaveLength(2);
		expect(fromMastodon([ana, { ...ana, id: "555" }]).profiles).toHaveLength(1);
	});

	it("that have moved show what their successor shows, which is another account", () => {
		const old = {
			id: "102",
			username: "ana_old",
			acct: "ana_old@old.example",
			uri: "https://old.example/users/ana_old",
			moved: ana,
		};
		expect(fromMastodon({ accounts: [old] }, { instance: "social.example" }).profiles).toMatchObject([
			{
				handle: "ana_old",
				links: [
					{ url: "https://social.example/@ana", verified: true },
					{ url: "https://ana.example.com", verified: true },
					{ url: "https://x.com/AnaCosta" },
					{ url: "https://kites.example" },
				],
				emails: [{ value: "ana@example.com" }],
			},
			{ handle: "ana" },
		]);
	});

	it.each([
		["bot", { bot: true }],
		["group", { group: true }],
	])("are marked as %s where the server says so", (_, mark) => {
		expect(fromMastodon({ ...bo, bot: false, group: false, ...mark }).profiles[0]?.attributes).toEqual(mark);
	});
});

describe("statuses of Mastodon", () => {
	const desk = {
		id: "900",
		username: "cedar",
		acct: "cedar",
		uri: "https://social.example/users/cedar",
		url: "https://social.example/@cedar",
	};
	const mention = ({ id, username, acct, url }: typeof desk) => ({ id, username, acct, url });
	const status = (id: string, account: object, content: string, more: object = {}) => ({
		id,
		account,
		content,
		visibility: "public",
		created_at: "2026-03-01T08:00:00.000Z",
		url: `https://social.example/@x/${id}`,
		reblog: null,
		...more,
	});
	const options = { instance: "social.example", own: ["@cedar"] };

	it("are posts in plain text; one that is passed on is its author's", () => {
		const { profiles } = fromMastodon([
			status("2", ana, "<p>boost</p>", { reblog: status("1", bo, "<p>Kites &gt; planes</p>") }),
		]);
		expect(profiles.map(({ handle, posts }) => [handle, posts])).toEqual([
			["ana", undefined],
			[
				"bo",
				[
					{
						id: "1",
						text: "Kites > planes",
						at: "2026-03-01T08:00:00.000Z",
						url: "https://social.example/@x/1",
						channel: "post",
					},
				],
			],
		]);
	});

	it("of the firm go to whom they answer, found by the server's own number", () => {
		const answer = status("2", desk, "<p>Hello</p>", {
			in_reply_to_id: "1",
			in_reply_to_account_id: "101",
			mentions: [mention({ ...bo, url: bo.url })],
		});
		expect(fromMastodon({ descendants: [answer], ancestors: [] }, options).profiles).toMatchObject([
			{
				handle: "bo",
				instance: "other.example",
				interactions: [{ direction: "outbound", text: "Hello", thread: "1" }],
			},
		]);
		const question = status("1", ana, "<p>Anyone?</p>");
		const plain = status("2", desk, "<p>Hello</p>", { in_reply_to_id: "1", in_reply_to_account_id: "100" });
		expect(fromMastodon([plain, question], options).profiles).toMatchObject([
			{ handle: "ana", interactions: [{ text: "Hello" }] },
		]);
	});

	it("a bare handle of the firm's is one of the server that was asked", () => {
		const namesake = {
			...bo,
			username: "cedar",
			acct: "cedar@other.example",
			uri: "https://other.example/users/cedar",
		};
		expect(fromMastodon([desk, namesake], options).profiles.map(({ instance }) => instance)).toEqual(["other.example"]);
	});

	it("to some only are messages", () => {
		const direct = status("5", ana, "<p>@cedar my number is 555-0142</p>", {
			visibility: "direct",
			mentions: [mention(desk)],
		});
		const [profile] = fromMastodon({ id: "c", accounts: [desk], last_status: direct, unread: true }, options).profiles;
		expect(profile).not.toHaveProperty("posts");
		expect(profile?.interactions).toMatchObject([{ channel: "dm", direction: "inbound", thread: "5" }]);
	});
});

describe("the contract of readers", () => {
	const samples = [
		{ item: ana, envelope: (accounts: readonly unknown[]) => ({ accounts, statuses: [], hashtags: [] }) },
		{
			item: {
				id: "7",
				account: bo,
				content: "<p>Hi</p>",
				visibility: "public",
				mentions: [{ id: "100", username: "ana", acct: "ana" }],
			},
			envelope: (statuses: readonly unknown[]) => ({ accounts: [], statuses, hashtags: [] }),
		},
	];
	const read = (payload: unknown) => fromMastodon(payload, { instance: "social.example", own: ["nobody"] });
	for (const { name, run } of platformContract(read, samples)) it(name, run);
});
