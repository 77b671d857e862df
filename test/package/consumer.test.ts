import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root, run } from "./places.js";

// Somebody else's project: the packed tarball, installed from nothing into an empty folder.
let folder: string;

const node = process.execPath;
const runtimePackages = ["fastest-levenshtein", "libphonenumber-js", "zod"];

/** What npm has put into node_modules. */
interface Lock {
	readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
}

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
const readJson = async (...path: string[]): Promise<Record<string, unknown>> =>
	JSON.parse(await readFile(join(folder, ...path), "utf8")) as Record<string, unknown>;

const question = `
const resolver = createResolver({ records: [
	{ id: "1", names: [{ full: "Todd Defren" }], emails: ["todd@example.com"] },
	{ id: "2", names: [{ full: "Maria Lopez" }], emails: ["maria@example.com"] },
] });
const answer = resolver.resolve({ platform: "x", handle: "@TDefren", displayName: "Todd Defren" });
`;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "sameas-consumer-"));
	const packed = await run(root, "npm", "pack", "--ignore-scripts", "--json", "--pack-destination", folder);
	const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
	await write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
	const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
	await run(folder, "npm", "install", ...quiet, join(folder, filename));
});

afterAll(async () => {
	if (folder) await rm(folder, { recursive: true, force: true });
});

describe("the installed package", () => {
	it("brings exactly three packages along", async () => {
		const found = (await readdir(join(folder, "node_modules"))).filter((name) => !name.startsWith("."));
		expect(found.sort()).toEqual([...runtimePackages, "sameas"].sort());
		// As npm itself has noted it: also none within another, none that is optional, none for another platform.
		const { packages } = (await readJson("node_modules", ".package-lock.json")) as unknown as Lock;
		expect(Object.keys(packages).sort()).toEqual(found.map((name) => `node_modules/${name}`));
		const folders = await readdir(join(folder, "node_modules"), { recursive: true });
		expect(folders.filter((path) => /[\\/]node_modules$/.test(path))).toEqual([]);
	});

	it("asks for exact versions of those three, and for nothing else", async () => {
		const { dependencies, peerDependencies, optionalDependencies, bundleDependencies, bundledDependencies } =
			await readJson("node_modules", "sameas", "package.json");
		expect(Object.keys(dependencies as object).sort()).toEqual(runtimePackages);
		for (const version of Object.values(dependencies as object)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
		const others = [peerDependencies, optionalDependencies, bundleDependencies, bundledDependencies];
		expect(others.filter((list) => list !== undefined)).toEqual([]);
		for (const name of runtimePackages) {
			const own = await readJson("node_modules", name, "package.json");
			expect(Object.keys((own["dependencies"] ?? {}) as object), name).toEqual([]);
		}
	});

	it("runs no script while it is installed", async () => {
		const { packages } = (await readJson("node_modules", ".package-lock.json")) as unknown as Lock;
		expect(Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
		for (const name of [...runtimePackages, "sameas"]) {
			const { scripts = {} } = (await readJson("node_modules", name, "package.json")) as { scripts?: object };
			const atInstall = Object.keys(scripts).filter((script) => /^(pre|post)?install$/.test(script));
			expect(atInstall, name).toEqual([]);
			// npm compiles whatever brings such a file along.
			const files = await readdir(join(folder, "node_modules", name), { recursive: true });
			expect(
				files.filter((path) => /(?:^|[\\/])binding\.gyp$|\.node$/.test(path)),
				name,
			).toEqual([]);
		}
	});

	it("runs none of its own either when it is installed from the repository", async () => {
		const { scripts = {} } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { scripts?: object };
		const atInstall = Object.keys(scripts).filter((script) =>
			/^(?:(?:pre|post)?install|(?:pre|post)?prepare)$/.test(script),
		);
		expect(atInstall).toEqual([]);
	});

	it("holds the build and its papers, no sources or tests", async () => {
		const files = await readdir(join(folder, "node_modules", "sameas"));
		expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "dist", "package.json"]));
		expect(files.filter((name) => ["src", "test", "bench", "examples", "node_modules"].includes(name))).toEqual([]);
	});

	it("answers when imported", async () => {
		await write(
			"ask.mjs",
			`import { createResolver } from "sameas";${question}console.log((await answer).links[0].recordId);`,
		);
		expect((await run(folder, node, "ask.mjs")).trim()).toBe("1");
	});

	it("answers when required", async () => {
		await write(
			"ask.cjs",
			`const { createResolver } = require("sameas");${question}answer.then(({ links }) => console.log(links[0].recordId));`,
		);
		expect((await run(folder, node, "ask.cjs")).trim()).toBe("1");
	});

	it.each(["import", "require"])("keeps the error one class with its name (%s)", async (how) => {
		const load = how === "import" ? "await import" : "require";
		await write(
			how === "import" ? "error.mjs" : "error.cjs",
			`(async () => {
				const { SameAsError, createResolver } = ${load}("sameas");
				await ${load}("sameas/platforms");
				await ${load}("sameas/testing");
				await ${load}("sameas/train");
				await ${load}("sameas/crm");
				await ${load}("sameas/dossier");
				await ${load}("sameas/trust");
				await ${load}("sameas/node");
				try { createResolver({ coverage: 7 }); } catch (error) {
					console.log(SameAsError.name, error instanceof SameAsError, SameAsError.is(error), error.code);
				}
			})();`,
		);
		const printed = await run(folder, node, how === "import" ? "error.mjs" : "error.cjs");
		expect(printed.trim()).toBe("SameAsError true true CONFIG");
	});

	it.each(["import", "require"])("fills a store, keeps it and resolves in threads of its own (%s)", async (how) => {
		const load = how === "import" ? "await import" : "require";
		const name = how === "import" ? "threads.mjs" : "threads.cjs";
		await write(
			name,
			`(async () => {
				const { buildStore, loadSnapshot, resolverPool, saveSnapshot } = ${load}("sameas/node");
				const records = [{ id: "1", name: "Todd Defren" }, { id: "2", name: "Maria Lopez" }];
				const { store, report } = await buildStore({ records, workers: 1 });
				await saveSnapshot(store, "crm.snapshot");
				const { snapshot } = await loadSnapshot("crm.snapshot", { shared: true });
				const pool = await resolverPool({ snapshot, workers: 2 });
				console.log(report.accepted, (await pool.resolve("@TDefren")).links[0].recordId);
				await pool.close();
			})();`,
		);
		expect((await run(folder, node, name)).trim()).toBe("2 1");
	});

	it("tells its version", async () => {
		await write("version.cjs", 'console.log(require("sameas/package.json").version);');
		expect((await run(folder, node, "version.cjs")).trim()).toMatch(/^\d+\.\d+\.\d+/);
	});

	it("keeps the types of its own packages to itself", async () => {
		const dist = join(folder, "node_modules", "sameas", "dist");
		const declarations = (await readdir(dist)).filter((name) => /\.d\.c?ts$/.test(name));
		expect(declarations.length).toBeGreaterThanOrEqual(4);
		for (const name of declarations) {
			const text = await readFile(join(dist, name), "utf8");
			expect(text, name).not.toMatch(new RegExp(`from ['"](?:${runtimePackages.join("|")})`));
		}
	});
});

