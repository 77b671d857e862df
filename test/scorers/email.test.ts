import { describe, expect, it } from "vitest";
import { type EmailLevel, emailScorer } from "../../src/scorers/email.js";
import type { Observation } from "../../src/scorers/scorer.js";
import { scorerContract } from "../../src/testing.js";
import { md5, sha256 } from "../../src/text/hash.js";
import type { CrmRecord, SocialProfile } from "../../src/types.js";
import { profileOf, recordOf, world } from "../samples.js";

const scorer = emailScorer();

const withEmail = (...values: string[]): CrmRecord => recordOf({ emails: values.map((value) => ({ value })) });

function see(
	profile: Partial<SocialProfile>,
	record: CrmRecord,
	context = world(),
): readonly Observation<EmailLevel>[] {
	const p = scorer.ofProfile(profileOf(profile), context);
	const r = scorer.ofRecord(record);
	if (p === undefined || r === undefined) return [];
	const seen = scorer.compare(p, r, context) ?? [];
	return Array.isArray(seen) ? seen : [seen as Observation<EmailLevel>];
}
const bitsOf = (seen: readonly Observation<EmailLevel>[]): number =>
	seen.reduce((sum, { bits }) => sum + (bits ?? Number.NaN), 0);
const says = (level: EmailLevel): string => scorer.levels[level].says.replace(/ \{\w+\}/g, "");

const todd = withEmail("todd@example.com");

describe("what is seen, and how it is told", () => {
	it.each<[string, Partial<SocialProfile>, CrmRecord, EmailLevel, string]>([
		[
			"an address in the bio",
			{ bio: "PR. Todd@Example.com" },
			todd,
			"exact",
			"The email address given on the profile is on the record",
		],
		[
			"hidden from robots",
			{ bio: "todd (at) example [dot] com" },
			todd,
			"exact",
			"The email address given on the profile is on the record",
		],
		[
			"a mailto link",
			{ links: [{ url: "mailto:todd@example.com" }] },
			todd,
			"exact",
			"The email address given on the profile is on the record",
		],
		[
			"an address the network has verified",
			{ emails: [{ value: "todd@example.com", verified: true }] },
			todd,
			"exact-verified",
			"The network has verified the email address, which is on the record",
		],
		[
			"a message to the firm",
			{ interactions: [{ channel: "dm", direction: "inbound", text: "You have me as todd@example.com" }] },
			todd,
			"in-post",
			"The email address given in a post or message, or as that of an agent, is on the record",
		],
		[
			"a post",
			{ posts: [{ text: "write to todd@example.com" }] },
			todd,
			"in-post",
			"The email address given in a post or message, or as that of an agent, is on the record",
		],
		[
			"a Gravatar hash",
			{ emailHashes: [md5("todd@example.com").toUpperCase()] },
			withEmail(" Todd@Example.com"),
			"hash",
			"An email address on the record has the hash published with the profile",
		],
		[
			"a SHA-256 hash of a tagged address",
			{ emailHashes: [sha256("todd+blog@example.com")] },
			withEmail("todd+blog@example.com"),
			"hash",
			"An email address on the record has the hash published with the profile",
		],
		[
			"another spelling of a Gmail address",
			{ bio: "t.defren+crm@googlemail.com" },
			withEmail("tdefren@gmail.com"),
			"alias",
			"The email address is another spelling of the one on the record",
		],
		[
			"a desk",
			{ bio: "press@example.com" },
			withEmail("press@example.com"),
			"role",
			"The profile and the record give the same address of a desk",
		],
		[
			"a handle that names the mailbox",
			{ handle: "xkcd_fan42" },
			withEmail("xkcdfan42@gmail.com"),
			"mailbox-is-handle",
			"The handle is also the mailbox name of the record's address",
		],
		[
			"the same mailbox name at another provider",
			{ bio: "xkcdfan42@outlook.com" },
			withEmail("xkcdfan42@gmail.com"),
			"same-mailbox",
			"The address on the profile has the same mailbox name as the record's, at another provider",
		],
		[
			"a link to the firm",
			{ links: [{ url: "https://www.example.com/team" }] },
			withEmail("todd@mail.example.com"),
			"company-domain",
			"The profile points to the domain of the record's email address",
		],
	])("%s", (_, profile, record, level, sentence) => {
		const seen = see(profile, record);
		expect(seen.map((one) => one.level)).toEqual([level]);
		expect(says(level)).toBe(sentence);
	});

	it("keeps both values as they were read, and where", () => {
		expect(see({ bio: "t.defren@googlemail.com" }, withEmail("TDefren@gmail.com"))[0]).toMatchObject({
			profileValue: "t.defren@googlemail.com",
			profileField: "bio",
			recordValue: "TDefren@gmail.com",
			recordField: "emails",
			controller: "holder",
			facts: [{ fact: "address:tdefren@gmail.com" }],
		});
	});

	it("only what the network has checked is not the holder's word", () => {
		expect(see({ emails: [{ value: "todd@example.com", verified: true }] }, todd)[0]?.controller).toBe("platform");
		expect(see({ emails: [{ value: "todd@example.com" }] }, todd)[0]?.controller).toBe("holder");
		const domain = see({ platform: "bluesky", handle: "todd.example.com" }, todd);
		expect(domain).toMatchObject([{ level: "company-domain", controller: "platform" }]);
		// Whoever runs the server gives names away.
		expect(see({ platform: "bluesky", handle: "todd.pds.example.com" }, todd)).toEqual([]);
	});

	it("an address in the bio and again in a post is one observation, from the bio", () => {
		const seen = see(
			{ bio: "todd@example.com", posts: [{ text: "todd@example.com" }, { text: "todd@example.com" }] },
			todd,
		);
		expect(seen.map(({ level, profileField }) => [level, profileField])).toEqual([["exact", "bio"]]);
	});
});

