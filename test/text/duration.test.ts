import { expect, it } from "vitest";
import { durationText } from "../../src/text/duration.js";
import { DAY, HOUR, MINUTE } from "../../src/text/time.js";

it.each([
	[0, "less than a minute"],
	[59_999, "less than a minute"],
	[MINUTE, "1 minute"],
	[2 * HOUR + 5 * MINUTE, "2 hours and 5 minutes"],
	[DAY, "1 day"],
	[2 * DAY + 3 * HOUR + 59 * MINUTE, "2 days and 3 hours"],
	[400 * DAY + 5 * MINUTE, "400 days"],
])("%i ms is %s", (ms, text) => expect(durationText(ms)).toBe(text));
