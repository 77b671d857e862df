export {
	type Assignment,
	type AssignmentCause,
	type AssignmentChange,
	type AssignOptions,
	assign,
} from "./assigning/assign.js";
export type { Assignable, AssignedHandle, HandleName } from "./assigning/handles.js";
export { type BatchItem, type BatchOptions, type ProfileResolver, resolveAll } from "./batch.js";
export type { Outcome, Question } from "./counterfactuals/asking.js";
export type { QuestionChannel, QuestionKind, Wording } from "./counterfactuals/questions.js";
export {
	type Change,
	type Reason,
	type WhatIf,
	type WhatIfOptions,
	type With,
	type Without,
	whatIf,
} from "./counterfactuals/what-if.js";
export type { ForgetOptions, Forgotten } from "./erasure.js";
export { SameAsError, type SameAsErrorCode, type SameAsErrorDetails } from "./errors.js";
export {
	type EvaluateOptions,
	type Evaluation,
	evaluate,
	type Figures,
	type LabelledProfile,
	type Unlinkable,
	type UnlinkableKind,
} from "./evaluate.js";
export { type ExplainOptions, explain, type WaterfallRow, waterfall } from "./explain.js";
export type { Thresholds } from "./model.js";
export { defaultScorers, type ResolverOptions } from "./options.js";
export type { IngestOptions, IngestReport, Inputs } from "./record-set.js";
export { createResolver, type Resolver } from "./resolver.js";
export { type AccountScorerOptions, accountScorer } from "./scorers/account.js";
export { type EmailScorerOptions, emailScorer } from "./scorers/email.js";
export { holderScorer } from "./scorers/holder.js";
export { type InteractionScorerOptions, interactionScorer } from "./scorers/interaction.js";
export { type NameScorerOptions, nameScorer } from "./scorers/name.js";
export { organizationScorer } from "./scorers/organization.js";
export { type PhoneScorerOptions, phoneScorer } from "./scorers/phone.js";
export { placeScorer } from "./scorers/place.js";
export {
	type AnyScorer,
	type Bounds,
	type CompareContext,
	defineScorer,
	type Fact,
	type LevelDefinition,
	type Observation,
	type Scorer,
} from "./scorers/scorer.js";
export type { Estimate, ReliabilityBin, Share } from "./statistics.js";
export { type MemoryStore, type MemoryStoreOptions, memoryStore } from "./stores/memory.js";
export type { Candidate, Crowd, Recall, RecordStore, StoredRecord } from "./stores/store.js";
export { type Suppression, suppressionOf } from "./suppression.js";
export type { Romanize } from "./text/romanize.js";
export type * from "./types.js";
