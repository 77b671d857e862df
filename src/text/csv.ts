/** Text tables as spreadsheets and exports write them (RFC 4180, and what is made of it in practice). */

export interface Table {
	readonly header: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** A quotation mark was opened and never closed: what follows it is one cell. */
	readonly unclosed: boolean;
	/** There are more rows than are read. */
	readonly more: boolean;
}

const MAX_ROWS = 1_000_000;

/**
 * Reads a table whose first line names the columns. The cells may be parted by commas, semicolons, tabs or strokes; a byte
 * order mark and Excel's "sep=;" are passed over, and so are empty rows. Linear time.
 */
export function readTable(text: string): Table {
	const plain = text.replace(/^\ufeff/, "");
	const [first = "", separator] = /^sep=(.)\r?\n/i.exec(plain) ?? [];
	const { rows, unclosed, more } = cellsOf(plain.slice(first.length), separator ?? separatorOf(plain));
	const [header = [], ...rest] = rows;
	return { header: header.map((name) => name.trim()), rows: rest, unclosed, more };
}

/** What stands most often in the first line outside quotation marks. */
function separatorOf(text: string): string {
	const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 10_000))?.[0] ?? "";
	const bare = line.replace(/"(?:[^"]|"")*"/g, "");
	const counts = [",", ";", "\t", "|"].map((separator) => ({ separator, count: bare.split(separator).length }));
	return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

function cellsOf(text: string, separator: string): { rows: string[][]; unclosed: boolean; more: boolean } {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = 0;
	let unclosed = false;
	const endRow = (): void => {
		if (row.some((cell) => cell.trim() !== "")) rows.push(row);
		row = [];
	};
	while (at < text.length && rows.length <= MAX_ROWS) {
		let cell = "";
		if (text[at] === '"') {
			let end = closingQuote(text, at + 1);
			unclosed ||= end < 0;
			if (end < 0) end = text.length;
			cell = text.slice(at + 1, end).replaceAll('""', '"');
			at = end + 1;
		}
		const start = at;
		while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at++;
		row.push(cell + text.slice(start, at));
		if (at >= text.length) break;
		if (text[at] === separator) {
			at++;
			if (at === text.length) row.push("");
			continue;
		}
		at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
		endRow();
	}
	endRow();
	return { rows: rows.slice(0, MAX_ROWS + 1), unclosed, more: at < text.length };
}

/** Where a quoted cell ends; two quotation marks stand for one. */
function closingQuote(text: string, from: number): number {
	let at = text.indexOf('"', from);
	while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
	return at;
}

/** What a cell says, without the marks by which people keep a spreadsheet from calculating: '+1 555 0142, ="00142". */
export function plainCell(cell: string): string {
	const [, formula] = /^="([^"]*)"$/.exec(cell.trim()) ?? [];
	const written = cell.trim();
	const isMarked =
		written.startsWith("'") && /^[+=@(\d-]/.test(written.slice(1).trimStart().slice(0, 2).normalize("NFKC"));
	return (formula ?? (isMarked ? written.slice(1) : written)).trim();
}
