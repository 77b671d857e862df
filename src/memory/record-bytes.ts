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
import type { Words } from "./words.js";

/** How a string is kept: a number of a word, one byte for each code unit, two, or half a one. */
const WORD = 0;
const NARROW = 1;
const WIDE = 2;
const PACKED = 3;

/** What telephone numbers and numeric ids are written with. */
const unitOf: readonly number[] = [..."0123456789 +-()x"].map((character) => character.charCodeAt(0));
const halfByteOf: ReadonlyMap<number, number> = new Map(unitOf.map((unit, half) => [unit, half]));

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
	private words: Words | undefined;

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
		const number = this.words?.refer(word);
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
		if (this.packed(text)) return;
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

	/** Two characters to a byte, if all of them can be packed. */
	private packed(text: string): boolean {
		const start = this.length;
		this.number(text.length * 4 + PACKED);
		for (let i = 0; i < text.length; i++) {
			const half = halfByteOf.get(text.charCodeAt(i));
			if (half === undefined) {
				this.length = start;
				return false;
			}
			if (i % 2 === 0) this.bytes[this.length++] = half;
			else this.bytes[this.length - 1]! |= half << 4;
		}
		return true;
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
		const start = this.at;
		this.at += form === WIDE ? 2 * length : form === PACKED ? Math.ceil(length / 2) : length;
		let text = "";
		// Pieces, as a call takes only so many arguments.
		for (let from = 0; from < length; from += PIECE) {
			const units = new Array<number>(Math.min(length - from, PIECE));
			for (let i = 0; i < units.length; i++) units[i] = this.unitAt(form, start, from + i);
			text += String.fromCharCode.apply(undefined, units);
		}
		this.released?.forget(text);
		return text;
	}

	private unitAt(form: number, start: number, index: number): number {
		const { bytes } = this;
		if (form === NARROW) return bytes[start + index]!;
		if (form === WIDE) return bytes[start + 2 * index]! | (bytes[start + 2 * index + 1]! << 8);
		return unitOf[(bytes[start + (index >> 1)]! >> (4 * (index % 2))) & 15]!;
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
