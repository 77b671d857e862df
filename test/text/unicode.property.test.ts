import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clip, fold } from "../../src/text/unicode.js";

/** Letters of the west, and what people write beside them. */
const western = fc.string({
	unit: fc.oneof(
		fc.integer({ min: 0x20, max: 0x17f }).map((code) => String.fromCharCode(code)),
		fc.constantFrom("a", "I", " ", "-", "'", "é", "İ", "ß", "µ", "\u0301", "с"),
	),
	maxLength: 40,
});

describe("folding", () => {
	it("is the same for western letters by themselves and beside other scripts", () => {
		fc.assert(
			fc.property(western, (text) => {
				expect(fold(`é${text} 王`)).toBe(`${fold(`é${text}`)} 王`);
			}),
			{ numRuns: 3000 },
		);
	});

	it("is the same for each western letter", () => {
		for (let code = 0xa0; code < 0x180; code++) {
			const text = `a${String.fromCharCode(code)}e`;
			expect(fold(`${text} 王`)).toBe(`${fold(text)} 王`);
		}
	});
});

describe("every letter", () => {
	it("is folded alike in either case, composed or not, and once for all", () => {
		for (let code = 0; code < 0x20000; code++) {
			const char = String.fromCodePoint(code);
			const forms = [char.toLowerCase(), char.toUpperCase(), char.normalize("NFD"), char.normalize("NFKC")];
			for (const form of [...forms, fold(char)]) {
				if (form !== char && fold(form) !== fold(char))
					throw new Error(`U+${code.toString(16)} is not folded as ${form}.`);
			}
		}
		expect([..."ẞıΣςᾳǿŉ`"].map(fold)).toEqual(["ss", "i", "σ", "σ", "αι", "o", "'n", "'"]);
	});
});

describe("clipping", () => {
	it("leaves alone what has few marks and no halves of characters", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
				expect(clip(text, 1000)).toBe(text);
			}),
		);
	});

	it("cuts a run of marks", () => {
		for (const mark of ["\u0300", "\u05b0", "\u{1d165}"]) {
			expect(clip(`a${mark.repeat(100)}b`, 1000)).toBe(`a${mark.repeat(30)}b`);
		}
	});
});
