import { describe, expect, it } from "vitest";
import {
	type Assignable,
	type AssignOptions,
	assign,
	createResolver,
	type Decision,
	SameAsError,
} from "../../src/index.js";

/** "x:ana link C-1 20, C-2 17": a handle, what was decided, and the records with their bits; duplicates after a "+". */
function resolutionOf(text: string): Assignable {
	const [, name = "", decision, rest = ""] = /^(\S*) (\w+) ?(.*)$/.exec(text) as RegExpExecArray;
	const [, platform, handle = "", instance] = /^(?:(\w+):)?(\w*)(?:@(.+))?$/.exec(name) as RegExpExecArray;
	return {
		profile: {
			...(platform === undefined ? {} : { platform }),
			...(instance === undefined ? {} : { instance }),
			...(handle === "" ? {} : { handle }),
		},
		decision: decision as Decision,
		links: rest.split(", ").flatMap((link) => {
			const [ids = "", bits] = link.split(" ");
			const [recordId = "", ...duplicates] = ids.split("+");
			return recordId === "" ? [] : [{ recordId, duplicates: duplicates.map((id) => ({ id })), bits: Number(bits) }];
		}),
	};
}

/** What became of each: "link C-1". */
function outcomes(texts: readonly string[], options: AssignOptions = {}): string[] {
	return assign(texts.map(resolutionOf), options).handles.map(({ decision, recordId }) =>
		recordId === undefined ? decision : `${decision} ${recordId}`,
	);
}

type Case = readonly [
	why: string,
	resolutions: readonly string[],
	options: AssignOptions,
	outcomes: readonly string[],
	changes: readonly (readonly [index: number, cause: string, reason: string])[],
];

const SECOND = "Another handle on x fits this person better: this one may be a second one, or somebody else's.";
const TIED = "Several handles on x fit this person about equally well.";

