#!/usr/bin/env node
// Accuracy of the built package. Without options: invented people, compared with the frozen run in accuracy.frozen.json;
// exits 1 when a figure differs, so that every change of accuracy is seen and meant.
// usage: node bench/accuracy.mjs [--update] [--data DIR]
//   --update     write the figures as the new frozen run
//   --data DIR   real sets instead, see sets.mjs
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createResolver, evaluate } from "../dist/index.js";
import { compareFrozen } from "./frozen.mjs";
import { makeHandles, makeRecords } from "./people.mjs";
import { handleOnly, readSets } from "./sets.mjs";

const { values } = parseArgs({ options: { update: { type: "boolean", default: false }, data: { type: "string" } } });
const frozenPath = join(dirname(fileURLToPath(import.meta.url)), "accuracy.frozen.json");

const round = (value) => Math.round(value * 10000) / 10000;

/** The figures that are frozen and shown; an interval where chance matters most. */
async function measure(resolver, labelled) {
	const { overall, unlinkables } = await evaluate(resolver, labelled, { samples: 0 });
	const { profiles, answerable, decisions, hits1 } = overall;
	const shares = ["hits1", "hits5", "recallAt99", "precision", "recall", "falseLinks"];
	const means = ["mrr", "brier", "logLoss", "ece", "eceByMass"];
	return {
		profiles,
		answerable,
		...Object.fromEntries([...shares, ...means].map((name) => [name, round(overall[name].value)])),
		hits1Interval: [round(hits1.low), round(hits1.high)],
		decisions,
		unlinkables: unlinkables.counts,
	};
}

const shown = [
	"hits1",
	"hits5",
	"recallAt99",
	"precision",
	"recall",
	"falseLinks",
	"brier",
	"logLoss",
	"ece",
	"eceByMass",
];

function show(set, view, figures) {
	const cells = shown.map((name) => `${name} ${Number.isNaN(figures[name]) ? "–" : figures[name]}`);
	console.log(`${`${set} ${view}`.padEnd(28)} ${cells.join("  ")}`);
}

if (values.data) {
	for (const { name, records, labelled } of readSets(values.data)) {
		const resolver = createResolver({ records });
		show(name, "profile", await measure(resolver, labelled));
		show(name, "handle only", await measure(resolver, handleOnly(labelled)));
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
	compareFrozen(frozenPath, figures, values.update);
}
