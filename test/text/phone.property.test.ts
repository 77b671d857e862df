import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMaskedPhones, findPhones, normalizePhone, phoneSuffix } from "../../src/text/phone.js";

const anything = fc.oneof(
	fc.string({ unit: "binary", maxLength: 200 }),
	fc.string({
		unit: fc.constantFrom("+", "0", "1", "5", "٣", " ", "-", "(", ")", "x", "*", ";ext=", ",", "ext", "\ud800"),
		maxLength: 80,
	}),
);
const country = fc.constantFrom(undefined, "US", "GB", "DE", "IT", "BR", "nonsense");
/** The numbers kept for films and examples. */
const line = fc.integer({ min: 0, max: 99 }).map((n) => `55501${String(n).padStart(2, "0")}`);
const area = fc.constantFrom("212", "415", "617", "305");

describe("telephone numbers", () => {
	it("any text at all is read or refused, never thrown at", () => {
		fc.assert(
			fc.property(anything, country, (text, from) => {
				const phone = normalizePhone(text, from);
				if (phone?.e164 !== undefined) expect(phone.e164).toMatch(/^\+[1-9]\d{5,16}$/);
				expect(phoneSuffix(text) ?? "0000000").toMatch(/^\d{7}$/);
				findPhones(text, from);
				findMaskedPhones(text);
			}),
			{ numRuns: 2000 },
		);
	});

	it("E.164 is its own normal form", () => {
		fc.assert(
			fc.property(anything, country, (text, from) => {
				const phone = normalizePhone(text, from);
				if (phone?.e164 !== undefined) expect(normalizePhone(phone.e164)?.e164).toBe(phone.e164);
			}),
			{ numRuns: 2000 },
		);
	});

	it("separators, digits of other scripts and a prefix change nothing", () => {
		fc.assert(
			fc.property(area, line, fc.constantFrom(" ", "-", ".", "\u00a0", "\u2013", ""), (code, digits, blank) => {
				const plain = `+1${code}${digits}`;
				const spaced = ["+1", code, digits.slice(0, 3), digits.slice(3)].join(blank);
				const arabic = spaced.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
				for (const written of [spaced, arabic, `tel:${spaced}`, ` ${spaced} `, spaced.replace("+1", "001")]) {
					expect(normalizePhone(written)?.e164).toBe(plain);
					expect(phoneSuffix(written)).toBe(digits);
				}
			}),
		);
	});

	it("equal numbers have equal suffixes: the search key misses nobody", () => {
		fc.assert(
			fc.property(anything, anything, country, (a, b, from) => {
				const [left, right] = [normalizePhone(a, from), normalizePhone(b, from)];
				if (left?.e164 !== undefined && left.e164 === right?.e164 && left.digits.length >= 7) {
					expect(phoneSuffix(a)).toBe(phoneSuffix(b));
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it("plain numbers are read as any others", () => {
		const plain = fc.string({ unit: fc.constantFrom(..."0123456789+ ()./-", "52", "00", "1"), maxLength: 40 });
		fc.assert(
			fc.property(fc.oneof(plain, anything), country, (text, from) => {
				// Letters in front ask for the long way.
				fc.pre(/^[\d+ ()./-]{0,60}$/.test(text));
				expect(phoneSuffix(text)).toBe(phoneSuffix(`tel:${text}`));
				expect(normalizePhone(text, from)).toEqual(normalizePhone(`tel:${text}`, from));
			}),
			{ numRuns: 3000 },
		);
	});

	it("a text that is put aside at once has no number in it, whole or in part", () => {
		const pieces = fc.constantFrom(
			..."0159 -./()xX*+•#|٣𝟘é☕",
			"555",
			"0147",
			"***",
			"ending in ",
			" endet auf ",
			"terminant par ",
			"ext ",
			"\u0300",
		);
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: pieces, maxLength: 40 }), anything), country, (text, from) => {
				// What is added is no number, and asks for the long way.
				const asked = `${text} | ٣٣٣٣٣٣٣|xx`;
				const other = `${text} | ٣٣|xx`;
				expect(findPhones(text, from)).toEqual(findPhones(other, from));
				expect(findMaskedPhones(text)).toEqual(findMaskedPhones(other));
				expect(findMaskedPhones(text, 2)).toEqual(findMaskedPhones(asked, 2));
			}),
			{ numRuns: 3000 },
		);
	});
});
