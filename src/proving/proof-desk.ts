import { SETTLED } from "../assurance/assurance.js";
import {
	type ConfirmationBasis,
	contactFingerprint,
	isAccountOf,
	nameFingerprints,
	type Proof,
	readProof,
	signProof,
} from "../assurance/receipt.js";
import { orFail, refuse } from "../errors.js";
import { isRoleMailbox, parseEmail } from "../text/email.js";
import { checkKey, equalInConstantTime, hmacSha256 } from "../text/hash.js";
import { maskEmail, maskPhone } from "../text/mask.js";
import { DAY, MINUTE, parseTime } from "../text/time.js";
import type { ContactPoint, CrmRecord, IdentityLink, KnownHandle, SocialProfile } from "../types.js";
import { type Challenge, type ChallengeStore, memoryChallenges } from "./challenge.js";

export interface ProofDeskOptions {
	/** Signs receipts: a secret of at least 32 characters, the `receiptKey` of the resolver. */
	readonly key: string;
	/** So many random bytes that nobody can foretell: `(count) => crypto.getRandomValues(new Uint8Array(count))`. */
	readonly random: (count: number) => Iterable<number>;
	/** Where challenges wait. Default: in memory, for one process. */
	readonly challenges?: ChallengeStore;
	/**
	 * "accept": also send codes to contact points of which it is not known since when they are on record. An impostor who has got
	 * a contact point changed gets the code. Default "refuse".
	 */
	readonly undated?: "refuse" | "accept";
}

/** A contact point of a record, and whether a code may go there. */
export interface ProofContact {
	readonly recordId: string;
	readonly kind: "email" | "phone";
	/** Its place in the record's `emails` or `phones`. */
	readonly index: number;
	/** "t***@…", "+1 ***42". */
	readonly masked: string;
	/** Why no code may go there; absent where it may. */
	readonly refused?: "undated" | "too-fresh" | "shared" | "not-wanted" | "unreadable";
}

/** A code to be sent by the firm. The library sends nothing. */
export interface SentCode {
	/** Of the challenge, for `answer`. */
	readonly id: string;
	/** Goes to `to`, and nowhere else: not into logs, not to the agent. */
	readonly code: string;
	/** The contact point on record. Personal. */
	readonly to: { readonly kind: "email" | "phone"; readonly value: string };
	/** In ms since the epoch. */
	readonly expiresAt: number;
}

/** What came of a code that came back. Whoever holds the handle is told no more than whether it worked. */
export type ProofAnswer =
	| {
			readonly kind: "verified";
			readonly recordId: string;
			/** To be kept on the record: see `withHandle`. */
			readonly handle: KnownHandle;
	  }
	| { readonly kind: "wrong-code" | "other-account"; readonly triesLeft: number }
	| { readonly kind: "expired" }
	/** Never given out, used before, or tried too often. */
	| { readonly kind: "unknown" };

/** An account of a network, by its stable id. A profile will do. */
export type ProvenAccount = Pick<SocialProfile, "platform" | "instance" | "id" | "handle" | "displayName">;

export interface ProofDesk {
	/** Contact points of the person's records, those to which a code may go first, verified and primary ones before others. */
	contacts(link: Pick<IdentityLink, "record" | "duplicates">, now: number): ProofContact[];
	/**
	 * A code for one of them. It comes from the record, never from the profile.
	 * @throws SameAsError CONFIG when the profile has no network or stable id, or no code may go there.
	 */
	challenge(question: {
		readonly link: Pick<IdentityLink, "record" | "duplicates">;
		readonly profile: ProvenAccount;
		readonly contact: Pick<ProofContact, "recordId" | "kind" | "index">;
		readonly now: number;
	}): Promise<SentCode>;
	/** What came back, and from whom. A code works once, five tries are allowed, and a wrong account counts as one. */
	answer(reply: {
		readonly id: string;
		readonly code: string;
		readonly profile: ProvenAccount;
		readonly now: number;
	}): Promise<ProofAnswer>;
	/**
	 * For a person who is signed in to the firm's own site and has signed in to the network there.
	 * @throws SameAsError CONFIG when the profile has no network or stable id.
	 */
	signedIn(link: { readonly recordId: string; readonly profile: ProvenAccount; readonly now: number }): KnownHandle;
	/**
	 * A named colleague confirms a proof besides. That it "looks right" is no ground.
	 * @throws SameAsError CONFIG when the receipt is not of this desk, or `by` or `basis` is missing.
	 */
	confirmed(
		handle: KnownHandle,
		confirmation: { readonly by: string; readonly basis: ConfirmationBasis; readonly now: number },
	): KnownHandle;
}

