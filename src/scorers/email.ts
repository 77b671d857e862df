import { log2 } from "../arithmetic.js";
import { type EmailAddress, findEmails, isRoleMailbox, joinMailbox, parseEmail } from "../text/email.js";
import { md5, sha256 } from "../text/hash.js";
import { nameOfMailbox } from "../text/name.js";
import { type DomainHolder, domainOwner, organizationWords, type SelfNames, selfNames } from "../text/organization.js";
import { provenDomain } from "../text/platform.js";
import { crowdBits, EMPLOYER, EMPLOYER_SHARE, SHARED_OWNERS, shareOfOthers } from "../text/rarity.js";
import { saidToFirm } from "../text/saying.js";
import { repeatBits } from "../text/surprisal.js";
import { isMailboxOfAnother } from "../text/third-party.js";
import { fold, isAscii, limits } from "../text/unicode.js";
import { parseUrl, registrableDomain, type WebAddress } from "../text/url.js";
import type { Controller, CrmRecord, PersonName, SocialProfile } from "../types.js";
import { type Bounds, type CompareContext, defineScorer, levelBits, type Observation, type Scorer } from "./scorer.js";

export type EmailLevel =
	| "exact-verified"
	| "exact"
	| "in-post"
	| "of-another"
	| "hash"
	| "alias"
	| "shared"
	| "role"
	| "mailbox-is-handle"
	| "same-mailbox"
	| "name-is-mailbox"
	| "company-domain";

/** A value on the profile and where it stands. */
interface Shown {
	readonly written: string;
	readonly field: string;
	readonly controller: Controller;
}
interface ShownAddress extends Shown {
	readonly email: EmailAddress;
	readonly level: "exact-verified" | "exact" | "in-post" | "of-another";
}
interface ShownText extends Shown {
	/** In comparable form. */
	readonly text: string;
}
type RecordDomain = Omit<ShownText, "controller">;
interface RecordAddress {
	readonly written: string;
	readonly field: string;
	readonly email: EmailAddress;
	readonly shared: boolean;
}

/** What the scorer reads from a profile. */
export interface EmailProfile {
	/** Each mailbox once, from the place that says most about it. */
	readonly addresses: readonly ShownAddress[];
	readonly hashes: readonly ShownText[];
	/** The handle, and the mailbox names of the addresses. */
	readonly names: readonly ShownText[];
	/** Domains that belong to one firm or person. */
	readonly domains: readonly ShownText[];
	/** Worked out when first asked for: few records point to the domains. */
	readonly self: () => SelfNames;
}

/** What the scorer reads from a record. */
export interface EmailRecord extends Pick<DomainHolder, "names" | "kind"> {
	readonly addresses: readonly RecordAddress[];
	readonly domains: readonly RecordDomain[];
	/** As written. */
	readonly organization: string | undefined;
}

export interface EmailScorerOptions {
	/**
	 * Search by the MD5 and SHA-256 of the records' addresses, as Gravatar, WordPress and Disqus publish them. Costs about
	 * 1 µs and two to four keys an address when records are added; without it a hash is compared but finds no candidates.
	 */
	readonly hashes?: boolean;
}

