import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base64Bytes, decodeText, decodeWords, quotedPrintableBytes } from "../../src/text/encoding.js";

describe("base64", () => {
	it("gives back what Node encodes, in both alphabets, with padding and without", () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				for (const form of ["base64", "base64url"] as const) {
					expect([...base64Bytes(Buffer.from(bytes).toString(form))]).toEqual([...bytes]);
				}
			}),
		);
	});
	it("passes over line breaks", () => expect(decodeText(base64Bytes("U8O4\r\ncmVu"))).toBe("Søren"));
	it("reads a character set that nobody knows as UTF-8", () => {
		expect(decodeText(base64Bytes("U8O4cmVu"), "x-nobody")).toBe("Søren");
	});
});

it("reads quoted-printable over line ends, and leaves other texts alone", () => {
	expect(decodeText(quotedPrintableBytes("S=C3=B8r=\r\nen = ä 😀"))).toBe("Søren = ä 😀");
});

describe("words of mail headers", () => {
	it.each([
		["=?UTF-8?Q?S=C3=B8ren_Brandt?=", "Søren Brandt"],
		["=?utf-8?B?6Z2S5pyoIOmBpQ==?=", "青木 遥"],
		["=?iso-8859-1?q?Bj=F6rn?= =?iso-8859-1?q?_K=2E?=", "Björn K."],
		["Plain = text?", "Plain = text?"],
	])("%s is %s", (written, text) => expect(decodeWords(written)).toBe(text));
});
