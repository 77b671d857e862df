import { describe, expect, it } from "vitest";
import {
	type AnyScorer,
	type CrmRecordInput,
	createResolver,
	defaultScorers,
	defineScorer,
	memoryStore,
	nameScorer,
	type RecordStore,
	SameAsError,
	type SocialProfileInput,
} from "../src/index.js";

const records: CrmRecordInput[] = [
	{ id: "todd", name: "Todd Defren", email: "todd@example.com", phone: "+1 617 555 0142" },
	{ id: "tom", name: "Tom Delfren" },
	{ id: "maria", name: "Maria Lopez" },
];

const broken = (compare: AnyScorer["compare"]): AnyScorer =>
	defineScorer({
		name: "broken",
		group: "context",
		levels: { seen: { m: 0.5, u: 0.1, says: "Something was seen" } },
		ofProfile: () => "x",
		ofRecord: () => "x",
		compare,
	});

async function codeOf(run: () => unknown): Promise<string> {
	try {
		await run();
	} catch (error) {
		return SameAsError.is(error) ? error.code : `not a SameAsError: ${error}`;
	}
	return "no error";
}

describe("options", () => {
	it.each([
		["coverage", { coverage: 1 }],
		["coverage", { coverage: Number.NaN }],
		["thresholds.link", { thresholds: { link: 1.2 } }],
		["maxLinks", { maxLinks: 0 }],
		["weights.mail", { weights: { mail: 1 } }],
		["weights.name", { weights: { name: -1 } }],
		["scorers", { scorers: [nameScorer(), nameScorer()] }],
	])("a wrong %s is refused, with its path and the cure", (path, options) => {
		try {
			createResolver(options);
			expect.unreachable();
		} catch (error) {
			expect(error).toMatchObject({ code: "CONFIG", path });
		}
	});

	it("coverage moves the prior and nothing else", async () => {
		const low = await createResolver({ records, coverage: 0.1 }).resolve("@tdefren");
		const high = await createResolver({ records, coverage: 0.9 }).resolve("@tdefren");
		expect(high.links[0]?.evidence).toEqual(low.links[0]?.evidence);
		expect(high.links[0]?.probability).toBeGreaterThan(low.links[0]?.probability as number);
		expect(high.prior.bits - low.prior.bits).toBeCloseTo(2 * Math.log2(9), 5);
	});

	it("a weight of nought shows the evidence without counting it", async () => {
		const { links } = await createResolver({ records, weights: { email: 0 } }).resolve({
			bio: "todd@example.com",
			handle: "tdefren",
		});
		const email = links[0]?.evidence.find(({ scorer }) => scorer === "email");
		expect(email).toMatchObject({ bits: 0, rawBits: 0 });
	});

	it("scorers can be left out", async () => {
		const { links } = await createResolver({ records, scorers: [nameScorer()] }).resolve({
			bio: "todd@example.com",
			handle: "tdefren",
		});
		expect(links[0]?.evidence.map(({ scorer }) => scorer)).toEqual(["name"]);
	});

	it("gives as many links as asked for", async () => {
		const many = Array.from({ length: 20 }, (_, i) => ({ id: `r${i}`, name: "Maria Lopez" }));
		expect((await createResolver({ records: many, maxLinks: 3 }).resolve("@marialopez")).links).toHaveLength(3);
	});

	it("says the same of a link however many are asked for, also where the next one has a duplicate", async () => {
		const address = { city: "Boston" };
		const inBoston = ["a", "b", "c", "d"].map((id) => ({
			id,
			name: "Maria Lopez",
			email: `${id}@example.com`,
			address,
		}));
		const twice = ["f", "g"].map((id) => ({ id, name: "Maria Lopez", email: "maria@example.com" }));
		const [few, more] = await Promise.all(
			[1, 7].map((maxLinks) =>
				createResolver({ records: [...inBoston, ...twice], maxLinks }).resolve({
					displayName: "Maria Lopez",
					location: "Boston",
				}),
			),
		);
		expect(few?.links[0]).toEqual(more?.links[0]);
		expect(more?.links.flatMap(({ duplicates }) => duplicates.map(({ id }) => id))).toEqual(["g"]);
	});
});