const levels = {
	"exact-verified": {
		m: 0.95,
		u: 2 ** -20,
		says: "The network has verified the email address {profile}, which is on the record",
	},
	exact: { m: 0.9, u: 2 ** -18, says: "The email address {profile} given on the profile is on the record" },
	// People also write down other people's addresses, and those of their agents.
	"in-post": {
		m: 0.5,
		u: 2 ** -15,
		says: "The email address {profile} given in a post or message, or as that of an agent, is on the record",
	},
	// A spouse's, an assistant's, a pen name's: "press: anna@example.com" on the profile of Tom Becker.
	"of-another": {
		m: 0.05,
		u: 2 ** -14,
		says: "The email address {profile} written on the profile is on the record, but spells another name than the profile's",
	},
	hash: {
		m: 0.9,
		u: 2 ** -18,
		says: "An email address on the record {record} has the hash published with the profile",
	},
	alias: {
		m: 0.85,
		u: 2 ** -17,
		says: "The email address {profile} is another spelling of the one on the record {record}",
	},
	shared: { m: 0.9, u: 2 ** -16, says: "The email address {profile} is on the record, but others use it too" },
	// Worth what its domain is worth.
	role: { m: 0.4, u: 2 ** -11, says: "The profile and the record give the same address of a desk {profile}" },
	"mailbox-is-handle": {
		m: 0.2,
		u: 2 ** -12,
		says: "The handle {profile} is also the mailbox name of the record's address {record}",
	},
	"same-mailbox": {
		m: 0.2,
		u: 2 ** -12,
		says: "The address on the profile {profile} has the same mailbox name as the record's {record}, at another provider",
	},
	"name-is-mailbox": {
		m: 0.28,
		u: 0.07,
		says: "The profile {profile} and the record's mailbox {record} spell the person's name in the same way",
	},
	"company-domain": {
		m: 0.4,
		u: EMPLOYER_SHARE,
		says: "The profile points to the domain of the record's email address {record}",
	},
} as const;

/** People thought to be behind a throw-away address. */
const DISPOSABLE_OWNERS = 16;
/** Fewer people use their handle as a mailbox name than on another network: 0.2 (public commit logs: 0.18 to 0.36) for 0.5. */
const FEWER_BITS: number = log2(0.2 / 0.5);
/** Shortest string searched for; shorter ones find too many. */
const SHORTEST_NAME = 5;
/** Share of strangers who point to a domain that is evidently one person's. */
const PERSONAL_SHARE = 2 ** -11;
/** 64 bits of a hash are enough to search by; the whole is compared. */
const HASH_KEY = 16;

const addressKey = (email: EmailAddress): string => `a:${email.canonical}`;
const isAddressKey = (key: string): boolean => key.startsWith("a:");
const nameKey = (text: string): string => `m:${text}`;
const domainKey = (domain: string): string => `d:${domain}`;
const hashKey = (hash: string): string => `h:${hash.slice(0, HASH_KEY)}`;

const asName = (text: string): string => fold(joinMailbox(text));
const searchable = (name: string): boolean =>
	name.length >= SHORTEST_NAME && (isAscii(name) || [...name].length >= SHORTEST_NAME);

/** How sure it is that an address is the holder's own: what wins when it stands in several places. */
const trust: readonly EmailLevel[] = ["of-another", "in-post", "exact", "exact-verified"];
const isOwn = ({ level }: ShownAddress): boolean => trust.indexOf(level) >= trust.indexOf("exact");

function shownAddresses(profile: SocialProfile): ShownAddress[] {
	const found = new Map<string, ShownAddress>();
	const add = (email: EmailAddress | undefined, written: string, field: string, level: ShownAddress["level"]): void => {
		if (email === undefined || found.size === limits.contacts) return;
		const known = found.get(email.canonical);
		if (known !== undefined && trust.indexOf(known.level) >= trust.indexOf(level)) return;
		const controller = level === "exact-verified" ? "platform" : "holder";
		found.set(email.canonical, { email, written, field, level, controller });
	};
	for (const { value, verified } of profile.emails) {
		add(parseEmail(value), value, "emails", verified === true ? "exact-verified" : "exact");
	}
	for (const field of ["bio", "location"] as const) {
		for (const email of findEmails(profile[field] ?? "")) {
			const isAnothers = isMailboxOfAnother(email.mailbox, profile.displayName, profile.handle);
			add(email, email.address, field, isAnothers ? "of-another" : email.others ? "in-post" : "exact");
		}
	}
	for (const { url } of profile.links) if (/^\s*mailto:/i.test(url)) add(parseEmail(url), url, "links", "exact");
	const said = [
		...profile.posts.map(({ text }) => ["posts", text] as const),
		...saidToFirm(profile).map((text) => ["interactions", text] as const),
	];
	for (const [field, text] of said) {
		for (const email of findEmails(text)) add(email, email.address, field, "in-post");
	}
	return [...found.values()];
}

