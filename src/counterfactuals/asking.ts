import { exp2, log2 } from "../arithmetic.js";
import { areSeveral, microBits } from "../model.js";
import { percent } from "../text/percent.js";
import type { Decision, IdentityLink, Resolution } from "../types.js";
import { type Ask, invitation, type QuestionChannel, questions, type Wording } from "./questions.js";
import { suppose } from "./supposing.js";

/** What may come of a question. */
export interface Outcome {
	/** The records with which the answer would agree; empty when it agrees with none of those listed. */
	readonly recordIds: readonly string[];
	/** How likely this is, 0 to 1. */
	readonly probability: number;
	/** The decision after it. */
	readonly decision: Decision;
}

/** Something to ask next. For the colleague; only `wording` is for the person. */
export interface Question extends Wording {
	/** The scorer that would weigh the answer; absent for the bidding to write in private. */
	readonly scorer?: string;
	/** Where it is put. */
	readonly channel: QuestionChannel;
	/** Information about who it is, expected of the answer: mutual information in bits, 0 or more. */
	readonly expectedBits: number;
	/** What it is worth, in sentences without personal values. */
	readonly says: string;
	readonly would: readonly Outcome[];
}

/** Less than this is not worth a question. */
const LEAST_BITS = 0.05;

const CLAIM = "An answer can be made up or overheard: it raises the probability, never the assurance.";
const NOTHING_TO_TELL_APART = `No answer tells the listed records apart: this is what anybody is asked. ${CLAIM}`;

/** P(answer | who it is): for each outcome, for each link, and for anybody else. */
interface Chances {
	readonly recordIds: readonly string[];
	readonly ofLinks: readonly number[];
	readonly ofOthers: number;
}

/** Which links an answer could not tell apart, because they share a value; links without a value are in none. */
function alike(links: readonly IdentityLink[], { valuesOf }: Ask): (readonly IdentityLink[])[] {
	let groups: { readonly links: IdentityLink[]; readonly values: Set<string> }[] = [];
	for (const link of links) {
		const values = new Set([link.record, ...link.duplicates].flatMap(valuesOf));
		if (values.size === 0) continue;
		const shares = (group: { readonly values: ReadonlySet<string> }): boolean =>
			[...values].some((value) => group.values.has(value));
		const joined = groups.filter(shares);
		groups = [
			...groups.filter((group) => !joined.includes(group)),
			{
				links: [...joined.flatMap((group) => group.links), link],
				values: new Set([...joined.flatMap((group) => [...group.values]), ...values]),
			},
		];
	}
	return groups.map((group) => group.links);
}

/** Bits that an agreeing answer would add: nothing where the profile says it already, less where it says it in part. */
function gainOf(link: IdentityLink, { scorer, level, m, u }: Ask): number {
	const own = link.evidence.filter((one) => one.scorer === scorer);
	if (own.some((one) => one.level === level)) return 0;
	const counted = own.reduce((sum, { bits }) => sum + Math.max(0, bits), 0);
	return Math.max(0, log2(m / u) - counted);
}

/**
 * The answers that a question may have. The right person gives the answer on record with the level's m, others with its u,
 * or, where the profile tells of it already, as much more often as others have told it too.
 */
function chancesOf(links: readonly IdentityLink[], ask: Ask): Chances[] {
	const groups = alike(links, ask);
	const agreeing = groups.map((group): Chances => {
		const gain = Math.min(...group.map((link) => gainOf(link, ask)));
		// All answers together are no likelier than one.
		const others = Math.min(ask.m * exp2(-gain), (1 - ask.m) / groups.length);
		const ofLinks = links.map((link) => (group.includes(link) ? others * exp2(gain) : others));
		return { recordIds: group.map(({ recordId }) => recordId), ofLinks, ofOthers: others };
	});
	const rest = (of: (chances: Chances) => number): number => agreeing.reduce((left, one) => left - of(one), 1);
	return [
		...agreeing,
		{
			recordIds: [],
			ofLinks: links.map((_, index) => rest(({ ofLinks }) => ofLinks[index] as number)),
			ofOthers: rest(({ ofOthers }) => ofOthers),
		},
	];
}

/** Who it may be, in probabilities that sum to one: the listed records, and all others with "nobody here". */
function beliefOf({ links, nobody, unlisted }: Pick<Resolution, "links" | "nobody" | "unlisted">) {
	const sum = links.reduce((total, { probability }) => total + probability, nobody + unlisted);
	return { ofLinks: links.map(({ probability }) => probability / sum), ofOthers: (nobody + unlisted) / sum };
}

