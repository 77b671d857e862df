/** What a network's payload says of an account: in parts, perhaps twice, and cut to what a profile holds. */
import { type Payload, present } from "./payload.js";
import { emailFault } from "./text/email.js";
import { isUnknownCell } from "./text/placeholder.js";
import { handleParts } from "./text/platform.js";
import { clip, limits } from "./text/unicode.js";
import { parseUrl } from "./text/url.js";
import { wordSet } from "./text/words.js";
import type { ContactPoint, ProfileLink, SocialProfileInput } from "./types.js";

/** By what a payload names an account. The id counts most; handles are renamed and reused. */
export interface Named {
	readonly id?: string | undefined;
	readonly handle?: string | undefined;
	/** The server, where there are several with ids and handles of their own. */
	readonly instance?: string | undefined;
	/** An id that means something inside the payload only. */
	readonly inside?: string | undefined;
}

/** What is known of an account or a guest. Undefined: not said. */
export interface Details extends Named {
	readonly tenantScoped?: boolean | undefined;
	readonly displayName?: string | undefined;
	readonly bio?: string | undefined;
	readonly location?: string | undefined;
	readonly pronouns?: string | undefined;
	readonly createdAt?: string | undefined;
	readonly links?: readonly ProfileLink[];
	readonly emails?: readonly ContactPoint[];
	readonly emailHashes?: readonly string[];
	readonly phones?: readonly ContactPoint[];
	/** Marks that the network itself sets: `bot`, `parody`, `group`, `organization`, `unverified`. */
	readonly marks?: Readonly<Record<string, boolean | undefined>>;
}

/** What systems call somebody whose name they do not know. */
const anonymous: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"anonymous anonym anonyme anónimo anônimo anonimo anoniem guest gast invité invitado аноним 匿名",
);

export const isAnonymous = (name: string): boolean => anonymous.has(name.toLowerCase());

/** Items of a list that differ in what `same` says, at most `max`. The first is kept, with what `merge` takes from later ones. */
function distinct<T>(
	items: readonly T[],
	same: (item: T) => string,
	max: number,
	merge = (first: T, _: T): T => first,
): T[] {
	const found = new Map<string, T>();
	for (const item of items) {
		const first = found.get(same(item));
		if (first !== undefined) found.set(same(item), merge(first, item));
		else if (found.size < max) found.set(same(item), item);
	}
	return [...found.values()];
}

const sameText = (text: string): string => text;
const samePoint = ({ value }: ContactPoint): string => value.toLowerCase();
const sameLink = ({ url }: ProfileLink): string => parseUrl(url)?.url ?? url;

/** What two tellings of one account say together. The first is believed. */
export function joined(first: Details, second: Details): Details {
	const { links = [], emails = [], emailHashes = [], phones = [], marks } = first;
	return {
		...second,
		...first,
		links: distinct([...links, ...(second.links ?? [])], sameLink, limits.links, (one, other) =>
			other.verified ? { ...one, verified: true } : one,
		),
		emails: distinct([...emails, ...(second.emails ?? [])], samePoint, limits.contacts, (one, other) =>
			other.verified ? { ...one, verified: true } : one,
		),
		emailHashes: distinct([...emailHashes, ...(second.emailHashes ?? [])], sameText, limits.contacts),
		phones: distinct([...phones, ...(second.phones ?? [])], samePoint, limits.contacts),
		marks: { ...second.marks, ...marks },
	};
}

/** By what else than a name two guests are one. */
export function contactsOf({ links = [], emails = [], emailHashes = [], phones = [] }: Details): string[] {
	return [...links.map(sameLink), ...emails.map(samePoint), ...emailHashes, ...phones.map(samePoint)];
}

/** What is told, cut to what a profile holds. */
export function settled(item: Payload, told: Details, platform = ""): Details {
	const { handle, id, instance, displayName, bio, location, pronouns, links = [], ...rest } = told;
	return present<Details>({
		...rest,
		handle: whole(item, handle === undefined ? undefined : handleParts(handle, platform).handle, limits.handle),
		id: whole(item, id, limits.id),
		instance: whole(item, instance, limits.value),
		displayName: cut(item, displayName, limits.name),
		bio: cut(item, bio, limits.bio),
		location: cut(item, location, limits.value),
		pronouns: whole(item, pronouns, limits.handle),
		links: links.filter(({ url }) => url.length <= limits.url),
	});
}

/** The part of a profile that tells who it is. */
export function profileOf(details: Details): SocialProfileInput {
	const some = <T>(list: readonly T[] | undefined): readonly T[] | undefined => (list?.length ? list : undefined);
	const attributes = present(details.marks as Record<string, boolean>);
	return present<SocialProfileInput>({
		id: details.id,
		tenantScoped: details.id === undefined ? undefined : details.tenantScoped,
		instance: details.instance,
		handle: details.handle,
		displayName: details.displayName,
		bio: details.bio,
		location: details.location,
		pronouns: details.pronouns,
		createdAt: details.createdAt,
		links: some(details.links),
		emails: some(details.emails),
		emailHashes: some(details.emailHashes),
		phones: some(details.phones),
		attributes: Object.keys(attributes).length === 0 ? undefined : attributes,
	});
}

/** Running text: what is over the cap is cut. */
export function cut(item: Payload, text: string | undefined, max: number): string | undefined {
	if (text === undefined) return undefined;
	if (text.length > max) item.warn(`A text is longer than ${max} code units: cut.`, "LIMIT");
	return clip(text, max).trim() || undefined;
}

/** What identifies something: all of it or nothing, since a cut one would be somebody else's. */
export function whole(item: Payload, text: string | undefined, max: number): string | undefined {
	if (text === undefined) return undefined;
	if (text.length > max) item.warn(`A name is longer than ${max} code units: left out.`, "LIMIT");
	return text.length > max ? undefined : clip(text, max).trim() || undefined;
}

/** The links and addresses of a field for a web page, in which people write what they like. */
export function pageOf(field: Payload): Pick<Details, "links" | "emails"> {
	const written = field.text();
	if (written === undefined || isUnknownCell(written)) return {};
	const url = /^https?:/i.test(written) ? written : `https://${written.replace(/^\/\//, "")}`;
	const email = written.replace(/^mailto:/i, "");
	if (written.length <= limits.url && !/^mailto:/i.test(written) && parseUrl(written) !== undefined)
		return { links: [{ url }] };
	if (written.length <= limits.value && emailFault(email) === undefined) return { emails: [{ value: email }] };
	field.warn("Expected the address of a page.");
	return {};
}

/** An address in a field of its own. */
export function emailOf(field: Payload, verified?: boolean): ContactPoint[] {
	const written = field.text()?.replace(/^mailto:/i, "");
	if (written === undefined || isUnknownCell(written)) return [];
	if (written.length <= limits.value && emailFault(written) === undefined)
		return [{ value: written, ...(verified ? { verified } : {}) }];
	field.warn("Not an email address, or a placeholder for one.");
	return [];
}
