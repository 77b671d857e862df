import { describe, expect, it } from "vitest";
import { fromHubSpot } from "../../src/crm/hubspot.js";
import { crmContract } from "../../src/testing.js";

const contact = (id: string, properties: Record<string, unknown>, more = {}): object => ({
	id,
	properties: { hs_object_id: id, ...properties },
	createdAt: "2025-01-01T00:00:00.000Z",
	updatedAt: "2026-02-01T10:00:00.000Z",
	archived: false,
	...more,
});
const about = (...ids: string[]): object => ({
	associations: { contacts: { results: ids.map((id) => ({ id, type: "call_to_contact" })) } },
});

describe("contacts of HubSpot", () => {
	it("gives each address and number with where it stood", () => {
		const { records, warnings } = fromHubSpot({
			results: [
				contact("7", {
					firstname: "Ana",
					lastname: "Costa",
					email: "ana@example.com",
					hs_additional_emails: "ana.costa@example.org;a@example.net",
					phone: "(617) 555-0100",
					mobilephone: "617.555.0142",
					company: "Cedar Labs",
					jobtitle: "",
					city: "Boston",
					state: null,
					website: "https://ana.example.com",
					twitterhandle: "@anacosta",
					lifecyclestage: "customer",
				}),
			],
			paging: { next: { after: "8" } },
		});
		expect(warnings).toEqual([]);
		expect(records).toMatchObject([
			{
				id: "hubspot:7",
				names: [{ given: "Ana", family: "Costa" }],
				emails: [
					{ value: "ana@example.com", primary: true, source: "hubspot:contact.email" },
					{ value: "ana.costa@example.org", source: "hubspot:contact.hs_additional_emails" },
					{ value: "a@example.net" },
				],
				phones: [
					{ value: "(617) 555-0100", label: "phone" },
					{ value: "617.555.0142", label: "mobile", observedAt: "2026-02-01T10:00:00.000Z" },
				],
				handles: [{ platform: "x", handle: "anacosta", source: "hubspot:contact.twitterhandle" }],
				addresses: [{ city: "Boston" }],
				status: "customer",
			},
		]);
		expect(records[0]).not.toHaveProperty("title");
	});

	it.each<[unknown, object | undefined, boolean | undefined]>([
		["true", { doNotEmail: true }, false],
		["false", { doNotEmail: false }, true],
		[null, undefined, undefined],
		["", undefined, undefined],
	])("reads the opt-out %j", (hs_email_optout, consent, mayContact) => {
		const [record] = fromHubSpot(contact("7", { email: "ana@example.com", hs_email_optout })).records;
		expect(record?.consent).toEqual(consent);
		expect(record?.emails).toMatchObject([mayContact === undefined ? { value: "ana@example.com" } : { mayContact }]);
	});

	it.each<[string | null, string | undefined]>([
		["lead", "prospect"],
		["salesqualifiedlead", "prospect"],
		["evangelist", "customer"],
		["other", "unknown"],
		[null, undefined],
	])("reads the stage %s", (lifecyclestage, status) => {
		const { records, warnings } = fromHubSpot(contact("7", { lifecyclestage }));
		expect(records[0]?.status).toBe(status);
		expect(warnings).toEqual([]);
	});

	it("does not guess what a stage of the account's own means, and can be told", () => {
		const item = contact("7", { lastname: "Costa", lifecyclestage: "41872003" });
		const { records, warnings } = fromHubSpot(item);
		expect(records[0]?.status).toBe("unknown");
		expect(warnings).toMatchObject([{ path: "properties.lifecyclestage", reason: expect.stringContaining("stages") }]);
		expect(JSON.stringify(warnings)).not.toContain("41872003");
		const told = fromHubSpot(item, { stages: { "41872003": "former" } });
		expect([told.records[0]?.status, told.warnings]).toEqual(["former", []]);
	});

	it("is not misled by stages and directions named like parts of the language", () => {
		const { records } = fromHubSpot(contact("7", { lastname: "Costa", lifecyclestage: "constructor" }));
		expect(records[0]?.status).toBe("unknown");
	});

	it("says into which contact others were merged, once for each", () => {
		const merged = { hs_merged_object_ids: "3;4", hs_calculated_merged_vids: "3:1699999999999;7:1700000000000" };
		expect(fromHubSpot(contact("7", merged)).successors).toEqual([
			{ from: "hubspot:3", to: "hubspot:7" },
			{ from: "hubspot:4", to: "hubspot:7" },
		]);
	});

	it("passes over archived contacts", () => {
		expect(fromHubSpot([contact("7", { email: "ana@example.com" }, { archived: true })]).records).toEqual([]);
	});

	it("reads a contact as a workflow sends it", () => {
		const { records } = fromHubSpot({
			vid: 7,
			properties: { firstname: { value: "Ana" }, email: { value: "a@example.com" } },
		});
		expect(records).toMatchObject([
			{ id: "hubspot:7", names: [{ given: "Ana" }], emails: [{ value: "a@example.com" }] },
		]);
	});
});

