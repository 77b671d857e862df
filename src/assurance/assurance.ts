import { DAY } from "../text/time.js";
import type {
	Alert,
	Assurance,
	AssuranceLevel,
	AssuranceReason,
	CrmRecord,
	Evidence,
	IdentityLink,
	SocialProfile,
} from "../types.js";
import { alertsOf, type OwnHandles, type Suspect } from "./alerts.js";
import { contactFingerprint, isAccountOf, isSameName, nameFingerprints, type Proof, readProof } from "./receipt.js";

/**
 * How far a link is proved, beside how probable it is. Resemblance proves nothing: an impostor is made to resemble. What the
 * holder of a handle can write or buy (name, bio, posts, followers, ticks) never passes "claimed"; what is above comes from
 * the firm's own records, from a page that the person had before, and from proofs of control.
 */

/** Levels from the lowest to the highest. */
export const assuranceLevels: readonly AssuranceLevel[] = ["none", "claimed", "corroborated", "verified", "confirmed"];

/** Whether a level is at least another. */
export function reaches(level: AssuranceLevel, least: AssuranceLevel): boolean {
	return assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(least);
}

/** A likelihood ratio of 100, in bits: so much a piece of evidence has to say by itself, and so far the best has to lead. */
const TELLING = 6.64;
/** So long something has to have been on record: whoever has got at a record waits for the spoils. */
export const SETTLED: number = 30 * DAY;
/** How long what the firm or a page attests holds, and how long a proof does. */
const ATTESTED_LIFE = 180 * DAY;
const PROOF_LIFE = 90 * DAY;
/** Clocks differ, and dates have no zone: what is dated so far ahead of `now` may be right, later is not. */
const AHEAD = DAY;

/** What the level of a link is made of. */
interface Standing {
	readonly link: Pick<IdentityLink, "record" | "duplicates" | "probability" | "bits" | "evidence">;
	/** log2 odds of the best other link, before competition; undefined where there is none. */
	readonly rival: number | undefined;
	/** Who holds the handle is of another kind than whom the record is of. */
	readonly misfit: boolean;
	readonly profile: SocialProfile;
	/** In ms since the epoch. */
	readonly now: number | undefined;
	readonly receiptKey: string | undefined;
}

/** What one piece of evidence, or one receipt, gives by itself. */
interface Ground {
	readonly level: AssuranceLevel;
	readonly reason: AssuranceReason;
	readonly until?: number;
	/** It held once, and something has changed since: until a fresh proof nothing else lifts the link either. */
	readonly broken?: true;
}

const says = {
	improbable: "The link is less probable than that there is none.",
	contested: "Another record fits nearly as well.",
	misfit: "Who holds the handle is of another kind than the record.",
	recycled: "The handle was this person's and has changed hands.",
	resembles: "The profile presents itself as this person; anybody can.",
	"no-account-id": "The profile has no stable id that a proof could name.",
	"no-clock": "It is not known what day it is, so nothing that ages counts: give `now`.",
	"too-weak": "What is recorded of this account says too little by itself.",
	"too-fresh": "What is recorded of this account has stood for less than 30 days.",
	undated: "Since when this account is recorded is not known.",
	expired: "What was recorded or proved is too old: a fresh proof is due.",
	recorded: "The firm has recorded this very account with the person.",
	page: "A page of the person's own, known before, links to this very account.",
	unreadable: "A receipt is not signed with this key, or is for another record or account.",
	"no-key": "There is a receipt, but no key to check it by: give `receiptKey`.",
	proved: "A code that was sent to a contact point on record came back from this very account.",
	"signed-in": "The person linked this very account while signed in.",
	"named-colleague": "A named colleague has confirmed it besides.",
	"contact-changed": "The contact point by which it was proved is no longer on the record.",
	"name-changed": "The profile bears another name than when it was proved.",
	"other-name": "The profile bears another name than the record.",
	alert: "An alert is open.",
} as const satisfies Record<AssuranceReason["code"], string>;

