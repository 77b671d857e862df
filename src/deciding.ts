import { decide, microBits, misfitOf, posteriorOf, probabilityOf, spreadOdds } from "./model.js";
import type { CrmRecord, Decision, Evidence, EvidenceGroup, Holder, Resolution } from "./types.js";

/** A listed candidate, as far as a decision goes. */
export interface Contender {
	readonly kind: CrmRecord["kind"];
	/** log2 odds against "nobody here", all evidence counted. */
	readonly total: number;
	readonly evidence: readonly Pick<Evidence, "group" | "bits" | "rawBits" | "says" | "share" | "decides">[];
}

/** What contenders compete in: see the same parts of a resolution. */
export interface Scene extends Pick<Resolution, "basis" | "prior" | "holder"> {
	readonly recall: Pick<Resolution["recall"], "capped">;
}

export interface Verdict extends Pick<Resolution, "reason" | "nobody" | "unlisted" | "ceiling"> {
	readonly decision: Decision;
	/** For each contender, in the order given. */
	readonly probabilities: readonly number[];
	/** As `IdentityLink.competition`, likewise. */
	readonly competition: readonly number[];
}

/** A name that more than one in so many bear is no one's own. */
const COMMON_NAME = 20_000;

/** Bits below which a piece of evidence may lean to a record, but completes nothing. */
const LEANING = 1;

/** Why what speaks for a record makes no link alone, however probable: in a sentence, or undefined. */
function incompleteBy(evidence: Contender["evidence"]): string | undefined {
	const own = evidence.filter(({ rawBits, group }) => rawBits > 0 && group !== "context");
	// City and employer are shared by a family and its firm.
	if (own.every(({ decides }) => decides === false))
		return "One record fits, but the profile does not show the whole name.";
	const isCommon = ({ group, rawBits, share = 0, decides }: Contender["evidence"][number]): boolean =>
		decides === false || rawBits < LEANING || (group === "name" && share * COMMON_NAME > 1);
	return own.every(isCommon) ? "One record fits, but only by a name that many other people bear." : undefined;
}

/** Whether a record is of another kind than who holds the handle: such a record is never linked. */
export function isMisfit({ kind, evidence }: Pick<Contender, "kind" | "evidence">, holder: Holder): boolean {
	return misfitOf(evidence) !== undefined || (kind === "person" && holder.kind !== "person");
}

/** The most that a profile could earn: scorers of one group tell the same. */
function mostOf(bounds: Scene["basis"]["bounds"]): number {
	const most = new Map<EvidenceGroup, number>();
	for (const { group, best } of bounds) most.set(group, Math.max(most.get(group) ?? 0, best));
	return [...most.values()].reduce((sum, bits) => sum + bits, 0);
}

/**
 * The decision: contenders compete with each other, with all others, and with "nobody here".
 * @param contenders best first
 */
export function decideAmong(contenders: readonly Contender[], { basis, prior, holder, recall }: Scene): Verdict {
	const { thresholds, bounds, spread, others } = basis;
	const absent = bounds.reduce((sum, { absent }) => sum + absent, 0);
	const totals = [...contenders.map(({ total }) => total), ...others.map(({ bits }) => bits)];
	const posterior = posteriorOf(totals, spreadOdds(spread, prior.coverage, absent));
	const { nobody } = posterior;
	const probabilities = posterior.probabilities.slice(0, contenders.length);
	const unlisted = Math.max(0, 1 - nobody - probabilities.reduce((sum, probability) => sum + probability, 0));
	const ceiling = probabilityOf(microBits(prior.bits + mostOf(bounds)));
	const [best] = contenders;
	const misfit = best && misfitOf(best.evidence);
	const { decision, reason } = decide(
		{
			records: prior.records,
			coverage: prior.coverage,
			readable: bounds.length > 0,
			probabilities,
			nobody,
			unlisted,
			ceiling,
			capped: recall.capped.length,
			against: (best?.evidence ?? []).reduce((sum, { bits }) => sum + Math.min(0, bits), 0),
			incomplete: best && incompleteBy(best.evidence),
			misfit: best !== undefined && isMisfit(best, holder),
			aside: misfit ? `${misfit.says}.` : holder.kind === "person" ? undefined : holder.says,
		},
		thresholds,
	);
	return { decision, reason, probabilities, competition: posterior.competition, nobody, unlisted, ceiling };
}
