import { Payload, present } from "../payload.js";
import { htmlText } from "../text/html.js";
import { withoutQuotation } from "../text/quotation.js";
import { relationOfAll } from "../text/relation.js";
import type { Channel, ContactPoint, CrmRecordInput, Interaction, KnownHandle, SocialProfileInput } from "../types.js";
import { type CrmDraft, type CrmReader, emptyReading, handleIn, type Party } from "./crm.js";

/** Where a ticket came in. Source: Freshdesk API v2, ticket properties; the numbers of the social channels by use. */
const origins: Readonly<Record<string, Channel>> = {
	"1": "email",
	"2": "ticket",
	"3": "call",
	"5": "post",
	"6": "post",
	"7": "chat",
	"9": "ticket",
	"10": "email",
	"13": "sms",
};
const OUTBOUND_EMAIL = "10";
const states: Readonly<Record<string, Interaction["state"]>> = {
	"2": "open",
	"3": "pending",
	"4": "resolved",
	"5": "closed",
	// Waiting on the customer, waiting on a third party.
	"6": "pending",
	"7": "pending",
};

const freshdeskId = (id: string): string => `freshdesk:${id}`;
const ticketId = (id: string): string => freshdeskId(`ticket:${id}`);

/**
 * Reads Freshdesk: contacts as listed or viewed, tickets with or without their conversations, and conversations alone. A
 * contact of which nothing is known but a handle was made from a post: it becomes a profile. Deleted contacts are passed
 * over.
 */
export const fromFreshdesk: CrmReader = (payload) => {
	const reading = emptyReading();
	for (const item of new Payload(payload, "", reading.warnings).unwrap("results")) {
		if (item.at("ticket_id").exists) readConversation(item, {}, undefined, reading);
		else if (item.at("requester_id").exists || item.at("status").exists) readTicket(item, reading);
		else if (item.keys().some((key) => contactKeys.has(key))) readContact(item, reading);
		else item.warn("Neither a contact, a ticket nor a conversation.");
	}
	return reading;
};

const contactKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(["name", "email", "phone", "mobile", "twitter_id"]);

// ---------------------------------------------------------------- contacts

function readContact(item: Payload, reading: CrmDraft): void {
	const id = item.at("id").required();
	if (id === undefined || item.at("deleted").flag() === true) return;
	const observedAt = item.at("updated_at").time();
	const point = (field: string, value: string, known: Partial<ContactPoint> = {}): ContactPoint =>
		present<ContactPoint>({ value, ...known, source: `freshdesk:contact.${field}`, observedAt });
	const email = item.at("email").text();
	// Freshdesk: active says whether the contact has been verified, by a mail to the first address.
	const first =
		email === undefined ? [] : [point("email", email, present({ primary: true, verified: isActive(item) }))];
	const others = item.at("other_emails").items();
	const emails = [...first, ...others.flatMap((other) => pointIn(other, (value) => point("other_emails", value)))];
	const phones = [
		...pointIn(item.at("phone"), (value) => point("phone", value, { label: "work" })),
		...pointIn(item.at("mobile"), (value) => point("mobile", value, { label: "mobile" })),
	];
	const handles = handlesOf(item);
	const externalId = item.at("unique_external_id").text();
	const name = item.at("name").text();
	if (handles.length > 0 && emails.length + phones.length === 0 && externalId === undefined) {
		for (const handle of handles) reading.profiles.push(stubOf(freshdeskId(id), handle, name));
		return;
	}
	const tags = item.at("tags").items();
	reading.records.push(
		present<CrmRecordInput>({
			id: freshdeskId(id),
			source: "freshdesk",
			names: name,
			emails,
			phones,
			addresses: item.at("address").text(),
			organization: item.at("company", "name").text(),
			title: item.at("job_title").text(),
			handles,
			status: relationOfAll(tags.flatMap((tag) => tag.text() ?? [])) ?? "unknown",
			attributes: externalId === undefined ? undefined : { externalId },
		}),
	);
}

function isActive(item: Payload): true | undefined {
	return item.at("active").flag() === true ? true : undefined;
}

function pointIn(field: Payload, point: (value: string) => ContactPoint): ContactPoint[] {
	const value = field.text();
	return value === undefined ? [] : [point(value)];
}

