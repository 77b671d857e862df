import { Payload, present } from "../payload.js";
import { callEnds } from "../text/caller.js";
import { htmlText } from "../text/html.js";
import { withoutQuotation } from "../text/quotation.js";
import { relationOf } from "../text/relation.js";
import type { Address, Channel, ContactPoint, CrmRecordInput, Interaction, KnownHandle, Relation } from "../types.js";
import { type ChannelOptions, type CrmDraft, type CrmReader, emptyReading, handleIn, type Party } from "./crm.js";

export interface HubSpotOptions extends ChannelOptions {
	/** What lifecycle stages of the firm's own mean, by their internal names: `{ "41872003": "former" }`. */
	readonly stages?: Readonly<Record<string, Relation>>;
}

/** HubSpot's built-in stages; `other` says nothing. Stages of a firm's own have a number for a name. */
const stages: Readonly<Record<string, Relation>> = {
	subscriber: "prospect",
	lead: "prospect",
	marketingqualifiedlead: "prospect",
	salesqualifiedlead: "prospect",
	opportunity: "prospect",
	customer: "customer",
	evangelist: "customer",
	other: "unknown",
};

/** Fields with telephone numbers, and what they are. Fax numbers are left out: nobody is known by one. */
const phoneFields = { phone: "phone", mobilephone: "mobile", hs_whatsapp_phone_number: "whatsapp" };
const emailFields = { email: "email", work_email: "work", hs_additional_emails: "additional" };
const handleFields = { twitterhandle: "x", hs_linkedin_url: "linkedin" };

const communications: Readonly<Record<string, Channel>> = { WHATS_APP: "sms", SMS: "sms", LINKEDIN_MESSAGE: "dm" };
const directions: Readonly<Record<string, "inbound" | "outbound">> = {
	INBOUND: "inbound",
	OUTBOUND: "outbound",
	INCOMING: "inbound",
	OUTGOING: "outbound",
	INCOMING_EMAIL: "inbound",
	EMAIL: "outbound",
};
/** HubSpot's own channels of the inbox; those of apps have other numbers. */
const inboxChannels: Readonly<Record<string, Channel>> = {
	"1000": "chat",
	"1001": "dm",
	"1002": "email",
	"1007": "sms",
};
const FACEBOOK_MESSENGER = "1001";
const ticketOrigins: Readonly<Record<string, Channel>> = { CHAT: "chat", EMAIL: "email", PHONE: "call" };
/** The pipeline of tickets that every account has, and its stages. */
const DEFAULT_PIPELINE = "0";
const ticketStages: Readonly<Record<string, Interaction["state"]>> = {
	"1": "open",
	"2": "pending",
	"3": "open",
	"4": "closed",
};

const hubspotId = (id: string): string => `hubspot:${id}`;
const threadId = (id: string): string => hubspotId(`thread:${id}`);

/** What is known of a conversation, from the thread itself or from a change of its status among the messages. */
type Thread = Pick<Interaction, "state" | "resolvedAt"> & { readonly contact?: string | undefined };

/**
 * Reads HubSpot: contacts, calls, communications (SMS, WhatsApp, LinkedIn), emails and tickets of the CRM API, and threads
 * and messages of the conversations inbox. Archived objects are passed over. Only properties that were asked for are there:
 * ask for `hs_additional_emails`, `mobilephone`, `twitterhandle`, `hs_email_optout` and `hs_merged_object_ids` with
 * contacts.
 */
export const fromHubSpot: CrmReader<HubSpotOptions> = (payload, options = {}) => {
	const reading = emptyReading();
	const items = new Payload(payload, "", reading.warnings)
		.unwrap("results")
		.filter((item) => item.at("archived").flag() !== true);
	const threads = readThreads(items);
	const spoken = new Set(items.map((item) => item.at("conversationsThreadId").text()));
	for (const item of items) {
		const properties = item.at("properties");
		if (item.at("conversationsThreadId").exists) readMessage(item, threads, reading);
		else if (item.at("latestMessageTimestamp").exists || item.at("inboxId").exists) {
			if (!spoken.has(item.at("id").text())) readThread(item, threads, reading);
		} else if (!properties.isObject) item.warn("Neither an object with properties, nor a thread or a message.");
		else if (has(properties, "hs_call_")) readCall(item, options, reading);
		else if (has(properties, "hs_communication_")) readCommunication(item, reading);
		else if (has(properties, "hs_email_", emailActivity)) readEmail(item, reading);
		else if (has(properties, "hs_pipeline") || has(properties, "hs_ticket_")) readTicket(item, reading);
		else readContact(item, options, reading);
	}
	return reading;
};

