// One measurement in a process of its own, so that none pays for another's garbage: { kind, ... } in, figures out, both JSON.
import { describe, measure } from "./measure.mjs";
import { profile } from "./profile.mjs";

const kinds = {
	describe,
	measure,
	profile,
	section: async ({ name, ...options }) => (await import("./sections.mjs")).sections[name](options),
};
const { kind, ...options } = JSON.parse(process.argv[2]);
console.log(JSON.stringify(await kinds[kind](options)));
