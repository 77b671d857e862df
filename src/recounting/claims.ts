import { writtenName } from "../text/written-name.js";
import type { CrmRecord, Relation, SocialProfile } from "../types.js";
import { recordsText } from "./contacts.js";
import { type Provenance, strings } from "./timeline.js";

/** A value that is recorded, and where. */
export interface Claim<T> extends Provenance {
	readonly value: T;
}

/** What the person is to the firm, from recorded facts only. */
export interface RelationClaim {
	/** "unknown" where nothing is recorded. Of contradicting ones that of the fullest record. */
	readonly value: Relation;
	/** All that is recorded, that of the fullest record first. */
	readonly claims: readonly Claim<Relation>[];
	readonly says: string;
}

/** What the records state, each value once, in the order of the records; what the profile states comes last. */
export function claims<T extends string>(
	records: readonly CrmRecord[],
	read: (record: CrmRecord) => T | readonly T[] | undefined,
	stated?: T,
): Claim<T>[] {
	const found = new Map<T, { records: string[]; profile: boolean }>();
	const claim = (value: T): { records: string[]; profile: boolean } => {
		const known = found.get(value) ?? { records: [], profile: false };
		found.set(value, known);
		return known;
	};
	for (const record of records) {
		for (const value of [read(record) ?? []].flat() as T[]) claim(value).records.push(record.id);
	}
	if (stated !== undefined) claim(stated).profile = true;
	return [...found].map(([value, { records, profile }]) => ({ value, records: strings(records), profile }));
}

export function namesOf(records: readonly CrmRecord[], { displayName }: SocialProfile): Claim<string>[] {
	return claims(records, ({ names }) => names.map(writtenName).filter((name) => name !== ""), displayName);
}

// ---------------------------------------------------------------- relation

const relationWords: Readonly<Record<Exclude<Relation, "unknown">, string>> = {
	customer: "a customer",
	prospect: "a prospect",
	former: "a former customer",
	partner: "a partner",
	employee: "an employee",
};

export function relationOf(records: readonly CrmRecord[]): RelationClaim {
	const found = claims<Relation>(records, ({ status }) => (status === "unknown" ? undefined : status));
	const [first] = found;
	if (first === undefined) {
		const says = "Whether this is a customer, a prospect or neither is not recorded.";
		return { value: "unknown", claims: [], says };
	}
	const told = found.map(
		({ value, records }) => `${relationWords[value as keyof typeof relationWords]} (${recordsText(records)})`,
	);
	const says =
		told.length === 1 ? `Recorded as ${told[0]}.` : `The records contradict each other: ${told.join(", and ")}.`;
	return { value: first.value, claims: found, says };
}
