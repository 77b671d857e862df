import { describe, expect, it } from "vitest";
import { fromGitHub } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";

const ana = {
	login: "ana-costa",
	id: 990000001,
	type: "User",
	gravatar_id: "",
	name: "Ana Costa",
	company: "@cedar-labs",
	blog: "ana.example.com",
	location: "Lisboa",
	email: "ana@example.com",
	bio: "Kites",
	twitter_username: "AnaCosta",
	followers: 5,
	created_at: "2014-02-01T09:00:00Z",
};
const issue = "https://github.com/cedar/kite/issues/12";
const comment = (id: number, user: object | null, body: string) => ({
	id,
	html_url: `${issue}#issuecomment-${id}`,
	body,
	user,
	created_at: "2026-09-13T22:10:00Z",
});

describe("users of GitHub", () => {
	it("have links with a scheme, the firm in the bio, and claims of another handle", () => {
		expect(fromGitHub(ana)).toEqual({
			profiles: [
				{
					platform: "github",
					id: "990000001",
					handle: "ana-costa",
					displayName: "Ana Costa",
					bio: "Kites\n@cedar-labs",
					location: "Lisboa",
					createdAt: "2014-02-01T09:00:00.000Z",
					links: [{ url: "https://ana.example.com" }, { url: "https://x.com/AnaCosta" }],
					emails: [{ value: "ana@example.com" }],
				},
			],
			unattributed: [],
			warnings: [],
		});
	});

	it.each<[string, object, object]>([
		["nulls and blanks", { name: null, blog: "", company: null, email: null }, {}],
		["a blog that is an address", { blog: "mailto:ana@example.com" }, { emails: [{ value: "ana@example.com" }] }],
		["a blog without page", { blog: "n/a" }, {}],
		["an id beyond 2^53", { id: 9007199254740993n }, { id: "9007199254740993" }],
		["a bot", { type: "Bot", login: "kite[bot]" }, { handle: "kite[bot]", attributes: { bot: true } }],
		["an organisation", { type: "Organization" }, { attributes: { organization: true } }],
	])("%s", (_, more, expected) => {
		const { profiles, warnings } = fromGitHub({ login: "ana", id: 1, type: "User", ...more });
		expect(profiles).toEqual([{ platform: "github", id: "1", handle: "ana", ...expected }]);
		expect(warnings).toEqual([]);
	});

	it("a blog that is neither page nor address is left out, with a warning", () => {
		expect(fromGitHub({ login: "ana", id: 1, blog: "ask me" })).toMatchObject({
			profiles: [{}],
			warnings: [{ path: "blog" }],
		});
	});

	it("whose social accounts these are has to be told", () => {
		const list = [
			{ provider: "twitter", url: "https://twitter.com/AnaCosta" },
			{ provider: "generic", url: "https://ana.example.com" },
		];
		const links = [{ url: "https://twitter.com/AnaCosta" }, { url: "https://ana.example.com" }];
		expect(fromGitHub(list, { login: "ana-costa" }).profiles).toEqual([
			{ platform: "github", handle: "ana-costa", links },
		]);
		expect(fromGitHub(list).profiles).toEqual([{ platform: "github", links }]);
	});
});

describe("comments on GitHub", () => {
	it("of an account that is gone are nobody's", () => {
		const { profiles, unattributed } = fromGitHub([
			comment(1, null, "a"),
			comment(2, { login: "ghost", id: 10137 }, "b"),
		]);
		expect([profiles, unattributed.map(({ text }) => text)]).toEqual([[], ["a", "b"]]);
	});

	it("the firm answers the only other one who speaks, and otherwise whom it names", () => {
		const bo = { login: "bo-ek", id: 2 };
		const desk = { login: "cedar-help", id: 9, type: "User" };
		const toOne = [comment(1, ana, "It broke"), comment(2, desk, "Fixed in 4.2")];
		expect(fromGitHub(toOne, { own: ["cedar-help"] }).profiles).toMatchObject([
			{ handle: "ana-costa", interactions: [{ text: "Fixed in 4.2", thread: issue }] },
		]);
		const toBoth = [
			comment(1, ana, "It broke"),
			comment(2, bo, "Here too"),
			comment(3, desk, "Fixed"),
			comment(4, desk, "@bo-ek which one?"),
		];
		expect(
			fromGitHub(toBoth, { own: ["cedar-help"] }).profiles.map(({ handle, interactions }) => [handle, interactions]),
		).toMatchObject([
			["ana-costa", undefined],
			["bo-ek", [{ text: "@bo-ek which one?" }]],
		]);
	});

	it("an issue is a post with its title", () => {
		const { profiles } = fromGitHub({
			items: [
				{
					id: 7,
					title: "Kite broke",
					body: "In the wind",
					html_url: issue,
					user: ana,
					created_at: "2026-09-13T22:00:00Z",
				},
			],
		});
		expect(profiles[0]?.posts).toMatchObject([{ text: "Kite broke\nIn the wind", channel: "post", url: issue }]);
	});
});

describe("the contract of readers", () => {
	const items = (list: readonly unknown[]) => ({ total_count: list.length, items: list });
	const samples = [ana, comment(5, { login: "bo-ek", id: 2 }, "text"), comment(6, null, "gone")];
	for (const { name, run } of platformContract(
		fromGitHub,
		samples.map((item) => ({ item, envelope: items })),
	))
		it(name, run);
});
