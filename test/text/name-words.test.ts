import { expect, it } from "vitest";
import { NameWords } from "../../src/text/name-words.js";
import { limits } from "../../src/text/unicode.js";

it("a name of letters that fold to eighteen each has no more words than the cap leaves room for", () => {
	const full = "\ufdfa".repeat(limits.name);
	const words = new NameWords(full, {}).read(full);
	expect(words.join(" ").length).toBeLessThanOrEqual(limits.name);
	expect(words.slice(0, 3)).toEqual(["صلى", "الله", "عليه"]);
});
