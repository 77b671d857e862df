import fc from "fast-check";
import {
	type CrmRecordInput,
	createResolver,
	type Evidence,
	type Resolution,
	type SocialProfileInput,
	waterfall,
} from "sameas";
import { expect } from "vitest";
import { posteriorOf, probabilityOf, totalBits, weigh } from "../../src/model.js";
import { attackerEdits } from "./edits.js";
import { observation, observations } from "./observed.js";
import {
	aboutWhom,
	anySet,
	type Known,
	numbersOf,
	options,
	type Profile,
	pool,
	profileOf,
	recipes,
	worldOf,
} from "./people.js";
import { expectSame, holds } from "./suite.js";

const plain = pool((records) => worldOf(records));
/** Each record by itself, so that nobody else's evidence is in the way. */
const alone = pool((records) => records.map((record) => worldOf([record])));

type Link = Resolution["links"][number];
const isOf =
	(id: string) =>
	({ recordId, duplicates }: Link): boolean =>
		recordId === id || duplicates.some((record) => record.id === id);

/** Each piece of evidence is rounded to micro-bits, and what a second telling of a fact adds is a piece of its own. */
const ROUNDING = 8 * 2 ** -20;

// ---------------------------------------------------------------- numbers

const NEAREST = 2 ** -40;
const anything = fc.oneof(
	fc.string(),
	fc.string({ unit: "binary" }),
	fc.constantFrom("", "@", "n/a", "\u202e\u0000", "1".repeat(80), "a\u0301".repeat(60)),
);
const odd: fc.Arbitrary<SocialProfileInput> = fc.record(
	{
		platform: fc.oneof(anything, fc.constantFrom("x", "mastodon", "bluesky")),
		id: anything,
		handle: anything,
		displayName: anything,
		bio: anything,
		location: anything,
		links: fc.array(anything, { maxLength: 2 }),
		emails: fc.array(fc.oneof(anything, fc.emailAddress()), { maxLength: 2 }),
		phones: fc.array(anything, { maxLength: 2 }),
		posts: fc.array(anything, { maxLength: 2 }),
		createdAt: anything,
	},
	{ requiredKeys: [] },
);

holds(14, fc.tuple(anySet, recipes, odd, fc.boolean()), async ([at, recipe, strange, mixed]) => {
	const { records, resolver } = plain(at);
	const answer = await resolver.resolve(mixed ? { ...profileOf(records, recipe), ...strange } : strange);
	JSON.stringify(answer, (_key, value) => {
		if (typeof value === "number") expect(value).toSatisfy(Number.isFinite);
		return value;
	});
	const probabilities = answer.links.map(({ probability }) => probability);
	for (const one of [...probabilities, answer.ceiling]) {
		expect(one).toBeGreaterThanOrEqual(NEAREST);
		expect(one).toBeLessThanOrEqual(1 - NEAREST);
	}
	const { nobody, unlisted } = answer;
	for (const one of [nobody, unlisted]) {
		expect(one).toBeGreaterThanOrEqual(0);
		expect(one).toBeLessThanOrEqual(1);
	}
	// To what keeping away from 0 and 1 and rounding to micro-bits add up to.
	const whole = probabilities.reduce((sum, one) => sum + one, nobody + unlisted);
	expect(Math.abs(whole - 1)).toBeLessThan(1e-5);
	return true;
});

/** Something that is also on record with the person whom the profile is made of, and was not on the profile. */
const agreeing: readonly ((profile: Profile, record: Known) => Profile | undefined)[] = [
	(profile, { emails: [email] }) =>
		email === undefined || profile.emails.length > 0 ? undefined : { ...profile, emails: [email] },
	(profile, { phones: [phone] }) =>
		phone === undefined || profile.phones.length > 0 ? undefined : { ...profile, phones: [phone] },
	(profile, { address }) =>
		address === undefined || profile.location != null ? undefined : { ...profile, location: address.city },
	(profile, { links: [url] }) =>
		url === undefined || profile.links.length > 0 ? undefined : { ...profile, links: [{ url }] },
	(profile, { interactions: [event] }) =>
		event === undefined || profile.posts.length > 0
			? undefined
			: { ...profile, posts: [{ text: `Still waiting for ${event.references?.[0]}.`, at: "2026-04-01T10:00:00Z" }] },
];
const bits = fc.double({ min: -30, max: 30, noNaN: true });
const seen = fc.array(observation(bits), { maxLength: 6 });