describe("activities of HubSpot", () => {
	const call = (properties: object, more = {}): object =>
		contact("90", { hs_timestamp: "2026-03-02T10:00:00Z", ...properties }, more);

	it("gives a call to its contact, with the number of the person", () => {
		const properties = {
			hs_call_direction: "OUTBOUND",
			hs_call_from_number: "+18005550199",
			hs_call_to_number: "+16175550142",
			hs_call_title: "Quote",
			hs_call_body: "<p>Wants 40 units</p>",
		};
		expect(fromHubSpot(call(properties, about("7"))).interactions).toEqual([
			{
				party: { recordId: "hubspot:7", phone: "+16175550142" },
				interaction: {
					id: "hubspot:call:90",
					source: "hubspot:call",
					channel: "call",
					direction: "outbound",
					at: "2026-03-02T10:00:00.000Z",
					topic: "Quote",
					text: "Wants 40 units",
				},
			},
		]);
	});

	it("gives it to each contact once, and its number to none of several", () => {
		const properties = { hs_call_direction: "INBOUND", hs_call_from_number: "+16175550142" };
		const parties = fromHubSpot(call(properties, about("7", "8", "7"))).interactions.map(({ party }) => party);
		expect(parties).toEqual([{ recordId: "hubspot:7" }, { recordId: "hubspot:8" }]);
	});

	it("knows a call without a contact by its number, and a withheld one by nothing", () => {
		const from = (number: string): object => call({ hs_call_direction: "INBOUND", hs_call_from_number: number });
		const parties = fromHubSpot([from("+16175550142"), from("Anonymous")]).interactions.map(({ party }) => party);
		expect(parties).toEqual([{ phone: "+16175550142" }, {}]);
	});

	it.each<[string, string, string | undefined]>([
		["LINKEDIN_MESSAGE", "dm", "linkedin"],
		["WHATS_APP", "sms", undefined],
		["SMS", "sms", undefined],
		["CARRIER_PIGEON", "other", undefined],
	])("reads a %s as %s", (hs_communication_channel_type, channel, platform) => {
		const [entry] = fromHubSpot(call({ hs_communication_channel_type, hs_communication_body: "Hi" })).interactions;
		expect([entry?.interaction.channel, entry?.interaction.platform]).toEqual([channel, platform]);
	});

	it("reads mails without what they quote", () => {
		const properties = {
			hs_email_direction: "INCOMING_EMAIL",
			hs_email_subject: "Quote",
			hs_email_text: "Yes please\n\nOn Mon, 2 Mar 2026, Cedar wrote:\n> Quote?",
			hs_email_from_email: "ana@example.com",
			hs_email_to_email: "sales@example.org",
		};
		expect(fromHubSpot(call(properties)).interactions).toMatchObject([
			{
				party: { email: "ana@example.com" },
				interaction: { channel: "email", direction: "inbound", text: "Yes please" },
			},
		]);
	});

	it("reads tickets with their number and what became of them", () => {
		const properties = { hs_pipeline: "0", hs_pipeline_stage: "2", subject: "Meter", source_type: "PHONE" };
		const closed = { ...properties, closed_date: "2026-03-04T10:00:00Z" };
		expect(
			fromHubSpot([call(properties), call(closed)]).interactions.map(({ interaction }) => interaction),
		).toMatchObject([
			{ channel: "call", references: ["90"], state: "pending" },
			{ state: "closed", resolvedAt: "2026-03-04T10:00:00.000Z" },
		]);
	});
});

