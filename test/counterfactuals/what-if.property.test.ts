import fc from "fast-check";
import {
	type CrmRecordInput,
	createResolver,
	defaultScorers,
	type Resolution,
	type ResolverOptions,
	type SocialProfileInput,
	type TrainedModel,
	whatIf,
} from "sameas";
import { describe, expect, it } from "vitest";
import { type Supposed, suppose } from "../../src/counterfactuals/supposing.js";
import { isRelated, posteriorOf, priorBits, spreadOdds, totalBits, weigh } from "../../src/model.js";
import { insideOf } from "../../src/training/inside.js";

const givens = ["Todd", "Tina", "Maria", "Wei"] as const;
const families = ["Defren", "Okafor", "Smith", "Zelmistova"] as const;
const cities = ["Boston", "Leeds"] as const;
const numbers = [0, 1, 2, 3] as const;
const email = (n: number): string => `box${n}@example.com`;
const phone = (n: number): string => `+1 617 555 01${40 + n}`;
const reference = (n: number): string => `T-8821${n}`;

const person = fc.record(
	{
		given: fc.constantFrom(...givens),
		family: fc.constantFrom(...families),
		email: fc.constantFrom(...numbers),
		phone: fc.constantFrom(...numbers),
		reference: fc.constantFrom(...numbers),
		city: fc.constantFrom(...cities),
		// A city and an employer have a fact in common: without the one the other counts more.
		organization: fc.constantFrom("Zephyr Labs", "Acme Robotics"),
	},
	{ requiredKeys: ["given", "family"] },
);
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

/** Nobody is a duplicate of another: a shared number or mailbox is marked as shared. */
const recordOf = (one: Person, index: number): CrmRecordInput => ({
	id: `r${index}`,
	name: `${one.given} ${one.family}`,
	emails: one.email === undefined ? [] : [{ value: email(one.email), shared: true }],
	phones: one.phone === undefined ? [] : [{ value: phone(one.phone), shared: true }],
	addresses: one.city === undefined ? [] : [{ city: one.city }],
	organization: one.organization ?? null,
	interactions: one.reference === undefined ? [] : [{ channel: "ticket", references: [reference(one.reference)] }],
});
const records = fc.array(person, { minLength: 1, maxLength: 8 }).map((people) => [...people.map(recordOf), ...fillers]);
const fillers = Array.from({ length: 30 }, (_, index) => ({
	id: `f${index}`,
	name: `${["Bea", "Gwen", "Ugo"][index % 3]} Horn${"abcdefghij"[index % 10]}ey`,
	email: `filler${index}@example.net`,
}));

const profile = fc
	.record({
		who: person,
		handle: fc.constantFrom("initial", "full", "opaque"),
		display: fc.constantFrom("full", "initial", "none"),
	})
	.map(({ who, handle, display }): SocialProfileInput => {
		const [given, family] = [who.given.toLowerCase(), who.family.toLowerCase()];
		const said = [
			...(who.email === undefined ? [] : [email(who.email)]),
			...(who.phone === undefined ? [] : [`call ${phone(who.phone)}`]),
			...(who.reference === undefined ? [] : [`ticket ${reference(who.reference)}`]),
			...(who.organization === undefined ? [] : [`at ${who.organization}`]),
		];
		return {
			platform: "x",
			handle: { initial: `${given[0]}${family}`, full: given + family, opaque: "zq9xk" }[handle],
			displayName: { full: `${who.given} ${who.family}`, initial: `${who.given} ${who.family[0]}.`, none: null }[
				display
			],
			bio: said.join(", "),
			location: who.city ?? null,
		};
	});
const parts = fc.subarray(["name", "email", "phone", "interaction", "place", "organization"]);
const slope = fc.double({ min: 0, max: 1.5, noNaN: true });
const options = fc.record(
	{
		coverage: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
		weights: fc.record({ name: slope, phone: slope }),
		model: fc
			.record({ name: slope, email: slope, place: slope })
			.map((slopes): TrainedModel => ({ format: "sameas-model", version: 1, slopes })),
	},
	{ requiredKeys: [] },
);

type Case = readonly [CrmRecordInput[], SocialProfileInput, Partial<ResolverOptions>];
const aCase: fc.Arbitrary<Case> = fc.tuple(records, profile, options);

async function resolved([records, profile, options]: Case): Promise<Resolution> {
	return createResolver({ records, ...options, maxLinks: 50 }).resolve(profile);
}