describe("what says nothing", () => {
	it.each<[string, Partial<SocialProfile>, CrmRecord]>([
		["different addresses", { bio: "other@example.org" }, todd],
		["no address on either side", {}, recordOf({})],
		["a free provider in common", { bio: "a.person@gmail.com" }, withEmail("todd@gmail.com")],
		["a throw-away provider in common", { bio: "a.person@mailinator.com" }, withEmail("todd@mailinator.com")],
		["a link to a network", { links: [{ url: "https://github.com/tdefren" }] }, withEmail("todd@github.com")],
		["a handle that is a desk", { handle: "info" }, withEmail("info@example.com")],
		["an address mentioned in a post, for its domain", { posts: [{ text: "boss@example.com" }] }, todd],
		["broken addresses", { bio: "@@ todd@", emails: [{ value: "\ud800@" }] }, withEmail("", "@", "todd@@example.com")],
	])("%s", (_, profile, record) => {
		expect(see(profile, record)).toEqual([]);
	});
});

describe("how much it says", () => {
	const exact = bitsOf(see({ bio: "todd@example.com" }, todd));

	it("a verified address says more than a claimed one, and that more than one in a post", () => {
		const verified = bitsOf(see({ emails: [{ value: "todd@example.com", verified: true }] }, todd));
		const post = bitsOf(see({ posts: [{ text: "todd@example.com" }] }, todd));
		expect(verified).toBeCloseTo(19.9, 1);
		expect(exact).toBeCloseTo(17.8, 1);
		expect(post).toBeCloseTo(14, 1);
	});

	it("overcomes the prior in any record set: log2 N + 6 for a million", () => {
		const bits = bitsOf(see({ bio: "todd@example.com" }, todd, world(1_000_000)));
		expect(bits).toBeCloseTo(Math.log2(1_000_000) + 5.8, 1);
	});

	it("each doubling of the records that carry an address takes one bit", () => {
		const shared = see({ bio: "todd@example.com" }, todd, world(1000, { "a:todd@example.com": 4 }));
		expect(shared[0]?.level).toBe("shared");
		expect(bitsOf(shared)).toBeCloseTo(exact - 2, 6);
	});

	it("an address that its source calls shared is treated so", () => {
		const family = recordOf({ emails: [{ value: "todd@example.com", shared: true }] });
		expect(see({ bio: "todd@example.com" }, family)[0]?.level).toBe("shared");
		expect(bitsOf(see({ bio: "todd@example.com" }, family))).toBeLessThan(exact);
	});

	it("a company's domain says less, the more of its people are on file", () => {
		const link = { links: [{ url: "example.com" }] };
		const of = (count: number): number => bitsOf(see(link, todd, world(1000, { "d:example.com": count })));
		expect(of(1)).toBeCloseTo(4.7, 1);
		expect(of(20)).toBeLessThan(of(1));
		expect(of(500)).toBeLessThan(of(20));
		expect(of(1000)).toBe(0);
	});

	it("a person's own domain says more than the employer's, of which one is on file", () => {
		const of = (record: Partial<CrmRecord>): readonly Observation<EmailLevel>[] =>
			see({ links: [{ url: "https://defren.example" }] }, recordOf(record));
		const email = { emails: [{ value: "todd@defren.example" }] };
		const own = of({ ...email, names: [{ full: "Todd Defren" }] });
		expect(bitsOf(own)).toBeCloseTo(9.7, 1);
		expect(own[0]?.facts?.[0]?.fact).toBe("domain:defren.example");
		const colleague = of({ ...email, names: [{ full: "Sarah Lund" }] });
		expect(bitsOf(colleague)).toBeLessThan(5);
		expect(colleague[0]?.facts?.[0]?.fact).toBe("employer");
		// The firm is called after its founder.
		expect(bitsOf(of({ ...email, names: [{ full: "Todd Defren" }], organization: "Defren Partners" }))).toBeLessThan(5);
	});

	it("the firm's own account is none of its people's", () => {
		const jane = recordOf({ names: [{ full: "Jane Roe" }], emails: [{ value: "jane@acme.example" }] });
		const links = [{ url: "https://acme.example" }];
		expect(see({ links, handle: "AcmeSupport" }, jane)).toEqual([]);
		expect(see({ links, handle: "acme", displayName: "Acme" }, jane)).toEqual([]);
		expect(see({ links, handle: "janeroe", displayName: "Jane Roe, Acme" }, jane)).toHaveLength(1);
		expect(see({ links, handle: "acme" }, { ...jane, kind: "organization" })).toHaveLength(1);
	});

	it.each(["Booking: ", "mgmt: ", "press → ", "For business inquiries contact ", "Agent Ann, "])(
		"an address behind %j is probably another person's",
		(words) => {
			const level = words === "Agent Ann, " ? "exact" : "in-post";
			expect(see({ bio: `Singer. ${words}todd@example.com` }, todd).map((one) => one.level)).toEqual([level]);
		},
	);

	it.each<[string, string, string]>([
		["press: ann.kern@example.com", "Tom Becker", "of-another"],
		["ann@example.com", "Tom Becker", "of-another"],
		["ann@example.com", "Ann Kern", "exact"],
		["ann@example.com", "Annie Kern", "exact"],
		["ann@example.com", "Todd Kernan", "of-another"],
		["ann.becker@example.com", "Tom Becker", "exact"],
		["ann@example.com", "Nightowl", "exact"],
		["ann@example.com", "", "exact"],
		["hello@example.com", "Tom Becker", "role"],
		["kern@example.com", "Tom Becker", "exact"],
	])("%s on the profile of %j: %s", (bio, displayName, level) => {
		const record = withEmail(/\S+@\S+/.exec(bio)?.[0] ?? "");
		expect(see({ bio, displayName }, record).map((one) => one.level)).toEqual([level]);
	});

	it("an address that spells another name is for a person to look at, a verified one is not", () => {
		const record = withEmail("ann@example.com");
		const written = bitsOf(see({ bio: "ann@example.com", displayName: "Tom Becker" }, record));
		expect(written).toBeLessThan(bitsOf(see({ bio: "ann@example.com", displayName: "Ann Kern" }, record)) - 6);
		const emails = [{ value: "ann@example.com", verified: true }];
		expect(see({ emails, bio: "ann@example.com", displayName: "Tom Becker" }, record)[0]?.level).toBe("exact-verified");
	});

	it("a word of another sentence says nothing of the address", () => {
		expect(see({ bio: "Press officer. todd@example.com" }, todd)[0]?.level).toBe("exact");
		expect(see({ bio: "Contact sports\ntodd@example.com" }, todd)[0]?.level).toBe("exact");
	});

	it("an equal address is not counted again for its mailbox name and domain", () => {
		const all = see(
			{ handle: "xkcdfan42", bio: "xkcdfan42@example.com", links: [{ url: "example.com" }] },
			withEmail("xkcdfan42@example.com"),
		);
		expect(all.map(({ level }) => level)).toEqual(["exact"]);
	});
});

