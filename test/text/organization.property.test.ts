import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCalledLike, ownNames, plainWords, selfNames } from "../../src/text/organization.js";
import { clip, fold, words } from "../../src/text/unicode.js";
import { partedWords } from "../../src/text/words.js";
import type { SocialProfile } from "../../src/types.js";

const text = fc.oneof(
	fc.string({ unit: "binary", maxLength: 60 }),
	fc
		.array(fc.constantFrom("O'Brien", "l'Assemblée", "'tis", "Costa", "की", "김태원", "’", "-", "7"), { maxLength: 6 })
		.map((list) => list.join(" ")),
);
const partedOneByOne = (folded: string): string[] =>
	words(folded).flatMap((word) => word.split("'").filter((part) => part !== ""));

describe("partedWords", () => {
	test("are the words parted at their apostrophes", () => {
		fc.assert(
			fc.property(text, (written) => {
				const folded = fold(clip(written, 256));
				expect(partedWords(folded)).toEqual(partedOneByOne(folded));
			}),
		);
	});
});

describe("isCalledLike", () => {
	test("is true where a word is in both", () => {
		fc.assert(
			fc.property(text, text, (full, organization) => {
				const nameWords = plainWords(clip(organization, 256));
				const own = new Set(partedOneByOne(fold(clip(full, 256))));
				expect(isCalledLike([{ full: clip(full, 256) }], nameWords)).toBe(nameWords.some((word) => own.has(word)));
			}),
		);
	});
});

describe("ownNames", () => {
	const desk = fc.constantFrom(
		"",
		"help",
		"us",
		"ushelp",
		"customerservice",
		"customerserviceinternational",
		"get",
		"inc",
	);
	test("has the name between any desks", () => {
		fc.assert(
			fc.property(desk, desk, (before, behind) => {
				const self = selfNames({ handle: `${before}zorvex${behind}` } as SocialProfile);
				const beside = before !== "" || behind !== "";
				expect(ownNames(self)).toContainEqual({ name: "zorvex", beside });
			}),
		);
	});
});
