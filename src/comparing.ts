import type { Gather, People, Person } from "./duplicates.js";
import { isRelated, type Observed, priorBits, totalBits, type Weighed, weigh } from "./model.js";
import type { Panel } from "./panel.js";
import { fullness, type RecordSet } from "./record-set.js";
import type { Candidate, Recall, RecordStore } from "./stores/store.js";
import type { SocialProfile } from "./types.js";

/** What a profile says, and whom it may be. */
interface Question extends People {
	readonly values: readonly unknown[];
	readonly recall: Recall;
	/** What all people count together in the prior. */
	readonly all: number;
}

export interface Compared {
	readonly candidate: Person;
	readonly observed: readonly Observed[];
	readonly evidence: readonly Weighed[];
	/** What the person counts in the prior. */
	readonly weight: number;
	readonly prior: number;
	readonly total: number;
}

interface Comparisons {
	readonly compared: readonly Compared[];
	/** Crowds that are too large to compare, with a few of each. */
	readonly crowds: readonly { readonly records: number; readonly sample: readonly Compared[] }[];
}

/** Whom a profile may be, each compared with it. */
export interface Found extends Question, Comparisons {}

/** Records that nothing speaks for are not listed, but keep their share of the probability. */
export function isListed({ evidence }: Compared): boolean {
	return isRelated(evidence);
}

/** Best first; of equal ones the record that knows more of its person, then in code-unit order of ids. */
export function bestFirst(a: Compared, b: Compared): number {
	return (
		b.total - a.total ||
		fullness(b.candidate.record) - fullness(a.candidate.record) ||
		(a.candidate.record.id < b.candidate.record.id ? -1 : 1)
	);
}

/** What a profile is compared by. */
interface Finding {
	readonly store: RecordStore;
	readonly panel: Panel;
	readonly records: RecordSet;
	readonly gather: Gather;
	/** Learnt factors by scorer. */
	readonly slopes: ReadonlyMap<string, number>;
	readonly coverage: number;
}

/** Recalls whom a profile may be and compares them with it. */
export function finderIn({
	store,
	panel,
	records,
	gather,
	slopes,
	coverage,
}: Finding): (profile: SocialProfile) => Found {
	/** What the records of a person count in the prior beyond the one that the person is. */
	function surplusOf({ record, records: own }: Person): number {
		if (own.length === 1) return 0;
		return own.reduce((sum, each) => sum + records.weightOf(each), -records.weightOf(record));
	}

	/**
	 * Recalls whom a profile may be, gathers the records of one person, and compares each person with it once. Where people
	 * have several records, names and accounts are as rare as the people who have them.
	 */
	function find(profile: SocialProfile): Found {
		const shown = panel.read(profile, store);
		const recall = store.recall(panel.profileKeys(shown.values, store));
		const people = gather(recall.candidates);
		const values = people.census === store ? shown.values : shown.recounted(people.census);
		const all = people.candidates.reduce((sum, person) => sum - surplusOf(person), records.totalWeight());
		const question = { ...people, values, recall, all };
		return { ...question, ...compareAll(question) };
	}

	/** Compares the candidates, and a few of each crowd that is too large to compare. */
	function compareAll({ candidates, values, recall: { crowds, report }, census, all }: Question): Comparisons {
		const compare = (candidate: Person): Compared => {
			const observed = panel.observe(candidate, values, report.capped, census);
			const evidence = weigh(observed, slopes);
			const weight = records.weightOf(candidate.record);
			const prior = priorBits(weight / all, coverage);
			return { candidate, observed, evidence, weight, prior, total: totalBits(prior, evidence) };
		};
		const compared = candidates.map(compare);
		const standIn = (one: Candidate): Compared =>
			compared.find(({ candidate }) => candidate.records.some(({ id }) => id === one.record.id)) ??
			compare({ ...one, records: [one.record] });
		return { compared, crowds: crowds.map(({ records, sample }) => ({ records, sample: sample.map(standIn) })) };
	}

	return find;
}
