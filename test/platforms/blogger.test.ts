import { describe, expect, it } from "vitest";
import { fromBlogger } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";

const comment = (id: string, author: object | null, more: object = {}) => ({
	kind: "blogger#comment",
	id,
	post: { id: "88" },
	published: "2026-05-06T10:11:12-07:00",
	content: "Which kite?<br />",
	author,
	...more,
});
const ana = {
	id: "g1",
	displayName: "Ana",
	url: "https://www.blogger.com/profile/0040",
	image: { url: "//img.example/a.png" },
};
const page = (items: readonly unknown[]) => ({ kind: "blogger#commentList", nextPageToken: "x", items });

describe("comments on Blogger", () => {
	it("are their author's; the page of the account itself is no link", () => {
		expect(fromBlogger(page([comment("1", ana)]))).toEqual({
			profiles: [
				{
					platform: "blogger",
					id: "g1",
					displayName: "Ana",
					posts: [{ id: "1", text: "Which kite?", at: "2026-05-06T17:11:12.000Z", channel: "comment" }],
				},
			],
			unattributed: [],
			warnings: [],
		});
	});

	it.each<[string, object | null]>([
		["Anonymous", { displayName: "Anonymous" }],
		["in another language", { displayName: "Anónimo" }],
		["without author", null],
		["with nothing in it", {}],
	])("of nobody: %s", (_, author) => {
		expect(fromBlogger(page([comment("1", author)]))).toMatchObject({
			profiles: [],
			unattributed: [{ id: "1", thread: "88" }],
		});
	});

	it("by a name and a page are a guest's", () => {
		expect(fromBlogger(comment("1", { displayName: "Bo", url: "http://bo.example" })).profiles).toMatchObject([
			{ displayName: "Bo", links: [{ url: "http://bo.example" }] },
		]);
	});

	it("of the firm answer what they say they answer; spam is not read", () => {
		const payload = page([
			comment("2", { id: "g9", displayName: "Cedar" }, { inReplyTo: { id: "1" } }),
			comment("1", ana),
			comment("3", ana, { status: "spam" }),
		]);
		expect(fromBlogger(payload, { own: ["g9"] }).profiles).toMatchObject([
			{ id: "g1", posts: [{ id: "1" }], interactions: [{ id: "2", direction: "outbound" }] },
		]);
	});
});

describe("posts and users of Blogger", () => {
	it("are blog posts and profiles", () => {
		const post = {
			kind: "blogger#post",
			id: "88",
			title: "Kites",
			content: "<p>Fly</p>",
			url: "https://ana.example/p",
			author: ana,
			published: "2026-05-01T10:00:00Z",
		};
		const user = {
			kind: "blogger#user",
			id: "g1",
			displayName: "Ana",
			about: 'Flies at <a href="https://kites.example">kites</a>',
			created: "2010-01-01T00:00:00Z",
		};
		expect(fromBlogger([post, user]).profiles).toMatchObject([
			{
				id: "g1",
				bio: "Flies at kites",
				links: [{ url: "https://kites.example" }],
				posts: [{ channel: "blog", text: "Kites\nFly", url: "https://ana.example/p" }],
			},
		]);
	});
});

describe("the contract of readers", () => {
	const samples = [
		comment("1", ana),
		comment("2", { displayName: "Anonymous" }),
		{ kind: "blogger#user", id: "g7", displayName: "Cy" },
	];
	for (const { name, run } of platformContract(
		fromBlogger,
		samples.map((item) => ({ item, envelope: page })),
	))
		it(name, run);
});
