import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "../src/text/csv.js";
import { htmlTokens } from "../src/text/html.js";
import { visible } from "../src/text/visible.js";
import { csvLines, jsonLine } from "../src/trust.js";
import { forbidden, rendered, withoutIsolates } from "./rendering.js";

/** Any code points, halves of pairs among them, and often those that act. */
const anyText = fc.string({
	unit: fc.oneof(
		{ weight: 3, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
		fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
		fc.constantFrom(..."\u0000\u001b\u0007\u009b\u202e\u2066\u2068\u2069\u200b\u200c\u200d\ufeff\u2028\r\n\t"),
		fc.constantFrom(..."=+-@|`*_[]()<>&\"'#\\{}~!,;:/ 1.", "ی", "א", "क", "👨", "\ufe0f", "\u{e0041}"),
	),
	maxLength: 30,
});

describe("whatever is written", () => {
	it("hides nothing and acts on nothing, wherever it is shown", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const { text: texts, markdown, html } = rendered(text);
				for (const written of [...Object.values(texts), ...Object.values(markdown), ...Object.values(html)]) {
					expect(withoutIsolates(written)).not.toMatch(forbidden);
				}
				for (const written of Object.values(markdown)) expect(written).not.toMatch(/<|:\/\/|(?<!\\)(?:\\\\)*\]\(/);
				for (const page of Object.values(html)) {
					for (const token of htmlTokens(page)) {
						if (typeof token !== "string")
							expect(token.name).toMatch(/^(?:h[12]|p|ul|li|blockquote|br|table|t[rhd]|bdi|strong)$/);
					}
				}
			}),
			{ numRuns: 150 },
		);
	});

	it("shows the same when it is shown again, and keeps no zero width between other letters than those it spells", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const shown = visible(text);
				expect(visible(shown)).toBe(shown);
				expect(shown).not.toMatch(/[a-z\d<>\s][\u200c\u200d]/i);
			}),
			{ numRuns: 5000 },
		);
	});

	it("comes back from CSV as it is shown", () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 5 }), (rows) => {
				// A row in which nothing stands is passed over when a table is read.
				const csv = csvLines([["a", "b", "c"], ...rows.map((row) => [...row, "x"])]);
				const shown = (text: string): string =>
					text
						.split(/\r\n|[\n\r]/)
						.map(visible)
						.join("\n");
				const expected = rows.map((row) => [...row.map(shown), "x"]);
				const read = readTable(csv).rows;
				expect(read).toHaveLength(rows.length);
				for (const [at, row] of read.entries()) {
					for (const [column, cell] of row.entries()) {
						expect([expected[at]?.[column], `'${expected[at]?.[column]}`]).toContain(cell);
						expect(cell.normalize("NFKC")).not.toMatch(/^\s*[=+@-]/);
					}
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it("comes back from a line of JSON as it was", () => {
		fc.assert(
			fc.property(fc.jsonValue({ stringUnit: "binary" }), anyText, (value, text) => {
				const line = jsonLine([value, text, { [text]: value }]);
				expect(line).not.toMatch(/\n/);
				expect(line).not.toMatch(forbidden);
				expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify([value, text, { [text]: value }])));
			}),
			{ numRuns: 1000 },
		);
	});
});
