/**
 * Outside data -> nouns. The input may be anything: an API answer, a CSV row, a Proxy, an attack. What comes out is a
 * copy in normal form that shares nothing mutable with the input; reading the copy again changes nothing.
 *
 * - Only known keys are read, each on its own, so that a getter that throws costs one field. Prototypes, unknown keys
 *   and depth are never walked, lists are read by index up to their cap.
 * - Null, undefined, blank strings and empty lists mean "not known".
 * - A bad part is left out with a warning and the rest goes on. Text over its cap is cut, with a warning; an identifier
 *   over its cap is left out, since the cut one would be somebody else's.
 * - A record is quarantined only when it is no object or has no usable id.
 * - Consent that cannot be read counts as refused.
 * - No warning, reason or error carries a value or a key of the caller's own making.
 */
import * as z from "zod/mini";
import { SameAsError } from "./errors.js";
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

/** How a field says that what is over its cap is to be cut rather than left out. */
const CUT = "cut";

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
		.replace(/[.\s]+$/, "");
/** A spreadsheet has turned the number into 5.03556E+09: the digits are lost. */
const spoiled = (text: string): boolean => text.length <= limits.handle && /^[+-]?\d+(?:[.,]\d+)?e\+?\d+$/i.test(text);

type Check = z.core.CheckFn<string> | z.core.$ZodCheck<string>;

/** Running text: what is over the cap is cut. */
// @__NO_SIDE_EFFECTS__
const text = (max: number) =>
	z.string().check(
		z.maxLength(max, { error: CUT, abort: true }),
		z.overwrite((value) => clip(value, max).trim()),
	);
/** A string that identifies something: all of it or nothing. */
// @__NO_SIDE_EFFECTS__
const exact = (max: number, ...checks: readonly Check[]) =>
	z.string().check(
		z.maxLength(max, { abort: true }),
		...checks,
		z.overwrite((value) => clip(value, max).trim()),
		z.minLength(1),
	);
/** The same where sources also write whole numbers. */
// @__NO_SIDE_EFFECTS__
const code = (max: number, ...checks: readonly Check[]) => z.pipe(z.transform(integerText), exact(max, ...checks));
// @__NO_SIDE_EFFECTS__
const flag = () => z.pipe(z.transform(flagOf), z.boolean());
// @__NO_SIDE_EFFECTS__
const oneOf = <const Word extends string>(words: readonly Word[]) =>
	z.pipe(z.string().check(z.overwrite(lowerCase)), z.enum(words));
/** ISO 8601, read by whoever needs it. */
// @__NO_SIDE_EFFECTS__
const moment = () => exact(64);

// ---------------------------------------------------------------- nouns

/** Known keys and their raw values. */
type Known = Record<string, unknown>;

interface Noun<T> {
	/** How each field is checked. One by one: most fields are absent, and a bad one must not spoil its neighbours. */
	readonly fields: { readonly [Key in keyof T]-?: z.ZodMiniType<NonNullable<T[Key]>> };
	/** Each key with the names it goes by in the input. */
	readonly keys: readonly (readonly [key: string, names: readonly string[]])[];
	/** The key for which a bare value stands: "todd@example.com" is { value }. */
	readonly bare?: string;
	/** Without one of these the noun says nothing. */
	readonly needs: readonly string[];
	/** What to believe when the value of a key cannot be read, or when two sources differ. */
	readonly careful?: Readonly<Record<string, unknown>>;
	/** What holds when nothing is said. */
	readonly defaults?: Readonly<Record<string, unknown>>;
	/** Keys for which `prepare` makes lists. */
	readonly lists?: readonly string[];
	/** Rearranges raw values before they are checked. */
	readonly prepare?: (known: Known, path: string, reading: Reading) => void;
	/** Two of a list that agree in this are one. */
	readonly same?: (item: T) => string;
}

interface NounOptions
	extends Partial<Pick<Noun<unknown>, "bare" | "needs" | "careful" | "defaults" | "lists" | "prepare">> {
	readonly alsoNamed?: Readonly<Record<string, readonly string[]>>;
	// biome-ignore lint/suspicious/noExplicitAny: whatever the shape makes
	readonly same?: (item: any) => string;
}

// @__NO_SIDE_EFFECTS__
function noun<T>(fields: Noun<T>["fields"], { alsoNamed = {}, ...options }: NounOptions = {}): Noun<T> {
	const keys = Object.keys(fields);
	return {
		fields,
		keys: keys.map((key) => [key, [key, ...(alsoNamed[key] ?? [])]] as const),
		needs: keys,
		...options,
	};
}

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
	same: ({ value }: ContactPoint) => value,
	careful: { mayContact: false },
};

