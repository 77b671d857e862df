/**
 * Where texts go: a terminal or a plain field, Markdown, HTML. Each sink writes what strangers say so that it shows as it
 * is written and does nothing. What is invisible or reorders shows as an escape, everywhere (`visible.ts`).
 */
import { needsIsolation, visible } from "./visible.js";

/** One piece of what is to be written. Its texts have been through the sink's `text`, but for quotations. */
export type Block =
	| { readonly kind: "title"; readonly text: string }
	| { readonly kind: "section"; readonly text: string }
	/** Sentences, each on a line of its own. */
	| { readonly kind: "paragraph"; readonly lines: readonly string[] }
	/** The same, as a part of what is above. */
	| { readonly kind: "note"; readonly lines: readonly string[] }
	| { readonly kind: "list"; readonly items: readonly Item[] }
	/** Sums in bits. */
	| { readonly kind: "sums"; readonly rows: readonly Sum[] };

export interface Item {
	readonly text: string;
	/** What somebody wrote, as they wrote it. */
	readonly quote?: string | undefined;
}

export interface Sum {
	readonly label: string;
	readonly bits: string;
	readonly says: string;
}

export interface Sink {
	/** A value from a stranger, as a part of a line. In it, words written from right to left are isolated from the rest. */
	text(value: string): string;
	strong(text: string): string;
	write(blocks: readonly Block[]): string;
}

/** First strong isolate, and its end: what stands between them has its own direction and keeps it to itself. */
const isolated = (text: string): string => (needsIsolation(text) ? `\u2068${text}\u2069` : text);

const linesOf = (quote: string): string[] => quote.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trim());

/** What precedes a block: an empty line, except at the beginning. */
const gap = (written: readonly string[]): string[] => (written.length === 0 ? [] : [""]);

// ---------------------------------------------------------------- plain text

const LABEL_WIDTH = 13;
const BITS_WIDTH = 7;

const plain: Sink = {
	text: (value) => isolated(visible(value)),
	strong: (text) => text,
	write(blocks) {
		const lines: string[] = [];
		for (const block of blocks) {
			if (block.kind === "title" || block.kind === "section") lines.push(...gap(lines), block.text);
			else if (block.kind === "paragraph") lines.push(...gap(lines), ...block.lines);
			else if (block.kind === "note") lines.push(...block.lines.map((line) => `  ${line}`));
			else if (block.kind === "list") {
				for (const { text, quote } of block.items) lines.push(`- ${text}`, ...quoted(quote, plain.text));
			} else {
				for (const { label, bits, says } of block.rows) {
					lines.push(`  ${label.padEnd(LABEL_WIDTH)} ${bits.padStart(BITS_WIDTH)}  ${says}`);
				}
			}
		}
		return lines.join("\n");
	},
};

function quoted(quote: string | undefined, text: (line: string) => string): string[] {
	return quote === undefined ? [] : linesOf(quote).map((line) => `  > ${text(line)}`.trimEnd());
}

// ---------------------------------------------------------------- Markdown

const markdown: Sink = {
	/** Marks of Markdown and HTML are escaped, addresses of the Web are no links. */
	text: (value) =>
		isolated(
			visible(value)
				.replace(/[\\`*_[\]|~]/g, "\\$&")
				.replace(/[<>&]/g, reference)
				.replace(/:\/\//g, ":\\//")
				.replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`),
		),
	strong: (text) => `**${text}**`,
	write(blocks) {
		const lines: string[] = [];
		for (const block of blocks) {
			lines.push(...gap(lines));
			if (block.kind === "title") lines.push(`# ${heading(block.text)}`);
			else if (block.kind === "section") lines.push(`## ${heading(block.text)}`);
			else if (block.kind === "list") {
				for (const { text, quote } of block.items) {
					lines.push(`- ${harmless(text)}`, ...quoted(quote, (line) => harmless(markdown.text(line))));
				}
			} else if (block.kind === "sums") {
				lines.push("| | bits | |", "|---|--:|---|");
				for (const { label, bits, says } of block.rows) lines.push(`| ${label} | ${bits} | ${says} |`);
			} else lines.push(...block.lines.map(harmless));
		}
		return lines.join("\n");
	},
};

/** At the beginning of a line these make headings, lists and rules. */
function harmless(line: string): string {
	return line
		.trimStart()
		.replace(/^([#+=-])/, "\\$1")
		.replace(/^(\d+)(?=[.)])/, "$1\\");
}

/** At the end of a heading such marks belong to it no more. */
const heading = (text: string): string => text.replace(/(?<!#)#+$/, "\\$&");

// ---------------------------------------------------------------- HTML

const references: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};
const reference = (mark: string): string => references[mark] as string;

/** A text for the content of an element or the quoted value of an attribute. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, reference);
}

const html: Sink = {
	text: (value) => {
		const shown = visible(value);
		return needsIsolation(shown) ? `<bdi>${escapeHtml(shown)}</bdi>` : escapeHtml(shown);
	},
	strong: (text) => `<strong>${text}</strong>`,
	write: (blocks) => blocks.flatMap(htmlOf).join("\n"),
};

function htmlOf(block: Block): string[] {
	if (block.kind === "title") return [`<h1>${block.text}</h1>`];
	if (block.kind === "section") return [`<h2>${block.text}</h2>`];
	if (block.kind === "list") {
		return ["<ul>", ...block.items.map(({ text, quote }) => `<li>${text}${htmlQuote(quote)}</li>`), "</ul>"];
	}
	if (block.kind === "sums") {
		const rows = block.rows.map(
			({ label, bits, says }) => `<tr><th scope="row">${label}</th><td>${bits}</td><td>${says}</td></tr>`,
		);
		return ["<table>", '<tr><td></td><th scope="col">bits</th><td></td></tr>', ...rows, "</table>"];
	}
	return block.lines.map((line) => `<p>${line}</p>`);
}

function htmlQuote(quote: string | undefined): string {
	return quote === undefined ? "" : `<blockquote>${linesOf(quote).map(html.text).join("<br>")}</blockquote>`;
}

// ---------------------------------------------------------------- all of them

const sinks = { text: plain, markdown, html };

export function sinkFor(as: "text" | "markdown" | "html"): Sink {
	return sinks[as];
}
