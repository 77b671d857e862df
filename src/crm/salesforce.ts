import { Payload, present } from "../payload.js";
import { htmlText } from "../text/html.js";
import { findMentions } from "../text/mention.js";
import { platformOf } from "../text/platform.js";
import { withoutQuotation } from "../text/quotation.js";
import { relationOf } from "../text/relation.js";
import { salesforceId } from "../text/salesforce-id.js";
import type {
	Address,
	Channel,
	ContactPoint,
	CrmRecordInput,
	Interaction,
	KnownHandle,
	Relation,
	SocialProfileInput,
} from "../types.js";
import { type CrmDraft, type CrmReader, emptyReading, handleIn, type Party } from "./crm.js";

/** Objects that are read, by the first characters of their ids, which are the same everywhere. */
const prefixes: Readonly<Record<string, string>> = {
	"001": "Account",
	"003": "Contact",
	"00Q": "Lead",
	"500": "Case",
	"00a": "CaseComment",
	"00T": "Task",
	"0LQ": "VoiceCall",
	"02s": "EmailMessage",
	"0SP": "SocialPersona",
	"0ST": "SocialPost",
	"0PK": "Individual",
};

/** Fax numbers are left out, and the number of the assistant, who is somebody else. */
const phoneFields = {
	Phone: "work",
	MobilePhone: "mobile",
	HomePhone: "home",
	OtherPhone: "other",
	PersonMobilePhone: "mobile",
	PersonHomePhone: "home",
	PersonOtherPhone: "other",
};
const emailFields = { Email: "email", PersonEmail: "email" };
/** Types of account that every new organization of Salesforce has, where the words alone do not tell. */
const types: Readonly<Record<string, Relation>> = {
	"Channel Partner / Reseller": "partner",
	"Installation Partner": "partner",
	"Technology Partner": "partner",
};
/** Whence a case came, as a new organization has it. */
const origins: Readonly<Record<string, Channel>> = {
	Phone: "call",
	Email: "email",
	Web: "ticket",
	Chat: "chat",
	Twitter: "post",
	Facebook: "post",
};
const callDirections: Readonly<Record<string, NonNullable<Interaction["direction"]>>> = {
	Inbound: "inbound",
	Outbound: "outbound",
	Callback: "outbound",
	Internal: "internal",
};
const postChannels: Readonly<Record<string, Channel>> = {
	Comment: "comment",
	Direct: "dm",
	Private: "dm",
	Message: "dm",
};
/** Networks whose ids are those of one page's visitors. */
const scoped: ReadonlySet<string> = /* @__PURE__ */ new Set(["facebook", "instagram", "messenger"]);

const recordId = (id: string): string => `salesforce:${salesforceId(id)}`;

/** What the objects of a payload say of each other. */
interface Beside {
	readonly individuals: ReadonlyMap<string, Payload>;
	/** Posts and personas by id, for those that answer or belong to them. */
	readonly posts: ReadonlyMap<string, Payload>;
	readonly personas: ReadonlyMap<string, Payload>;
	/** Telephone calls by the task that logs them. */
	readonly calls: ReadonlyMap<string, Payload>;
	readonly tasks: ReadonlySet<string>;
}

/**
 * Reads Salesforce: Contact, Lead, Account, Case with its comments, Task, VoiceCall, EmailMessage, SocialPersona and
 * SocialPost, as the REST API and queries give them. Only fields that were selected are there. Hand over the pages of
 * several objects as one list where they refer to each other; of contacts with an `IndividualId` select
 * `Individual.HasOptedOutProcessing`, `Individual.HasOptedOutProfiling` and `Individual.ShouldForget`, or give the
 * Individual objects along.
 */
