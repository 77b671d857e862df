import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bareReference, findReferences, normalizeReference } from "../../src/text/reference.js";

const values = (text: string): string[] => findReferences(text).map(({ value }) => value);

describe("findReferences", () => {
	it.each<[string, string[]]>([
		["ticket #4711 still open", ["4711"]],
		["Where is order 100-2345-99?", ["100234599"]],
		["INV-20391 was paid", ["INV20391"]],
		["inv_20391 was paid", ["INV20391"]],
		["case 00012345", ["00012345"]],
		["ticket no. 83121", ["83121"]],
		["ticket number is 83121!", ["83121"]],
		["Meine Bestellnummer: 883-12", ["88312"]],
		["mi pedido nº 123 no llega", ["123"]],
		["commande n° 99881", ["99881"]],
		["zamówienie 7788990", ["7788990"]],
		["order #2019", ["2019"]],
		["ＩＮＶ－２０３９１", ["INV20391"]],
		["#4711 and #4712, again #4711", ["4711", "4712"]],
		["serial SN 77AB1234X", ["77AB1234X"]],
		["T-4711 and t 4711", ["T4711"]],
		["order 4711", ["4711"]],
		["order 100 2345 99 again", ["100", "1002345", "100234599"]],
		["still waiting on INV 20391.", ["INV20391"]],
	])("%s", (text, expected) => expect(values(text)).toEqual(expected));

	it.each([
		["a year", "in order 2019 was bad, back in 2020 too"],
		["a short number", "I waited 1200 seconds, 5000 people"],
		["a price", "paid $123456 or 123456 EUR or 129.99 for it, order 12.50"],
		["a phone number", "call 5550147 or 617-555-0147 or 1-617-555-0147 or +44 20 7946 0018 or 02079460018"],
		["a card number", "4111-1111-1111-1111"],
		["a date", "on 2026-03-02 or 02/03/2026 or 2.3.2026"],
		["a percentage", "100000%"],
		["a web address", "https://shop.example/p/12345678"],
		["a mail address", "joe123456@example.com"],
		["a mention", "@user1234567"],
		["a hashtag", "#covid2020 #euro2024"],
	])("leaves out %s", (_, text) => expect(values(text)).toEqual([]));

	it("remembers how it was written", () => {
		expect(findReferences("see inv-20391.")).toEqual([{ value: "INV20391", text: "inv-20391" }]);
	});

	it("takes time in proportion to the text", () => {
		for (const text of [
			"1-".repeat(8000),
			"#".repeat(16000),
			"a1".repeat(8000),
			"ticket ".repeat(2300),
			"1 ".repeat(8000),
		]) {
			const started = performance.now();
			findReferences(text);
			expect(performance.now() - started).toBeLessThan(500);
		}
	});

	it("finds what it has found again, whatever stands around", () => {
		const reference = fc.stringMatching(/^[A-Z]{2,4}-[1-9]\d{5}$/);
		fc.assert(
			fc.property(reference, (written) => {
				expect(values(`Hello, where is ${written}? Thanks`)).toEqual([normalizeReference(written)]);
			}),
		);
	});

	it("never throws", () => {
		fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void findReferences(text)));
	});
});

describe("bareReference", () => {
	it.each([
		["T4711", "4711"],
		["INV20391", "20391"],
		["4711", undefined],
		["INV203", undefined],
		["77AB1234X", undefined],
	])("%s", (value, digits) => expect(bareReference(value)).toBe(digits));
});
