import { exp2, log2 } from "../arithmetic.js";
import { joinMailbox, parseEmail } from "../text/email.js";
import { type DomainHolder, domainOwner, organizationWords, type SelfNames, selfNames } from "../text/organization.js";
import {
	handleKey,
	handleOfUrl,
	type NetworkHandle,
	networkHandle,
	provenDomain,
	sameHandle,
} from "../text/platform.js";
import { EMPLOYER, EMPLOYER_SHARE } from "../text/rarity.js";
import { romanize } from "../text/romanize.js";
import { handleCore } from "../text/skeleton.js";
import { repeatBits } from "../text/surprisal.js";
import { DAY, type Moment, parseTime } from "../text/time.js";
import { clip, limits } from "../text/unicode.js";
import { parseUrl, type WebAddress } from "../text/url.js";
import type { CrmRecord, KnownHandle, LinkGrade, PersonName, SocialProfile } from "../types.js";
import { type CompareContext, defineScorer, levelBits, type Observation, type Scorer } from "./scorer.js";

export type AccountLevel =
	| "same-id"
	| "same-scoped-id"
	| "proven-handle"
	| "asserted-handle"
	| "claimed-handle"
	| "mentioned-handle"
	| "former-handle"
	| "recycled-handle"
	| "other-id"
	| "same-handle-elsewhere"
	| "linked-handle"
	| "reciprocal-link"
	| "same-site";

export interface AccountScorerOptions {
	/**
	 * The source, as in `KnownHandle.source`, through which the profiles come. Ids that are scoped to a tenant (Meta
	 * pages, LinkedIn applications) are decisive only within one and the same.
	 */
	readonly tenant?: string;
}

interface Site extends WebAddress {
	readonly written: string;
	readonly verified: boolean;
	/** Since when the record has had an address of its own there, in ms. */
	readonly since?: number;
}

/** What a profile says of itself and where it links to. */
export interface ProfileAccount extends NetworkHandle {
	readonly id: string | undefined;
	readonly tenantScoped: boolean;
	readonly openedAt: Moment | undefined;
	readonly linked: readonly (NetworkHandle & { readonly verified: boolean })[];
	readonly sites: readonly Site[];
	readonly self: SelfNames;
}

/** A handle that stands on a record. */
interface Known extends NetworkHandle {
	readonly id: string | undefined;
	readonly tenantScoped: boolean;
	readonly source: string | undefined;
	readonly grade: LinkGrade;
	readonly from: Moment | undefined;
	readonly to: Moment | undefined;
	readonly receipt: string | undefined;
	readonly field: "handles" | "links" | "interactions";
}

/** The handles and sites of a record. */
export interface RecordAccounts extends DomainHolder {
	readonly known: readonly Known[];
	readonly sites: readonly Site[];
}

/** Share of strangers who link to a site that is evidently one person's. */
const PERSONAL_SHARE = 2 ** -13;

const levels = {
	"same-id": { m: 0.98, u: 2 ** -30, says: "The stable id {profile} of the profile is the id {record} on the record" },
	"same-scoped-id": {
		m: 0.95,
		u: 2 ** -18,
		says: "The id {profile} of the profile, valid for one tenant only, is the id {record} on the record",
	},
	"proven-handle": {
		m: 0.95,
		u: 2 ** -24,
		says: "The handle {profile} is on the record and proven to be this person's",
	},
	"asserted-handle": { m: 0.9, u: 2 ** -18, says: "The handle {profile} is on the record" },
	"claimed-handle": {
		m: 0.8,
		u: exp2(-12.3),
		says: "The handle {profile} is on the record because the person has said so",
	},
	"mentioned-handle": { m: 0.5, u: 2 ** -7, says: "The handle {profile} is mentioned on the record" },
	// Names that were given up are taken by others.
	"former-handle": { m: 0.2, u: 0.1, says: "The handle {profile} was this person's in the past" },
	"recycled-handle": {
		m: 0.01,
		u: 0.16,
		says: "The handle {profile} is on the record but the profile was opened later and by somebody else",
	},
	"other-id": { m: 0.004, u: 0.5, says: "The handle {profile} is on the record with another id and has changed hands" },
	"same-handle-elsewhere": {
		m: 0.5,
		u: 2 ** -8,
		says: "The handle {profile} is also the handle {record} on the record for another network",
	},
	"linked-handle": {
		m: 0.5,
		u: 2 ** -13,
		says: "The profile link {profile} leads to the handle {record} on the record",
	},
	"reciprocal-link": {
		m: 0.9,
		u: 2 ** -22,
		says: "The profile link {profile} leads to the entry {record} on the record and the record names the profile in turn",
	},
	"same-site": {
		m: 0.5,
		u: EMPLOYER_SHARE,
		says: "The profile link {profile} leads to the site {record} on the record",
	},
} as const;

