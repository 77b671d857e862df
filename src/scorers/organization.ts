import {
	isOrganizationAccount,
	organizationWords,
	plainWords,
	type SelfNames,
	selfNames,
} from "../text/organization.js";
import { colleagueFacts, EMPLOYER, EMPLOYER_SHARE, shareOfOthers } from "../text/rarity.js";
import { clip, fold, limits, words } from "../text/unicode.js";
import { contentWords } from "../text/words.js";
import type { CrmRecord, PersonName, SocialProfile } from "../types.js";
import { type CompareContext, defineScorer, levelBits, type Observation, type Scorer } from "./scorer.js";

export type OrganizationLevel = "same-organization" | "organization-account" | "same-title-word" | "other-office";

interface Text {
	readonly field: "bio" | "displayName" | "handle";
	/** Folded words with blanks between and around, for names of several words. */
	readonly line: string;
	/** Folded words that are written with a capital, or behind @ or #. */
	readonly names: ReadonlySet<string>;
	/** Words that may be titles, without their endings or in their short form, and how they are written. */
	readonly titles: ReadonlyMap<string, string>;
}

/** What the scorer reads from a profile. */
export interface ProfileOffice {
	readonly texts: readonly Text[];
	readonly self: SelfNames;
}

export interface RecordOffice {
	readonly organization: string | undefined;
	/** The organisation's folded words, without legal forms. */
	readonly nameWords: readonly string[];
	readonly title: string | undefined;
	readonly titles: readonly string[];
	readonly names: readonly PersonName[];
	readonly kind: CrmRecord["kind"];
}

/** Titles and what they are shortened to; gendered forms and languages meet in the short form. */
const shortTitles: readonly (readonly [phrase: string, short: string])[] = [
	["chief executive officer", "ceo"],
	["chief executive", "ceo"],
	["chief technology officer", "cto"],
	["chief financial officer", "cfo"],
	["chief operating officer", "coo"],
	["chief marketing officer", "cmo"],
	["managing director", "ceo"],
	["vice president", "vp"],
	["member of parliament", "mp"],
	["member of the european parliament", "mep"],
	["member of congress", "representative"],
	["mitglied des deutschen bundestages", "mdb"],
	["mitglied des bundestages", "mdb"],
	["mitglied des deutschen bundestags", "mdb"],
	["mitglied des bundestags", "mdb"],
	["congressman", "representative"],
	["congresswoman", "representative"],
	["congressperson", "representative"],
	["public relations", "pr"],
	["human resources", "hr"],
	["professor", "prof"],
	["professora", "prof"],
	["professorin", "prof"],
	["doctor", "dr"],
	["rep", "representative"],
	["sen", "senator"],
	["senatrice", "senator"],
	["senateur", "senator"],
	["senatorin", "senator"],
	["senadora", "senator"],
	["senador", "senator"],
	["abgeordnete", "abgeordneter"],
	["cofounder", "founder"],
	["gov", "governor"],
	["cllr", "councillor"],
	["mayor", "mayor"],
	["judge", "judge"],
	["coach", "coach"],
];

/** Offices that people put before or behind their name in a handle, with the title they stand for. */
const offices: ReadonlyMap<string, string> = new Map(
	shortTitles
		.flatMap(([phrase, short]) => (phrase.includes(" ") ? [] : [[phrase, short] as const]))
		.concat([...new Set(shortTitles.map(([, short]) => short))].map((short) => [short, short] as const)),
);
/** Letters of a name beside the office: "reppert" is a name, "reppertsmith" may be Rep. Pertsmith. */
const SHORTEST_NAME = 4;

/** The office in a handle: RepDold, senwarren, anacostaMP. Only one that leaves a name beside it. */
function officeIn(handle: string): string | undefined {
	const text = fold(clip(handle, limits.handle)).replace(/[^a-z]/g, "");
	let found: string | undefined;
	for (const office of offices.keys()) {
		if (office.length < 3 || text.length < office.length + SHORTEST_NAME || office.length <= (found?.length ?? 0))
			continue;
		if (text.startsWith(office)) found = office;
	}
	return found === undefined ? undefined : offices.get(found);
}