export const fromSalesforce: CrmReader = (payload) => {
	const reading = emptyReading();
	const items = new Payload(payload, "", reading.warnings).unwrap("records");
	const kinds = items.map((item) => [item, kindOf(item)] as const);
	const byId = (kind: string, key = "Id"): Map<string, Payload> =>
		new Map(
			kinds.flatMap(([item, its]) => (its === kind && item.at(key).exists ? [[refOf(item.at(key)) ?? "", item]] : [])),
		);
	const beside: Beside = {
		individuals: byId("Individual"),
		posts: byId("SocialPost"),
		personas: byId("SocialPersona"),
		calls: byId("VoiceCall", "ActivityId"),
		tasks: new Set(byId("Task").keys()),
	};
	for (const [item, kind] of kinds) {
		const read = kind === undefined ? undefined : readers[kind];
		if (read !== undefined) {
			const id = item.at("Id").required();
			if (id !== undefined) read(item, recordId(id), reading, beside);
		} else if (kind === undefined) item.warn("Not an object of a kind that is known here.");
	}
	return reading;
};

function kindOf(item: Payload): string | undefined {
	const named = item.at("attributes").isObject ? item.at("attributes", "type").text() : undefined;
	const id = item.at("Id").value;
	const kind = named ?? (typeof id === "string" ? prefixes[id.slice(0, 3)] : undefined);
	return kind !== undefined && Object.hasOwn(readers, kind) ? kind : undefined;
}

/** The id in a look-up, in the form of record ids. */
function refOf(field: Payload): string | undefined {
	const id = field.text();
	return id === undefined ? undefined : recordId(id);
}

const isKind = (ref: string | undefined, ...kinds: readonly string[]): ref is string =>
	ref !== undefined && kinds.includes(prefixes[ref.slice("salesforce:".length).slice(0, 3)] ?? "");

/** Web forms that do not ask for a company or a name write this. */
const NOT_PROVIDED = "[not provided]";
function textOf(item: Payload, key: string): string | undefined {
	const text = item.at(key).text();
	return text?.toLowerCase() === NOT_PROVIDED ? undefined : text;
}

// ---------------------------------------------------------------- people and firms

function readContact(item: Payload, id: string, reading: CrmDraft, { individuals }: Beside): void {
	const master = refOf(item.at("MasterRecordId"));
	if (item.at("IsDeleted").flag() === true && master === undefined) return;
	if (master !== undefined) reading.successors.push({ from: id, to: master });
	reading.records.push(
		personOf(item, id, "Contact", individuals, {
			organization: textOf(item.at("Account"), "Name"),
			addresses: addressesOf(item, "Mailing", "Other"),
			status: relationIn(item.at("Account", "Type")),
		}),
	);
}

function readLead(item: Payload, id: string, reading: CrmDraft, { individuals }: Beside): void {
	const successor = refOf(item.at("ConvertedContactId")) ?? refOf(item.at("MasterRecordId"));
	if (item.at("IsDeleted").flag() === true && successor === undefined) return;
	if (successor !== undefined) reading.successors.push({ from: id, to: successor });
	const isConverted = successor !== undefined || item.at("IsConverted").flag() === true;
	reading.records.push(
		personOf(item, id, "Lead", individuals, {
			organization: textOf(item, "Company"),
			addresses: addressesOf(item, ""),
			links: item.at("Website").text(),
			status: isConverted ? "unknown" : "prospect",
		}),
	);
}

function readAccount(item: Payload, id: string, reading: CrmDraft, { individuals }: Beside): void {
	const master = refOf(item.at("MasterRecordId"));
	if (item.at("IsDeleted").flag() === true && master === undefined) return;
	if (master !== undefined) reading.successors.push({ from: id, to: master });
	const status = relationIn(item.at("Type"));
	const links = item.at("Website").text();
	if (item.at("IsPersonAccount").flag() === true || item.at("PersonContactId").exists) {
		// A person account is one person under two ids.
		const contact = refOf(item.at("PersonContactId"));
		if (contact !== undefined) reading.successors.push({ from: contact, to: id });
		const addresses = addressesOf(item, "PersonMailing", "PersonOther", "Billing", "Shipping");
		reading.records.push(personOf(item, id, "Account", individuals, { addresses, links, status }));
		return;
	}
	const name = textOf(item, "Name");
	reading.records.push(
		present<CrmRecordInput>({
			id,
			source: "salesforce",
			kind: "organization",
			names: name,
			organization: name,
			phones: pointsOf(item, "Account", { Phone: "work" }),
			addresses: addressesOf(item, "Billing", "Shipping"),
			links,
			status,
		}),
	);
}

