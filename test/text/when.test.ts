import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE, parseTime } from "../../src/text/time.js";
import { stretchesSaid } from "../../src/text/when.js";

/** A Friday. */
const written = parseTime("2026-11-20T15:00:00.000Z");
if (written === undefined) throw new Error("no time");
const at = written;

/** Whether a contact so long before the post may be what it speaks of. */
function covers(text: string, before: number): boolean {
	return stretchesSaid(text, at).some(({ from, to }) => at.ms - before >= from && at.ms - before <= to);
}

describe("stretchesSaid", () => {
	it.each<[text: string, inside: number, outside: number]>([
		["40 minutes on hold", 30 * MINUTE, 2 * DAY],
		["called your 800 line twice today", 5 * HOUR, 2 * DAY],
		["as I said on the phone this morning", 7 * HOUR, 30 * HOUR],
		["emailed you yesterday", 26 * HOUR, 3 * DAY],
		["called last night", 18 * HOUR, 2 * DAY],
		["Gestern angerufen", 26 * HOUR, 3 * DAY],
		["J'ai appelé hier", 26 * HOUR, 3 * DAY],
		["Hier in der Warteschleife", HOUR, 26 * HOUR],
		["Heute Morgen am Telefon", 7 * HOUR, 30 * HOUR],
		["Llamé ayer", 26 * HOUR, 3 * DAY],
		["Liguei ontem", 26 * HOUR, 3 * DAY],
		["Ho chiamato ieri", 26 * HOUR, 3 * DAY],
		["Gisteren gebeld", 26 * HOUR, 3 * DAY],
		["called on Tuesday", 3 * DAY, 5 * DAY],
		["am Dienstag angerufen", 3 * DAY, 30 * MINUTE],
		["called two hours ago", 2 * HOUR, 4 * HOUR],
		["vor drei Tagen angerufen", 3 * DAY, 5 * DAY],
		["llamé hace dos días", 2 * DAY, 4 * DAY],
		["j'ai appelé il y a deux jours", 2 * DAY, 4 * DAY],
	])("%s", (text, inside, outside) => {
		expect(covers(text, inside)).toBe(true);
		expect(covers(text, outside)).toBe(false);
	});

	it("gives none for what is long ago: too many contacts were since", () => {
		expect(stretchesSaid("opened a ticket weeks ago", at)).toEqual([]);
	});

	it("takes the last such day when that is today somewhere", () => {
		const [friday] = stretchesSaid("called on Friday", at);
		expect(friday?.to).toBeLessThanOrEqual(at.ms + HOUR);
		expect(friday?.from).toBeGreaterThan(at.ms - 2 * DAY);
	});

	it("never speaks of what is yet to come, and ends after it begins", () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom("called", "yesterday", "today", "two", "hours", "ago", "on", "Friday", "Saturday"), {
					maxLength: 8,
				}),
				fc.integer({ min: 0, max: 14 * 24 }),
				(list, hours) => {
					const moment = { ...at, ms: at.ms + hours * HOUR };
					for (const { from, to, m } of stretchesSaid(list.join(" "), moment)) {
						expect(to).toBeLessThanOrEqual(moment.ms + HOUR);
						expect(from).toBeLessThan(to);
						expect(m).toBeLessThan(1);
					}
				},
			),
		);
	});
});
