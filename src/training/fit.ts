import { exp2, log2, square } from "../arithmetic.js";
import { priorBits, spreadOdds } from "../model.js";

/**
 * The fit of coverage and slopes. The log odds of every outcome of a query are linear in the slopes, so the posterior is
 * a multinomial logit: concave, with one optimum, which Newton's method finds in a few steps. Everything runs in a fixed
 * order: the same data give the same figures.
 */

/** The parameters: P(in the record set), and a factor for each scorer. */
export interface Parameters {
	readonly coverage: number;
	readonly slopes: readonly number[];
}

/** A profile with the bits that each scorer adds to each candidate, at slopes of 1. */
export interface Query {
	readonly records: number;
	/** Each with its own share of the coverage. */
	readonly candidates: readonly {
		readonly recordId: string;
		readonly share: number;
		readonly bits: readonly number[];
	}[];
	readonly absent: readonly number[];
	/** Records too many to compare, with the bits of a few of each crowd. */
	readonly crowds: readonly { readonly records: number; readonly sample: readonly (readonly number[])[] }[];
	/** Undefined: it is not known who is right. */
	readonly label: Label | undefined;
}

/** Who is right: a record or, of this record set, nobody. Or who is not. */
export type Label = { readonly is: string | null } | { readonly not: string };

/** The bounds of a slope. */
const MOST_SLOPE = 1.5;
/** A slope is believed to be 1, give or take a third: as much as 8 (about 1 / 0.35^2) in the second derivative. */
const RIDGE = 8;
/** The built-in coverage weighs as much as this many labels. */
const COVERAGE_LABELS = 20;
const STEPS = 40;

interface Outcome {
	/** Undefined: nobody, or one of the records that are not listed. */
	readonly recordId?: string;
	readonly kind: "nobody" | "record" | "unlisted";
	readonly odds: number;
	readonly bits: readonly number[];
}

const dot = (a: readonly number[], b: readonly number[]): number =>
	a.reduce((sum, value, index) => sum + value * (b[index] as number), 0);

/** Exactly the alternatives of the resolver: listed records, the others, nobody. */
function outcomesOf(query: Query, { coverage, slopes }: Parameters): Outcome[] {
	const { candidates, absent, crowds } = query;
	const somebody = coverage / (1 - coverage);
	let share = 1;
	const listed: Outcome[] = [];
	for (const candidate of candidates) {
		const evidence = dot(slopes, candidate.bits);
		if (evidence <= 0) continue;
		share -= candidate.share;
		listed.push({
			recordId: candidate.recordId,
			kind: "record",
			odds: somebody * candidate.share * exp2(evidence),
			bits: candidate.bits,
		});
	}
	const spread = query.records === 0 ? 0 : spreadOdds(Math.max(0, share), coverage, dot(slopes, absent));
	const prior = priorBits(1 / Math.max(1, query.records), coverage);
	// Each of the few stands for its part of the crowd.
	const standIns = crowds.flatMap(({ records, sample }) =>
		sample.map(
			(bits): Outcome => ({
				kind: "unlisted",
				odds: (records / sample.length) * exp2(prior + dot(slopes, bits)),
				bits,
			}),
		),
	);
	return [
		...listed,
		{ kind: "unlisted", odds: spread, bits: absent },
		...standIns,
		{ kind: "nobody", odds: 1, bits: absent.map(() => 0) },
	];
}

interface Judged {
	readonly outcomes: readonly Outcome[];
	readonly probabilities: readonly number[];
	/** Where the label lets the probability be. */
	readonly target: readonly number[];
	/** Probability of the label. */
	readonly probability: number;
}