/** Networks allow different separators: dev_okh on one is dev-okh on the next. */
const withoutSeparators = (handle: string): string => joinMailbox(handle) || handle;
const elsewhereKey = (handle: string): string => `s:${withoutSeparators(handle)}`;

/** Handles that pass for each other are found by this, for alerts; it is no evidence. */
const coreKey = ({ written }: NetworkHandle): string => `k:${handleCore(written.split("@")[0] as string)}`;

const searchKey = (handle: NetworkHandle): string => `h:${handleKey(handle)}`;
const idKey = ({ platform, instance }: Pick<NetworkHandle, "platform" | "instance">, id: string): string =>
	`i:${platform}:${id}${instance === undefined ? "" : `@${instance}`}`;
const isIdKey = (key: string): boolean => key.startsWith("i:");

const idOf = (id: string | undefined): string | undefined => {
	const cut = clip(id ?? "", limits.id).trim();
	return cut === "" ? undefined : cut;
};

function siteOf(url: string, verified: boolean): Site | undefined {
	const address = parseUrl(url);
	// The front page of a network is nobody's site.
	if (address === undefined || (address.shared && address.path.length === 0)) return undefined;
	return { ...address, written: clip(url, limits.url), verified };
}

/** Since when a record has had an own address at a domain, in ms: links of records have no date, addresses often do. */
function heldSince({ emails }: CrmRecord, domain: string): number | undefined {
	const dates = emails.flatMap(({ value, shared, observedAt }) => {
		const isThere = shared !== true && parseEmail(value)?.domain === domain;
		return (isThere && observedAt !== undefined ? parseTime(observedAt)?.ms : undefined) ?? [];
	});
	return dates.length === 0 ? undefined : Math.min(...dates);
}

function readProfile(profile: SocialProfile): ProfileAccount | undefined {
	// Field by field: spreading it into what is returned would cost as much as all the rest.
	const self = networkHandle(profile);
	const { platform, instance, handle, written } = self;
	const linked: (NetworkHandle & { verified: boolean })[] = [];
	const sites: Site[] = [];
	for (const { url, verified = false } of profile.links.slice(0, limits.links)) {
		const other = handleOfUrl(url);
		const site = other === undefined ? siteOf(url, verified) : undefined;
		if (other !== undefined && !sameHandle(other, self)) linked.push({ ...other, verified });
		if (site !== undefined) sites.push(site);
	}
	const domain = platform === "bluesky" ? provenDomain(handle ?? "") : undefined;
	const own = domain === undefined ? undefined : siteOf(domain, true);
	if (own !== undefined) sites.push(own);
	const id = idOf(profile.id);
	if (id === undefined && handle === undefined && linked.length + sites.length === 0) return undefined;
	return {
		platform,
		instance,
		handle,
		written,
		id,
		tenantScoped: profile.tenantScoped ?? false,
		openedAt: profile.createdAt === undefined ? undefined : parseTime(profile.createdAt),
		linked,
		sites,
		self: selfNames(profile),
	};
}

const gradeOrder: readonly LinkGrade[] = ["mentioned", "claimed", "asserted", "proven"];

function knownHandle(known: KnownHandle, field: Known["field"]): Known {
	const { platform, instance, handle, written } = networkHandle(known);
	return {
		platform,
		instance,
		handle,
		written,
		id: idOf(known.id),
		tenantScoped: known.tenantScoped ?? false,
		source: known.source,
		grade: known.grade ?? "asserted",
		from: known.validFrom === undefined ? undefined : parseTime(known.validFrom),
		to: known.validTo === undefined ? undefined : parseTime(known.validTo),
		receipt: known.receipt,
		field,
	};
}

