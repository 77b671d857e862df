import { describe, expect, it } from "vitest";
import {
	type CrmRecordInput,
	createResolver,
	defaultScorers,
	defineScorer,
	evaluate,
	explain,
	memoryStore,
	type Resolution,
	type SocialProfileInput,
	waterfall,
} from "../src/index.js";
import { insideOf } from "../src/training/inside.js";

type Loose = Omit<CrmRecordInput, "id">;

/** The ids of each listed person's records, best first. */
const peopleOf = ({ links }: Resolution): string[][] =>
	links.map(({ recordId, duplicates }) => [recordId, ...duplicates.map(({ id }) => id)]);

/** Whose the records with these ids are, as seen by a profile that shows every address and number, and one id. */
async function gathered(records: Readonly<Record<string, Loose>>): Promise<string[]> {
	const inputs = Object.entries(records).map(([id, record]) => ({ id, ...record }));
	const contacts = (key: "email" | "phone") =>
		inputs.flatMap((record) => [record[key]].flat()).filter((one) => one !== undefined);
	const profile = { emails: contacts("email"), phones: contacts("phone"), platform: "x", id: "8812" };
	const people = peopleOf(await createResolver({ records: inputs }).resolve(profile as SocialProfileInput));
	return people.map((ids) => ids.sort().join("+")).sort();
}

const email = "miller@example.com";
const phone = "+1 617 555 0142";

describe("one person", () => {
	it.each<[why: string, a: Loose, b: Loose]>([
		["the same email and name", { name: "Bob Miller", email }, { name: "Bob Miller", email: "MILLER@example.com" }],
		["a nickname", { name: "Bob Miller", email }, { name: "Robert Miller", email }],
		["an initial for the given name", { name: "R. Miller", phone }, { name: "Robert Miller", phone }],
		["a surname cut to its initial", { name: "Bob M.", email }, { name: "Bob Miller", email }],
		["a given name only", { name: "Bob", phone }, { name: "Robert Miller", phone }],
		["a surname only", { lastName: "Miller", phone }, { name: "Bob Miller", phone }],
		["no name, and an address of their own", { email }, { name: "Bob Miller", email }],
		["an alias", { name: "Bob Miller", email: "b.ob+shop@gmail.com" }, { name: "Bob Miller", email: "bob@gmail.com" }],
		[
			"a number without its country code",
			{ name: "Bob Miller", phone: "(617) 555-0142" },
			{ name: "Bob Miller", phone },
		],
		[
			"the same extension",
			{ name: "Bob Miller", phone: `${phone} x12` },
			{ name: "B. Miller", phone: `${phone} ext 12` },
		],
		[
			"the stable id of a network",
			{ name: "Bob Miller", handle: { platform: "x", id: "8812" } },
			{ name: "B. Miller", handle: { platform: "twitter", id: "8812" } },
		],
		["one of two surnames", { name: "Ana García López", email }, { name: "Ana García", email }],
		["a middle name and its initial", { name: "John Adam Miller", phone }, { name: "John A. Miller", phone }],
		["a name before marriage", { name: "Anna Schmidt née Weber", email }, { name: "Anna Weber", email }],
		["another script", { name: "Юлія Коваль", email }, { name: "Yuliia Koval", email }],
		["a generation left out", { name: "John Miller Jr.", email }, { name: "John Miller", email }],
		[
			"one generation, written in two ways",
			{ firstName: "John", lastName: "Miller Jr.", phone },
			{ name: "John Miller II", phone },
		],
	])("%s", async (_, a, b) => {
		expect(await gathered({ a, b })).toEqual(["a+b"]);
	});
});

