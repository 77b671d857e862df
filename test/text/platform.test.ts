import { describe, expect, it } from "vitest";
import {
	handleForm,
	handleKey,
	handleOfUrl,
	handleParts,
	networkHandle,
	platformName,
	provenDomain,
	sameHandle,
} from "../../src/text/platform.js";

describe("platformName", () => {
	it.each([
		["Twitter", "x"],
		["X", "x"],
		["twitter.com", "x"],
		["FB", "facebook"],
		["Insta", "instagram"],
		["ig", "instagram"],
		["yt", "youtube"],
		["YouTube", "youtube"],
		["bsky.app", "bluesky"],
		["Linked In", "linkedin"],
		["mastodon", "mastodon"],
		["homegrown-forum", "homegrown-forum"],
		["github.com.com", "github"],
		["www.www.twitter.com", "x"],
	])("%s is %s, also when it is read again", (name, expected) => {
		expect(platformName(name)).toBe(expected);
		expect(platformName(expected)).toBe(expected);
	});
});

describe("handles", () => {
	it.each([
		["@TDefren", "tdefren"],
		["  ＴＤefren ", "tdefren"],
		["José", "josé"],
		["TDеfren", "tdеfren"],
	])("%s is compared as %s", (written, form) => expect(handleForm(written)).toBe(form));

	it("of federated networks carry their server", () => {
		const apart = networkHandle({ platform: "mastodon", handle: "@todd@social.example" });
		const split = networkHandle({ platform: "Mastodon", handle: "todd", instance: "Social.Example" });
		expect(sameHandle(apart, split)).toBe(true);
		expect(handleKey(split)).toBe("mastodon:todd@social.example");
		expect(sameHandle(split, networkHandle({ platform: "mastodon", handle: "todd", instance: "other.example" }))).toBe(
			false,
		);
	});

	it("are read from addresses; a firm's page is nobody's handle", () => {
		expect(handleOfUrl("https://twitter.com/TDefren")).toMatchObject({
			platform: "x",
			handle: "tdefren",
			written: "TDefren",
		});
		expect(handleOfUrl("https://www.linkedin.com/company/acme")).toBeUndefined();
		expect(handleOfUrl("https://example.com/todd")).toBeUndefined();
	});

	it("that are not there are not the same", () => {
		expect(sameHandle(networkHandle({ platform: "x" }), networkHandle({ platform: "x" }))).toBe(false);
	});
});

describe("what stands in a handle field", () => {
	it.each([
		["@tdefren", "", { handle: "tdefren" }],
		["twitter:@tdefren", "", { platform: "x", handle: "tdefren" }],
		["@todd@social.example", "", { platform: "mastodon", handle: "todd", instance: "social.example" }],
		["todd@example.com", "", { handle: "todd@example.com" }],
		["todd.bsky.social", "", { platform: "bluesky", handle: "todd.bsky.social" }],
		["todd.bsky.social", "instagram", { handle: "todd.bsky.social" }],
		["https://www.linkedin.com/company/acme", "", { url: "https://www.linkedin.com/company/acme" }],
	])("%s on %j", (written, platform, expected) => {
		expect(handleParts(written, platform)).toEqual(expected);
	});
});

describe("a Bluesky handle proves", () => {
	it.each([
		["ana.example.com", "ana.example.com"],
		["Example.com", "example.com"],
		["ana.bsky.social", undefined],
		["ana.host.bsky.network", undefined],
		["ana.pds.example.net", undefined],
		["pds.example.net", "pds.example.net"],
		["handle.invalid", undefined],
		["ana", undefined],
		["https://ana.example.com/x", undefined],
	])("%s: %s", (handle, domain) => expect(provenDomain(handle)).toBe(domain));
});
