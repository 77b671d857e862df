/**
 * The nouns: what goes in (profiles and records), what comes out (a resolution with links and evidence).
 * `...Input` types are what a caller may hand over; the plain types are the normal form after `schema.ts`,
 * in which every list is present (perhaps empty) and every contact point is an object.
 */

// ---------------------------------------------------------------- what comes in

/** A name in the form the source has it. At least one of the parts is present. */
export interface PersonName {
	/** The whole name as written, in the order it is written: "Todd Defren", "김태원", "Defren, Todd". */
	readonly full?: string;
	readonly given?: string;
	readonly middle?: string;
	readonly family?: string;
	readonly nickname?: string;
	/** BCP 47 language of the name, when known: "ko", "yue". */
	readonly lang?: string;
}

/** An email address or a telephone number with what is known about it. */
export interface ContactPoint {
	/** The address or number as the source writes it. */
	readonly value: string;
	readonly label?: string;
	readonly primary?: boolean;
	/** The system that holds it has proved that the person controls it. */
	readonly verified?: boolean;
	/** Known to be used by several people: a switchboard, a family mailbox. */
	readonly shared?: boolean;
	/** False: the person has asked not to be contacted here. */
	readonly mayContact?: boolean;
	/** Where it was read, such as "salesforce:Contact.MobilePhone". */
	readonly source?: string;
	/** When it was last known to be right: an ISO 8601 date or date-time. */
	readonly observedAt?: string;
}

export interface Address {
	/** The address in one line, when the source does not split it. */
	readonly text?: string;
	readonly street?: string;
	readonly city?: string;
	readonly region?: string;
	readonly postalCode?: string;
	/** ISO 3166-1 alpha-2 code or a country name, as the source has it. */
	readonly country?: string;
}

/** How well a known link between a record and a handle is founded. */
export type LinkGrade =
	| "proven" // two-way or authenticated
	| "asserted" // entered by a colleague or an automation
	| "claimed" // said by the person, one way
	| "mentioned"; // found in free text

/** A handle that a source already attaches to a record. */
export interface KnownHandle {
	readonly platform?: string;
	/** Without the leading @. */
	readonly handle?: string;
	/** The platform's own stable id: survives renaming. */
	readonly id?: string;
	/** Host of the server, for federated networks. */
	readonly instance?: string;
	/** The id is scoped to one tenant (Meta page-scoped ids, LinkedIn ids). */
	readonly tenantScoped?: boolean;
	/** Defaults to "asserted". */
	readonly grade?: LinkGrade;
	/** ISO 8601; the handle is known to have been this person's from, and until. */
	readonly validFrom?: string;
	readonly validTo?: string;
	readonly source?: string;
	/** What `proofDesk` of `sameas/trust` signed when the person proved that the account is theirs. */
	readonly receipt?: string;
}

export type Channel =
	| "call"
	| "email"
	| "chat"
	| "sms"
	| "ticket"
	| "dm"
	| "post"
	| "blog"
	| "comment"
	| "meeting"
	| "order"
	| "other";

/** Something that happened between the firm and a person. */
export interface Interaction {
	readonly id?: string;
	readonly channel: Channel;
	/** Seen from the firm: "inbound" is what the person said. */
	readonly direction?: "inbound" | "outbound" | "internal";
	/** ISO 8601 date-time, with offset or Z. */
	readonly at?: string;
	readonly topic?: string;
	readonly text?: string;
	/** Ticket, order, invoice or case numbers. */
	readonly references?: readonly string[];
	readonly state?: "open" | "pending" | "resolved" | "closed";
	readonly resolvedAt?: string;
	/** Platform and handle that said it, when it was said in public. */
	readonly platform?: string;
	readonly handle?: string;
	/** The platform's stable id of the account that `handle` names. */
	readonly accountId?: string;
	/** The customer was signed in, or proved who they are, while it took place. As the firm recorded it. */
	readonly authenticated?: boolean;
	/** Who said it, as the source names them: the person, a colleague. */
	readonly author?: string;
	/** Id of the conversation that it belongs to: a case, a ticket, a thread. `state` is then that of the whole. */
	readonly thread?: string;
	readonly url?: string;
	readonly source?: string;
}

/** From recorded facts only. */
export type Relation = "customer" | "prospect" | "former" | "partner" | "employee" | "unknown";

export interface Consent {
	readonly doNotCall?: boolean;
	readonly doNotEmail?: boolean;
	readonly doNotContact?: boolean;
	/** The person has refused profiling or asked for erasure: the record is never matched. */
	readonly doNotMatch?: boolean;
	readonly preferredChannel?: Channel;
}

