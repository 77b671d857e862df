import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlLinks, htmlText, htmlTokens } from "../../src/text/html.js";

describe("the text of a page", () => {
	it.each([
		["paragraphs and breaks are lines", "<p>One</p><p>Two<br>Three<br />Four</p>\n", "One\nTwo\nThree\nFour"],
		["entities are resolved", "Caf&eacute; &amp; t&#233; &#x1F4A7; I&#8217;m", "Café & té 💧 I’m"],
		["once only", "&amp;lt;b&amp;gt;", "&lt;b&gt;"],
		["unknown ones stay", "AT&T; R&D &nosuch;", "AT&T; R&D &nosuch;"],
		["one that is no character is shown as such", "a&#0;b&#xD800;c", "a\ufffdb\ufffdc"],
		["styles, scripts and comments are not read", "<style>p{}</style><!-- no -->Yes<script>1<2</script>!", "Yes!"],
		["a script without an end goes on to the end", "Yes<script>no", "Yes"],
		["less-than signs are text", "3 < 4 and 5 > 2, I <3 it", "3 < 4 and 5 > 2, I <3 it"],
		["so is a tag without an end", "see <b and then", "see <b and then"],
		["and one whose quote is never closed", 'see <a href="x>here</a>', 'see <a href="x>here</a>'],
		["a link is its text", '<a href="https://example.com/?a=1&amp;b=2" title="a > b">here</a>', "here"],
		["blanks run together", "Plain\n   text", "Plain text"],
		["plain text stays", "No markup, 100 % & more", "No markup, 100 % & more"],
	])("%s", (_, html, text) => expect(htmlText(html)).toBe(text));
});

describe("the links of a page", () => {
	it("come with their rel and class words, quotes or none", () => {
		const html = `<LINK rel="me" href="https://a.example"><a class='u-url mention' rel="Me  noopener" href=https://b.example/x>b</a>
			<a href="?a=1&amp;b=2">c</a><a name="d">d</a>`;
		expect(htmlLinks(html)).toEqual([
			{ href: "https://a.example", rel: ["me"], classes: [] },
			{ href: "https://b.example/x", rel: ["me", "noopener"], classes: ["u-url", "mention"] },
			{ href: "?a=1&b=2", rel: [], classes: [] },
		]);
	});
});

describe("text from strangers", () => {
	it("of any kind is read, and gives no tag again", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom("<", ">", "a", "/", '"', "'", "=", "!", "-", " ", "&", ";") }),
				(html) => {
					for (const token of htmlTokens(html)) expect(token === "").toBe(false);
					htmlText(html);
				},
			),
		);
	});

	// Each of them takes quadratic time when it is looked at again from every sign: minutes, not a test's time-out.
	it.each([
		["tags without an end", "<a ".repeat(130_000)],
		["quotes that hide every end", '<a b=">" '.repeat(44_000)],
		["quotes without an end", "<a b=\"<a b='".repeat(33_000)],
		["comments without an end", "<!--".repeat(100_000)],
		["scripts without an end", "<script>".repeat(50_000)],
		["blanks", `${" ".repeat(200_000)}<b>${" &nbsp;".repeat(20_000)}`],
		["signs of characters", "&#".repeat(200_000)],
		["long names", `<${"a".repeat(200_000)}<${"b".repeat(190_000)}`],
	])("is read in linear time: %s", (_, html) => {
		expect(htmlText(html).length).toBeLessThanOrEqual(400_000);
		expect(htmlLinks(html).length).toBeLessThanOrEqual(1000);
	});
});
