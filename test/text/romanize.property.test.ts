import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eastAsianNames, romanize, spellings } from "../../src/text/romanize.js";
import { fold } from "../../src/text/unicode.js";

const letters = (first: number, last: number) =>
	fc.string({
		unit: fc.integer({ min: first, max: last }).map((code) => String.fromCodePoint(code)),
		minLength: 1,
		maxLength: 20,
	});
const anyScript = fc.oneof(
	fc.string({ unit: "binary", maxLength: 40 }),
	letters(0x370, 0x52f),
	letters(0x530, 0x6ff),
	letters(0x900, 0xd7f),
	letters(0x10a0, 0x10ff),
	letters(0x3040, 0x30ff),
	letters(0x4e00, 0x9fff),
	letters(0xac00, 0xd7a3),
);

describe("spellings of any text", () => {
	it("are one to nine, the same each time, none of them empty", () => {
		fc.assert(
			fc.property(anyScript, fc.constantFrom(undefined, "ru", "uk", "bg", "ko", "zh", "ja", "xx"), (text, lang) => {
				const word = fold(text);
				const spelt = spellings(word, lang);
				expect(spelt.length).toBeGreaterThan(0);
				expect(spelt.length).toBeLessThanOrEqual(9);
				expect(new Set(spelt).size).toBe(spelt.length);
				if (word !== "") expect(spelt).not.toContain("");
				expect(spellings(word, lang)).toEqual(spelt);
				expect(typeof romanize(word)).toBe("string");
				expect(Array.isArray(eastAsianNames(word, lang))).toBe(true);
			}),
		);
	});

	it.each([
		["Russian and Ukrainian", "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ"],
		["Serbian", "абвгдђежзијклљмнњопрстћуфхцчџш"],
		["Greek", "αβγδεζηθικλμνξοπρστυφχψω"],
		["Armenian", "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ"],
		["Georgian", "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"],
		["Hebrew", "אבגדהוזחטיכלמנסעפצקרשתךםןףץ"],
		["Arabic", "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگکی"],
		["hiragana", "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん"],
		["Devanagari", "अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह"],
	])("are lower-case Latin letters in %s", (_, alphabet) => {
		const unit = fc.constantFrom(...alphabet);
		fc.assert(
			fc.property(fc.string({ unit, minLength: 1, maxLength: 16 }), (word) => {
				for (const spelling of spellings(word)) {
					// Signs that have no sound of their own are left as they are.
					if (!/^[ъьءعאעوי]+$/.test(word)) expect(spelling).toMatch(/^[a-z]+$/);
				}
			}),
		);
	});

	it("are lower-case Latin letters in Hangul", () => {
		fc.assert(
			fc.property(letters(0xac00, 0xd7a3), (word) => {
				for (const spelling of spellings(word)) expect(spelling).toMatch(/^[a-z]+$/);
			}),
		);
	});
});
