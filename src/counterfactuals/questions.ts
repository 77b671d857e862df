import { exp2 } from "../arithmetic.js";
import { normalizeReference } from "../text/reference.js";
import { fold } from "../text/unicode.js";
import type { CrmRecord, EvidenceGroup } from "../types.js";

/** Who can read along. */
export type QuestionChannel = "public" | "private";

/** What a person may be asked, or bidden to. */
export type QuestionKind = "private-channel" | "reference" | "email" | "phone" | "name" | "handle" | "place";

/** A question as it is put: the same for everybody, whatever is on record. */
export interface Wording {
	readonly kind: QuestionKind;
	/** What the colleague does. */
	readonly question: string;
	/** What the person reads. It takes nothing for granted, neither that they are known nor that they are not. */
	readonly wording: string;
}

/** A question that a record can answer. */
export interface Ask extends Wording {
	readonly kind: Exclude<QuestionKind, "private-channel">;
	/** The channel on which it may be put: what is asked in public may be asked in private as well. */
	readonly channel: QuestionChannel;
	readonly scorer: string;
	readonly group: EvidenceGroup;
	/**
	 * The level of an answer that agrees, with the level's own m and u. They are those of profiles, which say such things
	 * unasked; somebody who is asked answers more often, so that a question is rather worth more.
	 */
	readonly level: string;
	readonly m: number;
	readonly u: number;
	/** False: an answer makes no link alone. How rare a name is, which decides it, is known only when it is compared. */
	readonly decides?: boolean;
	/** What a record could be asked about, in the form in which two are the same. */
	valuesOf(record: CrmRecord): readonly string[];
}

/**
 * All questions, in the order in which somebody of whom nothing is known is asked. Contact data and reference numbers are
 * never asked for where others read along: they could use them.
 */
export const questions: readonly Ask[] = [
	{
		kind: "reference",
		question: "Ask for the number of an order, a ticket or a case.",
		wording: "If you have an order, ticket or case number from us, what is it?",
		channel: "private",
		...{ scorer: "interaction", group: "event", level: "reference", m: 0.9, u: 2 ** -10 },
		valuesOf: ({ interactions }) => interactions.flatMap(({ references = [] }) => references.map(normalizeReference)),
	},
	{
		kind: "email",
		question: "Ask which email address they use with the firm.",
		wording: "If you have written to us before, which email address did you use?",
		channel: "private",
		...{ scorer: "email", group: "contact", level: "exact", m: 0.9, u: 2 ** -18 },
		valuesOf: ({ emails }) => emails.map(({ value }) => fold(value).trim()),
	},
	{
		kind: "phone",
		question: "Ask which phone number they use with the firm.",
		wording: "If you have called us before, which phone number did you use?",
		channel: "private",
		...{ scorer: "phone", group: "contact", level: "exact", m: 0.8, u: 2 ** -18 },
		// A number without its country code is the same number: the last seven digits, by which it is searched.
		valuesOf: ({ phones }) => phones.flatMap(({ value }) => fold(value).replace(/\D/g, "").slice(-7) || []),
	},
	{
		kind: "name",
		question: "Ask for the full name.",
		wording: "What is your full name?",
		channel: "public",
		...{ scorer: "name", group: "name", level: "display-full-name", m: 0.3, u: 1e-6, decides: false },
		valuesOf: ({ names }) =>
			names.flatMap(({ full, given, family }) =>
				full !== undefined ? joined(full) : given !== undefined && family !== undefined ? joined(given + family) : [],
			),
	},
	{
		kind: "handle",
		question: "Ask for handles on other networks.",
		wording: "Do you write elsewhere under another handle, and if so, which?",
		channel: "public",
		...{ scorer: "account", group: "account", level: "claimed-handle", m: 0.8, u: exp2(-12.3) },
		valuesOf: ({ handles }) =>
			handles.flatMap(({ platform = "", handle }) => (handle === undefined ? [] : `${platform}:${fold(handle)}`)),
	},
	{
		kind: "place",
		question: "Ask for the postal code or the city.",
		wording: "Which postal code or city do you live in?",
		channel: "private",
		...{ scorer: "place", group: "context", level: "same-city", m: 0.5, u: 0.02 },
		valuesOf: ({ addresses }) =>
			addresses.flatMap(({ city, postalCode }) => [city, postalCode].flatMap((part) => joined(part ?? "") || [])),
	},
];

/** What anybody may be bidden to where others read along. */
export const invitation: Wording = {
	kind: "private-channel",
	question: "Ask them to write in private, through the channel that the firm names on its own site.",
	wording: "Please write to us in private, through the contact page on our website, so that we can look into it.",
};

/** What anybody is asked first, whatever is on record. */
export function openingOn(channel: QuestionChannel): Wording {
	const { kind, question, wording } = channel === "public" ? invitation : (questions[0] as Ask);
	return { kind, question, wording };
}

/** Letters and digits alone, in lower case. */
function joined(text: string): string {
	return fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
}
