import { describe, expect, it } from "vitest";
import {
	areSeveral,
	checkThresholds,
	decide,
	evidenceOf,
	isRelated,
	microBits,
	misfitOf,
	type Observed,
	posteriorOf,
	priorBits,
	probabilityOf,
	spreadOdds,
	together,
	totalBits,
	weigh,
	weighAgain,
} from "../src/model.js";
import type { Fact, Observation } from "../src/scorers/scorer.js";
import type { EvidenceGroup } from "../src/types.js";

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

	it.each([
		["nobody to choose from", [], 0, [], [], 1],
		["only records that are not listed", [], 3, [], [], 0.25],
		["one record, even odds", [0], 0, [0], [0.5], 0.5],
		["one record that others may be instead", [0], 1, [-1], [1 / 3], 1 / 3],
		["a record and a weaker one", [1, 0], 0, [-1, -Math.log2(3)], [0.5, 0.25], 0.25],
		["a record less likely than nobody", [-2], 0, [0], [0.2], 0.8],
		["both", [1, 0], 4, [-Math.log2(6), -Math.log2(7)], [1 / 4, 1 / 8], 1 / 8],
	])("%s", (_, totals, restOdds, competition, probabilities, nobody) => {
		const posterior = posteriorOf(totals, restOdds);
		expect(posterior.nobody).toBeCloseTo(nobody, 12);
		expect(posterior.competition).toHaveLength(competition.length);
		competition.forEach((bits, i) => {
			expect(posterior.competition[i]).toBeCloseTo(bits, 5);
			expect(posterior.competition[i]).toBeLessThanOrEqual(bits);
		});
		probabilities.forEach((probability, i) => {
			expect(posterior.probabilities[i]).toBeCloseTo(probability, 5);
		});
	});

	it("is never nearer to 0 or 1 than 2^-40, in whole micro-bits without minus nought", () => {
		expect(posteriorOf([300], 0)).toStrictEqual({ competition: [0], probabilities: [1 - 2 ** -40], nobody: 2 ** -40 });
		expect(posteriorOf([-300], 0)).toStrictEqual({
			competition: [0],
			probabilities: [2 ** -40],
			nobody: 1 - 2 ** -40,
		});
	});

	it("holds for evidence however far apart", () => {
		const { probabilities, competition, nobody } = posteriorOf([600, -600, 600], 0);
		expect(competition).toEqual([-600, -601, -600]);
		expect(probabilities).toEqual([0.5, 2 ** -40, 0.5]);
		expect(nobody).toBe(2 ** -40);
	});
});

describe("the odds of all that share no search key", () => {
	it.each([
		["are those of the coverage where nothing is missed", 1, 0.75, 0, 3],
		["fall with their share", 0.5, 0.75, 0, 1.5],
		["fall with each bit that not resembling costs", 0.5, 0.75, -2, 0.375],
		["are none where all records are compared", 0, 0.75, -2, 0],
	])("%s", (_, share, coverage, absent, odds) => {
		expect(spreadOdds(share, coverage, absent)).toBe(odds);
	});
});

