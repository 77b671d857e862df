import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { remembered } from "./remembered.js";
import { isIntroducedByAgent } from "./third-party.js";
import { clip, halfWidth, isAscii, limits } from "./unicode.js";

/** A telephone number in comparable form. */
export interface PhoneNumber {
	/** "+12125550147": only where the country is known and the length is possible there. */
	readonly e164?: string;
	/** National significant digits (no country code, no trunk 0) with `e164`; otherwise all digits as dialled. */
	readonly digits: string;
	/** ISO 3166-1 alpha-2, where the number tells. Weak: +44 7911 says Guernsey, +39 06 says Vatican City. */
	readonly country?: string;
	/** Who says which country it is: the number itself, the caller's default, or nobody. */
	readonly countryFrom: "number" | "default" | "unknown";
	readonly extension?: string;
	/** In an assigned range of the numbering plan. Film and test numbers (07700 900123) are not, and are still equal. */
	readonly valid: boolean;
	/** Free for the caller: a firm's line, never one person's. */
	readonly tollFree: boolean;
}

/** A number of which only the last digits are shown: ***-0147. */
export interface MaskedPhone {
	/** As written. */
	readonly text: string;
	readonly lastDigits: string;
}

/** Longest number read, in code units: the longest legal one with an extension takes about 40. */
const MAX_LENGTH = 64;
/** ITU-T E.164: at most 15 digits with the country code; below 6 only short codes, which name no person. */
const MAX_DIGITS = 15;
const MIN_DIGITS = 6;
const SUFFIX = 7;

/** Decimal digits of every script to ASCII. Unicode keeps them in tens that begin at xxx0 or xxx6. */
function asciiDigits(text: string): string {
	if (isAscii(text)) return text;
	return text.replace(/(?![0-9])\p{Nd}/gu, (char) => {
		const code = char.codePointAt(0) as number;
		const row = code & ~0xf;
		const zero = /\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6;
		return String(code - zero);
	});
}

/** "x12", "ext. 12", ";ext=12", "#12", ",,12" at the end. */
const extensionPart =
	/(?:;?\s?ext(?:ension|n)?[.:=]?|(?<=[\d\s)])x[.:]?|#|,{1,4}|durchwahl|dw\.?|poste|anexo|int\.?|доб\.?)\s{0,3}(\d{1,7})[^\d]{0,8}$/iu;
/** A spreadsheet has turned the number into 5.03556E+09: the digits are lost. */
const spoiled = /^\s*\d+(?:[.,]\d+)?e\+?\d+\s*$/i;

interface Dialled {
	readonly digits: string;
	readonly plus: boolean;
	readonly extension: string | undefined;
}

/** What nearly all numbers are written with. There is no extension, and nothing else to tell from the number. */
const plainNumber = /^[\d+ ()./-]*$/;

/** What a person would dial, from any way of writing it. */
function readDigits(raw: string): Dialled | undefined {
	// Callers without types may hand over a number. Cutting a text that is too long would make another number of it.
	if (typeof raw !== "string" || raw.length > MAX_LENGTH) return undefined;
	if (plainNumber.test(raw)) return dialledAs(raw, undefined);
	const text = asciiDigits(clip(raw, MAX_LENGTH).normalize("NFKC")).trim();
	if (spoiled.test(text)) return undefined;
	const main = text.replace(/;(?:phone-context|isub)=.*/is, "");
	const extension = extensionPart.exec(main);
	const isOne = extension !== null && /\d{4}/.test(main.slice(0, extension.index));
	return isOne ? dialledAs(main.slice(0, extension.index), extension[1]) : dialledAs(main, undefined);
}

function dialledAs(written: string, extension: string | undefined): Dialled | undefined {
	// Mexican mobiles had a 1 after the country code until 2019.
	const digits = written.replace(/\D+/g, "").replace(/^((?:00)?52)1(?=\d{10}$)/, "$1");
	if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS + 4 || /^(\d)\1*$/.test(digits)) return undefined;
	return { digits, plus: /^[^\d]*\+/.test(written), extension };
}

/** Too few digits for any number, emergency numbers included. */
const FEWEST_DIGITS = 3;
/** Cells that hold more than this are running text. */
const MAX_CELL = 1024;

function digitsOf(cell: string): string {
	const plain = isAscii(cell) ? cell : asciiDigits(clip(cell, limits.value).normalize("NFKC"));
	return plain.replace(/\D+/g, "");
}

/** What stands between two numbers; the stroke of "n/a" does not. */
const between = /[;|,\r\n]|(?<!\bn)\/|\/(?!a\b)|\sor\s/i;

/**
 * The numbers of a cell that holds several: "617 555 0142 / 617 555 0177". Only where each part is long enough to stand
 * alone: 030/5550142 is one number, and so is one with ";ext=12". One more than are read, at most.
 */
