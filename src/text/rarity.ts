import { log2 } from "../arithmetic.js";

/** What is counted over the record set; a part of the scorers' `CompareContext`. */
export interface Counts {
	readonly recordCount: number;
	/** Records that carry the key, the one that is compared among them. */
	count(key: string): number;
}

/** Records' worth of belief in the share that is expected before anything is counted. */
const BELIEF = 100;

/**
 * Share of the other records that carry a key, for `u`: what all of them share tells nothing. The expected share counts
 * as much as 100 records, and is the least.
 */
export function shareOfOthers(key: string, expected: number, { recordCount, count }: Counts): number {
	const others = Math.max(0, count(key) - 1);
	const share = (others + BELIEF * expected) / (Math.max(0, recordCount - 1) + BELIEF);
	return Math.min(1, Math.max(expected, share));
}

/**
 * Up to this many records the chance that a stranger shares an address or a number is the level's own; beyond it the few
 * families and offices that do share one spread over ever more records: a verified address makes log2 N + 8 bits.
 */
const ORDINARY_RECORDS = 4096;

/** Bits that an equal address or number says more in a large record set. */
export function crowdBits({ recordCount }: Counts): number {
	return log2(Math.max(1, recordCount / ORDINARY_RECORDS));
}

/** People thought to be behind an address or a line that its source calls shared. */
export const SHARED_OWNERS = 4;

/**
 * Share of strangers who name the employer of a record, or point to its site: a firm has many people, also where only
 * one of them is on file. All that tells of the employer is one fact, by the name below: its domain, its name, its site.
 */
export const EMPLOYER_SHARE: number = 1 / 64;
export const EMPLOYER = "employer";

/**
 * The facts of something that people of one firm have in common, such as city and title: half of it is known when the
 * employer is.
 */
export function colleagueFacts(fact: string, bits: number): { readonly fact: string; readonly bits: number }[] {
	return [
		{ fact: EMPLOYER, bits: bits / 2 },
		{ fact, bits: bits / 2 },
	];
}
