/**
 * The long form of the fuzzing suite: `npm run suite:fuzz -- --inputs 1000000 --seed 1`. One input again: `--target NAME
 * --only INDEX` with the same seed. Prints a line for each target; ends with 1 when something did not hold.
 */
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { fuzz, sharesOf } from "./fuzz.js";
import { targets } from "./targets.js";

const { values } = parseArgs({
	options: {
		inputs: { type: "string" },
		seed: { type: "string" },
		target: { type: "string" },
		only: { type: "string" },
	},
});
const inputs = Number(values.inputs ?? 100_000);
const seed = Number(values.seed ?? 1);

// An endless loop would keep this thread from saying where it is.
const where = new Int32Array(new SharedArrayBuffer(8));
const watch = `const { workerData: where } = require("node:worker_threads");
let last = -1, same = 0;
setInterval(() => {
	const now = Atomics.load(where, 0) * 1e9 + Atomics.load(where, 1);
	same = now === last ? same + 1 : 0;
	last = now;
	if (same < 30) return;
	require("node:fs").writeSync(2, "Hangs: target number " + where[0] + ", input " + where[1] + "\\n");
	process.kill(process.pid, "SIGKILL");
}, 1000);`;
new Worker(watch, { eval: true, workerData: where }).unref();

const all = (await targets()).filter(({ name }) => values.target === undefined || name === values.target);
const shares = sharesOf(all, inputs);
console.log(`seed ${seed}, ${inputs} inputs, ${all.length} targets`);
console.log(`${"target".padEnd(50)} ${"inputs".padStart(8)} findings slowest ms   heap MiB     s`);
let found = 0;
let total = 0;
for (const [at, target] of all.entries()) {
	Atomics.store(where, 0, at);
	const from = performance.now();
	const only = values.only === undefined ? {} : { only: Number(values.only) };
	const report = await fuzz(target, {
		seed,
		inputs: shares[at] as number,
		...only,
		onInput: (index) => Atomics.store(where, 1, index),
	});
	found += report.findings.length;
	total += report.inputs;
	const { slowestMs, growthMiB, findings } = report;
	const seconds = (performance.now() - from) / 1000;
	console.log(
		`${target.name.padEnd(50)} ${String(report.inputs).padStart(8)} ${String(findings.length).padStart(8)} ${slowestMs.toFixed(1).padStart(10)} ${growthMiB.toFixed(1).padStart(10)} ${seconds.toFixed(0).padStart(5)}`,
	);
	for (const { index, what } of findings)
		console.log(`  --target "${target.name}" --only ${index} --seed ${seed}: ${what}`);
}
console.log(`${total} inputs, ${found} findings`);
process.exit(found === 0 ? 0 : 1);
