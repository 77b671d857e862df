import { describe, expect, it } from "vitest";
import { numberMatch, type PhoneLevel, phoneScorer } from "../../src/scorers/phone.js";
import type { CompareContext, Observation } from "../../src/scorers/scorer.js";
import { scorerContract } from "../../src/testing.js";
import { normalizePhone } from "../../src/text/phone.js";
import type { ContactPoint, CrmRecord, SocialProfile } from "../../src/types.js";
import { profileOf, recordOf, world } from "../samples.js";

const scorer = phoneScorer();
const american = phoneScorer({ defaultCountry: "US" });

const withPhone = (value: string, more: Partial<ContactPoint> = {}): CrmRecord =>
	recordOf({ phones: [{ value, ...more }] });

function see(
	profile: Partial<SocialProfile>,
	record: CrmRecord,
	{ by = scorer, context = world() }: { by?: typeof scorer; context?: CompareContext } = {},
): readonly Observation<PhoneLevel>[] {
	const p = by.ofProfile(profileOf(profile), context);
	const r = by.ofRecord(record);
	if (p === undefined || r === undefined) return [];
	const seen = by.compare(p, r, context) ?? [];
	return Array.isArray(seen) ? seen : [seen as Observation<PhoneLevel>];
}
const bitsOf = (seen: readonly Observation<PhoneLevel>[]): number =>
	seen.reduce((sum, { bits }) => sum + (bits ?? Number.NaN), 0);
const says = (level: PhoneLevel): string => scorer.levels[level].says.replace(/ \{\w+\}/g, "");

const todd = withPhone("+1 212 555 0147");

describe("what is seen, and how it is told", () => {
	it.each<[string, Partial<SocialProfile>, CrmRecord, PhoneLevel, string]>([
		[
			"a number in the bio",
			{ bio: "Call +1 (212) 555-0147" },
			todd,
			"exact",
			"The phone number given on the profile is on the record",
		],
		[
			"in Arabic digits",
			{ bio: "+١ ٢١٢ ٥٥٥ ٠١٤٧" },
			todd,
			"exact",
			"The phone number given on the profile is on the record",
		],
		[
			"the country code without its plus",
			{ bio: "1-212-555-0147" },
			todd,
			"exact",
			"The phone number given on the profile is on the record",
		],
		[
			"a WhatsApp link",
			{ links: [{ url: "https://wa.me/12125550147" }] },
			todd,
			"exact",
			"The phone number given on the profile is on the record",
		],
		[
			"a handle",
			{ handle: "212_555_0147" },
			todd,
			"national",
			"The phone number is on the record, its country code left open",
		],
		[
			"a number the network has verified",
			{ phones: [{ value: "+12125550147", verified: true }] },
			todd,
			"exact-verified",
			"The network has verified the phone number, which is on the record",
		],
		[
			"a message to the firm",
			{ interactions: [{ channel: "dm", direction: "inbound", text: "reach me on +1 212 555 0147" }] },
			todd,
			"in-post",
			"The phone number given in a post or message, or as that of an agent, is on the record",
		],
		[
			"a post",
			{ posts: [{ text: "ring +1 212 555 0147" }] },
			todd,
			"in-post",
			"The phone number given in a post or message, or as that of an agent, is on the record",
		],
		[
			"no country code",
			{ bio: "212 555 0147" },
			todd,
			"national",
			"The phone number is on the record, its country code left open",
		],
		[
			"a trunk zero and no country code",
			{ bio: "020 7946 0123" },
			withPhone("+44 20 7946 0123"),
			"national",
			"The phone number is on the record, its country code left open",
		],
		["no area code", { bio: "Call 555-0147" }, todd, "suffix", "The phone number is the end of one on the record"],
		[
			"a masked number",
			{ bio: "***-***-0147" },
			todd,
			"last-digits",
			"The digits shown of a phone number agree with one on the record",
		],
		[
			"freephone",
			{ bio: "+1 800 555 0199" },
			withPhone("+1-800-555-0199"),
			"toll-free",
			"The profile and the record give the same freephone number",
		],
		[
			"another extension",
			{ bio: "+1 212 555 0147 x12" },
			withPhone("+1 212 555 0147 ext. 34"),
			"extension-differs",
			"The phone number is on the record with another extension",
		],
		[
			"a switchboard",
			{ bio: "+1 212 555 0147" },
			withPhone("+1 212 555 0147 x12"),
			"shared",
			"The phone number is on the record, but others use it too",
		],
		[
			"a film number, possible but not valid",
			{ bio: "+44 7700 900123" },
			withPhone("+44 7700 900123"),
			"exact",
			"The phone number given on the profile is on the record",
		],
	])("%s", (_, profile, record, level, sentence) => {
		expect(see(profile, record).map((one) => one.level)).toEqual([level]);
		expect(says(level)).toBe(sentence);
	});

	it("reads a national number in the country of the record's address, then in the default one", () => {
		const bio = { bio: "+44 7700 900123" };
		const british = recordOf({ phones: [{ value: "07700 900123" }], addresses: [{ country: "United Kingdom" }] });
		expect(see(bio, british)[0]?.level).toBe("exact");
		expect(see(bio, british, { by: american })[0]?.level).toBe("exact");
		expect(see(bio, withPhone("07700 900123"))[0]?.level).toBe("national");
		expect(see({ bio: "(212) 555-0147" }, todd, { by: american })[0]?.level).toBe("exact");
	});

	it("a default country that is wrong costs certainty, not the match", () => {
		const german = phoneScorer({ defaultCountry: "DE" });
		expect(see({ bio: "212 555 0147" }, todd, { by: german })[0]?.level).toBe("national");
	});

	it("only what the network has checked is not the holder's word", () => {
		expect(see({ phones: [{ value: "+12125550147", verified: true }] }, todd)[0]?.controller).toBe("platform");
		expect(see({ phones: [{ value: "+12125550147" }] }, todd)[0]?.controller).toBe("holder");
	});

	it("a number in the bio and again in a post is one observation, from the bio", () => {
		const seen = see({ bio: "+1 212 555 0147", posts: [{ text: "212 555 0147, +1 212 555 0147" }] }, todd);
		expect(new Set(seen.map(({ facts }) => facts?.[0]?.fact)).size).toBe(1);
		expect(seen[0]).toMatchObject({ level: "exact", profileField: "bio" });
	});
});

