#!/usr/bin/env node
// How much of the world's names the built-in tables know, measured against lists that are not part of the project.
// usage: npm run bench:coverage -- --names DIR
// DIR holds forenames-by-country.csv, surnames-by-country.csv (github.com/sigpwned/popular-names-by-country-dataset),
// nicknames-en.csv (github.com/carltonnorthern/nicknames) and us-census-2010-surnames-top20000.csv (last_name,count).
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { nicknamesOf } from "../src/text/nicknames.ts";
import { isListed, populationShare } from "../src/text/population.ts";
import { eastAsianNames, scriptOf, spellings } from "../src/text/romanize.ts";
import { spellHangulSurname } from "../src/text/scripts/hangul.ts";
import { fold } from "../src/text/unicode.ts";

const { values } = parseArgs({ options: { names: { type: "string" } } });
if (!values.names || !existsSync(values.names)) {
	console.error("usage: npm run bench:coverage -- --names DIR (a folder with the lists named in bench/coverage.mjs)");
	process.exit(1);
}

/** Rows of a list as objects by its header; no cell of these lists is quoted. */
function rows(file) {
	const text = readFileSync(join(values.names, file), "utf8").replace(/^\ufeff/, "");
	const [header, ...lines] = text.split(/\r?\n/).map((line) => line.split(","));
	return lines
		.filter((cells) => cells.length === header.length)
		.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at].trim()])));
}

const letters = (text) => fold(text).replace(/[^\p{L}\p{M}]/gu, "");
const quantile = (list, share) => {
	const sorted = [...list].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
};
const median = (list) => quantile(list, 0.5);
const percent = (part, whole) => (whole === 0 ? "-" : `${Math.round((100 * part) / whole)} %`);
const decimal = (value) => (value === undefined ? "-" : value.toFixed(1));

function print(title, header, lines) {
	console.log(`\n${title}`);
	const table = [header, ...lines.map((line) => line.map(String))];
	const widths = header.map((_, at) => Math.max(...table.map((line) => line[at].length)));
	for (const line of table) {
		console.log(line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("  "));
	}
}

/** How far the table is off a true share, in bits: all by the same (a country in the world), and each beside that. */
function offBy(pairs, role) {
	const off = pairs.map(([name, share]) => Math.log2(share) - Math.log2(populationShare(name, role)));
	const shift = median(off);
	const rest = off.map((bits) => Math.abs(bits - shift));
	return off.length < 5 ? [undefined, undefined, undefined] : [shift, median(rest), quantile(rest, 0.9)];
}

// One name stands in several rows, one for each of its spellings: it is known when one of them is.
function named(list, groupOf) {
	const groups = new Map();
	for (const row of list) {
		const group = groupOf(row);
		if (!groups.has(group)) groups.set(group, { country: row.Country, spellings: new Set(), weight: 1 });
		const name = groups.get(group);
		for (const spelling of row["Romanized Name"].split("/"))
			if (letters(spelling)) name.spellings.add(letters(spelling));
		name.weight = Number(row.Count) || Number(row.Percent) || name.weight;
		name.percent = Number(row.Percent) || name.percent;
	}
	return [...groups.values()].filter(({ spellings }) => spellings.size > 0);
}

const forenameRows = rows("forenames-by-country.csv");
const surnameRows = rows("surnames-by-country.csv");
const forenames = named(forenameRows, (row) => row["Name Group"]);
const surnames = named(surnameRows, (row) => row["Name Group"]);
const known = (name, role) => [...name.spellings].some((spelling) => isListed(spelling, role));
const weight = (list) => list.reduce((sum, name) => sum + name.weight, 0);
const sharesOf = (list) =>
	list.filter((name) => name.percent).map(({ spellings, percent }) => [[...spellings][0], percent / 100]);

