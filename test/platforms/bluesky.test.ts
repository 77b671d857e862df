import { describe, expect, it } from "vitest";
import { fromBluesky } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";

const ana = { did: "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", handle: "ana.example.com", displayName: "Ana Costa" };
const desk = { did: "did:plc:dddddddddddddddddddddddd", handle: "cedar.example", displayName: "Cedar Labs" };
const uri = (did: string, key: string) => `at://${did}/app.bsky.feed.post/${key}`;
const post = (author: typeof ana, key: string, text: string, reply?: object) => ({
	uri: uri(author.did, key),
	author,
	record: { $type: "app.bsky.feed.post", text, createdAt: "2026-03-01T08:00:00.000Z", ...(reply ? { reply } : {}) },
	indexedAt: "2026-03-05T00:00:00.000Z",
});

describe("profiles of Bluesky", () => {
	it("have what they state", () => {
		const { profiles, warnings } = fromBluesky({
			profiles: [
				{
					...ana,
					description: "Kites. https://kites.example/ana.",
					pronouns: "she/her",
					website: "https://ana.example.com/",
					createdAt: "2023-07-01T19:22:07.000Z",
					followersCount: 7,
					verification: { verifiedStatus: "valid" },
				},
			],
		});
		expect(warnings).toEqual([]);
		expect(profiles).toEqual([
			{
				platform: "bluesky",
				id: ana.did,
				handle: "ana.example.com",
				displayName: "Ana Costa",
				bio: "Kites. https://kites.example/ana.",
				pronouns: "she/her",
				createdAt: "2023-07-01T19:22:07.000Z",
				links: [{ url: "https://ana.example.com", verified: true }, { url: "https://kites.example/ana" }],
			},
		]);
	});

	it.each<[string, string, object]>([
		[
			"a domain is proven",
			"ana.example.com",
			{ handle: "ana.example.com", links: [{ url: "https://ana.example.com", verified: true }] },
		],
		["a name below the network's own domain proves nothing", "ana.bsky.social", { handle: "ana.bsky.social" }],
		["nor below a provider's", "ana.pds.example.net", { handle: "ana.pds.example.net" }],
		["a bridge's neither", "ana.social.example.ap.brid.gy", { handle: "ana.social.example.ap.brid.gy" }],
		["handle.invalid is no handle, and nobody stands by it", "handle.invalid", { attributes: { unverified: true } }],
	])("%s: %s", (_, handle, expected) => {
		expect(fromBluesky({ did: ana.did, handle }).profiles).toEqual([{ platform: "bluesky", id: ana.did, ...expected }]);
	});

	it("two accounts whose handle is invalid stay two", () => {
		const invalid = (did: string) => ({ did, handle: "handle.invalid" });
		expect(fromBluesky([invalid("did:plc:a"), invalid("did:plc:b")]).profiles).toHaveLength(2);
	});

	it("a moderator's word that it shows the name of another is heard, until it is taken back", () => {
		const labelled = (label: object) =>
			fromBluesky({ ...ana, labels: [{ val: "impersonation", src: desk.did, ...label }] }).profiles[0]?.attributes;
		expect([labelled({}), labelled({ neg: true }), labelled({ src: ana.did })]).toEqual([
			{ unverified: true },
			undefined,
			undefined,
		]);
	});

	it("a bot is one that says so itself", () => {
		const labelled = (src: string) => fromBluesky({ ...ana, labels: [{ src, val: "bot" }] }).profiles[0]?.attributes;
		expect([labelled(ana.did), labelled(desk.did)]).toEqual([{ bot: true }, undefined]);
	});
});

