import type { Channel } from "../types.js";
import type { ChannelSummary } from "./channels.js";
import type { Claim, RelationClaim } from "./claims.js";
import type { DossierConsent, DossierContact } from "./contacts.js";
import type { Issues } from "./issues.js";
import type { DossierEvent } from "./timeline.js";

/** What is known. */
interface Known {
	readonly isLinked: boolean;
	readonly relation: RelationClaim;
	readonly pronouns: readonly Claim<string>[];
	readonly contacts: readonly DossierContact[];
	readonly consent: DossierConsent;
	readonly channels: readonly ChannelSummary[];
	readonly timeline: readonly DossierEvent[];
	readonly issues: Issues;
}

/** What is never in a dossier, whatever a source holds. */
export const notHeld: readonly string[] = [
	"Card numbers, and the last digits of one: not held.",
	"Numbers of passports, identity cards and other government ids: not held.",
];

/** Channels that people ask about, and what is said where nothing is recorded: that is not to say that it never was. */
const asked: readonly (readonly [channel: Channel, sentence: string])[] = [
	["call", "No call is recorded."],
	["email", "No email is recorded."],
	["post", "No post is recorded."],
	["blog", "No blog post is recorded."],
	["comment", "No comment on a blog or elsewhere is recorded."],
];

/** What a dossier leaves open, in sentences. */
export function notKnownIn(known: Known): string[] {
	const { isLinked, relation, pronouns, contacts, consent, channels, timeline, issues } = known;
	const says: string[] = [];
	if (!isLinked) {
		says.push("Who this is is not known; what follows is only what the handle itself said.");
		says.push("What a record may hold is not shown: name the record to see it.");
	}
	if (relation.claims.length === 0) says.push(relation.says);
	if (pronouns.length === 0) says.push("Pronouns are not stated.");
	const kinds = { email: "email address", phone: "telephone number", address: "postal address" };
	for (const [kind, word] of Object.entries(kinds)) {
		if (!contacts.some((contact) => contact.kind === kind)) says.push(`No ${word} is known.`);
	}
	if (consent.preferredChannel === undefined) says.push("No preferred channel is recorded.");
	const isSilent = consent.says.length === 0 && contacts.every(({ mayContact }) => mayContact === undefined);
	const isAsked = [consent.doNotCall, consent.doNotEmail, consent.doNotContact].some((flag) => flag !== undefined);
	if (isSilent && !isAsked) says.push("Whether they may be contacted is not recorded.");
	for (const [channel, sentence] of asked) {
		if (!channels.some((one) => one.channel === channel)) says.push(sentence);
	}
	if (issues.open.length + issues.resolved.length === 0) {
		says.push("Whether an issue of theirs was resolved is not recorded.");
	}
	const untold = issues.resolved.filter(({ tookMs }) => tookMs === undefined).length;
	if (untold > 0) says.push(`How long ${untold === 1 ? "a solution" : `${untold} solutions`} took is not recorded.`);
	const undated = timeline.filter(({ at }) => at === undefined).length;
	if (undated > 0) says.push(`${undated === 1 ? "1 event has" : `${undated} events have`} no date.`);
	const speechless = timeline.filter(({ by }) => by === "unknown").length;
	if (speechless > 0)
		says.push(`Who spoke is not recorded for ${speechless === 1 ? "1 event" : `${speechless} events`}.`);
	return says;
}
