import { expect, it } from "vitest";
import { salesforceId } from "../../src/text/salesforce-id.js";

it.each([
	["003Dm00000MaRiS", "003Dm00000MaRiSIAV"],
	["003Dm00000MaRiSIAV", "003Dm00000MaRiSIAV"],
	["003Dm00000MaRiSiav", "003Dm00000MaRiSIAV"],
	["003dm00000marisIAV", "003dm00000marisIAV"],
	["003000000000001", "003000000000001AAA"],
	["not an id", "not an id"],
	["", ""],
])("%s", (id, canonical) => {
	expect(salesforceId(id)).toBe(canonical);
});
