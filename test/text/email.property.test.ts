import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emailFault, findEmails, isRoleMailbox, parseEmail } from "../../src/text/email.js";

const local = fc.stringMatching(/^[a-z][a-z0-9]{0,12}(?:[._-][a-z0-9]{1,8})?$/);
const domain = fc.constantFrom(
	"example.com",
	"gmail.com",
	"outlook.com",
	"mail.example.co.uk",
	"icloud.com",
	"yahoo.fr",
);
const anything = fc.oneof(
	fc.string({ unit: "binary", maxLength: 300 }),
	fc.string({
		unit: fc.constantFrom("@", ".", "a", " ", "at", "dot", "(", ")", "<", ">", "+", '"', "\ud800", "é"),
		maxLength: 80,
	}),
);

describe("email addresses", () => {
	it("any text at all is read or refused, never thrown at", () => {
		fc.assert(
			fc.property(anything, (text) => {
				parseEmail(text);
				for (const { address } of findEmails(text)) expect(parseEmail(address)?.address).toBe(address);
			}),
			{ numRuns: 2000 },
		);
	});

	it("normalising twice changes nothing", () => {
		fc.assert(
			fc.property(local, domain, (name, host) => {
				const once = parseEmail(`${name}@${host}`);
				expect(once && parseEmail(once.canonical)?.canonical).toBe(once?.canonical);
			}),
		);
	});

	it("neither case, blanks, mailto nor a tag changes the mailbox", () => {
		fc.assert(
			fc.property(local, domain, fc.stringMatching(/^[a-z0-9]{1,8}$/), (name, host, tag) => {
				const plain = parseEmail(`${name}@${host}`)?.canonical;
				expect(plain).toBeDefined();
				for (const written of [
					`${name.toUpperCase()}@${host.toUpperCase()}`,
					`  mailto:${name}@${host} `,
					`${name}+${tag}@${host}`,
					`A Person <${name}@${host}>`,
				]) {
					expect(parseEmail(written)?.canonical).toBe(plain);
				}
			}),
		);
	});

	it("an address in a sentence is found", () => {
		fc.assert(
			fc.property(
				local,
				domain,
				fc.constantFrom("(", "<", " ", "→", "\n"),
				fc.constantFrom(")", ".", ",", "!", "\n", ""),
				(name, host, before, after) => {
					expect(findEmails(`Write to${before}${name}@${host}${after}`)[0]?.address).toBe(`${name}@${host}`);
				},
			),
		);
	});

	const ascii = fc.string({ unit: "binary-ascii", maxLength: 100 });
	const almost = fc
		.array(fc.constantFrom(..."aZ09._-+%'@~\"?É", "info", "sales", "no", "reply", "a".repeat(63), ".com", ".co.uk"), {
			maxLength: 12,
		})
		.map((parts) => parts.join(""));
	const addressLike = fc
		.tuple(fc.oneof(local, almost), fc.oneof(domain, almost, fc.constantFrom("x.fastmail.com", "ya.ru", "yahoo.de")))
		.map((parts) => parts.join("@"));

	it("plain addresses are read as any others", () => {
		fc.assert(
			fc.property(fc.oneof(anything, ascii, almost, addressLike), (text) => {
				// A blank in front asks for the long way.
				expect(parseEmail(text)).toEqual(parseEmail(` ${text}`));
				expect(emailFault(text)).toBe(emailFault(` ${text}`));
			}),
			{ numRuns: 5000 },
		);
	});

	it("desks are told alike in plain letters and beside others", () => {
		fc.assert(
			fc.property(fc.oneof(ascii, almost), (mailbox) => {
				expect(isRoleMailbox(mailbox)).toBe(isRoleMailbox(`${mailbox}☕`));
			}),
			{ numRuns: 2000 },
		);
	});

	it("a text that is put aside at once has no address in it", () => {
		const pieces = fc.constantFrom(
			..."aÄ .-_([{<>}])@＠",
			"at",
			"AT",
			"dot",
			" dot ",
			" Dot ",
			" at ",
			"arroba",
			"ät",
			"com",
		);
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: pieces, maxLength: 30 }), anything), (text) => {
				expect(findEmails(text)).toEqual(findEmails(`${text} | @`));
			}),
			{ numRuns: 3000 },
		);
	});
});
