import { Payload, present } from "../payload.js";
import { findMentions } from "../text/mention.js";
import { relationOfAll } from "../text/relation.js";
import type { Channel, ContactPoint, CrmRecordInput, Interaction, KnownHandle, SocialProfileInput } from "../types.js";
import { type CrmDraft, type CrmReader, emptyReading, handleIn, type Party } from "./crm.js";

/** Numbers of channels, as the Via types reference gives them. */
const viaIds: Readonly<Record<string, string>> = {
	"0": "web",
	"4": "email",
	"5": "api",
	"16": "other",
	"23": "twitter",
	"26": "twitter_dm",
	"29": "chat",
	"30": "twitter",
	"33": "voice",
	"34": "voice",
	"35": "voice_outbound",
	"38": "facebook",
	"41": "facebook_message",
	"44": "voice",
	"45": "voice",
	"46": "voice_outbound",
	"48": "web_widget",
	"49": "mobile_sdk",
	"57": "sms",
};
const channels: Readonly<Record<string, Channel>> = {
	web: "ticket",
	api: "ticket",
	email: "email",
	mail: "email",
	chat: "chat",
	native_messaging: "chat",
	web_messenger: "chat",
	voice: "call",
	voicemail: "call",
	phone_call_inbound: "call",
	phone_call_outbound: "call",
	voice_outbound: "call",
	sms: "sms",
	whatsapp: "sms",
	twitter: "post",
	twitter_dm: "dm",
	facebook: "post",
	facebook_message: "dm",
	instagram_dm: "dm",
};
const outgoing: ReadonlySet<string> = /* @__PURE__ */ new Set(["voice_outbound", "phone_call_outbound"]);
const networks: Readonly<Record<string, string>> = {
	twitter: "x",
	twitter_dm: "x",
	facebook: "facebook",
	facebook_message: "facebook",
	instagram_dm: "instagram",
};
/** What an account is to a thread of a network: those that are private. */
const privateRels: ReadonlySet<string> = /* @__PURE__ */ new Set(["direct_message", "message", "dm"]);
const states: Readonly<Record<string, NonNullable<Interaction["state"]>>> = {
	new: "open",
	open: "open",
	pending: "pending",
	hold: "pending",
	solved: "resolved",
	closed: "closed",
};
const staff: ReadonlySet<string | undefined> = /* @__PURE__ */ new Set(["agent", "admin"]);
const lists = ["users", "user", "identities", "identity", "tickets", "ticket", "comments", "results"] as const;

const userId = (id: string): string => `zendesk:${id}`;
const ticketId = (id: string): string => `zendesk:ticket:${id}`;

/** What the parts of a payload say of each other. */
interface Beside {
	readonly users: ReadonlyMap<string, Payload>;
	readonly identities: ReadonlyMap<string, readonly Payload[]>;
	/** Names of organizations by their ids. */
	readonly organizations: ReadonlyMap<string, string>;
}

/**
 * Reads Zendesk: users with their identities, tickets and comments. Comments do not say to which ticket they belong: give
 * them as `{ ticket, comments }`. A user who has no address, no number and no id elsewhere was made from a post or a chat,
 * and is the record of a handle rather than of a person.
 */
export const fromZendesk: CrmReader = (payload) => {
	const reading = emptyReading();
	const pages = new Payload(payload, "", reading.warnings).objects();
	const items = pages.flatMap((page) => itemsOf(page));
	const users = items.filter(({ kind }) => kind === "user").map(({ item }) => item);
	const identities = new Map<string, Payload[]>();
	for (const { item, kind } of items) {
		const id = kind === "identity" ? item.at("user_id").text() : undefined;
		if (id !== undefined) identities.set(id, [...(identities.get(id) ?? []), item]);
	}
	const named = pages.flatMap((page) => page.at("organizations").objects());
	const beside: Beside = {
		users: new Map(users.map((user) => [user.at("id").text() ?? "", user])),
		identities,
		organizations: new Map(named.map((item) => [item.at("id").text() ?? "", item.at("name").text() ?? ""])),
	};
	for (const { item, kind, ticket } of items) {
		if (kind === "user") readUser(item, beside, reading);
		else if (kind === "ticket") readTicket(item, reading);
		else if (kind === "comment") readComment(item, ticket, beside, reading);
	}
	for (const [id, list] of identities) if (!beside.users.has(id)) readIdentities(id, list, reading);
	return reading;
};

