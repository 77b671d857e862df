#!/usr/bin/env node
// What interactions gain: a firm's calls, mails and tickets beside what people say in public, see firm.mjs. Compared with
// the frozen run in timelines.frozen.json; exits 1 when a figure differs, or when an impostor has proof of anything.
// usage: node bench/timelines.mjs [--update]
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createResolver, evaluate } from "../dist/index.js";
import { makeFirm } from "./firm.mjs";
import { compareFrozen } from "./frozen.mjs";

const { values } = parseArgs({ options: { update: { type: "boolean", default: false } } });
const round = (value) => (Number.isNaN(value) ? null : Math.round(value * 10000) / 10000);
const figuresOf = (from, names) => Object.fromEntries(names.map((name) => [name, round(from[name].value)]));

/** The same people, and nothing that they say. */
const silent = (cases) =>
	cases.map(({ profile: { posts, interactions, ...profile }, ...rest }) => ({ ...rest, profile }));

async function measure(resolver, cases) {
	const { overall, groups } = await evaluate(resolver, cases, { samples: 0 });
	const known = ["customers", "namesakes"].filter((name) => groups[name]);
	const strangers = ["strangers", "outage strangers", "impostors"];
	return {
		...figuresOf(overall, ["hits1", "recallAt99", "recall", "precision", "falseLinks", "ece", "logLoss"]),
		...Object.fromEntries(known.map((name) => [name, figuresOf(groups[name], ["hits1", "recall"])])),
		...Object.fromEntries(
			strangers.map((name) => [name, { links: groups[name].decisions.link, of: groups[name].profiles }]),
		),
	};
}

/** Impostors: links that only the quoted number makes, and evidence that anybody but the holder controls. */
async function impostorsIn(resolver, cases) {
	let byNumber = 0;
	let proof = 0;
	for (const { group, profile } of cases) {
		if (group !== "impostors") continue;
		const { posts, ...mute } = profile;
		const said = await resolver.resolve(profile);
		const before = await resolver.resolve(mute);
		if (said.decision === "link" && before.decision !== "link") byNumber++;
		proof += said.links.flatMap(({ evidence }) => evidence).filter(({ controller }) => controller !== "holder").length;
	}
	return { byNumber, proof };
}

const figures = {};
for (const size of [300, 3000]) {
	const { records, cases } = makeFirm(size, 600);
	const resolver = createResolver({ records });
	for (const [view, list] of [
		["names", silent(cases)],
		["names + interactions", cases],
	]) {
		const measured = await measure(resolver, list);
		figures[`${size} records, ${view}`] = measured;
		console.log(`${size} records, ${view}`);
		const cells = Object.entries(measured).map(([name, value]) =>
			typeof value === "object" && value !== null
				? `${name}: ${Object.entries(value)
						.map(([key, each]) => `${key} ${each}`)
						.join(", ")}`
				: `${name} ${value}`,
		);
		console.log(`  ${cells.slice(0, 7).join("  ")}\n  ${cells.slice(7).join("; ")}`);
	}
	const impostors = await impostorsIn(resolver, cases);
	figures[`${size} records, impostors`] = impostors;
	console.log(
		`${size} records, impostors\n  linked by the quoted number ${impostors.byNumber}, pieces of proof ${impostors.proof}`,
	);
	if (impostors.proof > 0) process.exitCode = 1;
}

compareFrozen(join(dirname(fileURLToPath(import.meta.url)), "timelines.frozen.json"), figures, values.update);
