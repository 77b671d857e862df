import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestMatching, type Clash } from "../../src/assigning/matching.js";
import { type Assignable, type AssignOptions, assign, type Decision } from "../../src/index.js";

const people = ["C-1", "C-2", "C-3", "C-4"];

/** A handle on one of two platforms with one to three records, all within reach of each other. */
const found = fc.record({
	platform: fc.constantFrom("x", "github"),
	decision: fc.constantFrom<Decision>("link", "review", "link", "review", "none"),
	links: fc.uniqueArray(
		fc.record({ recordId: fc.constantFrom(...people), quarters: fc.integer({ min: 16, max: 31 }) }),
		{
			minLength: 1,
			maxLength: 3,
			selector: ({ recordId }) => recordId,
		},
	),
});

/** Resolutions of as many handles. Each handle's bits have their own fraction, so that no two sums are equal. */
const batch = fc.array(found, { minLength: 1, maxLength: 6 }).map((list): Assignable[] =>
	list.map(({ platform, decision, links }, at) => ({
		profile: { platform, handle: `h${at}` },
		decision,
		links: links
			.map(({ recordId, quarters }, place) => ({
				recordId,
				duplicates: [],
				bits: quarters / 4 + 2 ** -(3 * at + place + 3),
			}))
			.sort((a, b) => b.bits - a.bits),
	})),
);
const apart = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 2, selector: ([a, b]) => `${a} ${b}` });
const options = apart.map(
	(pairs): AssignOptions => ({
		marginBits: 0,
		differentPeople: pairs.flatMap(([a, b]) =>
			["x", "github"].flatMap((one) => ["x", "github"].map((other) => [`${one}:h${a}`, `${other}:h${b}`] as const)),
		),
	}),
);

const names = ({ decision }: { readonly decision: Decision }): boolean => decision === "link" || decision === "review";
const nameOf = ({ profile }: Assignable): string => `${profile.platform}:${profile.handle}`;

/** All ways to share out people, one after the other: the one with the most bits. */
function bestByTrying(
	resolutions: readonly Assignable[],
	{ differentPeople = [] }: AssignOptions,
): (string | undefined)[] {
	let best: { total: number; choice: (string | undefined)[] } = { total: -1, choice: [] };
	const exclude = (a: Assignable, b: Assignable): boolean =>
		a.profile.platform === b.profile.platform ||
		differentPeople.some(([one, other]) => [nameOf(a), nameOf(b)].sort().join() === [one, other].sort().join());
	const go = (at: number, choice: (string | undefined)[], total: number): void => {
		const resolution = resolutions[at];
		if (resolution === undefined) {
			if (total > best.total) best = { total, choice };
			return;
		}
		go(at + 1, [...choice, undefined], total);
		if (!names(resolution)) return;
		const [{ bits: most = 0 } = {}] = resolution.links;
		for (const { recordId, bits } of resolution.links) {
			if (bits <= most - 4) continue;
			const isFree = choice.every(
				(other, place) => other !== recordId || !exclude(resolution, resolutions[place] as Assignable),
			);
			if (isFree) go(at + 1, [...choice, recordId], total + bits);
		}
	};
	go(0, [], 0);
	return best.choice;
}

