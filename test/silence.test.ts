import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	type AnyScorer,
	type CrmRecordInput,
	createResolver,
	defaultScorers,
	defineScorer,
	type Evidence,
	type SocialProfileInput,
} from "../src/index.js";
import { readProfile, readRecord } from "../src/schema.js";
import { world } from "./samples.js";

/**
 * Three ways in which nothing agrees. Contradiction: both sides say something, and it cannot both be true of one person.
 * Omission: both sides say something, and the one leaves out what the other says. Absence: one side says nothing.
 */
interface Silence {
	/** The scorer, and the fact that is compared. */
	readonly scorer: string;
	readonly fact: string;
	/** A profile that agrees with the record, one that leaves the fact out and one that contradicts it. */
	readonly agrees: SocialProfileInput;
	readonly omits?: SocialProfileInput;
	readonly contradicts?: SocialProfileInput;
	/** A profile with nothing to read. */
	readonly absent: SocialProfileInput;
	readonly record: CrmRecordInput;
	/** Levels and sentences of omission and contradiction. */
	readonly omission?: readonly [level: string, says: string];
	readonly contradiction?: readonly [level: string, says: string];
}

const todd: CrmRecordInput = {
	id: "r",
	name: "Todd Defren",
	email: "todd@cedar.example",
	phone: "+1 617 555 0142",
	address: { city: "Boston", region: "MA", country: "US" },
	organization: "Cedar Labs",
	title: "Senator",
	handle: { platform: "x", handle: "tdefren", id: "42" },
	interactions: { channel: "ticket", references: ["T-471100"], text: "About ticket T-471100" },
};
const acme: CrmRecordInput = { id: "r", kind: "organization", name: "Acme Ltd", email: "info@acme.example" };

const table: readonly Silence[] = [
	{
		scorer: "name",
		fact: "the name in a display name",
		agrees: { displayName: "Todd Defren" },
		omits: { displayName: "xq zvw 9000" },
		omission: ["display-opaque", "The display name shows no trace of the name on the record"],
		contradicts: { displayName: "Maria Lopez" },
		contradiction: [
			"display-other-name",
			"The display name reads as the name of somebody else than the name on the record",
		],
		absent: { location: "Boston" },
		record: todd,
	},
	{
		scorer: "name",
		fact: "the name in a handle",
		agrees: { handle: "tdefren" },
		omits: { handle: "xkqzvwpj" },
		omission: ["handle-opaque", "The handle shows no trace of the name on the record"],
		contradicts: { handle: "johnsmith" },
		contradiction: ["handle-other-name", "The handle reads as the name of somebody else than the name on the record"],
		absent: { location: "Boston" },
		record: todd,
	},
	{
		scorer: "name",
		fact: "the given name",
		agrees: { handle: "todddefren" },
		omits: { handle: "defren" },
		omission: ["handle-surname", "The handle has the surname on the record"],
		contradicts: { handle: "sarahdefren" },
		absent: { location: "Boston" },
		record: todd,
	},
	{
		scorer: "name",
		fact: "the family name",
		agrees: { displayName: "Todd Defren" },
		omits: { displayName: "Todd 🚀" },
		omission: ["display-given", "The display name has the given name on the record"],
		contradicts: { displayName: "Todd Lopez" },
		absent: { location: "Boston" },
		record: todd,
	},
	{
		scorer: "email",
		fact: "an address",
		agrees: { bio: "todd@cedar.example" },
		// Another address is no contradiction: most people have several.
		omits: { bio: "somebody@example.org" },
		absent: { bio: "No address" },
		record: todd,
	},
	{
		scorer: "phone",
		fact: "a number",
		agrees: { bio: "+1 617 555 0142" },
		omits: { bio: "Booking: +1 617 555 0177" },
		contradicts: { bio: "+1 617 555 0177" },
		contradiction: ["other-number", "The phone number given on the profile is not the one on the record"],
		absent: { bio: "No number" },
		record: todd,
	},
	{
		scorer: "interaction",
		fact: "a ticket",
		agrees: { bio: "Any news on T-471100?" },
		// People talk of many things.
		omits: { bio: "Any news on T-999999?" },
		absent: { handle: "tdefren" },
		record: todd,
	},
	{
		scorer: "account",
		fact: "the handle on the network",
		agrees: { platform: "x", handle: "tdefren", id: "42" },
		// People have several handles.
		omits: { platform: "x", handle: "xkqzvwpj" },
		contradicts: { platform: "x", handle: "tdefren", id: "43" },
		contradiction: ["other-id", "The handle is on the record with another id and has changed hands"],
		absent: { bio: "Boston" },
		record: todd,
	},
	{
		scorer: "place",
		fact: "the country",
		agrees: { location: "Boston, MA" },
		omits: { location: "Cloudville" },
		contradicts: { location: "Paris, France" },
		contradiction: ["different-country", "The location is in another country than the address on the record"],
		absent: { location: "Earth" },
		record: todd,
	},
	{
		scorer: "place",
		fact: "the city",
		agrees: { location: "Boston" },
		omits: { location: "Cloudville" },
		contradicts: { location: "Chicago" },
		contradiction: ["different-city", "The location is another city than the address on the record"],
		absent: { location: "" },
		record: todd,
	},
	{
		scorer: "organization",
		fact: "the office",
		agrees: { handle: "SenDefren" },
		omits: { handle: "tdefren" },
		contradicts: { handle: "RepDefren" },
		contradiction: ["other-office", "The handle begins with the office, the record has another title"],
		absent: { location: "Boston" },
		record: todd,
	},
	{
		scorer: "organization",
		fact: "the organisation's name",
		agrees: { displayName: "Acme Support" },
		omits: { handle: "xkqzvwpj", bio: "info@acme.example" },
		contradicts: { displayName: "Globex Support", bio: "info@acme.example" },
		contradiction: [
			"other-organization",
			"The profile is an account of another organisation than the one on the record",
		],
		absent: { location: "Boston" },
		record: acme,
	},
	{
		scorer: "holder",
		fact: "who holds the handle",
		agrees: { displayName: "Acme Support" },
		omits: { handle: "xkqzvwpj", bio: "info@acme.example" },
		contradicts: { displayName: "Todd Defren", bio: "info@acme.example" },
		contradiction: ["one-person", "The profile is one person's, and the record is of an organisation"],
		absent: { location: "Boston" },
		record: acme,
	},
];

