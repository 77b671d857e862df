import { describe, expect, it } from "vitest";
import { fromIntercom } from "../../src/crm/intercom.js";
import { crmContract } from "../../src/testing.js";

const contact = (more: object): object => ({
	type: "contact",
	id: "c7",
	role: "user",
	updated_at: 1772445600,
	...more,
});

describe("contacts of Intercom", () => {
	it("reads times in seconds, social profiles and the firm's own id", () => {
		const { records, warnings } = fromIntercom({
			type: "list",
			data: [
				contact({
					name: "Ana Costa",
					email: "ana@example.com",
					phone: "+16175550142",
					external_id: "C-1",
					unsubscribed_from_emails: false,
					location: { type: "location", city: "Boston", region: null, country: "United States" },
					social_profiles: {
						data: [
							{ name: "Twitter", url: "http://twitter.com/AnaCosta" },
							{ name: "Site", url: "https://ana.example.com" },
						],
					},
					tags: { data: [] },
				}),
			],
			pages: { next: { starting_after: "x" } },
		});
		expect(warnings).toEqual([]);
		expect(records).toMatchObject([
			{
				id: "intercom:c7",
				names: "Ana Costa",
				emails: [{ value: "ana@example.com", mayContact: true, observedAt: "2026-03-02T10:00:00.000Z" }],
				handles: [{ platform: "x", handle: "AnaCosta" }],
				links: ["https://ana.example.com"],
				addresses: [{ city: "Boston", country: "United States" }],
				consent: { doNotEmail: false },
				attributes: { externalId: "C-1" },
				status: "customer",
			},
		]);
	});

	it.each<[string, object, object]>([
		["a lead", { role: "lead" }, { status: "prospect" }],
		["a tagged user", { tags: { data: [{ name: "Partners" }] } }, { status: "partner" }],
		["tags without names", { tags: { data: [{ id: "1" }] } }, { status: "customer" }],
		[
			"who unsubscribed",
			{ email: "a@example.com", unsubscribed_from_emails: true },
			{ consent: { doNotEmail: true }, emails: [{ mayContact: false }] },
		],
		[
			"who called a mail spam",
			{ email: "a@example.com", unsubscribed_from_emails: false, marked_email_as_spam: true },
			{ emails: [{ mayContact: false }] },
		],
		["an empty email", { email: "" }, { emails: [] }],
		["a number as id", { id: 7 }, { id: "intercom:7" }],
	])("reads %s", (_, more, record) => expect(fromIntercom(contact(more)).records).toMatchObject([record]));

	it("says which contacts were merged into one", () => {
		const merge_history = [{ type: "merge_history", source_contact_id: "c3" }];
		expect(fromIntercom(contact({ merge_history })).successors).toEqual([{ from: "intercom:c3", to: "intercom:c7" }]);
	});

	it("leaves out a contact that is deleted", () => {
		expect(fromIntercom(contact({ deleted: true })).records).toEqual([]);
	});
});

describe("conversations of Intercom", () => {
	const conversation = (source: object, parts: object[] = [], more = {}): object => ({
		type: "conversation",
		id: "1295",
		created_at: 1772445600,
		state: "open",
		source: {
			type: "conversation",
			id: "3",
			author: { type: "user", id: "c7", name: "Ana Costa", email: "ana@example.com" },
			...source,
		},
		contacts: { type: "contact.list", contacts: [{ type: "contact", id: "c7" }] },
		conversation_parts: { type: "conversation_part.list", conversation_parts: parts },
		...more,
	});
	const admin = { type: "admin", id: "1", name: "Kim" };

	it("tells each message with its side, and the state of the whole", () => {
		const parts = [
			{ id: "4", part_type: "comment", body: "<p>Thursday.</p>", created_at: 1772446000, author: admin },
			{ id: "5", part_type: "note", body: "<p>Call her</p>", created_at: 1772446100, author: admin },
			{ id: "6", part_type: "close", body: null, created_at: 1772449200, author: admin },
		];
		const { interactions, warnings } = fromIntercom(
			conversation({ body: "<p>My meter</p>", subject: "" }, parts, { state: "closed" }),
		);
		expect(warnings).toEqual([]);
		const whole = {
			channel: "chat",
			state: "closed",
			resolvedAt: "2026-03-02T11:00:00.000Z",
			thread: "intercom:conversation:1295",
		};
		expect(interactions).toMatchObject([
			{
				party: { recordId: "intercom:c7", email: "ana@example.com" },
				interaction: { ...whole, direction: "inbound", text: "My meter", author: "Ana Costa" },
			},
			{
				party: { recordId: "intercom:c7" },
				interaction: { ...whole, direction: "outbound", text: "Thursday.", author: "Kim" },
			},
			{ interaction: { direction: "internal", text: "Call her" } },
		]);
		expect(new Set(interactions.map(({ interaction }) => interaction.id)).size).toBe(3);
	});

	it("does not take the notice in place of a post on Twitter for its words", () => {
		const reply = {
			id: "4",
			part_type: "comment",
			body: "<p>Hidden by policy</p>",
			created_at: 1772446000,
			author: admin,
		};
		const { interactions } = fromIntercom(conversation({ type: "twitter", body: "<p>Hidden by policy</p>" }, [reply]));
		expect(interactions.map(({ interaction }) => interaction.text)).toEqual([undefined, undefined]);
		expect(interactions).toMatchObject([{ interaction: { channel: "dm", platform: "x", direction: "inbound" } }, {}]);
	});

	it.each([
		["email", "email"],
		["phone_call", "call"],
		["whatsapp", "sms"],
		["instagram", "dm"],
		["smoke_signal", "other"],
	])("reads a source %s as %s", (type, channel) => {
		expect(fromIntercom(conversation({ type, body: "x" })).interactions).toMatchObject([{ interaction: { channel } }]);
	});

	it("does not give the address of a colleague to the customer", () => {
		const author = { type: "admin", name: "Kim", email: "kim@example.org" };
		const { interactions } = fromIntercom(conversation({ author, delivered_as: "admin_initiated", body: "Hello" }));
		expect(interactions[0]?.party).toEqual({ recordId: "intercom:c7" });
		expect(interactions[0]?.interaction.direction).toBe("outbound");
	});
});

describe("the contract", () => {
	const admin = { type: "admin", name: "Kim" };
	const person = contact({ email: "ana@example.com", merge_history: [{ source_contact_id: "c3" }] });
	const conversation = {
		type: "conversation",
		id: "1",
		state: "closed",
		source: { type: "email", id: "2", body: "<p>Hi</p>", author: { type: "user", id: "c7", email: "ana@example.com" } },
		contacts: { contacts: [{ id: "c7" }] },
		conversation_parts: { conversation_parts: [{ id: "3", part_type: "comment", body: "Hello", author: admin }] },
	};
	const samples = [
		{ item: person, envelope: (data: readonly unknown[]) => ({ type: "list", data }) },
		{
			item: conversation,
			envelope: (list: readonly unknown[]) => ({ type: "conversation.list", conversations: list }),
		},
	];
	for (const { name, run } of crmContract(fromIntercom, samples)) it(name, run);
});
