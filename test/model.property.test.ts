import fc from "fast-check";
import { expect, it } from "vitest";
import { microBits, posteriorOf } from "../src/model.js";

const bits = fc.double({ min: -60, max: 60, noNaN: true });

it("bits sum exactly in any order: they are whole micro-bits", () => {
	fc.assert(
		fc.property(fc.array(bits, { maxLength: 20 }), (values) => {
			const micro = values.map(microBits);
			const forward = micro.reduce((sum, value) => sum + value, 0);
			const backward = [...micro].reverse().reduce((sum, value) => sum + value, 0);
			expect(forward).toBe(backward);
			expect(Number.isInteger(forward * 2 ** 20)).toBe(true);
		}),
	);
});

it("gives all together no more than certainty, and each its own bits", () => {
	fc.assert(
		fc.property(fc.array(bits, { maxLength: 6 }), fc.double({ min: 0, max: 1e6, noNaN: true }), (list, restOdds) => {
			const totals = list.map(microBits);
			const { probabilities, competition, nobody } = posteriorOf(totals, restOdds);
			expect(probabilities.reduce((sum, probability) => sum + probability, nobody)).toBeLessThanOrEqual(1 + 1e-9);
			for (const rounded of competition) expect(rounded).toBe(microBits(rounded));
		}),
		{ numRuns: 2000 },
	);
});
