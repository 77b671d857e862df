import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dossier, dossierText, handOff, handOffText, maskedHandOff } from "../../src/dossier.js";
import {
	type Channel,
	type CrmRecordInput,
	createResolver,
	type Interaction,
	type Resolution,
} from "../../src/index.js";
import { timelineOf } from "../../src/recounting/timeline.js";
import { profileOf, recordOf } from "../samples.js";

const channels: readonly Channel[] = ["call", "email", "chat", "dm", "post", "blog", "comment", "ticket", "order"];
const anyInteraction: fc.Arbitrary<Interaction> = fc.record(
	{
		id: fc.constantFrom("1", "2", "3", "4"),
		channel: fc.constantFrom(...channels),
		direction: fc.constantFrom("inbound" as const, "outbound" as const, "internal" as const),
		at: fc.constantFrom("2026-11-20", "2026-11-20T09:12:00Z", "2026-11-20T10:12:00+01:00", "2026-11-21T00:00:00Z"),
		text: fc.constantFrom("No disc", "Still none, T-1001", "Hello"),
		topic: fc.constantFrom("Disc", "Login"),
		state: fc.constantFrom("open" as const, "pending" as const, "resolved" as const, "closed" as const),
		resolvedAt: fc.constantFrom("2026-11-20T12:00:00Z", "2026-11-22"),
		references: fc.subarray(["T-1001", "T-1002"]),
		thread: fc.constantFrom("a", "b"),
		url: fc.constantFrom("https://x.example/1", "https://x.example/2"),
		author: fc.constantFrom("Ana", "Bruno"),
	},
	{ requiredKeys: ["channel"] },
);
const anyInteractions = fc.array(anyInteraction, { maxLength: 8 });

/** A linked person with two records and a handle of their own. */
const world = (
	first: Interaction[],
	second: Interaction[],
	own: Interaction[],
	posts: { text: string }[],
): Resolution => {
	const record = (id: string, interactions: Interaction[]) =>
		recordOf({ id, names: [{ full: "Ana Costa" }], emails: [{ value: "ana@example.com" }], interactions });
	return {
		profile: profileOf({ platform: "x", handle: "ana", interactions: own, posts }),
		holder: { kind: "person", says: "" },
		decision: "link",
		reason: "One record fits far better than any other.",
		links: [
			{
				recordId: "C-1",
				record: record("C-1", first),
				duplicates: [record("C-2", second)],
				probability: 0.99,
				bits: 10,
				prior: 0,
				competition: 0,
				evidence: [],
				assurance: { level: "verified", reasons: [] },
				missing: [],
				foundBy: [],
			},
		],
		alerts: [],
		nobody: 0.01,
		unlisted: 0,
		basis: { thresholds: { link: 0.95, review: 0.5 }, slopes: {}, bounds: [], spread: 0, others: [] },
		prior: { bits: 0, coverage: 0.6, records: 1 },
		population: 100e6,
		ceiling: 1,
		recall: { keys: 0, capped: [], candidates: 1 },
		warnings: [],
	};
};
const anyWorld = fc
	.tuple(anyInteractions, anyInteractions, anyInteractions)
	.map((lists) => lists as [Interaction[], Interaction[], Interaction[]]);

describe("a timeline", () => {
	it("has each event once, and loses none", () => {
		fc.assert(
			fc.property(anyWorld, ([first, second, own]) => {
				// Where each telling was read shows in which event it stands.
				const named = [first, second, own].map((list, at) =>
					list.map((one, index) => ({ ...one, source: `${at}.${index}` })),
				);
				const events = dossier(world(named[0] ?? [], named[1] ?? [], named[2] ?? [], [])).timeline;
				const all = named.flat();
				expect(events.flatMap(({ sources }) => sources).sort()).toEqual(all.map(({ source }) => source).sort());
				const urls = events.flatMap(({ url }) => url ?? []);
				expect(new Set(urls).size).toBe(urls.length);
				const eventOf = ({ source }: Interaction) => events.find(({ sources }) => sources.includes(source ?? ""));
				for (const one of all) {
					for (const other of all) {
						const isSame = one.id !== undefined && one.id === other.id && one.channel === other.channel;
						if (isSame || (one.url !== undefined && one.url === other.url)) expect(eventOf(one)).toBe(eventOf(other));
					}
				}
				expect(events.length).toBeLessThanOrEqual(all.length);
			}),
		);
	});

	it("is newest first, undated last, and the same whatever came first", () => {
		fc.assert(
			fc.property(anyWorld, ([first, second, own]) => {
				const answer = dossier(world(first, second, own, []));
				const times = answer.timeline.map(({ at }) => (at === undefined ? Number.NEGATIVE_INFINITY : Date.parse(at)));
				expect(times).toEqual(times.toSorted((a, b) => b - a));
				const turned = world(first.toReversed(), second.toReversed(), own.toReversed(), []);
				expect(dossier(turned)).toEqual(answer);
				expect(handOff(dossier(turned))).toEqual(handOff(answer));
			}),
		);
	});

	it("does not change when something is told twice", () => {
		fc.assert(
			fc.property(anyInteractions, (interactions) => {
				const once = timelineOf([recordOf({ interactions })], profileOf({}));
				expect(timelineOf([recordOf({ interactions: [...interactions, ...interactions] })], profileOf({}))).toEqual(
					once,
				);
			}),
		);
	});

	it("gives every open conversation to exactly one issue", () => {
		fc.assert(
			fc.property(anyWorld, ([first, second, own]) => {
				const { issues } = dossier(world(first, second, own, []));
				const events = [...issues.open, ...issues.resolved].flatMap((issue) => issue.events);
				expect(new Set(events).size).toBe(events.length);
				for (const issue of [...issues.open, ...issues.resolved]) {
					expect(issue.tookMs ?? 0).toBeGreaterThanOrEqual(0);
					for (const event of issue.unanswered) expect(issues.unanswered).toContain(event);
				}
			}),
		);
	});
});

