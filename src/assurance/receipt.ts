import { equalInConstantTime, hmacSha256 } from "../text/hash.js";
import { fold, words } from "../text/unicode.js";
import type { ContactPoint, SocialProfile } from "../types.js";

/**
 * A signed note that a person has proved control of an account: what `KnownHandle.receipt` holds. It carries ids and keyed
 * fingerprints, no contact data and no names. HMAC-SHA-256 (RFC 2104) under the firm's key; nobody else can write one.
 */

/** On what ground a named colleague confirmed a link besides. */
export type ConfirmationBasis = "in-person" | "call-back" | "second-approver";

/** What a receipt says. */
export interface Proof {
	readonly recordId: string;
	readonly platform: string;
	readonly instance?: string;
	/** The network's stable id of the account. */
	readonly accountId: string;
	/** "code": what was sent to a contact point on record came back; "sign-in": linked while signed in to the firm's site. */
	readonly method: "code" | "sign-in";
	/** When, in ms since the epoch. */
	readonly at: number;
	/** Fingerprint of the contact point to which the code was sent. */
	readonly contact?: string;
	/** Fingerprints of the words of the profile's name at that time. */
	readonly name: readonly string[];
	readonly confirmed?: { readonly by: string; readonly basis: ConfirmationBasis; readonly at: number };
}

/** Whether a profile is the very account that a proof, or a code on its way, names. */
export function isAccountOf(
	{ platform, instance, accountId }: Pick<Proof, "platform" | "instance" | "accountId">,
	profile: Pick<SocialProfile, "platform" | "instance" | "id">,
): boolean {
	return accountId === profile.id && platform === profile.platform && instance === profile.instance;
}

const HEAD = "sameas1";
/** 64 bits: so many that no two contact points of a record agree by chance. */
const FINGERPRINT_DIGITS = 16;
const NAME_WORDS = 8;

const macOf = (body: string, key: string): string => hmacSha256(key)(`${HEAD}.${body}`);

/** A proof as a receipt: one line of ASCII. */
export function signProof(proof: Proof, key: string): string {
	const body = encodeURIComponent(JSON.stringify(proof));
	return `${HEAD}.${body}.${macOf(body, key)}`;
}

/** What a receipt says, or undefined where it is not signed with this key. Never throws. */
export function readProof(receipt: unknown, key: string): Proof | undefined {
	if (typeof receipt !== "string") return undefined;
	const [, body, mac] = /^sameas1\.([^\s]+)\.([\da-f]{64})$/.exec(receipt) ?? [];
	if (body === undefined || mac === undefined || !equalInConstantTime(mac, macOf(body, key))) return undefined;
	return JSON.parse(decodeURIComponent(body)) as Proof;
}

const fingerprint = (kind: string, value: string, key: string): string =>
	hmacSha256(key)(`${kind}\n${value}`).slice(0, FINGERPRINT_DIGITS);

/** By which a contact point is known again, however it is written. Of a number the digits that all spellings share. */
export function contactFingerprint(kind: "email" | "phone", { value }: ContactPoint, key: string): string {
	const plain = value.normalize("NFKC").trim().toLowerCase();
	return fingerprint(kind, kind === "email" ? plain : plain.replace(/[^\d]/g, "").slice(-9), key);
}

/** By which the name on a profile is known again, word by word. */
export function nameFingerprints(displayName: string | undefined, key: string): string[] {
	const distinct = [...new Set(words(fold(displayName ?? "")))];
	return distinct.slice(0, NAME_WORDS).map((word) => fingerprint("name", word, key));
}

/**
 * Whether a name is the one that it was: all words of the shorter one are in the longer one. One that was not known then
 * cannot have changed; one without words is another.
 */
export function isSameName(before: readonly string[], now: readonly string[]): boolean {
	if (before.length === 0) return true;
	const [fewer, more] = before.length <= now.length ? [before, now] : [now, before];
	return fewer.length > 0 && fewer.every((word) => more.includes(word));
}
