import { exp2, log2 } from "../arithmetic.js";
import { SameAsError } from "../errors.js";
import { contactRates } from "../text/contact-rate.js";
import { logPlace, type RecordEvents, type RecordedEvent, readRecordEvents } from "../text/event.js";
import { bareReference } from "../text/reference.js";
import { type ProfileEvents, readProfileEvents, type Said } from "../text/said.js";
import { DAY, HOUR } from "../text/time.js";
import { clip } from "../text/unicode.js";
import { type CompareContext, defineScorer, levelBits, type Observation, type Scorer } from "./scorer.js";

export type InteractionLevel =
	| "signed-in"
	| "same-post"
	| "reference"
	| "public-reference"
	| "time"
	| "named-thing"
	| "rare-words";

export interface InteractionScorerOptions {
	/**
	 * Contacts with customers on an ordinary day, all channels, where the records hold only some of them. Default: what the
	 * records hold.
	 */
	readonly contactsPerDay?: number;
	/**
	 * P(somebody else quotes a reference number): 2^-10 by default, since screenshots and replies are public; 2^-14 where
	 * such numbers are only ever told to the customer.
	 */
	readonly leakage?: number;
}

/** Rates to calibrate. u is that of something which no other record has; what others have adds their share. */
const levels = {
	"signed-in": {
		m: 0.9,
		u: 2 ** -16,
		says: "The account {profile} took part in the interaction {record} while the customer was signed in",
	},
	"same-post": { m: 0.9, u: 2 ** -16, says: "The post {profile} is the interaction {record} on the record" },
	reference: {
		m: 0.9,
		u: 2 ** -10,
		says: "The number {profile} on the profile is the reference {record} on the record",
	},
	"public-reference": {
		m: 0.9,
		u: 0.5,
		says: "The number {profile} on the profile is the reference {record} on the record, but others could read it",
	},
	time: {
		m: 0.3,
		u: 0.01,
		says: "The post {profile} speaks of a contact at the time of the interaction {record} on the record",
	},
	"named-thing": {
		m: 0.3,
		u: 0.01,
		says: "The profile and the interaction {record} on the record name the same product or place {profile}",
	},
	"rare-words": {
		m: 0.3,
		u: 0.01,
		says: "The rare words {profile} stand on the profile and in the interaction {record} on the record",
	},
} as const;

/** Copied petitions and share buttons. */
const COPIED = 2 ** -13;
const MOST_WORD_BITS = 8;
/** Words of one text come together: after the rarest the others count this much. */
const FURTHER_WORDS = 0.3;
/** P(a stranger's text has a word that only this record has), however rare it is in the records. */
const RAREST_WORD = 2 ** -8;
/** However quiet the hour: coincidences of people who post about everything. */
const RAREST_COINCIDENCE = 2 ** -12;
const MOST_COINCIDENCES = 3;
const WORDS_SEARCHED = 64;
/** The newest posts about a contact, each by the hours of its likeliest stretch, when that is as short as this. */
const POSTS_SEARCHED = 12;
const SEARCHED_STRETCH = 2 * HOUR;

/** A key for a wording: long enough to tell wordings apart, short enough to keep. */
const wordingKey = (wording: string): string => `p:${wording.slice(0, 80)}`;
const excerpt = (text: string): string => clip(text, 140);

/** What speaks of one event, and where in the profile; without `said`, the account itself does. */
interface Finding {
	readonly said: Said | undefined;
	readonly event: RecordedEvent;
	readonly level: InteractionLevel;
	readonly values: readonly [profile: string, record: string];
	readonly bits: number;
}

function observationOf({ said, event, level, values, bits }: Finding): Observation<InteractionLevel> {
	return {
		level,
		profileValue: values[0],
		recordValue: values[1],
		profileField: said?.field ?? "id",
		recordField: "interactions",
		bits,
		facts: [{ fact: event.fact, bits }],
		// Whatever the holder says is theirs, a private number too. Who was signed in the firm has seen itself.
		...(level === "signed-in" ? seenSignedIn(event) : { controller: "holder" }),
	};
}

function seenSignedIn({ at }: RecordedEvent): Pick<Observation, "controller" | "attested"> {
	return { controller: "firm", attested: { signedIn: true, ...(at === undefined ? {} : { at: at.ms }) } };
}

/** Share of the other records that carry a key which this one carries. */
function othersShare(key: string, context: CompareContext): number {
	return Math.max(0, context.count(key) - 1) / Math.max(1, context.recordCount);
}

function signedIn({ account }: ProfileEvents, event: RecordedEvent): Finding | undefined {
	if (account === undefined || event.account?.key !== account.key) return undefined;
	if (account.instance !== event.account.instance) return undefined;
	const bits = levelBits(levels["signed-in"]);
	return { said: undefined, event, level: "signed-in", values: [account.key, event.label], bits };
}

