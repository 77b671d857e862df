import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MemoryStore, memoryStore } from "../../src/stores/memory.js";
import type { StoredRecord } from "../../src/stores/store.js";
import { storeContract } from "../../src/testing.js";
import { recordOf } from "../samples.js";

function entry(id: string, keys: readonly string[]): StoredRecord {
	return { record: recordOf({ id }), keys };
}

describe("memoryStore keeps the store contract", () => {
	for (const { name, run } of storeContract(memoryStore)) it(name, run);
});

describe("memoryStore", () => {
	it.each([{ maxCandidates: 0 }, { maxBlock: -1 }, { maxBlock: 1.5 }])("refuses %o", (options) => {
		expect(() => memoryStore(options)).toThrow(
			expect.objectContaining({ code: "CONFIG", path: Object.keys(options)[0] }),
		);
	});

	it("does not follow a key that too many records share, and says so", () => {
		const store = memoryStore({ maxBlock: 10 });
		store.upsert(Array.from({ length: 11 }, (_, i) => entry(`r${i}`, ["t:smith", ...(i === 3 ? ["t:rare"] : [])])));
		const { candidates, report } = store.recall(["t:smith", "t:rare"]);
		expect(candidates.map(({ record }) => record.id)).toEqual(["r3"]);
		expect(report.capped).toEqual(["t:smith"]);
	});

	it("compares the most telling candidates when there are too many", () => {
		const store = memoryStore({ maxCandidates: 2 });
		store.upsert([entry("common", ["a"]), entry("both", ["a", "b"]), entry("also", ["a"])]);
		const found = store.recall(["a", "b"]).candidates.map(({ record }) => record.id);
		expect(found).toHaveLength(2);
		expect(found[0]).toBe("both");
	});

	it("answers like a fresh store after any sequence of changes", () => {
		const id = fc.constantFrom("a", "b", "c", "d", "e");
		const keys = fc.array(fc.constantFrom("k1", "k2", "k3", "k4"), { maxLength: 4 });
		const change = fc.oneof(fc.record({ upsert: id, keys }), fc.record({ remove: id }), fc.constant({ ask: true }));
		fc.assert(
			fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
				const store = memoryStore();
				const expected = new Map<string, readonly string[]>();
				for (const step of changes) {
					if ("upsert" in step) {
						store.upsert([entry(step.upsert, step.keys)]);
						expected.set(step.upsert, step.keys);
					} else if ("remove" in step) {
						expect(store.remove(step.remove)).toBe(expected.delete(step.remove));
					} else {
						store.count("k1");
					}
				}
				const fresh = memoryStore();
				fresh.upsert([...expected].map(([name, list]) => entry(name, list)));
				const all = ["k1", "k2", "k3", "k4"];
				expect(store.recall(all)).toEqual(fresh.recall(all));
				for (const key of all) expect(store.count(key)).toBe(fresh.count(key));
				expect(store.size).toBe(expected.size);
			}),
		);
	});

	it("gives the room of removed records back when many are gone", () => {
		const store = memoryStore();
		const many = Array.from({ length: 5000 }, (_, i) => entry(`r${i}`, [`k${i}`, "all"]));
		store.upsert(many);
		for (let i = 0; i < 4000; i++) store.remove(`r${i}`, [`k${i}`, "all"]);
		expect(store.size).toBe(1000);
		expect(store.count("all")).toBe(1000);
		expect(store.recall(["k4500"]).candidates[0]?.record.id).toBe("r4500");
		expect(store.recall(["k10"]).candidates).toEqual([]);
	});
});

