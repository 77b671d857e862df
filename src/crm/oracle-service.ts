import { Payload, present } from "../payload.js";
import { htmlText } from "../text/html.js";
import { platformOf } from "../text/platform.js";
import { relationOf } from "../text/relation.js";
import type { Address, Channel, ContactPoint, CrmRecordInput, Interaction, KnownHandle } from "../types.js";
import { type CrmDraft, type CrmReader, emptyReading, handleIn, type Party } from "./crm.js";

/**
 * Channels by their labels. Numbers of look-up values differ between sites, and labels can be renamed: what is not known
 * here is a ticket.
 */
const channels: Readonly<Record<string, Channel>> = {
	phone: "call",
	email: "email",
	"css email": "email",
	"service email": "email",
	"ma email": "email",
	"css web": "ticket",
	"service web": "ticket",
	chat: "chat",
	sms: "sms",
	twitter: "post",
	facebook: "post",
	youtube: "comment",
	community: "post",
};
const networks: ReadonlySet<string> = /* @__PURE__ */ new Set(["twitter", "facebook", "youtube"]);
/** Types of status. Statuses are each site's own ("Updated" is unresolved), their types are not. */
const statesByType: Readonly<Record<string, NonNullable<Interaction["state"]>>> = {
	solved: "resolved",
	unresolved: "open",
	unsolved: "open",
	waiting: "pending",
	"1": "open",
	"2": "resolved",
	"3": "pending",
};
/** Types of entry in a thread, by label or number. */
const directions: Readonly<Record<string, NonNullable<Interaction["direction"]>>> = {
	note: "internal",
	"private note": "internal",
	"staff account": "outbound",
	response: "outbound",
	customer: "inbound",
	"customer entry": "inbound",
	"customer proxy": "inbound",
	"rule response": "outbound",
	"1": "internal",
	"2": "outbound",
	"3": "inbound",
	"4": "inbound",
	"6": "outbound",
};
const PRIMARY_EMAIL = /primary/i;
/** Nobody is known by a fax number, and the assistant is somebody else. */
const othersNumber = /fax|assistant/i;

const contactId = (id: string): string => `oracle-service:${id}`;
const incidentId = (id: string): string => `oracle-service:incident:${id}`;
const organizationId = (id: string): string => `oracle-service:organization:${id}`;

/**
 * Reads Oracle B2C Service, once RightNow: contacts, organizations and incidents of the Connect REST API. Lists of addresses,
 * numbers and messages arrive as links unless the request says `expand=all`. Whether the person has agreed to marketing is
 * passed over: it says nothing about answers.
 */
export const fromOracleService: CrmReader = (payload) => {
	const reading = emptyReading();
	for (const item of new Payload(payload, "", reading.warnings).unwrap("items")) {
		const kind = kindOf(item);
		if (kind === "incident") readIncident(item, reading);
		else if (kind === "contact") readContact(item, reading);
		else if (kind === "organization") readOrganization(item, reading);
		else item.warn("Neither a contact, an organization nor an incident.");
	}
	return reading;
};

const incidentKeys: ReadonlySet<string> = /* @__PURE__ */ new Set([
	"referenceNumber",
	"primaryContact",
	"statusWithType",
	"threads",
]);
const contactKeys: ReadonlySet<string> = /* @__PURE__ */ new Set([
	"channelUsernames",
	"contactType",
	"emails",
	"phones",
	"cRMModules",
]);
const address = /\/(contacts|incidents|organizations)\/(\d+)(?:[/?]|$)/;

/** A short item shows what it is only in its own address. */
function kindOf(item: Payload): string | undefined {
	const keys = item.keys();
	const own = item.at("links").objects();
	const href = own.flatMap((link) => (link.at("rel").text() === "describedby" ? [] : (link.at("href").text() ?? [])));
	const named = href.map((one) => address.exec(one)?.[1]).find((one) => one !== undefined);
	if (named !== undefined) return named.slice(0, -1);
	if (keys.some((key) => incidentKeys.has(key))) return "incident";
	return keys.some((key) => contactKeys.has(key)) || item.at("name").isObject ? "contact" : undefined;
}

