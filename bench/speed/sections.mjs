// What only sameas is asked for. Each section gives rows: what was measured, and the figure.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { quantile } from "./measure.mjs";
import { makeHandles, makePopulation } from "./population.mjs";
import { figure } from "./table.mjs";

const { createResolver } = await import("../../dist/index.js");

const root = fileURLToPath(new URL("../..", import.meta.url));
const perSecond = (count, ms) => `${figure((count / ms) * 1000)}/s`;
/** The median and the longest of some times in milliseconds. */
function pauses(times) {
	times.sort((a, b) => a - b);
	return `median ${figure(quantile(times, 0.5))} ms, longest ${figure(times.at(-1))} ms`;
}
async function timed(times, work) {
	const start = performance.now();
	await work();
	times.push(performance.now() - start);
}

const views = [
	["handle only", ({ displayName, ...profile }) => profile],
	["with display name", (profile) => profile],
];

/** Cold, in processes of their own, by turns: the median of several. */
function importTimes(modules, rounds = 7) {
	const times = modules.map(() => []);
	for (let round = 0; round < rounds; round++) {
		for (const [at, module] of modules.entries()) {
			const script = `const start = performance.now(); await import(${JSON.stringify(module)}); console.log(performance.now() - start);`;
			const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
				cwd: root,
				encoding: "utf8",
			});
			times[at].push(Number(stdout));
		}
	}
	return times.map((each) =>
		quantile(
			each.sort((a, b) => a - b),
			0.5,
		),
	);
}

/** Records that come in so many pieces, each made when it is its turn and let go after it. */
const PIECE = 1_000_000;

