import { describe, expect, it } from "vitest";
import { callEnds, callerNumber } from "../../src/text/caller.js";

describe("callerNumber", () => {
	it.each<[string, string | undefined]>([
		["+16175550142", "+16175550142"],
		[" (617) 555-0142 x214 ", "(617) 555-0142 x214"],
		["617 555 0142 extension 9", "617 555 0142 extension 9"],
		["tel:+1-617-555-0142", "+1-617-555-0142"],
		["sip:+16175550142@pbx.example.com;transport=tls", "+16175550142"],
		["whatsapp:+447700900418", "+447700900418"],
	])("%s is the number %s", (text, number) => expect(callerNumber(text)).toBe(number));

	it.each([
		["a word", "Anonymous"],
		["a word with digits", "Restricted 1"],
		["anonymous on the keypad", "+266696687"],
		["restricted on the keypad", "+7378742833"],
		["a browser", "client:alice"],
		["a name in SIP", "sip:alice@pbx.example.com"],
		["nothing", ""],
		["a dash", "-"],
	])("%s is nobody's number", (_, text) => expect(callerNumber(text)).toBeUndefined());
});

describe("callEnds", () => {
	const [person, firm, office] = ["+1 617 555 0142", "+1 800 555 0199", "+1 617 555 0100"];
	it("gives the caller of a call that came in, and whom the firm called", () => {
		expect(callEnds({ from: person, to: firm, direction: "inbound" }).number).toBe(person);
		expect(callEnds({ from: firm, to: person, direction: "outbound" }).number).toBe(person);
	});
	it("knows the firm's own numbers however they are written", () => {
		const own = { own: ["617-555-0100"], defaultCountry: "US" };
		expect(callEnds({ from: person, to: office }, own)).toEqual({ direction: "inbound", number: person });
		expect(callEnds({ from: office, to: person }, own)).toEqual({ direction: "outbound", number: person });
	});
	it("believes them sooner than the log, whose direction may be a default", () => {
		const own = { own: [office] };
		expect(callEnds({ from: person, to: office, direction: "outbound" }, own)).toEqual({
			direction: "inbound",
			number: person,
		});
	});
	it("takes a number that is free for the caller for a firm's", () => {
		expect(callEnds({ from: person, to: firm })).toEqual({ direction: "inbound", number: person });
	});
	it("does not guess between two ends that both may be a person's", () => {
		expect(callEnds({ from: person, to: office })).toEqual({ number: undefined });
	});
	it("needs no direction where there is only one end", () => {
		expect(callEnds({ from: person })).toEqual({ number: person });
	});
});
