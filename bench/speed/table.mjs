/** Three digits that tell: 1,234, 12.3, 1.23, 0.012. */
export function figure(number) {
	const digits = number >= 100 ? 0 : number >= 10 ? 1 : number >= 1 ? 2 : number >= 0.1 ? 2 : 3;
	return number.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Rows of text under their headings: aligned for a terminal, or as Markdown. The first column stands left. */
export function table(headings, rows, { markdown = false } = {}) {
	if (markdown) {
		const line = (cells) => `| ${cells.join(" | ")} |`;
		const rule = headings.map((_, column) => (column === 0 ? "---" : "---:"));
		return [headings, rule, ...rows].map(line).join("\n");
	}
	const widths = headings.map((_, column) =>
		Math.max(...[headings, ...rows].map((cells) => (cells[column] ?? "").length)),
	);
	const line = (cells) =>
		cells
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
			.join("  ")
			.trimEnd();
	return [headings, ...rows].map(line).join("\n");
}
