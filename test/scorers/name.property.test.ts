import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readProfile, readRecord } from "../../src/schema.js";
import { nameScorer } from "../../src/scorers/name.js";
import type { CompareContext } from "../../src/scorers/scorer.js";

const scorer = nameScorer();
const context: CompareContext = { recordCount: 100, count: (key) => (key.length % 3 === 0 ? 1 : 0) };

const word = fc.oneof(
	fc.constantFrom("Todd", "Defren", "William", "Bill", "María", "Kim", "김태원", "Оксана", "de", "Jr", "M."),
	fc.string({ maxLength: 6 }),
);
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(" "));
const name = fc.record(
	{ full: words, given: word, middle: word, family: word, nickname: word, lang: fc.constantFrom("en", "ko", "es") },
	{ requiredKeys: [] },
);
const record = fc.record({ names: fc.array(name, { minLength: 1, maxLength: 2 }) });
const profile = fc.record({ handle: word, displayName: words }, { requiredKeys: ["displayName"] });

describe("what the name scorer keeps of one profile", () => {
	it("changes nothing: each record is seen as if it were the only one, and again the same", () => {
		fc.assert(
			fc.property(profile, fc.array(record, { minLength: 2, maxLength: 6 }), (written, inputs) => {
				const person = readProfile(written).profile;
				const together = scorer.ofProfile(person, context);
				if (together === undefined) return;
				for (const [index, input] of [...inputs, ...inputs].entries()) {
					const read = readRecord({ id: "r", ...input }, index);
					const names = "record" in read ? scorer.ofRecord(read.record) : undefined;
					const alone = scorer.ofProfile(person, context);
					if (names === undefined || alone === undefined) continue;
					expect(scorer.compare(together, names, context)).toEqual(scorer.compare(alone, names, context));
				}
			}),
		);
	});
});
