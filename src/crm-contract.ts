import { type ContractCheck, frozen, must } from "./contract.js";
import type { CrmReading } from "./crm/crm.js";
import { readProfile, readRecord } from "./schema.js";

/** One item as a system sends it, in plain JSON. */
export interface CrmSample {
	readonly item: unknown;
	/** The envelope in which a list of such items comes: `(items) => ({ records: items, done: true })`. */
	readonly envelope?: (items: readonly unknown[]) => unknown;
}

type Reader = (payload: unknown) => CrmReading;

/** Values that no system should send, and some do. Made anew for each use. */
function hostileValues(): unknown[] {
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	const trap = {
		get id(): never {
			throw new Error("trap");
		},
	};
	const allTraps = new Proxy(
		{},
		{
			get: () => {
				throw new Error("trap");
			},
			ownKeys: () => {
				throw new Error("trap");
			},
		},
	);
	return [
		...[null, undefined, true, 0, -1, Number.NaN, 1e300, 10n, "", " ", "\ud800", "a".repeat(100_000), Symbol("s")],
		...[[], [[]], [null], {}, { id: {} }, () => 1, new Date(Number.NaN), proxy, trap, allTraps],
	];
}

/** A text that would be noticed in a warning. */
const MARK = "Zq7-mark";
const LEAVES = 400;

/** Copies of a plain value in each of which one part is something else. */
function* altered(value: unknown, put: unknown, depth = 0): Iterable<unknown> {
	yield put;
	if (typeof value !== "object" || value === null || depth > 8) return;
	for (const [key, inner] of Object.entries(value)) {
		for (const other of altered(inner, put, depth + 1)) {
			yield Array.isArray(value)
				? value.map((item, index) => (String(index) === key ? other : item))
				: { ...value, [key]: other };
		}
	}
}

/** What was read, without warnings: their paths depend on the envelope. */
const content = ({ warnings: _, ...rest }: CrmReading): string => JSON.stringify(rest);

function idsOf({ records, successors, interactions, handles }: CrmReading): string[] {
	return [
		...records.map(({ id }) => String(id)),
		...successors.flatMap(({ from, to }) => [from, to]),
		...interactions.flatMap(({ party, interaction }) => [party.recordId, interaction.id, interaction.thread]),
		...handles.map(({ recordId }) => recordId),
	].filter((id) => id !== undefined);
}

function unique(ids: readonly string[], what: string): void {
	must(new Set(ids).size === ids.length, `Two ${what} have one id.`);
}

/** What every reader of a CRM must keep to, checked on samples of yours: one item of each kind that it reads. */
export function crmContract(read: Reader, samples: readonly CrmSample[]): ContractCheck[] {
	const items = samples.map(({ item }) => JSON.parse(JSON.stringify(item)) as unknown);
	return [
		{
			name: "reads something in every sample, without a warning",
			run() {
				for (const [index, item] of items.entries()) {
					const { warnings, ...found } = read(item);
					must(
						Object.values(found).some((list) => list.length > 0),
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
					const alone = content(read(item));
					must(content(read([item])) === alone, `Sample ${index + 1} in a list is read otherwise.`);
					const envelope = samples[index]?.envelope;
					if (envelope === undefined) continue;
					must(content(read(envelope([item]))) === alone, `Sample ${index + 1} in its envelope is read otherwise.`);
					must(
						content(read([envelope([item])])) === alone,
						`Sample ${index + 1} in a list of pages is read otherwise.`,
					);
				}
			},
		},
		{
			name: "passes over keys that it does not know",
			run() {
				for (const [index, item] of items.entries()) {
					const more = { ...(item as object), zzUnknownKey: { deep: [1, MARK] }, zzOther: null };
					must(content(read(more)) === content(read(item)), `Unknown keys change what is read in sample ${index + 1}.`);
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
				read(items);
				must(JSON.stringify(items) === before, "The payload has been changed.");
			},
		},
		{
			name: "puts the system before every id, and gives each id once",
			run() {
				const reading = read(items);
				const prefixes = new Set(idsOf(reading).map((id) => /^[^\s:]+(?=:.)/.exec(id)?.[0]));
				must(!prefixes.has(undefined) && prefixes.size < 2, "Ids must have one and the same system before a colon.");
				unique(
					reading.records.map(({ id }) => String(id)),
					"records",
				);
				unique(
					reading.interactions.flatMap(({ party, interaction: { id } }) =>
						id === undefined ? [] : JSON.stringify([id, party]),
					),
					"interactions of one party",
				);
			},
		},
		{
			name: "shows no value in a warning",
			run() {
				for (const item of items) {
					const puts = [MARK, [MARK], { [MARK]: MARK }, [[MARK]]];
					const copies = puts.flatMap((put) => [...altered(item, put)].slice(0, LEAVES));
					for (const copy of copies) {
						must(!JSON.stringify(read(copy).warnings).includes(MARK), "A warning shows a value of the payload.");
					}
				}
			},
		},
		{
			name: "gives records, profiles and interactions that are accepted as they are",
			run() {
				const reading = read(items);
				for (const record of reading.records) accept(record);
				for (const profile of reading.profiles) {
					const [warning] = readProfile(profile).warnings;
					must(warning === undefined, `A profile is refused, ${warning?.path}: ${warning?.reason}`);
				}
				const handles = [
					...reading.handles.map(({ handle }) => handle),
					...reading.interactions.flatMap(({ party }) => party.handle ?? []),
				];
				for (const handle of handles) accept({ id: "1", name: "Ana Costa", handles: [handle] });
				for (const { interaction } of reading.interactions) accept({ id: "1", interactions: [interaction] });
			},
		},
	];
}

/** As a resolver takes a record in. */
function accept(record: unknown): void {
	const read = readRecord(record, 0);
	const fault = "quarantined" in read ? read.quarantined : read.warnings[0];
	must(fault === undefined, `A record is refused, ${fault?.path}: ${fault?.reason}`);
}