describe("several as one", () => {
	const one = { total: 3, evidence: [{ scorer: "name", bits: 2 }] };
	const other = {
		total: 3,
		evidence: [
			{ scorer: "name", bits: 2 },
			{ scorer: "place", bits: -1 },
		],
	};
	it("adds up their odds, and tells what each scorer has earned them", () => {
		const { bits, earned } = together([one, other]);
		expect(bits).toBeCloseTo(4, 12);
		expect(Object.keys(earned)).toEqual(["name", "place"]);
		expect(earned["name"]).toBeCloseTo(2, 12);
		expect(earned["place"]).toBeCloseTo(4 - Math.log2(2 ** 3 + 2 ** 4), 12);
	});

	it("lets a few stand for a crowd, who earn what they do", () => {
		const few = together([one, other]);
		const crowd = together([one, other], 8);
		expect(crowd.bits).toBeCloseTo(few.bits + 3, 12);
		expect(crowd.earned).toEqual(few.earned);
	});

	it("adds up the least likely and the most likely alike", () => {
		const members = [-2000, 2000].map((total) => ({ total, evidence: [] }));
		expect(together(members)).toEqual({ bits: 2000, earned: {} });
		expect(together([{ total: -2000, evidence: [] }])).toEqual({ bits: -2000, earned: {} });
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

	it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 129, -129])(
		"names the scorer that gives %d bits",
		(bits) => {
			expect(() => weigh([observed("broken", bits)])).toThrow(
				expect.objectContaining({
					code: "SCORER",
					message: 'Scorer "broken" gave bits that are no number from -128 to 128, at level "some".',
				}),
			);
		},
	);

	/** Of each pair the former comes first by what is named, and would come last by all that is asked after it. */
	const early = { level: "a", profileField: "a", profileValue: "a", recordValue: "a" };
	const late = { level: "b", profileField: "b", profileValue: "b", recordValue: "b" };
	it.each<[string, Observed, Observed]>([
		["bits", placed("b", 2, late), placed("a", 1, early)],
		["bits, if they are against", placed("b", -1, late), placed("a", -2, early)],
		["scorer", placed("a", 1, late), placed("b", 1, early)],
		["level", placed("a", 1, { ...late, level: "a" }), placed("a", 1, { ...early, level: "b" })],
		[
			"profile field",
			placed("a", 1, { ...late, level: "a", profileField: "a" }),
			placed("a", 1, { ...early, profileField: "b" }),
		],
		["profile value", placed("a", 1, { ...early, recordValue: "b" }), placed("a", 1, { ...early, profileValue: "b" })],
		["record value", placed("a", 1, early), placed("a", 1, { ...early, recordValue: "b" })],
	])("lists the strongest first, whatever order they come in: by %s", (_, first, second) => {
		for (const given of [
			[first, second],
			[second, first],
		])
			expect(weigh(given).map(({ observed }) => observed)).toEqual([first, second]);
	});

	it("counts what one scorer tells twice once, and what is against apart, where it names no facts", () => {
		const evidence = weigh([3, -1, 5, -2, 5].map((bits) => observed("a", bits)));
		expect(evidence.map(({ rawBits, bits }) => [rawBits, bits])).toEqual([
			[5, 5],
			[5, 0],
			[3, 0],
			[-1, -1],
			[-2, -1],
		]);
	});

	it("lets no fact of nought bits change what was told of it", () => {
		const facts = (bits: number) => [{ fact: "x", bits }];
		const evidence = weigh([observed("a", 3, facts(3)), observed("b", 2, facts(0)), observed("c", 1, facts(4))]);
		expect(evidence.map(({ bits }) => bits)).toEqual([3, 0, 1]);
	});

	it("trusts by weight before repetition is taken off, and by slope after", () => {
		const facts = (bits: number) => [{ fact: "x", bits }];
		const given = [observed("a", 8, facts(8), 0.5), observed("b", 3, facts(6), 0.75)];
		const slopes = new Map([["b", 3]]);
		expect(weigh(given).map(({ scorer, bits, rawBits }) => [scorer, bits, rawBits])).toEqual([
			["a", 4, 4],
			["b", 0.5, 2.25],
		]);
		expect(weigh(given, slopes).map(({ scorer, bits, rawBits }) => [scorer, bits, rawBits])).toEqual([
			["a", 4, 4],
			["b", 1.5, 6.75],
		]);
	});

	it("counts in full what only repeated, once that is taken out", () => {
		const facts = (bits: number) => [{ fact: "x", bits }];
		const shown = evidenceOf(
			weigh([observed("a", 6, facts(6)), observed("b", 5, facts(5)), observed("c", 2), observed("d", 1, facts(1))]),
		);
		expect(shown.map(({ bits }) => bits)).toEqual([6, 0, 2, 0]);
		const left = weighAgain(shown.slice(1), new Map([["b", 0.5]]));
		expect(left).toEqual([
			{ ...shown[1], bits: 2.5 },
			{ ...shown[2], bits: 2 },
			{ ...shown[3], bits: 0 },
		]);
	});
});

