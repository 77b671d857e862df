// The same invented people in every naming culture: one process, and with equal concentration the very same draws, so that
// nothing but the names differs. Each person has a record; as many strangers have none; each of them has one profile.
// Addresses and numbers are opaque and alike in all cultures: a name in an address would tell how it is spelt.
import { seeded } from "../people.mjs";
import { bare } from "../speed/population.mjs";

/**
 * Shares of the commonest given name and surname where they are the same in all cultures. Then no two people have both in
 * common either, so that a further name, which some cultures have, is no advantage, and a wrong link is no namesake.
 */
export const EQUAL = { given: 0.06, family: 0.05, distinct: true };

/** Share of people who write their name in another form than the usual one, such as a short form or another spelling. */
const OTHER_FORM = 0.1;
/** Share of records with the name in two columns; the others have it in one. */
const IN_COLUMNS = 0.7;

/** Shares of what profiles show; those with a name in another script show it in that, in Latin letters, or in both. */
const displays = { full: 0.4, short: 0.25, given: 0.08, adorned: 0.07, none: 0.2 };
const scripts = { own: 0.6, latin: 0.25, both: 0.15 };
const contacts = { email: 0.15, phone: 0.1, none: 0.75 };
const handles = {
	initialled: 0.2,
	joined: 0.15,
	parted: 0.15,
	reversed: 0.08,
	numbered: 0.15,
	joinedNumbered: 0.07,
	opaque: 0.2,
};

const words = "night pixel coffee moon turbo quiet river cloud".split(" ");
const beasts = "owl fox byte rider whale hawk tiger bloom".split(" ");

/** The key whose share holds `at`, a number from 0 to 1. */
function chosen(shares, at) {
	let left = at;
	for (const [key, share] of Object.entries(shares)) {
		left -= share;
		if (left < 0) return key;
	}
	return Object.keys(shares).at(-1);
}

/** Of a list of so many names the place of one, by a power of its rank; the first has this share, or all have the same. */
function ranks(count, first) {
	const sharesBy = (power) => {
		const weights = Array.from({ length: count }, (_, rank) => (rank + 1) ** -power);
		const sum = weights.reduce((total, weight) => total + weight, 0);
		return weights.map((weight) => weight / sum);
	};
	let [low, high] = [0, 4];
	for (let step = 0; step < 40; step++) {
		const power = (low + high) / 2;
		if (sharesBy(power)[0] < first) low = power;
		else high = power;
	}
	const shares = sharesBy(low);
	return (at) => Number(chosen(shares, at));
}

/** A person of a culture: what their record and their profile call them, in each script. */
function personOf(culture, draw, rankOf, taken) {
	const at = { given: 0, family: 0 };
	do {
		at.given = rankOf.given(draw());
		at.family = rankOf.family(draw());
	} while (taken?.has(`${at.given} ${at.family}`));
	taken?.add(`${at.given} ${at.family}`);
	const names = {
		given: culture.given[at.given],
		family: culture.family[at.family],
		second: culture.family[rankOf.family(draw())],
		father: culture.fathers[Math.floor(draw() * culture.fathers.length)],
	};
	const woman = at.given % 2 === 1;
	// What is drawn for one of the names decides on the form of it, whether it has another or not.
	const forms = Object.fromEntries(Object.keys(names).map((name) => [name, draw() < OTHER_FORM ? 1 : 0]));
	const written = (own, spell, reversed) =>
		culture.write({
			...Object.fromEntries(Object.entries(names).map(([name, entry]) => [name, spell(entry, name)])),
			own,
			woman,
			reversed,
		});
	const asUsual = (entry) => entry.forms[0];
	const asTheirs = (entry, name) => entry.forms[forms[name]] ?? entry.forms[0];
	const [first, later] = [draw() < 0.5, draw() < 0.5];
	return {
		own: written(true, (entry) => entry.own, later),
		filed: written(false, asUsual, first),
		latin: written(false, asTheirs, later),
	};
}

function recordOf(index, culture, { given, middle, family, full, short = full }, inColumns) {
	return {
		id: `r${index}`,
		names: [
			inColumns ? { given, ...(middle && { middle }), ...(family && { family }) } : { full: middle ? full : short },
		],
		addresses: [{ country: culture.country }],
		...contactsOf(index),
	};
}

function contactsOf(index) {
	return {
		emails: [`c${7000 + index}@mail.example.com`],
		phones: [`+1 ${201 + (index % 700)} 555 01${String(10 + Math.floor(index / 700)).slice(0, 2)}`],
	};
}

function displayOf({ given, full, short = full, called }, kind) {
	if (kind === "given") return called?.given ?? given;
	return kind === "full" ? full : kind === "adorned" ? `${short} ✨` : short;
}

function handleOf({ given, family = "", called = { given, family }, whole, initialled = whole }, kind, draw) {
	const [first, last] = [bare(called.given), bare(called.family)];
	const joined = bare(whole ?? first + last);
	const number = String(10 + Math.floor(draw() * 90));
	const opaque = words[Math.floor(draw() * words.length)] + beasts[Math.floor(draw() * beasts.length)] + number;
	const separator = "._"[Math.floor(draw() * 2)];
	const written = {
		initialled: bare(initialled ?? first[0] + last),
		joined,
		parted: whole ? joined : first + separator + last,
		reversed: whole ? joined : last + first,
		numbered: first + number,
		joinedNumbered: joined + number,
		opaque,
	};
	return written[kind];
}

function profileOf(index, isOwn, { own, latin }, draw) {
	const kind = chosen(displays, draw());
	const script = chosen(scripts, draw());
	const contact = chosen(contacts, draw());
	const handle = handleOf(latin, chosen(handles, draw()), draw);
	const shown = displayOf(isOwn && script !== "latin" ? own : latin, kind);
	const displayName = isOwn && script === "both" ? `${shown} (${displayOf(latin, "short")})` : shown;
	const { emails, phones } = contactsOf(index);
	return {
		platform: "x",
		handle,
		...(kind !== "none" && { displayName }),
		...(contact === "email" && { emails }),
		...(contact === "phone" && { phones }),
	};
}

/**
 * `count` records of a group and the profiles of their people, and of as many strangers.
 * @param common shares of the commonest names: `EQUAL`, or those of the group's own culture
 */
export function makeGroup({ culture, script }, { count, common, seed = 1 }) {
	const draw = seeded(seed);
	const rankOf = {
		given: ranks(culture.given.length, common.given),
		family: ranks(culture.family.length, common.family),
	};
	const taken = common.distinct ? new Set() : undefined;
	const records = [];
	const cases = [];
	for (let index = 0; index < 2 * count; index++) {
		const isKnown = index < count;
		const person = personOf(culture, draw, rankOf, taken);
		const inColumns = draw() < IN_COLUMNS;
		if (isKnown) records.push(recordOf(index, culture, script ? person.own : person.filed, inColumns));
		cases.push({
			truth: isKnown ? `r${index}` : null,
			profile: profileOf(index, script !== undefined, person, draw),
		});
	}
	return { records, cases };
}
