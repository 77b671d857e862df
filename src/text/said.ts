import type { Channel, SocialProfile } from "../types.js";
import { channelsMentioned } from "./channel.js";
import { bareReference, findReferences, normalizeReference } from "./reference.js";
import { type Moment, parseTime } from "./time.js";
import { clip, fold, limits } from "./unicode.js";
import { parseUrl } from "./url.js";
import { type Stretch, stretchesSaid } from "./when.js";
import { contentWords } from "./words.js";

/** Something the holder of a profile says: in a post, in the bio, or to the firm. */
export interface Said {
	readonly field: "posts" | "bio" | "interactions";
	readonly text: string;
	readonly page: string | undefined;
	/** See `wordingOf`. */
	readonly wording: string;
	readonly at: Moment | undefined;
	/** The contacts that it speaks of: on which channels, and when, likeliest first. */
	readonly channels: ReadonlySet<Channel>;
	readonly stretches: readonly Stretch[];
}

/** A reference number, where it is first said and how it is written there. */
interface SaidReference {
	readonly value: string;
	readonly said: Said;
	readonly written: string;
	/** The firm had told it before, to this handle: saying it again shows nothing. */
	readonly told: boolean;
}

/** What a profile says, by what it can be found by. */
export interface ProfileEvents {
	/** "platform:id" of the profile and its server, where the network has given it an id. */
	readonly account: { readonly key: string; readonly instance: string | undefined } | undefined;
	readonly references: ReadonlyMap<string, SaidReference>;
	/** Those with a short prefix, by their digits alone. */
	readonly bareReferences: ReadonlyMap<string, SaidReference>;
	readonly words: ReadonlyMap<string, Said>;
	readonly pages: ReadonlyMap<string, Said>;
	readonly wordings: ReadonlyMap<string, Said>;
	/** What speaks of a contact and has a time, newest first. */
	readonly dated: readonly Said[];
}

/** What a person's history holds, not what a log file in a ticket holds. */
export const MAX_REFERENCES = 1000;
/** Two people do not write the same forty characters unless one copies the other. */
const SHORTEST_WORDING = 40;

/** A text folded, blanks evened out; empty when too short to be told from others. Expects clipped text. */
export function wordingOf(text: string): string {
	const wording = fold(text).replace(/\s+/g, " ").trim();
	return wording.length < SHORTEST_WORDING ? "" : wording;
}

/** The name under which an account is found whatever its handle is. */
export function accountKey(platform: string, id: string): string {
	return `${platform}:${id}`;
}

interface Telling {
	readonly field: Said["field"];
	readonly text: string;
	readonly at?: string | undefined;
	readonly url?: string | undefined;
	readonly references?: readonly string[] | undefined;
}

/** Oldest first, what has no time last; in an order that does not depend on the source's. What is the same is one. */
function inOrder(tellings: readonly Telling[]): (Telling & { moment: Moment | undefined })[] {
	const distinct = new Map<string, Telling & { moment: Moment | undefined }>();
	for (const telling of tellings) {
		const { field, text, at, url, references } = telling;
		const moment = at === undefined ? undefined : parseTime(at);
		distinct.set(JSON.stringify([text, at, url, field, references]), { ...telling, moment });
	}
	const when = ({ moment }: { moment: Moment | undefined }): number => moment?.ms ?? Number.MAX_SAFE_INTEGER;
	return [...distinct]
		.sort(([a, one], [b, other]) => when(one) - when(other) || (a < b ? -1 : 1))
		.map(([, telling]) => telling);
}

function readSaid({ field, text, url, moment }: Telling & { moment: Moment | undefined }): Said {
	const channels = field === "bio" ? new Set<Channel>() : channelsMentioned(text);
	return {
		field,
		text,
		page: url === undefined ? undefined : parseUrl(url)?.url,
		wording: field === "bio" ? "" : wordingOf(text),
		at: moment,
		channels,
		stretches: moment === undefined || channels.size === 0 ? [] : stretchesSaid(text, moment),
	};
}

/** When the firm first told the handle each number, in ms; from ever where that is not known. */
function toldByTheFirm({ interactions }: SocialProfile): Map<string, number> {
	const told = new Map<string, number>();
	for (const { direction, text = "", at, references = [] } of interactions.slice(0, limits.interactions)) {
		if (direction !== "outbound") continue;
		const moment = at === undefined ? undefined : parseTime(at);
		const values = [
			...references.slice(0, limits.contacts).map(normalizeReference),
			...findReferences(clip(text, limits.post)).map(({ value }) => value),
		];
		for (const value of values) {
			if (told.size >= MAX_REFERENCES && !told.has(value)) continue;
			const ms = moment?.ms ?? Number.MIN_SAFE_INTEGER;
			told.set(value, Math.min(ms, told.get(value) ?? ms));
		}
	}
	return told;
}

/**
 * What the holder of a profile says, in public and to the firm. What the firm says to them is theirs no more than what
 * it shows: which numbers they have been told.
 */
export function readProfileEvents(profile: SocialProfile): ProfileEvents | undefined {
	const { platform, id, instance } = profile;
	const account = platform === undefined || id === undefined ? undefined : { key: accountKey(platform, id), instance };
	const says = profile.posts.length + profile.interactions.length > 0 || profile.bio !== undefined;
	if (!says && account === undefined) return undefined;
	const tellings = inOrder([
		...profile.posts.slice(0, limits.posts).map(({ text, at, url }): Telling => {
			return { field: "posts", text: clip(text, limits.post), at, url };
		}),
		...profile.interactions
			.slice(0, limits.interactions)
			.filter(({ direction }) => direction === "inbound")
			.slice(0, limits.posts)
			.map(({ topic, text, at, url, references }): Telling => {
				const words = [topic, text].filter((part) => part !== undefined).join("\n");
				return { field: "interactions", text: clip(words, limits.post), at, url, references };
			}),
	]);
	if (profile.bio !== undefined) {
		tellings.push({ field: "bio", text: clip(profile.bio, limits.bio), moment: undefined });
	}
	const silent = tellings.every(({ text, references }) => text.trim() === "" && (references ?? []).length === 0);
	if (silent && account === undefined) return undefined;

	const told = toldByTheFirm(profile);
	const references = new Map<string, SaidReference>();
	const bareReferences = new Map<string, SaidReference>();
	const words = new Map<string, Said>();
	const pages = new Map<string, Said>();
	const wordings = new Map<string, Said>();
	const dated: Said[] = [];
	for (const telling of tellings) {
		const said = readSaid(telling);
		const refer = (value: string, written: string): void => {
			if (value.length < 3 || references.has(value) || references.size >= MAX_REFERENCES) return;
			const since = Math.min(told.get(value) ?? Infinity, told.get(bareReference(value) ?? value) ?? Infinity);
			const reference = { value, said, written, told: since < (said.at?.ms ?? Infinity) };
			references.set(value, reference);
			const bare = bareReference(value);
			if (bare !== undefined && !bareReferences.has(bare)) bareReferences.set(bare, reference);
		};
		for (const written of (telling.references ?? []).slice(0, limits.contacts)) {
			refer(normalizeReference(written), written);
		}
		for (const { value, text } of findReferences(said.text)) refer(value, text);
		for (const word of contentWords(said.text)) if (!words.has(word)) words.set(word, said);
		if (said.page !== undefined && !pages.has(said.page)) pages.set(said.page, said);
		if (said.wording !== "" && !wordings.has(said.wording)) wordings.set(said.wording, said);
		if (said.stretches.length > 0) dated.unshift(said);
	}
	return { account, references, bareReferences, words, pages, wordings, dated };
}
