import fc from "fast-check";
import { type CrmRecordInput, createResolver, type SocialProfileInput } from "sameas";
import { describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript
import { makeRecords } from "../bench/people.mjs";
import { md5, sha256 } from "../src/text/hash.js";
import { surprisal } from "../src/text/surprisal.js";

/** What a fact may add when it is told again, in bits: people have habits. And what roundings of the rates come to. */
const AGAIN = 2 + 0.02;

const others = makeRecords(999) as CrmRecordInput[];
const resolver = createResolver({ records: others });

/** The answer about a profile in a set of 1,000 records, one of which is this. */
async function ask(record: Omit<CrmRecordInput, "id">, profile: SocialProfileInput) {
	resolver.upsert([{ ...record, id: "the one" }]);
	const { links, decision } = await resolver.resolve({ platform: "x", ...profile });
	const link = links.find(({ recordId }) => recordId === "the one");
	return { decision, evidence: link?.evidence ?? [], bits: link ? link.bits - link.prior : 0 };
}

/** All parts of a profile together tell no more than the best telling alone, be it one of them or another. */
async function expectNoMore(
	record: Omit<CrmRecordInput, "id">,
	parts: readonly SocialProfileInput[],
	others: readonly SocialProfileInput[] = [],
): Promise<void> {
	let best = 0;
	for (const part of [...parts, ...others]) best = Math.max(best, (await ask(record, part)).bits);
	const { bits, evidence } = await ask(record, Object.assign({}, ...parts));
	const said = evidence.map(({ level, bits }) => `${level} ${bits.toFixed(2)}`).join(", ");
	expect(bits, `${said}; best alone ${best}`).toBeLessThanOrEqual(best + AGAIN);
}

const given = fc.constantFrom(
	"John",
	"Maria",
	"Robert",
	"Katherine",
	"Todd",
	"Wei",
	"Priya",
	"Piotr",
	"Chidi",
	"Ingrid",
);
const family = fc.constantFrom(
	"Smith",
	"Lee",
	"Garcia",
	"Nowak",
	"Okafor",
	"Defren",
	"Garrenwick",
	"Zelmistova",
	"Kolberg",
	"Ng",
);
const name = fc.record({ given, family });
type Name = { readonly given: string; readonly family: string };
const forms: Readonly<Record<string, (first: string, last: string) => string>> = {
	"first+last": (f, l) => f + l,
	"first.last": (f, l) => `${f}.${l}`,
	first_last: (f, l) => `${f}_${l}`,
	"last+first": (f, l) => l + f,
	"initial+last": (f, l) => f.slice(0, 1) + l,
	"first+initial": (f, l) => f + l.slice(0, 1),
	"first+last+year": (f, l) => `${f}${l}84`,
	last: (_f, l) => l,
	first: (f) => f,
};
const form = fc.constantFrom(...Object.keys(forms));
const write = (how: string, { given, family }: Name): string =>
	forms[how]?.(given.toLowerCase(), family.toLowerCase()) as string;
const display = fc.constantFrom<(name: Name) => string>(
	({ given, family }) => `${given} ${family}`,
	({ given, family }) => `${given} ${family[0]}.`,
	({ given, family }) => `${given[0]}. ${family}`,
	({ given }) => given,
	({ family }) => family,
);

describe("a fact counts once", () => {
	it("though display name, handle, mailbox and bio carry the same name, each in a form of its own", async () => {
		await fc.assert(
			fc.asyncProperty(name, display, form, form, form, async (name, shown, handle, ours, theirs) => {
				const full = `${name.given} ${name.family}`;
				const record = { names: [{ ...name, full }], emails: [`${write(theirs, name)}@mail.example.com`] };
				const parts = [
					{ displayName: shown(name) },
					{ handle: write(handle, name) },
					{ bio: `${full} writes here.` },
					{ emails: [`${write(ours, name)}@post.example.org`] },
				];
				await expectNoMore(record, parts, [{ displayName: full }]);
			}),
			{ numRuns: 150 },
		);
	});

	it("though all of them carry the name in the same form", async () => {
		await fc.assert(
			fc.asyncProperty(name, form, async (name, how) => {
				const written = write(how, name);
				const record = { names: [{ ...name }], emails: [`${written}@mail.example.com`] };
				await expectNoMore(record, [
					{ displayName: written },
					{ handle: written },
					{ bio: `@${written} writes here.` },
					{ emails: [`${written}@post.example.org`] },
				]);
			}),
			{ numRuns: 100 },
		);
	});

	const record = {
		names: [{ given: "Todd", family: "Garrenwick" }],
		emails: ["quietfox@mail.example.com", "t.garrenwick@larchfield.example"],
		phones: ["+1 617 555 0142"],
		organization: "Larchfield Optics",
		links: ["https://larchfield.example/team"],
	};
	/** Whatever is told, the name leads to the record: an employer alone leads to nobody. */
	const named = { displayName: "Todd Garrenwick" };
	/** Ways to tell one fact, any of which may come together. */
	const tellings: Readonly<Record<string, readonly SocialProfileInput[]>> = {
		"an address": [
			{ bio: "Write to quietfox@mail.example.com" },
			{ posts: ["My address is quietfox@mail.example.com."] },
			{ emails: ["quietfox@mail.example.com"] },
			{ links: ["mailto:quietfox@mail.example.com"] },
			{ location: "quietfox@mail.example.com" },
			{ emailHashes: [md5("quietfox@mail.example.com"), sha256("quietfox@mail.example.com")] },
		],
		"a telephone number": [
			{ phones: ["+16175550142"] },
			{ bio: "Call +1 617 555 0142" },
			{ posts: ["My number is (617) 555-0142", "Again: +1 617 555 0142"] },
			{ location: "617-555-0142" },
		],
		"an employer": [
			{ bio: "Engineer at Larchfield Optics" },
			{ links: ["https://www.larchfield.example/about"] },
			{ emails: ["info@larchfield.example"] },
			{ posts: ["We at @LarchfieldOptics are hiring: jobs@larchfield.example"] },
		],
	};
	it.each(Object.entries(tellings))("though %s is told in several places", async (_fact, ways) => {
		const nothing = await ask(record, named);
		expect((await ask(record, { ...named, ...ways[0] })).bits).toBeGreaterThan(nothing.bits + 4);
		await fc.assert(
			fc.asyncProperty(fc.subarray([...ways], { minLength: 2 }), (told) =>
				expectNoMore(
					record,
					told.map((one) => ({ ...named, ...one })),
				),
			),
			{ numRuns: 60 },
		);
	});

	const rare = fc.stringMatching(/^[bcdfghjklmnpqrstvwxz]{6,14}[0-9]{0,4}$/);
	it("though one handle stands on two networks, is a mailbox and a mailbox elsewhere", async () => {
		await fc.assert(
			fc.asyncProperty(rare, async (handle) => {
				const profile = { handle, emails: [`${handle}@post.example.org`], bio: `Also ${handle}@third.example.net` };
				const names = [{ given: "Todd", family: "Garrenwick" }];
				const emails = [`${handle}@mail.example.com`];
				const handles = [
					{ platform: "github", handle },
					{ platform: "mastodon", handle, instance: "social.example" },
				];
				const alone = [{ names, emails }, ...handles.map((one) => ({ names, handles: [one] }))];
				let best = 0;
				for (const one of alone) best = Math.max(best, (await ask(one, { handle })).bits);
				expect((await ask({ names, emails, handles }, profile)).bits).toBeLessThanOrEqual(best + AGAIN);
			}),
			{ numRuns: 100 },
		);
	});
});

describe("a string that two sides use", () => {
	const names = [{ given: "Todd", family: "Garrenwick" }];
	const elsewhere = (handle: string) => ({ names, handles: [{ platform: "github", handle }] });
	const mailbox = (handle: string) => ({ names, emails: [`${handle}@mail.example.com`] });

	it.each([
		["a mailbox name", mailbox, ["night", "nightowl", "nightowl77", "quokkaberg", "xqjvkwzt"]],
		["a handle elsewhere", elsewhere, ["night", "nightowl", "nightowl77", "quokkaberg", "xqjvkwzt"]],
	] as const)("tells by how rare it is: %s", async (_what, recordWith, handles) => {
		const bits: number[] = [];
		for (const handle of handles) bits.push((await ask(recordWith(handle), { handle })).bits);
		expect(bits).toEqual([...bits].sort((a, b) => a - b));
		expect(bits[0]).toBeLessThan(1);
		expect(bits.at(-1)).toBeGreaterThan(8);
	});

	it("never links by itself in a set of 1,000 records, unless its surprisal is above 25 bits", async () => {
		const words = fc.constantFrom(
			"night",
			"owl",
			"fox",
			"pixel",
			"blue",
			"quokka",
			"berg",
			"ray",
			"zen",
			"mia",
			"lux",
			"kit",
		);
		const handle = fc.oneof(
			fc.array(words, { minLength: 1, maxLength: 3 }).map((list) => list.join("")),
			fc.tuple(words, fc.nat(9999)).map(([word, number]) => `${word}${number}`),
			fc.stringMatching(/^[a-z]{4,8}$/),
			fc.stringMatching(/^[a-z]{3,5}[0-9]{1,3}$/),
		);
		await fc.assert(
			fc.asyncProperty(handle, fc.constantFrom(elsewhere, mailbox), async (handle, recordWith) => {
				fc.pre(surprisal(handle) < 25);
				expect((await ask(recordWith(handle), { handle })).decision).not.toBe("link");
			}),
			// Two letters of a surname among four are no form of the name.
			{ numRuns: 150, examples: [["clga", elsewhere]] },
		);
	});
});
