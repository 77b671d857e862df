import { log2, square } from "./arithmetic.js";
import { orFail, SameAsError } from "./errors.js";
import type { Resolver } from "./resolver.js";
import { isAsyncIterable, isIterable } from "./source.js";
import {
	bootstrap,
	calibrationError,
	calibrationErrorByMass,
	type Estimate,
	meanOf,
	type ReliabilityBin,
	reliabilityOf,
	type Share,
	shareOf,
} from "./statistics.js";
import type { Decision, IdentityLink, Resolution, SocialProfileInput } from "./types.js";

/** A profile whose person is known. */
export interface LabelledProfile {
	readonly profile: SocialProfileInput | string;
	/** The id of the right record, or of a duplicate of it; null: it is known that nobody in the record set is right. */
	readonly truth: string | null;
	/** Figures are also given for each group: a platform, a script, a country. */
	readonly group?: string;
}

export interface EvaluateOptions {
	/** Draws for the intervals of means. Default 500; 0 leaves them out (`low` and `high` are the value). */
	readonly samples?: number;
	/** Seed of the draws. The same seed gives the same intervals. */
	readonly seed?: number;
	readonly signal?: AbortSignal;
}

/** Why a right record was not linked. The first that holds. */
export type UnlinkableKind =
	| "absent" // the record set does not hold it
	| "ceiling" // the profile says too little: even a perfect match would stay below the threshold
	| "not-found" // nothing brought the record up, or nothing spoke for it: it is not listed
	| "outranked" // listed below another record
	| "unsure"; // listed first, but below the threshold

/** A labelled profile whose right record was not linked. Holds no personal values. */
export interface Unlinkable {
	/** Position among the labelled profiles. */
	readonly index: number;
	readonly truth: string;
	readonly kind: UnlinkableKind;
	/** Why, in one sentence. */
	readonly reason: string;
	/** Probability given to the right record; 0 when it is not listed. */
	readonly probability: number;
	/** Probability that the best imaginable record could reach. */
	readonly ceiling: number;
}

/** How good the answers are. Shares are of all profiles that the figure is about, found or not. */
export interface Figures {
	readonly profiles: number;
	/** Those with a right record. */
	readonly answerable: number;
	readonly decisions: Readonly<Record<Decision, number>>;
	/** Answerable profiles whose right record is listed first, or among the first five. */
	readonly hits1: Share;
	readonly hits5: Share;
	/** Mean reciprocal rank over answerable profiles: 1 is first, 0 is not listed. */
	readonly mrr: Estimate;
	/** Decisions "link" that are right. */
	readonly precision: Share;
	/** Answerable profiles with the decision "link" and the right record. */
	readonly recall: Share;
	/**
	 * Answerable profiles that could be linked rightly if the threshold were as low as a precision of 99 % allows. It is
	 * chosen on these very profiles: a figure to compare models with, not a promise.
	 */
	readonly recallAt99: Share;
	/** Profiles of nobody here that were linked to somebody. */
	readonly falseLinks: Share;
	/** Mean squared error of the first link's probability (0 without one). */
	readonly brier: Estimate;
	/** Mean surprise, in bits, at who is right: a record, listed or not, or nobody. */
	readonly logLoss: Estimate;
	/** Mean distance of the first link's probability from the share that is right, in ten bins of equal width. */
	readonly ece: Estimate;
	/** The same in ten bins of equal mass. */
	readonly eceByMass: Estimate;
	readonly reliability: readonly ReliabilityBin[];
}

export interface Evaluation {
	readonly overall: Figures;
	/** By `group`, in the order in which the groups first occur. */
	readonly groups: Readonly<Record<string, Figures>>;
	readonly unlinkables: {
		readonly counts: Readonly<Record<UnlinkableKind, number>>;
		readonly list: readonly Unlinkable[];
	};
}

/** One answer beside the truth. */
interface Row {
	readonly answerable: boolean;
	readonly decision: Decision;
	/** Place of the right record in the list, from 0; -1 when it is not there. */
	readonly place: number;
	/** The first link's, 0 without one. */
	readonly probability: number;
	readonly right: boolean;
	/** Bits of surprise at the truth. */
	readonly loss: number;
	/** Profiles of one person succeed and fail together. */
	readonly person: string;
	readonly group: string | undefined;
}

const reasons: Readonly<Record<UnlinkableKind, string>> = {
	absent: "The record set holds no record with this id: check the label, and what was quarantined.",
	ceiling: "The profile says too little: even a record that agrees in everything would stay below the threshold.",
	"not-found": "No search key led to the record, or nothing on it spoke for it.",
	outranked: "Another record fits the profile better.",
	unsure: "The record is first, but below the threshold.",
};
/** No surprise is greater: the model gives no probability below it either. */
const MOST_BITS = 40;

/** Whether a link is to the person whose record this is. */
function isOf({ recordId, duplicates }: IdentityLink, truth: string): boolean {
	return recordId === truth || duplicates.some(({ id }) => id === truth);
}

/** Surprise at the truth. A record that is not listed has an equal share of what is left for those. */
function lossOf({ links, nobody, unlisted, prior }: Resolution, truth: string | null, place: number): number {
	const others = Math.max(1, prior.records - links.length);
	const probability = truth === null ? nobody : (links[place]?.probability ?? unlisted / others);
	return Math.min(MOST_BITS, -log2(probability));
}

/**
 * Resolves profiles whose person is known and says how good the answers are, with 95 % intervals: ranking, the decision
 * "link", calibration, and what could not be linked and why. Profiles are asked one after the other, each on its own.
 * @throws SameAsError CONFIG when the profiles are no list or an option is wrong, SHAPE when one of them comes without its
 * truth, and as `resolve` does.
 */
