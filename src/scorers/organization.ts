import { exp2, log2 } from "../arithmetic.js";
import { readHolder } from "../text/holder.js";
import {
	isCalledLike,
	isOrganizationAccount,
	type OwnName,
	organizationNames,
	organizationWords,
	ownNames,
	plainWords,
	type SelfNames,
	selfNames,
} from "../text/organization.js";
import { colleagueFacts, EMPLOYER, EMPLOYER_SHARE, shareOfOthers } from "../text/rarity.js";
import { remembered } from "../text/remembered.js";
import { surprisal } from "../text/surprisal.js";
import { officeIn, Titles, titlesIn } from "../text/title.js";
import { clip, fold, limits } from "../text/unicode.js";
import type { CrmRecord, PersonName, SocialProfile } from "../types.js";
import { type CompareContext, defineScorer, levelBits, type Observation, type Scorer } from "./scorer.js";

export type OrganizationLevel =
	| "same-organization"
	| "organization-account"
	| "organization-name"
	| "organization-desk"
	| "other-organization"
	| "same-title-word"
	| "other-office";

interface Text {
	readonly field: "bio" | "displayName" | "handle";
	/** Folded words with blanks between and around, for names of several words. */
	readonly line: string;
	/** Folded words that are written with a capital, or behind @ or #. */
	readonly names: ReadonlySet<string>;
	/** Words that may be titles, without their endings or in their short form. */
	readonly titles: Titles;
}

/** What the scorer reads from a profile. */
export interface ProfileOffice {
	readonly texts: readonly Text[];
	readonly self: SelfNames;
	/** What it may be called as an organisation. */
	readonly ownNames: readonly OwnName[];
	/** It is evidently an organisation's or a desk's, whatever it is called. */
	readonly isOrganization: boolean;
}

export interface RecordOffice {
	readonly organization: string | undefined;
	/** The organisation's folded words, without legal forms; with blanks between and around; run together. */
	readonly nameWords: readonly string[];
	readonly nameLine: string;
	readonly nameJoined: string;
	readonly title: string | undefined;
	readonly titles: readonly string[];
	readonly names: readonly PersonName[];
	readonly kind: CrmRecord["kind"];
	/** Of a record that is an organisation's: its names, each in folded words. */
	readonly organizations: readonly (readonly string[])[];
}

function readHandle(handle: string | undefined): Text | undefined {
	const office = handle === undefined ? undefined : officeIn(handle);
	return office === undefined
		? undefined
		: { field: "handle", line: "", names: new Set(), titles: new Titles(office, new Map([[office, office]])) };
}

const titleForms = /* @__PURE__ */ remembered(
	(title: string) => title,
	(title): readonly string[] => [...titlesIn(plainWords(clip(title, limits.value))).keys()].slice(0, 12),
);

const between = (list: readonly string[]): string => ` ${list.join(" ")} `;