const cases: readonly Case[] = [
	["nobody in another's way", ["x:ana link C-1 20", "x:bob link C-2 20"], {}, ["link C-1", "link C-2"], []],
	[
		"the weaker of two handles is left to review, since many people have two",
		["x:ana link C-1 20", "x:ana_at_work link C-1 12"],
		{},
		["link C-1", "review"],
		[[1, "taken", SECOND]],
	],
	[
		"or to nobody, where that is asked for",
		["x:ana_at_work link C-1 12", "x:ana link C-1 20"],
		{ weaker: "none" },
		["none", "link C-1"],
		[[0, "taken", "Another handle on x fits this person better: this one is left to nobody."]],
	],
	[
		"two that fit about equally well are both for a person to look at",
		["x:ana link C-1 20", "x:anna link C-1 18.5"],
		{},
		["review C-1", "review C-1"],
		[
			[0, "tied", TIED],
			[1, "tied", TIED],
		],
	],
	[
		"how near that is, is an option",
		["x:ana link C-1 20", "x:anna link C-1 18.5"],
		{ marginBits: 1 },
		["link C-1", "review"],
		[[1, "taken", SECOND]],
	],
	[
		"the very same evidence decides nothing, whatever the margin",
		["x:ana link C-1 20", "x:anna link C-1 20"],
		{ marginBits: 0 },
		["review C-1", "review C-1"],
		[
			[0, "tied", TIED],
			[1, "tied", TIED],
		],
	],
	[
		"a third, far behind, changes nothing about the tie",
		["x:ana link C-1 20", "x:anna link C-1 19", "x:annie link C-1 8"],
		{},
		["review C-1", "review C-1", "review"],
		[
			[0, "tied", TIED],
			[1, "tied", TIED],
			[2, "taken", SECOND],
		],
	],
	[
		"who fits two namesakes goes to the one that is free",
		["x:todd review C-1 12, C-2 11", "x:tdefren link C-1 20"],
		{},
		["review C-2", "link C-1"],
		[[0, "taken", "Another handle on x fits this person better: the next record may be it."]],
	],
	[
		"the best total, not the best first: the second has nobody else",
		["x:todd review C-1 13, C-2 12", "x:tdefren link C-1 11"],
		{},
		["review C-2", "link C-1"],
		[[0, "taken", "Another handle on x fits this person better: the next record may be it."]],
	],
	[
		"a link is not moved to what is far less probable: a second handle of the person is less of a surprise",
		["x:ana link C-1 30, C-2 20", "x:anna link C-1 28"],
		{},
		["link C-1", "review"],
		[[1, "taken", SECOND]],
	],
	[
		"two namesakes and two handles that fit both alike stay as they are",
		["x:todd review C-1 12, C-2 11.5", "x:tdefren review C-1 12, C-2 11.5"],
		{},
		["review C-1", "review C-1"],
		[],
	],
	[
		"another platform is no conflict",
		["x:ana link C-1 20", "github:ana link C-1 12"],
		{},
		["link C-1", "link C-1"],
		[],
	],
	[
		"nor is another server of a federated one",
		["mastodon:ana@one.example link C-1 20", "mastodon:ana@two.example link C-1 12"],
		{},
		["link C-1", "link C-1"],
		[],
	],
	["nor a handle without a platform", ["ana link C-1 20", "x:ana link C-1 12"], {}, ["link C-1", "link C-1"], []],
	["nor a profile without a handle", ["x: link C-1 20", "x:ana link C-1 12"], {}, ["link C-1", "link C-1"], []],
	["nor the same handle once more", ["x:ana link C-1 20", "x:Ana link C-1 12"], {}, ["link C-1", "link C-1"], []],
	[
		"which counts with its strongest resolution and falls as a whole",
		["x:ana link C-1 20", "x:anna link C-1 30", "x:ana link C-1 12"],
		{},
		["review", "link C-1", "review"],
		[
			[0, "taken", SECOND],
			[2, "taken", SECOND],
		],
	],
	[
		"and is not two people's",
		["x:ana link C-1 20", "x:ana link C-2 30"],
		{},
		["review C-1", "link C-2"],
		[[0, "contradicted", "Elsewhere in the batch the same handle fits another record better."]],
	],
	[
		"duplicates of a record are one person, also where only one resolution knows it",
		["x:ana link C-1+C-9 20", "x:anna link C-9 12"],
		{},
		["link C-1", "review"],
		[[1, "taken", SECOND]],
	],
	[
		"two handles may be allowed",
		["x:a link C-1 20", "x:b link C-1 12"],
		{ handlesPerPlatform: 2 },
		["link C-1", "link C-1"],
		[],
	],
	[
		"and a third is then one too many",
		["x:a link C-1 20", "x:b link C-1 12", "x:c link C-1 6"],
		{ handlesPerPlatform: 2 },
		["link C-1", "link C-1", "review"],
		[
			[
				2,
				"taken",
				"Enough other handles on x fit this person better: this one may be a second one, or somebody else's.",
			],
		],
	],
	[
		"or any number",
		["x:a link C-1 20", "x:b link C-1 20"],
		{ handlesPerPlatform: Infinity },
		["link C-1", "link C-1"],
		[],
	],
	[
		"none and insufficient stay so and are in nobody's way",
		["x:ana none C-1 -3", "x:anna insufficient C-1 20", "x:a link C-1 12"],
		{},
		["none", "insufficient", "link C-1"],
		[],
	],
	[
		"a review does not become a link by being the better one",
		["x:ana review C-1 20", "x:anna link C-1 12"],
		{},
		["review C-1", "review"],
		[[1, "taken", SECOND]],
	],
	[
		"a rejected link is no link; the next record is for a look",
		["x:ana link C-1 20, C-2 14"],
		{ cannotLink: [["x:Ana", "C-1"]] },
		["review C-2"],
		[[0, "ruled-out", "The record was ruled out for this handle; the next one may be it."]],
	],
	[
		"or nobody",
		["x:ana link C-1+C-9 20, C-2 -1"],
		{ cannotLink: [[{ platform: "Twitter", handle: "@ana" }, "C-9"]] },
		["none"],
		[[0, "ruled-out", "The record was ruled out for this handle, and no other fits."]],
	],
	[
		"the next record may be another's as well",
		["x:ana link C-1 20, C-2 14", "x:bea link C-2 30"],
		{ cannotLink: [["x:ana", "C-1"]] },
		["review", "link C-2"],
		[[0, "taken", `The record was ruled out for this handle; the next one may be it. ${SECOND}`]],
	],
	[
		"a rejected handle no longer stands in the way of the right one",
		["x:ana link C-1 20", "x:anna link C-1 12"],
		{ cannotLink: [["x:ana", "C-1"]] },
		["none", "link C-1"],
		[[0, "ruled-out", "The record was ruled out for this handle, and no other fits."]],
	],
	[
		"two people's handles on two platforms are not one person's",
		["x:ana link C-1 20", "github:anna link C-1 12"],
		{ differentPeople: [["github:anna", "x:ana"]] },
		["link C-1", "review"],
		[
			[
				1,
				"apart",
				"Another handle, known to be somebody else's, fits this person better: this one is left without a record.",
			],
		],
	],
	[
		"about equally well as above",
		["x:ana link C-1 20", "github:anna link C-1 19"],
		{ differentPeople: [["x:ana", "github:anna"]] },
		["review C-1", "review C-1"],
		[
			[0, "tied", "Handles of different people fit this person about equally well."],
			[1, "tied", "Handles of different people fit this person about equally well."],
		],
	],
	[
		"other people's names change nothing",
		["x:ana link C-1 20"],
		{ differentPeople: [["x:a", "x:b"]], cannotLink: [["x:b", "C-1"]] },
		["link C-1"],
		[],
	],
];

