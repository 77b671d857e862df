import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript
import { makeHandles, makeRecords } from "../bench/people.mjs";
import { joined } from "../src/memory/bytes.js";
import { eraseFromSnapshot, loadSnapshot, saveSnapshot } from "../src/node.js";
import { createResolver, type Resolver } from "../src/resolver.js";
import { type MemoryStore, memoryStore } from "../src/stores/memory.js";
import { suppressionOf } from "../src/suppression.js";
import { withoutPerson } from "../src/training/labels.js";
import type { CrmRecordInput, SocialProfileInput } from "../src/types.js";
import { marksOf, plantedRecords } from "./planted.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const others = makeRecords(300) as CrmRecordInput[];
const key = "a key of the tests, and of nobody else";

/** Which of these stand in the bytes, written one byte or two a letter. */
function tracesIn(bytes: Uint8Array, marks: readonly string[]): string[] {
	const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const texts = [all.toString("latin1"), all.toString("utf16le"), all.subarray(1).toString("utf16le")];
	const found = new Set(texts.flatMap((text) => text.match(/xq[a-z]{5}/g) ?? []));
	return marks.filter((mark) => found.has(mark));
}

const bytesOf = (store: MemoryStore): Uint8Array => joined(store.snapshot());

describe("forget", () => {
	it("leaves no trace of 300 people in snapshots and answers", async () => {
		const people = Array.from({ length: 300 }, (_, person) => person);
		const store = memoryStore();
		const resolver = createResolver({ store, records: [...others, ...people.flatMap(plantedRecords)] });
		const marks = people.flatMap(marksOf);
		// The search finds what is there.
		expect(tracesIn(bytesOf(store), marks)).toEqual(marks);
		const profiles = people.map((person): SocialProfileInput => {
			const [given, family, , mailbox, host, , , , , handle, said] = marksOf(person);
			return {
				platform: "x",
				handle: handle as string,
				bio: `${mailbox}@${host}.example.com`,
				displayName: `${given} ${family}`,
				posts: [`About ${said}`],
			};
		});
		const before = await Promise.all(profiles.map((profile) => resolver.resolve(profile)));
		expect(before.every(({ links }) => links[0]?.duplicates.length === 1)).toBe(true);

		for (const person of people) {
			const [, , , mailbox] = marksOf(person);
			expect(resolver.forget(`b-${mailbox}`).erased).toEqual([`a-${mailbox}`, `b-${mailbox}`]);
		}
		expect(resolver.size).toBe(others.length);
		expect(tracesIn(bytesOf(store), marks)).toEqual([]);
		const after = await Promise.all(profiles.map((profile) => resolver.resolve(profile)));
		// What the question itself says is repeated in the answer; and the keys that were looked up are its own.
		const answers = JSON.stringify(after.map(({ profile: _, ...answer }) => answer));
		expect(marks.filter((mark) => answers.includes(mark))).toEqual([]);
		expect(JSON.stringify(resolver.ingested)).not.toContain("xq");
	}, 60_000);

	it("has no word left behind of records that are removed without being forgotten", () => {
		const store = memoryStore();
		const resolver = createResolver({ store, records: [...others, ...plantedRecords(1)] });
		for (const { id } of plantedRecords(1)) resolver.remove(id as string);
		expect(tracesIn(bytesOf(store), marksOf(1))).toEqual([]);
		// Also where the keys are not known.
		const bare = memoryStore();
		createResolver({ store: bare, records: plantedRecords(2) });
		for (const { id } of plantedRecords(2)) bare.remove(id as string);
		expect(tracesIn(bytesOf(bare), marksOf(2))).toEqual([]);
	});

	it("keeps the words that other records have", async () => {
		const [first, second] = [plantedRecords(1)[0], plantedRecords(1)[1]] as [CrmRecordInput, CrmRecordInput];
		const store = memoryStore();
		const resolver = createResolver({ store, records: [...others, first, second] });
		const alone = createResolver({ records: [...others, first] });
		resolver.forget(second.id as string, { duplicates: false });
		const loaded = createResolver({ store: memoryStore({ snapshot: bytesOf(store) }) });
		for (const one of [resolver, loaded])
			expect(one.get(first.id as string)).toStrictEqual(alone.get(first.id as string));
	});

	it("drops the name of the record from what was reported of it", () => {
		const records = [{ id: "gone-1", email: 7 }, { id: "gone-1" }, { id: "stays", email: 7 }] as CrmRecordInput[];
		const resolver = createResolver({ records });
		expect(JSON.stringify(resolver.ingested)).toContain("gone-1");
		const before = resolver.ingested;
		resolver.forget("gone-1");
		expect(JSON.stringify(resolver.ingested)).not.toContain("gone-1");
		expect(JSON.stringify(resolver.ingested)).toContain("stays");
		expect(resolver.ingested.quarantined.length).toBe(before.quarantined.length);
	});

	it("says what was erased in a sentence without values, and nothing of whom it does not hold", () => {
		const resolver = createResolver({ records: others });
		expect(resolver.forget("nobody")).toEqual({
			erased: [],
			touched: [],
			suppression: [],
			says: "Records erased: 0. Other records that the account was taken out of: 0.",
		});
	});

	describe("of a profile", () => {
		const todd = { id: "todd", name: "Todd Defren", email: "todd@example.com" };
		const records: CrmRecordInput[] = [
			{ ...todd, handles: [{ platform: "x", handle: "TDefren", id: "77" }] },
			{ ...todd, id: "todd-2", phone: "+1 617 555 0142" },
			{ id: "namesake", name: "Todd Defren", email: "tdefren@example.net" },
			{ id: "claims", name: "Ann Lee", handles: [{ platform: "x", handle: "tdefren", grade: "mentioned" }] },
			{
				id: "heard",
				name: "Bo Park",
				links: ["https://x.com/tdefren", "https://example.org/bo"],
				interactions: [
					{ channel: "post", platform: "x", handle: "tdefren", text: "Hello from Todd" },
					{ channel: "post", platform: "x", handle: "bopark", text: "Hello from Bo" },
				],
			},
			{ id: "another-id", name: "Cy Doe", handles: [{ platform: "x", handle: "tdefren", id: "78" }] },
			{ id: "elsewhere", name: "Di Roe", handles: [{ platform: "github", handle: "tdefren" }] },
			{ id: "former", name: "Ed Moe", handles: [{ platform: "x", handle: "tdefren", validTo: "2019-01-01" }] },
		];

		it("erases the records that hold the account as theirs, and takes it out of others; never by resemblance", () => {
			const resolver = createResolver({ records });
			const { erased, touched } = resolver.forget({
				platform: "x",
				handle: "TDefren",
				id: "77",
				displayName: "Todd Defren",
			});
			expect(erased).toEqual(["todd", "todd-2"]);
			expect(touched).toEqual(["claims", "heard"]);
			expect(resolver.get("claims")?.handles).toEqual([]);
			expect(resolver.get("heard")?.interactions.map(({ handle }) => handle)).toEqual(["bopark"]);
			expect(resolver.get("heard")?.links).toEqual(["https://example.org/bo"]);
			for (const id of ["namesake", "another-id", "elsewhere", "former"])
				expect(resolver.get(id)).toStrictEqual(createResolver({ records }).get(id));
		});

		it("erases that record alone when it is told so", () => {
			const resolver = createResolver({ records });
			const { erased } = resolver.forget({ platform: "x", handle: "tdefren", id: "77" }, { duplicates: false });
			expect(erased).toEqual(["todd"]);
		});

		it("does not take an id of one tenant for an account", () => {
			const scoped = { platform: "facebook", id: "5", tenantScoped: true };
			const resolver = createResolver({ records: [{ id: "1", name: "Todd Defren", handles: [scoped] }] });
			expect(resolver.forget(scoped).erased).toEqual([]);
		});

		it("goes on where more records hold the account than a store gives at a time", () => {
			const many = Array.from({ length: 100 }, (_, i) => ({
				id: `r${i}`,
				interactions: [{ channel: "post" as const, platform: "x", handle: "tdefren", text: `Hello ${i}` }],
			}));
			const resolver = createResolver({ records: many });
			expect(resolver.forget({ platform: "x", handle: "tdefren" }).touched).toHaveLength(100);
		});
	});
});

