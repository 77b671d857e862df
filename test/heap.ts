/** A process of its own that holds people or has forgotten them, and writes its heap to a file. */
import { writeHeapSnapshot } from "node:v8";
import { createResolver } from "../src/resolver.js";
import { marksOf, plantedRecords } from "./planted.js";

const [how, file] = process.argv.slice(2) as [string, string];
const people = Array.from({ length: 20 }, (_, person) => person);
const resolver = createResolver({
	records: Array.from({ length: 50 }, (_, i) => ({ id: `r${i}`, name: `Maria Lopez${i}`, email: `m${i}@example.org` })),
});

async function ask(): Promise<void> {
	for (const person of people) {
		const [given, family, , , , , , , , handle] = marksOf(person);
		await resolver.resolve({ platform: "x", handle: `${handle}`, displayName: `${given} ${family}` });
	}
}

resolver.add(people.flatMap(plantedRecords));
await ask();
if (how === "forget") for (const person of people) resolver.forget(`a-${marksOf(person)[3]}`);
// Engines keep the last string that an expression was matched with, and a few results of matching.
for (let i = 0; i < 500; i++)
	await resolver.resolve({ platform: "x", handle: `quietfox${i}`, bio: `m${i % 50}@example.org` });
for (let i = 0; i < 5; i++) (globalThis as { gc?: () => void }).gc?.();
writeHeapSnapshot(file);
