/**
 * A record as bytes and back: what is absent or usual takes no room, and words that recur (given names, cities, firms) are
 * kept once and referred to. What comes back is equal to what was written, field for field.
 */
import type { Attributes, Consent, ContactPoint, CrmRecord, Interaction, PersonName } from "../types.js";
import {
	addressFields,
	consentFields,
	contactFields,
	type Fields,
	handleFields,
	interactionFields,
	nameFields,
} from "./record-fields.js";

/**
 * Words that recur, by number. Most names are rare: the first few thousand words are most of what is written. Each is kept
 * for as long as a record refers to it, so that a word which only removed records had is nowhere any more.
 */
export class Words {
	readonly list: string[];
	/** How often each is referred to; 0 where a number is free. */
	readonly uses: number[];
	private readonly numbers: Map<string, number> = new Map();
	private readonly free: number[] = [];
	/** Words that have come once lately. */
	private readonly once: Set<string> = new Set();

	constructor(list: readonly string[] = [], uses: readonly number[] = []) {
		this.list = [...list];
		this.uses = [...uses];
		for (const [number, word] of list.entries()) {
			if (uses[number] === 0) this.free.push(number);
			else this.numbers.set(word, number);
		}
	}

	/** Refers to a word once more. @returns its number; undefined the first time, and when there is no room for another */
	refer(word: string): number | undefined {
		const known = this.numbers.get(word);
		if (known !== undefined) {
			this.uses[known]!++;
			return known;
		}
		const isFull = this.list.length === MOST_WORDS && this.free.length === 0;
		if (isFull || word.length > LONGEST_WORD) return undefined;
		// Most words never come again.
		if (word !== "" && !this.once.has(word)) {
			if (this.once.size === MOST_WORDS) this.once.clear();
			this.once.add(word);
			return undefined;
		}
		this.once.delete(word);
		const number = this.free.pop() ?? this.list.length;
		this.numbers.set(word, number);
		this.list[number] = word;
		this.uses[number] = 1;
		return number;
	}

	/** Refers to a word once less. */
	release(number: number): void {
		if (--this.uses[number]! > 0) return;
		this.numbers.delete(this.list[number]!);
		this.list[number] = "";
		this.free.push(number);
	}

	/** Forgets that a text has come, where it has come once. */
	forget(text: string): void {
		this.once.delete(text);
	}
}

/** As many as two bytes can refer to. */
const MOST_WORDS = 4096;
const LONGEST_WORD = 40;

/** How a string is kept: a number of a word, one byte for each code unit, or two. */
const WORD = 0;
const NARROW = 1;
const WIDE = 2;

/** Which of the parts of a record are not empty or usual. */
const HAS = {
	source: 1,
	kind: 2,
	names: 4,
	emails: 8,
	phones: 16,
	addresses: 32,
	organization: 64,
	title: 128,
	pronouns: 256,
	links: 512,
	handles: 1024,
	interactions: 2048,
	status: 4096,
	consent: 8192,
	attributes: 16384,
} as const;

export class RecordWriter {
	bytes: Uint8Array = new Uint8Array(1024);
	length = 0;
	private words: Words = new Words();

	/** Writes a record from the beginning of `bytes`. */
	write(record: CrmRecord, words: Words): void {
		this.words = words;
		this.length = 0;
		const { source, kind, organization, title, pronouns, status, consent, attributes } = record;
		const { names, emails, phones, addresses, links, handles, interactions } = record;
		const hasConsent = !isEmpty(consent);
		const hasAttributes = !isEmpty(attributes);
		this.text(record.id);
		this.number(
			(source === undefined ? 0 : HAS.source) |
				(kind === "person" ? 0 : HAS.kind) |
				(names.length === 0 ? 0 : HAS.names) |
				(emails.length === 0 ? 0 : HAS.emails) |
				(phones.length === 0 ? 0 : HAS.phones) |
				(addresses.length === 0 ? 0 : HAS.addresses) |
				(organization === undefined ? 0 : HAS.organization) |
				(title === undefined ? 0 : HAS.title) |
				(pronouns === undefined ? 0 : HAS.pronouns) |
				(links.length === 0 ? 0 : HAS.links) |
				(handles.length === 0 ? 0 : HAS.handles) |
				(interactions.length === 0 ? 0 : HAS.interactions) |
				(status === "unknown" ? 0 : HAS.status) |
				(hasConsent ? HAS.consent : 0) |
				(hasAttributes ? HAS.attributes : 0),
		);
		if (source !== undefined) this.word(source);
		if (kind !== "person") this.word(kind);
		if (names.length > 0) this.list(names, nameFields);
		if (emails.length > 0) this.list(emails, contactFields);
		if (phones.length > 0) this.list(phones, contactFields);
		if (addresses.length > 0) this.list(addresses, addressFields);
		if (organization !== undefined) this.word(organization);
		if (title !== undefined) this.word(title);
		if (pronouns !== undefined) this.word(pronouns);
		if (links.length > 0) this.texts(links);
		if (handles.length > 0) this.list(handles, handleFields);
		if (interactions.length > 0) this.list(interactions, interactionFields);
		if (status !== "unknown") this.word(status);
		if (hasConsent) this.item(consent, consentFields);
		if (hasAttributes) this.text(JSON.stringify(attributes));
	}

