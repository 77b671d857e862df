import { describe, expect, it } from "vitest";
import { clearlyBetter, crossValidate, type Score } from "../../src/training/validation.js";

/** So many people, each with this surprise and this claim; four fifths of the claims are right. */
const scores = (loss: number, probability = 0.8): Score[] =>
	Array.from({ length: 200 }, (_, index) => ({ loss, claim: { probability, right: index < 160 } }));
const people = Array.from({ length: 200 }, (_, index) => ({ person: `${index}` }));
const before = scores(2);

describe("what was learnt is clearly better", () => {
	it.each<[string, Score[], boolean]>([
		["when surprise falls and probabilities hold as before", scores(1.5), true],
		["not when surprise falls by less than is demanded", scores(1.95), false],
		["not when probabilities no longer hold, however much surprise falls", scores(1, 0.85), false],
		[
			"not when one gains much and the others lose",
			scores(2.2).map((one, index) => (index === 0 ? { ...one, loss: -90 } : one)),
			false,
		],
	])("%s", (_what, after, better) => {
		expect(clearlyBetter(people, before, after, { bits: 0.1, errors: 2 })).toBe(better);
	});

	it("counts people, not profiles: many profiles of one are one proof", () => {
		const after = before.map((each, index) => (index < 150 ? { ...each, loss: 1 } : each));
		const one = people.map((each, index) => (index < 150 ? { person: "one" } : each));
		expect(clearlyBetter(people, before, after, { bits: 0.1, errors: 2 })).toBe(true);
		expect(clearlyBetter(one, before, after, { bits: 0.1, errors: 2 })).toBe(false);
	});
});

describe("cross-validation", () => {
	it("has no more folds than people, however many are asked for", () => {
		const cases = [{ person: "a" }, { person: "b" }, { person: "a" }];
		const folds: number[] = [];
		const scores = crossValidate(cases, 1e300, (training, held) => {
			folds.push(training.length);
			return held.map(({ person }) => person);
		});
		expect(folds).toEqual([1, 2]);
		expect(scores).toEqual(["a", "b", "a"]);
	});
});
