/**
 * Values that are planted in records, profiles and payloads, good and malformed, are looked for in everything that ends up
 * in logs: explanations, reasons, warnings, quarantine, errors as they are printed, progress. `npm run suite:canary` plants
 * a thousand, SAMEAS_CASES any other number.
 */
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as crm from "../src/crm.js";
import { dossier, handOff, handOffText, maskedHandOff } from "../src/dossier.js";
import {
	assign,
	type CrmRecordInput,
	createResolver,
	defaultScorers,
	defineScorer,
	evaluate,
	explain,
	memoryStore,
	type Resolution,
	type ResolverOptions,
	type SocialProfileInput,
	waterfall,
} from "../src/index.js";
import { intakeOf } from "../src/node/intake.js";
import * as platforms from "../src/platforms.js";
import { train } from "../src/training/train.js";
import { jsonLine } from "../src/trust.js";

const VALUES = Number(process.env["SAMEAS_CASES"] ?? 50);
const letters = "bcdfghjklmnpqrstvwxz";

/** Six consonants: no word of any sentence. */
function code(number: number): string {
	let text = "";
	for (let rest = number * 7919 + 31; text.length < 6; rest = Math.floor(rest / letters.length)) {
		text += letters[rest % letters.length];
	}
	return `qz${text}`;
}

