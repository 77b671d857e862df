import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, MINUTE, parseTime } from "../../src/text/time.js";

describe("parseTime", () => {
	it.each<[string, string, number]>([
		["2026-03-02", "2026-03-02T00:00:00.000Z", DAY],
		["2026-03-02T10:20Z", "2026-03-02T10:20:00.000Z", MINUTE],
		["2026-03-02T10:20:30Z", "2026-03-02T10:20:30.000Z", 1000],
		["2026-03-02T10:20:30.5Z", "2026-03-02T10:20:30.500Z", 1],
		["2026-03-02T10:20:30.123456Z", "2026-03-02T10:20:30.123Z", 1],
		["2026-03-02T10:20:30+02:00", "2026-03-02T08:20:30.000Z", 1000],
		["2026-03-02T10:20:30.000+0000", "2026-03-02T10:20:30.000Z", 1],
		["2026-03-02T10:20:30-0530", "2026-03-02T15:50:30.000Z", 1000],
		["2026-03-02 10:20:30", "2026-03-02T10:20:30.000Z", 1000],
		["2024-02-29", "2024-02-29T00:00:00.000Z", DAY],
	])("%s is %s", (text, iso, precisionMs) => {
		expect(parseTime(text)).toEqual({ ms: Date.parse(iso), precisionMs });
	});

	it.each([
		["a day that does not exist", "2026-02-30"],
		["no leap year", "2026-02-29"],
		["month 13", "2026-13-01"],
		["hour 24", "2026-03-02T24:00:00Z"],
		["an offset of 20 hours", "2026-03-02T10:00:00+20:00"],
		["a far future year", "275761-01-01"],
		["a year before the telephone networks", "1066-10-14"],
		["epoch seconds", "1790000000"],
		["a date in local order", "02/03/2026"],
		["words", "yesterday"],
		["nothing", ""],
	])("%s is not a time: %s", (_, text) => expect(parseTime(text)).toBeUndefined());

	it("reads every ISO date-time that JavaScript writes", () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date("1900-01-01"), max: new Date("2200-12-31"), noInvalidDate: true }),
				(date) => {
					expect(parseTime(date.toISOString())?.ms).toBe(date.getTime());
				},
			),
		);
	});

	it("never throws", () => {
		fc.assert(fc.property(fc.string(), (text) => void parseTime(text)));
	});
});
