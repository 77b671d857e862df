// A unit test as an integrator would write it: your own records, your own doubts, checked on every change.
import { createResolver, explain, waterfall } from "sameas";
import { describe, expect, it } from "vitest";
import worker from "./fetch-handler.js";

const resolver = createResolver({
	records: [
		{ id: "father", name: "John Smith", phone: "+1 212 555 0101" },
		{ id: "son", name: "John Smith", phone: "+1 212 555 0102" },
		{ id: "ana", name: "Ana Costa", email: "ana@example.com" },
	],
});

describe("our support desk", () => {
	it("links a customer who gives her email address", async () => {
		const { decision, links } = await resolver.resolve({ handle: "@ana_c", bio: "write to ana@example.com" });
		expect([decision, links[0]?.recordId]).toEqual(["link", "ana"]);
	});

	it("never chooses between father and son by their name", async () => {
		const { decision, links } = await resolver.resolve({ handle: "@johnsmith", displayName: "John Smith" });
		expect(decision).toBe("review");
		expect(links.map(({ probability }) => probability < 0.5)).toEqual([true, true]);
	});

	it("tells them apart by the phone number", async () => {
		const { decision, links } = await resolver.resolve({
			handle: "@johnsmith",
			displayName: "John Smith",
			bio: "212 555 0102",
		});
		expect([decision, links[0]?.recordId]).toEqual(["link", "son"]);
	});

	it("can show its sums to an auditor", async () => {
		const [link] = (await resolver.resolve({ displayName: "Ana Costa", bio: "ana@example.com" })).links;
		const rows = waterfall(link!);
		expect(rows.reduce((sum, { bits }) => sum + bits, 0)).toBe(rows.at(-1)!.running);
	});

	it("puts no address of ours into an explanation", async () => {
		expect(explain(await resolver.resolve({ displayName: "Ana Costa", bio: "ana@example.com" }))).not.toContain(
			"@example.com",
		);
	});
});

describe("our edge handler", () => {
	const ask = async (body: unknown) => {
		const response = await worker.fetch(
			new Request("https://sameas.example/", { method: "POST", body: JSON.stringify(body) }),
		);
		return { status: response.status, body: await response.json() };
	};

	it("answers a profile", async () => {
		const { status, body } = await ask({ platform: "x", handle: "@TDefren", displayName: "Todd Defren" });
		expect(status).toBe(200);
		expect(body).toMatchObject({ links: [{ recordId: "C-1042" }] });
	});

	it("refuses what is no profile", async () => expect((await ask(42)).status).toBe(400));
});
