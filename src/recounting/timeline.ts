import { distinct, fullestFirst, group, sorted } from "../combining/order.js";
import { withoutSecrets } from "../text/secret.js";
import { DAY, parseTime } from "../text/time.js";
import type { Channel, CrmRecord, Interaction, SocialProfile } from "../types.js";

/** Where a claim comes from. */
export interface Provenance {
	/** Ids of the records that hold it, in code-unit order. */
	readonly records: readonly string[];
	/** Whether it came along with the handle itself. */
	readonly profile: boolean;
}

/** Who said something: the person, the firm to the person, or colleagues among themselves. */
export type Speaker = "person" | "firm" | "internal" | "unknown";

/** Something that happened, told once, however many records tell of it. */
export interface DossierEvent extends Provenance {
	/** Its ids in the sources, in code-unit order. */
	readonly ids: readonly string[];
	readonly channel: Channel;
	readonly by: Speaker;
	readonly direction?: NonNullable<Interaction["direction"]>;
	/** ISO 8601, as the source has it. */
	readonly at?: string;
	/** Who said it, as the source names them. */
	readonly author?: string;
	readonly topic?: string;
	/** What was said, word for word; numbers of payment cards are taken out. */
	readonly text?: string;
	readonly references: readonly string[];
	readonly state?: NonNullable<Interaction["state"]>;
	readonly resolvedAt?: string;
	/** Id of the conversation that it belongs to. */
	readonly thread?: string;
	readonly platform?: string;
	readonly handle?: string;
	readonly url?: string;
	/** Systems and fields in which it was read. */
	readonly sources: readonly string[];
}

/** One telling of an event: an interaction, and whose it is. */
interface Telling {
	readonly interaction: Interaction;
	/** The id of the record, or undefined: the handle's own. */
	readonly record: string | undefined;
	/** Said in public to whoever reads it. */
	readonly isPost: boolean;
}

/** What happened in turn, newest first; what has no date comes last. */
export function timelineOf(
	records: readonly CrmRecord[],
	profile: SocialProfile,
	own: readonly string[] = [],
): DossierEvent[] {
	const { posts, interactions, platform, handle } = profile;
	const author = { ...(platform === undefined ? {} : { platform }), ...(handle === undefined ? {} : { handle }) };
	const mentions = mentionOf(own);
	const tellings: Telling[] = [
		...records.flatMap(({ id, interactions }) =>
			interactions.map((interaction): Telling => ({ interaction, record: id, isPost: false })),
		),
		...interactions.map((interaction): Telling => ({ interaction, record: undefined, isPost: false })),
		...posts.map(({ channel = "post", ...post }): Telling => {
			const direction = mentions(post.text) ? { direction: "inbound" as const } : {};
			// What the holder wrote on a blog was not written on the network of the handle.
			const place = channel === "post" ? author : {};
			return { interaction: { channel, ...place, ...direction, ...post }, record: undefined, isPost: true };
		}),
	];
	const events = sorted(sameOnes(tellings).map(eventOf), (event) => JSON.stringify([event.ids, event]));
	return events.sort((a, b) => timeOf(b) - timeOf(a));
}

/** In ms since the epoch; what has no date is before everything. */
export function timeOf({ at }: { readonly at?: string }): number {
	return (at === undefined ? undefined : parseTime(at)?.ms) ?? -1e15;
}

/** Whether a text speaks to one of the firm's own handles. */
function mentionOf(own: readonly string[]): (text: string) => boolean {
	const handles = new Set(own.map((handle) => handle.replace(/^@/, "").toLowerCase()));
	return (text) =>
		handles.size > 0 &&
		[...text.matchAll(/(?<![\w@.])@([\w.-]{1,64})/g)].some(([, name = ""]) =>
			handles.has(name.toLowerCase().replace(/(?<![.-])[.-]+$/, "")),
		);
}

