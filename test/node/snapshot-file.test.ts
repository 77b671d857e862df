import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadSnapshot, saveSnapshot } from "../../src/node.js";
import { createResolver } from "../../src/resolver.js";
import { type MemoryStore, type MemoryStoreOptions, memoryStore } from "../../src/stores/memory.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

let folder: string;
let path: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "sameas-snapshot-"));
	path = join(folder, "crm.snapshot");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function storeOf(records: number, options: MemoryStoreOptions = {}): MemoryStore {
	const store = memoryStore(options);
	createResolver({
		store,
		records: Array.from({ length: records }, (_, i) => ({ id: `r${i}`, name: `Todd Defren${i}` })),
	});
	return store;
}

describe("a snapshot file", () => {
	it.each([false, true])("gives the store back (in shared memory: %s)", async (shared) => {
		const store = storeOf(50, { maxCandidates: 5 });
		await saveSnapshot(store, path);
		const loaded = await loadSnapshot(path, { shared, maxCandidates: 5 });
		expect(loaded).toMatchObject({ generation: "current" });
		expect(loaded).not.toHaveProperty("damage");
		expect(loaded.snapshot.buffer instanceof SharedArrayBuffer).toBe(shared);
		expect(loaded.store.caps).toEqual({ maxCandidates: 5, maxBlock: 500 });
		const [mine, theirs] = [store, loaded.store].map((store) => createResolver({ store }));
		expect(await theirs!.resolve("@tdefren7")).toStrictEqual(await mine!.resolve("@tdefren7"));
	});

	it("keeps the one before it, and leaves nothing else behind", async () => {
		for (const records of [1, 2, 3]) await saveSnapshot(storeOf(records), path);
		expect((await readdir(folder)).sort()).toEqual(["crm.snapshot", "crm.snapshot.previous"]);
		expect((await loadSnapshot(path)).store.size).toBe(3);
		expect((await loadSnapshot(`${path}.previous`)).store.size).toBe(2);
	});

	it("may be saved again before it has been saved, and the store may change at once", async () => {
		const store = storeOf(3);
		const first = saveSnapshot(store, path);
		store.remove("r0");
		await Promise.all([first, saveSnapshot(store, path)]);
		expect((await loadSnapshot(path)).store.size).toBe(2);
		expect((await loadSnapshot(`${path}.previous`)).store.size).toBe(3);
	});

	const damages: readonly [what: string, damage: (bytes: Buffer) => Buffer | undefined][] = [
		["missing", () => undefined],
		["empty", () => Buffer.alloc(0)],
		["cut short", (bytes) => bytes.subarray(0, bytes.length - 9)],
		["another file", () => Buffer.from("id,name\n1,Todd Defren\n".repeat(9))],
		["of another version", (bytes) => bytes.fill(99, 7, 8)],
		["changed in one bit of the head", (bytes) => bytes.fill(4, 31, 32)],
		["changed in one bit", (bytes) => bytes.fill(bytes[500]! ^ 4, 500, 501)],
	];
	it.each(damages)("that is %s gives way to the one before it, and says so", async (_what, damage) => {
		await saveSnapshot(storeOf(1), path);
		await saveSnapshot(storeOf(2), path);
		const bytes = damage(await readFile(path));
		if (bytes) await writeFile(path, bytes);
		else await rm(path);
		const { store, generation, damage: said } = await loadSnapshot(path);
		expect([store.size, generation, said?.code]).toEqual([1, "previous", "STORE"]);
		// Saving now leaves a whole file throughout, although the one that was there is none.
		await saveSnapshot(store, path);
		expect(await loadSnapshot(path)).toMatchObject({ generation: "current" });
	});

	it("that was never saved is an error, with the one about the file before it as its cause", async () => {
		await expect(loadSnapshot(path)).rejects.toMatchObject({
			code: "STORE",
			message: `The current snapshot, ${path}, cannot be read: it is missing.`,
			cause: { code: "STORE", cause: { code: "ENOENT", path: `${path}.previous` } },
		});
	});

	it("that is damaged as the one before it is an error about both", async () => {
		await writeFile(path, "id,name");
		await writeFile(`${path}.previous`, "");
		await expect(loadSnapshot(path)).rejects.toMatchObject({
			message: expect.stringContaining(`The current snapshot, ${path}, cannot be read: `) as unknown,
			cause: {
				message: expect.stringContaining(`The previous snapshot, ${path}.previous, cannot be read: `) as unknown,
			},
		});
	});

	it("that cannot be written is an error, which says no more than is so", async () => {
		const none = join(folder, "none", "crm");
		await expect(saveSnapshot(storeOf(1), none)).rejects.toMatchObject({
			code: "STORE",
			message: `The snapshot cannot be written to ${none}.`,
			cause: { code: "ENOENT" },
		});
		await saveSnapshot(storeOf(1), path);
		await mkdir(`${path}.new`);
		await expect(saveSnapshot(storeOf(2), path)).rejects.toThrow("What was there is still there.");
		expect((await loadSnapshot(path)).store.size).toBe(1);
	});

	it.each(["crm.snapshot", "crm.snapshot.previous"])("does not take the place of a folder (%s)", async (name) => {
		await mkdir(join(folder, name));
		await expect(saveSnapshot(storeOf(1), path)).rejects.toMatchObject({ code: "STORE" });
		expect(await readdir(folder)).toEqual([name]);
	});

	it.skipIf(process.platform === "win32")("is for its owner alone, or for whom the one before it was", async () => {
		const modeOf = async (file: string) => (await stat(file)).mode & 0o777;
		await saveSnapshot(storeOf(1), path);
		expect(await modeOf(path)).toBe(0o600);
		await chmod(path, 0o440);
		await saveSnapshot(storeOf(2), path);
		expect([await modeOf(path), await modeOf(`${path}.previous`)]).toEqual([0o440, 0o440]);
	});

	it.skipIf(process.platform === "win32")("is where a link leads, also before it is there", async () => {
		await mkdir(join(folder, "disk"));
		await symlink(join("disk", "crm"), path);
		for (const records of [1, 2]) await saveSnapshot(storeOf(records), path);
		expect((await lstat(path)).isSymbolicLink()).toBe(true);
		expect((await readdir(join(folder, "disk"))).sort()).toEqual(["crm", "crm.previous"]);
		await rm(join(folder, "disk", "crm"));
		expect(await loadSnapshot(path)).toMatchObject({ generation: "previous", store: { size: 1 } });
	});

	it("is whole whenever the process is killed", async () => {
		await saveSnapshot(storeOf(300), path);
		const program = join(folder, "save.mts");
		await writeFile(
			program,
			`import { createResolver } from "sameas";
			import { loadSnapshot, saveSnapshot } from "sameas/node";
			const { store } = await loadSnapshot(${JSON.stringify(path)});
			console.log("ready");
			for (let i = 0; ; i++) {
				createResolver({ store }).upsert([{ id: "last", name: "Save " + i }]);
				await saveSnapshot(store, ${JSON.stringify(path)});
			}`,
		);
		for (let round = 0; round < 6; round++) {
			const loader = ["--import", join(root, "node_modules/tsx/dist/loader.mjs"), program];
			const env = { ...process.env, TSX_TSCONFIG_PATH: join(root, "tsconfig.json") };
			const child = spawn(process.execPath, loader, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
			await once(child.stdout, "data");
			// Any moment will do; these are spread over several saves.
			await new Promise((resolve) => setTimeout(resolve, 3 + 17 * round));
			child.kill("SIGKILL");
			await once(child, "exit");
			const { store, generation } = await loadSnapshot(path);
			expect(store.size).toBeGreaterThanOrEqual(300);
			// With two names for a file there is no moment without a current one.
			expect(generation).toBe("current");
		}
	}, 60_000);
});
