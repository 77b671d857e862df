import { Payload, present } from "../payload.js";
import { findMentions } from "../text/mention.js";
import { relationOfAll } from "../text/relation.js";
import { isoTime } from "../text/time.js";
import { type CardProperty, readCards } from "../text/vcard.js";
import type { Address, ContactPoint, CrmRecordInput, KnownHandle, PersonName } from "../types.js";
import { type CrmDraft, type CrmOptions, type CrmReader, emptyReading, handleIn } from "./crm.js";

export interface CardOptions extends CrmOptions {
	/** The address book that the cards are from, which goes in front of their ids. Default "vcard". */
	readonly source?: string;
}

/**
 * Reads address cards: vCard 3.0 and 4.0 (RFC 6350, 9554), and what telephones still write of 2.1. A card without a UID is
 * known by its number, from 1. Cards of groups are left out. Takes the text of one file or of several.
 */
export const fromVCard: CrmReader<CardOptions> = (payload, options = {}) => {
	const reading = emptyReading();
	for (const file of new Payload(payload, "", reading.warnings).items()) {
		const text = file.text();
		if (text === undefined) continue;
		const { cards, unreadable } = readCards(text);
		if (cards.length === 0) file.warn("Holds no card.");
		else if (unreadable > 0) file.warn("Holds lines that are no properties of a card.");
		for (const [index, card] of cards.entries())
			readCard(card, file.at(`card`, `${index + 1}`), index + 1, options, reading);
	}
	return reading;
};

/** Reads address cards as JSON (jCard, RFC 7095): one, or a list of them. See `fromVCard`. */
export const fromJCard: CrmReader<CardOptions> = (payload, options = {}) => {
	const reading = emptyReading();
	const whole = new Payload(payload, "", reading.warnings);
	const isOne = whole.items()[0]?.value === "vcard";
	const cards = isOne ? [whole] : whole.items();
	for (const [index, item] of cards.entries()) {
		const [name, properties] = item.items();
		if (name?.value !== "vcard" || properties?.isList !== true) {
			if (item.exists) item.warn('Not a card: a list of "vcard" and a list of properties.');
			continue;
		}
		const card = properties.items().flatMap((property) => jsonProperty(property) ?? []);
		readCard(card, item, index + 1, options, reading);
	}
	return reading;
};

function jsonProperty(item: Payload): CardProperty | undefined {
	const [name, params, , ...values] = item.isList ? item.items() : [];
	const key = name?.text();
	if (key === undefined || params === undefined) {
		item.warn("Not a property: a name, parameters, a type and a value.");
		return undefined;
	}
	const textOf = (value: Payload): string => value.text() ?? "";
	// A component may itself be a list of texts, and no more than that (RFC 7095, 3.3.1.3).
	const parts = values.flatMap((value) =>
		value.items().map((part) => (part.isList ? part.items().map(textOf).join(" ") : textOf(part))),
	);
	return {
		name: key.toLowerCase(),
		group: wordsOf(params.at("group"))[0]?.toLowerCase(),
		params: new Map(params.keys().map((param) => [param.toLowerCase(), wordsOf(params.at(param))])),
		text: parts.join(values.length > 1 ? "," : ";").trim(),
		parts,
		list: parts,
	};
}

/** Of a parameter, whose name is the writer's own and so may stand in no warning. */
function wordsOf(param: Payload): string[] {
	return param.items().flatMap(({ value }) => (typeof value === "string" ? value : []));
}

// ---------------------------------------------------------------- a card

/** Properties of one kind, the preferred first: PREF=1 in vCard 4, TYPE=pref before. */
function readCard(
	card: readonly CardProperty[],
	item: Payload,
	number: number,
	options: CardOptions,
	reading: CrmDraft,
): void {
	const { source = "vcard" } = options;
	const all = (name: string): readonly CardProperty[] =>
		card.filter((property) => property.name === name).sort((a, b) => preference(a) - preference(b));
	const one = (name: string): string | undefined =>
		all(name)
			.map(({ text }) => text)
			.find((text) => text !== "");
	const kind = one("kind")?.toLowerCase();
	if (kind === "group" || card.length === 0) return;
	const observedAt = one("rev") === undefined ? undefined : isoTime(extended(one("rev") as string));
	const point = (property: CardProperty, value: string): ContactPoint =>
		present<ContactPoint>({
			value,
			label: labelOf(property, card),
			primary: preference(property) === 1 ? true : undefined,
			source: `${source}:${property.name.toUpperCase()}`,
			observedAt,
		});
	const isCompany = kind === "org" || one("x-abshowas")?.toUpperCase() === "COMPANY";
	const uid = one("uid")?.replace(/^urn:uuid:/i, "");
	const handles = [...all("socialprofile"), ...all("x-socialprofile"), ...all("x-twitter"), ...all("impp")];
	const mentions = all("note").flatMap(({ text }) => findMentions(text));
	const organization = all("org")[0]?.parts[0];
	const record = present<CrmRecordInput>({
		id: `${source}:${uid ?? `card-${number}`}`,
		source,
		kind: isCompany ? "organization" : "person",
		names: namesOf(all),
		emails: all("email")
			.filter(({ text }) => text !== "")
			.map((property) => point(property, property.text.replace(/^mailto:/i, ""))),
		phones: all("tel")
			.filter(isPersons)
			.map((property) => point(property, property.text.replace(/^tel:/i, ""))),
		addresses: all("adr").map(addressOf),
		organization: organization || undefined,
		title: one("title"),
		pronouns: one("pronouns"),
		links: all("url").map(({ text }) => text),
		handles: [
			...handles.flatMap((property) => handleOf(property, source, observedAt) ?? []),
			...mentions.map((mention): KnownHandle => ({ ...mention, grade: "mentioned", source: `${source}:NOTE` })),
		],
		status: relationOfAll(all("categories").flatMap(({ list }) => list)) ?? "unknown",
	});
	if (
		record.names === undefined &&
		organization === undefined &&
		[record.emails, record.phones, record.handles].every(isEmpty)
	) {
		item.warn("A card that says nothing of anybody.");
		return;
	}
	reading.records.push(record);
}

