import { log2 } from "../arithmetic.js";
import { countryOfCode, countryOfName } from "../text/country.js";
import {
	findMaskedPhones,
	findPhones,
	type MaskedPhone,
	normalizePhone,
	type PhoneNumber,
	phoneSuffix,
} from "../text/phone.js";
import { crowdBits, SHARED_OWNERS } from "../text/rarity.js";
import { saidToFirm } from "../text/saying.js";
import { DAY, parseTime } from "../text/time.js";
import { fold } from "../text/unicode.js";
import type { ContactPoint, Controller, CrmRecord, SocialProfile } from "../types.js";
import { type Bounds, type CompareContext, defineScorer, levelBits, type Observation, type Scorer } from "./scorer.js";

export type PhoneLevel =
	| "exact-verified"
	| "exact"
	| "in-post"
	| "national"
	| "suffix"
	| "last-digits"
	| "shared"
	| "toll-free"
	| "extension-differs"
	| "other-number";

/** A value on the profile and where it stands. */
interface Shown {
	readonly written: string;
	readonly field: string;
	readonly controller: Controller;
}
interface ShownNumber extends Shown {
	readonly phone: PhoneNumber;
	readonly suffix: string;
	readonly level: "exact-verified" | "exact" | "in-post";
	readonly observedAt: string | undefined;
}
interface ShownMask extends Shown, Omit<MaskedPhone, "text"> {}

/** What the scorer reads from a profile. */
export interface PhoneProfile {
	readonly numbers: readonly ShownNumber[];
	/** Numbers of which only the end is shown. */
	readonly masks: readonly ShownMask[];
}

interface RecordNumber {
	readonly point: ContactPoint;
	readonly suffix: string;
}

/** What the scorer reads from a record. Numbers are parsed when they are compared, not before: parsing is dear. */
export interface PhoneRecord {
	readonly numbers: readonly RecordNumber[];
	/** They tell in which country a number without a country code is dialled. */
	readonly addresses: CrmRecord["addresses"];
}

export interface PhoneScorerOptions {
	/** ISO 3166-1 alpha-2 country of numbers written without one, when the record's address does not tell: "US". */
	readonly defaultCountry?: string;
}

const levels = {
	"exact-verified": {
		m: 0.9,
		u: 2 ** -20,
		says: "The network has verified the phone number {profile}, which is on the record",
	},
	exact: { m: 0.8, u: 2 ** -18, says: "The phone number {profile} given on the profile is on the record" },
	// People also write down other people's numbers, and those of their agents.
	"in-post": {
		m: 0.4,
		u: 2 ** -15,
		says: "The phone number {profile} given in a post or message, or as that of an agent, is on the record",
	},
	// log2 16 less than exact: sixteen countries where the same digits are a number, and a customer is plausible.
	national: { m: 0.8, u: 2 ** -14, says: "The phone number {profile} is on the record, its country code left open" },
	suffix: { m: 0.6, u: 2 ** -14, says: "The phone number {profile} is the end of one on the record {record}" },
	// u is 10^-digits for each pair of numbers; this is one pair and four digits.
	"last-digits": {
		m: 0.9,
		u: 1e-4,
		says: "The digits shown of a phone number {profile} agree with one on the record {record}",
	},
	shared: { m: 0.8, u: 2 ** -16, says: "The phone number {profile} is on the record, but others use it too" },
	"toll-free": { m: 0.3, u: 2 ** -7, says: "The profile and the record give the same freephone number {profile}" },
	"extension-differs": {
		m: 0.05,
		u: 0.03,
		says: "The phone number {profile} is on the record with another extension {record}",
	},
	// Most people have several numbers, and change them.
	"other-number": {
		m: 0.6,
		u: 0.99,
		says: "The phone number {profile} given on the profile is not the one {record} on the record",
	},
} as const;