/** Free fields for scorers of your own. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** One person (or organisation) as a CRM knows them, in normal form. */
export interface CrmRecord {
	/** Unique in the record set; compared code unit by code unit. */
	readonly id: string;
	/** System the record comes from, such as "hubspot". */
	readonly source?: string;
	readonly kind: "person" | "organization";
	readonly names: readonly PersonName[];
	readonly emails: readonly ContactPoint[];
	readonly phones: readonly ContactPoint[];
	readonly addresses: readonly Address[];
	readonly organization?: string;
	readonly title?: string;
	/** As the person states them ("she/her"). Never inferred, never compared. */
	readonly pronouns?: string;
	readonly links: readonly string[];
	readonly handles: readonly KnownHandle[];
	readonly interactions: readonly Interaction[];
	readonly status: Relation;
	readonly consent: Consent;
	readonly attributes: Attributes;
}

/** One or several of something, null and undefined allowed as "not known". */
export type Loose<T> = T | readonly (T | null | undefined)[] | null | undefined;

/**
 * A record as callers have it. Lists may be single values, contact points may be plain strings, names may be plain
 * strings, and the singular `name`, `email`, `phone`, `address` are read as well. Only `id` is needed. Unknown keys are
 * ignored.
 */
export interface CrmRecordInput {
	readonly id: string | number;
	readonly source?: string | null;
	readonly kind?: "person" | "organization" | null;
	readonly name?: Loose<string | PersonName>;
	/** With `lastName`: a name in two columns. */
	readonly firstName?: string | null | undefined;
	readonly lastName?: string | null | undefined;
	readonly names?: Loose<string | PersonName>;
	readonly email?: Loose<string | ContactPoint>;
	readonly emails?: Loose<string | ContactPoint>;
	readonly phone?: Loose<string | number | ContactPoint>;
	readonly phones?: Loose<string | number | ContactPoint>;
	readonly address?: Loose<string | Address>;
	readonly addresses?: Loose<string | Address>;
	readonly organization?: string | null;
	readonly title?: string | null;
	readonly pronouns?: string | null;
	readonly link?: Loose<string>;
	readonly links?: Loose<string>;
	/** "@tdefren", "x:tdefren", or an object. */
	readonly handle?: Loose<string | KnownHandle>;
	readonly handles?: Loose<string | KnownHandle>;
	readonly interactions?: Loose<Interaction>;
	readonly status?: Relation | null;
	readonly consent?: Consent | null;
	readonly attributes?: Attributes | null;
}

/**
 * A record as a CSV parser or a CRM export gives it: a row with columns such as "Record ID", "First Name", "E-mail",
 * "Mobile Phone Number", "Company", "Zip", however they are spaced and capitalised. Columns that are not known are
 * ignored; a key of `CrmRecordInput` means what it means there. Rows without a usable id are quarantined.
 */
export type RecordRow = Readonly<Record<string, unknown>> & {
	readonly [Key in Exclude<keyof CrmRecordInput, "id">]?: CrmRecordInput[Key] | undefined;
};

/** A link shown on a profile. */
export interface ProfileLink {
	readonly url: string;
	/** The platform has checked that the page links back (Mastodon `verified_at`). */
	readonly verified?: boolean;
}

/** Something the holder of the handle said in public. */
export interface Post {
	readonly id?: string;
	readonly text: string;
	/** ISO 8601 date-time. */
	readonly at?: string;
	readonly url?: string;
	/** Where it was said. Default "post". */
	readonly channel?: Channel;
}

/** A social handle with whatever came along, in normal form. */
export interface SocialProfile {
	/** Lower case: "x", "mastodon", "github". "twitter" is read as "x". */
	readonly platform?: string;
	/** The platform's stable id of the account. */
	readonly id?: string;
	/** The id is scoped to one tenant (Meta page-scoped ids, LinkedIn ids): elsewhere the account has another. */
	readonly tenantScoped?: boolean;
	readonly instance?: string;
	/** As written, without the leading @. */
	readonly handle?: string;
	readonly displayName?: string;
	readonly bio?: string;
	readonly location?: string;
	readonly links: readonly ProfileLink[];
	/** Addresses that came with the profile as fields (not those written in the bio). */
	readonly emails: readonly ContactPoint[];
	/** MD5 or SHA-256 of the lower-cased, trimmed address, in hex: Gravatar, Disqus, WordPress. */
	readonly emailHashes: readonly string[];
	readonly phones: readonly ContactPoint[];
	readonly posts: readonly Post[];
	/** What passed between this handle and the firm: direct messages, the firm's answers to posts, tickets made from them. */
	readonly interactions: readonly Interaction[];
	/** As the holder states them. Never inferred, never compared. */
	readonly pronouns?: string;
	/** ISO 8601; when the account was opened. */
	readonly createdAt?: string;
	readonly attributes: Attributes;
}