function readHandle(handle: string | undefined): Text | undefined {
	const office = handle === undefined ? undefined : officeIn(handle);
	return office === undefined
		? undefined
		: { field: "handle", line: "", names: new Set(), titles: new Map([[office, office]]) };
}

const shortForms: ReadonlySet<string> = new Set(shortTitles.map(([, short]) => short));

/** Words of titles that hardly tell one title from another. */
const ordinaryTitles: ReadonlySet<string> = new Set(
	"member district group team department office current former state national".split(" "),
);

const between = (list: readonly string[]): string => ` ${list.join(" ")} `;

/** "Députée" and "député", "directora" and "director": without the endings that only tell the gender or the number. */
function stem(word: string): string {
	return word.length > 5 ? word.replace(/(?:innen|in|ees|ee|es|s|e|a)$/, "") : word;
}

/** The words of a title in the form in which they are compared, each with how it is written. */
function titlesIn(text: string): Map<string, string> {
	const written = new Map<string, string>();
	if (text === "") return written;
	for (const word of text.split(/[\s,;:|/()]+/)) for (const plain of plainWords(word)) written.set(plain, word);
	let line = between(plainWords(text));
	const found = new Map<string, string>();
	for (const [phrase, short] of shortTitles) {
		if (!line.includes(` ${phrase} `)) continue;
		line = line.replaceAll(` ${phrase} `, ` ${short} `);
		written.set(short, written.get(phrase) ?? phrase);
	}
	const add = (form: string, word: string): void => {
		if (!found.has(form)) found.set(form, (written.get(word) ?? word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
	};
	for (const word of words(line)) if (shortForms.has(word)) add(word, word);
	for (const word of contentWords(line)) if (word.length >= 4 && !ordinaryTitles.has(word)) add(stem(word), word);
	return found;
}

function readText(field: Text["field"], written: string | undefined): Text | undefined {
	const text = clip(written ?? "", field === "bio" ? limits.bio : limits.name);
	const list = plainWords(text);
	if (list.length === 0) return undefined;
	// Scripts without capitals have no lower case to tell them from.
	const capital = text.match(/(?<![\p{L}\p{N}_])(?:[@#][\p{L}\p{N}_]+|[\p{Lu}\p{Lo}\p{N}][\p{L}\p{N}\p{M}]*)/gu) ?? [];
	return {
		field,
		line: between(list),
		names: new Set(capital.map((word) => fold(word).replace(/[@#_]/g, ""))),
		titles: titlesIn(text),
	};
}

const levels = {
	"same-organization": {
		m: 0.35,
		u: EMPLOYER_SHARE,
		says: "The organisation {record} on the record is named on the profile",
	},
	"organization-account": {
		m: 0.02,
		u: 0.08,
		says: "The profile is an account of the organisation {record}, not of one person",
	},
	"same-title-word": {
		m: 0.4,
		u: 0.05,
		says: "The title word {profile} on the profile is in the title {record} on the record",
	},
	// Offices change, and records are slow to follow.
	"other-office": {
		m: 0.2,
		u: 0.5,
		says: "The handle begins with the office {profile}, the record has another title {record}",
	},
} as const;

const organizationKey = (nameWords: readonly string[]): string => `o:${nameWords.join(" ")}`;
const titleKey = (word: string): string => `t:${word}`;

/** Bits of a level, with the share of records that carry the key for `u`. */
function sharedBits(level: "same-organization" | "same-title-word", key: string, context: CompareContext): number {
	const { m, u } = levels[level];
	return Math.max(0, Math.log2(m / shareOfOthers(key, u, context)));
}

/** The organisation as the text has it: its words in a row, or run together behind @ or #. */
function organizationIn({ line, names }: Text, list: readonly string[]): string | undefined {
	const joined = list.join("");
	// A single word may be an ordinary one (Target, Shell): it has to be written as a name.
	if (list.length > 1 && line.includes(between(list))) return list.join(" ");
	return joined.length >= 3 && names.has(joined) ? joined : undefined;
}

/**
 * Compares bio, display name and the office in a handle with the organisation and the title on the record. What many
 * records share says little: their share takes the place of `u`.
 */
export function organizationScorer(): Scorer<ProfileOffice, RecordOffice, OrganizationLevel> {
	return defineScorer<ProfileOffice, RecordOffice, OrganizationLevel>({
		name: "organization",
		group: "context",
		levels,

		ofProfile(profile: SocialProfile) {
			const { bio, displayName, handle } = profile;
			const texts = [readText("bio", bio), readText("displayName", displayName), readHandle(handle)].filter(
				(text) => text !== undefined,
			);
			return texts.length === 0 && handle === undefined ? undefined : { texts, self: selfNames(profile) };
		},

		ofRecord({ organization, title, names, kind }: CrmRecord) {
			const nameWords = organizationWords(organization);
			const titles = [...titlesIn(clip(title ?? "", limits.value)).keys()].slice(0, 12);
			if (nameWords.length + titles.length === 0) return undefined;
			return { organization, nameWords, title, titles, names, kind };
		},

		// Counted, not searched: a large employer would bring up thousands.
		keys: {
			ofProfile: () => [],
			*ofRecord({ nameWords, titles }) {
				if (nameWords.length > 0) yield organizationKey(nameWords);
				for (const title of titles) yield titleKey(title);
			},
		},

		compare({ texts, self }, record, context) {
			const seen = [
				observeAccount(self, record) ?? observeOrganization(texts, record, context),
				observeTitle(texts, record, context),
			];
			const kept = seen.filter((observation) => observation !== undefined);
			return kept.length === 0 ? undefined : kept;
		},
	});
}

type Seen = Observation<OrganizationLevel> | undefined;

/** A firm's account is run by many and is none of its people's, but for those who are the firm. */
function observeAccount(self: SelfNames, { organization = "", nameWords, names, kind }: RecordOffice): Seen {
	if (kind !== "person" || !isOrganizationAccount(self, nameWords)) return undefined;
	const own = new Set(names.flatMap((name) => plainWords(Object.values(name).join(" "))));
	if (nameWords.some((word) => own.has(word))) return undefined;
	const bits = levelBits(levels["organization-account"]);
	return {
		level: "organization-account",
		profileValue: self.written,
		recordValue: organization,
		profileField: self.field,
		recordField: "organization",
		bits,
		facts: [{ fact: EMPLOYER, bits }],
	};
}

function observeOrganization(
	texts: readonly Text[],
	{ organization = "", nameWords }: RecordOffice,
	context: CompareContext,
): Seen {
	if (nameWords.length === 0) return undefined;
	for (const text of texts) {
		const profileValue = organizationIn(text, nameWords);
		if (profileValue === undefined) continue;
		const bits = sharedBits("same-organization", organizationKey(nameWords), context);
		return {
			level: "same-organization",
			profileValue,
			recordValue: organization,
			profileField: text.field,
			recordField: "organization",
			bits,
			facts: [{ fact: EMPLOYER, bits }],
		};
	}
	return undefined;
}

/** The rarest title word that both sides have. */
function observeTitle(texts: readonly Text[], { title = "", titles }: RecordOffice, context: CompareContext): Seen {
	let best: Observation<OrganizationLevel> | undefined;
	let agrees = false;
	for (const text of texts) {
		for (const word of titles) {
			if (!text.titles.has(word)) continue;
			agrees = true;
			const bits = sharedBits("same-title-word", titleKey(word), context);
			if (bits <= (best?.bits ?? 0)) continue;
			best = {
				level: "same-title-word",
				profileValue: text.titles.get(word) ?? word,
				recordValue: title,
				profileField: text.field,
				recordField: "title",
				bits,
				facts: colleagueFacts("title", bits),
			};
		}
	}
	// A title that everybody here has earns nothing, and is an agreement all the same.
	if (agrees || titles.length === 0) return best;
	const office = texts.find(({ field }) => field === "handle");
	if (office === undefined) return undefined;
	const [profileValue = ""] = office.titles.keys();
	return { level: "other-office", profileValue, recordValue: title, profileField: "handle", recordField: "title" };
}
