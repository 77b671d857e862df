import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createResolver } from "../../src/index.js";
import { Spellings } from "../../src/memory/spellings.js";

describe("words a slip away", () => {
	const spellings = new Spellings();
	for (const word of ["defren", "defrens", "delfren", "hawthornley", "smith"]) spellings.add(`name t:${word}`);
	spellings.add("other t:defren");

	it.each([
		["a letter too few", "name t:defre", "name t:defren"],
		["a letter too many", "name t:deffren", "name t:defren"],
		["another letter", "name t:defron", "name t:defren"],
		["two letters swapped", "name t:defern", "name t:defren"],
		["far behind in a long word", "name t:hawthornlye", "name t:hawthornley"],
	])("%s: %s is near %s", (_, key, meant) => {
		expect(spellings.near(key)).toContain(meant);
		expect(spellings.near(key)).not.toContain("other t:defren");
	});

	it("are none of a word of other letters, or of the word itself", () => {
		expect(spellings.near("name t:barlow")).toEqual([]);
		expect(spellings.near("name t:smith")).toEqual([]);
	});

	it("are those of the words that are still there, whatever came and went", () => {
		const word = fc.constantFrom("defren", "defern", "defran", "defrens", "smithy").map((text) => `t:${text}`);
		fc.assert(
			fc.property(fc.array(fc.record({ add: fc.boolean(), word }), { maxLength: 30 }), (changes) => {
				const changed = new Spellings();
				const there = new Set<string>();
				for (const { add, word } of changes) {
					if (add) there.add(word);
					else there.delete(word);
					if (add) changed.add(word);
					else changed.remove(word);
				}
				const fresh = new Spellings();
				for (const word of there) fresh.add(word);
				expect(changed.list().sort()).toEqual([...there].sort());
				expect(changed.near("t:defrem")).toEqual(fresh.near("t:defrem"));
			}),
		);
	});
});

describe("a slip of the keyboard in a display name", () => {
	/** So many people have Todd's given name and initial that nobody is looked up by them. */
	const others = Array.from({ length: 1500 }, (_, i) => ({
		id: `other${i}`,
		name: `Todd D${[...String(i)].map((digit) => "aeioulnrst"[Number(digit)]).join("")}by`,
	}));
	const resolver = createResolver({ records: [...others, { id: "todd", name: "Todd Defren" }] });

	it.each(["Todd Defern", "Todd Defrenn", "Todd Dofren"])(
		"%s is Todd Defren, who is found by his surname",
		async (displayName) => {
			const [best] = (await resolver.resolve({ displayName })).links;
			expect(best?.recordId).toBe("todd");
			expect(best?.evidence[0]?.level).toBe("display-misspelt");
		},
	);

	it("is not looked for where somebody has the name as it is written", async () => {
		resolver.add([{ id: "defern", name: "Anna Defern" }]);
		const { links } = await resolver.resolve({ displayName: "Anna Defern" });
		expect(links.map(({ recordId }) => recordId)).toEqual(["defern"]);
	});
});
