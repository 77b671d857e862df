import { DAY, HOUR, MINUTE } from "./time.js";

const units: readonly (readonly [word: string, ms: number])[] = [
	["day", DAY],
	["hour", HOUR],
	["minute", MINUTE],
];

/** A span of time in the two largest units that it fills: "2 days and 3 hours", "5 minutes", "less than a minute". */
export function durationText(ms: number): string {
	const first = units.findIndex(([, size]) => ms >= size);
	if (first < 0) return "less than a minute";
	let left = ms;
	const parts = units.slice(first, first + 2).flatMap(([word, size]) => {
		const count = Math.floor(left / size);
		left -= count * size;
		return count === 0 ? [] : `${count} ${word}${count === 1 ? "" : "s"}`;
	});
	return parts.join(" and ");
}
