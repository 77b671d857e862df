import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashOf, Postings } from "../../src/memory/postings.js";

/** Lots that differ from slot to slot and do not follow their order. */
const lotOf = (slot: number): number => Math.imul(slot + 1, 0x9e3779b1) >>> 0;

/** Few keys and a shared shard, so that lists grow, shrink and close gaps; some beyond where crowds begin. */
const hash = fc.oneof(
	fc.integer({ min: 1, max: 12 }).map((n) => n * 256),
	fc.integer({ min: 1, max: 0x7fff_ffff }),
);
const change = fc.oneof(
	fc.record({ add: fc.constant(true), hash, from: fc.nat(600), count: fc.nat(400) }),
	fc.record({ add: fc.constant(false), hash, from: fc.nat(600), count: fc.nat(400) }),
);

describe("postings", () => {
	it("know of every key the slots that were added and not removed, and those of the smallest lots", () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 25 }), fc.nat(600), (changes, left) => {
				const postings = new Postings(lotOf);
				const model = new Map<number, Set<number>>();
				for (const { add, hash, from, count } of changes) {
					const slots = model.get(hash) ?? new Set<number>();
					model.set(hash, slots);
					for (let slot = from; slot < from + count; slot++) {
						if (add) {
							// A slot has all its keys added once; a second time in a row is noticed.
							if (slots.has(slot)) continue;
							postings.add(hash, slot);
							postings.add(hash, slot);
							slots.add(slot);
						} else expect(postings.remove(hash, slot)).toBe(slots.delete(slot));
					}
				}
				for (const [hash, slots] of model) {
					expect(postings.count(hash)).toBe(slots.size);
					expect([...postings.slots(hash)].sort((a, b) => a - b)).toEqual([...slots].sort((a, b) => a - b));
					const byLot = [...slots].filter((slot) => slot !== left).sort((a, b) => lotOf(a) - lotOf(b));
					expect(postings.sample(hash, 3, (slot) => slot === left)).toEqual(byLot.slice(0, 3));
				}
				postings.pack();
				for (const [hash, slots] of model) expect(postings.count(hash)).toBe(slots.size);
			}),
			{ numRuns: 60 },
		);
	});

	it("forget a slot whose keys are not told", () => {
		const postings = new Postings(lotOf);
		for (let slot = 0; slot < 50; slot++) {
			for (const key of ["all", `own${slot}`, `third${slot % 3}`]) postings.add(hashOf(key), slot);
		}
		postings.removeAll(7);
		expect(postings.count(hashOf("all"))).toBe(49);
		expect(postings.count(hashOf("own7"))).toBe(0);
		expect(postings.count(hashOf("third1"))).toBe(16);
	});

	it("hash a key to the same number everywhere, and never to 0", () => {
		expect(hashOf("name t:defren")).toBe(hashOf(["name", "t:defren"].join(" ")));
		fc.assert(fc.property(fc.string({ unit: "binary" }), (key) => hashOf(key) > 0 && hashOf(key) < 2 ** 31));
	});
});
