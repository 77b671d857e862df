#!/usr/bin/env node
// Whether an answer gives away who is a customer: what is said to impostors of customers and to people whom the firm does
// not know, byte for byte, by the built package; and whether a colleague is shown in full what only resembles. Exits 1 when
// two answers differ or a planted value is shown. How long an answer takes is not measured: it depends on how many people
// resemble a profile, so answer at fixed times where that matters.
// usage: npm run suite:disclosure [-- --pairs N]
import { parseArgs } from "node:util";
import { createResolver } from "../dist/index.js";
import { disclose, proofDesk } from "../dist/trust.js";
import { measureViews } from "./views.mjs";

const { values } = parseArgs({ options: { pairs: { type: "string", default: "10000" } } });
const pairs = Number(values.pairs);
if (!Number.isInteger(pairs) || pairs < 100) {
	console.error("Say how many pairs there are, 100 or more: --pairs N");
	process.exit(2);
}
const found = await measureViews(
	{ createResolver, proofDesk, disclose },
	{ pairs, victims: Math.min(2000, pairs / 5) },
);
const levels = Object.entries(found.levels).map(([level, count]) => `${level} ${count}`);
console.log(`${found.pairs} pairs of known and unknown, in public and in private`);
console.log(`  of the known: ${levels.join(", ")}; ${found.linked} are linked`);
console.log(`  pairs that are answered differently: ${found.unequal}; distinct answers: ${found.answers.size}`);
console.log(
	`  people with a proof who hear of their own, and whom colleagues see: ${found.genuine} of ${found.proven}`,
);
console.log(
	`For colleagues: ${found.shown.length} of ${found.planted} values shown that are not to be seen of a claimed person`,
);
const proved = Object.keys(found.levels).some((level) => !["nobody", "none", "claimed"].includes(level));
const failed =
	found.unequal + found.shown.length > 0 || found.answers.size !== 1 || found.genuine < found.proven || proved;
console.log(failed ? "MISSED" : "met: nobody hears who is a customer");
process.exitCode = failed ? 1 : 0;