const email = /* @__PURE__ */ noun<ContactPoint>({ value: exact(limits.value), ...contactFields() }, contactOptions);
const phone = /* @__PURE__ */ noun<ContactPoint>(
	{
		value: code(
			limits.value,
			z.refine((value) => !spoiled(value), "A spreadsheet has rounded this number. Export the column as text."),
		),
		...contactFields(),
	},
	contactOptions,
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
	{ bare: "text", same: JSON.stringify },
);

const link = /* @__PURE__ */ noun<ProfileLink>(
	{ url: exact(limits.url), verified: flag() },
	{ bare: "url", needs: ["url"], same: ({ url }: ProfileLink) => url },
);

const post = /* @__PURE__ */ noun<Post>(
	{ id: code(limits.id), text: text(limits.post), at: moment(), url: exact(limits.url) },
	{ bare: "text", needs: ["text"] },
);

interface Value {
	readonly value: string;
}
const valueOptions = { bare: "value", same: ({ value }: Value) => value };
const reference = /* @__PURE__ */ noun<Value>({ value: code(limits.value) }, valueOptions);
const emailHash = /* @__PURE__ */ noun<Value>(
	{
		value: exact(
			limits.value,
			z.overwrite(lowerCase),
			z.regex(/^(?:[0-9a-f]{32}|[0-9a-f]{64})$/, "Expected an MD5 or SHA-256 sum in hexadecimal digits."),
		),
	},
	valueOptions,
);

