// Impostors: 24 families of profiles that are made to pass for a customer, from what is public and what has leaked; and what
// the library makes of them. The library is passed in, so that tests measure the sources and benchmarks the built package.
import { makeCustomers, now, own, receiptKey } from "./customers.mjs";
import { pick, seeded } from "./people.mjs";

/** One or more of the letters of a text that are keys of a table, exchanged; undefined where there is none. */
function exchanged(text, table, random) {
	const chars = [...text];
	const places = chars.flatMap((char, at) => (table[char] === undefined ? [] : at));
	if (places.length === 0) return undefined;
	const first = pick(places, random);
	const all = random() < 0.3;
	return chars
		.map((char, at) => (at === first || (all && places.includes(at)) ? pick([...table[char]], random) : char))
		.join("");
}

/** One of the passages of a text that a pattern finds, written otherwise; undefined where there is none. */
function rewritten(text, pattern, write, random) {
	const found = [...text.matchAll(pattern)];
	if (found.length === 0) return undefined;
	const { 0: passage, index } = pick(found, random);
	return text.slice(0, index) + write(passage) + text.slice(index + passage.length);
}

const foreign = {
	...{ a: "а", c: "с", e: "е", i: "і", j: "ј", o: "оο", p: "рρ", s: "ѕ", x: "х", y: "у", v: "ν", u: "υ", n: "ո" },
	...{
		A: "АΑ",
		B: "ВΒ",
		C: "С",
		E: "ЕΕ",
		H: "НΗ",
		I: "ІΙ",
		K: "КΚ",
		M: "МΜ",
		N: "Ν",
		O: "ОΟ",
		P: "РΡ",
		S: "Ѕ",
		T: "ТΤ",
	},
	...{ X: "ХΧ", Y: "Υ", Z: "Ζ" },
};
const leet = { a: "4", b: "8", e: "3", g: "9", i: "1", l: "1", o: "0", s: "5", t: "7" };
const fullWidth = (char) => (/[!-~]/.test(char) ? String.fromCodePoint(char.codePointAt(0) + 0xfee0) : char);
/** Bold, sans-serif bold and monospaced letters: A, a and 0 of each. */
const mathAlphabets = [
	[0x1d400, 0x1d41a, 0x1d7ce],
	[0x1d5d4, 0x1d5ee, 0x1d7ec],
	[0x1d670, 0x1d68a, 0x1d7f6],
];
function math(text, [upper, lower, digit]) {
	const styled = (char, from, to) => String.fromCodePoint(to + char.charCodeAt(0) - from.charCodeAt(0));
	return text
		.replace(/[A-Z]/g, (char) => styled(char, "A", upper))
		.replace(/[a-z]/g, (char) => styled(char, "a", lower))
		.replace(/[0-9]/g, (char) => styled(char, "0", digit));
}
const cut = (text, at) => text.slice(0, at) + text.slice(at + 1);
const placeIn = (text, pattern, random) => pick([...text.matchAll(pattern)], random)?.index;
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** A word before or after a handle, joined as people join them. */
function withWord(handle, words, random) {
	const word = pick(words, random);
	const joined = (first, second) =>
		pick([`${first}${second}`, `${first}_${second}`, `${capital(first)}${capital(second)}`], random);
	return random() < 0.5 ? joined(word, handle) : joined(handle, word);
}

