import "./sources.js";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CrmRecordInput, SocialProfileInput } from "../../src/index.js";
import { type BuildOptions, buildStore, type Lines } from "../../src/node.js";
import { createResolver, type Resolver } from "../../src/resolver.js";
import { memoryStore } from "../../src/stores/memory.js";
import { setup } from "./loyalty.js";

const { makeHandles, makeRecords, seeded } = await import("../../bench/people.mjs" as string);
const random = seeded(3) as () => number;
const people = makeRecords(2600) as CrmRecordInput[];
/** As an export may be: ids twice, people who are not to be matched, rows that are none, cells that cannot be read. */
const records = people.map((record): CrmRecordInput => {
	const what = random();
	if (what < 0.1) return { ...record, id: people[Math.floor(random() * people.length)]!.id };
	if (what < 0.15) return { ...record, consent: { doNotMatch: true } };
	if (what < 0.17) return { ...record, id: "" };
	if (what < 0.2) return { ...record, emails: ["no address"], attributes: { loyalty: 20 } };
	return record;
});
const profiles = (makeHandles(people, 40) as { profile: SocialProfileInput }[]).map(({ profile }) => profile);
const own = new URL("./loyalty.ts", import.meta.url);

let folder: string;
let alone: Resolver;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "sameas-build-"));
	alone = createResolver({ ...setup, records });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function expectSame({ store, report }: Awaited<ReturnType<typeof buildStore>>): Promise<void> {
	expect(report).toEqual(alone.ingested);
	expect(store.size).toBe(alone.size);
	const resolver = createResolver({ ...setup, store });
	for (const record of records) expect(resolver.get(String(record.id))).toStrictEqual(alone.get(String(record.id)));
	for (const profile of profiles) expect(await resolver.resolve(profile)).toStrictEqual(await alone.resolve(profile));
}

describe("a store that several threads fill", () => {
	it.each([0, 1, 2, 3])(
		"is the one that a single thread fills (%i beside this one)",
		async (workers) => {
			const seen: number[] = [];
			const onProgress: BuildOptions["onProgress"] = ({ done, total }) => seen.push(done / (total ?? 0));
			await expectSame(await buildStore({ records, workers, setup: own, onProgress }));
			expect(seen.at(-1)).toBe(1);
			expect(seen).toEqual(seen.toSorted((a, b) => a - b));
		},
		60_000,
	);

	it("takes a stream", async () => {
		async function* stream() {
			for (const record of records) yield record;
		}
		await expectSame(await buildStore({ records: stream(), workers: 1, setup: own }));
	}, 60_000);

	it.each([0, 2])(
		"takes lines of JSON from a file (%i threads beside this one)",
		async (workers) => {
			const file = join(folder, "crm.ndjson");
			await writeFile(file, `\ufeff${records.map((record) => JSON.stringify(record)).join("\n")}`);
			await expectSame(await buildStore({ lines: file, workers, setup: own }));
			await expectSame(await buildStore({ lines: pathToFileURL(file), workers, setup: own }));
		},
		60_000,
	);

	it("takes lines in pieces of any kind, and sets aside those that are not JSON under their numbers", async () => {
		const text =
			'{"id":1,"name":"Todd Defren"}\r\n\n  \n{"id":2,\n5\n{"id":1,"name":"김태원"}\n{"id":3,"name":"김태원"}';
		const bytes = new TextEncoder().encode(text);
		for (const size of [1, 7, 1000]) {
			const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
				bytes.subarray(i * size, (i + 1) * size),
			);
			const { store, report } = await buildStore({ lines: pieces, workers: 0 });
			expect(report.quarantined.map(({ index, code, path }) => [index + 1, code, path])).toEqual([
				[4, "SHAPE", ""],
				[5, "SHAPE", ""],
				[6, "DUP_ID", "id"],
			]);
			expect(report.accepted).toBe(2);
			expect(store.get("3")?.names[0]?.full).toBe("김태원");
		}
		const texts: Lines[] = [
			[text.slice(0, 40), text.slice(40)],
			text.split(/(\n)/),
			text.split(/(?=\{)/),
			text.split(""),
		];
		for (const lines of texts) expect((await buildStore({ lines, workers: 0 })).store.size).toBe(2);
	});

	it("takes what cannot be sent to a thread itself", async () => {
		class Row {
			readonly id: string;
			constructor(id: string) {
				this.id = id;
			}
			get name() {
				return `Todd Defren${this.id}`;
			}
		}
		const rows = Array.from({ length: 3000 }, (_, i) => (i < 1500 ? new Row(`${i}`) : { id: `${i}`, toJSON() {} }));
		const { store, report } = await buildStore({ records: rows as unknown as CrmRecordInput[], workers: 1 });
		expect(report).toEqual(createResolver({ records: rows as unknown as CrmRecordInput[] }).ingested);
		expect(store.get("1400")?.names[0]?.full).toBe("Todd Defren1400");
	});

	it("keeps the caps that it is given", async () => {
		const { store } = await buildStore({ records, workers: 0, maxCandidates: 7, maxBlock: 9 });
		expect(store.caps).toEqual({ maxCandidates: 7, maxBlock: 9 });
	});
});

