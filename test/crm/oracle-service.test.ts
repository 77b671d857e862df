import { describe, expect, it } from "vitest";
import { combine, fromOracleService } from "../../src/crm.js";
import { crmContract } from "../../src/testing.js";
import { payloadsOf } from "./payloads.js";

const value = (id: number, lookupName: string) => ({ id, lookupName });
const link = (path: string) => ({ rel: "canonical", href: `https://example.com/services/rest/connect/v1.4/${path}` });
const contact = {
	id: 41,
	lookupName: "Ana Costa",
	updatedTime: "2026-09-15T07:00:00.000Z",
	name: { first: "Ana", last: "Costa" },
	contactType: value(1, "Customer"),
	externalReference: "C-41",
	emails: {
		items: [
			{ address: "ana@example.com", addressType: value(0, "Email - Primary"), invalid: false },
			{ address: "a.costa@example.net", addressType: value(1, "Alternate Email 1"), invalid: true },
		],
	},
	phones: {
		items: [
			{ number: "617-555-0142", rawNumber: "6175550142", phoneType: value(1, "Mobile Phone") },
			{ number: "617-555-0198", phoneType: value(2, "Fax Phone") },
			{ number: "617-555-0199", phoneType: value(3, "Assistant Phone") },
		],
	},
	channelUsernames: {
		items: [{ channelType: value(11, "Twitter"), username: "anacosta_", userNumber: "1999000000000000001" }],
	},
	address: { city: "Lisbon", country: value(9, "PT") },
	organization: value(3, "Cedar Labs"),
	links: [link("contacts/41")],
};
const entry = (id: number, type: string, fields: object = {}) => ({
	id,
	displayOrder: id,
	createdTime: `2026-09-14T16:1${id}:00.000Z`,
	entryType: value(9, type),
	channel: value(11, "Twitter"),
	text: `Entry ${id}`,
	...fields,
});
const incident = {
	id: 77,
	lookupName: "260914-000042",
	referenceNumber: "260914-000042",
	subject: "Reads zero",
	createdTime: "2026-09-14T16:11:00.000Z",
	closedTime: "2026-09-17T12:00:00.000Z",
	channel: value(11, "Twitter"),
	primaryContact: value(41, "Ana Costa"),
	statusWithType: { status: value(8, "Updated"), statusType: value(2, "Solved") },
	threads: {
		items: [entry(2, "Staff Account", { account: value(5, "A. Kim") }), entry(1, "Customer"), entry(3, "Note")],
	},
	links: [link("incidents/77")],
};
const organization = { id: 3, lookupName: "Cedar Labs", name: "Cedar Labs", links: [link("organizations/3")] };

describe("the contract", () => {
	const envelope = (items: readonly unknown[]) => ({ items, hasMore: false, links: [link("contacts")] });
	const samples = [contact, incident, organization].map((item) => ({ item, envelope }));
	for (const { name, run } of crmContract(fromOracleService, samples)) it(name, run);
});

const recordOf = (fields: object) => fromOracleService({ ...contact, ...fields }).records[0];
const happenedIn = (fields: object) => fromOracleService({ ...incident, ...fields }).interactions;