/** How a handle is made to look like another; undefined where it has nothing to be exchanged. */
const lookAlikes = {
	"_ suffix": (handle) => `${handle}_`,
	"_ prefix": (handle) => `_${handle}`,
	"doubled letter"(handle, random) {
		const at = placeIn(handle, /[a-z]/gi, random);
		return at === undefined ? undefined : handle.slice(0, at + 1) + handle.slice(at);
	},
	"dropped letter"(handle, random) {
		const at = placeIn(handle, /[a-z]/gi, random);
		return at === undefined ? undefined : cut(handle, at);
	},
	digit(handle, random) {
		const drawn = random();
		if (drawn < 0.6) return `${handle}${Math.floor(random() * 1000)}`;
		return drawn < 0.75 ? `${1 + Math.floor(random() * 9)}${handle}` : exchanged(handle, leet, random);
	},
	"l/I/1": (handle, random) => exchanged(handle, { l: "I1", I: "l1", 1: "lI" }, random),
	"0/O": (handle, random) => exchanged(handle, { o: "0", O: "0", 0: "Oo" }, random),
	"rn/m": (handle, random) => rewritten(handle, /rn|m/g, (found) => (found === "m" ? "rn" : "m"), random),
	"vv/w": (handle, random) => rewritten(handle, /vv|w/g, (found) => (found === "w" ? "vv" : "w"), random),
	"Cyrillic/Greek": (handle, random) => exchanged(handle, foreign, random),
	"full-width": (handle) => [...handle].map(fullWidth).join(""),
	math: (handle, random) => math(handle, pick(mathAlphabets, random)),
	"real/official": (handle, random) => withWord(handle, ["real", "official", "the", "iam"], random),
	"support/help": (handle, random) => withWord(handle, ["support", "help", "care", "service"], random),
};

/** What else impostors do. `account` is that of the victim, `fake` the same with another id and a handle that is free. */
const others = {
	"same handle, other platform": ({ account }, fake, random) => ({
		...fake,
		platform: pick(["instagram", "bluesky", "youtube"], random),
		handle: account.handle,
	}),
	"name only": ({ account, person }, { id }) => ({
		platform: "x",
		id,
		handle: `user${id}`,
		displayName: person.full ?? account.displayName,
	}),
	"full clone": (_, fake) => fake,
	"clone + CRM email"({ record }, fake) {
		const [{ value }] = record.emails;
		return { ...fake, bio: `${fake.bio} ${value}`, emails: [value] };
	},
	"clone + CRM phone"({ record }, fake) {
		const [{ value }] = record.phones;
		return { ...fake, bio: `${fake.bio} ${value}`, phones: [value] };
	},
	"clone + order number"({ record }, fake) {
		const numbers = record.interactions.flatMap(({ references = [] }) => references);
		const at = new Date(now - 3_600_000).toISOString();
		return { ...fake, posts: numbers.map((number) => ({ text: `@acme where is ${number}?`, at })) };
	},
	"recycled handle": ({ account }, fake) => ({
		...fake,
		handle: account.handle,
		createdAt: new Date(now - 86_400_000).toISOString(),
	}),
	/** The very account, where it is proven, under another name. */
	"bought account": ({ standing, account, person }, _, random) =>
		standing === "proof" ? { ...account, displayName: otherName(person, random), bio: "Win big today" } : undefined,
	"paid badge": (_, fake) => ({
		...fake,
		attributes: { verified: true, verifiedType: "blue", badge: "verified", followers: 250_000 },
	}),
	/** Friends who swear to it, and a page of the impostor's own that the network has seen to link back. */
	"vouching ring, poisoned labels": ({ account }, fake) => ({
		...fake,
		links: [{ url: `https://${fake.id}.example.net`, verified: true }, `https://x.com/friend${fake.id}`],
		posts: [
			`RT @friend${fake.id}: @${account.handle} has moved here, this is the real one`,
			"Verified by the community",
		],
	}),
};
export const families = [...Object.keys(lookAlikes), ...Object.keys(others)];
const RING = "vouching ring, poisoned labels";

const shops = ["Crypto Giveaway", "Daily Deals", "Meme Factory", "Lucky Spin"];
const buyers = ["Wanda Quillfeather", "Zebulon Okonjo", "Ivo Tarkvist"];
const otherName = ({ full }, random) =>
	pick(
		[...shops, ...buyers].filter((name) => name !== full),
		random,
	);

