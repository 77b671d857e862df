import { describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript
import { families, measureImpostors, targetsOf } from "../../bench/impostors.mjs";
import { createResolver } from "../../src/index.js";
import { confusables } from "../../src/text/confusable-table.js";
import { skeleton } from "../../src/text/skeleton.js";
import { proofDesk } from "../../src/trust.js";

/** See bench/impostors.mjs; `npm run suite:impersonation` does the same with 2,000 victims. */
interface Row {
	readonly family: string;
	readonly cases: number;
	readonly linked: number;
	readonly levels: Readonly<Record<string, number>>;
}
interface Target {
	readonly target: string;
	readonly hits: number;
	readonly of: number;
	readonly met: boolean;
}

describe("impostors of invented customers", async () => {
	const library = { createResolver, proofDesk, confusables, skeleton };
	const found = await measureImpostors(library, { victims: 24, every: 10 });
	const rows: readonly Row[] = found.rows;
	const targets: readonly Target[] = targetsOf(found);

	it("come in 24 families, each with cases", () => {
		expect(rows.map(({ family }) => family)).toEqual(families);
		expect(families).toHaveLength(24);
		expect(rows.filter(({ cases }) => cases === 0)).toEqual([]);
	});

	it("are like the real ones: most are linked, and get no further than that", () => {
		const clones = rows.filter(({ family }) => family.startsWith("clone + CRM"));
		expect(clones.map(({ linked, cases }) => linked === cases)).toEqual([true, true]);
	});

	it.each(targets.map(({ target, ...one }) => [target, one] as const))("%s", (_, { hits, of, met }) => {
		expect({ hits, of, met }).toEqual({ hits, of, met: true });
	});
});
