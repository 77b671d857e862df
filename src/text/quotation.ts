/**
 * What a mail says itself, without the earlier mail that it quotes: the same words under a second author and date would be
 * evidence twice.
 */
import { clip } from "./unicode.js";

/** How much of a mail is looked at, in code units. */
const MAX_TEXT = 100_000;
const MAX_HTML = 400_000;

/** "On Mon, 14 Sep 2026 at 09:20, M. Tennant <m@example.com> wrote:" in the main languages, on one line or two. */
const introductionStart = /^\s*(?:on|am|le|el|em|il|op|den|pe|w dniu)\s/i;
const introductionEnd =
	/(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev|a scris|napisał)(?:\(a\))?[^:]{0,100}:\s*$/i;
/** "-----Original Message-----", in the main languages. */
const divider =
	/^\s*-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht)\s*-{2,}\s*$/i;
/** The header that Outlook puts above what it quotes. */
const headerFrom = /^\s*\*?(?:from|von|de|da|van)\s?:\*?\s\S/i;
const headerSent = /^\s*\*?(?:sent|date|gesendet|datum|envoyé|enviado(?: el)?|fecha|data|inviato|verzonden)\s?:/i;
const underline = /^\s*_{8,}\s*$/;
/** Lines longer than this are running text. */
const MAX_LINE = 500;

function beginsQuotation(lines: readonly string[], at: number): boolean {
	const [line = "", next = "", after = ""] = lines
		.slice(at, at + 3)
		.map((each) => (each.length > MAX_LINE ? "" : each));
	if (divider.test(line)) return true;
	if (introductionStart.test(line) && (introductionEnd.test(line) || introductionEnd.test(next))) return true;
	return headerFrom.test(line) && (headerSent.test(next) || (next.trim() === "" && headerSent.test(after)));
}

/** The part of a plain text that its author wrote. */
export function withoutQuotation(text: string): string {
	const lines = clip(text, MAX_TEXT).split(/\r\n?|\n/);
	const quotation = lines.findIndex((_, at) => beginsQuotation(lines, at));
	const own = lines.slice(0, quotation < 0 ? lines.length : quotation);
	while (own.length > 0 && /^\s*$/.test(own.at(-1) as string)) own.pop();
	if (quotation >= 0 && underline.test(own.at(-1) ?? "")) own.pop();
	return own
		.filter((line) => !/^\s{0,4}>/.test(line))
		.join("\n")
		.trim();
}

const box = /<(?:div|blockquote|hr|span)\b[^>]{0,300}/gi;
/** The boxes in which mail programs put what they quote: Gmail, Yahoo, Thunderbird, Apple Mail, Outlook. */
const quotedBox = /gmail_quote|yahoo_quoted|moz-cite-prefix|type=["']?cite|divRplyFwdMsg|appendonsend|stopSpelling/i;

/** The part of an HTML text before what is quoted; still HTML. */
export function withoutQuotedHtml(html: string): string {
	const text = html.slice(0, MAX_HTML);
	for (const { 0: tag, index } of text.matchAll(box)) if (quotedBox.test(tag)) return text.slice(0, index);
	return text;
}
