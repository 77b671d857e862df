import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ProfileResolver, type Resolution, resolveAll } from "../src/index.js";

describe("resolveAll", () => {
	it("gives each profile's answer once and in order, however long each takes and however many are under way", async () => {
		const delays = fc.array(fc.nat(4), { maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(delays, delays, fc.integer({ min: 1, max: 5 }), async (turns, waits, concurrency) => {
				let underWay = 0;
				const resolver: ProfileResolver = {
					async resolve(profile) {
						expect(++underWay).toBeLessThanOrEqual(concurrency);
						const index = Number(profile);
						for (let turn = 0; turn < (turns[index] as number); turn++) await undefined;
						underWay--;
						return { reason: profile } as Resolution;
					},
				};
				async function* source(): AsyncGenerator<string> {
					for (const index of turns.keys()) {
						for (let turn = 0; turn < (waits[index] ?? 0); turn++) await undefined;
						yield String(index);
					}
				}
				const seen: string[] = [];
				for await (const item of resolveAll(resolver, source(), { concurrency })) {
					if (item.kind === "resolved") seen.push(item.resolution.reason);
				}
				expect(seen).toEqual(turns.map((_, index) => String(index)));
			}),
			{ numRuns: 200 },
		);
	});
});
