import { type Forms, type NameWords, pieces, surnames } from "./name-words.js";
import { nicknamesOf, nicknameWeight, variantsOf, variantWeight } from "./nicknames.js";
import type { NameRole } from "./population.js";
import type { Script } from "./romanize.js";

/** How much of a name is shown. */
type NameDetail = "full" | "nickname" | "part" | "initial" | "initials";

/** A string by which a person may show their given or family name, and how likely they choose this form of it. */
export interface NamePart {
	readonly text: string;
	readonly role: NameRole;
	readonly detail: NameDetail;
	readonly weight: number;
	/** The script in which the record has it, when that is not Latin: `text` is in it, or a Latin spelling of it. */
	readonly script?: Script;
	/** `text` is in that script. */
	readonly native?: true;
}

/** Share of people who use the spelling of this rank, of those who use a usual one. */
function spellingShare(rank: number, count: number): number {
	if (count === 1) return 1;
	let sum = 0;
	for (let i = 1; i <= count; i++) sum += 1 / i;
	return 0.95 / ((rank + 1) * sum);
}

/** Adds a form, keeping the likelier weight where a form comes twice. */
export class Parts {
	private readonly found: NamePart[] = [];
	/** Where a text is found, for each role: as a word, as initials. */
	private readonly places = { given: [new Map<string, number>(), new Map()], family: [new Map(), new Map()] } as const;

	add(text: string, role: NameRole, detail: NameDetail, weight: number, script?: Script, native?: true): void {
		if (text === "") return;
		const part = { text, role, detail, weight };
		this.put(!script ? part : native ? { ...part, script, native } : { ...part, script });
	}

	put(part: NamePart): void {
		const places = this.places[part.role][part.detail === "initial" ? 1 : 0];
		const at = places.get(part.text);
		if (at === undefined) places.set(part.text, this.found.push(part) - 1);
		else if ((this.found[at] as NamePart).weight < part.weight) this.found[at] = part;
	}

	/** Adds a name in all its spellings, and in its own script. */
	addForms({ latin, native, script }: Forms, role: NameRole, detail: NameDetail, weight: number): void {
		latin.forEach((text, rank) => {
			this.add(text, role, detail, weight * spellingShare(rank, latin.length), script);
		});
		if (native !== undefined) this.add(native, role, detail, weight, script, true);
	}

	/** Adds the first letter of a name, as its spellings begin. */
	addInitial({ latin, native, script }: Forms, role: NameRole, weight: number): void {
		for (let rank = 0; rank < latin.length; rank++) {
			const letter = latin[rank]?.[0] ?? "";
			// Spellings that begin alike have one initial.
			if (latin.findIndex((text) => (text[0] ?? "") === letter) < rank) continue;
			let share = 0;
			for (let other = rank; other < latin.length; other++) {
				if ((latin[other]?.[0] ?? "") === letter) share += spellingShare(other, latin.length);
			}
			this.add(letter, role, "initial", weight * share, script);
		}
		// A Chinese character or a Korean syllable is no initial.
		if (native !== undefined && script !== "han" && script !== "hangul") {
			this.add(native[0] ?? "", role, "initial", weight, script, true);
		}
	}

	list(): NamePart[] {
		return this.found;
	}
}

/** A name in its words: folded, in their own script. */
export interface Words {
	readonly given: readonly string[];
	readonly middle: readonly string[];
	readonly family: readonly string[];
	readonly familyFirst?: boolean | undefined;
}

/** P(a person shows it | a given name or a surname of one word), and the initial of any. */
const GIVEN = 0.8;
const GIVEN_INITIAL = 0.9;
/** That of a piece that is not the first, and a middle name: some people go by it. */
export const LATER_PIECE = 0.08;
export const MIDDLE = 0.05;
const FAMILY = 0.9;
const FAMILY_INITIAL = 0.8;

const none: readonly NamePart[] = [];
/** Those of the tables, as they are asked for. */
const known = new Map<string, readonly NamePart[]>();

