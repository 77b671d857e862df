import { describe, expect, it } from "vitest";
import { SameAsError } from "../../src/errors.js";
import {
	type InteractionLevel,
	type InteractionScorerOptions,
	interactionScorer,
} from "../../src/scorers/interaction.js";
import type { CompareContext, Observation } from "../../src/scorers/scorer.js";
import { scorerContract } from "../../src/testing.js";
import type { CrmRecord, Interaction, Post, SocialProfile } from "../../src/types.js";
import * as sample from "../samples.js";

const recordOf = (...interactions: Interaction[]): CrmRecord =>
	sample.recordOf({ names: [{ given: "Todd", family: "Defren" }], interactions, status: "customer" });
const posts = (...list: Post[]): Partial<SocialProfile> => ({ posts: list });

const world = (recordCount = 10_000, counts: Record<string, number> = {}): CompareContext =>
	sample.world(recordCount, counts);

const scorer = interactionScorer();
function see(
	profile: Partial<SocialProfile>,
	record: CrmRecord,
	context = world(),
	options: InteractionScorerOptions = {},
): readonly Observation<InteractionLevel>[] {
	const by = interactionScorer(options);
	const p = by.ofProfile(sample.profileOf(profile), context);
	const r = by.ofRecord(record);
	if (p === undefined || r === undefined) return [];
	const seen = by.compare(p, r, context) ?? [];
	return Array.isArray(seen) ? seen : [seen as Observation<InteractionLevel>];
}
const levelsOf = (seen: readonly Observation<InteractionLevel>[]): InteractionLevel[] => seen.map(({ level }) => level);
const bitsOf = (seen: readonly Observation<InteractionLevel>[]): number =>
	seen.reduce((sum, { bits }) => sum + (bits ?? Number.NaN), 0);
const says = (level: InteractionLevel): string => scorer.levels[level].says.replace(/ \{\w+\}/g, "");

const call = (at: string, id = "call-7"): Interaction => ({ id, channel: "call", at, direction: "inbound" });
const complaint = "Called @acme again this morning, forty minutes on hold";
const wording = "My upgrade disc never arrived and nobody at all answers me";

describe("what is seen, and how it is told", () => {
	it.each<[string, Partial<SocialProfile>, CrmRecord, InteractionLevel, string, number]>([
		[
			"a reference of the record quoted in a post",
			posts({ text: "@acme any news on ticket #4711-22?" }),
			recordOf({ id: "t", channel: "ticket", references: ["471122"] }),
			"reference",
			"The number on the profile is the reference on the record",
			9.8,
		],
		[
			"a number that stands in the text of a ticket only",
			posts({ text: "inv-20391 still wrong" }),
			recordOf({ id: "t", channel: "email", text: "Customer asks about invoice INV 20391, see INV-20391" }),
			"reference",
			"The number on the profile is the reference on the record",
			9.8,
		],
		[
			"a call within the hour before a post about it",
			posts({ text: complaint, at: "2026-11-20T09:40:00Z" }),
			recordOf(call("2026-11-20T09:12:00Z")),
			"time",
			"The post speaks of a contact shortly after the interaction on the record",
			8.5,
		],
		[
			"a call earlier in the day",
			posts({ text: complaint, at: "2026-11-20T13:40:00Z" }),
			recordOf(call("2026-11-20T09:12:00Z")),
			"time",
			"The post speaks of a contact shortly after the interaction on the record",
			4.9,
		],
		[
			"a call of which only the day is known",
			posts({ text: complaint, at: "2026-11-20T13:40:00Z" }),
			recordOf(call("2026-11-20")),
			"time",
			"The post speaks of a contact shortly after the interaction on the record",
			2.3,
		],
		[
			"a post that is on the record by its address",
			posts({ text: "hm", url: "https://x.com/TDefren/status/99?s=20" }),
			recordOf({ id: "p", channel: "post", url: "https://x.com/TDefren/status/99?s=20" }),
			"same-post",
			"The post is the interaction on the record",
			15.8,
		],
		[
			"a post that is on the record by its words",
			posts({ text: `${wording}!` }),
			recordOf({ id: "p", channel: "post", text: `${wording.toUpperCase()}!` }),
			"same-post",
			"The post is the interaction on the record",
			12.8,
		],
		[
			"rare words in common",
			posts({ text: "the zt900 makes my day" }),
			recordOf({ id: "t", channel: "ticket", text: "Zephyr ZT900 does not start" }),
			"rare-words",
			"The rare words stand on the profile and in the interaction on the record",
			6.3,
		],
	])("%s", (_, profile, record, level, sentence, bits) => {
		const seen = see(profile, record);
		expect(levelsOf(seen)).toEqual([level]);
		expect(says(level)).toBe(sentence);
		expect(Math.abs(bitsOf(seen) - bits)).toBeLessThan(0.3);
	});

	it.each<[string, Partial<SocialProfile>, CrmRecord]>([
		[
			"other topics",
			posts({ text: "What a sunny morning by the river" }),
			recordOf({ channel: "ticket", text: "Printer does not print" }),
		],
		[
			"a post before the call",
			posts({ text: complaint, at: "2026-11-20T08:00:00Z" }),
			recordOf(call("2026-11-20T09:12:00Z")),
		],
		[
			"a post two days after it",
			posts({ text: complaint, at: "2026-11-22T10:00:00Z" }),
			recordOf(call("2026-11-20T09:12:00Z")),
		],
		[
			"a post about mail, after a call",
			posts({ text: "emailed them", at: "2026-11-20T09:40:00Z" }),
			recordOf(call("2026-11-20T09:12:00Z")),
		],
		[
			"a note among colleagues",
			posts({ text: complaint, at: "2026-11-20T09:40:00Z" }),
			recordOf({ ...call("2026-11-20T09:12:00Z"), direction: "internal" }),
		],
		[
			"the person's name in a ticket",
			posts({ text: "Defren here" }),
			recordOf({ channel: "ticket", text: "spoke with mister Defren" }),
		],
		[
			"the person's address in a ticket",
			posts({ text: "todd@example.com" }),
			recordOf({ channel: "ticket", text: "reply to todd@example.com" }),
		],
		["nothing said", { displayName: "Todd" }, recordOf(call("2026-11-20T09:12:00Z"))],
		["nothing recorded", posts({ text: complaint }), recordOf()],
	])("%s says nothing", (_, profile, record) => expect(see(profile, record)).toEqual([]));
});

