import fc from "fast-check";
import { expect, it } from "vitest";
import { microBits } from "../src/model.js";

it("bits sum exactly in any order: they are whole micro-bits", () => {
	fc.assert(
		fc.property(fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { maxLength: 20 }), (values) => {
			const micro = values.map(microBits);
			const forward = micro.reduce((sum, value) => sum + value, 0);
			const backward = [...micro].reverse().reduce((sum, value) => sum + value, 0);
			expect(forward).toBe(backward);
			expect(Number.isInteger(forward * 2 ** 20)).toBe(true);
		}),
	);
});
