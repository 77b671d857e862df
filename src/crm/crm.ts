import type { CrmRecordInput, Interaction, KnownHandle, SocialProfileInput, Warning } from "../types.js";

/** By what a system says whose something is. Any part may be missing. */
export interface Party {
	/** Id of a record, with its system: "salesforce:003Dm00000MaRiSIAV". */
	readonly recordId?: string;
	readonly email?: string;
	readonly phone?: string;
	readonly handle?: KnownHandle;
}

/** What a system's payload holds, in the library's nouns. Ids carry the system in front: "hubspot:51". */
export interface CrmReading {
	readonly records: readonly CrmRecordInput[];
	/** Records that are no more: merged or converted into another. They are not among `records`. */
	readonly successors: readonly { readonly from: string; readonly to: string }[];
	/** Calls, cases, mails, posts, each with whose it is as far as the payload tells: `combine` finds the record. */
	readonly interactions: readonly { readonly party: Party; readonly interaction: Interaction }[];
	/** Handles that the system attaches to a record of which the payload holds no more than the id. */
	readonly handles: readonly { readonly recordId: string; readonly handle: KnownHandle }[];
	/** What a help desk made of a post: the handle's own record, which says nothing of who holds it. */
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
