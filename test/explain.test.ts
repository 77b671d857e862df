import { describe, expect, it } from "vitest";
import { createResolver, explain, type Resolution, waterfall } from "../src/index.js";

const records = [
	{ id: "todd", name: "Todd Defren", email: "todd@example.com", phone: "+1 617 555 0142" },
	{ id: "tina", name: "Tina Defren" },
	{ id: "smith-1", name: "John Smith" },
	{ id: "smith-2", name: "John Smith" },
];
const ask = (profile: Parameters<ReturnType<typeof createResolver>["resolve"]>[0]): Promise<Resolution> =>
	createResolver({ records }).resolve(profile);

describe("explain", () => {
	it.each([
		[{ handle: "@tdefren", bio: "todd@example.com" }, "@tdefren is very probably record todd (over 99.9 %)."],
		[
			{ handle: "@johnsmith", displayName: "John Smith" },
			"@johnsmith may be record smith-1 (50.0 %). It is probably one of several records that fit about equally well.",
		],
		[{ handle: "@gwenhughes", displayName: "Gwen Hughes" }, "@gwenhughes is probably nobody in this record set"],
		[{}, "This profile: too little is known to tell."],
	])("begins with the answer to %o", async (profile, sentence) => {
		expect(explain(await ask(profile)).startsWith(sentence)).toBe(true);
	});

	it.each<[string, string, RegExp, readonly [number, number]]>([
		["a rare name", "todddefren", /Hardly anybody else in 100,000,000 would fit/, [0, 1]],
		["an initial and a rare surname", "tdefren", /(?:Hardly|About one|About \d\d?) .* would fit/, [0, 60]],
		[
			"a common name",
			"johnsmith",
			/About \d,\d00 other people in 100,000,000 would fit what is shown of the name\./,
			[1000, 1e4],
		],
		["an initial and a common surname", "jsmith", /About \d+,\d{3} other people/, [1e4, 1e5]],
	])("says how many others fit %s", async (_, handle, sentence, [least, most]) => {
		const resolution = await ask({ handle });
		expect(explain(resolution)).toMatch(sentence);
		const { alsoFit } = resolution.links[0]!;
		expect(alsoFit).toBeGreaterThanOrEqual(least);
		expect(alsoFit).toBeLessThan(most);
	});

	it("says nothing of others where nothing of the name is shown, and counts in the population that is given", async () => {
		const opaque = await ask({ handle: "zqxv9", bio: "todd@example.com" });
		expect(opaque.links[0]).not.toHaveProperty("alsoFit");
		expect(explain(opaque)).not.toMatch(/would fit/);
		const town = await createResolver({ records, population: 1e5 }).resolve({ handle: "johnsmith" });
		const large = await ask({ handle: "johnsmith" });
		expect(town.links[0]?.alsoFit).toBeCloseTo((large.links[0]?.alsoFit ?? 0) / 1000, 6);
		expect(town.links[0]?.probability).toBe(large.links[0]?.probability);
	});

	it("says what was already counted", async () => {
		const text = explain(await ask({ handle: "tdefren", displayName: "Todd Defren" }));
		expect(text).toMatch(
			/The handle is the initial of the given name and the surname on the record \(\+\d+\.\d already counted\)/,
		);
	});

	it("says what speaks against a record", async () => {
		const text = explain(await ask({ handle: "gwenhughes", bio: "todd@example.com" }));
		expect(text).toMatch(/−\d\.\d {2}The handle reads as the name of somebody else than the name on the record/);
	});

	it("names the other records and the chance of nobody", async () => {
		const text = explain(await ask({ handle: "tdefren" }));
		expect(text).toMatch(/Other records: tina \d/);
		expect(text).toMatch(/Nobody here: /);
	});

	it("shows strangers' control characters as escapes", async () => {
		const text = explain(
			await ask({ handle: "t\u202edefren", bio: "todd@example.com", displayName: "Todd \u001b[31mDefren" }),
			{ values: true },
		);
		expect(text).not.toContain("\u202e");
		expect(text).not.toContain("\u001b");
		expect(text).toContain("\\u{202e}");
	});

	it("explains as many links as asked for", async () => {
		const resolution = await ask({ handle: "johnsmith", displayName: "John Smith" });
		expect(explain(resolution, { links: 2 }).match(/^Record /gm)).toHaveLength(2);
	});
});

describe("waterfall", () => {
	it("runs from the prior to the posterior without a gap", async () => {
		const [link] = (await ask({ handle: "tdefren", displayName: "Todd Defren", bio: "todd@example.com" })).links;
		const rows = waterfall(link as NonNullable<typeof link>);
		expect(rows.map(({ kind }) => kind).filter((kind) => kind !== "evidence")).toEqual([
			"prior",
			"competition",
			"posterior",
		]);
		let running = 0;
		for (const row of rows) {
			running += row.bits;
			expect(row.running).toBe(running);
		}
		expect(1 / (1 + 2 ** -running)).toBeCloseTo(link?.probability as number, 12);
	});
});

describe("what is no answer of the library's", () => {
	it.each([null, undefined, 5, "x", [], {}, { links: null }])("%j is an error SHAPE", (given) => {
		const refused = expect.objectContaining({
			code: "SHAPE",
			message: expect.stringMatching(/^This is no (?:link|resolution)/),
		});
		expect(() => explain(given as never)).toThrow(refused);
		expect(() => waterfall(given as never)).toThrow(refused);
	});

	it("lets no id of a record act in the first line", async () => {
		const records = [{ id: "1\n\u202e2", name: "Todd Defren", email: "todd@example.com" }];
		const resolution = await createResolver({ records }).resolve({
			displayName: "Todd Defren",
			email: "todd@example.com",
		});
		expect(explain(resolution).split("\n")[0]).toContain("is very probably record 1\\u{a}\\u{202e}2 (");
	});
});