describe("conversations of HubSpot", () => {
	const message = (id: string, more: object): object => ({
		id,
		type: "MESSAGE",
		conversationsThreadId: "30",
		createdAt: "2026-03-02T10:00:00Z",
		channelId: "1001",
		direction: "INCOMING",
		text: "Where is my refund?",
		senders: [
			{ actorId: "V-1", name: "Ana", deliveryIdentifier: { type: "CHANNEL_SPECIFIC_OPAQUE_ID", value: "640" } },
		],
		recipients: [],
		...more,
	});

	it("knows a person on Messenger by the page's id for them, and answers go to the same one", () => {
		const out = {
			direction: "OUTGOING",
			senders: [{ actorId: "A-1", name: "Kim" }],
			recipients: [{ deliveryIdentifier: { type: "CHANNEL_SPECIFIC_OPAQUE_ID", value: "640" } }],
		};
		const { interactions, warnings } = fromHubSpot({ results: [message("a", {}), message("b", out)] });
		const handle = { platform: "facebook", id: "640", tenantScoped: true };
		expect(warnings).toEqual([]);
		expect(interactions).toMatchObject([
			{
				party: { handle },
				interaction: { channel: "dm", direction: "inbound", author: "Ana", thread: "hubspot:thread:30" },
			},
			{ party: { handle }, interaction: { channel: "dm", direction: "outbound", author: "Kim" } },
		]);
	});

	it("does not take the cookie of a web chat for a handle", () => {
		const [entry] = fromHubSpot(message("a", { channelId: "1000" })).interactions;
		expect(entry?.party).toEqual({ name: "Ana" });
		expect(entry?.interaction.channel).toBe("chat");
	});

	it("gives messages the state and the contact of their thread, and comments to colleagues only", () => {
		const thread = {
			id: "30",
			inboxId: "1",
			status: "CLOSED",
			closedAt: "2026-03-03T09:00:00Z",
			associatedContactId: "7",
		};
		const note = message("c", { type: "COMMENT", senders: [{ name: "Kim" }] });
		const { interactions } = fromHubSpot([thread, { results: [message("a", {}), note] }]);
		expect(interactions).toMatchObject([
			{ party: { recordId: "hubspot:7" }, interaction: { state: "closed", resolvedAt: "2026-03-03T09:00:00.000Z" } },
			{ party: { recordId: "hubspot:7" }, interaction: { direction: "internal", author: "Kim" } },
		]);
	});

	it("gives a thread of which the messages are not there as one interaction", () => {
		const thread = {
			id: "30",
			inboxId: "1",
			status: "OPEN",
			createdAt: "2026-03-02T10:00:00Z",
			originalChannelId: "1002",
			associatedContactId: "7",
		};
		expect(fromHubSpot(thread).interactions).toMatchObject([
			{ party: { recordId: "hubspot:7" }, interaction: { id: "hubspot:thread:30", channel: "email", state: "open" } },
		]);
	});
});

describe("the contract", () => {
	const chat = { id: "V-1", deliveryIdentifier: { type: "HS_EMAIL_ADDRESS", value: "ana@example.com" } };
	const items = [
		contact("7", { firstname: "Ana", email: "ana@example.com", hs_email_optout: "true", hs_merged_object_ids: "3" }),
		contact("90", { hs_call_direction: "INBOUND", hs_call_from_number: "+16175550142" }, about("7")),
		contact("91", { hs_communication_channel_type: "SMS", hs_communication_body: "Hi" }, about("7")),
		contact("92", { hs_email_direction: "EMAIL", hs_email_to_email: "ana@example.com" }),
		contact("93", { hs_pipeline: "0", hs_pipeline_stage: "4", subject: "Meter" }, about("7")),
		{ id: "a", conversationsThreadId: "30", type: "MESSAGE", direction: "INCOMING", text: "Hi", senders: [chat] },
		{ id: "31", inboxId: "1", status: "OPEN", associatedContactId: "7", createdAt: "2026-03-02T10:00:00Z" },
	];
	const envelope = (results: readonly unknown[]): object => ({ results, paging: { next: { after: "8" } } });
	const samples = items.map((item) => ({ item, envelope }));
	for (const { name, run } of crmContract(fromHubSpot, samples)) it(name, run);
});