/** Profiles of a family, each with its victim. Where a handle offers nothing to exchange, there is none. */
function impostorsOf(family, customers, random) {
	return customers.known.flatMap((victim) => {
		const { account } = victim;
		const id = customers.nextId();
		const fake = {
			...account,
			id,
			handle: `${account.handle}${10 + Math.floor(random() * 90)}`,
			createdAt: "2026-09-01",
		};
		const handle = lookAlikes[family]?.(account.handle, random);
		const profile =
			lookAlikes[family] === undefined
				? others[family](victim, fake, random)
				: handle === undefined || handle.toLowerCase() === account.handle.toLowerCase()
					? undefined
					: { ...fake, handle };
		return profile === undefined ? [] : [{ victim, profile }];
	});
}

/** What the ring's posts leave on the victims' records where an automation files them, and what it takes them for. */
function poisoned(record, { platform, id, handle }) {
	const at = new Date(now - 40 * 86_400_000).toISOString();
	const praise = {
		channel: "post",
		direction: "inbound",
		at,
		platform,
		handle,
		accountId: id,
		text: "It is me, really.",
	};
	return {
		...record,
		handles: [...record.handles, { platform, id, handle, grade: "mentioned", validFrom: at }],
		interactions: [...record.interactions, praise],
	};
}

const levels = ["none", "claimed", "corroborated", "verified", "confirmed"];

/** What comes of one profile. `level`: the highest of any link. `flagged`: an alert is open that holds links down. */
async function outcomeOf(resolver, profile) {
	const { decision, links, alerts } = await resolver.resolve(profile);
	const reached = links.map(({ assurance }) => levels.indexOf(assurance.level));
	return {
		linkedTo: decision === "link" ? links[0].recordId : undefined,
		level: levels[Math.max(0, ...reached)],
		flagged: alerts.some(({ holds }) => holds),
		alerts: alerts.map(({ kind }) => kind),
	};
}

/** Outcomes of many, counted. */
async function tally(resolver, cases) {
	const counts = {
		cases: cases.length,
		linked: 0,
		flagged: 0,
		levels: Object.fromEntries(levels.map((one) => [one, 0])),
	};
	const alerts = {};
	for (const { victim, profile } of cases) {
		const { linkedTo, level, flagged, alerts: kinds } = await outcomeOf(resolver, profile);
		counts.levels[level]++;
		if (victim !== undefined && linkedTo === victim.record.id) counts.linked++;
		if (flagged) counts.flagged++;
		for (const kind of new Set(kinds)) alerts[kind] = (alerts[kind] ?? 0) + 1;
	}
	return { ...counts, alerts };
}

const sum = (list) => list.reduce((total, each) => total + each, 0);
export const above = ({ levels: { corroborated, verified, confirmed } }) => corroborated + verified + confirmed;

/**
 * Single characters outside ASCII that pass for an ASCII letter or digit: those of the table, those that compatibility
 * composition resolves, and all that have the skeleton of one.
 */
export function passingCharacters({ confusables, skeleton }) {
	const found = new Map();
	for (const entry of confusables) {
		const colon = entry.indexOf(":");
		for (const char of entry.slice(colon + 1)) found.set(char, entry.slice(0, colon));
	}
	for (let code = 0x80; code < 0x20000; code++) {
		if (code >= 0xd800 && code < 0xe000) continue;
		const char = String.fromCodePoint(code);
		const plain = char.normalize("NFKC").toLowerCase();
		const looks = skeleton(char);
		if (/^[a-z\d]$/.test(plain)) found.set(char, plain);
		else if (/^[a-z\d]$/.test(looks)) found.set(char, looks);
	}
	return [...found].map(([char, ascii]) => ({ char, ascii }));
}

/** Each character in a handle that, but for it, is on record; under the name of whose it is. */
async function measureCharacters({ createResolver }, characters) {
	const name = "Odalys Quillfeather";
	const missed = [];
	let atMostClaimed = 0;
	for (const ascii of new Set(characters.map((one) => one.ascii))) {
		const handle = (middle) => `quill${middle}feather`;
		const record = { id: "c1", name, handle: { platform: "x", id: "7", handle: handle(ascii) } };
		const resolver = createResolver({ records: [record], now, receiptKey });
		for (const { char } of characters.filter((one) => one.ascii === ascii)) {
			const profile = { platform: "x", id: "1", handle: handle(char), displayName: name };
			const { level, alerts } = await outcomeOf(resolver, profile);
			if (level === "none" || level === "claimed") atMostClaimed++;
			if (!alerts.includes("look-alike")) missed.push(`U+${char.codePointAt(0).toString(16)} for ${ascii}`);
		}
	}
	return { characters: characters.length, atMostClaimed, missed };
}

