import fc from "fast-check";
import { expect, it } from "vitest";
import { evidenceOf, microBits, type Observed, posteriorOf, weigh, weighAgain } from "../src/model.js";

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

it("gives the same posterior to the last digit, whatever order the candidates come in", () => {
	fc.assert(
		fc.property(fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 3, maxLength: 8 }), (totals) => {
			const { competition, probabilities, nobody } = posteriorOf(totals, 0.5);
			const turned = posteriorOf([...totals].reverse(), 0.5);
			expect(turned.nobody).toBe(nobody);
			expect([...turned.competition].reverse()).toEqual(competition);
			expect([...turned.probabilities].reverse()).toEqual(probabilities);
		}),
		{ numRuns: 1000 },
	);
});

it("weighs what is left when evidence is taken out as if the rest had never been seen", () => {
	const name = fc.constantFrom("a", "b", "c");
	const some = fc.record({
		scorer: name,
		bits: fc.integer({ min: -9, max: 9 }),
		weight: fc.constantFrom(0.3, 1),
		facts: fc.option(fc.array(fc.record({ fact: name, bits: fc.integer({ min: -9, max: 9 }) }), { maxLength: 3 })),
		kept: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(some, { maxLength: 6 }), (given) => {
			const slopes = new Map([["a", 0.7]]);
			const observed = given.map(
				({ scorer, bits, weight, facts, kept }): Observed => ({
					scorer,
					group: "name",
					definition: { m: 0.9, u: 0.1, says: "" },
					observation: {
						...{ level: kept ? "kept" : "left out", profileValue: "", recordValue: "", bits },
						...{ profileField: "", recordField: "", ...(facts ? { facts } : {}) },
					},
					weight,
				}),
			);
			const isKept = ({ level }: { readonly level: string }) => level === "kept";
			const again = weighAgain(evidenceOf(weigh(observed, slopes)).filter(isKept), slopes);
			const fresh = evidenceOf(
				weigh(
					observed.filter(({ observation }) => isKept(observation)),
					slopes,
				),
			);
			expect(again.map(({ bits }) => bits)).toEqual(fresh.map(({ bits }) => bits));
		}),
	);
});
