import { describe, expect, it } from "vitest";
import { fromGraphMail } from "../../src/crm/graph-mail.js";
import { crmContract } from "../../src/testing.js";

const box = (address: string, name = address): object => ({ emailAddress: { name, address } });
const mail = (more: object): object => ({
	id: "AAMk1",
	conversationId: "AAQk1",
	sentDateTime: "2026-03-02T10:00:00Z",
	receivedDateTime: "2026-03-02T10:00:05Z",
	subject: "Quote for 40 units",
	bodyPreview: "Could you call me",
	isDraft: false,
	body: { contentType: "html", content: "<p>Could you call me on 617 555 0142?</p><p>Ana</p>" },
	from: box("ana@example.com", "Costa, Ana"),
	toRecipients: [box("sales@example.org", "Sales")],
	ccRecipients: [],
	...more,
});
const own = ["sales@example.org", "kim@example.org"];

it("reads a mail", () => {
	const { interactions, warnings } = fromGraphMail({ "@odata.context": "x", value: [mail({})] }, { own });
	expect(warnings).toEqual([]);
	expect(interactions).toEqual([
		{
			party: { email: "ana@example.com", name: "Ana Costa" },
			interaction: {
				id: "graph:AAMk1",
				channel: "email",
				direction: "inbound",
				at: "2026-03-02T10:00:00.000Z",
				topic: "Quote for 40 units",
				text: "Could you call me on 617 555 0142?\nAna",
				author: "Ana Costa",
				thread: "graph:thread:AAQk1",
				source: "graph:message",
			},
		},
	]);
});

it.each<[string, object, object]>([
	[
		"an answer",
		{ from: box("sales@example.org", "Sales"), toRecipients: [box("ana@example.com")] },
		{ party: { email: "ana@example.com" }, interaction: { direction: "outbound", author: "Sales" } },
	],
	[
		"a form on the firm's site",
		{ from: box("sales@example.org"), replyTo: [box("ana@example.com", "Ana")] },
		{ party: { email: "ana@example.com" }, interaction: { direction: "inbound", author: "Ana" } },
	],
	[
		"a plain text",
		{ body: { contentType: "text", content: "Hi <there>\n\nFrom: Kim\nSent: Monday" } },
		{ interaction: { text: "Hi <there>" } },
	],
	[
		"what is new of it",
		{ uniqueBody: { contentType: "html", content: "<p>New</p>" } },
		{ interaction: { text: "New" } },
	],
	["a sender without from", { from: null, sender: box("ana@example.com") }, { party: { email: "ana@example.com" } }],
])("reads %s", (_, more, entry) => expect(fromGraphMail(mail(more), { own }).interactions).toMatchObject([entry]));

it("has no direction where nobody is known as the firm's own", () => {
	const [entry] = fromGraphMail(mail({})).interactions;
	expect(entry?.party).toEqual({ email: "ana@example.com", name: "Ana Costa" });
	expect(entry?.interaction).not.toHaveProperty("direction");
});

it("leaves out drafts, what has gone, and mail among colleagues", () => {
	const among = mail({ from: box("kim@example.org") });
	expect(
		fromGraphMail([mail({ isDraft: true }), { id: "x", "@removed": { reason: "deleted" } }, among], { own }),
	).toMatchObject({ interactions: [], warnings: [] });
});

describe("the contract", () => {
	const samples = [
		mail({}),
		mail({ id: "AAMk2", from: box("kim@example.org"), toRecipients: [box("ana@example.com")] }),
	].map((item) => ({ item, envelope: (value: readonly unknown[]) => ({ value }) }));
	for (const { name, run } of crmContract((payload) => fromGraphMail(payload, { own }), samples)) it(name, run);
});