describe("two people", () => {
	it.each<[why: string, a: Loose, b: Loose]>([
		["a household: one phone, two given names", { name: "Anna Miller", phone }, { name: "Tom Miller", phone }],
		["a family address", { name: "Anna Miller", email }, { name: "Tom Miller", email }],
		["two surnames", { name: "Bob Miller", email }, { name: "Bob Weaver", email }],
		["father and son", { name: "John Miller Sr.", phone }, { name: "John Miller Jr.", phone }],
		["another middle initial", { name: "John A. Miller", phone }, { name: "John B. Miller", phone }],
		["another middle name", { name: "John Adam Miller", phone }, { name: "John Brian Miller", phone }],
		[
			"namesakes without a contact in common",
			{ name: "Bob Miller", email },
			{ name: "Bob Miller", email: "bob@example.net", phone },
		],
		[
			"the address of a desk",
			{ name: "Bob Miller", email: "info@example.com" },
			{ name: "Bob Miller", email: "info@example.com" },
		],
		[
			"a throw-away address",
			{ name: "Bob Miller", email: "bob@mailinator.com" },
			{ name: "Bob Miller", email: "bob@mailinator.com" },
		],
		[
			"an address marked as shared",
			{ name: "Bob Miller", email: { value: email, shared: true } },
			{ name: "Bob Miller", email },
		],
		[
			"a number marked as shared",
			{ name: "Bob Miller", phone },
			{ name: "Bob Miller", phone: { value: phone, shared: true } },
		],
		[
			"two extensions of a switchboard",
			{ name: "Bob Miller", phone: `${phone} x12` },
			{ name: "Bob Miller", phone: `${phone} x13` },
		],
		[
			"a freephone number",
			{ name: "Bob Miller", phone: "+1 800 555 0142" },
			{ name: "Bob Miller", phone: "+1 800 555 0142" },
		],
		[
			"the end of a number in another area",
			{ name: "Bob Miller", phone },
			{ name: "Bob Miller", phone: "+1 212 555 0142" },
		],
		["no name, and a number that families share", { phone }, { name: "Bob Miller", phone }],
		[
			"an id of one tenant",
			{ name: "Bob Miller", handle: { platform: "x", id: "8812", tenantScoped: true } },
			{ name: "Bob Miller", handle: { platform: "x", id: "8812", tenantScoped: true } },
		],
		["the firm and its only employee", { kind: "organization", name: "Miller", email }, { name: "Bob Miller", email }],
	])("%s", async (_, a, b) => {
		expect(await gathered({ a, b })).not.toContain("a+b");
	});

	it("a line that more than eight records carry is nobody's own", async () => {
		const with_ = (count: number) =>
			gathered(Object.fromEntries(Array.from({ length: count }, (_, i) => [`r${i}`, { name: "Bob Miller", phone }])));
		expect(await with_(8)).toHaveLength(1);
		expect(await with_(9)).toHaveLength(9);
	});

	it("a person may have a record in each of many systems", async () => {
		const systems = Array.from({ length: 12 }, (_, i) => [
			`r${i}`,
			{ name: "Bob Miller", phone, source: `system-${i}` },
		]);
		expect(await gathered(Object.fromEntries(systems))).toHaveLength(1);
	});
});

describe("a chain of records", () => {
	const other = "+1 617 555 0177";
	it("is one person when all names agree, though its ends share nothing", async () => {
		const records = {
			a: { name: "Bob Miller", email },
			b: { name: "R. Miller", email, phone },
			c: { name: "Robert Miller", phone },
		};
		expect(await gathered(records)).toEqual(["a+b+c"]);
	});

	it("does not make one person of father and son: who may be either is neither", async () => {
		const records = {
			a: { name: "John Miller Sr.", phone },
			b: { name: "J. Miller", phone },
			c: { name: "John Miller Jr.", phone },
		};
		expect(await gathered(records)).toEqual(["a", "b", "c"]);
	});

	it("keeps apart two people whose records are bridged in two steps", async () => {
		const a = { name: "John Miller Sr.", email };
		const c = { name: "John Miller Jr.", phone: other };
		const records = { a, b1: { name: "J. Miller", email, phone }, b2: { name: "John M.", phone: [phone, other] }, c };
		expect((await gathered(records)).some((ids) => ids.includes("a") && ids.includes("c"))).toBe(false);
	});

	it("tells each of a household's two records, and leaves one out that may be anybody's", async () => {
		const records = {
			anna1: { name: "Anna Miller", email: "anna@example.com", phone },
			anna2: { name: "Anna Miller", email: "anna@example.com" },
			tom1: { name: "Tom Miller", email: "tom@example.com", phone },
			tom2: { name: "Thomas Miller", email: "tom@example.com" },
			either: { lastName: "Miller", phone },
		};
		expect(await gathered(records)).toEqual(["anna1+anna2", "either", "tom1+tom2"]);
	});
});