/** A profile as callers have it: "@TDefren" alone will do. Unknown keys are ignored. */
export interface SocialProfileInput {
	readonly platform?: string | null;
	readonly id?: string | number | null;
	readonly tenantScoped?: boolean | null;
	readonly instance?: string | null;
	readonly handle?: string | null;
	readonly displayName?: string | null;
	readonly bio?: string | null;
	readonly location?: string | null;
	readonly links?: Loose<string | ProfileLink>;
	readonly email?: Loose<string | ContactPoint>;
	readonly emails?: Loose<string | ContactPoint>;
	readonly emailHashes?: Loose<string>;
	readonly phone?: Loose<string | ContactPoint>;
	readonly phones?: Loose<string | ContactPoint>;
	readonly posts?: Loose<string | Post>;
	readonly interactions?: Loose<Interaction>;
	readonly pronouns?: string | null;
	readonly createdAt?: string | null;
	readonly attributes?: Attributes | null;
}

/** A part of the input that was not used, and why. Carries no value. */
export interface Warning {
	readonly code: "SHAPE" | "LIMIT" | "DUP_ID";
	/** Where, such as `emails.2` (empty for the whole item). */
	readonly path: string;
	readonly reason: string;
}

/** A record that could not be used at all. */
export interface QuarantinedRecord extends Warning {
	/** Position in the input it came in. */
	readonly index: number;
	/** Its id, when that much could be read. */
	readonly recordId?: string;
}

/** How far a long piece of work has come. */
export interface Progress {
	readonly phase: "ingest" | "resolve";
	readonly done: number;
	/** How many there will be, where that is known. */
	readonly total?: number;
}

// ---------------------------------------------------------------- what comes out

/** Evidence of one group speaks about one kind of fact and is never counted twice. */
export type EvidenceGroup = "name" | "contact" | "account" | "event" | "context" | "holder";

/** Who a handle is held by, or for, as far as the profile and the record set tell. */
export type HolderKind =
	| "person" // one person for themselves, or nothing says otherwise
	| "organization" // a firm, an institution, a brand
	| "role" // a desk, a team or an office, whoever sits there: a newsroom, customer care
	| "group" // a forum whose members post through it
	| "parody" // a parody, satire or commentary, or expressly not whom it is named after
	| "fan" // admirers of the one it is named after
	| "memorial" // in memory of the one it is named after
	| "bot"; // a program

/** What kind of holder a profile has. Only a person's profile is ever linked to a person's record. */
export interface Holder {
	readonly kind: HolderKind;
	/** How that shows, in a sentence without personal values. */
	readonly says: string;
}

/** Who controls the profile-side value of a piece of evidence. */
export type Controller =
	| "holder" // whoever holds the handle can write it
	| "platform" // set by the network: stable id, checked links
	| "firm" // recorded by the firm while the customer was authenticated
	| "third-party"; // a page or domain known before the account was seen

/** One reason for or against a link. */
export interface Evidence {
	readonly scorer: string;
	readonly group: EvidenceGroup;
	readonly level: string;
	/** What it counts: log2 of the likelihood ratio, in bits, after repetition within the group is taken off. */
	readonly bits: number;
	/** What it would count if nothing had been said before, in bits. */
	readonly rawBits: number;
	/** A sentence without personal values. */
	readonly says: string;
	/** The same sentence with `{profile}` and `{record}` where the two values belong. */
	readonly template: string;
	/** The two values compared, as they were read. Personal: keep them out of logs. */
	readonly profileValue: string;
	readonly recordValue: string;
	/** Where the two values stand, such as "bio" and "emails". */
	readonly profileField: string;
	readonly recordField: string;
	readonly controller: Controller;
	/**
	 * What it tells of each fact, in bits, as if nothing had been said before. Facts are numbered within the link: one that
	 * is told twice counts once.
	 */
	readonly facts: readonly { readonly fact: number; readonly bits: number }[];
	/** Share of all people whom the profile's value fits as well, 0 to 1, where the scorer can tell. */
	readonly share?: number;
	/** False: it does not make the decision "link" alone, such as a name that is not shown in full. */
	readonly decides?: boolean;
	/** What ties this very account to the person, where the firm or a third party has recorded it. */
	readonly attested?: Attestation;
}

