import { describe, expect, it } from "vitest";
import { type CompareContext, defineScorer } from "../src/index.js";
import { fromX, type PlatformReader } from "../src/platforms.js";
import { platformContract, scorerContract } from "../src/testing.js";

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

describe("the contract of platform readers", () => {
	const samples = [
		{ item: { id: "1", username: "ana", description: "Kites" }, envelope: (data: readonly unknown[]) => ({ data }) },
	];
	const broken = (
		change: (payload: unknown, reading: ReturnType<PlatformReader>) => ReturnType<PlatformReader>,
	): string[] =>
		platformContract((payload) => change(payload, fromX(payload)), samples).flatMap(({ name, run }) => {
			try {
				run();
				return [];
			} catch {
				return [name];
			}
		});
	const warned = (reason: string) => [{ code: "SHAPE" as const, path: "", reason }];

	it("is kept by one that keeps to it", () => expect(broken((_, reading) => reading)).toEqual([]));

	it.each<[string, string, Parameters<typeof broken>[0]]>([
		[
			"one that reads nothing",
			"reads something in every sample",
			() => ({ profiles: [], unattributed: [], warnings: [] }),
		],
		[
			"one that warns of everything",
			"reads something in every sample",
			(_, reading) => ({ ...reading, warnings: warned("No.") }),
		],
		[
			"one that throws",
			"never throws",
			(payload, reading) =>
				typeof payload === "symbol" ? reading : { ...reading, profiles: (payload as unknown[]).slice(0, 1) as [] },
		],
		[
			"one that knows no lists",
			"reads one item, a list of one",
			(payload, reading) => (Array.isArray(payload) ? { ...reading, profiles: [] } : reading),
		],
		[
			"one that keeps what it does not know",
			"passes over keys",
			(payload, reading) => ({ ...reading, profiles: "zzOther" in Object(payload) ? [] : reading.profiles }),
		],
		[
			"one that gives up",
			"loses nothing else",
			(payload, reading) => (Array.isArray(payload) && payload.includes(null) ? { ...reading, profiles: [] } : reading),
		],
		[
			"one that quotes",
			"shows no value",
			(payload, reading) => ({
				...reading,
				warnings: reading.warnings.length > 0 ? warned(JSON.stringify(payload)) : [],
			}),
		],
		[
			"one that gives what is refused",
			"accepted as they are",
			(_, reading) => ({
				...reading,
				profiles: reading.profiles.map((profile) => ({ ...profile, emails: ["at home"] })),
			}),
		],
	])("is broken by %s", (_, name, change) => {
		expect(broken(change).join("; ")).toContain(name);
	});

	it("is broken by one that counts an account twice, and one that changes what it is given", () => {
		const doubling = (payload: unknown, { profiles, ...rest }: ReturnType<PlatformReader>) => ({
			...rest,
			profiles: Array.isArray(payload) && payload.length > 1 ? [...profiles, ...profiles] : profiles,
		});
		expect(broken(doubling).join("; ")).toContain("one profile of an account");
		const changing = (payload: unknown, reading: ReturnType<PlatformReader>) => {
			if (Array.isArray(payload) && Object.isFrozen(payload)) throw new TypeError("frozen");
			return reading;
		};
		expect(broken(changing).join("; ")).toContain("changes nothing");
	});
});
