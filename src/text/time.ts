/** A point in time as its source wrote it. */
export interface Moment {
	/** Its beginning, in ms since the epoch. */
	readonly ms: number;
	/** How long the stated moment lasts: a day for a bare date, a minute, a second or a millisecond. */
	readonly precisionMs: number;
}

export const MINUTE = 60_000;
export const HOUR: number = 60 * MINUTE;
export const DAY: number = 24 * HOUR;

const pattern =
	/^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?([Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/;

function offsetMinutes(zone: string | undefined): number | undefined {
	// Salesforce and Meta write +0000 without the colon; WordPress and Disqus leave the zone out, which is read as UTC.
	if (zone === undefined || zone === "Z" || zone === "z") return 0;
	const hours = Number(zone.slice(1, 3));
	const minutes = Number(zone.slice(3).replace(":", ""));
	if (hours > 14 || minutes > 59) return undefined;
	return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * Reads an ISO 8601 date or date-time. Without a zone it is UTC. Days that do not exist, such as 2026-02-30 (which
 * `Date` rolls over to 2 March), years outside 1900 to 2200 and anything else are `undefined`.
 */
export function parseTime(text: string): Moment | undefined {
	if (text.length > 64) return undefined;
	const match = pattern.exec(text.trim());
	if (match === null) return undefined;
	const [, year, month, day, hour, minute, second, fraction, zone] = match;
	const [y, mo, d] = [Number(year), Number(month), Number(day)];
	if (y < 1900 || y > 2200) return undefined;
	const midnight = Date.UTC(y, mo - 1, d);
	const date = new Date(midnight);
	if (date.getUTCMonth() !== mo - 1 || date.getUTCDate() !== d) return undefined;
	if (hour === undefined) return { ms: midnight, precisionMs: DAY };
	const offset = offsetMinutes(zone);
	if (offset === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
	const millis = fraction === undefined ? 0 : Number(fraction.padEnd(3, "0").slice(0, 3));
	const ms = midnight + Number(hour) * HOUR + (Number(minute) - offset) * MINUTE + Number(second ?? 0) * 1000 + millis;
	return { ms, precisionMs: second === undefined ? MINUTE : fraction === undefined ? 1000 : 1 };
}

/** Days and months of mail headers and telephone systems: "Mon, 14 Sep 2026 16:12:03 +0000". */
const rfc2822 =
	/^(?:[A-Za-z]{3},\s*)?(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})\s+(\d{2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|GMT|UTC|Z)?(?:\s*\([^)]*\))?$/;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A moment as any system writes it, as an ISO 8601 date-time in UTC ("2026-09-14T16:12:03.000Z"), or as a date where the
 * time of day is not given. Texts: ISO 8601, with or without zone (then UTC); mail headers (RFC 2822); digits, which
 * count from the epoch as numbers do. `undefined` when it is none of these.
 * @param unit what numbers count; from 10^11 on they are milliseconds in any case
 */
export function isoTime(value: string | number, unit: "s" | "ms" = "s"): string | undefined {
	if (typeof value === "string") {
		const text = value.trim();
		if (text.length > 64) return undefined;
		if (/^-?\d{9,16}(?:\.\d{1,9})?$/.test(text)) return isoTime(Number(text), unit);
		const header = rfc2822.exec(text);
		if (header === null) return written(parseTime(text));
		const [, day, month, year, hour, minute, second = "00", zone = "Z"] = header;
		const number = String(months.indexOf((month as string).toLowerCase()) + 1).padStart(2, "0");
		const date = `${year}-${number}-${(day as string).padStart(2, "0")}`;
		return written(parseTime(`${date}T${hour}:${minute}:${second}${/[A-Z]/.test(zone) ? "Z" : zone}`));
	}
	const ms = unit === "ms" || Math.abs(value) >= 1e11 ? value : value * 1000;
	return Math.abs(ms) <= LAST ? written({ ms, precisionMs: 1 }) : undefined;
}

/** The end of the year 2200. */
const LAST = Date.UTC(2201, 0, 1) - 1;

function written(moment: Moment | undefined): string | undefined {
	if (moment === undefined) return undefined;
	const text = new Date(moment.ms).toISOString();
	return moment.precisionMs === DAY ? text.slice(0, 10) : text;
}
