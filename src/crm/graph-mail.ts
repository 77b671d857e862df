import { Payload, present } from "../payload.js";
import { htmlText } from "../text/html.js";
import { exchangeOf, type Mailbox, mailboxOf } from "../text/mailbox.js";
import { withoutQuotation, withoutQuotedHtml } from "../text/quotation.js";
import type { Interaction } from "../types.js";
import { type ChannelOptions, type CrmDraft, type CrmReader, emptyReading, noteMail } from "./crm.js";

const graphId = (id: string): string => `graph:${id}`;

/**
 * Reads messages of Microsoft Graph (Outlook, Exchange). Each mail becomes one interaction for each outsider it was with;
 * what it quotes of earlier mail is cut off. The firm's own addresses and domains (`own`) tell which way it went: without
 * them there is no direction. Drafts are left out, and so is mail among colleagues.
 */
export const fromGraphMail: CrmReader<ChannelOptions> = (payload, options = {}) => {
	const reading = emptyReading();
	for (const item of new Payload(payload, "", reading.warnings).unwrap("value")) {
		// A change feed also says what has gone.
		if (item.at("isDraft").flag() !== true && !item.at("@removed").exists) readMail(item, options, reading);
	}
	return reading;
};

function readMail(item: Payload, { own = [] }: ChannelOptions, reading: CrmDraft): void {
	const id = item.at("id").required();
	if (id === undefined) return;
	const boxes = (...fields: readonly string[]): Mailbox[] =>
		fields.flatMap((field) =>
			item
				.at(field)
				.objects()
				.flatMap((entry) => mailboxIn(entry.at("emailAddress")) ?? []),
		);
	// Who sends for somebody else is `sender`; the mail is from the other.
	const from = boxes("from")[0] ?? boxes("sender")[0];
	if (from === undefined) return void item.warn("Has no sender.");
	const to = boxes("toRecipients", "ccRecipients", "bccRecipients");
	const exchange = exchangeOf({ from, to, replyTo: boxes("replyTo")[0] }, own);
	const thread = item.at("conversationId").text();
	const interaction = present<Interaction>({
		id: graphId(id),
		channel: "email",
		direction: exchange.direction,
		at: item.first("sentDateTime", "receivedDateTime", "createdDateTime").time(),
		topic: item.at("subject").text(),
		text: textOf(item) || undefined,
		author: exchange.author?.name ?? exchange.author?.address,
		thread: thread === undefined ? undefined : graphId(`thread:${thread}`),
		source: "graph:message",
	});
	noteMail(reading, exchange, interaction);
}

function mailboxIn(entry: Payload): Mailbox | undefined {
	const address = entry.at("address").text();
	return address === undefined ? undefined : mailboxOf(address, entry.at("name").text());
}

/** What the author wrote. `uniqueBody`, when it was asked for, is without the quotation already. */
function textOf(item: Payload): string {
	const body = item.first("uniqueBody", "body");
	const content = body.at("content").text();
	if (content === undefined) return item.at("bodyPreview").text() ?? "";
	const isHtml = body.at("contentType").text()?.toLowerCase() === "html";
	return withoutQuotation(isHtml ? htmlText(withoutQuotedHtml(content)) : content);
}