function personOf(
	item: Payload,
	id: string,
	object: string,
	individuals: ReadonlyMap<string, Payload>,
	known: Partial<Pick<CrmRecordInput, "organization" | "addresses" | "links" | "status">> | object,
): CrmRecordInput {
	const name = present({
		given: textOf(item, "FirstName"),
		middle: textOf(item, "MiddleName"),
		family: textOf(item, "LastName"),
	});
	const full = textOf(item, "Name");
	const isSplit = name.given !== undefined || name.family !== undefined;
	const consent = present({
		doNotEmail: item.first("HasOptedOutOfEmail", "PersonHasOptedOutOfEmail").flag(),
		doNotCall: item.first("DoNotCall", "PersonDoNotCall").flag(),
		...wishesOf(item, individuals),
	});
	const bounced =
		item.first("IsEmailBounced", "PersonIsEmailBounced").flag() === true || item.at("EmailBouncedDate").exists;
	return present<CrmRecordInput>({
		id,
		source: "salesforce",
		names: isSplit ? [name] : full,
		emails: pointsOf(item, object, emailFields, consent.doNotEmail).map((point) =>
			bounced ? { ...point, label: "bounced", verified: false } : point,
		),
		phones: pointsOf(item, object, phoneFields, consent.doNotCall),
		title: item.first("Title", "PersonTitle").text(),
		handles: mentionsIn(item.at("Description"), object),
		consent: Object.keys(consent).length === 0 ? undefined : consent,
		...known,
	});
}

/** The wishes of the person in matters of data protection, which Salesforce keeps with the individual. */
function wishesOf(
	item: Payload,
	individuals: ReadonlyMap<string, Payload>,
): { doNotMatch: boolean | undefined; doNotContact: boolean | undefined } {
	const ref = refOf(item.at("IndividualId"));
	const individual = item.at("Individual").isObject ? item.at("Individual") : individuals.get(ref ?? "");
	if (individual === undefined) {
		if (ref !== undefined) item.at("IndividualId").warn("What this individual has refused is not in the payload.");
		return { doNotMatch: undefined, doNotContact: undefined };
	}
	const flags = (...fields: readonly string[]): boolean | undefined => {
		const values = fields.map((field) => individual.at(field).flag());
		return values.includes(true) ? true : values.find((value) => value !== undefined);
	};
	return {
		doNotMatch: flags("HasOptedOutProcessing", "HasOptedOutProfiling", "ShouldForget"),
		doNotContact: flags("HasOptedOutSolicit"),
	};
}

function pointsOf(
	item: Payload,
	object: string,
	fields: Readonly<Record<string, string>>,
	refused?: boolean,
): ContactPoint[] {
	const observedAt = item.first("LastModifiedDate", "CreatedDate").time();
	return Object.entries(fields).flatMap(([field, label]) => {
		const value = item.at(field).text();
		if (value === undefined) return [];
		const mayContact = refused === true ? false : undefined;
		return present<ContactPoint>({ value, label, mayContact, source: `salesforce:${object}.${field}`, observedAt });
	});
}

/** Addresses come in one object, or in a field for each part, or in both. */
function addressesOf(item: Payload, ...kinds: readonly string[]): Address[] {
	return kinds.flatMap((kind) => {
		const whole = item.at(`${kind}Address`);
		const part = (key: string): string | undefined =>
			item.at(`${kind}${key}`).text() ??
			(whole.isObject ? whole.at(key[0]?.toLowerCase() + key.slice(1)).text() : undefined);
		const address = present<Address>({
			street: part("Street"),
			city: part("City"),
			region: part("State"),
			postalCode: part("PostalCode"),
			country: part("Country"),
		});
		return Object.keys(address).length === 0 ? [] : [address];
	});
}

