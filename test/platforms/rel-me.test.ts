import { describe, expect, it } from "vitest";
import { fromRelMe } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";

const page = `<!doctype html><title>Home</title><link rel="me" href="https://social.example/@ana">
<h1 class="h-card p-name">Ana <b>Costa</b></h1>
<a class="u-url" rel="noopener ME" href="//x.com/AnaCosta">X</a> <a rel=me href='mailto:ana@example.com?subject=hi'>mail</a>
<a rel="nofollow" href="https://social.example/@bo">a friend</a> <a rel="me" href="/about">here</a>
<a rel="me" href="javascript:alert(1)">no</a> <a rel="home" href="https://me.example">no</a>`;

describe("the rel=me links of a page", () => {
	it("are claims of whoever owns it; other links are not", () => {
		expect(fromRelMe(page)).toEqual({
			profiles: [
				{
					displayName: "Ana Costa",
					links: [{ url: "https://social.example/@ana" }, { url: "https://x.com/AnaCosta" }],
					emails: [{ value: "ana@example.com" }],
				},
			],
			unattributed: [],
			warnings: [],
		});
	});

	it("come with the page itself where its address is told", () => {
		const [profile] = fromRelMe('<a rel="me" href="https://x.com/AnaCosta">X</a>', {
			url: "https://ana.example.com",
		}).profiles;
		expect(profile).toEqual({ links: [{ url: "https://ana.example.com" }, { url: "https://x.com/AnaCosta" }] });
	});

	it("a page without any is no profile", () => {
		expect(fromRelMe('<a href="https://x.com/AnaCosta">X</a>', { url: "https://ana.example.com" }).profiles).toEqual(
			[],
		);
	});
});

describe("the contract of readers", () => {
	for (const { name, run } of platformContract(fromRelMe, [{ item: page }])) it(name, run);
});