/** `hs_email_optout` and `hs_email_bounce` are properties of contacts, these of mails. */
const emailActivity =
	/^hs_email_(?:direction|subject|text|html|status|headers|from_email|to_email|message_id|thread_id)$/;

function has(properties: Payload, prefix: string, form = /^/): boolean {
	return properties.keys().some((key) => key.startsWith(prefix) && form.test(key));
}

/** The value of a property. The older interface wraps each in an object. */
function property(item: Payload, name: string): Payload {
	const found = item.at("properties", name);
	return found.isObject ? found.at("value") : found;
}

function idOf(item: Payload): string | undefined {
	const own = item.first("vid", "id");
	return own.exists ? own.text() : property(item, "hs_object_id").required();
}

const splitIds = (text = ""): string[] => text.split(";").flatMap((part) => part.trim().replace(/:.*/s, "") || []);

// ---------------------------------------------------------------- contacts

function readContact(item: Payload, { stages: own = {} }: HubSpotOptions, reading: CrmDraft): void {
	const id = idOf(item);
	if (id === undefined) return;
	const text = (name: string): string | undefined => property(item, name).text();
	const observedAt = (item.at("updatedAt").exists ? item.at("updatedAt") : property(item, "lastmodifieddate")).time(
		"ms",
	);
	const optedOut = property(item, "hs_email_optout").flag();
	const point = (name: string, label: string, mayContact?: boolean) => {
		return (value: string, index: number): ContactPoint =>
			present<ContactPoint>({
				value,
				label,
				primary: name === "email" && index === 0 ? true : undefined,
				mayContact,
				source: `hubspot:contact.${name}`,
				observedAt,
			});
	};
	const emails = Object.entries(emailFields).flatMap(([name, label]) =>
		splitValues(text(name)).map(point(name, label, optedOut === undefined ? undefined : !optedOut)),
	);
	const phones = Object.entries(phoneFields).flatMap(([name, label]) => {
		const value = text(name);
		return value === undefined ? [] : [value].map(point(name, label));
	});
	const handles = Object.entries(handleFields).flatMap(([name, network]) => {
		const value = text(name);
		return value === undefined ? [] : (handleIn(value, network, `hubspot:contact.${name}`, observedAt) ?? []);
	});
	const name = { given: text("firstname"), family: text("lastname") };
	reading.records.push(
		present<CrmRecordInput>({
			id: hubspotId(id),
			source: "hubspot",
			names: name.given === undefined && name.family === undefined ? undefined : [present(name)],
			emails,
			phones,
			addresses: addressOf(text),
			organization: text("company"),
			title: text("jobtitle"),
			links: splitValues(text("website")),
			handles,
			status: relationIn(property(item, "lifecyclestage"), own),
			consent: optedOut === undefined ? undefined : { doNotEmail: optedOut },
		}),
	);
	const merged = [...splitIds(text("hs_merged_object_ids")), ...splitIds(text("hs_calculated_merged_vids"))];
	for (const from of new Set(merged)) {
		if (from !== id) reading.successors.push({ from: hubspotId(from), to: hubspotId(id) });
	}
}

const splitValues = (text = ""): string[] => text.split(";").flatMap((part) => part.trim() || []);

function addressOf(text: (name: string) => string | undefined): CrmRecordInput["addresses"] {
	const address = present<Address>({
		street: text("address"),
		city: text("city"),
		region: text("state"),
		postalCode: text("zip"),
		country: text("country"),
	});
	return Object.keys(address).length === 0 ? undefined : [address];
}

function relationIn(stage: Payload, own: Readonly<Record<string, Relation>>): Relation | undefined {
	const name = stage.text();
	if (name === undefined) return undefined;
	// A stage that the firm has renamed may still say what it is: "Former customer".
	const relation = stage.among(own) ?? stage.among(stages) ?? relationOf(name);
	if (relation === undefined) stage.warn("A lifecycle stage of this account's own: say what it means with `stages`.");
	return relation ?? "unknown";
}