/** What the model gives for the same candidates when these scorers' observations are left out. */
function byTheModel([records, profile, options]: Case, without: ReadonlySet<string>) {
	const { scorers, coverage, compare } = insideOf(createResolver({ records, ...options, maxLinks: 50 }));
	const { candidates, absent } = compare(profile);
	const slopes = new Map(Object.entries(options.model?.slopes ?? {}));
	const weighed = candidates.map(({ recordId, share, observed }) => {
		const evidence = weigh(
			observed.filter(({ scorer }) => !without.has(scorer)),
			slopes,
		);
		return { recordId, share, evidence, total: totalBits(priorBits(share, coverage), evidence) };
	});
	const listed = weighed.filter(({ evidence }) => isRelated(evidence));
	const share = listed.reduce((sum, one) => sum + one.share, 0);
	const left = scorers.reduce((sum, { name }, at) => (without.has(name) ? sum : sum + (absent[at] as number)), 0);
	const { probabilities, nobody } = posteriorOf(
		listed.map(({ total }) => total),
		spreadOdds(1 - share, coverage, left),
	);
	return { nobody, of: new Map(listed.map(({ recordId }, at) => [recordId, probabilities[at] as number])) };
}

const entropyOf = (probabilities: readonly number[]): number =>
	probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);

/** A resolution holds nothing of records that only what is left out speaks against. */
const holdsAll = ({ links }: Resolution, ids: readonly string[]): boolean =>
	ids.every((id) => links.some(({ recordId }) => recordId === id));

