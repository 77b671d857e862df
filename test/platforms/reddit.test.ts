import { describe, expect, it } from "vitest";
import { fromReddit } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";

const user = {
	kind: "t2",
	data: {
		id: "9x1",
		name: "ana_kites",
		created_utc: 1512345678.0,
		verified: true,
		has_verified_email: true,
		total_karma: 9,
		subreddit: { title: "Ana C.", public_description: "Kites &amp; maps, https://ana.example.com" },
	},
};
const comment = (id: string, author: string, body: string, more: object = {}) => ({
	kind: "t1",
	data: {
		id,
		name: `t1_${id}`,
		author,
		body,
		link_id: "t3_p",
		parent_id: "t3_p",
		permalink: `/r/kites/comments/p/x/${id}/`,
		created_utc: 1789400000.0,
		replies: "",
		...more,
	},
});
const listing = (children: readonly unknown[]) => ({ kind: "Listing", data: { after: null, children } });

describe("users of Reddit", () => {
	it("have their bio and name in their own subreddit", () => {
		expect(fromReddit(user)).toEqual({
			profiles: [
				{
					platform: "reddit",
					id: "t2_9x1",
					handle: "ana_kites",
					displayName: "Ana C.",
					bio: "Kites & maps, https://ana.example.com",
					createdAt: "2017-12-04T00:01:18.000Z",
					links: [{ url: "https://ana.example.com" }],
				},
			],
			unattributed: [],
			warnings: [],
		});
	});

	it("are the authors of what they say, by id or by name", () => {
		const { profiles } = fromReddit([
			user,
			listing([
				comment("a", "ana_kites", "5 &lt; 6", { author_fullname: "t2_9x1" }),
				comment("b", "Ana_Kites", "more"),
			]),
		]);
		expect(profiles).toMatchObject([
			{ id: "t2_9x1", posts: [{ id: "t1_a", text: "5 < 6", channel: "comment" }, { text: "more" }] },
		]);
	});
});

describe("what is said on Reddit", () => {
	it("[deleted] is nobody, and what was removed is not what was said", () => {
		const { profiles, unattributed } = fromReddit(
			listing([
				comment("a", "[deleted]", "[removed]"),
				comment("b", "[deleted]", "still there"),
				comment("c", "ana_kites", "[deleted]"),
			]),
		);
		expect(profiles).toEqual([{ platform: "reddit", handle: "ana_kites" }]);
		expect(unattributed.map(({ id, text }) => [id, text])).toEqual([
			["t1_a", undefined],
			["t1_b", "still there"],
		]);
	});

	it("goes down into answers; the firm's go to whom they answer", () => {
		const answer = comment("b", "CedarHelp", "We swap it", { parent_id: "t1_a" });
		const page = [
			listing([
				{
					kind: "t3",
					data: {
						id: "p",
						name: "t3_p",
						author: "bo_ek",
						title: "Broken kite",
						selftext: "Any help?",
						permalink: "/r/kites/comments/p/",
					},
				},
			]),
			listing([
				comment("a", "ana_kites", "Call them", { replies: listing([answer]) }),
				{ kind: "more", data: { count: 2 } },
			]),
		];
		expect(fromReddit(page, { own: ["u/CedarHelp"] }).profiles).toMatchObject([
			{
				handle: "bo_ek",
				posts: [{ text: "Broken kite\nAny help?", channel: "post", url: "https://www.reddit.com/r/kites/comments/p/" }],
			},
			{ handle: "ana_kites", interactions: [{ direction: "outbound", text: "We swap it", thread: "t3_p" }] },
		]);
	});

	it("answers a post as well as a comment", () => {
		const post = { kind: "t3", data: { name: "t3_p", author: "bo_ek", title: "Broken kite" } };
		expect(fromReddit([post, comment("b", "CedarHelp", "Hello")], { own: ["CedarHelp"] }).profiles).toMatchObject([
			{ handle: "bo_ek", interactions: [{ text: "Hello" }] },
		]);
	});

	it("in private is a message", () => {
		const message = (name: string, author: string, dest: string) => ({
			kind: "t4",
			data: { name, author, dest, subject: "kite", body: "hi", first_message_name: "t4_1", created_utc: 1789400000 },
		});
		const inbox = listing([message("t4_2", "CedarHelp", "ana_kites"), message("t4_1", "ana_kites", "CedarHelp")]);
		expect(fromReddit(inbox, { own: ["CedarHelp"] }).profiles).toMatchObject([
			{
				handle: "ana_kites",
				interactions: [
					{ channel: "dm", direction: "outbound", thread: "t4_1" },
					{ channel: "dm", direction: "inbound", text: "kite\nhi", thread: "t4_1" },
				],
			},
		]);
	});
});

describe("the contract of readers", () => {
	const samples = [
		user,
		comment("a", "bo_ek", "text"),
		{ kind: "t3", data: { name: "t3_q", author: "cy_do", title: "Title" } },
	];
	for (const { name, run } of platformContract(
		fromReddit,
		samples.map((item) => ({ item, envelope: listing })),
	))
		it(name, run);
});