/** Other spellings and short forms of a given name. */
function otherNames(given: string): readonly NamePart[] {
	const others = known.get(given);
	if (others) return others;
	const variants = variantsOf(given);
	const nicknames = nicknamesOf(given);
	if (variants.length + nicknames.length === 0) return none;
	const parts = new Parts();
	for (const variant of variants) parts.add(variant, "given", "full", variantWeight(given));
	for (const nickname of nicknames) parts.add(nickname, "given", "nickname", nicknameWeight(given));
	const list = parts.list();
	known.set(given, list);
	return list;
}

function initialsOf(names: NameWords, list: readonly string[]): string {
	return list.map((piece) => names.forms([piece]).latin[0]?.[0] ?? "").join("");
}

/** The parts of a name that is cut into words. */
export function partsOf(words: Words, names: NameWords, nicknames: readonly string[]): NamePart[] {
	const parts = new Parts();
	const given = names.forms(words.given);
	const givenPieces = pieces(words.given);
	if (words.given.length > 0) {
		parts.addForms(given, "given", "full", givenPieces.length > 1 ? 0.4 : GIVEN);
		if (givenPieces.length > 1) {
			givenPieces.forEach((piece, index) => {
				parts.addForms(names.forms([piece]), "given", "part", index === 0 ? 0.35 : LATER_PIECE);
			});
			parts.add(initialsOf(names, givenPieces), "given", "initial", 0.35);
		}
		const first = givenPieces.length > 0 ? names.forms(givenPieces.slice(0, 1)).latin : [];
		for (const name of new Set([...given.latin, ...first])) {
			for (const part of otherNames(name)) parts.put(part);
		}
		parts.addInitial(given, "given", GIVEN_INITIAL);
	}
	nicknames.forEach((name, index) => {
		parts.add(name, "given", "nickname", 0.3 / (index + 1));
	});
	for (const middle of words.middle) {
		parts.addForms(names.forms([middle]), "given", "part", MIDDLE);
	}
	const family = names.forms(words.family);
	const familyPieces = pieces(words.family);
	if (words.family.length > 0) {
		parts.addForms(family, "family", "full", familyPieces.length > 1 ? 0.35 : FAMILY);
		const bare = names.forms(familyPieces);
		if (bare.latin[0] !== family.latin[0]) parts.addForms(bare, "family", "full", 0.3);
		if (familyPieces.length > 1) {
			// One is called by the first of them; in Portuguese by the last, the father's.
			const called = names.lang === "pt" ? familyPieces.length - 1 : 0;
			const weightOf = (index: number): number => (index === called ? 0.35 : 0.2);
			familyPieces.forEach((piece, index) => {
				parts.addForms(names.forms([piece]), "family", "part", weightOf(index));
			});
			let at = -1;
			for (const surname of surnames(words.family)) {
				at += pieces(surname).length;
				if (surname.length > 1) parts.addForms(names.forms(surname), "family", "part", weightOf(at));
			}
		}
		parts.addInitial(family, "family", FAMILY_INITIAL);
		parts.addInitial(bare, "family", FAMILY_INITIAL);
		if (familyPieces.length > 1) parts.add(initialsOf(names, familyPieces), "family", "initial", 0.3);
	}
	return parts.list();
}

/** The same for a given name of one plain word: no two of its parts are the same. */
export function partsOfGiven(given: string): NamePart[] {
	return [
		{ text: given, role: "given", detail: "full", weight: GIVEN },
		...otherNames(given),
		{ text: given[0] as string, role: "given", detail: "initial", weight: GIVEN_INITIAL },
	];
}

/** The same for such a surname. */
export function partsOfFamily(family: string): NamePart[] {
	return [
		{ text: family, role: "family", detail: "full", weight: FAMILY },
		{ text: family[0] as string, role: "family", detail: "initial", weight: FAMILY_INITIAL },
	];
}
