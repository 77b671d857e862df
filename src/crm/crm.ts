import type { Exchange } from "../text/mailbox.js";
import { handleParts, platformOf } from "../text/platform.js";
import type { CrmRecordInput, Interaction, KnownHandle, SocialProfileInput, Warning } from "../types.js";

/** By what a system says whose something is. Any part may be missing. */
export interface Party {
	/** Id of a record, with its system: "salesforce:003Dm00000MaRiSIAV". */
	readonly recordId?: string;
	readonly email?: string;
	readonly phone?: string;
	readonly handle?: KnownHandle;
	/** Who it is by their own account. Names nobody, but can speak against whoever else has the address or the number. */
	readonly name?: string;
}

/** What a system's payload holds, in the library's nouns. Ids carry the system in front: "hubspot:51". */
export interface CrmReading {
	readonly records: readonly CrmRecordInput[];
	/**
	 * Records that are no more: merged or converted into another. Where the payload still holds one, it is among `records`
	 * with what it knew, and `combine` gives that to the record that took its place.
	 */
	readonly successors: readonly { readonly from: string; readonly to: string }[];
	/** Calls, cases, mails, posts, each with whose it is as far as the payload tells: `combine` finds the record. */
	readonly interactions: readonly { readonly party: Party; readonly interaction: Interaction }[];
	/** Handles that the system keeps apart from the record to which it attaches them: `combine` brings them together. */
	readonly handles: readonly { readonly recordId: string; readonly handle: KnownHandle }[];
	/**
	 * What a help desk made of a post: the handle's own record, which says nothing of who holds it. Its id in the system
	 * stands in `attributes.recordId`.
	 */
	readonly profiles: readonly SocialProfileInput[];
	/** Parts of the payload that could not be used, by path. No value is ever shown. */
	readonly warnings: readonly Warning[];
}

export interface CrmOptions {
	/** ISO 3166-1 alpha-2 country of telephone numbers written without one. */
	readonly defaultCountry?: string;
}

/**
 * Reads what a system sends: one item, a list of items, or the envelope in which they come, as parsed JSON. Unknown keys
 * and nulls are passed over, a bad item is a warning and the others go on. Never throws.
 */
export type CrmReader<Options extends CrmOptions = CrmOptions> = (payload: unknown, options?: Options) => CrmReading;

/** Of systems that know nobody as the firm's own: telephone logs, mailboxes. */
export interface ChannelOptions extends CrmOptions {
	/** The firm's own telephone numbers, mail addresses and mail domains: they tell which way a call or a mail went. */
	readonly own?: readonly string[];
}

/** A reading while it is made. */
export type CrmDraft = { -readonly [Key in keyof CrmReading]: CrmReading[Key][number][] };

export function emptyReading(): CrmDraft {
	return { records: [], successors: [], interactions: [], handles: [], profiles: [], warnings: [] };
}

/**
 * A handle as a field of a system holds it: with or without @, or as the address of the profile.
 * @param seenAt when the entry was made or last confirmed: an account opened later is not the one that was meant
 */
export function handleIn(field: string, network: string, source: string, seenAt?: string): KnownHandle | undefined {
	const { url, ...parts } = handleParts(field, platformOf(network));
	if (url !== undefined || (parts.handle === undefined && parts.id === undefined)) return undefined;
	const platform = parts.platform ?? platformOf(network);
	return {
		...(platform === "" ? {} : { platform }),
		...parts,
		source,
		...(seenAt === undefined ? {} : { validFrom: seenAt }),
	};
}

/** A mail, as an interaction with each outsider it was with. */
export function noteMail(reading: CrmDraft, exchange: Exchange, interaction: Interaction): void {
	for (const { address, name } of exchange.with) {
		// What an address book of the firm's calls somebody is not their own account.
		const isOwnName = name !== undefined && exchange.direction !== "outbound";
		reading.interactions.push({ party: { email: address, ...(isOwnName ? { name } : {}) }, interaction });
	}
}
