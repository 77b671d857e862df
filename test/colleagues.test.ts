import { describe, expect, it } from "vitest";
import { type CrmRecordInput, createResolver, type Resolution, type SocialProfileInput } from "../src/index.js";

const given = "Ann Bo Cy Di Ed Flo Gus Hal".split(" ");
const family = "Kern Lind Moss Nagy Orr Pike Quin Rask Sand".split(" ");
const others = (count: number): CrmRecordInput[] =>
	Array.from({ length: count }, (_, i) => ({
		id: `other-${i}`,
		name: `${given[i % given.length]} ${family[i % family.length]}${"aeiou"[i % 5]}`,
		email: `someone${i}@mail${i}.example`,
	}));
const resolve = (record: CrmRecordInput, profile: SocialProfileInput, count = 300): Promise<Resolution> =>
	createResolver({ records: [...others(count), record] }).resolve(profile);
const probability = ({ links }: Resolution, id = "1"): number =>
	links.find(({ recordId }) => recordId === id)?.probability ?? 0;

const jane: CrmRecordInput = {
	id: "1",
	name: "Jane Roe",
	email: "jane@acme.example",
	organization: "Acme",
	title: "Software Engineer",
	link: "https://acme.example",
	address: "Boston, MA",
};
const context = { bio: "Software engineer at Acme", links: ["https://acme.example"], location: "Boston, MA" };

describe("one contact at a firm", () => {
	it.each([30, 3000])("a colleague is not linked to her, of %i records", async (count) => {
		const found = await resolve(jane, { handle: "@robertpeters", displayName: "Robert Peters", ...context }, count);
		expect(probability(found)).toBeLessThan(0.3);
	});

	it("all that a colleague shares with her stays under ten bits", async () => {
		const { links } = await resolve(jane, { handle: "@robertpeters", displayName: "Robert Peters", ...context }, 30);
		const shared = links[0]?.evidence.filter(({ scorer }) => scorer !== "name") ?? [];
		expect(shared.length).toBeGreaterThanOrEqual(5);
		expect(shared.reduce((sum, { bits }) => sum + bits, 0)).toBeLessThan(10);
	});

	it("nor is the firm's own account", async () => {
		const profile = { handle: "@AcmeSupport", bio: "Official support for Acme", links: ["https://acme.example"] };
		expect(probability(await resolve(jane, profile, 30))).toBeLessThan(0.05);
	});

	it("she herself is", async () => {
		const found = await resolve(jane, { handle: "@janeroe", displayName: "Jane Roe", ...context });
		expect(found.decision).toBe("link");
	});
});

describe("a handle that is also a mailbox", () => {
	it.each(["jsmith", "football", "liverpool", "sunshine77"])("@%s links to nobody", async (handle) => {
		const found = await resolve({ id: "1", email: `${handle}@gmail.com` }, { handle }, 100);
		expect(probability(found)).toBeLessThan(0.1);
	});

	it("@xqtdefren_77 is for a person to look at", async () => {
		const found = await resolve({ id: "1", email: "xqtdefren_77@gmail.com" }, { handle: "@xqtdefren_77" }, 1000);
		expect(found.decision).toBe("review");
	});

	it("a name that stands in the mailbox only is counted once", async () => {
		const found = await resolve({ id: "1", email: "jane.roe@example.com" }, { handle: "@janeroe" });
		const mailbox = found.links[0]?.evidence.find(({ scorer }) => scorer === "email");
		expect(mailbox?.bits).toBeLessThanOrEqual(2);
	});

	it("a string is one fact, be it a mailbox or a handle elsewhere", async () => {
		const record = { id: "1", email: "xqt_zvork@gmail.com", handles: [{ platform: "github", handle: "xqt_zvork" }] };
		const found = await resolve(record, { platform: "x", handle: "xqt_zvork" });
		const told = found.links[0]?.evidence.filter(({ scorer }) => scorer !== "name").map(({ bits }) => bits > 0);
		expect(told).toEqual([true, false]);
	});
});

it("an agent's address in the bio is for a person to look at", async () => {
	const found = await resolve(jane, { handle: "@dj_lund", displayName: "DJ Lund", bio: "Booking: jane@acme.example" });
	expect(found.decision).toBe("review");
});
