import { describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript
import { groups as allGroups } from "../bench/fairness/cultures.mjs";
// @ts-expect-error: plain JavaScript
import { measureGroup, swayedBy } from "../bench/fairness/measure.mjs";
// @ts-expect-error: plain JavaScript
import { EQUAL, makeGroup } from "../bench/fairness/population.mjs";
import { type CrmRecordInput, createResolver, evaluate, memoryStore, type SocialProfileInput } from "../src/index.js";

interface Population {
	readonly records: readonly CrmRecordInput[];
	readonly cases: readonly { readonly profile: SocialProfileInput }[];
}

const sameas = { createResolver, evaluate, memoryStore };

function populationOf(title: string, count: number): Population {
	const group = allGroups.find(
		({ name, script = "Latin" }: { name: string; script?: string }) => `${name}, ${script}` === title,
	);
	if (!group) throw new Error(title);
	return makeGroup(group, { count, common: EQUAL });
}

/** The worst and the best of shapes and scripts, few people of each; `npm run suite:fairness` measures all. */
const watched = [
	"English, Latin",
	"Spanish, Latin",
	"Portuguese, Latin",
	"Vietnamese, Latin",
	"Korean, Latin",
	"Japanese, kanji, kana",
	"Arabic, Arabic",
	"Russian, Cyrillic",
	"Indonesian, Latin",
];

describe("people with names of other cultures", () => {
	it("are found about as often, and strangers linked as seldom", async () => {
		const found: Record<string, number> = {};
		for (const title of watched) {
			const { hits1, falseLinks } = await measureGroup(sameas, populationOf(title, 120));
			found[title] = hits1.value;
			expect(falseLinks.hits, title).toBeLessThanOrEqual(4);
		}
		const shares = Object.values(found);
		expect(Math.min(...shares), JSON.stringify(found)).toBeGreaterThan(0.8);
		expect(Math.max(...shares) - Math.min(...shares), JSON.stringify(found)).toBeLessThan(0.1);
	}, 60_000);

	it("are the same draws in every group, so that only the names differ", () => {
		const english = populationOf("English, Latin", 50);
		const russian = populationOf("Russian, Cyrillic", 50);
		expect(english.records.map(({ emails }) => emails)).toEqual(russian.records.map(({ emails }) => emails));
		const withoutName = ({ cases }: Population) =>
			cases.map(({ profile }) => ({ ...profile, handle: "", displayName: "displayName" in profile }));
		expect(withoutName(english)).toEqual(withoutName(russian));
	});

	it("are not ranked by fame", async () => {
		expect(await swayedBy(sameas, populationOf("English, Latin", 30))).toBe(0);
	});
});
