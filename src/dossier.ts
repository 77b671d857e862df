/** `sameas/dossier`: the answer about a person, and the packet for whoever goes on with it. */
export type { DisclosurePart, DisclosurePolicy } from "./disclosing/policy.js";
export type { ChannelSummary } from "./recounting/channels.js";
export type { Claim, RelationClaim } from "./recounting/claims.js";
export type { DossierConsent, DossierContact } from "./recounting/contacts.js";
export { type Dossier, type DossierLink, type DossierOptions, dossier } from "./recounting/dossier.js";
export { type DossierTextOptions, dossierText } from "./recounting/dossier-text.js";
export {
	type HandOff,
	type HandOffContact,
	type HandOffIssue,
	type HandOffOptions,
	handOff,
	type Words,
} from "./recounting/hand-off.js";
export { type HandOffTextOptions, handOffText } from "./recounting/hand-off-text.js";
export type { DossierIssue, Issues } from "./recounting/issues.js";
export { maskedHandOff } from "./recounting/masked.js";
export type { Due, SundownRule } from "./recounting/sundown.js";
export type { DossierEvent, Provenance, Speaker } from "./recounting/timeline.js";
