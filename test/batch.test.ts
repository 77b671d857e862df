import { describe, expect, it } from "vitest";
import {
	type BatchItem,
	createResolver,
	type ProfileResolver,
	type Progress,
	type Resolution,
	resolveAll,
	SameAsError,
} from "../src/index.js";

const records = [
	{ id: "todd", name: "Todd Defren", email: "todd@example.com" },
	{ id: "maria", name: "Maria Lopez", email: "maria@example.com" },
];

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
	const list: T[] = [];
	for await (const item of items) list.push(item);
	return list;
}

const tick = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const answerFor = (profile: unknown): Resolution => ({ reason: `answer for ${profile}` }) as Resolution;
/** Answers at once. */
const prompt: ProfileResolver = { resolve: async (profile) => answerFor(profile) };

/** A source that counts what is taken from it and whether it was closed. */
function counted(size: number): { profiles: AsyncGenerator<string>; taken: number; closed: boolean } {
	const seen = { taken: 0, closed: false, profiles: undefined as unknown as AsyncGenerator<string> };
	seen.profiles = (async function* () {
		try {
			while (seen.taken < size) yield `p${seen.taken++}`;
		} finally {
			seen.closed = true;
		}
	})();
	return seen;
}

const reasonOf = (item: BatchItem<unknown>): string =>
	item.kind === "resolved" ? item.resolution.reason : item.error.code;

