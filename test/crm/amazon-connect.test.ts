import { describe, expect, it } from "vitest";
import { fromAmazonConnect } from "../../src/crm/amazon-connect.js";
import { crmContract } from "../../src/testing.js";

const contact = (more: object): object => ({
	Id: "c-1",
	InitiationMethod: "INBOUND",
	Channel: "VOICE",
	InitiationTimestamp: "2026-03-02T10:00:00.000Z",
	CustomerEndpoint: { Type: "TELEPHONE_NUMBER", Address: "+16175550142" },
	SystemEndpoint: { Type: "TELEPHONE_NUMBER", Address: "+18005550199" },
	...more,
});

it("reads a contact", () => {
	const { interactions, warnings } = fromAmazonConnect({
		Contact: contact({ Attributes: { account_number: "BW-77101", verified_by: "ivr-pin" }, InitialContactId: "c-0" }),
	});
	expect(warnings).toEqual([]);
	expect(interactions).toEqual([
		{
			party: { phone: "+16175550142" },
			interaction: {
				id: "amazon-connect:c-1",
				channel: "call",
				direction: "inbound",
				at: "2026-03-02T10:00:00.000Z",
				references: ["BW-77101"],
				thread: "amazon-connect:c-0",
				source: "amazon-connect:contact",
			},
		},
	]);
});

it.each<[string, object, object, object]>([
	["an answer called back", { InitiationMethod: "CALLBACK" }, { phone: "+16175550142" }, { direction: "outbound" }],
	[
		"an outbound call, whose customer is still the customer",
		{ InitiationMethod: "OUTBOUND" },
		{ phone: "+16175550142" },
		{ direction: "outbound" },
	],
	[
		"a withheld number",
		{ CustomerEndpoint: { Type: "TELEPHONE_NUMBER", Address: "anonymous" } },
		{},
		{ channel: "call" },
	],
	[
		"a mail",
		{ Channel: "EMAIL", CustomerEndpoint: { Type: "EMAIL_ADDRESS", Address: "ana@example.com" } },
		{ email: "ana@example.com" },
		{ channel: "email" },
	],
	[
		"an SMS",
		{ Channel: "CHAT", SegmentAttributes: { "connect:Subtype": { ValueString: "connect:SMS" } } },
		{ phone: "+16175550142" },
		{ channel: "sms" },
	],
	["a time in seconds", { InitiationTimestamp: 1772445600.5 }, {}, { at: "2026-03-02T10:00:00.500Z" }],
	["a record of the stream", { Id: undefined, ContactId: "c-9" }, {}, { id: "amazon-connect:c-9" }],
])("reads %s", (_, more, party, interaction) => {
	expect(fromAmazonConnect([contact(more)]).interactions).toMatchObject([{ party, interaction }]);
});

it.each([
	["tasks", { Channel: "TASK" }],
	["who listens in", { InitiationMethod: "MONITOR" }],
])("leaves out %s", (_, more) => expect(fromAmazonConnect({ Contacts: [contact(more)] }).interactions).toEqual([]));

describe("the contract", () => {
	const samples = [contact({ Attributes: { case_id: "T-4711" } })].map((item) => ({
		item,
		envelope: (Contacts: readonly unknown[]) => ({ Contacts, NextToken: "x" }),
	}));
	for (const { name, run } of crmContract(fromAmazonConnect, samples)) it(name, run);
});
