// Where the time of sameas goes, by function of its sources: what a library or the engine does counts for the function that
// asked for it.
import { Session } from "node:inspector/promises";
import { findSourceMap } from "node:module";
import { makeHandles, makePopulation } from "./population.mjs";

const isOurs = ({ url }) => /\/dist\/[^/]+\.js$/.test(url);

/** "bestFirst src/comparing.ts:12", through the source maps of the build. */
function placeOf({ functionName, url, lineNumber, columnNumber }) {
	const entry = findSourceMap(url)?.findEntry(lineNumber, columnNumber);
	const source = entry?.originalSource?.replace(/^.*?\/(?=src\/)/, "");
	return `${functionName || "(anonymous)"}  ${source ? `${source}:${entry.originalLine + 1}` : url}`;
}

/** Share of the samples by function: its own, and with all that it calls. */
function sharesOf({ nodes, samples }) {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
	const counts = new Map();
	for (const sample of samples) counts.set(sample, (counts.get(sample) ?? 0) + 1);
	const shares = new Map();
	let all = 0;
	for (const [id, count] of counts) {
		const { functionName } = byId.get(id).callFrame;
		if (functionName === "(idle)") continue;
		all += count;
		const stack = [];
		for (let at = id; at !== undefined; at = parents.get(at)) {
			const { callFrame } = byId.get(at);
			if (isOurs(callFrame)) stack.push(placeOf(callFrame));
		}
		// Collecting garbage has no caller in a profile.
		const places = stack.length > 0 ? stack : [functionName === "(garbage collector)" ? functionName : "(outside)"];
		for (const place of new Set(places)) {
			const share = shares.get(place) ?? { own: 0, total: 0 };
			share.total += count;
			if (place === places[0]) share.own += count;
			shares.set(place, share);
		}
	}
	return [...shares]
		.filter(([place]) => !isWrapper.test(place))
		.map(([place, { own, total }]) => ({ place, own: own / all, total: total / all }))
		.sort((a, b) => b.total - a.total)
		.slice(0, 24);
}

/** What only calls what it was given says nothing about where the time goes. */
const isWrapper = /^\(anonymous\)|src\/errors\.ts|^guarded /;

async function profiled(session, work) {
	await session.post("Profiler.start");
	await work();
	const { profile } = await session.post("Profiler.stop");
	return sharesOf(profile);
}

export async function profile({ size, queries, rich }) {
	process.setSourceMapsEnabled(true);
	const { createResolver, explain } = await import("../../dist/index.js");
	const population = makePopulation(size, { rich });
	const profiles = makeHandles(population, queries).map(({ profile }) => profile);
	createResolver({ records: population.records.slice(0, 500) });
	const session = new Session();
	session.connect();
	await session.post("Profiler.enable");
	await session.post("Profiler.setSamplingInterval", { interval: 250 });
	let resolver;
	const build = await profiled(session, async () => {
		resolver = createResolver({ records: population.records });
		await resolver.resolve("@anybody");
	});
	for (const profile of profiles.slice(0, 100)) await resolver.resolve(profile);
	const resolve = await profiled(session, async () => {
		for (const { displayName, ...handle } of profiles) {
			explain(await resolver.resolve(handle));
			explain(await resolver.resolve({ ...handle, displayName }));
		}
	});
	session.disconnect();
	return { build, resolve };
}
