import { describe, expect, it } from "vitest";
import {
	findMaskedPhones,
	findPhones,
	normalizePhone,
	phoneFault,
	phoneSuffix,
	splitPhones,
	withoutDecimals,
} from "../../src/text/phone.js";

describe("one line, many spellings", () => {
	it.each([
		["+1 212 555 0147", undefined],
		["(212) 555-0147", "US"],
		["212.555.0147", "us"],
		["1-212-555-0147", "US"],
		["tel:+1-212-555-0147", undefined],
		["001 212 555 0147", undefined],
		["00 1 212 555 0147", "GB"],
		["＋１ （２１２） ５５５－０１４７", undefined],
		["+١ ٢١٢ ٥٥٥ ٠١٤٧", undefined],
		["+1\u200b212\u202d555\u202c0147", undefined],
		["Office: +1 212 555 0147", undefined],
		["+1 (212) 555-0147 (mobile)", undefined],
	])("%s in %s", (written, country) => {
		expect(normalizePhone(written, country)?.e164).toBe("+12125550147");
		expect(phoneSuffix(written)).toBe("5550147");
	});

	it.each<[string, string | undefined, string, string]>([
		["+44 (0)20 7946 0123", undefined, "+442079460123", "a trunk zero after the country code"],
		["020 7946 0123", "GB", "+442079460123", "a trunk zero"],
		["+39 06 1234 5678", undefined, "+390612345678", "Italy's zero belongs to the number"],
		["+52 1 55 1234 5678", undefined, "+525512345678", "Mexico's former mobile 1"],
		["0011 44 20 7946 0123", "AU", "+442079460123", "dialled abroad from Australia"],
		["०२० ७९४६ ०१२३", "GB", "+442079460123", "Devanagari digits, which begin at xxx6"],
	])("%s in %s is %s: %s", (written, country, e164) => {
		expect(normalizePhone(written, country)?.e164).toBe(e164);
	});

	it("film numbers are possible but not valid, and still have their E.164", () => {
		expect(normalizePhone("07700 900123", "GB")).toMatchObject({ e164: "+447700900123", valid: false });
		expect(normalizePhone("020 7946 0123", "GB")).toMatchObject({ valid: true });
	});

	it("a local number is not an E.164", () => {
		expect(normalizePhone("555-0147", "US")).toEqual({
			digits: "5550147",
			countryFrom: "unknown",
			valid: false,
			tollFree: false,
		});
	});

	it("without a country the digits stay as dialled", () => {
		expect(normalizePhone("020 7946 0123")).toMatchObject({ digits: "02079460123", countryFrom: "unknown" });
		expect(normalizePhone("212 555 0147", "ZZ")).toMatchObject({ digits: "2125550147", countryFrom: "unknown" });
	});

	it("says who told the country", () => {
		expect(normalizePhone("+1 212 555 0147", "GB")).toMatchObject({ country: "US", countryFrom: "number" });
		expect(normalizePhone("212 555 0147", "US")).toMatchObject({ country: "US", countryFrom: "default" });
	});
});

describe("extensions", () => {
	it.each(["x12", "ext. 12", "ext 12", "extension 12", ";ext=12", "#12", ",,12", "Durchwahl 12", "доб. 12"])(
		"%s",
		(extension) => {
			const written = `+1 212 555 0147 ${extension}`;
			expect(normalizePhone(written)).toMatchObject({ e164: "+12125550147", extension: "12" });
			expect(phoneSuffix(written)).toBe("5550147");
		},
	);

	it("are never code", () => {
		expect(normalizePhone("+1 212 555 0147;ext=<script>")).toMatchObject({ e164: "+12125550147" });
		expect(normalizePhone("+1 212 555 0147;ext=<script>")?.extension).toBeUndefined();
	});
});

describe("freephone", () => {
	it.each([
		["1-800-555-0199", "US"],
		["08081 570123", "GB"],
		["+33 800 123 456", undefined],
		["0800 123456", "DE"],
		["800 555 0199", undefined],
	])("%s in %s", (written, country) => {
		expect(normalizePhone(written, country)?.tollFree).toBe(true);
	});
	it.each([
		["+1 212 555 0147", undefined],
		["020 7946 0800", "GB"],
		["+1 808 555 0147", undefined],
	])("not %s in %s", (written, country) => {
		expect(normalizePhone(written, country)?.tollFree).toBe(false);
	});
});

