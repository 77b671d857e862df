import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
const run = promisify(execFile);

/** Runs a TypeScript program against the sources and gives what it prints. */
async function output(file: string): Promise<string> {
	const threads = pathToFileURL(join(root, "test/node/sources.ts")).href;
	const options = ["--tsconfig", join(root, "tsconfig.json"), "--import", threads];
	const { stdout } = await run(process.execPath, [tsx, ...options, file], { cwd: root });
	return stdout.trimEnd();
}

interface Snippet {
	readonly document: string;
	readonly line: number;
	readonly code: string;
	/** The `text` block right after it, when there is one: what it prints. */
	readonly prints: string | undefined;
}

function snippetsOf(document: string, text: string): Snippet[] {
	const block = /^```(\w+)\n([\s\S]*?)^```$/gm;
	const blocks = [...text.matchAll(block)].map(({ 1: lang = "", 2: code = "", index, 0: whole }) => ({
		lang,
		code,
		index,
		end: index + whole.length,
	}));
	return blocks.flatMap(({ lang, code, index, end }, i) => {
		if (lang !== "ts") return [];
		const next = blocks[i + 1];
		const follows = next?.lang === "text" && text.slice(end, next.index).trim().length < 80;
		const line = text.slice(0, index).split("\n").length;
		return [{ document, line, code, prints: follows ? next.code.trimEnd() : undefined }];
	});
}

const documents = [
	"README.md",
	"docs/batch.md",
	"docs/crm.md",
	"docs/dossier.md",
	"docs/erasure.md",
	"docs/extending.md",
	"docs/large-record-sets.md",
	"docs/training.md",
	"docs/what-if.md",
];
const snippets = (
	await Promise.all(
		documents.map(async (document) => snippetsOf(document, await readFile(join(root, document), "utf8"))),
	)
).flat();

describe("documents", () => {
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "sameas-docs-"));
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	it("have snippets to run, one of them with its output", () => {
		expect(snippets.length).toBeGreaterThan(3);
		expect(snippets.some(({ prints }) => prints !== undefined)).toBe(true);
	});

	const testCode = /from "vitest"/;
	it.each(snippets.filter(({ code }) => !testCode.test(code)))(
		"$document:$line runs and prints what it says",
		async ({ code, prints, line }) => {
			const file = join(folder, `${line}.mts`);
			await writeFile(file, code);
			const printed = await output(file);
			if (prints !== undefined) expect(printed).toBe(prints);
		},
	);
});

describe("examples", async () => {
	const expected: Readonly<Record<string, RegExp>> = {
		"who-is.ts":
			/@TDefren is very probably record C-1042 [\s\S]*Relation: customer[\s\S]*last word: the person[\s\S]*Email: t\*\*\*@…[\s\S]*An empty profile: insufficient/,
		"from-csv.ts": /5 of 6 rows[\s\S]*Row 4 is set aside[\s\S]*@brunokeller: link 2[\s\S]*@dunjapetrova: link 51/,
		"custom-scorer.ts": /record C-1 [\s\S]*loyalty number in the bio/,
		"fetch-handler.ts": /^$/,
	};
	const programs = (await readdir(join(root, "examples"))).filter(
		(name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
	);

	it("are all expected here", () => expect(programs.sort()).toEqual(Object.keys(expected).sort()));
	it.each(programs)("%s runs and prints its answer", async (name) => {
		expect(await output(join(root, "examples", name))).toMatch(expected[name] as RegExp);
	});
});