/** What hostile labels could do to a model at worst: all that a holder can bring about is believed as far as a model can. */
const poisonedModel = {
	format: "sameas-model",
	version: 1,
	slopes: { name: 1.5, email: 1.5, phone: 1.5, account: 1.5 },
	levels: {
		account: Object.fromEntries(
			["claimed-handle", "mentioned-handle", "linked-handle", "same-site"].map((level) => [level, { m: 1, u: 1e-9 }]),
		),
	},
};

/** The ring's posts are on the victims' records, and the model has been learnt from its labels. */
function ringResolver({ createResolver }, { records }, ring, settings) {
	const friends = new Map(ring.map(({ victim, profile }) => [victim.record.id, profile]));
	const spoilt = records.map((record) => (friends.has(record.id) ? poisoned(record, friends.get(record.id)) : record));
	return createResolver({ ...settings, records: spoilt, model: poisonedModel });
}

/**
 * All families, people who are who they say they are, and characters that pass for others.
 * @param library `createResolver`, `proofDesk`; `confusables` and `skeleton` for the characters
 * @param every of the characters only each so-and-so-many-th
 */
export async function measureImpostors(library, { victims, seed = 1, every = 1, progress = () => {} }) {
	const random = seeded(seed + 17);
	const customers = makeCustomers(victims, library, seed);
	const settings = { now, receiptKey, own };
	const resolver = library.createResolver({ records: customers.records, ...settings });

	const rows = [];
	for (const family of families) {
		const cases = impostorsOf(family, customers, random);
		const asked = family === RING ? ringResolver(library, customers, cases, settings) : resolver;
		const row = { family, lookAlike: family in lookAlikes, ...(await tally(asked, cases)) };
		// Only the handle is alike: no name is shown, or another person's, of the same population. Every fourth will do.
		const some = cases.filter((_, at) => at % 4 === 0);
		const unnamed = some.map(({ profile: { displayName, ...profile } }) => ({ profile }));
		const named = unnamed.map(({ profile }) => {
			const { displayName } = pick(customers.strangers, random);
			return { profile: { ...profile, displayName } };
		});
		const flaggedOf = async (list) => (await tally(resolver, list)).flagged;
		const byHandle = { cases: some.length, unnamed: await flaggedOf(unnamed), named: await flaggedOf(named) };
		rows.push(row.lookAlike ? { ...row, byHandle } : row);
		progress(family);
	}

	const { known, unknown, strangers } = customers;
	const half = Math.ceil(victims / 2);
	const genuine = {
		"accounts on record": known.map((victim) => ({ victim, profile: victim.account })),
		"customers' accounts that are not on record": unknown
			.slice(half)
			.map((victim) => ({ victim, profile: victim.account })),
		"customers' second accounts, on other networks": known
			.slice(0, half)
			.map((victim) => ({ victim, profile: customers.elsewhere(victim) })),
		strangers: strangers.map((profile) => ({ profile })),
	};
	const honest = [];
	for (const [group, cases] of Object.entries(genuine)) honest.push({ group, ...(await tally(resolver, cases)) });

	const withProof = known.filter(({ standing }) => standing === "proof");
	const proven = await tally(
		resolver,
		withProof.map(({ account }) => ({ profile: account })),
	);
	const bySession = known.filter(({ standing }) => standing === "session");
	const renamed = ({ account, person }) => ({ profile: { ...account, displayName: otherName(person, random) } });
	// A name that the record set does not know is not read as somebody else's, and chance likeness is not told from disguise.
	const rareName = () => pick(buyers, random);
	const residual = {
		"strangers under names that are on no record": await tally(
			resolver,
			strangers.map((profile) => ({ profile: { ...profile, displayName: rareName() } })),
		),
		"proved, and bought with its name": proven,
		"proved, and bought, the name taken off": await tally(
			resolver,
			withProof.map(({ account: { displayName, ...account } }) => ({ profile: account })),
		),
		"recorded in a session, bought, and renamed": await tally(resolver, bySession.map(renamed)),
	};

	const characters = passingCharacters(library).filter((_, at) => at % every === 0);
	return {
		records: customers.records.length,
		rows,
		honest,
		proven,
		residual,
		characters: await measureCharacters(library, characters),
		totals: totalsOf(rows, honest),
	};
}

