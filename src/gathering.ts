/**
 * What a network's payload says piece by piece, made into one reading. A reader tells of accounts and of what they said as
 * it comes upon them; who is the same account, who is the firm, and whom the firm answered is decided at the end, when
 * everything has been seen.
 */
import {
	contactsOf,
	cut,
	type Details,
	isAnonymous,
	joined,
	type Named,
	profileOf,
	settled,
	whole,
} from "./details.js";
import { Payload, present } from "./payload.js";
import type { PlatformOptions, PlatformReading, ReadProfile } from "./platforms/platform.js";
import { handleForm, handleParts } from "./text/platform.js";
import { limits } from "./text/unicode.js";
import type { Channel, Interaction, Post, Warning } from "./types.js";

/** Something said, in public or (channel "dm") to some only. */
export interface Saying {
	readonly channel: Channel;
	readonly id?: string | undefined;
	/** The server, where there are several that number what is said by themselves. */
	readonly instance?: string | undefined;
	readonly text?: string | undefined;
	readonly at?: string | undefined;
	readonly url?: string | undefined;
	/** The conversation it belongs to. */
	readonly thread?: string | undefined;
	/** Id of what it answers. */
	readonly answers?: string | undefined;
	/** Whom it is addressed to, as far as the payload says. */
	readonly to?: readonly Named[];
}

/** An account that the payload names, or a guest: whose saying it is. */
export interface Speaker {
	readonly details: Details;
}

interface Entry extends Speaker {
	details: Details;
	/** Where it was first read. */
	readonly item: Payload;
	readonly posts: Post[];
	readonly interactions: Interaction[];
}

interface Said extends Saying {
	readonly item: Payload;
	readonly by: Entry | undefined;
}

/** A conversation: whether the firm speaks in it, and who else does. */
interface Thread {
	readonly withFirm: boolean;
	readonly others: ReadonlySet<Entry>;
}

/** People spoken to at once, at most. */
const MAX_ADDRESSED = 32;
/** Items within items, at most. The deepest real ones are threads of comments. */
const MAX_DEPTH = 200;
const MAX_ITEMS = 200_000;
/** Answers to answers that are followed to find who was answered. */
const MAX_HOPS = 32;

