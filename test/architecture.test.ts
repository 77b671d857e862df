import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { faults, type Tree } from "./architecture.js";

function readTree(folder: URL): Tree {
	const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
	const sources = paths.filter((path) => path.endsWith(".ts"));
	return Object.fromEntries(sources.map((path) => [path, readFileSync(new URL(path, folder), "utf8")]));
}

const nouns: Tree = { "types.ts": "export interface Profile { process: string }", "errors.ts": "export class E {}" };

describe("the house", () => {
	it("is in order", () => {
		const tree = readTree(new URL("../src/", import.meta.url));
		expect(Object.keys(tree).length).toBeGreaterThan(10);
		expect(faults(tree)).toEqual([]);
	});
});

describe("the check itself", () => {
	it("accepts a small tree that keeps the rules", () => {
		const tree: Tree = {
			...nouns,
			"text/unicode.ts": "export const fold = (text: string) => text.toLowerCase();",
			"text/phone.ts": 'import { parse } from "libphonenumber-js/min";\nimport { fold } from "./unicode.js";',
			"text/distance.ts": 'import { distance } from "fastest-levenshtein";',
			"text/tables/given-names.ts": "export const givenNames = [];",
			"text/name.ts": 'import { givenNames } from "./tables/given-names.js";',
			"reading.ts": 'import { fold } from "./text/unicode.js";',
			"schema.ts":
				'import * as z from "zod/mini";\nimport { read } from "./reading.js";\nimport type { Profile } from "./types.js";',
			"scorers/scorer.ts": 'import { E } from "../errors.js";',
			"scorers/email.ts": 'import { defineScorer } from "./scorer.js";\nimport { fold } from "../text/unicode.js";',
			"stores/store.ts": 'import type { Profile } from "../types.js";',
			"stores/memory.ts": 'import type { RecordStore } from "./store.js";',
			"crm/crm.ts": 'import type { Profile } from "../types.js";',
			"crm/oracle-b2c-service.ts": 'import type { Adapter } from "./crm.js";',
			"training/fit.ts": 'import { weigh } from "../model.js";',
			"arithmetic.ts": "export const micro = 2 ** -20 * Math.sqrt(Math.LN2) + Math.floor(2 ** 31);",
			"model.ts": 'import type { Level } from "./scorers/scorer.js";\nimport { micro } from "./arithmetic.js";',
			"resolver.ts": 'import { weigh } from "./model.js";\nimport { memoryStore } from "./stores/memory.js";',
			"index.ts": 'export { createResolver } from "./resolver.js";\nexport type * from "./types.js";',
		};
		expect(faults(tree)).toEqual([]);
	});

	// biome-ignore format: one rule a line
	it.each<[why: string, path: string, source: string, fault: string]>([
		["plug-ins do not know each other", "scorers/email.ts", 'import { x } from "./phone.js";', 'may not import "./phone.js"'],
		["not even by type", "scorers/email.ts", 'import type { X } from "./phone.js";', 'may not import "./phone.js"'],
		["in a new folder neither", "crm/hubspot.ts", 'import { s } from "../scorers/scorer.js";', 'may not import "../scorers/scorer.js"'],
		["nor across folders", "scorers/email.ts", 'import { m } from "../stores/memory.js";', 'may not import "../stores/memory.js"'],
		["imports point downward", "text/name.ts", 'import { d } from "../scorers/scorer.js";', 'may not import "../scorers/scorer.js"'],
		["also re-exports", "text/name.ts", 'export { d } from "../model.js";', 'may not import "../model.js"'],
		["also import() types", "types.ts", 'export type P = import("./model.js").P;', 'may not import "./model.js"'],
		["also import() calls", "types.ts", 'export const p = import("./model.js");', 'may not import "./model.js"'],
		["the model knows scorers by type only", "model.ts", 'import { d } from "./scorers/scorer.js";', 'may not import "./scorers/scorer.js"'],
		["zod stays in schema", "model.ts", 'import * as z from "zod/mini";', 'may not import the package "zod/mini"'],
		["also out of what it reads with", "reading.ts", 'import * as z from "zod/mini";', 'may not import the package "zod/mini"'],
		["also by type", "types.ts", 'import type { infer } from "zod";', 'may not import the package "zod"'],
		["phone rules stay in text/phone", "scorers/phone.ts", 'import p from "libphonenumber-js";', 'may not import the package "libphonenumber-js"'],
		["distances stay in text/distance", "text/name.ts", 'import { distance } from "fastest-levenshtein";', 'may not import the package "fastest-levenshtein"'],
		["a package of a like name is another", "schema.ts", 'import z from "zodiac";', 'may not import the package "zodiac"'],
		["no Node modules", "text/hash.ts", 'import { createHash } from "node:crypto";', 'may not import the package "node:crypto"'],
		["nor without the prefix", "text/hash.ts", 'import { createHash } from "crypto";', 'may not import the package "crypto"'],
		["endings are written out", "text/name.ts", 'import { fold } from "./unicode";', 'write "./unicode" with the ending .js'],
		["targets exist", "text/name.ts", 'import { fold } from "./ghost.js";', '"./ghost.js" does not exist'],
		["the entry lists names", "index.ts", 'export * from "./types.js";', "exports everything of a file: list the names"],
		["the entry holds no code", "index.ts", "export const x = 1;", "holds something else than exports"],
		["every file has a row", "misc.ts", "", "has no row in the import table"],
		["every folder too", "graph/louvain.ts", "", "has no row in the import table"],
		["file names are kebab-case", "text/nickNames.ts", "", "the name is not kebab-case"],
		["file names say what is inside", "text/string-utils.ts", "", '"utils" says nothing about what is in it'],
		["in the singular too", "scorers/name-helper.ts", "", '"helper" says nothing about what is in it'],
		["no clock", "model.ts", "export const now = Date.now();", "uses Date.now"],
		["no clock by construction", "model.ts", "export const now = new Date();", "uses new Date()"],
		["no clock by call", "model.ts", "export const now = Date();", "uses Date()"],
		["no stopwatch", "model.ts", "export const now = performance.now();", "uses performance"],
		["no dice", "model.ts", "export const x = Math.random();", "uses Math.random"],
		["no inexact logarithm", "model.ts", "export const x = Math.log2(3);", "uses Math.log2, which is not the same on every engine: see arithmetic.ts"],
		["no inexact function", "text/hash.ts", "export const x = [1].map(Math.sin);", "uses Math.sin, which is not the same on every engine: see arithmetic.ts"],
		["no function that is not known yet", "model.ts", "Math.sumPrecise([1]);", "uses Math.sumPrecise, which is not the same on every engine: see arithmetic.ts"],
		["nor by another name", "model.ts", "const { log2 } = Math;", "uses Math as a whole"],
		["nor by a computed one", "model.ts", 'export const x = Math["exp"](1);', "uses Math as a whole"],
		["no inexact power", "model.ts", "export const f = (x: number) => 2 ** -x;", "uses **, which is not the same on every engine: see arithmetic.ts"],
		["no power of another number", "model.ts", "export const x = 10 ** -3;", "uses **, which is not the same on every engine: see arithmetic.ts"],
		["no broken exponent", "model.ts", "export const x = 2 ** -12.3;", "uses **, which is not the same on every engine: see arithmetic.ts"],
		["no power in place", "model.ts", "let x = 2; x **= 3;", "uses **, which is not the same on every engine: see arithmetic.ts"],
		["no reading of dates by the engine", "model.ts", 'Date.parse("2026-01-01 10:00");', "uses Date.parse"],
		["no local dates", "model.ts", "new Date(2026, 0);", "uses new Date() with year and month, which asks for the time zone"],
		["no printing", "model.ts", 'console.log("x");', "uses console"],
		["no network", "model.ts", 'await fetch("x");', "uses fetch"],
		["no process", "model.ts", "if (process.env.X) throw 1;", "uses process"],
		["no process by another name", "model.ts", 'const p = globalThis["process"];', "uses globalThis"],
		["no Buffer", "model.ts", 'Buffer.from("x");', "uses Buffer"],
		["no modules that only callers know", "model.ts", "export const load = (from: string) => import(from);", "imports something that is known only when it runs"],
		["not even where there are threads", "node/threads.ts", "export const load = (from: string) => import(from);", "imports something that is known only when it runs"],
		["Node modules that are named", "node/threads.ts", 'import { request } from "node:http";', 'may not import the package "node:http"'],
		["no code from strings", "model.ts", 'new Function("x");', "uses Function"],
		["no locale", "model.ts", '"a".localeCompare("b");', "uses .localeCompare(), which asks for the locale or time zone"],
		["no locale in case", "model.ts", '"a".toLocaleLowerCase();', "uses .toLocaleLowerCase(), which asks for the locale or time zone"],
		["no locale objects", "model.ts", "new Intl.Collator();", "uses Intl"],
		["no time zone", "model.ts", "new Date(0).getHours();", "uses .getHours(), which asks for the locale or time zone"],
	])("%s: %s", (_why, path, source, fault) => {
		const tree: Tree = {
			...nouns,
			"text/unicode.ts": "",
			"scorers/scorer.ts": "",
			"scorers/phone.ts": "",
			"stores/memory.ts": "",
			"model.ts": "",
			[path]: source,
		};
		expect(faults(tree)).toContain(`${path}: ${fault}`);
	});

	it("misses types that a caller needs and cannot import", () => {
		const tree: Tree = {
			...nouns,
			"text/time.ts": "export interface Moment { at: number }",
			"stores/store.ts":
				'import type { Moment } from "../text/time.js";\nexport interface Recall { left?: Left; when: Moment }\nexport interface Left {}',
			"scorers/scorer.ts": "export interface Scorer<P> { of: P }",
			"scorers/name.ts":
				'import type { Scorer } from "./scorer.js";\ninterface Own {}\nexport interface Options {}\nexport function nameScorer(options: Options): Scorer<Own> { const own: Own = {}; return { of: own }; }',
		};
		const entry = [
			'export type { Recall } from "./stores/store.js";',
			'export { nameScorer } from "./scorers/name.js";',
			'export type { Scorer } from "./scorers/scorer.js";',
		];
		expect(faults({ ...tree, "index.ts": entry.join("\n") })).toEqual([
			"index.ts: exports Recall and not Left, which it names",
			"index.ts: exports Recall and not Moment, which it names",
			"index.ts: exports nameScorer and not Options, which it names",
		]);
		const whole = [
			'export type { Recall, Left } from "./stores/store.js";',
			'export type * from "./text/time.js";',
			'export { nameScorer, type Options } from "./scorers/name.js";',
			'export type { Scorer } from "./scorers/scorer.js";',
		];
		expect(faults({ ...tree, "index.ts": whole.join("\n") })).toEqual([]);
	});

	it("sees imports that go round", () => {
		const tree: Tree = {
			...nouns,
			"text/a.ts": 'import { b } from "./b.js";',
			"text/b.ts": 'import type { C } from "./c.js";',
			"text/c.ts": 'import { a } from "./a.js";',
		};
		expect(faults(tree)).toEqual([
			"text/a.ts: imports go round in a circle: text/a.ts -> text/b.ts -> text/c.ts -> text/a.ts",
		]);
	});

	it.each([
		["a comment", "// Date.now() and fetch() are for others"],
		["a string", 'export const says = "console.log(process.env)";'],
		["a member of that name", "export const p = (order: { process: string }) => order.process;"],
		["a key of that name", "export const p = { process: 1, document: 2 };"],
		["a parameter of that name", "export const p = (document: string) => document.length;"],
		["a type", "export const f = (run: Function): Intl.DateTimeFormat | undefined => undefined;"],
		["a date that is told", "export const day = new Date(0).getUTCDay() + Date.UTC(2026, 0);"],
	])("lets pass %s", (_what, source) => {
		expect(faults({ ...nouns, "model.ts": source })).toEqual([]);
	});
});
