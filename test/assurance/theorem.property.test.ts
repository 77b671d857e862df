import fc from "fast-check";
import { type AssuranceLevel, type CrmRecordInput, createResolver, type SocialProfileInput } from "sameas";
import { proofDesk } from "sameas/trust";
import { describe, expect, it } from "vitest";
import { assuranceLevels } from "../../src/assurance/assurance.js";
import { attackerEdits } from "../metamorphic/edits.js";
import { CASES, SEED } from "../metamorphic/suite.js";

const now = Date.UTC(2026, 1, 20);
const key = "an invented key for tests, 32 letters and more";
const desk = proofDesk({ key, random: (count) => new Uint8Array(count) });
const ANNA = "1888101";

const anna: CrmRecordInput = {
	id: "C-1",
	name: "Anna Miller",
	emails: [{ value: "anna.miller@mail.example.com", observedAt: "2024-01-01" }],
	phone: "+1 617 555 0142",
	organization: "Larchfield Optics",
	address: { city: "Boston" },
	links: ["https://miller.example/about", "https://x.com/annamiller"],
	interactions: [{ channel: "ticket", direction: "inbound", references: ["INV-20100"], at: "2026-01-02T09:30:00Z" }],
};
const session = {
	channel: "chat",
	direction: "inbound",
	platform: "x",
	accountId: ANNA,
	authenticated: true,
	at: "2026-02-10T10:00:00Z",
} as const;
const handle = { platform: "x", id: ANNA, handle: "annamiller" };
const linked = desk.signedIn({ recordId: "C-1", profile: { ...handle, displayName: "Anna Miller" }, now });
const others: CrmRecordInput[] = [
	{ id: "C-2", name: "Todd Defren", email: "tdefren@example.net" },
	{ id: "C-3", name: "محمد الهاشمي", phone: "+44 20 7946 0958", handle: "x:quietfox" },
	{ id: "C-4", name: "Larchfield Optics", kind: "organization", link: "https://larchfield.example" },
];

/** What the firm knows of Anna's account, and how high that alone can lift a link of it with her record. */
const known: readonly (readonly [CrmRecordInput, AssuranceLevel])[] = [
	[anna, "claimed"],
	[{ ...anna, handle: { ...handle, grade: "asserted" } }, "claimed"],
	[{ ...anna, handle: { ...handle, grade: "proven", validFrom: "2026-02-10" } }, "claimed"],
	[{ ...anna, handle: { ...handle, grade: "proven", validFrom: "2025-12-01" } }, "corroborated"],
	[{ ...anna, interactions: [...(anna.interactions as []), session] }, "corroborated"],
	[{ ...anna, handle: linked }, "verified"],
	[{ ...anna, handle: desk.confirmed(linked, { by: "agent-7", basis: "in-person", now }) }, "confirmed"],
];
const resolvers = known.map(
	([record, ceiling]) =>
		[createResolver({ records: [record, ...others], now, receiptKey: key, own: ["LarchfieldCare"] }), ceiling] as const,
);

/** The profile before its holder writes what they like: Anna's account, an impostor's, or one without an id. */
const blank = { platform: "x", links: [], emails: [], phones: [], posts: [] };
const profiles = fc
	.constantFrom(ANNA, "666", null)
	.chain((id) => attackerEdits({ ...blank, id } as Parameters<typeof attackerEdits>[0]));

const rankOf = (level: AssuranceLevel): number => assuranceLevels.indexOf(level);

describe("nothing that the holder of a handle can write", () => {
	it("lifts a link above claimed, or above what the firm's records and proofs of this very account allow", {
		timeout: 60_000 + CASES * 60,
	}, async () => {
		const reached = new Set<string>();
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...resolvers), profiles, async ([resolver, ceiling], profile) => {
				const { links } = await resolver.resolve(profile as SocialProfileInput);
				for (const { recordId, assurance } of links) {
					const most = recordId === "C-1" && profile.id === ANNA ? ceiling : "claimed";
					expect(rankOf(assurance.level)).toBeLessThanOrEqual(rankOf(most));
					reached.add(`${ceiling} ${profile.id === ANNA} ${assurance.level}`);
				}
			}),
			{ numRuns: CASES, seed: SEED },
		);
		// It is no theorem about nothing: each ceiling is reached by Anna's own account, and impostors are taken for her.
		for (const ceiling of ["corroborated", "verified", "confirmed"]) {
			expect(reached).toContain(`${ceiling} true ${ceiling}`);
			expect(reached).toContain(`${ceiling} false claimed`);
		}
	});
});
