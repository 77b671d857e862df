import { describe, expect, it } from "vitest";
import { cut, initials, maskEmail, masker, maskPhone } from "../../src/text/mask.js";

describe("a mask", () => {
	it.each([
		["todd@example.com", "t***@…"],
		[" Łucja@example.org", "Ł***@…"],
	])("of the address %s is %s", (email, masked) => expect(maskEmail(email)).toBe(masked));

	it.each([
		["+1 617 555 0142", "+1 ***42"],
		["0044 20 7946 0958", "+44 ***58"],
		["+351 21 555 0133", "+351 ***33"],
		["+7 495 555 01 99", "+7 ***99"],
		["(617) 555-0142", "***42"],
		["911", "***"],
		["+1 ***42", "+1 ***42"],
	])("of the number %s is %s", (phone, masked) => expect(maskPhone(phone)).toBe(masked));

	it.each([
		["Todd Defren", "T. D."],
		["Ana María Costa-Lopez", "A. M. C. L."],
		["王伟", "王."],
		["!!", "…"],
	])("of the name %s is %s", (name, masked) => expect(initials(name)).toBe(masked));

	it("cuts between characters", () => {
		expect(cut("abc", 3)).toBe("abc");
		expect([...cut("😀".repeat(200), 140)]).toHaveLength(140);
	});
});

describe("a text", () => {
	const mask = masker({
		names: ["Todd Defren", "José Muñoz", "王伟", "T. D."],
		values: ["12 Elm Street", "todd_private"],
		shown: ["TDefren", "2026000142"],
	});
	// biome-ignore format: one case a line
	it.each([
		["names, in whatever case and with whatever marks", "TODD Defren's friend, jose MUÑOZ", "T. D.'s friend, j. M."],
		["names in scripts without blanks", "我是王伟。", "我是王.。"],
		["no part of a word", "Toddler", "Toddler"],
		["addresses", "write to todd.d+x@mail.example.com!", "write to t***@…!"],
		["numbers", "call 617-555-0142 or +44 20 7946 0958", "call ***42 or +44 ***58"],
		["not what begins with an initial", "T-88213", "T-88213"],
		["not the number of the issue", "ticket 2026000142", "ticket 2026000142"],
		["links, which may spell a name", "see https://example.com/todd-defren?x=1", "see [link]"],
		["other handles, not the one asked about", "@TDefren and @somebody", "@TDefren and @…"],
		["known handles and addresses in so many words", "I am todd_private of 12 ELM street", "I am … of …"],
	])("is masked: %s", (_, text, masked) => expect(mask(text)).toBe(masked));
});
