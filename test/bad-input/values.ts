/** Numbers and moments that are none, and plug-ins that keep no promise. */
import { type AnyScorer, createResolver, memoryStore, nameScorer, type RecordStore } from "sameas";
import { fromCsv } from "sameas/crm";
import { handOff } from "sameas/dossier";
import { fromX } from "sameas/platforms";
import { expect } from "vitest";
import { codesAt, type Entry, found, shown, takeIn, timed, who } from "./doors.js";

const now = Date.parse("2026-11-23T00:00:00Z");

/** A scorer that sees one level between everybody, but for these parts of it. */
function scorerWith(parts: object): AnyScorer {
	return {
		name: "loyalty",
		group: "context",
		levels: { same: { m: 0.9, u: 0.1, says: "The loyalty numbers agree" } },
		ofProfile: () => "a",
		ofRecord: () => "a",
		compare: () => observation,
		...parts,
	};
}
const observation = {
	level: "same",
	profileValue: "a",
	recordValue: "a",
	profileField: "attributes",
	recordField: "attributes",
};

/** What comes of asking with such a scorer beside the one of names. */
async function askWith(parts: object): Promise<string> {
	const records = [{ id: "1", name: "Todd Defren" }];
	return timed(async () => {
		try {
			const resolver = createResolver({ scorers: [nameScorer(), scorerWith(parts)], records });
			return found(await resolver.resolve({ displayName: "Todd Defren" }));
		} catch (error) {
			return `${(error as { code?: string }).code}: ${(error as Error).message}`;
		}
	});
}

/** A moment that is none, on everything that has one: kept as written on record and profile, left out by readers. */
async function noMoment(at: string): Promise<void> {
	const call = { channel: "call", at, references: ["INV-20391"], text: "Hello" };
	const { resolver, codes } = await takeIn({ name: "Todd Defren", interactions: [call] });
	expect(resolver.get("1")?.interactions).toEqual([call]);
	expect(codes).toEqual([]);
	const said = { text: "Order INV-20391 is still missing", at };
	const resolution = await who(
		{ name: "Todd Defren", interactions: [call] },
		{ displayName: "Todd Defren", posts: [said] },
		{ now },
	);
	expect(resolution.profile.posts).toEqual([said]);
	expect(found(resolution)).toBe("link 1");
	expect(resolution.links[0]?.evidence.map(({ level }) => level)).toContain("reference");
	const { answer, texts } = await shown(resolution);
	expect(handOff(answer).due).toBeUndefined();
	for (const text of texts) expect(text).not.toContain("Invalid Date");
	const users = [{ id: "7", username: "tdefren", name: "Todd Defren" }];
	const tweets = [{ id: "5", author_id: "7", text: said.text, created_at: at }];
	const network = await timed(() => fromX({ data: tweets, includes: { users } }));
	expect(network.profiles[0]?.posts?.[0]).not.toHaveProperty("at");
	expect(codesAt(network.warnings)).toEqual(["SHAPE data.0.created_at"]);
	const log = await timed(() => fromCsv(`Call ID,Date,From,To\n9,${at},+16175550142,8005550199`));
	expect(log.interactions[0]?.interaction).not.toHaveProperty("at");
	expect(codesAt(log.warnings)).toEqual(["SHAPE row.1.time"]);
}

