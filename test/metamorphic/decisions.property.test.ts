import fc from "fast-check";
import { createResolver, type Resolver } from "sameas";
import { expect } from "vitest";
import { anySet, options, pool, profileOf, recipes, worldOf } from "./people.js";
import { expectSame, holds } from "./suite.js";

/** Each stricter than the one before. */
const steps = [
	{ review: 0.05, link: 0.3 },
	{ review: 0.3, link: 0.7 },
	{ review: 0.5, link: 0.95 },
	{ review: 0.9, link: 0.95 },
	{ review: 0.97, link: 0.999 },
];
const worlds = pool((records) => {
	const world = worldOf(records);
	const most = Array.from({ length: 12 }, (_, index) =>
		createResolver({ ...options, store: world.store, maxLinks: index + 1 }),
	);
	const strict = steps.map((thresholds) => createResolver({ ...options, store: world.store, thresholds }));
	return { ...world, most, strict };
});

holds(
	20,
	fc.tuple(anySet, recipes, fc.nat(steps.length - 1), fc.nat(steps.length - 1)),
	async ([at, recipe, one, another]) => {
		const { records, strict: resolvers } = worlds(at);
		const profile = profileOf(records, recipe);
		const loose = await (resolvers[Math.min(one, another)] as Resolver).resolve(profile);
		const strict = await (resolvers[Math.max(one, another)] as Resolver).resolve(profile);
		if (strict.decision === "link") expect(loose.decision).toBe("link");
		if (strict.decision === "review") expect(["link", "review"]).toContain(loose.decision);
		// Nothing but the decision hangs on it.
		const { basis } = loose;
		expectSame({ ...strict, basis, decision: "", reason: "" }, { ...loose, decision: "", reason: "" });
		return loose.decision === "link" || loose.decision === "review";
	},
	{ telling: 0.3 },
);

holds(
	21,
	fc.tuple(anySet, recipes, fc.integer({ min: 1, max: 11 })),
	async ([at, recipe, k]) => {
		const { records, most } = worlds(at);
		const profile = profileOf(records, recipe);
		const few = await (most[k - 1] as Resolver).resolve(profile);
		const more = await (most[k] as Resolver).resolve(profile);
		expectSame(few.links, more.links.slice(0, k));
		// Those that are not shown are reckoned as one: the last digits of the rest may differ.
		expect(few.nobody / more.nobody).toBeCloseTo(1, 12);
		return more.links.length > 1;
	},
	{ telling: 0.2 },
);