function samePost(profile: ProfileEvents, event: RecordedEvent, context: CompareContext): Finding | undefined {
	const byPage = event.page === undefined ? undefined : profile.pages.get(event.page);
	const said = byPage ?? profile.wordings.get(event.wording);
	if (said === undefined) return undefined;
	const { m, u } = levels["same-post"];
	const [key, chance] = byPage === undefined ? [wordingKey(event.wording), COPIED] : [`u:${event.page}`, u];
	const bits = log2(m / Math.min(m, chance + othersShare(key, context)));
	return { said, event, level: "same-post", values: [excerpt(said.text), event.label], bits };
}

/** The rarest word counts in full, further ones of the same text a little. */
function sharedWords(profile: ProfileEvents, event: RecordedEvent, context: CompareContext): Finding | undefined {
	const told: { word: string; named: boolean; said: Said; bits: number }[] = [];
	for (const { word, named } of event.words) {
		const said = profile.words.get(word);
		if (said === undefined) continue;
		const { m } = levels[named ? "named-thing" : "rare-words"];
		const bits = log2(m / Math.max(RAREST_WORD, othersShare(`w:${word}`, context)));
		if (bits > 0) told.push({ word, named, said, bits });
	}
	told.sort((a, b) => b.bits - a.bits || Number(b.named) - Number(a.named) || (a.word < b.word ? -1 : 1));
	const [rarest] = told;
	if (rarest === undefined) return undefined;
	const sum = told.reduce((total, { bits }, index) => total + (index === 0 ? bits : FURTHER_WORDS * bits), 0);
	return {
		said: rarest.said,
		event,
		level: rarest.named ? "named-thing" : "rare-words",
		values: [told.map(({ word }) => word).join(", "), event.label],
		bits: Math.min(MOST_WORD_BITS, sum),
	};
}

/**
 * Compares what the profile says, in public and to the firm, with what has happened between the person and the firm: the
 * same post, a reference number quoted, a call complained about, a rare product named. One event counts once, by the
 * strongest that is seen of it. Different topics are no evidence against: people talk of many things.
 * @throws SameAsError CONFIG when an option is out of range.
 */
