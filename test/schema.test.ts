import { describe, expect, it } from "vitest";
import { SameAsError } from "../src/errors.js";
import { readProfile, readRecord } from "../src/schema.js";
import { limits } from "../src/text/unicode.js";
import type { CrmRecord, SocialProfile, Warning } from "../src/types.js";

const emptyRecord = {
	id: "1",
	kind: "person",
	names: [],
	emails: [],
	phones: [],
	addresses: [],
	links: [],
	handles: [],
	interactions: [],
	status: "unknown",
	consent: {},
	attributes: {},
};

function record(input: object): { record: CrmRecord; warnings: Warning[] } {
	const read = readRecord({ id: "1", ...input }, 0);
	if ("quarantined" in read) throw new Error(`quarantined: ${read.quarantined.reason}`);
	return read;
}

const paths = (warnings: readonly Warning[]): string[] => warnings.map(({ path }) => path);

describe("records as callers have them", () => {
	const phone = "+1 212 555 0147";
	const table: readonly (readonly [what: string, input: object, expected: Partial<CrmRecord>])[] = [
		["a bare name", { name: "Todd Defren" }, { names: [{ full: "Todd Defren" }] }],
		[
			"singular and plural keys",
			{ name: "Todd Defren", names: ["T. Defren"] },
			{ names: [{ full: "T. Defren" }, { full: "Todd Defren" }] },
		],
		[
			"the columns of a CSV row",
			{ firstName: "Todd", lastName: "Defren" },
			{ names: [{ given: "Todd", family: "Defren" }] },
		],
		[
			"columns in snake case",
			{ first_name: "Todd", last_name: "Defren" },
			{ names: [{ given: "Todd", family: "Defren" }] },
		],
		[
			"columns as in schema.org",
			{ givenName: "Todd", familyName: "Defren", nickname: "TD" },
			{ names: [{ given: "Todd", family: "Defren", nickname: "TD" }] },
		],
		["an empty column beside a filled one", { firstName: " ", given_name: "Todd" }, { names: [{ given: "Todd" }] }],
		[
			"one email in two places",
			{ email: "todd@example.com", emails: ["todd@example.com"] },
			{ emails: [{ value: "todd@example.com" }] },
		],
		[
			"what two entries for one address know",
			{ emails: ["todd@example.com", { value: "todd@example.com", verified: true }] },
			{ emails: [{ value: "todd@example.com", verified: true }] },
		],
		[
			"a refusal beside a permission for one address",
			{
				emails: [
					{ value: "todd@example.com", mayContact: true },
					{ value: "todd@example.com", mayContact: false },
				],
			},
			{ emails: [{ value: "todd@example.com", mayContact: false }] },
		],
		[
			"blanks around values",
			{ email: "  todd@example.com\n", title: " CEO " },
			{ emails: [{ value: "todd@example.com" }], title: "CEO" },
		],
		["a number as phone", { phone: 2125550147 }, { phones: [{ value: "2125550147" }] }],
		[
			"a number inside a contact point",
			{ phones: [{ value: 2125550147, label: "work" }] },
			{ phones: [{ value: "2125550147", label: "work" }] },
		],
		[
			"flags as a CSV file writes them",
			{ phones: [{ value: phone, primary: "TRUE", shared: "0" }] },
			{ phones: [{ value: phone, primary: true, shared: false }] },
		],
		["holes in lists", { phones: [null, undefined, "", phone] }, { phones: [{ value: phone }] }],
		["an address in one line", { address: "1 Main St, Boston" }, { addresses: [{ text: "1 Main St, Boston" }] }],
		[
			"an address in parts",
			{ address: { city: "Boston", postalCode: 2110 } },
			{ addresses: [{ city: "Boston", postalCode: "2110" }] },
		],
		["a handle with @", { handles: "@TDefren" }, { handles: [{ handle: "TDefren" }] }],
		[
			"a handle with its network",
			{ handles: "twitter: @tdefren" },
			{ handles: [{ platform: "x", handle: "tdefren" }] },
		],
		[
			"a handle with its server",
			{ handles: ["@todd@social.example"] },
			{ handles: [{ platform: "mastodon", handle: "todd", instance: "social.example" }] },
		],
		[
			"a handle and server with its network",
			{ handles: ["Pixelfed:todd@pics.example"] },
			{ handles: [{ platform: "pixelfed", handle: "todd", instance: "pics.example" }] },
		],
		[
			"a Matrix id",
			{ handles: ["@todd:chat.example"] },
			{ handles: [{ platform: "matrix", handle: "todd", instance: "chat.example" }] },
		],
		["a DID", { handles: ["did:plc:abc234"] }, { handles: [{ platform: "bluesky", id: "did:plc:abc234" }] }],
		[
			"the address of a profile",
			{ handles: ["https://twitter.com/TDefren"] },
			{ handles: [{ platform: "x", handle: "TDefren" }] },
		],
		[
			"an address that is no profile",
			{ handles: ["https://todd.example/about"] },
			{ links: ["https://todd.example/about"] },
		],
		[
			"a firm's page",
			{ handles: ["https://www.linkedin.com/company/acme"] },
			{ links: ["https://www.linkedin.com/company/acme"] },
		],
		[
			"a handle as an object",
			{
				handles: {
					platform: "Twitter",
					handle: "@tdefren",
					id: 12,
					grade: "Proven",
					instance: "https://Social.Example/",
				},
			},
			{ handles: [{ platform: "x", handle: "tdefren", id: "12", grade: "proven", instance: "social.example" }] },
		],
		[
			"handles written in two ways",
			{ handles: ["x:tdefren", { handle: "tdefren", platform: "twitter" }] },
			{ handles: [{ platform: "x", handle: "tdefren" }] },
		],
		["an invisible mark before a handle", { handles: ["\u200e@tdefren"] }, { handles: [{ handle: "tdefren" }] }],
		["one link", { link: "https://todd.example" }, { links: ["https://todd.example"] }],
		[
			"an interaction",
			{ interactions: { channel: "Call", at: "2026-11-20T10:00:00Z", references: 4711, state: "open", extra: 1 } },
			{ interactions: [{ channel: "call", at: "2026-11-20T10:00:00Z", references: ["4711"], state: "open" }] },
		],
		[
			"something public in an interaction",
			{ interactions: [{ channel: "post", handle: "@todd@social.example" }] },
			{ interactions: [{ channel: "post", platform: "mastodon", handle: "todd@social.example" }] },
		],
		[
			"an interaction of a customer who was signed in",
			{ interactions: [{ channel: "chat", platform: "Twitter", accountId: 77, authenticated: "yes" }] },
			{ interactions: [{ channel: "chat", platform: "x", accountId: "77", authenticated: true }] },
		],
		[
			"a DID in an interaction",
			{ interactions: [{ id: 5, channel: "post", handle: "did:plc:abc234" }] },
			{ interactions: [{ id: "5", channel: "post", platform: "bluesky", handle: "did:plc:abc234" }] },
		],
		[
			"an interaction without a channel",
			{ interactions: [{ text: "hello", thread: 4711, author: " Ana " }] },
			{ interactions: [{ channel: "other", text: "hello", thread: "4711", author: "Ana" }] },
		],
		[
			"what is known of the whole",
			{ name: "Acme", kind: "Organization", status: "CUSTOMER", source: "hubspot", organization: "Acme" },
			{ names: [{ full: "Acme" }], kind: "organization", status: "customer", source: "hubspot", organization: "Acme" },
		],
		[
			"consent",
			{ consent: { doNotCall: true, doNotEmail: "no", preferredChannel: "email" } },
			{ consent: { doNotCall: true, doNotEmail: false, preferredChannel: "email" } },
		],
		[
			"attributes",
			{ attributes: { tier: "gold", seats: 3, vip: true, gone: null } },
			{ attributes: { tier: "gold", seats: 3, vip: true } },
		],
		[
			"keys that mean nothing here",
			{ name: "Todd Defren", favouriteColour: "green", __v: 0 },
			{ names: [{ full: "Todd Defren" }] },
		],
		[
			"null everywhere",
			{ name: null, emails: null, phones: [], handles: "", consent: null, attributes: null, status: null },
			{},
		],
	];

	it.each(table)("reads %s", (_what, input, expected) => {
		const read = record(input);
		expect(read.record).toEqual({ ...emptyRecord, ...expected });
		const matchable = Object.keys(expected).some((key) =>
			["names", "emails", "phones", "links", "handles", "interactions"].includes(key),
		);
		expect(paths(read.warnings)).toEqual(matchable ? [] : [""]);
	});

	it("keeps a record on which nothing can be matched, and says so", () => {
		expect(record({ organization: "Acme" })).toEqual({
			record: { ...emptyRecord, organization: "Acme" },
			warnings: [
				{ code: "SHAPE", path: "", reason: "Nothing to match on: no name, email, phone, handle, link or interaction." },
			],
		});
	});

	it("shares nothing with the input", () => {
		const input = {
			names: [{ full: "Todd Defren" }],
			attributes: { tier: "gold" },
			consent: { doNotCall: true },
			links: ["https://todd.example"],
		};
		const { record: copy } = record(input);
		(input.names[0] as { full: string }).full = "Somebody Else";
		input.attributes.tier = "none";
		input.consent.doNotCall = false;
		input.links.length = 0;
		expect(copy).toMatchObject({
			names: [{ full: "Todd Defren" }],
			attributes: { tier: "gold" },
			consent: { doNotCall: true },
			links: ["https://todd.example"],
		});
	});
});

