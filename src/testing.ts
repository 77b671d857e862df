/**
 * Contract suites for plug-in authors: each gives a list of named checks that throw when they fail, for any test
 * runner: `for (const { name, run } of scorerContract(mine, examples)) it(name, run);`
 */
import { log2 } from "./arithmetic.js";
import { type ContractCheck, frozen, must } from "./contract.js";
import { readProfile, readRecord } from "./schema.js";
import {
	type AnyScorer,
	type CompareContext,
	defineScorer,
	type LevelDefinition,
	type Observation,
} from "./scorers/scorer.js";
import type { RecordStore, StoredRecord } from "./stores/store.js";
import { sentence } from "./text/sentence.js";
import type { CrmRecord, CrmRecordInput, SocialProfile, SocialProfileInput } from "./types.js";

export type { ContractCheck } from "./contract.js";
export { crmContract } from "./crm-contract.js";
export { platformContract } from "./platform-contract.js";
export type { ReaderSample } from "./reader-contract.js";

/** A pair and the level a scorer should see in it; `undefined`: it should see nothing. */
export interface ScorerExample {
	readonly profile: SocialProfileInput;
	readonly record: CrmRecordInput;
	readonly level: string | undefined;
}

function recordOf(input: CrmRecordInput): CrmRecord {
	const read = readRecord(input, 0);
	if ("quarantined" in read) throw new Error(`The example's record is not usable: ${read.quarantined.reason}`);
	return frozen(read.record);
}

/** A record set of one hundred of which nothing else is known. */
const context: CompareContext = { recordCount: 100, count: () => 0 };
/** Sets in which no record, one, most and all of them carry each key. */
const worlds: readonly CompareContext[] = [
	context,
	{ recordCount: 0, count: () => 0 },
	{ recordCount: 1, count: () => 1 },
	{ recordCount: 100, count: () => 1 },
	{ recordCount: 100, count: () => 90 },
	{ recordCount: 100, count: () => 100 },
	{ recordCount: 1_000_000, count: () => 1 },
];

const hostileTexts: readonly string[] = [
	"\ud800",
	"\udc00\ud800",
	"\u0000",
	"a".repeat(100_000),
	"a\u0300\u0316".repeat(5_000),
	"\u202etod\u2066",
	"__proto__",
	"=HYPERLINK(1)",
	"1".repeat(100_000),
	"<script>alert(1)</script>",
	"@",
	" ",
];

function observationsOf(
	scorer: AnyScorer,
	profile: SocialProfile,
	record: CrmRecord,
	world = context,
): readonly Observation[] {
	const ours: unknown = scorer.ofProfile(profile, world);
	const theirs: unknown = scorer.ofRecord(record);
	if (ours === undefined || theirs === undefined) return [];
	const seen = scorer.compare(ours, theirs, world);
	return seen === undefined ? [] : Array.isArray(seen) ? seen : [seen as Observation];
}

function bitsOf(scorer: AnyScorer, { bits, level, u }: Observation): number {
	const definition = (scorer.levels as Record<string, LevelDefinition>)[level];
	return bits ?? (definition ? log2(definition.m / (u ?? definition.u)) : Number.NaN);
}

