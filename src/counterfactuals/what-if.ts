import { orFail } from "../errors.js";
import { checkThresholds, type Thresholds } from "../model.js";
import { percent } from "../text/percent.js";
import type { Decision, IdentityLink, Resolution } from "../types.js";
import { type Question, questionsFor } from "./asking.js";
import { openingOn, type QuestionChannel, type Wording } from "./questions.js";
import { type Counted, type Supposed, suppose } from "./supposing.js";

export interface WhatIfOptions {
	/** Thresholds to ask by. Default: those of the resolver that resolved. */
	readonly thresholds?: Partial<Thresholds>;
	/** Where the person would be asked. Default "public": others read along. */
	readonly channel?: QuestionChannel;
}

/** What one scorer found between the profile and the best record: one piece of evidence. */
export interface Reason {
	readonly scorer: string;
	/** The level of its most telling observation. */
	readonly level: string;
	/** What was observed there, in a sentence without personal values. */
	readonly says: string;
	/** What all its observations count for the best record, in bits. */
	readonly bits: number;
}

/** The decision as it would be if something were otherwise. */
export interface Change {
	readonly scorer: string;
	/** In a sentence without personal values: "Without the phone number this would be review (62.0 %)." */
	readonly says: string;
	readonly decision: Decision;
	/** The probability that the best record would then have, 0 to 1. */
	readonly probability: number;
	/** Whether the decision would be another, or about another record. */
	readonly changes: boolean;
}

/** A piece of evidence that might not have been there. */
export interface Without extends Change {
	readonly level: string;
}

/** A piece of evidence that might have been there. */
export interface With extends Change {
	/** Where there was nothing to read. */
	readonly side: "profile" | "record";
}

/** How firm a decision is, on what it rests, and what to ask next. */
export interface WhatIf {
	/** The decision by the thresholds asked by. */
	readonly decision: Decision;
	/**
	 * The smallest evidence that decides "link" or "review": the fewest pieces, and of as few those with the fewest bits,
	 * that alone would lead to the same decision about the same record. The strongest first; empty for other decisions.
	 */
	readonly decides: readonly Reason[];
	/** What the decision would be without each piece of evidence of the best record, the strongest first. */
	readonly without: readonly Without[];
	/** What it would be at best with evidence that is missing on one side, what could tell most first. */
	readonly missing: readonly With[];
	/** What to ask next, what is expected to tell most first. For the colleague: see `opening` for what gives nothing away. */
	readonly ask: readonly Question[];
	/**
	 * What anybody is asked first on this channel, the same whoever they are and whatever is on record: what to put where the
	 * choice of a question would tell the person that there is a record.
	 */
	readonly opening: Wording;
}

/** What the profile shows, by the scorer that reads it. */
const nouns: ReadonlyMap<string, string> = new Map([
	["name", "the name"],
	["email", "the email address"],
	["phone", "the phone number"],
	["interaction", "the earlier contact"],
	["account", "the known handle"],
	["place", "the place"],
	["organization", "the organisation"],
]);
const nounOf = (scorer: string): string => nouns.get(scorer) ?? `what "${scorer}" compares`;

/** Pieces of evidence: what each scorer found, the strongest first. What kind of holder the profile has is none. */
function reasonsIn(evidence: readonly Counted[]): Reason[] {
	const byScorer = new Map<string, Reason>();
	for (const { scorer, group, level, says, bits } of evidence) {
		// Evidence comes strongest first: the first of a scorer is its most telling.
		const known = byScorer.get(scorer) ?? { scorer, level, says, bits: 0 };
		if (group !== "holder") byScorer.set(scorer, { ...known, bits: known.bits + bits });
	}
	return [...byScorer.values()].sort((a, b) => b.bits - a.bits);
}

/** All choices of so many, each in the order given. */
function* choices<T>(of: readonly T[], count: number): Generator<readonly T[]> {
	if (count === 0) yield [];
	for (let at = 0; count > 0 && at <= of.length - count; at++) {
		for (const others of choices(of.slice(at + 1), count - 1)) yield [of[at] as T, ...others];
	}
}

const isAbout = (decision: Decision): boolean => decision === "link" || decision === "review";