describe("rows of spreadsheets and CRM exports", () => {
	const read = (input: object) => {
		const one = readRecord(input, 0);
		if ("quarantined" in one) throw new Error(`quarantined: ${one.quarantined.reason}`);
		return one;
	};
	const table: readonly (readonly [what: string, row: object, expected: Partial<CrmRecord>])[] = [
		[
			"HubSpot's export",
			{
				"Record ID": "51",
				"First Name": "Chidi",
				"Last Name": "Okafor",
				Email: "chidi@example.org",
				"Phone Number": "+1 617 555 0177",
				"Mobile Phone Number": "",
				"Job Title": "Analyst",
				"Company Name": "Cedar Labs",
				City: "Boston",
				"State/Region": "MA",
				"Postal Code": 2110,
				"Country/Region": "United States",
				"Twitter Username": "@chidi_o",
				"LinkedIn URL": "linkedin.com/in/chidi-okafor",
				"Website URL": "https://chidi.example",
				"Lifecycle Stage": "Lead",
				"Contact owner": "Maria Lopez",
			},
			{
				id: "51",
				names: [{ given: "Chidi", family: "Okafor" }],
				emails: [{ value: "chidi@example.org" }],
				phones: [{ value: "+1 617 555 0177" }],
				title: "Analyst",
				organization: "Cedar Labs",
				addresses: [{ city: "Boston", region: "MA", postalCode: "2110", country: "United States" }],
				handles: [
					{ platform: "x", handle: "chidi_o" },
					{ platform: "linkedin", handle: "chidi-okafor" },
				],
				links: ["https://chidi.example"],
			},
		],
		[
			"HubSpot's property names",
			{
				hs_object_id: 51,
				firstname: "Chidi",
				lastname: "Okafor",
				email: "chidi@example.org",
				mobilephone: "617 555 0177",
				jobtitle: "Analyst",
				company: "Cedar Labs",
				twitterhandle: "chidi_o",
			},
			{
				id: "51",
				names: [{ given: "Chidi", family: "Okafor" }],
				emails: [{ value: "chidi@example.org" }],
				phones: [{ value: "617 555 0177" }],
				title: "Analyst",
				organization: "Cedar Labs",
				handles: [{ platform: "x", handle: "chidi_o" }],
			},
		],
		[
			"Salesforce's fields",
			{ Id: "003A", AccountId: "001B", Name: "Chidi Okafor", MailingCity: "Boston", HomePhone: "617 555 0177" },
			{
				id: "003A",
				names: [{ full: "Chidi Okafor" }],
				addresses: [{ city: "Boston" }],
				phones: [{ value: "617 555 0177" }],
			},
		],
		[
			"several columns of one kind, in our order whatever theirs is",
			{ ID: "1", "work-email": "c@example.com", "E-mail 2 - Value": "b@example.com", EMAIL: "a@example.com" },
			{
				id: "1",
				emails: [{ value: "a@example.com" }, { value: "b@example.com" }, { value: "c@example.com" }],
			},
		],
		[
			"an exact key before a column of another spelling",
			{
				id: "1",
				"Record ID": "2",
				title: "CEO",
				"Job Title": "Clerk",
				firstName: "Ana",
				"First Name": "Bea",
				Email: null,
			},
			{ id: "1", names: [{ given: "Ana" }], title: "CEO" },
		],
		[
			"surnames that look like empty cells",
			{ id: "1", First: "Min", Last: "Na" },
			{ names: [{ given: "Min", family: "Na" }] },
		],
		[
			"a refusal under a capital letter",
			{ id: "1", Name: "Ana Costa", Consent: { doNotCall: true } },
			{ names: [{ full: "Ana Costa" }], consent: { doNotCall: true } },
		],
	];

	it.each(table)("%s", (_what, row, expected) => {
		expect(read(row)).toEqual({ record: { ...emptyRecord, ...expected }, warnings: [] });
	});

	it("are not refused for a column about some other consent", () => {
		expect(read({ id: "1", name: "Ana Costa", Consent: "Newsletter", Interactions: 12 })).toEqual({
			record: { ...emptyRecord, names: [{ full: "Ana Costa" }] },
			warnings: [],
		});
	});

	it("are not read through the prototype or by keys that mean something else", () => {
		const row = Object.assign(Object.create({ "Last Name": "Costa" }), {
			id: "1",
			Name: "Ana",
			x: 4,
			y: 2,
			AccountId: 7,
		});
		expect(read(row).record).toEqual({ ...emptyRecord, names: [{ full: "Ana" }] });
	});

	it("say how many columns look like names, emails or phones and were not read, and not which", () => {
		const { warnings } = read({
			id: "1",
			Vorname: "Chidi",
			Nachname: "Okafor",
			"Correo de Chidi": "chidi@example.org",
			"Mailing Code": "7",
			"Cancelled At": "2026-11-20",
			handle: "chidi_o",
		});
		expect(warnings).toEqual([
			{ code: "SHAPE", path: "names", reason: "2 columns look like names and were left out: no known columns." },
			{ code: "SHAPE", path: "emails", reason: "1 column looks like emails and was left out: no known column." },
		]);
	});

	it("are not scolded for other columns when there is a name", () => {
		expect(read({ id: "1", name: "Chidi Okafor", Vorname: "Chidi", "Campaign Name": "Spring" }).warnings).toEqual([]);
	});
});

