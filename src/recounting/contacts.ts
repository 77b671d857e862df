import { group, sorted } from "../combining/order.js";
import { handleKey, networkHandle } from "../text/platform.js";
import { DAY, parseTime } from "../text/time.js";
import { fold } from "../text/unicode.js";
import { visible } from "../text/visible.js";
import type { Address, Channel, Consent, ContactPoint, CrmRecord, KnownHandle, SocialProfile } from "../types.js";
import { type Provenance, strings } from "./timeline.js";

/** Where the person can be reached, and whether that is welcome. */
export interface DossierContact extends Provenance {
	readonly kind: "email" | "phone" | "handle" | "address";
	/** As the source writes it; a handle as "x:TDefren", an address in one line. */
	readonly value: string;
	/** Of an address. */
	readonly city?: string;
	readonly label?: string;
	readonly primary?: boolean;
	readonly verified?: boolean;
	readonly shared?: boolean;
	/** False where the person has refused, for this one or at all; absent where nothing is recorded. */
	readonly mayContact?: boolean;
	/** What bears on that, in sentences: "Asked not to be called (record C-1042)." */
	readonly because: readonly string[];
	/** When it was last known to be right, and how many days ago that was. */
	readonly observedAt?: string;
	readonly ageDays?: number;
	/** Systems and fields in which it was read. */
	readonly sources: readonly string[];
}

/** What the person has asked for. A refusal on one record holds for all of them. */
export interface DossierConsent {
	readonly doNotCall?: boolean;
	readonly doNotEmail?: boolean;
	readonly doNotContact?: boolean;
	/** By what they want to be reached: that of the fullest record which says so. */
	readonly preferredChannel?: { readonly channel: Channel } & Provenance;
	/** Each refusal in a sentence. */
	readonly says: readonly string[];
}

type Flag = "doNotCall" | "doNotEmail" | "doNotContact";
const refusals: Readonly<Record<Flag, string>> = {
	doNotCall: "Asked not to be called",
	doNotEmail: "Asked not to be written to by email",
	doNotContact: "Asked not to be contacted",
};
const bearsOn: Readonly<Record<DossierContact["kind"], readonly Flag[]>> = {
	email: ["doNotEmail", "doNotContact"],
	phone: ["doNotCall", "doNotContact"],
	handle: ["doNotContact"],
	address: ["doNotContact"],
};