describe("assign", () => {
	it("finds what trying all ways finds", () => {
		fc.assert(
			fc.property(batch, options, (resolutions, given) => {
				const { handles } = assign(resolutions, given);
				expect(handles.map(({ recordId }) => recordId)).toEqual(bestByTrying(resolutions, given));
			}),
			{ numRuns: 1000 },
		);
	});

	it("gives nobody two handles on a platform, makes no link, and says all that it changes", () => {
		fc.assert(
			fc.property(batch, fc.integer({ min: 0, max: 4 }), (resolutions, marginBits) => {
				const { handles, changes } = assign(resolutions, { marginBits });
				const linked = handles.flatMap(({ decision, recordId }, at) =>
					decision === "link" ? `${resolutions[at]?.profile.platform} ${recordId}` : [],
				);
				expect(new Set(linked).size).toBe(linked.length);
				for (const [at, { decision, recordId }] of handles.entries()) {
					const { decision: before, links } = resolutions[at] as Assignable;
					if (decision === "link") expect([before, recordId]).toEqual(["link", links[0]?.recordId]);
					const changed = decision !== before || (names({ decision }) && recordId !== links[0]?.recordId);
					expect(changes.some(({ index }) => index === at)).toBe(changed);
				}
			}),
		);
	});

	it("changes nothing where nobody is in another's way", () => {
		fc.assert(
			fc.property(batch, (resolutions) => {
				const firsts = resolutions
					.filter(names)
					.map(({ profile, links }) => `${profile.platform} ${links[0]?.recordId}`);
				fc.pre(new Set(firsts).size === firsts.length);
				expect(assign(resolutions).changes).toEqual([]);
			}),
		);
	});

	it("does not depend on the order, also where sums are equal", () => {
		const shuffled = batch.chain((resolutions) => {
			const rounded = resolutions.map(({ links, ...rest }) => ({
				...rest,
				links: links.map((link) => ({ ...link, bits: Math.floor(link.bits) })),
			}));
			return fc.tuple(fc.constant(rounded), fc.shuffledSubarray([...rounded.keys()], { minLength: rounded.length }));
		});
		fc.assert(
			fc.property(shuffled, options, ([resolutions, order], given) => {
				const one = assign(resolutions, given);
				const other = assign(
					order.map((at) => resolutions[at] as Assignable),
					given,
				);
				expect(other.handles).toEqual(order.map((at) => one.handles[at]));
				const reasons = (changes: typeof one.changes, of = (at: number): number => at): unknown =>
					changes.map(({ index, cause, reason }) => [of(index), cause, reason]).sort();
				expect(reasons(other.changes, (at) => order[at] as number)).toEqual(reasons(one.changes));
			}),
			{ numRuns: 500 },
		);
	});
});

describe("bestMatching", () => {
	const size = { minLength: 1, maxLength: 5 };
	const problem = fc
		.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
		.chain(([rows, columns]) =>
			fc.record({
				weights: fc.array(fc.array(fc.integer({ min: -2, max: 9 }), { minLength: columns, maxLength: columns }), {
					...size,
					minLength: rows,
					maxLength: rows,
				}),
				groupOf: fc.array(fc.constantFrom("a", "b", "c"), { minLength: columns, maxLength: columns }),
				clashes: fc.array(fc.tuple(fc.nat(rows - 1), fc.nat(rows - 1), fc.constantFrom("a", "b", "c")), {
					maxLength: 3,
				}),
			}),
		)
		.map(({ clashes, ...rest }) => ({ ...rest, clashes: clashes.filter(([a, b]) => a !== b) as Clash[] }));

	it("has the greatest sum of all pairings without a clash", () => {
		fc.assert(
			fc.property(problem, ({ weights, groupOf, clashes }) => {
				let most = 0;
				const go = (row: number, taken: (number | undefined)[], total: number): void => {
					if (row === weights.length) {
						const groupAt = (at: number): string | undefined => groupOf[taken[at] ?? -1];
						if (!clashes.some(([a, b, group]) => groupAt(a) === group && groupAt(b) === group))
							most = Math.max(most, total);
						return;
					}
					go(row + 1, [...taken, undefined], total);
					for (const [column, weight] of (weights[row] as number[]).entries()) {
						if (weight > 0 && !taken.includes(column)) go(row + 1, [...taken, column], total + weight);
					}
				};
				go(0, [], 0);
				const { total, columnOf } = bestMatching(weights, groupOf, clashes);
				expect(total).toBe(most);
				const used = columnOf.filter((column) => column !== undefined);
				expect(new Set(used).size).toBe(used.length);
				expect(columnOf.reduce<number>((sum, column, row) => sum + (weights[row]?.[column ?? -1] ?? 0), 0)).toBe(total);
			}),
			{ numRuns: 1000 },
		);
	});
});