describe("every claim", () => {
	it("names the records it comes from, or the handle", () => {
		fc.assert(
			fc.property(anyWorld, ([first, second, own]) => {
				const { names, contacts, channels, timeline, issues, organizations } = dossier(world(first, second, own, []));
				const claims = [
					...names,
					...organizations,
					...contacts,
					...channels,
					...timeline,
					...issues.open,
					...issues.resolved,
				];
				for (const { records, profile } of claims) {
					expect(records.length > 0 || profile).toBe(true);
					for (const id of records) expect(["C-1", "C-2"]).toContain(id);
				}
			}),
		);
	});
});

describe("below the decision link", () => {
	it("nothing of a record shows, whatever the record holds", () => {
		fc.assert(
			fc.property(
				fc.constantFrom("review", "none", "insufficient") as fc.Arbitrary<"review">,
				anyWorld,
				(decision, lists) => {
					const [first, second, own] = lists;
					const resolution = { ...world(first, second, own, [{ text: "Hi" }]), decision };
					const bare = { ...resolution, links: [] };
					expect(dossier(resolution)).toEqual(dossier(bare));
					expect(dossierText(dossier(resolution))).not.toMatch(/C-1|C-2|Costa|example\.com/);
					expect(handOff(dossier(resolution))).toEqual(handOff(dossier(bare)));
				},
			),
		);
	});
});

describe("what strangers write", () => {
	const anyText = fc.string({ unit: "grapheme", maxLength: 40 }).filter((text) => text.trim() !== "");
	const hostile = fc.oneof(
		anyText,
		fc.constantFrom(
			"<script>",
			"[a](javascript:1)",
			"\n# b",
			"\u202e",
			"`",
			"![x](y)",
			"</details>",
			"\\",
			"\r\n---\r\n",
			"|",
		),
	);
	it("cannot act in Markdown", () => {
		fc.assert(
			fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (parts) => {
				const text = parts.join("");
				const resolution = world(
					[{ channel: "chat", text, topic: text, author: text, thread: text, url: text }],
					[],
					[],
					[{ text }],
				);
				const answer = dossier(resolution);
				for (const written of [dossierText(answer), handOffText(handOff(answer))]) {
					// What is written from right to left is isolated.
					const out = written.replace(/\u2068([^\u2066-\u2069\n]*)\u2069/g, "$1");
					const lines = out.split("\n");
					expect(out).not.toMatch(/<[a-z/!]/i);
					// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
					expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069\u2028\u2029]/);
					for (const line of lines) {
						expect(line).not.toMatch(/(?<!\\)(?:\\\\)*\]\(/);
						if (/^\s*#/.test(line)) expect(line).toMatch(/^#{1,2} (?:@ana|Hand-off|[A-Z])/);
					}
				}
			}),
		);
	});
});