describe("candidates of a memoryStore", () => {
	const own = ["email =a:one@example.com", "email =a:two@example.com", "phone =p:5550142"];

	it("are single when nobody shares what they have alone, whatever else they share", () => {
		const store = memoryStore();
		store.upsert([
			entry("a", ["all", "name t:todd", own[0] as string]),
			entry("b", ["all", "name t:todd", own[1] as string]),
			entry("c", ["all", own[2] as string]),
			entry("d", ["all", own[2] as string]),
		]);
		const single = store.recall(["all"]).candidates.filter(({ isSingle }) => isSingle);
		expect(single.map(({ record }) => record.id).sort()).toEqual(["a", "b"]);
	});

	it("are never single when somebody does, after any changes, takeovers and snapshots", () => {
		const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
		const keys = fc.subarray(own, { maxLength: 2 });
		const change = fc.oneof(
			{ weight: 4, arbitrary: fc.record({ upsert: id, keys }) },
			{ weight: 2, arbitrary: fc.record({ remove: id }) },
			{ weight: 1, arbitrary: fc.constant("reload" as const) },
			{ weight: 1, arbitrary: fc.record({ others: fc.array(keys, { maxLength: 4 }) }) },
		);
		let shared = 0;
		fc.assert(
			fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
				let store = memoryStore();
				let count = 0;
				const held = new Map<string, readonly string[]>();
				for (const step of changes) {
					if (step === "reload") store = memoryStore({ snapshot: store.snapshot() });
					else if ("upsert" in step) {
						store.upsert([entry(step.upsert, ["all", ...step.keys])]);
						held.set(step.upsert, step.keys);
					} else if ("remove" in step) {
						store.remove(step.remove, ["all", ...(held.get(step.remove) ?? [])]);
						held.delete(step.remove);
					} else {
						const other = memoryStore();
						for (const keys of step.others) {
							const name = `other${count++}`;
							other.upsert([entry(name, ["all", ...keys])]);
							held.set(name, keys);
						}
						store.absorb(other);
					}
				}
				for (const { record, isSingle } of store.recall(["all"]).candidates) {
					const sharing = [...held].some(
						([name, keys]) => name !== record.id && keys.some((key) => held.get(record.id)?.includes(key)),
					);
					if (!sharing) continue;
					shared++;
					expect(isSingle).toBe(false);
				}
			}),
			{ numRuns: 300 },
		);
		expect(shared).toBeGreaterThan(100);
	});
});

describe("a memoryStore that takes over another", () => {
	const keys = fc.array(fc.constantFrom("k1", "k2", "k3", "name t:todd", "name t:tood"), { maxLength: 4 });
	/** Some more than where crowds begin; some removed again. */
	const filling = fc.array(fc.record({ keys, count: fc.nat(200), gone: fc.nat(40) }), { maxLength: 5 });

	it("answers like one that was filled with both, and goes on changing like it", () => {
		fc.assert(
			fc.property(fc.array(filling, { minLength: 2, maxLength: 3 }), ([first = [], ...others]) => {
				const whole = memoryStore({ maxBlock: 300 });
				let count = 0;
				const fill = (store: MemoryStore, parts: typeof first): void => {
					for (const { keys, count: many, gone } of parts) {
						const words = keys.filter((key) => key.includes(":"));
						const entries = Array.from({ length: many }, () => ({ ...entry(`r${count++}`, keys), words }));
						for (const one of [store, whole]) {
							one.upsert(entries);
							for (const { record } of entries.slice(0, gone)) one.remove(record.id, keys);
						}
					}
				};
				const store = memoryStore({ maxBlock: 300 });
				fill(store, first);
				for (const parts of others) {
					const other = memoryStore();
					fill(other, parts);
					expect(store.common(other)).toEqual([]);
					expect(other.common(other)).toHaveLength(other.size);
					store.absorb(other);
				}
				const same = (): void => {
					const asked = ["k1", "k2", "k3", "name t:todd", "name t:tood"];
					for (const keys of [asked, ...asked.map((key) => [key])])
						expect(store.recall(keys)).toEqual(whole.recall(keys));
					expect(store.similar?.("name t:todt")).toEqual(whole.similar?.("name t:todt"));
					expect(store.size).toBe(whole.size);
				};
				same();
				for (const one of [store, whole]) {
					for (let i = 0; i < count; i += 2) one.remove(`r${i}`);
					one.upsert([entry("new", ["k1", "k9"]), entry("r1", ["k2"])]);
				}
				same();
			}),
			{ numRuns: 30 },
		);
	});
});

