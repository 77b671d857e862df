import { describe, expect, it } from "vitest";
import { combine, fromZendesk } from "../../src/crm.js";
import { crmContract } from "../../src/testing.js";
import { payloadsOf } from "./payloads.js";

const user = {
	id: 41,
	name: "Ana Costa",
	email: "ana@example.com",
	phone: "+16175550142",
	shared_phone_number: false,
	role: "end-user",
	verified: true,
	active: true,
	suspended: false,
	external_id: "C-41",
	tags: ["customer"],
	notes: "On Twitter she is @anacosta_",
	updated_at: "2026-09-15T07:22:00Z",
};
const identity = (fields: object) => ({
	id: 7,
	user_id: 41,
	type: "twitter",
	value: "anacosta_",
	verified: true,
	primary: false,
	created_at: "2024-05-01T17:00:00Z",
	updated_at: "2024-05-02T17:00:00Z",
	...fields,
});
const from = (source: object, rel: string | null = null) => ({ source: { from: source, to: {}, rel } });
const ticket = {
	id: 1042,
	subject: "Reads zero",
	description: "Reads zero since Monday",
	status: "solved",
	requester_id: 41,
	submitter_id: 41,
	assignee_id: 900,
	via: { channel: "email", ...from({ address: "ana@example.com", name: "Ana Costa" }) },
	created_at: "2026-09-14T16:13:00Z",
};
const comment = {
	id: 5001,
	author_id: 41,
	body: "Any news?",
	public: true,
	via: { channel: "web", source: {} },
	created_at: "2026-09-15T08:00:00Z",
};

describe("the contract", () => {
	const samples = [
		{ item: user, envelope: (users: readonly unknown[]) => ({ users, next_page: null, count: 1 }) },
		{ item: identity({}), envelope: (identities: readonly unknown[]) => ({ identities, count: 1 }) },
		{ item: identity({ id: 8, user_id: 43, type: "phone_number", value: "+16175550143" }) },
		{ item: ticket, envelope: (tickets: readonly unknown[]) => ({ tickets, meta: { has_more: false } }) },
		{ item: comment, envelope: (comments: readonly unknown[]) => ({ comments, count: 1 }) },
		{ item: { id: 42, name: "nightowl", role: "end-user", active: true } },
	];
	for (const { name, run } of crmContract(fromZendesk, samples)) it(name, run);
});

const userOf = (fields: object, ...identities: readonly unknown[]) =>
	fromZendesk({ users: [{ ...user, ...fields }], identities });
const ticketOf = (fields: object) => fromZendesk({ ...ticket, ...fields }).interactions[0];

describe("fromZendesk, on users", () => {
	it.each(payloadsOf("zendesk"))("reads $file", ({ payload }) => {
		expect(fromZendesk(payload).warnings).toEqual([]);
	});

	it("reads a user with its identities", () => {
		const { records, handles } = userOf(
			{},
			identity({}),
			identity({ type: "facebook", value: "6400000000000101", verified: false }),
		);
		const observedAt = "2026-09-15T07:22:00.000Z";
		const validFrom = "2024-05-01T17:00:00.000Z";
		expect(handles).toEqual([]);
		expect(records).toEqual([
			{
				id: "zendesk:41",
				source: "zendesk",
				names: "Ana Costa",
				emails: [{ value: "ana@example.com", primary: true, verified: true, source: "zendesk:User.email", observedAt }],
				phones: [{ value: "+16175550142", source: "zendesk:User.phone", observedAt }],
				handles: [
					{ platform: "x", handle: "anacosta_", grade: "asserted", validFrom, source: "zendesk:UserIdentity" },
					{
						platform: "facebook",
						id: "6400000000000101",
						tenantScoped: true,
						grade: "asserted",
						validFrom,
						source: "zendesk:UserIdentity",
					},
					{ handle: "anacosta_", grade: "mentioned", source: "zendesk:User" },
				],
				status: "customer",
				attributes: { externalId: "C-41" },
			},
		]);
	});

	it.each<[string, object, object]>([
		["an agent is one of us", { role: "agent" }, { status: "employee" }],
		["tags that say nothing of it", { tags: ["vip", "beta"] }, { status: "unknown" }],
		["a number of a whole office", { shared_phone_number: true }, { phones: [{ shared: true }] }],
		["an account that was stopped", { suspended: true }, { attributes: { suspended: true } }],
		["a caller who has no name", { name: "Caller +1 (617) 555-0142" }, { phones: [{ value: "+16175550142" }] }],
	])("%s", (_, fields, expected) => {
		const [record] = userOf(fields).records;
		expect(record).toMatchObject(expected);
		expect(record?.names).toBe("name" in fields ? undefined : "Ana Costa");
	});

	it("says of an identity whether mail comes back, and passes over those that name nobody", () => {
		const [record] = userOf(
			{},
			identity({ type: "email", value: "a.costa@example.net", deliverable_state: "undeliverable" }),
			identity({ type: "messaging", value: "f00d" }),
		).records;
		expect(record?.emails).toMatchObject([
			{ value: "ana@example.com" },
			{ value: "a.costa@example.net", label: "bounced", verified: false },
		]);
		expect(record?.handles).toHaveLength(1);
	});

	it("has no users who were deleted", () => {
		expect(userOf({ active: false }).records).toEqual([]);
	});

	const stub = { email: null, phone: null, external_id: null, name: "owl" };
	it("takes a user who has nothing but a handle for the handle's own record", () => {
		expect(userOf(stub, identity({}))).toMatchObject({
			records: [],
			profiles: [{ platform: "x", handle: "anacosta_", displayName: "owl", attributes: { recordId: "zendesk:41" } }],
		});
	});

	it("learns the handle of such a user from another payload, and that it is a person after all", () => {
		const apart = [userOf(stub), fromZendesk(identity({}))];
		expect(combine(apart)).toMatchObject({
			records: [],
			profiles: [{ platform: "x", handle: "anacosta_", displayName: "owl" }],
		});
		const mailbox = fromZendesk(identity({ type: "email", value: "ana@example.com" }));
		expect(combine([...apart, mailbox])).toMatchObject({
			records: [
				{
					id: "zendesk:41",
					names: [{ full: "owl" }],
					emails: [{ value: "ana@example.com" }],
					handles: [{ handle: "anacosta_" }],
				},
			],
			profiles: [],
		});
	});
});