describe("files", () => {
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), "sameas-erasure-"));
	});
	afterEach(() => rm(folder, { recursive: true, force: true }));

	it("keep nothing of a person who is erased from a snapshot, nor does the one before it", async () => {
		const path = join(folder, "crm.snapshot");
		const store = memoryStore();
		createResolver({ store, records: [...others, ...plantedRecords(1), ...plantedRecords(2)] });
		await saveSnapshot(store, path);
		await saveSnapshot(store, path);
		expect(await readdir(folder)).toHaveLength(2);
		const [, , , mailbox] = marksOf(1);
		const [forgotten] = await eraseFromSnapshot(path, [`a-${mailbox}`], { key });
		expect(forgotten?.erased).toHaveLength(2);
		expect(forgotten?.suppression.length).toBeGreaterThan(3);
		expect(await readdir(folder)).toEqual(["crm.snapshot"]);
		const bytes = await readFile(path);
		expect(tracesIn(bytes, marksOf(1))).toEqual([]);
		expect(tracesIn(bytes, marksOf(2))).toEqual(marksOf(2));
		expect((await loadSnapshot(path)).store.size).toBe(others.length + 2);
	});

	it("are overwritten before they are deleted, but for one that has another name", async () => {
		const path = join(folder, "crm.snapshot");
		const store = memoryStore();
		const resolver = createResolver({ store, records: plantedRecords(1) });
		await saveSnapshot(store, path);
		await saveSnapshot(store, path);
		const { link, open } = await import("node:fs/promises");
		const backup = join(folder, "backup");
		await link(`${path}.previous`, backup);
		const held = await open(path, "r");
		const [, , , mailbox] = marksOf(1);
		resolver.forget(`a-${mailbox}`);
		await saveSnapshot(store, path, { keepPrevious: false });
		const was = await held.readFile();
		await held.close();
		expect(was.length).toBeGreaterThan(100);
		expect(was.every((byte) => byte === 0)).toBe(true);
		expect(tracesIn(await readFile(backup), marksOf(1))).toEqual(marksOf(1));
		expect((await readdir(folder)).sort()).toEqual(["backup", "crm.snapshot"]);
	});

	it("of the heap hold nothing of 20 people once they are forgotten", async () => {
		const heapOf = async (how: "keep" | "forget"): Promise<Set<string>> => {
			const file = join(folder, `${how}.heapsnapshot`);
			const program = spawn(
				process.execPath,
				[
					"--expose-gc",
					join(root, "node_modules/tsx/dist/cli.mjs"),
					"--expose-gc",
					"--tsconfig",
					join(root, "tsconfig.json"),
					join(root, "test/heap.ts"),
					how,
					file,
				],
				{ cwd: root, stdio: "inherit" },
			);
			expect(await once(program, "exit")).toEqual([0, null]);
			const found = new Set<string>();
			const marks = Array.from({ length: 20 }, (_, person) => marksOf(person)).flat();
			let tail = "";
			for await (const chunk of createReadStream(file, "latin1")) {
				const text = tail + chunk;
				for (const mark of marks) if (text.includes(mark)) found.add(mark);
				tail = text.slice(-20);
			}
			return found;
		};
		expect((await heapOf("keep")).size).toBeGreaterThan(100);
		expect([...(await heapOf("forget"))]).toEqual([]);
	}, 120_000);
});

