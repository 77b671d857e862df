import { Payload, present } from "../payload.js";
import { callEnds } from "../text/caller.js";
import { htmlText } from "../text/html.js";
import type { ContactPoint, CrmRecordInput, Interaction, KnownHandle, Relation } from "../types.js";
import { type ChannelOptions, type CrmDraft, type CrmReader, emptyReading, handleIn, type Party } from "./crm.js";

export interface PipedriveOptions extends ChannelOptions {
	/** Fields of the firm's own that hold handles, by their 40-digit keys, with the network: `{ f78b64c9...: "x" }`. */
	readonly handleFields?: Readonly<Record<string, string>>;
}

/** Whether marketing mail is refused. An archived person has said nothing. */
const refusals: Readonly<Record<string, boolean>> = { no_consent: true, unsubscribed: true, subscribed: false };

const pipedriveId = (id: string): string => `pipedrive:${id}`;

/**
 * Reads Pipedrive: persons of version 1 and 2, and call logs. Deleted persons are passed over. A call log does not say
 * which way the call went: the firm's own numbers (`own`) tell, or a number that is free for the caller.
 */
export const fromPipedrive: CrmReader<PipedriveOptions> = (payload, options = {}) => {
	const reading = emptyReading();
	for (const found of new Payload(payload, "", reading.warnings).unwrap("data")) {
		for (const item of found.unwrap("items")) {
			// Search wraps each of its results once more.
			const inner = item.at("item").isObject ? item.at("item") : item;
			const keys = new Set(inner.keys());
			if (keys.has("from_phone_number") || keys.has("to_phone_number")) readCall(inner, options, reading);
			else if (personKeys.some((key) => keys.has(key))) readPerson(inner, options, reading);
			else if (keys.has("id")) inner.warn("Neither a person nor a call log.");
		}
	}
	return reading;
};

const personKeys = ["emails", "phones", "email", "phone", "first_name", "last_name"];

/** Times of version 1 have no zone and are UTC. */
const updated = (item: Payload): string | undefined => item.first("update_time", "add_time").time();

function readPerson(item: Payload, { handleFields = {} }: PipedriveOptions, reading: CrmDraft): void {
	const id = item.at("id").required();
	if (id === undefined) return;
	const merged = item.at("merge_what_id").text();
	if (merged !== undefined && merged !== id)
		reading.successors.push({ from: pipedriveId(merged), to: pipedriveId(id) });
	if (item.at("is_deleted").flag() === true || item.at("active_flag").flag() === false) return;
	const refused = item.at("marketing_status").among(refusals);
	const points = (field: string, mayContact?: boolean): ContactPoint[] =>
		item
			.at(field)
			.items()
			.flatMap((entry) => {
				// In search results an address is a plain text.
				const value = entry.isObject ? entry.at("value").text() : entry.text();
				if (value === undefined) return [];
				const point = present<ContactPoint>({
					value,
					label: entry.at("label").text(),
					primary: entry.at("primary").flag(),
					mayContact,
					source: `pipedrive:person.${field}`,
					observedAt: updated(item),
				});
				return [point];
			});
	const emails = ["emails", "email"].flatMap((field) => points(field, refused === undefined ? undefined : !refused));
	const first = item.at("first_name").text();
	const last = item.at("last_name").text();
	const name = present({ full: item.at("name").text(), given: first, family: last });
	reading.records.push(
		present<CrmRecordInput>({
			id: pipedriveId(id),
			source: "pipedrive",
			names: Object.keys(name).length === 0 ? undefined : [name],
			emails,
			phones: [...points("phones"), ...points("phone")],
			addresses: addressOf(item),
			organization: item.at("org_id", "name").text() ?? item.first("org_name", "organization").at("name").text(),
			title: item.at("job_title").text(),
			handles: [...messengers(item), ...ownFields(item, handleFields)],
			status: relationIn(item),
			consent: refused === undefined ? undefined : { doNotEmail: refused },
		}),
	);
}

/** Deals say what a person is; Pipedrive counts them on persons of version 1. */
function relationIn(item: Payload): Relation {
	const count = (field: string): number => item.at(field).number() ?? 0;
	if (count("won_deals_count") > 0) return "customer";
	return count("open_deals_count") > 0 ? "prospect" : "unknown";
}

function addressOf(item: Payload): CrmRecordInput["addresses"] {
	const nested = item.at("postal_address");
	const part = (name: string): string | undefined =>
		nested.isObject ? nested.at(name).text() : item.at(`postal_address_${name}`).text();
	const whole = nested.isObject ? nested.at("value").text() : nested.text();
	const address = present({
		text: whole,
		city: part("locality"),
		region: part("admin_area_level_1"),
		postalCode: part("postal_code"),
		country: part("country"),
	});
	return Object.keys(address).length === 0 ? undefined : [address];
}

/** Labels under which nobody keeps handles of one network. */
const noNetwork = /^(?:work|home|other|mobile|main|private)?$/i;

function messengers(item: Payload): KnownHandle[] {
	return item
		.at("im")
		.objects()
		.flatMap((entry) => {
			const label = entry.at("label").text() ?? "";
			const value = entry.at("value").text();
			const network = noNetwork.test(label) ? "" : label;
			return value === undefined ? [] : (handleIn(value, network, "pipedrive:person.im", updated(item)) ?? []);
		});
}

/** Version 2 keeps fields of the firm's own under one key, version 1 among the others. */
function ownFields(item: Payload, fields: Readonly<Record<string, string>>): KnownHandle[] {
	const all = item.at("custom_fields").isObject ? item.at("custom_fields") : item;
	return Object.entries(fields).flatMap(([key, network]) => {
		const value = all.at(key).text();
		return value === undefined ? [] : (handleIn(value, network, `pipedrive:person.${key}`, updated(item)) ?? []);
	});
}

function readCall(item: Payload, options: PipedriveOptions, reading: CrmDraft): void {
	const id = item.at("id").required();
	if (id === undefined) return;
	const person = item.at("person_id").text();
	const { direction, number } = callEnds(
		{ from: item.at("from_phone_number").text(), to: item.at("to_phone_number").text() },
		options,
	);
	const note = item.at("note").text();
	const isWrong = item.at("outcome").text() === "wrong_number";
	const interaction = present<Interaction>({
		id: pipedriveId(`call:${id}`),
		channel: "call",
		direction,
		at: item.at("start_time").time(),
		topic: item.at("subject").text(),
		text: note === undefined ? undefined : htmlText(note) || undefined,
		source: "pipedrive:call",
	});
	const party = present<Party>({
		recordId: person === undefined ? undefined : pipedriveId(person),
		phone: isWrong ? undefined : number,
	});
	reading.interactions.push({ party, interaction });
}
