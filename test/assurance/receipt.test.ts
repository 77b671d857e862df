import { describe, expect, it } from "vitest";
import {
	contactFingerprint,
	isSameName,
	nameFingerprints,
	type Proof,
	readProof,
	signProof,
} from "../../src/assurance/receipt.js";

const key = "an invented key for tests, 32 letters and more";
const proof: Proof = {
	recordId: "C-1042",
	platform: "x",
	accountId: "1888101",
	method: "code",
	at: Date.UTC(2026, 10, 25),
	name: ["0123456789abcdef"],
};
const receipt = signProof(proof, key);
const [, body, mac] = receipt.split(".");

describe("a receipt", () => {
	it("says what was signed", () => {
		expect(readProof(receipt, key)).toStrictEqual(proof);
	});

	it.each([
		["no text", ""],
		["another text", "x:TDefren"],
		["no signature", `sameas1.${body}`],
		["half a signature", `sameas1.${body}.${mac?.slice(32)}`],
		["a signature of something else", `sameas1.${body?.replace("1042", "1043")}.${mac}`],
		["something before it", `x${receipt}`],
		["something behind it", `${receipt}0`],
		["another version", receipt.replace("sameas1", "sameas2")],
	])("with %s is none", (_, written) => {
		expect(readProof(written, key)).toBeUndefined();
	});

	it("under another key is none", () => {
		expect(readProof(receipt, "another key, also of 32 letters or more")).toBeUndefined();
	});
});

describe("a contact point is known again", () => {
	const email = (value: string) => contactFingerprint("email", { value }, key);
	const phone = (value: string) => contactFingerprint("phone", { value }, key);
	it("by 16 hexadecimal digits, that say nothing without the key", () => {
		expect(email("todd@example.com")).toMatch(/^[\da-f]{16}$/);
		expect(email("todd@example.com")).not.toBe(
			contactFingerprint("email", { value: "todd@example.com" }, "another key, also of 32 letters or more"),
		);
	});

	it.each([
		[true, email, "todd@example.com", " Todd@Example.COM\n"],
		[true, email, "todd@example.com", "ｔｏｄｄ@example.com"],
		[false, email, "todd@example.com", "todd@example.org"],
		[false, email, "todd1@example.com", "todd2@example.com"],
		[true, phone, "+1 617 555 0142", "617-555-0142"],
		[true, phone, "+44 7700 900142", "07700 900142"],
		[false, phone, "+1 617 555 0142", "+1 617 555 0143"],
		[false, phone, "+1 617 555 0142", "+1 618 555 0142"],
	])("%s: %o %s and %s", (same, fingerprint, one, other) => {
		expect(fingerprint(one) === fingerprint(other)).toBe(same);
	});

	it("and a number is not an address", () => {
		expect(phone("175550142")).not.toBe(email("175550142"));
	});
});

describe("a name is known again", () => {
	it.each([
		[true, "Todd Defren", "Todd Defren"],
		[true, "Todd Defren", "DEFREN, Todd 🎄"],
		[true, "Todd Defren", "Todd"],
		[true, "Todd", "Todd Defren"],
		[false, "Todd Defren", "Todd Lopez"],
		[false, "Todd Defren", "Todd A. Lopez"],
		[false, "Todd A. Defren", "Todd Lopez"],
		[false, "Todd Defren", "🎄"],
		[true, undefined, "Maria Lopez"],
		[true, "🎄", "🎄"],
	])("%s: %s and %s", (same, before, now) => {
		expect(isSameName(nameFingerprints(before, key), nameFingerprints(now, key))).toBe(same);
	});

	it("by its first eight words, each once", () => {
		expect(nameFingerprints("Todd Todd Defren", key)).toHaveLength(2);
		const eight = "one two three four five six seven eight";
		expect(nameFingerprints(`${eight} nine`, key)).toEqual(nameFingerprints(eight, key));
		expect(nameFingerprints(eight, key)).toHaveLength(8);
	});
});