/** The handle without its server: tdefren.bsky.social, tdefren@example.social. */
function localHandle({ handle, platform }: SocialProfile): string | undefined {
	const local = handle?.replace(/@.*$/s, "").replace(platform === "bluesky" ? /\..*$/s : /\.bsky\.social$/i, "");
	return local === "" ? undefined : local;
}

function shownDomains(profile: SocialProfile, addresses: readonly ShownAddress[]): ShownText[] {
	const found = new Map<string, ShownText>();
	const add = (shown: ShownText): void => {
		if (!found.has(shown.text)) found.set(shown.text, shown);
	};
	// A Bluesky handle that is a domain has been checked against that domain.
	const handle = profile.platform === "bluesky" ? provenDomain(profile.handle ?? "") : undefined;
	const pages: readonly Shown[] = [
		...(handle === undefined ? [] : [{ written: handle, field: "handle", controller: "platform" as const }]),
		...profile.links.map(({ url, verified }) => ({
			written: url,
			field: "links",
			controller: verified === true ? ("platform" as const) : ("holder" as const),
		})),
	];
	for (const page of pages) {
		const address = parseUrl(page.written);
		if (address && !address.shared) add({ ...page, text: address.domain });
	}
	for (const { email, written, field, controller } of addresses.filter(isOwn)) {
		// A personal address at the domain, when it is not the record's own, is that of a colleague: no evidence.
		if (email.kind === "own" && email.role) add({ text: registrableDomain(email.domain), written, field, controller });
	}
	return [...found.values()];
}

function ofProfile(profile: SocialProfile): EmailProfile | undefined {
	const addresses = shownAddresses(profile);
	const hashes = profile.emailHashes
		.map((written) => ({
			text: written.trim().toLowerCase(),
			written,
			field: "emailHashes",
			controller: "holder" as const,
		}))
		.filter(({ text }) => /^(?:[0-9a-f]{32}|[0-9a-f]{64})$/.test(text));
	const names: ShownText[] = [];
	const handle = localHandle(profile);
	if (handle !== undefined)
		names.push({ text: asName(handle), written: handle, field: "handle", controller: "holder" });
	for (const { email, written, field, controller } of addresses.filter(isOwn))
		names.push({ text: asName(email.mailbox), written, field, controller });
	const telling = names.filter(({ text }) => searchable(text) && !isRoleMailbox(text));
	const domains = shownDomains(profile, addresses);
	if (addresses.length + hashes.length + telling.length + domains.length === 0) return undefined;
	let self: SelfNames | undefined;
	return { addresses, hashes, names: telling, domains, self: () => (self ??= selfNames(profile)) };
}

/** The site of a firm, where a system knows it by its domain only. Most names have no dot, and are no address. */
function siteOf(organization: string): WebAddress | undefined {
	return isAscii(organization) && !organization.includes(".") ? undefined : parseUrl(organization);
}

function ofRecord(record: CrmRecord): EmailRecord | undefined {
	const addresses: RecordAddress[] = [];
	const domains: RecordDomain[] = [];
	const addDomain = (domain: RecordDomain): void => {
		if (!domains.some(({ text }) => text === domain.text)) domains.push(domain);
	};
	for (const { value, shared } of record.emails) {
		const email = parseEmail(value);
		if (email === undefined) continue;
		addresses.push({ email, written: value, field: "emails", shared: shared === true });
		if (email.kind === "own") addDomain({ text: registrableDomain(email.domain), written: value, field: "emails" });
	}
	const { names, organization, kind } = record;
	const firm = organization === undefined ? undefined : siteOf(organization);
	if (organization !== undefined && firm && !firm.shared)
		addDomain({ text: firm.domain, written: organization, field: "organization" });
	if (addresses.length + domains.length === 0) return undefined;
	// A record without a name bears the one that its mailbox spells out.
	const spelt = (): PersonName[] =>
		addresses.map(({ email }) => nameOfMailbox(email.mailbox)).filter((name) => name !== undefined);
	return { addresses, domains, names: names.length > 0 ? names : spelt(), organization, kind };
}