export const sections = {
	/** What loading the package costs, and what its two larger dependencies cost alone. */
	imports() {
		const modules = ["sameas", "zod/mini", "libphonenumber-js/min"];
		return importTimes(modules).map((time, at) => [`cold import of ${modules[at]}`, `${figure(time)} ms`]);
	},

	/** Whether the slowest are slow by what is asked, or by what the machine and its garbage collector do meanwhile. */
	async tail({ size, rich, queries }) {
		const population = makePopulation(size, { rich });
		const profiles = makeHandles(population, queries + 50).map(({ profile }) => profile);
		const resolver = createResolver({ records: population.records });
		const rows = [];
		for (const [what, strip] of views) {
			for (const profile of profiles.slice(-50)) await resolver.resolve(strip(profile));
			const rounds = [[], [], []];
			for (const times of rounds)
				for (const profile of profiles.slice(0, queries)) await timed(times, () => resolver.resolve(strip(profile)));
			const least = rounds[0].map((_, at) => Math.min(...rounds.map((times) => times[at])));
			const p99 = (times) =>
				figure(
					quantile(
						[...times].sort((a, b) => a - b),
						0.99,
					),
				);
			rows.push([`${what}: p99 of all, and of the best of three for each`, `${p99(rounds.flat())}, ${p99(least)} ms`]);
		}
		return rows;
	},

	/** A record set of which the caller keeps nothing: how the cost grows beyond what objects have room for. */
	async streamed({ size, rich, queries }) {
		const { memoryStore } = await import("../../dist/index.js");
		const store = memoryStore();
		const resolver = createResolver({ store });
		let profiles = [];
		const rows = [];
		const ask = async () => {
			for (const [what, strip] of views) {
				for (const profile of profiles.slice(-50)) await resolver.resolve(strip(profile));
				const times = [];
				for (const profile of profiles.slice(0, queries)) await timed(times, () => resolver.resolve(strip(profile)));
				times.sort((a, b) => a - b);
				const p50 = figure(quantile(times, 0.5));
				rows.push([
					`${figure(store.size)} streamed: ${what}, p50 / p99`,
					`${p50} / ${figure(quantile(times, 0.99))} ms`,
				]);
			}
		};
		let ms = 0;
		for (let from = 0; from < size; from += PIECE) {
			const count = Math.min(PIECE, size - from);
			const population = makePopulation(count, { seed: 1 + from / PIECE, rich });
			if (from === 0) profiles = makeHandles(population, queries + 50).map(({ profile }) => profile);
			const start = performance.now();
			resolver.add(population.records.map((record) => ({ ...record, id: `${from / PIECE}-${record.id}` })));
			ms += performance.now() - start;
			if (from === 0) await ask();
		}
		rows.push([`${figure(store.size)} streamed: taken in`, perSecond(store.size, ms)]);
		// As after records that come in one go.
		store.pack();
		rows.push([`${figure(store.size)} streamed: index`, `${figure(store.byteLength / store.size)} B/record`]);
		if (size > PIECE) await ask();
		return rows;
	},

	/** From lines of text to a resolver that answers. */
	async ingestion({ size, rich }) {
		const lines = makePopulation(size, { rich }).records.map((record) => JSON.stringify(record));
		function* parsed() {
			for (const line of lines) yield JSON.parse(line);
		}
		createResolver({ records: lines.slice(0, 500).map((line) => JSON.parse(line)) });
		const start = performance.now();
		const resolver = createResolver({ records: parsed() });
		const ingested = performance.now();
		await resolver.resolve("@anybody");
		const answered = performance.now();
		const again = performance.now();
		for (const _ of parsed());
		return [
			["NDJSON lines parsed and ingested", perSecond(resolver.size, ingested - start)],
			["of this JSON.parse alone", perSecond(size, performance.now() - again)],
			["lines to the first answer", `${figure((answered - start) / 1000)} s`],
		];
	},

	/** One record at a time, and what the question after it pays. */
	async updates({ size, rich, changes = 1_000 }) {
		const population = makePopulation(size, { rich });
		const added = makePopulation(2 * changes, { seed: 4, rich }).records;
		const profiles = makeHandles(population, changes).map(({ profile }) => profile);
		const resolver = createResolver({ records: population.records });
		for (const profile of profiles.slice(0, 50)) await resolver.resolve(profile);
		// Spread over the records. Every other one that is upserted is new.
		const idAt = (i) => population.records[Math.floor((i * size) / (2 * changes))].id;
		const work = {
			upsert: (i) => resolver.upsert([{ ...added[i], id: i % 2 === 0 ? idAt(i) : `new-${i}` }]),
			remove: (i) => resolver.remove(idAt(i)),
		};
		const rows = [];
		for (const [verb, change] of Object.entries(work)) {
			const inARow = [];
			for (let i = 0; i < changes; i++) await timed(inARow, () => change(i));
			const between = [];
			const asking = [];
			for (let i = 0; i < changes; i++) {
				await timed(between, () => change(changes + i));
				await timed(asking, () => resolver.resolve(profiles[i]));
			}
			rows.push([`${verb}, one record after the other`, pauses(inARow)]);
			rows.push([`${verb} between questions`, pauses(between)], [`resolve after each ${verb}`, pauses(asking)]);
		}
		return rows;
	},

	/** Many profiles, each awaited. */
	async batch({ size, rich, seconds }) {
		const population = makePopulation(size, { rich });
		const profiles = makeHandles(population, 5_000).map(({ profile }) => profile);
		const resolver = createResolver({ records: population.records });
		for (const profile of profiles.slice(-200)) await resolver.resolve(profile);
		const start = performance.now();
		const end = start + seconds * 1000;
		let count = 0;
		for (; count < profiles.length && performance.now() < end; count++) await resolver.resolve(profiles[count]);
		return [["resolve, awaited in a loop, with display names", perSecond(count, performance.now() - start)]];
	},

	/** `sameas/node`: filling by two threads, a snapshot in a file, and resolving in two threads. */
	async threads({ size, rich, seconds }) {
		const { buildStore, loadSnapshot, resolverPool, saveSnapshot } = await import("../../dist/node.js");
		const { records, people } = makePopulation(size, { rich });
		const profiles = makeHandles({ records, people }, 5_000).map(({ profile }) => profile);
		const folder = await mkdtemp(join(tmpdir(), "sameas-bench-"));
		const rows = [];
		const clock = async (what, work) => {
			const start = performance.now();
			const done = await work();
			rows.push([what, `${figure((performance.now() - start) / 1000)} s`]);
			return done;
		};
		try {
			await clock("filled from objects by two threads", () => buildStore({ records, workers: 1 }));
			const lines = join(folder, "records.ndjson");
			await writeFile(lines, records.map((record) => JSON.stringify(record)).join("\n"));
			const { store } = await clock("filled from lines by two threads", () => buildStore({ lines, workers: 1 }));
			const path = join(folder, "records.snapshot");
			await clock("snapshot saved", () => saveSnapshot(store, path));
			rows.push(["size of the snapshot", `${figure(store.byteLength / size)} B/record`]);
			const { snapshot } = await clock("snapshot loaded", () => loadSnapshot(path, { shared: true }));
			const pool = await resolverPool({ snapshot, workers: 2 });
			const asked = async (count) => {
				const start = performance.now();
				let answered = 0;
				for await (const _ of pool.resolveAll(profiles.slice(0, count))) answered++;
				return (answered / (performance.now() - start)) * 1000;
			};
			const rate = await asked(400);
			const figured = await asked(Math.min(profiles.length, Math.ceil(rate * seconds)));
			rows.push(["resolved by two threads, with display names", `${figure(figured)}/s`]);
			await pool.close();
		} finally {
			await rm(folder, { recursive: true });
		}
		return rows;
	},
};
