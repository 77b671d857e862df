import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findUrls, parseUrl, profileOfUrl, registrableDomain } from "../../src/text/url.js";

describe("one page, many spellings", () => {
	it.each([
		["https://www.example.com/", "example.com"],
		["HTTP://Example.COM", "example.com"],
		["//example.com/#top", "example.com"],
		["example.com:443/About/", "example.com/About"],
		["https://example.com/a//b/?utm_source=x&id=7&fbclid=y", "example.com/a/b?id=7"],
		["https://user:secret@example.com/", "example.com"],
		["https://MÜNCHEN.example", "münchen.example"],
		["https://example.com./", "example.com"],
	])("%s -> %s", (written, url) => {
		expect(parseUrl(written)?.url).toBe(url);
	});

	it.each([
		"",
		"todd",
		"todd@example.com",
		"mailto:todd@example.com",
		"javascript:alert(1)",
		"data:text/html,x",
		"http://127.0.0.1/",
		"http://[::1]/",
		"http://localhost",
		"https://",
		"http://exa mple.com",
		"http://a..b",
		"http://-a.com",
		"\u0000.com",
	])("%j is no page", (written) => {
		expect(parseUrl(written)).toBeUndefined();
	});
});

describe("who registered it", () => {
	it.each([
		["blog.example.com", "example.com"],
		["www2.shop.example.co.uk", "example.co.uk"],
		["mail.example.com.au", "example.com.au"],
		["todd.github.io", "todd.github.io"],
		["todd.blogspot.com", "todd.blogspot.com"],
		["todd.blogspot.co.uk", "todd.blogspot.co.uk"],
		["todd.wordpress.com", "todd.wordpress.com"],
		["wordpress.com", "wordpress.com"],
		["co.uk", "co.uk"],
		["about.me", "about.me"],
	])("%s: %s", (host, domain) => {
		expect(registrableDomain(host)).toBe(domain);
	});

	it("a page among many parties' pages is marked as shared", () => {
		expect(parseUrl("linktr.ee/todd")?.shared).toBe(true);
		expect(parseUrl("https://m.facebook.com/todd")?.shared).toBe(true);
		expect(parseUrl("todd.github.io")?.shared).toBe(false);
		expect(parseUrl("example.com/todd")?.shared).toBe(false);
	});
});

describe("profiles on networks", () => {
	it.each([
		["https://twitter.com/TDefren", "x", "TDefren"],
		["https://twitter.com/#!/TDefren", "x", "TDefren"],
		["mobile.twitter.com/TDefren?lang=en", "x", "TDefren"],
		["https://x.com/TDefren/status/1", "x", "TDefren"],
		["https://www.facebook.com/todd.defren", "facebook", "todd.defren"],
		["https://instagram.com/todd.defren/", "instagram", "todd.defren"],
		["https://de.linkedin.com/in/todd-defren/", "linkedin", "todd-defren"],
		["https://www.linkedin.com/company/example", "linkedin", "company/example"],
		["github.com/tdefren/repo", "github", "tdefren"],
		["https://tdefren.github.io/blog", "github", "tdefren"],
		["https://youtube.com/@tdefren/videos", "youtube", "tdefren"],
		["https://bsky.app/profile/todd.example.com", "bluesky", "todd.example.com"],
		["https://old.reddit.com/user/tdefren", "reddit", "tdefren"],
		["https://www.tiktok.com/@tdefren", "tiktok", "tdefren"],
		["https://www.threads.net/@tdefren", "threads", "tdefren"],
		["https://t.me/tdefren", "telegram", "tdefren"],
		["https://medium.com/@tdefren/a-story", "medium", "tdefren"],
	])("%s is %s %s", (url, platform, handle) => {
		expect(profileOfUrl(url)).toEqual({ platform, handle });
	});

	it.each([
		["https://example.social/@tdefren", "tdefren", "example.social"],
		["https://example.social/@tdefren@example.org", "tdefren", "example.org"],
	])("%s is a Mastodon profile", (url, handle, instance) => {
		expect(profileOfUrl(url)).toEqual({ platform: "mastodon", handle, instance });
	});

	it.each([
		"https://twitter.com/share?url=x",
		"https://twitter.com/intent/tweet",
		"https://x.com/home",
		"https://x.com/hashtag/crm",
		"https://x.com/i/flow/login",
		"https://facebook.com/sharer/sharer.php?u=x",
		"https://facebook.com/profile.php?id=1",
		"https://instagram.com/p/abc",
		"https://github.com/features",
		"https://youtube.com/watch?v=1",
		"https://youtube.com/channel/UCx",
		"https://bsky.app/profile/did:plc:abc",
		"https://reddit.com/r/crm",
		"https://t.me/joinchat/abc",
		"https://medium.com/tag/crm",
		"https://example.com/tdefren",
		"https://nottwitter.com/TDefren",
		"https://x.com",
		"mailto:todd@example.com",
	])("%s is not a profile", (url) => {
		expect(profileOfUrl(url)).toBeUndefined();
	});
});

describe("the addresses in a text", () => {
	it.each<[string, string[]]>([
		["Mine: https://ana.example.com, (http://b.example/x?y=1).", ["https://ana.example.com", "http://b.example/x?y=1"]],
		["https://a.example/x and again https://a.example/x", ["https://a.example/x"]],
		["no scheme: ana.example.com, no host: https://, no page: ftp://a.example", []],
		["<https://a.example>「https://b.example」。", ["https://a.example", "https://b.example"]],
		["https://a.example!!!", ["https://a.example"]],
	])("%s", (text, urls) => expect(findUrls(text)).toEqual(urls));

	it("are sixteen at most, from whatever length of text", () => {
		expect(findUrls(Array.from({ length: 100 }, (_, index) => `https://a.example/${index}`).join(" "))).toHaveLength(
			16,
		);
		expect(findUrls(`https://a.example/${"!".repeat(1e6)}`).length).toBeLessThan(2);
	});
});

describe("any text at all", () => {
	it("is read or refused, and what is read is its own normal form", () => {
		const text = fc.oneof(
			fc.webUrl({ withQueryParameters: true, withFragments: true }),
			fc.string({ unit: "binary", maxLength: 200 }),
			fc.string({
				unit: fc.constantFrom("http://", "www.", "a", ".", "/", "@", "?", "#", ":", "com", "\ud800", "é"),
				maxLength: 40,
			}),
		);
		fc.assert(
			fc.property(text, (written) => {
				profileOfUrl(written);
				const address = parseUrl(written);
				if (address) expect(parseUrl(`https://${address.url}`)?.url).toBe(address.url);
			}),
			{ numRuns: 2000 },
		);
	});

	it.each([
		["dots", "a.".repeat(5e5)],
		["slashes", "/".repeat(1e6)],
		["at signs", "@".repeat(1e6)],
		["colons", "a:".repeat(5e5)],
	])("finishes on a million %s", (_, text) => {
		expect(profileOfUrl(text)).toBeUndefined();
	});
});
