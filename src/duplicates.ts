import type { Census, Identity, Panel } from "./panel.js";
import { fullness } from "./record-set.js";
import type { Candidate, RecordStore } from "./stores/store.js";
import { type NameReading, readRecordNames } from "./text/name.js";
import { namesAgree } from "./text/name-agreement.js";
import type { ContactPoint, CrmRecord } from "./types.js";

/**
 * Which records are of one person: those that share an address, a number or an id, and whose names may be one person's.
 * They are one candidate, compared by what they know together, and counted as one.
 */

/** A candidate whose record is what all records of the person know together. */
export interface Person extends Candidate {
	/** The records of the person, the fullest first. Most people have one. */
	readonly records: readonly [CrmRecord, ...CrmRecord[]];
}

export interface People {
	/** In the order in which the first record of each was found. */
	readonly candidates: readonly Person[];
	/** Counts over the record set in which each of these people is one, however many records are theirs. */
	readonly census: Census;
}

/** What more records of one system carry is a line or an address that people share: a switchboard, a family's, a desk's. */
const MOST_CARRIERS = 8;
/** More records than this, each a duplicate of some other, are a tangle that nobody can say is one person. */
const MOST_RECORDS = 16;

type Records = Person["records"];

/** The fullest first, of equal ones in code-unit order of ids. */
function fullestFirst(a: CrmRecord, b: CrmRecord): number {
	return fullness(b) - fullness(a) || (a.id < b.id ? -1 : 1);
}

/** How many of these records the system with the most of them has. A person stands in each of a firm's systems once or twice. */
function mostInOneSystem(carriers: readonly Candidate[]): number {
	const counts = new Map<string | undefined, number>();
	for (const { record } of carriers) counts.set(record.source, (counts.get(record.source) ?? 0) + 1);
	return Math.max(...counts.values());
}

/** Which records share what a person has alone, and which may be one person by their names. */
interface Kinship {
	readonly records: readonly CrmRecord[];
	isLinked(a: CrmRecord, b: CrmRecord): boolean;
	agrees(a: CrmRecord, b: CrmRecord): boolean;
}

/** Records that are linked, one through the other. */
function connected({ records, isLinked }: Kinship): CrmRecord[][] {
	const left = new Set(records);
	const parts: CrmRecord[][] = [];
	for (const first of left) {
		const part = [first];
		left.delete(first);
		for (const one of part) {
			for (const other of left) {
				if (!isLinked(one, other)) continue;
				part.push(other);
				left.delete(other);
			}
		}
		parts.push(part);
	}
	return parts;
}

/**
 * The records of each person. Each record of a person agrees with every other: a J. Miller who may be John or Jane is
 * neither, so that no chain makes one person of two.
 */
function peopleAmong(kinship: Kinship): CrmRecord[][] {
	const { isLinked, agrees } = kinship;
	return connected(kinship).flatMap((part) => {
		if (part.every((one, at) => part.every((other, place) => place <= at || agrees(one, other)))) return [part];
		const torn = part.filter((record) => {
			const near = part.filter((other) => isLinked(record, other));
			return near.some((one) => near.some((other) => !agrees(one, other)));
		});
		if (torn.length === 0 || torn.length === part.length) return twinsAmong({ ...kinship, records: part });
		const clear = part.filter((record) => !torn.includes(record));
		return [clear, torn].flatMap((records) => peopleAmong({ ...kinship, records }));
	});
}

/** Where nothing else tells: only records that are linked with each other and with the same others are one person's. */
function twinsAmong({ records, isLinked }: Kinship): CrmRecord[][] {
	const twins = new Map<string, CrmRecord[]>();
	for (const record of records) {
		const near = records.filter((other) => other === record || isLinked(record, other)).map(({ id }) => id);
		const key = JSON.stringify(near.sort());
		twins.set(key, [...(twins.get(key) ?? []), record]);
	}
	return [...twins.values()];
}

/** Each item once. What the first one leaves open, later ones fill. */
function union<T extends object>(lists: readonly (readonly T[])[], sameAs: (item: T) => string): T[] {
	const items = new Map<string, T>();
	for (const item of lists.flat()) items.set(sameAs(item), { ...item, ...items.get(sameAs(item)) });
	return [...items.values()];
}

/** What the records of a person know together, in the form of a record. The fullest is believed where there is one value. */
function together(records: Records): CrmRecord {
	const all = <T extends object>(list: (record: CrmRecord) => readonly T[]): T[] =>
		union(records.map(list), JSON.stringify);
	const points = (list: (record: CrmRecord) => readonly ContactPoint[]): ContactPoint[] =>
		union(records.map(list), ({ value }) => value);
	const leastFullFirst = records.toReversed();
	return {
		...(Object.assign({}, ...leastFullFirst) as CrmRecord),
		names: all(({ names }) => names),
		emails: points(({ emails }) => emails),
		phones: points(({ phones }) => phones),
		addresses: all(({ addresses }) => addresses),
		links: [...new Set(records.flatMap(({ links }) => links))],
		handles: all(({ handles }) => handles),
		interactions: all(({ interactions }) => interactions),
		attributes: Object.assign({}, ...leastFullFirst.map(({ attributes }) => attributes)),
	};
}

/** A person of several records, worked out once for as long as the records stay. */
interface Gathered {
	readonly records: Records;
	readonly record: CrmRecord;
	/** How many records carry a search key beyond the first. */
	readonly surplus: ReadonlyMap<string, number>;
}

