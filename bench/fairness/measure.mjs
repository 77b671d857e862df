// How well one group is served. What measures is handed in, so that the benchmark asks the built package and the tests the
// sources.

/** Wilson 1927, 95 %. */
function shareOf(hits, of) {
	const z2 = 1.959964 ** 2;
	const value = hits / of;
	const centre = (value + z2 / of / 2) / (1 + z2 / of);
	const half = Math.sqrt((z2 / of) * (value * (1 - value) + z2 / of / 4)) / (1 + z2 / of);
	return { hits, of, value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** A store that notes who is recalled. */
function noting(store, recalled) {
	const recall = (keys) => {
		const found = store.recall(keys);
		for (const { record } of found.candidates) recalled.add(record.id);
		return found;
	};
	return Object.create(store, { recall: { value: recall } });
}

/** Shares with their intervals, the calibration error and the mean probability of the first link. */
export async function measureGroup({ createResolver, memoryStore, evaluate }, { records, cases }) {
	const recalled = new Set();
	const resolver = createResolver({ records, store: noting(memoryStore(), recalled) });
	let asked = 0;
	let found = 0;
	let wrong = 0;
	let probability = 0;
	const watched = {
		thresholds: resolver.thresholds,
		get: resolver.get,
		async resolve(profile, options) {
			recalled.clear();
			const resolution = await resolver.resolve(profile, options);
			const { truth } = cases[asked++];
			if (truth !== null && recalled.has(truth)) found++;
			if (truth !== null && resolution.decision === "link" && resolution.links[0].recordId !== truth) wrong++;
			probability += resolution.links[0]?.probability ?? 0;
			return resolution;
		},
	};
	const { overall } = await evaluate(watched, cases, { samples: 0 });
	const { profiles, answerable, decisions, hits1, falseLinks, ece } = overall;
	return {
		recalled: shareOf(found, answerable),
		hits1,
		linked: shareOf(decisions.link, profiles),
		wrongLinks: shareOf(wrong, answerable),
		falseLinks,
		meanProbability: probability / profiles,
		ece: ece.value,
	};
}

/** What the network thinks of an account: none of it says who holds it. */
const famous = { followers: 5_000_000, likes: 1_000_000, badge: true, rank: 1 };
const unknown = { followers: 0, likes: 0, badge: false, rank: 1_000_000 };

/** Profiles whose answer is not the same to the last bit when they are famous instead of unknown. */
export async function swayedBy({ createResolver }, { records, cases }) {
	const resolver = createResolver({ records });
	let swayed = 0;
	for (const { profile } of cases) {
		const answers = [];
		for (const attributes of [famous, unknown]) {
			const { profile: asked, ...answer } = await resolver.resolve({ ...profile, attributes });
			answers.push(JSON.stringify(answer));
		}
		if (answers[0] !== answers[1]) swayed++;
	}
	return swayed;
}