describe("its types", () => {
	const program = `import { createResolver, explain, SameAsError, type IdentityLink, type Resolution } from "sameas";
import { type Combined, combine, fromZendesk } from "sameas/crm";
import { type Dossier, dossier, handOff, type HandOff } from "sameas/dossier";
import * as contracts from "sameas/testing";
import { fromX, type PlatformReading } from "sameas/platforms";
import { type Training, train } from "sameas/train";
import { type BuiltStore, buildStore, loadSnapshot, type ResolverPool, resolverPool, saveSnapshot } from "sameas/node";
export async function first(handle: string): Promise<IdentityLink | undefined> {
	const resolution: Resolution = await createResolver({ records: [{ id: "1", name: "Todd Defren" }] }).resolve(handle);
	const text: string = explain(resolution);
	if (text === "") throw new SameAsError("CONFIG", "never");
	return resolution.links[0];
}
export const names: string[] = Object.keys(contracts);
export const reading: PlatformReading = fromX({ data: [] }, { own: ["acme"] });
const training: Training = train({ records: [{ id: "1", name: "Todd Defren" }] }, [{ profile: "@TDefren", truth: "1" }]);
createResolver({ model: training.model });
const combined: Combined = combine([fromZendesk({ users: [] })]);
createResolver({ records: combined.records });
export const tell = (resolution: Resolution): [Dossier, HandOff] => [dossier(resolution), handOff(dossier(resolution))];
export async function pooled(lines: AsyncIterable<Uint8Array>): Promise<ResolverPool> {
	const built: BuiltStore = await buildStore({ lines, signal: new AbortController().signal });
	await saveSnapshot(built.store, "crm.snapshot");
	return resolverPool({ snapshot: (await loadSnapshot("crm.snapshot", { shared: true })).snapshot, options: { maxLinks: 3 } });
}
// @ts-expect-error: a code that does not exist
new SameAsError("NOT_A_CODE", "never");
`;

	it.each([
		["node16", "node16"],
		["nodenext", "nodenext"],
		["esnext", "bundler"],
	])("are read by a project with module %s, resolution %s", async (module, moduleResolution) => {
		const project = join(folder, `types-${module}`);
		await mkdir(project);
		// A .cts file under bundler resolution is still an ES module to TypeScript, so one file is enough there.
		const files = moduleResolution === "bundler" ? ["program.ts"] : ["program.ts", "program.cts"];
		for (const name of files) await writeFile(join(project, name), program);
		await writeFile(
			join(project, "tsconfig.json"),
			JSON.stringify({
				compilerOptions: {
					target: "es2022",
					lib: ["es2022", "dom"],
					types: [],
					strict: true,
					exactOptionalPropertyTypes: true,
					noEmit: true,
					skipLibCheck: false,
					module,
					moduleResolution,
				},
				files,
			}),
		);
		const tsc = join(root, "node_modules", "@typescript", "native", "bin", "tsc");
		expect(await run(project, node, tsc, "-p", ".")).toBe("");
	});
});

describe("the examples", () => {
	it("print the same from the package as from the sources", async () => {
		await cp(join(root, "examples"), join(folder, "examples"), { recursive: true });
		const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
		const example = join("examples", "who-is.ts");
		const [fromPackage, fromSources] = await Promise.all([folder, root].map((at) => run(at, node, tsx, example)));
		expect(fromPackage).toBe(fromSources);
		expect(fromPackage).toContain("C-1042");
	});
});
