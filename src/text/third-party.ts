import { wordSet } from "./words.js";

/** Words before an address or a number that belongs to somebody who acts for the holder. */
const agents: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"booking bookings book contact contacts agent agents agency agencia agence agentur manager managers management " +
		"managed mgmt mgr mgt press presse prensa stampa imprensa media publicist publicity pr rep reps represented " +
		"inquiries inquiry enquiries enquiry anfragen business biz collab collabs collabo collaborations sponsor " +
		"sponsors sponsorship partnerships assistant secretary contrataciones contratacion reservas contato contacto kontakt",
);
/** How far before the value such a word may stand, in characters. */
const REACH = 40;

/**
 * Whether what stands at `at` in a text is introduced as somebody else's: "Booking: ", "mgmt → ", "press inquiries via ".
 * Only words of the same sentence count.
 */
export function isIntroducedByAgent(text: string, at: number): boolean {
	const before = text.slice(Math.max(0, at - REACH), at).toLowerCase();
	const sentence = before.split(/[.!?;]\s|[\n|•·,]/).at(-1) ?? "";
	return sentence.split(/[^\p{L}]+/u).some((word) => agents.has(word));
}
