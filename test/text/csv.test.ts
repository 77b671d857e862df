import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainCell, readTable } from "../../src/text/csv.js";

describe("readTable", () => {
	it.each([
		["commas", 'Id,Name,Note\n1,"Costa, Ana","a ""b"" c"\n'],
		["semicolons", 'Id;Name;Note\r\n1;Costa, Ana;"a ""b"" c"\r\n'],
		["tabs", 'Id\tName\tNote\r1\tCosta, Ana\t"a ""b"" c"'],
		["a byte order mark", '\ufeffId,Name,Note\n1,"Costa, Ana","a ""b"" c"'],
		["Excel's first line", 'sep=;\r\nId;Name;Note\r\n1;Costa, Ana;"a ""b"" c"'],
		["empty rows", 'Id,Name,Note\n\n,,\n1,"Costa, Ana","a ""b"" c"\n\n'],
	])("reads a table with %s", (_, text) => {
		expect(readTable(text)).toMatchObject({ header: ["Id", "Name", "Note"], rows: [["1", "Costa, Ana", 'a "b" c']] });
	});

	it("keeps line ends inside quotation marks", () => {
		expect(readTable('Id,Note\n1,"one\ntwo"\n2,x').rows).toEqual([
			["1", "one\ntwo"],
			["2", "x"],
		]);
	});

	it("does not count separators inside quotation marks", () => {
		expect(readTable('"a,b,c";d\n1;2').header).toEqual(["a,b,c", "d"]);
	});

	it("says when a quotation mark is never closed", () => {
		expect(readTable('Id,Note\n1,"one\n2,two').unclosed).toBe(true);
		expect(readTable('Id,Note\n1,5" pipe').unclosed).toBe(false);
	});

	it("gives back every table that is written with quotation marks", () => {
		const cell = fc.string().map((text) => `x${text}`);
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
				const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")).join("\r\n");
				expect(readTable(`"a","b"\r\n${text}`).rows).toEqual(rows);
			}),
		);
	});
});

it.each([
	["'+1 617 555 0142", "+1 617 555 0142"],
	['="00142"', "00142"],
	["'t Hooft", "'t Hooft"],
	[" x ", "x"],
])("a cell %s says %s", (cell, plain) => expect(plainCell(cell)).toBe(plain));

it.each(["+1 617 555 0142", "=1+1", "-5", "@todd", "＝1", " =1", "(617)"])(
	"a cell reads the same with the mark that keeps a spreadsheet from calculating: %j",
	(cell) => expect(plainCell(`'${cell}`)).toBe(cell.trim()),
);

it.each(["'tis", "'", "O'Brien"])("an apostrophe that is none stays: %j", (cell) => expect(plainCell(cell)).toBe(cell));