describe("cells as people fill them", () => {
	const values = (points: readonly { readonly value: string }[]) => points.map(({ value }) => value);

	it.each([
		["chidi@example.org; chidi.o@example.net", ["chidi@example.org", "chidi.o@example.net"]],
		[
			"chidi@example.org / chidi.o@example.net\nc@example.com|n/a",
			["chidi@example.org", "chidi.o@example.net", "c@example.com"],
		],
		['"Okafor, Chidi" <chidi@example.org>', ['"Okafor, Chidi" <chidi@example.org>']],
		["sales/chidi@example.org", ["sales/chidi@example.org"]],
	])("emails in %j", (cell, expected) => {
		const { record: one, warnings } = record({ email: cell });
		expect(values(one.emails)).toEqual(expected);
		expect(warnings).toEqual([]);
	});

	it.each([
		["617 555 0142 / 617 555 0177", ["617 555 0142", "617 555 0177"]],
		["617-555-0142 or 617-555-0177; +1 617 555 0101", ["617-555-0142", "617-555-0177", "+1 617 555 0101"]],
		["030/5550 0142", ["030/5550 0142"]],
		["+44 (0)20 7946 0018", ["+44 (0)20 7946 0018"]],
		["+1 617 555 0142;ext=77", ["+1 617 555 0142;ext=77"]],
		["617 555 0142 ext 5 / 6", ["617 555 0142 ext 5 / 6"]],
		["1-800-FLOWERS", ["1-800-FLOWERS"]],
		["6175550177.0", ["6175550177"]],
		["+16175550177.0", ["+16175550177"]],
		["617.555.0177", ["617.555.0177"]],
	])("phones in %j", (cell, expected) => {
		const { record: one, warnings } = record({ phones: [cell] });
		expect(values(one.phones)).toEqual(expected);
		expect(warnings).toEqual([]);
	});

	it.each(["n/a", "N/A", "#N/A", "none", "-", "--", "unknown", "null", "NULL", "na", "nan"])(
		"%j means not known, which is no news",
		(cell) => {
			expect(record({ handle: "t", email: cell, phones: [cell, { value: cell, label: "home" }], title: cell })).toEqual(
				{
					record: { ...emptyRecord, handles: [{ handle: "t" }] },
					warnings: [],
				},
			);
		},
	);

	it("a name is dropped for such words only where nobody is called so", () => {
		const named = (firstName: string, lastName: string) => record({ handle: "t", firstName, lastName }).record.names[0];
		expect(named("n/a", "Okafor")).toEqual({ family: "Okafor" });
		expect(named("Unknown", "Okafor")).toEqual({ family: "Okafor" });
		expect(named("Chidi", "-")).toEqual({ given: "Chidi" });
		expect(named("Chidi", "NULL")).toEqual({ given: "Chidi" });
		expect(named("Christopher", "Null")).toEqual({ given: "Christopher", family: "Null" });
		expect(named("Nan", "Na")).toEqual({ given: "Nan", family: "Na" });
	});

	it("keeps Namibia", () => {
		expect(record({ name: "T", address: { country: "NA" } }).record.addresses).toEqual([{ country: "NA" }]);
	});

	const placeholder = "A placeholder, as people fill in where a form asks for something.";
	it.each([
		["email", "not an email", "Not an email address."],
		["email", "todd@localhost", "Not an email address."],
		["email", "noemail@example.com", placeholder],
		["email", "no-reply@example.com", placeholder],
		["email", "test@test.com", placeholder],
		["email", "NA@na.na", placeholder],
		["phone", "call the office", "Holds no telephone number."],
		["phone", "1234567890", placeholder],
		["phone", "(555) 555-5555", placeholder],
		["phone", "+1 000 000 0000", placeholder],
		["phone", "999-999-9999", placeholder],
		["phone", "111 1111", placeholder],
		["name", "Test Test", placeholder],
		["name", "no name", placeholder],
		["name", "Firstname Lastname", placeholder],
	])("%s %j is left out with a warning", (key, cell, reason) => {
		expect(record({ handle: "t", [key]: cell })).toEqual({
			record: { ...emptyRecord, handles: [{ handle: "t" }] },
			warnings: [{ code: "SHAPE", path: key, reason }],
		});
	});

	it("leaves out a placeholder in two columns", () => {
		expect(record({ handle: "t", "First Name": "Test", "Last Name": "User" })).toMatchObject({
			record: { names: [] },
			warnings: [{ path: "names", reason: placeholder }],
		});
	});

	it.each([
		["email", "example@example.com"],
		["email", "test@example.com"],
		["email", "na@example.com"],
		["email", "noemie@example.com"],
		["phone", "911"],
		["phone", "617 555 5555"],
		["phone", "+49 30 12345678"],
		["phone", "0800 3333333"],
		["name", "Test"],
		["name", "Ana Test"],
		["name", "First Horizon"],
		["name", "Customer Service"],
	])("%s %j may be somebody's", (key, cell) => {
		const { record: one, warnings } = record({ [key]: cell });
		expect([...one.names, ...one.emails, ...one.phones]).toHaveLength(1);
		expect(warnings).toEqual([]);
	});
});