describe("records", () => {
	it("a second record of an id is set aside, and the first one kept", () => {
		const resolver = createResolver({ records: [...records, { id: "todd", name: "Somebody Else" }] });
		expect(resolver.ingested).toMatchObject({
			accepted: 3,
			quarantined: [{ code: "DUP_ID", index: 3, recordId: "todd" }],
		});
		expect(resolver.get("todd")?.names[0]?.full).toBe("Todd Defren");
	});

	it("upsert replaces, with all that could be found before", async () => {
		const resolver = createResolver({ records });
		resolver.upsert([{ id: "todd", name: "Theodore Brandt" }]);
		expect(resolver.size).toBe(3);
		expect((await resolver.resolve("@tdefren")).links[0]?.recordId).not.toBe("todd");
		expect((await resolver.resolve("@theobrandt")).links[0]?.recordId).toBe("todd");
	});

	it("a removed record is not found, and adding it again restores every figure", async () => {
		const resolver = createResolver({ records });
		const before = await resolver.resolve("@tdefren");
		expect([resolver.remove("todd"), resolver.remove("todd")]).toEqual([true, false]);
		expect((await resolver.resolve("@tdefren")).links.map(({ recordId }) => recordId)).not.toContain("todd");
		resolver.add([records[0] as CrmRecordInput]);
		expect(await resolver.resolve("@tdefren")).toEqual(before);
	});

	it("people who refuse to be matched are not kept, whenever they say so", async () => {
		const refuses = { ...records[0], consent: { doNotMatch: true } } as CrmRecordInput;
		const never = createResolver({ records: [refuses] });
		expect(never.ingested).toMatchObject({ accepted: 0, suppressed: 1 });
		const later = createResolver({ records });
		later.upsert([refuses]);
		expect(later.get("todd")).toBeUndefined();
		expect((await later.resolve({ bio: "todd@example.com" })).links).toEqual([]);
	});

	it("every record offered is accepted, suppressed or set aside", () => {
		const offered = [
			...records,
			null,
			{ id: "" },
			{ id: "todd" },
			{ id: "x", consent: { doNotMatch: true } },
		] as CrmRecordInput[];
		const { accepted, suppressed, quarantined } = createResolver({ records: offered }).ingested;
		expect(accepted + suppressed + quarantined.length).toBe(offered.length);
	});

	async function* overTime(list: readonly CrmRecordInput[]): AsyncIterable<CrmRecordInput> {
		for (const record of list) {
			await Promise.resolve();
			yield record;
		}
	}

	it("records that come over time are taken in like those at hand", async () => {
		const bad = [...records, { id: "todd" }, null] as CrmRecordInput[];
		const atOnce = createResolver({ records: bad });
		const later = createResolver();
		expect(await later.addAll(overTime(bad))).toEqual(atOnce.ingested);
		expect(await later.resolve("@tdefren")).toEqual(await atOnce.resolve("@tdefren"));
		const replaced = await later.addAll(overTime([{ id: "todd", name: "Theodore Brandt" }]), { replace: true });
		expect(replaced).toMatchObject({ accepted: 1, quarantined: [] });
		expect(later.get("todd")?.names[0]?.full).toBe("Theodore Brandt");
	});

	it("a long intake says how far it has come, and stops when it is told", async () => {
		const many = Array.from({ length: 2500 }, (_, i) => ({ id: i + 1, name: `Todd Defren${i}` }));
		const told: unknown[] = [];
		await createResolver().addAll(many, { onProgress: (progress) => told.push(progress) });
		expect(told).toEqual([1000, 2000, 2500].map((done) => ({ phase: "ingest", done, total: 2500 })));

		const stop = new AbortController();
		const resolver = createResolver();
		const intake = resolver.addAll(overTime(many), {
			signal: stop.signal,
			onProgress: ({ done }) => done === 1000 && stop.abort(),
		});
		await expect(intake).rejects.toMatchObject({ code: "CANCELLED" });
		expect(resolver.size).toBe(1000);
	});

	it("a long intake tells its end once", async () => {
		const ends = async (count: number): Promise<number[]> => {
			const told: number[] = [];
			const many = Array.from({ length: count }, (_, id) => ({ id }));
			await createResolver().addAll(many, { onProgress: ({ done }) => told.push(done) });
			return told;
		};
		expect(await ends(2000)).toEqual([1000, 2000]);
		expect(await ends(0)).toEqual([0]);
	});

	it("an intake hears the signal while the source lets it wait, and closes the source", async () => {
		let closed = 0;
		const given = [{ id: "todd", name: "Todd Defren" }];
		const stalled = {
			[Symbol.asyncIterator]: () => ({
				next: async () => {
					const value = given.pop();
					return value === undefined ? new Promise<never>(() => undefined) : { done: false, value };
				},
				return: async () => ({ done: true as const, value: closed++ }),
			}),
		};
		const stop = new AbortController();
		const resolver = createResolver();
		const intake = resolver.addAll(stalled, { signal: stop.signal });
		setTimeout(() => stop.abort(new Error("enough")));
		await expect(intake).rejects.toMatchObject({ code: "CANCELLED", cause: new Error("enough") });
		expect([resolver.size, closed]).toEqual([1, 1]);
		const late = resolver.addAll(stalled, { signal: stop.signal });
		await expect(late).rejects.toMatchObject({ code: "CANCELLED" });
	});

	it("an intake that fails closes the source, and hands on what the source throws", async () => {
		const failing = (async function* () {
			yield { id: "todd" };
			throw new RangeError("the line is dead");
		})();
		await expect(createResolver().addAll(failing)).rejects.toThrow(RangeError);
		let closed = false;
		const endless = (async function* () {
			try {
				for (let id = 0; ; id++) yield { id };
			} finally {
				closed = true;
			}
		})();
		const onProgress = (): never => {
			throw new RangeError("no more");
		};
		await expect(createResolver().addAll(endless, { onProgress })).rejects.toThrow(RangeError);
		expect(closed).toBe(true);
	});

	it("what is no list of records is refused, with the cure", async () => {
		const refused = expect.objectContaining({ code: "CONFIG", path: "records" });
		const resolver = createResolver();
		for (const wrong of [null, { id: "todd" }, "todd", 7] as never[]) {
			await expect(resolver.addAll(wrong)).rejects.toEqual(refused);
			expect(() => resolver.add(wrong)).toThrow(refused);
			expect(() => resolver.upsert(wrong)).toThrow(refused);
		}
		expect(() => createResolver({ records: overTime(records) as never })).toThrow(/go to `addAll`/);
		expect(() => createResolver({ records: { id: "todd" } as never })).toThrow(refused);
	});

	it("a store that was filled under other search keys is refused", () => {
		const store = memoryStore();
		createResolver({ store, records, scorers: [nameScorer()] });
		expect(() => createResolver({ store, scorers: [nameScorer()] })).not.toThrow();
		expect(() => createResolver({ store })).toThrow(expect.objectContaining({ code: "CONFIG", path: "store" }));
		const shared = memoryStore();
		const [first, second] = [
			createResolver({ store: shared }),
			createResolver({ store: shared, scorers: [nameScorer()] }),
		];
		first.add([records[0] as CrmRecordInput]);
		expect(() => second.add(records)).toThrow(expect.objectContaining({ code: "CONFIG", path: "store" }));
		first.remove("todd");
		expect(second.add(records).accepted).toBe(3);
	});

	it("an organisation is not a person of its name", async () => {
		const resolver = createResolver({
			records: [{ id: "firm", kind: "organization", name: "Todd Defren" }, ...records.slice(1)],
		});
		expect((await resolver.resolve("@tdefren")).links.map(({ recordId }) => recordId)).not.toContain("firm");
	});
});