	/** Overwrites what has been written. */
	clear(): void {
		this.bytes.fill(0);
	}

	private list<T extends object>(items: readonly T[], fields: Fields<T>): void {
		this.number(items.length);
		for (const item of items) this.item(item, fields);
	}

	private item<T extends object>(item: T, fields: Fields<T>): void {
		let present = 0;
		for (let at = 0; at < fields.length; at++) if (item[fields[at]![0]] !== undefined) present |= 1 << at;
		this.number(present);
		for (let at = 0; at < fields.length; at++) {
			if ((present & (1 << at)) === 0) continue;
			const [key, form] = fields[at]!;
			const value = item[key];
			if (form === "word") this.word(value as string);
			else if (form === "address") this.address(value as string);
			else if (form === "text") this.text(value as string);
			else if (form === "flag") this.number(value === true ? 1 : 0);
			else this.texts(value as readonly string[]);
		}
	}

	private texts(texts: readonly string[]): void {
		this.number(texts.length);
		for (const text of texts) this.text(text);
	}

	private word(word: string): void {
		const number = this.words.refer(word);
		if (number === undefined) this.text(word);
		else this.number(number * 4 + WORD);
	}

	/** Many addresses have one host. */
	private address(text: string): void {
		const at = text.lastIndexOf("@");
		this.word(at < 0 ? "" : text.slice(at));
		this.text(at < 0 ? text : text.slice(0, at));
	}

	private text(text: string): void {
		const { length } = text;
		this.room(2 * length + 8);
		const start = this.length;
		this.number(length * 4 + NARROW);
		let at = this.length;
		for (let i = 0; i < length; i++) {
			const unit = text.charCodeAt(i);
			if (unit > 0xff) {
				this.length = start;
				this.wide(text);
				return;
			}
			this.bytes[at++] = unit;
		}
		this.length = at;
	}

	private wide(text: string): void {
		this.number(text.length * 4 + WIDE);
		for (let i = 0; i < text.length; i++) {
			const unit = text.charCodeAt(i);
			this.bytes[this.length++] = unit & 0xff;
			this.bytes[this.length++] = unit >>> 8;
		}
	}

	/** Seven bits a byte, the lowest first; the eighth says that more follow. */
	private number(number: number): void {
		this.room(8);
		let left = number;
		while (left > 0x7f) {
			this.bytes[this.length++] = (left & 0x7f) | 0x80;
			left >>>= 7;
		}
		this.bytes[this.length++] = left;
	}

	private room(more: number): void {
		if (this.length + more <= this.bytes.length) return;
		const grown = new Uint8Array(2 * (this.length + more));
		grown.set(this.bytes.subarray(0, this.length));
		this.bytes = grown;
	}
}

const none: readonly never[] = Object.freeze([]);
const nothing: Readonly<Record<string, never>> = Object.freeze({});

function isEmpty(object: object): boolean {
	for (const _ in object) return false;
	return true;
}

/** Reads records where `RecordWriter` has written them. */
export class RecordReader {
	private bytes: Uint8Array = new Uint8Array(0);
	private at = 0;
	private words: readonly string[] = [];
	/** Those of a record that is given up. */
	private released: Words | undefined;

