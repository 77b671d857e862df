import { normalizePhone, phoneFault, phoneSuffix } from "./phone.js";

/**
 * What telephone systems send in place of a number that is withheld, as digits: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN
 * and UNAVAILABLE on the letters of a keypad. Source: Twilio's documentation of calls.
 */
const withheld: ReadonlySet<string> = /* @__PURE__ */ new Set([
	"266696687",
	"7378742833",
	"2562533",
	"8656696",
	"86282452253",
]);

/**
 * The number that a telephone system gives for one end of a call or a message: also out of "tel:", "sip:+1...@host" and
 * "whatsapp:+1...". `undefined` for withheld numbers, for names ("Anonymous", "client:alice") and for nothing.
 */
export function callerNumber(text: string | undefined): string | undefined {
	if (text === undefined || text.length > 256) return undefined;
	const [, scheme = "", rest = ""] = /^(?:(tel|sips?|whatsapp|sms|callto|client):)?(.*)$/is.exec(text.trim()) ?? [];
	if (scheme.toLowerCase() === "client") return undefined;
	const number = (scheme.toLowerCase().startsWith("sip") ? rest.replace(/[@;].*$/s, "") : rest).trim();
	if (/[\p{L}_]{3}/u.test(number.replace(/ext(?:ension|n)?/i, "")) || phoneFault(number) !== undefined)
		return undefined;
	return withheld.has(number.replace(/\D/g, "")) ? undefined : number;
}

/** Who spoke to whom: the direction, seen from the firm, and the number of whoever is not the firm. */
export interface CallEnds {
	readonly direction?: "inbound" | "outbound" | undefined;
	readonly number?: string | undefined;
}

export interface CallOptions {
	readonly defaultCountry?: string | undefined;
	/** The firm's own numbers. */
	readonly own?: readonly string[] | undefined;
}

/**
 * Who called whom. The firm's own numbers tell for certain, what the log says comes next; without either, a number that is
 * free for the caller is a firm's. When nothing tells, or only one end is known, there is no direction.
 */
export function callEnds(
	ends: { readonly from?: string | undefined; readonly to?: string | undefined } & Pick<CallEnds, "direction">,
	{ defaultCountry, own = [] }: CallOptions = {},
): CallEnds {
	const lines = own.map((number) => lineOf(number, defaultCountry));
	const isOwn = (number: string | undefined): boolean =>
		number !== undefined && lines.includes(lineOf(number, defaultCountry) ?? "");
	const isFree = (number: string | undefined): boolean =>
		number !== undefined && normalizePhone(number, defaultCountry)?.tollFree === true;
	const told = (isFirms: (number: string | undefined) => boolean): CallEnds["direction"] => {
		if (isFirms(ends.from) === isFirms(ends.to)) return undefined;
		return isFirms(ends.from) ? "outbound" : "inbound";
	};
	const direction = told(isOwn) ?? ends.direction ?? told(isFree);
	const [from, to] = [callerNumber(ends.from), callerNumber(ends.to)];
	if (direction === "inbound") return { direction, number: from };
	if (direction === "outbound") return { direction, number: to };
	return { number: from === undefined || to === undefined ? (from ?? to) : undefined };
}

/** One form for all ways of writing a number, as far as its country is known. */
function lineOf(number: string, country: string | undefined): string | undefined {
	return normalizePhone(number, country)?.e164 ?? phoneSuffix(number);
}
