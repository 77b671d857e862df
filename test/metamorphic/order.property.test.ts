import fc from "fast-check";
import {
	type CrmRecordInput,
	createResolver,
	defaultScorers,
	defineScorer,
	type RecordStore,
	type Resolution,
} from "sameas";
import { expect } from "vitest";
import { totalBits, weigh } from "../../src/model.js";
import { observations } from "./observed.js";
import {
	aboutWhom,
	anySet,
	type Known,
	options,
	permuted,
	pool,
	profileOf,
	recipes,
	type World,
	worldOf,
} from "./people.js";
import { expectSame, holds, SEED } from "./suite.js";

const order = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(12));
const inputs = (records: readonly Known[]): CrmRecordInput[] => records as unknown as CrmRecordInput[];

// ---------------------------------------------------------------- order

const shuffled = pool((records) => {
	const worlds = new Map<string, World>();
	return (stride: number, from: number): World => {
		// A few orders of each set, so that their resolvers are used again.
		const key = `${stride % 3}`;
		if (!worlds.has(key)) worlds.set(key, worldOf(permuted(records, stride, from)));
		return worlds.get(key) as World;
	};
});
const plain = pool((records) => worldOf(records));

holds(1, fc.tuple(anySet, recipes, order), async ([at, recipe, [stride, from]]) => {
	const { records, resolver } = plain(at);
	const profile = profileOf(records, recipe);
	const answer = await resolver.resolve(profile);
	expectSame(await shuffled(at)(stride, from).resolver.resolve(profile), answer);
	return answer.links.length > 0;
});

/** Scorers of the caller's own, which take something from everybody they do not fit. */
const own = ["hobby", "tongue", "season"].map((name, index) =>
	defineScorer<string, string, "same">({
		name,
		group: "context",
		levels: { same: { m: 0.3, u: 0.07 + index / 100, says: `The ${name} is the same` } },
		ofProfile: ({ bio }) => bio,
		ofRecord: ({ title }) => title,
		compare: (profile, record) =>
			profile.includes(record)
				? { level: "same", profileValue: record, recordValue: record, profileField: "bio", recordField: "title" }
				: undefined,
		bounds: () => ({ best: 2.1 + index / 7, absent: -0.1 - index / 3 }),
	}),
);
const scorers = [...defaultScorers({ defaultCountry: "US" }), ...own];
const withScorers = pool((records) => {
	const inOrder = createResolver({ scorers, records: inputs(records) });
	const others = new Map<number, ReturnType<typeof createResolver>>();
	return {
		records,
		inOrder,
		in(stride: number, from: number): typeof inOrder {
			const key = stride % 3;
			const mixed = permuted(scorers, stride, from);
			if (!others.has(key)) others.set(key, createResolver({ scorers: mixed, records: inputs(records) }));
			return others.get(key) as typeof inOrder;
		},
	};
});
holds(2, fc.tuple(anySet, recipes, order, observations), async ([at, recipe, [stride, from], seen]) => {
	const { records, inOrder, in: mixed } = withScorers(at);
	const profile = profileOf(records, recipe);
	const answer = await inOrder.resolve(profile);
	const other = await mixed(stride, from).resolve(profile);
	// What could not be compared is told scorer by scorer, as they were given.
	const byScorer = <T extends { readonly scorer: string }>(list: readonly T[]): T[] =>
		[...list].sort((a, b) => (a.scorer < b.scorer ? -1 : 1));
	const sorted = ({ links, basis, ...rest }: Resolution) => ({
		...rest,
		links: links.map((link) => ({ ...link, missing: byScorer(link.missing) })),
		basis: { ...basis, bounds: byScorer(basis.bounds) },
	});
	expectSame(sorted(other), sorted(answer));

	const weighed = weigh(seen);
	const mixedUp = weigh(permuted(seen, stride, from));
	expectSame(mixedUp, weighed);
	expect(totalBits(-10, mixedUp)).toBe(totalBits(-10, weighed));
	return answer.links.length > 0;
});

// ---------------------------------------------------------------- who else is on record

