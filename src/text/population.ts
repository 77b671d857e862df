import { exp2, log2 } from "../arithmetic.js";
import { letterBits, symbolBits } from "./letters.js";
import { nicknamesOf, nicknameWeight } from "./nicknames.js";
import { familyNames, givenNames } from "./population-table.js";

export type NameRole = "given" | "family";

function sharesOf(bands: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
	const shares = new Map<string, number>();
	for (const [bits, names] of Object.entries(bands)) {
		const share = exp2(-Number(bits));
		for (const name of names.split(" ")) shares.set(name, share);
	}
	return shares;
}

/** What the tables know of a word; 0 where they do not list it. */
interface Listed extends Record<NameRole, number> {
	/** Share of people who show it as a short form: bearers of every formal name it stands for. */
	short: number;
}

interface Tables {
	/** Each word once, whatever it is the name of: a text has many words to look up. */
	readonly listed: Map<string, Listed>;
	/** Share of people whose name is not in the table; their names are spread by the letter model. */
	readonly unlisted: Readonly<Record<NameRole, number>>;
}

function restOf(shares: ReadonlyMap<string, number>): number {
	let rest = 1;
	for (const share of shares.values()) rest -= share;
	return rest;
}

function entryOf(name: string, listed: Map<string, Listed>): Listed {
	let entry = listed.get(name);
	if (!entry) {
		entry = { given: 0, family: 0, short: 0 };
		listed.set(name, entry);
	}
	return entry;
}

// Unpacked when first asked for, so that importing the package costs nothing. The result never changes.
let tables: Tables | undefined;
function unpacked(): Tables {
	if (!tables) {
		const given = sharesOf(givenNames);
		const family = sharesOf(familyNames);
		const listed = new Map<string, Listed>();
		for (const [name, share] of given) entryOf(name, listed).given = share;
		for (const [name, share] of family) entryOf(name, listed).family = share;
		tables = { listed, unlisted: { given: restOf(given), family: restOf(family) } };
	}
	return tables;
}

let withShort: Tables | undefined;
/** The same with the short forms. */
function unpackedShort(): Tables {
	if (!withShort) {
		withShort = unpacked();
		const { listed } = withShort;
		for (const [formal, { given }] of [...listed]) {
			if (given === 0) continue;
			for (const short of nicknamesOf(formal)) entryOf(short, listed).short += given * nicknameWeight(formal);
		}
	}
	return withShort;
}

/**
 * Share of the world's people who bear this name in this role, by the built-in population table, the letter model
 * standing in for names that are not listed. `name` is folded and romanised.
 */
export function populationShare(name: string, role: NameRole): number {
	const { listed, unlisted } = unpackedShort();
	const entry = listed.get(name);
	const share = entry?.[role] || unlistedShare(unlisted[role], exp2(-letterBits(name)));
	return role === "family" ? share : Math.max(share, entry?.short ?? 0);
}

/** Names are not random letters: real unlisted names are some 3 bits likelier than the letter model believes. */
function unlistedShare(unlisted: number, chance: number): number {
	return Math.min(2 ** -13, unlisted * 8 * chance);
}

/** The same in both roles. @param chance 2 ** -letterBits(name), where it is known already */
export function populationShares(name: string, chance: number = exp2(-letterBits(name))): Record<NameRole, number> {
	const { listed, unlisted } = unpackedShort();
	const entry = listed.get(name);
	const given = entry?.given || unlistedShare(unlisted.given, chance);
	return {
		given: Math.max(given, entry?.short ?? 0),
		family: entry?.family || unlistedShare(unlisted.family, chance),
	};
}

/** True when the name is listed in this role. */
export function isListed(name: string, role: NameRole): boolean {
	return (unpacked().listed.get(name)?.[role] ?? 0) > 0;
}

/** True when the word is a listed given name, or a usual short form of one. */
export function isGivenName(word: string): boolean {
	const entry = unpackedShort().listed.get(word);
	return entry !== undefined && entry.given + entry.short > 0;
}

/** Share of people whose name begins with these letters, by the letter model. */
export function prefixShare(prefix: string): number {
	let bits = 0;
	for (let i = 0; i < prefix.length; i++) bits += symbolBits(prefix, i, 0);
	return exp2(-bits);
}

/** What a name that one of 50 records carries says of the next person, in counts, and how it grows with the records. */
const SEEN_ONCE = 0.04;
/** How much more a common given name says: that people of its culture are in the set, who share few given names. */
const COMMON_GIVEN = 4;

/**
 * Share of people who bear a name, as seen from a record set in which `count` of `total` records carry it.
 * A name seen once says less than 1/total about the next stranger: by Good and Turing its share is that of the names
 * seen twice, which in name lists is about 0.04 counts at 50 records, 0.33 at 10,000 and at most 0.5; of given names that
 * are listed four times as much. The population table has the weight of 300 records.
 * @param world its share of the world's people in this role
 */
export function blendedShare(world: number, name: string, role: NameRole, count: number, total: number): number {
	let seen = 300 * world;
	if (count > 0) {
		const common = role === "given" && isListed(name, role) ? COMMON_GIVEN : 1;
		seen += count - 1 + Math.min(0.5, common * SEEN_ONCE * exp2(0.4 * log2(total / 50)));
	}
	return seen / (total + 300);
}
