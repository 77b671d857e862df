import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as platforms from "../../src/platforms.js";
import { readProfile } from "../../src/schema.js";

/** Sample payloads of many systems, beside the project where they are at hand. */
const folder = new URL("../../../shared/payloads/", import.meta.url);
const own = ["100900", "17841400000000900", "BrightwaterHelp", "brightwater@fedi.example.com"];

const readers: Readonly<Record<string, platforms.PlatformReader>> = {
	x: platforms.fromX,
	bluesky: platforms.fromBluesky,
	mastodon: platforms.fromMastodon,
	"meta/instagram": platforms.fromInstagram,
	"meta/messenger": platforms.fromFacebook,
	"meta/page": platforms.fromFacebook,
	linkedin: platforms.fromLinkedIn,
	reddit: platforms.fromReddit,
	youtube: platforms.fromYouTube,
	github: platforms.fromGitHub,
	wordpress: platforms.fromWordPress,
	blogger: platforms.fromBlogger,
	disqus: platforms.fromDisqus,
	"generic/webfinger.json": platforms.fromWebFinger,
	"generic/rel-me.html": platforms.fromRelMe,
	"generic/person.jsonld": platforms.fromSchemaPerson,
};
const expectedWarnings: Readonly<Record<string, readonly string[]>> = { "x/users-by.json": ["errors.0"] };

const files = existsSync(folder)
	? readdirSync(folder, { recursive: true, encoding: "utf8" })
			.map((path) => path.replaceAll("\\", "/"))
			.filter((path) => /\.\w+$/.test(path) && Object.keys(readers).some((start) => path.startsWith(start)))
			.sort()
	: [];

describe.skipIf(files.length === 0)("sample payloads", () => {
	it("are there for every reader", () => {
		for (const start of Object.keys(readers))
			expect(
				files.some((path) => path.startsWith(start)),
				start,
			).toBe(true);
	});

	it.each(files)("%s is read, and what it gives is accepted", (path) => {
		const [, read] = Object.entries(readers).find(([start]) => path.startsWith(start)) as [
			string,
			platforms.PlatformReader,
		];
		const text = readFileSync(new URL(path, folder), "utf8");
		const { profiles, warnings } = read(path.endsWith(".html") ? text : JSON.parse(text), { own });
		expect(profiles.length).toBeGreaterThan(0);
		expect(warnings.map(({ path }) => path)).toEqual(expectedWarnings[path] ?? []);
		expect(profiles.flatMap((profile) => readProfile(profile).warnings)).toEqual([]);
		expect(profiles.filter(({ handle }) => handle === "BrightwaterHelp")).toEqual([]);
	});
});
