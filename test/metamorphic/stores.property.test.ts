import "../node/sources.js";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import {
	type BatchItem,
	type CrmRecordInput,
	createResolver,
	type Evidence,
	memoryStore,
	type Resolution,
	type ResolverOptions,
	type SocialProfileInput,
} from "sameas";
import { resolverPool } from "sameas/node";
import { afterAll, expect } from "vitest";
import { joined } from "../../src/memory/bytes.js";
import { aboutWhom, anySet, type Known, options, pool, profileOf, recipes, worldOf } from "./people.js";
import { CASES, expectSame, holds, SEED } from "./suite.js";

const plain = pool((records) => worldOf(records));
const inputs = (records: readonly Known[]): CrmRecordInput[] => records as unknown as CrmRecordInput[];

// ---------------------------------------------------------------- ways to ask

/** One set of records is asked by threads: starting them takes longer than a thousand answers. */
const threaded = plain(0);
let threads: ReturnType<typeof resolverPool> | undefined;
afterAll(async () => (await threads)?.close());

async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
	for (const item of items) yield item;
}
async function answersOf<P>(items: AsyncIterable<BatchItem<P>>): Promise<Resolution[]> {
	const answers: Resolution[] = [];
	for await (const item of items) if (item.kind === "resolved") answers.push(item.resolution);
	return answers;
}

holds(22, fc.tuple(anySet, fc.array(recipes, { minLength: 1, maxLength: 2 }), fc.nat(19)), async ([at, asked, one]) => {
	// Every twentieth case also asks the threads.
	const { records, resolver, store } = one === 0 ? threaded : plain(at);
	const profiles = asked.map((recipe) => profileOf(records, recipe)) as SocialProfileInput[];
	const apart: Resolution[] = [];
	for (const profile of profiles) apart.push(await resolver.resolve(profile));
	expectSame(await answersOf(resolver.resolveAll(one % 2 === 0 ? profiles : stream(profiles))), apart);
	if (one === 0) {
		threads ??= resolverPool({ store, workers: 1, options: { defaultCountry: "US" } });
		expectSame(await Promise.all(profiles.map(async (profile) => (await threads)?.resolve(profile))), apart);
	}
	return apart.some(({ links }) => links.length > 0);
});

const reloaded = pool((records) => {
	const { store, resolver } = worldOf(records);
	const copy = memoryStore({ snapshot: joined(store.snapshot()).slice() });
	const copyOfCopy = memoryStore({ snapshot: joined(copy.snapshot()).slice() });
	return { records, resolver, copies: [copy, copyOfCopy].map((store) => createResolver({ ...options, store })) };
});

holds(23, fc.tuple(anySet, recipes), async ([at, recipe]) => {
	const { records, resolver, copies } = reloaded(at);
	const profile = profileOf(records, recipe);
	const answer = await resolver.resolve(profile);
	for (const copy of copies) expectSame(await copy.resolve(profile), answer);
	return answer.links.length > 0;
});

holds(24, fc.tuple(anySet, anySet, recipes), async ([at, from, recipe]) => {
	const { records, resolver } = plain(at);
	const profile = profileOf(records, recipe);
	const answer = await resolver.resolve(profile);
	// Strangers, and a duplicate of the one who is asked about.
	const added = [aboutWhom(records, recipe), ...plain(from).records.slice(0, 2)];
	const others = added.map((record, index) => ({ ...record, id: `new ${index}` }));
	resolver.add(inputs(others));
	// Asked in between, so that what is remembered of them has to be forgotten.
	await resolver.resolve(profile);
	for (const { id } of others) expect(resolver.remove(id)).toBe(true);
	expectSame(await resolver.resolve(profile), answer);
	return answer.links.length > 0;
});

// ---------------------------------------------------------------- where and when

const run = promisify(execFile);
const program = fileURLToPath(new URL("./answers.ts", import.meta.url));
const tsx = fileURLToPath(new URL("../../node_modules/.bin/tsx", import.meta.url));
const places = [
	{ TZ: "Pacific/Chatham", LC_ALL: "tr_TR.UTF-8" },
	{ TZ: "America/St_Johns", LC_ALL: "sv_SE.UTF-8" },
];
let elsewhere: Promise<readonly (readonly string[])[]> | undefined;
const answersElsewhere = () =>
	Promise.all(
		places.map(async (place) => {
			const env = { ...process.env, ...place, LANG: place.LC_ALL, SAMEAS_CASES: String(CASES) };
			const { stdout } = await run(tsx, [program, String(CASES)], { env, maxBuffer: 2 ** 28 });
			return stdout.trim().split("\n");
		}),
	);
const questions = fc.tuple(anySet, recipes);
const asked = fc.sample(questions, { numRuns: CASES, seed: SEED });

