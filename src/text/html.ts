/**
 * HTML as posts, profiles, mails and tickets carry it, made plain. No tree is built: a text from strangers is cut into
 * tags and what stands between them, each character looked at a fixed number of times.
 */
import { wordSet } from "./words.js";

export interface HtmlTag {
	/** Lower case. */
	readonly name: string;
	readonly closing: boolean;
	/** By name in lower case, character references resolved. */
	readonly attributes: ReadonlyMap<string, string>;
}

export interface HtmlLink {
	readonly href: string;
	/** Lower case: "me", "nofollow". */
	readonly rel: readonly string[];
	readonly classes: readonly string[];
}

/** Longer texts are cut, in code units. */
const MAX_HTML = 400_000;
const MAX_LINKS = 1000;

const latin =
	"nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro " +
	"para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil " +
	"Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave " +
	"Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml " +
	"igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute " +
	"thorn yuml";
const others =
	"amp& lt< gt> quot\" apos' ndash– mdash— hellip… lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ bull• euro€ trade™ OElig\u0152 " +
	"oelig\u0153 Scaron\u0160 scaron\u0161 lsaquo‹ rsaquo›";
// @__NO_SIDE_EFFECTS__
function references(): ReadonlyMap<string, string> {
	const named = new Map(others.split(" ").map((entry) => [entry.slice(0, -1), entry.slice(-1)] as const));
	for (const [index, name] of latin.split(" ").entries()) named.set(name, String.fromCharCode(160 + index));
	return named;
}
const named: ReadonlyMap<string, string> = /* @__PURE__ */ references();

function character(written: string, hex: string | undefined, decimal: string | undefined, name: string): string {
	if (hex === undefined && decimal === undefined) return named.get(name) ?? written;
	const code = Number.parseInt(hex ?? (decimal as string), hex === undefined ? 10 : 16);
	return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\ufffd";
}

/** Character references resolved, once: "Caf&eacute; &amp;lt;" is "Café &lt;". Unknown ones stay. */
export function resolveReferences(text: string): string {
	return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,7}));/gi, character);
}

const nameOf = /<(\/?)([a-z][a-z\d:-]*)/iy;
const gap = /[\s/]*/y;
const attributeName = /[^\s"'<>/=]+/y;
const equals = /\s*=\s*/y;
const bareValue = /[^\s"'<>`]+/y;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
}

/** The tag that begins here, and where it ends. `undefined`: none does, or it never ends. */
function tagAt(html: string, start: number): { tag: HtmlTag; end: number } | undefined {
	nameOf.lastIndex = start;
	const head = nameOf.exec(html);
	if (head === null) return undefined;
	const attributes = new Map<string, string>();
	let at = start + head[0].length;
	while (at < html.length) {
		at += (matchAt(gap, html, at) as string).length;
		if (html[at] === ">") {
			const tag = { name: (head[2] as string).toLowerCase(), closing: head[1] === "/", attributes };
			return { tag, end: at + 1 };
		}
		const name = matchAt(attributeName, html, at);
		// A stray quote or sign.
		if (name === undefined) {
			at++;
			continue;
		}
		at += name.length;
		const sign = matchAt(equals, html, at);
		let value = "";
		if (sign !== undefined) {
			at += sign.length;
			const quote = html[at];
			const close = quote === '"' || quote === "'" ? html.indexOf(quote, at + 1) : undefined;
			// A quote that is never closed.
			if (close === -1) return undefined;
			value = close === undefined ? (matchAt(bareValue, html, at) ?? "") : html.slice(at + 1, close);
			at = close === undefined ? at + value.length : close + 1;
		}
		const key = name.toLowerCase();
		if (!attributes.has(key)) attributes.set(key, resolveReferences(value));
	}
	return undefined;
}

/** Elements whose content is not text to be read. */
const unread: Readonly<Record<string, RegExp>> = {
	script: /<\/script\b/gi,
	style: /<\/style\b/gi,
	title: /<\/title\b/gi,
};

/** The tags and, as strings, what stands between them, character references resolved. Linear time, never throws. */
export function* htmlTokens(html: string): Iterable<string | HtmlTag> {
	const text = html.slice(0, MAX_HTML);
	let from = 0;
	let at = text.indexOf("<");
	while (at >= 0) {
		const next = text[at + 1] ?? "";
		let end: number | undefined;
		let tag: HtmlTag | undefined;
		if (next === "!" || next === "?") {
			const mark = text.startsWith("<!--", at) ? "-->" : ">";
			const close = text.indexOf(mark, at + 2);
			end = close < 0 ? text.length : close + mark.length;
		} else if (/[a-z/]/i.test(next)) {
			const found = tagAt(text, at);
			// A tag without an end: no later one has one either, and the rest is text.
			if (found === undefined && matchAt(nameOf, text, at) !== undefined) break;
			({ tag, end } = found ?? {});
		}
		if (end !== undefined) {
			if (at > from) yield resolveReferences(text.slice(from, at));
			if (tag !== undefined) yield tag;
			from = end;
			const close = tag === undefined || tag.closing ? undefined : unread[tag.name];
			if (close !== undefined) {
				close.lastIndex = end;
				from = close.exec(text)?.index ?? text.length;
			}
		}
		at = text.indexOf("<", Math.max(from, at + 1));
	}
	if (from < text.length) yield resolveReferences(text.slice(from));
}

const blocks: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"p br div li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote pre hr section article header footer dt dd",
);

/** The text that a reader would see, a line for each paragraph or break. Linear time, never throws. */
export function htmlText(html: string): string {
	const lines: string[] = [];
	let line = "";
	for (const token of htmlTokens(html)) {
		if (typeof token === "string") line += token;
		else if (blocks.has(token.name)) {
			lines.push(line);
			line = "";
		}
	}
	return [...lines, line].flatMap((text) => text.replace(/\s+/g, " ").trim() || []).join("\n");
}

/** The links of a page or a text, in order, as they are written. Linear time, never throws. */
export function htmlLinks(html: string): HtmlLink[] {
	const links: HtmlLink[] = [];
	const list = (words: string | undefined): string[] => (words ?? "").split(/\s+/).filter((word) => word !== "");
	for (const token of htmlTokens(html)) {
		if (typeof token === "string" || token.closing || !/^(?:a|area|link)$/.test(token.name)) continue;
		const href = token.attributes.get("href")?.trim();
		if (href === undefined || href === "") continue;
		const rel = list(token.attributes.get("rel")?.toLowerCase());
		links.push({ href, rel, classes: list(token.attributes.get("class")) });
		if (links.length === MAX_LINKS) break;
	}
	return links;
}
