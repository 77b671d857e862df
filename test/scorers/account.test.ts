import { describe, expect, it } from "vitest";
import { type AccountLevel, accountScorer } from "../../src/scorers/account.js";
import type { CompareContext, Observation } from "../../src/scorers/scorer.js";
import { scorerContract } from "../../src/testing.js";
import type { CrmRecord, KnownHandle, LinkGrade, SocialProfile } from "../../src/types.js";
import { profileOf, recordOf, world } from "../samples.js";

const withHandle = (...handles: KnownHandle[]): CrmRecord => recordOf({ handles });

const scorer = accountScorer();
function see(
	profile: Partial<SocialProfile>,
	record: CrmRecord,
	context = world(),
	by = scorer,
): readonly Observation<AccountLevel>[] {
	const p = by.ofProfile(profileOf(profile), context);
	const r = by.ofRecord(record);
	if (p === undefined || r === undefined) return [];
	const seen = by.compare(p, r, context) ?? [];
	return Array.isArray(seen) ? seen : [seen as Observation<AccountLevel>];
}
const levelsOf = (seen: readonly Observation<AccountLevel>[]): AccountLevel[] => seen.map(({ level }) => level);
const bitsOf = (seen: readonly Observation<AccountLevel>[]): number =>
	seen.reduce((sum, { bits }) => sum + (bits ?? Number.NaN), 0);
const says = (level: AccountLevel): string => scorer.levels[level].says.replace(/ \{\w+\}/g, "");

const graded = (grade: LinkGrade): CrmRecord => withHandle({ platform: "x", handle: "TDefren", grade });
const tdefren = { platform: "x", handle: "TDefren" };