holds(30, fc.nat(CASES - 1), async (index) => {
	elsewhere ??= answersElsewhere();
	const lists = await elsewhere;
	expect(new Set([...lists.map((list) => list.at(-1)), new Date(0).toLocaleString()]).size).toBe(3);
	const [at, recipe] = asked[index] as (typeof asked)[number];
	const { records, resolver } = plain(at);
	const answer = await resolver.resolve(profileOf(records, recipe));
	const hash = createHash("sha256").update(JSON.stringify(answer)).digest("base64url");
	for (const list of lists) expect(list[index]).toBe(hash);
	return answer.links.length > 0;
});

const YEAR_MS = 365.25 * 24 * 3600 * 1000;
const years = [2020, 2026, 2027, 2045, 2090];
/** When each number was last known to be right, and until when each handle was the person's. */
const aged = (record: Known, index: number) => ({
	...record,
	phones: record.phones.map((value) => (index % 2 === 0 ? { value, observedAt: "2024-05-06" } : { value })),
	handles: record.handles.map((handle) => (index % 3 === 0 ? { ...handle, validTo: "2026-06-01" } : handle)),
});
const atTimes = pool((records) => {
	const made = new Map<number | undefined, ReturnType<typeof createResolver>>();
	return (year: number | undefined) => {
		const given: ResolverOptions = { ...options, ...(year === undefined ? {} : { now: (year - 1970) * YEAR_MS }) };
		const resolver =
			made.get(year) ?? createResolver({ ...given, records: inputs(records.map(aged) as unknown as Known[]) });
		made.set(year, resolver);
		return resolver;
	};
});
const year = fc.constantFrom(undefined, ...years);
/** A number that may have changed hands, and a handle that was somebody's until then, or names the profile in turn. */
const ages = ({ scorer }: Evidence): boolean => scorer === "phone" || scorer === "account";

holds(31, fc.tuple(anySet, recipes, year, year), async ([at, recipe, one, another]) => {
	const { records } = plain(at);
	const profile = profileOf(records, recipe);
	const [now, then] = [await atTimes(at)(one).resolve(profile), await atTimes(at)(another).resolve(profile)];
	// Which records are people of their own goes by who fits best, and so by what ages.
	if (now.prior.records !== then.prior.records) return false;
	const hasAged = [now, then].some(({ links }) => links.some(({ evidence }) => evidence.some(ages)));
	// Lifetimes are what the clock is for: how far a link is proved goes by it.
	const apart = (resolution: Resolution) => ({
		...resolution,
		links: resolution.links.map(({ assurance: _assurance, ...link }) => link),
	});
	if (!hasAged) expectSame(apart(now), apart(then));
	for (const { recordId, evidence, prior } of now.links) {
		const other = then.links.find((link) => link.recordId === recordId);
		if (other === undefined) continue;
		const lasting = (list: readonly Evidence[]): string[] => {
			// What it adds to a fact told before depends on the other, and facts are counted through in their order.
			return list
				.filter((one) => !ages(one))
				.map(({ bits: _bits, facts: _facts, ...rest }) => JSON.stringify(rest))
				.sort();
		};
		expectSame(lasting(evidence), lasting(other.evidence));
		expect(prior).toBe(other.prior);
	}
	return one !== another && now.links.length > 0;
});

/** Other tenants have other options as well as other records. */
const tenants: readonly ResolverOptions[] = [
	{ defaultCountry: "DE", coverage: 0.2, maxLinks: 2 },
	{ defaultCountry: "GB", weights: { name: 0.5 }, thresholds: { link: 0.7, review: 0.2 } },
	{ defaultCountry: "KR", now: Date.UTC(2026, 6, 1), bareWeight: 1 },
];
const others = tenants.map((given) => pool((records) => worldOf(records, given)));

holds(
	32,
	fc.tuple(anySet, anySet, recipes, recipes, fc.nat(2)),
	async ([at, elsewhereAt, recipe, otherRecipe, which]) => {
		const { records, resolver } = plain(at);
		const tenant = (others[which] as (typeof others)[number])(elsewhereAt);
		const profile = profileOf(records, recipe);
		const answer = JSON.stringify(await resolver.resolve(profile));
		const theirs = profileOf(tenant.records, otherRecipe);
		// The same person is asked of the other, another one too, and a record of the first comes and goes there.
		const [same, other] = await Promise.all([tenant.resolver.resolve(profile), tenant.resolver.resolve(theirs)]);
		tenant.resolver.add(inputs([{ ...aboutWhom(records, recipe), id: "visitor" }]));
		await tenant.resolver.resolve(profile);
		tenant.resolver.remove("visitor");
		const again = await resolver.resolve(profile);
		expect(JSON.stringify(again)).toBe(answer);
		expectSame(await tenant.resolver.resolve(theirs), other);
		// None of the one's records is in the other's answers, nor an object that both could change.
		for (const link of same.links) expect(again.links.some(({ record }) => record === link.record)).toBe(false);
		return again.links.length > 0;
	},
);
