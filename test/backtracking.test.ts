import { readdirSync, readFileSync } from "node:fs";
import { checkSync } from "recheck";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { growsTooFast, type Pattern, patternsIn } from "./backtracking.js";

// Profiles are written by anybody, and a pattern that goes back over what it has read can take minutes over a page of
// text. Each is judged by automata theory (recheck, whose own program in JavaScript this asks for: no Java, no binary);
// what that cannot judge, such as looking ahead and behind, by how its time grows with the length of hostile texts.

/** Patterns whose time grows with the square of the length, which is short, and why. */
const short: Readonly<Record<string, string>> = {
	"\\B(?=(?:\\d{3})+$)": "digits of a number: 22 at most",
};
/** Made of what the caller has given, character by character: nothing to go back to. */
const escaped = /^text\/mask\.ts:/;

const folder = new URL("../src/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
const found = files.map((path) => {
	const name = path.replaceAll("\\", "/");
	return { name, ...patternsIn(name, readFileSync(new URL(path, folder), "utf8")) };
});

/** Each once. */
function distinct(patterns: readonly Pattern[]): Pattern[] {
	return [...new Map(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern])).values()];
}

/** What is wrong with a pattern. */
function faultOf(pattern: Pick<Pattern, "source" | "flags">): string | undefined {
	const judged = checkSync(pattern.source, pattern.flags, { checker: "automaton", timeout: 1000 });
	if (judged.status === "safe") return undefined;
	if (judged.status === "vulnerable") return judged.complexity.summary;
	const attack = growsTooFast(pattern);
	return attack === undefined ? undefined : `grows too fast with ${attack}`;
}

function faults(patterns: readonly Pattern[]): string[] {
	return patterns.flatMap((pattern) => {
		const fault = pattern.source in short ? undefined : faultOf(pattern);
		return fault === undefined ? [] : `${pattern.place}: /${pattern.source}/${pattern.flags} ${fault}`;
	});
}

beforeAll(() => {
	vi.stubEnv("RECHECK_SYNC_BACKEND", "pure");
});
afterAll(() => {
	vi.unstubAllEnvs();
});

describe("regular expressions", { timeout: 300_000 }, () => {
	it("that stand in the sources read any text in a time that grows with its length", () => {
		const literals = distinct(found.flatMap(({ literals }) => literals));
		expect(literals.length).toBeGreaterThan(300);
		expect(faults(literals)).toEqual([]);
	});

	it("that are made when a module is loaded do so as well", async () => {
		const makers = found.filter(({ made }) => made.some((place) => !escaped.test(place)));
		const made: Pattern[] = [];
		for (const { name, made: places } of makers) {
			vi.resetModules();
			const before = made.length;
			vi.stubGlobal(
				"RegExp",
				new Proxy(RegExp, {
					construct: (target, [source, flags = ""]: [string, string?]) => {
						made.push({ source, flags, place: name });
						return new target(source, flags);
					},
				}),
			);
			await import(new URL(name, folder).href);
			vi.unstubAllGlobals();
			// All are made then: there are none that nobody looks at.
			expect(made.length - before, name).toBeGreaterThanOrEqual(places.length);
		}
		expect(makers.length).toBeGreaterThan(0);
		expect(faults(distinct(made))).toEqual([]);
	});

	it("that are excused are still there", () => {
		const sources = found.flatMap(({ literals }) => literals.map(({ source }) => source));
		expect(Object.keys(short).filter((source) => !sources.includes(source))).toEqual([]);
	});
});

describe("the check itself", { timeout: 60_000 }, () => {
	it.each([
		["nested repetition", "^(a+)+$", "", "exponential"],
		["an end that is looked for from every place", "\\s+$", "", "2nd degree polynomial"],
		["two that share what they read", "^[a-z]*[a-z\\d]*$", "", "2nd degree polynomial"],
		["looking ahead", "\\d(?=\\d*x)", "", "grows too fast"],
		["looking behind", "(?<!y)\\s+x", "", "grows too fast"],
		["letters of all scripts", "(?<!_)\\p{L}*\\p{L}*!", "u", "grows too fast"],
	])("sees %s", (_what, source, flags, fault) => {
		expect(faultOf({ source, flags })).toContain(fault);
	});

	it.each([
		["an end that is looked for once", "(?<!\\s)\\s+$", ""],
		["bounded repetition", "(?<!x)\\w{1,64}@\\w{1,64}\\.", ""],
		["what cannot share", "^[a-z]*\\d[a-z\\d]*$", ""],
	])("accepts %s", (_what, source, flags) => {
		expect(faultOf({ source, flags })).toBeUndefined();
	});

	it("finds literals, and what is made", () => {
		expect(patternsIn("text/a.ts", 'const a = /x\\/y/gu;\nconst b = new RegExp(a.source + "z");')).toEqual({
			literals: [{ source: "x\\/y", flags: "gu", place: "text/a.ts:1" }],
			made: ["text/a.ts:2"],
		});
	});
});
