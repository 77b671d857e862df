import { describe, expect, it } from "vitest";
import { issuesOf } from "../../src/recounting/issues.js";
import { timelineOf } from "../../src/recounting/timeline.js";
import type { Interaction, Post } from "../../src/types.js";
import { profileOf, recordOf } from "../samples.js";

const issues = (interactions: readonly Interaction[], posts: readonly Post[] = []) =>
	issuesOf(timelineOf([recordOf({ id: "C-1", interactions })], profileOf({ platform: "x", handle: "ana", posts })));
const day = (date: number, hour = 9): string => `2026-11-${String(date).padStart(2, "0")}T0${hour}:00:00Z`;
const inbound = (at: string, more: Partial<Interaction> = {}): Interaction => ({
	channel: "email",
	direction: "inbound",
	at,
	...more,
});
const outbound = (at: string, more: Partial<Interaction> = {}): Interaction =>
	inbound(at, { direction: "outbound", ...more });

describe("an issue", () => {
	it("that is open says since when, who spoke last and how often the person got in touch", () => {
		const thread = { thread: "t-1", state: "open" as const };
		const { open, resolved } = issues([
			inbound(day(2), { ...thread, topic: "No disc", references: ["T-1001"] }),
			outbound(day(3), { ...thread, author: "Bruno" }),
			inbound(day(5), thread),
			{ channel: "ticket", direction: "internal", at: day(6), ...thread },
		]);
		expect(resolved).toEqual([]);
		expect(open).toMatchObject([
			{
				thread: "t-1",
				topic: "No disc",
				references: ["T-1001"],
				state: "open",
				since: day(2),
				contacts: 2,
				records: ["C-1"],
			},
		]);
		expect(open[0]?.lastWord).toEqual({ by: "person", at: day(5) });
		expect(open[0]?.unanswered.map(({ at }) => at)).toEqual([day(5)]);
	});

	it("that is resolved says how long it took", () => {
		const { open, resolved } = issues([
			inbound(day(2, 1), { state: "closed", resolvedAt: "2026-11-04T04:00:00Z", thread: "t" }),
		]);
		expect(open).toEqual([]);
		expect(resolved).toMatchObject([{ tookMs: 51 * 3_600_000, took: "2 days and 3 hours", unanswered: [] }]);
	});

	it("of which nobody says when it was resolved does not say how long", () => {
		const [issue] = issues([inbound(day(2), { state: "resolved" })]).resolved;
		expect([issue?.took, issue?.resolvedAt]).toEqual([undefined, undefined]);
	});

	it("is what the newest message says it is", () => {
		const { open, resolved } = issues([
			inbound(day(2), { thread: "t", state: "open" }),
			outbound(day(3), { thread: "t", state: "resolved", resolvedAt: day(3) }),
		]);
		expect([open.length, resolved.length]).toEqual([0, 1]);
	});

	it("holds the mail that names its number, with the whole thread of that mail", () => {
		const ticket = inbound(day(2), { channel: "ticket", references: ["T-88213"], state: "open", thread: "t" });
		const mail = inbound(day(3), { thread: "m-1", text: "Where is it? T-88213" });
		const { open } = issues([ticket, mail, inbound(day(5), { thread: "m-1", text: "Hello?" })]);
		expect(open).toMatchObject([{ thread: "t", contacts: 3, lastWord: { at: day(5) } }]);
		const other = inbound(day(1), { channel: "ticket", references: ["T-4000"], state: "open", thread: "u" });
		const both = { ...mail, text: "Where are T-88213 and T-4000?" };
		expect(issues([ticket, other, both]).open.map(({ contacts }) => contacts)).toEqual([1, 1]);
	});

	it("holds the answered post that names its number, with the answer", () => {
		const { open, unanswered } = issues(
			[
				inbound(day(2), { channel: "ticket", references: ["T-88213"], state: "open", thread: "t" }),
				outbound(day(4), { channel: "post", platform: "x", thread: "501", text: "We look into it" }),
			],
			[{ id: "501", text: "Where is T-88213?", at: day(3) }],
		);
		expect(open).toMatchObject([{ contacts: 2, lastWord: { by: "firm", at: day(4) } }]);
		expect(unanswered).toEqual([]);
	});

	it("holds what names its number, on whatever channel", () => {
		const { open } = issues(
			[
				inbound(day(2), { channel: "ticket", references: ["T-88213"], state: "open" }),
				{ channel: "call", direction: "inbound", at: day(3), references: ["T-88213"] },
			],
			[
				{ text: "Still nothing, t-88213!", at: day(4) },
				{ text: "T-882131 is another", at: day(5) },
				{ text: "Nice weather", at: day(6) },
			],
		);
		expect(open).toHaveLength(1);
		expect(open[0]?.events.map(({ channel }) => channel)).toEqual(["post", "call", "ticket"]);
		expect(open[0]).toMatchObject({ contacts: 3, profile: true });
	});

	it("is found in time in proportion, however long the texts and however many the numbers", () => {
		const words = Array.from({ length: 1500 }, (_, index) => `N-${index + 1_000_000}`).join(" ");
		const many = Array.from({ length: 400 }, (_, index) => [
			inbound(day(2), { id: `a${index}`, thread: `t${index}`, references: [`R-${index + 5000}`], state: "open" }),
			inbound(day(3), { id: `b${index}`, channel: "chat", text: `${words} R-${index + 5000}` }),
		]).flat();
		expect(issues(many).open.map(({ events }) => events.length)).toEqual(Array.from({ length: 400 }, () => 2));
	});

	it("does not take what may belong to either of two", () => {
		const { open } = issues([
			inbound(day(2), { thread: "a", references: ["O-1234"], state: "open" }),
			inbound(day(3), { thread: "b", references: ["O-1234"], state: "open" }),
			inbound(day(4), { channel: "chat", text: "My order O-1234" }),
		]);
		expect(open.map(({ events }) => events.length)).toEqual([1, 1]);
	});
});