const reasonOf = (code: AssuranceReason["code"]): AssuranceReason => ({ code, says: says[code] });
const nothing = (code: AssuranceReason["code"]): Ground => ({ level: "none", reason: reasonOf(code) });

/** What the proofs and attestations alone allow. Nothing that the holder can write enters here. */
function groundsOf(standing: Standing): Ground[] {
	const { link, profile, now, receiptKey } = standing;
	const attested = link.evidence.filter(
		({ controller, rawBits }) => (controller === "firm" || controller === "third-party") && rawBits > 0,
	);
	if (attested.length === 0) return [];
	if (profile.id === undefined) return [nothing("no-account-id")];
	if (now === undefined) return [nothing("no-clock")];
	return attested.flatMap((evidence) => {
		const { receipts = [] } = evidence.attested ?? {};
		const proofs = receipts.map((receipt) =>
			receiptKey === undefined
				? nothing("no-key")
				: proofGround(readProof(receipt, receiptKey), standing, now, receiptKey),
		);
		return [attestedGround(evidence, link.evidence, now), ...proofs];
	});
}

/** From so many bits on another name speaks against a record; less is a nickname. */
const OTHER_NAME = -2;

function attestedGround(
	{ controller, rawBits, attested = {} }: Evidence,
	all: readonly Evidence[],
	now: number,
): Ground {
	const { at, signedIn = false } = attested;
	if (rawBits < TELLING) return nothing("too-weak");
	if (at === undefined) return nothing("undated");
	if (!signedIn && now - at < SETTLED) return nothing("too-fresh");
	// What a page says it says as long as the network sees it there; what was recorded was true then.
	const until = controller === "firm" ? at + ATTESTED_LIFE : undefined;
	if (at - now > AHEAD || (until !== undefined && now >= until)) return nothing("expired");
	// Accounts are sold. What the firm recorded is not of what name the account bore: that of the record stands for it.
	const isRenamed = all.some(({ group, rawBits }) => group === "name" && rawBits <= OTHER_NAME);
	if (controller === "firm" && isRenamed) return { ...nothing("other-name"), broken: true };
	const reason = reasonOf(controller === "firm" ? "recorded" : "page");
	return { level: "corroborated", reason, ...(until === undefined ? {} : { until }) };
}

function proofGround(
	proof: Proof | undefined,
	{ link: { record, duplicates }, profile }: Standing,
	now: number,
	key: string,
): Ground {
	const records = [record, ...duplicates];
	if (proof === undefined || !records.some(({ id }) => id === proof.recordId) || !isAccountOf(proof, profile)) {
		return nothing("unreadable");
	}
	const until = proof.at + PROOF_LIFE;
	if (proof.at - now > AHEAD || now >= until) return nothing("expired");
	if (proof.contact !== undefined && !fingerprintsOf(records, key).has(proof.contact)) {
		return { ...nothing("contact-changed"), broken: true };
	}
	if (profile.displayName !== undefined && !isSameName(proof.name, nameFingerprints(profile.displayName, key))) {
		return { ...nothing("name-changed"), broken: true };
	}
	const reason = reasonOf(proof.method === "code" ? "proved" : "signed-in");
	if (proof.confirmed === undefined) return { level: "verified", reason, until };
	return { level: "confirmed", reason: reasonOf("named-colleague"), until };
}

function fingerprintsOf(records: readonly CrmRecord[], key: string): Set<string> {
	return new Set(
		records.flatMap(({ emails, phones }) => [
			...emails.map((point) => contactFingerprint("email", point, key)),
			...phones.map((point) => contactFingerprint("phone", point, key)),
		]),
	);
}

