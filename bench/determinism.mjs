#!/usr/bin/env node
// Is every answer of the built package the same, to the last digit, whatever runs it? Asks a fixed sample in processes of
// several Nodes, locales and time zones, and on an engine whose Math is off in the last digit; hashes all that is answered,
// see determinism/job.mjs, and compares with the frozen hashes. Exits 1 when anything differs. Other Nodes come from the npm
// registry and are kept in the folder for temporary files.
// usage: node bench/determinism.mjs [--nodes 20,22,24,26 | --nodes none: this one only] [--pairs: each locale with one zone]
//   [--update: write the hashes as the frozen ones, after a change that is meant to change answers]
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { makeSample } from "./determinism/sample.mjs";
import { table } from "./speed/table.mjs";

const { values } = parseArgs({
	options: {
		nodes: { type: "string", default: "20,22,24,26" },
		pairs: { type: "boolean", default: false },
		update: { type: "boolean", default: false },
	},
});
const frozenPath = fileURLToPath(new URL("./determinism.frozen.json", import.meta.url));
const job = fileURLToPath(new URL("./determinism/job.mjs", import.meta.url));

/** What Node makes of a locale of the system. */
const locales = { C: "en-US", "tr_TR.UTF-8": "tr-TR", "sv_SE.UTF-8": "sv-SE" };
/** Minutes behind UTC, on the first of January. */
const zones = { UTC: 0, "America/St_Johns": 210, "Asia/Kathmandu": -345, "Pacific/Chatham": -825 };
/** What ECMAScript does not define to the last bit, one bit off: an engine that is yet to come. */
const offByADigit = `for (const name of "acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh".split(" ")) {
	const exact = Math[name];
	Math[name] = (...numbers) => exact(...numbers) * (1 + 2 ** -52);
}`;

function run(program, args, env = {}) {
	const { status, stdout, stderr, error } = spawnSync(program, args, {
		encoding: "utf8",
		env: { ...process.env, ...env },
		maxBuffer: 2 ** 26,
	});
	if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed: ${error?.message ?? stderr}`);
	return stdout;
}

/** The program of another Node. */
function nodeOf(major) {
	const folder = join(tmpdir(), "sameas-nodes", major);
	const name = `node-${process.platform}-${process.arch}`;
	const program = join(folder, "node_modules", name, "bin", "node");
	if (!existsSync(program)) {
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, "package.json"), "{}");
		const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
		run("npm", ["install", "--prefix", folder, ...quiet, `${name}@${major}`]);
	}
	return program;
}

/** Each locale in each zone; or each of both once. */
function places() {
	const names = Object.keys(locales);
	if (values.pairs) return Object.keys(zones).map((zone, index) => [names[index % names.length], zone]);
	return names.flatMap((locale) => Object.keys(zones).map((zone) => [locale, zone]));
}

/** One process: what it has answered, and that it was where it was sent. */
function answersIn(program, locale, zone, flags = []) {
	process.stderr.write(`${program} ${flags.length > 0 ? "off by a digit " : ""}${locale} ${zone} …\n`);
	const env = { LC_ALL: locale, LANG: locale, LANGUAGE: "", TZ: zone };
	const answer = JSON.parse(run(program, [...flags, job, samplePath], env));
	if (answer.locale !== locales[locale] || answer.minutesBehind !== zones[zone]) {
		throw new Error(
			`${answer.node} is in ${answer.locale}, ${answer.minutesBehind} minutes behind: not in ${locale}, ${zone}.`,
		);
	}
	return { what: answer.node, locale, zone, hashes: answer.hashes };
}

const folder = mkdtempSync(join(tmpdir(), "sameas-determinism-"));
const samplePath = join(folder, "sample.json");
const runs = [];
try {
	writeFileSync(samplePath, JSON.stringify(makeSample()));
	const programs = values.nodes === "none" ? [process.execPath] : values.nodes.split(",").map(nodeOf);
	for (const program of programs) {
		for (const [locale, zone] of places()) runs.push(answersIn(program, locale, zone));
	}
	const preload = `data:text/javascript,${encodeURIComponent(offByADigit)}`;
	const off = answersIn(process.execPath, "C", "UTC", ["--import", preload]);
	runs.push({ ...off, what: `${off.what}, Math off` });
} finally {
	rmSync(folder, { recursive: true, force: true });
}

const [first] = runs;
const parts = Object.keys(first.hashes);
console.log(
	table(
		["Node", "locale", "zone", ...parts],
		runs.map(({ what, locale, zone, hashes }) => [
			what,
			locale,
			zone,
			...parts.map((part) => hashes[part].slice(0, 12)),
		]),
	),
);
if (values.update) writeFileSync(frozenPath, `${JSON.stringify(first.hashes, null, "\t")}\n`);
const frozen = JSON.parse(readFileSync(frozenPath, "utf8"));
const fault = (says) => {
	console.log(says);
	process.exitCode = 1;
};
for (const part of parts) {
	if (runs.some(({ hashes }) => hashes[part] !== first.hashes[part]))
		fault(`${part}: not the same in all ${runs.length} processes.`);
	if (runs.some(({ hashes }) => hashes[part] !== frozen[part])) {
		fault(`${part}: not the frozen hash. If answers were to change, run with --update and say so in the commit.`);
	}
}
if (!process.exitCode) console.log(`The same in all ${runs.length} processes, and as frozen.`);
