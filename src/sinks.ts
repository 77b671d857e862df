import { SameAsError } from "./errors.js";
import { visible, withoutHidden } from "./text/visible.js";

/** What a cell of a table can hold. */
export type Cell = string | number | boolean | null | undefined;

/**
 * Whether a spreadsheet may take a cell for a formula (CWE-1236): some pass over blanks before the mark, and read its
 * full-width, small and raised forms as well.
 */
function isFormula(cell: string): boolean {
	const first = cell.trimStart().slice(0, 2).normalize("NFKC");
	return /^[=+\-@]/.test(first) || /^[\t\r\0]/.test(cell);
}

/**
 * Rows as CSV (RFC 4180), each ended by CR LF: for spreadsheets, and for programs that read them. Texts are quoted;
 * those that a spreadsheet would calculate get an apostrophe in front, by which it takes them for text and which
 * `fromCsv` and readers like it take off. Line breaks stay, as LF; other control, bidirectional and invisible characters
 * show as escapes. Numbers and truth values stand as they are; null, undefined and numbers that are none are empty.
 */
export function csvLines(rows: Iterable<readonly Cell[]>): string {
	let csv = "";
	for (const row of rows) csv += `${row.map(cellText).join(",")}\r\n`;
	return csv;
}

function cellText(cell: Cell): string {
	if (typeof cell !== "string") return typeof cell === "boolean" || Number.isFinite(cell) ? `${cell}` : "";
	const shown = cell
		.split(/\r\n|[\n\r]/)
		.map(visible)
		.join("\n");
	return `"${isFormula(cell) ? "'" : ""}${shown.replaceAll('"', '""')}"`;
}

/**
 * A value as JSON in one line, for logs and files of lines. All that is no printable character (control, bidirectional
 * and invisible ones, U+2028, lone surrogates) is written as `\uXXXX`, so that it shows, and parses back to the same.
 * What JSON has no word for, such as a function, is null.
 * @throws SameAsError SHAPE when the value cannot be written: a circle, a bigint, a `toJSON` that throws.
 */
export function jsonLine(value: unknown): string {
	let json: string | undefined;
	try {
		json = JSON.stringify(value);
	} catch (cause) {
		throw new SameAsError("SHAPE", "The value cannot be written as JSON: it holds itself, a bigint or what throws.", {
			cause,
		});
	}
	return withoutHidden(json ?? "null", jsonEscape);
}

/** By code units, as JSON has it. */
function jsonEscape(character: string): string {
	return [...Array(character.length).keys()]
		.map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
		.join("");
}
