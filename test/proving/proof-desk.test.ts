import { describe, expect, it } from "vitest";
import { type CrmRecordInput, createResolver, type IdentityLink } from "../../src/index.js";
import { type Challenge, memoryChallenges, type ProofDeskOptions, proofDesk, withHandle } from "../../src/trust.js";

const key = "an invented key for tests, 32 letters and more";
const now = Date.UTC(2026, 10, 25);
const minutes = (count: number): number => now + count * 60_000;
/** Bytes that only look random: the same in each run. */
function counting(): ProofDeskOptions["random"] {
	let state = 1;
	return (count) =>
		Uint8Array.from({ length: count }, () => {
			state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
			return state >>> 24;
		});
}
const deskOf = (options: Partial<ProofDeskOptions> = {}) => proofDesk({ key, random: counting(), ...options });

const record: CrmRecordInput = {
	id: "C-1042",
	name: "Todd Defren",
	emails: [
		{ value: "todd@example.com", observedAt: "2024-05-01", verified: true },
		{ value: "new@example.org", observedAt: "2026-11-20" },
		{ value: "support@example.net", observedAt: "2020-01-01" },
		{ value: "undated@example.com" },
	],
	phones: [
		{ value: "+1 617 555 0142", observedAt: "2024-05-01", shared: true },
		{ value: "+1 617 555 0177", observedAt: "2024-05-01" },
		{ value: "+1 617 555 0199", observedAt: "2024-05-01", mayContact: false },
	],
};
const profile = { platform: "x", id: "1888101", handle: "TDefren", displayName: "Todd Defren" };
async function linkOf(input: CrmRecordInput = record): Promise<IdentityLink> {
	const [link] = (await createResolver({ records: [input] }).resolve({ ...profile, bio: "todd@example.com" })).links;
	if (link === undefined) throw new Error("nobody is found");
	return link;
}
const byEmail = { recordId: "C-1042", kind: "email", index: 0 } as const;

describe("where a code may go", () => {
	it("to what has been on record for a month, is nobody else's, and is wanted; masked", async () => {
		expect(deskOf().contacts(await linkOf(), now)).toEqual([
			{ recordId: "C-1042", kind: "email", index: 0, masked: "t***@…" },
			{ recordId: "C-1042", kind: "phone", index: 1, masked: "+1 ***77" },
			{ recordId: "C-1042", kind: "email", index: 1, masked: "n***@…", refused: "too-fresh" },
			{ recordId: "C-1042", kind: "email", index: 2, masked: "s***@…", refused: "shared" },
			{ recordId: "C-1042", kind: "email", index: 3, masked: "u***@…", refused: "undated" },
			{ recordId: "C-1042", kind: "phone", index: 0, masked: "+1 ***42", refused: "shared" },
			{ recordId: "C-1042", kind: "phone", index: 2, masked: "+1 ***99", refused: "not-wanted" },
		]);
	});

	it("undated ones can be accepted, by name", async () => {
		const contacts = deskOf({ undated: "accept" }).contacts(await linkOf(), now);
		expect(
			contacts.filter(({ refused }) => refused === undefined).map(({ index, kind }) => `${kind} ${index}`),
		).toEqual(["email 0", "email 3", "phone 1"]);
	});

	it.each([
		["one that is refused", { ...byEmail, index: 1 }, profile, "No code may go to this contact point: too-fresh."],
		[
			"one that is not there",
			{ ...byEmail, index: 9 },
			profile,
			"There is no such contact point. Give one of `contacts`.",
		],
		[
			"another record's",
			{ ...byEmail, recordId: "C-1" },
			profile,
			"There is no such contact point. Give one of `contacts`.",
		],
		[
			"no stable id",
			byEmail,
			{ platform: "x" },
			"A proof names the account by its stable id. Give the profile's `id`.",
		],
		["no network", byEmail, { id: "1" }, "A proof names the network. Give the profile's `platform`."],
	])("%s is an error that carries no value", async (_, contact, account, message) => {
		const question = { link: await linkOf(), contact, profile: account, now };
		await expect(deskOf().challenge(question)).rejects.toThrow(message);
	});
});

