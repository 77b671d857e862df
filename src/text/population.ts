import { letterBits, symbolBits } from "./letters.js";
import { nicknamesOf, nicknameWeight } from "./nicknames.js";
import { familyNames, givenNames } from "./population-table.js";

export type NameRole = "given" | "family";

function sharesOf(bands: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
	const shares = new Map<string, number>();
	for (const [bits, names] of Object.entries(bands)) {
		const share = 2 ** -Number(bits);
		for (const name of names.split(" ")) shares.set(name, share);
	}
	return shares;
}

/** Share of people who show a short form: bearers of every formal name it stands for. */
function shortShares(given: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
	const shares = new Map<string, number>();
	for (const [formal, share] of given) {
		for (const short of nicknamesOf(formal)) {
			shares.set(short, (shares.get(short) ?? 0) + share * nicknameWeight(formal));
		}
	}
	return shares;
}

interface Tables extends Readonly<Record<NameRole, ReadonlyMap<string, number>>> {
	/** Share of people whose name is not in the table; their names are spread by the letter model. */
	readonly unlisted: Readonly<Record<NameRole, number>>;
}

function restOf(shares: ReadonlyMap<string, number>): number {
	let rest = 1;
	for (const share of shares.values()) rest -= share;
	return rest;
}

// Unpacked when first asked for, so that importing the package costs nothing. The result never changes.
let tables: Tables | undefined;
function unpacked(): Tables {
	if (!tables) {
		const given = sharesOf(givenNames);
		const family = sharesOf(familyNames);
		tables = { given, family, unlisted: { given: restOf(given), family: restOf(family) } };
	}
	return tables;
}

let shortForms: ReadonlyMap<string, number> | undefined;
function unpackedShort(): ReadonlyMap<string, number> {
	shortForms ??= shortShares(unpacked().given);
	return shortForms;
}

/**
 * Share of the world's people who bear this name in this role, by the built-in population table, the letter model
 * standing in for names that are not listed. `name` is folded and romanised.
 */
export function populationShare(name: string, role: NameRole): number {
	const { [role]: listed, unlisted } = unpacked();
	const share = listed.get(name) ?? unlistedShare(unlisted[role], 2 ** -letterBits(name));
	return role === "family" ? share : Math.max(share, unpackedShort().get(name) ?? 0);
}

/** Names are not random letters: real unlisted names are some 3 bits likelier than the letter model believes. */
function unlistedShare(unlisted: number, chance: number): number {
	return Math.min(2 ** -13, unlisted * 8 * chance);
}

/** The same in both roles. @param chance 2 ** -letterBits(name), where it is known already */
export function populationShares(name: string, chance: number = 2 ** -letterBits(name)): Record<NameRole, number> {
	const { given, family, unlisted } = unpacked();
	return {
		given: Math.max(given.get(name) ?? unlistedShare(unlisted.given, chance), unpackedShort().get(name) ?? 0),
		family: family.get(name) ?? unlistedShare(unlisted.family, chance),
	};
}

/** True when the name is listed in this role. */
export function isListed(name: string, role: NameRole): boolean {
	return unpacked()[role].has(name);
}

/** True when the word is a listed given name, or a usual short form of one. */
export function isGivenName(word: string): boolean {
	return unpacked().given.has(word) || unpackedShort().has(word);
}

/** Share of people whose name begins with these letters, by the letter model. */
export function prefixShare(prefix: string): number {
	let bits = 0;
	for (let i = 0; i < prefix.length; i++) bits += symbolBits(prefix, i, 0);
	return 2 ** -bits;
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
		seen += count - 1 + Math.min(0.5, common * SEEN_ONCE * (total / 50) ** 0.4);
	}
	return seen / (total + 300);
}