/** A record of the firm, or of a third party, that names the very account by its stable id. */
export interface Attestation {
	/** Since when it stands, in ms since the epoch. */
	readonly at?: number;
	/** The customer was signed in, so it need not have stood for a while. */
	readonly signedIn?: boolean;
	/** Signed proofs of control: each a `KnownHandle.receipt`. */
	readonly receipts?: readonly string[];
}

// ---------------------------------------------------------------- how far it is proved

/**
 * How far it is proved that whoever holds the handle is the person, which no resemblance shows. "none": the link itself is
 * doubtful. "claimed": the profile presents itself as this person, and anybody can. "corroborated": the firm, or a page
 * that the person had before, ties this very account to them. "verified": they have proved control lately. "confirmed":
 * a named colleague has checked that besides.
 */
export type AssuranceLevel = "none" | "claimed" | "corroborated" | "verified" | "confirmed";

/** Why a level is what it is. */
export interface AssuranceReason {
	readonly code:
		| "improbable" // less probable than not
		| "contested" // another record fits nearly as well
		| "misfit" // who holds the handle is of another kind
		| "recycled" // the handle has changed hands
		| "resembles" // it passes as this person; anybody can
		| "no-account-id" // the profile has no stable id that a proof could name
		| "no-clock" // `now` is not given, so nothing that ages counts
		| "too-weak" // what is recorded says too little by itself
		| "too-fresh" // recorded less than 30 days ago, and not while signed in
		| "undated" // recorded nobody knows when
		| "expired" // recorded or proved too long ago
		| "recorded" // the firm has recorded this account while the customer was signed in, or proven
		| "page" // a page of the person's own, known before, links to this account
		| "unreadable" // a receipt that is not signed with the key, or for another record or account
		| "no-key" // `receiptKey` is not given, so receipts cannot be checked
		| "proved" // a code sent to a contact point on record came back from this account
		| "signed-in" // the person was signed in when they linked this account
		| "named-colleague" // a colleague has confirmed it, on a ground from a closed list
		| "contact-changed" // the contact point to which the code went is no longer on the record
		| "name-changed" // the profile has another name than when it was proved
		| "other-name" // the profile has another name than the record, and what the firm recorded says nothing of names
		| "alert"; // an alert is open
	/** A sentence without personal values. */
	readonly says: string;
}

/** How far a link is proved, beside how probable it is. */
export interface Assurance {
	readonly level: AssuranceLevel;
	/** Why so much and no more, the deciding reason first. */
	readonly reasons: readonly AssuranceReason[];
	/** Until when a level above "claimed" holds, in ms since the epoch. */
	readonly until?: number;
}

/** Something about a profile that a colleague should see before acting on it. */
export interface Alert {
	readonly kind:
		| "look-alike" // the handle is made to look like one that a record is known by
		| "renamed" // the account is known, by another handle
		| "recycled" // the handle is known, of another account
		| "several-accounts" // the record is known by another account on this network
		| "brand-look-alike" // the handle looks like one of the firm's own
		| "discontinued"; // the name or the contact point has changed since it was proved
	/** The record that it is about. Absent for one that is about the firm. */
	readonly recordId?: string;
	/** Nothing above "claimed" while it is open: until a fresh proof, or the firm has dealt with it. */
	readonly holds: boolean;
	/** A sentence without personal values. */
	readonly says: string;
}

// ---------------------------------------------------------------- what comes out, whole

/** Evidence that could not be had. It counts nothing, for or against. */
export interface Missing {
	readonly scorer: string;
	readonly group: EvidenceGroup;
	/** Where there was nothing to read. */
	readonly side: "profile" | "record" | "both";
	/** The most it could have counted, in bits. */
	readonly upTo: number;
}

