import { describe, expect, it } from "vitest";
import { fromDisqus } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";
import { md5 } from "../../src/text/hash.js";

const ana = {
	id: "41",
	username: "ana_c",
	name: "Ana Costa",
	about: "Kites.",
	location: "Lisboa",
	url: "https://ana.example.com",
	profileUrl: "https://disqus.com/by/ana_c/",
	joinedAt: "2012-11-08T16:20:56",
	isAnonymous: false,
};
const post = (id: string, author: object, more: object = {}) => ({
	id,
	message: "<p>It&#39;s broken</p>",
	createdAt: "2026-09-15T08:00:00",
	parent: null,
	thread: "93",
	isSpam: false,
	isDeleted: false,
	author,
	...more,
});
const page = (response: readonly unknown[]) => ({ cursor: { hasNext: false }, code: 0, response });

describe("users of Disqus", () => {
	it("are read from their posts and by themselves", () => {
		const { profileUrl: _, ...rest } = ana;
		expect(fromDisqus([page([post("1", ana)]), { code: 0, response: rest }])).toEqual({
			profiles: [
				{
					platform: "disqus",
					id: "41",
					handle: "ana_c",
					displayName: "Ana Costa",
					bio: "Kites.",
					location: "Lisboa",
					createdAt: "2012-11-08T16:20:56.000Z",
					links: [{ url: "https://ana.example.com" }],
					posts: [{ id: "1", text: "It's broken", at: "2026-09-15T08:00:00.000Z", channel: "comment" }],
				},
			],
			unattributed: [],
			warnings: [],
		});
	});

	it("with accounts elsewhere with which they have signed in, which Disqus has thereby checked", () => {
		const connections = { twitter: { id: "1", name: "AnaCosta", url: "https://twitter.com/AnaCosta" }, facebook: null };
		expect(fromDisqus({ ...ana, connections }).profiles[0]?.links).toEqual([
			{ url: "https://ana.example.com" },
			{ url: "https://twitter.com/AnaCosta", verified: true },
		]);
	});
});

describe("guests of Disqus", () => {
	it.each<[string, object, object]>([
		[
			"a sum of their address",
			{ name: "Bo", isAnonymous: true, emailHash: md5("bo@example.com").toUpperCase() },
			{ displayName: "Bo", emailHashes: [md5("bo@example.com")] },
		],
		[
			"the address itself",
			{ name: "Bo", isAnonymous: true, email: "bo@example.com" },
			{ displayName: "Bo", emails: [{ value: "bo@example.com" }] },
		],
		["a name alone", { name: "Bo", isAnonymous: true, emailHash: md5("") }, { displayName: "Bo" }],
	])("have %s", (_, author, expected) => {
		const [{ posts: _posts, ...profile } = {}] = fromDisqus(post("2", author)).profiles;
		expect(profile).toEqual({ platform: "disqus", ...expected });
	});

	it("without any are nobody", () => {
		expect(fromDisqus(post("2", { isAnonymous: true, name: "" }))).toMatchObject({
			profiles: [],
			unattributed: [{ id: "2" }],
		});
	});
});

describe("posts on Disqus", () => {
	it("of the firm go to the parent's author, though numbers are texts here and there", () => {
		const answer = post("2", { id: "9", username: "cedar" }, { parent: 1, raw_message: "We swap it" });
		expect(fromDisqus(page([answer, post("1", ana)]), { own: ["cedar"] }).profiles).toMatchObject([
			{ id: "41", interactions: [{ direction: "outbound", text: "We swap it", thread: "93" }] },
		]);
	});

	it("that are spam or deleted are not read; a refusal is a warning", () => {
		expect(fromDisqus([post("1", ana, { isSpam: true }), post("2", ana, { isDeleted: true })]).profiles).toEqual([]);
		expect(fromDisqus({ code: 5, response: "Invalid API key" }).warnings).toEqual([
			{ code: "SHAPE", path: "", reason: "Disqus could not give what was asked for." },
		]);
	});
});

describe("the contract of readers", () => {
	const samples = [post("1", ana), post("2", { name: "Bo", isAnonymous: true, emailHash: md5("bo@example.com") })];
	for (const { name, run } of platformContract(
		fromDisqus,
		samples.map((item) => ({ item, envelope: page })),
	))
		it(name, run);
});
