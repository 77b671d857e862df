import { Payload, present } from "../payload.js";
import { base64Bytes, decodeText } from "../text/encoding.js";
import { htmlText } from "../text/html.js";
import { exchangeOf, type Mailbox, readMailboxes } from "../text/mailbox.js";
import { withoutQuotation, withoutQuotedHtml } from "../text/quotation.js";
import { isoTime } from "../text/time.js";
import type { Interaction } from "../types.js";
import { type ChannelOptions, type CrmDraft, type CrmReader, emptyReading, noteMail } from "./crm.js";

const gmailId = (id: string): string => `gmail:${id}`;

/** Parts in parts, at most. */
const MAX_DEPTH = 8;

/**
 * Reads Gmail: messages and threads, fetched with `format=full`. Each mail becomes one interaction for each outsider it was
 * with; what it quotes of earlier mail is cut off. The firm's own addresses and domains (`own`) tell which way it went;
 * without them the label SENT does. Drafts, spam and the bin are left out, and so is mail among colleagues.
 */
export const fromGmail: CrmReader<ChannelOptions> = (payload, options = {}) => {
	const reading = emptyReading();
	for (const item of new Payload(payload, "", reading.warnings).unwrap("messages", "threads")) {
		for (const message of item.unwrap("messages")) readMail(message, options, reading);
	}
	return reading;
};

function readMail(item: Payload, { own = [] }: ChannelOptions, reading: CrmDraft): void {
	const labels = new Set(
		item
			.at("labelIds")
			.items()
			.map((label) => label.text()),
	);
	if (labels.has("DRAFT") || labels.has("SPAM") || labels.has("TRASH")) return;
	const id = item.at("id").required();
	if (id === undefined) return;
	if (!item.at("payload", "headers").exists) return void item.warn("Has no headers: fetch it with format=full.");
	const headers = headersOf(item.at("payload"));
	const boxes = (...names: readonly string[]): Mailbox[] =>
		names.flatMap((name) => readMailboxes(headers.get(name) ?? ""));
	const sent = labels.has("SENT") ? true : labels.has("INBOX") ? false : undefined;
	const exchange = exchangeOf(
		{ from: boxes("from")[0], to: boxes("to", "cc", "bcc"), replyTo: boxes("reply-to")[0] },
		own,
		sent,
	);
	const thread = item.at("threadId").text();
	const interaction = present<Interaction>({
		id: gmailId(id),
		channel: "email",
		direction: exchange.direction,
		// The header says what the sender's clock showed; Gmail says when it arrived.
		at: item.at("internalDate").time("ms") ?? isoTime(headers.get("date") ?? ""),
		topic: headers.get("subject") || undefined,
		text: textOf(item) || undefined,
		author: exchange.author?.name ?? exchange.author?.address,
		thread: thread === undefined ? undefined : gmailId(`thread:${thread}`),
		source: "gmail:message",
	});
	noteMail(reading, exchange, interaction);
}

function headersOf(part: Payload): ReadonlyMap<string, string> {
	const headers = new Map<string, string>();
	for (const header of part.at("headers").objects()) {
		const name = header.at("name").text()?.toLowerCase();
		if (name !== undefined && !headers.has(name)) headers.set(name, header.at("value").text() ?? "");
	}
	return headers;
}

/** What the author wrote: of the plain part, else of the HTML, else the beginning that Gmail shows in its list. */
function textOf(item: Payload): string {
	const plain = bodyOf(item.at("payload"), "text/plain");
	if (plain !== undefined) return withoutQuotation(plain);
	const html = bodyOf(item.at("payload"), "text/html");
	if (html !== undefined) return withoutQuotation(htmlText(withoutQuotedHtml(html)));
	const snippet = item.at("snippet").text();
	return snippet === undefined ? "" : withoutQuotation(htmlText(snippet));
}

/** The first part of a type that is not an attachment. */
function bodyOf(part: Payload, type: string, depth = 0): string | undefined {
	if (depth > MAX_DEPTH || part.at("filename").exists) return undefined;
	const data = part.at("body", "data").text();
	if (data !== undefined && part.at("mimeType").text()?.toLowerCase() === type) {
		const [, charset] = /charset="?([\w.:-]{1,40})/i.exec(headersOf(part).get("content-type") ?? "") ?? [];
		return decodeText(base64Bytes(data), charset);
	}
	for (const inner of part.at("parts").objects()) {
		const found = bodyOf(inner, type, depth + 1);
		if (found !== undefined) return found;
	}
	return undefined;
}