/** By what two tellings are of one event: any key in common. */
function keysOf({ interaction }: Telling): string[] {
	const { id, url, channel, at, text, topic } = interaction;
	const keys: string[] = [];
	// Ids of two systems may be equal by chance where a caller leaves out the system; they hardly are on one channel.
	if (id !== undefined) keys.push(JSON.stringify(["id", channel, id]));
	if (url !== undefined) keys.push(JSON.stringify(["url", url]));
	const moment = at === undefined ? undefined : parseTime(at);
	const words = wordsOf(text ?? topic);
	// Of a day alone there may be two calls of which the same is told; two wordless mails may come at once, two calls not.
	const isOne = moment !== undefined && moment.precisionMs < DAY && (words !== "" || channel === "call");
	if (isOne) {
		keys.push(JSON.stringify(["said", channel, moment.ms, words]));
	} else if (id === undefined && url === undefined) {
		keys.push(JSON.stringify(["said", channel, moment?.ms, wordsOf(text), wordsOf(topic)]));
	}
	return keys;
}

const wordsOf = (text = ""): string => text.replace(/\s+/g, " ").trim();

/** Tellings of the same event together, in an order that does not depend on the order in which they came. */
function sameOnes(tellings: readonly Telling[]): Telling[][] {
	const byKey = new Map<string, number[]>();
	const keys = tellings.map(keysOf);
	keys.forEach((list, index) => {
		for (const key of list) group(byKey, key, index);
	});
	const seen = new Set<number>();
	return tellings.flatMap((_, start) => {
		if (seen.has(start)) return [];
		const members = [start];
		seen.add(start);
		for (const index of members) {
			for (const other of (keys[index] as string[]).flatMap((key) => byKey.get(key) ?? [])) {
				if (!seen.has(other)) members.push(other);
				seen.add(other);
			}
			// Each key is walked through once, so that many tellings of one event take time in proportion.
			for (const key of keys[index] as string[]) byKey.delete(key);
		}
		return [members.map((index) => tellings[index] as Telling)];
	});
}

const states: readonly NonNullable<Interaction["state"]>[] = ["open", "pending", "resolved", "closed"];

/** The fullest telling is believed, the others fill what it leaves open. Where states differ, the least settled holds. */
function eventOf(tellings: readonly Telling[]): DossierEvent {
	const told = fullestFirst(distinct(tellings.map(({ interaction }) => interaction)));
	const whole = Object.assign({}, ...told.toReversed()) as Interaction;
	const { channel, direction, author, topic, text, thread, platform, handle, url, resolvedAt } = whole;
	// A log is written after the fact, and some tell the day only.
	const times = told.flatMap(({ at = "" }) => (at.length > DATE_LENGTH ? at : []));
	const [at = whole.at] = times.sort((a, b) => timeOf({ at: a }) - timeOf({ at: b }) || (a < b ? -1 : 1));
	const state = states.find((one) => told.some(({ state }) => state === one));
	const isSettled = state === "resolved" || state === "closed";
	return {
		ids: strings(told.flatMap(({ id }) => id ?? [])),
		channel,
		by: speakerOf(direction, tellings),
		...(direction === undefined ? {} : { direction }),
		...(at === undefined ? {} : { at }),
		...(author === undefined ? {} : { author }),
		...(topic === undefined ? {} : { topic: withoutSecrets(topic) }),
		...(text === undefined ? {} : { text: withoutSecrets(text) }),
		references: strings(told.flatMap(({ references = [] }) => references)),
		...(state === undefined ? {} : { state }),
		...(resolvedAt === undefined || !isSettled ? {} : { resolvedAt }),
		...(thread === undefined ? {} : { thread }),
		...(platform === undefined ? {} : { platform }),
		...(handle === undefined ? {} : { handle }),
		...(url === undefined ? {} : { url }),
		sources: strings(told.flatMap(({ source }) => source ?? [])),
		records: strings(tellings.flatMap(({ record }) => record ?? [])),
		profile: tellings.some(({ record }) => record === undefined),
	};
}

const DATE_LENGTH = 10;

function speakerOf(direction: Interaction["direction"], tellings: readonly Telling[]): Speaker {
	if (direction === "inbound") return "person";
	if (direction === "outbound") return "firm";
	if (direction === "internal") return "internal";
	return tellings.some(({ isPost }) => isPost) ? "person" : "unknown";
}

/** Each text once, in code-unit order. */
export function strings(list: readonly string[]): string[] {
	return [...new Set(list)].sort();
}
