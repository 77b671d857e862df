// One process of the suite of determinism: answers everything in the sample and prints, as JSON, SHA-256 of what it has
// answered, and in which engine, locale and time zone.
// usage: node bench/determinism/job.mjs SAMPLE.json
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fromCsv } from "../../dist/crm.js";
import { dossier, dossierText, handOff, handOffText } from "../../dist/dossier.js";
import { createResolver, evaluate, explain, waterfall } from "../../dist/index.js";
import { train } from "../../dist/train.js";

const text = readFileSync(process.argv[2], "utf8");
const { now, calls, sets } = JSON.parse(text);
const hashes = {};
const hash = (name, value) => {
	hashes[name] ??= createHash("sha256");
	hashes[name].update(JSON.stringify(value)).update("\n");
};

hash("input", text);
hash("readers", [fromCsv(calls), fromCsv(calls, { utcOffset: "-03:30" })]);
for (const { records, cases } of sets) {
	const resolver = createResolver({ records, now });
	for (const { profile } of cases) {
		const resolution = await resolver.resolve(profile);
		hash("resolutions", resolution);
		hash("explanations", [explain(resolution), resolution.links.map((link) => waterfall(link))]);
		const [best] = resolution.links;
		if (best === undefined) continue;
		const told = dossier(resolution, { now, link: best.recordId });
		hash("dossiers", [told, dossierText(told), handOff(told), handOffText(handOff(told))]);
	}
}
const [, { records, cases }] = sets;
hash("evaluation", await evaluate(createResolver({ records, now }), cases, { samples: 50 }));
// Names are believed too little, so that there is something to learn.
const training = train({ records, now, weights: { name: 0.5 } }, cases, { trust: "any" });
if (training.model === undefined) throw new Error("Nothing has been learnt, so that learning is not compared.");
hash("training", training);

console.log(
	JSON.stringify({
		node: process.version,
		locale: Intl.DateTimeFormat().resolvedOptions().locale,
		minutesBehind: new Date(2026, 0, 1).getTimezoneOffset(),
		hashes: Object.fromEntries(Object.entries(hashes).map(([name, sum]) => [name, sum.digest("hex")])),
	}),
);
