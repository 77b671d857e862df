import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalInConstantTime, hmacSha256, md5, sha256 } from "../../src/text/hash.js";

const reference = (algorithm: string, text: string): string => createHash(algorithm).update(text, "utf8").digest("hex");

describe("hashes equal those of the platform's crypto library", () => {
	it("for any text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
				expect(md5(text)).toBe(reference("md5", text));
				expect(sha256(text)).toBe(reference("sha256", text));
			}),
			{ numRuns: 300 },
		);
	});

	it("for every length around the block edges", () => {
		for (let length = 0; length < 200; length++) {
			const text = "a".repeat(length);
			expect(md5(text)).toBe(reference("md5", text));
			expect(sha256(text)).toBe(reference("sha256", text));
		}
	});

	it("for texts longer than most, and after them for short ones", () => {
		for (const length of [500, 505, 511, 5000, 3]) {
			const text = "é".repeat(length);
			expect(md5(text)).toBe(reference("md5", text));
			expect(sha256(text)).toBe(reference("sha256", text));
		}
	});

	it("as far as they are asked for", () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 0, max: 32 }), (text, digits) => {
				expect(md5(text, digits)).toBe(reference("md5", text).slice(0, digits));
				expect(sha256(text, digits)).toBe(reference("sha256", text).slice(0, digits));
			}),
		);
	});

	it("with a key, short or long", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 150 }), fc.string({ unit: "binary" }), (key, text) => {
				expect(hmacSha256(key)(text)).toBe(createHmac("sha256", key).update(text, "utf8").digest("hex"));
			}),
			{ numRuns: 300 },
		);
	});

	it("for lone surrogates, which UTF-8 replaces", () => {
		expect(sha256("\ud83d")).toBe(reference("sha256", "\ud83d"));
	});
});

describe("known answers", () => {
	it("RFC 1321 and FIPS 180-4", () => {
		expect(md5("message digest")).toBe("f96b697d7cb7938d525a2f31aaf161d0");
		expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	});

	// Those of its seven whose key and data are text.
	it("RFC 4231", () => {
		const jefe = hmacSha256("Jefe")("what do ya want for nothing?");
		expect(jefe).toBe("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
		const elevens = hmacSha256("\x0b".repeat(20))("Hi There");
		expect(elevens).toBe("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
		const truncated = hmacSha256("\x0c".repeat(20))("Test With Truncation");
		expect(truncated.slice(0, 32)).toBe("a3b6167473100ee06e0c796c2955552b");
	});
});

describe("keyed hashes", () => {
	it("are compared whole", () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (a, b) => {
				expect(equalInConstantTime(a, b)).toBe(a === b);
			}),
		);
		fc.assert(
			fc.property(fc.string(), (a) => {
				expect(equalInConstantTime(a, a)).toBe(true);
			}),
		);
		expect([
			equalInConstantTime("abab", "ab"),
			equalInConstantTime("ab", "abab"),
			equalInConstantTime("", "a"),
		]).toEqual([false, false, false]);
	});
});