/** @param open whether "nobody" is an outcome: without labels of nobody it cannot be learnt from */
function judge(query: Query, parameters: Parameters, open: boolean): Judged {
	const outcomes = outcomesOf(query, parameters).filter(({ kind }) => open || kind !== "nobody");
	const sum = outcomes.reduce((total, { odds }) => total + odds, 0);
	const probabilities = outcomes.map(({ odds }) => odds / sum);
	const { label } = query;
	const isListed = (id: string | null): boolean => outcomes.some(({ recordId }) => recordId === id);
	const fits = ({ kind, recordId }: Outcome): boolean => {
		if (!label) return true;
		if ("not" in label) return recordId !== label.not;
		if (label.is === null) return kind === "nobody";
		return isListed(label.is) ? recordId === label.is : kind === "unlisted";
	};
	const inLabel = probabilities.map((probability, index) => (fits(outcomes[index] as Outcome) ? probability : 0));
	const share = inLabel.reduce((total, probability) => total + probability, 0);
	// A right record that is not listed is one of many.
	const hidden = label && "is" in label && label.is !== null && !isListed(label.is);
	const unlisted = Math.max(1, query.records - outcomes.filter(({ kind }) => kind === "record").length);
	return {
		outcomes,
		probabilities,
		target: share > 0 ? inLabel.map((probability) => probability / share) : probabilities,
		probability: hidden ? share / unlisted : share,
	};
}

/** No surprise is greater, as in `evaluate`. */
const MOST_BITS = 40;

/** Surprise at the label, in bits. */
export function lossOf(query: Query, parameters: Parameters, open: boolean): number {
	return Math.min(MOST_BITS, -log2(judge(query, parameters, open).probability));
}

/** The most probable record, with whether the label says that it is right. */
export function claimOf(query: Query, parameters: Parameters): { probability: number; right: boolean } {
	const { outcomes, probabilities } = judge(query, parameters, true);
	const { label } = query;
	let probability = 0;
	let recordId: string | undefined;
	outcomes.forEach((outcome, index) => {
		if (outcome.kind !== "record" || (probabilities[index] as number) <= probability) return;
		probability = probabilities[index] as number;
		recordId = outcome.recordId;
	});
	return {
		probability,
		right: recordId !== undefined && label !== undefined && "is" in label && label.is === recordId,
	};
}

/** Probabilities of the candidates of a query and of "nobody", with no regard to its label. */
export function posteriorOfQuery(
	query: Query,
	parameters: Parameters,
): { readonly nobody: number; readonly of: ReadonlyMap<string, number> } {
	const { outcomes, probabilities } = judge(query, parameters, true);
	const of = new Map<string, number>();
	outcomes.forEach(({ recordId }, index) => {
		if (recordId !== undefined) of.set(recordId, probabilities[index] as number);
	});
	return { nobody: probabilities.at(-1) as number, of };
}

/** Log of the posterior density of the slopes, less a constant, in nats. */
function heightOf(queries: readonly Query[], parameters: Parameters, open: boolean): number {
	const surprise = queries.reduce((sum, query) => sum + lossOf(query, parameters, open) * Math.LN2, 0);
	return -surprise - parameters.slopes.reduce((sum, slope) => sum + (RIDGE / 2) * square(slope - 1), 0);
}

/** Gradient of the height, and how strongly it bends: at least as strongly as it does. */
function shapeOf(
	queries: readonly Query[],
	parameters: Parameters,
	open: boolean,
): { gradient: number[]; curvature: number[][] } {
	const { slopes } = parameters;
	const gradient = slopes.map((slope) => RIDGE * (1 - slope));
	const curvature = slopes.map((_, row) => slopes.map((_, column) => (row === column ? RIDGE : 0)));
	for (const query of queries) {
		const { outcomes, probabilities, target } = judge(query, parameters, open);
		const mean = slopes.map((_, k) =>
			probabilities.reduce((sum, p, j) => sum + p * (outcomes[j]?.bits[k] as number), 0),
		);
		outcomes.forEach(({ bits }, j) => {
			const p = probabilities[j] as number;
			const pull = ((target[j] as number) - p) * Math.LN2;
			const away = bits.map((value, k) => (value - (mean[k] as number)) * Math.LN2);
			bits.forEach((value, row) => {
				gradient[row] = (gradient[row] as number) + pull * value;
				if (p < 1e-12) return;
				const line = curvature[row] as number[];
				const weight = p * (away[row] as number);
				away.forEach((other, column) => {
					line[column] = (line[column] as number) + weight * other;
				});
			});
		});
	}
	return { gradient, curvature };
}

