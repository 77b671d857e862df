import { describe, expect, it } from "vitest";
import { fromX } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";

const ana = {
	id: "1700000000000000001",
	username: "AnaCosta",
	name: "Ana Costa",
	created_at: "2011-05-01T10:00:00.000Z",
	description: "Kites & maps. Mine: https://t.co/aaa, https://t.co/zzz",
	entities: {
		url: { urls: [{ url: "https://t.co/bbb", expanded_url: "https://ana.example.com" }] },
		description: { urls: [{ url: "https://t.co/aaa", expanded_url: "https://social.example/@ana" }] },
	},
	location: "Lisboa",
	url: "https://t.co/bbb",
	verified: true,
	verified_type: "blue",
	public_metrics: { followers_count: 9000 },
};
const desk = { id: "1700000000000000900", username: "CedarHelp", name: "Cedar Labs", verified_type: "business" };
const question = {
	id: "31",
	text: "@CedarHelp no answer since Monday https://t.co/ccc",
	author_id: ana.id,
	conversation_id: "31",
	in_reply_to_user_id: desk.id,
	created_at: "2026-03-01T08:00:00.000Z",
	entities: { urls: [{ url: "https://t.co/ccc", expanded_url: "https://cedar.example/ticket/7" }] },
};
const answer = {
	id: "32",
	text: "@AnaCosta on our way",
	author_id: desk.id,
	conversation_id: "31",
	in_reply_to_user_id: ana.id,
	referenced_tweets: [{ type: "replied_to", id: "31" }],
	created_at: "2026-03-01T09:00:00.000Z",
};

describe("users of X", () => {
	it("have the addresses behind t.co in bio and links; a bought tick is kept nowhere", () => {
		expect(fromX({ data: [ana] })).toEqual({
			profiles: [
				{
					platform: "x",
					id: ana.id,
					handle: "AnaCosta",
					displayName: "Ana Costa",
					bio: "Kites & maps. Mine: https://social.example/@ana, https://t.co/zzz",
					location: "Lisboa",
					createdAt: "2011-05-01T10:00:00.000Z",
					links: [{ url: "https://ana.example.com" }, { url: "https://social.example/@ana" }],
				},
			],
			unattributed: [],
			warnings: [],
		});
	});

	it.each<[string, object, object]>([
		["a parody", { parody: true }, { attributes: { parody: true } }],
		["a bot", { bot: true }, { attributes: { bot: true } }],
		[
			"a firm, by the tick that only firms can buy",
			{ verified_type: "business" },
			{ attributes: { organization: true } },
		],
		["no parody", { parody: false, verified_type: "government" }, {}],
		[
			"an address that X has confirmed",
			{ confirmed_email: "ana@example.com" },
			{ emails: [{ value: "ana@example.com", verified: true }] },
		],
		["nulls and blanks", { description: "", location: null, entities: null, url: null }, {}],
		[
			"the camel case of X's own library",
			{ createdAt: "2012-01-01T00:00:00Z" },
			{ createdAt: "2012-01-01T00:00:00.000Z" },
		],
		["a t.co link that leads nowhere", { url: "https://t.co/x" }, {}],
	])("%s", (_, more, expected) => {
		const [profile] = fromX({ data: { id: "1", username: "ana", ...more } }).profiles;
		expect(profile).toEqual({ platform: "x", id: "1", handle: "ana", ...expected });
	});

	it("a user who is gone is a warning that does not say which", () => {
		const { profiles, warnings } = fromX({ data: [ana], errors: [{ value: "gone_7", title: "Not Found Error" }] });
		expect(profiles).toHaveLength(1);
		expect(warnings).toEqual([
			{ code: "SHAPE", path: "errors.0", reason: "X could not give something that was asked for." },
		]);
	});

	it("the same id under a new handle is the same account, the same handle under a new id is not", () => {
		const { profiles } = fromX([
			{ id: "1", username: "ana" },
			{ id: "1", username: "ana_new" },
			{ id: "2", username: "ana" },
		]);
		expect(profiles.map(({ id, handle }) => [id, handle])).toEqual([
			["1", "ana"],
			["2", "ana"],
		]);
	});
});

