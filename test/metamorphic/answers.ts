import { createHash } from "node:crypto";
import fc from "fast-check";
import { anySet, pool, profileOf, recipes, worldOf } from "./people.js";
import { SEED } from "./suite.js";

/**
 * Answers to so many questions, for a process that is told the locale and the time zone it is in: prints a hash of each
 * and what the machine would show a person, so that it can be seen that these differ.
 */
const count = Number(process.argv[2]);
const plain = pool((records) => worldOf(records));
for (const [at, recipe] of fc.sample(fc.tuple(anySet, recipes), { numRuns: count, seed: SEED })) {
	const { records, resolver } = plain(at);
	const answer = JSON.stringify(await resolver.resolve(profileOf(records, recipe)));
	console.log(createHash("sha256").update(answer).digest("base64url"));
}
console.log(new Date(0).toLocaleString());
