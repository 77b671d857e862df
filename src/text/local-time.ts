import { isoTime } from "./time.js";

/** How times without a zone, and dates that may be read two ways, are to be read. */
export interface LocalTime {
	/** What the clock was ahead of UTC: "+02:00", "-0700". Without it times are UTC. */
	readonly utcOffset?: string | undefined;
	/** Whether 02/03/2021 is the second of March. Without it such a date is not read. */
	readonly dayFirst?: boolean | undefined;
}

const written =
	/^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,?[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([ap])?\.?m?\.?)?$/i;
const zoneless = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?$/;

/**
 * Whether the day comes first in the dates of one column: as soon as one of them cannot be read the other way. `undefined`
 * when none tells, or when they contradict each other.
 */
export function dayComesFirst(cells: Iterable<string>): boolean | undefined {
	const told = new Set<boolean>();
	for (const cell of cells) {
		const [, first, mark, second] = written.exec(cell.trim()) ?? [];
		// Where dates are written with dots, the day comes first.
		if (mark === "." || Number(first) > 12) told.add(true);
		else if (Number(second) > 12) told.add(false);
	}
	return told.size === 1 ? [...told][0] : undefined;
}

/** A time in ISO 8601, why it is none, or nothing for an empty cell. */
export type LocalReading = { readonly at: string } | { readonly fault: "ambiguous" | "none" } | undefined;

/** Reads a date or a time as people and spreadsheets write it: "2026-09-14 08:02", "09/15/2026 02:00 AM". */
export function readLocalTime(cell: string, { utcOffset, dayFirst }: LocalTime = {}): LocalReading {
	const text = cell.trim();
	if (text === "") return undefined;
	const [, first, , second, year, hour, minute, seconds = "00", half] = written.exec(text) ?? [];
	let local = text;
	if (first !== undefined && second !== undefined) {
		if (dayFirst === undefined && first !== second) return { fault: "ambiguous" };
		const [day, month] = dayFirst === false ? [second, first] : [first, second];
		local = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
		if (hour !== undefined) {
			const noon = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
			local += `T${String(noon).padStart(2, "0")}:${minute}:${seconds}`;
		}
	}
	const at = isoTime(utcOffset !== undefined && zoneless.test(local) ? local + utcOffset : local);
	return at === undefined ? { fault: "none" } : { at };
}
