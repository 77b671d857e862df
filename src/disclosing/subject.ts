import type { AssuranceLevel, Channel, CrmRecord, Interaction, SocialProfile } from "../types.js";
import type { Allows } from "./policy.js";
import { withoutSecretsIn } from "./redaction.js";

/** Something that was said or is being dealt with, as whoever holds the handle may hear it. */
export interface SubjectCase {
	readonly channel: Channel;
	/** ISO 8601. */
	readonly at?: string;
	readonly topic?: string;
	/** What this account has said itself. */
	readonly text?: string;
	readonly references: readonly string[];
	readonly state?: Interaction["state"];
	readonly resolvedAt?: string;
}

/** What may be told to whoever holds the handle. */
export interface SubjectView {
	readonly audience: "subject";
	readonly says: string;
	/** What this very account has said itself, and what became of it. */
	readonly own: readonly SubjectCase[];
	/** Cases and orders of the person. In private only. */
	readonly cases: readonly SubjectCase[];
}

/** The same for everybody: a customer's clone, a customer, and somebody who is not known at all. */
const toAnybody: SubjectView = {
	audience: "subject",
	says: "Thank you for writing. We can only speak about an account where we know who we are talking to. Please sign in to our site or write to us there.",
	own: [],
	cases: [],
};

const isOwn =
	({ id, platform }: SocialProfile) =>
	(event: Interaction): boolean =>
		id !== undefined && event.accountId === id && event.platform === platform && event.direction !== "internal";

function caseOf(event: Interaction): SubjectCase {
	const { channel, at, topic, text, references = [], state, resolvedAt, direction } = withoutSecretsIn(event);
	return {
		channel,
		...(at === undefined ? {} : { at }),
		...(topic === undefined ? {} : { topic }),
		...(text === undefined || direction !== "inbound" ? {} : { text }),
		references,
		...(state === undefined ? {} : { state }),
		...(resolvedAt === undefined ? {} : { resolvedAt }),
	};
}

const dealtWith: ReadonlySet<Channel> = new Set<Channel>(["ticket", "order", "call", "chat", "email"]);

/** Without a person there is no level, and everybody hears the same. */
export function subjectView(
	person: { readonly records: readonly CrmRecord[]; readonly level: AssuranceLevel } | undefined,
	{
		profile,
		allows,
		isPrivate,
	}: { readonly profile: SocialProfile; readonly allows: Allows; readonly isPrivate: boolean },
): SubjectView {
	if (person === undefined || !allows("subject.own", person.level)) return toAnybody;
	const events = person.records.flatMap(({ interactions }) => interactions);
	const isOwnEvent = isOwn(profile);
	const own = events.filter(isOwnEvent).map(caseOf);
	const isCase = (event: Interaction): boolean =>
		event.direction !== "internal" && dealtWith.has(event.channel) && !isOwnEvent(event);
	const open = isPrivate && allows("subject.cases", person.level);
	const says = open
		? "What we have on record of your messages, cases and orders."
		: "What we have on record of the messages from this account.";
	// What passed elsewhere is told by topic, number and state; the words stay where they were said.
	const cases = open ? events.filter(isCase).map((event) => withoutText(caseOf(event))) : [];
	return { audience: "subject", says, own, cases };
}

function withoutText({ text, ...rest }: SubjectCase): SubjectCase {
	return rest;
}
