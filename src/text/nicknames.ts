import { shortForms, spellingGroups } from "./nickname-table.js";

interface Index {
	readonly nicknames: ReadonlyMap<string, readonly string[]>;
	readonly variants: ReadonlyMap<string, readonly string[]>;
}

let index: Index | undefined;
function unpacked(): Index {
	index ??= {
		nicknames: related(shortForms.flatMap(linesOf), true),
		variants: related(linesOf(spellingGroups), false),
	};
	return index;
}

function linesOf(groups: string): string[] {
	return groups.trim().split("\n");
}

/**
 * Short forms stand for every formal name of the group; formal names do not stand for each other (Juan is not called
 * John), spellings of one name do.
 */
function related(lines: readonly string[], short: boolean): ReadonlyMap<string, readonly string[]> {
	const found = new Map<string, Set<string>>();
	for (const line of lines) {
		const [formals = [], shorts = []] = line.split(":").map((names) => names.split(" "));
		const add = (name: string, others: readonly string[]): void => {
			const set = found.get(name) ?? new Set();
			for (const other of others) if (other !== name) set.add(other);
			found.set(name, set);
		};
		for (const name of formals) add(name, short ? shorts : formals);
		for (const name of shorts) add(name, [...formals, ...shorts]);
	}
	return new Map([...found].map(([name, others]) => [name, [...others].sort()]));
}

/** Other names by which a bearer of this given name is commonly known (folded, Latin letters), and the reverse. */
export function nicknamesOf(given: string): readonly string[] {
	return unpacked().nicknames.get(given) ?? [];
}

/** P(a bearer of this given name shows one certain of its short forms): a fifth of them show any. */
export function nicknameWeight(given: string): number {
	return Math.max(0.02, 0.2 / Math.max(1, nicknamesOf(given).length));
}

/** Other spellings of this given name. */
export function variantsOf(given: string): readonly string[] {
	return unpacked().variants.get(given) ?? [];
}

/** P(a bearer of this given name is written in one certain of its other spellings): a tenth of them in any. */
export function variantWeight(given: string): number {
	return Math.min(0.04, 0.1 / Math.max(1, variantsOf(given).length));
}