function handlesOf(item: Payload): KnownHandle[] {
	const twitter = item.at("twitter_id").text();
	const facebook = item.at("facebook_id").text();
	const handles: KnownHandle[] = [];
	const known =
		twitter === undefined
			? undefined
			: handleIn(twitter, "x", "freshdesk:contact.twitter_id", item.at("updated_at").time());
	if (known !== undefined) handles.push(known);
	if (facebook !== undefined) {
		handles.push({ platform: "facebook", id: facebook, tenantScoped: true, source: "freshdesk:contact.facebook_id" });
	}
	return handles;
}

/** The handle's own record: what it calls itself, and nothing of who holds it. */
function stubOf(id: string, handle: KnownHandle, name: string | undefined): SocialProfileInput {
	return present<SocialProfileInput>({
		platform: handle.platform,
		id: handle.id,
		handle: handle.handle,
		displayName: name === handle.handle ? undefined : name,
		attributes: { recordId: id },
	});
}

// ---------------------------------------------------------------- tickets

function readTicket(item: Payload, reading: CrmDraft): void {
	const id = item.at("id").required();
	if (id === undefined || item.at("spam").flag() === true || item.at("deleted").flag() === true) return;
	const requester = item.at("requester");
	const person = item.at("requester_id").text();
	const party = present<Party>({
		recordId: person === undefined ? undefined : freshdeskId(person),
		email: requester.at("email").text() ?? item.at("email").text(),
		phone: requester.first("mobile", "phone").text() ?? item.at("phone").text(),
		name: requester.at("name").text() ?? item.at("name").text(),
	});
	const state = item.at("status").among(states);
	if (state === undefined && item.at("status").exists) item.at("status").warn("A status of this account's own.");
	const stats = item.at("stats");
	const whole: Partial<Interaction> = present<Partial<Interaction>>({
		channel: item.at("source").among(origins) ?? "ticket",
		topic: item.at("subject").text(),
		references: [id],
		state,
		resolvedAt: isDone(state) ? stats.first("resolved_at", "closed_at").time() : undefined,
	});
	const interaction = present<Interaction>({
		channel: "ticket",
		...whole,
		id: ticketId(id),
		direction: item.at("source").text() === OUTBOUND_EMAIL ? "outbound" : "inbound",
		at: item.at("created_at").time(),
		text: bodyOf(item, "description", whole.channel),
		author: requester.at("name").text(),
		thread: ticketId(id),
		source: "freshdesk:ticket",
	});
	reading.interactions.push({ party, interaction });
	for (const part of item.at("conversations").objects())
		readConversation(part, party, { ...whole, thread: ticketId(id) }, reading);
}

const isDone = (state: Interaction["state"]): boolean => state === "resolved" || state === "closed";

function readConversation(
	item: Payload,
	party: Party,
	whole: Partial<Interaction> | undefined,
	reading: CrmDraft,
): void {
	const id = item.at("id").required();
	if (id === undefined) return;
	const isInbound = item.at("incoming").flag() === true;
	const isPrivate = item.at("private").flag() === true;
	const direction = isInbound ? "inbound" : isPrivate ? "internal" : "outbound";
	const ticket = item.at("ticket_id").text();
	const writer = item.at("user_id").text();
	const own = present<Party>({
		recordId: isInbound && writer !== undefined ? freshdeskId(writer) : undefined,
		email: isInbound ? item.at("from_email").text() : undefined,
	});
	const interaction = present<Interaction>({
		channel: "ticket",
		references: ticket === undefined ? undefined : [ticket],
		thread: ticket === undefined ? undefined : ticketId(ticket),
		...whole,
		id: freshdeskId(`conversation:${id}`),
		direction,
		at: item.at("created_at").time(),
		text: bodyOf(item, "body", whole?.channel),
		source: "freshdesk:conversation",
	});
	// Somebody else may have answered: a colleague of the one who asked.
	reading.interactions.push({ party: own.recordId === undefined ? { ...party, ...own } : own, interaction });
}

/** The text, plain or made of the HTML beside it. */
function bodyOf(item: Payload, field: string, channel: Channel | undefined): string | undefined {
	const html = item.at(field).text();
	const text = item.at(`${field}_text`).text() ?? (html === undefined ? undefined : htmlText(html));
	return (text !== undefined && channel === "email" ? withoutQuotation(text) : text) || undefined;
}
