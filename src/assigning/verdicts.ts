import { type Answer, codeUnitOrder, type Handle, oneName, pair } from "./handles.js";
import { bestMatching, type Clash, type Matching, reweighted } from "./matching.js";

/** More handles that hang together are left to review: the work grows with the fourth power of them. */
const MOST_HANDLES = 64;
/** The same for people whom two handles may not share: each doubles the work. */
const MOST_CLASHES = 6;
/** More than any sum of evidence: makes a pair certain. */
const CERTAIN = 2 ** 24;

export type Pair = readonly [one: string, other: string];

/** What the options say. */
export interface Rules {
	/** Handles of a person on a platform. */
	readonly capacity: number;
	readonly marginBits: number;
	readonly weaker: "review" | "none";
	/** Keys of handles that are different people's. */
	readonly apart: readonly Pair[];
}

/** What assigning says of a handle. */
export type Verdict =
	| { readonly kind: "kept" }
	| { readonly kind: "tangled" }
	| { readonly kind: "tied"; readonly rivals: readonly Handle[] }
	| { readonly kind: "lost"; readonly rivals: readonly Handle[]; readonly next: Answer | undefined };

/** Handles that have to be looked at together, because they may want the same person. */
export function connected(handles: readonly Handle[], apart: readonly Pair[]): Iterable<readonly Handle[]> {
	const slots = handles.map(({ key, place, answers }) => [key, ...[...answers.keys()].map((who) => pair(place, who))]);
	const told = clashesIn(handles, apart).map(([row, other]) => [handles[row]?.key, handles[other]?.key] as string[]);
	const groupOf = oneName([...slots, ...told]);
	const groups = new Map<string, Handle[]>();
	for (const handle of handles) {
		const group = groups.get(groupOf(handle.key));
		if (group) group.push(handle);
		else groups.set(groupOf(handle.key), [handle]);
	}
	return groups.values();
}

function countBy(keys: Iterable<string>): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

export function verdictsOn(handles: readonly Handle[], { capacity, marginBits, apart }: Rules): readonly Verdict[] {
	const clashes = clashesIn(handles, apart);
	const bestSlot = ({ place, best }: Handle): string => pair(place, best);
	const claimed = countBy(handles.map(bestSlot));
	const isBest = (row: number, person: string): boolean => handles[row]?.best === person;
	const disputed =
		[...claimed.values()].some((count) => count > capacity) ||
		clashes.some(([row, other, person]) => isBest(row, person) && isBest(other, person));
	if (!disputed) return handles.map(() => ({ kind: "kept" }));

	const wanted = countBy(handles.flatMap(({ place, answers }) => [...answers.keys()].map((who) => pair(place, who))));
	const isContested = (handle: Handle, row: number): boolean =>
		(wanted.get(bestSlot(handle)) as number) > capacity ||
		clashes.some(([a, b, person]) => (a === row || b === row) && person === handle.best);
	if (handles.length > MOST_HANDLES || clashes.length > MOST_CLASHES) {
		const leads = leadersIn(handles, marginBits);
		return handles.map((handle, row) => {
			const isInClash = clashes.some(([one, other]) => one === row || other === row);
			const isSure = !isContested(handle, row) || (leads(handle) && !isInClash);
			return { kind: isSure ? "kept" : "tangled" };
		});
	}

	// Rows are handles, columns the places that people have for them.
	const columns = [...wanted]
		.sort(([a], [b]) => codeUnitOrder(a, b))
		.flatMap(([slot, count]) => {
			const [place, person] = JSON.parse(slot) as [string, string];
			return Array.from({ length: Math.min(capacity, count) }, () => ({ place, person }));
		});
	const personAt = columns.map(({ person }) => person);
	const weights = handles.map((handle) =>
		columns.map(({ place, person }) => (place === handle.place ? (handle.answers.get(person)?.bits ?? 0) : 0)),
	);
	const settle = (given: readonly (readonly number[])[]): Matching => bestMatching(given, personAt, clashes);
	const chosen = settle(weights);

	return handles.map((handle, row) => {
		if (!isContested(handle, row)) return { kind: "kept" };
		const rivals = handles.filter(
			(other, at) =>
				other !== handle &&
				other.answers.has(handle.best) &&
				(other.place === handle.place || clashes.some(([a, b]) => (a === row && b === at) || (a === at && b === row))),
		);
		const person = personAt[chosen.columnOf[row] ?? -1];
		const isOwn = (column: number): boolean =>
			columns[column]?.person === handle.best && columns[column]?.place === handle.place;
		// The other way round for this handle: without the person whom it has, or certainly with the one whom it lost.
		const has = person === handle.best;
		const reversed = settle(
			reweighted(weights, row, (weight, column) => (!isOwn(column) ? weight : has ? 0 : weight + CERTAIN)),
		);
		const lead = chosen.total - (reversed.total - (has ? 0 : CERTAIN));
		if (lead < marginBits || lead === 0) return { kind: "tied", rivals };
		if (has) return { kind: "kept" };
		return { kind: "lost", rivals, next: handle.answers.get(person ?? "") };
	});
}

/**
 * Tells handles that fit one person alone, and fit this one better by the margin than all others: whatever hangs together
 * beyond, to give that person to another handle costs as much.
 */
function leadersIn(handles: readonly Handle[], marginBits: number): (handle: Handle) => boolean {
	const bitsAt = new Map<string, number[]>();
	for (const { place, answers } of handles) {
		for (const [person, { bits }] of answers) {
			const most = [...(bitsAt.get(pair(place, person)) ?? []), bits].sort((a, b) => b - a);
			bitsAt.set(pair(place, person), most.slice(0, 2));
		}
	}
	return ({ place, best, answers }) => {
		const [most = 0, second = 0] = bitsAt.get(pair(place, best)) ?? [];
		const lead = (answers.get(best) as Answer).bits - Math.max(0, second);
		return answers.size === 1 && answers.get(best)?.bits === most && lead > 0 && lead >= marginBits;
	};
}

/** Where two handles of different people may get the same person. */
function clashesIn(handles: readonly Handle[], apart: readonly Pair[]): Clash[] {
	const rows = new Map(handles.map(({ key }, row) => [key, row]));
	return apart.flatMap(([one, other]) => {
		const [row, next] = [rows.get(one), rows.get(other)];
		if (row === undefined || next === undefined || row === next) return [];
		const shared = [...(handles[row] as Handle).answers.keys()].filter((who) => handles[next]?.answers.has(who));
		return shared.map((person): Clash => [row, next, person]);
	});
}
