#!/usr/bin/env node
// Does training on one population hold on another? Trains on each real set, with labels and without, and evaluates on all
// others: log loss in bits and ECE, built in -> trained. Exits 1 when a model makes another population worse. The coverage
// that a report advises is no part of a model: it is judged on the set's own people only.
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
const targets = readSets(values.data, { withhold: Number(values.withhold) });

async function figures({ records, labelled }, options) {
	const { overall } = await evaluate(createResolver({ records, ...options }), labelled, { samples: 0 });
	const { logLoss, ece, eceByMass, precision, recall } = overall;
	return {
		logLoss: logLoss.value,
		ece: ece.value,
		eceByMass: eceByMass.value,
		precision: precision.value,
		recall: recall.value,
	};
}

const arrow = ({ before, after, advised }) =>
	`${before.toFixed(4)} -> ${after.toFixed(4)}${advised === undefined ? "" : ` (${advised.toFixed(4)} with the advised coverage)`}`;
const builtIn = new Map();
for (const set of targets) builtIn.set(set.name, await figures(set));

let models = 0;
let worse = 0;
for (const { name, records, labelled } of sets) {
	const profiles = labelled.map(({ profile }) => profile);
	const trainings = { labelled: train({ records }, labelled), unlabelled: trainUnlabelled({ records }, profiles) };
	for (const [how, { model, refused, report }] of Object.entries(trainings)) {
		const { logLoss, ece, coverage } = report;
		console.log(`\n${name}, ${how}: ${report.profiles} profiles`);
		if (logLoss) console.log(`  cross-validated      log loss ${arrow(logLoss)}${ece ? `  ECE ${arrow(ece)}` : ""}`);
		if (coverage !== undefined) console.log(`  coverage advised     ${coverage}`);
		if (coverage !== undefined && how === "unlabelled") {
			// Nobody has told it the answers, so that they can judge it.
			const own = { name, records, labelled };
			compare("with it, at labels", await figures(own), await figures(own, { model, coverage }));
		}
		console.log(refused ? `  refused: ${refused}` : `  ${JSON.stringify(model)}`);
		if (!model) continue;
		models++;
		for (const target of targets) {
			// On its own people a model with labels has seen the answers; one without has not.
			const own = target.name === name;
			if (own && how === "labelled") continue;
			const bad = compare(
				`on ${own ? "itself" : target.name}`,
				builtIn.get(target.name),
				await figures(target, { model }),
			);
			if (bad && !own) worse++;
		}
	}
}

/** Shows the figures, and says whether the later ones are worse. */
function compare(what, before, after) {
	const bad = after.logLoss > before.logLoss || after.ece > before.ece;
	const cells = Object.keys(before).map(
		(figure) => `${figure} ${arrow({ before: before[figure], after: after[figure] })}`,
	);
	console.log(`  ${what}`.padEnd(22), cells.join("  "), bad ? "WORSE" : "");
	return bad;
}

// The acceptance rule of src/training/selection.ts was chosen with these sets in view, see docs/training.md.
console.log(`\n${models} models; ${worse} times another population got worse.`);
process.exitCode = worse === 0 ? 0 : 1;