describe("posts of Bluesky", () => {
	const question = post(ana, "q", "Cedar, anyone there?");
	const reply = { root: { uri: question.uri }, parent: { uri: question.uri } };
	const answer = post(desk, "r", "Yes, hello", reply);

	it("are told by when they were written, not indexed", () => {
		const { profiles } = fromBluesky({ feed: [{ post: question }], cursor: "x" });
		expect(profiles[0]?.posts).toEqual([
			{
				id: question.uri,
				text: "Cedar, anyone there?",
				at: "2026-03-01T08:00:00.000Z",
				url: `https://bsky.app/profile/${ana.did}/post/q`,
				channel: "post",
			},
		]);
	});

	it("what the firm answers goes to whom it answers, also when they are not in the payload", () => {
		const outbound = { direction: "outbound", text: "Yes, hello", thread: question.uri, handle: "cedar.example" };
		const thread = {
			thread: { $type: "app.bsky.feed.defs#threadViewPost", post: question, replies: [{ post: answer }] },
		};
		expect(fromBluesky(thread, { own: ["cedar.example"] }).profiles).toMatchObject([
			{ id: ana.did, interactions: [outbound] },
		]);
		expect(fromBluesky({ posts: [answer] }, { own: [desk.did] }).profiles).toMatchObject([
			{ id: ana.did, interactions: [outbound] },
		]);
	});

	it("what it says to all is nobody's interaction", () => {
		expect(fromBluesky({ posts: [post(desk, "n", "We moved")] }, { own: [desk.did] })).toMatchObject({
			profiles: [],
			unattributed: [],
		});
	});

	it("are read from notifications and records too; a like is no post", () => {
		const like = {
			uri: `at://${ana.did}/app.bsky.feed.like/l`,
			author: ana,
			reason: "like",
			record: { $type: "app.bsky.feed.like" },
		};
		const listed = { uri: uri(ana.did, "v"), cid: "c", value: { text: "listed", createdAt: "2026-03-01T08:00:00Z" } };
		const { profiles } = fromBluesky([
			{ notifications: [like, { ...question, reason: "mention" }] },
			{ records: [listed] },
		]);
		expect(profiles.map(({ posts }) => posts)).toMatchObject([[{ text: "Cedar, anyone there?" }, { text: "listed" }]]);
	});

	it("what has been deleted or is blocked leaves no trace", () => {
		const gone = { $type: "app.bsky.feed.defs#notFoundPost", uri: "at://x", notFound: true };
		const { warnings } = fromBluesky({ thread: { post: question, parent: gone, replies: [gone] } });
		expect(warnings).toEqual([]);
	});
});

describe("chat of Bluesky", () => {
	const message = (id: string, did: string, text: string) => ({
		id,
		sender: { did },
		text,
		sentAt: "2026-03-02T08:00:00Z",
	});

	it("is a conversation with thread when it comes with its members", () => {
		const convos = { convos: [{ id: "c1", members: [ana, desk], lastMessage: message("m1", ana.did, "hi") }] };
		expect(fromBluesky(convos, { own: [desk.did] }).profiles).toMatchObject([
			{ id: ana.did, interactions: [{ channel: "dm", direction: "inbound", text: "hi", thread: "c1" }] },
		]);
	});

	it("and without name when only the messages come", () => {
		const messages = { messages: [message("m2", desk.did, "hello"), message("m1", ana.did, "hi")] };
		expect(fromBluesky(messages, { own: [desk.did] }).profiles).toMatchObject([
			{ id: ana.did, interactions: [{ direction: "outbound" }, { direction: "inbound" }] },
		]);
	});
});

describe("the contract of readers", () => {
	const samples = [
		{ item: ana, envelope: (profiles: readonly unknown[]) => ({ profiles }) },
		{ item: post(desk, "c", "text"), envelope: (posts: readonly unknown[]) => ({ posts, cursor: "1" }) },
		{ item: { post: post(desk, "d", "other") }, envelope: (feed: readonly unknown[]) => ({ feed }) },
		{
			item: { id: "c9", members: [ana, desk], lastMessage: { id: "m", sender: { did: ana.did }, text: "hi" } },
			envelope: (convos: readonly unknown[]) => ({ convos }),
		},
	];
	for (const { name, run } of platformContract(fromBluesky, samples)) it(name, run);
});
