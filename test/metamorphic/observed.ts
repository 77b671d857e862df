import fc from "fast-check";
import type { Observed } from "../../src/model.js";

const bits = fc.double({ min: -60, max: 60, noNaN: true });
const fact = fc.record({ fact: fc.constantFrom("given name", "family name", "address"), bits });

/** What scorers see, that speak of the same facts, for and against. */
export const observations: fc.Arbitrary<Observed[]> = fc.array(
	fc.record({
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
	}),
	{ maxLength: 8 },
);

/** One that speaks of one fact only, wholly for or wholly against. */
export function observation(bits: fc.Arbitrary<number>): fc.Arbitrary<Observed> {
	return fc
		.tuple(fc.constantFrom("name", "email", "phone"), fc.constantFrom("a", "b", "c"), bits)
		.map(([scorer, fact, bits]): Observed => {
			const values = { profileValue: fact, recordValue: fact, profileField: "bio", recordField: "names" };
			return {
				...{ scorer, group: "contact", weight: 1 },
				definition: { m: 0.5, u: 0.1, says: "Something was seen" },
				observation: { level: "seen", ...values, bits, facts: [{ fact, bits }] },
			};
		});
}
