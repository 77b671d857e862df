import { describe, expect, it } from "vitest";
import {
	decide,
	microBits,
	type Observed,
	posteriorOf,
	priorBits,
	probabilityOf,
	totalBits,
	weigh,
} from "../src/model.js";
import type { Fact } from "../src/scorers/scorer.js";

const thresholds = { link: 0.99, review: 0.5 };

function observed(scorer: string, bits: number, facts?: readonly Fact[], weight = 1): Observed {
	return {
		scorer,
		group: "name",
		definition: { m: 0.9, u: 0.1, says: "The name {profile} is {record}" },
		observation: {
			level: "some",
			profileValue: "Todd",
			recordValue: "Todd",
			profileField: "displayName",
			recordField: "names",
			bits,
			...(facts ? { facts } : {}),
		},
		weight,
	};
}

describe("prior", () => {
	it("shares the coverage out over the records", () => {
		expect(priorBits(1, 0.5)).toBe(0);
		expect(priorBits(1 / 1024, 0.5)).toBe(-10);
		expect(priorBits(1, 0.8)).toBeCloseTo(2, 5);
	});
});

describe("posterior", () => {
	it("is the prior where there is no evidence", () => {
		const prior = priorBits(1 / 100, 0.5);
		const { nobody } = posteriorOf([], 100 * 2 ** prior);
		expect(nobody).toBeCloseTo(0.5, 5);
	});

	it("gives two equal candidates less than half each, whatever the evidence", () => {
		for (const bits of [-20, 0, 10, 60, 400]) {
			const { probabilities } = posteriorOf([bits, bits], 0);
			expect(probabilities[0]).toBe(probabilities[1]);
			expect(probabilities[0]).toBeLessThan(0.5 + 1e-9);
		}
	});

	it("sums to one over the candidates, the rest and nobody", () => {
		const { probabilities, nobody } = posteriorOf([3, 1, -2], 0.25);
		const rest = nobody * 0.25;
		expect(probabilities.reduce((sum, p) => sum + p, nobody + rest)).toBeCloseTo(1, 5);
	});

	it("is a certainty for nobody only where there is nobody", () => {
		expect(posteriorOf([], 0).nobody).toBe(1);
		expect(posteriorOf([300], 0).nobody).toBeGreaterThan(0);
		expect(posteriorOf([300], 0).probabilities[0]).toBeLessThan(1);
	});

	it("is what the bits and the competition say", () => {
		const totals = [6.5, 4.25];
		const { probabilities, competition } = posteriorOf(totals, 0.5);
		totals.forEach((bits, i) => {
			expect(probabilities[i]).toBe(probabilityOf(bits + (competition[i] as number)));
		});
	});
});

