import { describe, expect, it } from "vitest";
import { combine, fromSalesforce } from "../../src/crm.js";
import { crmContract } from "../../src/testing.js";
import { payloadsOf } from "./payloads.js";

const object = (type: string, Id: string, fields: object = {}) => ({
	attributes: { type, url: `/services/data/v66.0/sobjects/${type}/${Id}` },
	Id,
	...fields,
});
const ANA = "003Dm00000AnAcOIAV";
const CASE = "500Dm00000CaSe1IAF";
const contact = object("Contact", ANA, {
	FirstName: "Ana",
	LastName: "Costa",
	Name: "Ana Costa",
	Email: "ana@example.com",
	Phone: "(617) 555-0100",
	MobilePhone: "617.555.0142",
	AssistantPhone: "(617) 555-0199",
	Fax: "(617) 555-0198",
	MailingCity: "Lisbon",
	MailingAddress: { city: "Lisbon", country: "Portugal", street: null },
	Description: "Twitter: @anacosta_ (told us on the phone)",
	HasOptedOutOfEmail: false,
	DoNotCall: false,
	LastModifiedDate: "2026-09-15T07:22:00.000+0000",
	Account: { attributes: { type: "Account" }, Name: "Cedar Labs", Type: "Customer - Direct" },
});
const lead = object("Lead", "00QDm00000LeAd1IAF", {
	FirstName: "Ana",
	LastName: "Cotsa",
	Company: "[not provided]",
	Email: "a.costa@example.net",
	City: "Lisbon",
	IsConverted: false,
});
const account = object("Account", "001Dm00000CeDaRIAV", {
	Name: "Cedar Labs",
	Phone: "617 555 0100",
	Type: "Prospect",
});
const serviceCase = object("Case", CASE, {
	CaseNumber: "00001042",
	ContactId: ANA,
	Subject: "Reads zero",
	Description: "Since Monday.",
	Origin: "Phone",
	IsClosed: true,
	ClosedDate: "2026-09-17T09:00:00.000+0000",
	CreatedDate: "2026-09-14T15:10:00.000+0000",
	CaseComments: {
		totalSize: 1,
		done: true,
		records: [
			{
				attributes: { type: "CaseComment", url: "/sobjects/CaseComment/00aDm00000CoMm1IAF" },
				CommentBody: "Booked.",
				IsPublished: false,
			},
		],
	},
});
const comment = object("CaseComment", "00aDm00000CoMm2IAF", {
	ParentId: CASE,
	CommentBody: "Thanks!",
	IsPublished: true,
});
const task = object("Task", "00TDm00000TaSk1IAF", {
	WhoId: ANA,
	WhatId: CASE,
	Subject: "Call: reads zero",
	IsClosed: true,
	ActivityDate: "2026-09-14",
	CreatedDate: "2026-09-14T15:08:02.000+0000",
	TaskSubtype: "Call",
	CallType: "Inbound",
});
const voiceCall = object("VoiceCall", "0LQDm00000VoIc1IAF", {
	CallType: "Inbound",
	FromPhoneNumber: "+16175550142",
	ToPhoneNumber: "+18005550199",
	CallStartDateTime: "2026-09-14T15:02:10.000+0000",
	ActivityId: "00TDm00000TaSk1IAF",
});
const mail = object("EmailMessage", "02sDm00000MaIl1IAF", {
	ParentId: CASE,
	Incoming: true,
	FromAddress: "ana@example.com",
	FromName: "Ana Costa",
	ToAddress: "help@example.org",
	Subject: "Still zero",
	TextBody: "Any news?",
	MessageDate: "2026-09-15T08:00:00.000+0000",
});
const persona = object("SocialPersona", "0SPDm00000PeRs1OAF", {
	Name: "anacosta_",
	ParentId: ANA,
	Provider: "Twitter",
	ExternalId: "1999000000000000001",
	CreatedDate: "2024-05-01T17:00:00.000+0000",
});
const post = object("SocialPost", "0STDm00000PoSt1OAF", {
	Content: "Still reads zero",
	Posted: "2026-09-14T16:12:03.000+0000",
	Handle: "anacosta_",
	Provider: "Twitter",
	MessageType: "Reply",
	PersonaId: "0SPDm00000PeRs1OAF",
	ParentId: CASE,
	IsOutbound: false,
});
const page = (records: readonly unknown[]) => ({ totalSize: records.length, done: true, records });

