/**
 * How outside data is read: one property at a time, so that a getter that throws costs one field. Prototypes, unknown
 * keys and depth are never walked, lists are read by index up to their cap. What the fields of each noun are stands in
 * `schema.ts`.
 */
import { clip } from "./text/unicode.js";
import type { Warning } from "./types.js";

// ---------------------------------------------------------------- nouns

/** How a field says that what is over its cap is to be cut rather than left out. */
export const CUT = "cut";

/** Why a field refuses a value, as zod says it. */
export interface Issue {
	readonly code?: string;
	readonly message: string;
	readonly expected?: string;
	readonly maximum?: number | bigint;
	readonly values?: readonly unknown[];
}

/** What checks one value: mostly a schema of zod, which is known to `schema.ts` alone. */
export interface Field<T> {
	safeParse(
		value: unknown,
	):
		| { readonly success: true; readonly data: T }
		| { readonly success: false; readonly error: { issues: readonly Issue[] } };
	/** What `safeParse` makes of a plain value, found out in a tenth of its time. `undefined`: ask `safeParse`. */
	plain(value: unknown): T | undefined;
}

/** Known keys and their raw values. */
export type Known = Record<string, unknown>;

/** One key of a noun. */
interface Part {
	readonly key: string;
	/** The names it goes by in the input. */
	readonly names: readonly string[];
	readonly field: Field<unknown>;
	readonly isNeeded: boolean;
}

/** How each field is checked. One by one: most fields are absent, and a bad one must not spoil its neighbours. */
type Fields<T> = { readonly [Key in keyof T]-?: Field<NonNullable<T[Key]>> };

export interface Noun<T> {
	readonly parts: readonly Part[];
	/** The key for which a bare value stands: "todd@example.com" is { value }. It is one of those needed. */
	readonly bare?: string;
	/** How it is checked, where a bare value is all there is to check. */
	readonly bareField?: Field<unknown> | undefined;
	/** Without one of these the noun says nothing. */
	readonly needs: readonly string[];
	/** What to believe when the value of a key cannot be read, or when two sources differ. */
	readonly careful?: Readonly<Record<string, unknown>>;
	/** What holds when nothing is said. */
	readonly defaults?: Readonly<Record<string, unknown>>;
	/** Rearranges raw values before they are checked. */
	readonly prepare?: (known: Known, path: string, reading: Reading) => void;
	/** Whether a text means "not known". */
	readonly unknown?: (text: string) => boolean;
	/** The parts of a text that holds several. */
	readonly split?: (text: string) => readonly string[];
	/** Why the whole is not to be used, whatever its fields say. */
	readonly refuse?: (item: Partial<T>) => string | undefined;
	/** Two of a list that agree in this are one. */
	readonly same?: (item: T) => string;
}

interface NounOptions<T> extends Partial<Omit<Noun<T>, "parts" | "bareField">> {
	readonly alsoNamed?: Readonly<Record<string, readonly string[]>>;
}

// @__NO_SIDE_EFFECTS__
export function noun<T>(fields: Fields<T>, { alsoNamed = {}, ...options }: NounOptions<T> = {}): Noun<T> {
	const { needs = Object.keys(fields) } = options;
	const parts = Object.entries<Field<unknown>>(fields).map(([key, field]) => {
		return { key, names: [key, ...(alsoNamed[key] ?? [])], field, isNeeded: needs.includes(key) };
	});
	const isAlone = options.prepare === undefined && options.defaults === undefined;
	const bareField = isAlone ? parts.find(({ key }) => key === options.bare)?.field : undefined;
	return { parts, needs, bareField, ...options };
}

// ---------------------------------------------------------------- reading

/** What one reading gathers beside the noun itself. */
export interface Reading {
	readonly warnings: Warning[];
	/** Addresses found in place of handles. */
	readonly links: string[];
}

/** Warnings of one item, at most: more tell nothing new. */
const MAX_WARNINGS = 100;

export function warn({ warnings }: Reading, code: Warning["code"], path: string, reason: string): void {
	if (warnings.length < MAX_WARNINGS) warnings.push({ code, path, reason });
}

const join = (path: string, key: string | number): string => (path === "" ? `${key}` : `${path}.${key}`);

const threw = Symbol("reading it threw an error");

/** One property, whatever the object is. */
export function get(source: object, key: string): unknown {
	try {
		return (source as Known)[key];
	} catch {
		return threw;
	}
}

/** One item. Apart from `get`, because engines are quicker where they see either names or numbers. */
export function itemOf(source: readonly unknown[], index: number): unknown {
	try {
		return source[index];
	} catch {
		return threw;
	}
}

/** The own keys of an object, at most `max`. */
export function ownKeys(source: object, max: number): readonly string[] {
	try {
		const keys = Object.keys(source);
		return keys.length > max ? keys.slice(0, max) : keys;
	} catch {
		return [];
	}
}

