import { decodeText, quotedPrintableBytes } from "./encoding.js";

/** One property of an address card, whichever way the card was written (vCard 2.1, 3.0, 4.0, jCard). */
export interface CardProperty {
	/** Lower case: "tel". */
	readonly name: string;
	/** What ties it to other properties: "item1". */
	readonly group?: string | undefined;
	/** By names in lower case. */
	readonly params: ReadonlyMap<string, readonly string[]>;
	/** The whole value. */
	readonly text: string;
	/** The components of a structured one: surname, given name ... */
	readonly parts: readonly string[];
	/** The items of a list: nicknames, categories. */
	readonly list: readonly string[];
}

/** Cards of one text, and properties of one card, at most. */
const MAX_CARDS = 100_000;
const MAX_PROPERTIES = 500;

/** The cards of a text: lines unfolded, groups and parameters apart, escapes and quoted-printable resolved. */
export function readCards(text: string): { cards: CardProperty[][]; unreadable: number } {
	const cards: CardProperty[][] = [];
	let unreadable = 0;
	let card: CardProperty[] | undefined;
	for (const line of linesOf(text)) {
		if (/^BEGIN:VCARD\s*$/i.test(line)) card = [];
		else if (/^END:VCARD\s*$/i.test(line)) {
			if (card !== undefined && cards.length < MAX_CARDS) cards.push(card);
			card = undefined;
		} else if (line.trim() !== "") {
			const property = card === undefined ? undefined : propertyOf(line);
			if (property === undefined) unreadable++;
			else if (card !== undefined && card.length < MAX_PROPERTIES) card.push(property);
		}
	}
	// The last card is cut off before its end: what is there of it still holds.
	if (card !== undefined && card.length > 0) cards.push(card);
	return { cards, unreadable };
}

/** Logical lines: a line that begins with a blank goes on the one before; quoted-printable goes on after a "=". */
function* linesOf(text: string): Generator<string> {
	let pieces: string[] = [];
	let isQuoted = false;
	for (const line of text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/)) {
		const goesOn = isQuoted && pieces.at(-1)?.endsWith("=");
		if (goesOn) pieces.push((pieces.pop() as string).slice(0, -1), line);
		else if (pieces.length > 0 && /^[ \t]/.test(line)) pieces.push(line.slice(1));
		else {
			if (pieces.length > 0) yield pieces.join("");
			pieces = [line];
			isQuoted = /^[^:]{0,200}ENCODING=QUOTED-PRINTABLE/i.test(line);
		}
	}
	yield pieces.join("");
}

const head = /^(?:([\w-]+)\.)?([\w-]+)((?:;(?:"[^"]*"|[^":;])*)*):(.*)$/s;

function propertyOf(line: string): CardProperty | undefined {
	const [, group, name, written = "", raw = ""] = head.exec(line) ?? [];
	if (name === undefined) return undefined;
	const params = paramsOf(written);
	const isQuoted = params.get("encoding")?.[0]?.toLowerCase() === "quoted-printable";
	const value = isQuoted ? decodeText(quotedPrintableBytes(raw), params.get("charset")?.[0]) : raw;
	const parts = splitAt(value, ";").map(unescaped);
	return {
		name: name.toLowerCase(),
		group: group?.toLowerCase(),
		params,
		text: parts.join(";").trim(),
		parts,
		list: splitAt(value, ",").map(unescaped),
	};
}

function paramsOf(written: string): ReadonlyMap<string, readonly string[]> {
	const params = new Map<string, string[]>();
	for (const [entry] of written.matchAll(/(?:"[^"]*"|[^";])+/g)) {
		const mark = entry.indexOf("=");
		// vCard 2.1 leaves the names out: TEL;CELL;VOICE.
		const key = mark < 0 ? "type" : entry.slice(0, mark).toLowerCase();
		const values = entry
			.slice(mark + 1)
			.replaceAll('"', "")
			.split(",");
		params.set(key, [...(params.get(key) ?? []), ...values.map(uncareted)]);
	}
	return params;
}

/** RFC 6868. */
const uncareted = (value: string): string =>
	value.replace(/\^([n'^])/g, (_, char: string) => (char === "n" ? "\n" : char === "'" ? '"' : "^"));

const unescaped = (value: string): string =>
	value.replace(/\\([\s\S])/g, (_, char: string) => (/n/i.test(char) ? "\n" : char)).trim();

/** Splits at a separator that no backslash stands before. */
function splitAt(value: string, separator: "," | ";"): string[] {
	const form = separator === "," ? /(?:\\[\s\S]|[^\\,]+)*/g : /(?:\\[\s\S]|[^\\;]+)*/g;
	const parts: string[] = [];
	for (let at = 0; at <= value.length; ) {
		form.lastIndex = at;
		const part = form.exec(value)?.[0] ?? "";
		parts.push(part);
		at += part.length + 1;
		// A single backslash at the very end belongs to nothing.
		if (value[at - 1] === "\\") at++;
	}
	return parts;
}