/** Whether an answer could be compared with every record that it may well be. */
function canBeAnswered([best, ...others]: readonly IdentityLink[], { valuesOf }: Ask): boolean {
	if (best === undefined) return false;
	return [best, ...others.filter(({ probability }) => areSeveral([best.probability, probability]))].every(
		({ record, duplicates }) => [record, ...duplicates].some((one) => valuesOf(one).length > 0),
	);
}

/**
 * The answers to a question, how likely each is, and what it is worth: the mutual information of the answer A and who it is,
 * H, in bits (Shannon 1948; Lindley 1956 calls it the information that an experiment provides),
 *
 *     I(H; A) = Σ_h P(h) Σ_a P(a | h) log2( P(a | h) / P(a) )
 *
 * over the listed records, the other records and "nobody here", by which the entropy of the posterior is expected to
 * fall. It is never negative and never more than that entropy. Records that an answer would find anew are not counted.
 */
function worthOf(resolution: Resolution, ask: Ask): Pick<Question, "expectedBits" | "would"> {
	const { links } = resolution;
	const belief = beliefOf(resolution);
	let expectedBits = 0;
	const would = chancesOf(links, ask).map(({ recordIds, ofLinks, ofOthers }): Outcome => {
		const hypotheses = [
			...ofLinks.map((chance, at) => [belief.ofLinks[at] as number, chance] as const),
			[belief.ofOthers, ofOthers] as const,
		];
		const probability = hypotheses.reduce((sum, [before, chance]) => sum + before * chance, 0);
		for (const [before, chance] of hypotheses) {
			if (before * chance > 0) expectedBits += before * chance * log2(chance / probability);
		}
		const { scorer, group, decides = true } = ask;
		const { decision } = suppose(resolution, {
			imagine: (link) => {
				const bits = microBits(log2((ofLinks[links.indexOf(link)] as number) / ofOthers));
				return bits === 0 ? undefined : { scorer, group, bits, decides };
			},
		});
		return { recordIds, probability, decision };
	});
	return { expectedBits: Math.max(0, expectedBits), would };
}

function saysOf(expectedBits: number, would: readonly Outcome[], current: Decision): string {
	const outcomes = would.map(({ recordIds, probability, decision }, place) => {
		const one = place === 0 ? "one record" : "another";
		const records = recordIds.length === 1 ? one : recordIds.length === 0 ? "none listed" : `${recordIds.length} alike`;
		return `with ${records} (${percent(probability)}): ${decision === current ? "still " : ""}${decision}`;
	});
	return `Worth ${expectedBits.toFixed(2)} bits. If the answer agrees ${outcomes.join("; ")}. ${CLAIM}`;
}

/** What may be asked on a channel: what tells most first, or, where nothing does, what anybody is asked in its order. */
function askable(resolution: Resolution, channel: QuestionChannel): Question[] {
	const allowed = questions.filter((one) => channel === "private" || one.channel === channel);
	const put = ({ kind, question, wording, scorer }: Ask, worth: Pick<Question, "expectedBits" | "says" | "would">) => ({
		...{ kind, question, wording, scorer, channel },
		...worth,
	});
	const telling = allowed
		.filter((one) => canBeAnswered(resolution.links, one))
		.map((one) => {
			const { expectedBits, would } = worthOf(resolution, one);
			return put(one, { expectedBits, would, says: saysOf(expectedBits, would, resolution.decision) });
		})
		.filter(({ expectedBits }) => expectedBits > LEAST_BITS)
		// Sorting is stable: of questions worth the same, the usual order.
		.sort((a, b) => b.expectedBits - a.expectedBits);
	if (telling.length > 0) return telling;
	return allowed.map((one) => put(one, { expectedBits: 0, says: NOTHING_TO_TELL_APART, would: [] }));
}

/**
 * The next best questions on a channel, most telling first. Where others read along, the first is always the bidding to
 * write in private, worth what may then be asked.
 */
export function questionsFor(resolution: Resolution, channel: QuestionChannel): Question[] {
	if (channel === "private") return askable(resolution, channel);
	const [best] = askable(resolution, "private");
	const { expectedBits = 0, would = [] } = best ?? {};
	const says =
		expectedBits > 0
			? `Others read along here. What may be asked in private is worth up to ${expectedBits.toFixed(2)} bits.`
			: "Others read along here, so that little may be asked.";
	return [{ ...invitation, channel, expectedBits, says, would }, ...askable(resolution, channel)];
}
