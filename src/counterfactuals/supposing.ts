import { exp2 } from "../arithmetic.js";
import { type Contender, decideAmong, type Verdict } from "../deciding.js";
import { isRelated, totalBits, weighAgain } from "../model.js";
import type { Basis, Evidence, EvidenceGroup, IdentityLink, Resolution } from "../types.js";

/** Evidence that is only imagined. */
interface Imagined {
	readonly scorer: string;
	readonly group: EvidenceGroup;
	readonly bits: number;
	/** False: it does not make the decision "link" alone. */
	readonly decides?: boolean;
}

/** What is imagined to be otherwise. */
export interface Supposition {
	/** Scorers that had not been there. */
	readonly without?: ReadonlySet<string>;
	/** What would be known of a link beside. */
	imagine?(link: IdentityLink): Imagined | undefined;
}

/** The decision as it would be. */
export interface Supposed extends Pick<Verdict, "decision" | "reason"> {
	/** The record that would come first. */
	readonly first: string | undefined;
	/** What would be of a link that is listed as things are. */
	of(link: IdentityLink): { readonly probability: number; readonly evidence: readonly Counted[] };
}

/** Evidence as it would count. */
export type Counted = Pick<Evidence, "scorer" | "group" | "level" | "bits" | "rawBits" | "says">;

interface Weighed extends Contender {
	readonly link: IdentityLink;
	readonly evidence: readonly Counted[];
}

/**
 * Makes a decision anew with something changed, by the arithmetic that made it. Whom recall found and how many search keys
 * it could not follow is as it was; records that are not listed lose what each scorer has earned them together; what kind of
 * holder the profile has stays as it was told. Of records that then fit equally well, the one that came first still does.
 */
export function suppose(resolution: Resolution, { without = new Set(), imagine }: Supposition): Supposed {
	const { basis, links, prior, recall } = resolution;
	const slopes = new Map(Object.entries(basis.slopes));
	const isLeft = ({ scorer }: { readonly scorer: string }): boolean => !without.has(scorer);
	const weighed = links.map((link): Weighed => {
		const imagined = imagine?.(link);
		const evidence = [
			...weighAgain(link.evidence.filter(isLeft), slopes),
			...(imagined ? [{ ...imagined, level: "", rawBits: imagined.bits, says: "" }] : []),
		];
		return { link, kind: link.record.kind, total: totalBits(link.prior, evidence), evidence };
	});
	const listed = weighed.filter(({ evidence }) => isRelated(evidence)).sort((a, b) => b.total - a.total);
	const unlisted = weighed.filter((one) => !listed.includes(one));
	const sharePerOdds = (1 - prior.coverage) / prior.coverage;
	const left: Basis = {
		...basis,
		bounds: basis.bounds.filter(isLeft),
		spread: unlisted.reduce((sum, { link }) => sum + exp2(link.prior) * sharePerOdds, basis.spread),
		others: basis.others.map(({ bits, earned }) => ({
			bits: Object.entries(earned).reduce((rest, [scorer, one]) => (without.has(scorer) ? rest - one : rest), bits),
			earned,
		})),
	};
	// Search keys stand after the names of their scorers.
	const capped = recall.capped.filter((key) => isLeft({ scorer: key.slice(0, key.indexOf(" ")) }));
	const verdict = decideAmong(listed, { ...resolution, basis: left, recall: { capped } });
	const absent = left.bounds.reduce((sum, { absent }) => sum + absent, 0);
	return {
		decision: verdict.decision,
		reason: verdict.reason,
		first: listed[0]?.link.recordId,
		of(link) {
			const place = listed.findIndex((one) => one.link === link);
			// A record for which nothing speaks has its share of what is left to those that are not listed.
			const probability = verdict.probabilities[place] ?? verdict.nobody * exp2(link.prior + absent);
			return { probability, evidence: weighed.find((one) => one.link === link)?.evidence ?? [] };
		},
	};
}
