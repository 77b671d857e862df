/**
 * Personal values in part, for texts that leave the firm: enough to recognise what one knows, too little to learn it.
 * Rather too much is masked than too little.
 */
import { fold } from "./unicode.js";

/** "t***@…". */
export function maskEmail(email: string): string {
	return `${[...email.trim()][0] ?? ""}***@…`;
}

/** "T…". */
export function maskHandle(handle: string): string {
	return `${[...handle.replace(/^@/, "")][0] ?? ""}…`;
}

/** Calling codes of one and of two digits (ITU-T E.164); all others have three. */
const shortCodes = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The country code, where the number shows one, and the last two digits: "+1 ***42". What is masked stays as it is. */
export function maskPhone(phone: string): string {
	if (phone.includes("***")) return phone;
	const digits = phone.normalize("NFKC").replace(/[^\d+]/g, "");
	const international = /^(?:\+|00)(\d+)/.exec(digits)?.[1];
	const code =
		international === undefined ? undefined : (shortCodes.exec(international)?.[0] ?? international.slice(0, 3));
	const last = digits.length < 6 ? "" : digits.slice(-2);
	return `${code === undefined ? "" : `+${code} `}***${last}`;
}

const address = /[^\s:@]{1,128}@[^\s@]{1,128}/g;
const number = /\+\d[\d() .-]{5,}/g;

/** The id of a record, masked where a system has made it of an address, or of a number with its country code. */
export function maskId(id: string): string {
	return id.replace(address, maskEmail).replace(number, maskPhone);
}

const word = /[\p{L}\p{M}]+/gu;
/** Scripts written without blanks, in which a name is part of a longer run of letters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** "Todd Defren" -> "T. D."; "王伟" -> "王.". */
export function initials(name: string): string {
	return [...name.matchAll(word)].map(([part]) => `${[...part][0]}.`).join(" ") || "…";
}

/** What is to be masked wherever it stands in a text. */
export interface Maskable {
	readonly names: readonly string[];
	/** Handles and parts of addresses. */
	readonly values: readonly string[];
	/** The handle that may be shown, and numbers that look like telephone numbers and are none. */
	readonly shown: readonly string[];
}

const emails = /[^\s@<>"'(),;:]{1,128}@[^\s@<>"'(),;:]{1,128}\.[\p{L}\d-]{2,}/gu;
const links = /\b(?:https?:\/\/|www\.)[^\s<>"]+/giu;
const mentions = /(?<![\p{L}\p{N}_@])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,63}/gu;
/** Seven or more digits with what people write between them. */
const numbers = /(?<![\p{L}\p{N}])\+?\(?\p{Nd}(?:[ \t\u00a0()./\u2010-\u2013-]{0,3}\p{Nd}){6,18}(?![\p{L}\p{N}])/gu;

/** Makes a function that masks what is personal in a text: addresses, numbers, links, other handles, known names. */
export function masker({ names, values, shown }: Maskable): (text: string) => string {
	const shownForms = new Set(shown.map((one) => fold(one)));
	const nameWords = new Set(names.flatMap((name) => [...name.matchAll(word)].map(([part]) => fold(part))));
	// An initial gives nothing away, and is also the beginning of a reference number.
	for (const one of nameWords) if (one.length === 1 && !unspaced.test(one)) nameWords.delete(one);
	const runs = names
		.flatMap((name) => (unspaced.test(name) ? [name, ...name.split(/\s+/)] : []))
		.filter((name) => name !== "");
	const literal = longestFirst(values.filter((value) => value.trim().length > 1));
	return (text) => {
		let masked = text
			.replace(links, "[link]")
			.replace(emails, maskEmail)
			.replace(numbers, (number) => (shownForms.has(fold(number)) ? number : maskPhone(number)))
			.replace(mentions, (mention) =>
				shownForms.has(fold(mention.slice(1).replace(/(?<![.-])[.-]+$/, ""))) ? mention : "@…",
			);
		for (const value of literal) masked = withoutValue(masked, value);
		for (const name of longestFirst(runs)) masked = masked.replaceAll(name, initials(name));
		return masked.replace(/@?[\p{L}\p{M}\p{N}_]+/gu, (token) => {
			if (token.startsWith("@")) return token;
			return token.replace(word, (part) => (nameWords.has(fold(part)) ? `${[...part][0]}.` : part));
		});
	};
}

const longestFirst = (list: readonly string[]): string[] =>
	[...new Set(list)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

/** Without a value, in whatever case it stands there. */
function withoutValue(text: string, value: string): string {
	return text.replace(new RegExp(value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu"), "…");
}

/** At most so many characters, with a mark where something is left out. */
export function cut(text: string, most: number): string {
	const characters = [...text];
	return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}