function relationIn(type: Payload): Relation {
	return type.among(types) ?? relationOf(type.text() ?? "") ?? "unknown";
}

function mentionsIn(field: Payload, object: string): KnownHandle[] {
	return findMentions(field.text() ?? "").map((mention) => ({
		...mention,
		grade: "mentioned",
		source: `salesforce:${object}.Description`,
	}));
}

// ---------------------------------------------------------------- cases

function readCase(item: Payload, id: string, reading: CrmDraft): void {
	if (item.at("IsDeleted").flag() === true) return;
	const person = refOf(item.at("ContactId"));
	const supplied = present<Party>({
		email: item.at("SuppliedEmail").text(),
		phone: item.at("SuppliedPhone").text(),
		name: item.at("SuppliedName").text(),
	});
	const isSupplied = supplied.email !== undefined || supplied.phone !== undefined;
	const firm = refOf(item.at("AccountId"));
	// What the web form says is raw. Where an agent has set the contact, that counts.
	const party =
		person !== undefined ? { recordId: person } : isSupplied || firm === undefined ? supplied : { recordId: firm };
	const number = item.at("CaseNumber").text();
	const state = stateOf(item);
	const whole = {
		thread: id,
		topic: item.at("Subject").text(),
		references: number === undefined ? undefined : [number],
		state,
		resolvedAt: state === "closed" ? item.at("ClosedDate").time() : undefined,
	};
	reading.interactions.push({
		party,
		interaction: present<Interaction>({
			...whole,
			id,
			channel: item.at("Origin").among(origins) ?? "ticket",
			direction: "inbound",
			at: item.at("CreatedDate").time(),
			text: item.at("Description").text(),
			author: supplied.name,
			source: "salesforce:Case",
		}),
	});
	for (const comment of item.at("CaseComments", "records").objects())
		readComment(comment, idOf(comment), reading, party, whole);
}

/** The id of a child of a query, of which often only the address is selected. */
function idOf(child: Payload): string | undefined {
	const url = child.at("attributes").isObject ? child.at("attributes", "url").text() : undefined;
	const id = child.at("Id").text() ?? /\/([a-zA-Z0-9]{15,18})$/.exec(url ?? "")?.[1];
	return id === undefined ? undefined : recordId(id);
}

function stateOf(item: Payload): Interaction["state"] {
	const closed = item.at("IsClosed").flag();
	// The names of statuses are each organization's own; this one is the usual one.
	return closed === true || (closed === undefined && item.at("Status").text() === "Closed") ? "closed" : "open";
}

/** Who has written a comment, a colleague or the customer in the portal, is not in it. */
function readComment(
	item: Payload,
	id: string | undefined,
	reading: CrmDraft,
	party: Party = {},
	whole: { [Key in keyof Interaction]?: Interaction[Key] | undefined } = { thread: refOf(item.at("ParentId")) },
): void {
	if (item.at("IsDeleted").flag() === true) return;
	reading.interactions.push({
		party,
		interaction: present<Interaction>({
			...whole,
			id,
			channel: "ticket",
			direction: item.at("IsPublished").flag() === false ? "internal" : undefined,
			at: item.at("CreatedDate").time(),
			text: item.at("CommentBody").text(),
			author: item.at("CreatedBy").isObject ? item.at("CreatedBy", "Name").text() : undefined,
			source: "salesforce:CaseComment",
		}),
	});
}

// ---------------------------------------------------------------- calls and mails