describe("fromOracleService", () => {
	it.each(payloadsOf("oracle-b2c-service"))("reads $file", ({ payload }) => {
		expect(fromOracleService(payload).warnings).toEqual([]);
	});

	it("reads a contact with all that hangs on it", () => {
		const emails = { source: "oracle-service:Contact.emails", observedAt: "2026-09-15T07:00:00.000Z" };
		expect(recordOf({})).toEqual({
			id: "oracle-service:41",
			source: "oracle-service",
			names: [{ given: "Ana", family: "Costa" }],
			emails: [
				{ value: "ana@example.com", label: "Email - Primary", primary: true, ...emails },
				{ value: "a.costa@example.net", label: "bounced", verified: false, ...emails },
			],
			phones: [{ ...emails, value: "617-555-0142", label: "Mobile Phone", source: "oracle-service:Contact.phones" }],
			addresses: [{ city: "Lisbon", country: "PT" }],
			organization: "Cedar Labs",
			handles: [
				{
					platform: "x",
					handle: "anacosta_",
					id: "1999000000000000001",
					grade: "claimed",
					source: "oracle-service:Contact.channelUsernames",
					validFrom: "2026-09-15T07:00:00.000Z",
				},
			],
			status: "customer",
			attributes: { externalId: "C-41" },
		});
	});

	it("says of lists that are only links how to get them", () => {
		const { records, warnings } = fromOracleService({ ...contact, emails: { links: [link("contacts/41/emails")] } });
		expect(records[0]?.emails).toEqual([]);
		expect(warnings).toEqual([{ code: "SHAPE", path: "emails", reason: "Only a link: ask for it with expand=all." }]);
	});

	it("knows a short item by its own address, and completes it from a longer one", () => {
		const short = { id: 41, lookupName: "Ana Costa", links: [link("contacts/41")] };
		expect(fromOracleService(short).records).toMatchObject([{ id: "oracle-service:41", names: "Ana Costa" }]);
		const { records } = combine([fromOracleService({ items: [short] }), fromOracleService({ items: [contact] })]);
		expect(records).toHaveLength(1);
		expect(records[0]?.emails).toHaveLength(2);
	});

	it("does not guess a network by its number, which differs between sites", () => {
		const channelUsernames = { items: [{ channelType: { id: 11 }, username: "anacosta_" }] };
		expect(fromOracleService({ ...contact, channelUsernames })).toMatchObject({
			records: [{ handles: [] }],
			warnings: [{ path: "channelUsernames.items.0.channelType" }],
		});
	});

	it.each<[string, object, string | undefined, boolean]>([
		["solved", value(2, "Solved"), "resolved", true],
		["in another language, by its number", value(2, "Gelöst"), "resolved", true],
		["unresolved, whatever its status is called", value(1, "Unresolved"), "open", false],
		["waiting", value(3, "Waiting"), "pending", false],
		["of a type that is not known", value(9, "On ice"), undefined, false],
	])("state: %s", (_, statusType, state, resolved) => {
		const [opened] = happenedIn({ statusWithType: { status: value(8, "Updated"), statusType } });
		expect(opened?.interaction.state).toBe(state);
		expect(opened?.interaction.resolvedAt !== undefined).toBe(resolved);
	});

	it("takes the first words of the customer for the incident, and the others for answers and notes", () => {
		expect(
			happenedIn({}).map(({ interaction }) => [
				interaction.id,
				interaction.direction,
				interaction.text,
				interaction.author,
			]),
		).toEqual([
			["oracle-service:incident:77", "inbound", "Entry 1", undefined],
			["oracle-service:incident:77:2", "outbound", "Entry 2", "A. Kim"],
			["oracle-service:incident:77:3", "internal", "Entry 3", undefined],
		]);
		expect(happenedIn({})[0]).toMatchObject({
			party: { recordId: "oracle-service:41" },
			interaction: {
				channel: "post",
				platform: "x",
				thread: "oracle-service:incident:77",
				references: ["260914-000042"],
			},
		});
	});

	it("gives what another contact has written to that contact", () => {
		const threads = { items: [entry(1, "Customer"), entry(2, "Customer", { contact: value(42, "Bea Ruiz") })] };
		expect(happenedIn({ threads })[1]?.party).toEqual({ recordId: "oracle-service:42" });
	});

	it("finds the contact of an incident in a link, and else its organization", () => {
		const primaryContact = { links: [link("contacts/41")] };
		expect(happenedIn({ primaryContact })[0]?.party).toEqual({ recordId: "oracle-service:41" });
		expect(happenedIn({ primaryContact: null, organization: value(3, "Cedar Labs") })[0]?.party).toEqual({
			recordId: "oracle-service:organization:3",
		});
	});

	it.each([
		["Phone", "call"],
		["CSS Email", "email"],
		["Chat", "chat"],
		["Facebook", "post"],
		["Carrier pigeon", "ticket"],
	])("channel: %s is %s", (label, channel) => {
		expect(happenedIn({ channel: value(99, label), threads: null })[0]?.interaction.channel).toBe(channel);
	});

	it("makes text of HTML", () => {
		const threads = {
			items: [entry(1, "Customer", { contentType: value(2, "text/html"), text: "<p>Reads&nbsp;zero</p>" })],
		};
		expect(happenedIn({ threads })[0]?.interaction.text).toMatch(/^Reads\szero$/);
	});
});
