import { describe, expect, it } from "vitest";
import { isIntroducedByAgent } from "../../src/text/third-party.js";

const value = "x@example.com";

describe("somebody else's address", () => {
	it.each([
		"Booking: ",
		"mgmt: ",
		"MANAGEMENT - ",
		"press → ",
		"Singer. Business inquiries: ",
		"📩 collabs ",
		"prensa: ",
	])("is introduced by %j", (words) => expect(isIntroducedByAgent(words + value, words.length)).toBe(true));

	it.each([
		"",
		"Write to me: ",
		"Press officer. ",
		"Contact sports\n",
		"manager of a small and very friendly shop for old records in Kiel ",
		"bookworm ",
		"booking | ",
	])("is not by %j", (words) => expect(isIntroducedByAgent(words + value, words.length)).toBe(false));
});
