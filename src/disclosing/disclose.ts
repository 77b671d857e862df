import { assuranceLevels } from "../assurance/assurance.js";
import { orFail, refuse } from "../errors.js";
import { checkKey, hmacSha256 } from "../text/hash.js";
import { handleKey, networkHandle } from "../text/platform.js";
import type {
	Alert,
	Assurance,
	AssuranceLevel,
	CrmRecord,
	Decision,
	IdentityLink,
	Resolution,
	SocialProfile,
} from "../types.js";
import { type Allows, allowedBy, type DisclosurePolicy } from "./policy.js";
import { type NamedProfile, namedProfile, redactedRecord, withheldFrom } from "./redaction.js";
import { type SubjectView, subjectView } from "./subject.js";

/** Who is going to see it. */
export type Audience = "agent" | "subject" | "export" | "log";

interface Asked {
	readonly policy?: DisclosurePolicy;
}

export type DiscloseOptions =
	| (Asked & { readonly audience: "agent" })
	| (Asked & {
			readonly audience: "subject";
			/** Where it is going to be said. Default "public". */
			readonly channel?: "public" | "private";
	  })
	| (Asked & {
			readonly audience: "export" | "log";
			/** Under which ids are hashed, one for each tenant: at least 32 characters. */
			readonly key: string;
	  });

/** A person as a colleague may see them. */
export interface AgentPerson {
	readonly recordId: string;
	readonly probability: number;
	readonly assurance: Assurance;
	/** The person's records, the fullest first, masked as the level asks for. */
	readonly records: readonly CrmRecord[];
	readonly alerts: readonly Alert[];
	/** What is withheld, and why, in sentences. */
	readonly withheld: readonly string[];
	/** What a colleague may do: ask for a contact point with `reveal`, merge records on the strength of the link. */
	readonly may: { readonly reveal: boolean; readonly merge: boolean };
}

/** For the screen of a colleague. */
export interface AgentView {
	readonly audience: "agent";
	readonly profile: NamedProfile;
	readonly decision: Decision;
	readonly reason: string;
	readonly people: readonly AgentPerson[];
	/** Those about the firm itself. */
	readonly alerts: readonly Alert[];
}

/** A piece of evidence without what was compared. */
export interface EvidenceCode {
	readonly scorer: string;
	readonly level: string;
	readonly profileField: string;
	readonly recordField: string;
	readonly bits: number;
}

/** A link without personal values: ids as keyed hashes. */
export interface CodedLink {
	readonly record: string;
	readonly probability: number;
	readonly assurance: AssuranceLevel;
	/** Codes of its reasons. */
	readonly reasons: readonly string[];
	readonly evidence: readonly EvidenceCode[];
}

/** For logs. Flat JSON, no personal value. */
export interface LogView {
	readonly audience: "log";
	/** The account, as a keyed hash. */
	readonly account: string;
	readonly platform?: string;
	readonly decision: Decision;
	readonly nobody: number;
	readonly links: readonly CodedLink[];
	readonly alerts: readonly Alert["kind"][];
}

/** A link for an export, with as much of the person as its level allows. */
export interface ExportLink extends CodedLink {
	readonly initials: readonly string[];
	readonly emails: readonly string[];
	readonly phones: readonly string[];
	readonly cities: readonly string[];
}

/** For tables that leave the system of the firm. */
export interface ExportView extends Omit<LogView, "audience" | "links"> {
	readonly audience: "export";
	readonly links: readonly ExportLink[];
}

/** A link with that much of it hashed under a key that nobody without it can guess ids or numbers. */
function coded({ recordId, probability, assurance, evidence }: IdentityLink, key: string): CodedLink {
	return {
		record: hmacSha256(key)(`record\n${recordId}`),
		probability,
		assurance: assurance.level,
		reasons: assurance.reasons.map(({ code }) => code),
		evidence: evidence.map(({ scorer, level, profileField, recordField, bits }) => ({
			scorer,
			level,
			profileField,
			recordField,
			bits,
		})),
	};
}

function accountHash(profile: SocialProfile, key: string): string {
	const name = profile.id === undefined ? handleKey(networkHandle(profile)) : `${profile.platform ?? ""} ${profile.id}`;
	return hmacSha256(key)(`account\n${name}`);
}

function logView({ profile, decision, nobody, links, alerts }: Resolution, key: string): LogView {
	checkKey(key);
	return {
		audience: "log",
		account: accountHash(profile, key),
		...(profile.platform === undefined ? {} : { platform: profile.platform }),
		decision,
		nobody,
		links: links.map((link) => coded(link, key)),
		alerts: alerts.map(({ kind }) => kind),
	};
}

const distinct = (list: readonly string[]): string[] => [...new Set(list)];

function exportView(resolution: Resolution, key: string, allows: Allows): ExportView {
	const { profile, links } = resolution;
	const coded = logView(resolution, key);
	const floor = allowedBy();
	return {
		...coded,
		audience: "export",
		links: links.map(({ record, duplicates, assurance }, index) => {
			const shown = allows("export.hints", assurance.level) ? [record, ...duplicates] : [];
			// As much as a colleague sees of a claimed link, whatever more is proved.
			const masked = shown.map((one) => redactedRecord(one, "claimed", { profile, allows: floor }));
			return {
				...(coded.links[index] as CodedLink),
				initials: distinct(masked.flatMap(({ names }) => names.map(({ full = "" }) => full))),
				emails: distinct(masked.flatMap(({ emails }) => emails.map(({ value }) => value))),
				phones: distinct(masked.flatMap(({ phones }) => phones.map(({ value }) => value))),
				cities: distinct(masked.flatMap(({ addresses }) => addresses.flatMap(({ city }) => city ?? []))),
			};
		}),
	};
}