describe("a snapshot of a memoryStore", () => {
	const many = Array.from({ length: 900 }, (_, i) => entry(`r${i}`, [`k${i}`, `t${i % 3}`, "all"]));
	const whole = (parts: readonly Uint8Array[]): Uint8Array => {
		const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
		let at = 0;
		for (const part of parts) {
			bytes.set(part, at);
			at += part.length;
		}
		return bytes;
	};
	const filled = () => {
		const store = memoryStore();
		store.upsert(many);
		for (let i = 0; i < 300; i += 2) store.remove(`r${i}`, [`k${i}`, `t${i % 3}`, "all"]);
		return store;
	};

	it("answers like the store it is of, and goes on changing like it", () => {
		const store = filled();
		const copy = memoryStore({ snapshot: whole(store.snapshot()) });
		const same = (): void => {
			for (const keys of [["k1", "all"], ["t1"], ["k2"], ["t0", "t2", "k777"]])
				expect(copy.recall(keys)).toEqual(store.recall(keys));
			expect(copy.size).toBe(store.size);
		};
		same();
		for (const one of [store, copy]) {
			one.upsert(many.slice(0, 100));
			for (let i = 400; i < 900; i++) one.remove(`r${i}`, [`k${i}`, `t${i % 3}`, "all"]);
		}
		same();
	});

	it("may be given in its parts, and may begin anywhere in a buffer", () => {
		const parts = filled().snapshot();
		const bytes = whole(parts);
		const shifted = Buffer.concat([Buffer.alloc(3), bytes]).subarray(3);
		for (const snapshot of [parts, shifted]) {
			expect(memoryStore({ snapshot }).recall(["t1", "k77"])).toEqual(filled().recall(["t1", "k77"]));
		}
	});

	it("that others share is not touched when a store made of it changes", () => {
		const bytes = whole(filled().snapshot());
		const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
		shared.set(bytes);
		const [one, other] = [memoryStore({ snapshot: shared }), memoryStore({ snapshot: shared })];
		const before = other.recall(["t1", "all", "k777"]);
		one.upsert(many.slice(0, 400));
		for (let i = 500; i < 900; i++) one.remove(`r${i}`, [`k${i}`, `t${i % 3}`, "all"]);
		expect(shared).toEqual(bytes);
		expect(other.recall(["t1", "all", "k777"])).toEqual(before);
		expect(one.count("k777")).toBe(0);
	});

	it("is refused when it is cut short, changed or of another version", () => {
		const bytes = whole(filled().snapshot());
		const refusal = (change: (copy: Uint8Array) => Uint8Array) => () =>
			memoryStore({ snapshot: change(bytes.slice()) });
		expect(refusal((copy) => copy.subarray(0, copy.length - 8))).toThrow(/cut short/);
		expect(refusal((copy) => copy.subarray(0, 5))).toThrow(/no snapshot/);
		expect(refusal(() => new TextEncoder().encode("{}".repeat(40)))).toThrow(/no snapshot/);
		expect(
			refusal((copy) => {
				copy[7] = 99;
				return copy;
			}),
		).toThrow(/version 99/);
		fc.assert(
			fc.property(fc.integer({ min: 32, max: bytes.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
				expect(
					refusal((copy) => {
						copy[at]! ^= 1 << bit;
						return copy;
					}),
				).toThrow(/checksum/);
			}),
		);
	});
});

it.each([true, "x", 5, {}, [null]])("a snapshot that is %j is an error CONFIG", (snapshot) => {
	expect(() => memoryStore({ snapshot: snapshot as never })).toThrow(expect.objectContaining({ code: "CONFIG" }));
});
