/** HTML as mails, tickets and posts carry it, made plain. */

/** Longer ones are cut, in code units. */
const MAX_HTML = 400_000;

const named: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
	"amp:& lt:< gt:> quot:\" apos:' nbsp:\u00a0 ndash:– mdash:— hellip:… lsquo:‘ rsquo:’ ldquo:“ rdquo:” euro:€ copy:© reg:®"
		.split(" ")
		.map((entry) => entry.split(/:(.*)/s) as [string, string]),
);

function character(reference: string): string | undefined {
	const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(reference) ?? [];
	if (hex === undefined && decimal === undefined) return named.get(reference);
	const code = Number.parseInt(hex ?? (decimal as string), hex === undefined ? 10 : 16);
	return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}

/** The text that a reader would see, a line for each paragraph or break. Linear time, never throws. */
export function htmlText(html: string): string {
	return html
		.slice(0, MAX_HTML)
		.replace(/<!--[\s\S]{0,20000}?-->|<(script|style|head)\b[^>]*>[\s\S]{0,20000}?<\/\1\s*>/gi, " ")
		.replace(/\s+/g, " ")
		.replace(/<(?:br|hr)\b[^<>]{0,2000}>|<\/(?:p|div|li|tr|h[1-6]|blockquote|table|ul|ol)\s*>/gi, "\n")
		.replace(/<\/?[a-z][^<>]{0,20000}>/gi, "")
		.replace(/&(#?\w{1,10});/g, (whole, reference: string) => character(reference) ?? whole)
		.replace(/[ \u00a0]*\n[ \u00a0]*/g, "\n")
		.replace(/\n{2,}/g, "\n")
		.trim();
}
