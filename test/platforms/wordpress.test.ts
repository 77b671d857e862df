import { describe, expect, it } from "vitest";
import { fromWordPress } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";
import { md5, sha256 } from "../../src/text/hash.js";

const avatars = (hash: string) => ({
	"24": `https://secure.gravatar.com/avatar/${hash}?s=24&d=mm&r=g`,
	"96": `https://secure.gravatar.com/avatar/${hash}?s=96&d=mm&r=g`,
});
const hash = sha256("ana@example.com");
const comment = {
	id: 9001,
	post: 310,
	parent: 0,
	author: 0,
	author_name: "Ana O&#8217;Costa",
	author_url: "https://ana.example.com",
	date: "2026-09-16T16:22:09",
	date_gmt: "2026-09-16T14:22:09",
	content: { rendered: "<p>It broke. I&#8217;m <em>cross</em>.</p>\n" },
	link: "https://blog.example.com/kites/#comment-9001",
	status: "approved",
	type: "comment",
	author_avatar_urls: avatars(hash),
};
const user = {
	id: 12,
	name: "Bo Ek",
	slug: "bo",
	description: "Writes. https://bo.example.com",
	url: "",
	link: "https://blog.example.com/author/bo/",
	avatar_urls: avatars(md5("bo@example.com")),
};

describe("guests of a WordPress site", () => {
	const guest = { platform: "wordpress", instance: "blog.example.com", displayName: "Ana O’Costa" };
	const page = { links: [{ url: "https://ana.example.com" }] };

	it("are profiles without handle, with the sum of their address", () => {
		expect(fromWordPress([comment])).toEqual({
			profiles: [
				{
					...guest,
					...page,
					emailHashes: [hash],
					posts: [
						{
							id: "9001",
							text: "It broke. I’m cross.",
							at: "2026-09-16T14:22:09.000Z",
							url: "https://blog.example.com/kites/#comment-9001",
							channel: "comment",
						},
					],
				},
			],
			unattributed: [],
			warnings: [],
		});
	});

	it.each<[string, object, object]>([
		[
			"the MD5 of before 6.8",
			{ author_avatar_urls: avatars(md5("ana@example.com")) },
			{ ...page, emailHashes: [md5("ana@example.com")] },
		],
		["the sum of no address is nobody's", { author_avatar_urls: avatars(sha256("")) }, page],
		["nor is that of MD5", { author_avatar_urls: avatars(md5("")) }, page],
		["no avatars", { author_avatar_urls: null, author_url: "" }, {}],
		[
			"an address, where the asker may see it",
			{ author_avatar_urls: null, author_url: "", author_email: "ana@example.com", author_ip: "203.0.113.24" },
			{ emails: [{ value: "ana@example.com" }] },
		],
	])("%s", (_, more, expected) => {
		const [{ posts: _posts, ...profile } = {}] = fromWordPress({ ...comment, ...more }).profiles;
		expect(profile).toEqual({ ...guest, ...expected });
	});

	it("of one name and address are one, of one name alone perhaps two", () => {
		const bare = { ...comment, author_avatar_urls: null, author_url: "" };
		const count = (...comments: object[]) => fromWordPress(comments).profiles.length;
		expect(count(comment, { ...comment, id: 2, link: "https://blog.example.com/#2" })).toBe(1);
		expect(count(comment, { ...comment, id: 2, author_name: "Ana" })).toBe(2);
		expect(count(bare, { ...bare, id: 2 })).toBe(2);
	});

	it("of whom one answer shows the address and the other its sum are one", () => {
		const edited = { ...comment, author_email: "ana@example.com" };
		const later = { ...comment, id: 2, link: "https://blog.example.com/#2" };
		for (const order of [
			[comment, edited, later],
			[edited, comment, later],
		]) {
			expect(fromWordPress(order).profiles).toMatchObject([
				{ emails: [{ value: "ana@example.com" }], emailHashes: [hash], posts: [{ id: "9001" }, { id: "2" }] },
			]);
		}
	});

	it("without name and address are nobody", () => {
		const nobody = { ...comment, author_name: "Anonymous", author_url: "", author_avatar_urls: avatars(md5("")) };
		expect(fromWordPress(nobody)).toMatchObject({ profiles: [], unattributed: [{ id: "9001", channel: "comment" }] });
	});
});

describe("comments on a WordPress site", () => {
	it("of which only the local time is told have a day", () => {
		const { date_gmt: _, ...local } = comment;
		expect(fromWordPress(local).profiles[0]?.posts).toMatchObject([{ at: "2026-09-16" }]);
	});

	it("held as spam are not read, pings are nobody's", () => {
		expect(fromWordPress({ ...comment, status: "spam" })).toEqual({ profiles: [], unattributed: [], warnings: [] });
		expect(fromWordPress({ ...comment, type: "pingback" })).toMatchObject({ profiles: [], unattributed: [{}] });
	});

	it("of the firm's users go to whom they answer", () => {
		const answer = {
			...comment,
			id: 9002,
			parent: 9001,
			author: 7,
			author_name: "Cedar",
			author_url: "",
			author_avatar_urls: null,
			link: "https://blog.example.com/kites/#comment-9002",
		};
		expect(fromWordPress([answer, comment], { own: ["7"] }).profiles).toMatchObject([
			{
				displayName: "Ana O’Costa",
				interactions: [{ direction: "outbound", channel: "comment", thread: "310", author: "Cedar" }],
			},
		]);
	});

	it("and users with one number on two sites are two", () => {
		const there = { ...user, link: "https://other.example/author/bo/" };
		expect(fromWordPress([user, there]).profiles.map(({ instance }) => instance)).toEqual([
			"blog.example.com",
			"other.example",
		]);
		const twice = { ...comment, link: "https://other.example/kites/#comment-9001" };
		expect(fromWordPress([comment, twice]).profiles).toHaveLength(2);
	});
});

describe("users and posts of a WordPress site", () => {
	it("come with what they say of themselves, and what they have written", () => {
		const post = {
			id: 310,
			author: 12,
			date_gmt: "2026-09-01T10:00:00",
			link: "https://blog.example.com/kites/",
			title: { rendered: "Kites &amp; wind" },
			content: { rendered: "<p>Cedar&#8217;s broke.</p>" },
			_embedded: { author: [user] },
		};
		expect(fromWordPress(post).profiles).toEqual([
			{
				platform: "wordpress",
				id: "12",
				instance: "blog.example.com",
				handle: "bo",
				displayName: "Bo Ek",
				bio: "Writes. https://bo.example.com",
				links: [{ url: "https://bo.example.com" }],
				emailHashes: [md5("bo@example.com")],
				posts: [
					{
						id: "310",
						text: "Kites & wind\nCedar’s broke.",
						at: "2026-09-01T10:00:00.000Z",
						url: "https://blog.example.com/kites/",
						channel: "blog",
					},
				],
			},
		]);
	});
});

describe("the contract of readers", () => {
	for (const { name, run } of platformContract(fromWordPress, [{ item: comment }, { item: user }])) it(name, run);
});