holds(
	15,
	fc.tuple(
		anySet,
		recipes,
		fc.constantFrom(...agreeing),
		seen,
		observation(fc.double({ min: 0, max: 30, noNaN: true })),
	),
	async ([at, recipe, also, list, more]) => {
		expect(totalBits(0, weigh([...list, more]))).toBeGreaterThanOrEqual(totalBits(0, weigh(list)) - ROUNDING);
		const { records } = plain(at);
		const own = aboutWhom(records, recipe);
		const { resolver } = alone(at)[records.indexOf(own)] as ReturnType<typeof worldOf>;
		const profile = profileOf(records, recipe);
		const other = also(profile, own);
		if (other === undefined) return false;
		const [before, after] = [await resolver.resolve(profile), await resolver.resolve(other)];
		const probabilityIn = ({ links }: Resolution): number => links.find(isOf(own.id))?.probability ?? 0;
		expect(probabilityIn(after)).toBeGreaterThanOrEqual(probabilityIn(before) * 2 ** -ROUNDING);
		expect(after.nobody).toBeLessThanOrEqual(before.nobody * 2 ** ROUNDING);
		return true;
	},
	{ telling: 0.15 },
);

/** Something that nobody on record has. */
const disagreeing: readonly ((profile: Profile) => Profile | undefined)[] = [
	(profile) => (profile.phones.length > 0 ? undefined : { ...profile, phones: ["+1 206 555 0188"] }),
	(profile) => (profile.location != null ? undefined : { ...profile, location: "Nuuk, Greenland" }),
	(profile) => (profile.displayName != null ? undefined : { ...profile, displayName: "Marguerite Ostrander" }),
	(profile) => (profile.handle != null ? undefined : { ...profile, handle: "margueriteostrander" }),
];

holds(
	16,
	fc.tuple(
		anySet,
		recipes,
		fc.constantFrom(...disagreeing),
		seen,
		observation(fc.double({ min: -30, max: 0, noNaN: true })),
	),
	async ([at, recipe, also, list, more]) => {
		expect(totalBits(0, weigh([...list, more]))).toBeLessThanOrEqual(totalBits(0, weigh(list)) + ROUNDING);
		const { records, resolver } = plain(at);
		const profile = profileOf(records, recipe);
		const other = also(profile);
		if (other === undefined) return false;
		const [before, after] = [await resolver.resolve(profile), await resolver.resolve(other)];
		// Whose duplicates are looked for goes by who fits best, and frequencies are those among people.
		if (after.prior.records !== before.prior.records) return false;
		// Against "nobody here": it may speak more against others than against this one.
		for (const { recordId, bits } of after.links) {
			const was = before.links.find((link) => link.recordId === recordId);
			if (was !== undefined) expect(bits).toBeLessThanOrEqual(was.bits + ROUNDING);
		}
		return before.links.length > 0;
	},
	{ telling: 0.15 },
);

const nothing = fc.constantFrom<SocialProfileInput>(
	{ pronouns: null, createdAt: null, emailHashes: [] },
	{ emails: null } as SocialProfileInput,
	{ email: "" },
	{ phone: "n/a" },
	{ interactions: [], emailHashes: null },
	{ attributes: {} },
);

holds(17, fc.tuple(anySet, recipes, nothing), async ([at, recipe, blank]) => {
	const { records, resolver } = plain(at);
	const { emails, phones, ...rest } = profileOf(records, recipe);
	const profile = { ...rest, ...(emails.length === 0 ? {} : { emails }), ...(phones.length === 0 ? {} : { phones }) };
	const answer = await resolver.resolve(profile);
	for (const { evidence, missing, record, duplicates } of answer.links) {
		const silent = new Set(missing.map(({ scorer }) => scorer));
		expect(evidence.filter(({ scorer }) => silent.has(scorer))).toEqual([]);
		if ([record, ...duplicates].every(({ phones }) => phones.length === 0)) expect(silent).toContain("phone");
	}
	const other = await resolver.resolve({ ...blank, ...profile });
	expectSame(numbersOf(other), numbersOf(answer));
	// A number on the profile is nothing for or against a record that has none.
	const withNumber = await resolver.resolve({ ...profile, phones: ["+1 206 555 0188"] });
	// Whose duplicates are looked for goes by who fits best, and frequencies are those among people.
	if (withNumber.prior.records !== answer.prior.records) return false;
	for (const { recordId, record, duplicates, evidence } of withNumber.links) {
		const was = answer.links.find((link) => link.recordId === recordId);
		if (was !== undefined && [record, ...duplicates].every(({ phones }) => phones.length === 0))
			expectSame(evidence, was.evidence);
	}
	return answer.links.length > 0;
});

holds(18, fc.tuple(anySet, recipes), async ([at, recipe]) => {
	const { records, resolver } = plain(at);
	const { links } = await resolver.resolve(profileOf(records, recipe));
	for (const link of links) {
		const rows = waterfall(link);
		let running = 0;
		for (const row of rows) {
			running += row.bits;
			expect(row.running).toBe(running);
		}
		expect(rows.at(-1)?.running).toBe(link.bits + link.competition);
		expect(probabilityOf(running)).toBe(link.probability);
		expect(link.evidence.reduceRight((sum, { bits }) => sum + bits, 0) + link.prior).toBe(link.bits);
		expect(Number.isInteger(running * 2 ** 20)).toBe(true);
	}
	return links.length > 0;
});

