import { clip, fold, limits, words } from "../text/unicode.js";
import { contentWords } from "../text/words.js";
import type { CrmRecord, SocialProfile } from "../types.js";
import { type CompareContext, defineScorer, type Observation, type Scorer } from "./scorer.js";

export type OrganizationLevel = "same-organization" | "same-title-word" | "other-office";

interface Text {
	readonly field: "bio" | "displayName" | "handle";
	/** Folded words with blanks between and around, for names of several words. */
	readonly line: string;
	/** Folded words that are written with a capital, or behind @ or #. */
	readonly names: ReadonlySet<string>;
	/** Folded words that may be titles, abbreviations in their short form. */
	readonly titles: ReadonlySet<string>;
}

export type ProfileOffice = readonly Text[];

export interface RecordOffice {
	readonly organization: string | undefined;
	/** The organisation's folded words, without legal forms. */
	readonly nameWords: readonly string[];
	readonly title: string | undefined;
	readonly titles: readonly string[];
}

const legalForms: ReadonlySet<string> = new Set(
	(
		"the inc incorporated ltd limited llc llp lp plc corp corporation co company gmbh mbh ag kg kgaa ug ohg ev eg sa sas sarl sasu eurl " +
		"srl spa sl slu sc bv nv vof oy oyj ab as asa aps sro doo kft zrt pty pvt pte bhd kk group holding holdings intl"
	).split(" "),
);

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
	return office === undefined ? undefined : { field: "handle", line: "", names: new Set(), titles: new Set([office]) };
}

const shortForms: ReadonlySet<string> = new Set(shortTitles.map(([, short]) => short));

/** Words of titles that hardly tell one title from another. */
const plainWords: ReadonlySet<string> = new Set(
	"member district group team department office current former state national".split(" "),
);

/** Folded words; an apostrophe parts them: "l'Assemblée". */
const plainForm = (text: string): string[] =>
	words(fold(text)).flatMap((word) => word.split("'").filter((part) => part !== ""));
const between = (list: readonly string[]): string => ` ${list.join(" ")} `;

/** "Députée" and "député", "directora" and "director": without the endings that only tell the gender or the number. */
function stem(word: string): string {
	return word.length > 5 ? word.replace(/(?:innen|in|ees|ee|es|s|e|a)$/, "") : word;
}

function titlesIn(text: string): Set<string> {
	let line = between(plainForm(text));
	for (const [phrase, short] of shortTitles) line = line.replaceAll(` ${phrase} `, ` ${short} `);
	const found = new Set<string>();
	for (const word of words(line)) if (shortForms.has(word)) found.add(word);
	for (const word of contentWords(line)) if (word.length >= 4 && !plainWords.has(word)) found.add(stem(word));
	return found;
}

function readText(field: Text["field"], written: string | undefined): Text | undefined {
	const text = clip(written ?? "", field === "bio" ? limits.bio : limits.name);
	const list = plainForm(text);
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
	"same-organization": { m: 0.35, u: 0.0055, says: "The organisation {record} on the record is named on the profile" },
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

/**
 * Bits of a level, with the share of records that carry the key for `u`. The level's `u` counts as much as 100 records
 * and is the least.
 */
function bitsOf(level: Exclude<OrganizationLevel, "other-office">, key: string, context: CompareContext): number {
	const { m, u: least } = levels[level];
	const share = (context.count(key) + 100 * least) / (context.recordCount + 100);
	return Math.log2(m / Math.min(m, Math.max(least, share)));
}

/** The organisation as the text has it: its words in a row, or run together behind @ or #. */
function organizationIn({ line, names }: Text, list: readonly string[]): string | undefined {
	const joined = list.join("");
	// A single word may be an ordinary one (Target, Shell): it has to be written as a name.
	if (list.length > 1 && line.includes(between(list))) return list.join(" ");
	return joined.length >= 3 && names.has(joined) ? joined : undefined;
}

/**
 * Compares bio, display name and the office in a handle with the organisation and the title on the record. What many records share says
 * little: the share of records with the same organisation or title word takes the place of `u`.
 */
export function organizationScorer(): Scorer<ProfileOffice, RecordOffice, OrganizationLevel> {
	return defineScorer<ProfileOffice, RecordOffice, OrganizationLevel>({
		name: "organization",
		group: "context",
		levels,

		ofProfile({ bio, displayName, handle }: SocialProfile) {
			const texts = [readText("bio", bio), readText("displayName", displayName), readHandle(handle)].filter(
				(text) => text !== undefined,
			);
			return texts.length === 0 ? undefined : texts;
		},

		ofRecord({ organization, title }: CrmRecord) {
			const nameWords = plainForm(clip(organization ?? "", limits.value)).filter((word) => !legalForms.has(word));
			const titles = [...titlesIn(clip(title ?? "", limits.value))].slice(0, 12);
			return nameWords.length + titles.length === 0 ? undefined : { organization, nameWords, title, titles };
		},

		// Counted, not searched: a large employer would bring up thousands.
		keys: {
			ofProfile: () => [],
			*ofRecord({ nameWords, titles }) {
				if (nameWords.length > 0) yield organizationKey(nameWords);
				for (const title of titles) yield titleKey(title);
			},
		},

		compare(texts, record, context) {
			const seen = [observeOrganization(texts, record, context), observeTitle(texts, record, context)];
			const kept = seen.filter((observation) => observation !== undefined);
			return kept.length === 0 ? undefined : kept;
		},
	});
}

type Seen = Observation<OrganizationLevel> | undefined;

function observeOrganization(
	texts: ProfileOffice,
	{ organization = "", nameWords }: RecordOffice,
	context: CompareContext,
): Seen {
	if (nameWords.length === 0) return undefined;
	for (const text of texts) {
		const profileValue = organizationIn(text, nameWords);
		if (profileValue === undefined) continue;
		const bits = bitsOf("same-organization", organizationKey(nameWords), context);
		return {
			level: "same-organization",
			profileValue,
			recordValue: organization,
			profileField: text.field,
			recordField: "organization",
			bits,
			facts: [{ fact: "organization", bits }],
		};
	}
	return undefined;
}

/** The rarest title word that both sides have. */
function observeTitle(texts: ProfileOffice, { title = "", titles }: RecordOffice, context: CompareContext): Seen {
	let best: Observation<OrganizationLevel> | undefined;
	for (const text of texts) {
		for (const word of titles) {
			if (!text.titles.has(word)) continue;
			const bits = bitsOf("same-title-word", titleKey(word), context);
			if (bits <= (best?.bits ?? 0)) continue;
			best = {
				level: "same-title-word",
				profileValue: word,
				recordValue: title,
				profileField: text.field,
				recordField: "title",
				bits,
				facts: [{ fact: "title", bits }],
			};
		}
	}
	if (best !== undefined || titles.length === 0) return best;
	const office = texts.find(({ field }) => field === "handle");
	if (office === undefined) return undefined;
	const [profileValue = ""] = office.titles;
	return { level: "other-office", profileValue, recordValue: title, profileField: "handle", recordField: "title" };
}
