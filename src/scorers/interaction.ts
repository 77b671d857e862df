import { SameAsError } from "../errors.js";
import { channelsMentioned } from "../text/channel.js";
import { DAY, HOUR, type Moment, parseTime } from "../text/time.js";
import { clip, fold, limits, words as wordsOf } from "../text/unicode.js";
import { parseUrl } from "../text/url.js";
import { contentWords, findReferences, normalizeReference, tellingWords } from "../text/words.js";
import type { Channel, CrmRecord, Interaction, SocialProfile } from "../types.js";
import { type CompareContext, defineScorer, type Observation, type Scorer } from "./scorer.js";

export type InteractionLevel = "same-post" | "reference" | "time" | "rare-words";

export interface InteractionScorerOptions {
	/** Contacts with customers on an ordinary day, all channels. Default: one for every 50 records, at most 200. */
	readonly contactsPerDay?: number;
	/**
	 * P(somebody else quotes a reference number): 2^-10 by default, since screenshots and replies are public; 2^-14 where
	 * such numbers are only ever told to the customer.
	 */
	readonly leakage?: number;
}

/** Something the profile says. */
interface Said {
	readonly field: "posts" | "bio";
	readonly text: string;
	readonly page: string | undefined;
	/** Folded, blanks evened out; empty when too short to be told from others. */
	readonly wording: string;
	readonly at: Moment | undefined;
	readonly channels: ReadonlySet<Channel>;
}

/** What the profile's posts and bio say, by what they can be found by. */
export interface ProfileEvents {
	readonly said: readonly Said[];
	/** Reference number -> what said it, and as it is written there. */
	readonly references: ReadonlyMap<string, { readonly said: Said; readonly written: string }>;
	readonly words: ReadonlyMap<string, Said>;
	readonly pages: ReadonlyMap<string, Said>;
	readonly wordings: ReadonlyMap<string, Said>;
	/** Posts with a time that speak of a contact. */
	readonly dated: readonly (Said & { readonly at: Moment })[];
}

/** Something that happened, as the record has it. */
interface RecordedEvent {
	/** "event:" and the id of the interaction, or its place among all. */
	readonly fact: string;
	readonly channel: Channel;
	readonly internal: boolean;
	readonly at: Moment | undefined;
	readonly label: string;
	readonly references: ReadonlyMap<string, string>;
	readonly words: readonly string[];
	readonly page: string | undefined;
	readonly wording: string;
}

type DatedEvent = RecordedEvent & { readonly at: Moment };

/** Whether a post could speak of it: notes of colleagues among themselves are not contacts. */
function isDated(event: RecordedEvent): event is DatedEvent {
	return event.at !== undefined && !event.internal;
}

export interface RecordEvents {
	/** Newest first. */
	readonly events: readonly RecordedEvent[];
	readonly words: ReadonlySet<string>;
}

const MAX_EVENTS = 500;
/** On one side: what a person's history holds, not what a log file in a ticket holds. */
const MAX_REFERENCES = 1000;
const WORDS_PER_EVENT = 12;
const WORDS_PER_RECORD = 40;
const WORDS_SEARCHED = 64;
/** Two people do not write the same forty characters unless one copies the other. */
const SHORTEST_WORDING = 40;
/** Copied petitions and share buttons. */
const COPIED = 2 ** -13;
const MOST_WORD_BITS = 8;
/** Words of one text come together: after the rarest the others count this much. */
const FURTHER_WORDS = 0.3;
/** P(a stranger's text has a word that only this record has), however rare it is in the records. */
const RAREST_WORD = 2 ** -8;

const levels = {
	"same-post": { m: 0.9, u: 2 ** -16, says: "The post {profile} is the interaction {record} on the record" },
	reference: {
		m: 0.9,
		u: 2 ** -10,
		says: "The number {profile} on the profile is the reference {record} on the record",
	},
	time: {
		m: 0.3,
		u: 0.01,
		says: "The post {profile} speaks of a contact shortly after the interaction {record} on the record",
	},
	"rare-words": {
		m: 0.3,
		u: 0.01,
		says: "The rare words {profile} stand on the profile and in the interaction {record} on the record",
	},
} as const;

/**
 * How long after a contact a post speaks of it: up to this long, in this share of the cases in which people post about
 * a contact of theirs. Rates to calibrate.
 */
const longestDelay = { upTo: DAY, m: 0.1 } as const;
const delays: readonly { readonly upTo: number; readonly m: number }[] = [
	{ upTo: HOUR, m: 0.3 },
	{ upTo: 6 * HOUR, m: 0.15 },
	longestDelay,
];
/** However quiet the day: coincidences of people who post about everything. */
const RAREST_COINCIDENCE = 2 ** -12;
const MOST_COINCIDENCES = 3;
/** Posts are written on hold, too: the contact may be recorded a little later. */
const EARLY = HOUR / 4;