const others: CrmRecordInput[] = Array.from({ length: 100 }, (_, i) => ({
	id: `s${i}`,
	name: `${"Maria,John,Wei,Anna,Ahmed,Priya,Laura".split(",")[i % 7]} ${"Lopez,Miller,Zhang,Kern,Hassan".split(",")[i % 5]}`,
	address: { city: "Chicago", region: "IL", country: "US" },
}));

/** Something else that speaks for the record, so that it is listed whatever the scorers say. */
const bait: AnyScorer = defineScorer({
	name: "bait",
	group: "context",
	levels: { seen: { m: 1, u: 2 ** -60, says: "The bait was seen" } },
	ofProfile: () => "bait",
	ofRecord: ({ id }) => (id === "r" ? "bait" : undefined),
	keys: { ofProfile: () => ["bait"], ofRecord: () => ["bait"] },
	compare: () => ({ level: "seen", profileValue: "", recordValue: "", profileField: "bio", recordField: "id" }),
});

async function linkOf(profile: SocialProfileInput, record: CrmRecordInput, scorers: readonly AnyScorer[]) {
	const resolver = createResolver({ records: [record, ...others], scorers: [...scorers, bait] });
	const link = (await resolver.resolve(profile)).links.find(({ recordId }) => recordId === "r");
	if (link === undefined) throw new Error("The record was not listed.");
	return link;
}

/** The evidence of one scorer, and whether it had nothing to compare. */
async function compare(name: string, profile: SocialProfileInput, record: CrmRecordInput) {
	const link = await linkOf(
		profile,
		record,
		defaultScorers().filter((scorer) => scorer.name === name),
	);
	const evidence = link.evidence.filter(({ scorer }) => scorer === name);
	return {
		evidence,
		bits: evidence.reduce((sum, { bits }) => sum + bits, 0),
		missing: link.missing.some(({ scorer }) => scorer === name),
	};
}

const said = (evidence: readonly Evidence[]): (readonly [string, string])[] =>
	evidence.map(({ level, says }) => [level, says] as const);

