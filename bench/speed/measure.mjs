// One contestant at one size: what its index costs, how fast it answers and how often rightly.
import { contestants } from "./contestants.mjs";
import { fold, fullNameOf, makeHandles, makePopulation } from "./population.mjs";

export const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

/** Bytes held in the heap and in buffers, typed arrays and shared ones included. */
function heldBytes() {
	for (let i = 0; i < 3; i++) globalThis.gc();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

/** The first queries are not counted, as they still compile; unless they take more than a tenth of the time. */
const WARM = 50;

/** Times the queries until the time is up. Strangers are asked about too, but whom is found for them says nothing here. */
async function ask({ search }, cases, { records, people }, seconds) {
	// Nobody can tell namesakes apart by their name: each is as right as the other, in capitals too.
	const isOwn = (found, truth) =>
		people[found] === people[truth] || fold(fullNameOf(records[found])) === fold(fullNameOf(records[truth]));
	const isHit = (found, truth) => [found].flat().some((index) => isOwn(index, truth));
	const times = [];
	const hits = { at1: 0, at10: 0, of: 0 };
	const warm = performance.now() + seconds * 100;
	for (const { profile } of cases.slice(0, WARM)) {
		if (performance.now() > warm) break;
		await search(profile);
	}
	const end = performance.now() + seconds * 1000;
	for (const { profile, truth } of cases.slice(WARM)) {
		const start = performance.now();
		if (start > end) break;
		const found = await search(profile);
		times.push(performance.now() - start);
		if (truth === null) continue;
		hits.of++;
		if (found.length > 0 && isHit(found[0], truth)) hits.at1++;
		if (found.some((one) => isHit(one, truth))) hits.at10++;
	}
	times.sort((a, b) => a - b);
	return {
		p50: quantile(times, 0.5),
		p99: quantile(times, 0.99),
		answered: times.length,
		known: hits.of,
		hits1: hits.at1 / hits.of,
		hits10: hits.at10 / hits.of,
	};
}

export async function measure({ name, size, queries, seconds, rich }) {
	const contest = contestants[name];
	const population = makePopulation(size, { rich });
	const both = makeHandles(population, WARM + queries);
	const handles = both.map(({ truth, profile: { displayName, ...profile } }) => ({ truth, profile }));
	// Loading and compiling are paid before the clock starts.
	const trial = await contest(makePopulation(500, { seed: 3 }).records);
	for (const { profile } of both.slice(0, 20)) await trial.search(profile);

	const before = heldBytes();
	const start = performance.now();
	const contestant = await contest(population.records);
	const buildSeconds = (performance.now() - start) / 1000;
	const indexBytes = contestant.indexBytes ?? heldBytes() - before;
	return {
		buildSeconds,
		bytesPerRecord: indexBytes / size,
		handle: await ask(contestant, handles, population, seconds),
		both: await ask(contestant, both, population, seconds),
		peakBytes: process.resourceUsage().maxRSS * 1024,
	};
}

/** What the contestants are given. */
export function describe({ size, rich }) {
	const before = heldBytes();
	const start = performance.now();
	const { records, people } = makePopulation(size, { rich });
	const seconds = (performance.now() - start) / 1000;
	const bytesPerRecord = (heldBytes() - before) / size;
	const bearers = new Map();
	const own = records.filter((record, index) => people[index] === index);
	for (const record of own) bearers.set(fullNameOf(record), (bearers.get(fullNameOf(record)) ?? 0) + 1);
	return {
		seconds,
		bytesPerRecord,
		people: own.length,
		withNamesakes: own.filter((record) => bearers.get(fullNameOf(record)) > 1).length / own.length,
	};
}
