import { allowedBy, type DisclosurePolicy } from "../disclosing/policy.js";
import { type NamedProfile, namedProfile, redactedRecord, withheldFrom } from "../disclosing/redaction.js";
import { orFail, SameAsError } from "../errors.js";
import type { Alert, Assurance, Decision, Holder, IdentityLink, Resolution } from "../types.js";
import { type ChannelSummary, channelsIn } from "./channels.js";
import { type Claim, claims, namesOf, type RelationClaim, relationOf } from "./claims.js";
import { consentOf, contactsOf, type DossierConsent, type DossierContact } from "./contacts.js";
import { type Issues, issuesOf } from "./issues.js";
import { notHeld, notKnownIn } from "./silence.js";
import { type DossierEvent, timelineOf } from "./timeline.js";

export interface DossierOptions {
	/**
	 * Id of a listed record: the dossier is about that one, whatever was decided. Without it, it is about the best link where
	 * the decision is "link", and otherwise about none. That a colleague has chosen it proves nothing: what is shown of it
	 * depends on `assurance` all the same.
	 */
	readonly link?: string;
	/** The present, in ms since the epoch, for the age of contact points. */
	readonly now?: number;
	/** What is shown at which level, where it is not the floor. */
	readonly policy?: DisclosurePolicy;
	/** The firm's own handles: a post that names one of them is said to the firm and wants an answer. */
	readonly own?: readonly string[];
}

/** The record that the dossier is about. */
export interface DossierLink {
	readonly recordId: string;
	/** Ids of the person's other records. */
	readonly duplicates: readonly string[];
	readonly probability: number;
	/** log2 odds before competition, as in the link. */
	readonly bits: number;
	/** Whether the resolver has decided so, or somebody has asked for this record. */
	readonly chosenBy: "decision" | "caller";
	/** How far it is proved that the person holds the handle. */
	readonly assurance: Assurance;
	/** Why, the most telling first; without personal values. */
	readonly evidence: readonly { readonly scorer: string; readonly bits: number; readonly says: string }[];
}

/** The answer about a person: all that is recorded, each with where it comes from, and what is not known. */
export interface Dossier {
	/** The handle asked about, as the profile has it. */
	readonly handle: NamedProfile;
	readonly holder: Holder;
	readonly decision: Decision;
	/** Why it was decided so. */
	readonly reason: string;
	/** Absent: nobody is linked, and all below is what the handle itself said. */
	readonly link?: DossierLink;
	/** What a colleague should see before acting. */
	readonly alerts: readonly Alert[];
	readonly names: readonly Claim<string>[];
	readonly relation: RelationClaim;
	/** As stated by the person; never inferred. */
	readonly pronouns: readonly Claim<string>[];
	readonly organizations: readonly Claim<string>[];
	readonly titles: readonly Claim<string>[];
	readonly contacts: readonly DossierContact[];
	readonly consent: DossierConsent;
	/** On which channels they were in touch. */
	readonly channels: readonly ChannelSummary[];
	/** What happened, newest first, undated last, each event once. */
	readonly timeline: readonly DossierEvent[];
	readonly issues: Issues;
	/** What is recorded and not shown, and why, in sentences. */
	readonly withheld: readonly string[];
	/** What is not known, in sentences. */
	readonly notKnown: readonly string[];
	/** What is never here, in sentences. */
	readonly notHeld: readonly string[];
}

/**
 * The answer about the person behind a handle: relation, contact points, what was said when, what became of it. Nothing
 * of a record is in it unless the decision is "link" or the caller names the record with `link`, and then as much as is
 * proved: of a link that is only claimed, initials and masked contact points. For colleagues: whoever holds the handle may
 * be somebody else, and must not be told.
 * @throws SameAsError CONFIG when `link` is none of the listed records, `now` is not a time, or the policy is below the
 * floor without saying so; SHAPE when it is given no resolution
 */
export function dossier(resolution: Resolution, options: DossierOptions = {}): Dossier {
	const message = "This is no resolution: `dossier` takes what `resolve` gives.";
	return orFail("SHAPE", message, () => answerOf(resolution, options));
}

function answerOf(resolution: Resolution, options: DossierOptions): Dossier {
	const { profile, holder, decision, reason, alerts } = resolution;
	const { now, own, policy } = options;
	const allows = allowedBy(policy);
	if (now !== undefined && !Number.isFinite(now)) {
		throw new SameAsError("CONFIG", "`now` is not a time: give milliseconds since the epoch.", { path: "now" });
	}
	const link = linkOf(resolution, options);
	const recorded = link === undefined ? [] : [link.record, ...link.duplicates];
	const level = link?.assurance.level ?? "none";
	const records = recorded.map((record) => redactedRecord(record, level, { profile, allows }));
	const timeline = timelineOf(records, profile, own);
	const answer = {
		handle: namedProfile(profile),
		holder,
		decision,
		reason,
		...(link === undefined ? {} : { link: summaryOf(link, options) }),
		alerts: alerts.filter(({ recordId }) => recordId === undefined || recordId === link?.recordId),
		names: namesOf(records, profile),
		relation: relationOf(records),
		pronouns: claims(records, ({ pronouns }) => pronouns, profile.pronouns),
		organizations: claims(records, ({ organization }) => organization),
		titles: claims(records, ({ title }) => title),
		contacts: contactsOf(records, profile, now),
		consent: consentOf(records),
		channels: channelsIn(timeline),
		timeline,
		issues: issuesOf(timeline),
		withheld: withheldFrom(recorded, level, allows),
	};
	return { ...answer, notKnown: notKnownIn({ ...answer, isLinked: link !== undefined }), notHeld };
}

function linkOf({ links, decision }: Resolution, { link: asked }: DossierOptions): IdentityLink | undefined {
	if (asked === undefined) return decision === "link" ? links[0] : undefined;
	const found = links.find((one) => one.recordId === asked || one.duplicates.some(({ id }) => id === asked));
	if (found === undefined) {
		throw new SameAsError("CONFIG", "`link` is none of the listed records: give the id of one in `resolution.links`.", {
			path: "link",
		});
	}
	return found;
}

function summaryOf(
	{ recordId, duplicates, probability, bits, evidence, assurance }: IdentityLink,
	{ link: asked }: DossierOptions,
): DossierLink {
	return {
		recordId,
		duplicates: duplicates.map(({ id }) => id),
		probability,
		bits,
		chosenBy: asked === undefined ? "decision" : "caller",
		assurance,
		evidence: evidence
			.map(({ scorer, bits, says }) => ({ scorer, bits, says }))
			.sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits)),
	};
}
