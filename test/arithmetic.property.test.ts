import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp2, log2, square } from "../src/arithmetic.js";

const numbers = new Float64Array(1);
const words = new BigInt64Array(numbers.buffer);

/** The place of a number among all numbers, so that neighbours are one apart. */
function placeOf(x: number): bigint {
	numbers[0] = x;
	const word = words[0] as bigint;
	return word < 0n ? -(word & 0x7fff_ffff_ffff_ffffn) : word;
}

/** How many numbers lie between two. */
function apart(a: number, b: number): number {
	return Math.abs(Number(placeOf(a) - placeOf(b)));
}

/** Ours are off by 2 at most and the engine's by 1. */
const CLOSE = 3;
const runs = { numRuns: 5000 };
const positive = fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true });
const nearOne = fc.double({ min: 0.5, max: 2, noNaN: true });
const wholeNumbers = Array.from({ length: 1023 + 1074 + 1 }, (_, index) => index - 1074);

describe("log2", () => {
	it("is what Math.log2 gives, but for the last digit", () => {
		fc.assert(
			fc.property(fc.oneof(positive, nearOne), (x) => {
				expect(apart(log2(x), Math.log2(x))).toBeLessThanOrEqual(CLOSE);
			}),
			runs,
		);
	});

	it("is exact of powers of two", () => {
		expect(wholeNumbers.filter((n) => !Object.is(log2(exp2(n)), n))).toEqual([]);
	});

	it.each([0, -0, -1, -Infinity, Infinity, Number.NaN])("of %d is that of Math.log2", (x) => {
		expect(log2(x)).toBe(Math.log2(x));
	});
});

describe("exp2", () => {
	it("is what ** gives, but for the last digit", () => {
		const exponents = fc.oneof(
			fc.double({ min: -1080, max: 1030, noNaN: true }),
			fc.double({ min: -2, max: 2, noNaN: true }),
		);
		fc.assert(
			fc.property(exponents, (x) => {
				expect(apart(exp2(x), 2 ** x)).toBeLessThanOrEqual(CLOSE);
			}),
			runs,
		);
	});

	it("is exact of whole numbers", () => {
		let power = Number.MIN_VALUE;
		for (const n of wholeNumbers) {
			expect(exp2(n)).toBe(power);
			power *= 2;
		}
	});

	// Constants are written 2 ** -20, as every engine has those right: this one has, too.
	it("is what ** gives of whole numbers", () => {
		expect(wholeNumbers.filter((n) => exp2(n) !== 2 ** n)).toEqual([]);
	});

	it("is undone by log2", () => {
		fc.assert(
			fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (x) => {
				expect(log2(exp2(x))).toBeCloseTo(x, 12);
			}),
			runs,
		);
	});

	it.each([1024, Infinity, -1100, -Infinity, Number.NaN])("of %d is that of **", (x) => {
		expect(exp2(x)).toBe(2 ** x);
	});
});

describe("arithmetic", () => {
	// Figures to the last digit, so that another engine is noticed.
	it("has the same last digit everywhere", () => {
		const places = Array.from({ length: 400 }, (_, index) => (index * 0.618_033_988_749) / 3);
		const sum = places.reduce((total, x) => (total * 31n + placeOf(exp2(x - 60)) + placeOf(log2(x))) % 2n ** 61n, 0n);
		expect(sum).toBe(463_570_489_761_164_486n);
		expect(square(-1.1)).toBe(1.2100000000000002);
	});
});