function placed(scorer: string, bits: number, places: Partial<Observation>): Observed {
	const one = observed(scorer, bits);
	return { ...one, observation: { ...one.observation, ...places } };
}

describe("evidence as it is shown", () => {
	it("holds what was compared, and a sentence without it", () => {
		expect(evidenceOf(weigh([observed("display", 3)]))).toStrictEqual([
			{
				scorer: "display",
				group: "name",
				level: "some",
				rawBits: 3,
				bits: 3,
				says: "The name is",
				template: "The name {profile} is {record}",
				profileValue: "Todd",
				recordValue: "Todd",
				profileField: "displayName",
				recordField: "names",
				controller: "holder",
				facts: [{ fact: 0, bits: 3 }],
			},
		]);
	});

	it.each<Partial<Observation>>([
		{ share: 0 },
		{ share: 0.25 },
		{ decides: false },
		{ decides: true },
		{ attested: { at: 1, signedIn: true } },
		{ controller: "third-party" },
	])("keeps what the scorer says besides: %j", (said) => {
		const [plain] = evidenceOf(weigh([observed("a", 3)]));
		expect(evidenceOf(weigh([placed("a", 3, said)]))).toStrictEqual([{ ...plain, ...said }]);
	});

	it("says the same of a level each time it is shown, and another sentence of another level", () => {
		const first = observed("a", 3);
		const second = { ...observed("b", 2), definition: { m: 0.5, u: 0.5, says: "{profile} lives in {record}." } };
		for (const _ of ["once", "again"])
			expect(evidenceOf(weigh([first, second])).map(({ says }) => says)).toEqual(["The name is", "lives in."]);
	});

	it("numbers the facts in place of their names, one number for what is told twice, in weighted bits", () => {
		const evidence = evidenceOf(
			weigh([
				observed("handle", 9, [
					{ fact: "given name", bits: 4 },
					{ fact: "family name", bits: 5 },
				]),
				observed(
					"display",
					16,
					[
						{ fact: "family name", bits: 12 },
						{ fact: "place", bits: 4 },
					],
					0.5,
				),
				observed("place", 4, undefined, 0.5),
				observed("link", 1),
			]),
		);
		expect(evidence.map(({ scorer, facts }) => [scorer, facts.map(({ fact, bits }) => [fact, bits])])).toEqual([
			[
				"handle",
				[
					[0, 4],
					[1, 5],
				],
			],
			[
				"display",
				[
					[1, 6],
					[2, 2],
				],
			],
			["place", [[2, 2]]],
			["link", [[3, 1]]],
		]);
		expect(JSON.stringify(evidence)).not.toContain("given name");
	});
});

