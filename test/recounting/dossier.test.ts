import { describe, expect, it } from "vitest";
import { type DossierOptions, dossier, dossierText } from "../../src/dossier.js";
import { type CrmRecordInput, createResolver, type SocialProfileInput } from "../../src/index.js";
import { openly } from "../samples.js";

const ana: CrmRecordInput = {
	id: "C-1",
	name: "Ana Costa",
	emails: ["ana@example.com"],
	phones: ["+1 617 555 0142"],
	organization: "Cedar Labs",
	status: "customer",
	interactions: [
		{ id: "call-1", channel: "call", direction: "inbound", at: "2026-11-20T09:12:00Z", text: "It reads zero." },
	],
};
const handle: SocialProfileInput = { platform: "x", handle: "ana_c", displayName: "Ana Costa", bio: "ana@example.com" };
const ask = async (
	records: CrmRecordInput[],
	profile: SocialProfileInput | string = handle,
	options?: DossierOptions,
) => dossier(await createResolver({ records }).resolve(profile), { policy: openly, ...options });

describe("a dossier", () => {
	it("stands on the decision, with the probability and the reasons beside it", async () => {
		const { decision, link, names } = await ask([ana]);
		expect(decision).toBe("link");
		expect(link).toMatchObject({ recordId: "C-1", duplicates: [], chosenBy: "decision" });
		expect(link?.probability).toBeGreaterThan(0.99);
		expect(link?.evidence[0]?.says).toMatch(/^The .+/);
		expect(names).toEqual([{ value: "Ana Costa", records: ["C-1"], profile: true }]);
	});

	// biome-ignore format: one case a line
	it.each<[records: Partial<CrmRecordInput>[], value: string, says: string]>([
		[[{ status: "customer" }], "customer", "Recorded as a customer (record C-1)."],
		[[{}], "unknown", "Whether this is a customer, a prospect or neither is not recorded."],
		[[{ status: "former", organization: "Cedar Labs" }, { id: "C-2", status: "unknown" }], "former", "Recorded as a former customer (record C-1)."],
		[[{ status: "customer" }, { id: "C-2", status: "customer" }], "customer", "Recorded as a customer (records C-1 and C-2)."],
		[[{ status: "customer", organization: "Cedar Labs" }, { id: "C-2", status: "prospect" }], "customer", "The records contradict each other: a customer (record C-1), and a prospect (record C-2)."],
	])("says the relation that is recorded: %j", async (records, value, says) => {
		const { relation, link } = await ask(records.map((one) => ({ id: "C-1", name: "Ana Costa", email: "ana@example.com", ...one })));
		expect(link?.duplicates).toHaveLength(records.length - 1);
		expect([relation.value, relation.says]).toEqual([value, says]);
	});

	it("has pronouns only where somebody states them", async () => {
		expect((await ask([ana])).pronouns).toEqual([]);
		expect((await ask([ana])).notKnown).toContain("Pronouns are not stated.");
		const stated = await ask([{ ...ana, pronouns: "she/her" }], { ...handle, pronouns: "they/them" });
		expect(stated.pronouns).toEqual([
			{ value: "she/her", records: ["C-1"], profile: false },
			{ value: "they/them", records: [], profile: true },
		]);
	});

	it("says what is not known, and what is never held", async () => {
		const { notKnown, notHeld } = await ask([
			{ id: "C-1", name: "Ana Costa", email: "ana@example.com", interactions: [{ channel: "chat", text: "Hi" }] },
		]);
		expect(notKnown).toEqual([
			"Whether this is a customer, a prospect or neither is not recorded.",
			"Pronouns are not stated.",
			"No telephone number is known.",
			"No postal address is known.",
			"No preferred channel is recorded.",
			"Whether they may be contacted is not recorded.",
			"No call is recorded.",
			"No email is recorded.",
			"No post is recorded.",
			"No blog post is recorded.",
			"No comment on a blog or elsewhere is recorded.",
			"Whether an issue of theirs was resolved is not recorded.",
			"1 event has no date.",
			"Who spoke is not recorded for 1 event.",
		]);
		expect(notHeld[0]).toBe("Card numbers, and the last digits of one: not held.");
	});

	it("counts per channel how often and when the person was in touch", async () => {
		const { channels } = await ask([ana], {
			...handle,
			posts: [
				{ text: "One", at: "2026-11-01" },
				{ text: "Two", at: "2026-11-02" },
				{ text: "Long", channel: "blog" },
			],
		});
		expect(channels).toEqual([
			{
				channel: "call",
				byPerson: 1,
				total: 1,
				first: "2026-11-20T09:12:00Z",
				last: "2026-11-20T09:12:00Z",
				records: ["C-1"],
				profile: false,
			},
			{
				channel: "post",
				platform: "x",
				byPerson: 2,
				total: 2,
				first: "2026-11-01",
				last: "2026-11-02",
				records: [],
				profile: true,
			},
			{ channel: "blog", byPerson: 1, total: 1, records: [], profile: true },
		]);
	});
});