describe.each(table.map((row) => [`${row.scorer}: ${row.fact}`, row] as const))("%s", (_, row) => {
	it("what agrees speaks for the record", async () => {
		expect((await compare(row.scorer, row.agrees, row.record)).bits).toBeGreaterThan(0);
	});

	it("absence is nothing: no evidence, no bits, and it is named as missing", async () => {
		expect(await compare(row.scorer, row.absent, row.record)).toEqual({ evidence: [], bits: 0, missing: true });
		const { evidence, missing } = await compare(row.scorer, row.agrees, { id: "r" });
		expect([evidence, missing]).toEqual([[], true]);
	});

	it("omission is less than agreement, and contradiction no more than omission, each in its own words", async () => {
		const { bits: agreement } = await compare(row.scorer, row.agrees, row.record);
		const omitted = row.omits && (await compare(row.scorer, row.omits, row.record));
		const contradicted = row.contradicts && (await compare(row.scorer, row.contradicts, row.record));
		if (omitted) {
			expect(omitted.bits).toBeLessThan(agreement);
			if (row.omission) expect(said(omitted.evidence)).toContainEqual(row.omission);
		}
		if (contradicted) {
			expect(contradicted.bits).toBeLessThan(omitted?.bits ?? 0);
			if (row.contradiction) {
				expect(said(contradicted.evidence)).toContainEqual(row.contradiction);
				expect(omitted?.evidence.map(({ level }) => level) ?? []).not.toContain(row.contradiction[0]);
				expect(contradicted.evidence.find(({ level }) => level === row.contradiction?.[0])?.bits).toBeLessThan(0);
			}
		}
	});
});

it("the table knows every scorer", () => {
	const known = new Set(table.map(({ scorer }) => scorer));
	expect(
		defaultScorers()
			.map(({ name }) => name)
			.filter((name) => !known.has(name)),
	).toEqual([]);
});

/** One text for one fact on either side, so that taking it away leaves nothing to compare it by. */
const profiles = fc.record(
	{
		displayName: fc.constantFrom(
			"Todd Defren",
			"Maria Lopez",
			"xq zvw 9000",
			"Sarah Defren",
			"Acme Inc.",
			"Not Todd Defren",
		),
		location: fc.constantFrom("Boston", "Chicago, IL", "Paris, France", "Earth"),
		bio: fc.constantFrom("+1 617 555 0142", "+1 617 555 0177", "todd@cedar.example", "Parody account", "T-471100"),
		id: fc.constantFrom("42", "43"),
		platform: fc.constant("x"),
		posts: fc.constant("Hello"),
	},
	{ requiredKeys: [] },
);
const recordFields = fc.record(
	{
		name: fc.constantFrom("Todd Defren", "Jane Roe"),
		phone: fc.constant("+1 617 555 0142"),
		email: fc.constant("info@cedar.example"),
		address: fc.constantFrom({ city: "Boston", region: "MA", country: "US" }, { country: "FR" }),
		organization: fc.constant("Acme"),
		title: fc.constant("Senator"),
		handle: fc.constant({ platform: "x", handle: "tdefren", id: "42" }),
	},
	{ requiredKeys: [] },
);

const scorers = defaultScorers();
const contradictions = new Set(table.flatMap(({ contradiction }) => (contradiction ? [contradiction[0]] : [])));
type Fields = Omit<CrmRecordInput, "id">;
const seen = (profile: SocialProfileInput, fields: Fields) => linkOf(profile, { id: "r", ...fields }, scorers);

/** The contradictions that the scorers see, in a record set where every city is some record's. */
function contradictionsBetween(profile: SocialProfileInput, fields: Fields): string[] {
	const read = readRecord({ id: "r", ...fields }, 0);
	if (!("record" in read)) throw new Error("The record is not usable.");
	const { profile: ours } = readProfile(profile);
	return scorers.flatMap((scorer) => {
		const [p, r] = [scorer.ofProfile(ours, world()), scorer.ofRecord(read.record)] as const;
		if (p === undefined || r === undefined) return [];
		const observations = [scorer.compare(p, r, world()) ?? []].flat();
		return observations.map(({ level }) => level).filter((level) => contradictions.has(level));
	});
}

const without = <T extends object>(value: T, key: string): T =>
	Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as T;

describe("for any profile and record", () => {
	it("taking a field away from either side never makes a contradiction", () => {
		fc.assert(
			fc.property(profiles, recordFields, (profile, record) => {
				const before = contradictionsBetween(profile, record);
				for (const key of Object.keys(profile))
					for (const level of contradictionsBetween(without(profile, key), record)) expect(before).toContain(level);
				for (const key of Object.keys(record))
					for (const level of contradictionsBetween(profile, without(record, key))) expect(before).toContain(level);
			}),
			{ numRuns: 200 },
		);
	});

	it("what is missing counts exactly nothing", async () => {
		await fc.assert(
			fc.asyncProperty(profiles, recordFields, async (profile, record) => {
				const link = await seen(profile, record);
				for (const { scorer } of link.missing) expect(link.evidence.filter((one) => one.scorer === scorer)).toEqual([]);
				const sum = link.evidence.reduce((total, { bits }) => total + bits, link.prior);
				expect(link.bits).toBe(sum);
			}),
			{ numRuns: 40 },
		);
	});
});