function agentView({ profile, decision, reason, links, alerts }: Resolution, allows: Allows): AgentView {
	return {
		audience: "agent",
		profile: namedProfile(profile),
		decision,
		reason,
		people: links.map(({ recordId, record, duplicates, probability, assurance }) => {
			const records = [record, ...duplicates];
			const { level } = assurance;
			return {
				recordId,
				probability,
				assurance,
				records: records.map((one) => redactedRecord(one, level, { profile, allows })),
				alerts: alerts.filter((alert) => alert.recordId === recordId),
				withheld: withheldFrom(records, level, allows),
				may: { reveal: allows("agent.reveal", level), merge: allows("agent.merge", level) },
			};
		}),
		alerts: alerts.filter((alert) => alert.recordId === undefined),
	};
}

/** The person about whom whoever holds the handle may hear: the one that is linked, and no other. */
function linkedPerson({ decision, links: [link] }: Resolution): Parameters<typeof subjectView>[0] {
	if (link === undefined) return undefined;
	const { record, duplicates, assurance } = link;
	return decision === "link" ? { records: [record, ...duplicates], level: assurance.level } : undefined;
}

/**
 * What of a resolution may be shown to whom, as far as each link is proved. To whoever holds the handle nothing is said below
 * "corroborated" that is not said to everybody, byte for byte: an answer would tell whether somebody is a customer.
 * @throws SameAsError CONFIG when the policy is below the floor without saying so, or the key is too short; SHAPE when it is
 * given no resolution
 */
export function disclose(resolution: Resolution, options: Asked & { readonly audience: "agent" }): AgentView;
export function disclose(
	resolution: Resolution,
	options: DiscloseOptions & { readonly audience: "subject" },
): SubjectView;
export function disclose(
	resolution: Resolution,
	options: DiscloseOptions & { readonly audience: "export" },
): ExportView;
export function disclose(resolution: Resolution, options: DiscloseOptions & { readonly audience: "log" }): LogView;
export function disclose(
	resolution: Resolution,
	options: DiscloseOptions,
): AgentView | SubjectView | ExportView | LogView {
	return orFail("SHAPE", noResolution, () => viewOf(resolution, options));
}

const noResolution = "This is no resolution: it takes what `resolve` gives.";

function viewOf(resolution: Resolution, options: DiscloseOptions): AgentView | SubjectView | ExportView | LogView {
	const allows = allowedBy(options.policy);
	switch (options.audience) {
		case "agent":
			return agentView(resolution, allows);
		case "subject": {
			const isPrivate = options.channel === "private";
			return subjectView(linkedPerson(resolution), { profile: resolution.profile, allows, isPrivate });
		}
		case "export":
			return exportView(resolution, options.key, allows);
		case "log":
			return logView(resolution, options.key);
		default:
			return refuse("audience", "An audience is one of agent, subject, export, log.");
	}
}

/** A contact point in full, and what is to be kept about who has seen it. */
export interface Revealed {
	/** Personal. */
	readonly value: string;
	/** For the audit log: no personal value of the customer. */
	readonly audit: {
		readonly at: number;
		/** Who asked. */
		readonly by: string;
		/** What for. */
		readonly purpose: string;
		readonly record: string;
		readonly kind: "email" | "phone" | "address";
		readonly index: number;
		readonly assurance: AssuranceLevel;
	};
}

/**
 * One contact point in full, for a colleague who says who they are and what for. Keep `audit`.
 * @throws SameAsError CONFIG when the level does not allow it, there is no such contact point, or nobody is named; SHAPE
 * when it is given no resolution
 */
export function reveal(resolution: Resolution, options: RevealOptions): Revealed {
	return orFail("SHAPE", noResolution, () => revealed(resolution, options));
}

/** Which contact point, who wants to see it, and what for. */
export interface RevealOptions extends Asked {
	readonly recordId: string;
	readonly kind: "email" | "phone" | "address";
	/** Its place in the record's `emails`, `phones` or `addresses`. */
	readonly index: number;
	readonly by: string;
	readonly purpose: string;
	/** In ms since the epoch. */
	readonly now: number;
	/** Under which the record's id is hashed in `audit`. */
	readonly key: string;
}

function revealed(
	{ links }: Resolution,
	{ recordId, kind, index, by, purpose, now, key, policy }: RevealOptions,
): Revealed {
	checkKey(key);
	if (by.trim() === "") refuse("by", "Say who asks.");
	if (purpose.trim() === "") refuse("purpose", "Say what for.");
	const link = links.find(({ record, duplicates }) => [record, ...duplicates].some(({ id }) => id === recordId));
	const record = link && [link.record, ...link.duplicates].find(({ id }) => id === recordId);
	if (link === undefined || record === undefined) return refuse("recordId", "No listed link is about this record.");
	const { level } = link.assurance;
	if (!allowedBy(policy)("agent.reveal", level)) {
		// A resolution that has been through other hands may say anything there.
		const known = assuranceLevels.includes(level) ? `"${level}"` : "of no known level";
		return refuse("recordId", `The link is ${known}: no contact point is shown in full. Ask for a proof of control.`);
	}
	const { emails, phones, addresses } = record;
	const lines = addresses.map(({ text, street, city, region, postalCode, country }) => ({
		value: text ?? [street, city, region, postalCode, country].filter(Boolean).join(", "),
	}));
	const point = { email: emails, phone: phones, address: lines }[kind][index];
	if (point === undefined) return refuse("index", "There is no such contact point on the record.");
	const audit = { at: now, by, purpose, record: hmacSha256(key)(`record\n${recordId}`), kind, index, assurance: level };
	return { value: point.value, audit };
}