/** People thought to be behind a switchboard. */
const SWITCHBOARD_OWNERS = 16;
/** About a tenth of numbers change hands each year: m falls by e^-0.1 a year. */
const REASSIGNED_PER_YEAR = 0.1;
const YEAR_MS = 365.25 * DAY;
/** Fewest digits that can be a number with its area code. */
const NATIONAL_DIGITS = 9;
/** Fewest digits that, without its area code, can be told from any other number. */
const LOCAL_DIGITS = 6;
/** Digits of a search key. */
const SUFFIX_DIGITS = 7;
/** A handle that is a telephone number has at least its area code. */
const HANDLE_DIGITS = 10;

/** ISO 3166-1 alpha-2. */
function countryOf({ addresses }: Pick<CrmRecord, "addresses">): string | undefined {
	for (const { country } of addresses) {
		const name = fold(country ?? "")
			.split(/[.\s]+/u)
			.join(" ")
			.trim();
		const code = countryOfCode(name) ?? countryOfName(name);
		if (code !== undefined) return code;
	}
	return undefined;
}

function ofProfile(profile: SocialProfile, defaultCountry: string | undefined): PhoneProfile | undefined {
	const numbers = new Map<string, ShownNumber>();
	const masks = new Map<string, ShownMask>();
	const add = (
		written: string,
		phone: PhoneNumber | undefined,
		field: string,
		{ point, others = false }: { readonly point?: ContactPoint; readonly others?: boolean } = {},
	): void => {
		const suffix = phoneSuffix(written);
		if (phone === undefined || suffix === undefined) return;
		const level = point?.verified === true ? "exact-verified" : others ? "in-post" : "exact";
		const name = phone.e164 ?? phone.digits;
		const known = numbers.get(name);
		// The first place is the best one, but for a later field that the network has verified.
		if (known !== undefined && (known.level === "exact-verified" || level !== "exact-verified")) return;
		const controller = level === "exact-verified" ? "platform" : "holder";
		numbers.set(name, { written, field, controller, phone, suffix, level, observedAt: point?.observedAt });
	};
	const addMasks = (text = "", field: string, fewest = 4): void => {
		for (const { text: written, lastDigits } of findMaskedPhones(text, fewest)) {
			if (!masks.has(lastDigits)) masks.set(lastDigits, { written, lastDigits, field, controller: "holder" });
		}
	};
	for (const point of profile.phones) {
		// A field that is masked says how many digits are left; two are worth something there, but not in a text.
		if (findMaskedPhones(point.value, 2).length > 0) addMasks(point.value, "phones", 2);
		else add(point.value, normalizePhone(point.value, defaultCountry), "phones", { point });
	}
	for (const { url } of profile.links) {
		// A WhatsApp link has the country code, without its plus.
		const number = /^\s*(tel:.*|(?:https?:\/\/)?wa\.me\/(\d+))/i.exec(url);
		const written = number?.[2] === undefined ? number?.[1] : `+${number[2]}`;
		if (written !== undefined) add(written, normalizePhone(written, defaultCountry), "links");
	}
	const texts: readonly (readonly [field: string, text: string | undefined])[] = [
		["bio", profile.bio],
		["location", profile.location],
		...profile.posts.map(({ text }) => ["posts", text] as const),
		...saidToFirm(profile).map((text) => ["interactions", text] as const),
	];
	for (const [field, text = ""] of texts) {
		for (const { text: written, phone, others } of findPhones(text, defaultCountry))
			add(written, phone, field, { others: others || field === "posts" || field === "interactions" });
	}
	addMasks(profile.bio, "bio");
	addMasks(profile.location, "location");
	const handle = profile.handle?.replace(/_/g, " ") ?? "";
	for (const { text: written, phone } of findPhones(handle, defaultCountry)) {
		if (phone.digits.length >= HANDLE_DIGITS) add(written, phone, "handle");
	}
	if (numbers.size + masks.size === 0) return undefined;
	return { numbers: [...numbers.values()], masks: [...masks.values()] };
}

function ofRecord(record: CrmRecord): PhoneRecord | undefined {
	const numbers: RecordNumber[] = [];
	for (const point of record.phones) {
		const suffix = phoneSuffix(point.value);
		if (suffix !== undefined) numbers.push({ point, suffix });
	}
	return numbers.length === 0 ? undefined : { numbers, addresses: record.addresses };
}

const suffixKey = (suffix: string): string => `p:${suffix}`;

