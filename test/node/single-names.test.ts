import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { loadSnapshot, saveSnapshot } from "../../src/node.js";
import { createResolver } from "../../src/resolver.js";
import { memoryStore } from "../../src/stores/memory.js";

vi.mock("node:fs/promises", async (original) => ({
	...(await original<object>()),
	link: () => Promise.reject(Object.assign(new Error("EPERM"), { code: "EPERM" })),
}));

it("two generations of a snapshot are kept where a file has one name only", async () => {
	const folder = await mkdtemp(join(tmpdir(), "sameas-names-"));
	const path = join(folder, "crm.snapshot");
	for (const name of ["Todd Defren", "Maria Lopez", "Ana Costa"]) {
		const store = memoryStore();
		createResolver({ store, records: [{ id: "1", name }] });
		await saveSnapshot(store, path);
	}
	expect((await readdir(folder)).sort()).toEqual(["crm.snapshot", "crm.snapshot.previous"]);
	const names = async (path: string) => (await loadSnapshot(path)).store.get("1")?.names[0]?.full;
	expect([await names(path), await names(`${path}.previous`)]).toEqual(["Ana Costa", "Maria Lopez"]);
	await rm(folder, { recursive: true });
});
