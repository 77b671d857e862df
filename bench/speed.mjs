#!/usr/bin/env node
// Speed and memory of the built package beside Fuse.js and MiniSearch in the same run; each in a process of its own, one
// after the other, so that none pays for another's garbage. Compare rows of one run only.
// usage: node bench/speed.mjs [--records 1000,10000,100000] [--queries 500] [--seconds 20]
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { makeHandles, makeRecords } from "./people.mjs";

const { values } = parseArgs({
	options: {
		records: { type: "string", default: "1000,10000,100000" },
		queries: { type: "string", default: "500" },
		seconds: { type: "string", default: "20" },
		only: { type: "string" },
	},
});

const text = ({ displayName, handle }) => displayName ?? handle;
const nameOf = ({ id, names: [name] }) => ({ id, name: name.full });

/** Each makes an index of the records and gives a search: profile to record ids, best first. */
const contestants = {
	sameas: async (records) => {
		const { createResolver, explain } = await import("../dist/index.js");
		const resolver = createResolver({ records });
		return async (profile) => {
			const resolution = await resolver.resolve(profile);
			// What is measured includes the explanation as text.
			explain(resolution);
			return resolution.links.map(({ recordId }) => recordId);
		};
	},
	minisearch: async (records) => {
		const { default: MiniSearch } = await import("minisearch");
		const index = new MiniSearch({ fields: ["name", "joined"], idField: "id" });
		index.addAll(records.map(nameOf).map(({ id, name }) => ({ id, name, joined: name.replace(/\s/g, "") })));
		return async (profile) =>
			index
				.search(text(profile), { fuzzy: 0.2, prefix: true })
				.slice(0, 10)
				.map(({ id }) => id);
	},
	"fuse.js": async (records) => {
		const { default: Fuse } = await import("fuse.js");
		const fuse = new Fuse(records.map(nameOf), { keys: ["name"], ignoreLocation: true, threshold: 0.5 });
		return async (profile) => fuse.search(text(profile).slice(0, 32), { limit: 10 }).map(({ item }) => item.id);
	},
};

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

function heapBytes() {
	for (let i = 0; i < 3; i++) globalThis.gc();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

/** Runs one contestant at one size and gives its figures. */
async function measure(name, size, queries, seconds) {
	const records = makeRecords(size);
	const cases = makeHandles(records, queries);
	// Loading and compiling are paid before the clock starts.
	await (await contestants[name](records.slice(0, 200)))(cases[0].profile);
	const before = heapBytes();
	const start = performance.now();
	const search = await contestants[name](records);
	await search(cases[0].profile);
	const buildSeconds = (performance.now() - start) / 1000;
	const bytesPerRecord = (heapBytes() - before) / size;
	// Nobody can tell namesakes apart by their name: any record with the owner's full name is a hit.
	const fullName = new Map(records.map((record) => [record.id, nameOf(record).name]));
	const times = [];
	let hits = 0;
	let known = 0;
	const until = performance.now() + seconds * 1000;
	for (const { profile, truth } of cases) {
		if (performance.now() > until) break;
		const at = performance.now();
		const found = await search(profile);
		times.push(performance.now() - at);
		if (truth === null) continue;
		known++;
		if (found.length > 0 && fullName.get(found[0]) === fullName.get(truth)) hits++;
	}
	times.sort((a, b) => a - b);
	const total = times.reduce((sum, ms) => sum + ms, 0);
	return {
		buildSeconds,
		bytesPerRecord,
		p50: quantile(times, 0.5),
		p99: quantile(times, 0.99),
		perSecond: times.length / (total / 1000),
		hits1: hits / known,
		known,
	};
}

if (values.only) {
	const [name, size] = values.only.split(":");
	const figures = await measure(name, Number(size), Number(values.queries), Number(values.seconds));
	console.log(JSON.stringify(figures));
} else {
	for (const size of values.records.split(",")) {
		console.log(`\n${size} records; handle, and for most a display name`);
		let ours;
		for (const name of Object.keys(contestants)) {
			const { stdout, stderr, status } = spawnSync(
				process.execPath,
				[
					"--expose-gc",
					fileURLToPath(import.meta.url),
					"--only",
					`${name}:${size}`,
					"--queries",
					values.queries,
					"--seconds",
					values.seconds,
				],
				{ encoding: "utf8" },
			);
			if (status !== 0) throw new Error(stderr);
			const { buildSeconds, bytesPerRecord, p50, p99, perSecond, hits1, known } = JSON.parse(stdout);
			ours ??= p50;
			console.log(
				`${name.padEnd(11)} build ${buildSeconds.toFixed(2).padStart(6)} s  ${bytesPerRecord.toFixed(0).padStart(5)} B/record  ` +
					`p50 ${p50.toFixed(3).padStart(8)} ms  p99 ${p99.toFixed(2).padStart(8)} ms  ${perSecond.toFixed(0).padStart(5)}/s  ` +
					`hits1 ${(100 * hits1).toFixed(1)} % of ${known}${name === "sameas" ? "" : `  p50 ${(p50 / ours).toFixed(1)} × sameas`}`,
			);
		}
	}
}