describe("the contract", () => {
	const objects = [contact, lead, account, serviceCase, comment, task, voiceCall, mail, persona, post];
	const samples = objects.map((item) => ({ item, envelope: page }));
	for (const { name, run } of crmContract(fromSalesforce, samples)) it(name, run);
});

const recordOf = (...items: readonly unknown[]) => fromSalesforce(items).records[0];
const happenedIn = (...items: readonly unknown[]) => fromSalesforce(items).interactions;

describe("fromSalesforce, on people", () => {
	it.each(payloadsOf("salesforce"))("reads $file", ({ payload }) => {
		expect(fromSalesforce(payload).warnings).toEqual([]);
	});

	it("gives every contact point with its field, and leaves out the assistant's number", () => {
		const source = (field: string) => ({
			source: `salesforce:Contact.${field}`,
			observedAt: "2026-09-15T07:22:00.000Z",
		});
		expect(recordOf(contact)).toEqual({
			id: `salesforce:${ANA}`,
			source: "salesforce",
			names: [{ given: "Ana", family: "Costa" }],
			emails: [{ value: "ana@example.com", label: "email", ...source("Email") }],
			phones: [
				{ value: "(617) 555-0100", label: "work", ...source("Phone") },
				{ value: "617.555.0142", label: "mobile", ...source("MobilePhone") },
			],
			addresses: [{ city: "Lisbon", country: "Portugal" }],
			organization: "Cedar Labs",
			handles: [{ handle: "anacosta_", grade: "mentioned", source: "salesforce:Contact.Description" }],
			status: "customer",
			consent: { doNotEmail: false, doNotCall: false },
		});
	});

	it("takes the id of 15 characters and that of 18 for one", () => {
		const short = object("SocialPersona", "0SPDm00000PeRs1", { ...persona, ParentId: ANA.slice(0, 15), Id: undefined });
		const { handles } = fromSalesforce({ ...short, Id: "0SPDm00000PeRs1" });
		expect(handles[0]?.recordId).toBe(`salesforce:${ANA}`);
	});

	it("knows an object by its id where nothing else says what it is", () => {
		expect(recordOf({ ...contact, attributes: undefined })?.id).toBe(`salesforce:${ANA}`);
	});

	it.each<[string, object, string]>([
		["a lead that is open is a prospect", lead, "prospect"],
		["one that was converted is what it became", { ...lead, IsConverted: true }, "unknown"],
		["a contact is what its account is", contact, "customer"],
		[
			"a partner, by a type that the words alone do not tell",
			{ ...contact, Account: { Type: "Channel Partner / Reseller" } },
			"partner",
		],
		["a type of the organization's own", { ...contact, Account: { Type: "Tier 3" } }, "unknown"],
		["a contact without an account", { ...contact, Account: null }, "unknown"],
	])("relation: %s", (_, item, status) => {
		expect(recordOf(item)?.status).toBe(status);
	});

	it.each<[string, object, object]>([
		["calls", { DoNotCall: true }, { doNotCall: true, doNotEmail: false }],
		["mail", { HasOptedOutOfEmail: true }, { doNotCall: false, doNotEmail: true }],
		[
			"profiling",
			{ Individual: { HasOptedOutProfiling: true } },
			{ doNotCall: false, doNotEmail: false, doNotMatch: true },
		],
		[
			"being remembered",
			{ Individual: { ShouldForget: true, HasOptedOutProcessing: false } },
			{ doNotCall: false, doNotEmail: false, doNotMatch: true },
		],
		["nothing", { Individual: { ShouldForget: false } }, { doNotCall: false, doNotEmail: false, doNotMatch: false }],
	])("consent: refuses %s", (_, fields, consent) => {
		expect(recordOf({ ...contact, ...fields })?.consent).toEqual(consent);
	});

	it("finds what a person has refused in an individual that comes along, and says when it does not", () => {
		const person = { ...contact, IndividualId: "0PKDm00000InDi1" };
		const individual = object("Individual", "0PKDm00000InDi1OAF", { HasOptedOutProcessing: true });
		expect(recordOf(page([person]), page([individual]))?.consent).toMatchObject({ doNotMatch: true });
		expect(fromSalesforce(person).warnings).toEqual([
			{ code: "SHAPE", path: "IndividualId", reason: "What this individual has refused is not in the payload." },
		]);
	});

	it("marks an address from which mail came back, and numbers at which not to call", () => {
		const { emails, phones } = recordOf({ ...contact, IsEmailBounced: true, DoNotCall: true }) ?? {};
		expect(emails).toMatchObject([{ label: "bounced", verified: false }]);
		expect(phones).toMatchObject([{ mayContact: false }, { mayContact: false }]);
	});

	it("has no company and no surname where a web form did not ask", () => {
		const { organization, names } = recordOf({ ...lead, LastName: "[not provided]" }) ?? {};
		expect([organization, names]).toEqual([undefined, [{ given: "Ana" }]]);
	});

	it("keeps a firm apart from people, and takes a person account for a person under two ids", () => {
		expect(recordOf(account)).toMatchObject({ kind: "organization", names: "Cedar Labs", status: "prospect" });
		const person = object("Account", "001Dm00000PeRsOIAV", {
			IsPersonAccount: true,
			PersonContactId: ANA,
			FirstName: "Ana",
			LastName: "Costa",
			PersonEmail: "ana@example.com",
		});
		const { records, successors } = fromSalesforce(person);
		expect(records).toMatchObject([
			{ names: [{ given: "Ana" }], emails: [{ source: "salesforce:Account.PersonEmail" }] },
		]);
		expect(successors).toEqual([{ from: `salesforce:${ANA}`, to: "salesforce:001Dm00000PeRsOIAV" }]);
	});

	it("drops what was deleted, and follows what was merged or converted", () => {
		expect(recordOf({ ...contact, IsDeleted: true })).toBeUndefined();
		const merged = { ...contact, Id: "003Dm00000AnAc2IAF", IsDeleted: true, MasterRecordId: ANA };
		const converted = { ...lead, IsConverted: true, ConvertedContactId: "003Dm00000AnAc2" };
		const { records } = combine([fromSalesforce([converted, merged]), fromSalesforce(contact)]);
		expect(records).toHaveLength(1);
		expect(records[0]).toMatchObject({ id: `salesforce:${ANA}`, status: "customer" });
		expect(records[0]?.names).toContainEqual({ given: "Ana", family: "Cotsa" });
		expect(records[0]?.emails.map(({ value }) => value)).toEqual(["ana@example.com", "a.costa@example.net"]);
	});
});