/** A store whose counts are another's. What stands in the first is found, and as frequent as the second says. */
function countedBy(store: RecordStore, counts: Pick<RecordStore, "size" | "count">): RecordStore {
	return {
		size: counts.size,
		count: (key) => counts.count(key),
		upsert: (entries) => store.upsert(entries),
		remove: (recordId, keys) => store.remove(recordId, keys),
		get: (recordId) => store.get(recordId),
		has: (recordId) => store.has(recordId),
		similar: (key) => store.similar?.(key) ?? [],
		recall: (keys) => store.recall(keys),
	};
}

/** What an unrelated record may have: a city, an employer, a name that somebody on record bears as well. */
const unrelated = fc.sample(
	fc
		.record({
			name: fc.constantFrom("Quillon Vasterby", "Marguerite Ostrander", "Zdeněk Hrubý", "佐藤健", "Tom Vasterby"),
			email: fc.constantFrom(undefined, "quillon@unrelated.example", "ostrander.m@mail.example.com"),
			phone: fc.constantFrom(undefined, "+1 206 555 0188"),
			city: fc.constantFrom(undefined, "Boston", "Springfield", "Nuuk"),
			organization: fc.constantFrom(undefined, "Larchfield Optics", "Elsewhere Shipping"),
		})
		.map(({ name, email, phone, city, organization }) => ({
			...{ id: "unrelated", name, organization: organization ?? null },
			...{ emails: email ?? null, phones: phone ?? null, address: city === undefined ? null : { city } },
		})),
	{ numRuns: 60, seed: SEED },
);

/** Each set with an unrelated record and without. */
const growing = pool((records, index) => {
	const stranger = unrelated[index % unrelated.length] as (typeof unrelated)[number];
	let carried: ReadonlySet<string> = new Set();
	const found = new Set<string>();
	const { store: still, resolver } = worldOf(records);
	const { store: grown } = worldOf(records);
	const watched: RecordStore = {
		...countedBy(grown, grown),
		upsert(entries) {
			for (const { record, keys, words = [] } of entries) {
				carried = new Set(keys);
				grown.upsert([{ record, keys: carried, words }]);
			}
		},
	};
	createResolver({ ...options, store: watched, records: [stranger] });
	const frozen: RecordStore = {
		...countedBy(grown, still),
		recall(keys) {
			const recall = grown.recall(keys);
			for (const { record } of recall.candidates) found.add(record.id);
			return recall;
		},
	};
	const oneMore = { size: still.size + 1, count: (key: string) => still.count(key) + (carried.has(key) ? 1 : 0) };
	return {
		records,
		stranger,
		resolver,
		live: createResolver({ ...options, store: grown }),
		frozen: createResolver({ ...options, store: frozen }),
		expected: createResolver({ ...options, store: countedBy(still, oneMore) }),
		/** Whether any search key leads to the stranger. */
		isFound: () => found.delete(stranger.id),
		shares: (prefix: string) => [...carried].some((key) => key.startsWith(prefix) && still.count(key) > 0),
	};
});

holds(3, fc.tuple(anySet, recipes), async ([at, recipe]) => {
	const { records, resolver, live, frozen, expected, isFound, shares } = growing(at);
	const profile = profileOf(records, recipe);
	const before = await resolver.resolve(profile);
	const after = await frozen.resolve(profile);
	// Where a search key leads to it, it is not unrelated.
	if (isFound()) return false;
	expectSame(after, before);
	// It is felt by how many records there are and how many of them carry a key, and by nothing else.
	const now = await live.resolve(profile);
	expectSame(now, await expected.resolve(profile));
	// With so few records a number tells the same, unless the other record shares it.
	const told = ({ links }: typeof now) =>
		links
			.map(({ recordId, evidence }) => [
				recordId,
				// Facts are counted through in the order of all the evidence.
				...evidence.filter(({ scorer }) => scorer === "phone").map(({ facts: _facts, ...rest }) => rest),
			])
			.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
	if (now.links.length === before.links.length && !shares("phone ")) expectSame(told(now), told(before));
	return before.links.length > 0;
});