/** Digits without trunk zeros, which are dialled inside a country only (and in Italy always). */
const bare = (digits: string): string => digits.replace(/^0+/, "");

/** How much of two numbers agrees, country codes and trunk prefixes considered. Symmetric. */
export function numberMatch(a: PhoneNumber, b: PhoneNumber): "exact" | "national" | "suffix" | undefined {
	if (a.e164 !== undefined && a.e164 === b.e164) return "exact";
	const [left, right] = [bare(a.digits), bare(b.digits)];
	const bothSay = a.countryFrom === "number" && b.countryFrom === "number";
	if (left === right && left.length >= NATIONAL_DIGITS && !bothSay) return "national";
	// With both countries settled, two numbers that differ are different.
	if (a.e164 !== undefined && b.e164 !== undefined) return undefined;
	// "12125550147": the country code without its plus.
	if (a.e164 === `+${right}` || b.e164 === `+${left}`) return "exact";
	// One is local, without its area code.
	const local = Math.min(left.length, right.length) >= LOCAL_DIGITS && (left.endsWith(right) || right.endsWith(left));
	return local ? "suffix" : undefined;
}

/** Years since a number was last known to be right, if that is known. */
function yearsSince(observedAt: string | undefined, now: number | undefined): number {
	const then = observedAt === undefined ? undefined : parseTime(observedAt);
	return now === undefined || then === undefined ? 0 : Math.min(30, Math.max(0, (now - then.ms) / YEAR_MS));
}

/** Keys of lines that are not known to be shared. */
function ownKeys({ numbers }: PhoneRecord): string[] {
	const keys: string[] = [];
	for (const { point, suffix } of numbers) if (point.shared !== true) keys.push(suffixKey(suffix));
	return keys;
}

/** Whether a line of the one record is a line of the other: no freephone number, and with the same extension or none. */
function sameLine(key: string, a: PhoneRecord, b: PhoneRecord, defaultCountry: string | undefined): boolean {
	const lines = (record: PhoneRecord): PhoneNumber[] =>
		record.numbers
			.filter(({ point, suffix }) => point.shared !== true && suffixKey(suffix) === key)
			.map(({ point }) => normalizePhone(point.value, countryOf(record) ?? defaultCountry))
			.filter((phone) => phone !== undefined)
			.filter(({ tollFree }) => !tollFree);
	const ours = lines(a);
	const theirs = ours.length === 0 ? [] : lines(b);
	return ours.some((one) =>
		theirs.some((other) => {
			const match = one.extension === other.extension ? numberMatch(one, other) : undefined;
			return match === "exact" || match === "national";
		}),
	);
}

type Seen = Observation<PhoneLevel>;

function observed(level: PhoneLevel, shown: Shown, { point }: RecordNumber, fact: string, bits: number): Seen {
	return {
		level,
		bits,
		profileValue: shown.written,
		recordValue: point.value,
		profileField: shown.field,
		recordField: "phones",
		facts: [{ fact, bits }],
		controller: shown.controller,
	};
}

const bitsOf = (level: PhoneLevel): number => levelBits(levels[level]);

function compareNumber(
	shown: ShownNumber,
	number: RecordNumber,
	countryOfRecord: () => string | undefined,
	context: CompareContext,
): Seen | undefined {
	if (number.suffix !== shown.suffix) return undefined;
	const other = normalizePhone(number.point.value, countryOfRecord());
	const agrees = other && numberMatch(shown.phone, other);
	if (agrees === undefined) return undefined;
	const [mine, theirs] = [shown.phone.extension, other?.extension];
	const fact = `phone:${shown.suffix}`;
	const carriers = Math.max(1, context.count(suffixKey(shown.suffix)));
	if (mine !== undefined && theirs !== undefined && mine !== theirs) {
		return observed("extension-differs", shown, number, fact, bitsOf("extension-differs"));
	}
	if (shown.phone.tollFree || other?.tollFree) {
		return observed("toll-free", shown, number, fact, Math.max(0, bitsOf("toll-free") - log2(carriers)));
	}
	const switchboard = mine !== theirs;
	const owners = Math.max(carriers, number.point.shared ? SHARED_OWNERS : 1, switchboard ? SWITCHBOARD_OWNERS : 1);
	const level = agrees === "exact" || (agrees === "national" && shown.level === "in-post") ? shown.level : agrees;
	const years = yearsSince(shown.observedAt, context.now) + yearsSince(number.point.observedAt, context.now);
	const full = agrees === "suffix" ? 0 : crowdBits(context);
	const bits = bitsOf(level) + full - log2(owners) - years * REASSIGNED_PER_YEAR * Math.LOG2E;
	return observed(owners > 1 ? "shared" : level, shown, number, fact, Math.max(0, bits));
}