function readRecord(record: CrmRecord): RecordAccounts | undefined {
	if (record.handles.length + record.links.length + record.interactions.length === 0) return undefined;
	const known = record.handles.slice(0, limits.contacts).map((handle) => knownHandle(handle, "handles"));
	const sites: Site[] = [];
	for (const url of record.links.slice(0, limits.links)) {
		const other = handleOfUrl(url);
		const site = other === undefined ? siteOf(url, false) : undefined;
		if (other !== undefined) known.push({ ...knownHandle({}, "links"), ...other });
		const since = site && heldSince(record, site.domain);
		if (site !== undefined) sites.push(since === undefined ? site : { ...site, since });
	}
	// What was said in public and filed on this record names its author: weaker, since an automation may have filed it.
	const authors = new Map<string, Known>();
	for (const { platform, handle, direction, at } of record.interactions.slice(0, limits.interactions)) {
		if (platform === undefined || handle === undefined || (direction ?? "inbound") !== "inbound") continue;
		const author = knownHandle(
			{ platform, handle, grade: "claimed", ...(at === undefined ? {} : { validFrom: at }) },
			"interactions",
		);
		if (author.handle === undefined) continue;
		const key = searchKey(author);
		const known = authors.get(key);
		const later =
			(author.from?.ms ?? 0) - (known?.from?.ms ?? 0) || (author.written < (known?.written ?? "\uffff") ? 1 : -1);
		if (known === undefined || later > 0) authors.set(key, author);
	}
	known.push(...[...authors.values()].sort((a, b) => (searchKey(a) < searchKey(b) ? -1 : 1)).slice(0, limits.contacts));
	const usable = known.filter(({ handle, id }) => handle !== undefined || id !== undefined);
	if (usable.length + sites.length === 0) return undefined;
	const { names, kind } = record;
	return { known: usable, sites, names, organization: organizationWords(record.organization), kind };
}

/** Keys of ids that are one person's everywhere: one of a tenant may be another's at the next, and anybody is mentioned. */
function ownIdKeys({ known }: RecordAccounts): string[] {
	return known.flatMap(({ id, platform, instance, tenantScoped, grade, field }) => {
		const isOwn = field === "handles" && id !== undefined && platform !== undefined && !tenantScoped;
		return isOwn && grade !== "mentioned" ? idKey({ platform, instance }, id) : [];
	});
}

/** A handle without separators and in Latin letters, as a mailbox name is. */
const joinedHandle = (handle: string): string => joinMailbox(romanize(handle));

/** Bits of an equal handle on another network. What the record's name explains is the name scorer's evidence. */
function elsewhereBits(handle: string, names: readonly PersonName[], context: CompareContext): number {
	const bits = repeatBits(joinedHandle(handle), names).bits;
	return Math.max(0, bits - log2(Math.max(1, context.count(elsewhereKey(handle)))));
}

const bitsOf = (level: AccountLevel): number => levelBits(levels[level]);

/** What one known handle says of the profile, best said first. */
const directOrder: readonly AccountLevel[] = [
	"same-id",
	"same-scoped-id",
	"other-id",
	"recycled-handle",
	"proven-handle",
	"asserted-handle",
	"claimed-handle",
	"mentioned-handle",
	"former-handle",
	"same-handle-elsewhere",
];

/** What decides over time and tenants. */
interface World {
	readonly now?: number;
	readonly tenant?: string;
}

const isUri = /^https?:\/\//;

/**
 * How far two ids can be compared. A person has another id at each tenant: of two tenants nothing follows, and where a
 * tenant is not told only equal ids say something.
 */
function idScope(profile: ProfileAccount, known: Known, { tenant }: World): "all" | "tenant" | "none" {
	// On networks of many servers an id is an address, good everywhere, or a number of one of the servers.
	if (isUri.test(profile.id ?? "") !== isUri.test(known.id ?? "")) return "none";
	if (!profile.tenantScoped && !known.tenantScoped) return "all";
	if (tenant === undefined || known.source === undefined) return "tenant";
	return tenant === known.source ? "all" : "none";
}