function wordingOf(text: string): string {
	const wording = fold(text).replace(/\s+/g, " ").trim();
	return wording.length < SHORTEST_WORDING ? "" : wording;
}

function readProfile(profile: SocialProfile): ProfileEvents | undefined {
	const said: Said[] = [];
	const add = (field: Said["field"], text: string, at: string | undefined, url: string | undefined): void => {
		said.push({
			field,
			text,
			page: url === undefined ? undefined : parseUrl(url)?.url,
			wording: field === "posts" ? wordingOf(text) : "",
			at: at === undefined ? undefined : parseTime(at),
			channels: field === "posts" ? channelsMentioned(text) : new Set(),
		});
	};
	for (const { text, at, url } of profile.posts.slice(0, limits.posts)) add("posts", clip(text, limits.post), at, url);
	if (profile.bio !== undefined) add("bio", clip(profile.bio, limits.bio), undefined, undefined);
	if (said.every(({ text }) => text.trim() === "")) return undefined;

	const references = new Map<string, { said: Said; written: string }>();
	const words = new Map<string, Said>();
	const pages = new Map<string, Said>();
	const wordings = new Map<string, Said>();
	for (const item of said) {
		for (const { value, text } of findReferences(item.text)) {
			if (!references.has(value) && references.size < MAX_REFERENCES)
				references.set(value, { said: item, written: text });
		}
		for (const word of contentWords(item.text)) if (!words.has(word)) words.set(word, item);
		if (item.page !== undefined) pages.set(item.page, item);
		if (item.wording !== "") wordings.set(item.wording, item);
	}
	const dated = said.filter((item): item is Said & { at: Moment } => item.at !== undefined && item.channels.size > 0);
	return { said, references, words, pages, wordings, dated };
}

/** Newest first; what has no time comes last; equal times in an order that does not depend on the source's. */
function inOrder(interactions: readonly Interaction[]): { interaction: Interaction; at: Moment | undefined }[] {
	return interactions
		.slice(0, limits.interactions)
		.map((interaction) => {
			const { id, channel, at, topic, text, url, references } = interaction;
			const tie = JSON.stringify([id, channel, topic, text, url, references]);
			return { interaction, at: at === undefined ? undefined : parseTime(at), tie };
		})
		.sort(
			(a, b) =>
				(b.at?.ms ?? Number.MIN_SAFE_INTEGER) - (a.at?.ms ?? Number.MIN_SAFE_INTEGER) ||
				(a.tie < b.tie ? -1 : a.tie > b.tie ? 1 : 0),
		)
		.slice(0, MAX_EVENTS);
}

function readRecord(record: CrmRecord): RecordEvents | undefined {
	const words = new Set<string>();
	const numbers = new Set<string>();
	// A name in the text of a ticket is no evidence beside the name itself.
	const names = new Set(
		record.names.flatMap((name) => Object.values(name).flatMap((part) => wordsOf(fold(clip(part, limits.name))))),
	);
	const events = inOrder(record.interactions).map(({ interaction, at }, index): RecordedEvent => {
		const { id, channel, topic, url } = interaction;
		const text = clip([topic, interaction.text].filter((part) => part !== undefined).join("\n"), limits.post);
		const references = new Map<string, string>();
		const refer = (value: string, written: string): void => {
			if (value.length < 3 || references.has(value) || (numbers.size >= MAX_REFERENCES && !numbers.has(value))) return;
			numbers.add(value);
			references.set(value, written);
		};
		for (const written of (interaction.references ?? []).slice(0, limits.contacts))
			refer(normalizeReference(written), written);
		for (const found of findReferences(text)) refer(found.value, found.text);
		const own = tellingWords(text, WORDS_PER_EVENT).filter((word) => !names.has(word));
		for (const word of own) if (words.size < WORDS_PER_RECORD) words.add(word);
		return {
			fact: id === undefined ? `event at ${index}` : `event:${id}`,
			channel,
			internal: interaction.direction === "internal",
			at,
			label: [channel, interaction.at].filter((part) => part !== undefined).join(" of "),
			references,
			words: own.filter((word) => words.has(word)),
			page: url === undefined ? undefined : parseUrl(url)?.url,
			wording: wordingOf(clip(interaction.text ?? "", limits.post)),
		};
	});
	return events.length === 0 ? undefined : { events, words };
}

