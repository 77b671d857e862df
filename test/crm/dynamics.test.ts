import { describe, expect, it } from "vitest";
import { combine, fromDynamics } from "../../src/crm.js";
import { crmContract } from "../../src/testing.js";
import { payloadsOf } from "./payloads.js";

const ID = "5a0d7a10-0000-4000-8000-0000000000";
const contact = {
	contactid: `${ID}01`,
	fullname: "Ana Costa",
	firstname: "Ana",
	lastname: "Costa",
	emailaddress1: "ana@example.com",
	telephone1: "(617) 555-0100",
	mobilephone: "617 555 0142",
	description: "Tweets as @anacosta_",
	donotphone: false,
	customertypecode: 1,
	"customertypecode@OData.Community.Display.V1.FormattedValue": "Default Value",
	_parentcustomerid_value: `${ID}aa`,
	"_parentcustomerid_value@OData.Community.Display.V1.FormattedValue": "Cedar Labs",
	"_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "account",
	modifiedon: "2026-09-15T07:22:00Z",
};
const account = {
	accountid: `${ID}aa`,
	name: "Cedar Labs",
	telephone1: "617 555 0100",
	modifiedon: "2026-01-01T00:00:00Z",
};
const call = {
	activityid: `${ID}c1`,
	subject: "Reads zero",
	phonenumber: "617-555-0142",
	directioncode: false,
	actualstart: "2026-09-14T15:02:10Z",
	_regardingobjectid_value: `${ID}01`,
	"_regardingobjectid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "contact",
	statecode: 1,
};
const social = {
	socialprofileid: `${ID}51`,
	profilename: "anacosta_",
	uniqueprofileid: "1999000000000000001",
	community: 2,
	_customerid_value: `${ID}01`,
	createdon: "2024-05-01T17:00:00Z",
};
const unlinked = {
	...social,
	socialprofileid: `${ID}52`,
	profilename: "nightowl",
	uniqueprofileid: "77",
	community: 1,
	_customerid_value: null,
};

describe("the contract", () => {
	const envelope = (value: readonly unknown[]) => ({ "@odata.context": "x", value });
	const samples = [contact, account, call, social, unlinked].map((item) => ({ item, envelope }));
	for (const { name, run } of crmContract(fromDynamics, samples)) it(name, run);
});

describe("fromDynamics", () => {
	it.each(payloadsOf("dynamics"))("reads $file", ({ payload }) => {
		expect(fromDynamics(payload).warnings).toEqual([]);
	});

	it("gives every contact point with its column, and leaves out numbers of somebody else", () => {
		const [record] = fromDynamics({
			...contact,
			assistantphone: "617 555 0199",
			managerphone: "617 555 0198",
			fax: "1",
		}).records;
		expect(record?.phones).toEqual([
			{
				value: "(617) 555-0100",
				label: "work",
				source: "dynamics:Contact.telephone1",
				observedAt: "2026-09-15T07:22:00.000Z",
			},
			{
				value: "617 555 0142",
				label: "mobile",
				source: "dynamics:Contact.mobilephone",
				observedAt: "2026-09-15T07:22:00.000Z",
			},
		]);
	});

	it.each<[string, object, object | undefined]>([
		[
			"true means that it is not allowed",
			{ donotphone: true, donotemail: false },
			{ doNotCall: true, doNotEmail: false },
		],
		["bulk mail is another matter", { donotphone: null, donotbulkemail: true }, undefined],
		["the opt-out of the data protection law", { donotphone: null, msdyn_gdproptout: true }, { doNotMatch: true }],
		[
			"how the person likes to be reached",
			{ donotphone: null, preferredcontactmethodcode: 2 },
			{ preferredChannel: "email" },
		],
		["any way will do", { donotphone: null, preferredcontactmethodcode: 1 }, undefined],
	])("consent: %s", (_, columns, consent) => {
		expect(fromDynamics({ ...contact, ...columns }).records[0]?.consent).toEqual(consent);
	});

	it.each<[string, object, string | undefined]>([
		["its own label", { "customertypecode@OData.Community.Display.V1.FormattedValue": "Customer" }, "customer"],
		["the value that everybody has", {}, "unknown"],
		[
			"a number without its label",
			{ "customertypecode@OData.Community.Display.V1.FormattedValue": null, customertypecode: 3 },
			"unknown",
		],
	])("relation: %s", (_, columns, status) => {
		expect(fromDynamics({ ...contact, ...columns }).records[0]?.status).toBe(status);
	});

	it("takes the name of a parent for an employer only where it is a firm", () => {
		const employer = (table: unknown) =>
			fromDynamics({ ...contact, "_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": table }).records[0]
				?.organization;
		expect([employer("account"), employer("contact"), employer(null)]).toEqual(["Cedar Labs", undefined, undefined]);
	});

	const party = (mask: number, table: string) => ({
		phonecall_activity_parties: [
			{ participationtypemask: mask, "_partyid_value@Microsoft.Dynamics.CRM.lookuplogicalname": table },
		],
	});
	it.each<[string, object, string | undefined]>([
		["false is incoming, as somebody has set it", { directioncode: false }, "inbound"],
		["true is what nobody has set", { directioncode: true }, undefined],
		["true from a colleague is outgoing", { directioncode: true, ...party(1, "systemuser") }, "outbound"],
		["true from a contact is a mistake", { directioncode: true, ...party(1, "contact") }, "inbound"],
		["to a contact tells nothing", { directioncode: true, ...party(2, "contact") }, undefined],
		["a message on the person's voicemail", { directioncode: true, leftvoicemail: true }, "outbound"],
	])("direction of a call: %s", (_, columns, direction) => {
		expect(fromDynamics({ ...call, ...columns }).interactions[0]?.interaction.direction).toBe(direction);
	});

	it("passes over calls that were cancelled, and files those about a case under the case", () => {
		expect(fromDynamics({ ...call, statecode: 2 }).interactions).toEqual([]);
		const about = { "_regardingobjectid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "incident" };
		const [found] = fromDynamics({ ...call, ...about }).interactions;
		expect(found?.party).toEqual({ phone: "617-555-0142" });
		expect(found?.interaction.thread).toBe(`dynamics:${ID}01`);
	});

	it("attaches a social profile to its customer, and keeps one without as the handle's own record", () => {
		const { handles, profiles } = fromDynamics([social, unlinked]);
		expect(handles).toEqual([
			{
				recordId: `dynamics:${ID}01`,
				handle: {
					platform: "x",
					handle: "anacosta_",
					id: "1999000000000000001",
					grade: "asserted",
					validFrom: "2024-05-01T17:00:00.000Z",
					source: "dynamics:SocialProfile",
				},
			},
		]);
		expect(profiles).toEqual([
			{ platform: "facebook", id: "77", handle: "nightowl", attributes: { recordId: `dynamics:${ID}52` } },
		]);
	});

	it("gives what a merged contact knew to the one it was merged into", () => {
		const old = {
			...contact,
			contactid: `{${ID.toUpperCase()}02}`,
			emailaddress1: "a.costa@example.net",
			merged: true,
			_masterid_value: `${ID}01`,
		};
		const { records } = combine([fromDynamics([old, contact])]);
		expect(records.map(({ id, emails }) => [id, emails.map(({ value }) => value)])).toEqual([
			[`dynamics:${ID}01`, ["ana@example.com", "a.costa@example.net"]],
		]);
	});
});
