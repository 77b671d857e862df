import { describe, expect, it } from "vitest";
import { confusables } from "../../src/text/confusable-table.js";
import { type Disguise, disguiseOf, handleCore, skeleton } from "../../src/text/skeleton.js";

describe("how one handle passes for another", () => {
	it.each<[string, string, Disguise | undefined]>([
		["TDefren", "tdefren", undefined],
		["TDеfren", "TDefren", "letters"],
		["ＴＤｅｆｒｅｎ", "TDefren", "letters"],
		["𝐓𝐃𝐞𝐟𝐫𝐞𝐧", "TDefren", "letters"],
		["TDéfren", "TDefren", "letters"],
		["nightow1", "nightowl", "letters"],
		["nightowI", "nightowl", "letters"],
		["rnarlow", "marlow", "letters"],
		["vvinchboy", "winchboy", "letters"],
		["clana_scully", "dana_scully", "letters"],
		["b0bby", "bobby", "letters"],
		["5tella", "stella", "letters"],
		["TDefren_", "TDefren", "addition"],
		["_TDefren", "TDefren", "addition"],
		["TKefren", "TKefren", "letters"],
		["m4r7in.baker", "martin.baker", "letters"],
		["TDefren2", "TDefren", "number"],
		["nightowl354", "nightowl12", "number"],
		["nightowl354_official", "nightowl12", "addition"],
		["officialRealTDefren", "realTDefren", "addition"],
		["TDefrenn", "TDefren", "addition"],
		["jli_", "jli", "addition"],
		["li_", "li", undefined],
		["___", "____", undefined],
		["realTDefren", "TDefren", "addition"],
		["TDefren_Official", "TDefren", "addition"],
		["TDefrenSupport", "TDefren", "addition"],
		["TDefen", "TDefren", "slip"],
		["TDefern", "TDefren", "slip"],
		["SDefren", "TDefren", "slip"],
		["TDelfren", "SDefren", undefined],
		["tbaker", "tdefren", undefined],
		["jlee", "jlea", undefined],
	])("%s beside %s: %s", (handle, known, disguise) => expect(disguiseOf(handle, known)).toBe(disguise));

	it("both ways round, what looks the same looks the same", () => {
		for (const [a, b] of [
			["TDеfren", "TDefren"],
			["nightow1", "nightowl"],
		] as const)
			expect([disguiseOf(a, b), disguiseOf(b, a)]).toEqual(["letters", "letters"]);
	});

	it("what is added is left out of the core, in whatever letters it is written", () => {
		const written = [
			"TDefren",
			"_tdefren_",
			"TheRealTDefren",
			"TDefren12_official",
			"Т_Dеfrеn",
			"rеаl_TDefren",
			"ＴＤｅｆｒｅｎ１２",
		];
		expect(new Set(written.map(handleCore))).toEqual(new Set(["tdefren"]));
		expect(handleCore("Маrtаrе𝟾𝟿𝟶")).toBe(handleCore("martare"));
	});

	it("short handles have neighbours by chance, and are left alone", () => {
		expect(disguiseOf("anna", "enna")).toBeUndefined();
		expect(handleCore("real")).toBe("real");
	});
});

describe("the table of confusables", () => {
	const entries = confusables.flatMap((entry) => {
		const colon = entry.indexOf(":");
		return [...entry.slice(colon + 1)].map((char) => [char, entry.slice(0, colon)] as const);
	});

	it("each of its characters looks like its letters, also within a handle", () => {
		expect(entries.length).toBeGreaterThan(500);
		const seen = entries.filter(([char, ascii]) => skeleton(`t${char}fren`) !== skeleton(`t${ascii}fren`));
		expect(seen).toEqual([]);
	});

	it("each makes a handle a disguise of the one in ASCII", () => {
		const missed = entries.filter(([char, ascii]) => disguiseOf(`tdef${char}fren`, `tdef${ascii}fren`) !== "letters");
		expect(missed).toEqual([]);
	});
});