/** Solves a symmetric positive definite system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
	const rows = matrix.map((row, index) => [...row, right[index] as number]);
	const size = rows.length;
	for (let pivot = 0; pivot < size; pivot++) {
		const top = rows[pivot] as number[];
		for (const row of rows.slice(pivot + 1)) {
			const factor = (row[pivot] as number) / (top[pivot] as number);
			for (let column = pivot; column <= size; column++) {
				row[column] = (row[column] as number) - factor * (top[column] as number);
			}
		}
	}
	const solution = new Array<number>(size).fill(0);
	for (let index = size - 1; index >= 0; index--) {
		const row = rows[index] as number[];
		const known = solution.reduce(
			(sum, value, column) => (column > index ? sum + value * (row[column] as number) : sum),
			0,
		);
		solution[index] = ((row[size] as number) - known) / (row[index] as number);
	}
	return solution;
}

/**
 * The most probable slopes given the labels: near 1 unless the labels say otherwise, each from 0 to 1.5. Projected Newton
 * steps, halved until they go up.
 * @param open whether "nobody" is an outcome
 */
export function slopesOf(queries: readonly Query[], start: Parameters, open: boolean): number[] {
	let at = start;
	let height = heightOf(queries, at, open);
	const within = (slope: number): number => Math.min(MOST_SLOPE, Math.max(0, slope));
	for (let step = 0; step < STEPS; step++) {
		const { gradient, curvature } = shapeOf(queries, at, open);
		// What presses against its bound stays there.
		const free = at.slopes.flatMap((slope, index) =>
			within(slope + Math.sign(gradient[index] as number) * 1e-9) === slope ? [] : [index],
		);
		const move = solve(
			free.map((row) => free.map((column) => curvature[row]?.[column] as number)),
			free.map((index) => gradient[index] as number),
		);
		const before = height;
		for (let size = 1; size > 1e-4; size /= 2) {
			const slopes = at.slopes.map((slope, index) => within(slope + size * (move[free.indexOf(index)] ?? 0)));
			const next = { ...at, slopes };
			const reached = heightOf(queries, next, open);
			if (reached <= height) continue;
			at = next;
			height = reached;
			break;
		}
		if (height - before < 1e-7 * (1 + Math.abs(height))) break;
	}
	return [...at.slopes];
}

/**
 * The most probable coverage given who is right, near that of `start` unless the labels say otherwise: the one at which
 * as many profiles are expected to be somebody's of the record set as there are. It makes up, too, for strangers who
 * resemble records more than the model knows.
 */
export function coverageOf(queries: readonly Query[], start: Parameters): number {
	const known = queries.filter(({ label }) => label && "is" in label);
	const held = known.filter(({ label }) => label && "is" in label && label.is !== null).length;
	// The odds that it is somebody are those at even coverage times the odds of the coverage.
	const odds = known.map((query) => {
		const { nobody } = posteriorOfQuery(query, { ...start, coverage: 0.5 });
		return (1 - nobody) / nobody;
	});
	const wanted = held + COVERAGE_LABELS * start.coverage;
	let [low, high] = [0, 1];
	for (let halving = 0; halving < 50; halving++) {
		const coverage = (low + high) / 2;
		const factor = coverage / (1 - coverage);
		const expected = odds.reduce((sum, each) => sum + 1 - 1 / (1 + each * factor), COVERAGE_LABELS * coverage);
		if (expected < wanted) low = coverage;
		else high = coverage;
	}
	return (low + high) / 2;
}