describe("what says nothing", () => {
	it.each<[string, Partial<SocialProfile>, CrmRecord]>([
		["another number of an agent", { bio: "Booking: +1 212 555 0148" }, todd],
		["a handle that ends in an id", { handle: "todd-defren-12125550148" }, todd],
		["another number in a post", { posts: [{ text: "Call +1 212 555 0148" }] }, todd],
		["another freephone number", { bio: "+1 800 555 0199" }, todd],
		["no number on either side", {}, recordOf({})],
		["a date", { bio: "2024-05-06" }, withPhone("20240506")],
		["a card", { bio: "**** **** **** 0147" }, todd],
		["the end of an order number", { bio: "order 55501470" }, todd],
		["rubbish", { bio: "+++ ()", phones: [{ value: "911" }] }, withPhone("8".repeat(1e6))],
	])("%s", (_, profile, record) => {
		expect(see(profile, record)).toEqual([]);
	});
});

describe("what says a little against", () => {
	it.each<[string, Partial<SocialProfile>]>([
		["another number", { bio: "+1 212 555 0148" }],
		["the same last seven digits in another city", { bio: "+1 415 555 0147" }],
		["the same national digits in another country", { bio: "+44 212 555 0147" }],
		["other last digits", { bio: "Phone ***-0148" }],
	])("%s", (_, profile) => {
		const seen = see(profile, todd);
		expect(seen.map(({ level }) => level)).toEqual(["other-number"]);
		expect(bitsOf(seen)).toBeGreaterThan(-1);
		expect(bitsOf(seen)).toBeLessThan(0);
	});
});

describe("how much it says", () => {
	const bio = { bio: "+1 212 555 0147" };
	const exact = bitsOf(see(bio, todd));

	it("from a verified number down to the last digits", () => {
		const order = [
			bitsOf(see({ phones: [{ value: "+12125550147", verified: true }] }, todd)),
			exact,
			bitsOf(see({ bio: "212 555 0147" }, todd)),
			bitsOf(see({ bio: "***-0147" }, todd)),
			bitsOf(see(bio, withPhone("+1 212 555 0147 x12"))) - 1,
			bitsOf(see({ bio: "+1 800 555 0199" }, withPhone("+1 800 555 0199"))),
			bitsOf(see({ bio: "+1 212 555 0147 x1" }, withPhone("+1 212 555 0147 x2"))),
		];
		expect(order).toEqual([...order].sort((a, b) => b - a));
		expect(order[0]).toBeCloseTo(19.8, 1);
		expect(exact).toBeCloseTo(17.7, 1);
		expect(order.at(-1)).toBeLessThan(1);
	});

	it("last digits: log2(0.9 / 10^-digits), less for each number of the record", () => {
		expect(bitsOf(see({ bio: "***-0147" }, todd))).toBeCloseTo(13.1, 1);
		expect(bitsOf(see({ phones: [{ value: "*****47" }] }, todd))).toBeCloseTo(6.5, 1);
		const two = recordOf({ phones: [{ value: "+1 212 555 0147" }, { value: "+1 212 555 0188" }] });
		expect(bitsOf(see({ bio: "***-0147" }, two))).toBeCloseTo(12.1, 1);
	});

	it("last digits are not added to the whole number", () => {
		expect(see({ bio: "+1 212 555 0147, or ***-0147" }, todd).map(({ level }) => level)).toEqual(["exact"]);
	});

	it("each doubling of the records that carry a number takes one bit", () => {
		const shared = see(bio, todd, { context: world(1000, { "p:5550147": 8 }) });
		expect(shared[0]?.level).toBe("shared");
		expect(bitsOf(shared)).toBeCloseTo(exact - 3, 6);
		expect(bitsOf(see(bio, withPhone("+1 212 555 0147", { shared: true })))).toBeCloseTo(exact - 2, 6);
	});

	it("grows with the record set, as the prior falls", () => {
		expect(bitsOf(see(bio, todd, { context: world(1_000_000) }))).toBeGreaterThan(exact + 7);
	});

	it("ages, as a tenth of numbers change hands each year, when the caller says what time it is", () => {
		const old = withPhone("+1 212 555 0147", { observedAt: "2010-01-01" });
		const now = Date.parse("2020-01-01");
		expect(bitsOf(see(bio, old, { context: world(1000, {}, now) }))).toBeCloseTo(exact - Math.LOG2E, 2);
		expect(bitsOf(see(bio, old))).toBe(exact);
		const vague = withPhone("+1 212 555 0147", { observedAt: "spring" });
		expect(bitsOf(see(bio, vague, { context: world(1000, {}, now) }))).toBe(exact);
	});

	it("earns no more than its bound", () => {
		for (const profile of [bio, { bio: "***-0147" }, { bio: "+1 800 555 0199" }]) {
			const value = scorer.ofProfile(profileOf(profile), world());
			const record = recordOf({ phones: [{ value: "+1 212 555 0147" }, { value: "+1 800 555 0199" }] });
			const best = value && scorer.bounds?.(value, world()).best;
			expect(best).toBeGreaterThanOrEqual(bitsOf(see(profile, record)));
		}
	});
});

