import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlaceLevel, placeScorer } from "../../src/scorers/place.js";
import type { Observation } from "../../src/scorers/scorer.js";
import { scorerContract } from "../../src/testing.js";
import type { Address } from "../../src/types.js";
import { profileOf, recordOf, world } from "../samples.js";

const scorer = placeScorer();
function seen(location: string, addresses: readonly Address[], context = world()): readonly Observation<PlaceLevel>[] {
	const p = scorer.ofProfile(profileOf({ location }), context);
	const r = scorer.ofRecord(recordOf({ addresses }));
	if (p === undefined || r === undefined) return [];
	return (scorer.compare(p, r, context) ?? []) as readonly Observation<PlaceLevel>[];
}
/** The first that is seen: what agrees, if anything does. */
const see = (...args: Parameters<typeof seen>): Observation<PlaceLevel> | undefined => seen(...args)[0];
function bitsOf(seen: Observation<PlaceLevel> | undefined): number {
	if (seen === undefined) return Number.NaN;
	const { m, u } = scorer.levels[seen.level];
	return Math.log2(m / (seen.u ?? u));
}
const says = (level: PlaceLevel): string => scorer.levels[level].says.replace(/ \{\w+\}/g, "");

const boston = { city: "Boston", region: "MA", country: "US" };

describe("what is seen, and how it is told", () => {
	it.each<[string, Address, PlaceLevel, string]>([
		["Boston", boston, "same-city", "The location is the city on the record"],
		["Boston, MA", boston, "same-city", "The location is the city on the record"],
		["boston, ma", boston, "same-city", "The location is the city on the record"],
		["Greater Boston Area", boston, "same-city", "The location is the city on the record"],
		["London ✈ NYC | Boston", boston, "same-city", "The location is the city on the record"],
		["NYC", { city: "New York", region: "New York" }, "same-city", "The location is the city on the record"],
		["LA", { city: "Los Angeles", region: "CA", country: "US" }, "same-city", "The location is the city on the record"],
		["München", { city: "Munich", country: "DE" }, "same-city", "The location is the city on the record"],
		[
			"Toulouse, France",
			{ text: "12 rue des Lois, 31000 Toulouse", country: "FR" },
			"same-city",
			"The location is the city on the record",
		],
		["Cambridge, Massachusetts", boston, "same-region", "The location is in the region of the record"],
		[
			"Picardie, France",
			{ region: "Picardie", country: "FR" },
			"same-region",
			"The location is in the region of the record",
		],
		[
			"Baton Rouge, LA",
			{ region: "Louisiana", country: "US" },
			"same-region",
			"The location is in the region of the record",
		],
		["Chicago, IL", boston, "same-country", "The location is in the country of the record"],
		["Deutschland", { country: "DE" }, "same-country", "The location is in the country of the record"],
		["🇫🇷", { country: "France" }, "same-country", "The location is in the country of the record"],
		["Auckland, Aotearoa", { country: "New_Zealand" }, "same-country", "The location is in the country of the record"],
		["서울, 대한민국", { country: "KR" }, "same-country", "The location is in the country of the record"],
		["Paris, France", boston, "different-country", "The location is in another country than the address on the record"],
		[
			"Paris, Texas",
			{ city: "Paris", country: "FR" },
			"different-country",
			"The location is in another country than the address on the record",
		],
		[
			"Cambridge, UK",
			{ city: "Cambridge", region: "MA", country: "US" },
			"different-country",
			"The location is in another country than the address on the record",
		],
		[
			"Springfield, IL",
			{ city: "Springfield", region: "MA", country: "US" },
			"same-country",
			"The location is in the country of the record",
		],
	])("%s", (location, address, level, sentence) => {
		expect(see(location, [address])?.level).toBe(level);
		expect(says(level)).toBe(sentence);
	});

	it.each<[string, Address]>([
		["Everywhere", boston],
		["the internet", boston],
		["Earth 🌍", boston],
		["under the stairs", boston],
		["Springfield", boston],
		["", boston],
		["Boston", {}],
		// A city whose country is not known is not elsewhere.
		["Paris", boston],
		// Georgia is a state, too.
		["Georgia", { country: "US", region: "OH" }],
	])("%s says nothing against the record", (location, address) => {
		expect(see(location, [address])?.level).not.toBe("different-country");
	});

	it.each<[string, Address, readonly PlaceLevel[]]>([
		["Chicago, IL", boston, ["same-country", "different-region"]],
		["Chicago, USA", boston, ["same-country", "different-city"]],
		["Cambridge, MA", boston, ["same-region", "different-city"]],
		["Chicago", boston, ["different-city"]],
		["Chicago", { country: "US" }, []],
		["Massachusetts", boston, ["same-region"]],
		["Paris, France", boston, ["different-country"]],
	])("%s is apart from the record in what both tell", (location, address, levels) => {
		expect(seen(location, [address]).map(({ level }) => level)).toEqual(levels);
	});

	it("a name that is no record's city may be no city at all", () => {
		const unknown = world(1000, { "c:under the stairs": 0 });
		expect(seen("under the stairs", [boston], unknown)).toEqual([]);
	});

	it("is elsewhere only when every address is", () => {
		expect(see("Paris, France", [boston, { city: "Lyon", country: "FR" }])?.level).toBe("same-country");
		expect(see("Paris, France", [boston, { city: "Lyon" }])?.level).toBe("different-city");
		expect(see("Paris, France", [boston, { city: "Paris" }])?.level).toBe("same-city");
	});
});