describe("what nobody has answered", () => {
	const unanswered = (...list: readonly Interaction[]) => issues(list).unanswered.map(({ at }) => at);

	it.each<[why: string, list: Interaction[], at: string[]]>([
		["a mail", [inbound(day(2))], [day(2)]],
		["not one that was answered on the same channel", [inbound(day(2)), outbound(day(3))], []],
		["but one that came after the answer", [inbound(day(2)), outbound(day(3)), inbound(day(4))], [day(4)]],
		[
			"an answer elsewhere answers another thread",
			[inbound(day(2), { thread: "a" }), outbound(day(3), { thread: "b" })],
			[day(2)],
		],
		[
			"a note among colleagues is no answer",
			[inbound(day(2), { thread: "a" }), inbound(day(3), { thread: "a", direction: "internal" })],
			[day(2)],
		],
		["not a call, in which both speak", [inbound(day(2), { channel: "call" })], []],
		["but one after which something is open", [inbound(day(2), { channel: "call", state: "open" })], [day(2)]],
		["not an order", [inbound(day(2), { channel: "order" })], []],
		["not what was resolved", [inbound(day(2), { state: "closed" })], []],
		[
			"what came after it was resolved",
			[inbound(day(2), { thread: "a" }), inbound(day(5), { thread: "a", state: "resolved", resolvedAt: day(3) })],
			[day(5)],
		],
	])("is %s", (_, list, at) => {
		expect(unanswered(...list)).toEqual(at);
		expect(unanswered(...list.toReversed())).toEqual(at);
	});

	it("is not a post to the world", () => {
		expect(issues([], [{ text: "Nice weather", at: day(2) }]).unanswered).toEqual([]);
	});
});

describe("a post to the firm", () => {
	const ask = (answer: Partial<Interaction>) =>
		issuesOf(
			timelineOf(
				[],
				profileOf({
					platform: "x",
					handle: "ana",
					posts: [{ id: "501", text: "@AcmeCare no disc", at: day(3) }],
					interactions: [outbound(day(4), { channel: "post", platform: "x", thread: "501", ...answer })],
				}),
				["AcmeCare"],
			),
		).unanswered.map(({ ids }) => ids);

	it.each<[string, Partial<Interaction>, string[][]]>([
		["is answered in the thread that is called after it", {}, []],
		["is not by an answer to another", { thread: "502" }, [["501"]]],
		["is not by one on another network that counts alike", { platform: "mastodon" }, [["501"]]],
		["is not by an answer before it", { at: day(2) }, [["501"]]],
	])("%s", (_, answer, unanswered) => expect(ask(answer)).toEqual(unanswered));
});