describe("a mailbox named like the handle", () => {
	const named = (full: string, email: string): CrmRecord => recordOf({ names: [{ full }], emails: [{ value: email }] });
	const bits = (handle: string, record: CrmRecord, context = world()): number =>
		bitsOf(see({ handle }, record, context));

	it("is strong for a string that nobody else would think of, yet not enough to link by", () => {
		const strong = bits("xqtdefren_77", recordOf({ emails: [{ value: "xqtdefren_77@gmail.com" }] }));
		expect(strong).toBeGreaterThan(11);
		expect(bits("xqtzgvkwpd_8413", named("Todd Defren", "xqtzgvkwpd_8413@gmail.com"))).toBeLessThan(15);
	});

	it.each([
		..."penguin mario football liverpool newcastle butterfly sunshine photography football99 dragon2005".split(" "),
		..."jsmith johnsmith smithj john.smith77".split(" "),
	])("says next to nothing where many would choose it: %s", (text) => {
		expect(bits(text, recordOf({ emails: [{ value: `${text}@gmail.com` }] }))).toBeLessThanOrEqual(2);
	});

	it("two common words say more than one and less than an unknown one", () => {
		const of = (text: string): number => bits(text, named("Todd Defren", `${text}@gmail.com`));
		expect(of("darkknight")).toBeGreaterThan(of("penguin"));
		expect(of("darkknight")).toBeLessThan(4);
		expect(of("zqxvork")).toBeGreaterThan(of("darkknight") + 3);
	});

	it("a nameless record bears the name that its mailbox spells out: the name scorer has counted it", () => {
		const seen = see({ handle: "tdefren_lund" }, withEmail("tdefren.lund@example.com"));
		expect(seen[0]).toMatchObject({ level: "name-is-mailbox", bits: 2 });
	});

	it.each(["tdefren", "toddd", "todd.defren", "defrentodd", "todd_defren", "defren"])(
		"%s repeats the name and says about two bits beyond it",
		(mailbox) => {
			const seen = see({ handle: mailbox }, named("Todd Defren", `${mailbox}@gmail.com`));
			expect(seen).toHaveLength(1);
			expect(seen[0]).toMatchObject({ level: "name-is-mailbox", bits: 2 });
		},
	);

	it("also for a nickname, an accent and a year", () => {
		expect(bits("bobmiller", named("Robert Miller", "bob.miller@example.com"))).toBe(2);
		expect(bits("joseperez", named("José Pérez", "jose.perez@example.com"))).toBe(2);
		expect(bits("todddefren77", named("Todd Defren", "todddefren77@example.com"))).toBe(2);
	});

	it("what stands beside the name counts", () => {
		const decorated = bits("defrenzqxvork", named("Todd Defren", "defrenzqxvork@gmail.com"));
		expect(decorated).toBeGreaterThan(5);
	});

	it("says less when several records have that mailbox name", () => {
		const record = named("Todd Defren", "zqxvork9@gmail.com");
		const shared = bits("zqxvork9", record, world(1000, { "m:zqxvork9": 4 }));
		expect(shared).toBeCloseTo(bits("zqxvork9", record) - 2, 6);
	});

	it("reads handles with their server", () => {
		const record = named("Todd Defren", "zqxvorbit@gmail.com");
		const plain = bits("zqxvorbit", record);
		expect(plain).toBeGreaterThan(5);
		expect(bits("zqxvorbit.bsky.social", record)).toBe(plain);
		expect(bits("zqxvorbit@example.social", record)).toBe(plain);
	});
});

