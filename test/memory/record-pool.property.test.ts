import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RecordPool } from "../../src/memory/record-pool.js";
import { readRecord } from "../../src/schema.js";
import type { CrmRecord } from "../../src/types.js";
import { recordOf } from "../samples.js";

const text = fc.oneof(
	fc.string({ maxLength: 30 }),
	fc.string({ unit: "binary", maxLength: 20 }),
	fc.string({ unit: fc.constantFrom(..."0123456789 +-()x."), maxLength: 40 }),
	fc.constantFrom("Defren", "Юлія Коваленко", "김태원", "José", "\u{1f600}", "+1 617 555 0142", "todd@example.com"),
);
const flag = fc.option(fc.boolean(), { nil: undefined });
const some = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 3 });
const maybe = fc.option(text, { nil: undefined });

/** Everything that a record can hold, as callers have it: what comes out of `readRecord` is kept. */
const input = fc.record({
	id: fc.oneof(fc.integer(), fc.string({ minLength: 1, maxLength: 12 })),
	source: maybe,
	kind: fc.constantFrom("person", "organization"),
	names: some(fc.record({ full: maybe, given: maybe, middle: maybe, family: maybe, nickname: maybe, lang: maybe })),
	emails: some(
		fc.record({ value: text, label: maybe, primary: flag, shared: flag, mayContact: flag, observedAt: maybe }),
	),
	phones: some(text),
	addresses: some(fc.record({ text: maybe, street: maybe, city: maybe, postalCode: maybe, country: maybe })),
	organization: maybe,
	title: maybe,
	pronouns: maybe,
	links: some(text),
	handles: some(
		fc.record({ platform: maybe, handle: maybe, id: maybe, tenantScoped: flag, grade: fc.constant("proven") }),
	),
	interactions: some(
		fc.record({
			channel: fc.constantFrom("call", "post"),
			text: maybe,
			references: some(text),
			at: fc.constant("2026-01-02T03:04:05Z"),
			authenticated: flag,
		}),
	),
	status: fc.constantFrom("customer", "unknown"),
	consent: fc.record({ doNotCall: flag, preferredChannel: fc.constantFrom("email", undefined) }),
	attributes: fc.dictionary(fc.string({ maxLength: 8 }), fc.oneof(text, fc.boolean(), fc.double({ noNaN: true }))),
});

function recordsOf(inputs: readonly unknown[]): CrmRecord[] {
	return inputs.flatMap((one, index) => {
		const read = readRecord(one, index);
		return "record" in read ? [read.record] : [];
	});
}

describe("the pool of records", () => {
	it("gives back what was put in, field for field", () => {
		fc.assert(
			fc.property(fc.array(input, { maxLength: 6 }), (inputs) => {
				const pool = new RecordPool();
				const records = recordsOf(inputs);
				for (const [slot, record] of records.entries()) pool.put(slot, record);
				for (const [slot, record] of records.entries()) {
					expect(pool.get(slot)).toEqual(record);
					expect(pool.idOf(slot)).toBe(record.id);
				}
			}),
		);
	});

	it("keeps records larger than a page, and more words than it has numbers for", () => {
		const pool = new RecordPool();
		const long = "wörd ".repeat(3000);
		const large = recordOf({
			id: "large",
			interactions: Array.from({ length: 100 }, () => ({ channel: "post" as const, text: long })),
		});
		pool.put(0, large);
		for (let slot = 1; slot < 6000; slot++) pool.put(slot, recordOf({ id: `${slot}`, organization: `Firm ${slot}` }));
		expect(pool.get(0)).toEqual(large);
		for (const slot of [1, 4000, 4100, 5999]) expect(pool.get(slot).organization).toBe(`Firm ${slot}`);
	});

	it("takes no more room however often records are replaced", () => {
		const pool = new RecordPool();
		const put = (slot: number, round: number): void =>
			pool.put(slot, recordOf({ id: `${slot}`, title: `Title ${round} of number ${slot} ${"x".repeat(200)}` }));
		for (let slot = 0; slot < 5000; slot++) put(slot, 0);
		const room = pool.byteLength;
		for (let round = 1; round <= 10; round++) {
			for (let slot = 0; slot < 5000; slot++) {
				pool.delete(slot);
				put(slot, round);
			}
		}
		expect(pool.byteLength).toBeLessThan(3 * room);
		expect(pool.get(4999).title).toContain("Title 10 of number 4999");
	});
});
