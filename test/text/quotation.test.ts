import { describe, expect, it } from "vitest";
import { withoutQuotation, withoutQuotedHtml } from "../../src/text/quotation.js";

describe("withoutQuotation", () => {
	it.each([
		["Gmail", "Thanks!\n\nOn Mon, Sep 14, 2026 at 9:20 AM Ana Costa <ana@example.com> wrote:\n\n> My meter"],
		["two lines", "Thanks!\r\n\r\nOn Mon, Sep 14, 2026 at 9:20 AM Ana Costa\r\n<ana@example.com> wrote:\r\n> My meter"],
		["German", "Thanks!\n\nAm 14.09.2026 um 09:20 schrieb Ana Costa <ana@example.com>:\n> Mein Zähler"],
		["French", "Thanks!\n\nLe lun. 14 sept. 2026 à 09:20, Ana Costa <ana@example.com> a écrit :\n> Mon compteur"],
		[
			"Outlook",
			"Thanks!\n\n________________________________\nFrom: Ana Costa\nSent: Monday\nSubject: Meter\n\nMy meter",
		],
		["old Outlook", "Thanks!\n-----Original Message-----\nFrom: Ana Costa"],
		["marks alone", "> My meter\n\nThanks!"],
	])("cuts off what %s quotes", (_, text) => expect(withoutQuotation(text)).toBe("Thanks!"));

	it.each(["On Thursday I wrote a letter: nobody answered.", "From: the heart\nThank you all", "I called on Monday"])(
		"leaves alone what only resembles it: %s",
		(text) => expect(withoutQuotation(text)).toBe(text),
	);

	it("takes time in proportion to the text", () => {
		expect(withoutQuotation(`${"On a ".repeat(100_000)}\n`.repeat(3)).length).toBeLessThan(200_000);
	});
});

it("cuts off the box in which a mail program quotes", () => {
	expect(withoutQuotedHtml('<p>Thanks!</p><div class="gmail_quote">On Mon ...</div>')).toBe("<p>Thanks!</p>");
	expect(withoutQuotedHtml('<p>Thanks!</p><blockquote type="cite">My meter</blockquote>')).toBe("<p>Thanks!</p>");
	expect(withoutQuotedHtml('<p>Thanks!</p><hr><div id="divRplyFwdMsg">From</div>')).toBe("<p>Thanks!</p><hr>");
	expect(withoutQuotedHtml("<blockquote>Well said</blockquote>")).toBe("<blockquote>Well said</blockquote>");
});