export const values: readonly Entry[] = [
	{
		number: 55,
		name: "NaN and infinity",
		result: "are left out of a record (warning SHAPE); from a scorer an error SCORER that names it",
		async check() {
			const { resolver, codes } = await takeIn({
				name: "Todd",
				attributes: { a: Number.NaN, b: Number.POSITIVE_INFINITY, c: 1 },
			});
			expect(resolver.get("1")?.attributes).toEqual({ c: 1 });
			expect(codes).toEqual(["SHAPE attributes", "SHAPE attributes"]);
			const noNumber = 'SCORER: Scorer "loyalty" gave bits that are no number from -128 to 128';
			for (const parts of [{ bits: Number.NaN }, { bits: Number.POSITIVE_INFINITY }, { u: 0 }, { u: Number.NaN }])
				expect(await askWith({ compare: () => ({ ...observation, ...parts }) })).toBe(`${noNumber}, at level "same".`);
			for (const parts of [{ facts: [{ fact: "number", bits: Number.NaN }] }, { share: Number.NaN }, { bits: "3" }])
				expect(await askWith({ compare: () => ({ ...observation, ...parts }) })).toBe(
					'SCORER: Scorer "loyalty" gave bits, a share or values that are none.',
				);
			expect(await askWith({ bounds: () => ({ best: Number.NaN, absent: 0 }) })).toBe(
				'SCORER: Scorer "loyalty" gave bounds that are no finite numbers.',
			);
		},
	},
	{
		number: 56,
		name: "minus nought",
		result: "is nought, as an attribute and as bits",
		async check() {
			const { resolver } = await takeIn({ name: "Todd", attributes: { balance: -0 } });
			expect(resolver.get("1")?.attributes).toStrictEqual({ balance: 0 });
			const scorers = [nameScorer(), scorerWith({ compare: () => ({ ...observation, bits: -0 }) })];
			const asked = await createResolver({ scorers, records: [{ id: "1", name: "Todd Defren" }] }).resolve(
				"@todddefren",
			);
			const nought = asked.links[0]?.evidence.find(({ scorer }) => scorer === "loyalty");
			expect(nought?.bits).toBe(0);
			expect(nought?.rawBits).toBe(0);
		},
	},
	{
		number: 57,
		name: "the thirtieth of February",
		result:
			"is no moment and not the second of March: kept as written, counts as undated; readers leave it out: warning SHAPE",
		check: () => noMoment("2026-02-30"),
	},
	{
		number: 58,
		name: "the year 275761",
		result: "is no moment: as 57",
		check: () => noMoment("+275761-01-01T00:00:00Z"),
	},
	{
		number: 59,
		name: "a post from the future",
		result:
			"is kept and stands first; it is no evidence of a contact before it, and what was seen in the future has no age",
		async check() {
			const call = { channel: "call", at: "2026-11-20T09:30:00Z" };
			const said = (at: string) => ({
				displayName: "Todd Defren",
				posts: [{ text: "On hold with you since this morning", at }],
			});
			const phones = [{ value: "+1 617 555 0142", observedAt: "2030-01-01" }];
			const record = { name: "Todd Defren", phones, interactions: [call] };
			const scorersOf = (resolution: Awaited<ReturnType<typeof who>>) =>
				resolution.links[0]?.evidence.map(({ scorer }) => scorer);
			const today = await who(record, said("2026-11-20T10:00:00Z"), { now });
			const later = await who(record, said("2030-01-01T10:00:00Z"), { now });
			expect(scorersOf(today)).toContain("interaction");
			expect(scorersOf(later)).not.toContain("interaction");
			expect(found(later)).toBe("link 1");
			const { answer } = await shown(later);
			expect(answer.timeline.map(({ at }) => at)).toEqual(["2030-01-01T10:00:00Z", "2026-11-20T09:30:00Z"]);
			expect(answer.contacts[0]).not.toHaveProperty("ageDays");
		},
	},
	{
		number: 60,
		name: "a scorer that never settles",
		result:
			"is an error SCORER at once, whichever of its functions gives the promise; a store that does, an error STORE",
		async check() {
			const pending = () => new Promise(() => undefined);
			const failing = () => Promise.reject(new Error("late"));
			const promise = 'SCORER: Scorer "loyalty" gave a promise. It has to answer at once.';
			for (const late of [pending, failing]) {
				for (const parts of [
					{ compare: late },
					{ ofProfile: late },
					{ ofRecord: late },
					{ bounds: late },
					{ holder: late },
					{ keys: { ofProfile: late, ofRecord: () => [] } },
					{ keys: { ofProfile: () => [], ofRecord: late } },
				])
					expect(await askWith(parts)).toBe(promise);
			}
			// biome-ignore lint/suspicious/noThenProperty: it is what a promise looks like
			const thenable = { then: () => undefined };
			expect(await askWith({ compare: () => thenable })).toBe(
				'SCORER: Scorer "loyalty" observed something that is none of its levels (same).',
			);
			for (const method of ["recall", "count", "has", "upsert"] as const) {
				const store = { ...memoryStore(), [method]: failing } as unknown as RecordStore;
				const asking = timed(async () => {
					const resolver = createResolver({ store, records: [{ id: "1", name: "Todd Defren" }] });
					await resolver.resolve("@tdefren");
				});
				await expect(asking).rejects.toMatchObject({ code: "STORE" });
			}
		},
	},
];
