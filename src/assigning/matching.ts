/** Which column each row is paired with, and the sum of the weights of the pairs. */
export interface Matching {
	readonly total: number;
	/** By row; undefined: with none. */
	readonly columnOf: readonly (number | undefined)[];
}

/** Two rows that may not both be paired with columns of this group. */
export type Clash = readonly [row: number, other: number, group: string];

/**
 * The pairs of rows and columns, one of each at most, with the greatest sum of weights; what weighs nothing stays alone.
 * The Hungarian method (Kuhn 1955, with potentials): rows join one by one, each by the cheapest path of swaps. Among equal
 * sums the order of rows and columns decides.
 */
function bestPairs(weights: readonly (readonly number[])[]): Matching {
	const rows = weights.length;
	const columns = Math.max(rows, weights[0]?.length ?? 0);
	const costs = weights.map((row) => Float64Array.from({ length: columns }, (_, at) => -Math.max(0, row[at] ?? 0)));
	// Row and column 0 stand for "not yet", so that the others count from 1.
	const ofRow = new Float64Array(rows + 1);
	const ofColumn = new Float64Array(columns + 1);
	const rowAt = new Int32Array(columns + 1);
	const cameFrom = new Int32Array(columns + 1);
	const slack = new Float64Array(columns + 1);
	const reached = new Uint8Array(columns + 1);
	for (let joining = 1; joining <= rows; joining++) {
		rowAt[0] = joining;
		slack.fill(Number.POSITIVE_INFINITY);
		reached.fill(0);
		let column = 0;
		do {
			reached[column] = 1;
			const row = rowAt[column] as number;
			const cost = costs[row - 1] as Float64Array;
			let nearest = 0;
			let step = Number.POSITIVE_INFINITY;
			for (let at = 1; at <= columns; at++) {
				if (reached[at]) continue;
				const reduced = (cost[at - 1] as number) - (ofRow[row] as number) - (ofColumn[at] as number);
				if (reduced < (slack[at] as number)) {
					slack[at] = reduced;
					cameFrom[at] = column;
				}
				if ((slack[at] as number) < step) {
					step = slack[at] as number;
					nearest = at;
				}
			}
			for (let at = 0; at <= columns; at++) {
				if (reached[at]) {
					ofRow[rowAt[at] as number] = (ofRow[rowAt[at] as number] as number) + step;
					ofColumn[at] = (ofColumn[at] as number) - step;
				} else slack[at] = (slack[at] as number) - step;
			}
			column = nearest;
		} while (rowAt[column] !== 0);
		for (let at = column; at !== 0; at = cameFrom[at] as number) rowAt[at] = rowAt[cameFrom[at] as number] as number;
	}
	const columnOf = new Array<number | undefined>(rows).fill(undefined);
	let total = 0;
	for (let at = 1; at <= columns; at++) {
		const row = (rowAt[at] as number) - 1;
		const weight = weights[row]?.[at - 1] ?? 0;
		if (weight <= 0) continue;
		columnOf[row] = at - 1;
		total += weight;
	}
	return { total, columnOf };
}

/** The weights, with others in one row. */
export function reweighted(
	weights: readonly (readonly number[])[],
	row: number,
	weightOf: (weight: number, column: number) => number,
): readonly (readonly number[])[] {
	return weights.with(row, (weights[row] as readonly number[]).map(weightOf));
}

/**
 * The best pairs in which no rows clash. Where the best of all have a clash, one of the two rows gives way: both ways are
 * tried, so that each clash doubles the work at most.
 * @param groupOf by column
 */
export function bestMatching(
	weights: readonly (readonly number[])[],
	groupOf: readonly string[],
	clashes: readonly Clash[],
): Matching {
	const best = bestPairs(weights);
	const isIn = (row: number, group: string): boolean => groupOf[best.columnOf[row] ?? -1] === group;
	const clash = clashes.find(([row, other, group]) => isIn(row, group) && isIn(other, group));
	if (clash === undefined) return best;
	const [row, other, group] = clash;
	const without = (row: number): Matching =>
		bestMatching(
			reweighted(weights, row, (weight, column) => (groupOf[column] === group ? 0 : weight)),
			groupOf,
			clashes,
		);
	const [one, two] = [without(row), without(other)];
	return two.total > one.total ? two : one;
}
