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
