import { defaultScorers, defineScorer } from "sameas";
import { type ConfirmedLink, type LabelledOptions, type RejectedLink, type TrainedModel, train } from "sameas/train";
import { describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript
import { honest, hostile, superstition as superstitious } from "../../bench/hostile.mjs";
import { admitted, type LabelOrigin } from "../../src/training/admitted.js";

type Label = ConfirmedLink | RejectedLink;
const superstition = defineScorer(superstitious);
const scorers = [...defaultScorers(), superstition];
const set = honest({ people: 150, labels: 300, judged: 0, bios: true }) as { records: []; labels: ConfirmedLink[] };
const { records, labels } = set;
const builtIn: TrainedModel = { format: "sameas-model", version: 1 };
const trained = (more: readonly Label[], options: LabelledOptions = {}) =>
	train({ records, scorers }, [...more, ...labels], { folds: 3, ...options });

describe("which labels are learnt from", () => {
	const by = (
		giver: string | undefined,
		count: number,
		assurance: LabelOrigin["assurance"] = "verified",
	): LabelOrigin[] =>
		Array.from({ length: count }, () => ({ assurance, ...(giver === undefined ? {} : { by: giver }) }) as LabelOrigin);
	const givers = (count: number, each: number): LabelOrigin[] =>
		Array.from({ length: count }, (_, i) => by(`account ${i}`, each)).flat();
	const count = (list: readonly LabelOrigin[], giver: string | undefined): number =>
		list.filter((one) => one.by === giver).length;

	it.each([
		["none", 0],
		["claimed", 0],
		["corroborated", 0],
		["verified", 2],
		["confirmed", 2],
	] as const)("of the level %s: %i of two", (assurance, used) => {
		const { labels, leftOut } = admitted([...givers(200, 1), ...by("agent", 2, assurance)], {});
		expect(count(labels, "agent")).toBe(used);
		expect(leftOut.map(({ reason, labels }) => [reason, labels])).toEqual(used === 0 ? [["assurance", 2]] : []);
	});

	it("those that do not say how far it is proved are not", () => {
		expect(admitted([{ by: "agent" }, {}], {}).labels).toEqual([]);
		expect(admitted([{ by: "agent" }, {}], { trust: "any" })).toEqual({ labels: [{ by: "agent" }, {}], leftOut: [] });
	});

	it.each([3, 50, 5000])("one agent who gives %i labels has a hundredth of those used", (many) => {
		const { labels, leftOut } = admitted([...givers(300, 1), ...by("agent", many)], {});
		expect(count(labels, "agent")).toBe(3);
		expect(labels).toHaveLength(303);
		expect(leftOut.reduce((sum, { labels }) => sum + labels, 0)).toBe(many - 3);
	});

	it("those who do not say who they are count as one giver", () => {
		expect(count(admitted([...givers(300, 1), ...by(undefined, 30)], {}).labels, undefined)).toBe(3);
	});

	it("of fewer than a hundred givers none, unless a larger share is named", () => {
		expect(admitted(givers(99, 5), {}).labels).toEqual([]);
		expect(admitted(givers(4, 50), { mostPerGiver: 0.25 }).labels).toHaveLength(200);
		expect(admitted([...by("one", 100), ...by("two", 10)], { mostPerGiver: 0.5 }).labels).toHaveLength(20);
	});

	it.each([
		[{ trust: "some" as never }, "trust"],
		[{ mostPerGiver: 0 }, "mostPerGiver"],
		[{ mostPerGiver: 1.5 }, "mostPerGiver"],
	])("refuses %j", (options, path) => {
		expect(() => admitted([], options)).toThrow(expect.objectContaining({ code: "CONFIG", path }));
	});
});

/** As far as the labels say, whatever was before. */
const free = trained([], { trust: "any" });
const clean = trained([]);
const slopeOf = ({ model }: { readonly model?: TrainedModel | undefined }): number =>
	model?.slopes?.["superstition"] ?? 1;

describe("hostile labels", { timeout: 120_000 }, () => {
	it("are trained against something: without them the scorer that knows nothing is disbelieved", () => {
		expect(slopeOf(free)).toBeLessThan(0.4);
		expect(free.report).not.toHaveProperty("leftOut");
		expect(clean.report).not.toHaveProperty("leftOut");
	});

	it.each([
		["one agent", 1],
		["many agents", 3],
	])("a hundredth of all, by %s, moves no weight by half a bit", (_, givers) => {
		const poisoned = trained(hostile(set, { how: "lucky", count: 3, givers }) as Label[]);
		const slopes = (name: string): number[] => [poisoned, clean].map(({ model }) => model?.slopes?.[name] ?? 1);
		// Bits that a right record earns at the most.
		for (const [name, bits] of [
			["superstition", 7],
			["name", 20],
			["email", 24],
			["account", 30],
		] as const) {
			const [one, other] = slopes(name) as [number, number];
			expect(Math.abs(one - other) * bits).toBeLessThan(0.5);
		}
	});

	it("of which there are many do nothing by themselves: unproved, or of one agent", () => {
		const unproved = hostile(set, { how: "lucky", count: 150, givers: 150, assurance: "claimed" }) as Label[];
		const { model, report } = trained(unproved);
		expect(model).toEqual(clean.model);
		expect(report).toMatchObject({ profiles: 300, leftOut: [{ reason: "assurance", labels: 150 }] });
		const ofOne = hostile(set, { how: "lucky", count: 150, givers: 1 }) as Label[];
		expect(trained(ofOne).report).toMatchObject({ profiles: 303, leftOut: [{ reason: "cap", labels: 147 }] });
		// They would, were nobody to ask who gave them.
		expect(slopeOf(trained(ofOne, { trust: "any" }))).toBeGreaterThan(slopeOf(free) + 0.1);
	});
});

describe("the model before", { timeout: 120_000 }, () => {
	it("is left by a quarter of a bit at most, step by step towards what was learnt", () => {
		const next = trained([], { previous: clean.model as TrainedModel });
		for (const { report } of [clean, next]) expect(report.heldBack).toContain("superstition");
		const slopes = [1, slopeOf(clean), slopeOf(next)] as const;
		expect(slopes[1]).toBeLessThan(slopes[0]);
		expect(slopes[2]).toBeLessThan(slopes[1]);
		// It says 4.5 bits at least, whenever it says something.
		for (const at of [0, 1] as const) expect((slopes[at] - (slopes[at + 1] as number)) * 4.5).toBeLessThan(0.251);
		expect(slopes[2]).toBeGreaterThan(slopeOf(free));
	});

	it("holds nothing back that is near", () => {
		const { model, report } = trained([], { previous: free.model as TrainedModel });
		expect(report).not.toHaveProperty("heldBack");
		expect(model).toEqual(free.model);
	});

	it("stays when the canary labels are more surprising with the new one", () => {
		// The record's digit is what these people write, as the scorer believes.
		const lucky = labels
			.filter(({ truth }) => truth !== null)
			.map(({ profile, truth }) => ({ profile: { ...(profile as object), bio: `${truth?.at(-1)} lives` }, truth }));
		const kept = trained([], { canary: lucky });
		expect(kept.model).toBeUndefined();
		expect(kept.refused).toMatch(/canary/);
		expect(kept.report.canary?.after).toBeGreaterThan(kept.report.canary?.before as number);
		const passed = trained([], { canary: labels.slice(0, 100) });
		expect(passed.refused).toBeUndefined();
		expect(passed.report.canary?.after).toBeLessThan(passed.report.canary?.before as number);
	});

	it("has to fit the scorers", () => {
		const previous = { ...builtIn, slopes: { nobody: 0.5 } };
		expect(() => trained([], { previous })).toThrow(expect.objectContaining({ code: "CONFIG", path: "model" }));
	});
});
