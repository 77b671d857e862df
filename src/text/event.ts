import type { Channel, CrmRecord, Interaction } from "../types.js";
import { findReferences, normalizeReference } from "./reference.js";
import { accountKey, MAX_REFERENCES, wordingOf } from "./said.js";
import { DAY, HOUR, type Moment, parseTime } from "./time.js";
import { clip, fold, limits, words as wordsOf } from "./unicode.js";
import { parseUrl } from "./url.js";
import { type TellingWord, tellingWords } from "./words.js";

/** Something that happened, as the record has it. */
export interface RecordedEvent {
	/** "event:" and the id of the interaction, or its place among all. */
	readonly fact: string;
	readonly channel: Channel;
	/** When it was, where a post could speak of it: notes of colleagues among themselves are no contacts. */
	readonly at: Moment | undefined;
	readonly label: string;
	/** Normal form -> as written. */
	readonly references: ReadonlyMap<string, string>;
	readonly words: readonly TellingWord[];
	readonly page: string | undefined;
	readonly wording: string;
	/** The account that took part while the customer was authenticated, see `accountKey`; its server. */
	readonly account: { readonly key: string; readonly instance: string | undefined } | undefined;
}

/** What a record's interactions tell. */
export interface RecordEvents {
	/** Newest first. */
	readonly events: readonly RecordedEvent[];
	readonly words: ReadonlySet<string>;
	/** Numbers that stand in something said in public, and since when, in ms; from ever where that is not known. */
	readonly publicReferences: ReadonlyMap<string, number>;
	/** Where its contacts stand in the log, see `logPlace`. */
	readonly log: ReadonlySet<string>;
}

const MAX_EVENTS = 500;
const WORDS_PER_EVENT = 12;
const WORDS_PER_RECORD = 40;
const openToAll: ReadonlySet<Channel> = new Set(["post", "blog", "comment"]);

/** The hour of a contact on a channel, or its day where no more is known: by these a record set's contacts are counted. */
export function logPlace(channel: Channel, unit: typeof HOUR | typeof DAY, number: number): string {
	return `${channel}:${unit === HOUR ? "h" : "d"}${number}`;
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

/** What other scorers compare: in the text of a ticket it is no evidence beside the thing itself. */
function ownWords({ names, addresses, organization }: CrmRecord): Set<string> {
	const values = [...names, ...addresses].flatMap((each) => Object.values(each));
	const texts = [...values, organization].filter((value) => typeof value === "string");
	return new Set(texts.flatMap((text) => wordsOf(fold(clip(text, limits.value)))));
}

function accountOf({ authenticated, platform, accountId, handle = "" }: Interaction): RecordedEvent["account"] {
	if (authenticated !== true || platform === undefined || accountId === undefined) return undefined;
	const server = handle.indexOf("@", 1);
	return { key: accountKey(platform, accountId), instance: server < 0 ? undefined : handle.slice(server + 1) };
}

/** What has happened between the firm and a person, by what posts could say of it. */
export function readRecordEvents(record: CrmRecord): RecordEvents | undefined {
	if (record.interactions.length === 0) return undefined;
	const words = new Set<string>();
	const numbers = new Set<string>();
	const publicReferences = new Map<string, number>();
	const log = new Set<string>();
	const own = ownWords(record);
	const events = inOrder(record.interactions).map(({ interaction, at }, index): RecordedEvent => {
		const { id, channel, topic, url, direction } = interaction;
		const text = clip([topic, interaction.text].filter((part) => part !== undefined).join("\n"), limits.post);
		const references = new Map<string, string>();
		const refer = (value: string, written: string): void => {
			if (value.length < 3 || references.has(value) || (numbers.size >= MAX_REFERENCES && !numbers.has(value))) return;
			numbers.add(value);
			references.set(value, written);
		};
		for (const written of (interaction.references ?? []).slice(0, limits.contacts)) {
			refer(normalizeReference(written), written);
		}
		for (const found of findReferences(text)) refer(found.value, found.text);
		if (openToAll.has(channel) && direction !== "internal") {
			const since = at?.ms ?? Number.MIN_SAFE_INTEGER;
			for (const found of findReferences(text)) {
				publicReferences.set(found.value, Math.min(since, publicReferences.get(found.value) ?? since));
			}
		}
		const telling = tellingWords(text, WORDS_PER_EVENT).filter(({ word }) => !own.has(word));
		for (const { word } of telling) if (words.size < WORDS_PER_RECORD) words.add(word);
		const contact = direction === "internal" ? undefined : at;
		if (contact !== undefined) {
			const unit = contact.precisionMs > HOUR ? DAY : HOUR;
			log.add(logPlace(channel, unit, Math.floor(contact.ms / unit)));
		}
		return {
			fact: id === undefined ? `event at ${index}` : `event:${id}`,
			channel,
			at: contact,
			label: [channel, interaction.at].filter((part) => part !== undefined).join(" of "),
			references,
			words: telling.filter(({ word }) => words.has(word)),
			page: url === undefined ? undefined : parseUrl(url)?.url,
			wording: wordingOf(clip(interaction.text ?? "", limits.post)),
			account: accountOf(interaction),
		};
	});
	return { events, words, publicReferences, log };
}
