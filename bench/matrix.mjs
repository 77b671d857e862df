#!/usr/bin/env node
// Who is found from which network against which CRM: sample payloads of all of them, read, brought together and resolved
// by the built package. Fails where a person is not found, somebody else is linked, or what cannot be told is linked.
// usage: node bench/matrix.mjs --payloads DIR
import { parseArgs } from "node:util";
import * as crm from "../dist/crm.js";
import { createResolver, defaultScorers, emailScorer } from "../dist/index.js";
import * as platforms from "../dist/platforms.js";
import { readMatrix } from "./payloads.mjs";

const { values } = parseArgs({ options: { payloads: { type: "string" } } });
if (values.payloads === undefined) {
	console.error("Say where the payloads are: --payloads DIR");
	process.exit(2);
}
// WordPress, Disqus and Gravatar show the sum of an address.
const scorers = defaultScorers({ defaultCountry: "US" }).map((scorer) =>
	scorer.name === "email" ? emailScorer({ hashes: true }) : scorer,
);
const { columns, rows, unread } = await readMatrix(values.payloads, { createResolver, scorers, crm, platforms });

const short = {
	salesforce: "sf",
	"oracle-b2c-service": "orcl",
	hubspot: "hubs",
	zendesk: "zend",
	intercom: "intc",
	freshdesk: "frsh",
	dynamics: "dyn",
	pipedrive: "pipe",
	google: "goog",
};
const width = Math.max(...rows.map(({ label }) => label.length)) + 2;
const whose = ({ person }) => (person === "undecidable" ? "(cannot be told)" : (person?.key ?? "(nobody known)"));
const names = Math.max(...rows.map((row) => whose(row).length)) + 2;
console.log(" ".repeat(width + names) + columns.map((name) => (short[name] ?? name).padEnd(5)).join(""));
for (const row of rows) {
	const marks = row.cells.map(({ mark }) => mark.padEnd(5)).join("");
	console.log((row.label.padEnd(width) + whose(row).padEnd(names) + marks).trimEnd());
}
console.log(`
✓ linked   ? for a person to look at, the right one first   – on record, not found   · not on record, nobody linked
✗ somebody else
`);

const cells = rows.flatMap((row) => row.cells.map((cell) => ({ ...cell, row })));
const found = cells.filter(({ wanted }) => wanted === "found");
const count = (mark) => found.filter((cell) => cell.mark === mark).length;
console.log(`${found.length} cells with a person to find: ${count("✓")} linked, ${count("?")} for review.`);
const amiss = cells.filter(({ good }) => !good);
for (const { row, column, wanted, decision, first, reason, evidence } of amiss) {
	const bits = evidence.map((one) => `${one.scorer}:${one.level} ${one.bits.toFixed(1)}`).join(", ");
	console.log(
		`${row.label} in ${column}: wanted ${wanted}, came out as ${decision} ${first ?? ""} (${bits || reason})`,
	);
}
for (const path of unread) console.log(`${path}: no reader is for it`);
console.log(
	amiss.length + unread.length === 0 ? "All is as wanted." : `${amiss.length + unread.length} not as wanted.`,
);
process.exit(amiss.length + unread.length === 0 ? 0 : 1);
