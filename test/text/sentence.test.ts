import { describe, expect, it } from "vitest";
import { sentence } from "../../src/text/sentence.js";

describe("sentence", () => {
	const says = "The display name {profile} is the full name {record} on the record";
	it("shows the values when asked", () =>
		expect(sentence(says, { profile: "Todd D.", record: "Todd" })).toBe(
			"The display name “Todd D.” is the full name “Todd” on the record",
		));
	it("reads well without them", () => expect(sentence(says)).toBe("The display name is the full name on the record"));
});
