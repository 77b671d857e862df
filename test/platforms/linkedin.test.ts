import { describe, expect, it } from "vitest";
import { fromLinkedIn } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";

const localized = (text: string, more: object = {}) => ({
	localized: { de_DE: `${text}!`, en_US: text, ...more },
	preferredLocale: { country: "US", language: "en" },
});
const me = {
	id: "aB3",
	vanityName: "ana-costa",
	firstName: localized("Ana"),
	lastName: localized("Costa"),
	headline: localized("Kites at Cedar Labs"),
};
const signedIn = {
	sub: "aB4",
	name: "Bo Ek",
	given_name: "Bo",
	family_name: "Ek",
	locale: { country: "SE", language: "sv" },
	email: "bo@example.com",
	email_verified: true,
};

describe("the member who has signed in to LinkedIn", () => {
	it("is read in the language they prefer, under an id of this application", () => {
		expect(fromLinkedIn(me)).toEqual({
			profiles: [
				{
					platform: "linkedin",
					id: "aB3",
					tenantScoped: true,
					handle: "ana-costa",
					displayName: "Ana Costa",
					bio: "Kites at Cedar Labs",
				},
			],
			unattributed: [],
			warnings: [],
		});
	});

	it.each<[string, object, object[] | undefined]>([
		["an address that LinkedIn has verified", {}, [{ value: "bo@example.com", verified: true }]],
		["one that it has not", { email_verified: false }, [{ value: "bo@example.com" }]],
		["one that says it in words", { email_verified: "true" }, [{ value: "bo@example.com", verified: true }]],
		["none", { email: null }, undefined],
	])("%s", (_, more, emails) => {
		expect(fromLinkedIn({ ...signedIn, ...more }).profiles[0]?.emails).toEqual(emails);
	});

	it("a language that is not there is replaced by one that is", () => {
		const { profiles, warnings } = fromLinkedIn({ ...me, headline: { localized: { sv_SE: "Drakar" } } });
		expect([profiles[0]?.bio, warnings]).toEqual(["Drakar", []]);
	});

	it("both answers about one member are one profile", () => {
		expect(fromLinkedIn([{ ...signedIn, sub: "aB3" }, me]).profiles).toMatchObject([
			{ id: "aB3", handle: "ana-costa", emails: [{}] },
		]);
	});

	it("a refusal is a warning", () => {
		expect(
			fromLinkedIn({ serviceErrorCode: 100, message: "Not enough permissions", status: 403 }).warnings,
		).toHaveLength(1);
	});
});

describe("the contract of readers", () => {
	const envelope = (elements: readonly unknown[]) => ({ elements });
	for (const { name, run } of platformContract(fromLinkedIn, [
		{ item: me, envelope },
		{ item: signedIn, envelope },
	]))
		it(name, run);
});
