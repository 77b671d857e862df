import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OrganizationLevel, organizationScorer } from "../../src/scorers/organization.js";
import type { Observation } from "../../src/scorers/scorer.js";
import { scorerContract } from "../../src/testing.js";
import type { CrmRecord, SocialProfile } from "../../src/types.js";
import { profileOf, recordOf, world } from "../samples.js";

const scorer = organizationScorer();
function see(
	profile: Partial<SocialProfile>,
	record: Partial<CrmRecord>,
	context = world(),
): readonly Observation<OrganizationLevel>[] {
	const p = scorer.ofProfile(profileOf(profile), context);
	const r = scorer.ofRecord(recordOf(record));
	if (p === undefined || r === undefined) return [];
	const seen = scorer.compare(p, r, context) ?? [];
	return Array.isArray(seen) ? seen : [seen as Observation<OrganizationLevel>];
}
const bitsOf = (seen: readonly Observation<OrganizationLevel>[]): number =>
	seen.reduce((sum, { bits }) => sum + (bits ?? Number.NaN), 0);
const says = (level: OrganizationLevel): string => scorer.levels[level].says.replace(/ \{\w+\}/g, "");

const named = "The organisation on the record is named on the profile";
const titled = "The title word on the profile is in the title on the record";

describe("what is seen, and how it is told", () => {
	it.each<[string, Partial<SocialProfile>, Partial<CrmRecord>, OrganizationLevel, string]>([
		[
			"several words in a row",
			{ bio: "PR at shift communications. Dad." },
			{ organization: "SHIFT Communications, LLC" },
			"same-organization",
			named,
		],
		[
			"a hashtag",
			{ bio: "Proud of #ShiftCommunications" },
			{ organization: "Shift Communications" },
			"same-organization",
			named,
		],
		["a mention", { bio: "Engineer @acme" }, { organization: "Acme GmbH" }, "same-organization", named],
		["one word with a capital", { bio: "I work for Acme" }, { organization: "Acme Inc." }, "same-organization", named],
		[
			"accents and case",
			{ bio: "Députée à l'assemblee NATIONALE" },
			{ organization: "Assemblée nationale" },
			"same-organization",
			named,
		],
		["in the display name", { displayName: "Todd | Acme" }, { organization: "Acme" }, "same-organization", named],
		[
			"a script without capitals",
			{ bio: "삼성전자 엔지니어" },
			{ organization: "삼성전자" },
			"same-organization",
			named,
		],
		[
			"a title in the feminine",
			{ bio: "Députée de la Somme" },
			{ title: "Député, Picardie" },
			"same-title-word",
			titled,
		],
		["a title cut short", { displayName: "Sen. Jane Roe" }, { title: "Senator, Virginia" }, "same-title-word", titled],
		["the chief executive", { bio: "CEO and father" }, { title: "Chief Executive Officer" }, "same-title-word", titled],
		[
			"a member of the Bundestag",
			{ bio: "MdB für Kiel" },
			{ title: "Mitglied des Deutschen Bundestages" },
			"same-title-word",
			titled,
		],
		[
			"the constituency",
			{ bio: "Proud to serve Guyane" },
			{ title: "Député, Guyane (1e circonscription)" },
			"same-title-word",
			titled,
		],
	])("%s", (_, profile, record, level, sentence) => {
		const seen = see(profile, record);
		expect(seen.map((one) => one.level)).toEqual([level]);
		expect(says(level)).toBe(sentence);
		expect(bitsOf(seen)).toBeGreaterThan(2);
	});

	it.each<[string, Partial<SocialProfile>, Partial<CrmRecord>]>([
		["an ordinary word that is also a firm's name", { bio: "always on target" }, { organization: "Target Corp" }],
		["part of an organisation", { bio: "Into Communications" }, { organization: "Shift Communications" }],
		["a legal form", { bio: "My own Company Ltd" }, { organization: "Company Ltd" }],
		["another employer: people change jobs", { bio: "PR at Globex" }, { organization: "Acme" }],
		["a handle that only holds the name", { handle: "acmefan" }, { organization: "Acme" }],
	])("%s says nothing", (_, profile, record) => expect(see(profile, record)).toEqual([]));
});