export async function evaluate(
	resolver: Pick<Resolver, "resolve" | "get" | "thresholds">,
	labelled: Iterable<LabelledProfile> | AsyncIterable<LabelledProfile>,
	{ samples = 500, seed = 1, signal }: EvaluateOptions = {},
): Promise<Evaluation> {
	if (!(Number.isInteger(samples) && samples >= 0)) {
		throw new SameAsError("CONFIG", "`samples` is a whole number, 0 or more.", { path: "samples" });
	}
	if (!Number.isFinite(seed)) throw new SameAsError("CONFIG", "`seed` is a finite number.", { path: "seed" });
	if (!(isIterable(labelled) || isAsyncIterable(labelled))) {
		const message = "Labelled profiles come as an array, a stream or another iterable.";
		throw new SameAsError("CONFIG", message, { path: "labelled" });
	}
	const rows: Row[] = [];
	const list: Unlinkable[] = [];
	for await (const one of labelled) {
		const { profile, truth, group } = readLabelled(one, rows.length);
		const resolution = await resolver.resolve(profile, signal === undefined ? {} : { signal });
		const { links, decision, ceiling } = resolution;
		const held = truth !== null && resolver.get(truth) !== undefined;
		const place = truth === null ? -1 : links.findIndex((link) => isOf(link, truth));
		const right = place === 0;
		const index = rows.length;
		rows.push({
			answerable: truth !== null,
			decision,
			place,
			probability: links[0]?.probability ?? 0,
			right,
			// A record that is not held cannot be right: of this record set, nobody is.
			loss: lossOf(resolution, held ? truth : null, place),
			person: links[place]?.recordId ?? truth ?? `nobody ${index}`,
			group,
		});
		if (truth === null || (right && decision === "link")) continue;
		const kind: UnlinkableKind = !held
			? "absent"
			: ceiling < resolver.thresholds.link
				? "ceiling"
				: place === -1
					? "not-found"
					: right
						? "unsure"
						: "outranked";
		const probability = links[place]?.probability ?? 0;
		list.push({ index, truth, kind, reason: reasons[kind], probability, ceiling });
	}
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		if (row.group === undefined) continue;
		const members = groups.get(row.group);
		if (members) members.push(row);
		else groups.set(row.group, [row]);
	}
	const counts = { absent: 0, ceiling: 0, "not-found": 0, outranked: 0, unsure: 0 };
	for (const { kind } of list) counts[kind]++;
	return {
		overall: figuresOf(rows, { samples, seed }),
		groups: Object.fromEntries([...groups].map(([name, members]) => [name, figuresOf(members, { samples, seed })])),
		unlinkables: { counts, list },
	};
}

function readLabelled(given: LabelledProfile, index: number): LabelledProfile {
	const path = `labelled.${index}`;
	const message =
		'A labelled profile is `{ profile, truth }`, with the id of a record or null: { profile: "@ana", truth: "C-1" }.';
	const { profile, truth, group } = orFail("SHAPE", message, () => ({ ...given }));
	const isLabelled =
		(truth === null || typeof truth === "string") && (group === undefined || typeof group === "string");
	if (!isLabelled) throw new SameAsError("SHAPE", message, { path });
	return { profile, truth, ...(group === undefined ? {} : { group }) };
}

function figuresOf(rows: readonly Row[], draws: { readonly samples: number; readonly seed: number }): Figures {
	// Sorted once, so that every bootstrap sample finds its bins in one walk.
	const ascending = [...rows].sort((a, b) => a.probability - b.probability);
	const answerable = ascending.filter((row) => row.answerable);
	const strangers = ascending.filter((row) => !row.answerable);
	const linked = ascending.filter(({ decision }) => decision === "link");
	const share = (of: readonly Row[], test: (row: Row) => boolean): Share => shareOf(of.filter(test).length, of.length);
	const estimate = (of: readonly Row[], figure: (weights: readonly number[]) => number): Estimate =>
		bootstrap(
			of.map(({ person }) => person),
			figure,
			draws,
		);
	const mean = (of: readonly Row[], value: (row: Row) => number): Estimate => {
		const values = of.map(value);
		return estimate(of, (weights) => meanOf(values, weights));
	};
	const decisions = { link: 0, review: 0, none: 0, insufficient: 0 };
	for (const { decision } of rows) decisions[decision]++;
	return {
		profiles: rows.length,
		answerable: answerable.length,
		decisions,
		hits1: share(answerable, ({ right }) => right),
		hits5: share(answerable, ({ place }) => place >= 0 && place < 5),
		mrr: mean(answerable, ({ place }) => (place < 0 ? 0 : 1 / (place + 1))),
		precision: share(linked, ({ right }) => right),
		recall: share(answerable, ({ decision, right }) => decision === "link" && right),
		recallAt99: shareOf(rightAt(0.99, ascending), answerable.length),
		falseLinks: share(strangers, ({ decision }) => decision === "link"),
		brier: mean(ascending, ({ probability, right }) => square(probability - (right ? 1 : 0))),
		logLoss: mean(ascending, ({ loss }) => loss),
		ece: estimate(ascending, (weights) => calibrationError(ascending, weights)),
		eceByMass: estimate(ascending, (weights) => calibrationErrorByMass(ascending, weights)),
		reliability: reliabilityOf(ascending),
	};
}

/** Right first links above the lowest probability at which this share of them is right. */
function rightAt(precision: number, ascending: readonly Row[]): number {
	let right = 0;
	let most = 0;
	ascending.toReversed().forEach((row, index, descending) => {
		if (row.right) right++;
		const whole = descending[index + 1]?.probability !== row.probability;
		if (whole && right >= precision * (index + 1)) most = right;
	});
	return most;
}
