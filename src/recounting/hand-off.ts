import { orFail } from "../errors.js";
import { percent } from "../text/percent.js";
import { proofText } from "../text/proof.js";
import type { AssuranceLevel, Channel, Decision, Interaction, Relation } from "../types.js";
import type { DossierContact } from "./contacts.js";
import type { Dossier } from "./dossier.js";
import type { DossierIssue } from "./issues.js";
import { type Due, dueOf, type SundownRule } from "./sundown.js";
import { type DossierEvent, timeOf } from "./timeline.js";

export interface HandOffOptions {
	/** Until when an answer is due. By default before the day, in UTC, is over on which the person wrote. */
	readonly sundown?: SundownRule;
}

/** What somebody said, word for word. */
export interface Words {
	readonly channel: Channel;
	readonly platform?: string;
	/** ISO 8601. */
	readonly at?: string;
	readonly author?: string;
	readonly topic?: string;
	readonly text?: string;
	readonly references: readonly string[];
}

/** What is still to be settled. */
export interface HandOffIssue {
	readonly topic?: string;
	readonly references: readonly string[];
	readonly state: NonNullable<Interaction["state"]>;
	readonly since?: string;
	readonly lastWord?: NonNullable<DossierIssue["lastWord"]>;
	/** How often the person got in touch about it. */
	readonly contacts: number;
}

/** Where the person can be reached. */
export type HandOffContact = Pick<
	DossierContact,
	"kind" | "value" | "city" | "verified" | "mayContact" | "because" | "records"
>;

/** What the next team needs to go on without asking again. Plain JSON. */
export interface HandOff {
	/** "outside": masked, and may leave the firm. */
	readonly audience: "colleague" | "outside";
	readonly who: {
		readonly handle: Dossier["handle"];
		/** As the records, and then the profile, have them. */
		readonly names: readonly string[];
		readonly relation: Relation;
		readonly pronouns: readonly string[];
		/** Ids of the person's records, the one that knows most first. None: nobody is linked. */
		readonly records: readonly string[];
	};
	readonly sure: {
		readonly decision: Decision;
		readonly probability?: number;
		/** How far it is proved that the person holds the handle. */
		readonly assurance?: AssuranceLevel;
		readonly says: string;
	};
	/** What to see before acting, in sentences. */
	readonly alerts: readonly string[];
	/** The reasons, the most telling first; those against it say so. */
	readonly why: readonly string[];
	/** All that the person said so far, oldest first, undated last. */
	readonly said: readonly Words[];
	/** All that the firm answered and promised so far, in the same order. */
	readonly answered: readonly Words[];
	/** What colleagues noted among themselves. */
	readonly notes: readonly Words[];
	/** Open ones. */
	readonly issues: readonly HandOffIssue[];
	readonly contacts: readonly HandOffContact[];
	readonly preferredChannel?: Channel;
	/** Absent where nothing waits for an answer, or nobody knows since when. */
	readonly due?: Due;
	readonly notKnown: readonly string[];
}

/**
 * The packet for whoever goes on with it: who, how sure, why, all words so far, what is open, until when an answer is due.
 * For colleagues; `maskedHandOff` makes one that may leave the firm.
 * @throws SameAsError CONFIG when the sundown rule cannot be used, SHAPE when it is given no dossier
 */
export function handOff(dossier: Dossier, options: HandOffOptions = {}): HandOff {
	const message = "This is no dossier: `handOff` takes what `dossier` gives.";
	return orFail("SHAPE", message, () => packetOf(dossier, options));
}

function packetOf(dossier: Dossier, { sundown }: HandOffOptions): HandOff {
	const { handle, link, names, relation, pronouns, consent, contacts, timeline, issues, withheld, notKnown } = dossier;
	const due = dueOf(issues.unanswered, sundown);
	const preferred = consent.preferredChannel?.channel;
	const isUndated = due === undefined && issues.unanswered.length > 0;
	const wordsBy = (speaker: DossierEvent["by"]): Words[] =>
		inOrder(timeline.filter(({ by, text, topic }) => by === speaker && (text ?? topic) !== undefined)).map(wordsOf);
	return {
		audience: "colleague",
		who: {
			handle,
			names: names.map(({ value }) => value),
			relation: relation.value,
			pronouns: pronouns.map(({ value }) => value),
			records: link === undefined ? [] : [link.recordId, ...link.duplicates],
		},
		sure: {
			decision: dossier.decision,
			...(link === undefined ? {} : { probability: link.probability, assurance: link.assurance.level }),
			says: sureText(dossier),
		},
		alerts: dossier.alerts.map(({ says }) => says),
		why: (link?.evidence ?? []).map(({ bits, says }) => (bits < 0 ? `Against it: ${says}` : says)),
		said: wordsBy("person"),
		answered: wordsBy("firm"),
		notes: wordsBy("internal"),
		issues: issues.open.map(issueOf),
		contacts: contacts.map(contactOf),
		...(preferred === undefined ? {} : { preferredChannel: preferred }),
		...(due === undefined ? {} : { due }),
		notKnown: isUndated
			? [...withheld, ...notKnown, "When an answer is due: what waits for one has no date."]
			: [...withheld, ...notKnown],
	};
}

function sureText({ decision, link, reason }: Dossier): string {
	if (link === undefined) return `Nobody is linked; decision "${decision}". ${reason}`;
	const how = link.chosenBy === "caller" ? "Chosen by a colleague" : "Linked";
	return `${how}, with ${percent(link.probability)}; decision "${decision}". ${reason} ${proofText(link.assurance)}`;
}

/** Oldest first, undated last. Expects events newest first. */
function inOrder(events: readonly DossierEvent[]): DossierEvent[] {
	const dated = events.filter(({ at }) => at !== undefined);
	return [...dated.sort((a, b) => timeOf(a) - timeOf(b)), ...events.filter(({ at }) => at === undefined)];
}

function wordsOf({ channel, platform, at, author, topic, text, references }: DossierEvent): Words {
	return {
		channel,
		...(platform === undefined ? {} : { platform }),
		...(at === undefined ? {} : { at }),
		...(author === undefined ? {} : { author }),
		...(topic === undefined ? {} : { topic }),
		...(text === undefined ? {} : { text }),
		references,
	};
}

function issueOf({ topic, references, state, since, lastWord, contacts }: DossierIssue): HandOffIssue {
	return {
		...(topic === undefined ? {} : { topic }),
		references,
		state,
		...(since === undefined ? {} : { since }),
		...(lastWord === undefined ? {} : { lastWord }),
		contacts,
	};
}

function contactOf({ kind, value, city, verified, mayContact, because, records }: DossierContact): HandOffContact {
	return {
		kind,
		value,
		...(city === undefined ? {} : { city }),
		...(verified === undefined ? {} : { verified }),
		...(mayContact === undefined ? {} : { mayContact }),
		because,
		records,
	};
}
