/**
 * Outside data -> nouns. The input may be anything: an API answer, a CSV row, a Proxy, an attack. What comes out is a
 * copy in normal form that shares nothing mutable with the input; reading the copy again changes nothing.
 *
 * - Only known keys are read, each on its own (see `reading.ts`). Of a record, which may be a row of a spreadsheet, the
 *   own keys are also looked at for columns that go by other names; the exact keys of `CrmRecordInput` win.
 * - Null, undefined, blank strings, empty lists and cells like "n/a" mean "not known". Cells that only fill a required
 *   field (noemail@..., 1234567890, "Test Test") are left out with a warning.
 * - A bad part is left out with a warning and the rest goes on. Text over its cap is cut, with a warning; an identifier
 *   over its cap is left out, since the cut one would be somebody else's.
 * - A record is quarantined only when it is no object or has no usable id.
 * - Consent that cannot be read counts as refused.
 * - No warning, reason or error carries a value or a key of the caller's own making.
 */
import * as z from "zod/mini";
import { SameAsError } from "./errors.js";
import {
	CUT,
	check,
	distinct,
	type Field,
	gather,
	get,
	type Issue,
	isList,
	isObject,
	type Known,
	kindOf,
	list,
	type Noun,
	none,
	noun,
	partsOf,
	type Reading,
	reasonOf,
	trimmed,
	warn,
} from "./reading.js";
import { type Row, readRow } from "./row.js";
import { emailFault, splitEmails } from "./text/email.js";
import { phoneFault, splitPhones, withoutDecimals } from "./text/phone.js";
import { isPlaceholderName, isUnknownCell, isUnknownWord } from "./text/placeholder.js";
import { handleParts, platformName, platformOf } from "./text/platform.js";
import { clip, limits } from "./text/unicode.js";
import type {
	Address,
	Attributes,
	Consent,
	ContactPoint,
	CrmRecord,
	Interaction,
	KnownHandle,
	PersonName,
	Post,
	ProfileLink,
	QuarantinedRecord,
	SocialProfile,
	Warning,
} from "./types.js";

// ---------------------------------------------------------------- fields

const integerText = (value: unknown): unknown => (Number.isSafeInteger(value) ? String(value) : value);
// biome-ignore format: a table
const flagWords: ReadonlyMap<unknown, boolean> = /* @__PURE__ */ new Map<unknown, boolean>([
	["true", true], ["yes", true], ["y", true], ["1", true], [1, true],
	["false", false], ["no", false], ["n", false], ["0", false], [0, false],
]);
const lowerCase = (value: string): string => value.toLowerCase();
const flagOf = (value: unknown): unknown =>
	flagWords.get(typeof value === "string" ? lowerCase(value) : value) ?? value;
