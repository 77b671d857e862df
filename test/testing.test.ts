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

describe("the contract of scorers, on what a person has alone", () => {
	const numbered = (key: string, same?: () => boolean) =>
		defineScorer({
			name: "member",
			group: "contact",
			levels: { same: { m: 0.5, u: 0.01, says: "The member number on the profile is on the record" } },
			ofProfile: ({ attributes }) => attributes["member"]?.toString(),
			ofRecord: ({ attributes }) => attributes["member"]?.toString(),
			keys: { ofProfile: (number) => [number], ofRecord: (number) => [number] },
			identity: {
				keys: ({ attributes }) => (attributes["member"] === undefined ? [] : [`${key}${attributes["member"]}`]),
				...(same ? { same } : {}),
			},
			compare: (number, other) =>
				number === other
					? { level: "same", profileValue: number, recordValue: other, profileField: "bio", recordField: "attributes" }
					: undefined,
		});
	const faults = (scorer: ReturnType<typeof numbered>): string[] => {
		const example = { profile: { attributes: { member: "7" } }, record: { id: "1", attributes: { member: "7" } } };
		return scorerContract(scorer, [{ ...example, level: "same" }]).flatMap(({ run }) => {
			try {
				run();
				return [];
			} catch (error) {
				return [(error as Error).message];
			}
		});
	};

	it("passes search keys of the record", () => expect(faults(numbered(""))).toEqual([]));

	it("refuses a key under which no record is found", () => {
		expect(faults(numbered("no:")).join()).toContain("one of `keys.ofRecord`");
	});

	it("refuses an answer that depends on which record comes first", () => {
		let calls = 0;
		expect(faults(numbered("", () => calls++ % 2 === 0)).join()).toContain("whichever record comes first");
	});
});