type Kind = "user" | "identity" | "ticket" | "comment";

interface Item {
	readonly item: Payload;
	readonly kind: Kind;
	/** To which a comment belongs. */
	readonly ticket: Payload | undefined;
}

/** What a page holds; an item without a page around it is one itself. */
function itemsOf(page: Payload): Item[] {
	const parts = lists.map((key) => page.at(key)).filter(({ isList, isObject }) => isList || isObject);
	const ticket = page.at("ticket").isObject ? page.at("ticket") : undefined;
	const isPage = parts.length > 0 || page.at("organizations").isList;
	return (isPage ? parts.flatMap((part) => part.objects()) : [page]).flatMap((item) => {
		const kind = kindOf(item);
		if (kind === undefined) item.warn("Neither a user, an identity, a ticket nor a comment.");
		return kind === undefined ? [] : [{ item, kind, ticket }];
	});
}

const userKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(["role", "email", "phone", "name"]);

function kindOf(item: Payload): Kind | undefined {
	if (item.at("author_id").exists) return "comment";
	if (item.at("requester_id").exists) return "ticket";
	if (item.at("user_id").exists && item.at("type").exists) return "identity";
	return item.at("id").exists && item.keys().some((key) => userKeys.has(key)) ? "user" : undefined;
}

// ---------------------------------------------------------------- users

function readUser(item: Payload, { identities, organizations }: Beside, reading: CrmDraft): void {
	const id = item.at("id").text();
	// A user who has been deleted, or merged into another, is no longer active.
	if (id === undefined || item.at("active").flag() === false) return;
	const own = identities.get(id) ?? [];
	const observedAt = item.at("updated_at").time();
	const email = item.at("email").text();
	const phone = item.at("phone").text();
	const isVerified = item.at("verified").flag() === true ? true : undefined;
	const isShared = item.at("shared_phone_number").flag() === true ? true : undefined;
	const first = { source: "zendesk:User.email", primary: true, verified: isVerified, observedAt };
	const line = { source: "zendesk:User.phone", shared: isShared, observedAt };
	const emails = [
		...(email === undefined ? [] : [present<ContactPoint>({ value: email, ...first })]),
		...emailsOf(own),
	];
	const phones = [
		...(phone === undefined ? [] : [present<ContactPoint>({ value: phone, ...line })]),
		...phonesOf(own).map((point) => (isShared && point.value === phone ? { ...point, shared: true } : point)),
	];
	const externalId = item.at("external_id").text();
	const isStaff = staff.has(item.at("role").text());
	const handles = handlesOf(own);
	const name = nameOf(item.at("name"));
	if (!isStaff && emails.length + phones.length === 0 && externalId === undefined) {
		readStub(id, name, handles, reading);
		return;
	}
	const attributes = present({
		externalId,
		suspended: item.at("suspended").flag() === true ? true : undefined,
	});
	const tags = item.at("tags").items();
	reading.records.push(
		present<CrmRecordInput>({
			id: userId(id),
			source: "zendesk",
			names: name,
			emails,
			phones,
			organization: organizations.get(item.at("organization_id").text() ?? ""),
			handles: [...handles, ...mentionsIn(item.at("details")), ...mentionsIn(item.at("notes"))],
			status: isStaff ? "employee" : (relationOfAll(tags.flatMap((tag) => tag.text() ?? [])) ?? "unknown"),
			attributes: Object.keys(attributes).length === 0 ? undefined : attributes,
		}),
	);
}

