import { type ContractCheck, frozen, must } from "./contract.js";
import type { PlatformReader, PlatformReading } from "./platforms/platform.js";
import { readProfile, readRecord } from "./schema.js";

/** One item as a network sends it: plain JSON, or a text where the reader reads texts. */
export interface PlatformSample {
	readonly item: unknown;
	/** The envelope in which a list of such items comes: `(items) => ({ data: items, meta: {} })`. */
	readonly envelope?: (items: readonly unknown[]) => unknown;
}

/** A text that would be noticed in a warning. */
const MARK = "Zq7-mark";
/** Parts of one sample that are replaced, at most. */
const MAX_PARTS = 300;

/** Values that no network should send, and some do. Made anew for each use. */
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
		...[[], [[]], [null], {}, { id: {} }, new Date(Number.NaN), new Map(), proxy, circle],
		new Proxy({}, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap }),
		new Proxy([], { get: trap }),
	];
}

/** Too long and too deep for anything. */
function* largeValues(): Iterable<unknown> {
	yield "<p>&amp;@".repeat(50_000);
	yield Array.from({ length: 2_000 }, (_, index) => ({ id: index, text: "https://t.co/a ".repeat(20) }));
	let deep: unknown = [];
	for (let depth = 0; depth < 20_000; depth++) deep = depth % 2 === 0 ? [deep] : { data: deep, replies: deep };
	yield deep;
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

function* someAltered(value: unknown, put: unknown): Iterable<unknown> {
	let count = 0;
	for (const copy of altered(value, put)) {
		if (count++ === MAX_PARTS) return;
		yield copy;
	}
}

/** The same with a key nobody knows in every object. */
function withMore(value: unknown): unknown {
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return value.map(withMore);
	const more = Object.entries(value).map(([key, inner]) => [key, withMore(inner)] as const);
	return { zzUnknown: { deep: [1, MARK] }, ...Object.fromEntries(more), zzOther: null };
}

/** What was read, without warnings: their paths depend on the envelope. */
const content = ({ profiles, unattributed }: PlatformReading): string => JSON.stringify({ profiles, unattributed });

function accepted({ profiles, unattributed }: PlatformReading, what: string): void {
	for (const profile of profiles) {
		const [warning] = readProfile(profile).warnings;
		must(warning === undefined, `${what}: a profile is refused, ${warning?.path}: ${warning?.reason}`);
	}
	for (const interaction of unattributed) {
		const read = readRecord({ id: "1", interactions: [interaction] }, 0);
		const fault = "quarantined" in read ? read.quarantined : read.warnings[0];
		must(fault === undefined, `${what}: an interaction is refused, ${fault?.path}: ${fault?.reason}`);
	}
}

/** What every reader of a network must keep to, checked on samples of yours: one item of each kind that it reads. */
export function platformContract(read: PlatformReader, samples: readonly PlatformSample[]): ContractCheck[] {
	const items = samples.map(({ item }) => JSON.parse(JSON.stringify(item)) as unknown);
	return [
		{
			name: "reads something in every sample, without a warning",
			run() {
				must(items.length > 0, "Give at least one sample.");
				for (const [index, item] of items.entries()) {
					const { profiles, unattributed, warnings } = read(item);
					must(profiles.length + unattributed.length > 0, `Nothing is read in sample ${index + 1}.`);
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
					for (const value of hostileValues()) for (const broken of someAltered(item, value)) read(broken);
				}
			},
		},
		{
			name: "survives what is huge or deep",
			run() {
				for (const value of largeValues()) {
					read(value);
					for (const item of items) {
						if (typeof item !== "object" || item === null) continue;
						const all = Object.keys(item).map((key) => [key, value] as const);
						read({ ...item, ...Object.fromEntries(all) });
						for (const [key] of all) accepted(read({ ...item, [key]: value }), `With a huge ${key}`);
					}
				}
				for (const item of items) accepted(read(Array.from({ length: 5_000 }, () => item)), "One item 5,000 times");
			},
		},
		{
			name: "reads one item, a list of one and its envelope alike",
			run() {
				for (const [index, item] of items.entries()) {
					const alone = content(read(item));
					must(content(read([item])) === alone, `Sample ${index + 1} in a list is read otherwise.`);
					const page = samples[index]?.envelope?.([item]);
					if (page === undefined) continue;
					must(content(read(page)) === alone, `Sample ${index + 1} in its envelope is read otherwise.`);
					must(content(read([page])) === alone, `Sample ${index + 1} in a list of pages is read otherwise.`);
				}
			},
		},
		{
			name: "passes over keys that it does not know",
			run() {
				for (const [index, item] of items.entries()) {
					must(
						content(read(withMore(item))) === content(read(item)),
						`Unknown keys change what is read in sample ${index + 1}.`,
					);
				}
			},
		},
		{
			name: "loses nothing else by a bad item among good ones",
			run() {
				const expected = content(read(items));
				for (const value of hostileValues()) {
					must(content(read([value, ...items])) === expected, "A bad item before the good ones changes what is read.");
					must(content(read([...items, value])) === expected, "A bad item after the good ones changes what is read.");
				}
			},
		},
		{
			name: "gives the same answer twice and changes nothing it is given",
			run() {
				const before = JSON.stringify(items);
				const fixed = frozen(JSON.parse(before) as unknown[]);
				const first = content(read(fixed));
				must(content(read(fixed)) === first, "Two readings of one payload differ.");
				must(JSON.stringify(fixed) === before, "The payload has been changed.");
			},
		},
		{
			name: "makes one profile of an account that comes twice",
			run() {
				const { profiles } = read(items);
				const twice = read([...items, ...items]).profiles;
				const accounts = (list: PlatformReading["profiles"]): number =>
					list.filter(({ id, handle }) => id !== undefined || handle !== undefined).length;
				must(accounts(twice) === accounts(profiles), "The same accounts, read twice, are more than before.");
			},
		},
		{
			name: "shows no value in a warning",
			run() {
				for (const item of items) {
					for (const put of [MARK, [MARK], { [MARK]: MARK }, [[MARK]], [{ [MARK]: 1 }]]) {
						for (const copy of someAltered(item, put)) {
							const shown = JSON.stringify(read(copy).warnings);
							must(!shown.includes(MARK), "A warning shows a value of the payload.");
						}
					}
				}
			},
		},
		{
			name: "gives profiles and interactions that are accepted as they are",
			run() {
				accepted(read(items), "As it is");
				const texts = [
					"\ud800",
					"@",
					"a@b",
					"x".repeat(300),
					"-",
					"https://",
					"user@host.example",
					"n/a",
					"1e5",
					"a\u0300".repeat(100),
				];
				for (const item of items) {
					for (const text of texts)
						for (const copy of someAltered(item, text)) accepted(read(copy), "With a strange text");
				}
			},
		},
	];
}