/** All forms by which the firm may name an account of its own. */
function ownForms(name: string, platform: string): string[] {
	const { handle, id, instance } = handleParts(name.trim().replace(/^\/?u(?:ser)?\//i, ""), platform);
	const form =
		handle === undefined ? [] : [instance === undefined ? handleForm(handle) : `${handleForm(handle)}@${instance}`];
	return [name.trim(), ...form, ...(id === undefined ? [] : [id])];
}

const handleKeyOf = (handle: string, instance: string | undefined): string => `${handleForm(handle)}@${instance ?? ""}`;
const idKeyOf = (id: string, instance: string | undefined): string => `${id}@${instance ?? ""}`;

export class Gathering {
	/** The payload as a whole. */
	readonly root: Payload;
	private readonly platform: string | undefined;
	private readonly own: ReadonlySet<string>;
	private readonly warnings: Warning[] = [];
	private readonly entries: Entry[] = [];
	private readonly byId = new Map<string, Entry>();
	private readonly byHandle = new Map<string, Entry>();
	/** Null: two accounts have it. */
	private readonly byInside = new Map<string, Entry | null>();
	private readonly guests = new Map<string, Entry>();
	/** Guests who turned out to be others. */
	private readonly became = new Map<Entry, Entry>();
	private readonly said: Said[] = [];
	private readonly speakers = new Set<Entry>();
	private readonly saidById = new Map<string, Said>();
	private readonly seen = new Map<string, Said>();
	/** Lists of which somewhat has been left out. */
	private readonly full = new Set<readonly unknown[]>();
	private queue: (readonly [item: Payload, within: string | undefined])[] = [];

	constructor(platform: string | undefined, payload: unknown, { own = [] }: PlatformOptions = {}) {
		this.platform = platform;
		this.root = new Payload(payload, "", this.warnings);
		this.own = new Set(own.flatMap((name) => ownForms(String(name), platform ?? "")));
	}

	/**
	 * Goes through the payload: lists are taken apart, each object in them is read. What is no object is a warning.
	 * @param read tells what an item holds, and hands to `next` what is inside it. `within`: what `next` was told.
	 */
	each(read: (item: Payload, within: string | undefined) => void): void {
		const open = [{ item: this.root, within: undefined as string | undefined, depth: 0 }];
		const seen = new Set<unknown>();
		let room = MAX_ITEMS;
		for (let now = open.pop(); now !== undefined; now = open.pop()) {
			const { item, within, depth } = now;
			// What holds itself would never end.
			if (seen.has(item.value)) continue;
			if (typeof item.value === "object") seen.add(item.value);
			if (depth === MAX_DEPTH) {
				item.warn("Nested too deeply: not read.", "LIMIT");
				continue;
			}
			this.queue = [];
			const isOver = item.isList && room === 0;
			if (item.isList) for (const inner of isOver ? [] : item.items()) this.next(inner, within);
			else for (const object of item.objects()) read(object, within);
			if (isOver || this.queue.length > room) this.warnFull(open, item, `Only ${MAX_ITEMS} items are read.`);
			const inside = this.queue.slice(0, room).reverse();
			room -= inside.length;
			for (const [inner, of] of inside) open.push({ item: inner, within: of, depth: depth + 1 });
		}
	}

	/** Something to read after this item: an item, or a list of them. */
	next(inside: Payload, within?: string): void {
		if (inside.isObject || inside.isList || inside.exists) this.queue.push([inside, within]);
	}

	/** An account, or without id and handle a guest. `undefined`: somebody without a name or an address. */
	account(item: Payload, told: Details): Speaker | undefined {
		const details = settled(item, told, this.platform);
		const { id, handle, instance } = details;
		if (id === undefined && handle === undefined) return this.guest(item, details);
		const known = this.find(details);
		const entry = known ?? this.newEntry(item, details);
		if (known !== undefined) known.details = joined(known.details, details);
		const { inside } = details;
		if (id !== undefined && !this.byId.has(idKeyOf(id, instance))) this.byId.set(idKeyOf(id, instance), entry);
		if (handle !== undefined && !this.byHandle.has(handleKeyOf(handle, instance)))
			this.byHandle.set(handleKeyOf(handle, instance), entry);
		const other = this.byInside.get(inside ?? "");
		if (inside !== undefined) this.byInside.set(inside, other === undefined || other === entry ? entry : null);
		return entry;
	}

	/** Something said. Twice the same: once. Of which nothing is known: not at all. */
	say(item: Payload, by: Speaker | undefined, saying: Saying): void {
		const { id, text = "", at } = saying;
		if (id === undefined && text.trim() === "" && at === undefined) return;
		const said: Said = { ...saying, item, by: by as Entry | undefined };
		if (id !== undefined) {
			const key = this.sayingKey(id, saying);
			const seen = `${key} ${saying.url ?? ""}`;
			const first = this.seen.get(seen);
			if (first !== undefined) {
				this.sameGuest(first.by, said.by);
				return;
			}
			this.seen.set(seen, said);
			if (!this.saidById.has(key)) this.saidById.set(key, said);
		}
		if (said.by !== undefined) this.speakers.add(said.by);
		this.said.push(said);
	}

	/** An item of which nothing is known here. */
	unknown(item: Payload): void {
		item.warn("Not a kind of item that is read here.");
	}

	reading(): PlatformReading {
		const unattributed: Interaction[] = [];
		const threads = this.threads();
		for (const said of this.said) {
			const { by, channel, to = [] } = said;
			if (by === undefined) unattributed.push(this.interaction(said, "inbound"));
			else if (this.isOwn(by.details)) {
				for (const entry of this.addressed(said, threads)) this.add(entry, this.interaction(said, "outbound"));
			} else if (channel === "dm") {
				const isToFirm = to.some((named) => this.isOwn(named)) || threads.get(this.threadKey(said))?.withFirm === true;
				// Between accounts of which none is known to be the firm's it goes neither way.
				this.add(by, this.interaction(said, isToFirm ? "inbound" : undefined));
			} else this.post(said, by);
		}
		const profiles = this.entries
			.filter((entry) => !this.isOwn(entry.details) && !this.became.has(entry))
			.map((entry) => this.profile(entry));
		return { profiles, unattributed, warnings: this.warnings };
	}

	// ---------------------------------------------------------------- accounts

	private newEntry(item: Payload, details: Details): Entry {
		const entry: Entry = { details: joined(details, {}), item, posts: [], interactions: [] };
		this.entries.push(entry);
		return entry;
	}

	/** The account of this name, if it is known. One with another id is another, whatever its handle. */
	private find({ id, handle, instance, inside }: Named): Entry | undefined {
		const byId = id === undefined ? undefined : this.byId.get(idKeyOf(id, instance));
		if (byId !== undefined) return byId;
		const byHandle = handle === undefined ? undefined : this.byHandle.get(handleKeyOf(handle, instance));
		const found = byHandle ?? (id === undefined && handle === undefined ? this.byInside.get(inside ?? "") : undefined);
		return id === undefined || found?.details.id === undefined ? (found ?? undefined) : undefined;
	}

	private guest(item: Payload, details: Details): Entry | undefined {
		const contacts = contactsOf(details);
		const { displayName, instance } = details;
		const name = displayName === undefined || isAnonymous(displayName) ? undefined : displayName;
		if (name === undefined && contacts.length === 0) return undefined;
		const guest: Details = { ...details, displayName: name };
		// Two guests of one name may be two people, those who also left the same address are one.
		if (contacts.length === 0) return this.newEntry(item, guest);
		const key = JSON.stringify([name, instance, ...contacts]);
		const known = this.guests.get(key) ?? this.newEntry(item, guest);
		this.guests.set(key, known);
		return this.became.get(known) ?? known;
	}

	/** Two tellings of one saying have one speaker: a guest of whom the one shows the address and the other its hash. */
	private sameGuest(first: Entry | undefined, second: Entry | undefined): void {
		const isGuest = (entry: Entry): boolean => entry.details.id === undefined && entry.details.handle === undefined;
		if (first === undefined || second === undefined || first === second) return;
		if (!isGuest(first) || !isGuest(second) || this.speakers.has(second)) return;
		first.details = joined(first.details, second.details);
		this.became.set(second, first);
	}

	private isOwn({ id, handle, instance, inside }: Named): boolean {
		if (this.own.size === 0) return false;
		const form = handle === undefined ? undefined : handleForm(handle);
		return [id, inside, form, `${form}@${instance}`].some((name) => name !== undefined && this.own.has(name));
	}

	// ---------------------------------------------------------------- what was said

	private sayingKey(id: string, { channel, instance = "" }: Saying): string {
		return `${channel} ${instance} ${id}`;
	}

	/** What this answers, as far as the payload holds it. */
	private before(said: Said): Said | undefined {
		const { answers } = said;
		if (answers === undefined) return undefined;
		// A comment answers a comment, or the post.
		return (
			this.saidById.get(this.sayingKey(answers, said)) ??
			this.saidById.get(this.sayingKey(answers, { ...said, channel: "post" }))
		);
	}

	private threadKey(said: Said): string {
		return said.thread === undefined ? "" : this.sayingKey(said.thread, said);
	}

	private threads(): ReadonlyMap<string, Thread> {
		const threads = new Map<string, { withFirm: boolean; readonly others: Set<Entry> }>();
		for (const said of this.said) {
			if (said.thread === undefined || said.by === undefined) continue;
			const key = this.threadKey(said);
			const thread = threads.get(key) ?? { withFirm: false, others: new Set() };
			threads.set(key, thread);
			if (this.isOwn(said.by.details)) thread.withFirm = true;
			else if (thread.others.size < MAX_ADDRESSED) thread.others.add(said.by);
		}
		return threads;
	}

	/** Whom the firm speaks to: whom the payload names, whom the text does, who wrote what is answered, the only other speaker. */
	private addressed(said: Said, threads: ReadonlyMap<string, Thread>): readonly Entry[] {
		const named = this.named(said);
		if (named.length > 0) return named;
		const others = [...(threads.get(this.threadKey(said))?.others ?? [])];
		if (said.channel === "dm") return others;
		const mention = /^\s*@([\w.-]{1,64})/.exec(said.text?.slice(0, 100) ?? "")?.[1];
		const mentioned =
			mention === undefined ? undefined : this.byHandle.get(handleKeyOf(mention, said.by?.details.instance));
		if (mentioned !== undefined && !this.isOwn(mentioned.details)) return [mentioned];
		let before = this.before(said);
		for (let hops = 0; before?.by !== undefined && hops < MAX_HOPS; hops++) {
			if (!this.isOwn(before.by.details)) return [before.by];
			const to = this.named(before);
			if (to.length > 0) return to;
			before = this.before(before);
		}
		// Answers somebody whose account is gone.
		if (before !== undefined) return [];
		return others.length === 1 ? others : [];
	}

	/** Those to whom the payload says that it is addressed, the firm aside. */
	private named({ item, to = [] }: Said): Entry[] {
		const found = new Set<Entry>();
		for (const named of to.slice(0, MAX_ADDRESSED)) {
			if (this.isOwn(named)) continue;
			const entry = this.find(named) ?? (this.account(item, named) as Entry | undefined);
			if (entry !== undefined && !this.isOwn(entry.details)) found.add(entry);
		}
		return [...found];
	}

	private add({ interactions, item }: Entry, interaction: Interaction): void {
		if (interactions.length < limits.interactions) interactions.push(interaction);
		else
			this.warnFull(interactions, item, `Only the first ${limits.interactions} interactions of an account are kept.`);
	}

	private warnFull(list: readonly unknown[], item: Payload, reason: string): void {
		if (!this.full.has(list)) item.warn(reason, "LIMIT");
		this.full.add(list);
	}

	private interaction(said: Said, direction: Interaction["direction"]): Interaction {
		const { item, by, channel, thread, answers } = said;
		const { displayName, handle, instance } = by?.details ?? {};
		const at = instance === undefined ? handle : `${handle}@${instance}`;
		return present<Interaction>({
			channel,
			direction,
			...this.text(said),
			platform: this.platform,
			// Who spoke in private is told by the direction.
			handle: channel === "dm" || handle === undefined ? undefined : at,
			author: displayName ?? handle,
			thread: whole(item, thread ?? answers, limits.id),
		});
	}

	private post(said: Said, { posts, item }: Entry): void {
		const { text, ...rest } = this.text(said);
		if (text === undefined) return;
		if (posts.length < limits.posts) posts.push({ ...rest, text, channel: said.channel });
		else this.warnFull(posts, item, `Only the first ${limits.posts} posts of an account are kept.`);
	}

	private text({ item, id, text, at, url }: Said): Partial<Pick<Post, "id" | "text" | "at" | "url">> {
		return present<Partial<Post>>({
			id: whole(item, id, limits.id),
			text: cut(item, text, limits.post),
			at,
			url: whole(item, url, limits.url),
		});
	}

	private profile({ details, posts, interactions }: Entry): ReadProfile {
		return present<ReadProfile>({
			platform: this.platform,
			...profileOf(details),
			posts: posts.length === 0 ? undefined : posts,
			interactions: interactions.length === 0 ? undefined : interactions,
		});
	}
}
