import fc from "fast-check";
import { describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript
import { measureViews } from "../../bench/views.mjs";
import { type CrmRecordInput, createResolver, type SocialProfileInput } from "../../src/index.js";
import { disclose, proofDesk } from "../../src/trust.js";

describe("what is said does not tell who is a customer", () => {
	/** See bench/views.mjs; `npm run suite:disclosure` does the same with 10,000 pairs. */
	it("500 pairs of known and unknown are answered alike, and nothing of a claimed person is shown in full", async () => {
		const found = await measureViews({ createResolver, proofDesk, disclose }, { pairs: 500, victims: 60 });
		expect([found.pairs, found.unequal, found.answers.size, found.shown]).toEqual([500, 0, 1, []]);
		expect(Object.keys(found.levels).filter((level) => !["nobody", "none", "claimed"].includes(level))).toEqual([]);
		expect(found.levels.claimed).toBeGreaterThan(250);
		expect(found.planted).toBeGreaterThan(1000);
		// It could be told apart, and seen: people with a proof hear of their own.
		expect([found.genuine, found.proven]).toEqual([20, 20]);
	}, 60_000);

	it("whatever a profile copies and whatever it makes up, the answer is the same text", async () => {
		const record: CrmRecordInput = {
			id: "C-1042",
			name: "Todd Defren",
			email: "todd@example.com",
			phone: "+1 617 555 0142",
			handle: { platform: "x", handle: "TDefren", id: "1888101" },
			interactions: [{ channel: "ticket", direction: "inbound", references: ["T-88213"], text: "No upgrade disc." }],
		};
		const resolver = createResolver({ records: [record], now: Date.UTC(2026, 10, 25) });
		const nobody = await createResolver({ records: [] }).resolve("x:somebody");
		const { people: none } = disclose(nobody, { audience: "agent" });
		expect(none).toEqual([]);
		const orMadeUp = (...copied: string[]) => fc.oneof(fc.constantFrom(...copied), fc.string({ unit: "binary" }));
		const profiles: fc.Arbitrary<SocialProfileInput> = fc.record(
			{
				platform: fc.constantFrom("x", "instagram", "mastodon"),
				id: fc.string({ minLength: 1 }).filter((id) => id.trim() !== "1888101"),
				handle: orMadeUp("TDefren", "TDefren_", "todd"),
				displayName: orMadeUp("Todd Defren", "Todd"),
				bio: orMadeUp("todd@example.com", "+1 617 555 0142"),
				email: orMadeUp("todd@example.com"),
				posts: fc.array(orMadeUp("Where is T-88213?", "No upgrade disc."), { maxLength: 2 }),
			},
			{ requiredKeys: ["platform", "handle"] },
		);
		await fc.assert(
			fc.asyncProperty(profiles, fc.constantFrom("public" as const, "private" as const), async (profile, channel) => {
				const answer = disclose(await resolver.resolve(profile), { audience: "subject", channel });
				expect(JSON.stringify(answer)).toBe(JSON.stringify(disclose(nobody, { audience: "subject" })));
			}),
			{ numRuns: 200 },
		);
	});
});