describe("fromZendesk, on tickets", () => {
	it("reads a ticket with its number, state and requester", () => {
		expect(ticketOf({ metric_set: { solved_at: "2026-09-17T12:00:00Z" } })).toEqual({
			party: { recordId: "zendesk:41", email: "ana@example.com" },
			interaction: {
				id: "zendesk:ticket:1042",
				thread: "zendesk:ticket:1042",
				channel: "email",
				direction: "inbound",
				at: "2026-09-14T16:13:00.000Z",
				topic: "Reads zero",
				text: "Reads zero since Monday",
				references: ["1042"],
				state: "resolved",
				resolvedAt: "2026-09-17T12:00:00.000Z",
				source: "zendesk:Ticket",
			},
		});
	});

	const twitter = from({ username: "anacosta_", profile_url: "https://twitter.com/anacosta_" }, "mention");
	it.each<[string, object, string, object]>([
		[
			"a tweet",
			{ channel: "twitter", ...twitter },
			"post",
			{ handle: { platform: "x", handle: "anacosta_", source: "zendesk:Via" } },
		],
		[
			"the same by number",
			{ channel: 30, ...twitter },
			"post",
			{ handle: { platform: "x", handle: "anacosta_", source: "zendesk:Via" } },
		],
		["a direct message", { channel: "twitter", ...from({}, "direct_message") }, "dm", {}],
		["a direct message by number", { channel: 26 }, "dm", {}],
		["a call", { channel: "voice", ...from({ phone: "+16175550142" }, "inbound") }, "call", { phone: "+16175550142" }],
		["a form", { channel: "web" }, "ticket", {}],
		["a channel that is not known", { channel: "pigeon" }, "ticket", {}],
		["a name out of the language", { channel: "constructor" }, "ticket", {}],
		["nothing", {}, "ticket", {}],
	])("by way of %s", (_, via, channel, party) => {
		const found = ticketOf({ via });
		expect(found?.interaction.channel).toBe(channel);
		expect(found?.party).toEqual({ recordId: "zendesk:41", ...party });
	});

	it("looks for the person at the other end of a call that went out", () => {
		const via = {
			channel: "voice",
			source: { from: { phone: "+18005550199" }, to: { phone: "+16175550142" }, rel: "outbound" },
		};
		expect(ticketOf({ via })).toMatchObject({
			party: { phone: "+16175550142" },
			interaction: { direction: "outbound" },
		});
	});

	it("does not know who spoke first where an agent has written the ticket", () => {
		expect(ticketOf({ submitter_id: 900, via: { channel: "web" } })?.interaction.direction).toBeUndefined();
	});

	it.each([
		["new", "open"],
		["hold", "pending"],
		["closed", "closed"],
		["brand new", undefined],
	])("state: %s is %s", (status, state) => {
		expect(ticketOf({ status })?.interaction.state).toBe(state);
	});

	it("gives a comment to its author, an answer to whom the ticket is with", () => {
		const comments = [
			{ ...comment, id: 1, body: ticket.description, created_at: ticket.created_at },
			{ ...comment, id: 2 },
			{ ...comment, id: 3, author_id: 900 },
			{ ...comment, id: 4, author_id: 900, public: false },
			{ ...comment, id: 5, author_id: 77 },
		];
		const found = fromZendesk({ ticket, comments }).interactions.map(({ party, interaction }) => [
			interaction.id,
			interaction.direction,
			party.recordId,
			interaction.thread,
		]);
		const thread = "zendesk:ticket:1042";
		expect(found).toEqual([
			[thread, "inbound", "zendesk:41", thread],
			["zendesk:comment:2", "inbound", "zendesk:41", thread],
			["zendesk:comment:3", "outbound", "zendesk:41", thread],
			["zendesk:comment:4", "internal", "zendesk:41", thread],
			["zendesk:comment:5", undefined, "zendesk:41", thread],
		]);
	});

	it("knows a comment of the person by the role of its author, or by the network from which it came", () => {
		const tweet = { ...comment, via: { channel: "twitter", ...twitter } };
		const [said, answered] = fromZendesk({
			users: [user, { ...user, id: 900, role: "agent" }],
			comments: [tweet, { ...comment, id: 3, author_id: 900 }],
		}).interactions;
		expect(said).toMatchObject({
			party: { recordId: "zendesk:41" },
			interaction: { direction: "inbound", handle: "anacosta_" },
		});
		expect(answered).toMatchObject({ party: {}, interaction: { direction: "outbound" } });
		expect(fromZendesk(tweet).interactions[0]?.interaction.direction).toBe("inbound");
	});
});
