import { expect, it } from "vitest";
import { sinkFor } from "../../src/text/sink.js";

const { text: markdownText, write } = sinkFor("markdown");

// biome-ignore format: one case a line
it.each([
	["plain words stay", "todd@example.com, +1 617 555 0142", "todd@example.com, +1 617 555 0142"],
	["HTML is text", "<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
	["a link is text", "[click](javascript:alert(1))", "\\[click\\](javascript:alert(1))"],
	["an address is no link", "https://evil.example www.evil.example", "https:\\//evil.example www\\.evil.example"],
	["emphasis and code stay marks", "*a* _b_ `c` ~d~ |e|", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\|e\\|"],
	["an escape cannot undo ours", "\\<b>", "\\\\&lt;b&gt;"],
	["what reorders shows", "a\u202eb", "a\\\\u{202e}b"],
	["a new line makes no new line", "a\n# b", "a\\\\u{a}# b"],
])("%s", (_, text, expected) => expect(markdownText(text)).toBe(expected));

it("quotes each line, and makes no heading, list or rule of it", () => {
	const quote = "# one\n1. two\r\n- three\n---\n\n> four";
	expect(write([{ kind: "list", items: [{ text: "1. said", quote }] }]).split("\n")).toEqual([
		"- 1\\. said",
		"  > \\# one",
		"  > 1\\. two",
		"  > \\- three",
		"  > \\---",
		"  >",
		"  > &gt; four",
	]);
});