describe("a masked packet", () => {
	const letters = fc.string({ unit: fc.constantFrom(..."bcdfghjklmnpqrstvwxz"), minLength: 4, maxLength: 9 });
	const anyPerson = fc.record({
		given: letters.map((name) => `Qa${name}`),
		family: letters.map((name) => `Qe${name}`),
		mailbox: letters.map((name) => `qi${name}`),
		line: fc.integer({ min: 5550100, max: 5550199 }),
	});
	it("holds none of the planted addresses, numbers and names", () => {
		fc.assert(
			fc.property(
				anyPerson,
				anyPerson,
				fc.array(fc.constantFrom("from", "to", "ask", "Dear", "-", "\n", ","), { maxLength: 6 }),
				(person, colleague, words) => {
					const email = `${person.mailbox}@mail.example.com`;
					const phone = `+1 617 ${String(person.line).slice(0, 3)} ${String(person.line).slice(3)}`;
					const plant = [
						person.given,
						email,
						`${person.given.toUpperCase()} ${person.family}`,
						phone,
						colleague.family,
						`(617) ${String(person.line).slice(0, 3)}-${String(person.line).slice(3)}`,
					];
					const text = plant.map((value, index) => `${words[index] ?? "and"} ${value}`).join(" ");
					const said = (direction: "inbound" | "outbound" | "internal"): Interaction => ({
						channel: "email",
						direction,
						topic: text,
						text,
						author:
							direction === "inbound" ? `${person.given} ${person.family}` : `${colleague.given} ${colleague.family}`,
						references: [email, "T-1001"],
						state: "open",
						thread: email,
						url: `https://example.com/${direction}/${person.given}-${person.family}`,
					});
					const resolution = world([said("inbound")], [said("outbound"), said("internal")], [], [{ text }]);
					const [link] = resolution.links;
					const record = recordOf({
						id: email,
						names: [{ given: person.given, family: person.family }],
						emails: [{ value: email }],
						phones: [{ value: phone }],
						interactions: link?.record.interactions ?? [],
					});
					const packet = handOff(
						dossier({ ...resolution, links: [{ ...(link as NonNullable<typeof link>), recordId: email, record }] }),
					);
					const masked = maskedHandOff(packet);
					const out = (
						JSON.stringify(masked) +
						handOffText(masked) +
						handOffText(masked, { as: "text" })
					).toLowerCase();
					const planted = [
						person.given,
						person.family,
						colleague.family,
						person.mailbox,
						"example.com",
						String(person.line).slice(3),
						"617",
					];
					for (const value of planted) expect(out).not.toContain(value.toLowerCase());
					for (const { text = "" } of [...masked.said, ...masked.answered])
						expect([...text].length).toBeLessThanOrEqual(140);
				},
			),
		);
	});
});

describe("equal treatment", () => {
	/** What networks say of how many look at somebody, and what is bought there. */
	const influence = fc.record(
		{
			followers: fc.nat(),
			followers_count: fc.nat(),
			following: fc.nat(),
			likes: fc.nat(),
			listed_count: fc.nat(),
			klout: fc.integer({ min: 1, max: 100 }),
			verified: fc.boolean(),
			badge: fc.constantFrom("blue", "gold", "none"),
		},
		{ requiredKeys: [] },
	);
	const records: CrmRecordInput[] = [
		{
			id: "C-1",
			name: "Ana Costa",
			email: "ana@example.com",
			status: "customer",
			interactions: [{ channel: "chat", direction: "inbound", at: "2026-11-20T09:12:00Z", text: "Hi", state: "open" }],
		},
		{ id: "C-2", name: "Ana Costa", phone: "+1 617 555 0177" },
		{ id: "C-3", name: "Bruno Keller" },
	];
	const profiles = [
		{
			platform: "x",
			handle: "ana_c",
			displayName: "Ana Costa",
			bio: "ana@example.com",
			posts: [{ text: "Nothing", at: "2026-11-22T10:00:00Z" }],
		},
		{ platform: "x", handle: "anacosta" },
		{ platform: "x", handle: "qz_8841" },
		{},
	];
	it("followers, likes and badges change nothing: not who it is, nor what is told, nor when an answer is due", async () => {
		const resolver = createResolver({ records });
		const ofRecords = (attributes: Record<string, string | number | boolean>) =>
			createResolver({ records: records.map((record) => ({ ...record, attributes })) });
		await fc.assert(
			fc.asyncProperty(influence, influence, fc.constantFrom(...profiles), async (one, other, profile) => {
				const ask = async (given: object, who = resolver) => {
					const resolution = await who.resolve({ ...profile, attributes: { ...given } });
					const answer = dossier(resolution, { now: Date.parse("2026-11-23") });
					const packet = handOff(answer);
					const links = resolution.links.map(({ record: _record, duplicates: _duplicates, ...link }) => link);
					return {
						...resolution,
						profile: undefined,
						links,
						answer,
						packet,
						text: dossierText(answer) + handOffText(packet),
					};
				};
				expect(await ask(one)).toEqual(await ask(other));
				expect(await ask(one, ofRecords({ ...one }))).toEqual(await ask(one, ofRecords({ ...other })));
			}),
			{ numRuns: 60 },
		);
	});
});