export function splitPhones(cell: string): readonly string[] {
	if (cell.length > MAX_CELL || !between.test(cell)) return [cell];
	const parts = cell.split(between, limits.contacts + 1).flatMap((part) => part.trim() || []);
	const isOwn = (part: string): boolean => digitsOf(part).length >= SUFFIX;
	const isPiece = (part: string): boolean => part.includes("=") || (!isOwn(part) && digitsOf(part) !== "");
	return parts.some(isOwn) && !parts.some(isPiece) ? parts : [cell];
}

/** A whole number as a spreadsheet writes it when it takes it for an amount: 6175550142.0 has a nought too many. */
export function withoutDecimals(cell: string): string {
	return cell.replace(/^(\+?\d{6,20})\.0$/, "$1");
}

/** One digit all through, or the digits in order, with or without a country code; and 555, which is no area, in front. */
const fillers =
	/^(?:(\d)\1{6,}|\d{0,3}(\d)\2{8,}|\d{0,3}(?:1234567890|0123456789|9876543210|0987654321)|1234567|12345678|123456789|1?555(?:1234567|5551234))$/;

/**
 * Why a number in a cell is of no use: there is none, or it is a placeholder, written only because a form asked for one:
 * 1234567890, 555-555-5555, +1 000 000 0000. In doubt it may be of use.
 */
export function phoneFault(cell: string): "none" | "placeholder" | undefined {
	const digits = digitsOf(cell);
	if (digits.length < FEWEST_DIGITS) return "none";
	return digits.length <= MAX_DIGITS + 4 && fillers.test(digits) ? "placeholder" : undefined;
}

/** National freephone prefixes, for numbers whose plan the small metadata does not type, or whose country is unknown. */
const freephone = /^(?:0?800\d{5,8}|1?(?:800|888|877|866|855|844|833)\d{7}|0?808\d{7}|1800\d{6})$/;

interface Written {
	readonly number: string;
	readonly country: CountryCode | undefined;
}

/** A number with its plus, or as it is dialled in a country. Parsing is dear, and the records of one person have one number. */
const parse = /* @__PURE__ */ remembered(
	({ number, country = "" as CountryCode }: Written) => `${number} ${country}`,
	({ number, country }) => ({ phone: parseOnce(number, country) }),
);

function parseOnce(number: string, country: CountryCode | undefined): PhoneNumber | undefined {
	const parsed = parsePhoneNumberFromString(number, country === undefined ? {} : { defaultCountry: country });
	// Local numbers get an E.164 form too, +15550147, which nobody can dial.
	if (!parsed?.isPossible()) return undefined;
	const digits = parsed.nationalNumber as string;
	return {
		e164: parsed.number,
		digits,
		...(parsed.country === undefined ? {} : { country: parsed.country }),
		countryFrom: country === undefined ? "number" : "default",
		valid: parsed.isValid(),
		tollFree: parsed.getType() === "TOLL_FREE" || (parsed.countryCallingCode !== "1" && freephone.test(digits)),
	};
}

/**
 * Reads one number, as found in a field, in any script's digits and with any separators. A number without a country
 * code is read with `defaultCountry` (ISO 3166-1 alpha-2) where that gives a possible number, and otherwise keeps its
 * digits with the country unknown. `undefined` for what names no line: short codes, one digit repeated, too many
 * digits. Never throws.
 */
export function normalizePhone(raw: string, defaultCountry?: string): PhoneNumber | undefined {
	const dialled = readDigits(raw);
	if (dialled === undefined) return undefined;
	const { digits, plus } = dialled;
	const country = defaultCountry?.toUpperCase();
	const known = country !== undefined && isSupportedCountry(country) ? country : undefined;
	const dialledAbroad = (number: string): PhoneNumber | undefined => parse({ number, country: undefined }).phone;
	let number = plus ? dialledAbroad(`+${digits}`) : undefined;
	if (!plus && known) number = parse({ number: digits, country: known }).phone;
	if (!number && !plus && digits.startsWith("00")) number = dialledAbroad(`+${digits.slice(2)}`);
	number ??=
		digits.length <= MAX_DIGITS
			? { digits, countryFrom: "unknown", valid: false, tollFree: !plus && freephone.test(digits) }
			: undefined;
	return number && dialled.extension !== undefined ? { ...number, extension: dialled.extension } : number;
}

/**
 * The last seven digits, without the extension: equal for two spellings of one number whatever is said about country
 * and trunk prefix. Cheap, as it does not parse: made for search keys.
 */
export function phoneSuffix(raw: string): string | undefined {
	const digits = readDigits(raw)?.digits;
	return digits === undefined || digits.length < SUFFIX ? undefined : digits.slice(-SUFFIX);
}