/** A task is something to do; of those that are done, calls and mails are something that happened. */
function readTask(item: Payload, id: string, reading: CrmDraft, { calls }: Beside): void {
	const kind = item.first("TaskSubtype", "Type").text();
	const isCall = kind === "Call" || item.at("CallType").exists;
	if ((!isCall && kind !== "Email") || item.at("IsClosed").flag() === false || item.at("IsDeleted").flag() === true)
		return;
	const about = refOf(item.at("WhatId"));
	const who = refOf(item.at("WhoId"));
	const call = calls.get(id);
	const [day, logged] = [item.at("ActivityDate").time(), item.at("CreatedDate").time()];
	const at = logged !== undefined && (day === undefined || logged.startsWith(day)) ? logged : day;
	const phone = call === undefined ? {} : numberOf(call);
	reading.interactions.push({
		party: present<Party>({ recordId: who ?? (isKind(about, "Account") ? about : undefined), ...phone }),
		interaction: present<Interaction>({
			id,
			channel: isCall ? "call" : "email",
			direction: item.at("CallType").among(callDirections) ?? call?.at("CallType").among(callDirections),
			at: call?.at("CallStartDateTime").time() ?? at,
			topic: item.at("Subject").text(),
			text: item.at("Description").text(),
			thread: isKind(about, "Case") ? about : undefined,
			source: "salesforce:Task",
		}),
	});
}

function readVoiceCall(item: Payload, id: string, reading: CrmDraft, { tasks }: Beside): void {
	// The task that logs the same call tells more of it. Elsewhere the two are known for one by its id.
	const task = refOf(item.at("ActivityId"));
	if (task !== undefined && tasks.has(task)) return;
	const [caller, about] = [refOf(item.at("CallerId")), refOf(item.at("RelatedRecordId"))];
	const owner = [caller, about].find((ref) => isKind(ref, "Contact", "Lead", "Account"));
	reading.interactions.push({
		party: present<Party>({ recordId: owner, ...numberOf(item) }),
		interaction: present<Interaction>({
			id: task ?? id,
			channel: "call",
			direction: item.at("CallType").among(callDirections),
			at: item.at("CallStartDateTime").time(),
			thread: isKind(about, "Case") ? about : undefined,
			source: "salesforce:VoiceCall",
		}),
	});
}

/** The number of whoever is not the firm. */
function numberOf(call: Payload): { phone: string | undefined } {
	const direction = call.at("CallType").among(callDirections);
	if (direction === "inbound") return { phone: call.at("FromPhoneNumber").text() };
	return { phone: direction === "outbound" ? call.at("ToPhoneNumber").text() : undefined };
}

function readEmail(item: Payload, id: string, reading: CrmDraft): void {
	if (item.at("IsDeleted").flag() === true) return;
	const incoming = item.at("Incoming").flag();
	const about = [refOf(item.at("ParentId")), refOf(item.at("RelatedToId"))];
	const html = item.at("TextBody").exists ? undefined : item.at("HtmlBody").text();
	const text = item.at("TextBody").text() ?? (html === undefined ? undefined : htmlText(html));
	const thread = about.find((ref) => isKind(ref, "Case")) ?? refOf(item.at("ThreadIdentifier"));
	const sender = item.at("FromName").text();
	const interaction = present<Interaction>({
		id,
		channel: "email",
		direction: incoming === undefined ? undefined : incoming ? "inbound" : "outbound",
		at: item.first("MessageDate", "CreatedDate").time(),
		topic: item.at("Subject").text(),
		text: text === undefined ? undefined : withoutQuotation(text) || undefined,
		author: sender,
		thread,
		source: "salesforce:EmailMessage",
	});
	if (incoming === true) {
		reading.interactions.push({
			party: present<Party>({ email: item.at("FromAddress").text(), name: sender }),
			interaction,
		});
		return;
	}
	const to = incoming === false ? (item.at("ToAddress").text() ?? "").split(";") : [];
	const receivers = to.flatMap((address) => address.trim() || []);
	for (const email of receivers) reading.interactions.push({ party: { email }, interaction });
	if (receivers.length === 0) reading.interactions.push({ party: {}, interaction });
}

// ---------------------------------------------------------------- social accounts

