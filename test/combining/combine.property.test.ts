import fc from "fast-check";
import { expect, it } from "vitest";
import { type CrmReading, combine } from "../../src/crm.js";
import { createResolver } from "../../src/index.js";

// Few values, so that everything meets everything: merges, shared numbers, copies, stubs that turn out to be people.
const id = fc.constantFrom("a:1", "a:2", "a:3", "a:4", "b:1", "b:2", "b:3");
const email = fc.constantFrom("ana@example.com", "bea@example.com", "info@example.com", "n/a");
const phone = fc.constantFrom("+1 617 555 0142", "617-555-0142", "+16175550100 x2", "617 555 0100", "800 555 0199");
const handle = fc.record(
	{
		platform: fc.constantFrom("x", "github"),
		handle: fc.constantFrom("owl", "@Owl", "fox"),
		id: fc.constantFrom("7", "8"),
	},
	{ requiredKeys: ["platform", "handle"] },
);
const name = fc.constantFrom("Ana Costa", "A. Costa", "Bea Ruiz", "Ana");
const record = fc.record(
	{
		id,
		name,
		email,
		phone: fc.oneof(phone, fc.record({ value: phone, shared: fc.boolean() })),
		handles: fc.array(handle, { maxLength: 2 }),
		title: fc.constantFrom("Engineer", "Director"),
		kind: fc.constantFrom("person" as const, "organization" as const),
		consent: fc.record({ doNotCall: fc.boolean() }),
	},
	{ requiredKeys: ["id"] },
);
const party = fc.record({ recordId: id, email, phone, handle, name }, { requiredKeys: [] });
const interaction = fc.record(
	{
		id: fc.constantFrom("a:e1", "a:e2", "b:e1"),
		channel: fc.constantFrom("call" as const, "post" as const),
		direction: fc.constantFrom("inbound" as const, "outbound" as const),
		thread: fc.constantFrom("a:t1", "b:t1"),
		at: fc.constantFrom("2026-09-14", "2026-09-14T15:02:10.000Z", "2026-09-14T15:08:02.000Z"),
		text: fc.constantFrom("Hello", "Good-bye"),
	},
	{ requiredKeys: ["channel"] },
);
const reading: fc.Arbitrary<CrmReading> = fc.record({
	records: fc.array(record, { maxLength: 4 }),
	successors: fc.array(fc.record({ from: id, to: id }), { maxLength: 3 }),
	interactions: fc.array(fc.record({ party, interaction }), { maxLength: 4 }),
	handles: fc.array(fc.record({ recordId: id, handle }), { maxLength: 2 }),
	profiles: fc.array(
		fc
			.tuple(handle, id)
			.map(([account, recordId]) => ({ ...account, displayName: recordId, attributes: { recordId } })),
		{ maxLength: 2 },
	),
	warnings: fc.constant([]),
});
const readings = fc.array(reading, { minLength: 1, maxLength: 4 });

/** The same readings, with everything in another order. */
const turned = (given: readonly CrmReading[]): CrmReading[] =>
	given
		.map((one) => Object.fromEntries(Object.entries(one).map(([key, list]) => [key, [...list].reverse()])) as never)
		.reverse();

it("the order of reading changes nothing", () => {
	fc.assert(
		fc.property(readings, (given) => {
			expect(combine(turned(given))).toEqual(combine(given));
		}),
		{ numRuns: 1000 },
	);
});

it("what is merged away is never there, and every record that is there is accepted", () => {
	fc.assert(
		fc.property(readings, (given) => {
			const { records, warnings } = combine(given);
			const { accepted, quarantined } = createResolver({ records }).ingested;
			expect([accepted, quarantined]).toEqual([records.length, []]);
			if (warnings.some(({ path }) => path === "successors")) return;
			const gone = new Set(
				given.flatMap(({ successors }) => successors).flatMap(({ from, to }) => (from === to ? [] : from)),
			);
			expect(records.filter((one) => gone.has(one.id))).toEqual([]);
		}),
	);
});

it("nothing that happened is lost: each is with a record, with a profile, or apart with the reason", () => {
	fc.assert(
		fc.property(readings, (given) => {
			const { records, profiles, unattached } = combine(given);
			const kept = new Set([
				...[...records, ...profiles].flatMap(({ interactions }) => interactions.map(({ id }) => id)),
				...unattached.map(({ interaction }) => interaction?.id),
			]);
			for (const { interaction } of given.flatMap(({ interactions }) => interactions))
				expect(kept).toContain(interaction.id);
		}),
	);
});
