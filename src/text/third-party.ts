import { nicknamesOf } from "./nicknames.js";
import { isGivenName } from "./population.js";
import { clip, fold, limits, words } from "./unicode.js";
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

const isShortFor = (short: string, formal: string): boolean => nicknamesOf(formal).includes(short);

/**
 * Whether a mailbox name is of another person than a profile: it begins with a given name, and the name on display is a
 * person's of which it shows nothing. anna@ and anna.kern@ are, for Tom Becker; tbecker@, tommy@ and hello@ are not.
 */
export function isMailboxOfAnother(mailbox: string, displayName: string | undefined, handle = ""): boolean {
	const pieces = fold(mailbox).split(/[^\p{L}]+/u);
	const [first = ""] = pieces;
	if (first.length < 3 || !isGivenName(first)) return false;
	const shown = words(fold(clip(displayName ?? "", limits.name)));
	if (!shown.some(isGivenName) || fold(clip(handle, limits.handle)).includes(first)) return false;
	return !shown.some((word) =>
		pieces.some(
			(piece) =>
				(word.length > 2 && piece.includes(word)) ||
				(piece.length > 2 && word.includes(piece)) ||
				isShortFor(piece, word) ||
				isShortFor(word, piece),
		),
	);
}
