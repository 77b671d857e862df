import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "./places.js";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const found = existsSync(executablePath);
if (!found && !process.env["CI"]) {
	console.warn(
		`Skipped: the browser tests, since there is no Chromium at ${executablePath}. ` +
			"Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.",
	);
}

const flags = [
	"--headless",
	"--no-sandbox",
	"--disable-gpu",
	"--disable-dev-shm-usage",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--disable-quic",
];

/** What the page has in its global `sameas`. */
declare const sameas: typeof import("../../src/index.js");

// In CI a missing browser is a failure, not a skip.
describe.skipIf(!found && !process.env["CI"])("the built package in a browser", () => {
	let browser: Browser;
	let script: string;

	beforeAll(async () => {
		const bundle = await build({
			entryPoints: [join(root, "dist", "index.js")],
			bundle: true,
			write: false,
			format: "iife",
			globalName: "sameas",
			platform: "browser",
			target: "es2022",
			// Not the repository's: its `paths` would lead back to the sources.
			tsconfigRaw: {},
			logLevel: "error",
		});
		script = bundle.outputFiles[0]?.text ?? "";
		browser = await chromium.launch({ executablePath, args: flags });
	});

	afterAll(async () => {
		await browser?.close();
	});

	/** Opens a page that allows scripts of its own address and nothing else; every request is answered here. */
	async function openPage() {
		const page = await browser.newPage();
		const requests: string[] = [];
		const complaints: string[] = [];
		page.on("pageerror", ({ message }) => complaints.push(message));
		page.on("console", (message) => complaints.push(message.text()));
		await page.route("**/*", (route) => {
			const { pathname } = new URL(route.request().url());
			requests.push(pathname);
			if (pathname === "/sameas.js") return route.fulfill({ contentType: "text/javascript", body: script });
			if (pathname !== "/") return route.abort();
			return route.fulfill({
				contentType: "text/html",
				headers: { "content-security-policy": "default-src 'none'; script-src 'self'" },
				body: '<!doctype html><meta charset="utf-8"><script src="/sameas.js"></script>',
			});
		});
		await page.goto("http://127.0.0.1/");
		return { page, requests, complaints };
	}

	it("says who @TDefren is, under a strict content security policy, without a request or a word", async () => {
		const { page, requests, complaints } = await openPage();
		const answer = await page.evaluate(async () => {
			const resolver = sameas.createResolver({
				records: [
					{ id: "1", names: [{ full: "Todd Defren" }], emails: ["todd@example.com"], phones: ["+1 212 555 0147"] },
					{ id: "2", names: [{ full: "Maria Lopez" }], emails: ["maria@example.com"] },
				],
			});
			const { links } = await resolver.resolve({ platform: "x", handle: "@TDefren", displayName: "Todd Defren" });
			return { recordId: links[0]?.recordId, probability: links[0]?.probability };
		});
		expect(answer.recordId).toBe("1");
		expect(answer.probability).toBeGreaterThan(0.5);
		expect(requests).toEqual(["/", "/sameas.js"]);
		expect(complaints).toEqual([]);
	});

	it("gives the same figures as Node", async () => {
		const { page } = await openPage();
		const ask = async ({ createResolver }: Pick<typeof sameas, "createResolver">) => {
			const resolver = createResolver({
				records: [
					{ id: "1", name: "Todd Defren", email: "todd@example.com" },
					{ id: "2", name: "김태원", phone: "+1 212 555 0147" },
				],
			});
			const { links } = await resolver.resolve({
				handle: "@tdefren",
				displayName: "Ｔｏｄｄ Defren",
				bio: "212-555-0147",
			});
			return links.map(({ recordId, bits, probability }) => ({ recordId, bits, probability }));
		};
		const here = await ask(await import("../../dist/index.js" as string));
		const there = await page.evaluate(`(${ask.toString()})(sameas)`);
		expect(here.length).toBeGreaterThan(0);
		expect(there).toEqual(here);
	});
});
