import { describe, expect, it } from "vitest";
import { consentOf, contactsOf } from "../../src/recounting/contacts.js";
import { profileOf, recordOf } from "../samples.js";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const contacts = (records: Parameters<typeof recordOf>[0][], profile = profileOf({}), now?: number) =>
	contactsOf(records.map(recordOf), profile, now);

describe("contact points", () => {
	it("are one where two records write one address or number", () => {
		const found = contacts([
			{ id: "C-1", emails: [{ value: "Ana@example.com", source: "a" }], phones: [{ value: "+1 617 555 0142" }] },
			{
				id: "C-2",
				emails: [{ value: "ana@example.com", verified: true, source: "b" }],
				phones: [{ value: "+1.617.555.0142" }],
			},
		]);
		expect(found).toEqual([
			{
				kind: "email",
				value: "Ana@example.com",
				verified: true,
				because: [],
				sources: ["a", "b"],
				records: ["C-1", "C-2"],
				profile: false,
			},
			{ kind: "phone", value: "+1 617 555 0142", because: [], sources: [], records: ["C-1", "C-2"], profile: false },
		]);
	});

	it("say how old they are only when the present is known", () => {
		const record = { emails: [{ value: "ana@example.com", observedAt: "2026-11-13" }] };
		expect(contacts([record], undefined, NOW)[0]).toMatchObject({ observedAt: "2026-11-13", ageDays: 10 });
		expect(contacts([record])[0]).not.toHaveProperty("ageDays");
	});

	it("show the primary one first, then what most records have", () => {
		const found = contacts([
			{
				id: "C-1",
				emails: [{ value: "a@example.com" }, { value: "b@example.com" }, { value: "c@example.com", primary: true }],
			},
			{ id: "C-2", emails: [{ value: "b@example.com" }] },
		]);
		expect(found.map(({ value }) => value)).toEqual(["c@example.com", "b@example.com", "a@example.com"]);
	});

	it.each([
		["email", { doNotEmail: true }, "Asked not to be written to by email (record C-2)."],
		["phone", { doNotCall: true }, "Asked not to be called (record C-2)."],
		["handle", { doNotContact: true }, "Asked not to be contacted (record C-2)."],
		["address", { doNotContact: true }, "Asked not to be contacted (record C-2)."],
	] as const)("of the kind %s say that the person has refused, on whichever record", (kind, consent, because) => {
		const all = contacts([
			{
				id: "C-1",
				emails: [{ value: "ana@example.com", mayContact: true }],
				phones: [{ value: "+1 617 555 0142", mayContact: true }],
				handles: [{ platform: "x", handle: "ana" }],
				addresses: [{ street: "1 Main St", city: "Boston", region: "MA", postalCode: "02101", country: "US" }],
			},
			{ id: "C-2", consent },
		]);
		expect(all.find((one) => one.kind === kind)).toMatchObject({ mayContact: false, because: [because] });
		const others = all.filter(({ because }) => because.length === 0);
		expect(others).toHaveLength("doNotContact" in consent ? 0 : 3);
	});

	it("say of one of them that the person does not want it", () => {
		const [first, second] = contacts([
			{
				id: "C-1",
				phones: [
					{ value: "617 555 0142", mayContact: false },
					{ value: "617 555 0177", mayContact: true },
				],
			},
		]);
		expect(first).toMatchObject({ mayContact: false, because: ["Asked not to be contacted here (record C-1)."] });
		expect(second).toMatchObject({ mayContact: true, because: [] });
	});

	it("hold the handle asked about, and know it for one with that of the record", () => {
		const found = contacts(
			[
				{
					id: "C-1",
					handles: [
						{ platform: "x", handle: "TDefren", grade: "proven" },
						{ platform: "x", handle: "old", validTo: "2020-01-01" },
					],
				},
			],
			profileOf({ platform: "x", handle: "tdefren" }),
		);
		expect(found).toMatchObject([
			{ kind: "handle", value: "x:old", label: "former", profile: false },
			{ kind: "handle", value: "x:TDefren", label: "proven", records: ["C-1"], profile: true },
		]);
	});
});

describe("consent", () => {
	it("is refused for the person where one record says so", () => {
		const consent = consentOf([
			recordOf({ id: "C-1", consent: { doNotCall: false } }),
			recordOf({ id: "C-2", consent: { doNotCall: true, preferredChannel: "email" } }),
			recordOf({ id: "C-3", consent: { doNotCall: true, doNotEmail: false, preferredChannel: "email" } }),
		]);
		expect(consent).toEqual({
			doNotCall: true,
			doNotEmail: false,
			preferredChannel: { channel: "email", records: ["C-2", "C-3"], profile: false },
			says: ["Asked not to be called (records C-2 and C-3)."],
		});
	});
});
