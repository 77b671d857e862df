/** Numbers about numbers: intervals, calibration, a seeded generator. Knows nothing of handles and records. */

/** A share with its Wilson score interval, 95 %. */
export interface Share {
	readonly hits: number;
	readonly of: number;
	/** hits / of; NaN when nothing was counted. */
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

/** A mean with its bootstrap percentile interval, 95 %. NaN when nothing was counted. */
export interface Estimate {
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959964;

/** Wilson 1927: unlike the textbook interval it holds for few cases and for shares near 0 and 1. */
export function shareOf(hits: number, of: number): Share {
	if (of === 0) return { hits, of, value: Number.NaN, low: 0, high: 1 };
	const value = hits / of;
	const spread = (Z * Z) / of;
	const centre = (value + spread / 2) / (1 + spread);
	const half = Math.sqrt(value * (1 - value) * spread + (spread * spread) / 4) / (1 + spread);
	return { hits, of, value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** A small seeded generator of numbers in [0, 1) (mulberry32): the same on every machine. */
function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * The interval of any figure of weighted cases: it is computed again for `samples` draws of as many clusters, with
 * replacement. Cases of one cluster (handles of one person) are drawn together, since they succeed and fail together.
 * @param clusters the cluster of each case
 * @param figure computes the figure when each case counts `weights[case]` times
 */
export function bootstrap(
	clusters: readonly string[],
	figure: (weights: readonly number[]) => number,
	{ samples, seed }: { readonly samples: number; readonly seed: number },
): Estimate {
	const value = figure(clusters.map(() => 1));
	const numbers = new Map<string, number>();
	const numberOf = clusters.map((cluster) => {
		const number = numbers.get(cluster) ?? numbers.size;
		numbers.set(cluster, number);
		return number;
	});
	const random = seeded(seed);
	const drawn: number[] = [];
	for (let sample = 0; sample < samples; sample++) {
		const times = new Array<number>(numbers.size).fill(0);
		for (let draw = 0; draw < times.length; draw++) {
			const number = Math.floor(random() * times.length);
			times[number] = (times[number] as number) + 1;
		}
		const again = figure(numberOf.map((number) => times[number] as number));
		if (!Number.isNaN(again)) drawn.push(again);
	}
	drawn.sort((a, b) => a - b);
	const at = (share: number): number => drawn[Math.round(share * (drawn.length - 1))] ?? value;
	return { value, low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) };
}

/** Mean of `values`, each counting `weights` times. */
export function meanOf(values: readonly number[], weights: readonly number[]): number {
	let sum = 0;
	let total = 0;
	values.forEach((value, index) => {
		const weight = weights[index] as number;
		sum += weight * value;
		total += weight;
	});
	return total === 0 ? Number.NaN : sum / total;
}

/** A claim with how it turned out. */
export interface Claim {
	readonly probability: number;
	readonly right: boolean;
}

/** Claims of about the same probability. Calibrated: `right.value` is about `probability`. */
export interface ReliabilityBin {
	/** Mean probability claimed. */
	readonly probability: number;
	/** How many of the claims are right. */
	readonly right: Share;
}

/** What falls into one bin. */
interface Sums {
	count: number;
	claimed: number;
	right: number;
}

const BINS = 10;

/** Sums of the claims in ten bins of equal width. */
function equalWidth(claims: readonly Claim[], weights: readonly number[]): Sums[] {
	const bins = Array.from({ length: BINS }, (): Sums => ({ count: 0, claimed: 0, right: 0 }));
	claims.forEach((claim, index) => {
		const bin = bins[Math.min(BINS - 1, Math.floor(claim.probability * BINS))] as Sums;
		put(bin, claim, weights[index] as number);
	});
	return bins;
}

/** Sums of the claims in ten bins of about as many claims each; equal probabilities stay together. */
function equalMass(ascending: readonly Claim[], weights: readonly number[]): Sums[] {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const bins: Sums[] = [{ count: 0, claimed: 0, right: 0 }];
	let seen = 0;
	let before: number | undefined;
	ascending.forEach((claim, index) => {
		if (claim.probability !== before && seen >= (bins.length * total) / BINS) {
			bins.push({ count: 0, claimed: 0, right: 0 });
		}
		before = claim.probability;
		seen += weights[index] as number;
		put(bins.at(-1) as Sums, claim, weights[index] as number);
	});
	return bins;
}

function put(bin: Sums, { probability, right }: Claim, weight: number): void {
	bin.count += weight;
	bin.claimed += weight * probability;
	bin.right += right ? weight : 0;
}

function errorOf(bins: readonly Sums[]): number {
	const total = bins.reduce((sum, { count }) => sum + count, 0);
	return bins.reduce((sum, { claimed, right }) => sum + Math.abs(claimed - right), 0) / total;
}

/** Expected calibration error over ten bins of equal width: the usual figure, empty bins and all. */
export function calibrationError(claims: readonly Claim[], weights: readonly number[]): number {
	return errorOf(equalWidth(claims, weights));
}

/** The same over ten bins of equal mass: steadier, since no bin holds only a few claims. @param ascending sorted */
export function calibrationErrorByMass(ascending: readonly Claim[], weights: readonly number[]): number {
	return errorOf(equalMass(ascending, weights));
}

/** The reliability diagram: ten bins of equal width, those with nothing in them left out. */
export function reliabilityOf(claims: readonly Claim[]): ReliabilityBin[] {
	return equalWidth(
		claims,
		claims.map(() => 1),
	)
		.filter(({ count }) => count > 0)
		.map(({ count, claimed, right }) => ({ probability: claimed / count, right: shareOf(right, count) }));
}