holds(
	19,
	fc.tuple(
		anySet,
		recipes,
		fc.array(bits, { minLength: 2, maxLength: 6 }),
		fc.double({ min: 0, max: 20, noNaN: true }),
	),
	async ([at, recipe, totals, more]) => {
		const { records, resolver } = plain(at);
		const { links } = await resolver.resolve(profileOf(records, recipe));
		for (const [index, link] of links.entries()) {
			const next = links[index + 1];
			if (next === undefined) break;
			expect(link.bits).toBeGreaterThanOrEqual(next.bits);
			expect(link.probability).toBeGreaterThanOrEqual(next.probability);
			if (link.bits === next.bits) expect(link.probability).toBe(next.probability);
		}
		const before = posteriorOf(totals, 0.1);
		const after = posteriorOf([(totals[0] as number) + more, ...totals.slice(1)], 0.1);
		expect(after.probabilities[0]).toBeGreaterThanOrEqual(before.probabilities[0] as number);
		expect(after.probabilities[1]).toBeLessThanOrEqual(before.probabilities[1] as number);
		expect(after.nobody).toBeLessThanOrEqual(before.nobody);
		return links.length > 1;
	},
	{ telling: 0.2 },
);

// ---------------------------------------------------------------- who said it

const twice = <T>(list: readonly T[]): readonly T[] => [...list, ...list];
const doubled = pool((records) =>
	createResolver({
		...options,
		records: records.map((record) => ({
			...record,
			emails: twice(record.emails),
			phones: twice(record.phones),
			names: twice(record.names),
			links: twice(record.links),
			handles: twice(record.handles),
		})) as unknown as CrmRecordInput[],
	}),
);

holds(26, fc.tuple(anySet, recipes, fc.boolean(), observations), async ([at, recipe, onRecord, list]) => {
	expect(totalBits(0, weigh([...list, ...list]))).toBe(totalBits(0, weigh(list)));
	const { records, resolver } = plain(at);
	const profile = profileOf(records, recipe);
	const answer = await resolver.resolve(profile);
	const other = onRecord
		? await doubled(at).resolve(profile)
		: await resolver.resolve({
				...profile,
				bio: `${profile.bio} ${profile.bio}`,
				emails: twice(profile.emails),
				phones: twice(profile.phones),
				posts: twice(profile.posts),
				links: twice(profile.links),
			});
	expectSame(numbersOf(other), numbersOf(answer));
	return answer.links.length > 0;
});

const edited = fc.tuple(anySet, recipes).chain(([at, recipe]) => {
	const profile = profileOf(plain(at).records, recipe);
	return fc.tuple(fc.constant(at), fc.constant(profile), attackerEdits(profile));
});
/**
 * What was seen, where, and by whom it is controlled. That the record also names the handle, which the holder writes, makes
 * of a link worth 9 bits or more a reciprocal one: the same link, with the same controller.
 */
function pieceOf({ scorer, level, rawBits, profileField, recordField, ...seen }: Evidence): string {
	const { profileValue, recordValue, controller } = seen;
	const told = profileField === "links" ? [] : [level, rawBits];
	return JSON.stringify([scorer, ...told, profileField, profileValue, recordField, recordValue, controller]);
}
/** What an account's assurance can rest on. An equal address hides what a checked link to its domain would have told. */
function isBeyondTheHolder({ controller, profileField }: Evidence): boolean {
	return controller === "firm" || controller === "third-party" || (controller === "platform" && profileField === "id");
}

holds(
	27,
	edited,
	async ([at, profile, other]) => {
		const { resolver } = plain(at);
		const [before, after] = [await resolver.resolve(profile), await resolver.resolve(other)];
		let told = false;
		for (const link of after.links) {
			const was = before.links.find(({ recordId }) => recordId === link.recordId);
			if (was === undefined) continue;
			const beyondTheHolder = ({ evidence }: Link): string[] => evidence.filter(isBeyondTheHolder).map(pieceOf).sort();
			expectSame(beyondTheHolder(link), beyondTheHolder(was));
			if (beyondTheHolder(was).length > 0) told = true;
		}
		return told;
	},
	{ telling: 0.05 },
);

const influence = fc.dictionary(
	fc.constantFrom("followers", "following", "likes", "posts", "verified", "verifiedType", "badge", "listed"),
	fc.oneof(fc.nat(), fc.boolean(), fc.constantFrom("blue", "business", "government")),
	{ maxKeys: 5 },
);

holds(29, fc.tuple(anySet, recipes, influence, influence), async ([at, recipe, one, another]) => {
	const { records, resolver } = plain(at);
	const profile = profileOf(records, recipe);
	const answers = await Promise.all([one, another].map((attributes) => resolver.resolve({ ...profile, attributes })));
	const [a, b] = answers.map((answer) => ({ ...answer, profile: { ...answer.profile, attributes: {} } }));
	expectSame(b, a);
	return (answers[0]?.links.length ?? 0) > 0 && JSON.stringify(one) !== JSON.stringify(another);
});
