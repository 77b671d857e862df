/**
 * A walk through an outside system's payload: JSON as a vendor sends it, with unknown keys, nulls, strings for numbers, or
 * nothing at all. Reading never throws; what is there but cannot be used is a warning with its path, never with its value.
 */
import { get, isList, isObject, itemOf, kindOf, ownKeys } from "./reading.js";
import { isoTime } from "./text/time.js";
import type { Warning } from "./types.js";

/** Items of one list that are read, and warnings that are kept. */
const MAX_ITEMS = 100_000;
const MAX_WARNINGS = 1000;
const MAX_KEYS = 1000;

export class Payload {
	readonly value: unknown;
	readonly path: string;
	private readonly warnings: Warning[];

	constructor(value: unknown, path: string, warnings: Warning[]) {
		this.value = value;
		this.path = path;
		this.warnings = warnings;
	}

	/** What stands under these keys, one in another: `at("snippet", "title")`. */
	at(...keys: readonly string[]): Payload {
		let { value, path } = this;
		for (const key of keys) {
			value = isObject(value) ? get(value, key) : undefined;
			path = path === "" ? key : `${path}.${key}`;
		}
		return new Payload(value, path, this.warnings);
	}

	/** The first of these keys that holds something. Without one, the last of them. */
	first(...keys: readonly string[]): Payload {
		const found = keys.find((key) => this.at(key).exists);
		return this.at(found ?? (keys.at(-1) as string));
	}

	/** Null, undefined, "" and [] are not there. */
	get exists(): boolean {
		const { value } = this;
		if (typeof value === "string") return value.trim() !== "";
		return value !== undefined && value !== null && !(isList(value) && get(value, "length") === 0);
	}

	get isObject(): boolean {
		return isObject(this.value);
	}

	get isList(): boolean {
		return isList(this.value);
	}

	/** A text that is not blank, trimmed; numbers as they are written. */
	text(): string | undefined {
		const { value } = this;
		if (typeof value === "string") return value.trim() || undefined;
		if (typeof value === "bigint" || Number.isSafeInteger(value)) return String(value);
		if (this.exists) this.warn(`Expected a text, found ${kindOf(value)}.`);
		return undefined;
	}

	/** A text without which the item is of no use: a warning when it is not there. */
	required(): string | undefined {
		if (!this.exists) this.warn("Expected a text, found nothing.");
		return this.text();
	}

	/** True and false, also as the words, as 1 and as 0. */
	flag(): boolean | undefined {
		const { value } = this;
		const plain = typeof value === "string" ? value.trim().toLowerCase() : value;
		if (plain === true || plain === "true" || plain === 1 || plain === "1") return true;
		if (plain === false || plain === "false" || plain === 0 || plain === "0") return false;
		if (this.exists) this.warn(`Expected true or false, found ${kindOf(value)}.`);
		return undefined;
	}

	/** A finite number, also when it is written as a text. */
	number(): number | undefined {
		const { value } = this;
		const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
		if (typeof number === "number" && Number.isFinite(number)) return number;
		if (this.exists) this.warn(`Expected a number, found ${kindOf(value)}.`);
		return undefined;
	}

	/** A moment as an ISO 8601 date-time in UTC, or the date when no time is given. Numbers count from the epoch. */
	time(unit: "s" | "ms" = "s"): string | undefined {
		if (!this.exists) return undefined;
		const { value } = this;
		const time = typeof value === "string" || typeof value === "number" ? isoTime(value, unit) : undefined;
		if (time === undefined) this.warn(`Expected a date or a time, found ${kindOf(value)} that is none.`);
		return time;
	}

	/** The items of a list, or the one item that stands in place of it. Nothing there: none. */
	items(): Payload[] {
		const { value, path, warnings } = this;
		if (!this.exists) return [];
		if (!isList(value)) return [this];
		const length = get(value, "length");
		const end = typeof length === "number" ? Math.min(length, MAX_ITEMS) : 0;
		if (end !== length) this.warn(`Only the first ${MAX_ITEMS} items are read.`, "LIMIT");
		const items: Payload[] = [];
		for (let index = 0; index < end; index++) {
			const item = itemOf(value, index);
			// JSON has no holes; a list that is nothing but holes is not to cost what a full one does.
			if (item !== undefined) items.push(new Payload(item, path === "" ? `${index}` : `${path}.${index}`, warnings));
		}
		return items;
	}

	/** The items that are objects; of the others a warning. */
	objects(): Payload[] {
		return this.items().filter((item) => {
			if (item.isObject) return true;
			if (item.exists) item.warn(`Expected an object, found ${kindOf(item.value)}.`);
			return false;
		});
	}

	/** The names of what an object holds. */
	keys(): readonly string[] {
		return isObject(this.value) ? ownKeys(this.value, MAX_KEYS) : [];
	}

	/** What a word of the system's means here: `at("status").among({ "2": "open", "5": "closed" })`. */
	among<T>(words: Readonly<Record<string, T>>): T | undefined {
		const word = this.text();
		return word !== undefined && Object.hasOwn(words, word) ? words[word] : undefined;
	}

	/** The items of the list under one of these keys, for each envelope here; an item without such a key is itself one. */
	unwrap(...keys: readonly string[]): Payload[] {
		return this.objects().flatMap((item) => {
			const inside = keys.map((key) => item.at(key)).find(({ isList, isObject }) => isList || isObject);
			return inside === undefined ? [item] : inside.objects();
		});
	}

	/** Notes what could not be used here. `reason` is a sentence without values. */
	warn(reason: string, code: Warning["code"] = "SHAPE"): void {
		if (this.warnings.length < MAX_WARNINGS) this.warnings.push({ code, path: this.path, reason });
	}
}

/** An object without the keys that hold nothing. */
export function present<T extends object>(fields: { [Key in keyof T]: T[Key] | undefined }): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
