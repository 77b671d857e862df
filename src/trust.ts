/** `sameas/trust`: proof of control beside resemblance, and what may be shown to whom. */
export type { ConfirmationBasis } from "./assurance/receipt.js";
export { type Challenge, type ChallengeStore, memoryChallenges } from "./proving/challenge.js";
export {
	type ProofAnswer,
	type ProofContact,
	type ProofDesk,
	type ProofDeskOptions,
	type ProvenAccount,
	proofDesk,
	type SentCode,
	withHandle,
} from "./proving/proof-desk.js";
