import { duplicateOf, type IngestReport, withoutRecords } from "../record-set.js";
import type { MemoryStore } from "../stores/memory.js";
import type { CrmRecordInput, QuarantinedRecord } from "../types.js";
import type { Taken } from "./intake.js";

/** What one thread has taken in. */
export interface Part {
	readonly store: MemoryStore;
	/** Numbers of its chunks, in the order in which it took them. */
	readonly chunks: readonly number[];
}

/**
 * Puts what several threads have taken in into the store of the first part, and makes one report of it, as if one thread
 * had taken in everything in its order.
 * @param taken what came of each chunk, by its number
 * @param forget takes a record out of a store, whose keys it knows
 * @param refuse takes out whoever is the person of one of these records, and tells which records were taken out
 */
export function merge(
	taken: readonly Taken[],
	[first, ...others]: readonly [Part, ...Part[]],
	forget: (store: MemoryStore, recordId: string) => void,
	refuse: (store: MemoryStore, records: readonly CrmRecordInput[]) => readonly string[],
): IngestReport {
	const { store } = first;
	const starts: number[] = [];
	let total = 0;
	for (const { offered } of taken) {
		starts.push(total);
		total += offered;
	}
	/** Of each slot of a part, the position of its record. */
	const positionsOf = ({ chunks }: Part): number[] => {
		const positions: number[] = [];
		for (const number of chunks) for (const index of taken[number]!.accepted) positions.push(starts[number]! + index);
		return positions;
	};

	// Of two records with one id the one that came first stays.
	const duplicates: QuarantinedRecord[] = [];
	let positions = positionsOf(first);
	for (const part of others) {
		const theirs = positionsOf(part);
		for (const recordId of store.common(part.store)) {
			const ours = positions[store.slotOf(recordId)!]!;
			const other = theirs[part.store.slotOf(recordId)!]!;
			forget(ours < other ? part.store : store, recordId);
			duplicates.push(duplicateOf(recordId, Math.max(ours, other)));
		}
		store.absorb(part.store);
		positions = positions.concat(theirs);
	}
	const dropped = duplicates.length;
	// One that was not to be matched is a duplicate as well when its id had come before.
	const refusing: CrmRecordInput[] = [];
	for (const [number, { suppressed }] of taken.entries()) {
		for (const { index, recordId, refusing: record } of suppressed) {
			const slot = store.slotOf(recordId);
			const position = starts[number]! + index;
			if (slot !== undefined && positions[slot]! < position) duplicates.push(duplicateOf(recordId, position));
			else if (record !== undefined) refusing.push(record);
		}
	}
	const withdrawn = refuse(store, refusing);

	/** By chunk: ids of which all that it had were duplicates. */
	const gone = new Map<number, Set<string | undefined>>();
	for (const { index, recordId } of duplicates) {
		const number = lastUpTo(starts, index);
		gone.set(number, (gone.get(number) ?? new Set()).add(recordId));
	}
	const report = {
		accepted: taken.reduce((sum, { accepted }) => sum + accepted.length, 0) - dropped - withdrawn.length,
		suppressed:
			taken.reduce((sum, { suppressed }) => sum + suppressed.length, 0) -
			(duplicates.length - dropped) +
			withdrawn.length,
		quarantined: taken
			.flatMap(({ quarantined }, number) =>
				quarantined.map((entry) => ({ ...entry, index: entry.index + starts[number]! })),
			)
			.concat(duplicates)
			.sort((a, b) => a.index - b.index),
		warnings: taken.flatMap(({ warnings }, number) => {
			const ids = gone.get(number);
			return ids ? warnings.filter(({ recordId }) => !ids.has(recordId)) : warnings;
		}),
	};
	return withoutRecords(report, withdrawn);
}

/** The place of the last number that is at most so large, in numbers that grow. A chunk may be empty: the last one is not. */
function lastUpTo(numbers: readonly number[], most: number): number {
	let [low, high] = [0, numbers.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (numbers[middle]! <= most) low = middle;
		else high = middle - 1;
	}
	return low;
}