export function isList(value: unknown): value is readonly unknown[] {
	try {
		return Array.isArray(value);
	} catch {
		// A revoked Proxy.
		return false;
	}
}

export const isObject: (value: unknown) => value is object = (value): value is object =>
	typeof value === "object" && value !== null && !isList(value);

export function kindOf(value: unknown): string {
	if (value === threw) return "something that throws when it is read";
	if (value === undefined || value === null) return "nothing";
	if (isList(value)) return "a list";
	if (typeof value === "number" && !Number.isFinite(value)) return "a number that is not finite";
	if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value))
		return "an integer above 2^53 - 1";
	return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Trims strings. What means "not known" becomes undefined. */
export function trimmed(value: unknown): unknown {
	if (value === undefined) return undefined;
	if (typeof value === "string") return value.trim() || undefined;
	if (value === null || (isList(value) && get(value, "length") === 0)) return undefined;
	return value;
}

/** Why zod refused a value, in our words: its own might quote. */
export function reasonOf(issue: Issue, value: unknown): string {
	switch (issue.code) {
		case "invalid_type":
			return `Expected a ${issue.expected}, found ${kindOf(value)}.`;
		case "invalid_value":
			return `Expected one of ${issue.values?.join(", ")}.`;
		case "too_big":
			return `Longer than ${issue.maximum} code units: ${issue.message === CUT ? CUT : "left out"}.`;
		case "too_small":
			return "Nothing readable in it.";
		default:
			return issue.message;
	}
}

/** Not even zod may look into an object of the caller's: it reads `length`, and a Proxy can throw at that. */
export function check<T>(field: Field<T>, value: unknown): ReturnType<Field<T>["safeParse"]> {
	const isOpaque = typeof value === "object" || typeof value === "function";
	return field.safeParse(isOpaque ? undefined : value);
}

/** Checks raw values. An offending one is cut, replaced or left out. */
function settle<T>(noun: Noun<T>, values: Known, path: string, reading: Reading, isBare = false): Partial<T> {
	noun.prepare?.(values, path, reading);
	const settled: Known = {};
	for (const { key, field } of noun.parts) {
		const value = values[key];
		if (value === undefined) continue;
		const plain = field.plain(value);
		if (plain !== undefined) {
			settled[key] = plain;
			continue;
		}
		const checked = check(field, value);
		if (checked.success) {
			settled[key] = checked.data;
			continue;
		}
		const issue = checked.error.issues[0] as Issue;
		const code = issue.code === "too_big" ? "LIMIT" : "SHAPE";
		warn(reading, code, isBare && key === noun.bare ? path : join(path, key), reasonOf(issue, value));
		if (issue.code === "too_big" && issue.message === CUT) {
			settled[key] = clip(value as string, Number(issue.maximum)).trim();
		} else if (noun.careful && Object.hasOwn(noun.careful, key)) {
			settled[key] = noun.careful[key];
		}
	}
	return settled as Partial<T>;
}

/** A raw value, unless it means "not known". */
function known<T>(noun: Noun<T>, raw: unknown): unknown {
	const value = trimmed(raw);
	return typeof value === "string" && noun.unknown?.(value) ? undefined : value;
}

interface Picked {
	/** The values of a noun's keys, in its order, from the first source that has them; `undefined` when there are none. */
	readonly values: Known | undefined;
	/** Whether any of the keys it needs was there at all, even if blank. */
	readonly needed: boolean;
	/** All values are plain, and are now as their fields want them. */
	readonly settled: boolean;
}

function pick<T>(noun: Noun<T>, sources: readonly object[]): Picked {
	let values: Known | undefined;
	let needed = false;
	let settled = noun.prepare === undefined;
	for (const { key, names, field, isNeeded } of noun.parts) {
		search: for (const source of sources) {
			for (const name of names) {
				const raw = get(source, name);
				if (raw === undefined) continue;
				if (isNeeded) needed = true;
				const value = known(noun, raw);
				if (value === undefined) continue;
				const plain = settled ? field.plain(value) : undefined;
				if (plain === undefined) settled = false;
				values ??= {};
				values[key] = plain ?? value;
				break search;
			}
		}
	}
	return { values, needed, settled };
}

/** The parts of a noun that its sources know, each source filling what those before it leave open. */
export function partsOf<T>(
	noun: Noun<T>,
	sources: readonly object[],
	path: string,
	reading: Reading,
): Partial<T> | undefined {
	const { values, settled } = pick(noun, sources);
	return values === undefined || settled ? (values as Partial<T> | undefined) : settle(noun, values, path, reading);
}

/** One noun from a bare value, if that is plain. */
function readPlain<T>({ bare, bareField, refuse }: Noun<T>, value: unknown): T | undefined {
	const plain = bareField?.plain(value);
	if (plain === undefined) return undefined;
	const item: Known = {};
	item[bare as string] = plain;
	return refuse?.(item as Partial<T>) === undefined ? (item as T) : undefined;
}