describe("what names no line is undefined", () => {
	it.each([
		["nothing", ""],
		["a short code", "911"],
		["one digit repeated", "000-000-0000"],
		["letters", "1-800-FLOWERS"],
		["a withheld number", "anonymous"],
		["a number spoiled by a spreadsheet", "5.03556E+09"],
		["an inside line", "tel:7042;phone-context=example.com"],
		["too many digits", "1234567890123456789012345"],
		["a million digits", "8".repeat(1e6)],
		["and as many blanks", "1 ".repeat(1e5)],
		["no text", "\ud800\u0000"],
	])("%s", (_, written) => {
		expect(normalizePhone(written, "US")).toBeUndefined();
		expect(phoneSuffix(written)).toBeUndefined();
	});

	it("nor does a number that is not a string", () => {
		expect(normalizePhone(2125550147 as unknown as string)).toBeUndefined();
	});
});

describe("numbers in free text", () => {
	it.each([
		["Call (212) 555-0147 or +44 20 7946 0123 x4.", ["+12125550147", "+442079460123"]],
		["tel:212-555-0147", ["+12125550147"]],
		["+491512345678901", ["+491512345678901"]],
		["Tel٠٢", []],
		["☎︎٢١٢-٥٥٥-٠١٤٧", ["+12125550147"]],
		["電話：（２１２）　５５５－０１４７", ["+12125550147"]],
		["212 555 0147\n212 555 0148", ["+12125550147", "+12125550148"]],
		["since 2019-2023, born 12.05.1981, on 2024-05-06", []],
		["server 192.168.100.100, order 12345678, id_2125550147", []],
		["card 4111 1111 1111 1111", []],
		["2125550147 2125550147", ["+12125550147"]],
		["local 555-0147", ["5550147"]],
	])("%s", (text, numbers) => {
		expect(findPhones(text, "US").map(({ phone }) => phone.e164 ?? phone.digits)).toEqual(numbers);
	});

	it("stops at eight", () => {
		const many = Array.from({ length: 50 }, (_, i) => `+1 212 555 01${String(i).padStart(2, "0")}`).join("; ");
		expect(findPhones(many)).toHaveLength(8);
	});

	it.each([
		["digits", "1".repeat(1e6)],
		["digits and blanks", "1 ".repeat(5e5)],
		["separators", "1--- ".repeat(2e5)],
		["plus signs", "+".repeat(1e6)],
		["marks", "*".repeat(1e6)],
		["marks and digits", "xx12".repeat(3e5)],
		["brackets", "(1".repeat(5e5)],
	])("finishes on a million %s", (_, text) => {
		expect(findPhones(text, "US").length).toBeLessThanOrEqual(8);
		expect(findMaskedPhones(text).length).toBeLessThanOrEqual(8);
	});
});

describe("numbers shown in part", () => {
	it.each([
		["***-***-0147", ["0147"]],
		["(***) ***-0147", ["0147"]],
		["xxx-xxx-0147", ["0147"]],
		["••••0147", ["0147"]],
		["my number ends in 0147.", ["0147"]],
		["card **** **** **** 0147", []],
		["Max 2024", []],
		["#12", []],
		["***-**47", []],
	])("%s", (text, digits) => {
		expect(findMaskedPhones(text).map(({ lastDigits }) => lastDigits)).toEqual(digits);
	});

	it("two digits count where a field is masked", () => {
		expect(findMaskedPhones("+1 *** *** **47", 2)).toEqual([{ text: "+1 *** *** **47", lastDigits: "47" }]);
	});
});

describe("cells with numbers", () => {
	it.each([
		["617 555 0142 / 617 555 0177", 2],
		["617 555 0142 OR 617 555 0177\n617 555 0101", 3],
		["617 555 0142; n/a", 2],
		["030/5550 0142", 1],
		["+1 617 555 0142;ext=1234567", 1],
		["617 555 0142 / 43", 1],
		["１２３ ４５６ ７８９０/６１７ ５５５ ０１４２", 2],
		["415-555-0133, 415-555-0134", 2],
		["+1 617 555 0142, 030", 1],
	])("%s: %i", (cell, count) => expect(splitPhones(cell)).toHaveLength(count));

	it.each([
		["6175550177.0", "6175550177"],
		["617.555.0177", "617.555.0177"],
		["12.0", "12.0"],
	])("%s is %s without decimals", (cell, expected) => expect(withoutDecimals(cell)).toBe(expected));

	it.each([
		["1234567890", "placeholder"],
		["+1 (555) 555-5555", "placeholder"],
		["٠٠٠٠٠٠٠٠٠٠", "placeholder"],
		["555-123-4567", "placeholder"],
		["ask her husband", "none"],
		["+44 (0)20 7946 0018", undefined],
		["112", undefined],
		["555-5555 x12", undefined],
		["0800 3333333", undefined],
	])("%s: %s", (cell, fault) => expect(phoneFault(cell)).toBe(fault));
});