describe("a code that comes back", () => {
	async function waiting(options: Partial<ProofDeskOptions> = {}) {
		const desk = deskOf(options);
		const sent = await desk.challenge({ link: await linkOf(), profile, contact: byEmail, now });
		return { desk, ...sent };
	}
	const wrong = (code: string): string => code.replace(/^./, (digit) => String((Number(digit) + 1) % 10));

	it("proves the account, once", async () => {
		const { desk, id, code, to } = await waiting();
		expect([to, code]).toEqual([{ kind: "email", value: "todd@example.com" }, expect.stringMatching(/^\d{8}$/)]);
		const answer = await desk.answer({ id, code: ` ${code.slice(0, 4)} ${code.slice(4)}`, profile, now: minutes(60) });
		expect(answer).toMatchObject({
			kind: "verified",
			recordId: "C-1042",
			handle: {
				platform: "x",
				id: "1888101",
				handle: "TDefren",
				grade: "proven",
				validFrom: "2026-11-25T01:00:00.000Z",
			},
		});
		expect(await desk.answer({ id, code, profile, now })).toEqual({ kind: "unknown" });
	});

	it("is good for a day by mail, for ten minutes by phone", async () => {
		const mail = await waiting();
		expect(await mail.desk.answer({ ...mail, profile, now: minutes(24 * 60) })).toEqual({ kind: "expired" });
		const desk = deskOf();
		const contact = { recordId: "C-1042", kind: "phone", index: 1 } as const;
		const call = await desk.challenge({ link: await linkOf(), profile, contact, now });
		expect(await desk.answer({ ...call, profile, now: minutes(10) })).toEqual({ kind: "expired" });
	});

	it("may be wrong four times, and not a fifth", async () => {
		const { desk, id, code } = await waiting();
		for (const triesLeft of [4, 3, 2, 1, 0]) {
			expect(await desk.answer({ id, code: wrong(code), profile, now })).toEqual({ kind: "wrong-code", triesLeft });
		}
		expect(await desk.answer({ id, code, profile, now })).toEqual({ kind: "unknown" });
	});

	it("has to come from the account that it was asked of, and a try from another one is lost", async () => {
		const { desk, id, code } = await waiting();
		const other = { ...profile, id: "666" };
		expect(await desk.answer({ id, code, profile: other, now })).toEqual({ kind: "other-account", triesLeft: 4 });
		expect((await desk.answer({ id, code, profile, now })).kind).toBe("verified");
	});

	it("of two that come at once, one is heard", async () => {
		const { desk, id, code } = await waiting();
		const answers = await Promise.all([1, 2].map(() => desk.answer({ id, code, profile, now })));
		expect(answers.map(({ kind }) => kind).sort()).toEqual(["unknown", "verified"]);
	});

	it("what waits holds neither the code nor the address nor the name", async () => {
		const kept: Challenge[] = [];
		const inner = memoryChallenges();
		const put = (one: Challenge) => {
			kept.push(one);
			return inner.put(one);
		};
		const challenges = { ...inner, put };
		const { code } = await waiting({ challenges });
		const text = JSON.stringify(kept);
		for (const secret of [code, "todd", "example.com", "Defren"]) expect(text).not.toContain(secret);
	});

	it("codes and ids are drawn anew, and all digits come up", async () => {
		const desk = deskOf();
		const link = await linkOf();
		const sent = await Promise.all(
			Array.from({ length: 100 }, () => desk.challenge({ link, profile, contact: byEmail, now })),
		);
		expect(new Set(sent.map(({ code }) => code)).size).toBe(100);
		expect(new Set(sent.map(({ id }) => id)).size).toBe(100);
		expect(new Set(sent.flatMap(({ code }) => [...code])).size).toBe(10);
	});
});

describe("receipts", () => {
	it("carry no name and no address", () => {
		const { receipt = "" } = deskOf().signedIn({ recordId: "C-1042", profile, now });
		expect(receipt).toMatch(/^sameas1\.\S+$/);
		for (const secret of ["Todd", "Defren", "example.com"]) {
			expect(decodeURIComponent(receipt).toLowerCase()).not.toContain(secret.toLowerCase());
		}
	});

	it.each([["another key", { key: "another key, also of 32 letters or more" }]])(
		"of %s are not confirmed",
		(_, options) => {
			const handle = deskOf(options).signedIn({ recordId: "C-1042", profile, now });
			expect(() => deskOf().confirmed(handle, { by: "agent-7", basis: "call-back", now })).toThrow(
				"Only a proof of this desk can be confirmed.",
			);
		},
	);

	it("that it looks right is no ground for a confirmation", () => {
		const desk = deskOf();
		const handle = desk.signedIn({ recordId: "C-1042", profile, now });
		expect(() => desk.confirmed(handle, { by: "agent-7", basis: "looks right" as "call-back", now })).toThrow(
			"The ground is one of in-person, call-back, second-approver.",
		);
		expect(() => desk.confirmed(handle, { by: " ", basis: "call-back", now })).toThrow(
			"A confirmation names the colleague who gives it.",
		);
	});

	it("go onto the record in the place of what was known of the account, and come through a snapshot", async () => {
		const { record: plain } = await linkOf({
			...record,
			handles: [
				{ platform: "x", id: "1888101", handle: "old" },
				{ platform: "github", handle: "todd" },
			],
		});
		const handle = deskOf().signedIn({ recordId: "C-1042", profile, now });
		const proven = withHandle(plain, handle);
		expect(proven.handles.map(({ platform, handle }) => `${platform}:${handle}`)).toEqual(["github:todd", "x:TDefren"]);
		const resolver = createResolver({ records: [proven] });
		expect(resolver.get("C-1042")?.handles[1]).toEqual(handle);
	});

	it("a key that could be guessed is refused", () => {
		expect(() => deskOf({ key: "secret" })).toThrow("`key` is a secret of at least 32 characters.");
		expect(() => createResolver({ receiptKey: "secret" })).toThrow(
			"`receiptKey` is a secret of at least 32 characters.",
		);
	});
});