/** Last digits are few, so every number on either side is another chance to agree by accident. */
function compareMask(shown: ShownMask, { masks }: PhoneProfile, record: PhoneRecord): Seen | undefined {
	const number = record.numbers.find(({ suffix }) => suffix.endsWith(shown.lastDigits));
	if (number === undefined) return undefined;
	const chance = Math.min(1, masks.length * record.numbers.length * Number(`1e-${shown.lastDigits.length}`));
	const bits = Math.max(0, log2(levels["last-digits"].m / chance));
	return observed("last-digits", shown, number, `phone:${shown.lastDigits}`, bits);
}

/**
 * A number of the holder's own, when the record has others only. Anybody may give a freephone number, or an agent's; and
 * the digits of a handle may be an id.
 */
function otherNumber({ numbers, masks }: PhoneProfile, record: PhoneRecord): Seen[] | undefined {
	const own: Shown | undefined =
		numbers.find(({ level, phone, field }) => level !== "in-post" && !phone.tollFree && field !== "handle") ?? masks[0];
	const [first] = record.numbers;
	if (own === undefined || first === undefined) return undefined;
	return [observed("other-number", own, first, "another number", bitsOf("other-number"))];
}

/**
 * Telephone numbers: the same number, the same but for its country code, its last digits. Different numbers say
 * little, and two extensions of one switchboard hardly anything.
 */
export function phoneScorer({
	defaultCountry,
}: PhoneScorerOptions = {}): Scorer<PhoneProfile, PhoneRecord, PhoneLevel> {
	const compare = (profile: PhoneProfile, record: PhoneRecord, context: CompareContext): Seen[] | undefined => {
		const country = (): string | undefined => countryOf(record) ?? defaultCountry;
		const full = profile.numbers.flatMap((shown) =>
			record.numbers.map((number) => compareNumber(shown, number, country, context)).filter((one) => one !== undefined),
		);
		// Last digits are never added to a whole number, which contains them.
		const seen =
			full.length > 0
				? full
				: profile.masks.map((shown) => compareMask(shown, profile, record)).filter((one) => one !== undefined);
		return seen.length === 0 ? otherNumber(profile, record) : seen;
	};
	const bounds = ({ numbers, masks }: PhoneProfile, context: CompareContext): Bounds => ({
		best: Math.max(
			...numbers.map(({ level, phone }) => (phone.tollFree ? bitsOf("toll-free") : bitsOf(level) + crowdBits(context))),
			...masks.map(({ lastDigits }) => log2(levels["last-digits"].m) + lastDigits.length * log2(10)),
		),
		absent: 0,
	});
	return defineScorer({
		name: "phone",
		group: "contact",
		levels,
		ofProfile: (profile) => ofProfile(profile, defaultCountry),
		ofRecord,
		keys: {
			ofProfile: ({ numbers, masks }) =>
				new Set([
					...numbers.map(({ suffix }) => suffixKey(suffix)),
					// Shorter ends would find a record in ten thousand, each time.
					...masks
						.filter(({ lastDigits }) => lastDigits.length === SUFFIX_DIGITS)
						.map(({ lastDigits }) => suffixKey(lastDigits)),
				]),
			ofRecord: ({ numbers }) => {
				const keys = numbers.map(({ suffix }) => suffixKey(suffix));
				return keys.length === 1 ? keys : new Set(keys);
			},
		},
		identity: {
			keys: ownKeys,
			same: (key, a, b) => sameLine(key, a, b, defaultCountry),
			needsName: true,
		},
		compare,
		bounds,
	});
}