describe("assign", () => {
	it.each(cases)("%s", (_, texts, options, expected, changes) => {
		expect(outcomes(texts, options)).toEqual(expected);
		const told = assign(texts.map(resolutionOf), options).changes;
		expect(told.map(({ index, cause, reason }) => [index, cause, reason])).toEqual(changes);
	});

	it("says what was, what is, and which others fit the same person", () => {
		const batch = ["x:bob link C-2 20", "x:ana link C-1 20", "x:anna link C-1 12", "x:ana link C-1 19"];
		expect(assign(batch.map(resolutionOf)).changes).toEqual([
			{
				index: 2,
				from: { decision: "link", recordId: "C-1" },
				to: { decision: "review", recordId: undefined },
				cause: "taken",
				reason: SECOND,
				rivals: [1, 3],
			},
		]);
	});

	it("knows a handle by its id after it was renamed, and not by an id that is a tenant's", () => {
		const link = { decision: "link" as const, links: [{ recordId: "C-1", duplicates: [], bits: 20 }] };
		const weaker = { decision: "link" as const, links: [{ recordId: "C-1", duplicates: [], bits: 12 }] };
		const of = (profile: Assignable["profile"], what: typeof link): Assignable => ({ profile, ...what });
		const renamed = [
			of({ platform: "x", id: "7", handle: "ana" }, link),
			of({ platform: "x", id: "7", handle: "anna" }, weaker),
		];
		expect(assign(renamed).changes).toEqual([]);
		const others = [of({ platform: "x", id: "7" }, link), of({ platform: "x", id: "8" }, weaker)];
		expect(assign(others).changes).toHaveLength(1);
		const scoped = { platform: "facebook", tenantScoped: true };
		expect(assign([of({ ...scoped, id: "7" }, link), of({ ...scoped, id: "8" }, weaker)]).changes).toEqual([]);
	});

	it("leaves to review what hangs together too widely, in good time", () => {
		const namesakes = (at: number): string => `C-${at} 12, C-${at + 1} 11, C-${at + 2} 10`;
		const many = Array.from({ length: 200 }, (_, at) => `x:h${at} ${at % 2 ? "link" : "review"} ${namesakes(at)}`);
		const found = assign([...many, "x:sure link C-7 30", "x:unsure link C-50 13"].map(resolutionOf));
		expect(found.handles[7]).toEqual({ decision: "review", recordId: "C-7" });
		expect(new Set(found.changes.map(({ cause }) => cause))).toEqual(new Set(["tangled"]));
		// Who has no other record and leads by the margin keeps it, whatever the others do.
		const linked = found.handles.flatMap(({ decision }, index) => (decision === "link" ? index : []));
		expect(linked).toEqual([200]);
	});

	it("takes resolutions as they are", async () => {
		const resolver = createResolver({ records: [{ id: "C-1", name: "Todd Defren", email: "todd@example.com" }] });
		const handles = ["tdefren", "todd_defren"];
		const resolutions = await Promise.all(
			handles.map((handle) =>
				resolver.resolve({ platform: "x", handle, displayName: "Todd Defren", email: "todd@example.com" }),
			),
		);
		const before = structuredClone(resolutions);
		expect(assign(resolutions).handles.map(({ decision }) => decision)).toEqual(["review", "review"]);
		expect(resolutions).toEqual(before);
	});

	it.each<[path: string, options: AssignOptions]>([
		["handlesPerPlatform", { handlesPerPlatform: 0 }],
		["marginBits", { marginBits: -1 }],
		["marginBits", { marginBits: Number.NaN }],
		[
			"cannotLink.1",
			{
				cannotLink: [
					["x:ana", "C-1"],
					[{ platform: "x" }, "C-1"],
				],
			},
		],
		["differentPeople.0", { differentPeople: [["x:ana", ""]] }],
		["differentPeople.0", { differentPeople: [["x:ana"]] as never }],
		["cannotLink", { cannotLink: { "x:ana": "C-1" } as never }],
		["cannotLink.0", { cannotLink: ["x:ana", "C-1"] as never }],
		["cannotLink.0", { cannotLink: [[null, "C-1"]] as never }],
		["cannotLink.0", { cannotLink: [["x:ana", 1]] as never }],
		["weaker", { weaker: "x" as never }],
	])("a wrong %s is refused, with its path", (path, options) => {
		try {
			assign([], options);
			expect.unreachable();
		} catch (error) {
			expect(SameAsError.is(error)).toBe(true);
			expect(error).toMatchObject({ code: "CONFIG", path });
		}
	});

	it("a handle without its platform is refused where it would be passed over, not where profiles have none", () => {
		const refused = expect.objectContaining({ code: "CONFIG", path: "cannotLink.0" });
		const rule: AssignOptions = { cannotLink: [["@Ana", "C-1"]] };
		expect(() => outcomes(["x:ana link C-1 20"], rule)).toThrow(refused);
		expect(() => outcomes(["x:bea link C-1 20"], rule)).toThrow(refused);
		expect(() => outcomes(["x:ana link C-1 20", "bea link C-2 20"], rule)).toThrow(refused);
		expect(outcomes(["ana link C-1 20", "x:ana link C-1 12"], rule)).toEqual(["none", "link C-1"]);
		expect(outcomes(["x:bea link C-1 20", "cleo link C-2 20"], rule)).toEqual(["link C-1", "link C-2"]);
		expect(outcomes([], rule)).toEqual([]);
	});

	it("takes any iterable of resolutions, and nothing else", () => {
		const one = resolutionOf("x:ana link C-1 20");
		expect(assign(new Set([one])).handles).toEqual(assign([one]).handles);
		const slim = { ...one, links: [{ recordId: "C-1", bits: 20 }] };
		for (const wrong of [{ kind: "resolved", index: 0, input: "@ana", resolution: one }, "x:ana", null, slim]) {
			const refused = expect.objectContaining({ code: "CONFIG", path: "resolutions.1" });
			expect(() => assign([one, wrong as never])).toThrow(refused);
		}
		for (const wrong of [one, null, "x:ana", (async function* () {})()]) {
			const refused = expect.objectContaining({ code: "CONFIG", path: "resolutions" });
			expect(() => assign(wrong as never)).toThrow(refused);
		}
	});
});

it("a resolution that throws when it is read is an error CONFIG", () => {
	const given = Object.defineProperty({}, "profile", {
		get: () => {
			throw new Error("secret@example.com");
		},
	});
	const refused = expect.objectContaining({ code: "CONFIG", message: expect.not.stringContaining("secret") });
	expect(() => assign([given as never])).toThrow(refused);
});
