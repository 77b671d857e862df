/**
 * The short form of the fuzzing suite; the long one is `npm run suite:fuzz`. A finding says how to get its input again.
 */
import * as sameas from "sameas";
import * as crm from "sameas/crm";
import * as dossiers from "sameas/dossier";
import * as node from "sameas/node";
import * as platforms from "sameas/platforms";
import * as testing from "sameas/testing";
import * as training from "sameas/train";
import * as trust from "sameas/trust";
import { describe, expect, it } from "vitest";
import { fuzz, sharesOf } from "./fuzz.js";
import { Random } from "./random.js";
import { exempt, type Target, targets } from "./targets.js";

const SEED = 20_261_123;
const INPUTS = 20_000;

const all = await targets();
const shares = sharesOf(all, INPUTS);
const entries = { sameas, crm, platforms, dossier: dossiers, train: training, testing, node, trust };

describe("targets", () => {
	it("are there for every function that is exported", () => {
		const exported = Object.entries(entries).flatMap(([entry, names]) =>
			Object.entries(names).flatMap(([name, value]) =>
				typeof value === "function" ? `${entry === "sameas" ? "sameas" : `sameas/${entry}`} ${name}` : [],
			),
		);
		const covered = new Set(all.flatMap(({ covers }) => covers));
		expect(exported.filter((name) => !covered.has(name) && !(name in exempt))).toEqual([]);
		expect([...covered, ...Object.keys(exempt)].filter((name) => !exported.includes(name))).toEqual([]);
	});
});

describe.sequential(`with seed ${SEED}`, () => {
	it.each(all.map((target, at) => [target.name, shares[at] as number, target] as const))(
		"%s holds for %i inputs",
		async (_name, inputs, target) => {
			const { findings } = await fuzz(target, { seed: SEED, inputs });
			expect(findings).toEqual([]);
		},
		120_000,
	);
});

describe("the harness", () => {
	const target = (parts: Partial<Target>): Target => ({
		...{ name: "x", covers: [], share: 1, codes: [], input: (random: Random) => random.below(10), run: () => 0 },
		...parts,
	});
	const whatOf = async (parts: Partial<Target>): Promise<string> => {
		const { findings } = await fuzz(target(parts), { seed: 1, inputs: 30 });
		return findings.map(({ what }) => what.split("\n")[0]).join();
	};

	it("finds errors of a foreign kind, of a wrong code, and with a personal value", async () => {
		const failing = (error: Error) => (input: number) => {
			if (input === 3) throw error;
		};
		expect(await whatOf({ run: failing(new TypeError("Broken.")) as never })).toMatch(/^TypeError: Broken\./);
		const limit = failing(new sameas.SameAsError("LIMIT", "Too long.")) as never;
		expect(await whatOf({ run: limit })).toMatch(/^LIMIT/);
		expect(await whatOf({ run: limit, codes: ["LIMIT"] })).toBe("");
		const telling = failing(new sameas.SameAsError("LIMIT", "Zq7plant is too long.")) as never;
		expect(await whatOf({ run: telling, codes: ["LIMIT"] })).toMatch(/^An error shows a personal value/);
	});

	it("finds what takes long each time, and not what took long once", async () => {
		const busy = (ms: number): void => {
			// Of the processor's time, of which a busy machine gives less.
			const from = process.cpuUsage();
			for (let used = { user: 0, system: 0 }; used.user + used.system < ms * 1000; used = process.cpuUsage(from));
		};
		expect(await whatOf({ run: (input: number) => busy(input === 3 ? 60 : 0) })).toMatch(/^Took \d+ ms/);
		let first = true;
		const once = (): void => {
			if (first) busy(60);
			first = false;
		};
		expect(await whatOf({ run: once })).toBe("");
	});

	it("finds a changed prototype, and a heap that grows", async () => {
		const polluting = whatOf({
			run: () => Object.defineProperty(Object.prototype, "polluted", { value: 1, configurable: true }),
		});
		expect(await polluting).toMatch(/^A prototype of the language has been changed/);
		Reflect.deleteProperty(Object.prototype, "polluted");
		const kept: number[][] = [];
		expect(await whatOf({ run: () => void kept.push(new Array<number>(2 ** 20).fill(0)) })).toMatch(/^The heap grew/);
	});

	it("makes the same input of the same seed", async () => {
		const seen: unknown[] = [];
		const look = target({ run: (input: unknown) => seen.push(input) });
		await fuzz(look, { seed: 7, inputs: 5 });
		const before = seen.splice(0);
		await fuzz(look, { seed: 7, inputs: 5, only: 3 });
		expect(before).toContain(seen[0]);
		expect(new Random(1).next()).toBe(new Random(1).next());
	});
});
