import { describe, expect, it } from "vitest";
import { Gathering, type Saying } from "../src/gathering.js";

interface Line extends Partial<Saying> {
	readonly by: string | null;
}

/** A conversation: who says what, in which order it is read. */
function hear(lines: readonly Line[], own: readonly string[] = ["firm"]) {
	const gathering = new Gathering("x", lines, { own });
	for (const item of gathering.root.items()) {
		const { by, channel = "post", text = "hello", ...rest } = item.value as Line;
		gathering.say(item, by === null ? undefined : gathering.account(item, { handle: by }), { channel, text, ...rest });
	}
	return gathering.reading();
}
const heardBy = (lines: readonly Line[]): Record<string, (string | undefined)[]> =>
	Object.fromEntries(
		hear(lines).profiles.map(({ handle, interactions = [] }) => [
			handle,
			(interactions as readonly { id?: string }[]).map(({ id }) => id),
		]),
	);

describe("whom the firm answers", () => {
	it.each<[string, Line[], Record<string, string[]>]>([
		[
			"whom it is addressed to",
			[
				{ by: "ana", id: "1" },
				{ by: "firm", id: "2", answers: "1", to: [{ handle: "bo" }] },
			],
			{ ana: [], bo: ["2"] },
		],
		[
			"who wrote what it answers, in whatever order",
			[
				{ by: "firm", id: "2", answers: "1" },
				{ by: "ana", id: "1" },
			],
			{ ana: ["2"] },
		],
		[
			"a second answer goes where the first went",
			[
				{ by: "ana", id: "1" },
				{ by: "firm", id: "2", answers: "1" },
				{ by: "firm", id: "3", answers: "2" },
			],
			{ ana: ["2", "3"] },
		],
		[
			"whom it names first",
			[
				{ by: "ana", id: "1", thread: "t" },
				{ by: "bo", id: "2", thread: "t" },
				{ by: "firm", id: "3", thread: "t", text: "@bo which?" },
			],
			{ ana: [], bo: ["3"] },
		],
		[
			"the only other one in the conversation",
			[
				{ by: "ana", id: "1", thread: "t" },
				{ by: "firm", id: "2", thread: "t" },
			],
			{ ana: ["2"] },
		],
		[
			"nobody, when there are two",
			[
				{ by: "ana", id: "1", thread: "t" },
				{ by: "bo", id: "2", thread: "t" },
				{ by: "firm", id: "3", thread: "t" },
			],
			{ ana: [], bo: [] },
		],
		[
			"nobody, when the account is gone",
			[
				{ by: null, id: "1" },
				{ by: "ana", id: "0", thread: "t" },
				{ by: "firm", id: "2", answers: "1", thread: "t" },
			],
			{ ana: [] },
		],
		[
			"nobody, when answers go round in a circle",
			[
				{ by: "firm", id: "1", answers: "2" },
				{ by: "firm", id: "2", answers: "1" },
			],
			{},
		],
		[
			"everybody in a conversation in private",
			[
				{ by: "ana", id: "1", channel: "dm", thread: "t" },
				{ by: "bo", id: "2", channel: "dm", thread: "t" },
				{ by: "firm", id: "3", channel: "dm", thread: "t" },
			],
			{ ana: ["1", "3"], bo: ["2", "3"] },
		],
	])("%s", (_, lines, expected) => expect(heardBy(lines)).toEqual(expected));
});

describe("a reading", () => {
	it("has what comes twice once, unless it is of two servers", () => {
		const posts = (...lines: Line[]) => hear(lines).profiles[0]?.posts;
		expect(posts({ by: "ana", id: "1" }, { by: "ana", id: "1" })).toHaveLength(1);
		expect(
			posts({ by: "ana", id: "1", instance: "a.example" }, { by: "ana", id: "1", instance: "b.example" }),
		).toHaveLength(2);
	});

	it("keeps as much of an account as a profile holds, and says so once", () => {
		const lines = Array.from({ length: 250 }, (_, index) => ({ by: "ana", id: `${index}` }));
		const { profiles, warnings } = hear(lines);
		expect(profiles[0]?.posts).toHaveLength(200);
		expect(warnings).toEqual([
			{ code: "LIMIT", path: "0", reason: "Only the first 200 posts of an account are kept." },
		]);
	});

	it("cuts a text that is too long and leaves out an id that is", () => {
		const { profiles, warnings } = hear([{ by: "ana", id: "9".repeat(300), text: "a".repeat(20_000) }]);
		expect(profiles[0]?.posts).toEqual([{ text: "a".repeat(16_384), channel: "post" }]);
		expect(warnings.map(({ code, path }) => [code, path])).toEqual([
			["LIMIT", "0"],
			["LIMIT", "0"],
		]);
	});

	it("stops where something holds itself, or is nested too deeply", () => {
		const circle: Record<string, unknown> = {};
		circle["in"] = circle;
		let read = 0;
		const round = new Gathering("x", circle);
		round.each((item) => {
			read++;
			round.next(item.at("in"));
		});
		expect(read).toBe(1);
		let deep: object = {};
		for (let level = 0; level < 300; level++) deep = { in: deep };
		const tower = new Gathering("x", deep);
		tower.each((item) => tower.next(item.at("in")));
		expect(tower.reading().warnings).toMatchObject([{ code: "LIMIT", reason: "Nested too deeply: not read." }]);
	});
});