// ---------------------------------------------------------------- what happened

/** Files an interaction under each contact that HubSpot associates with it, or else under what else is known. */
function file(item: Payload, interaction: Interaction, party: Party, reading: CrmDraft): void {
	const contacts = item.at("associations", "contacts", "results").objects();
	const ids = new Set(contacts.flatMap((contact) => contact.first("id", "toObjectId").text() ?? []));
	for (const id of ids) {
		// The number or address is that of one of them, and nobody knows of which.
		const own = ids.size === 1 ? party : {};
		reading.interactions.push({ party: { ...own, recordId: hubspotId(id) }, interaction });
	}
	if (ids.size === 0) reading.interactions.push({ party, interaction });
}

function plainText(value: string | undefined): string | undefined {
	return value === undefined ? undefined : htmlText(value) || undefined;
}

/** What all activities of the CRM have. Ids are unique among those of one kind only. */
function activity(item: Payload, kind: string): Pick<Interaction, "id" | "at" | "source"> | undefined {
	const id = idOf(item);
	if (id === undefined) return undefined;
	const at = [property(item, "hs_timestamp"), property(item, "hs_createdate"), property(item, "createdate")];
	const time = (at.find(({ exists }) => exists) ?? item.at("createdAt")).time("ms");
	return present<Pick<Interaction, "id" | "at" | "source">>({
		id: hubspotId(`${kind}:${id}`),
		at: time,
		source: `hubspot:${kind}`,
	});
}

function readCall(item: Payload, options: HubSpotOptions, reading: CrmDraft): void {
	const base = activity(item, "call");
	if (base === undefined) return;
	const { direction, number } = callEnds(
		{
			from: property(item, "hs_call_from_number").text(),
			to: property(item, "hs_call_to_number").text(),
			direction: property(item, "hs_call_direction").among(directions),
		},
		options,
	);
	const interaction = present<Interaction>({
		...base,
		channel: "call",
		direction,
		topic: property(item, "hs_call_title").text(),
		text: plainText(property(item, "hs_call_body").text()),
	});
	file(item, interaction, present<Party>({ phone: number }), reading);
}

function readCommunication(item: Payload, reading: CrmDraft): void {
	const base = activity(item, "communication");
	if (base === undefined) return;
	const kind = property(item, "hs_communication_channel_type").text();
	const interaction = present<Interaction>({
		...base,
		channel: property(item, "hs_communication_channel_type").among(communications) ?? "other",
		direction: property(item, "hs_communication_direction").among(directions),
		text: plainText(property(item, "hs_communication_body").text()),
		platform: kind === "LINKEDIN_MESSAGE" ? "linkedin" : undefined,
	});
	file(item, interaction, {}, reading);
}

function readEmail(item: Payload, reading: CrmDraft): void {
	const base = activity(item, "email");
	if (base === undefined) return;
	const direction = property(item, "hs_email_direction").among(directions);
	const body = property(item, "hs_email_text").text() ?? plainText(property(item, "hs_email_html").text());
	const thread = property(item, "hs_email_thread_id").text();
	const other = direction === "outbound" ? "hs_email_to_email" : "hs_email_from_email";
	const [address] = splitValues(direction === undefined ? undefined : property(item, other).text());
	const interaction = present<Interaction>({
		...base,
		channel: "email",
		direction,
		topic: property(item, "hs_email_subject").text(),
		text: body === undefined ? undefined : withoutQuotation(body) || undefined,
		thread: thread === undefined ? undefined : hubspotId(`email-thread:${thread}`),
	});
	file(item, interaction, present<Party>({ email: address }), reading);
}

function readTicket(item: Payload, reading: CrmDraft): void {
	const base = activity(item, "ticket");
	if (base === undefined) return;
	const id = idOf(item) as string;
	const closed = property(item, "closed_date").time("ms");
	const isDefault = property(item, "hs_pipeline").text() === DEFAULT_PIPELINE;
	const stage = isDefault ? property(item, "hs_pipeline_stage").among(ticketStages) : undefined;
	const interaction = present<Interaction>({
		...base,
		channel: property(item, "source_type").among(ticketOrigins) ?? "ticket",
		direction: "inbound",
		topic: property(item, "subject").text(),
		text: plainText(property(item, "content").text()),
		references: [id],
		state: closed === undefined ? stage : "closed",
		resolvedAt: closed,
		thread: base.id,
	});
	file(item, interaction, {}, reading);
}