/** The words of a look-up value. */
const labelOf = (field: Payload): string | undefined => (field.isObject ? field.at("lookupName").text() : undefined);

/** What a look-up value means, by its label or else by its number. */
function meaning<T>(field: Payload, words: Readonly<Record<string, T>>): T | undefined {
	const label = labelOf(field)?.toLowerCase() ?? "";
	if (Object.hasOwn(words, label)) return words[label];
	const id = field.isObject ? (field.at("id").text() ?? "") : "";
	return Object.hasOwn(words, id) ? words[id] : undefined;
}

/** The items of a list, in an envelope or bare. */
function itemsOf(field: Payload): Payload[] {
	if (!field.isObject) return field.objects();
	if (field.at("items").exists) return field.at("items").objects();
	if (field.at("links").exists) field.warn("Only a link: ask for it with expand=all.");
	return [];
}

/** The id of what a field refers to, which may be no more than a link. */
function refOf(field: Payload): string | undefined {
	if (!field.isObject) return undefined;
	if (field.at("id").exists) return field.at("id").text();
	const links = field.at("links").objects();
	return links.map((link) => address.exec(link.at("href").text() ?? "")?.[2]).find((id) => id !== undefined);
}

// ---------------------------------------------------------------- contacts

function readContact(item: Payload, reading: CrmDraft): void {
	const id = item.at("id").required();
	if (id === undefined) return;
	const name = item.at("name");
	const split = present({ given: name.at("first").text(), family: name.at("last").text() });
	const isSplit = split.given !== undefined || split.family !== undefined;
	const externalId = item.at("externalReference").text();
	reading.records.push(
		present<CrmRecordInput>({
			id: contactId(id),
			source: "oracle-service",
			names: isSplit ? [split] : item.at("lookupName").text(),
			emails: emailsOf(item),
			phones: phonesOf(item),
			addresses: addressOf(item.at("address")),
			organization: labelOf(item.at("organization")),
			title: item.at("title").text(),
			handles: handlesOf(item),
			status: relationOf(labelOf(item.at("contactType")) ?? "") ?? "unknown",
			attributes: externalId === undefined ? undefined : { externalId },
		}),
	);
}

function emailsOf(item: Payload): ContactPoint[] {
	const observedAt = item.at("updatedTime").time();
	return itemsOf(item.at("emails")).flatMap((email) => {
		const value = email.at("address").text();
		if (value === undefined) return [];
		const label = labelOf(email.at("addressType"));
		// Set when a mail to it has come back.
		const isInvalid = email.at("invalid").flag() === true;
		return present<ContactPoint>({
			value,
			label: isInvalid ? "bounced" : label,
			primary: label !== undefined && PRIMARY_EMAIL.test(label) ? true : undefined,
			verified: isInvalid ? false : undefined,
			source: "oracle-service:Contact.emails",
			observedAt,
		});
	});
}

function phonesOf(item: Payload): ContactPoint[] {
	const observedAt = item.at("updatedTime").time();
	return itemsOf(item.at("phones")).flatMap((phone) => {
		const value = phone.first("number", "rawNumber").text();
		const label = labelOf(phone.at("phoneType"));
		if (value === undefined || othersNumber.test(label ?? "")) return [];
		return present<ContactPoint>({ value, label, source: "oracle-service:Contact.phones", observedAt });
	});
}

/** Entered by the person in the portal or by staff: which of the two is not told, so the weaker one holds. */
function handlesOf(item: Payload): KnownHandle[] {
	const source = "oracle-service:Contact.channelUsernames";
	return itemsOf(item.at("channelUsernames")).flatMap((entry) => {
		const network = labelOf(entry.at("channelType"));
		const [username, number] = [entry.at("username").text(), entry.at("userNumber").text()];
		if (username === undefined && number === undefined) return [];
		if (network === undefined) {
			entry.at("channelType").warn("A channel without its name.");
			return [];
		}
		const account = (username === undefined
			? undefined
			: handleIn(username, network, source, item.at("updatedTime").time())) ?? { source };
		return present<KnownHandle>({ platform: platformOf(network), ...account, id: number, grade: "claimed" });
	});
}

