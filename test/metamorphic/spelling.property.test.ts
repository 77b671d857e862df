import fc from "fast-check";
import { nameScorer, type PersonName, phoneScorer, type SocialProfileInput } from "sameas";
import { expect } from "vitest";
import { numberMatch } from "../../src/scorers/phone.js";
import { isTypo } from "../../src/text/distance.js";
import { findEmails, parseEmail } from "../../src/text/email.js";
import { readNames } from "../../src/text/name.js";
import { namesAgree } from "../../src/text/name-agreement.js";
import { normalizePhone } from "../../src/text/phone.js";
import { networkHandle, sameHandle } from "../../src/text/platform.js";
import { fold } from "../../src/text/unicode.js";
import { profileOf as bareProfile, recordOf, world } from "../samples.js";
import {
	aboutWhom,
	anySet,
	type Known,
	numbersOf,
	type Profile,
	pool,
	profileOf,
	recipes,
	type World,
	worldOf,
	written,
} from "./people.js";
import { expectSame, holds } from "./suite.js";

const plain = pool((records) => worldOf(records));

/** Every text of a profile that people write, each written in another way. */
function rewritten(profile: Profile, write: (text: string) => string): Profile {
	const { handle, displayName, location } = profile;
	return {
		...profile,
		...(handle == null ? {} : { handle: write(handle) }),
		...(displayName == null ? {} : { displayName: write(displayName) }),
		...(location == null ? {} : { location: write(location) }),
		bio: write(profile.bio),
		emails: profile.emails.map(write),
		phones: profile.phones.map(write),
		posts: profile.posts.map((post) => ({ ...post, text: write(post.text) })),
	};
}

// ---------------------------------------------------------------- letters

/** All letters that have a case, in any word of one script. */
const cased = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(..."ßẞſıİiIςσΣŉǰΐΰﬁﬄևᾳᾼῷɪƦᲀᎠꭰაᲐȺⱥŁøÆœŊ") },
	{
		weight: 2,
		arbitrary: fc.string({ unit: fc.integer({ min: 0x41, max: 0x17f }).map((code) => String.fromCharCode(code)) }),
	},
	{ weight: 1, arbitrary: fc.integer({ min: 0x370, max: 0x3ff }).map((code) => String.fromCharCode(code)) },
	{ weight: 1, arbitrary: fc.integer({ min: 0x400, max: 0x58f }).map((code) => String.fromCharCode(code)) },
	{ weight: 1, arbitrary: fc.integer({ min: 0x1e00, max: 0x1fff }).map((code) => String.fromCharCode(code)) },
);

holds(5, fc.tuple(anySet, recipes, cased), async ([at, recipe, text]) => {
	expect(fold(text.toUpperCase())).toBe(fold(text));
	expect(fold(text.toLowerCase())).toBe(fold(text));
	const { records, resolver } = plain(at);
	const profile = profileOf(records, recipe);
	const lower = await resolver.resolve(rewritten(profile, (text) => text.toLowerCase()));
	const upper = await resolver.resolve(rewritten(profile, (text) => text.toUpperCase()));
	expectSame(numbersOf(upper), numbersOf(lower));
	return lower.links.length > 0;
});

const forms = ["NFC", "NFD"] as const;
const inForms = pool((records) =>
	forms.map((form) => worldOf(JSON.parse(JSON.stringify(records).normalize(form)) as Known[])),
);

holds(6, fc.tuple(anySet, recipes, fc.nat(1), fc.string({ unit: "grapheme" })), async ([at, recipe, which, text]) => {
	expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
	const { records, resolver } = plain(at);
	const profile = profileOf(records, recipe);
	const answer = await resolver.resolve(profile);
	const other = (inForms(at)[which] as World).resolver;
	expectSame(
		numbersOf(await other.resolve(rewritten(profile, (text) => text.normalize(forms[1 - which])))),
		numbersOf(answer),
	);
	return answer.links.length > 0;
});

/** As East Asian keyboards write it: full-width letters, digits and signs. */
const wide = (text: string): string =>
	text.replace(/[!-~]/g, (char) => String.fromCodePoint((char.codePointAt(0) as number) + 0xfee0));
const alphabets = [0x1d400, 0x1d5a0, 0x1d670] as const;
/** Letters and digits from the mathematical alphabets, as display names are decorated. */
const mathematical = (text: string, from: number): string =>
	text.replace(/[A-Za-z]/g, (char) => {
		const code = char.codePointAt(0) as number;
		return String.fromCodePoint(from + (code < 0x61 ? code - 0x41 : code - 0x61 + 26));
	});

