import { beforeAll, describe, expect, it } from "vitest";
import { dossier, type HandOff, handOff, handOffText, maskedHandOff } from "../../src/dossier.js";
import { createResolver } from "../../src/index.js";
import { openly } from "../samples.js";

const LONG = `My number is 617 555 0142. ${"Nothing happens. ".repeat(20)}`;
const resolver = createResolver({
	records: [
		{
			id: "C-1",
			name: "Ana Costa",
			emails: [{ value: "ana@example.com", verified: true }],
			phones: ["+1 617 555 0142"],
			addresses: [{ street: "12 Elm Street", city: "Boston", region: "MA" }],
			handles: ["instagram:ana.private"],
			organization: "Cedar Labs",
			status: "customer",
			consent: { doNotCall: true, preferredChannel: "email" },
			interactions: [
				{
					channel: "email",
					direction: "inbound",
					at: "2026-11-18T15:02:00Z",
					topic: "Meter",
					text: LONG,
					references: ["T-88213"],
					thread: "t",
					state: "open",
					author: "Ana Costa",
				},
				{
					channel: "email",
					direction: "outbound",
					at: "2026-11-19T10:00:00Z",
					text: "Dear Ana, we send a new one by Friday.",
					thread: "t",
					state: "open",
					author: "Bruno Keller",
				},
				{
					channel: "ticket",
					direction: "internal",
					at: "2026-11-19T10:01:00Z",
					text: "Ana is upset.",
					thread: "t",
					state: "open",
				},
			],
		},
	],
});
const profile = {
	platform: "x",
	handle: "qx_77",
	displayName: "Ana Costa",
	bio: "ana@example.com",
	posts: [{ text: "Nothing came, T-88213. Ana", at: "2026-11-22T18:40:00Z" }],
};

let packet: HandOff;
beforeAll(async () => {
	packet = handOff(dossier(await resolver.resolve(profile), { policy: openly }), { sundown: { utcOffset: "-05:00" } });
});

describe("the packet", () => {
	it("says who, how sure and why", () => {
		expect(packet.who).toEqual({
			handle: { platform: "x", handle: "qx_77", displayName: "Ana Costa" },
			names: ["Ana Costa"],
			relation: "customer",
			pronouns: [],
			records: ["C-1"],
		});
		expect(packet.sure).toMatchObject({ decision: "link" });
		expect(packet.sure.says).toMatch(/^Linked, with .* %; decision "link"\. /);
		expect(packet.why).toContain("The email address given on the profile is on the record");
	});

	it("holds all that the person said word for word, and all that was answered, in order", () => {
		expect(packet.said.map(({ text }) => text)).toEqual([LONG.trim(), "Nothing came, T-88213. Ana"]);
		expect(packet.answered.map(({ text }) => text)).toEqual(["Dear Ana, we send a new one by Friday."]);
		expect(packet.notes.map(({ text }) => text)).toEqual(["Ana is upset."]);
	});

	it("says what is open, by what to answer, and until when", () => {
		expect(packet.issues).toEqual([
			{
				topic: "Meter",
				references: ["T-88213"],
				state: "open",
				since: "2026-11-18T15:02:00Z",
				lastWord: { by: "person", at: "2026-11-22T18:40:00Z" },
				contacts: 2,
			},
		]);
		expect(packet.preferredChannel).toBe("email");
		expect(packet.due).toMatchObject({ at: "2026-11-22T23:59:59-05:00", since: "2026-11-22T18:40:00Z" });
	});

	it("is plain JSON", () => expect(JSON.parse(JSON.stringify(packet))).toEqual(packet));

	it("says that nobody is linked where nobody is", async () => {
		const { who, sure, why, said } = handOff(dossier(await resolver.resolve("x:somebody_else")));
		expect([who.records, why, said]).toEqual([[], [], []]);
		expect(sure.says).toMatch(/^Nobody is linked; decision "\w+"\. /);
	});

	it("says that nobody knows when an answer is due to what has no date", async () => {
		const asked = await resolver.resolve({
			handle: "x",
			interactions: [{ channel: "dm", direction: "inbound", text: "Hi" }],
		});
		const { due, notKnown } = handOff(dossier(asked));
		expect(due).toBeUndefined();
		expect(notKnown.at(-1)).toBe("When an answer is due: what waits for one has no date.");
	});
});

describe("the masked packet", () => {
	it("may leave the firm", () => {
		const masked = maskedHandOff(packet);
		expect(masked.audience).toBe("outside");
		expect(masked.who).toMatchObject({ handle: { handle: "qx_77" }, names: ["A. C."], records: [] });
		expect(masked.contacts).toEqual([
			{ kind: "email", value: "a***@…", verified: true, because: [], records: [] },
			{ kind: "phone", value: "+1 ***42", mayContact: false, because: [], records: [] },
			{ kind: "address", value: "Boston", city: "Boston", because: [], records: [] },
		]);
		expect(masked.said[0]?.text).toMatch(/^My number is \*\*\*42\. Nothing happens\. .*…$/);
		expect([...(masked.said[0]?.text ?? "")]).toHaveLength(140);
		expect(masked.answered[0]).toMatchObject({ author: "B. K.", text: "Dear A., we send a new one by Friday." });
		expect(masked.notes).toEqual([]);
		expect(masked.issues[0]?.references).toEqual(["T-88213"]);
		expect(masked.due).toEqual(packet.due);
	});

	it("holds nothing that was planted, as JSON and as text", () => {
		const masked = maskedHandOff(packet);
		const out = JSON.stringify(masked) + handOffText(masked) + handOffText(masked, { as: "text" });
		expect(out).not.toMatch(/ana@|example\.com|555|0142|\bAna\b|Costa|Bruno|Keller|Elm|ana\.private|C-1\b|upset/i);
	});
});

describe("as a text", () => {
	it("reads from top to bottom", () => {
		expect(handOffText(packet)).toMatch(
			/^# Hand-off: @qx\\_77 on x\n\nLinked, [\s\S]*Answer due 2026-11-22 23:59 -05:00\. [\s\S]*## Why[\s\S]*## Who\n\n- Name: Ana Costa[\s\S]*Do not use\. Asked not to be called \(record C-1\)\.[\s\S]*- Prefers: email[\s\S]*## Open issues\n\n- Meter \(T-88213\): open since 2026-11-18 15:02 UTC; 2 contacts\. Last word: the person, 2026-11-22 18:40 UTC\.[\s\S]*## What the person said[\s\S]*## What was answered and promised[\s\S]*## Not known/,
		);
	});

	it("has no marks in a plain field, and nothing invisible", () => {
		const hostile = {
			...packet,
			said: [{ channel: "post", text: "a\u202e\n# b_c", references: [] }],
		} satisfies HandOff;
		expect(handOffText(hostile, { as: "text" })).toContain("  > a\\u{202e}\n  > # b_c");
		expect(handOffText(hostile)).toContain("  > a\\\\u{202e}\n  > \\# b\\_c");
	});
});

it.each([null, undefined, 5, "x", [], {}, { who: {} }])("%j is no dossier and no packet: an error SHAPE", (given) => {
	for (const call of [handOff, maskedHandOff, handOffText]) {
		expect(() => call(given as never)).toThrow(expect.objectContaining({ code: "SHAPE" }));
	}
});
