import { SameAsError } from "../errors.js";
import { DAY, HOUR, MINUTE, parseTime } from "../text/time.js";
import type { DossierEvent } from "./timeline.js";

/** Until when an answer is due: by default before the day is over on which the person wrote. */
export interface SundownRule {
	/** What the clock of the desk is ahead of UTC: "+02:00". Default "+00:00". */
	readonly utcOffset?: string;
	/** When the day of the desk ends: "18:00". What comes later belongs to the next day. Default "24:00". */
	readonly dayEnds?: string;
	/** Days of the week on which the desk works, 1 (Monday) to 7. Default all. */
	readonly workingDays?: readonly number[];
	/** Working days more than the day itself. Default 0. */
	readonly days?: number;
}

export interface Due {
	/** ISO 8601 date-time with the offset of the desk. */
	readonly at: string;
	/** When the message came that waits: the last one that nobody has answered. */
	readonly since: string;
	/** By what rule, in a sentence. */
	readonly because: string;
}

const clock = /^([01]\d|2[0-4]):([0-5]\d)$/;
const zone = /^([+-])(0\d|1[0-4]):?([0-5]\d)$/;

function refuse(path: string, cure: string): never {
	throw new SameAsError("CONFIG", `\`sundown.${path}\` cannot be used: ${cure}.`, { path: `sundown.${path}` });
}

interface Desk {
	readonly offsetMs: number;
	readonly offset: string;
	readonly endMs: number;
	readonly working: ReadonlySet<number>;
	readonly days: number;
}

function deskOf({ utcOffset = "+00:00", dayEnds = "24:00", workingDays, days = 0 }: SundownRule): Desk {
	const [, sign, hours, minutes] = zone.exec(utcOffset === "Z" ? "+00:00" : utcOffset) ?? [];
	if (hours === undefined || minutes === undefined) refuse("utcOffset", 'write it as "+02:00"');
	const [, hour, minute] = clock.exec(dayEnds) ?? [];
	const endMs = Number(hour) * HOUR + Number(minute) * MINUTE;
	if (!(endMs > 0 && endMs <= DAY)) refuse("dayEnds", 'write it as "18:00", at most "24:00"');
	const working = new Set(workingDays ?? [1, 2, 3, 4, 5, 6, 7]);
	if (working.size === 0 || [...working].some((day) => !Number.isInteger(day) || day < 1 || day > 7)) {
		refuse("workingDays", "give days from 1 (Monday) to 7, at least one");
	}
	if (!Number.isInteger(days) || days < 0 || days > 366) refuse("days", "give a whole number from 0 to 366");
	const offsetMs = (sign === "-" ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
	return { offsetMs, offset: `${sign}${hours}:${minutes}`, endMs, working, days };
}

/** 1 is Monday; the first of January 1970 was a Thursday. */
const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** When the last message that nobody has answered is to be answered. Expects events newest first. */
export function dueOf(unanswered: readonly DossierEvent[], rule: SundownRule = {}): Due | undefined {
	const { offsetMs, offset, endMs, working, days } = deskOf(rule);
	const since = unanswered.find(({ at }) => at !== undefined)?.at;
	const moment = since === undefined ? undefined : parseTime(since);
	if (since === undefined || moment === undefined) return undefined;
	// A bare date is a day of the desk.
	const local = moment.precisionMs === DAY ? moment.ms : moment.ms + offsetMs;
	let day = Math.floor(local / DAY);
	if (moment.precisionMs < DAY && local - day * DAY > endMs) day += 1;
	while (!working.has(weekday(day))) day += 1;
	for (let left = days; left > 0; left -= 1) {
		do day += 1;
		while (!working.has(weekday(day)));
	}
	// Midnight would read as the next day.
	const end = day * DAY + (endMs === DAY ? DAY - 1000 : endMs);
	const unit = working.size === 7 ? "day" : "working day";
	const because =
		days === 0
			? `Before the end of the ${unit} on which the last unanswered message came.`
			: `${days} ${unit}${days === 1 ? "" : "s"} after the last unanswered message came.`;
	return { at: `${new Date(end).toISOString().slice(0, 19)}${offset}`, since, because };
}
