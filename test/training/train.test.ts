import { createResolver, defaultScorers, defineScorer, evaluate, SameAsError, type SocialProfileInput } from "sameas";
import {
	type ConfirmedLink,
	type LabelledOptions,
	type RejectedLink,
	type Resolver,
	type ResolverOptions,
	type TrainedModel,
	train as trainProved,
	trainUnlabelled,
} from "sameas/train";
import { describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript
import { makeHandles, makeRecords, seeded } from "../../bench/people.mjs";

interface Person {
	readonly id: string;
}
interface Labelled extends ConfirmedLink {
	readonly profile: Exclude<SocialProfileInput, string>;
}

/** The labels here are looked through. */
const train = (
	source: Resolver | ResolverOptions,
	labels: Iterable<ConfirmedLink | RejectedLink>,
	options: LabelledOptions = {},
) => trainProved(source, labels, { trust: "any", ...options });

const records = makeRecords(400) as Person[];
const everybody = makeHandles(records, 1200) as Labelled[];
const known = everybody.filter(({ truth }) => truth !== null);
const strangers = everybody.filter(({ truth }) => truth === null);
/** So many handles with this share of people of the record set, well mixed. */
function mix(count: number, coverage: number): Labelled[] {
	const held = Math.round(count * coverage);
	const list = [...known.slice(0, held), ...strangers.slice(0, count - held)];
	const random = seeded(7);
	return list
		.map((one) => ({ one, at: random() }))
		.sort((a, b) => a.at - b.at)
		.map(({ one }) => one);
}
const modelOf = (figures: Partial<TrainedModel> = {}): TrainedModel => ({
	format: "sameas-model",
	version: 1,
	...figures,
});

function seen(profile: string, record: string | undefined) {
	return {
		level: profile === record ? ("lucky" as const) : ("unlucky" as const),
		profileValue: profile,
		recordValue: record ?? "",
		profileField: "bio",
		recordField: "id",
	};
}

/** A scorer that believes in what means nothing: the first letter of the bio is the last digit of the record's id. */
const superstition = defineScorer({
	name: "superstition",
	group: "context",
	levels: {
		lucky: { m: 0.9, u: 0.02, says: "The letter {profile} goes with the digit {record}" },
		unlucky: { m: 0.1, u: 0.98, says: "The letter {profile} does not go with the digit {record}" },
	},
	ofProfile: ({ bio }) => bio?.[0],
	ofRecord: ({ id }) => id.at(-1),
	// Bits of its own, as a grammar would give: only a slope can mend them.
	compare: (profile, record) => ({ ...seen(profile, record), bits: profile === record ? 7 : -4.5 }),
});

/** A scorer of which all is known: 7 people in 10 show their own badge, and nobody shows that of another. */
const badge = defineScorer({
	name: "badge",
	group: "account",
	levels: {
		same: { m: 0.7, u: 1e-6, says: "The badge is the same" },
		different: { m: 0.3, u: 1, says: "The badge is another" },
	},
	ofProfile: ({ bio }) => bio,
	ofRecord: ({ id }) => id,
	keys: { ofProfile: (shown) => [shown], ofRecord: (id) => [id], exhaustive: true },
	bounds: () => ({ best: Math.log2(0.7 / 1e-6), absent: Math.log2(0.3) }),
	compare: (profile, record) => ({ ...seen(profile, record), level: profile === record ? "same" : "different" }),
});
function withBadges(labels: readonly Labelled[]): Labelled[] {
	const random = seeded(11);
	return labels.map((one) => ({
		...one,
		profile: { bio: one.truth !== null && random() < 0.7 ? one.truth : "a badge of no record" },
	}));
}
function withBios(labels: readonly Labelled[]): Labelled[] {
	const random = seeded(3);
	return labels.map((one) => ({ ...one, profile: { ...one.profile, bio: `${Math.floor(random() * 10)} lives` } }));
}

describe("train", () => {
	it.each([0.2, 0.8])("finds that %f of the people behind profiles are in the record set", (coverage) => {
		const { model, report } = train({ records, scorers: [badge] }, withBadges(mix(300, coverage)));
		expect(report.coverage).toBeGreaterThan(coverage - 0.06);
		expect(report.coverage).toBeLessThan(coverage + 0.06);
		expect(report.logLoss?.advised).toBeLessThan(report.logLoss?.before as number);
		expect(model).toBeUndefined();
	});

	it("looks at the very probabilities that a resolver gives", async () => {
		const labels = mix(300, 0.5);
		const { report } = train({ records }, labels);
		const { overall } = await evaluate(createResolver({ records, maxLinks: 400 }), labels, { samples: 0 });
		expect(report.logLoss?.before).toBeCloseTo(overall.logLoss.value, 5);
		expect(report.ece?.before).toBeCloseTo(overall.ece.value, 5);
	});

	it("stops believing a scorer that knows nothing, and leaves the others alone", async () => {
		const scorers = [...defaultScorers(), superstition];
		const labels = withBios(mix(800, 0.5));
		const trained = train({ records, scorers }, labels.slice(0, 600));
		expect(trained.model?.slopes?.["superstition"]).toBeLessThan(0.25);
		expect(trained.model?.slopes?.["name"]).toBeGreaterThan(0.8);
		const others = labels.slice(600);
		const before = await evaluate(createResolver({ records, scorers }), others, { samples: 0 });
		const after = await evaluate(createResolver({ records, scorers, model: trained.model }), others, { samples: 0 });
		expect(after.overall.logLoss.value).toBeLessThan(before.overall.logLoss.value - 0.1);
		expect(after.overall.ece.value).toBeLessThan(before.overall.ece.value + 0.01);
	});

	it("learns how often a level is seen, of the same person and of others", () => {
		// The record's digit is right in nine bios of ten, which the scorer does not know; and of ten namesakes each has
		// another digit, so that it is what tells them apart.
		const lucky = defineScorer({
			...superstition,
			levels: { lucky: { m: 0.3, u: 0.3, says: "Lucky" }, unlucky: { m: 0.7, u: 0.7, says: "Unlucky" } },
			compare: seen,
		});
		const random = seeded(5);
		const names = ["Todd Defren", "Maria Lopez", "Ana Costa", "Chidi Okafor", "Bruno Keller", "Wei Zhang"];
		const namesakes = names.flatMap((name, i) => Array.from({ length: 10 }, (_, j) => ({ id: `${i}${j}`, name })));
		const labels = Array.from({ length: 300 }, (): Labelled => {
			const { id, name } = namesakes[Math.floor(random() * namesakes.length)] as (typeof namesakes)[number];
			const digit = random() < 0.9 ? id.at(-1) : Math.floor(random() * 10);
			return { truth: id, profile: { displayName: name, bio: `${digit}` } };
		});
		const { model } = train({ records: namesakes, scorers: [...defaultScorers(), lucky] }, labels);
		expect(model?.levels?.["superstition"]?.["lucky"]?.m).toBeGreaterThan(0.7);
		expect(model?.levels?.["superstition"]?.["lucky"]?.u).toBeLessThan(0.16);
	});

	it("uses a rejected link as what it is: this record is not the person", () => {
		const scorers = [...defaultScorers(), superstition];
		const labels = withBios(mix(300, 0.5));
		const rejected = withBios(strangers.slice(200)).flatMap(({ profile }) =>
			records.slice(0, 2).map(({ id }) => ({ profile, not: id })),
		);
		const { report } = train({ records, scorers }, [...labels, ...rejected]);
		expect(report).toMatchObject({ profiles: 300 + rejected.length, rejected: rejected.length, nobody: 150 });
	});

	it("advises no coverage from links alone: those who confirmed them left out who was not found", () => {
		const { report } = train({ records }, known.slice(0, 200));
		expect(report).not.toHaveProperty("coverage");
		expect(report.logLoss).not.toHaveProperty("advised");
	});

	it("advises a coverage that makes answers better where it was learnt", async () => {
		const labels = mix(600, 0.8);
		const { report } = train({ records, coverage: 0.5 }, labels.slice(0, 400));
		const surprise = async (coverage: number | undefined = 0.5) =>
			(await evaluate(createResolver({ records, coverage }), labels.slice(400), { samples: 0 })).overall.logLoss.value;
		expect(await surprise(report.coverage)).toBeLessThan(await surprise(undefined));
	});

	it("is the same each time", () => {
		const labels = mix(200, 0.7);
		expect(train({ records }, labels)).toEqual(train(createResolver({ records }), labels));
	});

	it("refuses too few labels", () => {
		const { model, refused, report } = train({ records }, mix(49, 0.8));
		expect(model).toBeUndefined();
		expect(refused).toBe("There are 49 profiles to learn from; at least 50 are needed.");
		expect(report).toMatchObject({ profiles: 49, parts: [] });
	});

	it("refuses what would be no better than the built-in model", () => {
		const { model, refused, report } = train({ records, scorers: [badge], coverage: 0.5 }, withBadges(mix(300, 0.5)));
		expect(model).toBeUndefined();
		expect(refused).toMatch(/^No part of a model is clearly better/);
		expect(report.logLoss?.after).toBe(report.logLoss?.before);
		expect(report).not.toHaveProperty("coverage");
	});

	it("is moved little by little data", () => {
		const learnt = (count: number) =>
			train({ records, scorers: [badge] }, withBadges(mix(count, 0.8)), { least: 10 }).report.coverage ?? 0.5;
		expect(learnt(20)).toBeLessThan(0.7);
		expect(learnt(600)).toBeGreaterThan(0.75);
	});

	it.each([
		["a resolver that is trained", () => train({ records, model: modelOf() }, []), "model"],
		["a resolver of somebody else's make", () => train({ resolve: () => {} } as never, []), undefined],
		["folds that are none", () => train({ records }, mix(60, 0.5), { folds: 1 }), "folds"],
	])("refuses %s", (_what, run, path) => {
		expect(run).toThrow(expect.objectContaining({ code: "CONFIG", path }));
	});
});

describe("trainUnlabelled", () => {
	it("estimates coverage from profiles alone", () => {
		const profiles = (coverage: number): Labelled["profile"][] => mix(400, coverage).map(({ profile }) => profile);
		const low = trainUnlabelled({ records, coverage: 0.5 }, profiles(0.1));
		const high = trainUnlabelled({ records, coverage: 0.5 }, profiles(0.9));
		expect(low.report.coverage).toBeLessThan(0.35);
		expect(high.report.coverage).toBeGreaterThan(0.65);
		expect(low.report.parts).not.toContain("slopes");
	});

	it("advises no coverage for a small gain, which without labels is the model's own opinion", () => {
		const profiles = mix(400, 0.6).map(({ profile }) => profile);
		const { report } = trainUnlabelled({ records, coverage: 0.5 }, profiles);
		expect(report).not.toHaveProperty("coverage");
	});

	it("refuses too few profiles", () => {
		expect(trainUnlabelled({ records }, ["@tdefren"]).refused).toMatch(/at least 200/);
	});
});

describe("a model file", () => {
	it("is small JSON that makes the same resolver again", async () => {
		const labels = withBios(mix(400, 0.7));
		const scorers = [...defaultScorers(), superstition];
		const { model } = train({ records, scorers }, labels);
		const text = JSON.stringify(model);
		expect(text.length).toBeLessThan(2000);
		const ask = async (model: TrainedModel | undefined) =>
			(await createResolver({ records, scorers, model }).resolve(labels[0]?.profile ?? "")).links.map(
				({ bits }) => bits,
			);
		expect(await ask(JSON.parse(text))).toEqual(await ask(model));
	});

	it("keeps explanations exact: prior, evidence and competition add up to the probability", async () => {
		const trained = createResolver({ records, model: modelOf({ slopes: { name: 0.7315 } }) });
		for (const { profile } of everybody.slice(0, 50)) {
			for (const { prior, evidence, bits, competition, probability } of (await trained.resolve(profile)).links) {
				expect(evidence.reduce((sum, one) => sum + one.bits, prior)).toBe(bits);
				expect(probability).toBeCloseTo(1 / (1 + 2 ** -(bits + competition)), 9);
			}
		}
	});

	it("says nothing of coverage, which belongs to a record set and a channel: not even when somebody writes it in", async () => {
		const coverageOf = async (model: object): Promise<number> =>
			(await createResolver({ records, model: model as TrainedModel }).resolve("@x")).prior.coverage;
		expect(await coverageOf(modelOf())).toBe(0.6);
		expect(await coverageOf({ ...modelOf(), coverage: 0.8 })).toBe(0.6);
	});

	it.each([
		["no model", { hello: 1 }, "model", /no model file/],
		["a later version", { ...modelOf(), version: 2 }, "model.version", /not of version 1/],
		["a slope out of bounds", modelOf({ slopes: { name: 7 } }), "model.slopes.name", /damaged/],
		["slopes that are no object", { ...modelOf(), slopes: 7 }, "model.slopes", /damaged/],
		["a scorer that is not here", modelOf({ slopes: { loyalty: 0.5 } }), "model", /scorer "loyalty"/],
		[
			"a level that is not here",
			modelOf({ levels: { place: { nearby: { m: 0.5, u: 0.1 } } } }),
			"model",
			/level "nearby"/,
		],
	])("is refused when it is %s", (_what, damaged, path, message) => {
		const make = () => createResolver({ records: [], model: damaged as TrainedModel });
		expect(make).toThrow(expect.objectContaining({ code: "CONFIG", path, message: expect.stringMatching(message) }));
		expect(make).toThrow(SameAsError);
	});
});

describe("what is no label", () => {
	const resolver = createResolver({ records: [{ id: "1", name: "Ana Costa" }] });
	it("is an error SHAPE that says which", () => {
		const labels = [{ profile: "@ana", truth: "1" }, null];
		const refused = { code: "SHAPE", message: "Number 2 of labels is not a profile with its truth." };
		expect(() => train(resolver, labels as never)).toThrow(expect.objectContaining(refused));
	});

	it.each([null, 5, "@ana", {}])("and %j is no list of them: an error CONFIG", (given) => {
		const refused = (path: string) => expect.objectContaining({ code: "CONFIG", path });
		expect(() => train(resolver, given as never)).toThrow(refused("labels"));
		expect(() => trainUnlabelled(resolver, given as never)).toThrow(refused("profiles"));
	});

	it.each([0, -1, 1.5, Number.NaN])("fewer profiles than %d cannot be asked for", (least) => {
		expect(() => train(resolver, [], { least })).toThrow(expect.objectContaining({ code: "CONFIG", path: "least" }));
	});

	it("and without a resolver or options there is nothing to train for: an error CONFIG", () => {
		expect(() => train(null as never, [])).toThrow(expect.objectContaining({ code: "CONFIG" }));
	});
});