/** A record as a person by itself. */
const alone = ({ record, foundBy, rarity }: Candidate): Person => ({ record, foundBy, rarity, records: [record] });

/** Gathers candidates into people, with the other records that the store has of them. */
export type Gather = (candidates: readonly Candidate[]) => People;

export function peopleIn(store: RecordStore, panel: Panel): Gather {
	const gathered = new WeakMap<CrmRecord, Gathered>();
	/** Of the records around the candidates of the question at hand. */
	const readings = new Map<CrmRecord, readonly NameReading[]>();

	function namesOf(record: CrmRecord): readonly NameReading[] {
		let names = readings.get(record);
		if (names === undefined) {
			names = readRecordNames(record).readings;
			readings.set(record, names);
		}
		return names;
	}

	function gather(records: Records): Gathered {
		const known = gathered.get(records[0]);
		if (known?.records.length === records.length && records.every((record, at) => record === known.records[at]))
			return known;
		const surplus = new Map<string, number>();
		for (const record of records) {
			for (const key of new Set(panel.recordKeys(record))) surplus.set(key, (surplus.get(key) ?? -1) + 1);
		}
		const person = { records, record: together(records), surplus };
		gathered.set(records[0], person);
		return person;
	}

	/** Whether two records may be one person's by their names. */
	function agrees(a: CrmRecord, b: CrmRecord): boolean {
		const [ours, theirs] = [namesOf(a), namesOf(b)];
		return ours.length === 0 || theirs.length === 0 || namesAgree(ours, theirs);
	}

	/** What a record has that a few other records have as well. */
	function sharedBy(record: CrmRecord): Identity[] {
		return panel.identityOf(record, (key) => {
			const carriers = store.count(key);
			return carriers > 1 && carriers <= MOST_RECORDS;
		});
	}

	/** The people to whom a record and all that are linked with it belong. */
	function peopleAround(start: CrmRecord, shared: readonly Identity[]): CrmRecord[][] {
		// Names first: among a million records one number in eight ends like another's, and numbers are dear to parse.
		const isDuplicate = (a: CrmRecord, b: CrmRecord, { needsName, isOf }: Identity): boolean => {
			if (a.kind !== "person" || b.kind !== "person" || !agrees(a, b)) return false;
			return !(needsName && (namesOf(a).length === 0 || namesOf(b).length === 0)) && isOf(b);
		};

		const found = new Map([[start.id, start]]);
		const links = new Map<string, Set<string>>();
		for (const record of found.values()) {
			const linked = new Set<string>();
			links.set(record.id, linked);
			for (const identity of record === start ? shared : sharedBy(record)) {
				const carriers = store.recall([identity.key]).candidates;
				if (mostInOneSystem(carriers) > MOST_CARRIERS) continue;
				for (const { record: carrier } of carriers) {
					const other = found.get(carrier.id) ?? carrier;
					if (other === record || linked.has(other.id)) continue;
					if (!isDuplicate(record, other, identity)) continue;
					linked.add(other.id);
					found.set(other.id, other);
				}
			}
			if (found.size > MOST_RECORDS) return [...found.values()].map((one) => [one]);
		}
		const isLinked = (a: CrmRecord, b: CrmRecord): boolean => links.get(a.id)?.has(b.id) === true;
		return peopleAmong({ records: [...found.values()], isLinked, agrees });
	}

	/** Each key once, as a store gives those of one record: whichever record of the person was found first. */
	function rarestFirst(keys: readonly string[]): string[] {
		return [...new Set(keys)].sort((a, b) => store.count(a) - store.count(b) || (a < b ? -1 : 1));
	}

	function gatherAll(candidates: readonly Candidate[]): People {
		/** By the id of each record: all records of its person, the fullest first. */
		const recordsOf = new Map<string, Records>();
		for (const { record, isSingle } of candidates) {
			if (isSingle || recordsOf.has(record.id)) continue;
			const shared = sharedBy(record);
			if (shared.length === 0) continue;
			for (const records of peopleAround(record, shared)) {
				const sorted = records.sort(fullestFirst) as unknown as Records;
				for (const { id } of sorted) recordsOf.set(id, sorted);
			}
		}
		// Most records share nothing.
		if (recordsOf.size === 0) return { candidates: candidates.map(alone), census: store };
		/** By the id of the fullest record. */
		const people = new Map<string, Person>();
		const surplus = new Map<string, number>();
		let extra = 0;
		for (const candidate of candidates) {
			const records: Records = recordsOf.get(candidate.record.id) ?? [candidate.record];
			const { id } = records[0];
			const known = people.get(id);
			if (known) {
				people.set(id, { ...known, foundBy: rarestFirst([...known.foundBy, ...candidate.foundBy]) });
			} else if (records.length === 1) {
				people.set(id, alone(candidate));
			} else {
				const person = gather(records);
				people.set(id, { ...candidate, record: person.record, records });
				for (const [key, count] of person.surplus) surplus.set(key, (surplus.get(key) ?? 0) + count);
				extra += records.length - 1;
			}
		}
		const census: Census =
			extra === 0 ? store : { size: store.size - extra, count: (key) => store.count(key) - (surplus.get(key) ?? 0) };
		return { candidates: [...people.values()], census };
	}

	return (candidates) => {
		try {
			return gatherAll(candidates);
		} finally {
			readings.clear();
		}
	};
}
