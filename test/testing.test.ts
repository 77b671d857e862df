import { describe, expect, it } from "vitest";
import { type CompareContext, defineScorer } from "../src/index.js";
import { scorerContract } from "../src/testing.js";

const rating = (u: (context: CompareContext) => number) =>
	defineScorer({
		name: "club",
		group: "context",
		levels: { same: { m: 0.4, u: 0.01, says: "The club on the profile is on the record" } },
		ofProfile: ({ attributes }) => attributes["club"]?.toString(),
		ofRecord: ({ attributes }) => attributes["club"]?.toString(),
		compare: (club, other, context) =>
			club === other
				? {
						level: "same" as const,
						profileValue: club,
						recordValue: other,
						profileField: "attributes.club",
						recordField: "attributes.club",
						u: u(context),
					}
				: undefined,
	});
const failures = (u: (context: CompareContext) => number): string[] => {
	const example = { profile: { attributes: { club: "Rowing" } }, record: { id: "1", attributes: { club: "Rowing" } } };
	return scorerContract(rating(u), [{ ...example, level: "same" }]).flatMap(({ name, run }) => {
		try {
			run();
			return [];
		} catch {
			return [name];
		}
	});
};

describe("the contract of scorers, on counts", () => {
	it("passes the share of the others with the level's own as the least", () => {
		expect(failures((context) => Math.max(0.01, (context.count("rowing") - 1) / context.recordCount))).toEqual([]);
	});

	it.each<[string, (context: CompareContext) => number]>([
		["a share of nobody is no probability", (context) => context.count("rowing") / Math.max(1, context.recordCount)],
		["nor is one of no records", (context) => Math.max(0.01, context.count("rowing") / context.recordCount)],
		["nor one that exceeds one", (context) => Math.max(0.01, context.count("rowing"))],
	])("%s", (_, u) => {
		expect(failures(u).join()).toContain("however many records carry a key");
	});
});
