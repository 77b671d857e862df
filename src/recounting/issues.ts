import { group, sorted } from "../combining/order.js";
import { durationText } from "../text/duration.js";
import type { Interaction } from "../types.js";
import { type DossierEvent, type Provenance, type Speaker, strings, timeOf } from "./timeline.js";

/** Something that the person wanted, with all that was said of it. */
export interface DossierIssue extends Provenance {
	/** Id of the conversation, where the source has one. */
	readonly thread?: string;
	readonly topic?: string;
	readonly references: readonly string[];
	readonly state: NonNullable<Interaction["state"]>;
	/** When it began: an ISO 8601 date or date-time. */
	readonly since?: string;
	readonly resolvedAt?: string;
	/** From the beginning to the solution, in ms and in words. */
	readonly tookMs?: number;
	readonly took?: string;
	/** Who spoke last to the other side, and when. */
	readonly lastWord?: { readonly by: Speaker; readonly author?: string; readonly at?: string };
	/** How often the person got in touch about it. */
	readonly contacts: number;
	/** What the person said, and the firm has said nothing since, oldest first. */
	readonly unanswered: readonly DossierEvent[];
	/** All that was said of it, newest first. */
	readonly events: readonly DossierEvent[];
}

/** What a timeline tells of issues. */
export interface Issues {
	/** Not settled; the one about which the person spoke last comes first. */
	readonly open: readonly DossierIssue[];
	readonly resolved: readonly DossierIssue[];
	/** All that the person said to the firm and nobody has answered, newest first. */
	readonly unanswered: readonly DossierEvent[];
}

/** Expects events newest first. */
export function issuesOf(timeline: readonly DossierEvent[]): Issues {
	const conversations = conversationsIn(timeline);
	const issues = conversations.flatMap((events) => issueOf(events) ?? []);
	const unanswered = new Set([
		...conversations.filter((events) => !isLoose(events)).flatMap((events) => unansweredIn(events, true)),
		...looseOnes(conversations).flatMap((events) => unansweredIn(events, false)),
	]);
	return {
		open: issues.filter(({ state }) => !isSettled(state)),
		resolved: issues.filter(({ state }) => isSettled(state)),
		unanswered: timeline.filter((event) => unanswered.has(event)),
	};
}

// ---------------------------------------------------------------- what belongs together

/** Shorter ones, and those without a digit, are words as well. */
const isTelling = (reference: string): boolean => reference.length >= 4 && /\d/.test(reference);

/** A reference number as it may stand in a text: "#T-88213." is "t-88213". */
const bare = (word: string): string =>
	word.toLowerCase().replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, "");