describe("answers", () => {
	it("do not depend on the order of the records", async () => {
		const profile = { platform: "x", handle: "@tdefren", displayName: "Todd D.", bio: "todd@example.com" };
		const forward = await createResolver({ records }).resolve(profile);
		const backward = await createResolver({ records: [...records].reverse() }).resolve(profile);
		expect(backward).toEqual(forward);
	});

	it("do not depend on the order of the scorers", async () => {
		const profile = { platform: "x", handle: "@tdefren", displayName: "Todd D.", bio: "todd@example.com" };
		const forward = await createResolver({ records }).resolve(profile);
		const backward = await createResolver({ records, scorers: defaultScorers().reverse() }).resolve(profile);
		expect(backward.links.map(({ recordId, bits, evidence }) => ({ recordId, bits, evidence }))).toEqual(
			forward.links.map(({ recordId, bits, evidence }) => ({ recordId, bits, evidence })),
		);
	});

	it("list every namesake, however many candidates better evidence leaves hopeless", async () => {
		const strangers = Array.from({ length: 300 }, (_, i) => ({
			id: `s${i}`,
			name: `Todd Surname${"abcdefghij"[i % 10]}${"klmnopqrst"[Math.floor(i / 10) % 10]}`,
		}));
		const namesakes = Array.from({ length: 12 }, (_, i) => ({ id: `n${i}`, name: "Todd Defren" }));
		const { decision, links } = await createResolver({ records: [...strangers, ...namesakes], maxLinks: 12 }).resolve({
			displayName: "Todd Defren",
			handle: "tdefren",
		});
		expect(links.map(({ recordId }) => recordId).sort()).toEqual(namesakes.map(({ id }) => id).sort());
		expect(decision).toBe("review");
		expect(links[0]?.probability).toBeLessThan(1 / 12 + 1e-6);
	});

	it("show bearers of the very name, though rarer forms of it fill the candidates", async () => {
		const many = (count: number, name: string, prefix: string) =>
			Array.from({ length: count }, (_, i) => ({ id: `${prefix}${i}`, name }));
		const records = [
			...many(25, "Giovanni Smith", "g"),
			...many(25, "Juan Smith", "h"),
			...many(60, "John Smith", "j"),
		];
		const { links, decision, unlisted } = await createResolver({ records }).resolve({
			displayName: "John Smith",
			handle: "johnsmith0",
		});
		const [first, second] = links.map(({ record }) => record.names[0]?.full ?? record.names[0]?.given);
		expect([first, second]).toEqual(["John Smith", "John Smith"]);
		// More than fifty others are as likely, each.
		expect(unlisted / (links[0]?.probability ?? 0)).toBeGreaterThan(50);
		expect(decision).not.toBe("link");
	});

	it("are honest about a crowd that is too large to compare", async () => {
		const crowd = Array.from({ length: 50 }, (_, i) => ({ id: `r${i}`, name: "Maria Lopez" }));
		const resolver = createResolver({ records: crowd, store: memoryStore({ maxBlock: 20 }) });
		const { decision, nobody, recall } = await resolver.resolve("@marialopez");
		expect(decision).not.toBe("link");
		expect(recall.capped.length).toBeGreaterThan(0);
		expect(nobody).toBeLessThan(0.9);
	});

	it("say which keys found a record", async () => {
		const { links } = await createResolver({ records }).resolve({ handle: "tdefren", bio: "todd@example.com" });
		expect(links[0]?.foundBy).toEqual(expect.arrayContaining(["email =a:todd@example.com", "name i:tdefren"]));
	});

	it("can be cancelled", async () => {
		const signal = AbortSignal.abort(new Error("enough"));
		expect(await codeOf(() => createResolver({ records }).resolve("@tdefren", { signal }))).toBe("CANCELLED");
	});
});

