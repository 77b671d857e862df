import { describe, expect, it } from "vitest";
import { countriesOfFlags, countryOfCode, countryOfName, stateOfCode, stateOfName } from "../../src/text/country.js";
import { fold } from "../../src/text/unicode.js";

describe("countries and states", () => {
	it.each([
		["germany", "de"],
		["deutschland", "de"],
		["usa", "us"],
		["united states of america", "us"],
		["대한민국", "kr"],
		["україна", "ua"],
		["cote d ivoire", "ci"],
		["atlantis", undefined],
	])("%s is %s", (name, code) => expect(countryOfName(fold(name))).toBe(code));

	it("codes stand for themselves when there is such a country or state", () => {
		expect([countryOfCode("fr"), countryOfCode("qq"), stateOfCode("ma"), stateOfCode("qq")]).toEqual([
			"fr",
			undefined,
			"ma",
			undefined,
		]);
		expect(stateOfName("north dakota")).toBe("nd");
	});

	it("flags are countries", () => {
		expect(countriesOfFlags("🇫🇷 et 🇨🇲")).toEqual(["fr", "cm"]);
		expect(countriesOfFlags("🏳️‍🌈 🇶🇶")).toEqual([]);
	});
});
