import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, isoTime, MINUTE, parseTime } from "../../src/text/time.js";

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

describe("isoTime", () => {
	it.each<[string, string | number, string]>([
		["ISO with an offset", "2026-03-02T10:20:30+02:00", "2026-03-02T08:20:30.000Z"],
		[
			"an offset without a colon, as Salesforce and Meta write it",
			"2026-03-02T10:20:30.000+0000",
			"2026-03-02T10:20:30.000Z",
		],
		["no zone: UTC", "2026-03-02 10:20:30", "2026-03-02T10:20:30.000Z"],
		["a bare date stays one", "2026-03-02", "2026-03-02"],
		["a mail header", "Mon, 14 Sep 2026 16:12:03 +0200", "2026-09-14T14:12:03.000Z"],
		["a mail header with the zone's name", "14 Sep 2026 16:12:03 -0700 (PDT)", "2026-09-14T23:12:03.000Z"],
		["a telephone system", "Mon, 14 Sep 2026 16:12:03 GMT", "2026-09-14T16:12:03.000Z"],
		["seconds since the epoch", 1789402323, "2026-09-14T16:12:03.000Z"],
		["seconds with a fraction, as Reddit writes them", 1789402323.5, "2026-09-14T16:12:03.500Z"],
		["milliseconds", 1789402323000, "2026-09-14T16:12:03.000Z"],
		["milliseconds as a text, as Gmail writes them", "1789402323000", "2026-09-14T16:12:03.000Z"],
	])("%s", (_, value, expected) => expect(isoTime(value)).toBe(expected));

	it.each<[string, string | number]>([
		["a word", "yesterday"],
		["nothing", ""],
		["a month that is none", "14 Foo 2026 16:12:03 +0000"],
		["a day that does not exist", "Tue, 31 Sep 2026 16:12:03 +0000"],
		["a far future", 1e15],
		["no number", Number.NaN],
	])("%s is none", (_, value) => expect(isoTime(value)).toBeUndefined());
});