const rank = { insufficient: 0, none: 0, review: 1, link: 2 };

/** After all other ids: of records that know equally much of a person the first by its id is believed where they differ. */
const COPY = "zz copy";

holds(4, fc.tuple(anySet, recipes), async ([at, recipe]) => {
	const { records, resolver } = plain(at);
	const profile = profileOf(records, recipe);
	const original = aboutWhom(records, recipe);
	const before = await resolver.resolve(profile);
	resolver.add(inputs([{ ...original, id: COPY }]));
	const after = await resolver.resolve(profile);
	resolver.remove(COPY);
	const idsOf = (links: typeof after.links) =>
		links.map(({ recordId, duplicates }) => [recordId, ...duplicates.map(({ id }) => id)]);
	const linkOf = ({ links }: typeof after, id: string) => links[idsOf(links).findIndex((ids) => ids.includes(id))];
	const was = linkOf(before, original.id);
	const [link, copy] = [linkOf(after, original.id), linkOf(after, COPY)];
	if (link === undefined || copy === undefined) {
		expect(copy).toBe(link);
		return was !== undefined;
	}
	if (copy === link) {
		// Whose other duplicates are looked for goes by who fits best, and frequencies are those among people.
		if (after.prior.records !== before.prior.records) return false;
		expect(link.bits).toBe(was?.bits);
		expect(rank[after.decision]).toBeLessThanOrEqual(rank[before.decision]);
	} else {
		// Not flagged, so it ties, and neither is linked. Somebody else may be: what both quote is no longer one record's own.
		expect(copy.bits).toBe(link.bits);
		expect(copy.probability).toBe(link.probability);
		if (after.decision === "link") expect(link.probability).toBeLessThan(after.links[0]?.probability ?? 0);
		if (was !== undefined && after.prior.records > before.prior.records)
			expect(link.bits).toBeLessThanOrEqual(was.bits);
	}
	return was !== undefined;
});

// ---------------------------------------------------------------- identity

/** New ids, once in the order of the old ones and once in another. */
const renamed = pool((records) => {
	const old = records.map(({ id }) => id).sort();
	const worlds = [(rank: number) => `id-${10 + rank}`, (rank: number) => `${(rank * 5) % 13}-x`].map((name) => {
		const ids = new Map(old.map((id, rank) => [id, name(rank)]));
		return { ids, ...worldOf(records.map((record) => ({ ...record, id: ids.get(record.id) as string }))) };
	});
	return (which: number) => worlds[which] as (typeof worlds)[number];
});

holds(25, fc.tuple(anySet, recipes, fc.nat(1)), async ([at, recipe, which]) => {
	const { records, resolver } = plain(at);
	const { ids, resolver: other } = renamed(at)(which);
	const profile = profileOf(records, recipe);
	const answer = await resolver.resolve(profile);
	const rename = <T extends { readonly id: string }>(record: T): T => ({ ...record, id: ids.get(record.id) as string });
	const links = answer.links.map((link) => ({
		...link,
		recordId: ids.get(link.recordId) as string,
		record: rename(link.record),
		duplicates: link.duplicates.map(rename),
	}));
	const alerts = answer.alerts.map((alert) =>
		alert.recordId === undefined ? alert : { ...alert, recordId: ids.get(alert.recordId) as string },
	);
	const afterwards = await other.resolve(profile);
	if (which === 0) expectSame(afterwards, { ...answer, links, alerts });
	else {
		// Of two records of one person that know equally much the first by its id is believed where they differ.
		if (Math.min(answer.prior.records, afterwards.prior.records) < records.length) return false;
		// Of equal links the first by its id comes first.
		const byId = <T extends { readonly recordId?: string }>(list: readonly T[]): T[] =>
			[...list].sort((a, b) => ((a.recordId ?? "") < (b.recordId ?? "") ? -1 : 1));
		expectSame(
			{ ...afterwards, links: byId(afterwards.links), alerts: byId(afterwards.alerts) },
			{ ...answer, links: byId(links), alerts: byId(alerts) },
		);
	}
	return answer.links.length > 0;
});