holds(7, fc.tuple(anySet, recipes, fc.constantFrom(0, ...alphabets)), async ([at, recipe, from]) => {
	const { records, resolver } = plain(at);
	const profile = profileOf(records, recipe);
	const answer = await resolver.resolve(profile);
	// Only names are decorated; a handle has no such letters on any network.
	const other: Profile =
		from === 0
			? { ...rewritten(profile, wide), ...(profile.handle == null ? {} : { handle: profile.handle }) }
			: {
					...profile,
					...(profile.displayName == null ? {} : { displayName: mathematical(profile.displayName, from) }),
				};
	expectSame(numbersOf(await resolver.resolve(other)), numbersOf(answer));
	return answer.links.length > 0;
});

const withoutMarks = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
/** What a name earns by itself in a set of 1,000 records. */
const names = nameScorer();
function earned(displayName: string, ...own: PersonName[]): number {
	const context = world();
	const profile = names.ofProfile(bareProfile({ displayName }), context);
	const record = names.ofRecord(recordOf({ names: own }));
	if (profile === undefined || record === undefined) return 0;
	const seen = names.compare(profile, record, context);
	const list = seen === undefined ? [] : Array.isArray(seen) ? seen : [seen];
	return list.reduce((sum, { bits }) => sum + bits, 0);
}

const anyName = fc
	.tuple(anySet, recipes)
	.map(([at, recipe]) => aboutWhom(plain(at).records, recipe).names[0] as PersonName);

holds(8, anyName, (name) => {
	const exact = written(name);
	const bare = withoutMarks(exact);
	expect(earned(bare, name)).toBeLessThanOrEqual(earned(exact, name));
	return true;
});

const blanks = fc.constantFrom("", " ", "  ", "\t", "\u00a0", "\n ", "\u2003", "\u3000");
const inner = fc.constantFrom(" ", "  ", "\u00a0", " \t", "\u3000");

holds(
	9,
	fc.tuple(anySet, recipes, blanks, blanks, inner, fc.constantFrom("", "@", " @", "＠")),
	async ([at, recipe, before, after, between, sign]) => {
		const { records, resolver } = plain(at);
		const profile = profileOf(records, recipe);
		const answer = await resolver.resolve(profile);
		const padded = rewritten(profile, (text) =>
			text === "" ? text : `${before}${text.replace(/ /g, between)}${after}`,
		);
		const { handle } = profile;
		const other = { ...padded, ...(handle == null ? {} : { handle: `${before}${sign}${handle}${after}` }) };
		expectSame(numbersOf(await resolver.resolve(other)), numbersOf(answer));
		return answer.links.length > 0;
	},
);

// ---------------------------------------------------------------- contact points

type Written = (country: string, area: string, line: string) => string;
const formats: readonly Written[] = [
	(country, area, line) => `+${country} ${area} ${line.slice(0, 3)} ${line.slice(3)}`,
	(country, area, line) => `+${country}${area}${line}`,
	(country, area, line) => `00${country} ${area} ${line}`,
	(country, area, line) => `+${country} (${area}) ${line.slice(0, 3)}-${line.slice(3)}`,
	(country, area, line) => `+${country}.${area}.${line.slice(0, 3)}.${line.slice(3)}`,
	(country, area, line) => `+${country}-${area}-${line}`,
	(country, area, line) => wide(`+${country} ${area} ${line}`),
	(country, area, line) =>
		`+${country}${area}${line}`.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
	(country, area, line) => `+${country} ${area} ${line.slice(0, 3)} ${line.slice(3)}`.replace(/ /g, "\u00a0"),
	(_country, area, line) => `(${area}) ${line.slice(0, 3)}-${line.slice(3)}`,
	(_country, area, line) => `${area}.${line.slice(0, 3)}.${line.slice(3)}`,
	(_country, area, line) => `1-${area}-${line.slice(0, 3)}-${line.slice(3)}`,
	(_country, area, line) => `${area}${line}`,
];
const phones = phoneScorer({ defaultCountry: "US" });
function phoneBits(profile: string, record: string): string {
	const context = world();
	const ours = phones.ofProfile(bareProfile({ phones: [{ value: profile }] }), context);
	const theirs = phones.ofRecord(recordOf({ phones: [{ value: record }] }));
	if (ours === undefined || theirs === undefined) return "unread";
	const seen = phones.compare(ours, theirs, context);
	return JSON.stringify((Array.isArray(seen) ? seen : [seen]).map((one) => [one?.level, one?.bits]));
}
const anyFormat = fc.constantFrom(...formats);
const areas = fc.constantFrom("617", "212", "415", "206", "512");
const line = fc.integer({ min: 100, max: 199 }).map((number) => `5550${number}`);