describe("ranking, and why", () => {
	it("stays modest: 4 bits for the organisation, 3 for a title", () => {
		const both = see({ bio: "Senator, Acme" }, { organization: "Acme", title: "Senator" });
		expect(both.map(({ bits }) => Math.round(bits ?? 0))).toEqual([4, 3]);
		expect(both.map(({ facts }) => facts?.[0]?.fact)).toEqual(["employer", "employer"]);
	});

	it.each<[string, Partial<SocialProfile>]>([
		["its name and a desk in the handle", { handle: "AcmeSupport" }],
		["the desk in front", { handle: "ask_acme", displayName: "Here for you" }],
		["its name as the display name", { handle: "wecare24", displayName: "Acme Inc. Customer Care" }],
		["the bio says so", { handle: "hq2024", bio: "The official support account for Acme" }],
	])("the organisation's own account is nobody's employer: %s", (_, profile) => {
		const organization = profile.displayName === "Acme Inc. Customer Care" ? "Acme Inc" : "Acme";
		const seen = see({ bio: "Official support for Acme", ...profile }, { organization, names: [{ full: "Jane Roe" }] });
		expect(seen.map(({ level }) => level)).toEqual(["organization-account"]);
		expect(bitsOf(seen)).toBeLessThan(0);
	});

	it.each<[string, Partial<SocialProfile>, Partial<CrmRecord>]>([
		["an employee", { handle: "jane_acme", displayName: "Jane Roe", bio: "Engineer at Acme" }, {}],
		["the founder, under the firm's name", { handle: "acme", displayName: "Jane Roe", bio: "Founder of Acme" }, {}],
		["who is the firm", { displayName: "Jane Roe Acme", bio: "Acme" }, { names: [{ full: "Jane Acme" }] }],
	])("but not that of %s", (_, profile, record) => {
		const seen = see(profile, { organization: "Acme", names: [{ full: "Jane Roe" }], ...record });
		expect(seen.map(({ level }) => level)).toEqual(["same-organization"]);
	});

	const firm = { kind: "organization", names: [{ full: "Acme Ltd" }] } as const;
	it.each<[string, Partial<SocialProfile>, OrganizationLevel | undefined]>([
		["its name", { handle: "acme", displayName: "Acme" }, "organization-name"],
		["its name in a handle alone", { handle: "acme" }, "organization-name"],
		["another legal form", { displayName: "Acme Inc." }, "organization-desk"],
		["a desk beside it", { handle: "AcmeSupport" }, "organization-desk"],
		["what the bio says", { handle: "care24", bio: "Official account of Acme" }, "organization-desk"],
		["another organisation's", { handle: "globex", displayName: "Globex Support" }, "other-organization"],
		["somebody who works there", { handle: "todd", displayName: "Todd at Acme" }, undefined],
		["a person behind the bare name", { handle: "acme", displayName: "Jane Roe" }, undefined],
		["a longer name", { handle: "acmefan", displayName: "Acmefan" }, undefined],
	])("an organisation's record has the account of its name: %s", (_, profile, level) => {
		expect(see(profile, firm).map((one) => one.level)).toEqual(level === undefined ? [] : [level]);
	});

	it("a rare name says more than a common word, and less when several organisations bear it", () => {
		const bits = (name: string, context = world()) =>
			bitsOf(see({ displayName: `${name} Inc` }, { kind: "organization", names: [{ full: name }] }, context));
		expect(bits("Globexia")).toBeGreaterThan(bits("Orange") + 3);
		expect(bits("Globexia", world(1000, { "n:globexia": 4 }))).toBe(bits("Globexia") - 2);
	});

	it("shows title words as they are written on the profile", () => {
		const value = (bio: string, title: string): string | undefined => see({ bio }, { title })[0]?.profileValue;
		expect(value("Software engineer.", "Software Architect")).toBe("Software");
		expect(value("Fière députée!", "Député")).toBe("députée");
		expect(value("Chief Executive Officer", "CEO")).toBe("chief executive officer");
	});

	it("an organisation of most records says little, and never counts against", () => {
		const seen = see({ bio: "Acme" }, { organization: "Acme" }, world(1000, { "o:acme": 900 }));
		expect(bitsOf(seen)).toBe(0);
	});

	it("an office that nearly everybody here holds says nothing, and is no other office", () => {
		const world1000 = world(1000, { "t:representative": 950 });
		expect(see({ handle: "RepJaneRoe" }, { title: "Representative, district 7" }, world1000)).toEqual([]);
		expect(see({ handle: "RepJaneRoe" }, { title: "Senator" }, world1000).map(({ level }) => level)).toEqual([
			"other-office",
		]);
	});

	it("of two title words the rarer one counts", () => {
		const [seen] = see({ bio: "Senator, chair" }, { title: "Senator and chair" }, world(1000, { "t:senator": 400 }));
		expect(seen?.profileValue).toBe("chair");
	});

	it("organisations and titles are counted, never searched", () => {
		const p = scorer.ofProfile(profileOf({ bio: "Acme" }), world());
		const r = scorer.ofRecord(recordOf({ organization: "The Acme Group", title: "Senator" }));
		expect(p && [...(scorer.keys?.ofProfile(p) ?? [])]).toEqual([]);
		expect(r && [...(scorer.keys?.ofRecord(r) ?? [])]).toEqual(["o:acme", "t:senator"]);
	});
});

describe("organizationScorer, on any data", () => {
	it("never throws", () => {
		const text = fc.oneof(
			fc.string({ unit: "binary", maxLength: 60 }),
			fc.constantFrom("CEO at Acme", "#Acme", "Député"),
		);
		fc.assert(
			fc.property(text, text, text, text, (bio, displayName, organization, title) => {
				for (const { bits } of see({ bio, displayName }, { organization, title }))
					expect(Number.isFinite(bits)).toBe(true);
			}),
		);
	});
});

describe("the contract of scorers", () => {
	const record = { id: "1", organization: "Acme Inc.", title: "Senator" };
	for (const { name, run } of scorerContract(scorer, [
		{ profile: { bio: "Engineer @acme" }, record, level: "same-organization" },
		{ profile: { handle: "acmesupport" }, record, level: "organization-account" },
		{
			profile: { handle: "acme" },
			record: { id: "2", kind: "organization", name: "Acme" },
			level: "organization-name",
		},
		{
			profile: { handle: "acmehelp" },
			record: { id: "2", kind: "organization", name: "Acme" },
			level: "organization-desk",
		},
		{
			profile: { displayName: "Globex Inc." },
			record: { id: "2", kind: "organization", name: "Acme" },
			level: "other-organization",
		},
		{ profile: { displayName: "Sen. Jane Roe" }, record, level: "same-title-word" },
		{ profile: { handle: "SenatorRoe" }, record, level: "same-title-word" },
		{ profile: { handle: "senjaneroe" }, record, level: "same-title-word" },
		{ profile: { handle: "RepJaneRoe" }, record, level: "other-office" },
		{ profile: { handle: "repper" }, record, level: undefined },
		{ profile: { bio: "Engineer" }, record, level: undefined },
	])) {
		it(name, run);
	}
});
