// Same-name decoys: what happens to people who are linked rightly when a second record of the same name, and nothing else,
// comes into the record set.
import { createResolver, evaluate } from "../dist/index.js";

/** One profile of each person who is linked, at most `count`. */
async function linkedOf(resolver, labelled, count) {
	const linked = new Map();
	for (const one of labelled) {
		if (linked.size === count) break;
		if (one.truth === null || linked.has(one.truth)) continue;
		const { decision, links } = await resolver.resolve(one.profile);
		if (decision === "link" && links[0].recordId === one.truth) linked.set(one.truth, one);
	}
	return [...linked.values()];
}

const decoyOf = (id) => `decoy of ${id}`;

/** Shares of their profiles that are linked to the decoy, and linked at all, each with its Wilson interval. */
export async function decoysOf(records, labelled, count = 500) {
	const resolver = createResolver({ records });
	const linked = await linkedOf(resolver, labelled, count);
	resolver.add(linked.map(({ truth }) => ({ id: decoyOf(truth), names: resolver.get(truth).names })));
	// Where the decoy is said to be right, the links to it are the recall; where nobody is, all links are false.
	const toDecoy = await evaluate(
		resolver,
		linked.map((one) => ({ ...one, truth: decoyOf(one.truth) })),
		{ samples: 0 },
	);
	const toAnybody = await evaluate(
		resolver,
		linked.map((one) => ({ ...one, truth: null })),
		{ samples: 0 },
	);
	return { people: linked.length, toDecoy: toDecoy.overall.recall, atAll: toAnybody.overall.falseLinks };
}