/** When the record last knew this very handle to be the person's, whichever entry says so. */
function lastSeen(profile: ProfileAccount, { known }: RecordAccounts): Moment | undefined {
	return known
		.filter((entry) => sameHandle(profile, entry))
		.map(({ to, from }) => to ?? from)
		.filter((at) => at !== undefined)
		.reduce<Moment | undefined>((last, at) => (last === undefined || at.ms > last.ms ? at : last), undefined);
}

function directLevel(
	profile: ProfileAccount,
	known: Known,
	seenAt: Moment | undefined,
	world: World,
): AccountLevel | undefined {
	const samePlatform =
		profile.platform !== undefined && profile.platform === known.platform && profile.instance === known.instance;
	const ids =
		samePlatform && profile.id !== undefined && known.id !== undefined ? idScope(profile, known, world) : "none";
	if (ids !== "none" && profile.id === known.id) {
		if (known.grade === "mentioned") return "mentioned-handle";
		return ids === "tenant" ? "same-scoped-id" : "same-id";
	}
	if (profile.handle === undefined || known.handle === undefined) return undefined;
	const maybeSame = samePlatform || profile.platform === undefined || known.platform === undefined;
	if (!maybeSame && withoutSeparators(profile.handle) === withoutSeparators(known.handle))
		return "same-handle-elsewhere";
	if (!maybeSame || profile.handle !== known.handle) return undefined;
	if (ids === "all") return "other-id";
	// It was this person's before this profile existed. A day is left for clocks and zones.
	if (samePlatform && profile.openedAt && seenAt && profile.openedAt.ms > seenAt.ms + seenAt.precisionMs + DAY)
		return "recycled-handle";
	if (known.to !== undefined && (world.now === undefined || known.to.ms + known.to.precisionMs < world.now))
		return "former-handle";
	return `${known.grade}-handle`;
}

function observeDirect(
	profile: ProfileAccount,
	record: RecordAccounts,
	context: CompareContext,
	options: AccountScorerOptions,
): Observation<AccountLevel> | undefined {
	const world: World = { ...options, ...(context.now === undefined ? {} : { now: context.now }) };
	const seenAt = lastSeen(profile, record);
	let best: { level: AccountLevel; known: Known; bits: number } | undefined;
	for (const known of record.known) {
		const level = directLevel(profile, known, seenAt, world);
		if (level === undefined) continue;
		let bits = bitsOf(level);
		const handle = profile.handle ?? "";
		if (level === "same-handle-elsewhere") bits = elsewhereBits(handle, record.names, context);
		else if (bits > 0 && (profile.platform === undefined || known.platform === undefined)) {
			// The network is not named: the handle may be somebody else's there, unless it is rare.
			bits = Math.min(bits, elsewhereBits(handle, [], context) + 2);
		}
		const order = best === undefined ? 1 : directOrder.indexOf(best.level) - directOrder.indexOf(level);
		if (best === undefined || order > 0 || (order === 0 && bits > best.bits)) best = { level, known, bits };
	}
	if (best === undefined) return undefined;
	const { level, known, bits } = best;
	const byId = level === "same-id" || level === "same-scoped-id" || level === "other-id";
	return {
		level,
		profileValue: (byId ? profile.id : profile.written) ?? "",
		recordValue: (byId ? known.id : known.written) ?? "",
		profileField: byId ? "id" : "handle",
		recordField: known.field,
		bits,
		// The email scorer tells the same of a handle that is also a mailbox name.
		facts: [
			{ fact: level === "same-handle-elsewhere" ? `handle:${joinedHandle(profile.handle ?? "")}` : "account", bits },
		],
		...controlOf(level, known, record),
	};
}

