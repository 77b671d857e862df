import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emailScorer } from "../../src/scorers/email.js";
import { phoneScorer } from "../../src/scorers/phone.js";
import type { AnyScorer, CompareContext } from "../../src/scorers/scorer.js";
import type { CrmRecord, SocialProfile } from "../../src/types.js";

const text = fc.oneof(
	fc.string({ unit: "binary", maxLength: 60 }),
	fc.string({
		unit: fc.constantFrom("todd", "@", "example", ".com", "+1", "212", "555", "0147", " ", "*", "x", "\ud800"),
		maxLength: 12,
	}),
	fc.constantFrom(
		"todd@example.com",
		"info@example.com",
		"+1 212 555 0147",
		"555-0147",
		"***-0147",
		"https://example.com",
		"tdefren",
	),
);
const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 3 });
const point = fc.record({ value: text, shared: fc.boolean(), verified: fc.boolean(), observedAt: text });

const profile: fc.Arbitrary<SocialProfile> = fc.record({
	handle: text,
	bio: text,
	location: text,
	links: some(fc.record({ url: text })),
	emails: some(point),
	emailHashes: some(text),
	phones: some(point),
	posts: some(fc.record({ text })),
	interactions: fc.constant([]),
	attributes: fc.constant({}),
});
const record: fc.Arbitrary<CrmRecord> = fc.record({
	id: fc.constant("1"),
	kind: fc.constant("person" as const),
	names: some(fc.record({ full: text })),
	emails: some(point),
	phones: some(point),
	addresses: some(fc.record({ country: text })),
	organization: text,
	links: fc.constant([]),
	handles: fc.constant([]),
	interactions: fc.constant([]),
	status: fc.constant("unknown" as const),
	consent: fc.constant({}),
	attributes: fc.constant({}),
});
const context: fc.Arbitrary<CompareContext> = fc
	.record({
		recordCount: fc.integer({ min: 0, max: 1e8 }),
		carriers: fc.integer({ min: 0, max: 1e8 }),
		now: fc.integer(),
	})
	.map(({ recordCount, carriers, now }) => ({ recordCount, count: () => Math.min(carriers, recordCount), now }));

const scorers: [string, AnyScorer][] = [
	["email", emailScorer()],
	["phone", phoneScorer({ defaultCountry: "US" })],
];

describe.each(scorers)("the %s scorer", (_, scorer) => {
	it("never throws, and never gives anything but finite bits, against a record only for another number", () => {
		fc.assert(
			fc.property(profile, record, context, (ours, theirs, world) => {
				const p = scorer.ofProfile(ours, world);
				const r = scorer.ofRecord(theirs);
				if (p === undefined || r === undefined) return;
				for (const seen of [scorer.compare(p, r, world) ?? []].flat()) {
					expect(seen.bits).toBeGreaterThanOrEqual(seen.level === "other-number" ? -1 : 0);
					expect(Number.isFinite(seen.bits)).toBe(true);
					expect(Object.keys(scorer.levels)).toContain(seen.level);
				}
				expect(scorer.bounds?.(p, world).best).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: 1500 },
		);
	});

	it("finds by its keys whatever it would call equal", () => {
		fc.assert(
			fc.property(profile, record, context, (ours, theirs, world) => {
				const p = scorer.ofProfile(ours, world);
				const r = scorer.ofRecord(theirs);
				if (p === undefined || r === undefined) return;
				const seen = [scorer.compare(p, r, world) ?? []].flat();
				if (!seen.some(({ level }) => /^(?:exact|alias|hash|in-post|national|role|shared)/.test(level))) return;
				const keys = new Set(scorer.keys?.ofRecord(r));
				expect([...(scorer.keys?.ofProfile(p) ?? [])].some((key) => keys.has(key))).toBe(true);
			}),
			{ numRuns: 1500 },
		);
	});

	it("says the same whatever the order of the lists", () => {
		fc.assert(
			fc.property(profile, record, context, (ours, theirs, world) => {
				const total = (one: SocialProfile, other: CrmRecord): string[] => {
					const p = scorer.ofProfile(one, world);
					const r = scorer.ofRecord(other);
					const seen = p === undefined || r === undefined ? [] : [scorer.compare(p, r, world) ?? []].flat();
					return [...new Set(seen.map(({ facts }) => facts?.[0]?.fact ?? ""))].sort();
				};
				const turned = { ...theirs, emails: [...theirs.emails].reverse(), phones: [...theirs.phones].reverse() };
				expect(total({ ...ours, posts: [...ours.posts].reverse() }, turned)).toEqual(total(ours, theirs));
			}),
			{ numRuns: 800 },
		);
	});
});
