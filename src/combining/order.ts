/** Lists whose order does not depend on the order in which they were read. */

/** Code unit by code unit, which is the same everywhere. */
export function sorted<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
	const keyed = items.map((item) => [keyOf(item), item] as const);
	return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
}

/** Each once, in an order that does not depend on where it was read. */
export function distinct<T>(items: readonly T[]): T[] {
	const byText = new Map(items.map((item) => [JSON.stringify(item), item]));
	return sorted([...byText], ([text]) => text).map(([, item]) => item);
}

/** What says more comes first; of equally long ones the one that is first in code-unit order. */
export function fullestFirst<T>(items: readonly T[]): T[] {
	const texts = new Map(items.map((item) => [item, JSON.stringify(item)]));
	const textOf = (item: T): string => texts.get(item) as string;
	return sorted(items, textOf).sort((a, b) => textOf(b).length - textOf(a).length);
}

/** Puts an item into the group of its key. */
export function group<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
	const known = groups.get(key);
	if (known === undefined) groups.set(key, [item]);
	else known.push(item);
}

/** All of several lists in turn, each item once. */
export function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
	return [...new Map(lists.flat().map((item) => [JSON.stringify(item), item])).values()];
}
