import { describe, expect, it } from "vitest";
import { fromWebFinger } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";

const document = {
	subject: "acct:ana@social.example",
	aliases: ["https://social.example/@ana", "https://social.example/users/ana", "https://ana.example.com"],
	links: [
		{ rel: "http://webfinger.net/rel/profile-page", type: "text/html", href: "https://social.example/@ana" },
		{ rel: "self", type: "application/activity+json", href: "https://social.example/users/ana" },
		{ rel: "http://ostatus.org/schema/1.0/subscribe", template: "https://social.example/authorize?uri={uri}" },
	],
};

describe("a WebFinger document", () => {
	it("is the account that it names, with its pages elsewhere", () => {
		expect(fromWebFinger(document)).toEqual({
			profiles: [
				{
					platform: "mastodon",
					id: "https://social.example/users/ana",
					instance: "social.example",
					handle: "ana",
					links: [{ url: "https://ana.example.com" }],
				},
			],
			unattributed: [],
			warnings: [],
		});
	});

	it.each<[string, object, object]>([
		[
			"the page of a profile as its subject",
			{ subject: "https://social.example/@bo" },
			{ handle: "bo", instance: "social.example" },
		],
		["a page as its subject", { subject: "https://bo.example" }, { links: [{ url: "https://bo.example" }] }],
		[
			"a home page on the server itself",
			{ subject: "acct:bo@bo.example", aliases: ["https://bo.example/", "https://bo.example/actor"] },
			{ handle: "bo", instance: "bo.example", links: [{ url: "https://bo.example/" }] },
		],
		[
			"nothing else",
			{ subject: "acct:bo@bo.example", aliases: null, links: null },
			{ handle: "bo", instance: "bo.example" },
		],
	])("may have %s", (_, item, expected) => {
		expect(fromWebFinger(item).profiles).toEqual([{ platform: "mastodon", ...expected }]);
	});
});

describe("the contract of readers", () => {
	for (const { name, run } of platformContract(fromWebFinger, [{ item: document }])) it(name, run);
});
