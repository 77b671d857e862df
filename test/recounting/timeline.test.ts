import { describe, expect, it } from "vitest";
import { timelineOf } from "../../src/recounting/timeline.js";
import type { Interaction, Post } from "../../src/types.js";
import { profileOf, recordOf } from "../samples.js";

const AT = "2026-11-20T09:12:00Z";
const timeline = (
	records: readonly (readonly Interaction[])[],
	handle: { interactions?: Interaction[]; posts?: Post[] } = {},
	own?: readonly string[],
) =>
	timelineOf(
		records.map((interactions, index) => recordOf({ id: `C-${index + 1}`, interactions })),
		profileOf({ platform: "x", handle: "TDefren", ...handle }),
		own,
	);

describe("the timeline", () => {
	it("tells what happened over all channels, newest first, undated last", () => {
		const events = timeline(
			[
				[
					{ id: "a", channel: "call", at: "2026-11-20T09:12:00Z" },
					{ id: "b", channel: "email" },
				],
				[{ id: "c", channel: "chat", at: "2026-11-20T10:13:00+02:00" }],
			],
			{
				interactions: [{ id: "d", channel: "dm", at: "2026-11-21" }],
				posts: [{ text: "Hello", at: "2019-01-01", channel: "blog" }],
			},
		);
		expect(events.map(({ channel }) => channel)).toEqual(["dm", "call", "chat", "blog", "email"]);
	});

	// biome-ignore format: one case a line
	it.each<[why: string, a: Interaction, b: Interaction, count: number]>([
		["the same id", { id: "7", channel: "call", at: AT }, { id: "7", channel: "call", at: "2026-11-20" }, 1],
		["the same id on another channel is another system's", { id: "7", channel: "call", at: AT }, { id: "7", channel: "email" }, 2],
		["the same address", { channel: "post", url: "https://x.example/1" }, { id: "9", channel: "comment", url: "https://x.example/1" }, 1],
		["the same words at the same time", { id: "1", channel: "post", at: AT, text: "No  disc" }, { id: "2", channel: "post", at: "2026-11-20T10:12:00+01:00", text: "No disc" }, 1],
		["the same words at another time", { channel: "post", at: AT, text: "No disc" }, { channel: "post", at: "2026-11-20T09:13:00Z", text: "No disc" }, 2],
		["other words at the same time", { channel: "post", at: AT, text: "No disc" }, { channel: "post", at: AT, text: "Still none" }, 2],
		["the same words of one day, under two ids", { id: "1", channel: "call", at: "2026-11-20", text: "No answer" }, { id: "2", channel: "call", at: "2026-11-20", text: "No answer" }, 2],
		["two calls at the same second, of which nothing is told", { id: "1", channel: "call", at: AT }, { id: "2", channel: "call", at: AT }, 1],
		["not two mails, which may come at once", { id: "1", channel: "email", at: AT }, { id: "2", channel: "email", at: AT }, 2],
		["nothing but the channel, twice", { channel: "call" }, { channel: "call" }, 1],
	])("tells each event once: %s", (_, a, b, count) => {
		expect(timeline([[a], [b]])).toHaveLength(count);
		expect(timeline([[a]], { interactions: [b] })).toHaveLength(count);
	});

	it("tells what all tellings know together, and where it stands", () => {
		expect(
			timeline(
				[
					[
						{
							id: "s:1",
							channel: "post",
							at: AT,
							text: "No disc",
							state: "resolved",
							thread: "t",
							source: "help desk",
						},
					],
					[{ id: "s:1", channel: "post", at: "2026-11-20", references: ["T-1"], state: "open" }],
				],
				{ posts: [{ id: "1", text: "No disc", at: AT, url: "https://x.example/1" }] },
			),
		).toEqual([
			{
				ids: ["1", "s:1"],
				channel: "post",
				by: "person",
				at: AT,
				text: "No disc",
				references: ["T-1"],
				state: "open",
				thread: "t",
				platform: "x",
				handle: "TDefren",
				url: "https://x.example/1",
				sources: ["help desk"],
				records: ["C-1", "C-2"],
				profile: true,
			},
		]);
	});

	it.each([
		["inbound", "person"],
		["outbound", "firm"],
		["internal", "internal"],
		[undefined, "unknown"],
	] as const)("says who spoke: %s is %s", (direction, by) => {
		const [event] = timeline([[{ channel: "call", ...(direction === undefined ? {} : { direction }) }]]);
		expect(event?.by).toBe(by);
	});

	it("takes a post for said to the firm when it names one of the firm's handles", () => {
		const posts = [{ text: "@AcmeCare. Anyone?" }, { text: "me@acmecare.example" }, { text: "@AcmeCareers" }];
		const said = timeline([], { posts }, ["@acmecare"]);
		expect(said.filter(({ direction }) => direction === "inbound").map(({ text }) => text)).toEqual([
			"@AcmeCare. Anyone?",
		]);
	});

	it("holds no card number, wherever it was said", () => {
		const text = "Charge 4111 1111 1111 1111";
		expect(JSON.stringify(timeline([[{ channel: "call", topic: text, text }]]))).not.toContain("1111");
	});

	it("takes time in proportion for many tellings of one event", () => {
		const many = Array.from({ length: 2000 }, (): Interaction => ({ id: "1", channel: "call", at: AT }));
		expect(timeline([many, many])).toHaveLength(1);
	});
});