function accountOf(item: Payload, name: string): KnownHandle | undefined {
	const source = "salesforce:SocialPersona";
	const network = item.at("Provider").text() ?? "";
	const [written, url] = [item.at(name).text(), item.at("ProfileUrl").text()];
	const handle =
		(written === undefined ? undefined : handleIn(written, network, source)) ??
		(url === undefined ? undefined : handleIn(url, network, source));
	const id = item.at("ExternalId").text();
	if (handle === undefined && id === undefined) return undefined;
	const platform = handle?.platform ?? (platformOf(network) || undefined);
	const isScoped = id !== undefined && platform !== undefined && scoped.has(platform);
	return present<KnownHandle>({ platform, ...handle, id, tenantScoped: isScoped ? true : undefined, source });
}

function readPersona(item: Payload, id: string, reading: CrmDraft): void {
	if (item.at("IsDeleted").flag() === true) return;
	const handle = accountOf(item, "Name");
	if (handle === undefined) {
		item.warn("A social persona without a name or an id.");
		return;
	}
	const owner = refOf(item.at("ParentId"));
	if (owner !== undefined) {
		const known = present<KnownHandle>({ ...handle, grade: "asserted", validFrom: item.at("CreatedDate").time() });
		reading.handles.push({ recordId: owner, handle: known });
		return;
	}
	const { platform, handle: name, instance, id: externalId } = handle;
	reading.profiles.push(
		present<SocialProfileInput>({
			platform,
			handle: name,
			instance,
			id: externalId,
			displayName: item.at("RealName").text(),
			bio: item.at("Bio").text(),
			attributes: { recordId: id },
		}),
	);
}

function readPost(item: Payload, id: string, reading: CrmDraft, beside: Beside): void {
	if (item.at("IsDeleted").flag() === true) return;
	const outbound = item.at("IsOutbound").flag();
	const about = refOf(item.at("ParentId"));
	const answered = refOf(item.at("ReplyToId"));
	const account = accountOf(item, "Handle");
	// The one to whom the firm has answered is told by the post that it answers, or by the case.
	const of = outbound === true ? beside.posts.get(answered ?? "") : item;
	reading.interactions.push({
		party: present<Party>({ recordId: refOf(item.at("WhoId")), ...(of === undefined ? {} : writerOf(of, beside)) }),
		interaction: present<Interaction>({
			id,
			channel: item.at("MessageType").among(postChannels) ?? "post",
			direction: outbound === undefined ? undefined : outbound ? "outbound" : "inbound",
			at: item.first("Posted", "CreatedDate").time(),
			text: item.at("Content").text(),
			platform: account?.platform,
			handle: account?.handle,
			author: item.at("Handle").text(),
			thread: isKind(about, "Case") ? about : (answered ?? id),
			url: item.at("PostUrl").text(),
			source: "salesforce:SocialPost",
		}),
	});
}

/** Who has written a post: the record that it is filed under, and the account, by its persona where that is at hand. */
function writerOf(post: Payload, { personas }: Beside): Party {
	const persona = personas.get(refOf(post.at("PersonaId")) ?? "");
	const handle = (persona === undefined ? undefined : accountOf(persona, "Name")) ?? accountOf(post, "Handle");
	const recordId = refOf(post.at("WhoId"));
	return { ...(recordId === undefined ? {} : { recordId }), ...(handle === undefined ? {} : { handle }) };
}

type Read = (item: Payload, id: string, reading: CrmDraft, beside: Beside) => void;

const readers: Readonly<Record<string, Read>> = {
	Contact: readContact,
	Lead: readLead,
	Account: readAccount,
	Case: readCase,
	CaseComment: (item, id, reading) => readComment(item, id, reading),
	Task: readTask,
	VoiceCall: readVoiceCall,
	EmailMessage: readEmail,
	SocialPersona: readPersona,
	SocialPost: readPost,
	/** Read with the contact or the lead. */
	Individual: () => {},
};
