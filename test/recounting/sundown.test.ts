import { describe, expect, it } from "vitest";
import { dueOf, type SundownRule } from "../../src/recounting/sundown.js";
import type { DossierEvent } from "../../src/recounting/timeline.js";

const said = (at?: string): DossierEvent => ({
	ids: [],
	channel: "post",
	by: "person",
	...(at === undefined ? {} : { at }),
	references: [],
	sources: [],
	records: [],
	profile: true,
});
const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];

describe("an answer is due", () => {
	// biome-ignore format: one case a line
	it.each<[why: string, at: string, rule: SundownRule, due: string]>([
		["before the day is over", "2026-11-20T09:12:00Z", {}, "2026-11-20T23:59:59+00:00"],
		["before the day of the desk is over", "2026-11-20T23:30:00Z", { utcOffset: "+02:00" }, "2026-11-21T23:59:59+02:00"],
		["also west of it", "2026-11-20T02:00:00Z", { utcOffset: "-05:00" }, "2026-11-19T23:59:59-05:00"],
		["when the desk closes", "2026-11-20T09:12:00Z", { dayEnds: "18:00" }, "2026-11-20T18:00:00+00:00"],
		["the next day for what came later", "2026-11-20T18:01:00Z", { dayEnds: "18:00" }, "2026-11-21T18:00:00+00:00"],
		["on Monday for what came on a Saturday", "2026-11-21T09:00:00Z", { workingDays: MONDAY_TO_FRIDAY }, "2026-11-23T23:59:59+00:00"],
		["on Monday for what came late on Friday", "2026-11-20T18:01:00Z", { workingDays: MONDAY_TO_FRIDAY, dayEnds: "18:00" }, "2026-11-23T18:00:00+00:00"],
		["so many working days later", "2026-11-20T09:12:00Z", { workingDays: MONDAY_TO_FRIDAY, days: 1 }, "2026-11-23T23:59:59+00:00"],
		["on the day itself where only that is told", "2026-11-20", { utcOffset: "-0500" }, "2026-11-20T23:59:59-05:00"],
	])("%s", (_, at, rule, due) => {
		expect(dueOf([said(at)], rule)).toMatchObject({ at: due, since: at });
	});

	it("counted from the last message that waits; one without a date does not count", () => {
		expect(dueOf([said("2026-11-21"), said("2026-11-20"), said()])?.since).toBe("2026-11-21");
		expect(dueOf([said()])).toBeUndefined();
		expect(dueOf([])).toBeUndefined();
	});

	it("by a rule that says itself", () => {
		const because = (rule: SundownRule) => dueOf([said("2026-11-20")], rule)?.because;
		expect(because({})).toBe("Before the end of the day on which the last unanswered message came.");
		expect(because({ days: 2, workingDays: MONDAY_TO_FRIDAY })).toBe(
			"2 working days after the last unanswered message came.",
		);
	});

	it.each<[path: string, rule: SundownRule]>([
		["utcOffset", { utcOffset: "CET" }],
		["utcOffset", { utcOffset: "+15:00" }],
		["dayEnds", { dayEnds: "24:30" }],
		["dayEnds", { dayEnds: "6pm" }],
		["workingDays", { workingDays: [] }],
		["workingDays", { workingDays: [0] }],
		["days", { days: 0.5 }],
	])("and not by a wrong rule: %s %j", (path, rule) => {
		expect(() => dueOf([], rule)).toThrow(expect.objectContaining({ code: "CONFIG", path: `sundown.${path}` }));
	});
});