describe("a plug-in that fails is named", () => {
	const resolveWith = (scorer: AnyScorer) =>
		createResolver({ records, scorers: [nameScorer(), scorer] }).resolve("@tdefren");
	it("when it throws", async () => {
		const failing = broken(() => {
			throw new Error("todd@example.com");
		});
		const error = await resolveWith(failing).catch((caught: unknown) => caught);
		expect(error).toMatchObject({ code: "SCORER", message: expect.stringContaining('"broken"') });
		expect((error as Error).message).not.toContain("example.com");
	});
	it("when its bits are no number", async () => {
		const values = { profileValue: "", recordValue: "", profileField: "bio", recordField: "names" };
		expect(await codeOf(() => resolveWith(broken(() => ({ level: "seen", ...values, bits: Number.NaN }))))).toBe(
			"SCORER",
		);
		expect(await codeOf(() => resolveWith(broken(() => ({ level: "unheard-of", ...values }))))).toBe("SCORER");
	});
});

describe("a name that many bear", () => {
	const few = createResolver({
		records: [
			{ id: "smith", name: "John Smith", email: "john@example.com" },
			{ id: "quill", name: "Jotham Quillfeather" },
		],
	});
	it.each<[string, SocialProfileInput, string, RegExp]>([
		[
			"links nobody alone, though only one record here bears it",
			{ handle: "johnsmith" },
			"review",
			/many other people bear/,
		],
		["also in full", { handle: "js", displayName: "John Smith" }, "review", /many other people bear/],
		["links with an address", { displayName: "John Smith", bio: "john@example.com" }, "link", /far better/],
		["but a name that hardly anybody else bears links", { handle: "jothamquillfeather" }, "link", /far better/],
	])("%s", async (_, profile, decision, reason) => {
		const answer = await few.resolve(profile);
		expect(answer.decision).toBe(decision);
		expect(answer.reason).toMatch(reason);
	});

	const leaning = (bits: number) =>
		defineScorer({
			name: "leaning",
			group: "account",
			levels: { seen: { m: 0.5, u: 0.1, says: "Something was seen" } },
			ofProfile: () => "x",
			ofRecord: ({ id }) => (id === "smith" ? "x" : undefined),
			compare: () => ({
				level: "seen",
				bits,
				profileValue: "",
				recordValue: "",
				profileField: "bio",
				recordField: "names",
			}),
		});
	it.each([
		["is not made anybody's own by what hardly speaks for them", 0.2, "review"],
		["is by what does", 6, "link"],
	])("%s", async (_, bits, decision) => {
		const records = [{ id: "smith", name: "John Smith", email: "john@example.com" }];
		const resolver = createResolver({ records, scorers: [nameScorer(), leaning(bits)] });
		expect(await resolver.resolve({ displayName: "John Smith" })).toMatchObject({ decision });
	});
});