describe("what the counts have learnt", () => {
	it("is bit for bit what it is without the people who are forgotten", async () => {
		const profiles = (makeHandles(makeRecords(300), 40) as { profile: SocialProfileInput }[]).map(
			({ profile }) => profile,
		);
		let state = 1;
		const dice = (sides: number): number => {
			state = Math.imul(state, 48271) >>> 0;
			return (state >>> 8) % sides;
		};
		const answersOf = (resolver: Resolver) => Promise.all(profiles.map((profile) => resolver.resolve(profile)));
		for (let round = 0; round < 12; round++) {
			const all = others.slice(0, 60 + dice(240)).flatMap((record) => {
				const copies = dice(5) === 0 ? 2 : 1;
				return Array.from({ length: copies }, (_, copy) => ({ ...record, id: `${record.id}-${copy}` }));
			});
			const gone = new Set(all.filter(() => dice(4) === 0).map(({ id }) => id));
			const resolver = createResolver({ records: all });
			if (dice(2) === 0) await answersOf(resolver);
			for (const id of gone) resolver.forget(id, { duplicates: false });
			const without = createResolver({ records: all.filter(({ id }) => !gone.has(id)) });
			expect(await answersOf(resolver)).toStrictEqual(await answersOf(without));
		}
	}, 60_000);
});

