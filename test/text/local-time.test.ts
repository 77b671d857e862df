import { describe, expect, it } from "vitest";
import { dayComesFirst, type LocalTime, readLocalTime } from "../../src/text/local-time.js";

describe("readLocalTime", () => {
	it.each<[string, LocalTime, string]>([
		["2026-09-14 08:02", {}, "2026-09-14T08:02:00.000Z"],
		["2026-09-14 08:02", { utcOffset: "-07:00" }, "2026-09-14T15:02:00.000Z"],
		["2026-09-14T08:02:00Z", { utcOffset: "-07:00" }, "2026-09-14T08:02:00.000Z"],
		["09/15/2026 02:00 AM", { dayFirst: false }, "2026-09-15T02:00:00.000Z"],
		["9/15/2026 12:30:05 a.m.", { dayFirst: false }, "2026-09-15T00:30:05.000Z"],
		["15.9.2026, 14:30", { dayFirst: true, utcOffset: "+02:00" }, "2026-09-15T12:30:00.000Z"],
		["05/05/2026", {}, "2026-05-05"],
		["Mon, 14 Sep 2026 16:12:03 +0000", {}, "2026-09-14T16:12:03.000Z"],
	])("%s", (cell, options, at) => expect(readLocalTime(cell, options)).toEqual({ at }));

	it("does not guess what comes first", () => expect(readLocalTime("02/03/2021")).toEqual({ fault: "ambiguous" }));
	it.each(["13/13/2026", "soon"])("%s is no time", (cell) => {
		expect(readLocalTime(cell, { dayFirst: true })).toEqual({ fault: "none" });
	});
	it("an empty cell is nothing", () => expect(readLocalTime(" ")).toBeUndefined());
});

it.each<[string[], boolean | undefined]>([
	[["02/03/2021", "13/03/2021"], true],
	[["02/03/2021", "03/13/2021"], false],
	[["02.03.2021"], true],
	[["02/03/2021", "2026-01-01"], undefined],
	[["13/03/2021", "03/13/2021"], undefined],
])("of %j the day comes first: %s", (cells, first) => expect(dayComesFirst(cells)).toBe(first));
