import { Payload, present } from "../payload.js";
import { findMentions } from "../text/mention.js";
import { relationOf } from "../text/relation.js";
import type {
	Address,
	Channel,
	ContactPoint,
	CrmRecordInput,
	Interaction,
	KnownHandle,
	SocialProfileInput,
} from "../types.js";
import { type CrmDraft, type CrmReader, emptyReading, handleIn, type Party } from "./crm.js";

const dynamicsId = (id: string): string => `dynamics:${id.replace(/[{}]/g, "").toLowerCase()}`;

const emailColumns = { emailaddress1: "email", emailaddress2: "second", emailaddress3: "third" };
/** Fax numbers are left out, and so are those of the assistant and of the manager. */
const phoneColumns = {
	telephone1: "work",
	business2: "work",
	telephone2: "home",
	home2: "home",
	mobilephone: "mobile",
	telephone3: "other",
	callback: "other",
};
const preferred: Readonly<Record<string, Channel>> = { "2": "email", "3": "call" };
/** Values of `community`; the others are channels in which nobody has a public handle. */
const communities: Readonly<Record<string, string>> = { "1": "facebook", "2": "x" };
/** Platforms whose ids are those of one page's visitors. */
const scoped: ReadonlySet<string> = /* @__PURE__ */ new Set(["facebook", "instagram"]);
const CANCELLED = "2";
const SENDER = "1";

/**
 * Reads Microsoft Dynamics 365 (Dataverse): contacts, accounts, phone calls and social profiles of the Web API. Labels and
 * the kinds of look-ups come as annotations: ask for them with `Prefer: odata.include-annotations="*"`.
 */
export const fromDynamics: CrmReader = (payload) => {
	const reading = emptyReading();
	for (const item of new Payload(payload, "", reading.warnings).unwrap("value")) {
		if (item.at("contactid").exists) readContact(item, reading);
		else if (item.at("socialprofileid").exists) readSocialProfile(item, reading);
		else if (item.at("activityid").exists && isPhoneCall(item)) readPhoneCall(item, reading);
		else if (item.at("accountid").exists) readAccount(item, reading);
		else item.warn("Neither a contact, an account, a phone call nor a social profile.");
	}
	return reading;
};

const isPhoneCall = (item: Payload): boolean =>
	item.keys().some((key) => key === "phonenumber" || key === "directioncode");

/** What stands beside a column in words: "Do Not Allow". Keys have dots, so they are no path. */
const labelOf = (item: Payload, column: string): string | undefined =>
	item.at(`${column}@OData.Community.Display.V1.FormattedValue`).text();
const tableOf = (item: Payload, column: string): string | undefined =>
	item.at(`${column}@Microsoft.Dynamics.CRM.lookuplogicalname`).text();

// ---------------------------------------------------------------- contacts and accounts

function readContact(item: Payload, reading: CrmDraft): void {
	const id = item.at("contactid").text();
	if (id === undefined) return;
	const flag = (column: string): boolean | undefined => item.at(column).flag();
	const [doNotCall, doNotEmail] = [flag("donotphone"), flag("donotemail")];
	const name = present({
		given: item.at("firstname").text(),
		middle: item.at("middlename").text(),
		family: item.at("lastname").text(),
		nickname: item.at("nickname").text(),
	});
	const isSplit = name.given !== undefined || name.family !== undefined;
	const full = item.at("fullname").text();
	const consent = present({
		doNotCall,
		doNotEmail,
		// The opt-out of the General Data Protection Regulation.
		doNotMatch: flag("msdyn_gdproptout"),
		preferredChannel: item.at("preferredcontactmethodcode").among(preferred),
	});
	reading.records.push(
		present<CrmRecordInput>({
			id: dynamicsId(id),
			source: "dynamics",
			names: isSplit || full === undefined ? [name] : [{ ...name, full }],
			emails: pointsOf(item, "Contact", emailColumns, doNotEmail),
			phones: pointsOf(item, "Contact", phoneColumns, doNotCall),
			addresses: addressesOf(item),
			organization: employerOf(item),
			title: item.at("jobtitle").text(),
			links: item.at("websiteurl").text(),
			handles: mentionsIn(item.at("description")),
			status: relationOf(labelOf(item, "customertypecode") ?? "") ?? "unknown",
			consent: Object.keys(consent).length === 0 ? undefined : consent,
		}),
	);
	const master = item.at("_masterid_value").text();
	if (flag("merged") === true && master !== undefined) {
		reading.successors.push({ from: dynamicsId(id), to: dynamicsId(master) });
	}
}

function readAccount(item: Payload, reading: CrmDraft): void {
	const id = item.at("accountid").text();
	if (id === undefined) return;
	const name = item.at("name").text();
	reading.records.push(
		present<CrmRecordInput>({
			id: dynamicsId(id),
			source: "dynamics",
			kind: "organization",
			names: name,
			organization: name,
			emails: pointsOf(item, "Account", emailColumns, item.at("donotemail").flag()),
			phones: pointsOf(item, "Account", phoneColumns, item.at("donotphone").flag()),
			addresses: addressesOf(item),
			links: item.at("websiteurl").text(),
			status: relationOf(labelOf(item, "customertypecode") ?? "") ?? "unknown",
		}),
	);
	const master = item.at("_masterid_value").text();
	if (item.at("merged").flag() === true && master !== undefined) {
		reading.successors.push({ from: dynamicsId(id), to: dynamicsId(master) });
	}
}

