#!/usr/bin/env node
// Accuracy of the built package. Without options: invented people, compared with the frozen run in accuracy.frozen.json;
// exits 1 when a figure differs, so that every change of accuracy is seen and meant.
// usage: node bench/accuracy.mjs [--update] [--data DIR [--rounds 4]]
//   --update     write the figures as the new frozen run
//   --data DIR   real sets instead, see sets.mjs: mean and spread over so many choices of the people whose records are
//                withheld, as an answer to "is this chance?"
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createResolver, evaluate } from "../dist/index.js";
import { decoysOf } from "./decoys.mjs";
import { compareFrozen } from "./frozen.mjs";
import { makeHandles, makeRecords } from "./people.mjs";
import { handleOnly, readSets, salts, withoutDisplayName } from "./sets.mjs";

const { values } = parseArgs({
	options: {
		update: { type: "boolean", default: false },
		data: { type: "string" },
		rounds: { type: "string", default: "4" },
	},
});
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

/** Mean and standard deviation of each figure that is shown, over several measurements. */
function spread(measured) {
	return Object.fromEntries(
		shown.map((name) => {
			const list = measured.map((figures) => figures[name]);
			const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
			const deviation = Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (list.length - 1 || 1));
			return [name, `${mean.toFixed(3)} ± ${deviation.toFixed(3)}`];
		}),
	);
}

/** What handles lose without the rest of the profile, and how much of that without the display name alone. */
function showLoss(set, profile, unnamed, handle) {
	const loss = profile - handle;
	const named = profile - unnamed;
	console.log(
		`${`${set} display name`.padEnd(28)} hits1 ${round(profile)} -> ${round(unnamed)} without it -> ${round(handle)} with the handle only: ` +
			`it explains ${round(named)} of ${round(loss)}`,
	);
}

/** The most that may be linked to a namesake of whom nothing else is known. */
const MOST_DECOYS = 0.01;

function showDecoys(set, { people, toDecoy, atAll }) {
	const share = ({ hits, value, low, high }) => `${hits} (${round(value)}, ${round(low)} to ${round(high)})`;
	console.log(
		`${`${set} decoys`.padEnd(28)} ${people} linked people, each with a namesake added: ` +
			`linked to the namesake ${share(toDecoy)}, at all ${share(atAll)}`,
	);
	if (toDecoy.hits <= MOST_DECOYS * people) return;
	console.log("That is more than one in a hundred.");
	process.exitCode = 1;
}

if (values.data) {
	const views = { profile: (list) => list, "no display name": withoutDisplayName, "handle only": handleOnly };
	const measured = new Map();
	const decoys = [];
	for (const salt of salts(Number(values.rounds))) {
		for (const { name, records, labelled } of readSets(values.data, { salt })) {
			const resolver = createResolver({ records });
			const of = measured.get(name) ?? {};
			measured.set(name, of);
			// Many sets hold nothing but handles: then all views are the same.
			const seen = new Map();
			for (const [view, change] of Object.entries(views)) {
				const list = change(labelled);
				const text = JSON.stringify(list);
				if (!seen.has(text)) seen.set(text, await measure(resolver, list));
				of[view] ??= [];
				of[view].push(seen.get(text));
			}
			if (salt === salts(1)[0]) decoys.push([name, await decoysOf(records, labelled)]);
		}
	}
	for (const [name, of] of measured) {
		for (const view of ["profile", "handle only"]) show(name, view, spread(of[view]));
		const hits = (view) => of[view].reduce((sum, { hits1 }) => sum + hits1, 0) / of[view].length;
		showLoss(name, hits("profile"), hits("no display name"), hits("handle only"));
	}
	for (const [name, figures] of decoys) showDecoys(name, figures);
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
		const hits = (view) => figures[`${size} records, ${view}`].hits1;
		// Invented profiles hold nothing but a handle and a display name.
		showLoss(`${size} records`, hits("profile"), hits("handle only"), hits("handle only"));
	}
	const records = makeRecords(5000);
	const decoys = await decoysOf(records, makeHandles(records, 3000));
	figures["5000 records, decoys"] = { people: decoys.people, toDecoy: decoys.toDecoy.hits, atAll: decoys.atAll.hits };
	showDecoys("5000 records", decoys);
	compareFrozen(frozenPath, figures, values.update);
}