/** "record C-1", "records C-1 and C-2", each id as it is written where the sentence goes. */
export function recordsText(ids: readonly string[], written: (id: string) => string = visible): string {
	const texts = ids.map(written);
	if (texts.length < 2) return `record ${texts[0]}`;
	return `records ${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

const refusing = (records: readonly CrmRecord[], flag: Flag): string[] =>
	strings(records.flatMap(({ id, consent }) => (consent[flag] === true ? id : [])));

function refusalText(records: readonly CrmRecord[], flag: Flag): string[] {
	const ids = refusing(records, flag);
	return ids.length === 0 ? [] : [`${refusals[flag]} (${recordsText(ids)}).`];
}

/** What was asked for, on any of the records. The fullest comes first. */
export function consentOf(records: readonly CrmRecord[]): DossierConsent {
	const flag = (name: Flag): Pick<Consent, Flag> => {
		if (refusing(records, name).length > 0) return { [name]: true };
		return records.some(({ consent }) => consent[name] === false) ? { [name]: false } : {};
	};
	const channel = records.find(({ consent }) => consent.preferredChannel !== undefined)?.consent.preferredChannel;
	const saying = records.filter(({ consent }) => consent.preferredChannel === channel);
	const preferred = channel && { channel, records: strings(saying.map(({ id }) => id)), profile: false };
	return {
		...flag("doNotCall"),
		...flag("doNotEmail"),
		...flag("doNotContact"),
		...(preferred === undefined ? {} : { preferredChannel: preferred }),
		says: (Object.keys(refusals) as Flag[]).flatMap((name) => refusalText(records, name)),
	};
}

/** One telling of a contact point. */
interface Telling {
	readonly kind: DossierContact["kind"];
	/** Equal for two spellings of one. */
	readonly key: string;
	readonly point: ContactPoint;
	readonly city?: string;
	/** Undefined: the profile's. */
	readonly record: string | undefined;
}

const points = (kind: "email" | "phone", list: readonly ContactPoint[], record?: string): Telling[] =>
	list.map((point) => {
		const key = kind === "email" ? point.value.trim().toLowerCase() : fold(point.value).replace(/[^\p{Nd}x]/gu, "");
		return { kind, key: key || point.value, point, record };
	});

const addresses = (list: readonly Address[], record: string): Telling[] =>
	list.map(({ text, street, city, region, postalCode, country }) => {
		const value =
			text ?? [street, city, [region, postalCode].filter(Boolean).join(" "), country].filter(Boolean).join(", ");
		return { kind: "address", key: fold(value), point: { value }, ...(city === undefined ? {} : { city }), record };
	});

function handles(list: readonly KnownHandle[], record?: string): Telling[] {
	return list.flatMap((known) => {
		const parts = networkHandle(known);
		const { id, validTo, grade = "asserted", source, validFrom } = known;
		if (parts.handle === undefined && id === undefined) return [];
		const network = parts.platform === undefined ? "" : `${parts.platform}:`;
		const server = parts.instance === undefined || parts.written.includes("@") ? "" : `@${parts.instance}`;
		const point: ContactPoint = {
			value: parts.handle === undefined ? `${network}id ${id}` : `${network}${parts.written}${server}`,
			...(record === undefined ? {} : { label: validTo === undefined ? grade : "former" }),
			...(source === undefined ? {} : { source }),
			...((validTo ?? validFrom) === undefined ? {} : { observedAt: (validTo ?? validFrom) as string }),
		};
		return [{ kind: "handle", key: parts.handle === undefined ? point.value : handleKey(parts), point, record }];
	});
}

const kinds: readonly DossierContact["kind"][] = ["email", "phone", "handle", "address"];

/** Each contact point once. Primary ones come first, then those on most records. */
export function contactsOf(
	records: readonly CrmRecord[],
	profile: SocialProfile,
	now: number | undefined,
): DossierContact[] {
	const { platform, handle, id, instance } = profile;
	const account: KnownHandle = {
		...(platform === undefined ? {} : { platform }),
		...(handle === undefined ? {} : { handle }),
		...(id === undefined ? {} : { id }),
		...(instance === undefined ? {} : { instance }),
	};
	const tellings = [
		...records.flatMap((record) => [
			...points("email", record.emails, record.id),
			...points("phone", record.phones, record.id),
			...handles(record.handles, record.id),
			...addresses(record.addresses, record.id),
		]),
		...points("email", profile.emails),
		...points("phone", profile.phones),
		...handles([account]),
	];
	const groups = new Map<string, Telling[]>();
	for (const telling of tellings) group(groups, JSON.stringify([telling.kind, telling.key]), telling);
	const contacts = sorted([...groups], ([key]) => key).map(([, same]) => contactOf(same, records, now));
	const rankOf = ({ kind, primary }: DossierContact): number => kinds.indexOf(kind) * 2 + (primary === true ? 0 : 1);
	return contacts.sort((a, b) => rankOf(a) - rankOf(b) || b.records.length - a.records.length);
}

function contactOf(same: readonly Telling[], records: readonly CrmRecord[], now: number | undefined): DossierContact {
	// On a record before on the profile: the firm's own spelling. The records come with the fullest first.
	const [{ kind, point: first, city }] = same as readonly [Telling, ...Telling[]];
	const told = same.map(({ point }) => point);
	const label = told.find((point) => point.label !== undefined)?.label;
	const seen = told.flatMap(({ observedAt }) => observedAt ?? []);
	const observedAt = seen.sort((a, b) => msOf(b) - msOf(a) || (a < b ? -1 : 1))[0];
	const refused = same.filter(({ point }) => point.mayContact === false);
	const refusers = strings(refused.flatMap(({ record }) => record ?? []));
	const general = bearsOn[kind].flatMap((flag) => refusalText(records, flag));
	const because = [
		...(refusers.length === 0 ? [] : [`Asked not to be contacted here (${recordsText(refusers)}).`]),
		...general,
	];
	const may = because.length > 0 || refused.length > 0 ? false : told.some(({ mayContact }) => mayContact) || undefined;
	const age = now === undefined || observedAt === undefined ? undefined : Math.floor((now - msOf(observedAt)) / DAY);
	const verified = either(told.map(({ verified }) => verified));
	return {
		kind,
		value: first.value,
		...(city === undefined ? {} : { city }),
		...(label === undefined ? {} : { label }),
		...(told.some(({ primary }) => primary === true) ? { primary: true } : {}),
		...(verified === undefined ? {} : { verified }),
		...(told.some(({ shared }) => shared === true) ? { shared: true } : {}),
		...(may === undefined ? {} : { mayContact: may }),
		because,
		...(observedAt === undefined ? {} : { observedAt }),
		...(age === undefined || Number.isNaN(age) ? {} : { ageDays: Math.max(0, age) }),
		sources: strings(told.flatMap(({ source }) => source ?? [])),
		records: strings(same.flatMap(({ record }) => record ?? [])),
		profile: same.some(({ record }) => record === undefined),
	};
}

const msOf = (at: string): number => parseTime(at)?.ms ?? Number.NaN;

/** True where one says so; false where one denies it and none says so. */
function either(flags: readonly (boolean | undefined)[]): boolean | undefined {
	return flags.includes(true) ? true : flags.includes(false) ? false : undefined;
}
