import { describe, expect, it } from "vitest";
import { contactRates } from "../../src/text/contact-rate.js";
import { logPlace, readRecordEvents } from "../../src/text/event.js";
import { DAY, HOUR } from "../../src/text/time.js";
import { recordOf } from "../samples.js";

const nine = Date.UTC(2026, 10, 20, 9);
const place = (ms: number, unit: typeof HOUR | typeof DAY = HOUR): string =>
	logPlace("call", unit, Math.floor(ms / unit));

/** The rate of calls between two moments, where so many of 1,000 records have one at each place of the log. */
function rate(from: number, to: number, counts: Record<string, number>, calls = [nine], contactsPerDay = 0): number {
	const record = readRecordEvents(
		recordOf({ interactions: calls.map((ms) => ({ channel: "call", at: new Date(ms).toISOString() })) }),
	);
	const event = record?.events.find(({ at }) => at?.ms === nine);
	if (record === undefined || event === undefined) throw new Error("nothing read");
	const log = { recordCount: 1000, contactsPerDay, count: (at: string) => counts[at] ?? 0 };
	return contactRates(record, log)(event, from, to);
}

describe("contactRates", () => {
	it.each<[string, number, number]>([
		["nobody else calls: once in a thousand", rate(nine, nine + HOUR, { [place(nine)]: 1 }), 0.001],
		["ten call in that hour", rate(nine, nine + HOUR, { [place(nine)]: 10 }), 0.01],
		["half of the hour counts half", rate(nine, nine + HOUR / 2, { [place(nine)]: 21 }), 0.011],
		["the hours before and after do not count", rate(nine, nine + HOUR, { [place(nine - HOUR)]: 500 }), 0.001],
		["calls of which only the day is known are spread", rate(nine, nine + HOUR, { [place(nine, DAY)]: 240 }), 0.011],
		["the firm has more calls than the records", rate(nine, nine + HOUR, {}, [nine], 2400), 0.1],
		[
			"this record calls every day",
			rate(
				nine,
				nine + DAY,
				{},
				Array.from({ length: 15 }, (_, day) => nine - day * DAY),
			),
			14 / 30,
		],
	])("%s", (_, seen, expected) => expect(seen).toBeCloseTo(expected, 6));
});