/** A question asked of one resolution, about its best record. */
function about(resolution: Resolution, best: IdentityLink): Pick<WhatIf, "decides" | "without" | "missing"> {
	const { decision } = resolution;
	const reasons = reasonsIn(best.evidence);
	const stays = (supposed: Supposed): boolean =>
		supposed.decision === decision && (!isAbout(decision) || supposed.first === best.recordId);
	const totalOf = (kept: readonly Reason[]): number => kept.reduce((sum, { bits }) => sum + bits, 0);

	/** All sets are tried, from the small ones up: there are as many pieces as scorers that found something, a handful. */
	function decides(): readonly Reason[] {
		if (!isAbout(decision)) return [];
		for (let count = 0; count < reasons.length; count++) {
			let least: readonly Reason[] | undefined;
			for (const kept of choices(reasons, count)) {
				const supposed = suppose(resolution, {
					without: new Set(reasons.filter((one) => !kept.includes(one)).map(({ scorer }) => scorer)),
				});
				if (!stays(supposed)) continue;
				const alone = reasonsIn(supposed.of(best).evidence);
				if (least === undefined || totalOf(alone) < totalOf(least)) least = alone;
			}
			if (least) return least;
		}
		return reasons;
	}

	function changeOf(scorer: string, supposed: Supposed, when: string, how: string): Change {
		const { probability } = supposed.of(best);
		const changes = !stays(supposed);
		const isOther = isAbout(supposed.decision) && supposed.first !== best.recordId;
		const says = isOther
			? `${when} another record would come first: ${supposed.decision} (${percent(probability)} for this one).`
			: `${when} this would ${how}${changes ? "" : "still "}be ${supposed.decision} (${percent(probability)}).`;
		return { scorer, says, decision: supposed.decision, probability, changes };
	}

	const without = reasons.map(({ scorer, level }): Without => {
		const supposed = suppose(resolution, { without: new Set([scorer]) });
		return { ...changeOf(scorer, supposed, `Without ${nounOf(scorer)}`, ""), level };
	});
	const missing = [...best.missing]
		.sort((a, b) => b.upTo - a.upTo)
		.flatMap(({ scorer, group, side, upTo }): With[] => {
			if (side === "both" || group === "holder" || upTo <= 0) return [];
			const supposed = suppose(resolution, {
				imagine: (link) => (link === best ? { scorer, group, bits: upTo } : undefined),
			});
			const where = side === "profile" ? "on record shown on the profile" : "on the profile found on the record";
			return [{ ...changeOf(scorer, supposed, `With ${nounOf(scorer)} ${where}`, "at best "), side }];
		});
	return { decides: decides(), without, missing };
}

/**
 * What would be otherwise. Works on a resolution alone, also one from a batch or a thread, by the arithmetic that made it.
 *
 * `without` leaves out what a scorer found, on all listed records: what only repeated it counts in full then, records that
 * have nothing else are no longer listed, and those not listed lose what it earned them. Whom recall found, and what kind of
 * holder the profile has, stays as it was. With all candidates listed this is exactly what the model gives for the same
 * candidates without the scorer's observations; of more than are listed (`maxLinks`), and of crowds too large to compare,
 * it holds what each scorer earned them together.
 *
 * `ask` is for the colleague. Which question comes first depends on what is on record; the wording of each never does. Where
 * nothing is known of anybody, and where no answer could tell, the questions come in one fixed order, of which `opening`
 * is the first.
 * @throws SameAsError CONFIG when a threshold is no probability.
 */
export function whatIf(resolution: Resolution, options: WhatIfOptions = {}): WhatIf {
	const message = "This is no resolution: `whatIf` takes what `resolve` gives.";
	return orFail("SHAPE", message, () => supposed(resolution, options));
}

function supposed(resolution: Resolution, { thresholds, channel = "public" }: WhatIfOptions): WhatIf {
	const asked = { ...resolution.basis.thresholds, ...thresholds };
	checkThresholds(asked);
	const basis = { ...resolution.basis, thresholds: asked };
	const { decision } = suppose({ ...resolution, basis }, {});
	const decided: Resolution = { ...resolution, basis, decision };
	const [best] = resolution.links;
	return {
		decision,
		...(best ? about(decided, best) : { decides: [], without: [], missing: [] }),
		ask: questionsFor(decided, channel),
		opening: openingOn(channel),
	};
}