function addressOf(item: Payload): Address[] {
	const found = present<Address>({
		street: item.at("street").text(),
		city: item.at("city").text(),
		region: labelOf(item.at("stateOrProvince")),
		postalCode: item.at("postalCode").text(),
		country: labelOf(item.at("country")),
	});
	return Object.keys(found).length === 0 ? [] : [found];
}

function readOrganization(item: Payload, reading: CrmDraft): void {
	const id = item.at("id").required();
	if (id === undefined) return;
	const name = item.at("name").isObject ? undefined : item.first("name", "lookupName").text();
	reading.records.push(
		present<CrmRecordInput>({
			id: organizationId(id),
			source: "oracle-service",
			kind: "organization",
			names: name,
			organization: name,
		}),
	);
}

// ---------------------------------------------------------------- incidents

function readIncident(item: Payload, reading: CrmDraft): void {
	const id = item.at("id").required();
	if (id === undefined) return;
	const [person, firm] = [refOf(item.at("primaryContact")), refOf(item.at("organization"))];
	const owner = person !== undefined ? contactId(person) : firm === undefined ? undefined : organizationId(firm);
	const party = present<Party>({ recordId: owner });
	const number = item.first("referenceNumber", "lookupName").text();
	const state = meaning(item.at("statusWithType", "statusType"), statesByType);
	const whole = present<Partial<Interaction>>({
		thread: incidentId(id),
		topic: item.at("subject").text(),
		references: number === undefined ? undefined : [number],
		state,
		resolvedAt: state === "resolved" ? item.at("closedTime").time() : undefined,
	});
	const entries = inOrder(itemsOf(item.at("threads")));
	// What the customer said first is the incident itself.
	const opening = entries.find((entry) => directionOf(entry) === "inbound");
	reading.interactions.push({
		party,
		interaction: present<Interaction>({
			...whole,
			id: incidentId(id),
			...channelOf(item.at("channel")),
			direction: entries.length === 0 || opening !== undefined ? "inbound" : directionOf(entries[0] as Payload),
			at: item.at("createdTime").time(),
			text: opening === undefined ? undefined : bodyOf(opening),
			source: "oracle-service:Incident",
		}),
	});
	for (const entry of entries) {
		const entryId = entry === opening ? undefined : entry.at("id").required();
		if (entryId === undefined) continue;
		const direction = directionOf(entry);
		const writer = direction === "inbound" ? refOf(entry.at("contact")) : undefined;
		reading.interactions.push({
			party: writer === undefined ? party : { recordId: contactId(writer) },
			interaction: present<Interaction>({
				...whole,
				id: `${incidentId(id)}:${entryId}`,
				...channelOf(entry.at("channel").exists ? entry.at("channel") : item.at("channel")),
				direction,
				at: entry.at("createdTime").time(),
				text: bodyOf(entry),
				author: labelOf(entry.at(direction === "inbound" ? "contact" : "account")),
				source: "oracle-service:Incident.threads",
			}),
		});
	}
}

function inOrder(entries: readonly Payload[]): Payload[] {
	const keyed = entries.map((entry) => [entry.at("displayOrder").number() ?? 0, entry] as const);
	return keyed.sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

function directionOf(entry: Payload): Interaction["direction"] {
	return meaning(entry.at("entryType"), directions);
}

function channelOf(field: Payload): Pick<Interaction, "channel" | "platform"> {
	const label = labelOf(field)?.toLowerCase() ?? "";
	const platform = networks.has(label) ? platformOf(label) : undefined;
	const channel = Object.hasOwn(channels, label) ? (channels[label] as Channel) : "ticket";
	return present<Pick<Interaction, "channel" | "platform">>({ channel, platform });
}

function bodyOf(entry: Payload): string | undefined {
	const text = entry.at("text").text();
	const isHtml = /html/i.test(labelOf(entry.at("contentType")) ?? "");
	return (text !== undefined && isHtml ? htmlText(text) : text) || undefined;
}