describe("ranking, and why", () => {
	const quoted = posts({ text: "ticket #471122 is still open" });
	const ticket = (...references: string[]): CrmRecord => recordOf({ id: "t", channel: "ticket", references });

	it("a number that only the customer is told counts for more than one that may leak", () => {
		expect(bitsOf(see(quoted, ticket("471122"), world(), { leakage: 2 ** -14 }))).toBeGreaterThan(13.5);
	});

	it("a number on many records (a product code, a campaign) says little", () => {
		expect(bitsOf(see(quoted, ticket("471122"), world(10_000, { "r:471122": 2000 })))).toBeLessThan(2.5);
	});

	it("a short number may be met by chance", () => {
		expect(bitsOf(see(posts({ text: "ticket #471" }), ticket("471")))).toBeLessThan(
			bitsOf(see(quoted, ticket("471122"))) - 0.8,
		);
	});

	it("the word that few records share beats the word of every ticket", () => {
		const said = posts({ text: "the zt900 and its delivery" });
		const about = (text: string): number =>
			bitsOf(see(said, recordOf({ id: "t", channel: "ticket", text }), world(10_000, { "w:delivery": 4000 })));
		expect(about("broken ZT900")).toBeGreaterThan(5);
		expect(about("late delivery")).toBe(0);
	});

	it("further words of one text count less than the first, and all together at most 8 bits", () => {
		const two = see(posts({ text: "zt900 qx11" }), recordOf({ id: "t", channel: "ticket", text: "zt900 qx11" }));
		const one = see(posts({ text: "zt900" }), recordOf({ id: "t", channel: "ticket", text: "zt900 qx11" }));
		expect(bitsOf(two)).toBeGreaterThan(bitsOf(one));
		expect(bitsOf(two)).toBeLessThanOrEqual(8);
	});

	const after = posts({ text: complaint, at: "2026-11-20T09:40:00Z" });

	it("on a day on which everybody calls, a call before the post adds nothing", () => {
		expect(bitsOf(see(after, recordOf(call("2026-11-20T09:12:00Z")), world(), { contactsPerDay: 200_000 }))).toBe(0);
		expect(
			bitsOf(see(after, recordOf(call("2026-11-20T09:12:00Z")), world(), { contactsPerDay: 200 })),
		).toBeGreaterThan(8);
	});

	it("a record that calls every hour coincides with any post", () => {
		const busy = Array.from({ length: 24 }, (_, hour) =>
			call(`2026-11-20T${String(hour).padStart(2, "0")}:12:00Z`, `call-${hour}`),
		);
		expect(bitsOf(see(after, recordOf(...busy)))).toBeLessThan(
			bitsOf(see(after, recordOf(call("2026-11-20T09:12:00Z")))) - 3,
		);
	});
});