const others: CrmRecordInput[] = Array.from({ length: 200 }, (_, i) => ({
	id: `o${i}`,
	name: `Nora Person${i}`,
	phone: `+44 20 7946 0${100 + i}`,
}));
const contact: CrmRecordInput = {
	id: "contact",
	name: "Todd Defren",
	email: "todd@example.com",
	phone,
	title: "Partner",
};
const lead: CrmRecordInput = {
	id: "lead",
	name: "T. Defren",
	email: "todd@example.com",
	handle: { platform: "x", handle: "tdefren" },
};
const profile: SocialProfileInput = {
	platform: "x",
	handle: "tdefren",
	displayName: "Todd Defren",
	bio: "PR. todd@example.com",
};
const ask = (records: readonly CrmRecordInput[], about: SocialProfileInput = profile) =>
	createResolver({ records }).resolve(about);

describe("lead and contact of one person", () => {
	it("give one link, where they would share the probability as two", async () => {
		for (const alone of [contact, lead]) expect((await ask([...others, alone])).decision).toBe("link");
		const { decision, links, nobody, unlisted } = await ask([...others, contact, lead]);
		expect(decision).toBe("link");
		expect(links[0]).toMatchObject({ recordId: "contact", record: { id: "contact" }, duplicates: [{ id: "lead" }] });
		expect(links[0]?.probability).toBeGreaterThan(0.999);
		expect(links.reduce((sum, { probability }) => sum + probability, nobody + unlisted)).toBeCloseTo(1, 9);
	});

	it.each([
		["J. Montgomery", "jmontgomery"],
		["John M.", "johnm"],
	])("fit nobody whom the full name does not: John Montgomery, also known as %s, is no José", async (short, handle) => {
		const john = { name: "John Montgomery", email: "montgomery@example.com" };
		const records = [
			{ id: "john", ...john },
			{ id: "short", ...john, name: short },
			{ id: "jose", name: "José Montgomery", email: "jose@example.com" },
			...["Ada Example", "Ben Sample", "Cem Örnek"].map((name) => ({ id: name, name })),
		];
		const { links } = await createResolver({ records }).resolve({ displayName: "José Montgomery", handle });
		expect(links[0]?.recordId).toBe("jose");
		const other = links.find(({ recordId }) => recordId === "john");
		expect(other?.evidence.map(({ level }) => level)).toContain("display-other-given");
	});

	it("are weighed on what they know together, and a fact that both tell counts once", async () => {
		const [link] = (await ask([...others, contact, lead])).links;
		expect(link?.evidence.map(({ scorer }) => scorer)).toEqual(expect.arrayContaining(["name", "email", "account"]));
		expect(link?.evidence.filter(({ scorer }) => scorer === "email").map(({ level }) => level)).toEqual(["exact"]);
		// The record itself stays as it was given.
		expect(link?.record.handles).toEqual([]);
		expect(waterfall(link as NonNullable<typeof link>).at(-1)?.running).toBe(
			(link?.bits as number) + (link?.competition as number),
		);
	});

	it("are found together, also where only one of them shares a key with the profile", async () => {
		const quiet = { id: "quiet", email: "todd@example.com", phone: "+1 617 555 0199" };
		const { links } = await ask([...others, contact, quiet], { displayName: "Todd Defren", phone: "+1 617 555 0199" });
		expect(links[0]).toMatchObject({ recordId: "contact", duplicates: [{ id: "quiet" }] });
		const byName = await ask([...others, contact, quiet], { displayName: "Todd Defren" });
		expect(peopleOf(byName)[0]).toEqual(["contact", "quiet"]);
	});

	it("are told in plain words", async () => {
		expect(explain(await ask([...others, contact, lead]))).toContain(
			"Record contact and 1 duplicate of it, lead: over 99.9 %",
		);
		const three = await ask([...others, contact, lead, { ...lead, id: "lead-2" }]);
		expect(explain(three)).toContain("Record contact and 2 duplicates of it, lead, lead-2: over 99.9 %");
	});

	it("are named after the fullest of them, of equal ones the first", async () => {
		const twins = [
			{ ...contact, id: "b" },
			{ ...contact, id: "a" },
			{ id: "0", name: "T. Defren", email: "todd@example.com" },
		];
		expect(peopleOf(await ask(twins))).toEqual([["a", "b", "0"]]);
	});

	it("leave no trace when one of them goes", async () => {
		const resolver = createResolver({ records: [...others, contact] });
		const before = await resolver.resolve(profile);
		resolver.upsert([lead]);
		expect(await resolver.resolve(profile)).not.toEqual(before);
		resolver.remove("lead");
		expect(await resolver.resolve(profile)).toEqual(before);
		resolver.upsert([lead]);
		resolver.upsert([{ ...lead, name: "Tina Defren" }]);
		expect(peopleOf(await resolver.resolve(profile))).not.toContainEqual(["contact", "lead"]);
	});

	it("are one, whatever the store hands out copies of", async () => {
		const kept = memoryStore();
		const copying = {
			...kept,
			get size() {
				return kept.size;
			},
			get: (id: string) => structuredClone(kept.get(id)),
			recall: (keys: Iterable<string>) => structuredClone(kept.recall(keys)),
		};
		const { links } = await createResolver({ records: [...others, contact, lead], store: copying }).resolve(profile);
		expect(links[0]).toMatchObject({ recordId: "contact", duplicates: [{ id: "lead" }] });
	});

	it("are the same for a store that cannot tell which records share nothing", async () => {
		const kept = memoryStore();
		let single = 0;
		const unsure = {
			...kept,
			get size() {
				return kept.size;
			},
			recall(keys: Iterable<string>) {
				const { candidates, ...rest } = kept.recall(keys);
				single += candidates.filter(({ isSingle }) => isSingle).length;
				return { ...rest, candidates: candidates.map(({ isSingle: _, ...candidate }) => candidate) };
			},
		};
		const records = [...others, contact, lead, { id: "namesake", name: "Todd Defren" }];
		const answer = await createResolver({ records, store: unsure }).resolve({ displayName: "Todd Defren" });
		expect(answer).toEqual(await createResolver({ records }).resolve({ displayName: "Todd Defren" }));
		expect(single).toBeGreaterThan(0);
	});

	it("of keys that no person has alone are none, as the scorer says which have", async () => {
		const loyalty = (isKey: (key: string) => boolean) =>
			defineScorer({
				name: "loyalty",
				group: "contact",
				levels: { same: { m: 0.4, u: 1e-7, says: "The number {profile} is the one on the record, {record}" } },
				ofProfile: ({ bio }) => bio,
				ofRecord: ({ attributes }) => attributes["loyalty"]?.toString(),
				keys: { ofProfile: (number) => [`n:${number}`], ofRecord: (number) => [`n:${number}`] },
				identity: { keys: (number) => [`n:${number}`], isKey },
				compare: () => undefined,
			});
		const twice = ["a", "b"].map((id) => ({ id, name: "Ada Example", attributes: { loyalty: "81" } }));
		const people = async (isKey: (key: string) => boolean): Promise<string[][]> => {
			const scorers = [...defaultScorers(), loyalty(isKey)];
			return peopleOf(await createResolver({ records: twice, scorers }).resolve({ displayName: "Ada Example" }));
		};
		expect(await people((key) => key.startsWith("n:"))).toEqual([["a", "b"]]);
		expect(await people(() => false)).toEqual([["a"], ["b"]]);
	});

	it("count as right, whichever of them is the label", async () => {
		const resolver = createResolver({ records: [...others, contact, lead] });
		const labelled = ["contact", "lead"].map((truth) => ({ profile, truth }));
		const { overall } = await evaluate(resolver, labelled, { samples: 0 });
		expect(overall).toMatchObject({ hits1: { hits: 2 }, recall: { hits: 2 }, precision: { value: 1 } });
		expect(overall.logLoss.value).toBeLessThan(0.01);
	});

	it("are one candidate in training, which a label of either means", () => {
		const { compare } = insideOf(createResolver({ records: [...others, contact, lead] }));
		const { asked, candidates } = compare(profile, "lead");
		expect(asked).toBe(candidates[0]);
		expect(asked?.recordId).toBe("contact");
		// Asked for where nothing leads to either.
		expect(compare({ displayName: "Nora Person7" }, "lead").asked?.recordId).toBe("contact");
	});
});