function pointsOf(
	item: Payload,
	table: string,
	columns: Readonly<Record<string, string>>,
	refused: boolean | undefined,
): ContactPoint[] {
	const observedAt = item.at("modifiedon").time();
	return Object.entries(columns).flatMap(([column, label]) => {
		const value = item.at(column).text();
		if (value === undefined) return [];
		return present<ContactPoint>({
			value,
			label,
			primary: column === "emailaddress1" ? true : undefined,
			mayContact: refused === true ? false : undefined,
			source: `dynamics:${table}.${column}`,
			observedAt,
		});
	});
}

function addressesOf(item: Payload): Address[] {
	return ["address1", "address2"].flatMap((prefix) => {
		const lines = ["line1", "line2", "line3"].flatMap((line) => item.at(`${prefix}_${line}`).text() ?? []);
		const address = present<Address>({
			street: lines.join(", ") || undefined,
			city: item.at(`${prefix}_city`).text(),
			region: item.at(`${prefix}_stateorprovince`).text(),
			postalCode: item.at(`${prefix}_postalcode`).text(),
			country: item.at(`${prefix}_country`).text(),
		});
		return Object.keys(address).length === 0 ? [] : [address];
	});
}

/** The parent of a contact is a firm or another contact; only the annotation says which. */
function employerOf(item: Payload): string | undefined {
	const column = "_parentcustomerid_value";
	return tableOf(item, column) === "account" ? labelOf(item, column) : undefined;
}

function mentionsIn(field: Payload): KnownHandle[] {
	return findMentions(field.text() ?? "").map((mention) => ({
		...mention,
		grade: "mentioned",
		source: "dynamics:Contact.description",
	}));
}

// ---------------------------------------------------------------- phone calls

function readPhoneCall(item: Payload, reading: CrmDraft): void {
	const id = item.at("activityid").text();
	if (id === undefined || item.at("statecode").text() === CANCELLED) return;
	const regarding = "_regardingobjectid_value";
	const about = item.at(regarding).text();
	const table = tableOf(item, regarding);
	const isPerson = table === undefined || people.has(table);
	const party = present<Party>({
		recordId: about !== undefined && isPerson ? dynamicsId(about) : undefined,
		phone: item.at("phonenumber").text(),
	});
	reading.interactions.push({
		party,
		interaction: present<Interaction>({
			id: dynamicsId(id),
			channel: "call",
			direction: directionOf(item),
			at: item.first("actualstart", "actualend").time(),
			topic: item.at("subject").text(),
			text: item.at("description").text(),
			thread: table === "incident" && about !== undefined ? dynamicsId(about) : undefined,
			source: "dynamics:PhoneCall",
		}),
	});
}

const people: ReadonlySet<string> = /* @__PURE__ */ new Set(["contact", "account", "lead"]);
const staff: ReadonlySet<string> = /* @__PURE__ */ new Set(["systemuser", "team", "queue"]);

/**
 * `directioncode` is true, outgoing, where nobody has set it, as in calls that were imported. Outgoing is only what has a
 * colleague for a sender, or has left a message on the person's voicemail.
 */
function directionOf(item: Payload): Interaction["direction"] {
	const parties = item.at("phonecall_activity_parties").objects();
	const sender = parties.find((party) => party.at("participationtypemask").text() === SENDER);
	const table = sender === undefined ? undefined : tableOf(sender, "_partyid_value");
	if (table !== undefined && staff.has(table)) return "outbound";
	if (table !== undefined && people.has(table)) return "inbound";
	if (item.at("directioncode").flag() === false) return "inbound";
	return item.at("leftvoicemail").flag() === true ? "outbound" : undefined;
}

// ---------------------------------------------------------------- social profiles

function readSocialProfile(item: Payload, reading: CrmDraft): void {
	const id = item.at("socialprofileid").text();
	if (id === undefined) return;
	const network = item.at("community").among(communities) ?? labelOf(item, "community") ?? "";
	const platform = network === "Other" ? "" : network;
	const source = "dynamics:SocialProfile";
	const name = item.at("profilename").text();
	const link = item.at("profilelink").text();
	const written =
		(name === undefined ? undefined : handleIn(name, platform, source)) ??
		(link === undefined ? undefined : handleIn(link, platform, source));
	const handle = present<KnownHandle>({
		...(platform === "" ? {} : { platform }),
		...written,
		id: item.at("uniqueprofileid").text(),
		tenantScoped: scoped.has(platform) && item.at("uniqueprofileid").exists ? true : undefined,
		grade: "asserted",
		validFrom: item.at("createdon").time(),
		source,
	});
	if (handle.handle === undefined && handle.id === undefined) {
		item.warn("A social profile without a name or an id.");
		return;
	}
	const owner = item.at("_customerid_value").text();
	if (owner !== undefined) {
		reading.handles.push({ recordId: dynamicsId(owner), handle });
		return;
	}
	reading.profiles.push(
		present<SocialProfileInput>({
			platform: handle.platform,
			id: handle.id,
			handle: handle.handle,
			instance: handle.instance,
			displayName: item.at("profilefullname").text(),
			attributes: { recordId: dynamicsId(id) },
		}),
	);
}
