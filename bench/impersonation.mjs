#!/usr/bin/env node
// Impersonation: 24 families of impostors of invented customers, see impostors.mjs, against the built package; and how often
// people who are who they say they are get an alert. Exits 1 when a target is missed.
// usage: npm run suite:impersonation [-- --victims N] [-- --data DIR]
// DIR holds labelled sets, see sets.mjs: of people with several accounts on a network one is put on record, the other asked.
import { parseArgs } from "node:util";
import { createResolver } from "../dist/index.js";
import { proofDesk } from "../dist/trust.js";
import { shareOf } from "../src/statistics.ts";
import { confusables } from "../src/text/confusable-table.ts";
import { skeleton } from "../src/text/skeleton.ts";
import { above, measureImpostors, measureSeveral, targetsOf } from "./impostors.mjs";
import { readSets } from "./sets.mjs";

const { values } = parseArgs({ options: { victims: { type: "string", default: "2000" }, data: { type: "string" } } });
const victims = Number(values.victims);
if (!Number.isInteger(victims) || victims < 3) {
	console.error("Say how many victims there are, three or more: --victims N");
	process.exit(2);
}
const library = { createResolver, proofDesk, confusables, skeleton };

const percent = (share) => `${(100 * share).toFixed(share > 0 && share < 0.001 ? 4 : 1)} %`;
const shareText = (hits, of) => {
	const { value, low, high } = shareOf(hits, of);
	return `${hits} of ${of} = ${percent(value)} (${percent(low)} to ${percent(high)})`;
};
const levelsText = ({ levels }) =>
	Object.entries(levels)
		.filter(([, count]) => count > 0)
		.map(([level, count]) => `${level} ${count}`)
		.join(", ");

const found = await measureImpostors(library, { victims, progress: (family) => process.stderr.write(`${family}\n`) });
const { rows, honest, residual, characters, totals } = found;
console.log(`${victims} victims in ${found.records} records; shares with their 95 % Wilson intervals\n`);
console.log("family                             apply  linked   above  flagged  no name  another name  levels");
for (const row of rows) {
	const { family, cases, linked, flagged, byHandle } = row;
	const cells = [
		family.padEnd(32),
		String(cases).padStart(7),
		String(linked).padStart(7),
		String(above(row)).padStart(7),
		percent(flagged / cases).padStart(8),
		(byHandle ? percent(byHandle.unnamed / byHandle.cases) : "").padStart(8),
		(byHandle ? percent(byHandle.named / byHandle.cases) : "").padStart(13),
	];
	console.log(`${cells.join(" ")}  ${levelsText(row)}`);
}
console.log("\nLook-alikes flagged where only the handle is alike");
console.log(`  no name is shown: ${shareText(totals.flaggedUnnamed, totals.byHandle)}`);
console.log(`  under another's name: ${shareText(totals.flaggedNamed, totals.byHandle)}`);

console.log("\nPeople who are who they say they are");
for (const { group, flagged, cases, alerts, ...row } of honest) {
	const kinds = Object.entries(alerts).map(([kind, count]) => `${kind} ${count}`);
	console.log(
		`  ${group}: flagged ${shareText(flagged, cases)}; ${levelsText(row)}; alerts: ${kinds.join(", ") || "none"}`,
	);
}
console.log("\nWhat remains: accounts that change hands without a trace, and alarms about rare names");
for (const [what, row] of Object.entries(residual)) {
	console.log(`  ${what}: ${levelsText(row)}; flagged ${shareText(row.flagged, row.cases)}`);
}
if (characters.missed.length > 0)
	console.log(`\nCharacters without an alert: ${characters.missed.slice(0, 50).join(", ")}`);

if (values.data !== undefined) {
	console.log("\nReal people with several accounts on a network");
	for (const { set, cases, flagged, alerts, ...row } of await measureSeveral(
		library,
		readSets(values.data, { withhold: 0 }),
	)) {
		if (cases === 0) continue;
		const kinds = Object.entries(alerts).map(([kind, count]) => `${kind} ${count}`);
		console.log(
			`  ${set}: flagged ${shareText(flagged, cases)}; ${levelsText(row)}; alerts: ${kinds.join(", ") || "none"}`,
		);
	}
}

console.log("");
for (const { target, hits, of, met } of targetsOf(found)) {
	console.log(`${met ? "met   " : "MISSED"} ${target}: ${shareText(hits, of)}`);
	if (!met) process.exitCode = 1;
}
