import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letterSurprisal } from "../../src/text/filler.js";
import { beyondName, rarityBits, surprisal } from "../../src/text/surprisal.js";

describe("surprisal of a handle", () => {
	it.each<[rarer: string, commoner: string]>([
		["johnsmith", "john"],
		["jdefren", "jsmith"],
		["darkknight", "knight"],
		["zqxvknight", "darkknight"],
		["football8413", "football99"],
		["football99", "football"],
		["xqtdefren_77", "tdefren"],
		["ivanpetrov_zqx", "иванпетров"],
	])("%s is rarer than %s", (rarer, commoner) => {
		expect(surprisal(rarer)).toBeGreaterThan(surprisal(commoner) + 1);
	});

	it.each(["football", "liverpool", "newcastle", "butterfly", "sunshine", "photography", "mariposa", "musica"])(
		"%s is one of the words that many choose",
		(word) => expect(surprisal(word)).toBeLessThan(12),
	);

	it("separators and capitals make no string rarer", () => {
		expect(surprisal("John.Smith")).toBe(surprisal("johnsmith"));
	});

	it("is never more than the letter model says, never negative, for any text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
				const bits = surprisal(text);
				expect(bits).toBeGreaterThanOrEqual(0);
				expect(Number.isFinite(bits)).toBe(true);
				if (/^[a-z0-9]+$/.test(text)) expect(bits).toBeLessThanOrEqual(letterSurprisal(text));
			}),
		);
	});
});

describe("what a string used twice says", () => {
	it("grows with the surprisal, stays far below it, and is capped", () => {
		for (let bits = 1; bits < 80; bits++) {
			expect(rarityBits(bits)).toBeGreaterThanOrEqual(rarityBits(bits - 1));
			expect(rarityBits(bits)).toBeLessThan(Math.max(1, bits / 2));
		}
		expect(rarityBits(500)).toBe(16);
	});
});

describe("what a handle tells beyond the name", () => {
	it.each<[string, string]>([
		["tdefren", ""],
		["defrentodd", ""],
		["todddefren77", "77"],
		["defrenzqx", "zqx"],
		["penguin", "penguin"],
	])("%s of Todd Defren: %j", (handle, rest) => {
		expect(beyondName(handle, [{ full: "Todd Defren" }])).toBe(rest);
	});
});
