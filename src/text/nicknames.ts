import { shortForms, spellingGroups } from "./nickname-table.js";

/** Of each name the lines of the table that it is in, until it is first asked for: few are, of thousands. */
type Relatives = Map<string, string | readonly string[]>;

function unpack(tables: readonly string[]): Relatives {
	const relatives = new Map<string, string>();
	for (const table of tables) {
		for (const line of table.trim().split("\n")) {
			for (const name of line.split(/[ :]/)) {
				const known = relatives.get(name);
				relatives.set(name, known === undefined ? line : `${known}\n${line}`);
			}
		}
	}
	return relatives;
}

const none: readonly string[] = [];

function relativesOf(name: string, relatives: Relatives): readonly string[] {
	const found = relatives.get(name);
	if (typeof found !== "string") return found ?? none;
	const list = othersIn(found, name);
	relatives.set(name, list);
	return list;
}

/**
 * Short forms stand for every formal name of the group and for each other; formal names do not stand for each other (Juan
 * is not called John). Spellings of one name do: their groups have no formal names.
 */
function othersIn(lines: string, name: string): readonly string[] {
	const others = new Set<string>();
	for (const line of lines.split("\n")) {
		const colon = line.indexOf(":");
		const shorts = line.slice(colon + 1).split(" ");
		for (const short of shorts) others.add(short);
		if (colon < 0 || !shorts.includes(name)) continue;
		for (const formal of line.slice(0, colon).split(" ")) others.add(formal);
	}
	others.delete(name);
	return [...others].sort();
}

// Unpacked when first asked for.
let nicknames: Relatives | undefined;
let variants: Relatives | undefined;

/** Other names by which a bearer of this given name is commonly known (folded, Latin letters), and the reverse. */
export function nicknamesOf(given: string): readonly string[] {
	nicknames ??= unpack(shortForms);
	return relativesOf(given, nicknames);
}

/** P(a bearer of this given name shows one certain of its short forms): a fifth of them show any. */
export function nicknameWeight(given: string): number {
	return Math.max(0.02, 0.2 / Math.max(1, nicknamesOf(given).length));
}

/** Other spellings of this given name. */
export function variantsOf(given: string): readonly string[] {
	variants ??= unpack([spellingGroups]);
	return relativesOf(given, variants);
}

/** P(a bearer of this given name is written in one certain of its other spellings): a tenth of them in any. */
export function variantWeight(given: string): number {
	return Math.min(0.04, 0.1 / Math.max(1, variantsOf(given).length));
}