describe("search keys", () => {
	const keysOf = (given: Partial<SocialProfile>): string[] => {
		const value = scorer.ofProfile(profileOf(given), world());
		return value === undefined ? [] : [...(scorer.keys?.ofProfile(value) ?? [])];
	};
	const recordKeys = (record: CrmRecord, by = scorer): string[] => {
		const value = by.ofRecord(record);
		return value === undefined ? [] : [...(by.keys?.ofRecord(value) ?? [])];
	};

	it.each<[string, Partial<SocialProfile>, CrmRecord]>([
		["an alias", { bio: "t.defren+x@googlemail.com" }, withEmail("tdefren@gmail.com")],
		["an MD5 hash", { emailHashes: [md5("todd@example.com")] }, todd],
		["a SHA-256 hash", { emailHashes: [sha256("todd@example.com")] }, todd],
		["the handle as mailbox name", { handle: "X.K.C.D_fan" }, withEmail("xkcd-fan@gmail.com")],
		["the firm's domain", { links: [{ url: "https://blog.example.com" }] }, todd],
		[
			"the firm's domain as its name",
			{ links: [{ url: "https://example.com" }] },
			recordOf({ organization: "Example.com" }),
		],
	])("%s finds the record", (_, profile, record) => {
		const keys = new Set(recordKeys(record));
		expect(keysOf(profile).some((key) => keys.has(key))).toBe(true);
	});

	it("nothing is searched for that too many share", () => {
		expect(recordKeys(withEmail("info@gmail.com")).filter((key) => /^[md]:/.test(key))).toEqual([]);
		expect(keysOf({ handle: "todd" })).toEqual([]);
	});

	it("hashes can be left out of the index", () => {
		expect(recordKeys(todd, emailScorer({ hashes: false }))).toEqual(["a:todd@example.com", "d:example.com"]);
		expect(recordKeys(todd)).toHaveLength(4);
	});
});