/** What every scorer must keep to, checked on examples of yours. Give at least one example for each level. */
export function scorerContract(scorer: AnyScorer, examples: readonly ScorerExample[]): ContractCheck[] {
	const levels: Readonly<Record<string, LevelDefinition>> = scorer.levels;
	const pairs = examples.map((example) => ({
		...example,
		profile: frozen(readProfile(example.profile).profile),
		record: recordOf(example.record),
	}));
	const checks: ContractCheck[] = [
		{ name: "has a valid name, levels and sentences", run: () => void defineScorer(scorer) },
		{
			name: "speaks in sentences that read well without the values",
			run() {
				for (const [level, { says }] of Object.entries(levels)) {
					const text = sentence(says);
					must(
						/^\p{Lu}/u.test(text) && !/[{}]|\s[,.]|\s$/u.test(text),
						`Level "${level}" reads badly without values: ${text}`,
					);
				}
			},
		},
		{
			name: "is silent where there is nothing to compare",
			run() {
				const empty = readProfile({}).profile;
				const nobody = recordOf({ id: "empty" });
				must(scorer.ofProfile(empty, context) === undefined, "ofProfile of an empty profile must be undefined.");
				must(scorer.ofRecord(nobody) === undefined, "ofRecord of an empty record must be undefined.");
			},
		},
		{
			name: "gives the same answer twice and changes nothing it is given",
			run() {
				for (const { profile, record } of pairs) {
					const first = JSON.stringify(observationsOf(scorer, profile, record));
					must(
						first === JSON.stringify(observationsOf(scorer, profile, record)),
						"Two comparisons of one pair differ.",
					);
				}
			},
		},
		{
			name: "names only its own levels, with finite bits and u in (0, 1], however many records carry a key",
			run() {
				for (const { profile, record } of pairs) {
					for (const observation of worlds.flatMap((world) => observationsOf(scorer, profile, record, world))) {
						must(Object.hasOwn(levels, observation.level), `There is no level "${observation.level}".`);
						must(
							Number.isFinite(bitsOf(scorer, observation)),
							`Level "${observation.level}" has bits that are not finite.`,
						);
						const { u } = observation;
						must(u === undefined || (u > 0 && u <= 1), `Level "${observation.level}" has a u outside (0, 1].`);
					}
				}
			},
		},
		{
			name: "survives hostile text in every field",
			run() {
				for (const text of hostileTexts) {
					const { profile } = readProfile({
						platform: text,
						handle: text,
						displayName: text,
						bio: text,
						location: text,
						id: text,
						links: [text],
						emails: [text],
						phones: [text],
						emailHashes: [text],
						posts: [{ text, at: text }],
						createdAt: text,
					});
					const record = recordOf({
						id: "hostile",
						names: [{ full: text, given: text, family: text }],
						emails: [text],
						phones: [text],
						addresses: [{ text, city: text, country: text }],
						organization: text,
						title: text,
						links: [text],
						handles: [{ platform: text, handle: text, id: text }],
						interactions: [{ channel: "post", text, at: text, references: [text] }],
					});
					observationsOf(scorer, profile, record);
					for (const pair of pairs) {
						observationsOf(scorer, profile, pair.record);
						observationsOf(scorer, pair.profile, record);
					}
					const value = scorer.ofRecord(record) as unknown;
					keysOf(scorer, "ofRecord", value);
					if (value !== undefined)
						for (const key of scorer.identity?.keys(value) ?? []) scorer.identity?.same?.(key, value, value);
					keysOf(scorer, "ofProfile", scorer.ofProfile(profile, context));
				}
			},
		},
	];
	if (scorer.keys) {
		checks.push({
			name: "recalls with text keys, without surprises in number",
			run() {
				for (const { profile, record } of pairs) {
					for (const key of [
						...keysOf(scorer, "ofProfile", scorer.ofProfile(profile, context)),
						...keysOf(scorer, "ofRecord", scorer.ofRecord(record)),
					]) {
						must(typeof key === "string" && key !== "", "A search key is a text that is not empty.");
					}
				}
			},
		});
	}
	if (scorer.identity) {
		const { identity } = scorer;
		checks.push({
			name: "recognises a person's records by search keys of theirs, in either order",
			run() {
				for (const { record } of pairs) {
					const value = scorer.ofRecord(record) as unknown;
					const keys = new Set(keysOf(scorer, "ofRecord", value));
					const copy = scorer.ofRecord(frozen({ ...record, id: `${record.id} copy` })) as unknown;
					for (const key of value === undefined ? [] : identity.keys(value)) {
						must(keys.has(key), "A key of `identity` is one of `keys.ofRecord`: another record is found by it.");
						const [there, back] = [identity.same?.(key, value, copy), identity.same?.(key, copy, value)];
						must(there === back, "`identity.same` must say the same whichever record comes first.");
					}
				}
			},
		});
	}
	pairs.forEach(({ profile, record, level }, index) => {
		checks.push({
			name: `sees ${level === undefined ? "nothing" : `"${level}"`} in example ${index + 1}`,
			run() {
				const seen = observationsOf(scorer, profile, record).map((observation) => observation.level);
				must(
					level === undefined ? seen.length === 0 : seen.includes(level),
					`Expected ${level === undefined ? "nothing" : `"${level}"`}, saw ${seen.length === 0 ? "nothing" : seen.join(", ")}.`,
				);
			},
		});
	});
	checks.push({
		name: "has an example for each of its levels",
		run() {
			const shown = new Set(examples.map(({ level }) => level));
			const unseen = Object.keys(levels).filter((level) => !shown.has(level));
			must(unseen.length === 0, `No example shows: ${unseen.join(", ")}.`);
		},
	});
	return checks;
}

function keysOf(scorer: AnyScorer, side: "ofProfile" | "ofRecord", value: unknown): string[] {
	if (value === undefined || !scorer.keys) return [];
	const keys = Array.from<string>(scorer.keys[side](value));
	must(
		keys.length <= 5_000,
		`One ${side === "ofProfile" ? "profile" : "record"} gave ${keys.length} search keys; 5,000 is the limit.`,
	);
	return keys;
}