describe("ranking, and why", () => {
	it("city beats region beats country beats another country", () => {
		const bits = [
			see("Boston, MA", [boston]),
			see("Cambridge, MA", [boston]),
			see("Chicago, USA", [boston]),
			see("Paris, France", [boston]),
		].map(bitsOf);
		expect([...bits].sort((a, b) => b - a)).toEqual(bits);
		expect(bits[0]).toBeLessThan(5);
		expect(bits[3]).toBeCloseTo(-1.6, 1);
	});

	it("a code that may be a state or a country agrees half with either", () => {
		const toronto = bitsOf(see("Toronto, CA", [{ city: "Ottawa", country: "CA" }]));
		expect(toronto).toBeCloseTo(bitsOf(see("Toronto, Canada", [{ city: "Ottawa", country: "CA" }])) - 1, 6);
		expect(see("Rabat, MA", [{ country: "MA" }])?.level).toBe("different-country");
	});

	it("a city where most records are says nothing", () => {
		expect(bitsOf(see("Boston", [boston], world(1000, { "c:boston": 800 })))).toBe(0);
		expect(bitsOf(see("Boston", [boston], world(1000, { "c:boston": 100 })))).toBeLessThan(
			bitsOf(see("Boston", [boston])),
		);
	});

	it("a country that all records share says nothing", () => {
		expect(bitsOf(see("Lyon, France", [{ country: "FR" }], world(1000, { "n:fr": 1000 })))).toBe(0);
	});

	it("places are counted, never searched", () => {
		const p = scorer.ofProfile(profileOf({ location: "Boston" }), world());
		const r = scorer.ofRecord(recordOf({ addresses: [boston] }));
		expect(p && [...(scorer.keys?.ofProfile(p) ?? [])]).toEqual([]);
		expect(r && [...(scorer.keys?.ofRecord(r) ?? [])].sort()).toEqual(["c:boston", "g:ma", "n:us"]);
	});
});

describe("colleagues", () => {
	it("share their city: half of it is known with the employer", () => {
		const city = see("Boston, MA", [boston]);
		expect(city?.facts?.map(({ fact }) => fact)).toEqual(["employer", "place"]);
		expect(city?.facts?.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(bitsOf(city), 6);
		expect(see("Massachusetts", [boston])?.facts).toBeUndefined();
	});
});

describe("placeScorer, on any data", () => {
	const text = fc.oneof(
		fc.string({ unit: "binary", maxLength: 40 }),
		fc.constantFrom("Boston, MA", "🇫🇷", "LA", "Georgia"),
	);
	const address = fc.record({ text, city: text, region: text, country: text }, { requiredKeys: [] });

	it("never throws, and the order of the addresses changes no bits", () => {
		fc.assert(
			fc.property(text, fc.array(address, { maxLength: 4 }), (location, addresses) => {
				const forward = see(location, addresses);
				const backward = see(location, [...addresses].reverse());
				expect(bitsOf(backward)).toBe(bitsOf(forward));
			}),
		);
	});
});

describe("the contract of scorers", () => {
	const record = { id: "1", address: { city: "Boston", region: "MA", country: "US" } };
	for (const { name, run } of scorerContract(scorer, [
		{ profile: { location: "Boston" }, record, level: "same-city" },
		{ profile: { location: "Cambridge, MA" }, record, level: "same-region" },
		{ profile: { location: "Chicago, USA" }, record, level: "same-country" },
		{ profile: { location: "Paris, France" }, record, level: "different-country" },
		{ profile: { location: "Chicago, IL" }, record, level: "different-region" },
		{ profile: { location: "Chicago, USA" }, record, level: "different-city" },
		{ profile: { location: "Earth" }, record, level: undefined },
		{ profile: { handle: "RepRoeMA04" }, record, level: "same-region" },
		{ profile: { handle: "MARunner" }, record, level: "same-region" },
		{ profile: { handle: "JaneRoeMassachusetts" }, record, level: "same-region" },
		{ profile: { handle: "janeroema" }, record, level: undefined },
		// Nothing is set off where all are capitals.
		{ profile: { handle: "JANEROEMA" }, record, level: undefined },
		{ profile: { handle: "JaneRoeFR" }, record, level: undefined },
	])) {
		it(name, run);
	}
});
