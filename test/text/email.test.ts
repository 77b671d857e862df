import { describe, expect, it } from "vitest";
import { domainKind, emailFault, findEmails, isRoleMailbox, parseEmail, splitEmails } from "../../src/text/email.js";

describe("one mailbox, many spellings", () => {
	it.each([
		["Todd@Example.COM", "todd@example.com", "case of local part and host"],
		["  mailto:todd@example.com?subject=Hi%0D%0ABcc:x ", "todd@example.com", "a mailto link with a header injected"],
		["Todd Defren <todd@example.com>", "todd@example.com", "a display name around it"],
		['"todd.defren"@example.com', "todd.defren@example.com", "a quoted local part that needs no quotes"],
		["ｔｏｄｄ＠ｅｘａｍｐｌｅ．ｃｏｍ", "todd@example.com", "full width"],
		["todd@example.com.", "todd@example.com", "the dot of the root domain"],
		["todd+news@example.com", "todd@example.com", "a plus tag"],
		["t.o.d.d+x@googlemail.com", "todd@gmail.com", "Gmail ignores dots and has two domains"],
		["t.odd@outlook.com", "t.odd@outlook.com", "Outlook does not ignore dots"],
		["todd-shopping@yahoo.co.uk", "todd@yahoo.co.uk", "Yahoo's disposable addresses"],
		["-todd@yahoo.com", "-todd@yahoo.com", "but not a leading hyphen"],
		["anything@todd.fastmail.com", "todd@fastmail.com", "Fastmail's subdomain addresses"],
		["todd@fastmail.fm", "todd@fastmail.com", "and its older domain"],
		["todd@me.com", "todd@icloud.com", "Apple's three domains"],
		["to-d.d_x@pm.me", "toddx@proton.me", "Proton ignores separators"],
		["todd-d@ya.ru", "todd.d@yandex.ru", "Yandex takes hyphen and dot as the same"],
		["todd@München.example", "todd@münchen.example", "a domain in its own script, lower-cased"],
		["todd@xn--MNCHEN-3ya.example", "todd@xn--mnchen-3ya.example", "or in punycode"],
		["用户@例子.广告", "用户@例子.广告", "a wholly Chinese address"],
	])("%s -> %s (%s)", (written, canonical) => {
		expect(parseEmail(written)?.canonical).toBe(canonical);
	});

	it("keeps the address as given apart from the mailbox behind it", () => {
		expect(parseEmail("T.Defren+crm@Gmail.com")).toEqual({
			address: "t.defren+crm@gmail.com",
			canonical: "tdefren@gmail.com",
			mailbox: "t.defren",
			domain: "gmail.com",
			kind: "free",
			role: false,
		});
	});
});

describe("what is no address is undefined", () => {
	it.each([
		"",
		"@",
		"todd",
		"todd@",
		"@example.com",
		"todd@example",
		"todd@@example.com",
		"a@b@example.com",
		"todd@127.0.0.1",
		"todd@[127.0.0.1]",
		"todd @example.com",
		"todd@exa mple.com",
		"todd@example.com\r\nBcc: x@example.org",
		".todd@example.com",
		"to..dd@example.com",
		"todd@-example.com",
		"todd@example..com",
		`${"a".repeat(65)}@example.com`,
		`todd@${"a".repeat(500)}.com`,
		"\ud83d@example.com\u0000",
		"todd@example.1",
	])("%j", (written) => {
		expect(parseEmail(written)).toBeUndefined();
	});
});

describe("addresses in free text", () => {
	it.each([
		["PR guy. todd@example.com!", ["todd@example.com"]],
		["mail (todd@example.com), or mailto:press@example.org.", ["todd@example.com", "press@example.org"]],
		["todd (at) example [dot] com", ["todd@example.com"]],
		["todd[at]example.com", ["todd@example.com"]],
		["todd at example dot co dot uk, please", ["todd@example.co.uk"]],
		["I work at example.com", []],
		["Find me at example dot", []],
		["also @todd@example.social and @TDefren", []],
		["https://example.social/@todd@example.org", []],
		["logo@2x.png", []],
		["todd@example.com TODD@EXAMPLE.COM", ["todd@example.com"]],
		["Schreib an jörg＠example.de", ["jörg@example.de"]],
		["連絡先：ｔｏｄｄ＠ｅｘａｍｐｌｅ．ｃｏｍ", ["todd@example.com"]],
		["todd@example.com's address", ["todd@example.com"]],
	])("%s", (text, addresses) => {
		expect(findEmails(text).map(({ address }) => address)).toEqual(addresses);
	});

	it("stops at sixteen", () => {
		const many = Array.from({ length: 100 }, (_, i) => `todd${i}@example.com`).join(" ");
		expect(findEmails(many)).toHaveLength(16);
	});

	it.each([
		["@ signs", "@".repeat(1e6)],
		["letters", `${"a".repeat(1e6)}@`],
		["blanks", " ".repeat(1e6)],
		["at words", " at".repeat(3e5)],
		["dot words", `a at b${" dot b".repeat(2e5)}`],
		["brackets", "<(".repeat(5e5)],
		["combining marks", "a\u0301\u0316".repeat(3e5)],
		["ligatures that grow 18 times", `${"\ufdfa".repeat(1e5)}@example.com`],
	])("finishes on a million %s", (_, text) => {
		expect(findEmails(text).length).toBeLessThanOrEqual(16);
		expect(parseEmail(text)).toBeUndefined();
	});
});

describe("domains and desks", () => {
	it.each([
		["gmail.com", "free"],
		["yahoo.co.jp", "free"],
		["hotmail.fr", "free"],
		["gmx.net", "free"],
		["naver.com", "free"],
		["mailinator.com", "disposable"],
		["example.com", "own"],
		["yahoo.example.com", "own"],
	])("%s is %s", (domain, kind) => {
		expect(domainKind(domain)).toBe(kind);
	});

	it.each(["info", "support", "press.office", "no-reply", "sales2", "info-uk", "kontakt", "ventas", "redaktion"])(
		"%s is a desk",
		(mailbox) => {
			expect(isRoleMailbox(mailbox)).toBe(true);
		},
	);

	it.each(["todd", "tdefren", "todd.defren", "mary.post", "team.todd", "77"])("%s is not", (mailbox) => {
		expect(isRoleMailbox(mailbox)).toBe(false);
	});
});

describe("cells with addresses", () => {
	it.each([
		["a@example.com; b@example.com", ["a@example.com", "b@example.com"]],
		["a@example.com,b@example.com|", ["a@example.com", "b@example.com"]],
		["a@example.com / n/a", ["a@example.com", "n/a"]],
		['"Costa, Ana" <a@example.com>', ['"Costa, Ana" <a@example.com>']],
		["a/b@example.com", ["a/b@example.com"]],
	])("%s", (cell, parts) => expect(splitEmails(cell)).toEqual(parts));

	it.each([
		["Ana <ana@example.com>", undefined],
		["example@example.com", undefined],
		["test@example.com", undefined],
		["nobody.knows@example.com", undefined],
		["ana at work", "none"],
		["ana@localhost", "none"],
		["no-reply@example.com", "placeholder"],
		["NoEmail+7@example.com", "placeholder"],
		["test@test.co.uk", "placeholder"],
	])("%s: %s", (cell, fault) => expect(emailFault(cell)).toBe(fault));
});
