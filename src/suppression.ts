import { orFail } from "./errors.js";
import { parseEmail } from "./text/email.js";
import { checkKey, hmacSha256 } from "./text/hash.js";
import { phoneSuffix } from "./text/phone.js";
import { handleKey, networkHandle } from "./text/platform.js";
import { fold, words } from "./text/unicode.js";
import type { CrmRecord } from "./types.js";

/**
 * People who are not to be kept, by hashes of what they have alone, so that whoever was erased does not come back with the
 * next import. The hashes are keyed (HMAC-SHA-256): bare ones of telephone numbers can be counted out.
 */
export interface Suppression {
	/** A secret of 32 characters or more, kept apart from the hashes. Needed with `hashes`. */
	readonly key?: string;
	/** What `forget` and `suppressionOf` gave. */
	readonly hashes?: readonly string[];
	/**
	 * Whether a record with `consent.doNotMatch` keeps out other records of the same person, too, those that came before it
	 * included. Default true.
	 */
	readonly byConsent?: boolean;
}

/** Hashes that name a record's person. */
export type Hashes = (record: Partial<CrmRecord>) => string[];

/** The words of a name in whatever order it is written, without initials. */
const nameKey = (name: string): string =>
	words(fold(name))
		.filter((word) => word.length > 1)
		.sort()
		.join(" ");

/** What a record's person has alone: nothing that is known to be shared, and a number only together with the whole name. */
function identitiesOf({ id, emails = [], phones = [], handles = [], names = [] }: Partial<CrmRecord>): Set<string> {
	const found = new Set(id === undefined ? [] : [`id ${id}`]);
	for (const { value, shared } of emails) {
		const email = shared === true ? undefined : parseEmail(value);
		if (email && !email.role && email.kind !== "disposable") found.add(`email ${email.canonical}`);
	}
	for (const { id: account, platform, instance, tenantScoped, grade, ...handle } of handles) {
		if (account === undefined || platform === undefined || tenantScoped === true || grade === "mentioned") continue;
		const network = networkHandle({ ...handle, platform, ...(instance === undefined ? {} : { instance }) });
		found.add(`account ${handleKey({ ...network, handle: account.trim() })}`);
	}
	// Families share numbers.
	const whole = names.map(({ full, given = "", family = "" }) => nameKey(full ?? `${given} ${family}`)).filter(Boolean);
	for (const { value, shared } of phones) {
		const suffix = shared === true ? undefined : phoneSuffix(value);
		if (suffix !== undefined) for (const name of whole) found.add(`phone ${suffix} ${name}`);
	}
	return found;
}

/** Hashes of a record under a key. */
export function hashesBy(key: string): Hashes {
	const hash = hmacSha256(key);
	return (record) => Array.from(identitiesOf(record), hash);
}

/**
 * Keyed hashes of what a record's person has alone, for `ResolverOptions.suppressed`: the id of the record, personal email
 * addresses, ids of accounts, and telephone numbers together with the whole name. Exact, but for how addresses, numbers and
 * names are written: who comes back under another address and another name is not recognised.
 * @param key a secret of 32 characters or more
 * @throws SameAsError CONFIG when the key is too short.
 */
export function suppressionOf(record: CrmRecord, key: string): string[] {
	const hashesOf = hashesBy(checkKey(key, "key"));
	return orFail("SHAPE", "This is no record: give one as `resolver.get` does.", () => hashesOf(record));
}