const isEmpty = (list: unknown): boolean => !Array.isArray(list) || list.length === 0;

function preference({ params }: CardProperty): number {
	const stated = Number(params.get("pref")?.[0] ?? Number.NaN);
	if (stated >= 1 && stated <= 100) return stated;
	return params.get("type")?.some((type) => /^pref$/i.test(type)) ? 1 : 101;
}

/** Nobody is known by a fax or a pager. */
function isPersons({ params, text }: CardProperty): boolean {
	return text !== "" && !params.get("type")?.some((type) => /^(?:fax|pager|modem)$/i.test(type));
}

/** Types that say nothing of what a number is for. */
const plainTypes = /^(?:pref|voice|internet|text|uri|x400)$/i;

/** What a value is for: of its type, or of the label that Apple puts into a property beside it. */
function labelOf({ group, params }: CardProperty, card: readonly CardProperty[]): string | undefined {
	const label = card.find((other) => group !== undefined && other.group === group && other.name === "x-ablabel");
	if (label !== undefined) return label.text.replace(/^_\$!<(.*)>!\$_$/, "$1") || undefined;
	return params
		.get("type")
		?.find((type) => !plainTypes.test(type))
		?.toLowerCase();
}

/** "20260915T072200Z" as 2026-09-15T07:22:00Z. */
function extended(time: string): string {
	return time.replace(
		/^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2}))?/,
		(_, year, month, day, hour, minute, second) => {
			const date = `${year}-${month}-${day}`;
			return hour === undefined ? date : `${date}T${hour}:${minute}:${second}`;
		},
	);
}

function namesOf(all: (name: string) => readonly CardProperty[]): PersonName[] | undefined {
	const nicknames = all("nickname").flatMap(({ list }) => list.filter((name) => name !== ""));
	// RFC 9554: the same name again as it is pronounced.
	const structured = all("n").find(({ params }) => !params.has("phonetic"));
	const [family, given, middle] = structured?.parts ?? [];
	const [full, ...others] = all("fn").flatMap(({ text }) => text || []);
	const first = present<PersonName>({
		full,
		given: given || undefined,
		middle: middle || undefined,
		family: family || undefined,
		nickname: nicknames[0],
	});
	const names = [
		first,
		...others.map((other) => ({ full: other })),
		...nicknames.slice(1).map((nickname) => ({ nickname })),
	];
	return Object.keys(first).length === 0 ? undefined : names;
}

function addressOf({ parts, text }: CardProperty): Address {
	const [, , street, city, region, postalCode, country] = parts.map((part) => part || undefined);
	return parts.length < 4 ? { text } : present<Address>({ street, city, region, postalCode, country });
}

/** A social profile or a messenger's address. The network stands in a parameter or in the scheme. */
function handleOf(property: CardProperty, source: string, seenAt: string | undefined): KnownHandle | undefined {
	const { name, params, text } = property;
	const user = params.get("username")?.[0] ?? params.get("x-user")?.[0];
	const types =
		params.get("service-type") ??
		params.get("x-service-type") ??
		(name === "x-socialprofile" ? params.get("type") : []);
	const network = name === "x-twitter" ? "x" : (types?.find((type) => !/^(?:pref|home|work)$/i.test(type)) ?? "");
	const from = `${source}:${name.toUpperCase()}`;
	const [, scheme = "", rest = ""] = /^([a-z][a-z0-9+.-]*):(?!\/\/)(.+)$/i.exec(text) ?? [];
	if (name === "impp") return handleIn(rest || text, network || scheme, from, seenAt);
	// Apple writes "x-apple:marisol" where there is no address.
	const named = user === undefined ? undefined : handleIn(user, network, from, seenAt);
	return named ?? handleIn(rest || text, network, from, seenAt);
}
