import fc from "fast-check";
import { it } from "vitest";

/**
 * What has to stay the same, or may only move one way, when the question or the record set is changed in a known manner:
 * right answers need not be known for it. Each property by its number and name.
 */
export const properties = {
	1: "permuting the records changes nothing",
	2: "permuting the evidence and the scorers changes nothing, to the last bit",
	3: "an unrelated record changes frequencies only",
	4: "a duplicate of a record is flagged or ties, and raises nothing",
	5: "upper and lower case change nothing",
	6: "composed and decomposed letters are the same",
	7: "full-width and other compatibility forms are the same",
	8: "a name without its diacritics never beats the name as it is",
	9: "blanks and a leading @ change nothing",
	10: "a telephone number is the same in every format",
	11: "the case of an address's host changes nothing",
	12: "nobody fits what a record says of itself better than that record",
	13: "comparing is symmetric",
	14: "every number is finite, and every probability is kept from 0 and 1",
	15: "agreeing evidence never lowers a probability",
	16: "disagreeing evidence never raises a probability",
	17: "what is missing counts 0 bits",
	18: "the waterfall sums exactly",
	19: "bits and probability rise together",
	20: "a higher threshold decides for a subset",
	21: "the first k links are a prefix of the first k + 1",
	22: "one by one, in a batch, in a stream and in threads the answers are the same",
	23: "saving and loading changes nothing",
	24: "adding a record and deleting it again changes nothing",
	25: "other ids change nothing but the ids",
	26: "the same thing said again counts once",
	27: "what the holder of a handle can write changes no evidence but the holder's",
	28: "a letter of a foreign alphabet never makes a name more alike",
	29: "followers, likes and badges change nothing",
	30: "locale and time zone change nothing",
	31: "the clock changes only what ages",
	32: "what one resolver does is nothing to another",
} as const;

declare module "vitest" {
	interface TaskMeta {
		/** Cases that a metamorphic property was tried on, how many of them told something, and what they took. */
		cases?: number;
		telling?: number;
		cpuMs?: number;
	}
}

/** Cases of each property: 10,000, or `SAMEAS_CASES`. */
export const CASES: number = Number(process.env["SAMEAS_CASES"] ?? 10_000);
if (!(Number.isInteger(CASES) && CASES > 0)) throw new RangeError("SAMEAS_CASES is a whole number above 0.");

/** The same cases every time. What fails says under which seed and path. */
export const SEED = 20_391;
/** Generous, since a machine may be busy: 60 ms a case. */
const TIMEOUT_PER_CASE_MS = 60;

/**
 * Tries a property on as many cases as are asked for.
 * @param check throws where the property does not hold; gives `false` where a case had nothing to tell of it
 * @param telling share of the cases that have to tell something, lest the property hold because nothing is looked at
 */
export function holds<T>(
	number: keyof typeof properties,
	cases: fc.Arbitrary<T>,
	check: (input: T) => boolean | undefined | Promise<boolean | undefined>,
	{ telling = 0.5 }: { readonly telling?: number } = {},
): void {
	it(`${number}. ${properties[number]}`, { timeout: CASES * TIMEOUT_PER_CASE_MS + 60_000 }, async ({ task }) => {
		let told = 0;
		const from = process.cpuUsage();
		const property = fc.asyncProperty(cases, async (input) => {
			if ((await check(input)) !== false) told++;
		});
		const details = await fc.check(property, { numRuns: CASES, seed: SEED, includeErrorInReport: true });
		task.meta.cases = details.numRuns;
		task.meta.telling = told;
		task.meta.cpuMs = process.cpuUsage(from).user / 1000;
		if (details.failed) throw new Error(await fc.asyncDefaultReportMessage(details));
		if (told < telling * CASES) throw new Error(`Only ${told} of ${CASES} cases told anything of the property.`);
	});
}

/** Equal to the last bit, as JSON. What is not is shown from a little before the place where it differs. */
export function expectSame(actual: unknown, expected: unknown): void {
	const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
	if (one === other) return;
	let at = 0;
	while (one[at] === other[at]) at++;
	const from = Math.max(0, at - 200);
	throw new Error(`Not the same from place ${at} on:\n${one.slice(from, at + 200)}\n${other.slice(from, at + 200)}`);
}