function entry(id: string, keys: readonly string[]): StoredRecord {
	return { record: recordOf({ id, name: `Sample ${id}` }), keys };
}

function idsOf(store: RecordStore, keys: readonly string[]): string[] {
	return store.recall(keys).candidates.map(({ record }) => record.id);
}

function same(actual: readonly string[], expected: readonly string[], what: string): void {
	must(
		actual.join() === expected.join(),
		`${what}: expected ${expected.join() || "none"}, found ${actual.join() || "none"}.`,
	);
}

/** What every store must keep to. `create` makes an empty store that lists at least ten candidates for a query. */
export function storeContract(create: () => RecordStore): ContractCheck[] {
	const entries = [
		entry("a", ["name t:defren", "name t:todd"]),
		entry("b", ["name t:todd", "name t:miller"]),
		entry("c", ["name t:miller", "email a:c@example.com"]),
	];
	const filled = (list: readonly StoredRecord[] = entries): RecordStore => {
		const store = create();
		store.upsert(list);
		return store;
	};
	return [
		{
			name: "holds what it was given",
			run() {
				const store = filled();
				must(store.size === 3, `Expected 3 records, found ${store.size}.`);
				must(store.has("a") && store.get("a")?.id === "a", 'Record "a" is not there.');
				must(!store.has("z") && store.get("z") === undefined, 'Record "z" is there.');
			},
		},
		{
			name: "finds records by any shared key, and none without",
			run() {
				same(idsOf(filled(), ["name t:todd"]).sort(), ["a", "b"], "By a shared key");
				same(idsOf(filled(), ["name t:nobody"]), [], "By an unknown key");
				same(idsOf(filled(), []), [], "By no key");
			},
		},
		{
			name: "puts the record with the rarer keys first",
			run: () => same(idsOf(filled(), ["name t:todd", "name t:defren"]), ["a", "b"], "By a rare and a common key"),
		},
		{
			name: "says which keys found a candidate",
			run() {
				const [first] = filled().recall(["name t:todd", "name t:defren", "name t:miller"]).candidates;
				same([...(first?.foundBy ?? [])].sort(), ["name t:defren", "name t:todd"], "Keys of the first candidate");
			},
		},
		{
			name: "counts the records of a key",
			run() {
				const store = filled();
				must(store.count("name t:todd") === 2 && store.count("name t:nobody") === 0, "Counts are wrong.");
			},
		},
		{
			name: "counts a record once, however often it names a key",
			run() {
				const store = filled([entry("a", ["k", "k", "k"])]);
				must(store.count("k") === 1, `Expected 1, counted ${store.count("k")}.`);
			},
		},
		{
			name: "replaces a record of the same id, with its keys",
			run() {
				const store = filled();
				store.upsert([entry("a", ["name t:newname"])]);
				must(store.size === 3, `Expected 3 records, found ${store.size}.`);
				same(idsOf(store, ["name t:defren"]), [], "By the old key");
				same(idsOf(store, ["name t:newname"]), ["a"], "By the new key");
				must(store.count("name t:defren") === 0, "The old key still counts.");
			},
		},
		{
			name: "forgets a removed record",
			run() {
				const store = filled();
				must(store.remove("a") && !store.remove("a"), "remove must say whether the record was there.");
				same(idsOf(store, ["name t:todd"]), ["b"], "After removal");
				must(store.count("name t:todd") === 1 && store.size === 2, "Counts are wrong after removal.");
			},
		},
		{
			name: "says of no candidate that it is single which shares what one person has alone",
			run() {
				const own = "email =a:c@example.com";
				const store = filled([entry("a", ["k", own]), entry("b", ["k", own]), entry("c", ["k"])]);
				store.remove("b");
				store.upsert([entry("d", ["k", own])]);
				const single = store.recall(["k"]).candidates.filter(({ isSingle }) => isSingle);
				must(
					!single.some(({ record: { id } }) => id === "a" || id === "d"),
					"Two records that share a key are single.",
				);
			},
		},
		{
			name: "answers the same whatever the order of arrival",
			run() {
				const keys = ["name t:miller", "name t:todd"];
				same(idsOf(filled([...entries].reverse()), keys), idsOf(filled(), keys), "In reverse order");
			},
		},
		{
			name: "reports how many keys it looked up and how many candidates it gives",
			run() {
				const { report } = filled().recall(["name t:todd", "name t:todd", "name t:nobody"]);
				must(
					report.keys === 2 && report.candidates === 2,
					`Reported ${report.keys} keys and ${report.candidates} candidates.`,
				);
			},
		},
	];
}