/** What networks may publish the hash of: an address as typed, and in its plain form. */
function hashedForms({ address, canonical }: EmailAddress): readonly string[] {
	return address === canonical ? [address] : [address, canonical];
}

function recordKeys({ addresses, domains }: EmailRecord, hashes: boolean): Iterable<string> {
	const keys: string[] = [];
	for (const { email } of addresses) {
		keys.push(addressKey(email));
		if (hashes)
			for (const text of hashedForms(email)) keys.push(hashKey(md5(text, HASH_KEY)), hashKey(sha256(text, HASH_KEY)));
		const name = email.role ? "" : asName(email.mailbox);
		if (searchable(name)) keys.push(nameKey(name));
	}
	for (const { text } of domains) keys.push(domainKey(text));
	// One address has no key twice.
	return addresses.length < 2 ? keys : new Set(keys);
}

/** The keys of addresses that one person reads: not those of desks, nor what is known to be shared or thrown away. */
function personalKeys({ addresses }: EmailRecord): string[] {
	const keys: string[] = [];
	for (const { email, shared } of addresses)
		if (!shared && !email.role && email.kind !== "disposable") keys.push(addressKey(email));
	return keys;
}

type Seen = Observation<EmailLevel>;

function observed(
	level: EmailLevel,
	shown: Shown,
	record: Omit<Shown, "controller">,
	fact: string,
	bits: number,
): Seen {
	return {
		level,
		bits,
		profileValue: shown.written,
		recordValue: record.written,
		profileField: shown.field,
		recordField: record.field,
		// Named after the value, so that an address in the bio and again in a post counts once.
		facts: [{ fact, bits }],
		controller: shown.controller,
	};
}

/** Bits of an equal address, and the level to say so: several owners share what it would have told of one. */
function addressSeen(alone: EmailLevel, shown: Shown, match: RecordAddress, context: CompareContext): Seen {
	const { email } = match;
	const owners = Math.max(
		context.count(addressKey(email)),
		match.shared ? SHARED_OWNERS : 1,
		email.kind === "disposable" ? DISPOSABLE_OWNERS : 1,
	);
	const level = email.role ? "role" : alone;
	const bits = Math.max(0, levelBits(levels[level]) + crowdBits(context) - log2(owners));
	return observed(owners > 1 && !email.role ? "shared" : level, shown, match, `address:${email.canonical}`, bits);
}

/** An address of the profile against the addresses of the record. */
function compareAddress(shown: ShownAddress, record: EmailRecord, context: CompareContext): Seen[] {
	const equal = record.addresses.find(({ email }) => email.address === shown.email.address);
	const match = equal ?? record.addresses.find(({ email }) => email.canonical === shown.email.canonical);
	if (match === undefined) return [];
	return [addressSeen(shown.level === "exact" && !equal ? "alias" : shown.level, shown, match, context)];
}

function compareHash(shown: ShownText, record: EmailRecord, context: CompareContext): Seen[] {
	const hash = shown.text.length === 32 ? md5 : sha256;
	const match = record.addresses.find(({ email }) => hashedForms(email).some((text) => hash(text) === shown.text));
	return match === undefined ? [] : [addressSeen("hash", shown, match, context)];
}

