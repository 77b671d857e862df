import type { Interaction, Post, SocialProfileInput, Warning } from "../types.js";

export interface PlatformOptions {
	/**
	 * The firm's own accounts, as ids, handles or addresses of profiles. What they say becomes the "outbound" side of an
	 * interaction of the handle they answer, and they themselves are no profiles.
	 */
	readonly own?: readonly string[];
}

/** A profile as the readers give it: what it said and what was said to it are lists. */
export interface ReadProfile extends SocialProfileInput {
	readonly posts?: readonly Post[];
	readonly interactions?: readonly Interaction[];
}

/** What a network's payload holds, in the library's nouns. */
export interface PlatformReading {
	/** One for each account, in order of first appearance, with what it said and what was said to it. */
	readonly profiles: readonly ReadProfile[];
	/** What was said by nobody that the payload names: deleted accounts, guests without a name or address. */
	readonly unattributed: readonly Interaction[];
	/** Parts of the payload that could not be used, by path. No value is ever shown. */
	readonly warnings: readonly Warning[];
}

/**
 * Reads what a network sends: one item, a list of items, or the envelope in which they come; as parsed JSON, since the
 * types of vendors' libraries change with every version and what they send does not. Unknown keys and nulls are passed
 * over, a bad item is a warning and the others go on. Never throws. Followers, likes and paid badges are not read into
 * anything that is compared.
 */
export type PlatformReader<Options extends PlatformOptions = PlatformOptions> = (
	payload: unknown,
	options?: Options,
) => PlatformReading;
