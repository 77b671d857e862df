import { describe, expect, it } from "vitest";
import { SameAsError } from "../src/errors.js";
import { readTable } from "../src/text/csv.js";
import { htmlText, htmlTokens } from "../src/text/html.js";
import { visible } from "../src/text/visible.js";
import { csvLines, jsonLine } from "../src/trust.js";
import { hostile } from "./hostile.js";
import { forbidden, rendered, withoutIsolates } from "./rendering.js";

/** What a reader of our HTML sees of a text: blanks are one. */
const seen = (text: string): string => visible(text).replace(/\s+/g, " ").trim();
const tags = "h1 h2 p ul li blockquote br table tr th td bdi strong".split(" ");

describe.each(hostile)("%s", (_, text) => {
	const out = rendered(text);
	const outputs = [...Object.entries(out.text), ...Object.entries(out.markdown), ...Object.entries(out.html)];

	it.each(outputs)("shows nothing hidden in %s, and nothing that acts on a terminal", (_name, written) => {
		expect(withoutIsolates(written)).not.toMatch(forbidden);
	});

	it.each(Object.entries(out.text))("makes no new lines in %s", (name, written) => {
		const plain = rendered("plain").text[name] ?? "";
		const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).length;
		// Only quotations have lines of their own.
		const own = written.split("\n").filter((line) => !/^ {2}> ?/.test(line));
		const expected = plain.split("\n").filter((line) => !/^ {2}> ?/.test(line));
		if (name === "oracle") expect(own.length).toBeLessThanOrEqual(expected.length + 4 * lines);
		else expect(own).toHaveLength(expected.length);
	});

	it.each(Object.entries(out.html))("is text in the HTML of %s", (name, html) => {
		const tokens = [...htmlTokens(html)];
		const unknown = tokens.filter((token) => typeof token !== "string" && !tags.includes(token.name));
		expect(unknown).toEqual([]);
		const attributes = tokens.flatMap((token) => (typeof token === "string" ? [] : [...token.attributes]));
		expect(attributes.filter(([key, value]) => key !== "scope" || !/^(?:row|col)$/.test(value))).toEqual([]);
		const open: string[] = [];
		for (const token of tokens) {
			if (typeof token === "string" || token.name === "br") continue;
			if (token.closing) expect(open.pop()).toBe(token.name);
			else open.push(token.name);
		}
		expect(open).toEqual([]);
		expect(html).not.toMatch(/<script|<img|<!--|<!\[|<\?/i);
		if (name === "explain with values" || name === "dossierText") expect(htmlText(html)).toContain(seen(text));
	});

	it.each(Object.entries(out.markdown))("is text in the Markdown of %s", (_name, markdown) => {
		const written = withoutIsolates(markdown);
		// No HTML, no link or image, no address that becomes one, no mark that is not escaped.
		expect(written).not.toMatch(/<|:\/\/|(?<!\\)(?:\\\\)*[[\]`~_]/);
		const structure =
			/^(?:#{1,2} (?:@|Why|Who|Contact|In touch|Open|Resolved|Not|Timeline|Hand-off|What|Notes|Record)|- |\||$)/;
		for (const line of written.split("\n")) {
			// A block begins where we begin one.
			if (/^\s*(?:#|[-+*] |>|={2,}|-{2,}|\d+[.)] |\t| {4})/.test(line)) {
				expect(line).toMatch(/^ {2}>/.test(line) ? /^ {2}>(?:$| (?![#>+=-]|\d+[.)]))/ : structure);
			}
			if (line.startsWith("- ")) expect(line).not.toMatch(/^- (?:[#>+=-]|\d+[.)])/);
			if (line.startsWith("|")) expect(line.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(4);
		}
	});

	it("is the same, but for the mark of a text, when the CSV is read", () => {
		const { header, rows, unclosed } = readTable(out.csv);
		expect(header).toEqual(["value", "count"]);
		expect(unclosed).toBe(false);
		const [[cell = "", count]] = rows as [[string, string]];
		const shown = text
			.split(/\r\n|[\n\r]/)
			.map(visible)
			.join("\n");
		expect(cell.replace(/^'/, "")).toBe(shown);
		expect(count).toBe("1");
		expect(cell.normalize("NFKC")).not.toMatch(/^\s*[=+@-]/);
		expect(out.csv.replaceAll("\r\n", "\n")).not.toMatch(forbidden);
	});

	it("is the same when the line of JSON is read, which is one line of printable characters", () => {
		expect(out.json).not.toMatch(/\n/);
		expect(out.json).not.toMatch(forbidden);
		expect(JSON.parse(out.json)).toStrictEqual({ [text]: [text] });
	});
});

describe("what is shown", () => {
	// biome-ignore format: one case a line
	it.each([
		["Persian keeps its joiner", "علی\u200cرضا", "علی\u200cرضا"],
		["a joiner at the end of an Arabic abbreviation stays", "ه\u200d.ق", "ه\u200d.ق"],
		["Hindi and Malayalam keep theirs", "क्\u200dष न്\u200d", "क्\u200dष न്\u200d"],
		["emoji stay joined and coloured", "👨‍👩‍👧 🏳️‍🌈 ❤️ 1️⃣ 👩🏽‍🚀", "👨‍👩‍👧 🏳️‍🌈 ❤️ 1️⃣ 👩🏽‍🚀"],
		["no width between Latin letters shows", "a\u200cb\u200dc\u200bd", "a\\u{200c}b\\u{200d}c\\u{200b}d"],
		["a second joiner shows", "ی\u200c\u200cر", "ی\u200c\\u{200c}ر"],
		["a joiner before a Persian letter alone shows", "a\u200cر", "a\\u{200c}ر"],
		["an emoji joined to a letter shows it", "👨\u200da", "👨\\u{200d}a"],
		["a variation selector after a letter shows", "a\ufe0f", "a\\u{fe0f}"],
		["selectors that carry bytes after an emoji show", "😀\u{e0155}\u{e0147}", "😀\\u{e0155}\\u{e0147}"],
		["letters without ink show", "\u3164\u115f\uffa0\u2800\u180e", "\\u{3164}\\u{115f}\\u{ffa0}\\u{2800}\\u{180e}"],
		["hyphens that hide and words that join show", "a\u00adb\u2060c\ufeffd", "a\\u{ad}b\\u{2060}c\\u{feff}d"],
		["controls show", "\u001b[31m\u009b\u0000\r\n\u0085", "\\u{1b}[31m\\u{9b}\\u{0}\\u{d}\\u{a}\\u{85}"],
		["halves of characters show", "a\ud83d", "a\\u{d83d}"],
		["accents, blanks and other scripts stay", "José 王伟 Ольга\u00a0김", "José 王伟 Ольга\u00a0김"],
	])("%s", (_, text, shown) => expect(visible(text)).toBe(shown));

	it("is isolated only where it is written from right to left", () => {
		const { text, html } = rendered("דוד");
		expect(text["explain"]).toContain("@\u2068דוד\u2069 is very probably record \u2068דוד\u2069 (");
		expect(html["explain"]).toContain("@<bdi>דוד</bdi> is very probably record <bdi>דוד</bdi> (");
		expect(rendered("José 王伟").text["dossierText"]).not.toMatch(/[\u2066-\u2069]/);
	});

	it("hides an id that is an address or a number, unless values are asked for", () => {
		const { text } = rendered("crm:ana@example.com");
		expect(text["explain"]).toContain("record crm:a***@… (");
		expect(text["explain with values"]).toContain("record crm:ana@example.com (");
	});
});

describe("CSV", () => {
	it("has a row a line, numbers and truth values as they are, and nothing for nothing", () => {
		const rows = [
			["id", "bits", "linked", "note"],
			["C-1", -12.5, true, null],
			['say "hi"', Number.NaN, false, undefined],
		];
		expect(csvLines(rows)).toBe('"id","bits","linked","note"\r\n"C-1",-12.5,true,\r\n"say ""hi""",,false,\r\n');
		expect(csvLines([])).toBe("");
	});

	it.each(["+1 617 555 0142", "@todd", "-", "=1", " =1", "＝1", "⁺1", "﹢1", "\u00a0＠x", "\t1", "\r1", "\u00001"])(
		"keeps a spreadsheet from calculating %j",
		(cell) => expect(csvLines([[cell]])).toMatch(/^"'/),
	);

	it.each(["1 + 1", "todd@example.com", "a=b", "'tis", "2026-11-23"])("leaves %j alone", (cell) => {
		expect(csvLines([[cell]])).toBe(`"${cell}"\r\n`);
	});
});

describe("a line of JSON", () => {
	it("refuses what cannot be written, without saying what it holds", () => {
		const circle: Record<string, unknown> = { name: "Todd Defren" };
		circle["self"] = circle;
		const throwing = {
			toJSON: () => {
				throw new Error("todd@example.com");
			},
		};
		for (const value of [circle, 10n, throwing]) {
			expect(() => jsonLine(value)).toThrow(SameAsError);
			expect(() => jsonLine(value)).toThrow(/^The value cannot be written as JSON: it holds itself, a bigint/);
		}
	});

	it("has null for what JSON has no word for", () => {
		expect([undefined, () => 1, Number.NaN].map(jsonLine)).toEqual(["null", "null", "null"]);
	});
});
