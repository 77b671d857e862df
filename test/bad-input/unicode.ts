/** Texts that are broken, hidden, turned round or dressed up. */
import { fromX } from "sameas/platforms";
import { expect } from "vitest";
import { limits } from "../../src/text/unicode.js";
import { ask, csvName, type Entry, found, shown, takeIn, timed, who } from "./doors.js";

/** The name as it is kept, on either side; that the person is found by it; and that it does nothing where it is shown. */
async function keptAndFound(written: string, kept = written, clean = "Todd Defren"): Promise<void> {
	const { resolver, codes } = await takeIn({ name: written });
	expect(resolver.get("1")?.names).toEqual([{ full: kept }]);
	expect(codes).toEqual([]);
	const { records } = await csvName(written);
	expect(records[0]?.names).toEqual([{ full: kept }]);
	const users = [{ id: "7", username: "td_8841", name: written }];
	const { profiles } = await timed(() => fromX({ data: users }));
	const asked = await who({ name: clean }, profiles[0]);
	expect(asked.profile.displayName).toBe(kept);
	expect(asked.codes).toEqual([]);
	expect(found(asked)).toBe("link 1");
	expect(found(await who({ name: written }, { displayName: clean }))).toBe("link 1");
	await showsNothingHidden(await who({ name: written }, { displayName: written }));
}

