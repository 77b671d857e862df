import { type Details, pageOf } from "../details.js";
import { Gathering } from "../gathering.js";
import type { Payload } from "../payload.js";
import { emailFault } from "../text/email.js";
import { phoneFault } from "../text/phone.js";
import { findUrls } from "../text/url.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

/** What may be one or several, texts or things with a name. */
const textsOf = (field: Payload): string[] =>
	field.items().flatMap((item) => (item.isObject ? item.at("name") : item).text() ?? []);

const isA = (item: Payload, type: string): boolean =>
	item
		.first("@type", "type")
		.items()
		.some(
			({ value }) =>
				value === type ||
				value === `schema:${type}` ||
				value === `https://schema.org/${type}` ||
				value === `http://schema.org/${type}`,
		);

/** "Portland, OR, US" of a place or a postal address. */
function placeOf(field: Payload): string | undefined {
	const [place] = field.items();
	if (place === undefined) return undefined;
	if (!place.isObject) return place.text();
	const address = place.at("address");
	const inside = address.isObject ? address : place;
	const parts = ["addressLocality", "addressRegion", "addressCountry"].flatMap((key) => textsOf(inside.at(key)));
	return (parts.join(", ") || place.at("name").text()) ?? address.text();
}

function personOf(item: Payload): Details {
	const names = ["givenName", "additionalName", "familyName"].flatMap((key) => textsOf(item.at(key)));
	const work = [...textsOf(item.at("jobTitle")), ...textsOf(item.first("worksFor", "affiliation"))].join(", ");
	const bio = [textsOf(item.at("description")).join("\n"), work].filter((line) => line !== "").join("\n");
	const emails = item
		.at("email")
		.items()
		.flatMap((email) => {
			const value = email.text()?.replace(/^mailto:/i, "");
			if (value === undefined || emailFault(value) === undefined) return value === undefined ? [] : { value };
			email.warn("Not an email address, or a placeholder for one.");
			return [];
		});
	const phones = item
		.at("telephone")
		.items()
		.flatMap((phone) => {
			const value = phone.text()?.replace(/^tel:/i, "");
			if (value === undefined || phoneFault(value) === undefined) return value === undefined ? [] : { value };
			phone.warn("Not a telephone number, or a placeholder for one.");
			return [];
		});
	const pages = [...item.at("url").items(), ...item.at("sameAs").items()].map((page) => pageOf(page));
	return {
		displayName: textsOf(item.at("name"))[0] ?? (names.join(" ") || undefined),
		bio,
		location: placeOf(item.first("homeLocation", "address")),
		pronouns: textsOf(item.at("pronouns"))[0],
		links: [...pages.flatMap(({ links = [] }) => links), ...findUrls(bio).map((url) => ({ url }))],
		emails: [...emails, ...pages.flatMap(({ emails = [] }) => emails)],
		phones,
	};
}

/** Reads the persons of a page's JSON-LD in the words of schema.org. They are profiles of no network. */
export function fromSchemaPerson(payload: unknown, options?: PlatformOptions): PlatformReading {
	const gathering = new Gathering(undefined, payload, options);
	gathering.each((item) => {
		const graph = item.at("@graph");
		const main = item.first("mainEntity", "mainEntityOfPage");
		if (graph.isList || graph.isObject) gathering.next(graph);
		else if (isA(item, "Person")) gathering.account(item, personOf(item));
		else if (main.isObject || main.isList) gathering.next(main);
		// A page's JSON-LD is about other things as well.
		else if (!item.first("@type", "type").exists) gathering.unknown(item);
	});
	return gathering.reading();
}
