import { describe, expect, it } from "vitest";
import { fromYouTube } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";

const channel = {
	kind: "youtube#channel",
	id: "UCana0000000000000000001",
	snippet: {
		title: "Ana flies",
		description: "Kites.\nhttps://ana.example.com",
		customUrl: "@anaflies",
		publishedAt: "2013-08-19T21:04:10Z",
		country: "PT",
	},
	statistics: { subscriberCount: "1530" },
};
const comment = (id: string, author: string, shown: string, text: object, more: object = {}) => ({
	kind: "youtube#comment",
	id,
	snippet: {
		videoId: "v1",
		channelId: "UCcedar",
		authorChannelId: { value: author },
		authorDisplayName: shown,
		publishedAt: "2026-04-11T15:00:00Z",
		...text,
		...more,
	},
});
const thread = (top: { id: string }, ...replies: object[]) => ({
	kind: "youtube#commentThread",
	id: top.id,
	snippet: { videoId: "v1", topLevelComment: top, totalReplyCount: replies.length },
	replies: { comments: replies },
});
const page = (items: readonly unknown[]) => ({ kind: "youtube#list", pageInfo: { totalResults: items.length }, items });

describe("channels of YouTube", () => {
	it("have the name that somebody chose, not the one that YouTube makes up", () => {
		const made = { ...channel, snippet: { ...channel.snippet, title: "user-zz8qk1", customUrl: "@user-zz8qk1" } };
		const early = comment("c1", channel.id, "Ana Costa", { textDisplay: "Nice" });
		const [profile] = fromYouTube([made, early]).profiles;
		expect([profile?.displayName, profile?.handle]).toEqual(["Ana Costa", undefined]);
	});

	it("have name, handle, country and the links of their description; counts are left out", () => {
		expect(fromYouTube(page([channel]))).toEqual({
			profiles: [
				{
					platform: "youtube",
					id: channel.id,
					handle: "anaflies",
					displayName: "Ana flies",
					bio: "Kites.\nhttps://ana.example.com",
					location: "PT",
					createdAt: "2013-08-19T21:04:10.000Z",
					links: [{ url: "https://ana.example.com" }],
				},
			],
			unattributed: [],
			warnings: [],
		});
	});
});

describe("comments on YouTube", () => {
	it.each<[string, string, object]>([
		["an @handle is a handle", "@anaflies", { handle: "anaflies" }],
		["a name is a name", "Ana Costa", { displayName: "Ana Costa" }],
	])("%s", (_, shown, expected) => {
		const { profiles } = fromYouTube(comment("c", "UC1", shown, { textOriginal: "Hi" }));
		expect(profiles).toEqual([
			{
				platform: "youtube",
				id: "UC1",
				...expected,
				posts: [
					{
						id: "c",
						text: "Hi",
						at: "2026-04-11T15:00:00.000Z",
						url: "https://www.youtube.com/watch?v=v1&lc=c",
						channel: "comment",
					},
				],
			},
		]);
	});

	it("are plain text, whether it comes as HTML or not", () => {
		const textOf = (text: object) => fromYouTube(comment("c", "UC1", "A", text)).profiles[0]?.posts;
		expect(textOf({ textDisplay: 'At <a href="https://youtu.be/x">0:12</a><br>5 &lt; 6 &#39;yes&#39;' })).toMatchObject(
			[{ text: "At 0:12\n5 < 6 'yes'" }],
		);
		expect(textOf({ textDisplay: "I <3 it", textOriginal: "I <3 it" })).toMatchObject([{ text: "I <3 it" }]);
	});

	it("the firm's answer goes to whom it names first, else to who opened the thread", () => {
		const payload = page([
			thread(
				comment("t", "UC1", "@anaflies", { textOriginal: "Where is the switch?" }),
				comment("t.1", "UC2", "@bo-ek", { textOriginal: "Same here" }, { parentId: "t" }),
				comment("t.2", "UC9", "@CedarHelp", { textOriginal: "@bo-ek under the lid" }, { parentId: "t" }),
				comment("t.3", "UC9", "@CedarHelp", { textOriginal: "Under the lid" }, { parentId: "t" }),
			),
		]);
		expect(fromYouTube(payload, { own: ["UC9"] }).profiles).toMatchObject([
			{ handle: "anaflies", interactions: [{ id: "t.3", direction: "outbound", thread: "t", author: "CedarHelp" }] },
			{ handle: "bo-ek", interactions: [{ id: "t.2" }] },
		]);
	});

	it("and channel are one account by its id", () => {
		expect(
			fromYouTube([channel, comment("c", channel.id, "Ana Costa", { textOriginal: "Hi" })]).profiles,
		).toMatchObject([{ handle: "anaflies", displayName: "Ana flies", posts: [{ text: "Hi" }] }]);
	});

	it("a page without comments is no fault, a refusal is", () => {
		expect(fromYouTube({ kind: "youtube#commentThreadListResponse", pageInfo: { totalResults: 0 } }).warnings).toEqual(
			[],
		);
		expect(fromYouTube({ error: { code: 403, message: "commentsDisabled" } }).warnings).toHaveLength(1);
	});
});

describe("the contract of readers", () => {
	const samples = [
		channel,
		thread(
			comment("t", "UC5", "@cy", { textDisplay: "a<br>b" }),
			comment("t.1", "UC6", "Di Ma", { textDisplay: "c" }, { parentId: "t" }),
		),
		{
			kind: "youtube#video",
			id: "v2",
			snippet: { channelId: "UC7", channelTitle: "Eva", title: "Kites", description: "How to" },
		},
	];
	for (const { name, run } of platformContract(
		fromYouTube,
		samples.map((item) => ({ item, envelope: page })),
	))
		it(name, run);
});
