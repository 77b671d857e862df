import { parseEmail } from "./email.js";
import { decodeWords } from "./encoding.js";

/** Somebody in the header of a mail. */
export interface Mailbox {
	/** As its owner or the writer's address book has it, in the order in which it is spoken. */
	readonly name?: string;
	/** As written. */
	readonly address: string;
}

/** Headers are read up to here: some go to a thousand people. */
const MAX_HEADER = 16_384;
const MAX_MAILBOXES = 64;

/** The mailboxes of a header: `"Tennant, Marisol" <m@example.com>, help@example.org`. Linear time, never throws. */
export function readMailboxes(header: string): Mailbox[] {
	const found: Mailbox[] = [];
	for (const entry of entriesOf(header.slice(0, MAX_HEADER))) {
		const angle = entry.lastIndexOf("<");
		const inside = angle < 0 ? entry : entry.slice(angle + 1).replace(/>.*$/s, "");
		// Decoded only now: a comma in an encoded name parts no mailboxes.
		const mailbox = mailboxOf(inside, angle < 0 ? "" : decodeWords(entry.slice(0, angle)));
		if (mailbox !== undefined) found.push(mailbox);
		if (found.length === MAX_MAILBOXES) break;
	}
	return found;
}

/** A mailbox from its parts, if the address is one. */
export function mailboxOf(address: string, name = ""): Mailbox | undefined {
	const plain = address.trim();
	if (parseEmail(plain) === undefined) return undefined;
	const spoken = spokenName(name.replaceAll(/\\(.)/gs, "$1").replaceAll('"', "").replace(/\s+/g, " ").trim());
	// Many programs write the address again in place of a name.
	const isName = spoken !== "" && !spoken.includes("@");
	return isName ? { name: spoken, address: plain } : { address: plain };
}

/** The entries of a list, at commas outside quotes and brackets. A group ("Team: a@x, b@x;") is its members. */
function entriesOf(header: string): string[] {
	const entries: string[] = [];
	let start = 0;
	let quoted = false;
	let inside = false;
	for (let at = 0; at <= header.length; at++) {
		const char = header[at];
		if (char === "\\" && quoted) at++;
		else if (char === '"') quoted = !quoted;
		else if (!quoted && char === "<") inside = true;
		else if (!quoted && char === ">") inside = false;
		else if (!quoted && !inside && char === ":") start = at + 1;
		else if (char === undefined || (!quoted && !inside && (char === "," || char === ";"))) {
			entries.push(header.slice(start, at));
			start = at + 1;
		}
	}
	return entries;
}

/** What may follow a comma and is no given name. */
const suffix = /^(?:inc|llc|ltd|gmbh|co|corp|plc|jr|sr|ii|iii|iv|ph\.?d|m\.?d|mba|cpa|esq|rn|dds)\b/i;

/** "Tennant, Marisol", as directories of firms write people, in the order in which it is spoken. */
function spokenName(name: string): string {
	const [, family = "", given = ""] = /^([^,]{1,64}),\s*([^,\s][^,]{0,63})$/.exec(name) ?? [];
	// "Ana Reyes, team lead": what she is, in lower case.
	const isRole = /^\p{Ll}/u.test(given) && /^\p{Lu}/u.test(family);
	return given === "" || isRole || suffix.test(given) ? name : `${given.trim()} ${family.trim()}`;
}

/**
 * Whether an address is the firm's own: among its addresses, or under one of its domains ("example.com", "@example.com").
 */
export function isOwnAddress(address: string, own: readonly string[]): boolean {
	const email = parseEmail(address);
	if (email === undefined) return false;
	return own.some((entry) => {
		const plain = entry.trim().toLowerCase();
		if (plain.indexOf("@") > 0) return parseEmail(plain)?.canonical === email.canonical;
		const domain = plain.replace(/^@/, "");
		return domain !== "" && (email.domain === domain || email.domain.endsWith(`.${domain}`));
	});
}

/** A mail as its header tells it. */
export interface Correspondence {
	readonly from: Mailbox | undefined;
	/** All whom it went to. */
	readonly to: readonly Mailbox[];
	/** Where answers are to go. A form on a web site sends from the firm itself, and names the writer here. */
	readonly replyTo?: Mailbox | undefined;
}

/** Which way a mail went, seen from the firm, and who it was with. */
export interface Exchange {
	readonly direction?: "inbound" | "outbound" | "internal";
	readonly with: readonly Mailbox[];
	/** Who wrote it. */
	readonly author: Mailbox | undefined;
}

/**
 * Which way a mail went. Whoever is not the firm's own and wrote it, or else received it, is whom it was with.
 * @param sent the mailbox in which it lies is the writer's own; known without `own`
 */
export function exchangeOf({ from, to, replyTo }: Correspondence, own: readonly string[], sent?: boolean): Exchange {
	const isOwn = ({ address }: Mailbox): boolean => isOwnAddress(address, own);
	if (from === undefined) return { with: [], author: undefined };
	if (own.length > 0 && !isOwn(from)) return { direction: "inbound", with: [from], author: from };
	if (own.length > 0 && replyTo !== undefined && !isOwn(replyTo)) {
		return { direction: "inbound", with: [replyTo], author: replyTo };
	}
	if (own.length === 0 && sent !== true) {
		return sent === false ? { direction: "inbound", with: [from], author: from } : { with: [from], author: from };
	}
	const others = to.filter((mailbox) => !isOwn(mailbox));
	return { direction: others.length === 0 ? "internal" : "outbound", with: others, author: from };
}
