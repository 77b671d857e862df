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

/** Nobody else calls, and nothing was said in public, unless it is counted. */
const world = (recordCount = 10_000, counts: Record<string, number> = {}): CompareContext => ({
	recordCount,
	count: (key) => counts[key] ?? (/^[tq]:/.test(key) ? 0 : 1),
});
/** The hour, as contacts are counted: 9 o'clock on 20 November 2026. */
const nine = Date.UTC(2026, 10, 20, 9) / 3_600_000;

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
const complaint = "Called @acme again, forty minutes on hold";
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
			"The post speaks of a contact at the time of the interaction on the record",
			10.3,
		],
		[
			"a call earlier in the day",
			posts({ text: complaint, at: "2026-11-20T13:40:00Z" }),
			recordOf(call("2026-11-20T09:12:00Z")),
			"time",
			"The post speaks of a contact at the time of the interaction on the record",
			9.3,
		],
		[
			"a call of which only the day is known",
			posts({ text: complaint, at: "2026-11-20T13:40:00Z" }),
			recordOf(call("2026-11-20")),
			"time",
			"The post speaks of a contact at the time of the interaction on the record",
			10.3,
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
			"a call of yesterday",
			posts({ text: "Called @acme yesterday, nobody knew", at: "2026-11-21T11:40:00Z" }),
			recordOf(call("2026-11-20T09:12:00Z")),
			"time",
			"The post speaks of a contact at the time of the interaction on the record",
			11.3,
		],
		[
			"a call that is mentioned in a message to the firm",
			{
				interactions: [
					{
						channel: "dm",
						direction: "inbound",
						at: "2026-11-20T15:40:00Z",
						text: "As I said on the phone this morning",
					},
				],
			},
			recordOf(call("2026-11-20T09:12:00Z")),
			"time",
			"The post speaks of a contact at the time of the interaction on the record",
			9.9,
		],
		[
			"a number with a short prefix on one side only",
			posts({ text: "T-471122, third reminder" }),
			recordOf({ id: "t", channel: "ticket", references: ["471122"] }),
			"reference",
			"The number on the profile is the reference on the record",
			9.8,
		],
		[
			"a number that the firm has told everybody",
			posts({ text: "ticket #471122 is still open", at: "2026-11-20T15:40:00Z" }),
			recordOf(
				{ id: "t", channel: "ticket", references: ["471122"] },
				{
					channel: "post",
					direction: "outbound",
					at: "2026-11-20T10:00:00Z",
					text: "Sorry! We look at ticket 471122.",
				},
			),
			"public-reference",
			"The number on the profile is the reference on the record, but others could read it",
			0.8,
		],
		[
			"a number that the firm has told this handle",
			{
				posts: [{ text: "ticket #471122 is still open" }],
				interactions: [{ channel: "dm", direction: "outbound", text: "Your ticket is 471122" }],
			},
			recordOf({ id: "t", channel: "ticket", references: ["471122"] }),
			"public-reference",
			"The number on the profile is the reference on the record, but others could read it",
			0.8,
		],
		[
			"the account of a customer who was signed in",
			{ platform: "x", id: "77" },
			recordOf({ id: "c", channel: "chat", platform: "x", accountId: "77", authenticated: true }),
			"signed-in",
			"The account took part in the interaction while the customer was signed in",
			15.8,
		],
		[
			"a product in common",
			posts({ text: "the zt900 makes my day" }),
			recordOf({ id: "t", channel: "ticket", text: "Zephyr ZT900 does not start" }),
			"named-thing",
			"The profile and the interaction on the record name the same product or place",
			6.3,
		],
		[
			"a rare word in common",
			posts({ text: "what a photosynthesis" }),
			recordOf({ id: "t", channel: "ticket", text: "asks about photosynthesis" }),
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
		[
			"the person's town in a ticket",
			posts({ text: "back in Schaumburg" }),
			sample.recordOf({
				addresses: [{ city: "Schaumburg" }],
				interactions: [{ channel: "ticket", text: "Lives in Schaumburg" }],
			}),
		],
		[
			"a call yesterday, and a post of having called weeks ago",
			posts({ text: "I called weeks ago", at: "2026-11-21T09:40:00Z" }),
			recordOf(call("2026-11-20T09:12:00Z")),
		],
		[
			"a number of another kind with the same digits",
			posts({ text: "INV-471122" }),
			recordOf({ id: "t", channel: "ticket", references: ["T-471122"] }),
		],
		[
			"what the firm has said to the handle",
			{ interactions: [{ channel: "dm", direction: "outbound", text: "Your ticket is 471122" }] },
			recordOf({ id: "t", channel: "ticket", references: ["471122"] }),
		],
		[
			"an account whose customer was not signed in",
			{ platform: "x", id: "77" },
			recordOf({ id: "c", channel: "chat", platform: "x", accountId: "77" }),
		],
		[
			"the same id on another server",
			{ platform: "mastodon", instance: "a.example", id: "77" },
			recordOf({ channel: "chat", platform: "mastodon", handle: "t@b.example", accountId: "77", authenticated: true }),
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

	it("a number that was quoted before the firm said it in public counts in full", () => {
		const answered: Interaction = {
			channel: "post",
			direction: "outbound",
			at: "2026-11-20T10:00:00Z",
			text: "We look at ticket 471122",
		};
		const record = recordOf({ id: "t", channel: "ticket", references: ["471122"] }, answered);
		const quoting = (at: string): number => bitsOf(see(posts({ text: "ticket #471122 is still open", at }), record));
		expect(quoting("2026-11-20T09:30:00Z")).toBeGreaterThan(9);
		expect(quoting("2026-11-20T10:30:00Z")).toBeLessThan(2);
	});

	it("a number that stands in somebody else's public post says little", () => {
		expect(bitsOf(see(quoted, ticket("471122"), world(10_000, { "q:471122": 1 })))).toBeLessThan(2);
	});

	const after = posts({ text: complaint, at: "2026-11-20T09:40:00Z" });

	it("on a day on which everybody calls, a call before the post adds nothing", () => {
		expect(bitsOf(see(after, recordOf(call("2026-11-20T09:12:00Z")), world(), { contactsPerDay: 200_000 }))).toBe(0);
		expect(
			bitsOf(see(after, recordOf(call("2026-11-20T09:12:00Z")), world(), { contactsPerDay: 200 })),
		).toBeGreaterThan(8);
	});

	it("the hour tells: an outage in which every third customer calls earns under a bit, a quiet night much", () => {
		const during = (calls: number): number =>
			bitsOf(see(after, recordOf(call("2026-11-20T09:12:00Z")), world(10_000, { [`t:call:h${nine}`]: calls })));
		expect(during(1)).toBeGreaterThan(10);
		expect(during(100)).toBeLessThan(6);
		expect(during(3300)).toBeLessThan(1);
	});

	it("a call within the hour beats one of yesterday, which beats one of some Tuesday, where many call every day", () => {
		const hours = Array.from({ length: 24 * 8 }, (_, back) => [`t:call:h${nine - back}`, 20] as const);
		const saying = (text: string, at: string): number =>
			bitsOf(see(posts({ text, at }), recordOf(call(at)), world(10_000, Object.fromEntries(hours))));
		const lately = bitsOf(see(after, recordOf(call("2026-11-20T09:12:00Z")), world(10_000, Object.fromEntries(hours))));
		const yesterday = bitsOf(
			see(
				posts({ text: "called you yesterday", at: "2026-11-20T09:40:00Z" }),
				recordOf(call("2026-11-19T09:12:00Z")),
				world(10_000, Object.fromEntries(hours)),
			),
		);
		expect(saying(complaint, "2026-11-20T09:12:00Z")).toBeGreaterThan(lately - 1);
		expect(lately).toBeGreaterThan(yesterday + 2);
		expect(yesterday).toBeGreaterThan(1);
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
		expect(levelsOf(seen)).toEqual(["time"]);
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
	it("shares a key with the record for all that may agree", () => {
		const profile = posts(
			{ text: "zt900 #471122 on hold", at: "2026-11-20T09:40:00Z", url: "https://blog.example/p/1" },
			{ text: wording },
		);
		const record = recordOf(
			{ channel: "ticket", references: ["471122"] },
			{ channel: "post", text: wording },
			{ channel: "blog", url: "https://blog.example/p/1" },
			{ channel: "call", text: "the ZT900", at: "2026-11-20T09:12:00Z" },
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
		).toEqual(["p:", "r:", "t:", "u:", "w:"]);
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

describe("who controls it", () => {
	it("the holder, also of a private number; the firm, where the customer was signed in", () => {
		const record = recordOf(
			{ id: "t", channel: "ticket", references: ["471122"] },
			{ id: "c", channel: "chat", platform: "x", accountId: "77", authenticated: true },
		);
		const seen = see({ platform: "x", id: "77", posts: [{ text: "ticket #471122" }] }, record);
		expect(seen.map(({ level, controller }) => [level, controller])).toEqual([
			["signed-in", "firm"],
			["reference", "holder"],
		]);
	});
});

describe("the contract of scorers", () => {
	const at = "2026-11-20T09:12:00Z";
	const record = (given: Partial<Interaction>) => ({ id: "1", interactions: { channel: "call" as const, ...given } });
	for (const { name, run } of scorerContract(scorer, [
		{ profile: { posts: wording }, record: record({ text: wording }), level: "same-post" },
		{ profile: { posts: "ticket #471122" }, record: record({ references: ["471122"] }), level: "reference" },
		{ profile: { posts: { text: complaint, at } }, record: record({ at }), level: "time" },
		{ profile: { bio: "zt900 fan" }, record: record({ text: "Zephyr ZT900" }), level: "named-thing" },
		{ profile: { bio: "photosynthesis" }, record: record({ text: "photosynthesis" }), level: "rare-words" },
		{
			profile: { posts: "ticket #471122" },
			record: { id: "1", interactions: { channel: "post", text: "On ticket 471122 we are" } },
			level: "public-reference",
		},
		{
			profile: { platform: "x", id: "77" },
			record: record({ platform: "x", accountId: "77", authenticated: true }),
			level: "signed-in",
		},
		{ profile: { posts: "sunny morning" }, record: record({ text: "printer trouble" }), level: undefined },
	])) {
		it(name, run);
	}
});