/** @param list the text's plain words */
function readText(field: Text["field"], text: string, list: readonly string[]): Text | undefined {
	if (list.length === 0) return undefined;
	// Scripts without capitals have no lower case to tell them from.
	const capital = text.match(/(?<![\p{L}\p{N}_])(?:[@#][\p{L}\p{N}_]+|[\p{Lu}\p{Lo}\p{N}][\p{L}\p{N}\p{M}]*)/gu) ?? [];
	return {
		field,
		line: between(list),
		names: new Set(capital.map((word) => fold(word).replace(/[@#_]/g, ""))),
		titles: new Titles(text, titlesIn(list)),
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
	"organization-name": {
		m: 0.5,
		u: 2 ** -10,
		says: "The profile {profile} bears the name of the organisation {record}",
	},
	"organization-desk": {
		m: 0.3,
		u: 2 ** -12,
		says: "The profile {profile} bears the name of the organisation {record} beside that of a desk",
	},
	// Brands and daughters are called otherwise.
	"other-organization": {
		m: 0.15,
		u: 0.9,
		says: "The profile {profile} is an account of another organisation than the one {record} on the record",
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
const nameKey = (name: string): string => `n:${name}`;
/** Share of other accounts under the name of an organisation, however rare the name: brands have namesakes and imitators. */
const NAMESAKE_SHARE = 2 ** -14;

/** Bits of a level, with the share of records that carry the key for `u`. */
function sharedBits(level: "same-organization" | "same-title-word", key: string, context: CompareContext): number {
	const { m, u } = levels[level];
	return Math.max(0, log2(m / shareOfOthers(key, u, context)));
}

/** The organisation as the text has it: its words in a row, or run together behind @ or #. */
function organizationIn({ line, names }: Text, { nameWords, nameLine, nameJoined }: RecordOffice): string | undefined {
	// A single word may be an ordinary one (Target, Shell): it has to be written as a name.
	if (nameWords.length > 1 && line.includes(nameLine)) return nameWords.join(" ");
	return nameJoined.length >= 3 && names.has(nameJoined) ? nameJoined : undefined;
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
			const { bio = "", displayName = "", handle } = profile;
			const self = selfNames(profile);
			const texts = [
				readText("bio", clip(bio, limits.bio), self.bio),
				readText("displayName", clip(displayName, limits.name), self.display),
				readHandle(handle),
			].filter((text) => text !== undefined);
			if (texts.length === 0 && handle === undefined) return undefined;
			const kind = readHolder(profile).sign?.kind;
			return { texts, self, ownNames: ownNames(self), isOrganization: kind === "organization" || kind === "role" };
		},

		ofRecord(record: CrmRecord) {
			const { organization, title, names, kind } = record;
			if (organization === undefined && title === undefined && kind === "person") return undefined;
			const organizations = kind === "organization" ? organizationNames(record) : [];
			const nameWords = organizationWords(organization);
			const titles = title === undefined ? [] : titleForms(title);
			if (nameWords.length + titles.length + organizations.length === 0) return undefined;
			return {
				organization,
				nameWords,
				nameLine: between(nameWords),
				nameJoined: nameWords.join(""),
				title,
				titles,
				names,
				kind,
				organizations,
			};
		},

		// An organisation's record is searched by its name. Employers and titles are counted only: a large employer would bring
		// up thousands.
		keys: {
			ofProfile: ({ ownNames }) => ownNames.map(({ name }) => nameKey(name)),
			ofRecord({ nameWords, titles, organizations }) {
				const keys = organizations.map((words) => nameKey(words.join("")));
				if (nameWords.length > 0) keys.push(organizationKey(nameWords));
				for (const title of titles) keys.push(titleKey(title));
				return keys;
			},
		},

		compare(profile, record, context) {
			const { texts, self } = profile;
			const named =
				observeName(profile, record, context) ??
				observeAccount(self, record) ??
				observeOrganization(texts, record, context) ??
				observeOther(profile, record);
			const titled = observeTitle(texts, record, context);
			if (named === undefined && titled === undefined) return undefined;
			return [named, titled].filter((observation) => observation !== undefined);
		},

		bounds({ ownNames }, { count }) {
			const best = levelBits(levels["same-organization"]);
			const isNamed = ownNames.some(({ name }) => count(nameKey(name)) > 0);
			return { best: isNamed ? log2(levels["organization-name"].m / NAMESAKE_SHARE) : best, absent: 0 };
		},
	});
}

type Seen = Observation<OrganizationLevel> | undefined;

/** Bits of an organisation's name by how rare it is as a string, shared by those who bear it. */
function nameBits(name: string, bearers: number): number {
	const share = Math.max(NAMESAKE_SHARE, exp2(-surprisal(name)));
	return Math.max(0, log2(levels["organization-name"].m / share) - log2(Math.max(1, bearers)));
}

function nameObserved(
	level: OrganizationLevel,
	{ self }: ProfileOffice,
	{ names, organization }: RecordOffice,
	bits: number,
): Seen {
	return {
		level,
		profileValue: self.written,
		recordValue: names[0]?.full ?? organization ?? "",
		profileField: self.field,
		recordField: names.length === 0 ? "organization" : "names",
		bits,
		facts: [{ fact: "organisation", bits }],
	};
}

/** An organisation's record under whose name the profile goes. */
function observeName(profile: ProfileOffice, record: RecordOffice, context: CompareContext): Seen {
	for (const nameWords of record.organizations) {
		const name = nameWords.join("");
		const own = profile.ownNames.find((one) => one.name === name);
		if (own === undefined || !isOrganizationAccount(profile.self, nameWords)) continue;
		const bits = nameBits(name, context.count(nameKey(name)));
		return nameObserved(own.beside ? "organization-desk" : "organization-name", profile, record, bits);
	}
	return undefined;
}

/** An organisation's record, and a profile of another one. A handle alone may be short for anything. */
function observeOther(profile: ProfileOffice, record: RecordOffice): Seen {
	if (record.organizations.length === 0 || !profile.isOrganization || profile.self.display.length === 0)
		return undefined;
	return nameObserved("other-organization", profile, record, levelBits(levels["other-organization"]));
}

/** A firm's account is run by many and is none of its people's, but for those who are the firm. */
function observeAccount(self: SelfNames, { organization = "", nameWords, names, kind }: RecordOffice): Seen {
	if (kind !== "person" || !isOrganizationAccount(self, nameWords)) return undefined;
	if (isCalledLike(names, nameWords)) return undefined;
	const bits = levelBits(levels["organization-account"]);
	return {
		level: "organization-account",
		profileValue: self.written,
		recordValue: organization,
		profileField: self.field,
		recordField: "organization",
		bits,
		// The same as what the holder scorer says of accounts that are not one person's.
		facts: [{ fact: "holder", bits }],
	};
}

function observeOrganization(texts: readonly Text[], record: RecordOffice, context: CompareContext): Seen {
	const { organization = "", nameWords } = record;
	if (nameWords.length === 0) return undefined;
	for (const text of texts) {
		const profileValue = organizationIn(text, record);
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
			if (!text.titles.forms.has(word)) continue;
			agrees = true;
			const bits = sharedBits("same-title-word", titleKey(word), context);
			if (bits <= (best?.bits ?? 0)) continue;
			best = {
				level: "same-title-word",
				profileValue: text.titles.asWritten(word),
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
	const [profileValue = ""] = office.titles.forms.keys();
	return { level: "other-office", profileValue, recordValue: title, profileField: "handle", recordField: "title" };
}
