import { describe, expect, it } from "vitest";
import { fromFreshdesk } from "../../src/crm/freshdesk.js";
import { crmContract } from "../../src/testing.js";

const contact = (more: object): object => ({
	id: 204,
	active: false,
	name: "Ana Costa",
	email: null,
	phone: null,
	mobile: null,
	twitter_id: null,
	facebook_id: null,
	unique_external_id: null,
	updated_at: "2026-03-02T10:00:00Z",
	...more,
});

describe("contacts of Freshdesk", () => {
	it("reads a contact as it is viewed", () => {
		const { records, profiles, warnings } = fromFreshdesk(
			contact({
				active: true,
				email: "ana@example.com",
				other_emails: ["ana.costa@example.org"],
				phone: "(617) 555-0100",
				mobile: "6175550142",
				twitter_id: "@AnaCosta",
				tags: ["pro", "Customers"],
				unique_external_id: "C-1",
			}),
		);
		expect([profiles, warnings]).toEqual([[], []]);
		expect(records).toMatchObject([
			{
				id: "freshdesk:204",
				emails: [{ value: "ana@example.com", verified: true, primary: true }, { value: "ana.costa@example.org" }],
				phones: [
					{ value: "(617) 555-0100", label: "work" },
					{ value: "6175550142", label: "mobile", source: "freshdesk:contact.mobile" },
				],
				handles: [{ platform: "x", handle: "AnaCosta" }],
				attributes: { externalId: "C-1" },
				status: "customer",
			},
		]);
	});

	it("takes what was made from a tweet for the handle's own record, not for a person's", () => {
		const { records, profiles } = fromFreshdesk([contact({ name: "dev_okh", twitter_id: "dev_okh" })]);
		expect(records).toEqual([]);
		expect(profiles).toEqual([{ platform: "x", handle: "dev_okh", attributes: { recordId: "freshdesk:204" } }]);
	});

	it.each<[string, object]>([
		["an address", { email: "ana@example.com" }],
		["a number", { mobile: "6175550142" }],
		["the firm's own id", { unique_external_id: "C-1" }],
	])("a contact with a handle and %s is a person's", (_, more) => {
		const { records, profiles } = fromFreshdesk(contact({ twitter_id: "anacosta", ...more }));
		expect([records.length, profiles.length]).toEqual([1, 0]);
	});

	it("keeps the page's id of a person on Facebook as what it is", () => {
		expect(fromFreshdesk(contact({ email: "ana@example.com", facebook_id: "640" })).records).toMatchObject([
			{ handles: [{ platform: "facebook", id: "640", tenantScoped: true }] },
		]);
	});

	it("passes over deleted contacts", () => expect(fromFreshdesk(contact({ deleted: true })).records).toEqual([]));
});

describe("tickets of Freshdesk", () => {
	const ticket = (more: object): object => ({
		id: 1042,
		requester_id: 204,
		source: 3,
		status: 4,
		subject: "Meter",
		description: "<div>Reads zero</div>",
		created_at: "2026-03-02T10:00:00Z",
		...more,
	});
	const part = (more: object): object => ({
		id: 99,
		incoming: false,
		private: false,
		user_id: 900,
		ticket_id: 1042,
		body_text: "Thursday",
		created_at: "2026-03-02T11:00:00Z",
		...more,
	});

	it("tells the ticket and what was said on it", () => {
		const conversations = [part({}), part({ id: 100, private: true }), part({ id: 101, incoming: true, user_id: 204 })];
		const { interactions, warnings } = fromFreshdesk(
			ticket({ conversations, stats: { resolved_at: "2026-03-03T10:00:00Z" } }),
		);
		const whole = {
			channel: "call",
			references: ["1042"],
			state: "resolved",
			resolvedAt: "2026-03-03T10:00:00.000Z",
			thread: "freshdesk:ticket:1042",
		};
		const party = { recordId: "freshdesk:204" };
		expect(warnings).toEqual([]);
		expect(interactions).toMatchObject([
			{ party, interaction: { ...whole, direction: "inbound", text: "Reads zero", topic: "Meter" } },
			{ party, interaction: { ...whole, direction: "outbound", text: "Thursday" } },
			{ party, interaction: { direction: "internal" } },
			{ party, interaction: { direction: "inbound" } },
		]);
	});

	it.each<[number, string | undefined]>([
		[2, "open"],
		[3, "pending"],
		[5, "closed"],
		[6, "pending"],
	])("status %i is %s", (status, state) => {
		expect(fromFreshdesk(ticket({ status })).interactions[0]?.interaction.state).toBe(state);
	});

	it("does not guess a status of the account's own", () => {
		const { interactions, warnings } = fromFreshdesk(ticket({ status: 12 }));
		expect(interactions[0]?.interaction).not.toHaveProperty("state");
		expect(warnings).toMatchObject([{ path: "status" }]);
	});

	it("knows that a mail which the firm sent first is its own", () => {
		const [entry] = fromFreshdesk(ticket({ source: 10 })).interactions;
		expect(entry?.interaction).toMatchObject({ channel: "email", direction: "outbound" });
	});

	it("gives an answer to whoever wrote it, if that is another contact", () => {
		const conversations = [part({ incoming: true, user_id: 205, from_email: "bruno@example.com" })];
		expect(fromFreshdesk(ticket({ conversations })).interactions[1]?.party).toEqual({
			recordId: "freshdesk:205",
			email: "bruno@example.com",
		});
	});

	it("reads conversations without their ticket, and leaves spam out", () => {
		expect(fromFreshdesk([part({ incoming: true, user_id: 204 })]).interactions).toMatchObject([
			{ party: { recordId: "freshdesk:204" }, interaction: { thread: "freshdesk:ticket:1042", references: ["1042"] } },
		]);
		expect(fromFreshdesk(ticket({ spam: true })).interactions).toEqual([]);
	});
});

describe("the contract", () => {
	const part = { id: 99, incoming: true, private: false, user_id: 204, ticket_id: 1042, body_text: "Thursday" };
	const items = [
		contact({ email: "ana@example.com", other_emails: ["a@example.org"], facebook_id: "640" }),
		contact({ id: 205, name: "dev_okh", twitter_id: "dev_okh" }),
		{ id: 1042, requester_id: 204, source: 3, status: 4, subject: "Meter", conversations: [part] },
		{ ...part, id: 100 },
	];
	const samples = items.map((item) => ({ item, envelope: (results: readonly unknown[]) => ({ total: 1, results }) }));
	for (const { name, run } of crmContract(fromFreshdesk, samples)) it(name, run);
});
