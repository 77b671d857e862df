import { Payload, present } from "../payload.js";
import { htmlText } from "../text/html.js";
import { withoutQuotation } from "../text/quotation.js";
import { relationOfAll } from "../text/relation.js";
import type { Channel, ContactPoint, CrmRecordInput, Interaction, KnownHandle, Relation } from "../types.js";
import { type CrmDraft, type CrmReader, emptyReading, handleIn, type Party } from "./crm.js";

/** In Intercom's words a user has signed up to the product, a lead has not. */
const roles: Readonly<Record<string, Relation>> = { user: "customer", lead: "prospect" };

const channels: Readonly<Record<string, Channel>> = {
	conversation: "chat",
	push: "chat",
	email: "email",
	facebook: "dm",
	instagram: "dm",
	twitter: "dm",
	phone_call: "call",
	phone_switch: "call",
	sms: "sms",
	whatsapp: "sms",
};
const platforms: Readonly<Record<string, string>> = { facebook: "facebook", instagram: "instagram", twitter: "x" };
const states: Readonly<Record<string, Interaction["state"]>> = { open: "open", snoozed: "pending", closed: "closed" };
const directions: Readonly<Record<string, "inbound" | "outbound">> = {
	user: "inbound",
	lead: "inbound",
	contact: "inbound",
	admin: "outbound",
	team: "outbound",
	bot: "outbound",
	customer_initiated: "inbound",
	admin_initiated: "outbound",
	campaigns_initiated: "outbound",
	operator_initiated: "outbound",
	automated: "outbound",
};

const intercomId = (id: string): string => `intercom:${id}`;

/**
 * Reads Intercom: contacts (users and leads), and conversations with their parts. Contacts that were merged are found in
 * `merge_history`, which has to be asked for.
 */
export const fromIntercom: CrmReader = (payload) => {
	const reading = emptyReading();
	for (const item of new Payload(payload, "", reading.warnings).unwrap("data", "conversations")) {
		const type = item.at("type").text();
		if (type === "conversation" || item.at("conversation_parts").exists) readConversation(item, reading);
		else if (type === "contact" || type === "user" || type === "lead" || item.at("role").exists)
			readContact(item, reading);
		else item.warn("Neither a contact nor a conversation.");
	}
	return reading;
};

function readContact(item: Payload, reading: CrmDraft): void {
	const id = item.at("id").required();
	// The answer to deleting a contact is all that is left of it.
	if (id === undefined || item.at("deleted").flag() === true) return;
	const observedAt = item.at("updated_at").time();
	const unsubscribed = item.at("unsubscribed_from_emails").flag();
	const refused = unsubscribed === true || item.at("marked_email_as_spam").flag() === true;
	const email = item.at("email").text();
	const phone = item.at("phone").text();
	const point = (value: string, field: string, mayContact?: boolean): ContactPoint =>
		present<ContactPoint>({ value, mayContact, source: `intercom:contact.${field}`, observedAt });
	const profiles = item.at("social_profiles", "data").objects();
	const known = profiles.map((profile) => ({ profile, handle: handleOf(profile, observedAt) }));
	const strays = known.flatMap(({ profile, handle }) => (handle ? [] : (profile.at("url").text() ?? [])));
	const place = item.at("location");
	const address = present({
		city: place.at("city").text(),
		region: place.at("region").text(),
		country: place.at("country").text(),
	});
	const tags = item.at("tags", "data").items();
	const tagged = relationOfAll(tags.flatMap((tag) => tag.at("name").text() ?? []));
	const externalId = item.at("external_id").text();
	reading.records.push(
		present<CrmRecordInput>({
			id: intercomId(id),
			source: "intercom",
			names: item.at("name").text(),
			emails: email === undefined ? [] : [point(email, "email", refused ? false : unsubscribed === false || undefined)],
			phones: phone === undefined ? [] : [point(phone, "phone")],
			addresses: Object.keys(address).length === 0 ? undefined : [address],
			organization: item.at("companies", "data").items()[0]?.at("name").text(),
			links: strays,
			handles: known.flatMap(({ handle }) => handle ?? []),
			status: tagged ?? item.at("role").among(roles) ?? "unknown",
			consent: unsubscribed === undefined ? undefined : { doNotEmail: unsubscribed },
			attributes: externalId === undefined ? undefined : { externalId },
		}),
	);
	for (const merged of item.at("merge_history").unwrap("data")) {
		const from = merged.at("source_contact_id").text();
		if (from !== undefined && from !== id) reading.successors.push({ from: intercomId(from), to: intercomId(id) });
	}
}

