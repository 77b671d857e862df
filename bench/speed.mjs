#!/usr/bin/env node
// Speed and memory of the built package beside Fuse.js and MiniSearch in the same run. Compare rows of one run only.
// usage: node --expose-gc bench/speed.mjs [--records 1000,10000,100000] [--queries 500]
import { parseArgs } from "node:util";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { createResolver, explain } from "../dist/index.js";
import { makeHandles, makeRecords } from "./people.mjs";

const { values } = parseArgs({
	options: { records: { type: "string", default: "1000,10000,100000" }, queries: { type: "string", default: "500" } },
});
const queries = Number(values.queries);

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

function heap() {
	globalThis.gc?.();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

const text = ({ displayName, handle }) => displayName ?? handle;

const contestants = {
	// What is measured includes the explanation as text.
	sameas: (records) => {
		const resolver = createResolver({ records });
		return async (profile) => {
			const resolution = await resolver.resolve(profile);
			explain(resolution);
			return resolution.links.map(({ recordId }) => recordId);
		};
	},
	minisearch: (records) => {
		const index = new MiniSearch({ fields: ["name", "joined"], idField: "id" });
		index.addAll(
			records.map(({ id, names: [name] }) => ({ id, name: name.full, joined: name.full.replace(/\s/g, "") })),
		);
		return async (profile) =>
			index
				.search(text(profile), { fuzzy: 0.2, prefix: true })
				.slice(0, 10)
				.map(({ id }) => id);
	},
	"fuse.js": (records) => {
		const fuse = new Fuse(
			records.map(({ id, names: [name] }) => ({ id, name: name.full })),
			{ keys: ["name"], ignoreLocation: true, threshold: 0.5 },
		);
		return async (profile) => fuse.search(text(profile).slice(0, 32), { limit: 10 }).map(({ item }) => item.id);
	},
};

for (const size of values.records.split(",").map(Number)) {
	const records = makeRecords(size);
	const cases = makeHandles(records, queries);
	console.log(`\n${size} records, handle and display name`);
	let ours;
	for (const [name, prepare] of Object.entries(contestants)) {
		const before = heap();
		const start = performance.now();
		const search = prepare(records);
		const buildMs = performance.now() - start;
		await search(cases[0].profile);
		const bytes = (heap() - before) / size;
		const times = [];
		let hits = 0;
		let known = 0;
		const budget = performance.now() + 20_000;
		for (const { profile, truth } of cases) {
			if (performance.now() > budget) break;
			const at = performance.now();
			const found = await search(profile);
			times.push(performance.now() - at);
			if (truth === null) continue;
			known++;
			if (found[0] === truth) hits++;
		}
		times.sort((a, b) => a - b);
		const p50 = quantile(times, 0.5);
		ours ??= p50;
		const ratio = name === "sameas" ? "" : `  ${(p50 / ours).toFixed(1)} × sameas`;
		console.log(
			`${name.padEnd(11)} build ${(buildMs / 1000).toFixed(2)} s  ${bytes.toFixed(0).padStart(5)} B/record  p50 ${p50.toFixed(3)} ms  p99 ${quantile(times, 0.99).toFixed(2)} ms  ` +
				`${Math.round(times.length / (times.reduce((sum, ms) => sum + ms, 0) / 1000))}/s  hits1 ${((100 * hits) / known).toFixed(1)} % of ${known}${ratio}`,
		);
	}
}