/** One candidate and why: a record, with its duplicates where the person has several. */
export interface IdentityLink {
	readonly recordId: string;
	/** The record that knows most of the person. */
	readonly record: CrmRecord;
	/**
	 * Other records of the same person, the fullest first: they share an address, a number or an id with each other, and
	 * their names agree. Evidence, probability and prior are those of the person, on what all the records know together.
	 */
	readonly duplicates: readonly CrmRecord[];
	/** Probability that this record is the person the profile presents, all candidates and "nobody here" considered. */
	readonly probability: number;
	/** `prior` plus the bits of all evidence: log2 odds of this record against "nobody here", before competition. */
	readonly bits: number;
	/** log2 odds of this record against "nobody here" before any evidence. */
	readonly prior: number;
	/** What the other candidates take away, in bits (never positive). `bits + competition` is the log2 posterior odds. */
	readonly competition: number;
	readonly evidence: readonly Evidence[];
	/** How far it is proved that the person holds the handle. However probable a link is, it may be a clone. */
	readonly assurance: Assurance;
	/**
	 * How many other people, in a population of `ResolverOptions.population`, are expected to fit what the profile shows of
	 * the name: an honest measure of ambiguity, whoever is on record. Absent when the profile shows nothing of it.
	 */
	readonly alsoFit?: number;
	readonly missing: readonly Missing[];
	/** The search keys that brought this record up. */
	readonly foundBy: readonly string[];
}

export type Decision =
	| "link" // one record, sure enough to act on
	| "review" // probably one of these: a person should look
	| "none" // probably nobody in this record set
	| "insufficient"; // the profile says too little to tell, whoever it is

/** How the candidates were found. */
export interface RecallReport {
	/** Search keys looked up. */
	readonly keys: number;
	/** Keys that so many records share that they were not followed. */
	readonly capped: readonly string[];
	/** Records compared. */
	readonly candidates: number;
}

/**
 * What a decision was made from beside the links, so that `whatIf` can make it anew with something left out. Numbers only:
 * of nobody in particular.
 */
export interface Basis {
	readonly thresholds: { readonly link: number; readonly review: number };
	/** Learnt factors on the bits of scorers, by their names; 1 where there is none. */
	readonly slopes: Readonly<Record<string, number>>;
	/** The scorers that found something to read in the profile, with what it can earn and costs, in bits. */
	readonly bounds: readonly {
		readonly scorer: string;
		readonly group: EvidenceGroup;
		/** The most that any record could earn. */
		readonly best: number;
		/** What a record gets that shares no search key with the profile. Zero or less. */
		readonly absent: number;
	}[];
	/** Share of the coverage that falls to records of which nothing was found, 0 to 1. */
	readonly spread: number;
	/** Those found and not listed, or too many to compare, together: as if they were one link each. */
	readonly others: readonly {
		/** log2 odds against "nobody here". */
		readonly bits: number;
		/** How much of it each scorer has earned them. */
		readonly earned: Readonly<Record<string, number>>;
	}[];
}

/** The answer to "who is this?". */
export interface Resolution {
	readonly profile: SocialProfile;
	/** Whether the profile is a person's, a firm's, a parody ... */
	readonly holder: Holder;
	readonly decision: Decision;
	/** Why this decision, in one sentence without personal values. */
	readonly reason: string;
	/** Best first; of equal ones the record that knows more of its person first, then in code-unit order of ids. */
	readonly links: readonly IdentityLink[];
	/** What a colleague should see before acting: look-alikes, handles that have changed hands. */
	readonly alerts: readonly Alert[];
	/** Probability that no record of this set is right. */
	readonly nobody: number;
	/** Probability that a record which is not listed is right. */
	readonly unlisted: number;
	/**
	 * What was believed before looking. `bits` are those of a record that holds more than a name; `records` are those
	 * held, candidates that are duplicates of each other counted as one.
	 */
	readonly prior: { readonly bits: number; readonly coverage: number; readonly records: number };
	/** The probability that the best imaginable record could reach with what this profile says. */
	readonly ceiling: number;
	/** Of how many people `alsoFit` tells. */
	readonly population: number;
	readonly recall: RecallReport;
	/** What `whatIf` works from. */
	readonly basis: Basis;
	/** Parts of the profile that could not be used. */
	readonly warnings: readonly Warning[];
}

// ---------------------------------------------------------------- what is learnt

/**
 * What `sameas/train` has learnt: the content of a model file, plain JSON. What is not in it stays as built in. Coverage
 * never is: it belongs to a record set and a channel, not to how people write their names.
 */
export interface TrainedModel {
	readonly format: "sameas-model";
	readonly version: 1;
	/** Factors on the bits that a scorer adds, by its name, 0 to 1.5: how far they could be believed. */
	readonly slopes?: Readonly<Record<string, number>>;
	/** m and u of levels, by scorer and level. */
	readonly levels?: Readonly<Record<string, Readonly<Record<string, { readonly m: number; readonly u: number }>>>>;
}
