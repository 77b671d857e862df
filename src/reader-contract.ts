/** What readers of CRMs and readers of networks must keep to alike. */
import { type ContractCheck, frozen, must } from "./contract.js";
import { readProfile, readRecord } from "./schema.js";
import type { Warning } from "./types.js";

/** One item as its source sends it: plain JSON, or a text where the reader reads texts. */
export interface ReaderSample {
	readonly item: unknown;
	/** The envelope in which a list of such items comes: `(items) => ({ records: items, done: true })`. */
	readonly envelope?: (items: readonly unknown[]) => unknown;
}

/** Lists of what was found, and warnings. */
interface Reading {
	readonly warnings: readonly Warning[];
}

interface ReaderParts {
	readonly read: (payload: unknown) => Reading;
	readonly samples: readonly ReaderSample[];
	/** The items of the samples, for the reader to read. */
	readonly items: readonly unknown[];
	/** The same item with keys in it that nobody knows. */
	readonly withMore: (item: unknown) => unknown;
}

/** A text that would be noticed in a warning. */
export const MARK = "Zq7-mark";
/** Parts of one sample that are replaced by one value, at most. */
const MAX_PARTS = 400;

export function itemsOf(samples: readonly ReaderSample[]): unknown[] {
	return samples.map(({ item }) => JSON.parse(JSON.stringify(item)) as unknown);
}

/** Values that nobody should send, and some do. Made anew for each use. */
function hostileValues(): unknown[] {
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	const trap = (): never => {
		throw new Error("trap");
	};
	const circle: Record<string, unknown> = {};
	for (const key of ["data", "items", "author", "replies", "moved", "post", "parent"]) circle[key] = circle;
	return [
		...[null, undefined, true, 0, -1, Number.NaN, 1e300, 10n, "", " ", "\ud800", "<a href='", Symbol("s"), trap],
		...["a".repeat(100_000), [], [[]], [null], {}, { id: {} }, () => 1, new Date(Number.NaN), new Map()],
		...[proxy, circle, Object.defineProperty({}, "id", { get: trap, enumerable: true })],
		new Proxy({}, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap }),
		new Proxy({}, { get: trap, ownKeys: trap }),
		new Proxy([], { get: trap }),
	];
}

/** Copies of a plain value in each of which one part is something else. */
function* altered(value: unknown, put: unknown, depth = 0): Iterable<unknown> {
	yield put;
	if (typeof value !== "object" || value === null || depth > 8) return;
	for (const [key, inner] of Object.entries(value)) {
		for (const other of altered(inner, put, depth + 1)) {
			if (Array.isArray(value)) yield value.map((item, index) => (String(index) === key ? other : item));
			else yield { ...value, [key]: other };
		}
	}
}

export function* someAltered(value: unknown, put: unknown): Iterable<unknown> {
	let count = 0;
	for (const copy of altered(value, put)) {
		if (count++ === MAX_PARTS) return;
		yield copy;
	}
}

/** As a resolver takes a record in. */
export function acceptRecord(record: unknown, what: string): void {
	const read = readRecord(record, 0);
	const fault = "quarantined" in read ? read.quarantined : read.warnings[0];
	must(fault === undefined, `${what} is refused, ${fault?.path}: ${fault?.reason}`);
}

export function acceptProfile(profile: unknown, what: string): void {
	const [warning] = readProfile(profile).warnings;
	must(warning === undefined, `${what} is refused, ${warning?.path}: ${warning?.reason}`);
}

/** The checks of every reader, in front of those of its kind. */
export function readerContract({ read, samples, items, withMore }: ReaderParts): ContractCheck[] {
	/** What was read, without warnings: their paths depend on the envelope. */
	const content = (payload: unknown): string => {
		const { warnings: _, ...found } = read(payload);
		return JSON.stringify(found);
	};
	return [
		{
			name: "reads something in every sample, without a warning",
			run() {
				must(items.length > 0, "Give at least one sample.");
				for (const [index, item] of items.entries()) {
					const { warnings, ...found } = read(item);
					must(
						Object.values(found as Record<string, readonly unknown[]>).some((list) => list.length > 0),
						`Nothing is read in sample ${index + 1}.`,
					);
					const [warning] = warnings;
					must(warning === undefined, `Sample ${index + 1}, ${warning?.path}: ${warning?.reason}`);
				}
			},
		},
		{
			name: "never throws, whatever it is given",
			run() {
				for (const value of hostileValues()) {
					read(value);
					read([value]);
				}
				for (const item of items) {
					for (const value of hostileValues()) for (const broken of altered(item, value)) read(broken);
				}
			},
		},
		{
			name: "reads one item, a list of one and its envelope alike",
			run() {
				for (const [index, item] of items.entries()) {
					const alone = content(item);
					must(content([item]) === alone, `Sample ${index + 1} in a list is read otherwise.`);
					const page = samples[index]?.envelope?.([item]);
					if (page === undefined) continue;
					must(content(page) === alone, `Sample ${index + 1} in its envelope is read otherwise.`);
					must(content([page]) === alone, `Sample ${index + 1} in a list of pages is read otherwise.`);
				}
			},
		},
		{
			name: "passes over keys that it does not know",
			run() {
				for (const [index, item] of items.entries()) {
					must(content(withMore(item)) === content(item), `Unknown keys change what is read in sample ${index + 1}.`);
				}
			},
		},
		{
			name: "loses nothing else by a bad item among good ones",
			run() {
				const expected = content(items);
				for (const value of hostileValues()) {
					must(content([value, ...items]) === expected, "A bad item before the good ones changes what is read.");
					must(content([...items, value]) === expected, "A bad item after the good ones changes what is read.");
				}
			},
		},
		{
			name: "gives the same answer twice and changes nothing it is given",
			run() {
				const before = JSON.stringify(items);
				const fixed = frozen(JSON.parse(before) as unknown[]);
				const first = content(fixed);
				must(content(fixed) === first, "Two readings of one payload differ.");
				read(items);
				must(JSON.stringify(items) === before, "The payload has been changed.");
			},
		},
		{
			name: "shows no value in a warning",
			run() {
				for (const item of items) {
					for (const put of [MARK, [MARK], { [MARK]: MARK }, [[MARK]], [{ [MARK]: 1 }]]) {
						for (const copy of someAltered(item, put)) {
							must(!JSON.stringify(read(copy).warnings).includes(MARK), "A warning shows a value of the payload.");
						}
					}
				}
			},
		},
	];
}