describe("what is seen, and how it is told", () => {
	it.each<[string, Partial<SocialProfile>, CrmRecord, AccountLevel, string, number]>([
		[
			"the id, though the handle has changed",
			{ platform: "x", id: "1888101", handle: "todd_new" },
			withHandle({ platform: "Twitter", id: "1888101", handle: "TDefren" }),
			"same-id",
			"The stable id of the profile is the id on the record",
			30,
		],
		[
			"an id that is valid for one tenant",
			{ platform: "facebook", id: "640001", handle: "todd" },
			withHandle({ platform: "facebook", id: "640001", tenantScoped: true, source: "page-1" }),
			"same-scoped-id",
			"The id of the profile, valid for one tenant only, is the id on the record",
			17.9,
		],
		[
			"a proven handle",
			tdefren,
			graded("proven"),
			"proven-handle",
			"The handle is on the record and proven to be this person's",
			23.9,
		],
		[
			"an entered handle, in other letters",
			{ platform: "x", handle: "tdefren" },
			graded("asserted"),
			"asserted-handle",
			"The handle is on the record",
			17.8,
		],
		[
			"no grade means entered",
			tdefren,
			withHandle({ platform: "twitter", handle: "@tdefren" }),
			"asserted-handle",
			"The handle is on the record",
			17.8,
		],
		[
			"a claimed handle",
			tdefren,
			graded("claimed"),
			"claimed-handle",
			"The handle is on the record because the person has said so",
			12,
		],
		[
			"a mentioned handle",
			tdefren,
			graded("mentioned"),
			"mentioned-handle",
			"The handle is mentioned on the record",
			6,
		],
		[
			"an account that is mentioned with its id",
			{ ...tdefren, id: "7" },
			withHandle({ platform: "x", handle: "TDefren", id: "7", grade: "mentioned" }),
			"mentioned-handle",
			"The handle is mentioned on the record",
			6,
		],
		[
			"the address of the profile among the record's links",
			tdefren,
			recordOf({ links: ["https://twitter.com/tdefren"] }),
			"asserted-handle",
			"The handle is on the record",
			17.8,
		],
		[
			"the author of a post on the record",
			tdefren,
			recordOf({ interactions: [{ channel: "post", platform: "x", handle: "TDefren", at: "2026-01-01T00:00:00Z" }] }),
			"claimed-handle",
			"The handle is on the record because the person has said so",
			12,
		],
		[
			"a handle that was given up",
			tdefren,
			withHandle({ platform: "x", handle: "TDefren", validTo: "2024-01-01" }),
			"former-handle",
			"The handle was this person's in the past",
			1,
		],
		[
			"a profile that was opened after the handle was given up",
			{ ...tdefren, createdAt: "2025-06-01T00:00:00Z" },
			withHandle({ platform: "x", handle: "TDefren", validTo: "2024-01-01" }),
			"recycled-handle",
			"The handle is on the record but the profile was opened later and by somebody else",
			-4,
		],
		[
			"a profile that was opened after the handle was seen",
			{ ...tdefren, createdAt: "2025-06-01T00:00:00Z" },
			withHandle({ platform: "x", handle: "TDefren", validFrom: "2009-03-01", grade: "proven" }),
			"recycled-handle",
			"The handle is on the record but the profile was opened later and by somebody else",
			-4,
		],
		[
			"a profile that was opened after one entry, and seen since by another",
			{ ...tdefren, createdAt: "2025-06-01T00:00:00Z" },
			recordOf({
				handles: [
					{ platform: "x", handle: "TDefren", validFrom: "2009-03-01" },
					{ platform: "x", handle: "tdefren", validFrom: "2026-03-01" },
				],
			}),
			"asserted-handle",
			"The handle is on the record",
			17.8,
		],
		[
			"the same handle with another id",
			{ ...tdefren, id: "2" },
			withHandle({ platform: "x", handle: "TDefren", id: "1", grade: "proven" }),
			"other-id",
			"The handle is on the record with another id and has changed hands",
			-7,
		],
		[
			"a rare handle on another network",
			{ platform: "x", handle: "zugvogelwatcher" },
			withHandle({ platform: "github", handle: "ZugvogelWatcher" }),
			"same-handle-elsewhere",
			"The handle is also the handle on the record for another network",
			15,
		],
		[
			"the same with the separators that the other network allows",
			{ platform: "x", handle: "zugvogel_watcher" },
			withHandle({ platform: "github", handle: "zugvogel-watcher" }),
			"same-handle-elsewhere",
			"The handle is also the handle on the record for another network",
			15,
		],
		[
			"the same name on another server of a federated network",
			{ platform: "mastodon", handle: "zugvogelwatcher", instance: "social.example" },
			withHandle({ platform: "mastodon", handle: "zugvogelwatcher@other.example" }),
			"same-handle-elsewhere",
			"The handle is also the handle on the record for another network",
			15,
		],
		[
			"a link to another handle of the record",
			{ platform: "x", handle: "coffee4me", links: [{ url: "https://github.com/TDefren" }] },
			withHandle({ platform: "github", handle: "tdefren" }),
			"linked-handle",
			"The profile link leads to the handle on the record",
			12,
		],
		[
			"a link to the record's own site",
			{ platform: "x", handle: "coffee4me", links: [{ url: "http://www.defren.example/?utm_source=x" }] },
			recordOf({ names: [{ full: "Todd Defren" }], links: ["https://defren.example/blog"] }),
			"same-site",
			"The profile link leads to the site on the record",
			12,
		],
		[
			"a domain as a handle",
			{ platform: "bluesky", handle: "defren.example" },
			recordOf({ names: [{ full: "Todd Defren" }], links: ["https://defren.example"] }),
			"same-site",
			"The profile link leads to the site on the record",
			12,
		],
	])("%s", (_, profile, record, level, sentence, bits) => {
		const seen = see(profile, record);
		expect(levelsOf(seen)).toEqual([level]);
		expect(says(level)).toBe(sentence);
		expect(bitsOf(seen)).toBeCloseTo(bits, 0);
	});

	it("a record that names the profile and a profile that links to the record count as one strong fact", () => {
		const [direct, link] = see(
			{ ...tdefren, links: [{ url: "https://defren.example" }] },
			recordOf({
				names: [{ full: "Todd Defren" }],
				links: ["https://defren.example"],
				handles: [{ platform: "x", handle: "tdefren", grade: "claimed" }],
			}),
		);
		expect([direct?.level, link?.level]).toEqual(["claimed-handle", "reciprocal-link"]);
		expect(says("reciprocal-link")).toBe(
			"The profile link leads to the entry on the record and the record names the profile in turn",
		);
		expect(link?.facts?.[0]?.fact).toBe(direct?.facts?.[0]?.fact);
		expect(link?.bits).toBeGreaterThan(20);
	});

	it.each<[string, Partial<SocialProfile>, CrmRecord]>([
		["another handle", tdefren, withHandle({ platform: "x", handle: "sarahd" })],
		[
			"another id and another handle: people have several",
			{ ...tdefren, id: "2" },
			withHandle({ platform: "x", handle: "td", id: "1" }),
		],
		[
			"the same id on another server",
			{ platform: "mastodon", instance: "a.example", id: "7" },
			withHandle({ platform: "mastodon", instance: "b.example", id: "7" }),
		],
		[
			"another page of the same network",
			{ links: [{ url: "https://linktr.ee/todd" }] },
			recordOf({ links: ["https://linktr.ee/sarah"] }),
		],
		[
			"the front page of a network",
			{ links: [{ url: "https://facebook.com" }] },
			recordOf({ links: ["https://facebook.com"] }),
		],
		["nothing on the record", tdefren, recordOf({})],
		[
			"what the firm said to somebody",
			tdefren,
			recordOf({ interactions: [{ channel: "post", direction: "outbound", platform: "x", handle: "tdefren" }] }),
		],
	])("%s says nothing", (_, profile, record) => expect(see(profile, record)).toEqual([]));
});

