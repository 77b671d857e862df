import { square } from "../arithmetic.js";
import { SameAsError } from "../errors.js";
import { type Claim, calibrationError } from "../statistics.js";

/** How a profile fared that was not trained on. */
export interface Score {
	/** Surprise, in bits. */
	readonly loss: number;
	/** The first record's probability and whether it is right, where that is known. */
	readonly claim: Claim | undefined;
}

/**
 * Scores every case by what was learnt without its person. People are dealt out in turn, so that the order of the data,
 * by country or by date, does not make folds that differ.
 */
export function crossValidate<Case extends { readonly person: string }, Result>(
	cases: readonly Case[],
	folds: number,
	learnAndScore: (training: readonly Case[], held: readonly Case[]) => readonly Result[],
): Result[] {
	if (!(Number.isInteger(folds) && folds >= 2)) {
		throw new SameAsError("CONFIG", "`folds` is a whole number, 2 or more.", { path: "folds" });
	}
	const people = new Map<string, number>();
	for (const { person } of cases) if (!people.has(person)) people.set(person, people.size);
	const foldOf = ({ person }: Case): number => (people.get(person) as number) % folds;
	const scores = new Map<Case, Result>();
	// More folds than people would hold nobody.
	for (let fold = 0; fold < Math.min(folds, people.size); fold++) {
		const held = cases.filter((one) => foldOf(one) === fold);
		const found = learnAndScore(
			cases.filter((one) => foldOf(one) !== fold),
			held,
		);
		held.forEach((one, index) => {
			scores.set(one, found[index] as Result);
		});
	}
	return cases.map((one) => scores.get(one) as Result);
}

export const meanLoss = (scores: readonly Score[]): number =>
	scores.reduce((sum, { loss }) => sum + loss, 0) / scores.length;

/** Expected calibration error of the claims; undefined where there are none. */
export function claimError(scores: readonly Score[]): number | undefined {
	const claims = scores.flatMap(({ claim }) => claim ?? []);
	if (claims.length === 0) return undefined;
	return calibrationError(
		claims,
		claims.map(() => 1),
	);
}

/** Calibration errors that differ by less are the same. */
const SAME_ERROR = 0.0005;

/** How much better is clearly better. */
export interface Demand {
	/** Bits a case. */
	readonly bits: number;
	/** Standard errors of the mean over people. */
	readonly errors: number;
}

/** Whether the second scores meet the demand: surprise clearly less, calibration not worse. */
export function clearlyBetter(
	cases: readonly { readonly person: string }[],
	before: readonly Score[],
	after: readonly Score[],
	{ bits, errors }: Demand,
): boolean {
	const gains = new Map<string, number>();
	cases.forEach(({ person }, index) => {
		const gain = (before[index] as Score).loss - (after[index] as Score).loss;
		gains.set(person, (gains.get(person) ?? 0) + gain);
	});
	const total = [...gains.values()].reduce((sum, gain) => sum + gain, 0);
	const mean = total / gains.size;
	const spread = Math.sqrt([...gains.values()].reduce((sum, gain) => sum + square(gain - mean), 0));
	const isAsCalibrated = (claimError(after) ?? 0) <= (claimError(before) ?? 0) + SAME_ERROR;
	return total > errors * spread && total >= bits * cases.length && isAsCalibrated;
}