	read(bytes: Uint8Array, at: number, words: readonly string[]): CrmRecord {
		this.bytes = bytes;
		this.at = at;
		this.words = words;
		const id = this.text();
		const has = this.number();
		const head: { source?: string } = (has & HAS.source) !== 0 ? { source: this.text() } : {};
		const kind = (has & HAS.kind) === 0 ? "person" : (this.text() as CrmRecord["kind"]);
		const names = (has & HAS.names) === 0 ? none : this.list(nameFields);
		const emails = (has & HAS.emails) === 0 ? none : this.list(contactFields);
		const phones = (has & HAS.phones) === 0 ? none : this.list(contactFields);
		const addresses = (has & HAS.addresses) === 0 ? none : this.list(addressFields);
		const work: { organization?: string; title?: string; pronouns?: string } = {};
		if ((has & HAS.organization) !== 0) work.organization = this.text();
		if ((has & HAS.title) !== 0) work.title = this.text();
		if ((has & HAS.pronouns) !== 0) work.pronouns = this.text();
		const links = (has & HAS.links) === 0 ? none : this.texts();
		const handles = (has & HAS.handles) === 0 ? none : this.list(handleFields);
		const interactions = (has & HAS.interactions) === 0 ? none : this.list(interactionFields);
		const status = (has & HAS.status) === 0 ? "unknown" : (this.text() as CrmRecord["status"]);
		const consent: Consent = (has & HAS.consent) === 0 ? nothing : this.item(consentFields);
		const attributes: Attributes = (has & HAS.attributes) === 0 ? nothing : (JSON.parse(this.text()) as Attributes);
		return {
			id,
			kind,
			status,
			...head,
			...work,
			names: names as readonly PersonName[],
			emails: emails as readonly ContactPoint[],
			phones: phones as readonly ContactPoint[],
			addresses,
			links,
			handles,
			interactions: interactions as readonly Interaction[],
			consent,
			attributes,
		};
	}

	/** Gives up the words of a record, which is then to be overwritten. */
	release(bytes: Uint8Array, at: number, words: Words): void {
		this.released = words;
		this.read(bytes, at, words.list);
		this.released = undefined;
	}

	/** The id alone. */
	readId(bytes: Uint8Array, at: number): string {
		this.bytes = bytes;
		this.at = at;
		return this.text();
	}

	private list<T extends object>(fields: Fields<T>): T[] {
		const count = this.number();
		const items: T[] = [];
		for (let i = 0; i < count; i++) items.push(this.item(fields));
		return items;
	}

	private item<T extends object>(fields: Fields<T>): T {
		const present = this.number();
		const item: Record<string, unknown> = {};
		for (let at = 0; at < fields.length; at++) {
			if ((present & (1 << at)) === 0) continue;
			const [key, form] = fields[at]!;
			if (form === "flag") item[key] = this.number() === 1;
			else if (form === "texts") item[key] = this.texts();
			else if (form === "address") item[key] = this.address();
			else item[key] = this.text();
		}
		return item as T;
	}

	private texts(): string[] {
		const count = this.number();
		const texts: string[] = [];
		for (let i = 0; i < count; i++) texts.push(this.text());
		return texts;
	}

	private address(): string {
		const host = this.text();
		return this.text() + host;
	}

	/** A text, or the word that is referred to. */
	private text(): string {
		const number = this.number();
		const form = number % 4;
		const length = (number - form) / 4;
		if (form === WORD) {
			const word = this.words[length] as string;
			this.released?.release(length);
			return word;
		}
		const { bytes } = this;
		let at = this.at;
		this.at += form === WIDE ? 2 * length : length;
		let text = "";
		// Pieces, as a call takes only so many arguments.
		for (let left = length; left > 0; left -= PIECE) {
			const units = new Array<number>(Math.min(left, PIECE));
			for (let i = 0; i < units.length; i++) {
				units[i] = form === WIDE ? bytes[at++]! | (bytes[at++]! << 8) : bytes[at++]!;
			}
			text += String.fromCharCode.apply(undefined, units);
		}
		this.released?.forget(text);
		return text;
	}

	private number(): number {
		const { bytes } = this;
		let number = 0;
		let shift = 1;
		for (;;) {
			const byte = bytes[this.at++]!;
			number += (byte & 0x7f) * shift;
			if (byte < 0x80) return number;
			shift *= 128;
		}
	}
}

const PIECE = 4096;
