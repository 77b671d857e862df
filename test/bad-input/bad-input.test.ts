/**
 * The bad-input corpus: what strangers, spreadsheets and attackers send, and what becomes of it. Each of sixty numbered
 * inputs has a defined result within 50 ms, by whichever door it comes. Beside them stand inputs without a number.
 */
import { describe, expect, it } from "vitest";
import type { Entry } from "./doors.js";
import { identifiers } from "./identifiers.js";
import { injection } from "./injection.js";
import { structure } from "./structure.js";
import { unicode } from "./unicode.js";
import { values } from "./values.js";

const families: Readonly<Record<string, readonly Entry[]>> = { unicode, identifiers, structure, injection, values };

describe.each(Object.entries(families))("%s", (_family, entries) => {
	it.each(entries.map((entry) => [entry.number, entry.name, entry.result, entry.check] as const))(
		"%i, %s: %s",
		(_number, _name, _result, check) => check(),
	);
});

it("has all sixty numbers, each once", () => {
	const numbers = Object.values(families).flatMap((entries) => entries.map(({ number }) => number));
	expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
});