describe("who a profile is about, and who holds it", () => {
	const of = (group: EvidenceGroup, bits: number) => ({ group, bits, rawBits: bits });
	it.each([
		["nothing at all", [], false],
		["a name that fits", [of("name", 3)], true],
		["a name that fits and a place that does not, as strongly", [of("name", 3), of("context", -3)], false],
		["a name that does not fit", [of("name", -1)], false],
		["a name that fits, on a parody", [of("name", 3), of("holder", -9)], true],
		["no more than the kind of holder", [of("holder", 2)], false],
	])("%s", (_, evidence, related) => {
		expect(isRelated(evidence)).toBe(related);
	});

	it.each([
		["nothing at all", [], undefined],
		["a name that does not fit", [of("name", -3)], undefined],
		["a holder of the same kind", [of("holder", 1)], undefined],
		["a holder of no kind in particular", [of("holder", 0)], undefined],
		["a holder of another kind", [of("name", -3), of("holder", 1), of("holder", -9)], 2],
	])("a record that is no match by its kind: %s", (_, evidence, index) => {
		expect(misfitOf(evidence)).toBe(index === undefined ? undefined : evidence[index]);
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

describe("the exact limits of each decision", () => {
	const LINK = "One record fits far better than any other, or than nobody.";
	const AGAINST = "One record fits, but something on the profile speaks against it.";
	const PROBABLY = "One record probably fits, but not surely enough to act on without a look.";
	const SEVERAL = "It is probably one of several records that fit about equally well.";
	const MISFIT = "A record may have to do with it, but that is for a person to say.";
	const LITTLE = "The profile says too little: even a perfect match would leave doubt.";
	const CROWD = "Too many records share what the profile shows to tell them apart.";
	const SOMEBODY = "Somebody here may fit, but the profile does not tell who.";
	const NOTHING = "Nothing on the profile speaks for any record, and nothing against.";
	const NONE = "No record here fits well enough: probably nobody of this record set.";
	const ALIKE = "Only the initial is shown.";
	const ASIDE = "This is a parody.";
	const below = (limit: number) => limit - 2 ** -40;
	const limits = { link: 0.75, review: 0.5 };
	/** A fifth of the doubt that 0.75 leaves. */
	const stricter = 1 - 0.25 / 5;
	const base = {
		records: 100,
		coverage: 0.5,
		readable: true,
		probabilities: [] as readonly number[],
		nobody: 0.9,
		unlisted: 0,
		ceiling: 0.99,
		capped: 0,
		against: 0,
		incomplete: undefined,
	};
	it.each<[string, Partial<Parameters<typeof decide>[0]>, string, string]>([
		[
			"nothing to read",
			{ readable: false, probabilities: [0.9] },
			"insufficient",
			"The profile holds nothing that could be compared.",
		],
		["no records", { records: 0, probabilities: [0.9] }, "none", "There are no records to compare with."],
		["as sure as asked", { probabilities: [0.75] }, "link", LINK],
		["hardly less", { probabilities: [below(0.75)] }, "review", PROBABLY],
		["less than two bits against", { probabilities: [0.75], against: below(-2) + 2 ** -39 }, "link", LINK],
		["two bits against", { probabilities: [0.75], against: -2 }, "review", AGAINST],
		[
			"two bits against, and hardly as sure as asked",
			{ probabilities: [below(0.75)], against: -2 },
			"review",
			PROBABLY,
		],
		["two bits against, and a fifth of the doubt", { probabilities: [stricter], against: -2 }, "link", LINK],
		["two bits against, and hardly more doubt", { probabilities: [below(stricter)], against: -2 }, "review", AGAINST],
		["sure by what makes no link alone", { probabilities: [0.75], incomplete: ALIKE }, "review", ALIKE],
		[
			"nearly sure by what makes no link alone",
			{ probabilities: [below(0.75)], incomplete: ALIKE },
			"review",
			PROBABLY,
		],
		["as likely as a review asks", { probabilities: [0.5] }, "review", PROBABLY],
		["hardly less likely than that", { probabilities: [below(0.5)], nobody: 0.9 }, "none", NONE],
		["one four times likelier than the next", { probabilities: [0.5, 0.125] }, "review", PROBABLY],
		["one hardly less than four times likelier", { probabilities: [0.5, 0.125 + 2 ** -40] }, "review", SEVERAL],
		["several that are likely together", { probabilities: [0.25, 0.25] }, "review", SEVERAL],
		["another kind, however sure", { probabilities: [0.9], misfit: true }, "review", MISFIT],
		["another kind, as likely as a review asks", { probabilities: [0.5], misfit: true }, "review", MISFIT],
		["another kind, hardly less likely", { probabilities: [below(0.5)], misfit: true }, "none", NONE],
		["the best imaginable is hardly too little", { ceiling: below(0.5) }, "insufficient", LITTLE],
		["the best imaginable is just enough", { ceiling: 0.5 }, "none", NONE],
		["a crowd, likelier than nobody", { capped: 1, nobody: 0.25, unlisted: 0.75 }, "insufficient", CROWD],
		["a crowd, hardly as likely as needed", { capped: 1, nobody: below(0.75), unlisted: 0.25 }, "insufficient", CROWD],
		["a crowd too unlikely", { capped: 1, nobody: 0.75, unlisted: 0.25 }, "none", NONE],
		[
			"a crowd likelier than those listed",
			{ capped: 1, probabilities: [below(0.25)], unlisted: 0.25, nobody: 0.5 },
			"insufficient",
			CROWD,
		],
		[
			"a crowd as likely as those listed",
			{ capped: 1, probabilities: [0.25], unlisted: 0.25, nobody: 0.5 },
			"insufficient",
			NOTHING,
		],
		["no crowd", { unlisted: 0.5, nobody: 0.5 }, "insufficient", NOTHING],
		["nobody is hardly the likeliest", { nobody: below(0.5) }, "insufficient", SOMEBODY],
		["nobody is the likeliest", { nobody: 0.5 }, "insufficient", NOTHING],
		["nobody half a bit likelier than before", { nobody: 0.585786437626905 }, "none", NONE],
		["nobody hardly half a bit likelier", { nobody: 0.5857 }, "insufficient", NOTHING],
		["half a bit where most are covered", { coverage: 0.75, nobody: 0.5 }, "none", NONE],
		["half a bit where few are covered", { coverage: 0.25, nobody: 0.8093 }, "none", NONE],
		["hardly half a bit where few are covered", { coverage: 0.25, nobody: 0.8092 }, "insufficient", NOTHING],
		["something to say first", { probabilities: [0.5], aside: ASIDE }, "review", `${ASIDE} ${PROBABLY}`],
		["something to say first of nobody", { aside: ASIDE }, "none", `${ASIDE} ${NONE}`],
		["nothing to say first of a link", { probabilities: [0.75], aside: ASIDE }, "link", LINK],
	])("%s", (_, situation, decision, reason) => {
		expect(decide({ ...base, ...situation }, limits)).toEqual({ decision, reason });
	});

	it.each([
		["none", [], false],
		["one", [0.5], false],
		["a fourth", [0.5, 0.125], false],
		["more than a fourth", [0.5, 0.126], true],
		["equal", [0.3, 0.3], true],
	])("several records fit: %s", (_, probabilities, several) => {
		expect(areSeveral(probabilities)).toBe(several);
	});
});

describe("thresholds", () => {
	it.each([[{ link: 0.99, review: 0.5 }], [{ link: 0.5, review: 0.5 }], [{ link: 1 - 2 ** -40, review: 2 ** -40 }]])(
		"takes %j",
		(thresholds) => {
			expect(() => checkThresholds(thresholds)).not.toThrow();
		},
	);

	const probability = (key: string) => `\`thresholds.${key}\` is a probability between 0 and 1.`;
	it.each([
		[{ link: 1, review: 0.5 }, "link", probability("link")],
		[{ link: 1.5, review: 0.5 }, "link", probability("link")],
		[{ link: 0, review: 0.5 }, "link", probability("link")],
		[{ link: Number.NaN, review: 0.5 }, "link", probability("link")],
		[{ link: 0.9, review: 0 }, "review", probability("review")],
		[{ link: 0.9, review: -0.5 }, "review", probability("review")],
		[{ link: 0.9, review: 1 }, "review", probability("review")],
		[{ link: 0.5, review: 0.5 + 2 ** -40 }, "review", "`thresholds.review` is at most `thresholds.link`."],
	])("refuses %j", (thresholds, key, message) => {
		expect(() => checkThresholds(thresholds)).toThrow(
			expect.objectContaining({ code: "CONFIG", path: `thresholds.${key}`, message }),
		);
	});
});

it("there is no minus nought, whichever way it comes about", () => {
	for (const bits of [-0, -1e-9, 1e-9]) expect(microBits(bits)).toBe(0);
});