describe("fromSalesforce, on what happened", () => {
	it("files a case with its number, state and comments", () => {
		const [opened, noted] = happenedIn(serviceCase);
		expect(opened).toEqual({
			party: { recordId: `salesforce:${ANA}` },
			interaction: {
				id: `salesforce:${CASE}`,
				thread: `salesforce:${CASE}`,
				channel: "call",
				direction: "inbound",
				at: "2026-09-14T15:10:00.000Z",
				topic: "Reads zero",
				text: "Since Monday.",
				references: ["00001042"],
				state: "closed",
				resolvedAt: "2026-09-17T09:00:00.000Z",
				source: "salesforce:Case",
			},
		});
		expect(noted?.interaction).toMatchObject({
			id: "salesforce:00aDm00000CoMm1IAF",
			direction: "internal",
			text: "Booked.",
		});
	});

	it("takes what a web form says for a party, not for a record", () => {
		const form = {
			...serviceCase,
			ContactId: null,
			AccountId: "001Dm00000CeDaRIAV",
			SuppliedName: "Ana C.",
			SuppliedEmail: "ana@example.com",
			SuppliedPhone: "617 555 0142",
		};
		const { records, interactions } = fromSalesforce(form);
		expect(records).toEqual([]);
		expect(interactions[0]?.party).toEqual({ name: "Ana C.", email: "ana@example.com", phone: "617 555 0142" });
	});

	it("reads calls that were made, not those that are to be made or other things to do", () => {
		expect(
			happenedIn({ ...task, IsClosed: false }, { ...task, Id: "00TDm00000TaSk2", TaskSubtype: "Task", CallType: null }),
		).toEqual([]);
	});

	it.each<[string, object, string]>([
		["when it was logged, on the day itself", {}, "2026-09-14T15:08:02.000Z"],
		["the day, when it was logged later", { CreatedDate: "2026-09-20T10:00:00.000+0000" }, "2026-09-14"],
		["when it was logged, without a day", { ActivityDate: null }, "2026-09-14T15:08:02.000Z"],
	])("time of a call: %s", (_, fields, at) => {
		expect(happenedIn({ ...task, ...fields })[0]?.interaction.at).toBe(at);
	});

	it("knows a call and the task that logs it for one, wherever they are read", () => {
		const together = combine([fromSalesforce([contact, task, voiceCall])]);
		expect(combine([fromSalesforce(voiceCall), fromSalesforce(contact), fromSalesforce(task)])).toEqual(together);
		expect(together.records[0]?.interactions).toMatchObject([
			{ id: "salesforce:00TDm00000TaSk1IAF", at: "2026-09-14T15:02:10.000Z", topic: "Call: reads zero" },
		]);
	});

	it.each<[string, object, object]>([
		["of who called", { CallType: "Inbound" }, { phone: "+16175550142" }],
		[
			"of who was called",
			{ CallType: "Outbound", ToPhoneNumber: "+16175550142", FromPhoneNumber: "+18005550199" },
			{ phone: "+16175550142" },
		],
		["of nobody, where the direction is not known", { CallType: null }, {}],
		[
			"of the record that it was put under",
			{ CallerId: ANA },
			{ recordId: `salesforce:${ANA}`, phone: "+16175550142" },
		],
	])("a call is that %s", (_, fields, party) => {
		expect(happenedIn({ ...voiceCall, ...fields })[0]?.party).toEqual(party);
	});

	it("gives a mail to its sender, or to each of its receivers, without what it quotes", () => {
		const text = "Any news?\n\nOn Mon, 14 Sep 2026 at 09:20, Help <help@example.org> wrote:\n> Booked.";
		const [received] = happenedIn({ ...mail, TextBody: text });
		expect(received).toMatchObject({
			party: { email: "ana@example.com", name: "Ana Costa" },
			interaction: { direction: "inbound", text: "Any news?" },
		});
		const sent = happenedIn({
			...mail,
			Incoming: false,
			ToAddress: "ana@example.com; b@example.net",
			TextBody: null,
			HtmlBody: "<p>Soon</p>",
		});
		expect(sent.map(({ party }) => party.email)).toEqual(["ana@example.com", "b@example.net"]);
		expect(sent[0]?.interaction).toMatchObject({ direction: "outbound", text: "Soon" });
	});

	it("dates a known handle by when it was attached, and keeps one of nobody as its own record", () => {
		expect(fromSalesforce(persona).handles).toEqual([
			{
				recordId: `salesforce:${ANA}`,
				handle: {
					platform: "x",
					handle: "anacosta_",
					id: "1999000000000000001",
					grade: "asserted",
					validFrom: "2024-05-01T17:00:00.000Z",
					source: "salesforce:SocialPersona",
				},
			},
		]);
		const { handles, profiles } = fromSalesforce({ ...persona, ParentId: null, RealName: "ana" });
		expect(handles).toEqual([]);
		expect(profiles).toEqual([
			{
				platform: "x",
				handle: "anacosta_",
				id: "1999000000000000001",
				displayName: "ana",
				attributes: { recordId: "salesforce:0SPDm00000PeRs1OAF" },
			},
		]);
	});

	it("gives the firm's answer to the one whom it answers", () => {
		const answer = object("SocialPost", "0STDm00000PoSt2IAF", {
			Content: "On our way",
			Handle: "CedarHelp",
			Provider: "Twitter",
			ReplyToId: "0STDm00000PoSt1",
			IsOutbound: true,
		});
		const [said, answered] = happenedIn(post, answer, persona);
		const account = {
			platform: "x",
			handle: "anacosta_",
			id: "1999000000000000001",
			source: "salesforce:SocialPersona",
		};
		expect(said?.party).toEqual({ handle: account });
		expect(answered).toMatchObject({
			party: { handle: account },
			interaction: { direction: "outbound", handle: "CedarHelp" },
		});
	});
});