describe("whatIf", () => {
	it("makes the very decision again when nothing is changed, also with what a thread has sent", async () => {
		await fc.assert(
			fc.asyncProperty(aCase, fc.integer({ min: 1, max: 4 }), async ([records, profile, options], maxLinks) => {
				const resolution = await createResolver({ records, ...options, maxLinks }).resolve(profile);
				const again = suppose(structuredClone(resolution), {});
				expect(again).toMatchObject({ decision: resolution.decision, reason: resolution.reason });
				expect(again.first).toBe(resolution.links[0]?.recordId);
				const here = suppose(resolution, {});
				for (const link of resolution.links) expect(here.of(link).probability).toBe(link.probability);
				for (const link of resolution.links)
					expect(here.of(link).evidence.map(({ bits }) => bits)).toEqual(link.evidence.map(({ bits }) => bits));
			}),
			{ numRuns: 60 },
		);
	});

	it("gives what the model gives for the same candidates with the observations left out", async () => {
		let compared = 0;
		await fc.assert(
			fc.asyncProperty(aCase, parts, async (given, left) => {
				const without = new Set(left);
				const resolution = await resolved(given);
				const supposed = suppose(resolution, { without });
				const expected = byTheModel(given, without);
				if (!holdsAll(resolution, [...expected.of.keys()])) return;
				compared++;
				for (const link of resolution.links) {
					const probability = expected.of.get(link.recordId);
					// Prior odds are rounded to micro-bits, and so is each share that goes back to those not listed.
					if (probability !== undefined) expect(supposed.of(link).probability).toBeCloseTo(probability, 6);
				}
				expect(supposed.first === undefined).toBe(expected.of.size === 0);
			}),
			{ numRuns: 100 },
		);
		expect(compared).toBeGreaterThan(50);
	});

	it("decides like a resolver that has not got the scorer, where that one finds the same records", async () => {
		let compared = 0;
		await fc.assert(
			fc.asyncProperty(
				records,
				profile,
				fc.constantFrom("email", "phone", "interaction", "place", "organization"),
				async (...given) => {
					const [records, profile, scorer] = given;
					const resolution = await createResolver({ records, maxLinks: 50 }).resolve(profile);
					const scorers = defaultScorers().filter(({ name }) => name !== scorer);
					const other = await createResolver({ records, scorers, maxLinks: 50 }).resolve(profile);
					const supposed: Supposed = suppose(resolution, { without: new Set([scorer]) });
					const listed = resolution.links.filter((link) => isRelated(supposed.of(link).evidence));
					const found = other.links.map(({ recordId }) => recordId);
					if (found.length !== listed.length || !holdsAll(resolution, found)) return;
					compared++;
					expect(supposed).toMatchObject({ decision: other.decision, reason: other.reason });
					for (const { recordId, probability } of other.links) {
						const link = resolution.links.find((one) => one.recordId === recordId);
						expect(link && supposed.of(link).probability).toBeCloseTo(probability, 6);
					}
				},
			),
			{ numRuns: 100 },
		);
		expect(compared).toBeGreaterThan(50);
	});

	it("leaves a record its prior, shared with all of which nothing is known, when all evidence is left out", async () => {
		await fc.assert(
			fc.asyncProperty(records, profile, async (records, profile) => {
				const resolution = await createResolver({ records }).resolve(profile);
				const scorers = resolution.links.flatMap(({ evidence }) => evidence.map(({ scorer }) => scorer));
				const read = resolution.basis.bounds.map(({ scorer }) => scorer);
				const supposed = suppose(resolution, { without: new Set([...scorers, ...read]) });
				for (const link of resolution.links) {
					const odds = 2 ** link.prior;
					const all = resolution.prior.coverage / (1 - resolution.prior.coverage);
					expect(supposed.of(link).probability).toBeCloseTo(odds / (1 + all), 6);
				}
			}),
			{ numRuns: 60 },
		);
	});

	it("names the smallest evidence: no part of it keeps the decision", async () => {
		await fc.assert(
			fc.asyncProperty(aCase, async (given) => {
				const resolution = await resolved(given);
				const [best] = resolution.links;
				const { decides } = whatIf(resolution);
				if (best === undefined || !["link", "review"].includes(resolution.decision)) {
					expect(decides).toEqual([]);
					return;
				}
				const pieces = [
					...new Set(best.evidence.filter(({ group }) => group !== "holder").map(({ scorer }) => scorer)),
				];
				const keeps = (kept: readonly string[]): boolean => {
					const { decision, first } = suppose(resolution, {
						without: new Set(pieces.filter((one) => !kept.includes(one))),
					});
					return decision === resolution.decision && first === best.recordId;
				};
				const kept = decides.map(({ scorer }) => scorer);
				expect(keeps(kept)).toBe(true);
				for (let mask = 0; mask < 2 ** pieces.length; mask++) {
					const part = pieces.filter((_, at) => mask & (1 << at));
					if (part.length < kept.length) expect(keeps(part)).toBe(false);
				}
			}),
			{ numRuns: 60 },
		);
	});

	it("expects no less than nothing of a question, no more than is not known, and of all answers what is believed now", async () => {
		let questions = 0;
		await fc.assert(
			fc.asyncProperty(aCase, fc.constantFrom("public", "private"), async (given, channel) => {
				const resolution = await resolved(given);
				const { links, nobody, unlisted } = resolution;
				const others = nobody + unlisted;
				const entropy = entropyOf([...links.map(({ probability }) => probability), others]);
				for (const { expectedBits, would } of whatIf(resolution, { channel }).ask) {
					expect(expectedBits).toBeGreaterThanOrEqual(0);
					expect(expectedBits).toBeLessThanOrEqual(entropy + 1e-6);
					if (would.length === 0) continue;
					questions++;
					expect(would.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
					for (const { probability } of would) expect(probability).toBeGreaterThan(0);
				}
			}),
			{ numRuns: 60 },
		);
		expect(questions).toBeGreaterThan(20);
	});

	it("words a question by its kind alone, shows no value, and asks in public for nothing that others could use", async () => {
		const wordings = new Map<string, string>();
		await fc.assert(
			fc.asyncProperty(aCase, fc.constantFrom("public", "private"), async (given, channel) => {
				const answer = whatIf(await resolved(given), { channel });
				const { ask, opening } = answer;
				expect(JSON.stringify(answer)).not.toMatch(
					/@|\+1 617|T-8821|Todd|Tina|Maria|Defren|Okafor|Smith|Zelmistova|Boston|Leeds|Labs/i,
				);
				for (const { kind, question, wording } of [...ask, opening]) {
					const said = `${question} ${wording}`;
					expect(wordings.get(kind) ?? said).toBe(said);
					wordings.set(kind, said);
				}
				if (channel === "public") {
					for (const { kind } of ask) expect(["private-channel", "name", "handle"]).toContain(kind);
					expect(ask[0]?.kind).toBe("private-channel");
				}
				expect(opening.kind).toBe(channel === "public" ? "private-channel" : "reference");
			}),
			{ numRuns: 60 },
		);
		expect(wordings.size).toBeGreaterThan(4);
	});
});