const countries = [...new Set([...forenames, ...surnames].map(({ country }) => country))].sort();
const line = (label, given, family) => [
	label,
	given.length,
	percent(given.filter((name) => known(name, "given")).length, given.length),
	family.length,
	percent(weight(family.filter((name) => known(name, "family"))), weight(family)),
	...offBy(sharesOf(family), "family").map(decimal),
];
print(
	"Listed names by country; surnames by their counts where there are any, and how rare the table takes them to be, in bits",
	["", "forenames", "listed", "surnames", "listed", "median off", "beside it", "90 % within"],
	[
		...countries.map((country) =>
			line(
				country,
				forenames.filter((name) => name.country === country),
				surnames.filter((name) => name.country === country),
			),
		),
		// Counts of different countries are not alike: each name of the whole list weighs the same.
		line(
			"all",
			forenames,
			surnames.map((name) => ({ ...name, weight: 1, percent: undefined })),
		),
	],
);

const census = rows("us-census-2010-surnames-top20000.csv")
	.filter((row) => row.last_name !== "")
	.map((row) => [letters(row.last_name), Number(row.count)]);
// People counted in the census whose surname was tabulated.
const POPULATION = 294_979_229;
print(
	"US Census 2010, surnames by rank",
	["ranks", "listed", "by bearers", "median off", "beside it", "90 % within"],
	[
		[0, 100],
		[100, 1000],
		[1000, 5000],
		[5000, 20000],
		[0, 20000],
	].map(([from, to]) => {
		const part = census.slice(from, to);
		const listed = part.filter(([name]) => isListed(name, "family"));
		const bearers = (list) => list.reduce((sum, [, count]) => sum + count, 0);
		return [
			`${from + 1} to ${to}`,
			percent(listed.length, part.length),
			percent(bearers(listed), bearers(part)),
			...offBy(
				part.map(([name, count]) => [name, count / POPULATION]),
				"family",
			).map(decimal),
		];
	}),
);

const pairs = rows("nicknames-en.csv").map(({ name1, name2 }) => [letters(name1), letters(name2)]);
const knownPairs = pairs.filter(([a, b]) => nicknamesOf(a).includes(b) || nicknamesOf(b).includes(a));
const usual = pairs.filter(([a, b]) => isListed(a, "given") && populationShare(b, "given") > 2 ** -14);
const knownUsual = usual.filter((pair) => knownPairs.includes(pair));
print(
	"English nicknames",
	["", "pairs", "known"],
	[
		["all", pairs.length, percent(knownPairs.length, pairs.length)],
		["of names in the table", usual.length, percent(knownUsual.length, usual.length)],
	],
);

const languages = { UA: "uk", BG: "bg", RS: "sr", ME: "sr", MK: "sr", KR: "ko", CN: "zh", TW: "zh", JP: "ja" };
/** The built-in spellings of a word, as the part of a name it is. */
function spelt(word, country, role) {
	const lang = languages[country];
	const script = scriptOf(word);
	if (script === "hangul") return role === "family" ? spellHangulSurname(word) : spellings(word);
	if (script !== "han") return spellings(word, lang);
	const name =
		role === "family" ? eastAsianNames(`${word}明`, lang, word.length) : eastAsianNames(`王${word}`, lang, 1);
	return name[0]?.[role] ?? [];
}
const byScript = new Map();
for (const [list, role] of [
	[forenameRows, "given"],
	[surnameRows, "family"],
]) {
	for (const row of list) {
		const word = letters(row["Localized Name"]);
		const script = scriptOf(word);
		const expected = letters(row["Romanized Name"]);
		if (!script || scriptOf(expected) || expected === "") continue;
		const label = `${script} ${row.Country}, ${role}`;
		if (!byScript.has(label)) byScript.set(label, { words: 0, first: 0, any: 0 });
		const found = byScript.get(label);
		const built = spelt(word, row.Country, role);
		found.words++;
		if (built[0] === expected) found.first++;
		if (built.includes(expected)) found.any++;
	}
}
print(
	"Names of other scripts: the given romanisation is the first built-in spelling, or one of them",
	["", "names", "first", "among them"],
	[...byScript]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([label, { words, first, any }]) => [label, words, percent(first, words), percent(any, words)]),
);
