import { describe, expect, it } from "vitest";
import { fromGmail } from "../../src/crm/gmail.js";
import { crmContract } from "../../src/testing.js";

const encoded = (text: string): string => Buffer.from(text).toString("base64url");
const part = (mimeType: string, text: string, more = {}): object => ({
	mimeType,
	filename: "",
	body: { data: encoded(text) },
	...more,
});
const mail = (headers: Record<string, string>, more: object = {}): object => ({
	id: "19f1",
	threadId: "19f0",
	labelIds: ["INBOX"],
	internalDate: "1772445600000",
	payload: {
		mimeType: "multipart/alternative",
		headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
		body: { size: 0 },
		parts: [part("text/plain", "My meter reads zero"), part("text/html", "<p>My meter reads zero</p>")],
	},
	...more,
});
const from = { From: '"Costa, Ana" <Ana.Costa+meter@example.com>', To: "help@example.org", Subject: "Meter" };
const own = ["example.org"];

it("gives a mail with its thread, its way and who wrote it", () => {
	const { interactions, warnings } = fromGmail({ id: "19f0", messages: [mail(from)] }, { own });
	expect(warnings).toEqual([]);
	expect(interactions).toEqual([
		{
			party: { email: "Ana.Costa+meter@example.com", name: "Ana Costa" },
			interaction: {
				id: "gmail:19f1",
				channel: "email",
				direction: "inbound",
				at: "2026-03-02T10:00:00.000Z",
				topic: "Meter",
				text: "My meter reads zero",
				author: "Ana Costa",
				thread: "gmail:thread:19f0",
				source: "gmail:message",
			},
		},
	]);
});

it("is with every outsider whom the firm wrote to", () => {
	const headers = { From: "help@example.org", To: "Ana <ana@example.com>, kim@example.org", Cc: "bruno@example.net" };
	const { interactions } = fromGmail([mail(headers)], { own });
	expect(interactions.map(({ party }) => party.email)).toEqual(["ana@example.com", "bruno@example.net"]);
	expect(interactions.every(({ interaction }) => interaction.direction === "outbound")).toBe(true);
});

it.each<[string, object, object | undefined]>([
	[
		"the label SENT",
		{ labelIds: ["SENT"] },
		{ party: { email: "help@example.org" }, interaction: { direction: "outbound" } },
	],
	["the label INBOX", {}, { party: { email: "Ana.Costa+meter@example.com" }, interaction: { direction: "inbound" } }],
	["a draft", { labelIds: ["DRAFT"] }, undefined],
	["spam", { labelIds: ["SPAM"] }, undefined],
])("without own addresses goes by %s", (_, more, entry) => {
	expect(fromGmail(mail(from, more)).interactions).toMatchObject(entry === undefined ? [] : [entry]);
});

it("leaves out mail among colleagues", () => {
	expect(fromGmail(mail({ From: "kim@example.org", To: "help@example.org" }), { own }).interactions).toEqual([]);
});

describe("the text of a mail", () => {
	const textOf = (payload: object, more = {}): string | undefined =>
		fromGmail(mail(from, { payload: { headers: [{ name: "From", value: from.From }], ...payload }, ...more }), { own })
			.interactions[0]?.interaction.text;

	it.each<[string, object, string]>([
		["without what it quotes", part("text/plain", "Yes.\r\n\r\nOn Mon, 2 Mar 2026, Kim wrote:\r\n> Zero?"), "Yes."],
		["out of HTML", part("text/html", '<p>Caf\u00e9 at 5?</p><div class="gmail_quote">On Mon</div>'), "Café at 5?"],
		[
			"in parts of parts, not of an attachment",
			{
				parts: [
					{ ...part("text/plain", "a file"), filename: "a.txt" },
					{ mimeType: "multipart/related", parts: [part("text/plain", "Deep")] },
				],
			},
			"Deep",
		],
		[
			"in another character set",
			{
				mimeType: "text/plain",
				headers: [
					{ name: "From", value: from.From },
					{ name: "Content-Type", value: 'text/plain; charset="ISO-8859-1"' },
				],
				body: { data: Buffer.from([0x53, 0xf8]).toString("base64url") },
			},
			"Sø",
		],
	])("is read %s", (_, payload, text) => expect(textOf(payload)).toBe(text));

	it("is the beginning that Gmail shows, where no body came along", () => {
		expect(textOf({}, { snippet: "I&#39;m waiting" })).toBe("I'm waiting");
	});
});

it("says when a list holds no more than ids", () => {
	expect(fromGmail({ messages: [{ id: "19f1", threadId: "19f0" }] }).warnings).toMatchObject([
		{ path: "messages.0", reason: "Has no headers: fetch it with format=full." },
	]);
});

describe("the contract", () => {
	const samples = [mail(from), mail({ From: "help@example.org", To: "ana@example.com" }, { id: "19f2" })].map(
		(item) => ({
			item,
			envelope: (messages: readonly unknown[]) => ({ id: "19f0", messages }),
		}),
	);
	for (const { name, run } of crmContract((payload) => fromGmail(payload, { own }), samples)) it(name, run);
});