describe("limits of what a profile can earn", () => {
	it.each<[string, Partial<SocialProfile>]>([
		["a claimed address", { bio: "todd@example.com" }],
		["a verified address", { emails: [{ value: "todd@example.com", verified: true }] }],
		["a desk", { bio: "press@example.com" }],
	])("%s earns no more than its bound", (_, profile) => {
		const value = scorer.ofProfile(profileOf(profile), world());
		const bounds = value && scorer.bounds?.(value, world());
		const record = withEmail("todd@example.com", "press@example.com");
		expect(bounds?.best).toBeCloseTo(bitsOf(see(profile, record)), 6);
		expect(bounds?.absent).toBe(0);
	});
});

describe("the contract of scorers", () => {
	const record = { id: "1", name: "Todd Defren", email: "tdefren@example.com" };
	const shared = { id: "1", email: { value: "tdefren@example.com", shared: true } };
	const opaque = { id: "1", name: "Todd Defren", email: "zqxvorbit9@gmail.com" };
	for (const { name, run } of scorerContract(scorer, [
		{ profile: { email: { value: "tdefren@example.com", verified: true } }, record, level: "exact-verified" },
		{ profile: { bio: "tdefren@example.com" }, record, level: "exact" },
		{
			profile: { displayName: "Ann Kern", bio: "todd@example.com" },
			record: { id: "1", email: "todd@example.com" },
			level: "of-another",
		},
		{ profile: { posts: "tdefren@example.com" }, record, level: "in-post" },
		{ profile: { emailHashes: md5("tdefren@example.com") }, record, level: "hash" },
		{ profile: { bio: "tdefren+x@example.com" }, record, level: "alias" },
		{ profile: { bio: "tdefren@example.com" }, record: shared, level: "shared" },
		{ profile: { bio: "press@example.com" }, record: { id: "1", email: "press@example.com" }, level: "role" },
		{ profile: { handle: "zqxvorbit9" }, record: opaque, level: "mailbox-is-handle" },
		{ profile: { bio: "zqxvorbit9@outlook.com" }, record: opaque, level: "same-mailbox" },
		{ profile: { handle: "TDefren" }, record, level: "name-is-mailbox" },
		{ profile: { links: "https://example.com" }, record, level: "company-domain" },
		{ profile: { bio: "other@example.org" }, record, level: undefined },
	])) {
		it(name, run);
	}
});