/** What in a text may be a reference number. Linear time. */
function numbersIn({ text = "", topic = "" }: DossierEvent): string[] {
	return `${topic} ${text}`
		.split(/[\s,;:()[\]"'’!?<>]+/)
		.map(bare)
		.filter(isTelling);
}

/** The conversations that carry a reference number, by the number. */
function byReference(anchors: ReadonlyMap<string, readonly DossierEvent[]>): ReadonlyMap<string, ReadonlySet<string>> {
	const owners = new Map<string, Set<string>>();
	for (const [key, events] of anchors) {
		for (const reference of events.flatMap(({ references }) => references.map(bare))) {
			owners.set(reference, (owners.get(reference) ?? new Set()).add(key));
		}
	}
	return owners;
}

/** The one conversation that the numbers lead to. */
function ownerOf(numbers: readonly string[], owners: ReturnType<typeof byReference>): string | undefined {
	const found = new Set(numbers.flatMap((number) => [...(owners.get(number) ?? [])]));
	return found.size === 1 ? [...found][0] : undefined;
}

/** A post has no thread; answers to it have one that is called after it. */
const openedBy = ({ channel, platform = "", ids }: DossierEvent): string[] =>
	ids.map((id) => JSON.stringify([channel, platform, id]));

/** The conversations, by what opened them. */
function byOpening(anchors: ReadonlyMap<string, readonly DossierEvent[]>): ReadonlyMap<string, string> {
	const openings = new Map<string, string>();
	for (const [key, events] of anchors) {
		for (const { channel, platform = "", thread } of events) {
			if (thread !== undefined) openings.set(JSON.stringify([channel, platform, thread]), key);
		}
	}
	return openings;
}

/** A mail has a thread of its own, which no system follows: with no number and nothing told of what became of it. */
const isUntracked = (events: readonly DossierEvent[]): boolean =>
	events.every(({ references, state }) => references.length === 0 && state === undefined);

/**
 * Events of one conversation together: of one thread, or with one reference number. What names the number of exactly one
 * of them belongs to it as well, and so does the post that was answered. In the order of the newest event of each.
 */
function conversationsIn(timeline: readonly DossierEvent[]): DossierEvent[][] {
	const anchors = new Map<string, DossierEvent[]>();
	for (const event of timeline) if (event.thread !== undefined) group(anchors, `thread:${event.thread}`, event);
	const single = timeline.filter(({ thread }) => thread === undefined);
	const [threads, openings] = [byReference(anchors), byOpening(anchors)];
	const loose: DossierEvent[] = [];
	for (const event of single) {
		const [reference] = event.references;
		const opened = openedBy(event).flatMap((opening) => openings.get(opening) ?? [])[0];
		if (reference !== undefined)
			group(anchors, ownerOf(event.references.map(bare), threads) ?? `reference:${reference}`, event);
		else if (opened !== undefined) group(anchors, opened, event);
		else loose.push(event);
	}
	const all = byReference(anchors);
	for (const [own, events] of [...anchors].filter(([, events]) => isUntracked(events))) {
		const key = ownerOf(events.flatMap(numbersIn), all);
		if (key === undefined) continue;
		anchors.delete(own);
		for (const event of events) group(anchors, key, event);
	}
	const alone: DossierEvent[][] = [];
	for (const event of loose) {
		const key = ownerOf(numbersIn(event), all);
		if (key === undefined) alone.push([event]);
		else group(anchors, key, event);
	}
	const place = new Map(timeline.map((event, index) => [event, index]));
	const placeOf = (event: DossierEvent): number => place.get(event) as number;
	const conversations = [...anchors.values(), ...alone].map((events) => events.sort((a, b) => placeOf(a) - placeOf(b)));
	return conversations.sort(([a], [b]) => placeOf(a as DossierEvent) - placeOf(b as DossierEvent));
}

/** One event alone, without thread and number. */
const isLoose = (events: readonly DossierEvent[]): boolean =>
	events.length === 1 && events[0]?.thread === undefined && events[0]?.references.length === 0;

/** Mails and messages that belong to no thread: what the firm says later on the same channel answers them. */
function looseOnes(conversations: readonly (readonly DossierEvent[])[]): DossierEvent[][] {
	const byChannel = new Map<string, DossierEvent[]>();
	for (const [event] of conversations.filter(isLoose)) {
		if (event !== undefined) group(byChannel, event.channel, event);
	}
	return sorted([...byChannel], ([channel]) => channel).map(([, events]) => events);
}

// ---------------------------------------------------------------- what became of it

const isSettled = (state: Interaction["state"]): boolean => state === "resolved" || state === "closed";

/** In a talk both sides speak: it asks for an answer only where it is said to be open. */
const talks: ReadonlySet<string> = new Set(["call", "meeting"]);

/**
 * Expects events newest first.
 * @param isOne whether they are one conversation: then the newest state that is told is that of the whole
 */
function unansweredIn(events: readonly DossierEvent[], isOne: boolean): DossierEvent[] {
	const answered = events.findIndex(({ by }) => by === "firm");
	const whole = isOne ? wholeOf(events) : undefined;
	return events.slice(0, answered < 0 ? events.length : answered).filter((event) => {
		const { by, channel, direction } = event;
		// What is said in public without a word to the firm asks for an answer only where it names the issue.
		if ((direction !== "inbound" && !(isOne && by === "person")) || channel === "order") return false;
		const { state, resolvedMs = Number.POSITIVE_INFINITY } = whole ?? wholeOf([event]);
		if (talks.has(channel) && state !== "open" && state !== "pending") return false;
		// What the person said before the issue was settled is answered by that.
		return !isSettled(state) || timeOf(event) > resolvedMs;
	});
}

/** What became of a conversation, and when it was settled, in ms since the epoch. */
function wholeOf(events: readonly DossierEvent[]): {
	readonly state: Interaction["state"];
	readonly resolvedAt: string | undefined;
	readonly resolvedMs: number | undefined;
} {
	const state = events.find(({ state }) => state !== undefined)?.state;
	const times = events.flatMap(({ resolvedAt }) => resolvedAt ?? []);
	const resolvedAt = isSettled(state) ? times.sort((a, b) => msOf(b) - msOf(a))[0] : undefined;
	return { state, resolvedAt, resolvedMs: resolvedAt === undefined ? undefined : msOf(resolvedAt) };
}

const msOf = (at: string): number => timeOf({ at });

/** A conversation of which some source says what became of it. */
function issueOf(events: readonly DossierEvent[]): DossierIssue | undefined {
	const { state, resolvedAt, resolvedMs } = wholeOf(events);
	if (state === undefined) return undefined;
	const { at: since } = events.findLast(({ at }) => at !== undefined) ?? {};
	const sinceMs = since === undefined ? undefined : msOf(since);
	const tookMs =
		sinceMs === undefined || resolvedMs === undefined || resolvedMs < sinceMs ? undefined : resolvedMs - sinceMs;
	const last = events.find(({ by }) => by === "person" || by === "firm");
	const topic = events.findLast((event) => event.topic !== undefined)?.topic;
	// A mail that names the number has a thread of its own.
	const threaded = events.filter((event) => event.thread !== undefined);
	const thread = (threaded.find((event) => event.state !== undefined) ?? threaded[0])?.thread;
	return {
		...(thread === undefined ? {} : { thread }),
		...(topic === undefined ? {} : { topic }),
		references: strings(events.flatMap(({ references }) => references)),
		state,
		...(since === undefined ? {} : { since }),
		...(resolvedAt === undefined ? {} : { resolvedAt }),
		...(tookMs === undefined ? {} : { tookMs, took: durationText(tookMs) }),
		...(last === undefined ? {} : { lastWord: wordOf(last) }),
		contacts: events.filter(({ by }) => by === "person").length,
		unanswered: unansweredIn(events, !isLoose(events)).reverse(),
		events,
		records: strings(events.flatMap(({ records }) => records)),
		profile: events.some(({ profile }) => profile),
	};
}

function wordOf({ by, author, at }: DossierEvent): NonNullable<DossierIssue["lastWord"]> {
	return { by, ...(author === undefined ? {} : { author }), ...(at === undefined ? {} : { at }) };
}
