#!/usr/bin/env node
// What do hostile labels do? Trains on the invented population with honest labels, and again with hostile ones among them, from
// one agent and from many; judges both by profiles that were not learnt from. Exits 1 when false links rise by more than 0.1
// points or a weight is more than 0.5 bits off.
// usage: node bench/poisoning.mjs [--people 800] [--labels 1000] [--judged 2000] [--rounds 2]
//   --rounds N  trainings one after the other, each from the model before it, with hostile labels in all of them
import { parseArgs } from "node:util";
import { createResolver, defaultScorers, evaluate } from "../dist/index.js";
import { train } from "../dist/train.js";
import { honest, hostile, superstition } from "./hostile.mjs";

const { values } = parseArgs({
	options: {
		people: { type: "string", default: "800" },
		labels: { type: "string", default: "1000" },
		judged: { type: "string", default: "2000" },
		rounds: { type: "string", default: "2" },
	},
});
const [people, labels, judged, rounds] = ["people", "labels", "judged", "rounds"].map((name) => Number(values[name]));
const MOST_POINTS = 0.1;
const MOST_BITS = 0.5;
const builtIn = { format: "sameas-model", version: 1 };

/** Trainings one after the other; one that is refused leaves the model as it is. */
function trained(set, scorers, extra) {
	let model = builtIn;
	let report;
	for (let round = 0; round < rounds; round++) {
		const training = train({ records: set.records, scorers }, [...extra(round), ...set.labels], { previous: model });
		model = training.model ?? model;
		report = training.report;
	}
	return { model, report };
}

async function judgedBy(set, scorers, { model, report }) {
	const resolver = createResolver({ records: set.records, scorers, model, coverage: report.coverage });
	const { overall } = await evaluate(resolver, set.judged, { samples: 0 });
	let wrong = 0;
	const bits = new Map();
	for (const { profile, truth } of set.judged) {
		const { decision, links } = await resolver.resolve(profile);
		if (decision === "link" && links[0].recordId !== truth) wrong++;
		const right = links.find(({ recordId }) => recordId === truth);
		for (const { scorer, bits: said } of right?.evidence ?? []) {
			const sums = bits.get(scorer) ?? { sum: 0, count: 0 };
			bits.set(scorer, { sum: sums.sum + said, count: sums.count + 1 });
		}
	}
	return { wrong: (100 * wrong) / set.judged.length, recall: 100 * overall.recall.value, model, bits };
}

/** How far the weights of two models are apart, in bits: levels, and what a scorer adds to a right record on average. */
function apart(one, other, scorers) {
	const levels = scorers.flatMap(({ name, levels }) =>
		Object.entries(levels).map(([level, builtIn]) => {
			const [a, b] = [one, other].map(({ model }) => model.levels?.[name]?.[level] ?? builtIn);
			return Math.abs(Math.log2(a.m / a.u) - Math.log2(b.m / b.u));
		}),
	);
	const slopes = scorers.map(({ name }) => {
		const { sum = 0, count = 1 } = one.bits.get(name) ?? {};
		const slope = one.model.slopes?.[name] ?? 1;
		return slope === 0 ? 0 : Math.abs((sum / count) * ((other.model.slopes?.[name] ?? 1) / slope - 1));
	});
	return Math.max(...levels, ...slopes);
}

let failures = 0;
for (const bios of [false, true]) {
	const scorers = bios ? [...defaultScorers(), superstition] : defaultScorers();
	const set = honest({ people, labels, judged, bios });
	const clean = await judgedBy(
		set,
		scorers,
		trained(set, scorers, () => []),
	);
	console.log(
		`\n${bios ? "built-in scorers and one that knows nothing" : "built-in scorers"}: ${labels} honest labels, ${judged} judged`,
	);
	console.log(
		`  honest labels alone: false links ${clean.wrong.toFixed(2)} %, recall ${clean.recall.toFixed(1)} %, ${JSON.stringify(clean.model)}`,
	);
	const one = Math.round(labels / 100);
	const attacks = [
		["1 % by one agent", { count: one, givers: 1 }],
		["1 % by as many agents", { count: one, givers: one }],
		["20 % by one agent", { count: 20 * one, givers: 1 }],
		["20 % that nobody proved", { count: 20 * one, givers: 20 * one, assurance: "claimed" }],
	];
	for (const how of bios ? ["lucky", "denies"] : ["claims", "denies"]) {
		for (const [what, attack] of attacks) {
			const poisoned = trained(set, scorers, (round) => hostile(set, { how, seed: 2 + round, ...attack }));
			const result = await judgedBy(set, scorers, poisoned);
			const [points, bits] = [result.wrong - clean.wrong, apart(clean, result, scorers)];
			const fails = points > MOST_POINTS + 1e-9 || bits > MOST_BITS;
			if (fails) failures++;
			const out = (poisoned.report.leftOut ?? []).map(({ reason, labels }) => `${labels} by ${reason}`).join(", ");
			console.log(
				`  ${how}, ${what}`.padEnd(38) +
					`false links ${points >= 0 ? "+" : ""}${points.toFixed(2)} points, recall ${result.recall.toFixed(1)} %, weights ${bits.toFixed(3)} bits off, left out: ${out || "none"}${fails ? "  FAILS" : ""}`,
			);
		}
	}
}
console.log(`\n${failures} failures.`);
process.exitCode = failures === 0 ? 0 : 1;
