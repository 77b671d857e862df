import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createResolver, defaultScorers, emailScorer } from "sameas";
import * as crm from "sameas/crm";
import * as platforms from "sameas/platforms";
import { describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript
import { readMatrix } from "../bench/payloads.mjs";

/** See bench/payloads.mjs. */
interface Cell {
	readonly column: string;
	readonly wanted: "found" | "open" | "nobody else";
	readonly good: boolean;
	readonly decision: string;
	readonly first?: string;
	readonly reason: string;
}
interface Matrix {
	readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[];
	readonly columns: readonly string[];
	readonly unread: readonly string[];
	readonly owners: ReadonlyMap<string, string | undefined>;
}

/** Sample payloads of every system, beside the project where they are at hand. */
const folder = fileURLToPath(new URL("../../shared/payloads/", import.meta.url));
const scorers = defaultScorers({ defaultCountry: "US" }).map((scorer) =>
	scorer.name === "email" ? emailScorer({ hashes: true }) : scorer,
);
const matrix: Matrix = existsSync(folder)
	? await readMatrix(folder, { createResolver, scorers, crm, platforms })
	: { rows: [], columns: [], unread: [], owners: new Map() };

const says: Record<Cell["wanted"], string> = {
	found: "finds the person",
	open: "leaves it open",
	"nobody else": "links nobody else",
};

describe.skipIf(matrix.rows.length === 0)("networks by CRMs", () => {
	it("has a reader for every payload, and people in every column", () => {
		expect(matrix.unread).toEqual([]);
		const wanted = matrix.columns.map((_, at) => matrix.rows.some(({ cells }) => cells[at]?.wanted === "found"));
		expect(wanted).not.toContain(false);
	});

	const cells = matrix.rows.flatMap(({ label, cells }) => cells.map((cell) => ({ label, cell })));
	it.each(cells.map(({ label, cell }) => [label, cell.column, says[cell.wanted], cell] as const))(
		"%s in %s: %s",
		(_label, _column, _wanted, { good, decision, first, reason }) => {
			expect(good, `${decision} ${first ?? ""}: ${reason}`).toBe(true);
		},
	);
	it("gives what is said in the case of a web form to whom its address belongs", () => {
		expect(matrix.owners.get("salesforce:500Dm00000CaSeBIAV")).toBe("soren");
	});

	it("gives a call from a switchboard to nobody", () => {
		expect(matrix.owners.get("twilio:CA00000000000000000000000000000001")).toBe("marisol");
		expect(matrix.owners.has("twilio:CA00000000000000000000000000000002")).toBe(false);
	});
});
