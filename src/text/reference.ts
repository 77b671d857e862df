import { fold, isAscii, words } from "./unicode.js";

/** A ticket, order, invoice, case or serial number written in a text. */
export interface Reference {
	/** Upper case, without separators: "INV-20391" -> "INV20391". */
	readonly value: string;
	/** As written. */
	readonly text: string;
}

/** The form in which reference numbers are compared: upper case letters and digits only. */
export function normalizeReference(text: string): string {
	const cut = text.slice(0, 128);
	return (isAscii(cut) ? cut : cut.normalize("NFKC")).toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Words that announce a reference number, folded. */
const announcing: ReadonlySet<string> = new Set(
	(
		"ticket tickets case order invoice ref reference confirmation serial sn booking incident claim request tracking rma " +
		"inquiry enquiry quote receipt shipment parcel complaint policy contract " +
		"pedido orden caso factura incidencia reserva referencia fatura protocolo encomenda chamado " +
		"commande facture dossier reclamation bestellung rechnung auftrag vorgang buchung sendung " +
		"ordine fattura pratica prenotazione riferimento bestelling factuur zaak boeking"
	).split(" "),
);
/** Words that may stand between the announcement and the number. */
const between: ReadonlySet<string> = new Set("no nr num numero number nummer n id code is was my".split(" "));
/** Words before or after a number which say that it is something else. */
const phoneWords: ReadonlySet<string> = new Set(
	"tel telephone telefon telefono telefone telefoon phone fon cell mobile mobil movil handy fax whatsapp call text dial".split(
		" ",
	),
);
const currencyWords: ReadonlySet<string> = new Set(
	"usd eur gbp chf jpy cad aud brl dollar dollars euro euros pound pounds pesos reais yen francs bucks percent".split(
		" ",
	),
);

/** Dates and decimal fractions: never a reference. */
const datesAndAmounts = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|^\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d|\d{4})$|^\d+\.\d{1,2}$/;
/** Phone and card numbers, and what might be one: a reference only when announced. */
const phonesAndCards =
	/^(?:\d{1,2}-)?(?:\d{3}-)?\d{3}-\d{4}$|^0\d+-\d+$|^\d{10,}$|^\d+(?:\.\d+)+$|^\d{4}(?:-\d{4}){3}$/;

function isYear(digits: string): boolean {
	return /^(?:19|20)\d\d$/.test(digits);
}

/** What stood before a number. */
interface Before {
	/** A word such as "ticket" announced it; "no." or "#" made that plain. */
	readonly announced: boolean;
	readonly marked: boolean;
	readonly previous: string;
}

function isReference(token: string, value: string, before: Before): boolean {
	const digits = value.replace(/\D/g, "");
	const letters = value.length - digits.length;
	if (value.length > 32 || digits.length < 3 || letters > 12) return false;
	if (datesAndAmounts.test(token)) return false;
	if (isYear(digits)) return before.announced && before.marked;
	if (before.announced) return true;
	// A hashtag such as #covid2020 is a word, not a number.
	if (letters > digits.length || phoneWords.has(before.previous)) return false;
	if (before.marked) return true;
	if (letters > 0) return digits.length >= 4;
	// A bare short number is mostly an amount.
	return digits.length >= 6 && !phonesAndCards.test(token);
}

/** Capitals before a number: "INV 20391". */
function isCode(token: string): boolean {
	return /^[A-Z]{2,4}$/.test(token);
}

/** The digits of a number that some write with its short prefix and others without: "T4711" -> "4711". */
export function bareReference(value: string): string | undefined {
	return /^[A-Z]{1,4}(\d{4,})$/.exec(value)?.[1];
}

/**
 * Ticket, order, invoice, case and serial numbers in a text: at least three digits when announced by a word ("order
 * 100-2345-99") or by #, at least four in a code with letters ("INV-20391"), at least six when bare. Where groups
 * of digits follow each other, the number may end after any of them, and each reading is given. Years, dates, prices,
 * phone numbers, web and mail addresses and mentions are left out. Expects clipped text. Linear time.
 */
export function findReferences(text: string): Reference[] {
	const found = new Map<string, Reference>();
	let announced = false;
	let marked = false;
	let previous = "";
	/** What the next group of digits may belong to: "order 100 2345 99", "INV 20391". */
	let open = "";
	let written = "";
	const plain = isAscii(text) ? text : text.normalize("NFKC");
	if (!/\d/.test(plain)) return [];
	const chunks = plain.split(/\s+/);
	for (const [index, chunk] of chunks.entries()) {
		if (chunk.includes("@") || chunk.includes("://") || /[$€£¥]|\+\d/.test(chunk)) {
			announced = marked = false;
			previous = open = "";
			continue;
		}
		const following = fold(chunks[index + 1] ?? "");
		for (const match of chunk.matchAll(/#|[\p{L}\p{N}]+(?:[-_/.][\p{L}\p{N}]+)*/gu)) {
			const token = match[0];
			if (token === "#") {
				marked = true;
				open = "";
				continue;
			}
			const value = normalizeReference(token);
			const before = { announced, marked, previous };
			const amount = !announced && (chunk.includes("%") || currencyWords.has(words(following)[0] ?? ""));
			const isOne = /\d/.test(token) && !amount && isReference(token, value, before);
			if (isOne && !found.has(value)) found.set(value, { value, text: token });
			previous = fold(token);
			const joined = open !== "" && /^\d{2,9}$/.test(token) ? open + token : "";
			if (joined !== "") written = `${written} ${token}`;
			if (joined !== "" && !amount && isReference(joined, joined, { announced: false, marked: true, previous: "" })) {
				if (!found.has(joined)) found.set(joined, { value: joined, text: written });
			}
			// Only a blank may stand between the groups.
			const opens = (isOne && announced && /^\d+$/.test(token)) || (isCode(token) && !currencyWords.has(previous));
			open = chunk.endsWith(token) ? joined || (opens ? value : "") : "";
			if (joined === "") written = token;
			if (announced && between.has(previous)) marked = true;
			else {
				announced = announcing.has(previous) || /.(?:nummer|number|nr)$/.test(previous);
				marked = false;
			}
		}
	}
	return [...found.values()];
}