describe("weighing", () => {
	it("counts a fact once, in full for the strongest source", () => {
		const evidence = weigh([
			observed("handle", 15, [
				{ fact: "given name", bits: 4 },
				{ fact: "family name", bits: 11 },
			]),
			observed("display", 20, [
				{ fact: "given name", bits: 9 },
				{ fact: "family name", bits: 11 },
			]),
		]);
		expect(evidence.map(({ scorer, bits, rawBits }) => [scorer, bits, rawBits])).toEqual([
			["display", 20, 20],
			["handle", 0, 15],
		]);
	});

	it("adds what a weaker source tells beyond the stronger one: a surname in full after an initial", () => {
		const evidence = weigh([
			observed("display", 12, [
				{ fact: "given name", bits: 9 },
				{ fact: "family name", bits: 3 },
			]),
			observed("handle", 11, [{ fact: "family name", bits: 11 }]),
		]);
		expect(evidence.map(({ bits }) => bits)).toEqual([12, 8]);
	});

	it("keeps evidence for and against apart", () => {
		const evidence = weigh([
			observed("a", 10, [{ fact: "x", bits: 10 }]),
			observed("b", -4, [{ fact: "x", bits: -4 }]),
		]);
		expect(totalBits(0, evidence)).toBe(6);
	});

	it("counts a fact once also when scorers of several groups tell it", () => {
		const facts = [{ fact: "employer", bits: 5 }];
		const evidence = weigh([
			observed("organization", 5, facts),
			{ ...observed("account", 4, [{ fact: "employer", bits: 4 }]), group: "account" },
			{
				...observed("place", 4, [
					{ fact: "employer", bits: 2 },
					{ fact: "place", bits: 2 },
				]),
				group: "context",
			},
		]);
		expect(totalBits(0, evidence)).toBe(7);
		expect(evidence.find(({ scorer }) => scorer === "account")).toMatchObject({ bits: 0, rawBits: 4 });
	});

	it("counts two contradictions of one kind once", () => {
		const evidence = weigh([
			observed("a", -5, [{ fact: "x", bits: -5 }]),
			observed("b", -4, [{ fact: "x", bits: -4 }]),
		]);
		expect(totalBits(0, evidence)).toBe(-5);
	});

	it("scales a scorer that is trusted less", () => {
		expect(weigh([observed("a", 10, undefined, 0.5)])[0]?.bits).toBe(5);
	});

	it("takes level frequencies where a scorer gives no bits, and its own u for a rare value", () => {
		const { observation, ...rest } = observed("a", 1);
		const { bits: _, ...plain } = observation;
		expect(weigh([{ ...rest, observation: plain }])[0]?.bits).toBe(microBits(Math.log2(9)));
		expect(weigh([{ ...rest, observation: { ...plain, u: 0.9 / 1024 } }])[0]?.bits).toBe(10);
	});

	it("names the scorer whose bits are no number", () => {
		expect(() => weigh([observed("broken", Number.NaN)])).toThrow(/"broken".*"some"/);
		expect(() => weigh([observed("broken", Number.POSITIVE_INFINITY)])).toThrow(/"broken"/);
	});
});

describe("decision", () => {
	const base = {
		records: 100,
		coverage: 0.5,
		readable: true,
		probabilities: [] as number[],
		nobody: 0.9,
		unlisted: 0,
		ceiling: 0.99,
		capped: 0,
		against: 0,
		incomplete: undefined,
	};
	it.each([
		["one record far ahead", { probabilities: [0.995], nobody: 0.004 }, "link", /far better/],
		[
			"one record far ahead that something speaks against",
			{ probabilities: [0.995], nobody: 0.004, against: -5 },
			"review",
			/speaks against/,
		],
		[
			"one record far ahead by an initial",
			{ probabilities: [0.9985], nobody: 0.001, incomplete: "Not the whole name." },
			"review",
			/whole name/,
		],
		["the same, without any doubt", { probabilities: [0.9985], nobody: 0.001, against: -5 }, "link", /far better/],
		["one record ahead", { probabilities: [0.7], nobody: 0.3 }, "review", /not surely enough/],
		["two records level", { probabilities: [0.4, 0.4], nobody: 0.2 }, "review", /one of several/],
		["nothing fits", { probabilities: [0.05], nobody: 0.94 }, "none", /nobody of this record set/],
		["no records", { records: 0, nobody: 1 }, "none", /no records/],
		["an empty profile", { readable: false, nobody: 0.5 }, "insufficient", /nothing that could be compared/],
		["a profile that could never decide", { ceiling: 0.2, nobody: 0.6 }, "insufficient", /even a perfect match/],
		["a crowd too large to list", { capped: 2, nobody: 0.6, unlisted: 0.4 }, "insufficient", /Too many records/],
		["nothing learnt", { nobody: 0.5, unlisted: 0.5 }, "insufficient", /nothing against/],
		["nothing learnt where few are covered", { coverage: 0.1, nobody: 0.9 }, "insufficient", /nothing against/],
		["too many namesakes to list", { nobody: 0.3 }, "insufficient", /does not tell who/],
	])("%s", (_, situation, decision, reason) => {
		const answer = decide({ ...base, ...situation }, thresholds);
		expect(answer.decision).toBe(decision);
		expect(answer.reason).toMatch(reason);
	});
});

it("there is no minus nought, whichever way it comes about", () => {
	for (const bits of [-0, -1e-9, 1e-9]) expect(microBits(bits)).toBe(0);
});