describe("resolveAll", () => {
	it("answers as resolve does, in order, and loses no good profile for a bad one", async () => {
		const resolver = createResolver({ records });
		const profiles = ["todd@example.com", 42 as unknown as string, { bio: "maria@example.com" }];
		const items = await listOf(resolver.resolveAll(profiles));
		expect(items.map(({ kind, index, input }) => [kind, index, input])).toEqual([
			["resolved", 0, profiles[0]],
			["failed", 1, 42],
			["resolved", 2, profiles[2]],
		]);
		expect(items[0]).toMatchObject({ resolution: await resolver.resolve("todd@example.com") });
		expect(items[1]).toMatchObject({ error: { code: "SHAPE" } });
		expect(items[2]).toMatchObject({ resolution: { decision: "link", links: [{ recordId: "maria" }] } });
	});

	it("gives an error that is about one profile as an item, and throws any other", async () => {
		const failing = (code: "SCORER" | "STORE" | "LIMIT" | "CONFIG"): ProfileResolver => ({
			resolve: async (profile) => {
				if (profile === "bad") throw new SameAsError(code, "It failed.");
				return answerFor(profile);
			},
		});
		for (const code of ["SCORER", "LIMIT"] as const) {
			const items = await listOf(resolveAll(failing(code), ["a", "bad", "b"]));
			expect(items.map(reasonOf)).toEqual(["answer for a", code, "answer for b"]);
		}
		for (const code of ["STORE", "CONFIG"] as const) {
			await expect(listOf(resolveAll(failing(code), ["a", "bad", "b"]))).rejects.toMatchObject({ code });
		}
		const broken: ProfileResolver = { resolve: () => Promise.reject(new TypeError("a bug")) };
		await expect(listOf(resolveAll(broken, ["a"]))).rejects.toThrow(TypeError);
	});

	it.each([1, 2, 5])("takes at most %i profiles more than it has answered, and no two at once", async (concurrency) => {
		const source = counted(20);
		let underWay = 0;
		let most = 0;
		const slow: ProfileResolver = {
			resolve: async (profile) => {
				most = Math.max(most, ++underWay);
				await tick();
				underWay--;
				return answerFor(profile);
			},
		};
		let answered = 0;
		for await (const { index } of resolveAll(slow, source.profiles, { concurrency })) {
			expect(index).toBe(answered++);
			await tick(2);
			expect(source.taken).toBeLessThanOrEqual(answered + concurrency - 1);
		}
		expect(answered).toBe(20);
		expect(most).toBe(concurrency);
		expect(source.closed).toBe(true);
	});

	it("keeps the order when later ones are ready first", async () => {
		const uneven: ProfileResolver = {
			resolve: async (profile) => {
				await tick(profile === "p0" ? 15 : 0);
				return answerFor(profile);
			},
		};
		const items = await listOf(resolveAll(uneven, counted(6).profiles, { concurrency: 3 }));
		expect(items.map(({ input }) => input)).toEqual(["p0", "p1", "p2", "p3", "p4", "p5"]);
	});

	it("hands on an answer before the next profile has come", async () => {
		const profiles = (async function* () {
			yield "first";
			await new Promise(() => undefined);
		})();
		const answers = resolveAll(prompt, profiles, { concurrency: 4 });
		expect((await answers.next()).value).toMatchObject({ input: "first" });
		// And does not wait for the source when the loop is left.
		await answers.return();
	});

	it.each([1, 3])("closes the source when the loop is left, %i at once", async (concurrency) => {
		const source = counted(20);
		for await (const { index } of resolveAll(prompt, source.profiles, { concurrency })) if (index === 2) break;
		await tick();
		expect(source.closed).toBe(true);
		expect(source.taken).toBeLessThanOrEqual(3 + concurrency);
	});

	it.each([1, 3])("closes the source when the signal fires, %i at once", async (concurrency) => {
		const source = counted(20);
		const stop = new AbortController();
		const seen: number[] = [];
		const run = async (): Promise<void> => {
			for await (const { index } of resolveAll(prompt, source.profiles, { concurrency, signal: stop.signal })) {
				seen.push(index);
				if (index === 1) stop.abort(new Error("enough"));
			}
		};
		await expect(run()).rejects.toMatchObject({ code: "CANCELLED", cause: new Error("enough") });
		expect(seen).toEqual([0, 1]);
		await tick();
		expect(source.closed).toBe(true);
	});

	it("hears the signal while it waits, for a profile or for an answer", async () => {
		const never = new Promise<never>(() => undefined);
		const silent = { [Symbol.asyncIterator]: () => ({ next: () => never }) };
		const stuck: ProfileResolver = { resolve: () => never };
		for (const answers of [
			(signal: AbortSignal) => resolveAll(prompt, silent, { signal }),
			(signal: AbortSignal) => resolveAll(stuck, ["a"], { signal }),
		]) {
			const stop = new AbortController();
			const first = answers(stop.signal).next();
			await tick();
			stop.abort();
			await expect(first).rejects.toMatchObject({ code: "CANCELLED" });
		}
	});

	it("a signal that has fired before closes the source without asking it", async () => {
		let closed = 0;
		const source = {
			[Symbol.iterator]: () => ({
				next: () => expect.unreachable(),
				return: () => ({ done: true as const, value: closed++ }),
			}),
		};
		const answers = resolveAll(prompt, source as unknown as string[], { signal: AbortSignal.abort() });
		await expect(answers.next()).rejects.toMatchObject({ code: "CANCELLED" });
		expect(closed).toBe(1);
	});

	it.each([1, 4])("throws an error of the source after the answers before it, %i at once", async (concurrency) => {
		const profiles = (async function* () {
			yield "a";
			yield "b";
			throw new RangeError("the line is dead");
		})();
		const seen: unknown[] = [];
		const run = async (): Promise<void> => {
			for await (const { input } of resolveAll(prompt, profiles, { concurrency })) seen.push(input);
		};
		await expect(run()).rejects.toThrow(RangeError);
		expect(seen).toEqual(["a", "b"]);
	});

	it("tells how far it has come, and of how many where that is known", async () => {
		const told: Progress[] = [];
		const onProgress = (progress: Progress): void => void told.push(progress);
		await listOf(resolveAll(prompt, ["a", "b"], { onProgress, concurrency: 2 }));
		await listOf(resolveAll(prompt, counted(1).profiles, { onProgress }));
		expect(told).toEqual([
			{ phase: "resolve", done: 1, total: 2 },
			{ phase: "resolve", done: 2, total: 2 },
			{ phase: "resolve", done: 1 },
		]);
	});

	it("keeps no listener of what is done", async () => {
		let listeners = 0;
		let most = 0;
		const signal = {
			aborted: false,
			addEventListener: () => {
				most = Math.max(most, ++listeners);
			},
			removeEventListener: () => listeners--,
		} as unknown as AbortSignal;
		await listOf(resolveAll(prompt, counted(50).profiles, { signal, concurrency: 2 }));
		await tick();
		expect([most, listeners]).toEqual([1, 0]);
	});

	it.each([
		["concurrency", ["a"], { concurrency: 0 }],
		["concurrency", ["a"], { concurrency: 1.5 }],
		["profiles", "@TDefren", {}],
		["profiles", { handle: "TDefren" }, {}],
		["profiles", null, {}],
	])("a wrong %s is refused at once, with the path", (path, profiles, options) => {
		expect(() => resolveAll(prompt, profiles as string[], options)).toThrow(
			expect.objectContaining({ code: "CONFIG", path }),
		);
	});

	it.each([{}, null, undefined])("%o for a resolver is refused at once", (resolver) => {
		expect(() => resolveAll(resolver as never, ["a"])).toThrow(
			expect.objectContaining({ code: "CONFIG", path: "resolver" }),
		);
	});

	it("no profiles are no answers", async () => {
		expect(await listOf(resolveAll(prompt, []))).toEqual([]);
	});
});

it("more profiles at once than anybody could have are as many as there is room for", async () => {
	const resolver = createResolver({ records: [{ id: "1", name: "Ana Costa" }] });
	const items = await listOf(resolver.resolveAll(["@ana", "@bo"], { concurrency: 1e300 }));
	expect(items.map(({ index }) => index)).toEqual([0, 1]);
});