describe("time", () => {
	const record = withHandle({ platform: "x", handle: "TDefren", validFrom: "2020-01-01", validTo: "2024-01-01" });

	it("a handle is former only when its time has passed", () => {
		expect(levelsOf(see(tdefren, record, world(1000, {}, Date.UTC(2022, 0, 1))))).toEqual(["asserted-handle"]);
		expect(levelsOf(see(tdefren, record, world(1000, {}, Date.UTC(2026, 0, 1))))).toEqual(["former-handle"]);
	});

	it("a profile older than the entry is the one that was seen", () => {
		const seen = see(
			{ ...tdefren, createdAt: "2008-11-02T00:00:00Z" },
			withHandle({ platform: "x", handle: "TDefren", validFrom: "2020-01-01" }),
		);
		expect(levelsOf(seen)).toEqual(["asserted-handle"]);
	});

	it("the id outweighs all dates", () => {
		const known = { platform: "x", handle: "TDefren", id: "1", validTo: "2010-01-01" };
		expect(
			levelsOf(see({ platform: "x", id: "1", handle: "TDefren", createdAt: "2025-01-01" }, withHandle(known))),
		).toEqual(["same-id"]);
	});
});

describe("tenants", () => {
	const record = withHandle({
		platform: "facebook",
		handle: "todd.defren",
		id: "640001",
		tenantScoped: true,
		source: "page-1",
	});

	it("a scoped id is decisive within its tenant", () => {
		const seen = see({ platform: "facebook", id: "640001" }, record, world(), accountScorer({ tenant: "page-1" }));
		expect(levelsOf(seen)).toEqual(["same-id"]);
	});

	it("at another tenant an equal id is a coincidence, also when only the profile says that it is scoped", () => {
		const elsewhere = accountScorer({ tenant: "page-2" });
		const seen = (profile: Partial<SocialProfile>, known = record) =>
			levelsOf(see({ platform: "facebook", id: "640001", ...profile }, known, world(), elsewhere));
		expect(seen({})).toEqual([]);
		const plain = withHandle({ platform: "facebook", handle: "todd.defren", id: "640001", source: "page-1" });
		expect(seen({ tenantScoped: true }, plain)).toEqual([]);
		expect(seen({ tenantScoped: true, handle: "todd.defren", id: "999" }, plain)).toEqual(["asserted-handle"]);
		expect(seen({}, plain)).toEqual(["same-id"]);
	});

	it("where nobody says which tenant, it is strong, and another one nothing", () => {
		const plain = withHandle({ platform: "linkedin", handle: "tdefren", id: "aB3" });
		expect(levelsOf(see({ platform: "linkedin", id: "aB3", tenantScoped: true }, plain))).toEqual(["same-scoped-id"]);
		expect(levelsOf(see({ platform: "linkedin", id: "zZ9", tenantScoped: true, handle: "tdefren" }, plain))).toEqual([
			"asserted-handle",
		]);
	});

	it("the number that a server gives to an account is not compared with its address", () => {
		const known = { platform: "mastodon", handle: "tdefren", instance: "social.example", id: "109348" };
		const uri = "https://social.example/users/tdefren";
		const profile = { platform: "mastodon", handle: "tdefren", instance: "social.example", id: uri };
		expect(levelsOf(see(profile, withHandle(known)))).toEqual(["asserted-handle"]);
		expect(levelsOf(see(profile, withHandle({ ...known, id: uri })))).toEqual(["same-id"]);
	});

	it("a different scoped id proves nothing", () => {
		expect(levelsOf(see({ platform: "facebook", handle: "todd.defren", id: "999" }, record))).toEqual([
			"asserted-handle",
		]);
	});
});