/** An id is set by the network; that it is this person's is known where the firm has recorded it as proven. */
function controlOf(
	level: AccountLevel,
	{ platform, instance, id }: Known,
	{ known }: RecordAccounts,
): Pick<Observation, "controller" | "attested"> {
	if (level !== "same-id") return { controller: "holder" };
	const entries = known.filter((one) => one.id === id && one.platform === platform && one.instance === instance);
	const proven = entries.filter(({ grade, receipt }) => grade === "proven" || receipt !== undefined);
	if (proven.length === 0) return { controller: "platform" };
	const dates = proven.flatMap(({ from }) => from?.ms ?? []);
	const receipts = proven.flatMap(({ receipt }) => receipt ?? []);
	const attested = {
		...(dates.length === 0 ? {} : { at: Math.max(...dates) }),
		...(receipts.length === 0 ? {} : { receipts }),
	};
	return { controller: "firm", attested };
}

/** The best link from the profile to a handle of the record. */
function observeLinkedHandle(profile: ProfileAccount, record: RecordAccounts): Observation<AccountLevel> | undefined {
	let best: { other: ProfileAccount["linked"][number]; known: Known } | undefined;
	for (const other of profile.linked) {
		for (const known of record.known) {
			if (!sameHandle(other, known) || known.to !== undefined) continue;
			const better = best === undefined ? 1 : gradeOrder.indexOf(known.grade) - gradeOrder.indexOf(best.known.grade);
			if (better > 0) best = { other, known };
		}
	}
	if (best === undefined) return undefined;
	const { other, known } = best;
	// A handle that is only mentioned on the record may be anybody's.
	const bits = known.grade === "mentioned" ? bitsOf("mentioned-handle") : bitsOf("linked-handle");
	return {
		level: "linked-handle",
		profileValue: other.written,
		recordValue: known.written,
		profileField: "links",
		recordField: known.field,
		bits,
		facts: [{ fact: searchKey(known), bits }],
		controller: other.verified ? "platform" : "holder",
	};
}

/** Pages that networks give to firms. */
const firmPages: ReadonlySet<string> = new Set(["company", "school", "showcase", "groups", "pages"]);

/** Whose site it is: a page on a host that many share is its own person's, unless it is a firm's. */
function siteOwner(
	{ domain, path, shared }: Site,
	self: SelfNames,
	record: RecordAccounts,
): ReturnType<typeof domainOwner> {
	if (shared) return firmPages.has((path[0] ?? "").toLowerCase()) ? "employer" : "person";
	return domainOwner(domain, self, record);
}

/** A site of both sides: how many strangers link to it, and whether it is one person's. */
interface SharedSite {
	readonly ours: Site;
	readonly theirs: Site;
	readonly u: number;
	readonly personal: boolean;
}

/** A page that the record knew before and that links back speaks for itself, whatever the holder writes. */
const isChecked = ({ ours, personal }: SharedSite): boolean => personal && ours.verified && !ours.shared;

function sharedSites(profile: ProfileAccount, record: RecordAccounts, context: CompareContext): SharedSite[] {
	const found: SharedSite[] = [];
	for (const ours of profile.sites) {
		for (const theirs of record.sites) {
			const samePage = ours.url === theirs.url;
			if (!samePage && (ours.shared || theirs.shared || ours.domain !== theirs.domain)) continue;
			const owner = siteOwner(ours, profile.self, record);
			if (owner === "profile") continue;
			const personal = owner === "person";
			const carriers = context.count(samePage && ours.path.length > 0 ? `u:${ours.url}` : `d:${ours.domain}`);
			const carried = carriers > 1 ? carriers / Math.max(carriers, context.recordCount) : 0;
			const u = Math.min(levels["same-site"].m, Math.max(personal ? PERSONAL_SHARE : EMPLOYER_SHARE, carried));
			found.push({ ours, theirs, u, personal });
		}
	}
	return found;
}

/**
 * The best link from the profile to a site of the record, and the best that is checked, which tells nothing more. Sites
 * that several records carry are a firm's or a club's.
 */
function observeSites(
	profile: ProfileAccount,
	record: RecordAccounts,
	context: CompareContext,
): Observation<AccountLevel>[] {
	const found = sharedSites(profile, record, context);
	found.sort((a, b) => a.u - b.u || Number(isChecked(b)) - Number(isChecked(a)));
	const [best] = found;
	if (best === undefined) return [];
	const fact = best.personal ? `domain:${best.ours.domain}` : EMPLOYER;
	const checked = found.find(isChecked);
	return (checked === undefined || checked === best ? [best] : [best, checked]).map((site) => {
		const { ours, theirs, u } = site;
		const bits = log2(levels["same-site"].m / u);
		return {
			level: "same-site",
			profileValue: ours.written,
			recordValue: theirs.written,
			profileField: "links",
			recordField: "links",
			bits,
			facts: [{ fact, bits }],
			...(isChecked(site) ? pageControl(theirs) : { controller: "holder" as const }),
		};
	});
}