function totalsOf(rows, honest) {
	const of = (list, figure) => sum(list.map(figure));
	const alike = rows.filter(({ lookAlike }) => lookAlike);
	const bought = rows.find(({ family }) => family === "bought account");
	return {
		cases: of(rows, ({ cases }) => cases),
		above: of(rows, above),
		lookAlikes: of(alike, ({ cases }) => cases),
		flagged: of(alike, ({ flagged }) => flagged),
		byHandle: of(alike, ({ byHandle }) => byHandle.cases),
		flaggedUnnamed: of(alike, ({ byHandle }) => byHandle.unnamed),
		flaggedNamed: of(alike, ({ byHandle }) => byHandle.named),
		bought: bought.cases,
		boughtHeld: bought.cases - above(bought),
		genuine: of(honest, ({ cases }) => cases),
		genuineFlagged: of(honest, ({ flagged }) => flagged),
	};
}

/** What is wanted, and whether it holds. */
export function targetsOf({ totals, proven, characters }) {
	return [
		{ target: "no impostor at corroborated or above", hits: totals.above, of: totals.cases, met: totals.above === 0 },
		{
			target: "look-alikes flagged, 95 % or more",
			hits: totals.flagged,
			of: totals.lookAlikes,
			met: totals.flagged >= 0.95 * totals.lookAlikes,
		},
		{
			target: "bought accounts with another name at claimed or below, all",
			hits: totals.boughtHeld,
			of: totals.bought,
			met: totals.bought > 0 && totals.boughtHeld === totals.bought,
		},
		{
			target: "genuine handles flagged, 2 % or fewer",
			hits: totals.genuineFlagged,
			of: totals.genuine,
			met: totals.genuineFlagged <= 0.02 * totals.genuine,
		},
		{
			target: "genuine people with a proof at verified, all",
			hits: proven.levels.verified,
			of: proven.cases,
			met: proven.cases > 0 && proven.levels.verified === proven.cases,
		},
		{
			target: "characters that pass for others flagged, all",
			hits: characters.characters - characters.missed.length,
			of: characters.characters,
			met: characters.missed.length === 0,
		},
		{
			target: "characters that pass for others at claimed or below, all",
			hits: characters.atMostClaimed,
			of: characters.characters,
			met: characters.atMostClaimed === characters.characters,
		},
	];
}

/** Accounts on one network of people who have several there: one is on record, another is the profile. */
export async function measureSeveral({ createResolver }, sets) {
	return Promise.all(
		sets.map(async ({ name, records, labelled }) => {
			const people = new Map();
			for (const { truth, profile } of labelled) {
				if (truth === null) continue;
				const key = `${truth} ${profile.platform}`;
				people.set(key, [...(people.get(key) ?? []), { truth, profile }]);
			}
			const several = [...people.values()].filter((accounts) => accounts.length > 1);
			const first = new Map(several.map(([{ truth, profile }]) => [truth, profile]));
			const known = records.map((record) =>
				first.has(record.id)
					? { ...record, handles: [{ platform: first.get(record.id).platform, handle: first.get(record.id).handle }] }
					: record,
			);
			const resolver = createResolver({ records: known, now });
			const cases = several.flatMap(([, ...more]) => more.map(({ profile }) => ({ profile })));
			return { set: name, ...(await tally(resolver, cases)) };
		}),
	);
}