function handleOf(profile: Payload, seenAt: string | undefined): KnownHandle | undefined {
	const field = profile.first("url", "username").text();
	return field === undefined
		? undefined
		: handleIn(field, profile.at("name").text() ?? "", "intercom:contact.social_profiles", seenAt);
}

// ---------------------------------------------------------------- conversations

function readConversation(item: Payload, reading: CrmDraft): void {
	const id = item.at("id").required();
	if (id === undefined) return;
	const source = item.at("source");
	const [contact] = item.at("contacts", "contacts").objects();
	const contactId = contact?.at("id").text();
	const author = source.at("author");
	const isContacts = author.at("type").among(directions) === "inbound";
	const party = present<Party>({
		recordId: contactId === undefined ? undefined : intercomId(contactId),
		email: isContacts ? author.at("email").text() : undefined,
		name: isContacts ? author.at("name").text() : undefined,
	});
	const parts = item.at("conversation_parts", "conversation_parts").objects();
	const state = item.at("state").among(states) ?? (item.at("open").flag() === true ? "open" : undefined);
	const closing = parts.filter((part) => part.at("part_type").text() === "close").at(-1);
	const closedAt = closing?.at("created_at") ?? item.at("statistics", "last_close_at");
	const type = source.at("type").text();
	const channel = source.at("type").among(channels) ?? "other";
	const whole = {
		channel,
		topic: item.at("title").text() ?? (source.at("subject").exists ? plain(source.at("subject")) : undefined),
		state,
		resolvedAt: state === "closed" ? closedAt.time() : undefined,
		platform: source.at("type").among(platforms),
		thread: intercomId(`conversation:${id}`),
		source: "intercom:conversation",
	};
	const said = (part: Payload, key: string, direction: Interaction["direction"]): Interaction => {
		const text = isHidden(part, type) ? undefined : plain(part.at("body"));
		return present<Interaction>({
			id: intercomId(`conversation:${id}:${key}`),
			...whole,
			direction,
			at: part.at("created_at").exists ? part.at("created_at").time() : item.at("created_at").time(),
			text: text !== undefined && channel === "email" ? withoutQuotation(text) || undefined : text,
			author: part.at("author", "name").text(),
		});
	};
	if (source.isObject) {
		const direction = author.at("type").among(directions) ?? source.at("delivered_as").among(directions);
		reading.interactions.push({ party, interaction: said(source, source.at("id").text() ?? "source", direction) });
	}
	for (const [index, part] of parts.entries()) {
		// Assignments, closing and the like are parts too, most of them without words.
		if (!part.at("body").exists) continue;
		const isNote = part.at("part_type").text() === "note";
		const direction = isNote ? "internal" : part.at("author", "type").among(directions);
		reading.interactions.push({ party, interaction: said(part, part.at("id").text() ?? `part-${index}`, direction) });
	}
}

/** Intercom: "For Twitter, this will show a generic message regarding why the body is obscured." */
function isHidden(part: Payload, type: string | undefined): boolean {
	return type === "twitter" || part.at("redacted").flag() === true;
}

function plain(html: Payload): string | undefined {
	const text = html.text();
	return text === undefined ? undefined : htmlText(text) || undefined;
}