/** A key for a wording: long enough to tell wordings apart, short enough to keep. */
const wordingKey = (wording: string): string => `p:${wording.slice(0, 80)}`;

/** What speaks of one event, and where in the profile. */
interface Finding {
	readonly said: Said;
	readonly event: RecordedEvent;
	readonly level: InteractionLevel;
	readonly values: readonly [profile: string, record: string];
	readonly bits: number;
}

function observationOf({ said, event, level, values, bits }: Finding): Observation<InteractionLevel> {
	return {
		level,
		profileValue: values[0],
		recordValue: values[1],
		profileField: said.field,
		recordField: "interactions",
		bits,
		facts: [{ fact: event.fact, bits }],
	};
}

const excerpt = (text: string): string => clip(text, 140);

/** Share of the other records that carry a key which this one carries. */
function othersShare(key: string, context: CompareContext): number {
	return Math.max(0, context.count(key) - 1) / Math.max(1, context.recordCount);
}

/**
 * Compares what the profile says in public with what has happened between the person and the firm: the same post, a
 * reference number quoted, a call complained about minutes later, a rare product named. One event counts once, by the
 * strongest that is seen of it. Different topics are no evidence against: people talk of many things.
 * @throws SameAsError CONFIG when an option is out of range.
 */
export function interactionScorer(
	options: InteractionScorerOptions = {},
): Scorer<ProfileEvents, RecordEvents, InteractionLevel> {
	const { leakage = 2 ** -10, contactsPerDay } = options;
	if (!(leakage > 0 && leakage < 1)) {
		throw new SameAsError("CONFIG", "`leakage` is a probability between 0 and 1, both excluded.", { path: "leakage" });
	}
	if (contactsPerDay !== undefined && !(contactsPerDay > 0 && Number.isFinite(contactsPerDay))) {
		throw new SameAsError("CONFIG", "`contactsPerDay` is a number above 0.", { path: "contactsPerDay" });
	}

	function samePost(profile: ProfileEvents, event: RecordedEvent, context: CompareContext): Finding | undefined {
		const byPage = event.page === undefined ? undefined : profile.pages.get(event.page);
		const said = byPage ?? profile.wordings.get(event.wording);
		if (said === undefined) return undefined;
		const [key, chance] =
			byPage === undefined ? [wordingKey(event.wording), COPIED] : [`u:${event.page}`, levels["same-post"].u];
		const { m } = levels["same-post"];
		const bits = Math.log2(m / Math.min(m, chance + othersShare(key, context)));
		return { said, event, level: "same-post", values: [excerpt(said.text), event.label], bits };
	}

	function sameReference(profile: ProfileEvents, event: RecordedEvent, context: CompareContext): Finding | undefined {
		let best: Finding | undefined;
		for (const [value, recorded] of event.references) {
			const found = profile.references.get(value);
			if (found === undefined) continue;
			// A short number may be met by chance.
			const chance = 10 ** -value.replace(/\D/g, "").length;
			const { m } = levels.reference;
			const bits = Math.log2(m / Math.min(m, othersShare(`r:${value}`, context) + leakage + chance));
			if (best === undefined || bits > best.bits) {
				best = { said: found.said, event, level: "reference", values: [found.written, recorded], bits };
			}
		}
		return best;
	}

	/** Contacts a day to expect of a record on one channel: those of any customer, or its own if it is busier. */
	function contactRate({ channel, at }: DatedEvent, { events }: RecordEvents, context: CompareContext): number {
		const records = Math.max(1, context.recordCount);
		const daily = contactsPerDay ?? Math.min(200, records / 50);
		const near = events.filter(
			(other) => other.channel === channel && other.at !== undefined && Math.abs(other.at.ms - at.ms) < 15 * DAY,
		);
		return Math.max(daily / records, (near.length - 1) / 30);
	}

	function sameTime(
		profile: ProfileEvents,
		event: DatedEvent,
		record: RecordEvents,
		context: CompareContext,
	): Finding | undefined {
		const { at } = event;
		let best: Finding | undefined;
		let perDay: number | undefined;
		for (const said of profile.dated) {
			if (!said.channels.has(event.channel)) continue;
			if (said.at.ms + said.at.precisionMs < at.ms - EARLY || said.at.ms > at.ms + at.precisionMs + DAY) continue;
			const delay = Math.max(said.at.precisionMs, at.precisionMs, said.at.ms - at.ms);
			const { upTo, m } = delays.find((window) => delay <= window.upTo) ?? longestDelay;
			perDay ??= contactRate(event, record, context);
			const chance = 1 - Math.exp((-perDay * upTo) / DAY);
			const bits = Math.log2(m / Math.max(chance, RAREST_COINCIDENCE));
			if (bits > 0 && (best === undefined || bits > best.bits)) {
				best = { said, event, level: "time", values: [excerpt(said.text), event.label], bits };
			}
		}
		return best;
	}

	function rareWords(profile: ProfileEvents, event: RecordedEvent, context: CompareContext): Finding | undefined {
		const told: { word: string; said: Said; bits: number }[] = [];
		for (const word of event.words) {
			const said = profile.words.get(word);
			if (said === undefined) continue;
			const bits = Math.log2(levels["rare-words"].m / Math.max(RAREST_WORD, othersShare(`w:${word}`, context)));
			if (bits > 0) told.push({ word, said, bits });
		}
		told.sort((a, b) => b.bits - a.bits || (a.word < b.word ? -1 : 1));
		const [rarest] = told;
		if (rarest === undefined) return undefined;
		const sum = told.reduce((total, { bits }, index) => total + (index === 0 ? bits : FURTHER_WORDS * bits), 0);
		const words = told.map(({ word }) => word).join(", ");
		return {
			said: rarest.said,
			event,
			level: "rare-words",
			values: [words, event.label],
			bits: Math.min(MOST_WORD_BITS, sum),
		};
	}

	/** The strongest that is seen of one event, but for its words. */
	function strongest(
		profile: ProfileEvents,
		event: RecordedEvent,
		record: RecordEvents,
		context: CompareContext,
	): Finding | undefined {
		const findings = [
			samePost(profile, event, context),
			sameReference(profile, event, context),
			isDated(event) ? sameTime(profile, event, record, context) : undefined,
		];
		return findings.filter((finding) => finding !== undefined).sort((a, b) => b.bits - a.bits)[0];
	}

	return defineScorer<ProfileEvents, RecordEvents, InteractionLevel>({
		name: "interaction",
		group: "event",
		levels,
		ofProfile: readProfile,
		ofRecord: readRecord,

		keys: {
			*ofProfile({ references, words, pages, wordings }) {
				for (const value of references.keys()) yield `r:${value}`;
				const longest = [...words.keys()].filter((word) => word.length >= 5 || /\p{N}/u.test(word));
				longest.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
				for (const word of longest.slice(0, WORDS_SEARCHED)) yield `w:${word}`;
				for (const page of pages.keys()) yield `u:${page}`;
				for (const wording of wordings.keys()) yield wordingKey(wording);
			},
			*ofRecord({ events, words }) {
				const keys = new Set<string>();
				for (const { references, page, wording } of events) {
					for (const value of references.keys()) keys.add(`r:${value}`);
					if (page !== undefined) keys.add(`u:${page}`);
					if (wording !== "") keys.add(wordingKey(wording));
				}
				for (const word of words) keys.add(`w:${word}`);
				yield* keys;
			},
		},

		compare(profile, record, context) {
			const findings = record.events.map((event) => strongest(profile, event, record, context));
			const words = record.events
				.map((event) => rareWords(profile, event, context))
				.filter((finding) => finding !== undefined);
			// Names of products recur from event to event: the rarest words of one event stand for all.
			const rarest = words.sort((a, b) => b.bits - a.bits)[0];
			const kept = onceEach([
				...findings.filter((finding) => finding !== undefined),
				...(rarest === undefined ? [] : [rarest]),
			]);
			return kept.length === 0 ? undefined : kept.map(observationOf);
		},

		bounds({ references, words, pages, wordings, dated }, context) {
			const present = (key: string): boolean => context.count(key) > 0;
			let best = dated.length > 0 ? 8.5 : 0;
			if ([...words.keys()].some((word) => present(`w:${word}`))) best = MOST_WORD_BITS;
			if ([...references.keys()].some((value) => present(`r:${value}`))) best = Math.log2(levels.reference.m / leakage);
			const post =
				[...pages.keys()].some((page) => present(`u:${page}`)) ||
				[...wordings.keys()].some((w) => present(wordingKey(w)));
			if (post) best = Math.max(best, Math.log2(levels["same-post"].m / levels["same-post"].u));
			return { best, absent: 0 };
		},
	});
}

/** Keeps one finding for each event and each post, the strongest; equal ones in the order of events, newest first. */
function onceEach(findings: Finding[]): Finding[] {
	const used = new Set<RecordedEvent | Said>();
	let coincidences = 0;
	return findings
		.sort((a, b) => b.bits - a.bits)
		.filter(({ event, said, level }) => {
			if (used.has(event) || used.has(said)) return false;
			if (level === "time" && ++coincidences > MOST_COINCIDENCES) return false;
			used.add(event).add(said);
			return true;
		});
}
