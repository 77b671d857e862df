import { describe, expect, it } from "vitest";
import { allowedBy } from "../../src/disclosing/policy.js";
import { redactedRecord, withheldFrom } from "../../src/disclosing/redaction.js";
import type { AssuranceLevel, CrmRecord, PersonName } from "../../src/types.js";
import { profileOf, recordOf } from "../samples.js";

const profile = profileOf({ platform: "x", handle: "TDefren" });
const bare = recordOf({ id: "C-1042" });
const kept = { id: "C-1042", source: "crm", kind: "person", consent: { doNotCall: true } } as const;
const full: CrmRecord = {
	...bare,
	...kept,
	names: [{ given: "Todd", family: "Defren" }],
	emails: [{ value: "todd@example.com", label: "home" }],
	phones: [{ value: "+1 617 555 0142", primary: true }],
	addresses: [{ street: "12 Elm Street", city: "Boston", country: "US" }, { street: "1 Oak Road" }, { city: "Salem" }],
	organization: "Example Communications",
	title: "Principal",
	pronouns: "he/him",
	links: ["https://defren.example"],
	handles: [
		{ platform: "x", handle: "tdefren", id: "1888101", receipt: "sameas1.a.b" },
		{ platform: "instagram", handle: "todd.private", id: "77", receipt: "sameas1.c.d", grade: "proven" },
		{ platform: "github", id: "4711" },
	],
	interactions: [
		{
			id: "i-1",
			channel: "ticket",
			topic: "Card 4111 1111 1111 1111",
			text: "SSN 078-05-1120",
			references: ["T-88213", "4111111111111111"],
		},
		{ channel: "call", at: "2026-11-18" },
	],
	status: "customer",
	attributes: { "Card Number": "4111111111111111", tier: "gold", note: "SSN 078-05-1120", visits: 7 },
};

const policy = { "agent.hints": "corroborated", "agent.names": "verified", "agent.contacts": "confirmed" } as const;
const seenAt = (level: AssuranceLevel, record = full, allows = allowedBy()): CrmRecord =>
	redactedRecord(record, level, { profile, allows });

describe("a record as a colleague sees it", () => {
	const withheld = { links: [], interactions: [], attributes: {}, names: [{ full: "T. D." }] };
	const hints = {
		emails: [{ value: "t***@…", label: "home" }],
		phones: [{ value: "+1 ***42", primary: true }],
		addresses: [{ city: "Boston", country: "US" }, { city: "Salem" }],
		status: "customer",
	};
	const named = {
		names: full.names,
		organization: "Example Communications",
		title: "Principal",
		pronouns: "he/him",
		links: full.links,
		handles: [
			{ platform: "x", handle: "tdefren", id: "1888101" },
			{ platform: "instagram", handle: "todd.private", id: "77", grade: "proven" },
			{ platform: "github", id: "4711" },
		],
		interactions: [
			{
				id: "i-1",
				channel: "ticket",
				topic: "Card [card number removed]",
				text: "SSN [number removed]",
				references: ["T-88213", "[card number removed]"],
			},
			{ channel: "call", at: "2026-11-18" },
		],
	};
	it.each<[AssuranceLevel, object]>([
		["none", { ...kept, ...withheld, emails: [], phones: [], addresses: [], handles: [], status: "unknown" }],
		[
			"claimed",
			{
				...kept,
				...withheld,
				...hints,
				// The first shows on the profile anyway; of the third there is nothing but an id.
				handles: [
					{ platform: "x", handle: "tdefren" },
					{ platform: "instagram", handle: "t…", grade: "proven" },
				],
			},
		],
		["corroborated", { ...kept, ...hints, ...named, attributes: {} }],
		[
			"verified",
			{
				...kept,
				...named,
				emails: full.emails,
				phones: full.phones,
				addresses: full.addresses,
				status: "customer",
				attributes: { tier: "gold", note: "SSN [number removed]", visits: 7 },
			},
		],
	])("at %s", (level, seen) => {
		expect(seenAt(level)).toStrictEqual(seen);
	});

	it("has no field that it had not before", () => {
		expect(seenAt("verified", bare)).toStrictEqual(bare);
	});

	it.each<[PersonName, string]>([
		[{ full: "Todd Defren", given: "Maria" }, "T. D."],
		[{ given: "Todd", middle: "Allen", family: "Defren", nickname: "Bo" }, "T. A. D."],
		[{ family: "Defren" }, "D."],
		[{ nickname: "Bo" }, "B."],
		[{}, "…"],
	])("%j is shown as %s", (name, initials) => {
		expect(seenAt("claimed", { ...bare, names: [name] }).names).toStrictEqual([{ full: initials }]);
	});

	it("is emptier where a policy asks for more", () => {
		expect(seenAt("claimed", full, allowedBy(policy))).toStrictEqual(seenAt("none"));
	});
});

describe("what is withheld, in sentences", () => {
	const email: CrmRecord = { ...bare, emails: full.emails };
	const phone: CrmRecord = { ...bare, phones: full.phones };
	const address: CrmRecord = { ...bare, addresses: full.addresses };
	const all: CrmRecord = { ...bare, emails: full.emails, phones: full.phones, addresses: [{ city: "Boston" }] };
	const history: CrmRecord = { ...bare, interactions: full.interactions };
	const initials = "Names are shown as initials.";
	const masked = "Contact points are masked.";
	it.each<[string, AssuranceLevel, CrmRecord[], string[]]>([
		["nothing on record", "claimed", [bare], [`The link is claimed, not more. ${initials}`]],
		["a doubtful link", "none", [email], [`The link is doubtful. ${initials} Contact points are withheld.`]],
		["an address of e-mail", "claimed", [email], [`The link is claimed, not more. ${initials} ${masked}`]],
		["a number", "claimed", [phone], [`The link is claimed, not more. ${initials} ${masked}`]],
		["an address", "claimed", [address], [`The link is claimed, not more. ${initials} ${masked}`]],
		["one of each", "claimed", [all], [`The link is claimed, not more. ${initials} ${masked}`]],
		["only on a duplicate", "claimed", [bare, phone], [`The link is claimed, not more. ${initials} ${masked}`]],
		[
			"a history",
			"claimed",
			[history],
			[`The link is claimed, not more. ${initials} What has passed between the firm and the person is withheld.`],
		],
		["corroborated", "corroborated", [all, history], [`The link is corroborated, not more. ${masked}`]],
		["corroborated, and nothing to mask", "corroborated", [history], []],
		["verified", "verified", [all, history], []],
	])("%s", (_, level, records, sentences) => {
		expect(withheldFrom(records, level, allowedBy())).toEqual(sentences);
	});
});
