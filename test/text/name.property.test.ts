import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NameReading, readNames } from "../../src/text/name.js";
import { keysOfReading } from "../../src/text/name-keys.js";
import { nicknamesOf, variantsOf } from "../../src/text/nicknames.js";
import type { PersonName } from "../../src/types.js";

/** Names with one short form or many, with other spellings, and the words around names. */
const formal = fc.constantFrom(
	..."Robert Mary Alexander Catherine Leslie Otto Simon Mohammed José Jörg Søren Олеся Юрій 김종태 王小明 محمد יעל Αλέξης".split(
		" ",
	),
);
const relatives = (name: string): fc.Arbitrary<string> => {
	const given = name.toLowerCase();
	return fc.constantFrom(name, ...nicknamesOf(given), ...variantsOf(given));
};
const related = formal.chain(relatives);
const around = fc.constantFrom(
	"de",
	"van",
	"al",
	"Jr",
	"III",
	"Dr",
	"O'Brien",
	"Smith-Jones",
	"MÜLLER",
	"A.",
	"née",
	"geb.",
);
const word = fc.oneof(
	related,
	around,
	fc.stringMatching(/^[A-Za-z]{1,12}$/),
	fc.string({ unit: "grapheme", maxLength: 8 }),
);
const words = fc
	.array(word, { minLength: 1, maxLength: 4 })
	.chain((list) => fc.constantFrom(" ", " ", " ", "-").map((between) => list.join(between)));
const lang = fc.constantFrom("ko", "zh", "vi", "hu", "es", "uk", "en-US");
const anyName: fc.Arbitrary<PersonName> = fc.record(
	{ given: words, middle: words, family: words, full: words, nickname: word, lang },
	{ requiredKeys: [] },
);
/** With one of its own short forms or other spellings behind the given name. */
const withRelative: fc.Arbitrary<PersonName> = formal.chain((given) =>
	relatives(given).chain((other) =>
		fc.constantFrom(
			{ given, middle: other, family: "Miller" },
			{ given: `${given} ${other}`, family: "Miller" },
			{ given: `${given}-${other}`, middle: other, family: "Miller" },
			{ full: `${given} ${other} Miller` },
		),
	),
);

/** What a reading says, apart from how the name is written. */
const saidBy = ({ given, middle, family, parts, generation, familyFirst }: NameReading) => ({
	given,
	middle,
	family,
	parts,
	generation,
	familyFirst,
});

describe("readings of any name", () => {
	it("have the search keys that follow from their parts", () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(anyName, withRelative), { maxLength: 3 }), (names) => {
				for (const reading of readNames(names)) {
					const { written } = reading;
					const partsOf: NameReading["partsOf"] = (role) => reading.partsOf(role);
					const inParts: NameReading = { written, ...saidBy(reading), partsOf, plain: false };
					expect(keysOfReading(reading)).toEqual(keysOfReading(inParts));
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it("have their parts by the name that they are of", () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(anyName, withRelative), { maxLength: 3 }), (names) => {
				for (const reading of readNames(names)) {
					for (const role of ["given", "family"] as const)
						expect(reading.partsOf(role)).toEqual(reading.parts.filter((part) => part.role === role));
				}
			}),
		);
	});

	it("are the same whether the syllables of Hangul are composed or not", () => {
		const family = (form: "NFC" | "NFD") =>
			readNames([{ given: "태원".normalize(form), family: "김".normalize(form) }]).map((reading) => reading.family);
		expect(family("NFC")).toEqual([["kim"]]);
		expect(family("NFD")).toEqual(family("NFC"));
	});

	it("know the generation that another way to write the name states", () => {
		const [reading] = readNames([{ full: "Robert Miller" }, { full: "Robert Miller Jr." }]);
		const [alone] = readNames([{ full: "Robert Miller" }]);
		expect(reading?.generation).toBe(2);
		expect(reading?.parts).toEqual(alone?.parts);
	});
});

describe("two plain words are read as any name is", () => {
	const plain = fc
		.oneof(related, around, fc.stringMatching(/^[A-Za-z]{1,41}$/))
		.filter((text) => /^[A-Za-z]+$/.test(text));

	it("given name and surname", () => {
		fc.assert(
			fc.property(plain, plain, (given, family) => {
				const whole = readNames([{ given, family, full: `${given} ${family}` }]);
				expect(readNames([{ given, family }])).toMatchObject(whole.map(saidBy));
				expect(whole.map(saidBy)).toEqual(readNames([{ given, family, middle: "" }]).map(saidBy));
			}),
			{ numRuns: 500 },
		);
	});

	it("a name that is only known whole", () => {
		fc.assert(
			fc.property(plain, plain, fc.option(lang, { nil: undefined }), (first, last, spoken) => {
				const readings = (between: string) =>
					readNames([{ full: `${first}${between}${last}`, ...(spoken && { lang: spoken }) }]).map(saidBy);
				expect(readings(" ")).toEqual(readings("  "));
			}),
			{ numRuns: 500 },
		);
	});
});