async function showsNothingHidden(resolution: Awaited<ReturnType<typeof who>>): Promise<void> {
	const { texts } = await shown(resolution);
	for (const text of texts) {
		// Joiners and line breaks may be there.
		expect(text).not.toMatch(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
	}
}

/** Cut at the cap with a warning, on either side; nothing else of the record is lost. */
async function cut(written: string): Promise<void> {
	const { resolver, codes } = await takeIn({ name: written, email: "todd@example.com" });
	const [name] = resolver.get("1")?.names ?? [];
	expect(name?.full?.length).toBeLessThanOrEqual(limits.name);
	expect(codes).toEqual(["LIMIT name"]);
	const asked = await who(
		{ name: written, email: "todd@example.com" },
		{ displayName: written, email: "todd@example.com" },
	);
	expect(asked.codes).toEqual(["LIMIT displayName"]);
	expect(found(asked)).toBe("link 1");
	await shown(asked);
}

export const unicode: readonly Entry[] = [
	{
		number: 1,
		name: "a lone high surrogate",
		result: "becomes U+FFFD; the person is found",
		check: () => keptAndFound("Todd \ud83d Defren", "Todd \ufffd Defren"),
	},
	{
		number: 2,
		name: "a lone low surrogate",
		result: "becomes U+FFFD; the person is found",
		check: () => keptAndFound("Todd \ude00 Defren", "Todd \ufffd Defren"),
	},
	{
		number: 3,
		name: "surrogates the wrong way round",
		result: "become two U+FFFD; the person is found",
		check: () => keptAndFound("Todd \ude00\ud83d Defren", "Todd \ufffd\ufffd Defren"),
	},
	{
		number: 4,
		name: "NUL",
		result: "is kept, parts words and shows as an escape; the person is found",
		check: () => keptAndFound("Todd\u0000 Defren"),
	},
	{
		number: 5,
		name: "a letter that grows eighteen-fold, 1,000 times",
		result: "is cut at 256 code units before it can grow: warning LIMIT",
		check: () => cut("\ufdfa".repeat(1000)),
	},
	{
		number: 6,
		name: "200,000 alternating combining marks",
		result: "are cut at 256 code units, 30 marks in a row: warning LIMIT, also in handle, biography and post",
		async check() {
			const marks = `a${"\u0300\u0316".repeat(100_000)}`;
			await cut(marks);
			const { profile, codes } = await ask({ handle: marks, bio: marks, posts: [marks] });
			expect(profile.handle).toBeUndefined();
			expect(profile.bio).toHaveLength(1 + limits.markRun);
			expect(profile.posts[0]?.text).toHaveLength(1 + limits.markRun);
			expect(codes).toEqual(["LIMIT handle", "LIMIT bio", "LIMIT posts.0"]);
		},
	},
	{
		number: 7,
		name: "500 marks on the letters of a name",
		result:
			"30 in a row are kept and the name is cut at 256 code units: warning LIMIT; below the cap the person is found",
		async check() {
			await cut(`T${"\u0301".repeat(500)}odd Defren`);
			await keptAndFound(`T${"\u0301".repeat(200)}odd Defren`, `T${"\u0301".repeat(limits.markRun)}odd Defren`);
		},
	},
	{
		number: 8,
		name: "U+202E, right-to-left override",
		result:
			"is kept and shows as an escape; a name written backwards behind it is another surname, and a case for review at most",
		async check() {
			await keptAndFound("\u202eTodd Defren");
			expect(found(await who({ name: "Todd Defren" }, { displayName: "Todd \u202enerfeD" }))).toBe("review 1");
		},
	},
	{
		number: 9,
		name: "an isolate that is never closed",
		result: "is kept and shows as an escape; the person is found",
		check: () => keptAndFound("Todd \u2067Defren"),
	},
	{
		number: 10,
		name: "a zero-width blank in a telephone number",
		result: "is passed over: the number matches",
		check: () => samePhone("617\u200b5550142"),
	},
	{
		number: 11,
		name: "the joiner of a Persian name",
		result: "is kept, and also shown; with and without it is one name",
		async check() {
			const name = "علی\u200cرضا رضایی";
			const resolution = await who({ name }, { displayName: "علیرضا رضایی" });
			expect(found(resolution)).toBe("link 1");
			expect((await shown(resolution)).answer.names.map(({ value }) => value)).toContain(name);
		},
	},
	{
		number: 12,
		name: "tag characters",
		result: "are kept and show as escapes; the person is found",
		check: () => keptAndFound("Todd\u{e0041} Defren"),
	},
	{
		number: 13,
		name: "variation selectors",
		result: "are kept; the person is found",
		check: () => keptAndFound("Todd\ufe0f Defren"),
	},
	{
		number: 14,
		name: "Cyrillic letters among Latin ones",
		result: "are kept as written; read as the word that they look like",
		check: () => keptAndFound("Todd Dеfrеn"),
	},
	{
		number: 15,
		name: "a telephone number in full-width digits",
		result: "matches",
		check: () => samePhone("６１７５５５０１４２"),
	},
	{
		number: 16,
		name: "a name in mathematical bold",
		result: "is kept as written; the person is found",
		check: () => keptAndFound("𝐓𝐨𝐝𝐝 𝐃𝐞𝐟𝐫𝐞𝐧"),
	},
	{
		number: 17,
		name: "letters that change length with case (İ ı ẞ)",
		result: "match in either case",
		async check() {
			await keptAndFound("İpek Işık", "İpek Işık", "ipek ışık");
			await keptAndFound("Klaus Groẞ", "Klaus Groẞ", "klaus gross");
		},
	},
	{
		number: 18,
		name: "a noncharacter (U+FFFF)",
		result: "is kept; the person is found",
		check: () => keptAndFound("Todd\uffff Defren"),
	},
	{
		number: 19,
		name: "a byte order mark",
		result: "is left out; the person is found",
		check: () => keptAndFound("\ufeffTodd Defren", "Todd Defren"),
	},
	{
		number: 20,
		name: "a joined emoji",
		result: "is kept; the person is found",
		async check() {
			const name = "👨‍👩‍👧 Todd Defren";
			expect((await takeIn({ name })).resolver.get("1")?.names).toEqual([{ full: name }]);
			expect(found(await who({ name: "Todd Defren" }, { displayName: name }))).toBe("link 1");
		},
	},
];

/** Kept as written, and the same as the number in plain digits, on either side. */
async function samePhone(phone: string): Promise<void> {
	expect((await takeIn({ phone })).resolver.get("1")?.phones).toEqual([{ value: phone }]);
	for (const [record, profile] of [
		[phone, "+1 617 555 0142"],
		["+1 617 555 0142", phone],
	]) {
		const resolution = await who({ name: "Todd Defren", phone: record }, { phone: profile, displayName: "Todd" });
		expect(found(resolution)).toBe("link 1");
		expect(resolution.links[0]?.evidence.map(({ scorer, level }) => `${scorer} ${level}`)).toContain("phone exact");
	}
}