describe("who controls it", () => {
	it("an id is the platform's, a proven one the firm's; a handle is its holder's", () => {
		const controller = (profile: Partial<SocialProfile>, handle: KnownHandle) =>
			see(profile, withHandle(handle))[0]?.controller;
		expect(controller({ platform: "x", id: "1" }, { platform: "x", id: "1" })).toBe("platform");
		expect(controller({ platform: "x", id: "1" }, { platform: "x", id: "1", grade: "proven" })).toBe("firm");
		expect(controller(tdefren, { platform: "x", handle: "tdefren", grade: "proven" })).toBe("holder");
	});

	it("a site that is checked to link back is a third party's word, a link alone is not", () => {
		const record = recordOf({ names: [{ full: "Todd Defren" }], links: ["https://defren.example"] });
		const controller = (verified: boolean) =>
			see({ links: [{ url: "https://defren.example", verified }] }, record)[0]?.controller;
		expect([controller(true), controller(false)]).toEqual(["third-party", "holder"]);
	});

	it("a firm's page is no third party's word: colleagues stand on it, too", () => {
		const record = recordOf({
			names: [{ full: "Todd Defren" }],
			links: ["https://acme.example"],
			organization: "Acme",
		});
		const [seen] = see({ links: [{ url: "https://acme.example/team", verified: true }] }, record);
		expect([seen?.level, seen?.controller]).toEqual(["same-site", "holder"]);
	});

	it("tells since when the person has had the site, by an address there", () => {
		const emails = [{ value: "todd@defren.example", observedAt: "2024-03-01" }];
		const record = recordOf({ names: [{ full: "Todd Defren" }], links: ["https://defren.example"], emails });
		const [seen] = see({ links: [{ url: "https://defren.example", verified: true }] }, record);
		expect(seen?.attested).toEqual({ at: Date.UTC(2024, 2, 1) });
	});

	it("tells since when an id is proven, and by which receipts", () => {
		const entries: KnownHandle[] = [
			{ platform: "x", id: "1", grade: "proven", validFrom: "2026-01-05", receipt: "first" },
			{ platform: "x", id: "1", grade: "asserted" },
			{ platform: "x", id: "2", grade: "proven", receipt: "of another account" },
		];
		const [seen] = see({ platform: "x", id: "1" }, withHandle(...entries));
		expect(seen?.attested).toEqual({ at: Date.UTC(2026, 0, 5), receipts: ["first"] });
	});

	it("a checked site stays, though a link that is not checked tells more, and then tells nothing more", () => {
		const sites = ["https://todddefren.example/me", "https://defren.example/about"] as const;
		const record = recordOf({ names: [{ given: "Todd", family: "Defren" }], links: [...sites] });
		const links = [{ url: sites[0], verified: true }, { url: sites[1] }];
		// Several records carry the checked one.
		const carried = world(1000, { "u:todddefren.example/me": 3 });
		const seen = see({ displayName: "Todd Defren", links }, record, carried);
		expect(seen.map(({ controller, profileValue }) => [controller, profileValue])).toEqual([
			["holder", sites[1]],
			["third-party", sites[0]],
		]);
		expect(new Set(seen.flatMap(({ facts = [] }) => facts.map(({ fact }) => fact))).size).toBe(1);
	});
});

describe("ranking, and why", () => {
	const elsewhere = (handle: string, record: Partial<CrmRecord> = {}, context = world()): number =>
		bitsOf(see({ platform: "x", handle }, recordOf({ ...record, handles: [{ platform: "github", handle }] }), context));

	it("a rare handle across networks beats a common one: people named John Smith choose johnsmith independently", () => {
		expect(elsewhere("zugvogelwatcher")).toBeGreaterThan(elsewhere("johnsmith") + 10);
		expect(elsewhere("johnsmith")).toBeGreaterThanOrEqual(elsewhere("john"));
		expect(elsewhere("john")).toBeLessThan(2);
		expect(elsewhere("john")).toBeGreaterThanOrEqual(0);
	});

	it("a handle made of the record's name adds little: the name scorer has counted it", () => {
		const defren = { names: [{ given: "Todd", family: "Defren" }] };
		expect(elsewhere("tdefren", defren)).toBeLessThan(3);
		expect(elsewhere("tdefren")).toBeGreaterThan(elsewhere("tdefren", defren) + 3);
	});

	it("a handle that many records carry says less", () => {
		expect(elsewhere("zugvogelwatcher", {}, world(1000, { "s:zugvogelwatcher": 8 }))).toBeCloseTo(
			elsewhere("zugvogelwatcher") - 3,
			6,
		);
	});

	it("an entry without a network counts by the rarity of its handle", () => {
		const unnamed = (handle: string): number => bitsOf(see({ handle }, withHandle({ handle })));
		expect(unnamed("zugvogelwatcher")).toBeGreaterThan(unnamed("john") + 5);
		expect(unnamed("zugvogelwatcher")).toBeLessThan(18.1);
	});

	it("a person's own domain beats the employer's, which beats one that everybody carries", () => {
		const link = (site: string, context = world()): number =>
			bitsOf(
				see(
					{ links: [{ url: site }] },
					recordOf({ names: [{ full: "Todd Defren" }], organization: "Acme Corp", links: [site] }),
					context,
				),
			);
		expect(link("https://defren.example")).toBeGreaterThan(link("https://acme.example") + 5);
		expect(link("https://acme.example")).toBeGreaterThan(
			link("https://acme.example", world(1000, { "d:acme.example": 300 })) + 3,
		);
		expect(link("https://acme.example", world(10, { "d:acme.example": 10 }))).toBeCloseTo(0, 6);
	});
});

