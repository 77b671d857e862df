import { expect, it } from "vitest";
import { readNames } from "../../src/text/name.js";
import { namesAgree } from "../../src/text/name-agreement.js";

it.each<[string, string, boolean]>([
	["Ana Costa", "Costa, Ana", true],
	["Bill Keller", "William Keller", true],
	["A. Costa", "Ana Costa", true],
	["Marisol Tenant", "Marisol Tennant", true],
	["Soren Avila Brandt", "Søren Ávila-Brandt", true],
	["Ana", "Ana Costa", true],
	["Ana Costa", "Bea Costa", false],
	["Ana Costa", "Ana Keller", false],
	["Marisol Tennant", "Mary Tennant", false],
	["Bruno", "Ana Costa", false],
])("%s and %s: %s", (a, b, agree) => {
	const [one, other] = [readNames([{ full: a }]), readNames([{ full: b }])];
	expect([namesAgree(one, other), namesAgree(other, one)]).toEqual([agree, agree]);
});
