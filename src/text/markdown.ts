import { visible } from "./unicode.js";

const entities: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };

/**
 * Text from a stranger within a line of Markdown: it shows as it is written and does nothing. Marks of Markdown and HTML
 * are escaped, addresses of the Web are no links, control and bidirectional characters are visible.
 */
export function markdownText(text: string): string {
	return visible(text)
		.replace(/[\\`*_[\]|~]/g, "\\$&")
		.replace(/[<>&]/g, (char) => entities[char] as string)
		.replace(/:\/\//g, ":\\//")
		.replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`);
}

/** Text from a stranger as a quotation, line by line, with so many blanks before each. */
export function markdownQuote(text: string, indent = ""): string[] {
	return text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => {
		// At the beginning of a line these make headings, lists and rules.
		const harmless = markdownText(line.trim())
			.replace(/^([#+=-])/, "\\$1")
			.replace(/^(\d+)(?=[.)])/, "$1\\");
		return `${indent}> ${harmless}`.trimEnd();
	});
}
