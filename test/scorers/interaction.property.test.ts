import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interactionScorer } from "../../src/scorers/interaction.js";
import type { CompareContext } from "../../src/scorers/scorer.js";
import type { Channel, Interaction, SocialProfile } from "../../src/types.js";
import { profileOf, recordOf } from "../samples.js";

const scorer = interactionScorer();
const context = { recordCount: 500, count: () => 1 };

const text = fc.oneof(
	fc.string({ unit: "grapheme", maxLength: 60 }),
	fc.constantFrom(
		"called about #471122",
		"as I said on the phone this morning",
		"called yesterday and on Thursday, 40 minutes on hold",
		"order 100-2345-99",
		"my ZT900 upgrade",
		"emailed you",
		"2026-02-30",
		"🇫🇷 \u202e",
	),
);
const time = fc.constantFrom("2026-11-20T09:12:00Z", "2026-11-20T09:30:00Z", "2026-11-20", "never", "2026-02-30");
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const interaction = fc
	.record({
		id: optional(fc.string({ maxLength: 4 })),
		channel: fc.constantFrom<Channel>("call", "email", "ticket", "post"),
		at: optional(time),
		text: optional(text),
		topic: optional(text),
		references: optional(fc.array(fc.constantFrom("471122", "100-2345-99", ""), { maxLength: 3 })),
		url: optional(fc.constantFrom("https://x.com/a/status/1", "not a url")),
	})
	.map((given) => JSON.parse(JSON.stringify(given)) as Interaction);
const post = fc
	.record({ text, at: optional(time), url: optional(fc.constantFrom("https://x.com/a/status/1", "%%")) })
	.map((given) => JSON.parse(JSON.stringify(given)) as SocialProfile["posts"][number]);

function see(posts: SocialProfile["posts"], interactions: readonly Interaction[], world: CompareContext = context) {
	const p = scorer.ofProfile(profileOf({ posts }), world);
	const r = scorer.ofRecord(recordOf({ interactions }));
	if (p === undefined || r === undefined) return [];
	const keys = [...(scorer.keys?.ofProfile(p) ?? []), ...(scorer.keys?.ofRecord(r) ?? [])];
	expect(keys.every((key) => typeof key === "string")).toBe(true);
	return [scorer.compare(p, r, world) ?? []].flat();
}

describe("interactionScorer, on any data", () => {
	it("never throws, and counts only finite bits for, never against", () => {
		fc.assert(
			fc.property(fc.array(post, { maxLength: 4 }), fc.array(interaction, { maxLength: 6 }), (posts, interactions) => {
				for (const { bits } of see(posts, interactions)) {
					expect(Number.isFinite(bits)).toBe(true);
					expect(bits).toBeGreaterThanOrEqual(0);
				}
			}),
		);
	});

	it("the order of the interactions changes nothing", () => {
		const shuffled = fc
			.array(interaction, { maxLength: 6 })
			.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
		fc.assert(
			fc.property(fc.array(post, { maxLength: 4 }), shuffled, (posts, [interactions, permuted]) => {
				expect(see(posts, permuted)).toEqual(see(posts, interactions));
			}),
		);
	});

	it("never counts an event or more than one observation of it", () => {
		fc.assert(
			fc.property(
				fc.array(post, { maxLength: 4 }),
				fc.uniqueArray(interaction, { maxLength: 6, selector: ({ id }) => id ?? "" }),
				(posts, interactions) => {
					const facts = see(posts, interactions).map(({ facts }) => facts?.[0]?.fact);
					expect(new Set(facts).size).toBe(facts.length);
				},
			),
		);
	});

	const shuffledPosts = fc
		.array(post, { maxLength: 5 })
		.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
	const events = fc.array(interaction, { maxLength: 6 });

	it("the order of the posts changes nothing", () => {
		fc.assert(
			fc.property(shuffledPosts, events, ([posts, permuted], interactions) => {
				expect(see(permuted, interactions)).toEqual(see(posts, interactions));
			}),
		);
	});

	it("a post that is there twice counts once", () => {
		fc.assert(
			fc.property(shuffledPosts, events, ([posts, permuted], interactions) => {
				expect(see([...posts, ...permuted], interactions)).toEqual(see(posts, interactions));
			}),
		);
	});
});

describe("the contacts of other records", () => {
	const hold = [{ text: "on hold again", at: "2026-11-20T09:40:00Z" }];
	const call: Interaction[] = [{ id: "1", channel: "call", at: "2026-11-20T09:12:00Z" }];
	const records = fc.integer({ min: 20, max: 1_000_000 });
	const share = fc.double({ min: 0, max: 1, noNaN: true });
	/** A set in which a share of the records has called in each hour. */
	const bitsWhen = (recordCount: number, calling: number): number =>
		see(hold, call, {
			recordCount,
			count: (key) => (key.startsWith("t:call:h") ? Math.round(calling * recordCount) : 0),
		}).reduce((sum, { bits = 0 }) => sum + bits, 0);

	it("make a coincidence earn less, the more there are", () => {
		fc.assert(
			fc.property(records, share, share, (recordCount, a, b) => {
				const [quiet, busy] = [Math.min(a, b), Math.max(a, b)];
				expect(bitsWhen(recordCount, busy)).toBeLessThanOrEqual(bitsWhen(recordCount, quiet));
			}),
		);
	});

	it("leave less than a bit when every fifth customer calls in an hour", () => {
		fc.assert(
			fc.property(records, fc.double({ min: 0.2, max: 1, noNaN: true }), (recordCount, calling) => {
				expect(bitsWhen(recordCount, calling)).toBeLessThan(1);
			}),
		);
	});
});
