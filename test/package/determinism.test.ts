import { join } from "node:path";
import { expect, it } from "vitest";
import { root, run } from "./places.js";

/**
 * A fixed sample, asked in every locale and time zone and on an engine whose Math is off in the last digit. The hashes of
 * all answers are in bench/determinism.frozen.json, so that CI on another Node notices a difference. After a change that is
 * meant to change answers: `npm run build && node bench/determinism.mjs --nodes none --pairs --update`, and say so in the
 * commit. `npm run suite:determinism` fetches other Nodes and asks them all.
 */
it("answers alike to the last digit in every locale and time zone, and as frozen", { timeout: 300_000 }, async () => {
	const said = await run(root, process.execPath, join("bench", "determinism.mjs"), "--nodes", "none", "--pairs");
	expect(said).toContain("The same in all 5 processes, and as frozen.");
});