describe("people who are not to be kept", () => {
	const todd = { id: "todd", name: "Todd Defren", email: "Todd.Defren@example.com", phone: "+1 617 555 0142" };
	const ann = { id: "ann", name: "Ann Defren", email: "ann@example.com", phone: "617-555-0142" };

	it("do not come back with the next import, whatever their records are called", () => {
		const first = createResolver({ records: [todd, ann] });
		const { suppression } = first.forget("todd", { key });
		expect(suppression.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
		const next = createResolver({ suppressed: { key, hashes: suppression } });
		const report = next.add([
			todd,
			{ ...todd, id: "by-address", phone: undefined as never, name: "T. D." },
			{ id: "by-number", name: "DEFREN, Todd", phone: "(617) 555-0142" },
			ann,
			{ id: "namesake", name: "Todd Defren", email: "other@example.net" },
		]);
		expect(report).toMatchObject({ accepted: 2, suppressed: 3 });
		expect(next.get("ann")?.id).toBe("ann");
	});

	it("are kept out of the resolver that has forgotten them, when it has a key", () => {
		const resolver = createResolver({ records: [todd, ann], suppressed: { key } });
		const { suppression } = resolver.forget("todd");
		expect(suppression.length).toBeGreaterThan(2);
		expect(resolver.add([{ ...todd, id: "again" }])).toMatchObject({ accepted: 0, suppressed: 1 });
		// Without a key nobody can know them again.
		const forgetful = createResolver({ records: [todd] });
		expect(forgetful.forget("todd").suppression).toEqual([]);
		expect(forgetful.add([todd])).toMatchObject({ accepted: 1 });
	});

	it("are known by nothing that people share, nor by an id of one tenant", () => {
		const hashes = (given: Partial<CrmRecordInput>): number => {
			const resolver = createResolver({ records: [{ id: "1", ...given } as CrmRecordInput] });
			return suppressionOf(resolver.get("1") as never, key).length;
		};
		expect(hashes({})).toBe(1);
		expect(hashes({ email: "todd@example.com" })).toBe(2);
		expect(hashes({ email: "support@example.com" })).toBe(1);
		expect(hashes({ emails: [{ value: "todd@example.com", shared: true }] })).toBe(1);
		expect(hashes({ phone: "+1 617 555 0142" })).toBe(1);
		expect(hashes({ phone: "+1 617 555 0142", name: "Todd Defren" })).toBe(2);
		expect(hashes({ handles: [{ platform: "x", id: "7" }] })).toBe(2);
		expect(hashes({ handles: [{ platform: "facebook", id: "7", tenantScoped: true }] })).toBe(1);
		expect(hashes({ handles: [{ platform: "x", handle: "tdefren" }] })).toBe(1);
	});

	it("need a key that cannot be guessed", () => {
		const wrong = { code: "CONFIG", path: "suppressed.key" };
		expect(() => createResolver({ suppressed: { key: "short" } })).toThrow(expect.objectContaining(wrong));
		expect(() => createResolver({ suppressed: { hashes: [] } })).toThrow(expect.objectContaining(wrong));
		expect(() => createResolver().forget("todd", { key: "short" })).toThrow(
			expect.objectContaining({ code: "CONFIG", path: "key" }),
		);
	});

	const refuses = { ...todd, id: "refuses", consent: { doNotMatch: true } };
	it.each([
		["first", [refuses, todd, ann]],
		["in between", [todd, refuses, ann]],
		["last", [ann, todd, refuses]],
	])("when one of their records refuses, none of them is matched: it comes %s", async (_, records) => {
		const resolver = createResolver({ records });
		expect(resolver.ingested).toMatchObject({ accepted: 1, suppressed: 2 });
		expect(resolver.get("todd")).toBeUndefined();
		expect((await resolver.resolve({ bio: "todd.defren@example.com" })).links).toEqual([]);
		expect((await resolver.resolve({ displayName: "Ann Defren" })).links[0]?.recordId).toBe("ann");
		expect(resolver.add([{ ...todd, id: "later" }])).toMatchObject({ accepted: 0, suppressed: 1 });
	});

	it("are taken out when they refuse later, and the report says who", () => {
		const resolver = createResolver({ records: [todd, ann] });
		expect(resolver.add([refuses])).toMatchObject({ accepted: 0, suppressed: 1, withdrawn: ["todd"] });
		expect(resolver.size).toBe(1);
	});

	it("come back when the record that refused is replaced by one that does not", () => {
		const resolver = createResolver({ records: [refuses] });
		expect(resolver.upsert([{ ...refuses, consent: {} }, todd])).toMatchObject({ accepted: 2, suppressed: 0 });
	});
});

describe("withoutPerson", () => {
	it("drops the labels of a person, by record and by account", () => {
		const labels = [
			{ profile: "@tdefren", truth: "todd" },
			{ profile: { platform: "x", handle: "TDefren" }, truth: null },
			{ profile: { platform: "x", handle: "annlee" }, not: "todd" },
			{ profile: { platform: "github", handle: "tdefren" }, truth: "namesake" },
			{ profile: { platform: "x", handle: "annlee" }, truth: "ann" },
		];
		expect(withoutPerson(labels, { recordIds: ["todd"] })).toEqual([labels[1], labels[3], labels[4]]);
		expect(withoutPerson(labels, { profile: { platform: "x", handle: "tdefren" } })).toEqual(labels.slice(2));
		expect(withoutPerson(labels, {})).toEqual(labels);
	});
});
