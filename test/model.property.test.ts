import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { microBits, type Observed, posteriorOf, totalBits, weigh } from "../src/model.js";

const bits = fc.double({ min: -60, max: 60, noNaN: true });
const fact = fc.record({ fact: fc.constantFrom("given name", "family name", "address"), bits });

const observed: fc.Arbitrary<Observed> = fc.record({
	scorer: fc.constantFrom("name", "email", "phone"),
	group: fc.constantFrom("name" as const, "contact" as const),
	definition: fc.constant({ m: 0.5, u: 0.1, says: "Something was seen" }),
	observation: fc
		.record({
			bits,
			facts: fc.array(fact, { minLength: 1, maxLength: 3 }),
			profileValue: fc.string(),
			recordValue: fc.string(),
		})
		.map((values) => ({ ...values, level: "seen", profileField: "bio", recordField: "names" })),
	weight: fc.constant(1),
});

describe("model properties", () => {
	it("does not depend on the order of observations", () => {
		fc.assert(
			fc.property(fc.array(observed, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (list, order) => {
				const shuffled = list
					.map((item) => ({ item, key: order.next().value as number }))
					.sort((a, b) => a.key - b.key)
					.map(({ item }) => item);
				expect(totalBits(-10, weigh(shuffled))).toBe(totalBits(-10, weigh(list)));
			}),
		);
	});

	it("adds nothing when a fact is told again", () => {
		fc.assert(
			fc.property(fc.array(observed, { minLength: 1, maxLength: 6 }), (list) => {
				const once = totalBits(0, weigh(list));
				expect(totalBits(0, weigh([...list, ...list]))).toBe(once);
			}),
		);
	});

	it("sums exactly in any order: bits are whole micro-bits", () => {
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

	it("raises a candidate's probability, and lowers the others', when its evidence grows", () => {
		fc.assert(
			fc.property(
				fc.array(bits, { minLength: 2, maxLength: 6 }),
				fc.double({ min: 0.1, max: 20, noNaN: true }),
				(totals, more) => {
					const before = posteriorOf(totals, 0.1);
					const after = posteriorOf([(totals[0] as number) + more, ...totals.slice(1)], 0.1);
					expect(after.probabilities[0]).toBeGreaterThanOrEqual(before.probabilities[0] as number);
					expect(after.probabilities[1]).toBeLessThanOrEqual(before.probabilities[1] as number);
					expect(after.nobody).toBeLessThanOrEqual(before.nobody);
				},
			),
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
});
