/** `sameas/trust`: proof of control beside resemblance, and what may be shown to whom. */
export type { ConfirmationBasis } from "./assurance/receipt.js";
export {
	type AgentPerson,
	type AgentView,
	type Audience,
	type CodedLink,
	type DiscloseOptions,
	disclose,
	type EvidenceCode,
	type ExportLink,
	type ExportView,
	type LogView,
	type Revealed,
	type RevealOptions,
	reveal,
} from "./disclosing/disclose.js";
export type { DisclosurePart, DisclosurePolicy } from "./disclosing/policy.js";
export type { SubjectCase, SubjectView } from "./disclosing/subject.js";
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
export { type Cell, csvLines, jsonLine } from "./sinks.js";