describe("one event counts once", () => {
	const event: Interaction = {
		id: "call-7",
		channel: "call",
		at: "2026-11-20T09:12:00Z",
		references: ["471122"],
		text: "Zephyr ZT900 broken",
	};

	it("by the strongest that is seen of it, under its own name", () => {
		const seen = see(posts({ text: "Called about #471122, my ZT900", at: "2026-11-20T09:40:00Z" }), recordOf(event));
		expect(levelsOf(seen)).toEqual(["reference"]);
		expect(seen[0]?.facts).toEqual([{ fact: "event:call-7", bits: seen[0]?.bits }]);
	});

	it("though three posts speak of it", () => {
		const said = ["#471122 again", "still #471122", "#471122 no reply"].map((text) => ({ text }));
		expect(see(posts(...said), recordOf(event))).toHaveLength(1);
	});

	it("and one post counts once, though two calls came before it", () => {
		const two = recordOf(call("2026-11-20T09:12:00Z", "a"), call("2026-11-20T09:20:00Z", "b"));
		expect(see(posts({ text: complaint, at: "2026-11-20T09:40:00Z" }), two)).toHaveLength(1);
	});

	it("while two tickets quoted in two posts are two", () => {
		const record = recordOf(
			{ id: "a", channel: "ticket", references: ["471122"] },
			{ id: "b", channel: "ticket", references: ["881199"] },
		);
		const seen = see(posts({ text: "#471122?" }, { text: "#881199?" }), record);
		expect(seen.map(({ facts }) => facts?.[0]?.fact).sort()).toEqual(["event:a", "event:b"]);
	});
});

describe("search", () => {
	it("shares a key with the record whenever more than the time agrees", () => {
		const profile = posts({ text: "zt900 #471122", url: "https://blog.example/p/1" }, { text: wording });
		const record = recordOf(
			{ channel: "ticket", references: ["471122"] },
			{ channel: "post", text: wording },
			{ channel: "blog", url: "https://blog.example/p/1" },
			{ channel: "call", text: "the ZT900" },
		);
		const ours = scorer.ofProfile(sample.profileOf(profile), world());
		const theirs = scorer.ofRecord(record);
		if (ours === undefined || theirs === undefined) throw new Error("nothing read");
		const keys = new Set(scorer.keys?.ofRecord(theirs));
		const shared = [...(scorer.keys?.ofProfile(ours) ?? [])].filter((key) => keys.has(key));
		expect(
			shared
				.map((key) => key.slice(0, 2))
				.sort()
				.filter((key, i, all) => key !== all[i - 1]),
		).toEqual(["p:", "r:", "u:", "w:"]);
	});

	it("keeps at most 40 words of a record", () => {
		const chatter = Array.from({ length: 60 }, (_, i) => ({
			channel: "chat" as const,
			text: `gadget${i} widget${i} gizmo${i}`,
		}));
		const theirs = scorer.ofRecord(recordOf(...chatter));
		const keys = theirs === undefined ? [] : [...(scorer.keys?.ofRecord(theirs) ?? [])];
		expect(keys.filter((key) => key.startsWith("w:"))).toHaveLength(40);
	});
});

describe("options", () => {
	it.each([[{ leakage: 0 }], [{ leakage: 2 }], [{ contactsPerDay: 0 }], [{ contactsPerDay: Number.NaN }]])(
		"%o is refused",
		(options) => {
			expect(() => interactionScorer(options)).toThrow(SameAsError);
		},
	);
});

describe("the contract of scorers", () => {
	const at = "2026-11-20T09:12:00Z";
	const record = (given: Partial<Interaction>) => ({ id: "1", interactions: { channel: "call" as const, ...given } });
	for (const { name, run } of scorerContract(scorer, [
		{ profile: { posts: wording }, record: record({ text: wording }), level: "same-post" },
		{ profile: { posts: "ticket #471122" }, record: record({ references: ["471122"] }), level: "reference" },
		{ profile: { posts: { text: complaint, at } }, record: record({ at }), level: "time" },
		{ profile: { bio: "zt900 fan" }, record: record({ text: "Zephyr ZT900" }), level: "rare-words" },
		{ profile: { posts: "sunny morning" }, record: record({ text: "printer trouble" }), level: undefined },
	])) {
		it(name, run);
	}
});