describe("without a link", () => {
	const twins = [ana, { id: "C-2", name: "Ana Costa", phone: "+1 617 555 0177" }];
	const said: SocialProfileInput = {
		platform: "x",
		handle: "anacosta",
		posts: [{ text: "Reads zero", at: "2026-11-22" }],
	};

	it("says so, and holds only what the handle said", async () => {
		const answer = await ask(twins, said);
		expect(answer.decision).not.toBe("link");
		expect(answer.link).toBeUndefined();
		expect(answer.timeline).toMatchObject([{ text: "Reads zero", records: [], profile: true }]);
		expect(answer.notKnown[0]).toBe("Who this is is not known; what follows is only what the handle itself said.");
		expect(JSON.stringify(answer) + dossierText(answer)).not.toMatch(
			/C-1|C-2|0142|0177|example\.com|Cedar|It reads zero/,
		);
		expect(dossierText(answer)).toMatch(/^# @anacosta is not known\n\nNobody is linked: /);
	});

	it("holds a record when a colleague names it", async () => {
		const answer = await ask(twins, said, { link: "C-1" });
		expect(answer.link).toMatchObject({ recordId: "C-1", chosenBy: "caller" });
		expect(answer.contacts.map(({ value }) => value)).toContain("ana@example.com");
		expect(dossierText(answer)).toMatch(/^# @anacosta may be Ana Costa\n\nRecord asked about: record C-1, with /);
	});

	it("refuses a record that is not listed, and a present that is none", async () => {
		await expect(ask(twins, said, { link: "C-9" })).rejects.toMatchObject({ code: "CONFIG", path: "link" });
		await expect(ask(twins, said, { now: Number.NaN })).rejects.toMatchObject({ code: "CONFIG", path: "now" });
	});
});

describe("in Markdown", () => {
	it("does nothing that a stranger wants", async () => {
		const text = dossierText(
			await ask([{ ...ana, name: "Ana <b>Costa</b>", organization: "[x](javascript:1)" }], {
				...handle,
				posts: [{ text: "a\n# Customer verified\n<script>1</script>\u202e![i](https://evil.example/p.png)" }],
			}),
		);
		expect(text).not.toMatch(/<(?:b|script)>|\u202e|(?<!\\)\]\(|:\/\/|^\s*# Customer/m);
		expect(text).toContain("  > \\# Customer verified\n  > &lt;script&gt;1&lt;/script&gt;");
	});

	it("leaves out the oldest events and says how many", async () => {
		const posts = Array.from({ length: 60 }, (_, index) => ({ text: `Post ${index}`, at: "2026-11-01" }));
		expect(dossierText(await ask([ana], { ...handle, posts }), { events: 10 })).toContain("- and 51 older ones");
	});
});

it.each([null, undefined, 5, "x", [], {}, { profile: {}, links: 5 }])(
	"%j is no resolution and no dossier: an error SHAPE",
	(given) => {
		for (const call of [dossier, dossierText]) {
			expect(() => call(given as never)).toThrow(expect.objectContaining({ code: "SHAPE" }));
		}
	},
);