// ---------------------------------------------------------------- conversations

function readThreads(items: readonly Payload[]): ReadonlyMap<string, Thread> {
	const threads = new Map<string, Thread>();
	for (const item of items) {
		const isThread = !item.at("conversationsThreadId").exists;
		const id = item.at(isThread ? "id" : "conversationsThreadId").text();
		const status = item.first("newStatus", "status");
		if (id === undefined || status.isObject || !/^(?:OPEN|CLOSED)$/.test(status.text() ?? "")) continue;
		const isClosed = status.text() === "CLOSED";
		const at = item.at(isThread ? "closedAt" : "createdAt").time("ms");
		const known = threads.get(id);
		threads.set(id, {
			...present<Thread>({ state: isClosed ? "closed" : "open", resolvedAt: isClosed ? at : undefined }),
			contact: item.at("associatedContactId").text() ?? known?.contact,
		});
	}
	return threads;
}

function readThread(item: Payload, threads: ReadonlyMap<string, Thread>, reading: CrmDraft): void {
	const id = item.at("id").required();
	if (id === undefined) return;
	const { contact, ...state } = threads.get(id) ?? { contact: item.at("associatedContactId").text() };
	const interaction = present<Interaction>({
		id: threadId(id),
		channel: item.at("originalChannelId").among(inboxChannels) ?? "chat",
		at: item.first("createdAt", "latestMessageTimestamp").time("ms"),
		...state,
		thread: threadId(id),
		source: "hubspot:conversation",
	});
	reading.interactions.push({ party: contact === undefined ? {} : { recordId: hubspotId(contact) }, interaction });
}

function readMessage(item: Payload, threads: ReadonlyMap<string, Thread>, reading: CrmDraft): void {
	const type = item.at("type").text();
	const thread = item.at("conversationsThreadId").text();
	// Assignments and changes of status were said by nobody.
	if (type !== undefined && type !== "MESSAGE" && type !== "COMMENT" && type !== "WELCOME_MESSAGE") return;
	const id = item.at("id").required();
	if (id === undefined || thread === undefined) return;
	const direction = type === "COMMENT" ? "internal" : item.at("direction").among(directions);
	const [sender] = item.at("senders").objects();
	const [person] = item.at(direction === "inbound" ? "senders" : "recipients").objects();
	const { contact, ...state } = threads.get(thread) ?? {};
	const text = item.at("text").text() ?? plainText(item.at("richText").text());
	const channel = item.at("channelId").among(inboxChannels) ?? "chat";
	const isPersons = direction === "inbound" || direction === "outbound";
	const known = isPersons && person !== undefined ? partyOf(person, item.at("channelId").text()) : {};
	const party = present<Party>({ ...known, name: direction === "inbound" ? sender?.at("name").text() : undefined });
	const handle = party.handle;
	const interaction = present<Interaction>({
		id: hubspotId(`message:${id}`),
		channel,
		direction,
		at: item.at("createdAt").time("ms"),
		topic: item.at("subject").text(),
		text: text !== undefined && channel === "email" ? withoutQuotation(text) || undefined : text,
		...state,
		platform: handle?.platform,
		author: sender?.at("name").text(),
		thread: threadId(thread),
		source: "hubspot:conversation",
	});
	reading.interactions.push({
		party: contact === undefined ? party : { ...party, recordId: hubspotId(contact) },
		interaction,
	});
}

/** Whose a message is, from the address that its channel delivers to. */
function partyOf(person: Payload, channel: string | undefined): Party {
	const value = person.at("deliveryIdentifier", "value").text();
	if (value === undefined) return {};
	switch (person.at("deliveryIdentifier", "type").text()) {
		case "HS_EMAIL_ADDRESS":
			return { email: value };
		case "HS_PHONE_NUMBER":
			return { phone: value };
		case "CHANNEL_SPECIFIC_OPAQUE_ID":
			// In the chat of a web site it is a cookie's, which says nothing of the person.
			return channel === FACEBOOK_MESSENGER ? { handle: messengerId(value) } : {};
		default:
			return {};
	}
}

function messengerId(id: string): KnownHandle {
	return { platform: "facebook", id, tenantScoped: true, source: "hubspot:conversation" };
}
