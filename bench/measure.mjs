// Figures of a run over labelled handles: { truth: recordId | null, profile }.

const z = 1.96;

/** Wilson score interval of a share, 95 %. */
export function wilson(hits, total) {
	if (total === 0) return [0, 1];
	const p = hits / total;
	const centre = (p + (z * z) / (2 * total)) / (1 + (z * z) / total);
	const half = (z * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total))) / (1 + (z * z) / total);
	return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

const round = (value) => Math.round(value * 10000) / 10000;

/** Resolves every case and gives hits1, hits5, recall at 99 % precision, the decisions, Brier score and ECE. */
export async function measure(resolver, cases) {
	const rows = [];
	for (const { truth, profile } of cases) {
		const { links, decision } = await resolver.resolve(profile);
		const place = truth === null ? -1 : links.findIndex(({ recordId }) => recordId === truth);
		rows.push({ truth, decision, place, probability: links[0]?.probability ?? 0, right: place === 0 });
	}
	const answerable = rows.filter(({ truth }) => truth !== null);
	const strangers = rows.filter(({ truth }) => truth === null);
	const linked = rows.filter(({ decision }) => decision === "link");
	const count = (list, test) => list.filter(test).length;
	const sorted = [...rows].sort((a, b) => b.probability - a.probability);
	let right = 0;
	let atP99 = 0;
	sorted.forEach((row, index) => {
		if (row.right) right++;
		if (right / (index + 1) >= 0.99 && sorted[index + 1]?.probability !== row.probability) atP99 = right;
	});
	const bins = Array.from({ length: 10 }, () => ({ n: 0, p: 0, right: 0 }));
	for (const row of rows) {
		const bin = bins[Math.min(9, Math.floor(row.probability * 10))];
		bin.n++;
		bin.p += row.probability;
		bin.right += row.right ? 1 : 0;
	}
	const hits1 = count(answerable, ({ place }) => place === 0);
	return {
		cases: rows.length,
		answerable: answerable.length,
		hits1: round(hits1 / answerable.length),
		hits1Interval: wilson(hits1, answerable.length).map(round),
		hits5: round(count(answerable, ({ place }) => place >= 0 && place < 5) / answerable.length),
		recallAtP99: round(atP99 / answerable.length),
		linkPrecision: linked.length === 0 ? null : round(count(linked, (row) => row.right) / linked.length),
		linkRecall: round(count(linked, (row) => row.right) / answerable.length),
		strangersLinked:
			strangers.length === 0 ? null : round(count(strangers, ({ decision }) => decision === "link") / strangers.length),
		brier: round(rows.reduce((sum, row) => sum + (row.probability - (row.right ? 1 : 0)) ** 2, 0) / rows.length),
		ece: round(bins.reduce((sum, { n, p, right }) => sum + (n === 0 ? 0 : Math.abs(p - right) / rows.length), 0)),
		decisions: Object.fromEntries(
			["link", "review", "none", "insufficient"].map((name) => [
				name,
				count(rows, ({ decision }) => decision === name),
			]),
		),
	};
}