// @__NO_SIDE_EFFECTS__
const handleFields = () => ({
	platform: exact(limits.handle, z.overwrite(platformName)),
	handle: code(limits.handle),
	id: code(limits.id),
	instance: exact(limits.value, z.overwrite(hostName)),
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
		references: z.array(z.string()),
		state: oneOf(["open", "pending", "resolved", "closed"]),
		resolvedAt: moment(),
		platform: exact(limits.handle, z.overwrite(platformName)),
		handle: code(limits.value),
		url: exact(limits.url),
		source: text(limits.value),
	},
	{
		careful: { channel: "other" },
		defaults: { channel: "other" },
		lists: ["references"],
		prepare(known, path, reading) {
			if (known["references"] !== undefined) {
				const references = list(reference, known, ["references"], limits.contacts, reading, path);
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

type RecordHead = Pick<CrmRecord, "source" | "kind" | "organization" | "title" | "status">;
const recordHead = /* @__PURE__ */ noun<RecordHead>(
	{
		source: text(limits.value),
		kind: oneOf(["person", "organization"]),
		organization: text(limits.value),
		title: text(limits.value),
		status: oneOf(["customer", "prospect", "former", "partner", "employee", "unknown"]),
	},
	{ needs: [] },
);

type ListKey = "links" | "emails" | "emailHashes" | "phones" | "posts" | "attributes";
const profileHead = /* @__PURE__ */ noun<Omit<SocialProfile, ListKey>>(
	{
		...handleFields(),
		displayName: text(limits.name),
		bio: text(limits.bio),
		location: text(limits.value),
		createdAt: moment(),
	},
	{ needs: [], prepare: prepareHandle },
);

const recordId = /* @__PURE__ */ code(
	limits.id,
	// Two broken ids must not be mended into one.
	/* @__PURE__ */ z.refine((id) => clip(id, limits.id) === id, "Has broken or piled-up characters."),
);

// ---------------------------------------------------------------- reading

/** What one reading gathers beside the noun itself. */
interface Reading {
	readonly warnings: Warning[];
	/** Addresses found in place of handles. */
	readonly links: string[];
}

/** Warnings of one item, at most: more tell nothing new. */
const MAX_WARNINGS = 100;

function warn({ warnings }: Reading, code: Warning["code"], path: string, reason: string): void {
	if (warnings.length < MAX_WARNINGS) warnings.push({ code, path, reason });
}

const join = (path: string, key: string | number): string => (path === "" ? `${key}` : `${path}.${key}`);

const threw = Symbol("reading it threw an error");

/** One property, whatever the object is. */
function get(source: object, key: string | number): unknown {
	try {
		return (source as Record<string | number, unknown>)[key];
	} catch {
		return threw;
	}
}

function isList(value: unknown): value is readonly unknown[] {
	try {
		return Array.isArray(value);
	} catch {
		// A revoked Proxy.
		return false;
	}
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !isList(value);

function kindOf(value: unknown): string {
	if (value === threw) return "something that throws when it is read";
	if (value === undefined || value === null) return "nothing";
	if (isList(value)) return "a list";
	if (typeof value === "number" && !Number.isFinite(value)) return "a number that is not finite";
	if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value))
		return "an integer above 2^53 - 1";
	return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Trims strings. What means "not known" becomes undefined. */
function trimmed(value: unknown): unknown {
	if (typeof value === "string") return value.trim() || undefined;
	if (value === null || (isList(value) && get(value, "length") === 0)) return undefined;
	return value;
}

type Issue = z.core.$ZodIssue;

/** Why zod refused a value, in our words: its own might quote. */
function reasonOf(issue: Issue, value: unknown): string {
	switch (issue.code) {
		case "invalid_type":
			return `Expected a ${issue.expected}, found ${kindOf(value)}.`;
		case "invalid_value":
			return `Expected one of ${issue.values.join(", ")}.`;
		case "too_big":
			return `Longer than ${issue.maximum} code units: ${issue.message === CUT ? CUT : "left out"}.`;
		case "too_small":
			return "Nothing readable in it.";
		default:
			return issue.message;
	}
}

/** Not even zod may look into an object of the caller's: it reads `length`, and a Proxy can throw at that. */
function check<T>(field: z.ZodMiniType<T>, value: unknown) {
	const isOpaque = typeof value === "object" || typeof value === "function";
	return field.safeParse(isOpaque ? undefined : value);
}

/** Checks raw values. An offending one is cut, replaced or left out. */
function settle<T>(noun: Noun<T>, values: Known, path: string, reading: Reading, isBare = false): Partial<T> {
	noun.prepare?.(values, path, reading);
	const settled: Known = {};
	for (const [key] of noun.keys) {
		const value = values[key];
		if (value === undefined) continue;
		const field = noun.fields[key as keyof T];
		const checked = noun.lists?.includes(key) ? field.safeParse(value) : check(field, value);
		if (checked.success) {
			settled[key] = checked.data;
			continue;
		}
		const issue = checked.error.issues[0] as Issue;
		const code = issue.code === "too_big" ? "LIMIT" : "SHAPE";
		warn(reading, code, isBare && key === noun.bare ? path : join(path, key), reasonOf(issue, value));
		if (issue.code === "too_big" && issue.message === CUT) {
			settled[key] = clip(value as string, Number(issue.maximum)).trim();
		} else if (noun.careful && Object.hasOwn(noun.careful, key)) {
			settled[key] = noun.careful[key];
		}
	}
	return settled as Partial<T>;
}

/** The raw values of a noun's keys, and whether any of those it needs was there at all, even if blank. */
function pick<T>(noun: Noun<T>, source: object): { values: Known; some: boolean; needed: boolean } {
	const values: Known = {};
	let some = false;
	let needed = false;
	for (const [key, names] of noun.keys) {
		for (const name of names) {
			const raw = get(source, name);
			if (raw === undefined) continue;
			const value = trimmed(raw);
			if (noun.needs.includes(key)) needed = true;
			if (value === undefined) continue;
			values[key] = value;
			some = true;
			break;
		}
	}
	return { values, some, needed };
}

/** One noun from an object, or from the bare value that stands for it. `optional`: the object may be another noun's. */
function read<T>(noun: Noun<T>, input: unknown, path: string, reading: Reading, optional = false): T | undefined {
	const { bare, needs, defaults } = noun;
	let data: Partial<T>;
	if (isObject(input)) {
		const { values, some, needed } = pick(noun, input);
		if (!needed && !optional) warn(reading, "SHAPE", path, `Has none of the keys ${needs.join(", ")}.`);
		if (!needed || !some) return undefined;
		data = settle(noun, values, path, reading);
	} else if (bare !== undefined && input !== threw && !isList(input)) {
		data = settle(noun, { [bare]: input }, path, reading, true);
	} else {
		warn(
			reading,
			"SHAPE",
			path,
			`Expected ${bare === undefined ? "" : "a string or "}an object, found ${kindOf(input)}.`,
		);
		return undefined;
	}
	if (needs.every((key) => data[key as keyof T] === undefined)) return undefined;
	return (defaults === undefined ? data : { ...defaults, ...data }) as T;
}

/** What two entries for the same thing know together. The first one is believed, or the careful one. */
function merge<T>({ careful = {} }: Noun<T>, first: T | undefined, second: T): T {
	const merged: T = { ...second, ...first };
	for (const key of Object.keys(careful) as (keyof T & string)[]) {
		if (second[key] === careful[key]) merged[key] = second[key];
	}
	return merged;
}

/** Leaves out what is there already, and what is over the cap. `more`: something has been left out before. */
function distinct<T>(noun: Noun<T>, items: T[], max: number, path: string, reading: Reading, more = false): T[] {
	let kept = items;
	if (noun.same !== undefined && items.length > 1) {
		const byKey = new Map<string, T>();
		for (const item of items) byKey.set(noun.same(item), merge(noun, byKey.get(noun.same(item)), item));
		kept = [...byKey.values()];
	}
	if (more || kept.length > max) warn(reading, "LIMIT", path, `Only the first ${max} items are read.`);
	return kept.length > max ? kept.slice(0, max) : kept;
}

/** One or several of a noun, under any of the keys: `emails` and `email`. */
function list<T>(
	noun: Noun<T>,
	source: object,
	keys: readonly string[],
	max: number,
	reading: Reading,
	path = "",
): T[] {
	const items: T[] = [];
	let more = false;
	const add = (item: T | undefined): void => {
		if (item !== undefined) items.push(item);
	};
	for (const key of keys) {
		const found = trimmed(get(source, key));
		if (found === undefined) continue;
		const at = join(path, key);
		if (!isList(found)) {
			add(read(noun, found, at, reading));
			continue;
		}
		const length = get(found, "length");
		const end = typeof length === "number" ? Math.min(length, max) : 0;
		for (let index = 0; index < end; index++) {
			const value = trimmed(get(found, index));
			if (value !== undefined) add(read(noun, value, `${at}.${index}`, reading));
		}
		more ||= end !== length;
	}
	return distinct(noun, items, max, join(path, keys[0] as string), reading, more);
}

/** Links, and what stood in the place of a handle and was none. */
function readLinks(source: object, reading: Reading): ProfileLink[] {
	const links = list(link, source, ["links", "link"], limits.links, reading);
	if (reading.links.length === 0) return links;
	const strays = list(link, { links: reading.links }, ["links"], limits.links, reading);
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

function readConsent(source: object, reading: Reading): Consent {
	const given = trimmed(get(source, "consent"));
	if (given === undefined) return nothing;
	if (isObject(given)) return settle(consent, pick(consent, given).values, "consent", reading);
	warn(reading, "SHAPE", "consent", `Expected an object, found ${kindOf(given)}: counts as refused.`);
	return { doNotContact: true, doNotMatch: true };
}

/** Most records leave most lists empty: they share one, which nobody can change. */
const none: readonly never[] = Object.freeze([]);
const nothing: Readonly<Record<string, never>> = Object.freeze({});

/** A list without the room that growing has left behind. */
function packed<T>(items: readonly T[]): readonly T[] {
	return items.length === 0 ? none : items.slice();
}

// ---------------------------------------------------------------- the two readings

/**
 * Reads one record, whatever it is. Never throws.
 * Beside what `CrmRecordInput` says, the columns firstName, middleName and lastName (also first_name, givenName,
 * given_name ...) are read as a name.
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
	const givenId = trimmed(get(input, "id"));
	const id = check(recordId, givenId);
	if (!id.success) {
		const issue = id.error.issues[0] as Issue;
		const cure =
			"Give each record an id of its own: a string, or an integer up to 2^53 - 1 (write longer ones as strings).";
		return quarantine(issue.code === "too_big" ? "LIMIT" : "SHAPE", "id", `${reasonOf(issue, givenId)} ${cure}`);
	}

	const reading: Reading = { warnings: [], links: [] };
	const names = list(personName, input, ["names", "name"], limits.names, reading);
	const columns = read(personName, input, "", reading, true);
	if (columns !== undefined) names.push(columns);
	const handles = list(knownHandle, input, ["handles", "handle"], limits.contacts, reading);
	const links = readLinks(input, reading).map(({ url }) => url);
	const record: CrmRecord = {
		id: id.data,
		kind: "person",
		status: "unknown",
		...settle(recordHead, pick(recordHead, input).values, "", reading),
		names: packed(distinct(personName, names, limits.names, "names", reading)),
		emails: packed(list(email, input, ["emails", "email"], limits.contacts, reading)),
		phones: packed(list(phone, input, ["phones", "phone"], limits.contacts, reading)),
		addresses: packed(list(address, input, ["addresses", "address"], limits.contacts, reading)),
		links: packed(links),
		handles: packed(handles),
		interactions: packed(list(interaction, input, ["interactions"], limits.interactions, reading)),
		consent: readConsent(input, reading),
		attributes: readAttributes(input, reading),
	};
	const { emails, phones, interactions } = record;
	if ([names, emails, phones, links, handles, interactions].every(({ length }) => length === 0)) {
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
	const head = settle(profileHead, pick(profileHead, source).values, "", reading);
	const profile: SocialProfile = {
		...head,
		links: readLinks(source, reading),
		emails: list(email, source, ["emails", "email"], limits.contacts, reading),
		emailHashes: list(emailHash, source, ["emailHashes"], limits.contacts, reading).map(({ value }) => value),
		phones: list(phone, source, ["phones", "phone"], limits.contacts, reading),
		posts: list(post, source, ["posts"], limits.posts, reading),
		attributes: readAttributes(source, reading),
	};
	return { profile, warnings: reading.warnings };
}