describe("hostile profiles", () => {
	const resolver = createResolver({ records, coverage: 0.5 });
	it.each([
		["lone surrogates", { handle: "\ud800", displayName: "\udc00\ud800" }],
		["a name under 100,000 marks", { displayName: `T${"\u0300\u0316".repeat(50_000)}odd` }],
		["a handle of a million letters", { handle: "a".repeat(1_000_000) }],
		["a display name of separators", { displayName: "._-/|,;:'\"()[]".repeat(50) }],
		["a bio of at signs", { bio: "@".repeat(100_000) }],
		["a bio of digits and blanks", { bio: "1 ".repeat(100_000) }],
		["names of Object.prototype", { handle: "__proto__", displayName: "constructor" }],
		["only a full stop", { handle: "." }],
		["posts without end", { posts: Array.from({ length: 5000 }, () => "x".repeat(20_000)) }],
	])("%s: get an answer", async (_, profile) => {
		const { decision, nobody } = await resolver.resolve(profile);
		expect(["none", "insufficient"]).toContain(decision);
		expect(nobody).toBeGreaterThan(0.4);
	});

	it.each([[null], [42], [[]], [undefined]])("%s is refused as no profile", async (input) => {
		expect(await codeOf(() => resolver.resolve(input as never))).toBe("SHAPE");
	});
});

describe("options of the wrong kind", () => {
	it.each<[string, object | null]>([
		["no options", null],
		["scorers that are no list", { scorers: 5 }],
		["a Map of scorers", { scorers: new Map() }],
		["a scorer that is none", { scorers: [null] }],
		["a scorer without levels", { scorers: [{ name: "mine" }] }],
		["weights that are none", { weights: null }],
		["thresholds that are none", { thresholds: null }],
		["a store that is none", { store: true }],
		["a time that is none", { now: Number.NaN }],
		["a country that is none", { defaultCountry: 5 }],
		["records that are no list", { records: 5 }],
	])("%s are refused with CONFIG", async (_, options) => {
		expect(await codeOf(() => createResolver(options as never))).toBe("CONFIG");
	});
});

describe("a store of one's own", () => {
	const storeWith = (parts: object): RecordStore => ({ ...memoryStore(), scheme: undefined, ...parts });
	const ask = (store: RecordStore) =>
		codeOf(() => createResolver({ store, records: [{ id: "1", name: "Ana Costa" }] }).resolve("@ana"));

	it("is used as it is", async () => {
		const store = memoryStore();
		const resolver = createResolver({ store, records: [{ id: "1", name: "Ana Costa" }] });
		expect(store.scheme).toBeDefined();
		expect(store.get("1")).toEqual(resolver.get("1"));
		expect(resolver.remove("1")).toBe(true);
		expect(store.size).toBe(0);
	});

	it("that throws is named, with its error as the cause", async () => {
		const cause = new Error("No connection");
		const recall = () => {
			throw cause;
		};
		const resolver = createResolver({ store: storeWith({ recall }) });
		await expect(resolver.resolve("@ana")).rejects.toMatchObject({ code: "STORE", cause });
	});

	it.each(["recall", "count", "has", "upsert", "get"])("that answers `%s` later is refused", async (method) => {
		const failing = storeWith({ [method]: () => Promise.reject(new Error("late")) });
		const code = method === "get" ? codeOf(() => createResolver({ store: failing }).get("1")) : ask(failing);
		expect(await code).toBe("STORE");
	});
});