/** Sixteen digits with the check digit of a payment card. */
function card(number: number): string {
	const digits = `424242${String(number).padStart(9, "0")}`;
	const sum = [...digits].reduce((total, digit, at) => {
		const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return `${digits}${(10 - (sum % 10)) % 10}`;
}

const areas = [201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228];

interface Planted {
	readonly given: string;
	readonly family: string;
	readonly email: string;
	readonly phone: string;
	readonly id: string;
	readonly card: string;
	readonly street: string;
	readonly bio: string;
	readonly post: string;
	readonly told: string;
}

const KINDS = 10;
const people: readonly Planted[] = Array.from({ length: Math.ceil(VALUES / KINDS) }, (_, index) => {
	const at = (kind: number): string => code(index * KINDS + kind);
	const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
	return {
		given: capital(at(0)),
		family: capital(at(1)),
		email: `${at(2)}@mail.example.com`,
		phone: `+1 ${areas[Math.floor(index / 100) % areas.length]} 555 ${String(100 + (index % 100)).padStart(4, "0")}`,
		id: `${at(4)}@crm.example.org`,
		card: card(index),
		street: `${index + 1} ${capital(at(6))} Street`,
		bio: `Keeps ${at(7)} in the attic`,
		post: `My ${at(8)} broke on Tuesday, order ${at(8)}-77`,
		told: `The ${at(9)} never came, as I said on the phone`,
	};
});

// ---------------------------------------------------------------- what is found where

const needles = new Map<string, string>();
for (const person of people) {
	for (const [kind, value] of Object.entries(person)) {
		const word = /qz[a-z]{6}/i.exec(value)?.[0].toLowerCase();
		needles.set(word ?? value.replace(/\D/g, "").slice(-10), kind);
	}
}

/** The planted values that stand in a text, however they are spaced or capitalised. */
function found(text: string): string[] {
	const words = (text.toLowerCase().match(/qz[a-z]{6}/g) ?? []).filter((word) => needles.has(word));
	const digits = text.replace(/(?<=\d)[\s().-]+(?=\d)/g, "").match(/\d{10,}/g) ?? [];
	return [...new Set([...words, ...digits.map((run) => run.slice(-10)).filter((run) => needles.has(run))])];
}

const leaks = new Map<string, string>();
let looked = 0;
/** Looks into what would be logged. @param but kinds of values that may stand there */
function log(where: string, text: string, but: readonly string[] = []): void {
	looked++;
	for (const value of found(text)) {
		const kind = needles.get(value) as string;
		if (!but.includes(kind)) leaks.set(`${kind} in ${where}`, text.slice(0, 400));
	}
}
function logError(where: string, error: unknown): void {
	log(`${where}: message`, `${error}`);
	log(`${where}: printed`, inspect(error, { depth: 9 }));
	log(`${where}: JSON`, JSON.stringify(error));
	log(`${where}: stack`, `${(error as Error).stack}`);
}
async function logThrown(where: string, run: () => unknown): Promise<void> {
	const error = await Promise.resolve()
		.then(run)
		.then(
			() => undefined,
			(thrown: unknown) => thrown ?? "nothing",
		);
	expect(error, `${where} is refused`).toBeDefined();
	logError(where, error);
}
/** Reports and warnings, without the ids of records, by which a caller finds the record. */
const withoutIds = (value: unknown): string =>
	JSON.stringify(value, (key, inner: unknown) => (key === "recordId" ? undefined : inner));

// ---------------------------------------------------------------- what is planted

const records = (person: Planted): CrmRecordInput[] => [
	{
		id: person.id,
		names: [`${person.given} ${person.family}`],
		emails: [{ value: person.email, label: person.bio, source: person.told }],
		phones: [person.phone],
		addresses: [{ street: person.street, city: "Boston" }],
		organization: `${person.family} Ltd`,
		title: person.bio,
		handles: [`x:${person.family}`],
		links: [`https://${person.family}.example.com/${person.given}`],
		interactions: [
			{ id: person.id, channel: "call", direction: "inbound", at: "2026-11-20T09:12:00Z", text: person.told },
			{ channel: "chat", text: `My card is ${person.card}`, references: [`${person.family}-77`], author: person.given },
		],
		attributes: { [person.given]: person.card },
	},
];

/** Whatever a field can be that it should not be. */
const malformed = (person: Planted, value: string): unknown[] => [
	value,
	[value],
	{ id: { value } },
	{ id: `${value}\ud800` },
	{ id: value.repeat(60) },
	{ id: person.id, name: value },
	{ id: `${person.id} 2`, name: [[value]], email: [[value], { [value]: value }], phone: { value: [value] } },
	{ id: `${person.id} 3`, name: { [value]: value }, email: `${value}@@`, phone: `${value} 5e9`, status: value },
	{
		id: `${person.id} 4`,
		consent: value,
		attributes: { [value]: { value }, [value.repeat(30)]: 1, x: value.repeat(60) },
	},
	{
		id: `${person.id} 5`,
		interactions: [value, { channel: value, direction: value, state: value, references: { value } }],
	},
	{ id: `${person.id} 6`, [value]: value, [`Email ${value}`]: value, [`First Name ${value}`]: value, kind: value },
	{
		id: `${person.id} 7`,
		handles: [{ platform: [value], handle: value.repeat(60) }],
		links: [{ value }],
		title: [value],
	},
	{
		id: `${person.id} 8`,
		get name(): string {
			throw new Error(value);
		},
	},
];

const profile = (person: Planted, index: number): SocialProfileInput => ({
	platform: "x",
	handle: `visitor_${index}`,
	displayName: `${person.given} ${person.family}`,
	bio: `${person.bio}. ${person.email}`,
	location: person.street,
	links: [`https://${person.family}.example.com/${person.given}`],
	emails: [person.email],
	phones: [person.phone],
	posts: [{ text: person.post, at: "2026-11-21T10:00:00Z" }, `${person.told} ${person.card}`],
	interactions: [{ channel: "dm", direction: "inbound", text: `${person.told} ${person.family}-77` }],
});

const badProfile = (value: string, index: number): unknown => ({
	handle: `visitor_${index}`,
	displayName: [value],
	bio: { value },
	emails: [{ [value]: value }, `${value}@@`, [value]],
	phones: [value, { value: [value] }],
	posts: [{ id: value }, [value]],
	links: value.repeat(200),
	emailHashes: [value],
	attributes: { [value]: [value] },
	createdAt: { value },
	interactions: [{ channel: value, at: { value } }],
});

const resolverOf = (options: ResolverOptions = {}) => createResolver({ records: people.flatMap(records), ...options });

function logResolution(where: string, resolution: Resolution): void {
	for (const as of ["text", "markdown", "html"] as const) log(`${where}: ${as}`, explain(resolution, { as, links: 5 }));
	const { reason, holder, warnings, decision, nobody, unlisted, ceiling, prior, population, links, recall } =
		resolution;
	log(`${where}: the answer`, JSON.stringify({ reason, holder, warnings, decision, nobody, unlisted, ceiling, prior }));
	log(`${where}: counts`, JSON.stringify([population, recall.keys, recall.candidates, recall.capped.length]));
	for (const link of links) {
		log(`${where}: waterfall`, JSON.stringify(waterfall(link)));
		const shown = link.evidence.map(({ profileValue: _, recordValue: __, ...rest }) => rest);
		log(`${where}: evidence`, JSON.stringify([shown, link.missing]));
	}
}

describe("planted values", { timeout: 20_000 + VALUES * 500 }, () => {
	const printers = ["log", "info", "warn", "error", "debug", "trace", "dir", "table"] as const;
	const spies = printers.map((printer) => vi.spyOn(console, printer));
	beforeAll(() => {
		for (const spy of spies) spy.mockClear();
	});
	afterAll(() => {
		for (const spy of spies) spy.mockRestore();
	});

	it("are as many as were asked for, and are recognised where they stand", async () => {
		expect(needles.size).toBe(people.length * KINDS);
		expect(needles.size).toBeGreaterThanOrEqual(VALUES);
		const [person] = people as [Planted];
		for (const value of Object.values(person)) expect(found(`a ${value.toUpperCase()}.`)).toHaveLength(1);
		expect(found("call 201.555.0100 now")).toHaveLength(1);
		const resolution = await resolverOf().resolve(profile(person, 0));
		expect(resolution.decision).toBe("link");
		expect(found(explain(resolution, { values: true })).length).toBeGreaterThan(3);
	});

	it("are in no explanation, reason, evidence or warning", async () => {
		const resolver = resolverOf();
		expect(resolver.ingested.accepted).toBe(people.length);
		for (const [index, person] of people.entries()) {
			const whole = await resolver.resolve(profile(person, index));
			expect(whole.links[0]?.recordId).toBe(person.id);
			logResolution("a whole profile", whole);
			logResolution("a name", await resolver.resolve({ displayName: `${person.given} ${person.family}` }));
			logResolution(
				"a bio",
				await resolver.resolve({ handle: `visitor_${index}`, bio: person.email, posts: [person.told] }),
			);
			for (const value of Object.values(person) as string[]) {
				logResolution("a malformed profile", await resolver.resolve(badProfile(value, index) as SocialProfileInput));
			}
			// What the person said is what the packet is for.
			log("a masked packet", handOffText(maskedHandOff(handOff(dossier(whole)))), ["post", "told"]);
		}
		log("a printed resolver", inspect(resolver) + String(resolver));
	});

	it("are in no report on records, but for their ids", async () => {
		for (const person of people) {
			for (const value of Object.values(person) as string[]) {
				const store = memoryStore();
				const resolver = createResolver({ records: [...records(person), ...malformed(person, value)] as never, store });
				const { accepted, suppressed, quarantined, warnings } = resolver.ingested;
				expect([accepted + suppressed + quarantined.length, suppressed]).toEqual([14, 1]);
				expect([quarantined.length, warnings.length].every((count) => count > 3)).toBe(true);
				log("a report", withoutIds(resolver.ingested));
				log("a printed store", inspect(store, { depth: 9 }) + JSON.stringify(store));
				await resolver.addAll(malformed(person, value) as never, {
					onProgress: (one) => log("progress", inspect(one)),
				});
			}
		}
		const take = intakeOf({}, memoryStore());
		const lines = people.flatMap((person) =>
			Object.values(person).map((value: string) => `{"id":"${value}",${value}}\n`),
		);
		const taken = take(new TextEncoder().encode(lines.join("")));
		expect(taken.quarantined).toHaveLength(lines.length);
		log("lines that are no JSON", JSON.stringify(taken.quarantined));
	});

	it("are in no error that is printed, whatever a scorer throws", async () => {
		type Member = "ofProfile" | "ofRecord" | "compare" | "keys" | "holder" | "bounds" | "identity" | "level";
		const bad = (member: Member, thrown: unknown) => {
			const unless = <T>(own: Member, value: T): T => {
				if (own === member) throw thrown;
				return value;
			};
			return defineScorer<string, string, "same">({
				name: "bad",
				group: "context",
				levels: { same: { m: 0.5, u: 0.1, says: "Is the same" } },
				ofProfile: () => unless("ofProfile", "a"),
				ofRecord: () => unless("ofRecord", "a"),
				keys: { ofProfile: () => unless("keys", ["a"]), ofRecord: () => ["a"] },
				identity: { keys: () => unless("identity", ["a"]) },
				compare: (one, other) => {
					const level = (member === "level" ? String(thrown) : "same") as "same";
					const seen = { level, profileValue: one, recordValue: other, profileField: "bio", recordField: "title" };
					return unless("compare", seen);
				},
				bounds: () => unless("bounds", { best: 1, absent: 0 }),
				holder: () => unless("holder", undefined),
			});
		};
		for (const [index, person] of people.entries()) {
			const values = Object.values(person) as string[];
			const value = values[index % KINDS] as string;
			for (const thrown of [new Error(value), value, { message: value, toString: () => value }]) {
				for (const member of ["ofProfile", "compare", "keys", "holder", "bounds", "identity", "level"] as const) {
					const resolver = createResolver({
						records: [...records(person), ...records(person).map((record) => ({ ...record, id: "2" }))],
						scorers: [...defaultScorers(), bad(member, thrown)],
					});
					await logThrown(`a scorer's ${member}`, () => resolver.resolve(profile(person, index)));
					for await (const item of resolver.resolveAll([profile(person, index)])) {
						if (item.kind === "failed") logError(`a batch with a scorer's ${member}`, item.error);
					}
				}
				await logThrown("a scorer's ofRecord", () =>
					createResolver({ records: records(person), scorers: [bad("ofRecord", thrown)] }),
				);
			}
		}
	});

	it("are in no error about what was asked", async () => {
		const resolver = resolverOf();
		const resolution = await resolver.resolve(profile(people[0] as Planted, 0));
		for (const person of people) {
			for (const value of Object.values(person) as never[]) {
				await logThrown("a country", () => createResolver({ defaultCountry: value }));
				for (const option of ["coverage", "bareWeight", "population", "maxLinks"] as const) {
					await logThrown(option, () => createResolver({ [option]: value }));
				}
				await logThrown("a threshold", () => createResolver({ thresholds: { link: value } }));
				await logThrown("a weight", () => createResolver({ weights: { name: value } }));
				await logThrown("a model", () => createResolver({ model: value }));
				await logThrown("a model's version", () =>
					createResolver({ model: { format: "sameas-model", version: value } }),
				);
				await logThrown("a model's slope", () =>
					createResolver({ model: { format: "sameas-model", version: 1, slopes: { name: value } } }),
				);
				await logThrown("records", () => createResolver({ records: value }));
				await logThrown("no record set", () => resolver.add({ id: value } as never));
				await logThrown("a profile in a list", () => resolver.resolve([value] as never));
				await logThrown("an aborted batch", () =>
					resolver.resolve(profile(person, 0), { signal: AbortSignal.abort(new Error(value)) }),
				);
				await logThrown("a batch", () => resolver.resolveAll({ value } as never));
				await logThrown("concurrency", () => resolver.resolveAll([], { concurrency: value }));
				await logThrown("a dossier's link", () => dossier(resolution, { link: `${value}!` }));
				await logThrown("a dossier's now", () => dossier(resolution, { now: value }));
				await logThrown("a sundown", () => handOff(dossier(resolution), { sundown: { utcOffset: value } }));
				await logThrown("a pair", () => assign([resolution], { cannotLink: [value] }));
				await logThrown("a handle of a pair", () =>
					assign([resolution], { cannotLink: [[{ value } as never, value]] }),
				);
				await logThrown("an assignment", () => assign([{ value } as never]));
				await logThrown("training", () => train({ model: { format: value } as never }, []));
				await logThrown("a scorer's name", () => defineScorer({ name: value, group: "name", levels: {} } as never));
				const circle: Record<string, unknown> = { [value]: value };
				circle[value] = circle;
				await logThrown("a line of JSON", () => jsonLine(circle));
			}
		}
	});

	it("are in no finding of an evaluation or an assignment, but for ids", async () => {
		const resolver = resolverOf();
		const labelled = people.map((person, index) => ({
			profile: badProfile(person.bio, index) as SocialProfileInput,
			truth: person.id,
		}));
		const { overall, unlinkables } = await evaluate(resolver, labelled, { samples: 10 });
		expect(unlinkables.list).toHaveLength(people.length);
		log(
			"an evaluation",
			JSON.stringify([overall, unlinkables.counts, unlinkables.list.map(({ truth: _, ...rest }) => rest)]),
		);
		const resolutions: Resolution[] = [];
		for (const [index, person] of people.entries()) {
			for (const handle of [`one_${index}`, `two_${index}`])
				resolutions.push(await resolver.resolve({ ...profile(person, index), handle }));
		}
		const { changes } = assign(resolutions);
		expect(changes.length).toBeGreaterThan(0);
		log("an assignment", JSON.stringify(changes.map(({ index, reason, cause }) => ({ index, reason, cause }))));
	});

	it("are in no warning of a reader", () => {
		const readers = [...Object.entries(crm), ...Object.entries(platforms)].filter(([name]) => name.startsWith("from"));
		expect(readers.length).toBeGreaterThan(25);
		let warned = 0;
		for (const person of people) {
			for (const value of Object.values(person) as string[]) {
				const item = {
					...{ id: { value }, [value]: value, email: [value], phone: { value }, name: [[value]], created_at: value },
					...{
						properties: { email: { value }, createdate: value, [value]: [value] },
						attributes: { type: "Contact", [value]: value },
					},
					...{
						Id: { value },
						Email: [[value]],
						CreatedDate: value,
						text: { value },
						author: value,
						user: [value],
						date: value,
					},
				};
				const texts = [
					`${value};${value}\n"${value}`,
					`id,name,${value}\n${value},${value},${value},${value}`,
					`from,to,time,direction\n${value},${value},${value},${value}`,
					`BEGIN:VCARD\n${value}\nEMAIL;${value}=${value}:${value}\nBDAY:${value}\nEND:VCARD`,
				];
				const payloads = [
					value,
					[value],
					item,
					[item],
					{ data: [item] },
					{ results: [item], records: [item], value: [item] },
					...texts,
				];
				for (const [name, read] of readers) {
					for (const payload of [...payloads, { tickets: item, users: [item, value], comments: item, items: [item] }]) {
						const { warnings } = (read as (payload: unknown) => crm.CrmReading)(payload);
						warned += warnings.length;
						log(`a warning of ${name}`, JSON.stringify(warnings));
					}
				}
			}
		}
		expect(warned).toBeGreaterThan(100);
	});

	it("have leaked nowhere, and nothing was printed", () => {
		expect(looked).toBeGreaterThan(people.length * 100);
		expect(Object.fromEntries(leaks)).toEqual({});
		for (const spy of spies) expect(spy).not.toHaveBeenCalled();
	});

	it("stand in a resolution where a program needs them, and nowhere else", async () => {
		const resolver = resolverOf();
		const places = new Set<string>();
		const walk = (value: unknown, path: string): void => {
			if (typeof value === "string") {
				if (found(value).length > 0) places.add(path);
				return;
			}
			if (typeof value !== "object" || value === null) return;
			for (const [key, inner] of Object.entries(value)) {
				if (found(key).length > 0) places.add(path);
				const isWhole = key === "profile" || key === "record" || key === "duplicates";
				if (isWhole && found(JSON.stringify(inner)).length > 0) places.add(`${path}.${key}`);
				else walk(inner, Array.isArray(value) ? path : `${path}.${key}`);
			}
		};
		for (const [index, person] of people.entries()) walk(await resolver.resolve(profile(person, index)), "resolution");
		const common = people[0] as Planted;
		const many = Array.from({ length: 600 }, (_, index) => ({
			id: `many-${index}`,
			name: `${common.given} ${common.family}`,
		}));
		walk(
			await createResolver({ records: many }).resolve({ displayName: `${common.given} ${common.family}` }),
			"resolution",
		);
		expect([...places].sort()).toEqual([
			"resolution.alerts.recordId",
			"resolution.links.evidence.profileValue",
			"resolution.links.evidence.recordValue",
			"resolution.links.foundBy",
			"resolution.links.record",
			"resolution.links.recordId",
			"resolution.profile",
			"resolution.recall.capped",
		]);
	});
});
