import { type ContractCheck, must } from "./contract.js";
import type { PlatformReader, PlatformReading } from "./platforms/platform.js";
import {
	acceptProfile,
	acceptRecord,
	itemsOf,
	MARK,
	type ReaderSample,
	readerContract,
	someAltered,
} from "./reader-contract.js";

/** Too long and too deep for anything. */
function* largeValues(): Iterable<unknown> {
	yield "<p>&amp;@".repeat(50_000);
	yield Array.from({ length: 2_000 }, (_, index) => ({ id: index, text: "https://t.co/a ".repeat(20) }));
	let deep: unknown = [];
	for (let depth = 0; depth < 20_000; depth++) deep = depth % 2 === 0 ? [deep] : { data: deep, replies: deep };
	yield deep;
}

/** In every object: networks give no room for fields of one's own. */
function withMore(value: unknown): unknown {
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return value.map(withMore);
	const more = Object.entries(value).map(([key, inner]) => [key, withMore(inner)] as const);
	return { zzUnknown: { deep: [1, MARK] }, ...Object.fromEntries(more), zzOther: null };
}

function accepted({ profiles, unattributed }: PlatformReading, what: string): void {
	for (const profile of profiles) acceptProfile(profile, `${what}: a profile`);
	for (const interaction of unattributed)
		acceptRecord({ id: "1", interactions: [interaction] }, `${what}: an interaction`);
}

/** What every reader of a network must keep to, checked on samples of yours: one item of each kind that it reads. */
export function platformContract(read: PlatformReader, samples: readonly ReaderSample[]): ContractCheck[] {
	const items = itemsOf(samples);
	return [
		...readerContract({ read, samples, items, withMore }),
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
