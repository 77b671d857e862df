import "./sources.js";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CrmRecordInput, SocialProfileInput } from "../../src/index.js";
import { type PoolOptions, type ResolverPool, resolverPool } from "../../src/node.js";
import { createResolver, type Resolver } from "../../src/resolver.js";
import { memoryStore } from "../../src/stores/memory.js";
import { setup } from "./loyalty.js";

const { makeHandles, makeRecords } = await import("../../bench/people.mjs" as string);
const records = makeRecords(400) as CrmRecordInput[];
const profiles = (makeHandles(records, 150) as { profile: SocialProfileInput }[]).map(({ profile }) => profile);
const store = memoryStore({ maxCandidates: 20, maxBlock: 60 });
const own = new URL("./loyalty.ts", import.meta.url);
const module = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;
const failing = { bio: "#13" };
const deadly = { bio: "#0" };

let resolver: Resolver;
let pool: ResolverPool;
beforeAll(async () => {
	resolver = createResolver({ ...setup, store, records, maxLinks: 4 });
	pool = await resolverPool({ store, workers: 2, setup: own, options: { maxLinks: 4 } });
}, 60_000);
afterAll(() => pool.close());

describe("a pool", () => {
	it("answers as the resolver in this thread, to the last bit", async () => {
		const odd = [
			"@tdefren",
			"",
			{ phones: "617 555 0142" },
			{ bio: "#20", handle: "t", links: [undefined, Number.NaN] },
		];
		const all = [...profiles, ...(odd as SocialProfileInput[])];
		const answers = await Promise.all(all.map((profile) => pool.resolve(profile)));
		for (const [at, profile] of all.entries()) expect(answers[at]).toStrictEqual(await resolver.resolve(profile));
	});

	it("resolves a stream in its order, what cannot be read among it", async () => {
		const all = [...profiles.slice(0, 40), failing, 7 as unknown as string, ...profiles.slice(40, 60)];
		const items = [];
		for await (const item of pool.resolveAll(all)) items.push(item);
		const here = [];
		for await (const item of resolver.resolveAll(all)) here.push(item);
		expect(items).toEqual(here);
		expect(items.flatMap((item) => (item.kind === "failed" ? [item.error.code] : []))).toEqual(["SCORER", "SHAPE"]);
	});

	it("brings errors across whole", async () => {
		const error = await pool.resolve(failing).catch((error: unknown) => error);
		const here = await resolver.resolve(failing).catch((error: unknown) => error);
		expect(error).toEqual(here);
		expect(error).toMatchObject({ name: "SameAsError", code: "SCORER", cause: { name: "RangeError" } });
	});

	it("refuses a profile that cannot be sent, and no other", async () => {
		const unsendable = { handle: "tdefren", attributes: { f: () => 1 } } as unknown as SocialProfileInput;
		const [bad, good] = await Promise.allSettled([pool.resolve(unsendable), pool.resolve("@tdefren")]);
		expect(bad).toMatchObject({ reason: { code: "SHAPE" } });
		expect(good.status).toBe("fulfilled");
	});

	it("stops waiting when the signal fires", async () => {
		const stop = new AbortController();
		const pending = profiles.map((profile) => pool.resolve(profile, { signal: stop.signal }));
		const warnings: Error[] = [];
		process.once("warning", (warning) => warnings.push(warning));
		stop.abort("enough");
		for (const { status } of await Promise.allSettled(pending)) expect(status).toBe("rejected");
		const late = pool.resolve("@tdefren", { signal: stop.signal });
		await expect(late).rejects.toMatchObject({ code: "CANCELLED", cause: "enough" });
		expect(warnings).toEqual([]);
	});

	it("says that a thread has ended, goes on with the others, and says when none is left", async () => {
		const mortal = await resolverPool({ store, workers: 2, setup: own, options: { maxLinks: 4 } });
		await expect(mortal.resolve(deadly)).rejects.toMatchObject({ code: "WORKER" });
		expect(mortal.workers).toBe(1);
		expect(await mortal.resolve("@tdefren")).toStrictEqual(await resolver.resolve("@tdefren"));
		const last = [deadly, ...profiles].map((profile) => mortal.resolve(profile));
		for (const one of await Promise.allSettled(last)) expect(one).toMatchObject({ reason: { code: "WORKER" } });
		await expect(mortal.resolve("@tdefren")).rejects.toMatchObject({ code: "WORKER" });
		await mortal.close();
	});

	it("finishes what it has been asked before it closes, and takes no more", async () => {
		const brief = await resolverPool({ store, workers: 1, setup: own });
		const asked = profiles.slice(0, 30).map((profile) => brief.resolve(profile));
		await brief.close();
		for (const { status } of await Promise.allSettled(asked)) expect(status).toBe("fulfilled");
		await expect(brief.resolve("@tdefren")).rejects.toMatchObject({ code: "CANCELLED" });
		expect(brief.workers).toBe(0);
	});

	it("lets the process end, closed or not", async () => {
		const tsx = fileURLToPath(import.meta.resolve("tsx/cli"));
		const program = `
			import ${JSON.stringify(new URL("./sources.ts", import.meta.url))};
			import { createResolver, memoryStore } from "sameas";
			import { resolverPool } from "sameas/node";
			const store = memoryStore();
			createResolver({ store, records: [{ id: "C-1", name: "Todd Defren" }] });
			const [open, closed] = [await resolverPool({ store, workers: 1 }), await resolverPool({ store, workers: 1 })];
			for (const pool of [open, closed]) console.log((await pool.resolve("@tdefren")).links[0].recordId);
			await closed.close();`;
		const { stdout } = await promisify(execFile)(process.execPath, [tsx, "--input-type=module", "--eval", program]);
		expect(stdout).toBe("C-1\nC-1\n");
	});
});

describe("a pool does not begin", () => {
	it.each([
		["without records", {}, "CONFIG", "store"],
		["with no thread", { store, workers: 0 }, "CONFIG", "workers"],
		["with an option that is wrong", { store, setup: own, options: { coverage: 7 } }, "CONFIG", "coverage"],
		["with what cannot be sent", { store, options: { scorers: setup.scorers } }, "CONFIG", "options"],
		["with a setup that is not there", { store, setup: new URL("./none.js", own) }, "CONFIG", "setup"],
		["with a setup beside nothing", { store, setup: "./loyalty.js" }, "CONFIG", "setup"],
		["with a setup without a default", { store, setup: module("export const scorers = []") }, "CONFIG", "setup"],
		["with a setup that is none", { store, setup: module("export default () => ({})") }, "CONFIG", "setup"],
		["with scorers that are no list", { store, setup: module("export default { scorers: 5 }") }, "CONFIG", "setup"],
		["with scorers that are none", { store, setup: module("export default { scorers: [null] }") }, "CONFIG", "setup"],
		["with records twice", { store, snapshot: new Uint8Array(64) }, "CONFIG", "snapshot"],
		["on bytes that are no snapshot", { snapshot: new Uint8Array(64) }, "STORE", undefined],
	])("%s", async (_what, given, code, path) => {
		const options: PoolOptions = { workers: 1, ...(given as object) };
		await expect(resolverPool(options)).rejects.toMatchObject({ code, path });
	});
});