describe("a number behind a word for an agent", () => {
	it.each<[string, PhoneLevel]>([
		["Singer. Booking: +1 212 555 0147", "in-post"],
		["mgmt +1 (212) 555-0147", "in-post"],
		["Booking office. Me: +1 212 555 0147", "exact"],
		["+1 212 555 0147 for bookings", "exact"],
	])("%s", (bio, level) => expect(see({ bio }, todd).map((one) => one.level)).toEqual([level]));
});

describe("search keys", () => {
	it.each(["+1 (212) 555-0147", "212.555.0147 x3", "555-0147", "٢١٢ ٥٥٥ ٠١٤٧"])("%s finds the record", (bio) => {
		const profile = scorer.ofProfile(profileOf({ bio }), world());
		const record = scorer.ofRecord(todd);
		expect([...(profile && scorer.keys ? scorer.keys.ofProfile(profile) : [])]).toEqual(["p:5550147"]);
		expect([...(record && scorer.keys ? scorer.keys.ofRecord(record) : [])]).toEqual(["p:5550147"]);
	});

	it("four digits are not searched for", () => {
		const profile = scorer.ofProfile(profileOf({ bio: "***-0147" }), world());
		expect([...(profile && scorer.keys ? scorer.keys.ofProfile(profile) : ["none"])]).toEqual([]);
	});
});

describe("how two numbers match", () => {
	const numbers = [
		"+1 212 555 0147",
		"212 555 0147",
		"1 212 555 0147",
		"555-0147",
		"+44 212 555 0147",
		"+44 20 7946 0123",
		"020 7946 0123",
		"7946 0123",
		"00442079460123",
		"+39 06 1234 5678",
		"06 1234 5678",
	].flatMap((written) => [undefined, "US", "GB", "IT"].map((country) => normalizePhone(written, country)));

	it("is symmetric, and a number agrees with itself", () => {
		for (const a of numbers) {
			for (const b of numbers) if (a && b) expect(numberMatch(a, b)).toBe(numberMatch(b, a));
			if (a) expect(numberMatch(a, a)).toBeDefined();
		}
	});
});

describe("the contract of scorers", () => {
	const record = { id: "1", phone: "+1 212 555 0147" };
	const freephone = { id: "1", phone: "+1 800 555 0199" };
	for (const { name, run } of scorerContract(scorer, [
		{ profile: { phone: { value: "+12125550147", verified: true } }, record, level: "exact-verified" },
		{ profile: { bio: "+12125550147" }, record, level: "exact" },
		{ profile: { posts: "+12125550147" }, record, level: "in-post" },
		{ profile: { bio: "212 555 0147" }, record, level: "national" },
		{ profile: { bio: "555-0147" }, record, level: "suffix" },
		{ profile: { bio: "***-0147" }, record, level: "last-digits" },
		{ profile: { bio: "+12125550147 x12" }, record, level: "shared" },
		{ profile: { bio: "+1 800 555 0199" }, record: freephone, level: "toll-free" },
		{
			profile: { bio: "+12125550147 x12" },
			record: { id: "1", phone: "+12125550147 x34" },
			level: "extension-differs",
		},
		{ profile: { bio: "+12125550148" }, record, level: "other-number" },
		{ profile: { bio: "booking: +12125550148" }, record, level: undefined },
	])) {
		it(name, run);
	}
});