export function interactionScorer(
	options: InteractionScorerOptions = {},
): Scorer<ProfileEvents, RecordEvents, InteractionLevel> {
	const { leakage = 2 ** -10, contactsPerDay = 0 } = options;
	if (!(leakage > 0 && leakage < 1)) {
		throw new SameAsError("CONFIG", "`leakage` is a probability between 0 and 1, both excluded.", { path: "leakage" });
	}
	if (options.contactsPerDay !== undefined && !(contactsPerDay > 0 && Number.isFinite(contactsPerDay))) {
		throw new SameAsError("CONFIG", "`contactsPerDay` is a number above 0.", { path: "contactsPerDay" });
	}

	function sameReference(
		profile: ProfileEvents,
		event: RecordedEvent,
		{ publicReferences }: RecordEvents,
		context: CompareContext,
	): Finding | undefined {
		let best: Finding | undefined;
		for (const [value, recorded] of event.references) {
			const bare = bareReference(value) ?? value;
			const found = profile.references.get(value) ?? profile.references.get(bare) ?? profile.bareReferences.get(value);
			if (found === undefined) continue;
			const { said, written, told } = found;
			const since = publicReferences.get(value);
			const elsewhere = context.count(`q:${value}`) - (since === undefined ? 0 : 1);
			const isPublic = told || elsewhere > 0 || (since !== undefined && since < (said.at?.ms ?? Infinity));
			const level = isPublic ? "public-reference" : "reference";
			// A short number may be met by chance.
			const chance = Number(`1e-${bare.replace(/\D/g, "").length}`);
			const { m, u } = levels[level];
			const quoted = isPublic ? Math.max(u, leakage) : leakage;
			const bits = log2(m / Math.min(m, othersShare(`r:${value}`, context) + quoted + chance));
			if (best === undefined || bits > best.bits) best = { said, event, level, values: [written, recorded], bits };
		}
		return best;
	}

	/** p = 1 - e^(-rate): the chance that a record has a contact on that channel in the time that is spoken of. */
	function sameTime(
		profile: ProfileEvents,
		event: RecordedEvent,
		rateOf: ReturnType<typeof contactRates>,
	): Finding | undefined {
		const { at, channel } = event;
		if (at === undefined) return undefined;
		let best: Finding | undefined;
		for (const said of profile.dated) {
			if (!said.channels.has(channel)) continue;
			const stretch = said.stretches.find(({ from, to }) => from < at.ms + at.precisionMs && at.ms <= to);
			if (stretch === undefined) continue;
			// Of a contact of which only the day is known, it is the whole day that may coincide.
			const chance = 1 - exp2(-rateOf(event, stretch.from - at.precisionMs, stretch.to) * Math.LOG2E);
			const bits = log2(stretch.m / Math.max(chance, RAREST_COINCIDENCE));
			if (bits > 0 && (best === undefined || bits > best.bits)) {
				best = { said, event, level: "time", values: [excerpt(said.text), event.label], bits };
			}
		}
		return best;
	}

	return defineScorer<ProfileEvents, RecordEvents, InteractionLevel>({
		name: "interaction",
		group: "event",
		levels,
		ofProfile: readProfileEvents,
		ofRecord: readRecordEvents,

		keys: {
			*ofProfile({ account, references, bareReferences, words, pages, wordings, dated }) {
				if (account !== undefined) yield `a:${account.key}`;
				for (const value of references.keys()) yield `r:${value}`;
				for (const value of bareReferences.keys()) yield `r:${value}`;
				const longest = [...words.keys()].filter((word) => word.length >= 5 || /\p{N}/u.test(word));
				longest.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
				for (const word of longest.slice(0, WORDS_SEARCHED)) yield `w:${word}`;
				for (const page of pages.keys()) yield `u:${page}`;
				for (const wording of wordings.keys()) yield wordingKey(wording);
				for (const { channels, stretches } of dated.slice(0, POSTS_SEARCHED)) {
					const [{ from, to } = { from: 0, to: DAY }] = stretches;
					if (to - from > SEARCHED_STRETCH) continue;
					for (const channel of channels) {
						for (let hour = Math.floor(from / HOUR); hour * HOUR < to; hour++) {
							yield `t:${logPlace(channel, HOUR, hour)}`;
						}
					}
				}
			},
			*ofRecord({ events, words, publicReferences, log }) {
				const keys = new Set<string>();
				for (const { account, references, page, wording } of events) {
					if (account !== undefined) keys.add(`a:${account.key}`);
					for (const value of references.keys()) keys.add(`r:${value}`).add(`r:${bareReference(value) ?? value}`);
					if (page !== undefined) keys.add(`u:${page}`);
					if (wording !== "") keys.add(wordingKey(wording));
				}
				for (const word of words) keys.add(`w:${word}`);
				for (const value of publicReferences.keys()) keys.add(`q:${value}`);
				for (const place of log) keys.add(`t:${place}`);
				yield* keys;
			},
		},

		compare(profile, record, context) {
			const { recordCount } = context;
			const rateOf = contactRates(record, {
				recordCount,
				count: (place) => context.count(`t:${place}`),
				contactsPerDay,
			});
			const strongest = (event: RecordedEvent): Finding | undefined =>
				[
					signedIn(profile, event),
					samePost(profile, event, context),
					sameReference(profile, event, record, context),
					sameTime(profile, event, rateOf),
				]
					.filter((finding) => finding !== undefined)
					.sort((a, b) => b.bits - a.bits)[0];
			const words = record.events
				.map((event) => sharedWords(profile, event, context))
				.filter((finding) => finding !== undefined);
			// Names of products recur from event to event: the rarest words of one event stand for all.
			const [rarest] = words.sort((a, b) => b.bits - a.bits);
			const kept = onceEach([...record.events.map(strongest), rarest].filter((finding) => finding !== undefined));
			return kept.length === 0 ? undefined : kept.map(observationOf);
		},

		bounds({ account, references, bareReferences, words, pages, wordings, dated }, { count, recordCount }) {
			const present = (kind: string, values: Iterable<string>): boolean =>
				[...values].some((value) => count(`${kind}:${value}`) > 0);
			const alone = Math.max(RAREST_COINCIDENCE, 1 / Math.max(1, recordCount));
			const all = [
				0,
				...dated.map(({ stretches }) => log2(Math.max(...stretches.map(({ m }) => m)) / alone)),
				present("w", words.keys()) ? MOST_WORD_BITS : 0,
				present("r", [...references.keys(), ...bareReferences.keys()]) ? log2(levels.reference.m / leakage) : 0,
				present("u", pages.keys()) ? levelBits(levels["same-post"]) : 0,
				[...wordings.keys()].some((wording) => count(wordingKey(wording)) > 0) ? levelBits(levels["same-post"]) : 0,
				account !== undefined && count(`a:${account.key}`) > 0 ? levelBits(levels["signed-in"]) : 0,
			];
			return { best: Math.max(...all), absent: 0 };
		},
	});
}

/** Keeps one finding for each event and each post, the strongest; equal ones in the order of events, newest first. */
function onceEach(findings: Finding[]): Finding[] {
	const used = new Set<RecordedEvent | Said>();
	let coincidences = 0;
	return findings
		.sort((a, b) => b.bits - a.bits)
		.filter(({ event, said, level }) => {
			if (used.has(event) || (said !== undefined && used.has(said))) return false;
			if (level === "time" && ++coincidences > MOST_COINCIDENCES) return false;
			used.add(event);
			if (said !== undefined) used.add(said);
			return true;
		});
}
