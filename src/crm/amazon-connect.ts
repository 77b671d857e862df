import { Payload, present } from "../payload.js";
import { callerNumber } from "../text/caller.js";
import type { Channel, Interaction } from "../types.js";
import { type CrmDraft, type CrmReader, emptyReading, type Party } from "./crm.js";

const channels: Readonly<Record<string, Channel>> = { VOICE: "call", CHAT: "chat", EMAIL: "email", TELEPHONY: "call" };
/** Kinds of chat that are messages to a telephone. */
const subtypes: Readonly<Record<string, Channel>> = { "connect:SMS": "sms", "connect:WhatsApp": "sms" };
/** A contact by API is a chat or a web call that the customer began; tasks, which begin so too, are not read. */
const directions: Readonly<Record<string, "inbound" | "outbound">> = {
	INBOUND: "inbound",
	API: "inbound",
	WEBRTC_API: "inbound",
	OUTBOUND: "outbound",
	EXTERNAL_OUTBOUND: "outbound",
	AGENT_REPLY: "outbound",
	CALLBACK: "outbound",
};
/** Attributes are the firm's own; these are what a flow that asks for a number calls it. */
const reference = /^(?:ticket|case|order|invoice|reference|account)[-_ ]?(?:number|no|id|nr)?$/i;

const connectId = (id: string): string => `amazon-connect:${id}`;

/**
 * Reads Amazon Connect: contacts as DescribeContact and SearchContacts give them, and contact records as they are
 * streamed. Tasks and supervisors who listen in are left out.
 */
export const fromAmazonConnect: CrmReader = (payload) => {
	const reading = emptyReading();
	for (const item of new Payload(payload, "", reading.warnings).unwrap("Contact", "Contacts")) {
		if (item.at("Channel").exists) readContact(item, reading);
		else item.warn("Has no channel: not a contact.");
	}
	return reading;
};

function readContact(item: Payload, reading: CrmDraft): void {
	const id = item.at(item.at("Id").exists ? "Id" : "ContactId").required();
	const channel = item.at("SegmentAttributes", "connect:Subtype", "ValueString").among(subtypes);
	const method = item.at("InitiationMethod").text();
	if (id === undefined || item.at("Channel").text() === "TASK" || method === "MONITOR") return;
	const end = item.at("CustomerEndpoint");
	const address = end.at("Address").text();
	const isEmail = end.at("Type").text() === "EMAIL_ADDRESS";
	const party = present<Party>({
		email: isEmail ? address : undefined,
		phone: isEmail ? undefined : callerNumber(address),
	});
	const attributes = item.at("Attributes");
	const references = attributes.keys().filter((key) => reference.test(key));
	const numbers = references.flatMap((key) => attributes.at(key).text() ?? []);
	// A transfer goes on with what the first contact began.
	const first = item.at("InitialContactId").text();
	const interaction = present<Interaction>({
		id: connectId(id),
		channel: channel ?? item.at("Channel").among(channels) ?? "other",
		direction: item.at("InitiationMethod").among(directions),
		at: item.at("InitiationTimestamp").time(),
		references: numbers.length === 0 ? undefined : numbers,
		thread: first === undefined ? undefined : connectId(first),
		source: "amazon-connect:contact",
	});
	reading.interactions.push({ party, interaction });
}