describe("bad parts of a good record", () => {
	const name = { name: "Todd Defren" };
	const table: readonly (readonly [
		what: string,
		input: object,
		expected: Partial<CrmRecord>,
		warnings: readonly string[],
	])[] = [
		["names of the wrong type", { names: 42 }, {}, ["names: Expected a string, found a number."]],
		[
			"a list in a list",
			{ emails: [["todd@example.com"]] },
			{},
			["emails.0: Expected a string or an object, found a list."],
		],
		["an email that is a number", { emails: [42] }, {}, ["emails.0: Expected a string, found a number."]],
		[
			"a contact point under another key",
			{ emails: [{ address: "todd@example.com" }] },
			{},
			["emails.0: Has none of the keys value."],
		],
		["a contact point that is empty", { emails: [{ value: "", label: "work" }, { value: null }] }, {}, []],
		[
			"one bad flag",
			{ phones: [{ value: "+1 212 555 0147", primary: "perhaps" }] },
			{ phones: [{ value: "+1 212 555 0147" }] },
			["phones.0.primary: Expected a boolean, found a string."],
		],
		[
			"a phone number that a spreadsheet has rounded",
			{ phones: ["5.03556E+09", "+1 212 555 0147"] },
			{ phones: [{ value: "+1 212 555 0147" }] },
			["phones.0: A spreadsheet has rounded this number. Export the column as text."],
		],
		["a phone number that is not whole", { phone: 2125550147.5 }, {}, ["phone: Expected a string, found a number."]],
		[
			"an unknown status",
			{ status: "Lead" },
			{},
			["status: Expected one of customer, prospect, former, partner, employee, unknown."],
		],
		[
			"an unknown channel",
			{ interactions: [{ channel: "fax", topic: "order" }] },
			{ interactions: [{ channel: "other", topic: "order" }] },
			[
				"interactions.0.channel: Expected one of call, email, chat, sms, ticket, dm, post, blog, comment, meeting, order, other.",
			],
		],
		[
			"one bad reference",
			{ interactions: [{ channel: "call", references: ["A1", {}] }] },
			{ interactions: [{ channel: "call", references: ["A1"] }] },
			["interactions.0.references.1: Has none of the keys value."],
		],
		["a handle of nothing", { handles: ["@"] }, {}, ["handles.0: Nothing readable in it."]],
		[
			"a nested attribute",
			{ attributes: { a: 1, secret: { b: 2 }, c: Number.NaN } },
			{ attributes: { a: 1 } },
			[
				"attributes: Number 2: expected a string, number or boolean, found an object.",
				"attributes: Number 3: expected a string, number or boolean, found a number that is not finite.",
			],
		],
	];

	it.each(table)("leaves out %s", (_what, input, expected, warnings) => {
		const read = record({ ...name, ...input });
		expect(read.record).toEqual({ ...emptyRecord, names: [{ full: "Todd Defren" }], ...expected });
		expect(read.warnings.map(({ path, reason }) => `${path}: ${reason}`)).toEqual(warnings);
		expect(read.warnings.every(({ code }) => code === "SHAPE")).toBe(true);
	});

	it("takes consent that it cannot read for a refusal", () => {
		expect(record({ ...name, consent: { doNotMatch: "perhaps", doNotCall: false } })).toMatchObject({
			record: { consent: { doNotMatch: true, doNotCall: false } },
			warnings: [{ code: "SHAPE", path: "consent.doNotMatch" }],
		});
		expect(record({ ...name, consent: "opted out" })).toMatchObject({
			record: { consent: { doNotContact: true, doNotMatch: true } },
			warnings: [{ code: "SHAPE", path: "consent" }],
		});
		expect(
			record({ ...name, emails: [{ value: "todd@example.com", mayContact: {} }] }).record.emails[0]?.mayContact,
		).toBe(false);
	});

	it("cuts text that is too long and leaves identifiers that are too long out", () => {
		const long = "a".repeat(limits.post + 1);
		const read = record({
			name: long,
			emails: [long],
			handles: [long],
			interactions: [{ channel: "call", text: long, url: long }],
		});
		expect(read.record.names[0]?.full).toHaveLength(limits.name);
		expect(read.record.interactions[0]?.text).toHaveLength(limits.post);
		expect(read.record).toMatchObject({ emails: [], handles: [], interactions: [{ channel: "call" }] });
		expect(read.warnings.every(({ code }) => code === "LIMIT")).toBe(true);
		expect(paths(read.warnings)).toEqual([
			"name",
			"handles.0",
			"emails.0",
			"interactions.0.text",
			"interactions.0.url",
		]);
	});

	it("reads attributes up to their caps", () => {
		const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`key${index}`, index]));
		const read = record({
			...name,
			attributes: { ["n".repeat(limits.name + 1)]: 1, note: "x".repeat(limits.value + 1), ...many },
		});
		expect(Object.keys(read.record.attributes)).toHaveLength(limits.attributes - 1);
		expect(read.record.attributes["note"]).toHaveLength(limits.value);
		expect(read.warnings.map(({ code, path }) => `${code} ${path}`)).toEqual(Array(3).fill("LIMIT attributes"));
	});

	it("reads lists up to their cap", () => {
		const read = record({
			emails: Array.from({ length: 1000 }, (_, index) => `todd${index}@example.com`),
			email: "last@example.com",
		});
		expect(read.record.emails).toHaveLength(limits.contacts);
		expect(read.warnings).toEqual([
			{ code: "LIMIT", path: "emails", reason: `Only the first ${limits.contacts} items are read.` },
		]);
	});

	it("says no more than a hundred things about one record", () => {
		const interactions = Array.from({ length: 500 }, () => ({ channel: {}, at: {}, text: [1] }));
		expect(record({ ...name, interactions }).warnings).toHaveLength(100);
	});
});

