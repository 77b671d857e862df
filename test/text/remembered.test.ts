import { describe, expect, test } from "vitest";
import { remembered } from "../../src/text/remembered.js";

describe("remembered", () => {
	test("gives what is read, also of more texts than it keeps, and reads again what it has lost", () => {
		let read = 0;
		const length = remembered(
			(written: string) => written,
			(written) => {
				read++;
				return { length: written.length };
			},
		);
		const all = Array.from({ length: 5000 }, (_, index) => "x".repeat(index % 40) + index);
		for (const each of [...all, ...all.slice(-100), all[0] as string]) expect(length(each).length).toBe(each.length);
		expect(read).toBe(5001);
	});
});
