#!/usr/bin/env node
// Accuracy of the built package. Without options: invented people, compared with the frozen run in accuracy.frozen.json;
// exits 1 when a figure differs, so that every change of accuracy is seen and meant.
// usage: node bench/accuracy.mjs [--update] [--data DIR]
//   --update     write the figures as the new frozen run
//   --data DIR   real sets instead: DIR/<set>.records.ndjson(.gz) and DIR/<set>.handles.ndjson
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { createResolver } from "../dist/index.js";
import { measure } from "./measure.mjs";
import { makeHandles, makeRecords } from "./people.mjs";

const { values } = parseArgs({ options: { update: { type: "boolean", default: false }, data: { type: "string" } } });
const frozenPath = join(dirname(fileURLToPath(import.meta.url)), "accuracy.frozen.json");

function show(set, view, figures) {
	const { hits1, hits5, recallAtP99, linkPrecision, linkRecall, strangersLinked, brier, ece } = figures;
	const cells = { hits1, hits5, recallAtP99, linkPrecision, linkRecall, strangersLinked, brier, ece };
	console.log(
		`${`${set} ${view}`.padEnd(28)} ${Object.entries(cells)
			.map(([name, value]) => `${name} ${value ?? "–"}`)
			.join("  ")}`,
	);
}

const handleOnly = (cases) =>
	cases.map(({ profile: { platform, handle }, ...rest }) => ({ ...rest, profile: { platform, handle } }));

function readLines(path) {
	const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
	return bytes
		.toString("utf8")
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line));
}

/** A stable number in [0, 1) for an id, to withhold a quarter of the true records. */
function share(id) {
	let hash = 0;
	for (const char of id) hash = Math.imul(hash ^ char.codePointAt(0), 0x9e3779b1) ^ (hash >>> 15);
	return (hash >>> 0) / 4294967296;
}

if (values.data) {
	for (const file of readdirSync(values.data)
		.filter((name) => name.endsWith(".handles.ndjson"))
		.sort()) {
		const set = file.slice(0, -".handles.ndjson".length);
		const handles = readLines(join(values.data, file));
		const withheld = new Set(handles.map(({ truth }) => truth).filter((id) => id && share(id) < 0.25));
		const records = readLines(join(values.data, `${set}.records.ndjson`)).filter(({ id }) => !withheld.has(id));
		const cases = handles.map(({ truth, platform, handle, displayName, bio, location, links }) => ({
			truth: truth && !withheld.has(truth) ? truth : null,
			profile: { platform, handle, displayName, bio, location, links },
		}));
		const resolver = createResolver({ records });
		show(set, "profile", await measure(resolver, cases));
		show(set, "handle only", await measure(resolver, handleOnly(cases)));
	}
} else {
	const figures = {};
	for (const size of [100, 2000, 20000]) {
		const records = makeRecords(size);
		const cases = makeHandles(records, 600);
		const resolver = createResolver({ records });
		for (const [view, list] of [
			["profile", cases],
			["handle only", handleOnly(cases)],
		]) {
			const name = `${size} records, ${view}`;
			figures[name] = await measure(resolver, list);
			show(`${size} records`, view, figures[name]);
		}
	}
	const text = `${JSON.stringify(figures, null, "\t")}\n`;
	if (values.update) {
		writeFileSync(frozenPath, text);
		console.log("Frozen.");
	} else if (!existsSync(frozenPath) || readFileSync(frozenPath, "utf8") !== text) {
		const frozen = existsSync(frozenPath) ? JSON.parse(readFileSync(frozenPath, "utf8")) : {};
		for (const [name, now] of Object.entries(figures)) {
			for (const [figure, value] of Object.entries(now)) {
				const before = frozen[name]?.[figure];
				if (JSON.stringify(before) !== JSON.stringify(value))
					console.log(`changed: ${name}: ${figure} ${JSON.stringify(before)} -> ${JSON.stringify(value)}`);
			}
		}
		console.log(
			"The figures differ from the frozen run. If that is meant, run with --update and say why in the commit.",
		);
		process.exitCode = 1;
	} else {
		console.log("As in the frozen run.");
	}
}
