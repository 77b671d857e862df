/** Addresses, numbers and handles that are none, or hardly. */
import { fromHubSpot } from "sameas/crm";
import { fromMastodon } from "sameas/platforms";
import { expect } from "vitest";
import { ask, type Entry, found, takeIn, timed, who } from "./doors.js";

type Key = "phones" | "emails" | "handles";

/** Left out with this warning; the rest of the record stays, and the same as part of a profile likewise. */
async function leftOut(input: object, key: Key, code: string): Promise<void> {
	const { resolver, codes } = await takeIn({ name: "Todd Defren", ...input });
	expect(resolver.get("1")).toMatchObject({ names: [{ full: "Todd Defren" }], [key]: [] });
	expect(codes).toEqual([code]);
}

/** Taken for the same thing on the record and on the profile. */
async function matches(input: object, scorer: string): Promise<void> {
	const resolution = await who({ name: "Todd Defren", ...input }, { displayName: "Todd D.", ...input });
	expect(found(resolution)).toBe("link 1");
	expect(resolution.links[0]?.evidence.map((one) => one.scorer)).toContain(scorer);
}

export const identifiers: readonly Entry[] = [
	{
		number: 21,
		name: "a telephone number of a million digits",
		result: "is left out: warning LIMIT",
		async check() {
			const phone = "1".repeat(1_000_000);
			await leftOut({ phone }, "phones", "LIMIT phone");
			expect((await ask({ handle: "todd", phone })).codes).toEqual(["LIMIT phone"]);
			const { records } = await timed(() => fromHubSpot({ id: "7", properties: { firstname: "Ana", phone } }));
			expect((await takeIn(records[0] as object)).codes).toEqual(["LIMIT phones.0.value"]);
		},
	},
	{
		number: 22,
		name: "a digit and a blank, 100,000 times",
		result: "is left out: warning LIMIT; in a biography it is cut",
		async check() {
			const phone = "1 ".repeat(100_000);
			await leftOut({ phone }, "phones", "LIMIT phone");
			expect((await ask({ bio: phone })).codes).toEqual(["LIMIT bio"]);
		},
	},
	{
		number: 23,
		name: "a telephone number in Arabic-Indic digits",
		result: "matches",
		check: () => matches({ phone: "٦١٧٥٥٥٠١٤٢" }, "phone"),
	},
	{
		number: 24,
		name: "markup in an extension",
		result: "the number matches; what is no extension is passed over",
		async check() {
			const phone = "+16175550142;ext=<script>";
			const resolution = await who({ name: "Todd Defren", phone }, { displayName: "Todd", phone: "617 555 0142" });
			expect(found(resolution)).toBe("link 1");
		},
	},
	{
		number: 25,
		name: "an emergency number",
		result: "is kept as written and identifies nobody",
		async check() {
			const { resolver, codes } = await takeIn({ name: "Todd Defren", phone: "911" });
			expect(resolver.get("1")?.phones).toEqual([{ value: "911" }]);
			expect(codes).toEqual([]);
			expect(found(await who({ name: "Todd Defren", phone: "911" }, { phone: "911" }))).toBe("insufficient nobody");
		},
	},
	{
		number: 26,
		name: "a telephone number of noughts",
		result: "is left out as a placeholder: warning SHAPE",
		async check() {
			await leftOut({ phone: "0000000000" }, "phones", "SHAPE phone");
			expect((await ask({ phone: "0000000000" })).codes).toEqual(["SHAPE phone"]);
		},
	},
	{
		number: 27,
		name: "a telephone number that is a number",
		result: "is read as its digits and matches",
		async check() {
			expect((await takeIn({ phone: 6_175_550_142 })).resolver.get("1")?.phones).toEqual([{ value: "6175550142" }]);
			await matches({ phone: 6_175_550_142 }, "phone");
		},
	},
	{
		number: 28,
		name: "an email address of 500 characters",
		result: "is left out: warning SHAPE; above 512 LIMIT",
		async check() {
			await leftOut({ email: `${"a".repeat(488)}@example.com` }, "emails", "SHAPE email");
			await leftOut({ email: `${"a".repeat(588)}@example.com` }, "emails", "LIMIT email");
		},
	},
	{
		number: 29,
		name: "a quoted local part with a blank",
		result: "is left out: warning SHAPE",
		check: () => leftOut({ email: '"todd defren"@example.com' }, "emails", "SHAPE email"),
	},
	{
		number: 30,
		name: "an email address in another script",
		result: "is kept and matches",
		async check() {
			const email = "用户@例子.example";
			expect((await takeIn({ email })).resolver.get("1")?.emails).toEqual([{ value: email }]);
			await matches({ email }, "email");
		},
	},
	{
		number: 31,
		name: "two at signs",
		result: "is left out: warning SHAPE",
		check: () => leftOut({ email: "todd@@example.com" }, "emails", "SHAPE email"),
	},
	{
		number: 32,
		name: "mailto with line breaks and another header",
		result: "is the address alone; the rest is left out: warning SHAPE",
		async check() {
			const { resolver, codes } = await takeIn({ email: "mailto:todd@example.com\r\nBcc:x" });
			expect(resolver.get("1")?.emails).toEqual([{ value: "mailto:todd@example.com" }]);
			expect(codes).toEqual(["SHAPE email"]);
			expect(
				found(await who({ name: "Todd Defren", email: "mailto:todd@example.com\r\nBcc:x" }, "todd@example.com")),
			).toBe("link 1");
		},
	},
	{
		number: 33,
		name: "a handle of nothing but @",
		result: "is left out: warning SHAPE",
		async check() {
			await leftOut({ handles: ["@"] }, "handles", "SHAPE handles.0");
			const asked = await ask("@");
			expect(asked.codes).toEqual(["SHAPE handle"]);
			expect(found(asked)).toBe("insufficient nobody");
		},
	},
	{
		number: 34,
		name: "handles called __proto__ and constructor",
		result: "are handles like any other, and match",
		async check() {
			for (const handle of ["__proto__", "constructor"]) {
				const resolution = await who({ name: "Todd Defren", handles: [`x:${handle}`] }, { platform: "x", handle });
				expect(found(resolution)).toBe("link 1");
				const { profiles } = await timed(() =>
					fromMastodon({ id: "1", username: handle, acct: handle, url: `https://fedi.example.com/@${handle}` }),
				);
				expect(profiles[0]?.handle).toBe(handle);
			}
			expect({}).not.toHaveProperty("handle");
		},
	},
];