/** "mastodon.example" of "https://Mastodon.Example/@todd". */
const hostName = (value: string): string =>
	lowerCase(value)
		.replace(/^(?:https?:\/\/)+/, "")
		.replace(/[/?#].*$/s, "")
		.replace(/(?<![.\s])[.\s]+$/, "");
/** Why a cell that only fills a required field is left out. */
const PLACEHOLDER = "A placeholder, as people fill in where a form asks for something.";
/** A spreadsheet has turned the number into 5.03556E+09: the digits are lost. */
const spoiled = (text: string): boolean => text.length <= limits.handle && /^[+-]?\d+(?:[.,]\d+)?e\+?\d+$/i.test(text);

/** A field whose plain values need no zod, which is thorough and takes a microsecond for each. */
// @__NO_SIDE_EFFECTS__
function field<T>(schema: Pick<Field<T>, "safeParse">, plain: Field<T>["plain"]): Field<T> {
	return { safeParse: (value) => schema.safeParse(value), plain };
}

/**
 * Whether cutting and trimming leave a text as it is: below U+0300 there are no surrogates and no combining marks, and
 * the only blanks are the control characters, the blank and U+00A0.
 */
function isPlain(value: string, max: number): boolean {
	const { length } = value;
	if (length === 0 || length > max) return false;
	for (let index = 0; index < length; index++) {
		const code = value.charCodeAt(index);
		if (code >= 0x300) return false;
		if ((code <= 0x20 || code === 0xa0) && (index === 0 || index === length - 1)) return false;
	}
	return true;
}

type Check = z.core.CheckFn<string> | z.core.$ZodCheck<string>;
/** What the checks of a field make of a plain text; `undefined` when they refuse it. */
type Plainly = (value: string) => string | undefined;
const asItIs: Plainly = (value) => value;

// @__NO_SIDE_EFFECTS__
const plainText =
	(max: number, plainly = asItIs) =>
	(value: unknown): string | undefined => {
		if (typeof value !== "string" || !isPlain(value, max)) return undefined;
		const made = plainly(value);
		return made === value || (made !== undefined && isPlain(made, max)) ? made : undefined;
	};
// @__NO_SIDE_EFFECTS__
const exactText = (max: number, checks: readonly Check[]) =>
	z.string().check(
		z.maxLength(max, { abort: true }),
		...checks,
		z.overwrite((value) => clip(value, max).trim()),
		z.minLength(1),
	);

/** Running text: what is over the cap is cut. */
// @__NO_SIDE_EFFECTS__
const text = (max: number): Field<string> =>
	field(
		z.string().check(
			z.maxLength(max, { error: CUT, abort: true }),
			z.overwrite((value) => clip(value, max).trim()),
		),
		plainText(max),
	);
/** A string that identifies something: all of it or nothing. */
// @__NO_SIDE_EFFECTS__
const exact = (max: number, plainly = asItIs, ...checks: readonly Check[]): Field<string> =>
	field(exactText(max, checks), plainText(max, plainly));
/** The same where sources also write whole numbers. */
// @__NO_SIDE_EFFECTS__
const code = (max: number, plainly = asItIs, ...checks: readonly Check[]): Field<string> => {
	const plain = plainText(max, plainly);
	return field(z.pipe(z.transform(integerText), exactText(max, checks)), (value) => plain(integerText(value)));
};
// @__NO_SIDE_EFFECTS__
const flag = (): Field<boolean> =>
	field(z.pipe(z.transform(flagOf), z.boolean()), (value) => {
		const plain = flagOf(value);
		return typeof plain === "boolean" ? plain : undefined;
	});
// @__NO_SIDE_EFFECTS__
const oneOf = <const Word extends string>(words: readonly Word[]): Field<Word> =>
	field(z.pipe(z.string().check(z.overwrite(lowerCase)), z.enum(words)), (value) => {
		const word = (typeof value === "string" ? lowerCase(value) : value) as Word;
		return words.includes(word) ? word : undefined;
	});
/** ISO 8601, read by whoever needs it. */
// @__NO_SIDE_EFFECTS__
const moment = (): Field<string> => exact(64);

// ---------------------------------------------------------------- nouns

// biome-ignore format: a table
const channels = [
	"call", "email", "chat", "sms", "ticket", "dm", "post", "blog", "comment", "meeting", "order", "other",
] as const;

const personName = /* @__PURE__ */ noun<PersonName>(
	{
		full: text(limits.name),
		given: text(limits.name),
		middle: text(limits.name),
		family: text(limits.name),
		nickname: text(limits.name),
		lang: exact(limits.handle),
	},
	{
		bare: "full",
		same: JSON.stringify,
		needs: ["full", "given", "middle", "family", "nickname"],
		unknown: isUnknownWord,
		refuse: ({ full = "", given = "", family = "" }) =>
			isPlaceholderName(full) || isPlaceholderName(given, family) ? PLACEHOLDER : undefined,
		alsoNamed: {
			full: ["fullName", "full_name"],
			given: ["firstName", "first_name", "givenName", "given_name"],
			middle: ["middleName", "middle_name"],
			family: ["lastName", "last_name", "familyName", "family_name"],
		},
	},
);

// @__NO_SIDE_EFFECTS__
const contactFields = () => ({
	label: text(limits.value),
	primary: flag(),
	verified: flag(),
	shared: flag(),
	mayContact: flag(),
	source: text(limits.value),
	observedAt: moment(),
});
const contactOptions = {
	bare: "value",
	needs: ["value"],
	unknown: isUnknownCell,
	same: ({ value }: ContactPoint) => value,
	careful: { mayContact: false },
};

/** Why a cell is not used. Asked again for the reason only when there is one. */
// @__NO_SIDE_EFFECTS__
const usable = (faultOf: (value: string) => "none" | "placeholder" | undefined, none: string): Check =>
	z.refine((value: string) => faultOf(value) === undefined, {
		error: ({ input }) => (faultOf(String(input)) === "none" ? none : PLACEHOLDER),
	});

const email = /* @__PURE__ */ noun<ContactPoint>(
	{
		value: exact(
			limits.value,
			(value) => (emailFault(value) === undefined ? value : undefined),
			usable(emailFault, "Not an email address."),
		),
		...contactFields(),
	},
	{ ...contactOptions, split: splitEmails },
);
const phone = /* @__PURE__ */ noun<ContactPoint>(
	{
		value: code(
			limits.value,
			(value) => {
				const number = value.endsWith(".0") ? withoutDecimals(value) : value;
				return spoiled(number) || phoneFault(number) !== undefined ? undefined : number;
			},
			z.overwrite(withoutDecimals),
			z.refine((value) => !spoiled(value), "A spreadsheet has rounded this number. Export the column as text."),
			usable(phoneFault, "Holds no telephone number."),
		),
		...contactFields(),
	},
	{ ...contactOptions, split: splitPhones },
);

const address = /* @__PURE__ */ noun<Address>(
	{
		text: text(limits.value),
		street: text(limits.value),
		city: text(limits.value),
		region: text(limits.value),
		postalCode: code(limits.handle),
		country: text(limits.value),
	},
	{ bare: "text", unknown: isUnknownWord, same: JSON.stringify },
);

const link = /* @__PURE__ */ noun<ProfileLink>(
	{ url: exact(limits.url), verified: flag() },
	{ bare: "url", needs: ["url"], unknown: isUnknownCell, same: ({ url }: ProfileLink) => url },
);

const post = /* @__PURE__ */ noun<Post>(
	{ id: code(limits.id), text: text(limits.post), at: moment(), url: exact(limits.url), channel: oneOf(channels) },
	{ bare: "text", needs: ["text"] },
);

interface Value {
	readonly value: string;
}
const valueOptions = { bare: "value", same: ({ value }: Value) => value };
const reference = /* @__PURE__ */ noun<Value>({ value: code(limits.value) }, valueOptions);
const hexadecimal = /^(?:[0-9a-f]{32}|[0-9a-f]{64})$/;
const emailHash = /* @__PURE__ */ noun<Value>(
	{
		value: exact(
			limits.value,
			(value) => (hexadecimal.test(lowerCase(value)) ? lowerCase(value) : undefined),
			z.overwrite(lowerCase),
			z.regex(hexadecimal, "Expected an MD5 or SHA-256 sum in hexadecimal digits."),
		),
	},
	valueOptions,
);

// @__NO_SIDE_EFFECTS__
const network = (): Field<string> => exact(limits.handle, platformName, z.overwrite(platformName));
// @__NO_SIDE_EFFECTS__
const handleFields = () => ({
	platform: network(),
	handle: code(limits.handle),
	id: code(limits.id),
	instance: exact(limits.value, hostName, z.overwrite(hostName)),
});

/** Puts what stands in the handle field where it belongs. Gives back an address that shows no profile. */
function placeHandle(known: Known): string | undefined {
	const { handle, platform } = known;
	if (typeof handle !== "string" || handle.length > limits.url) return undefined;
	const parts = handleParts(handle, platformOf(platform));
	known["handle"] = parts.handle;
	if (parts.platform !== undefined) known["platform"] = parts.platform;
	known["instance"] ??= parts.instance;
	known["id"] ??= parts.id;
	return parts.url;
}

/** An address in place of a handle is kept as a link. */
function prepareHandle(known: Known, _path: string, { links }: Reading): void {
	const url = placeHandle(known);
	if (url !== undefined) links.push(url);
}

const knownHandle = /* @__PURE__ */ noun<KnownHandle>(
	{
		...handleFields(),
		tenantScoped: flag(),
		grade: oneOf(["proven", "asserted", "claimed", "mentioned"]),
		validFrom: moment(),
		validTo: moment(),
		source: text(limits.value),
		receipt: exact(limits.receipt),
	},
	{ bare: "handle", needs: ["handle", "id"], prepare: prepareHandle, same: JSON.stringify },
);

const interaction = /* @__PURE__ */ noun<Interaction>(
	{
		id: code(limits.id),
		channel: oneOf(channels),
		direction: oneOf(["inbound", "outbound", "internal"]),
		at: moment(),
		topic: text(limits.value),
		text: text(limits.post),
		// `prepare` has made them.
		references: field(z.array(z.string()), (value) => (isList(value) ? (value as readonly string[]) : undefined)),
		state: oneOf(["open", "pending", "resolved", "closed"]),
		resolvedAt: moment(),
		platform: network(),
		handle: code(limits.value),
		accountId: code(limits.id),
		authenticated: flag(),
		author: text(limits.name),
		thread: code(limits.id),
		url: exact(limits.url),
		source: text(limits.value),
	},
	{
		careful: { channel: "other" },
		defaults: { channel: "other" },
		prepare(known, path, reading) {
			if (known["references"] !== undefined) {
				const references = list(reference, [known], ["references"], limits.contacts, reading, path);
				known["references"] = references.length === 0 ? undefined : references.map(({ value }) => value);
			}
			// The id here is the interaction's, and there is no field for the server.
			const author: Known = { platform: known["platform"], handle: known["handle"] };
			const url = placeHandle(author);
			const { platform, handle, instance, id } = author;
			known["platform"] = platform;
			known["handle"] = instance === undefined ? (handle ?? id) : `${handle}@${instance}`;
			if (url !== undefined) known["url"] ??= url;
		},
	},
);

const consent = /* @__PURE__ */ noun<Consent>(
	{
		doNotCall: flag(),
		doNotEmail: flag(),
		doNotContact: flag(),
		doNotMatch: flag(),
		preferredChannel: oneOf(channels),
	},
	{ needs: [], careful: { doNotCall: true, doNotEmail: true, doNotContact: true, doNotMatch: true } },
);

type RecordHead = Pick<CrmRecord, "source" | "kind" | "organization" | "title" | "pronouns" | "status">;
const recordHead = /* @__PURE__ */ noun<RecordHead>(
	{
		source: text(limits.value),
		kind: oneOf(["person", "organization"]),
		organization: text(limits.value),
		title: text(limits.value),
		pronouns: text(limits.handle),
		status: oneOf(["customer", "prospect", "former", "partner", "employee", "unknown"]),
	},
	{ needs: [], unknown: isUnknownCell },
);

type ListKey = "links" | "emails" | "emailHashes" | "phones" | "posts" | "interactions" | "attributes";
const profileHead = /* @__PURE__ */ noun<Omit<SocialProfile, ListKey>>(
	{
		...handleFields(),
		tenantScoped: flag(),
		displayName: text(limits.name),
		bio: text(limits.bio),
		location: text(limits.value),
		pronouns: text(limits.handle),
		createdAt: moment(),
	},
	{ needs: [], prepare: prepareHandle },
);

const recordId = /* @__PURE__ */ code(
	limits.id,
	asItIs,
	// Two broken ids must not be mended into one.
	/* @__PURE__ */ z.refine((id) => clip(id, limits.id) === id, "Has broken or piled-up characters."),
);

/** Every field there is, for what is to be true of all of them. */
export const fields: readonly Field<unknown>[] = /* @__PURE__ */ [
	personName.parts,
	email.parts,
	phone.parts,
	address.parts,
	link.parts,
	post.parts,
	reference.parts,
	emailHash.parts,
	knownHandle.parts,
	interaction.parts,
	consent.parts,
	recordHead.parts,
	profileHead.parts,
	[{ field: recordId }],
].flatMap((parts) => parts.map(({ field }) => field));

// ---------------------------------------------------------------- reading

/** Links, and what stood in the place of a handle and was none. */
function readLinks(sources: readonly object[], reading: Reading): readonly ProfileLink[] {
	const links = list(link, sources, ["links", "link"], limits.links, reading);
	if (reading.links.length === 0) return links;
	const strays = list(link, [{ links: reading.links }], ["links"], limits.links, reading);
	return distinct(link, [...links, ...strays], limits.links, "links", reading);
}

/** Keys that mean something to the language. */
const reserved: ReadonlySet<string> = /* @__PURE__ */ new Set(["__proto__", "constructor", "prototype"]);

/** Flat fields. Their names are the caller's, so warnings count them instead. */
function readAttributes(source: object, reading: Reading): Attributes {
	const given = trimmed(get(source, "attributes"));
	if (given === undefined) return nothing;
	const attributes: Record<string, string | number | boolean> = {};
	const refuse = (code: Warning["code"], reason: string): void => warn(reading, code, "attributes", reason);
	let names: string[];
	try {
		if (!isObject(given)) throw new TypeError();
		names = Object.keys(given);
	} catch {
		refuse("SHAPE", `Expected an object, found ${kindOf(given)}.`);
		return attributes;
	}
	if (names.length > limits.attributes) refuse("LIMIT", `Only the first ${limits.attributes} are read.`);
	for (const [index, name] of names.slice(0, limits.attributes).entries()) {
		const value = trimmed(get(given, name));
		if (value === undefined) continue;
		if (reserved.has(name)) refuse("SHAPE", `Number ${index + 1} has a reserved name.`);
		else if (name.length > limits.name)
			refuse("LIMIT", `Number ${index + 1}: name longer than ${limits.name} code units.`);
		else if (typeof value === "string") {
			if (value.length > limits.value)
				refuse("LIMIT", `Number ${index + 1}: longer than ${limits.value} code units: cut.`);
			attributes[name] = clip(value, limits.value).trim();
		} else if (typeof value === "boolean") attributes[name] = value;
		// Adding 0 turns -0 into 0, which JSON does not tell apart either.
		else if (typeof value === "number" && Number.isFinite(value)) attributes[name] = value + 0;
		else refuse("SHAPE", `Number ${index + 1}: expected a string, number or boolean, found ${kindOf(value)}.`);
	}
	return attributes;
}

function readConsent(source: object, row: Row | undefined, reading: Reading): Consent {
	const column = row?.single["consent"];
	// A column "Consent" may be about anything; only what is shaped like ours is.
	const given = trimmed(get(source, "consent")) ?? (isObject(column) ? column : undefined);
	if (given === undefined) return nothing;
	if (isObject(given)) return partsOf(consent, [given], "consent", reading) ?? {};
	warn(reading, "SHAPE", "consent", `Expected an object, found ${kindOf(given)}: counts as refused.`);
	return { doNotContact: true, doNotMatch: true };
}

/** Most records say nothing of these: they share one object, which nobody can change. */
const nothing: Readonly<Record<string, never>> = /* @__PURE__ */ Object.freeze({});

/** The items and the one that was found elsewhere. */
function withOne<T>(
	noun: Noun<T>,
	items: readonly T[],
	item: T | undefined,
	max: number,
	path: string,
	reading: Reading,
) {
	return item === undefined ? items : distinct(noun, [...items, item], max, path, reading);
}

/** A list without the room that growing has left behind; of the empty ones, the one that all share. */
function packed<T>(items: readonly T[]): readonly T[] {
	return items.length === 0 ? none : items.slice();
}

/** Keys that are read under exactly these names, and so not as columns. */
// biome-ignore format: a list
const exactKeys: ReadonlySet<string> = /* @__PURE__ */ new Set([
	"id", "names", "name", "emails", "email", "phones", "phone", "addresses", "address", "links", "link", "handles", "handle",
	"interactions", "consent", "attributes",
	...recordHead.parts.map(({ key }) => key), ...personName.parts.flatMap(({ names }) => names),
]);

// ---------------------------------------------------------------- the two readings

/**
 * Reads one record, whatever it is. Never throws.
 * Beside what `CrmRecordInput` says, columns as spreadsheets and CRM exports name them are read: "First Name", "E-mail",
 * "Company", "Zip" (`text/column.ts`).
 * @param index position in the caller's input, for the quarantine entry.
 */
export function readRecord(
	input: unknown,
	index: number,
): { record: CrmRecord; warnings: Warning[] } | { quarantined: QuarantinedRecord } {
	const quarantine = (code: Warning["code"], path: string, reason: string) => ({
		quarantined: { code, path, reason, index },
	});
	if (!isObject(input)) return quarantine("SHAPE", "", `A record is an object with an id; found ${kindOf(input)}.`);
	const row = readRow(input, exactKeys);
	const givenId = trimmed(get(input, "id")) ?? row?.single["id"];
	const plainId = recordId.plain(givenId);
	const id = plainId === undefined ? check(recordId, givenId) : ({ success: true, data: plainId } as const);
	if (!id.success) {
		const issue = id.error.issues[0] as Issue;
		const cure =
			"Give each record an id of its own: a string, or an integer up to 2^53 - 1 (write longer ones as strings).";
		return quarantine(issue.code === "too_big" ? "LIMIT" : "SHAPE", "id", `${reasonOf(issue, givenId)} ${cure}`);
	}

	const reading: Reading = { warnings: [], links: [] };
	const whole = [input];
	const parts = row === undefined ? whole : [input, row.single];
	/** The record, and those columns of the row of which there may be several. */
	const of = (key: string): readonly object[] => row?.several.get(key) ?? whole;
	const listed = list(personName, whole, ["names", "name"], limits.names, reading);
	const name = gather(personName, parts, "names", reading);
	const places = list(address, of("address"), ["addresses", "address"], limits.contacts, reading);
	const place = row && gather(address, [row.single], "addresses", reading);
	const handles = packed(list(knownHandle, of("handle"), ["handles", "handle"], limits.contacts, reading));
	const links = packed(readLinks(of("link"), reading).map(({ url }) => url));
	const head = partsOf(recordHead, parts, "", reading);
	const names = packed(withOne(personName, listed, name, limits.names, "names", reading));
	const emails = packed(list(email, of("email"), ["emails", "email"], limits.contacts, reading));
	const phones = packed(list(phone, of("phone"), ["phones", "phone"], limits.contacts, reading));
	const addresses = packed(withOne(address, places, place, limits.contacts, "addresses", reading));
	const interactions = packed(list(interaction, whole, ["interactions"], limits.interactions, reading));
	const consent = readConsent(input, row, reading);
	const attributes = readAttributes(input, reading);
	// Engines make the literal in a fraction of the time and room of the other, and that of a spread one.
	// biome-ignore format: one record in two ways
	const record: CrmRecord = head === undefined
		? { id: id.data, kind: "person", status: "unknown", names, emails, phones, addresses, links, handles, interactions, consent, attributes }
		: Object.assign({ id: id.data, kind: "person", status: "unknown" } as const, head, { names, emails, phones, addresses, links, handles, interactions, consent, attributes });
	for (const [path, count] of row?.unread ?? none) {
		if (record[path as "names" | "emails" | "phones"].length > 0) continue;
		const many = `${count} columns look like ${path} and were left out: no known columns.`;
		const one = `1 column looks like ${path} and was left out: no known column.`;
		warn(reading, "SHAPE", path, count === 1 ? one : many);
	}
	const matchable = names.length + emails.length + phones.length + links.length + handles.length + interactions.length;
	if (matchable === 0) {
		warn(reading, "SHAPE", "", "Nothing to match on: no name, email, phone, handle, link or interaction.");
	}
	return { record, warnings: reading.warnings };
}

/**
 * Reads a profile. A string is a handle: "@TDefren", "x:tdefren", "@user@host", the address of a profile; or an email
 * address.
 * @throws SameAsError SHAPE when the input is neither a string nor an object.
 */
export function readProfile(input: unknown): { profile: SocialProfile; warnings: Warning[] } {
	let source = input;
	if (typeof input === "string") {
		const isEmail = /^[^\s@:/]+@[^\s@:/]+$/.test(input.trim());
		source = isEmail ? { emails: input } : { handle: input };
	}
	if (!isObject(source)) {
		throw new SameAsError("SHAPE", `A profile is a handle (a string) or an object; found ${kindOf(input)}.`);
	}
	const reading: Reading = { warnings: [], links: [] };
	const sources = [source];
	const head = partsOf(profileHead, sources, "", reading) ?? {};
	const profile: SocialProfile = Object.assign(head, {
		links: readLinks(sources, reading),
		emails: list(email, sources, ["emails", "email"], limits.contacts, reading),
		emailHashes: list(emailHash, sources, ["emailHashes"], limits.contacts, reading).map(({ value }) => value),
		phones: list(phone, sources, ["phones", "phone"], limits.contacts, reading),
		posts: list(post, sources, ["posts"], limits.posts, reading),
		interactions: list(interaction, sources, ["interactions"], limits.interactions, reading),
		attributes: readAttributes(source, reading),
	});
	return { profile, warnings: reading.warnings };
}