/** The handle, or the mailbox name of an address elsewhere, against the mailbox names of the record. */
function compareName(shown: ShownText, record: EmailRecord, context: CompareContext): Seen[] {
	const match = record.addresses.find(({ email }) => !email.role && asName(email.mailbox) === shown.text);
	if (match === undefined) return [];
	const owners = Math.max(1, context.count(nameKey(shown.text)));
	const { bits: repeated, ofName } = repeatBits(shown.text, record.names);
	const bits = Math.max(0, repeated + (ofName ? 0 : FEWER_BITS) - log2(owners));
	const level = ofName ? "name-is-mailbox" : shown.field === "handle" ? "mailbox-is-handle" : "same-mailbox";
	// The account scorer tells the same of a handle that the record has on another network.
	const seen = observed(level, shown, match, `handle:${shown.text}`, bits);
	// The name told once more does not make up for what of it is not shown.
	return [ofName ? { ...seen, decides: false } : seen];
}

function compareDomain(shown: ShownText, profile: EmailProfile, record: EmailRecord, context: CompareContext): Seen[] {
	const match = record.domains.find(({ text }) => text === shown.text);
	if (match === undefined) return [];
	const { names, kind } = record;
	const organization = organizationWords(record.organization);
	const owner = domainOwner(shown.text, profile.self(), { names, organization, kind });
	if (owner === "profile") return [];
	const personal = owner === "person";
	const expected = personal ? PERSONAL_SHARE : EMPLOYER_SHARE;
	// The domain of half the records is no evidence, and none against.
	const share = shareOfOthers(domainKey(shown.text), expected, context);
	const bits = Math.max(0, log2(levels["company-domain"].m / share));
	return [observed("company-domain", shown, match, personal ? `domain:${shown.text}` : EMPLOYER, bits)];
}

function compare(profile: EmailProfile, record: EmailRecord, context: CompareContext): Seen[] | undefined {
	const equal = [
		...profile.addresses.flatMap((shown) => compareAddress(shown, record, context)),
		...profile.hashes.flatMap((shown) => compareHash(shown, record, context)),
	];
	// An equal address has said all that its mailbox name and its domain could say.
	const seen =
		equal.length > 0
			? equal
			: [
					...profile.names.flatMap((shown) => compareName(shown, record, context)),
					...profile.domains.flatMap((shown) => compareDomain(shown, profile, record, context)),
				];
	// Different addresses are no evidence against: most people have several.
	return seen.length === 0 ? undefined : seen;
}

function bounds(profile: EmailProfile, context: CompareContext): Bounds {
	const most = (level: EmailLevel): number => levelBits(levels[level]) + crowdBits(context);
	const best = [
		...profile.addresses.map(({ email, level }) => most(email.role ? "role" : level)),
		...profile.hashes.map(() => most("hash")),
		// A mailbox named like the handle is worth more when it is there, but four right records in five do not have it.
		...profile.names.map(() => levelBits(levels["name-is-mailbox"])),
		...profile.domains.map(() => log2(levels["company-domain"].m / PERSONAL_SHARE)),
	];
	return { best: Math.max(0, ...best), absent: 0 };
}

/**
 * Email addresses: the same address, an alias of it or its hash; a mailbox named like the handle; the record's own or
 * company domain among the profile's links. Different addresses say nothing.
 */
export function emailScorer({ hashes = true }: EmailScorerOptions = {}): Scorer<EmailProfile, EmailRecord, EmailLevel> {
	return defineScorer({
		name: "email",
		group: "contact",
		levels,
		ofProfile,
		ofRecord,
		keys: {
			exhaustive: hashes,
			ofProfile: ({ addresses, hashes: published, names, domains }) =>
				new Set([
					...addresses.map(({ email }) => addressKey(email)),
					...published.map(({ text }) => hashKey(text)),
					...names.map(({ text }) => nameKey(text)),
					...domains.map(({ text }) => domainKey(text)),
				]),
			ofRecord: (record) => recordKeys(record, hashes),
		},
		identity: { keys: personalKeys, isKey: isAddressKey },
		compare,
		bounds,
	});
}