/** Why a link is not even "claimed". */
function gateOf({ link: { probability, bits, evidence }, rival, misfit }: Standing): AssuranceReason | undefined {
	if (misfit) return reasonOf("misfit");
	if (evidence.some(({ level }) => level === "recycled-handle" || level === "other-id")) return reasonOf("recycled");
	if (probability < 0.5) return reasonOf("improbable");
	return rival !== undefined && bits - rival < TELLING ? reasonOf("contested") : undefined;
}

/**
 * The level of a link: "none" where the link itself is doubtful, else "claimed", or what proofs and attestations alone
 * allow. A broken proof and an open alert hold it at "claimed". Without `now` nothing above "claimed" is given, since all
 * of it ages.
 * @param alerts those about this link
 */
function assuranceOf(standing: Standing, alerts: readonly Alert[]): Assurance {
	const gate = gateOf(standing);
	if (gate !== undefined) return { level: "none", reasons: [gate] };
	const grounds = groundsOf(standing).sort(
		(a, b) =>
			assuranceLevels.indexOf(b.level) - assuranceLevels.indexOf(a.level) ||
			(b.until ?? Number.POSITIVE_INFINITY) - (a.until ?? Number.POSITIVE_INFINITY) ||
			(a.reason.code < b.reason.code ? -1 : 1),
	);
	const proved = grounds.some(({ level }) => reaches(level, "verified"));
	const held = [
		...(proved ? [] : grounds.filter(({ broken }) => broken === true).map(({ reason }) => reason)),
		...(alerts.some(({ holds }) => holds) ? [reasonOf("alert")] : []),
	];
	const [best] = grounds;
	if (best === undefined || best.level === "none" || held.length > 0) {
		const others = grounds.map(({ reason }) => reason);
		return { level: "claimed", reasons: distinct([...held, reasonOf("resembles"), ...others]) };
	}
	const reached = distinct(grounds.filter(({ level }) => level !== "none").map(({ reason }) => reason));
	return { level: best.level, reasons: reached, ...(best.until === undefined ? {} : { until: best.until }) };
}

function distinct(reasons: readonly AssuranceReason[]): AssuranceReason[] {
	return reasons.filter(({ code }, index) => reasons.findIndex((other) => other.code === code) === index);
}

/** What has changed since the account was recorded or proved. */
const changes: ReadonlySet<AssuranceReason["code"]> = new Set(["contact-changed", "name-changed", "other-name"]);

/** What assurance is made of, besides the links. */
export interface AssuranceContext extends Pick<Standing, "profile" | "now" | "receiptKey"> {
	/** All people who were compared, the likeliest first. */
	readonly people: readonly Suspect[];
	readonly own: OwnHandles;
	/** log2 odds of all listed people, the likeliest first, before competition: also of those that are not shown. */
	readonly totals: readonly number[];
	/** Which links are of another kind than who holds the handle. */
	readonly isMisfit: (link: Standing["link"]) => boolean;
}

/** Links, the likeliest first, with how far each is proved; and what a colleague should see before acting. */
export function assured<Link extends Standing["link"] & Pick<IdentityLink, "recordId">>(
	links: readonly Link[],
	{ people, own, totals, isMisfit, ...rest }: AssuranceContext,
): { readonly links: (Link & { readonly assurance: Assurance })[]; readonly alerts: Alert[] } {
	const alerts = alertsOf(rest.profile, people, own);
	const discontinued: Alert[] = [];
	const withLevels = links.map((link, index) => {
		const rival = totals[index === 0 ? 1 : 0];
		const concerning = alerts.filter(({ recordId = link.recordId }) => recordId === link.recordId);
		const assurance = assuranceOf({ link, rival, misfit: isMisfit(link), ...rest }, concerning);
		const broken = assurance.reasons.find(({ code }) => changes.has(code));
		if (broken !== undefined && assurance.level === "claimed") {
			discontinued.push({ kind: "discontinued", recordId: link.recordId, holds: true, says: broken.says });
		}
		return { ...link, assurance };
	});
	return { links: withLevels, alerts: [...alerts, ...discontinued] };
}
