import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CrmRecordInput, createResolver, type SocialProfileInput } from "../src/index.js";

const given = fc.constantFrom("Anna", "Tom", "Robert", "Bob", "R.", "J.", "John", "Maria", "");
const family = fc.constantFrom("Miller", "Defren", "Lopez", "Miller Jr.", "Miller Sr.", "");
const contact = (ending: string) => fc.constantFrom(undefined, ...["a", "b", "c"].map((name) => `${name}${ending}`));

const record = fc
	.record({ given, family, email: contact("@example.com"), number: fc.constantFrom(undefined, "0142", "0177") })
	.map(
		({ given, family, email, number }): Omit<CrmRecordInput, "id"> => ({
			name: `${given} ${family}`.trim(),
			...(email === undefined ? {} : { email }),
			...(number === undefined ? {} : { phone: `+1 617 555 ${number}` }),
		}),
	);
const records = fc
	.array(record, { minLength: 1, maxLength: 7 })
	.map((list): CrmRecordInput[] => list.map((one, index) => ({ id: `r${index}`, ...one })));
const profile: fc.Arbitrary<SocialProfileInput> = fc.record({
	displayName: fc.constantFrom("Bob Miller", "Anna Miller", "John Miller Jr", "Todd Defren", null),
	handle: fc.constantFrom("bmiller", "annamiller", "tdefren", "quietfox", null),
	email: fc.constantFrom("a@example.com", "b@example.com", null),
});

const idsOf = (links: Awaited<ReturnType<ReturnType<typeof createResolver>["resolve"]>>["links"]): string[][] =>
	links.map(({ recordId, duplicates }) => [recordId, ...duplicates.map(({ id }) => id)]);

describe("duplicates", () => {
	it("an exact copy of a record takes nothing away from it and is no second link", async () => {
		await fc.assert(
			fc.asyncProperty(records, profile, fc.nat(), async (list, about, at) => {
				const original = { ...(list[at % list.length] as CrmRecordInput), email: "own@example.org" };
				const all = list.map((one) => (one.id === original.id ? original : one));
				const before = await createResolver({ records: all, bareWeight: 1 }).resolve(about);
				const after = await createResolver({ records: [...all, { ...original, id: "copy" }], bareWeight: 1 }).resolve(
					about,
				);
				const people = idsOf(after.links);
				for (const ids of people) expect(ids.includes("copy")).toBe(ids.includes(String(original.id)));
				// A copy that the question does not lead to is one more record, and makes its words more common.
				if (!people.some((ids) => ids.includes("copy"))) return;
				const share = 1 / all.length;
				expect(after.links[0]?.probability ?? 0).toBeGreaterThanOrEqual(
					(before.links[0]?.probability ?? 0) * (1 - share) - 1e-9,
				);
			}),
			{ numRuns: 150 },
		);
	});

	it("no record is in two links, whatever the order of the records", async () => {
		await fc.assert(
			fc.asyncProperty(
				records.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
				profile,
				async ([list, shuffled], about) => {
					const one = await createResolver({ records: list }).resolve(about);
					const other = await createResolver({ records: shuffled }).resolve(about);
					expect(other).toEqual(one);
					const ids = idsOf(one.links).flat();
					expect(new Set(ids).size).toBe(ids.length);
				},
			),
			{ numRuns: 150 },
		);
	});
});
