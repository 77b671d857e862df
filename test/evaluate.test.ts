import { createResolver, type Decision, evaluate, type LabelledProfile, type Resolution, type Resolver } from "sameas";
import { describe, expect, it } from "vitest";

interface Answer {
	readonly links?: readonly (readonly [recordId: string, probability: number])[];
	readonly nobody?: number;
	readonly unlisted?: number;
	readonly decision?: Decision;
	readonly ceiling?: number;
}

/** A resolver that answers as it is told, from a set of ten records r0 to r9. */
function told(answers: Readonly<Record<string, Answer>>): Pick<Resolver, "resolve" | "get" | "thresholds"> {
	return {
		thresholds: { link: 0.9, review: 0.5 },
		get: (id) => (/^r\d$/.test(id) ? ({ id } as never) : undefined),
		resolve: async (profile) => {
			const { links = [], nobody = 0, unlisted = 0, decision = "none", ceiling = 1 } = answers[profile as string] ?? {};
			return {
				links: links.map(([recordId, probability]) => ({ recordId, probability, duplicates: [] })),
				nobody,
				unlisted,
				decision,
				ceiling,
				prior: { bits: 0, coverage: 0.5, records: 10 },
			} as unknown as Resolution;
		},
	};
}

const five = told({
	sure: { links: [["r1", 0.95]], nobody: 0.05, decision: "link" },
	second: {
		links: [
			["r9", 0.5],
			["r2", 0.25],
		],
		nobody: 0.25,
		decision: "review",
	},
	wrong: { links: [["r8", 0.95]], nobody: 0.01, unlisted: 0.045, decision: "link" },
	stranger: { links: [["r7", 0.25]], nobody: 0.5, decision: "none" },
	cloned: { links: [["r6", 0.95]], nobody: 0.0625, decision: "link" },
});
const labelled: readonly LabelledProfile[] = [
	{ profile: "sure", truth: "r1", group: "x" },
	{ profile: "second", truth: "r2", group: "x" },
	{ profile: "wrong", truth: "r3", group: "y" },
	{ profile: "stranger", truth: null, group: "y" },
	{ profile: "cloned", truth: null },
];