/**
 * Whether there may be so many digits in a row, with little between them. Asked first, as most texts have no number and
 * the patterns below are dear.
 */
function mayHoldDigits(text: string, fewest: number): boolean {
	let digits = 0;
	let last = 0;
	let asked = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code >= FIRST_OTHER_DIGIT && !asked) {
			if (otherDigit.test(text)) return true;
			asked = true;
		}
		if (code < 48 || code > 57) continue;
		digits = at - last > MAX_BETWEEN + 1 ? 1 : digits + 1;
		if (digits >= fewest) return true;
		last = at;
	}
	return false;
}

/** Numbers taken from one text, at most. */
const MAX_FOUND = 8;
/**
 * 7 to 15 digits with phone-like separators, and perhaps an extension. Separators and digits are disjoint and both
 * counted, so matching is linear.
 */
const inText =
	/(?<![\d\p{L}_])(?:\+\s?|\(\+?)?\d(?:[ \t\u00a0()./\u2010-\u2013-]{0,3}\d){6,14}(?:\s{0,2}(?:ext\.?|x)\s{0,2}\d{1,6})?(?![\d\p{L}_])/giu;
/** Characters between two digits of a number in a text, at most. */
const MAX_BETWEEN = 3;
const otherDigit = /(?![0-9])\p{Nd}/u;
/** The Arabic nought. */
const FIRST_OTHER_DIGIT = 0x660;
/** Payment cards: groups of four, or of four, six and five. */
const card = /(?<!\d)(?:\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{5})(?!\d)/g;
/** Dates, dotted addresses and amounts are no numbers to dial. */
const otherNumber =
	/^(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4}|\d{1,3}(?:\.\d{1,3}){3}|(?:19|20)\d\d\s?[-\u2013/]\s?(?:19|20)\d\d|\d{1,3}(?:\.\d{3})+)$/;

/** A number found in a text. */
export interface FoundPhone {
	/** As written. */
	readonly text: string;
	readonly phone: PhoneNumber;
	/** Introduced as that of an agent or a press office: "Booking: ...". */
	readonly others: boolean;
}

/** The numbers written in a free text, each once, in order, at most eight. Linear time. */
export function findPhones(text: string, defaultCountry?: string): FoundPhone[] {
	if (!mayHoldDigits(text, SUFFIX)) return [];
	const plain = asciiDigits(halfWidth(clip(text, limits.post))).replace(card, "#");
	const found = new Map<string, FoundPhone>();
	for (const { 0: written, index } of plain.matchAll(inText)) {
		if (otherNumber.test(written.trim())) continue;
		const phone = normalizePhone(written, defaultCountry);
		if (phone === undefined) continue;
		// Seven or eight digits in one run are an order number sooner than a telephone number.
		if (phone.e164 === undefined && /^\d{7,8}$/.test(written.trim())) continue;
		const name = phone.e164 ?? phone.digits;
		if (!found.has(name)) found.set(name, { text: written, phone, others: isIntroducedByAgent(plain, index) });
		if (found.size === MAX_FOUND) break;
	}
	return [...found.values()];
}

/** Something blanked out, then the last digits. One class for marks and separators, so matching is linear. */
const masked =
	/(?<![\p{L}\d*•●])(?:\+\d{1,3}\s?)?\(?[*•●xX#][*•●xX#\s().\-\u2010-\u2013]{1,20}(\d{2,7})(?![\d\p{L}])/gu;
const ending = /\b(?:ending|ends|endet|terminant|termina)\s(?:in|with|on|auf|par|en)\s(\d{2,7})(?!\d)/gi;

/** Two marks, or a word of an ending: both patterns need them, and few texts have them. */
const maskSign = /[*•●xX#][\s().\u2010-\u2013-]{0,19}[*•●xX#]|end(?:ing|s|et)\s|termina/i;

/**
 * Numbers shown in part, "***-***-0147" or "ending in 0147": with at least `fewest` digits left. More than nine blanked
 * digits are a payment card's.
 */
export function findMaskedPhones(text: string, fewest = 4): MaskedPhone[] {
	if (!mayHoldDigits(text, fewest) || !maskSign.test(text)) return [];
	const plain = asciiDigits(clip(text, limits.post));
	const found = new Map<string, MaskedPhone>();
	for (const match of [...plain.matchAll(masked), ...plain.matchAll(ending)]) {
		const lastDigits = match[1] as string;
		const marks = match[0].replace(/[^*•●xX#]/g, "").length;
		if (lastDigits.length < fewest || marks === 1 || marks > 9 || found.size === MAX_FOUND) continue;
		if (!found.has(lastDigits)) found.set(lastDigits, { text: match[0], lastDigits });
	}
	return [...found.values()];
}