describe("filling stops", () => {
	it("with the error of a thread, whole", async () => {
		const bad = records.map((record, at) =>
			at === 700 ? { ...record, id: "bad", attributes: { loyalty: 13 } } : record,
		);
		const here = await buildStore({ records: bad, workers: 0, setup: own }).catch((error: unknown) => error);
		const there = await buildStore({ records: bad, workers: 2, setup: own }).catch((error: unknown) => error);
		expect(there).toEqual(here);
		expect(there).toMatchObject({ code: "SCORER", recordId: "bad" });
	});

	it("when the signal fires, and closes the source", async () => {
		const stop = new AbortController();
		let isClosed = false;
		async function* endless() {
			try {
				for (let i = 0; ; i++) {
					if (i === 2000) stop.abort("enough");
					yield { id: i, name: "Todd Defren" };
				}
			} finally {
				isClosed = true;
			}
		}
		const built = buildStore({ records: endless(), workers: 1, signal: stop.signal });
		await expect(built).rejects.toMatchObject({ code: "CANCELLED", cause: "enough" });
		expect(isClosed).toBe(true);
	});

	it("with the error of the source", async () => {
		async function* failing() {
			yield { id: 1 };
			throw new RangeError("page 2");
		}
		await expect(buildStore({ records: failing(), workers: 0 })).rejects.toThrow(new RangeError("page 2"));
	});

	it.each([
		["without anything to take in", {}, "records"],
		["with two things to take in", { records: [], lines: [] }, "records"],
		["with a number of threads that is none", { records: [], workers: -1 }, "workers"],
		["with an option that is wrong", { records: [], options: { coverage: 7 } }, "coverage"],
		["with a file that is not there", { lines: "/none.ndjson" }, "lines"],
		["with records that are no list", { records: {} }, "records"],
		["with no records", { records: null }, "records"],
		["with lines that are no list", { lines: {} }, "lines"],
		["with lines that are objects", { lines: [{ id: 1, name: "Todd Defren" }] }, "lines"],
		["with lines that are bytes, not in pieces", { lines: Buffer.from("{}") }, "lines"],
		["with lines without newlines", { lines: ["", '{"id":,}', '{"id":1}', "", '{"id":2}'] }, "lines"],
		["with lines of readline", { lines: createInterface(Readable.from(['{"id":1}\n{"id":2}'])) }, "lines"],
	])("%s, before it begins", async (_what, given, path) => {
		const options: BuildOptions = { workers: 0, ...(given as object) };
		await expect(buildStore(options)).rejects.toMatchObject({ code: "CONFIG", path });
	});
});

it("an empty input makes an empty store", async () => {
	const { store, report } = await buildStore({ records: [], workers: 1 });
	expect(store.size).toBe(0);
	expect(report).toEqual(createResolver({ store: memoryStore() }).ingested);
});
