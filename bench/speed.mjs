#!/usr/bin/env node
// Speed, memory and hits of the built package beside its peers, in one run: each contestant in a process of its own, one after
// the other. Compare rows of one run only. Then what only sameas is asked for: ingestion, updates, batches.
// usage: node bench/speed.mjs [--records 10000,100000] [--contestants sameas,minisearch] [--sections updates | --sections none]
//   [--queries 500] [--seconds 20: time for the queries of one kind] [--rich: city and firm too] [--markdown]
//   [--profile: only where the time of sameas goes]
import { spawnSync } from "node:child_process";
import { availableParallelism, cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { contestants } from "./speed/contestants.mjs";
import { sections } from "./speed/sections.mjs";
import { figure, table } from "./speed/table.mjs";

const { values } = parseArgs({
	options: {
		records: { type: "string", default: "10000,100000" },
		contestants: { type: "string" },
		sections: { type: "string" },
		queries: { type: "string", default: "500" },
		seconds: { type: "string", default: "20" },
		rich: { type: "boolean", default: false },
		markdown: { type: "boolean", default: false },
		profile: { type: "boolean", default: false },
	},
});

/** The names of a list, all known. */
function chosen(option, known) {
	if (values[option] === undefined) return known;
	if (values[option] === "none") return [];
	const names = values[option].split(",");
	const strange = names.find((name) => !known.includes(name));
	if (strange !== undefined) throw new Error(`--${option}: "${strange}" is not one of ${known.join(", ")}, or none.`);
	return names;
}
const names = chosen("contestants", Object.keys(contestants));
const asked = values.sections || names.includes("sameas") ? chosen("sections", Object.keys(sections)) : [];
const sizes = values.records.split(",").map(Number);
const settings = { queries: Number(values.queries), seconds: Number(values.seconds), rich: values.rich };
const job = fileURLToPath(new URL("./speed/job.mjs", import.meta.url));
const memory = Math.floor((totalmem() / 2 ** 20) * 0.8);

/** Figures of one job, or why there are none. */
function run(task) {
	process.stderr.write(`${task.kind} ${task.name ?? ""} at ${figure(task.size)} …\n`);
	const { stdout, stderr, status, signal } = spawnSync(
		process.execPath,
		["--expose-gc", `--max-old-space-size=${memory}`, job, JSON.stringify({ ...settings, ...task })],
		{ encoding: "utf8", maxBuffer: 2 ** 26 },
	);
	if (status === 0) return JSON.parse(stdout);
	if (/out of memory|allocation failed/i.test(stderr)) return { failed: "out of memory" };
	return { failed: signal ?? /^\w*Error.*$/m.exec(stderr)?.[0] ?? `exit ${status}` };
}

const heading = (text) => console.log(values.markdown ? `\n### ${text}\n` : `\n${text}`);
const show = (headings, rows) => console.log(table(headings, rows, values));
const percent = (share) => (100 * share).toFixed(1);
const milliseconds = ({ p50, p99 }) => `${figure(p50)} / ${figure(p99)}`;
const hits = ({ known, hits1, hits10 }) => (known === 0 ? "none asked" : `${percent(hits1)} / ${percent(hits10)}`);
const times = (theirs, ours) => `${figure(theirs / ours)} ×`;

const comparisons = {
	build: ({ buildSeconds }) => buildSeconds,
	index: ({ bytesPerRecord }) => bytesPerRecord,
	peak: ({ peakBytes }) => peakBytes,
	"handle p50": ({ handle }) => handle.p50,
	"handle p99": ({ handle }) => handle.p99,
	"with name p50": ({ both }) => both.p50,
	"with name p99": ({ both }) => both.p99,
};

function showContest(size) {
	const { seconds, bytesPerRecord, people, withNamesakes } = run({ kind: "describe", size });
	const results = names.map((name) => [name, run({ kind: "measure", name, size })]);
	heading(`${figure(size)} records`);
	console.log(
		`${figure(people)} people, ${percent(withNamesakes)} % of them with a namesake; made in ${figure(seconds)} s. The records ` +
			`themselves take ${figure(bytesPerRecord)} B each; the peak is of the whole process, with them in it.\n`,
	);
	show(
		[
			"contestant",
			"build s",
			"index B/record",
			"peak MB",
			"handle only: p50 / p99 ms",
			"hits@1 / @10 %",
			"queries",
			"with display name: p50 / p99 ms",
			"hits@1 / @10 %",
			"queries",
		],
		results.map(([name, { failed, buildSeconds, bytesPerRecord, peakBytes, handle, both }]) =>
			failed === undefined
				? [
						name,
						figure(buildSeconds),
						bytesPerRecord.toFixed(0),
						figure(peakBytes / 1e6),
						milliseconds(handle),
						hits(handle),
						String(handle.answered),
						milliseconds(both),
						hits(both),
						String(both.answered),
					]
				: [name, `failed: ${failed}`, ...Array(8).fill("")],
		),
	);
	const ours = results.find(([name]) => name === "sameas")?.[1];
	const finished = results.filter(([name, { failed }]) => name !== "sameas" && failed === undefined);
	if (ours?.failed === undefined && ours && finished.length > 0) {
		console.log("\nTimes what sameas takes:\n");
		show(
			["contestant", ...Object.keys(comparisons)],
			finished.map(([name, theirs]) => [name, ...Object.values(comparisons).map((of) => times(of(theirs), of(ours)))]),
		);
	}
	return ours;
}

function showSections(size) {
	const rows = asked.flatMap((name) => {
		const result = run({ kind: "section", name, size });
		return result.failed === undefined ? result : [[name, `failed: ${result.failed}`]];
	});
	if (rows.length === 0) return;
	console.log("\nsameas alone:\n");
	show(["what", "figure"], rows);
}

function showGrowth(results) {
	if (results.length < 2) return;
	const [[from, least], [to, most]] = [results[0], results.at(-1)];
	heading(`Growth of sameas from ${figure(from)} to ${figure(to)} records, ${times(to, from)} as many`);
	show(
		["", ...results.map(([size]) => figure(size)), "growth"],
		["handle p50", "with name p50"].map((what) => [
			`${what}, ms`,
			...results.map(([, result]) => figure(comparisons[what](result))),
			times(comparisons[what](most), comparisons[what](least)),
		]),
	);
}

function showProfile(size) {
	const result = run({ kind: "profile", size });
	if (result.failed !== undefined) throw new Error(result.failed);
	for (const [phase, shares] of Object.entries(result)) {
		heading(`${phase} at ${figure(size)} records: share of the time, %`);
		show(
			["function", "own", "with all it calls"],
			shares.map(({ place, own, total }) => [place, percent(own), percent(total)]),
		);
	}
}

console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() || process.arch}`);
if (values.profile) {
	for (const size of sizes) showProfile(size);
} else {
	const results = [];
	for (const size of sizes) {
		const ours = names.length > 0 ? showContest(size) : undefined;
		if (ours && ours.failed === undefined) results.push([size, ours]);
		showSections(size);
	}
	showGrowth(results);
}