describe("namesakes and relatives", () => {
	const john = { displayName: "John Miller", handle: "johnmiller" };
	it("namesakes without a contact in common still share the probability", async () => {
		const namesakes = [
			{ id: "1", name: "John Miller", email: "john@example.com" },
			{ id: "2", name: "John Miller", email: "miller@example.net" },
		];
		const { links, decision } = await ask([...others, ...namesakes], john);
		expect(peopleOf({ links } as Resolution)).toEqual([["1"], ["2"]]);
		expect(links[0]?.probability).toBeLessThan(0.5);
		expect(decision).not.toBe("link");
	});

	const family: CrmRecordInput[] = [
		{ id: "senior", name: "John Miller Sr.", phone },
		{ id: "junior", name: "John Miller, Jr.", phone },
	];
	it.each([
		[
			{ displayName: "John Miller Jr." },
			"junior",
			"The display name shows the same generation, such as Jr, as the name on the record",
		],
		[
			{ handle: "john_miller_sr" },
			"senior",
			"The handle shows the same generation, such as Jr, as the name on the record",
		],
		[
			{ handle: "johnmillerjr" },
			"junior",
			"The handle shows the same generation, such as Jr, as the name on the record",
		],
	])("father and son: %o is the %s", async (about, id, says) => {
		const { links } = await ask([...others, ...family], about);
		const [first, second] = links;
		expect(first?.recordId).toBe(id);
		expect(first?.evidence.map((one) => one.says)).toContain(says);
		expect((first?.bits as number) - (second?.bits as number)).toBeGreaterThan(6);
	});

	it("who leaves the generation out may be either", async () => {
		const { links } = await ask([...others, ...family], john);
		expect(links[0]?.bits).toBe(links[1]?.bits);
	});

	it("a son is not linked to his father, where only he is known", async () => {
		const about = { displayName: "John Miller Jr", handle: "johnmiller" };
		const rare = { displayName: "Todd Defren Jr", handle: "tdefren" };
		expect((await ask([...others, family[0] as CrmRecordInput], about)).decision).not.toBe("link");
		expect((await ask([...others, { id: "senior", name: "Todd Defren Sr" }], rare)).decision).not.toBe("link");
	});
});

describe("scorers of one's own", () => {
	const member = defineScorer({
		name: "member",
		group: "contact",
		levels: { same: { m: 0.5, u: 1e-6, says: "The member number {profile} is on the record" } },
		ofProfile: ({ attributes }) => attributes["member"]?.toString(),
		ofRecord: ({ attributes }) => attributes["member"]?.toString(),
		keys: { ofProfile: (number) => [number], ofRecord: (number) => [number] },
		identity: { keys: (number) => [number] },
		compare: () => undefined,
	});

	it("say what else a person has alone", async () => {
		const records = ["1", "2"].map((id) => ({ id, name: "Ana Costa", attributes: { member: "20711893" } }));
		const resolver = createResolver({ records: [...others, ...records], scorers: [...defaultScorers(), member] });
		expect(peopleOf(await resolver.resolve("@anacosta"))).toEqual([["1", "2"]]);
	});
});
