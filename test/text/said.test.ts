import { describe, expect, it } from "vitest";
import { readProfileEvents } from "../../src/text/said.js";
import type { Interaction, Post } from "../../src/types.js";
import { profileOf } from "../samples.js";

const noon = "2026-11-20T12:00:00Z";
const later = "2026-11-20T15:00:00Z";

function toldOf(posts: readonly Post[], interactions: readonly Interaction[]): boolean | undefined {
	return readProfileEvents(profileOf({ posts, interactions }))?.references.get("471122")?.told;
}

describe("readProfileEvents", () => {
	it("finds nothing to read where nothing is said and the account has no id", () => {
		expect(readProfileEvents(profileOf({ handle: "tdefren", posts: [{ text: " " }] }))).toBeUndefined();
		expect(readProfileEvents(profileOf({ platform: "x", id: "77" }))?.account?.key).toBe("x:77");
	});

	it("reads what the handle wrote to the firm, its subject and its numbers, and not what the firm wrote", () => {
		const said = readProfileEvents(
			profileOf({
				interactions: [
					{ channel: "dm", direction: "inbound", topic: "Zephyr", text: "broken", references: ["A-7788"] },
					{ channel: "dm", direction: "outbound", text: "Kestrel" },
				],
			}),
		);
		expect([...(said?.words.keys() ?? [])]).toEqual(["zephyr", "broken"]);
		expect([...(said?.references.keys() ?? [])]).toEqual(["A7788"]);
	});

	it.each<[string, Post, Interaction[], boolean]>([
		["nobody has told it", { text: "#471122", at: later }, [], false],
		[
			"the firm told it before",
			{ text: "#471122", at: later },
			[{ channel: "dm", direction: "outbound", at: noon, text: "#471122" }],
			true,
		],
		[
			"the firm repeated it",
			{ text: "#471122", at: noon },
			[{ channel: "dm", direction: "outbound", at: later, text: "#471122" }],
			false,
		],
		[
			"the firm told it at a time not known",
			{ text: "#471122", at: noon },
			[{ channel: "dm", direction: "outbound", references: ["471122"] }],
			true,
		],
		[
			"the holder told the firm",
			{ text: "#471122", at: later },
			[{ channel: "dm", direction: "inbound", at: noon, text: "#471122" }],
			false,
		],
	])("knows who said a number first: %s", (_, post, interactions, told) => {
		expect(toldOf([post], interactions)).toBe(told);
	});
});