/** Telephone tickets make a user "Caller +1 (503) 555-0143", who has no name. */
function nameOf(field: Payload): string | undefined {
	const name = field.text();
	if (name === undefined || !/\p{L}/u.test(name)) return undefined;
	return /^caller\b[\s+\d().-]*$/i.test(name) ? undefined : name;
}

function readStub(id: string, name: string | undefined, handles: readonly KnownHandle[], reading: CrmDraft): void {
	for (const handle of handles.length === 0 ? [{}] : handles) {
		const { platform, handle: written, id: account }: KnownHandle = handle;
		reading.profiles.push(
			present<SocialProfileInput>({
				platform,
				handle: written,
				id: account,
				displayName: name === written ? undefined : name,
				attributes: { recordId: userId(id) },
			}),
		);
	}
}

/** Identities of a user who is in another payload. */
function readIdentities(id: string, list: readonly Payload[], reading: CrmDraft): void {
	const [emails, phones] = [emailsOf(list), phonesOf(list)];
	if (emails.length + phones.length > 0) reading.records.push({ id: userId(id), source: "zendesk", emails, phones });
	for (const handle of handlesOf(list)) reading.handles.push({ recordId: userId(id), handle });
}

const isType = (identity: Payload, ...types: readonly string[]): boolean =>
	types.includes(identity.at("type").text() ?? "");

function emailsOf(identities: readonly Payload[]): ContactPoint[] {
	return pointsOf(identities.filter((identity) => isType(identity, "email", "google")));
}

function phonesOf(identities: readonly Payload[]): ContactPoint[] {
	return pointsOf(identities.filter((identity) => isType(identity, "phone_number")));
}

function pointsOf(identities: readonly Payload[]): ContactPoint[] {
	return identities.flatMap((identity) => {
		const value = identity.at("value").text();
		if (value === undefined) return [];
		const isBounced = identity.at("deliverable_state").text() === "undeliverable";
		return present<ContactPoint>({
			value,
			label: isBounced ? "bounced" : undefined,
			primary: identity.at("primary").flag() === true ? true : undefined,
			verified: isBounced ? false : identity.at("verified").flag(),
			source: "zendesk:UserIdentity",
			observedAt: identity.at("updated_at").time(),
		});
	});
}

/** Other identities (messaging, sdk, foreign, any_channel, agent_forwarding) name nobody in public. */
function handlesOf(identities: readonly Payload[]): KnownHandle[] {
	return identities.flatMap((identity) => {
		const value = identity.at("value").text();
		if (value === undefined || !isType(identity, "twitter", "facebook")) return [];
		const source = "zendesk:UserIdentity";
		// Facebook's are ids of one page's visitors.
		const account = isType(identity, "facebook")
			? { platform: "facebook", id: value, tenantScoped: true, source }
			: handleIn(value, "x", source);
		if (account === undefined) return [];
		return present<KnownHandle>({ ...account, grade: "asserted", validFrom: identity.at("created_at").time() });
	});
}

function mentionsIn(field: Payload): KnownHandle[] {
	return findMentions(field.text() ?? "").map((mention) => ({
		...mention,
		grade: "mentioned",
		source: "zendesk:User",
	}));
}

// ---------------------------------------------------------------- tickets and comments

/** Whence something came: the channel, and who was at its other end. */
function viaOf(item: Payload): {
	readonly name: string;
	readonly channel: Channel;
	readonly direction: "inbound" | "outbound";
	readonly party: Party;
} {
	const via = item.at("via");
	const written = via.at("channel").text() ?? "";
	const name = Object.hasOwn(viaIds, written) ? (viaIds[written] as string) : written;
	const rel = via.at("source", "rel").text() ?? "";
	const direction = outgoing.has(name) || rel === "outbound" ? "outbound" : "inbound";
	const other = via.at("source", direction === "inbound" ? "from" : "to");
	const channel = Object.hasOwn(channels, name) ? (channels[name] as Channel) : "ticket";
	const network = networks[name] ?? "";
	const account = other.first("username", "profile_url").text();
	const handle = account === undefined || network === "" ? undefined : handleIn(account, network, "zendesk:Via");
	const party = present<Party>({
		email: channel === "email" ? other.at("address").text() : undefined,
		phone: channel === "call" || channel === "sms" ? other.first("phone", "formatted_phone").text() : undefined,
		handle,
	});
	return { name, channel: channel === "post" && privateRels.has(rel) ? "dm" : channel, direction, party };
}