/** A page of the person's own that the record knew before, and that the network has seen to link back. */
function pageControl({ since }: Site): Pick<Observation, "controller" | "attested"> {
	return { controller: "third-party", ...(since === undefined ? {} : { attested: { at: since } }) };
}

const namesProfile: ReadonlySet<AccountLevel> = new Set([
	"proven-handle",
	"asserted-handle",
	"claimed-handle",
	"mentioned-handle",
]);
/** Links worth less than this are to a firm's site or to somebody mentioned: not a person pointing at themselves. */
const PERSONAL_LINK_BITS = 9;

/**
 * A handle or a stable id that the record already has, and links between the two sides. An id is decisive, a handle as
 * good as the grade of its entry; a handle with another id, or older than the profile, has changed hands. The same
 * handle on another network counts by its rarity.
 */
export function accountScorer(
	options: AccountScorerOptions = {},
): Scorer<ProfileAccount, RecordAccounts, AccountLevel> {
	return defineScorer<ProfileAccount, RecordAccounts, AccountLevel>({
		name: "account",
		group: "account",
		levels,
		ofProfile: readProfile,
		ofRecord: readRecord,

		keys: {
			*ofProfile(profile) {
				if (profile.id !== undefined && profile.platform !== undefined) yield idKey(profile, profile.id);
				if (profile.handle !== undefined) {
					if (profile.platform !== undefined) yield searchKey(profile);
					yield elsewhereKey(profile.handle);
					yield coreKey(profile);
				}
				for (const other of profile.linked) yield searchKey(other);
				yield* siteKeys(profile.sites);
			},
			*ofRecord({ known, sites }) {
				const keys = new Set<string>();
				for (const other of known) {
					if (other.id !== undefined && other.platform !== undefined) keys.add(idKey(other, other.id));
					if (other.handle === undefined) continue;
					if (other.platform !== undefined) keys.add(searchKey(other));
					keys.add(elsewhereKey(other.handle));
					if (other.field !== "interactions") keys.add(coreKey(other));
				}
				for (const key of siteKeys(sites)) keys.add(key);
				yield* keys;
			},
		},

		identity: {
			keys: ownIdKeys,
			isKey: isIdKey,
		},

		compare(profile, record, context) {
			const direct = observeDirect(profile, record, context, options);
			const linked = observeLinkedHandle(profile, record);
			const sites = observeSites(profile, record, context);
			const links = linked === undefined ? sites : [linked, ...sites];
			const own = links.find(({ bits = 0 }) => bits >= PERSONAL_LINK_BITS);
			if (direct !== undefined && namesProfile.has(direct.level) && own !== undefined) {
				const bits = bitsOf("reciprocal-link");
				links[links.indexOf(own)] = { ...own, level: "reciprocal-link", bits, facts: [{ fact: "account", bits }] };
			}
			const seen = direct === undefined ? links : [direct, ...links];
			return seen.length === 0 ? undefined : seen;
		},

		bounds(profile, context) {
			const present = (key: string): boolean => context.count(key) > 0;
			let best = 0;
			if (profile.handle !== undefined && present(elsewhereKey(profile.handle))) best = bitsOf("proven-handle");
			if (profile.id !== undefined && present(idKey(profile, profile.id))) best = bitsOf("same-id");
			if (profile.linked.some((other) => present(searchKey(other)))) best += bitsOf("linked-handle");
			if ([...siteKeys(profile.sites)].some(present)) best += log2(levels["same-site"].m / PERSONAL_SHARE);
			return { best, absent: 0 };
		},
	});
}

function* siteKeys(sites: readonly Site[]): Iterable<string> {
	for (const { url, domain, shared } of sites) {
		yield `u:${url}`;
		if (!shared) yield `d:${domain}`;
	}
}