/** NIST SP 800-63A: 10 minutes by phone, 24 hours by email. */
const LIFE = { phone: 10 * MINUTE, email: DAY } as const;
const TRIES = 5;
/** Eight digits, 26.6 bits; 20 are the least. */
const DIGITS = 8;
const ID_BYTES = 16;
const bases: readonly ConfirmationBasis[] = ["in-person", "call-back", "second-approver"];

const randomHex = (random: ProofDeskOptions["random"], bytes: number): string =>
	Array.from(random(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

const noLink = "This is no link: give one of `resolution.links`.";

/** Each digit equally likely: of 256 bytes the last six are drawn again. */
function randomDigits(random: ProofDeskOptions["random"]): string {
	let digits = "";
	while (digits.length < DIGITS) {
		for (const byte of random(2 * DIGITS)) {
			if (byte < 250 && digits.length < DIGITS) digits += byte % 10;
		}
	}
	return digits;
}

/** Ids of networks and accounts that a proof names. @throws SameAsError CONFIG where one is missing. */
function accountOf(profile: ProvenAccount): Pick<Proof, "platform" | "instance" | "accountId"> {
	const { platform, instance, id } = orFail("CONFIG", "A proof names an account: give the profile.", () => ({
		platform: profile.platform,
		instance: profile.instance,
		id: profile.id,
	}));
	if (platform === undefined) refuse("profile.platform", "A proof names the network. Give the profile's `platform`.");
	if (id === undefined) refuse("profile.id", "A proof names the account by its stable id. Give the profile's `id`.");
	return { platform, accountId: id, ...(instance === undefined ? {} : { instance }) };
}

/**
 * Proofs that a person controls an account: codes to contact points on record, links made while signed in, confirmations.
 * What comes out is a handle with a signed receipt, to be kept on the record. The library sends nothing.
 * @throws SameAsError CONFIG when the key is too short
 */
export function proofDesk({
	key,
	random,
	challenges = memoryChallenges(),
	undated = "refuse",
}: ProofDeskOptions): ProofDesk {
	const keyed = hmacSha256(checkKey(key));
	/** People write codes with blanks and hyphens. */
	const codeHash = (id: string, code: unknown): string =>
		keyed(`code\n${id}\n${typeof code === "string" ? code.replace(/\D/g, "") : ""}`);

	function handleOf(proof: Proof, { handle }: Pick<KnownHandle, "handle">): KnownHandle {
		const { platform, instance, accountId, at } = proof;
		return {
			platform,
			...(handle === undefined ? {} : { handle }),
			id: accountId,
			...(instance === undefined ? {} : { instance }),
			grade: "proven",
			validFrom: new Date(at).toISOString(),
			receipt: signProof(proof, key),
		};
	}

	function refusal(
		record: CrmRecord,
		kind: ProofContact["kind"],
		point: ContactPoint,
		now: number,
	): ProofContact["refused"] {
		const { value, shared, mayContact, observedAt } = point;
		const { doNotContact, doNotCall, doNotEmail } = record.consent;
		const refused = kind === "email" ? doNotEmail : doNotCall;
		if (mayContact === false || doNotContact === true || refused === true) return "not-wanted";
		const address = kind === "email" ? parseEmail(value) : undefined;
		if (kind === "email" ? address === undefined : value.replace(/\D/g, "").length < 7) return "unreadable";
		if (shared === true || (address !== undefined && isRoleMailbox(address.mailbox))) return "shared";
		const since = observedAt === undefined ? undefined : parseTime(observedAt)?.ms;
		if (since === undefined) return undated === "accept" ? undefined : "undated";
		return now - since < SETTLED ? "too-fresh" : undefined;
	}

	function contactsOf(
		{ record, duplicates }: Pick<IdentityLink, "record" | "duplicates">,
		now: number,
	): ProofContact[] {
		const found = [record, ...duplicates].flatMap((one) =>
			(["email", "phone"] as const).flatMap((kind) =>
				(kind === "email" ? one.emails : one.phones).map((point, index) => {
					const refused = refusal(one, kind, point, now);
					const masked = kind === "email" ? maskEmail(point.value) : maskPhone(point.value);
					const rank = (refused === undefined ? 0 : 4) + (point.verified ? 0 : 2) + (point.primary ? 0 : 1);
					return { rank, contact: { recordId: one.id, kind, index, masked, ...(refused && { refused }) } };
				}),
			),
		);
		return found.sort((a, b) => a.rank - b.rank).map(({ contact }) => contact);
	}

	return {
		contacts: (link, now) => orFail("SHAPE", noLink, () => contactsOf(link, now)),

		async challenge({ link, profile, contact: { recordId, kind, index }, now }) {
			const account = accountOf(profile);
			const { point, refused } = orFail("SHAPE", noLink, () => {
				const record = [link.record, ...link.duplicates].find(({ id }) => id === recordId);
				const point = (kind === "email" ? record?.emails : record?.phones)?.[index];
				if (record === undefined || point === undefined) {
					return refuse("contact", "There is no such contact point. Give one of `contacts`.");
				}
				return { point, refused: refusal(record, kind, point, now) };
			});
			if (refused !== undefined) return refuse("contact", `No code may go to this contact point: ${refused}.`);
			const id = randomHex(random, ID_BYTES);
			const code = randomDigits(random);
			const expiresAt = now + LIFE[kind];
			await challenges.put({
				id,
				recordId,
				...account,
				code: codeHash(id, code),
				contact: contactFingerprint(kind, point, key),
				triesLeft: TRIES,
				expiresAt,
			});
			return { id, code, to: { kind, value: point.value }, expiresAt };
		},

		async answer({ id, code, profile, now }) {
			const challenge = await challenges.take(id);
			if (challenge === undefined) return { kind: "unknown" };
			if (now >= challenge.expiresAt) return { kind: "expired" };
			const isRight = equalInConstantTime(codeHash(id, code), challenge.code);
			const isAccount = typeof profile === "object" && profile !== null && isAccountOf(challenge, profile);
			if (!isRight || !isAccount) {
				const triesLeft = challenge.triesLeft - 1;
				if (triesLeft > 0) await challenges.put({ ...challenge, triesLeft });
				return { kind: isAccount ? "wrong-code" : "other-account", triesLeft };
			}
			return {
				kind: "verified",
				recordId: challenge.recordId,
				handle: handleOf(proofOf(challenge, profile, now), profile),
			};
		},

		signedIn({ recordId, profile, now }) {
			const account = accountOf(profile);
			const name = nameFingerprints(profile.displayName, key);
			return handleOf({ recordId, ...account, method: "sign-in", at: now, name }, profile);
		},

		confirmed(handle, { by, basis, now }) {
			const proof = readProof(handle.receipt, key);
			if (proof === undefined) return refuse("handle.receipt", "Only a proof of this desk can be confirmed.");
			if (by.trim() === "") refuse("by", "A confirmation names the colleague who gives it.");
			if (!bases.includes(basis)) refuse("basis", `The ground is one of ${bases.join(", ")}.`);
			return handleOf({ ...proof, confirmed: { by, basis, at: now } }, handle);
		},
	};

	function proofOf({ recordId, contact }: Challenge, profile: ProvenAccount, now: number): Proof {
		const name = nameFingerprints(profile.displayName, key);
		return { recordId, ...accountOf(profile), method: "code", at: now, contact, name };
	}
}

/** A record with a proven handle: it takes the place of older entries of the same account. */
export function withHandle(record: CrmRecord, handle: KnownHandle): CrmRecord {
	const isOther = ({ platform, instance, id }: KnownHandle): boolean =>
		platform !== handle.platform || instance !== handle.instance || id !== handle.id;
	return { ...record, handles: [...record.handles.filter(isOther), handle] };
}