function readTicket(item: Payload, reading: CrmDraft): void {
	const id = item.at("id").required();
	if (id === undefined || item.at("status").text() === "deleted") return;
	const { name, channel, direction, party } = viaOf(item);
	const [requester, submitter] = [item.at("requester_id").text(), item.at("submitter_id").text()];
	// An agent may write it for the one who asked, or to one who has not.
	const isWritten = submitter === undefined || submitter === requester || networks[name] !== undefined;
	reading.interactions.push({
		party: { ...party, ...(requester === undefined ? {} : { recordId: userId(requester) }) },
		interaction: present<Interaction>({
			...wholeOf(item, id),
			id: ticketId(id),
			channel,
			direction: isWritten || channel === "call" ? direction : undefined,
			at: item.at("created_at").time(),
			text: item.at("description").text(),
			...saidBy(party, direction),
			source: "zendesk:Ticket",
		}),
	});
	for (const comment of item.at("comments").objects()) readComment(comment, item, undefined, reading);
}

/** What a ticket says for all that was said in it. */
function wholeOf(ticket: Payload, id: string) {
	const state = ticket.at("status").among(states);
	const isDone = state === "resolved" || state === "closed";
	return {
		thread: ticketId(id),
		topic: ticket.at("subject").text(),
		references: [id],
		state,
		resolvedAt: isDone ? ticket.at("metric_set", "solved_at").time() : undefined,
	};
}

function saidBy({ handle }: Party, direction: Interaction["direction"]): Pick<Interaction, "platform" | "handle"> {
	return direction === "inbound" && handle !== undefined
		? present<Pick<Interaction, "platform" | "handle">>({ platform: handle.platform, handle: handle.handle })
		: {};
}

function readComment(item: Payload, ticket: Payload | undefined, beside: Beside | undefined, reading: CrmDraft): void {
	const id = item.at("id").required();
	if (id === undefined) return;
	const number = ticket?.at("id").text() ?? item.at("ticket_id").text();
	const text = item.first("plain_body", "body").text();
	const at = item.at("created_at").time();
	// The first comment is the ticket's description over again.
	if (ticket !== undefined && text === ticket.at("description").text() && at === ticket.at("created_at").time()) return;
	const { channel, party } = viaOf(item);
	const author = item.at("author_id").text() ?? "";
	const direction = directionOf(item, author, ticket, beside);
	const requester = ticket?.at("requester_id").text();
	const isTheirs = direction === "inbound" || (direction === undefined && ticket === undefined);
	const person = isTheirs ? author : requester;
	reading.interactions.push({
		party: { ...(isTheirs ? party : {}), ...(person === undefined ? {} : { recordId: userId(person) }) },
		interaction: present<Interaction>({
			...(number === undefined ? {} : ticket === undefined ? { thread: ticketId(number) } : wholeOf(ticket, number)),
			id: `zendesk:comment:${id}`,
			channel,
			direction,
			at,
			text,
			...saidBy(party, direction),
			source: "zendesk:Comment",
		}),
	});
}

/** Which way a comment went, as far as the payload tells who its author is. */
function directionOf(
	item: Payload,
	author: string,
	ticket: Payload | undefined,
	beside: Beside | undefined,
): Interaction["direction"] {
	if (item.at("public").flag() === false) return "internal";
	const role = beside?.users.get(author)?.at("role").text();
	if (role !== undefined) return staff.has(role) ? "outbound" : "inbound";
	if (ticket?.at("requester_id").text() === author) return "inbound";
	if (ticket?.at("assignee_id").text() === author) return "outbound";
	// What comes in from a network names its author.
	return item.at("via", "source", "from", "username").exists ? "inbound" : undefined;
}
