import type { Address, Consent, ContactPoint, Interaction, KnownHandle, PersonName } from "../types.js";

/**
 * "text": kept as it is; "word": kept once for all records while there is room; "address": a text and the word that it ends
 * in, from its @; "flag"; "texts": a list of texts.
 */
type Form = "text" | "word" | "address" | "flag" | "texts";
export type Fields<T> = readonly (readonly [key: keyof T & string, form: Form])[];

// The order is the one in which `schema.ts` names the fields. It is part of the format: new fields go to the end.
export const nameFields: Fields<PersonName> = [
	["full", "text"],
	["given", "word"],
	["middle", "word"],
	["family", "word"],
	["nickname", "word"],
	["lang", "word"],
];
export const contactFields: Fields<ContactPoint> = [
	["value", "address"],
	["label", "word"],
	["primary", "flag"],
	["verified", "flag"],
	["shared", "flag"],
	["mayContact", "flag"],
	["source", "word"],
	["observedAt", "text"],
];
export const addressFields: Fields<Address> = [
	["text", "text"],
	["street", "text"],
	["city", "word"],
	["region", "word"],
	["postalCode", "text"],
	["country", "word"],
];
export const handleFields: Fields<KnownHandle> = [
	["platform", "word"],
	["handle", "text"],
	["id", "text"],
	["instance", "word"],
	["tenantScoped", "flag"],
	["grade", "word"],
	["validFrom", "text"],
	["validTo", "text"],
	["source", "word"],
	["receipt", "text"],
];
export const interactionFields: Fields<Interaction> = [
	["id", "text"],
	["channel", "word"],
	["direction", "word"],
	["at", "text"],
	["topic", "text"],
	["text", "text"],
	["references", "texts"],
	["state", "word"],
	["resolvedAt", "text"],
	["platform", "word"],
	["handle", "text"],
	["accountId", "text"],
	["authenticated", "flag"],
	["author", "text"],
	["thread", "text"],
	["url", "text"],
	["source", "word"],
];
export const consentFields: Fields<Consent> = [
	["doNotCall", "flag"],
	["doNotEmail", "flag"],
	["doNotContact", "flag"],
	["doNotMatch", "flag"],
	["preferredChannel", "word"],
];
