import fc from "fast-check";
import { expect, it } from "vitest";
import { joined } from "../../src/memory/bytes.js";
import { intakeOf, type Taken } from "../../src/node/intake.js";
import { merge } from "../../src/node/merging.js";
import { createResolver } from "../../src/resolver.js";
import { memoryStore } from "../../src/stores/memory.js";
import type { CrmRecordInput } from "../../src/types.js";

const record = fc.record({
	id: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h", ""),
	name: fc.constantFrom("Todd Defren", "Tod Defren", "Maria Lopez", "김태원", 7),
	email: fc.constantFrom("todd@example.com", "no address", "maria@example.com"),
	consent: fc.constantFrom(undefined, undefined, undefined, { doNotMatch: true }),
});

it("what threads have taken in is what one alone would have, whoever took which chunk", async () => {
	const chunks = fc.array(fc.tuple(fc.nat(2), fc.array(record, { maxLength: 4 })), { maxLength: 9 });
	await fc.assert(
		fc.asyncProperty(chunks, async (chunks) => {
			const alone = memoryStore();
			const records = chunks.flatMap(([, records]) => records) as CrmRecordInput[];
			const resolver = createResolver({ store: alone, records });

			const parts = [0, 1, 2].map(() => {
				const store = memoryStore();
				return { store, take: intakeOf({}, store), chunks: [] as number[] };
			});
			const taken = chunks.map(([who, records], number): Taken => {
				parts[who]!.chunks.push(number);
				return parts[who]!.take(records);
			});
			const [first, ...others] = parts.map(({ store, chunks }, at) => ({
				store: at === 0 ? store : memoryStore({ snapshot: joined(store.snapshot()) }),
				chunks,
			}));
			const report = merge(
				taken,
				[first!, ...others],
				(store, id) => createResolver({ store }).remove(id),
				(store, refusing) => createResolver({ store }).upsert(refusing).withdrawn ?? [],
			);

			expect(report).toEqual(resolver.ingested);
			const together = createResolver({ store: first!.store });
			expect(together.size).toBe(resolver.size);
			for (const id of "abcdefgh") expect(together.get(id)).toStrictEqual(resolver.get(id));
			for (const profile of ["@tdefren", "@mlopez", { displayName: "Todd Defrem" }])
				expect(await together.resolve(profile)).toStrictEqual(await resolver.resolve(profile));
		}),
		{ numRuns: 60 },
	);
}, 60_000);
