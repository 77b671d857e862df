import { describe, expect, it } from "vitest";
import { type CrmReader, type CrmReading, emptyReading } from "../src/crm.js";
import { type CompareContext, defineScorer } from "../src/index.js";
import { fromX, type PlatformReader } from "../src/platforms.js";
import { crmContract, platformContract, scorerContract } from "../src/testing.js";

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
				keys: (number) => [`${key}${number}`],
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

describe("the contract of readers", () => {
	const listOf = (payload: unknown): readonly unknown[] => {
		try {
			return Array.isArray(payload) ? [...payload] : [payload];
		} catch {
			return [];
		}
	};
	const isItem = (item: unknown): item is { id: number } => typeof (item as { id: unknown }).id === "number";
	const reading = (payload: unknown, make: (item: { id: unknown }) => Partial<CrmReading>): CrmReading => {
		const found = emptyReading();
		for (const item of listOf(payload)) {
			try {
				if (isItem(item))
					for (const [key, list] of Object.entries(make(item))) found[key as "records"].push(...(list as never[]));
				else found.warnings.push({ code: "SHAPE", path: "id", reason: "No number." });
			} catch {
				found.warnings.push({ code: "SHAPE", path: "", reason: "Nothing to read." });
			}
		}
		return found;
	};
	const good: CrmReader = (payload) =>
		reading(payload, ({ id }) => ({ records: [{ id: `good:${id}`, name: "Ana Costa" }] }));
	const failures = (reader: CrmReader, item: unknown = { id: 1 }): string =>
		crmContract(reader, [{ item }])
			.flatMap(({ name, run }) => {
				try {
					run();
					return [];
				} catch {
					return [name];
				}
			})
			.join("; ");

	it("passes a reader that keeps to it", () => expect(failures(good)).toBe(""));

	let count = 0;
	it.each<[string, CrmReader, string]>([
		["reads nothing", () => emptyReading(), "reads something in every sample"],
		["throws at nothing", (payload) => good("id" in (payload as object) ? payload : null), "never throws"],
		[
			"knows no lists",
			(payload) => good(Array.isArray(payload) ? null : payload),
			"a list of one and its envelope alike",
		],
		[
			"takes all keys for facts",
			(payload) =>
				reading(payload, (item) => ({ records: [{ id: `a:${item.id}`, title: String(Object.keys(item)) }] })),
			"keys that it does not know",
		],
		[
			"stops at the first bad item",
			(payload) =>
				good(
					Array.isArray(payload)
						? payload.slice(0, payload.findIndex((item) => typeof item?.id !== "number") >>> 0)
						: payload,
				),
			"by a bad item among good ones",
		],
		["counts", (payload) => reading(payload, () => ({ records: [{ id: `a:${count++}` }] })), "the same answer twice"],
		[
			"gives bare ids",
			(payload) => reading(payload, ({ id }) => ({ records: [{ id: id as number }] })),
			"the system before every id",
		],
		[
			"gives an id twice",
			(payload) => reading(payload, ({ id }) => ({ records: [{ id: `a:${id}` }, { id: `a:${id}` }] })),
			"gives each id once",
		],
		[
			"shows what it was given",
			(payload) => ({
				...good(payload),
				warnings: [
					{ code: "SHAPE", path: "", reason: `Found ${JSON.stringify((payload as { id: unknown } | null)?.id)}.` },
				],
			}),
			"shows no value in a warning",
		],
		[
			"gives what is refused",
			(payload) => reading(payload, ({ id }) => ({ records: [{ id: `a:${id}`, emails: ["nothing"] }] })),
			"accepted as they are",
		],
	])("sees that a reader %s", (_, reader, name) => {
		expect(failures(reader)).toContain(name);
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