describe("posts of X", () => {
	const search = { data: [answer, question], includes: { users: [ana, desk] }, meta: { result_count: 2 } };

	it("are their author's, who stands in `includes`", () => {
		const [, author] = fromX(search).profiles;
		expect(author?.handle).toBe("AnaCosta");
		expect(author?.posts).toEqual([
			{
				id: "31",
				text: "@CedarHelp no answer since Monday https://cedar.example/ticket/7",
				at: "2026-03-01T08:00:00.000Z",
				url: "https://x.com/i/status/31",
				channel: "post",
			},
		]);
	});

	it.each([["CedarHelp"], ["@cedarhelp"], ["https://x.com/CedarHelp"], [desk.id]])(
		"what the firm (%s) says is the other side",
		(name) => {
			const { profiles } = fromX(search, { own: [name] });
			expect(profiles.map(({ handle }) => handle)).toEqual(["AnaCosta"]);
			expect(profiles[0]?.interactions).toEqual([
				{
					channel: "post",
					direction: "outbound",
					id: "32",
					text: "@AnaCosta on our way",
					at: "2026-03-01T09:00:00.000Z",
					url: "https://x.com/i/status/32",
					platform: "x",
					handle: "CedarHelp",
					author: "Cedar Labs",
					thread: "31",
				},
			]);
		},
	);

	it("the firm may answer somebody of whom only the id is known", () => {
		const { profiles } = fromX({ data: [answer], includes: { users: [desk] } }, { own: ["CedarHelp"] });
		expect(profiles).toMatchObject([{ id: ana.id, interactions: [{ direction: "outbound" }] }]);
	});

	it("long ones are read whole, passed-on ones are not their poster's, newer words mean the same", () => {
		const { profiles } = fromX({
			data: [
				{ id: "41", author_id: "1", text: "The first lines ...", note_post: { text: "The first lines and the last" } },
				{ id: "42", author_id: "1", text: "RT @bo: hello", referenced_posts: [{ type: "retweeted", id: "43" }] },
			],
			includes: { posts: [{ id: "43", author_id: "2", text: "hello" }] },
		});
		expect(profiles.map(({ id, posts }) => [id, posts])).toMatchObject([
			["1", [{ text: "The first lines and the last" }]],
			["2", [{ text: "hello" }]],
		]);
	});

	it("without an author are nobody's", () => {
		expect(fromX({ data: { id: "1", text: "hello" } })).toMatchObject({
			profiles: [],
			unattributed: [{ channel: "post", direction: "inbound", id: "1", text: "hello", platform: "x" }],
		});
	});
});

describe("direct messages of X", () => {
	const thread = `${ana.id}-${desk.id}`;
	const message = (id: string, sender: string) => ({
		id,
		event_type: "MessageCreate",
		text: `message ${id}`,
		sender_id: sender,
		dm_conversation_id: thread,
		created_at: "2026-03-02T08:00:00.000Z",
	});
	const events = { data: [message("2", desk.id), message("1", ana.id)], includes: { users: [ana, desk] } };

	it("are interactions both ways", () => {
		const { profiles } = fromX(events, { own: [desk.id] });
		expect(profiles).toHaveLength(1);
		expect(profiles[0]).not.toHaveProperty("posts");
		expect(profiles[0]?.interactions).toMatchObject([
			{ channel: "dm", direction: "outbound", text: "message 2", thread, author: "Cedar Labs" },
			{ channel: "dm", direction: "inbound", text: "message 1", thread, author: "Ana Costa" },
		]);
	});

	it("go neither way as long as nobody says who the firm is", () => {
		const said = fromX(events).profiles.flatMap(({ interactions }) => interactions ?? []);
		expect(said.map((interaction) => "direction" in (interaction as object))).toEqual([false, false]);
	});

	it("comings and goings in a group are not messages", () => {
		const { profiles, warnings } = fromX({ id: "9", event_type: "ParticipantsJoin", dm_conversation_id: "77" });
		expect([profiles, warnings]).toEqual([[], []]);
	});
});

describe("the contract of readers", () => {
	const data = (items: readonly unknown[]) => ({ data: items, meta: { result_count: items.length } });
	for (const { name, run } of platformContract(fromX, [
		{ item: ana, envelope: data },
		{ item: question, envelope: data },
		{
			item: { id: "9", event_type: "MessageCreate", text: "hi", sender_id: "5", dm_conversation_id: "5-6" },
			envelope: data,
		},
	])) {
		it(name, run);
	}
});
