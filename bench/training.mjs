#!/usr/bin/env node
// Does training on one population hold on another? Trains on each real set, with labels and without, and evaluates on all
// others: log loss in bits and ECE, built in -> trained. Exits 1 when a model makes another population worse.
// usage: node bench/training.mjs --data DIR [--withhold 0.25]
//   --data DIR        real sets, see sets.mjs
//   --withhold SHARE  right records left out where it is evaluated: another coverage than where it was trained
import { parseArgs } from "node:util";
import { createResolver, evaluate } from "../dist/index.js";
import { train, trainUnlabelled } from "../dist/train.js";
import { readSets } from "./sets.mjs";

const { values } = parseArgs({ options: { data: { type: "string" }, withhold: { type: "string", default: "0.25" } } });
if (!values.data) throw new Error("Which sets? Run with --data DIR.");
const sets = readSets(values.data);
const targets = readSets(values.data, Number(values.withhold));

async function figures({ records, labelled }, model) {
	const { overall } = await evaluate(createResolver({ records, model }), labelled, { samples: 0 });
	const { logLoss, ece, eceByMass, precision, recall } = overall;
	return {
		logLoss: logLoss.value,
		ece: ece.value,
		eceByMass: eceByMass.value,
		precision: precision.value,
		recall: recall.value,
	};
}

const arrow = ({ before, after }) => `${before.toFixed(3)} -> ${after.toFixed(3)}`;
const builtIn = new Map();
for (const set of targets) builtIn.set(set.name, await figures(set));

let worse = 0;
for (const { name, records, labelled } of sets) {
	const trainings = {
		labelled: train({ records }, labelled),
		unlabelled: trainUnlabelled(
			{ records },
			labelled.map(({ profile }) => profile),
		),
	};
	for (const [how, { model, refused, report }] of Object.entries(trainings)) {
		const { logLoss, ece } = report;
		console.log(`\n${name}, ${how}: ${report.profiles} profiles`);
		if (logLoss) console.log(`  cross-validated      log loss ${arrow(logLoss)}${ece ? `  ECE ${arrow(ece)}` : ""}`);
		console.log(refused ? `  refused: ${refused}` : `  ${JSON.stringify(model)}`);
		if (!model) continue;
		for (const target of targets) {
			// On its own people a model with labels has seen the answers; one without has not.
			const own = target.name === name;
			if (own && how === "labelled") continue;
			const before = builtIn.get(target.name);
			const after = await figures(target, model);
			const same = Object.keys(before).every((figure) => before[figure] === after[figure]);
			const bad = after.logLoss > before.logLoss || after.ece > before.ece;
			if (bad && !own) worse++;
			const cells = Object.keys(before).map(
				(figure) => `${figure} ${arrow({ before: before[figure], after: after[figure] })}`,
			);
			console.log(
				`  ${own ? "itself" : "on"} ${own ? "" : target.name}`.padEnd(22),
				same ? "as before" : cells.join("  "),
				bad ? (own ? "(worse)" : "WORSE") : "",
			);
		}
	}
}
// The acceptance rule of src/train.ts was chosen with these sets in view, see docs/training.md.
console.log(worse === 0 ? "\nNo other population got worse." : `\n${worse} other populations got worse.`);
process.exitCode = worse === 0 ? 0 : 1;
