/**
 * Rows of spreadsheets and CRM exports: which of a record's own keys are columns that we know by another name.
 */
import { get, type Known, ownKeys, trimmed } from "./reading.js";
import { type Column, readColumn } from "./text/column.js";
import { isUnknownCell, isUnknownWord } from "./text/placeholder.js";
import { limits } from "./text/unicode.js";

/** What the columns of a row hold, under the keys that the nouns go by. */
export interface Row {
	/** Columns of which there is one: parts of the name and the address, organization, title. */
	readonly single: Known;
	/** The record and the columns of which there may be several, each as a source of its own. */
	readonly several: ReadonlyMap<string, readonly object[]>;
	/** How many columns were not read although they look like ones with names, emails or phones. */
	readonly unread: ReadonlyMap<string, number> | undefined;
}

interface Cell {
	readonly column: Column;
	readonly value: unknown;
}

const severalKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(["email", "phone", "address", "link", "handle"]);

/**
 * Looks through the own keys of a record for columns that go by other names: "First Name", "E-Mail", "Zip".
 * `undefined` when there are none.
 * @param exactKeys what is read under its own name, and so is no column.
 */
export function readRow(input: object, exactKeys: ReadonlySet<string>): Row | undefined {
	const cells: Cell[] = [];
	let isInOrder = true;
	let unread: Map<string, number> | undefined;
	for (const key of ownKeys(input, limits.columns)) {
		if (exactKeys.has(key)) continue;
		const { column, like } = readColumn(key);
		if (column === undefined && like === undefined) continue;
		const value = trimmed(get(input, key));
		// A name, firm or place may be spelt like a cell that says nothing: Na, Null, Nil.
		const isUnknown = column === undefined || severalKeys.has(column.holds) ? isUnknownCell : isUnknownWord;
		if (value === undefined || (typeof value === "string" && isUnknown(value))) continue;
		if (column !== undefined) {
			const before = cells.at(-1);
			if (before !== undefined && before.column.rank > column.rank) isInOrder = false;
			cells.push({ column, value });
		} else if (like !== undefined) {
			unread ??= new Map();
			unread.set(like, (unread.get(like) ?? 0) + 1);
		}
	}
	if (cells.length === 0 && unread === undefined) return undefined;
	const single: Known = {};
	const several = new Map<string, object[]>();
	if (!isInOrder) cells.sort((a, b) => a.column.rank - b.column.rank);
	for (const { column, value } of cells) {
		const { holds, platform } = column;
		if (!severalKeys.has(holds)) single[holds] ??= value;
		else {
			const sources = several.get(holds) ?? [input];
			const source: Known = {};
			source[holds] = platform === undefined ? value : handleCell(platform, value);
			if (sources.push(source) === 2) several.set(holds, sources);
		}
	}
	return { single, several, unread };
}

/** A handle in the column of its network; there it may also be the address of the profile, without its scheme. */
function handleCell(platform: string, value: unknown): unknown {
	if (typeof value !== "string" || !value.includes("/")) return { platform, handle: value };
	return value.includes("://") ? value : `https://${value}`;
}
