import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
	type CrmReading,
	combine,
	fromAmazonConnect,
	fromCsv,
	fromFreshdesk,
	fromGmail,
	fromGraphMail,
	fromHubSpot,
	fromIntercom,
	fromJCard,
	fromPipedrive,
	fromTwilio,
	fromVCard,
} from "../../src/crm.js";

const folder = fileURLToPath(new URL("../../../shared/payloads/", import.meta.url));
const textOf = (file: string): string => readFileSync(`${folder}${file}`, "utf8");
const json = (file: string): unknown => JSON.parse(textOf(file));

const options = { defaultCountry: "US", own: ["brightwater.example", "+1 800 555 0199"] };
const twitterKey = "f78b64c9e0f2ea24fddce2b0d809cb2855fed1a6";
const log = { ...options, utcOffset: "-07:00" };

/** What is to be found: ids of records, interactions, profiles, and the paths of warnings. */
type Expected = { records?: string[]; interactions?: number; profiles?: number; warnings?: string[] };

// biome-ignore format: a table
const payloads: readonly (readonly [file: string, read: (file: string) => CrmReading, expected: Expected])[] = [
	["hubspot/contacts-list.json", (file) => fromHubSpot(json(file), options), { records: ["hubspot:51", "hubspot:52", "hubspot:53"], warnings: ["results.2.properties.lifecyclestage"] }],
	["hubspot/calls-and-communications.json", (file) => fromHubSpot(json(file), options), { interactions: 2 }],
	["hubspot/conversations-thread-messages.json", (file) => fromHubSpot(json(file), options), { interactions: 2 }],
	["intercom/contacts-list.json", (file) => fromIntercom(json(file)), { records: ["intercom:92374d488a724fa751cf5cec", "intercom:8c317f84b48b3233ebd38e85"] }],
	["intercom/conversation.json", (file) => fromIntercom(json(file)), { interactions: 2 }],
	["freshdesk/contact-view.json", (file) => fromFreshdesk(json(file)), { records: ["freshdesk:2043000101"] }],
	["freshdesk/contacts-list.json", (file) => fromFreshdesk(json(file)), { records: ["freshdesk:2043000101", "freshdesk:2043000404"], profiles: 1 }],
	["freshdesk/ticket-with-conversations.json", (file) => fromFreshdesk(json(file)), { interactions: 2 }],
	["pipedrive/persons-v1.json", (file) => fromPipedrive(json(file)), { records: ["pipedrive:101"] }],
	["pipedrive/persons-v2.json", (file) => fromPipedrive(json(file), { handleFields: { [twitterKey]: "x" } }), { records: ["pipedrive:101", "pipedrive:202"] }],
	["pipedrive/call-logs.json", (file) => fromPipedrive(json(file), options), { interactions: 1 }],
	["phone-log/twilio-calls.json", (file) => fromTwilio(json(file), options), { interactions: 3 }],
	["phone-log/amazon-connect-describe-contact.json", (file) => fromAmazonConnect(json(file)), { interactions: 1 }],
	["phone-log/calls-800.csv", (file) => fromCsv(textOf(file), log), { interactions: 4 }],
	["email/gmail-threads-get.json", (file) => fromGmail(json(file), options), { interactions: 2 }],
	["email/ms-graph-messages.json", (file) => fromGraphMail(json(file), options), { interactions: 2 }],
	["generic/crm-export-messy.csv", (file) => fromCsv(textOf(file)), { records: ["csv:003Dm00000MaRiS", "csv:003Dm00000MaRyTIAV", "csv:00QDm00000DeVrJ"], warnings: ["row.1.phones.0.value"] }],
	["generic/google-contacts.csv", (file) => fromCsv(textOf(file), { source: "google" }), { records: ["google:row-1", "google:row-2"] }],
	["generic/contact.vcf", (file) => fromVCard(textOf(file)), { records: ["vcard:5a0d7a10-0000-4000-8000-000000000101"] }],
	["generic/contact.jcard.json", (file) => fromJCard(json(file)), { records: ["vcard:5a0d7a10-0000-4000-8000-000000000101"] }],
];

describe.skipIf(!existsSync(folder))("payloads in the shape that each system sends", () => {
	it.each(payloads)("%s", (file, read, { records = [], interactions = 0, profiles = 0, warnings = [] }) => {
		const reading = read(file);
		expect(reading.records.map(({ id }) => id)).toEqual(records);
		expect([reading.interactions.length, reading.profiles.length]).toEqual([interactions, profiles]);
		expect(reading.warnings.map(({ path }) => path)).toEqual(warnings);
	});

	const whose = (files: RegExp): ReadonlyMap<string, string> => {
		const readings = payloads.filter(([file]) => files.test(file)).map(([file, read]) => read(file));
		const { records } = combine(readings, options);
		return new Map(records.flatMap((record) => record.interactions.map(({ id = "" }) => [id, record.id] as const)));
	};

	it("gives calls and mails to the one contact who has the number or the address", () => {
		const owners = whose(/^(?:hubspot\/contacts|phone-log|email)/);
		expect(owners.get("twilio:CA00000000000000000000000000000001")).toBe("hubspot:51");
		expect(owners.get("amazon-connect:22222222-2222-2222-2222-222222222222")).toBe("hubspot:51");
		expect(owners.get("csv:call:0001")).toBe("hubspot:51");
		expect(owners.get("csv:call:0004")).toBe("hubspot:52");
		expect(owners.get("gmail:19f0000000000001")).toBe("hubspot:51");
		expect(owners.get("graph:AAMkAGI1")).toBe("hubspot:52");
	});

	it("gives a withheld number to nobody", () => {
		const owners = whose(/^(?:hubspot\/contacts|phone-log)/);
		expect(owners.has("twilio:CA00000000000000000000000000000003")).toBe(false);
		expect(owners.has("csv:call:0003")).toBe(false);
	});

	it("gives each system's own conversations to its contacts", () => {
		expect(whose(/^hubspot/).get("hubspot:call:9001")).toBe("hubspot:51");
		expect(whose(/^intercom/).get("intercom:conversation:1295:3")).toBe("intercom:92374d488a724fa751cf5cec");
		expect(whose(/^freshdesk/).get("freshdesk:ticket:1042")).toBe("freshdesk:2043000101");
		expect(whose(/^pipedrive/).get("pipedrive:call:CAef3ecccf258fa062c5c6521a4887d405")).toBe("pipedrive:101");
	});

	it("gives the conversation on Messenger to whom Freshdesk knows under that id", () => {
		const owners = whose(/^(?:freshdesk\/contacts-list|hubspot\/conversations)/);
		expect(owners.get("hubspot:message:aaaa1111")).toBe("freshdesk:2043000404");
	});
});
