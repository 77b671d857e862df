import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromCsv, fromJCard, fromVCard } from "../../src/crm.js";
import { readRecord } from "../../src/schema.js";

const MARK = "Zq7mark";
/** Pieces of which tables and cards are made, in any order, with a text that would be noticed in a warning. */
const pieces = fc.constantFrom(
	...['"', ",", ";", "\n", "\r\n", "\t", "=", ":", "\\", "sep=;\n", "BEGIN:VCARD\n", "END:VCARD\n", "\ufeff", "\ud800"],
	...["Id", "Email", "Phone", "Date", "From", "Do Not Call", "N:", "TEL;TYPE=cell:", "item1.", "5.0E+09", "02/03/2026"],
	...["ana@example.com", "617 555 0142", "@ana", MARK, `X-${MARK}:`, `${MARK}: `],
);
const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));

describe.each([
	["fromCsv", fromCsv],
	["fromVCard", fromVCard],
])("%s", (_, read) => {
	it("reads any text, shows nothing of it in a warning, and gives records that are accepted", () => {
		fc.assert(
			fc.property(text, (written) => {
				const { records, warnings } = read(written);
				expect(JSON.stringify(warnings)).not.toContain(MARK);
				for (const record of records) expect(readRecord(record, 0)).toHaveProperty("record");
			}),
			{ numRuns: 500 },
		);
	});

	it("reads several files like each of them", () => {
		const one = ["Id,Name\n1,Ana Costa", "BEGIN:VCARD\nFN:Ana Costa\nEND:VCARD"];
		const found = one.flatMap((file) => read(file).records);
		expect(read(one).records).toEqual(found);
		expect(found.length).toBeGreaterThan(0);
	});

	it("says what it expected where there is no text", () => {
		expect(read({ a: 1 }).warnings).toEqual([{ code: "SHAPE", path: "", reason: "Expected a text, found an object." }]);
		expect(read(null).warnings).toEqual([]);
	});
});

it("fromJCard reads anything without throwing, and shows nothing of it in a warning", () => {
	const deep = fc.letrec((tie) => ({
		value: fc.oneof(
			fc.constantFrom("vcard", "n", "fn", "tel", "socialprofile", MARK, null, 5, true),
			fc.array(tie("value"), { maxLength: 5 }),
			fc.dictionary(fc.constantFrom("type", "group", MARK), tie("value"), { maxKeys: 2 }),
		),
	})).value;
	fc.assert(
		fc.property(fc.array(fc.array(deep)), (properties) => {
			expect(JSON.stringify(fromJCard(["vcard", properties]).warnings)).not.toContain(MARK);
		}),
	);
});