holds(10, fc.tuple(areas, line, anyFormat, anyFormat), ([area, line, ours, theirs]) => {
	const number = normalizePhone(ours("1", area, line), "US");
	expect(number?.e164).toBe(`+1${area}${line}`);
	const usual = formats[0] as Written;
	expect(phoneBits(ours("1", area, line), theirs("1", area, line))).toBe(
		phoneBits(usual("1", area, line), usual("1", area, line)),
	);
	return true;
});

const mailbox = fc
	.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9._+-]{0,14}[a-zA-Z0-9]$/)
	.filter((text) => !/[._+-]{2}/.test(text));
const host = fc.constantFrom(
	"example.com",
	"mail.example.org",
	"gmail.com",
	"outlook.com",
	"bücher.example",
	"larchfield.example",
);
const mixed = (text: string, pattern: number): string =>
	[...text].map((char, index) => ((pattern >> (index % 24)) & 1 ? char.toUpperCase() : char)).join("");

holds(11, fc.tuple(mailbox, host, fc.nat(2 ** 24 - 1)), ([mailbox, host, pattern]) => {
	const plain = parseEmail(`${mailbox}@${host}`);
	expect(parseEmail(`${mailbox}@${mixed(host, pattern)}`)).toEqual(plain);
	const [found] = findEmails(`Write to ${mailbox}@${mixed(host, pattern)}, please.`);
	expect(found?.canonical).toBe(findEmails(`Write to ${mailbox}@${host}, please.`)[0]?.canonical);
	return plain !== undefined;
});

// ---------------------------------------------------------------- comparing

holds(12, fc.tuple(anySet, fc.nat(11)), async ([at, of]) => {
	const { records, resolver } = plain(at);
	const own = aboutWhom(records, { of });
	const [name] = own.names as [PersonName];
	const profile: SocialProfileInput = {
		platform: own.handles[0]?.platform ?? "mastodon",
		...(own.handles[0] === undefined ? {} : { handle: own.handles[0].handle }),
		displayName: written(name),
		emails: own.emails,
		phones: own.phones,
		links: own.links,
		...(own.address === undefined ? {} : { location: own.address.city }),
		bio: own.organization === undefined ? "" : `${own.title} at ${own.organization}`,
		posts: own.interactions.map(({ text = "", at }) => ({ text, ...(at === undefined ? {} : { at }) })),
	};
	const { links } = await resolver.resolve(profile);
	const self = links.find(({ recordId, duplicates }) => [recordId, ...duplicates.map(({ id }) => id)].includes(own.id));
	expect(self).toBeDefined();
	const evidenceOf = ({ bits, prior }: (typeof links)[number]): number => bits - prior;
	for (const link of links) expect(evidenceOf(link)).toBeLessThanOrEqual(evidenceOf(self as (typeof links)[number]));
	return links.length > 1;
});

const word = fc.stringMatching(/^[a-e]{0,11}$/);
const phone = fc
	.tuple(anyFormat, areas, line, fc.constantFrom("", " ext. 12", " x7"))
	.map(([format, area, line, end]) => format("1", area, line) + end);
const handle = fc.tuple(
	fc.constantFrom("tdefren", "TDefren", "@tdefren", "t.defren", "tdefren@social.example"),
	fc.constantFrom("x", "twitter", "mastodon", "github"),
);

holds(
	13,
	fc.tuple(word, word, phone, phone, fc.tuple(handle, handle), fc.tuple(anyName, anyName)),
	([a, b, ours, theirs, [one, other], [name, another]]) => {
		expect(isTypo(a, b)).toBe(isTypo(b, a));
		const [left, right] = [normalizePhone(ours, "US"), normalizePhone(theirs, "US")];
		if (left && right) expect(numberMatch(left, right)).toBe(numberMatch(right, left));
		const [here, there] = [one, other].map(([handle, platform]) => networkHandle({ handle, platform })) as [
			ReturnType<typeof networkHandle>,
			ReturnType<typeof networkHandle>,
		];
		expect(sameHandle(here, there)).toBe(sameHandle(there, here));
		const [own, others] = [readNames([name]), readNames([another])];
		expect(namesAgree(own, others)).toBe(namesAgree(others, own));
		expect(namesAgree(own, own)).toBe(true);
		return left !== undefined && right !== undefined;
	},
);

/** Letters that are no look-alikes of any Latin one, and some that are. */
const foreign = fc.constantFrom(..."жщюДЯλψΞאשक가王かаеоΑΟ");

holds(28, fc.tuple(anyName, foreign, fc.nat(30)), ([name, letter, place]) => {
	const exact = written(name);
	const chars = [...exact];
	const at = place % chars.length;
	if (chars[at] === " " || fold(chars[at] as string) === fold(letter)) return false;
	chars[at] = letter;
	expect(earned(chars.join(""), name)).toBeLessThanOrEqual(earned(exact, name));
	return true;
});
