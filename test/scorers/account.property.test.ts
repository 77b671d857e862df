import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountScorer } from "../../src/scorers/account.js";
import type { CrmRecord, KnownHandle, SocialProfile } from "../../src/types.js";
import { recordOf } from "../samples.js";

const scorer = accountScorer();
const context = { recordCount: 500, count: () => 1 };

const text = fc.oneof(
	fc.string({ unit: "binary", maxLength: 30 }),
	fc.constantFrom("x", "mastodon", "tdefren", "@TDefren", "todd@social.example", "1", "__proto__", "constructor"),
);
const url = fc.oneof(
	text,
	fc.constantFrom("https://x.com/tdefren", "https://defren.example/", "https://linktr.ee/todd", "javascript:alert(1)"),
);
const time = fc.constantFrom("2009-01-01", "2026-01-01T00:00:00Z", "2026-02-30");
const handle: fc.Arbitrary<KnownHandle> = fc.record(
	{
		platform: text,
		handle: text,
		id: text,
		instance: text,
		tenantScoped: fc.boolean(),
		grade: fc.constantFrom("proven" as const, "asserted" as const, "claimed" as const, "mentioned" as const),
		validFrom: time,
		validTo: time,
	},
	{ requiredKeys: [] },
);
const profile: fc.Arbitrary<SocialProfile> = fc.record(
	{
		platform: text,
		handle: text,
		id: text,
		instance: text,
		createdAt: time,
		links: fc.array(fc.record({ url, verified: fc.boolean() }), { maxLength: 4 }),
		emails: fc.constant([]),
		emailHashes: fc.constant([]),
		phones: fc.constant([]),
		posts: fc.constant([]),
		interactions: fc.constant([]),
		attributes: fc.constant({}),
	},
	{ requiredKeys: ["links", "emails", "emailHashes", "phones", "posts", "interactions", "attributes"] },
);
const recordWith = (handles: readonly KnownHandle[], links: readonly string[]): CrmRecord =>
	recordOf({ names: [{ full: "Todd Defren" }], links, handles });

function see(of: SocialProfile, record: CrmRecord) {
	const p = scorer.ofProfile(of, context);
	const r = scorer.ofRecord(record);
	return p === undefined || r === undefined
		? { p, r, seen: [] }
		: { p, r, seen: [scorer.compare(p, r, context) ?? []].flat() };
}

describe("accountScorer, on any data", () => {
	it("never throws, counts finite bits, and a record that something speaks for shares a search key", () => {
		fc.assert(
			fc.property(
				profile,
				fc.array(handle, { maxLength: 4 }),
				fc.array(url, { maxLength: 4 }),
				(of, handles, links) => {
					const { p, r, seen } = see(of, recordWith(handles, links));
					for (const { bits } of seen) expect(Number.isFinite(bits)).toBe(true);
					if (p === undefined || r === undefined || seen.length === 0) return;
					const keys = new Set(scorer.keys?.ofRecord(r));
					expect([...(scorer.keys?.ofProfile(p) ?? [])].some((key) => keys.has(key))).toBe(true);
				},
			),
		);
	});

	it("the order of handles and links changes no level and no bits", () => {
		const told = (seen: readonly { level: string; bits?: number }[]): unknown[] =>
			seen.map(({ level, bits }) => [level, bits]);
		fc.assert(
			fc.property(
				profile,
				fc.array(handle, { maxLength: 4 }),
				fc.array(url, { maxLength: 4 }),
				(of, handles, links) => {
					const forward = see(of, recordWith(handles, links)).seen;
					const backward = see(of, recordWith([...handles].reverse(), [...links].reverse())).seen;
					expect(told(backward)).toEqual(told(forward));
				},
			),
		);
	});

	it("upper and lower case of the handle change nothing", () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a-z0-9_]{1,15}$/), (name) => {
				const of = (written: string): SocialProfile => ({
					platform: "x",
					handle: written,
					links: [],
					emails: [],
					emailHashes: [],
					phones: [],
					posts: [],
					interactions: [],
					attributes: {},
				});
				const record = recordWith([{ platform: "twitter", handle: `@${name}` }], []);
				expect(see(of(name.toUpperCase()), record).seen[0]?.bits).toBe(see(of(name), record).seen[0]?.bits);
			}),
		);
	});
});
