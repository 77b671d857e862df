#!/usr/bin/env node
// Whether people are found alike whatever their names: the same invented people in the names and scripts of many cultures, see
// fairness/population.mjs, with the names equally concentrated and as at home. Exits 1 when the best and the worst group with
// equal concentration are too far apart, or when fame sways an answer.
// usage: node bench/fairness.mjs [--count 400] [--seed 1] [--group NAME]
import { parseArgs } from "node:util";
import * as sameas from "../dist/index.js";
import { groups } from "./fairness/cultures.mjs";
import { measureGroup, swayedBy } from "./fairness/measure.mjs";
import { EQUAL, makeGroup } from "./fairness/population.mjs";

/** Points of hits@1 between the best and the worst group with equal concentration. */
const MOST_APART = 0.05;

const { values } = parseArgs({
	options: {
		count: { type: "string", default: "400" },
		seed: { type: "string", default: "1" },
		group: { type: "string" },
	},
});
const count = Number(values.count);
const seed = Number(values.seed);
const asked = groups.filter(({ name }) => values.group === undefined || name === values.group);

const percent = (value) => (100 * value).toFixed(1);
const withInterval = ({ value, low, high }) => `${percent(value)} (${percent(low)} to ${percent(high)})`;
const titleOf = ({ name, script = "Latin" }) => `${name}, ${script}`;

const columns = {
	"recalled %": ({ recalled }) => percent(recalled.value),
	"hits@1 % (95 %)": ({ hits1 }) => withInterval(hits1),
	"linked %": ({ linked }) => percent(linked.value),
	"wrong links %": ({ wrongLinks }) => withInterval(wrongLinks),
	"false links %": ({ falseLinks }) => withInterval(falseLinks),
	"mean probability": ({ meanProbability }) => meanProbability.toFixed(3),
	ece: ({ ece }) => ece.toFixed(3),
};

function show(title, measured) {
	console.log(`\n${title}\n`);
	const heads = ["names", "shape", ...Object.keys(columns)];
	console.log(`| ${heads.join(" | ")} |\n|${heads.map(() => "---|").join("")}`);
	for (const [group, figures] of measured) {
		const cells = [titleOf(group), group.shape, ...Object.values(columns).map((cell) => cell(figures))];
		console.log(`| ${cells.join(" | ")} |`);
	}
}

/** The groups with the least and the most of a figure. */
function extremes(measured, of) {
	const ascending = [...measured].sort(([, a], [, b]) => of(a) - of(b));
	return [ascending[0], ascending.at(-1)];
}

function summary(all) {
	const measured = all.filter(([{ unread }]) => !unread);
	const [worst, best] = extremes(measured, ({ hits1 }) => hits1.value);
	const apart = best[1].hits1.value - worst[1].hits1.value;
	console.log(
		`\nhits@1: ${percent(worst[1].hits1.value)} (${titleOf(worst[0])}) to ${percent(best[1].hits1.value)} (${titleOf(best[0])}), ` +
			`${percent(apart)} points apart`,
	);
	const [fewest, most] = extremes(measured, ({ falseLinks }) => falseLinks.value);
	console.log(
		`false links: ${fewest[1].falseLinks.hits} (${titleOf(fewest[0])}) to ${most[1].falseLinks.hits} (${titleOf(most[0])}) ` +
			`of ${most[1].falseLinks.of}`,
	);
	const [, least] = extremes(measured, ({ ece }) => ece);
	console.log(`ece: at most ${least[1].ece.toFixed(3)} (${titleOf(least[0])})`);
	return apart;
}

async function measure(commonOf) {
	const measured = [];
	for (const group of asked) {
		measured.push([group, await measureGroup(sameas, makeGroup(group, { count, seed, common: commonOf(group) }))]);
	}
	return measured;
}

console.log(`${count} people and as many strangers in each group`);
const equal = await measure(() => EQUAL);
show("Equal concentration", equal);
const apart = summary(equal);
const atHome = await measure(({ culture }) => culture.common);
show("Concentration as at home", atHome);
summary(atHome);

let swayed = 0;
for (const group of asked) swayed += await swayedBy(sameas, makeGroup(group, { count: 100, seed, common: EQUAL }));
console.log(`\nanswers swayed by followers, likes and badges: ${swayed} of ${asked.length * 200}`);
if (swayed > 0) process.exitCode = 1;
if (apart > MOST_APART) {
	console.log(`That is more than ${percent(MOST_APART)} points.`);
	process.exitCode = 1;
}