describe("records that cannot be used", () => {
	const cure =
		"Give each record an id of its own: a string, or an integer up to 2^53 - 1 (write longer ones as strings).";
	it.each([
		["no id", {}, "id", `Expected a string, found nothing. ${cure}`],
		["a blank id", { id: "  " }, "id", `Expected a string, found nothing. ${cure}`],
		["an object as id", { id: { $oid: "5f" } }, "id", `Expected a string, found an object. ${cure}`],
		[
			"an id that is not a number",
			{ id: Number.NaN },
			"id",
			`Expected a string, found a number that is not finite. ${cure}`,
		],
		["an id with decimals", { id: 1.5 }, "id", `Expected a string, found a number. ${cure}`],
		[
			"an id that JavaScript has rounded",
			{ id: 2 ** 53 + 2 },
			"id",
			`Expected a string, found an integer above 2^53 - 1. ${cure}`,
		],
		["an id of broken Unicode", { id: "a\ud800" }, "id", `Has broken or piled-up characters. ${cure}`],
		["null", null, "", "A record is an object with an id; found nothing."],
		["a list", [1], "", "A record is an object with an id; found a list."],
		["a string", "todd", "", "A record is an object with an id; found a string."],
		["a function", () => 1, "", "A record is an object with an id; found a function."],
	])("quarantines %s", (_what, input, path, reason) => {
		expect(readRecord(input, 7)).toEqual({ quarantined: { code: "SHAPE", path, reason, index: 7 } });
	});

	it("quarantines an id over the cap", () => {
		expect(readRecord({ id: "a".repeat(limits.id + 1) }, 0)).toMatchObject({
			quarantined: { code: "LIMIT", path: "id" },
		});
	});

	it.each([
		[42, "42"],
		[-0, "0"],
		[0, "0"],
		["01", "01"],
		["1e3", "1e3"],
		[" 7 ", "7"],
	])("takes %j for an id", (id, expected) => {
		expect(record({ id }).record.id).toBe(expected);
	});
});

