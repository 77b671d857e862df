#!/usr/bin/env node
// Does training on one population hold on another? Trains on each real set, with labels and without, and evaluates on all
// others, with the right records of other people withheld each time. Exits 1 when a model, or an advised coverage on its
// own people, makes log loss or calibration worse than no training.
// usage: node bench/training.mjs --data DIR [--withhold 0.25] [--rounds 4]
//   --data DIR        real sets, see sets.mjs
//   --withhold SHARE  right records left out where it is evaluated: another coverage than where it was trained
//   --rounds N        choices of the people whose records are left out
import { parseArgs } from "node:util";
import { createResolver, evaluate } from "../dist/index.js";
import { train, trainUnlabelled } from "../dist/train.js";
import { readSets, salts } from "./sets.mjs";

const { values } = parseArgs({
	options: {
		data: { type: "string" },
		withhold: { type: "string", default: "0.25" },
		rounds: { type: "string", default: "4" },
	},
});
if (!values.data) {
	console.error("Which sets? Run with --data DIR.");
	process.exit(2);
}

/** Figures that differ by less, in bits or as a share, are the same. */
const NOISE = 0.0005;

async function figures({ records, labelled }, options) {
	const { overall } = await evaluate(createResolver({ records, ...options }), labelled, { samples: 0 });
	return { logLoss: overall.logLoss.value, ece: overall.ece.value };
}

const arrow = (before, after) => `${before.toFixed(4)} -> ${after.toFixed(4)}`;
const counts = { trainings: 0, models: 0, advices: 0, worse: 0 };

/** Shows the figures of one set, and counts it when the later ones are worse. */
function compare(what, before, after) {
	const isWorse = after.logLoss > before.logLoss + NOISE || after.ece > before.ece + NOISE;
	if (isWorse) counts.worse++;
	console.log(
		`    ${what.padEnd(32)} log loss ${arrow(before.logLoss, after.logLoss)}  ECE ${arrow(before.ece, after.ece)}${isWorse ? "  WORSE" : ""}`,
	);
}

async function judge(how, set, targets, { model, refused, report }) {
	const { profiles, logLoss, ece, coverage } = report;
	counts.trainings++;
	const advice = coverage === undefined ? "no coverage" : `coverage ${coverage}`;
	console.log(`  ${set.name}, ${how}, ${profiles} profiles: ${model ? JSON.stringify(model) : "no model"}, ${advice}`);
	if (!logLoss) console.log(`    ${refused}`);
	// With labels the report is cross-validated at the truth; without, at the model's own opinion, which proves nothing.
	if (ece) {
		const at = (which) => ({ logLoss: logLoss[which], ece: ece[which] });
		compare("with the model, cross-validated", at("before"), at("after"));
		if (coverage !== undefined) compare("as advised, cross-validated", at("after"), at("advised"));
	}
	if (coverage !== undefined) counts.advices++;
	if (model) counts.models++;
	if (how === "unlabelled" && (model || coverage !== undefined)) {
		// Nobody has told it the answers, so that its own people can judge it.
		compare("on its own people", await figures(set), await figures(set, { model, coverage }));
	}
	if (!model) return;
	for (const target of targets) {
		if (target.name === set.name) continue;
		compare(`on ${target.name}`, await figures(target), await figures(target, { model }));
	}
}

for (const salt of salts(Number(values.rounds))) {
	console.log(`\nrecords withheld by "${salt}"`);
	const targets = readSets(values.data, { salt, withhold: Number(values.withhold) });
	for (const set of readSets(values.data, { salt })) {
		const { records, labelled } = set;
		await judge("labelled", set, targets, train({ records }, labelled, { trust: "any" }));
		const profiles = labelled.map(({ profile }) => profile);
		await judge("unlabelled", set, targets, trainUnlabelled({ records }, profiles));
	}
}

// The acceptance rule of src/training/selection.ts was chosen with these sets in view, see docs/training.md.
const { trainings, models, advices, worse } = counts;
console.log(
	`\n${trainings} trainings, ${models} models, ${advices} coverages advised; ${worse} times something got worse.`,
);
process.exitCode = worse === 0 ? 0 : 1;