describe("evaluate", () => {
	it("counts by hand", async () => {
		const { overall } = await evaluate(five, labelled, { samples: 0 });
		expect(overall).toMatchObject({
			profiles: 5,
			answerable: 3,
			decisions: { link: 3, review: 1, none: 1, insufficient: 0 },
			hits1: { hits: 1, of: 3 },
			hits5: { hits: 2, of: 3 },
			precision: { hits: 1, of: 3 },
			recall: { hits: 1, of: 3 },
			recallAt99: { hits: 0, of: 3 },
			falseLinks: { hits: 1, of: 2 },
		});
		expect(overall.mrr.value).toBeCloseTo((1 + 1 / 2 + 0) / 3, 10);
		const brier = (0.05 ** 2 + 0.5 ** 2 + 0.95 ** 2 + 0.25 ** 2 + 0.95 ** 2) / 5;
		expect(overall.brier.value).toBeCloseTo(brier, 10);
		// r3 is one of nine that share 0.045; nobody had 1/2 and 1/16.
		const surprises = [-Math.log2(0.95), 2, -Math.log2(0.045 / 9), 1, 4];
		expect(overall.logLoss.value).toBeCloseTo(surprises.reduce((sum, bits) => sum + bits) / 5, 10);
		// Three claims of 0.95 of which one is right, one of 0.5 and one of 0.25 that are wrong.
		expect(overall.ece.value).toBeCloseTo((Math.abs(3 * 0.95 - 1) + 0.5 + 0.25) / 5, 10);
		expect(overall.eceByMass.value).toBeCloseTo(overall.ece.value, 10);
		expect(overall.reliability.map(({ right: { hits, of } }) => [hits, of])).toEqual([
			[0, 1],
			[0, 1],
			[1, 3],
		]);
	});

	it("gives Wilson intervals, which hold for few cases", async () => {
		const { overall } = await evaluate(five, labelled, { samples: 0 });
		expect(overall.hits1.low).toBeCloseTo(0.0615, 4);
		expect(overall.hits1.high).toBeCloseTo(0.7923, 4);
	});

	it("gives the same bootstrap intervals for the same seed, around the value", async () => {
		const [once, again] = [await evaluate(five, labelled), await evaluate(five, labelled)];
		expect(again).toEqual(once);
		const { low, value, high } = once.overall.logLoss;
		expect(low).toBeLessThan(value);
		expect(high).toBeGreaterThan(value);
	});

	it("takes profiles of one person together: ten handles of one person are one case", async () => {
		const same = Array.from({ length: 10 }, () => labelled[0] as LabelledProfile);
		const several = [...same, ...same.map((one) => ({ ...one, profile: "second" }))];
		const { overall } = await evaluate(five, several);
		expect(overall.mrr.low).toBe(overall.mrr.high);
	});

	it("finds how many could be linked at a precision of 99 %", async () => {
		const resolver = told({
			high: { links: [["r1", 0.8]] },
			tie: { links: [["r1", 0.7]] },
			low: { links: [["r1", 0.6]] },
		});
		const right = { truth: "r1" };
		const rows = (profiles: readonly string[]): LabelledProfile[] => profiles.map((profile) => ({ profile, ...right }));
		const at = async (list: LabelledProfile[]): Promise<number> =>
			(await evaluate(resolver, list, { samples: 0 })).overall.recallAt99.hits;
		expect(await at(rows(["high", "tie", "low"]))).toBe(3);
		expect(await at([...rows(["high", "tie"]), { profile: "low", truth: "r2" }])).toBe(2);
		// A wrong one with the very same probability cannot be cut off.
		expect(await at([...rows(["high", "tie"]), { profile: "tie", truth: "r2" }])).toBe(1);
	});

	it("gives the figures of each group", async () => {
		const { groups } = await evaluate(five, labelled, { samples: 0 });
		expect(Object.keys(groups)).toEqual(["x", "y"]);
		expect(groups["x"]).toMatchObject({
			profiles: 2,
			hits1: { hits: 1, of: 2 },
			falseLinks: { of: 0, value: Number.NaN },
		});
		expect(groups["y"]).toMatchObject({ profiles: 2, hits1: { hits: 0, of: 1 }, falseLinks: { hits: 0, of: 1 } });
	});

	it("says why a right record was not linked", async () => {
		const resolver = told({
			linked: { links: [["r1", 0.95]], decision: "link" },
			first: { links: [["r1", 0.6]], decision: "review" },
			second: {
				links: [
					["r2", 0.6],
					["r1", 0.2],
				],
				decision: "review",
			},
			lost: { links: [["r2", 0.6]] },
			vague: { links: [["r1", 0.3]], ceiling: 0.7 },
		});
		const profiles = ["linked", "first", "second", "lost", "vague"];
		const { unlinkables } = await evaluate(resolver, [
			...profiles.map((profile) => ({ profile, truth: "r1" })),
			{ profile: "first", truth: "gone" },
		]);
		expect(unlinkables.list.map(({ index, kind, probability }) => [index, kind, probability])).toEqual([
			[1, "unsure", 0.6],
			[2, "outranked", 0.2],
			[3, "not-found", 0],
			[4, "ceiling", 0.3],
			[5, "absent", 0],
		]);
		expect(unlinkables.counts).toEqual({ absent: 1, ceiling: 1, "not-found": 1, outranked: 1, unsure: 1 });
	});

	it("reads profiles as they come, from a stream too, and can be stopped", async () => {
		const resolver = createResolver({ records: [{ id: "1", name: "Todd Defren", email: "todd@example.com" }] });
		async function* stream(): AsyncGenerator<LabelledProfile> {
			yield { profile: { handle: "tdefren", bio: "todd@example.com" }, truth: "1" };
			yield { profile: "nightowl77", truth: null };
		}
		const { overall } = await evaluate(resolver, stream());
		expect(overall).toMatchObject({ recall: { value: 1 }, falseLinks: { value: 0 } });
		const stopped = evaluate(resolver, stream(), { signal: AbortSignal.abort() });
		await expect(stopped).rejects.toMatchObject({ code: "CANCELLED" });
	});

	it("of nothing is no number", async () => {
		const { overall } = await evaluate(five, []);
		expect(overall.hits1).toEqual({ hits: 0, of: 0, value: Number.NaN, low: 0, high: 1 });
		expect(overall.ece.value).toBeNaN();
	});
});

describe("what cannot be evaluated", () => {
	it.each([
		["a profile without its truth", ["@ana"], "labelled.0"],
		["nothing", [{ profile: "@ana", truth: null }, null], "labelled.1"],
		["a truth that is a number", [{ profile: "@ana", truth: 5 }], "labelled.0"],
	])("%s is an error SHAPE with its place", async (_, labelled, path) => {
		await expect(evaluate(five, labelled as never)).rejects.toMatchObject({ code: "SHAPE", path });
	});

	it.each([
		[null, {}, "labelled"],
		["@ana", {}, "labelled"],
		[[], { samples: 1.5 }, "samples"],
		[[], { samples: -1 }, "samples"],
		[[], { seed: Number.NaN }, "seed"],
	])("%j with %j is an error CONFIG", async (labelled, options, path) => {
		await expect(evaluate(five, labelled as never, options)).rejects.toMatchObject({ code: "CONFIG", path });
	});
});