/** One noun from an object, or from the bare value that stands for it. */
function read<T>(noun: Noun<T>, input: unknown, path: string, reading: Reading): T | undefined {
	const { bare, needs } = noun;
	if (isObject(input)) {
		const picked = pick(noun, [input]);
		if (!picked.needed) warn(reading, "SHAPE", path, `Has none of the keys ${needs.join(", ")}.`);
		return make(noun, picked, path, reading);
	}
	if (bare !== undefined && input !== threw && !isList(input)) {
		return finish(noun, settle(noun, { [bare]: input }, path, reading, true), path, reading);
	}
	const expected = bare === undefined ? "an object" : "a string or an object";
	warn(reading, "SHAPE", path, `Expected ${expected}, found ${kindOf(input)}.`);
	return undefined;
}

/** One noun whose parts are columns of a row. */
export function gather<T>(noun: Noun<T>, sources: readonly object[], path: string, reading: Reading): T | undefined {
	return make(noun, pick(noun, sources), path, reading);
}

function make<T>(noun: Noun<T>, { values, needed, settled }: Picked, path: string, reading: Reading): T | undefined {
	if (values === undefined || !needed) return undefined;
	return finish(noun, settled ? (values as Partial<T>) : settle(noun, values, path, reading), path, reading);
}

/** One noun from its parts, if enough is left of it. */
function finish<T>(noun: Noun<T>, data: Partial<T>, path: string, reading: Reading): T | undefined {
	if (!noun.needs.some((key) => data[key as keyof T] !== undefined)) return undefined;
	const refusal = noun.refuse?.(data);
	if (refusal !== undefined) {
		warn(reading, "SHAPE", path, refusal);
		return undefined;
	}
	// Spreading both into a literal takes engines ten times as long.
	return (noun.defaults === undefined ? data : Object.assign({}, noun.defaults, data)) as T;
}

/** What two entries for the same thing know together. The first one is believed, or the careful one. */
function merge<T>({ careful = {} }: Noun<T>, first: T, second: T): T {
	const merged: T = { ...second, ...first };
	for (const key of Object.keys(careful) as (keyof T & string)[]) {
		if (second[key] === careful[key]) merged[key] = second[key];
	}
	return merged;
}

/** Leaves out what is there already, and what is over the cap. `more`: something has been left out before. */
export function distinct<T>(
	noun: Noun<T>,
	items: readonly T[],
	max: number,
	path: string,
	reading: Reading,
	more = false,
): readonly T[] {
	let kept = items;
	if (noun.same !== undefined && items.length > 1) {
		const byKey = new Map<string, T>();
		for (const item of items) {
			const key = noun.same(item);
			const first = byKey.get(key);
			byKey.set(key, first === undefined ? item : merge(noun, first, item));
		}
		if (byKey.size < items.length) kept = [...byKey.values()];
	}
	if (more || kept.length > max) warn(reading, "LIMIT", path, `Only the first ${max} items are read.`);
	return kept.length > max ? kept.slice(0, max) : kept;
}

/** Most lists are empty: they share one, which nobody can change. */
export const none: readonly never[] = /* @__PURE__ */ Object.freeze([]);

/** The items, and the one or the several that a raw value holds. */
function added<T>(
	noun: Noun<T>,
	items: T[] | undefined,
	raw: unknown,
	path: string,
	index: number | undefined,
	reading: Reading,
): T[] | undefined {
	const value = known(noun, raw);
	if (value === undefined) return items;
	let all = items;
	for (const part of typeof value === "string" && noun.split ? noun.split(value) : [value]) {
		if (part !== value && known(noun, part) === undefined) continue;
		const item = readPlain(noun, part) ?? read(noun, part, index === undefined ? path : join(path, index), reading);
		if (item === undefined) continue;
		// A list that is made with one item has no room for others, which most would leave empty.
		if (all === undefined) all = [item];
		else all.push(item);
	}
	return all;
}

/** One or several of a noun, under any of the keys (`emails` and `email`) of any of the sources. */
export function list<T>(
	noun: Noun<T>,
	sources: readonly object[],
	keys: readonly string[],
	max: number,
	reading: Reading,
	path = "",
): readonly T[] {
	let items: T[] | undefined;
	let more = false;
	for (const source of sources) {
		for (const key of keys) {
			const found = trimmed(get(source, key));
			if (found === undefined) continue;
			if (!isList(found)) {
				items = added(noun, items, found, join(path, key), undefined, reading);
				continue;
			}
			const length = get(found, "length");
			const end = typeof length === "number" ? Math.min(length, max) : 0;
			for (let index = 0; index < end; index++) {
				items = added(noun, items, itemOf(found, index), join(path, key), index, reading);
			}
			more ||= end !== length;
		}
	}
	if (items === undefined && !more) return none;
	return distinct(noun, items ?? none, max, join(path, keys[0] as string), reading, more);
}