describe("profiles", () => {
	const emptyProfile = {
		links: [],
		emails: [],
		emailHashes: [],
		phones: [],
		posts: [],
		interactions: [],
		attributes: {},
	};
	const hash = "0BC83CB571CD1C50BA6F3E8A78EF1346";
	const table: readonly (readonly [input: unknown, expected: Partial<SocialProfile>])[] = [
		["@TDefren", { handle: "TDefren" }],
		[" tdefren ", { handle: "tdefren" }],
		["x:tdefren", { platform: "x", handle: "tdefren" }],
		["https://x.com/tdefren", { platform: "x", handle: "tdefren" }],
		["@todd@social.example", { platform: "mastodon", handle: "todd", instance: "social.example" }],
		["acct:todd@social.example", { platform: "mastodon", handle: "todd", instance: "social.example" }],
		["todd@example.com", { emails: [{ value: "todd@example.com" }] }],
		["https://todd.example", { links: [{ url: "https://todd.example" }] }],
		["todd.bsky.social", { platform: "bluesky", handle: "todd.bsky.social" }],
		["", {}],
		[{}, {}],
		[{ handle: "@todd@social.example" }, { platform: "mastodon", handle: "todd", instance: "social.example" }],
		[
			{ platform: "Mastodon", handle: "todd@social.example" },
			{ platform: "mastodon", handle: "todd", instance: "social.example" },
		],
		[
			{ platform: "twitter", handle: "@tdefren", id: 9, displayName: "Todd Defren", bio: "PR", location: null },
			{ platform: "x", handle: "tdefren", id: "9", displayName: "Todd Defren", bio: "PR" },
		],
		[
			{ handle: "t", links: "https://todd.example", posts: "hello" },
			{ handle: "t", links: [{ url: "https://todd.example" }], posts: [{ text: "hello" }] },
		],
		[
			{ links: [{ url: "https://todd.example", verified: true }, "https://todd.example"] },
			{ links: [{ url: "https://todd.example", verified: true }] },
		],
		[
			{ posts: [{ text: "hello", at: "2026-11-20", channel: "Comment" }, { text: "hello" }], pronouns: " she/her " },
			{ posts: [{ text: "hello", at: "2026-11-20", channel: "comment" }, { text: "hello" }], pronouns: "she/her" },
		],
		[
			{ email: "todd@example.com", phone: 2125550147 },
			{ emails: [{ value: "todd@example.com" }], phones: [{ value: "2125550147" }] },
		],
		[{ emailHashes: hash }, { emailHashes: [hash.toLowerCase()] }],
	];

	it.each(table)("reads %j", (input, expected) => {
		expect(readProfile(input)).toEqual({ profile: { ...emptyProfile, ...expected }, warnings: [] });
	});

	it("leaves out what it cannot read, with warnings", () => {
		const { profile, warnings } = readProfile({
			handle: {},
			bio: "b".repeat(limits.bio + 1),
			posts: [{ at: "2026-11-20" }, 5],
			emailHashes: ["todd"],
		});
		expect(profile).toEqual({ ...emptyProfile, bio: "b".repeat(limits.bio) });
		expect(warnings.map(({ code, path }) => `${code} ${path}`)).toEqual([
			"SHAPE handle",
			"LIMIT bio",
			"SHAPE emailHashes.0",
			"SHAPE posts.0",
			"SHAPE posts.1",
		]);
	});

	it.each([
		[null, "nothing"],
		[undefined, "nothing"],
		[42, "a number"],
		[true, "a boolean"],
		[["@todd"], "a list"],
		[Symbol("todd"), "a symbol"],
	])("refuses %s", (input, kind) => {
		try {
			readProfile(input);
			expect.unreachable();
		} catch (error) {
			expect(error).toBeInstanceOf(SameAsError);
			expect(error).toMatchObject({
				code: "SHAPE",
				message: `A profile is a handle (a string) or an object; found ${kind}.`,
			});
		}
	});
});