describe("search keys", () => {
	const keys = (profile: Partial<SocialProfile>): string[] => {
		const value = scorer.ofProfile(profileOf(profile), world());
		return value === undefined ? [] : [...(scorer.keys?.ofProfile(value) ?? [])];
	};

	it("name the id, the handle, linked handles, pages and domains", () => {
		const profile = {
			...tdefren,
			id: "1888101",
			links: [{ url: "https://github.com/TDefren" }, { url: "https://defren.example/about" }],
		};
		expect(keys(profile)).toEqual([
			"i:x:1888101",
			"h:x:tdefren",
			"s:tdefren",
			"k:tdefren",
			"h:github:tdefren",
			"u:defren.example/about",
			"d:defren.example",
		]);
	});

	it("do not search by the domain of a network", () => {
		expect(keys({ links: [{ url: "https://linktr.ee/todd" }] })).toEqual(["u:linktr.ee/todd"]);
	});

	it("are shared by the two sides whenever something is seen", () => {
		const record = scorer.ofRecord(
			recordOf({
				handles: [{ platform: "Twitter", handle: "@TDefren", id: "1888101" }],
				links: ["http://defren.example/about/"],
			}),
		);
		const ofRecord = new Set(record === undefined ? [] : scorer.keys?.ofRecord(record));
		expect(
			keys({ ...tdefren, id: "1888101", links: [{ url: "https://defren.example/about" }] }).every((key) =>
				ofRecord.has(key),
			),
		).toBe(true);
	});
});

describe("bounds", () => {
	const best = (profile: Partial<SocialProfile>, carried: string[]): number | undefined => {
		const context: CompareContext = { recordCount: 10, count: (key) => (carried.includes(key) ? 1 : 0) };
		const value = scorer.ofProfile(profileOf(profile), context);
		return value === undefined ? undefined : scorer.bounds?.(value, context).best;
	};

	it("a handle that no record carries can earn nothing here", () => {
		expect(best(tdefren, [])).toBe(0);
		expect(best(tdefren, ["s:tdefren"])).toBeGreaterThan(23);
		expect(best({ ...tdefren, id: "1" }, ["i:x:1"])).toBeGreaterThan(29);
	});
});

describe("the contract of scorers", () => {
	const entry = (given: object) => ({ id: "1", handles: [{ platform: "x", handle: "zugvogelwatcher", ...given }] });
	const profile = { platform: "x", handle: "zugvogelwatcher" };
	const site = { ...profile, links: "https://defren.example" };
	const siteRecord = { id: "1", name: "Todd Defren", links: "https://defren.example" };
	for (const { name, run } of scorerContract(scorer, [
		{ profile: { ...profile, id: "7" }, record: entry({ id: "7" }), level: "same-id" },
		{ profile: { ...profile, id: "7" }, record: entry({ id: "7", tenantScoped: true }), level: "same-scoped-id" },
		{ profile: { ...profile, id: "8" }, record: entry({ id: "7" }), level: "other-id" },
		{ profile, record: entry({ grade: "proven" }), level: "proven-handle" },
		{ profile, record: entry({}), level: "asserted-handle" },
		{ profile, record: entry({ grade: "claimed" }), level: "claimed-handle" },
		{ profile, record: entry({ grade: "mentioned" }), level: "mentioned-handle" },
		{ profile, record: entry({ validTo: "2020-01-01" }), level: "former-handle" },
		{
			profile: { ...profile, createdAt: "2021-01-01" },
			record: entry({ validTo: "2020-01-01" }),
			level: "recycled-handle",
		},
		{ profile, record: entry({ platform: "github" }), level: "same-handle-elsewhere" },
		{
			profile: { handle: "td", links: "https://x.com/zugvogelwatcher" },
			record: { id: "1", handles: "x:zugvogelwatcher" },
			level: "linked-handle",
		},
		{ profile: site, record: siteRecord, level: "same-site" },
		{ profile: site, record: { ...siteRecord, handles: "x:zugvogelwatcher" }, level: "reciprocal-link" },
		{ profile, record: { id: "1", handles: "x:sarahd" }, level: undefined },
	])) {
		it(name, run);
	}
});
