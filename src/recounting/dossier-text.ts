import { orFail } from "../errors.js";
import { markdownQuote, markdownText } from "../text/markdown.js";
import { percent } from "../text/percent.js";
import { visible } from "../text/unicode.js";
import type { Channel } from "../types.js";
import type { Claim } from "./claims.js";
import { type DossierContact, recordsText } from "./contacts.js";
import type { Dossier } from "./dossier.js";
import type { DossierIssue } from "./issues.js";
import type { DossierEvent, Provenance, Speaker } from "./timeline.js";

export interface DossierTextOptions {
	/** Events shown, the newest first. Default 50. */
	readonly events?: number;
}

const channelWords: Readonly<Record<Channel, readonly [one: string, many: string]>> = {
	call: ["call", "calls"],
	email: ["email", "emails"],
	chat: ["chat message", "chat messages"],
	sms: ["text message", "text messages"],
	ticket: ["ticket message", "ticket messages"],
	dm: ["direct message", "direct messages"],
	post: ["post", "posts"],
	blog: ["blog post", "blog posts"],
	comment: ["comment", "comments"],
	meeting: ["meeting", "meetings"],
	order: ["order", "orders"],
	other: ["contact", "contacts"],
};
/** Who spoke, in words. */
export const speakers: Readonly<Record<Speaker, string>> = {
	person: "the person",
	firm: "the firm",
	internal: "internal",
	unknown: "speaker not recorded",
};

/** "call", "2 posts on x" without the number. */
export function channelText({ channel, platform }: Pick<DossierEvent, "channel" | "platform">, count = 1): string {
	const word = channelWords[channel][count === 1 ? 0 : 1];
	return platform === undefined ? word : `${word} on ${platform}`;
}

/** "2026-11-20 09:12 UTC", "2026-11-20", "no date". */
export function momentText(at: string | undefined): string {
	if (at === undefined) return "no date";
	const [, date, time, zone] =
		/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})[\d:.,]*([Zz]|[+-][\d:]{2,5})?)?$/.exec(at) ?? [];
	if (date === undefined) return visible(at);
	return time === undefined ? date : `${date} ${time} ${zone === undefined || /z/i.test(zone) ? "UTC" : zone}`.trim();
}

function fromText({ records, profile }: Provenance): string {
	const parts = [
		...(records.length === 0 ? [] : [markdownText(recordsText(records))]),
		...(profile ? ["the handle"] : []),
	];
	return parts.join(" and ");
}

/** "@TDefren", or what else names the profile. */
function handleText({ handle, platform, id, displayName }: Dossier["handle"]): string {
	if (handle !== undefined) return `@${markdownText(handle)}`;
	if (id !== undefined) return markdownText(`${platform ?? "profile"} ${id}`);
	return displayName === undefined ? "This profile" : markdownText(displayName);
}

/** How sure it is, in a sentence. */
function decisionText({ decision, link, reason }: Pick<Dossier, "decision" | "link" | "reason">): string {
	if (link === undefined) {
		const nobody = {
			link: "No record is shown.",
			review: "Nobody is linked: a person should look.",
			none: "Nobody is linked: probably nobody in this record set.",
			insufficient: "Nobody is linked: too little is known to tell.",
		};
		return `${nobody[decision]} ${markdownText(reason)}`;
	}
	const record = markdownText(recordsText([link.recordId, ...link.duplicates]));
	const sure = `Record asked about: ${record}`;
	const linked = `Linked to ${record}`;
	const text = link.chosenBy === "caller" ? sure : linked;
	return `${text}, with ${percent(link.probability)}; decision "${decision}". ${markdownText(reason)}`;
}

function headline(dossier: Dossier): string {
	const handle = handleText(dossier.handle);
	if (dossier.link === undefined) return `# ${handle} is not known`;
	const name = dossier.names.find(({ records }) => records.length > 0)?.value;
	const record = markdownText(`record ${dossier.link.recordId}`);
	const who = name === undefined ? record : markdownText(name);
	return `# ${handle} ${dossier.decision === "link" && dossier.link.chosenBy === "decision" ? "is very probably" : "may be"} ${who}`;
}

function claimLines(word: string, claims: readonly Claim<string>[]): string[] {
	return claims.map((claim) => `- ${word}: ${markdownText(claim.value)} (${fromText(claim)})`);
}

const contactWords = { email: "Email", phone: "Phone", handle: "Handle", address: "Address" };

function contactLine(contact: DossierContact): string {
	const { kind, value, label, primary, verified, shared, mayContact, because, observedAt, ageDays, sources } = contact;
	const facts = [
		...(label === undefined ? [] : [markdownText(label)]),
		...(primary ? ["primary"] : []),
		...(verified === undefined ? [] : [verified ? "verified" : "not verified"]),
		...(shared ? ["shared by several people"] : []),
		...(ageDays === undefined ? [] : [`seen ${ageDays === 1 ? "1 day" : `${ageDays} days`} ago`]),
		...(ageDays === undefined && observedAt !== undefined ? [`seen ${momentText(observedAt)}`] : []),
		...(mayContact === true ? ["may be used"] : []),
		fromText(contact),
		...sources.map(markdownText),
	];
	const refusal = mayContact === false ? ` **Do not use.** ${because.map(markdownText).join(" ")}`.trimEnd() : "";
	return `- ${contactWords[kind]}: ${markdownText(value)} (${facts.join("; ")})${refusal}`;
}

function issueLine(issue: DossierIssue): string {
	const { topic, references, state, since, resolvedAt, took, lastWord, contacts, unanswered } = issue;
	const number = references.length === 0 ? "" : ` (${markdownText(references.join(", "))})`;
	const name = `${topic === undefined ? "Without a subject" : markdownText(topic)}${number}`;
	const times = contacts === 1 ? "1 contact" : `${contacts} contacts`;
	const author = lastWord?.author === undefined ? "" : `, ${markdownText(lastWord.author)}`;
	const word =
		lastWord === undefined ? "" : ` Last word: ${speakers[lastWord.by]}${author}, ${momentText(lastWord.at)}.`;
	const begun = since === undefined ? "" : ` since ${momentText(since)}`;
	const wait = unanswered.length === 0 ? "" : ` Not answered: ${unanswered.length}.`;
	const isOpen = state === "open" || state === "pending";
	const end = resolvedAt === undefined ? "" : ` ${momentText(resolvedAt)}`;
	const status = isOpen
		? `${state}${begun}`
		: `${state}${end}, ${took === undefined ? "how long it took is not recorded" : `after ${took}`}`;
	return `- ${name}: ${status}; ${times}.${word}${wait} (${fromText(issue)})`;
}

/** What an event says, as a line and quotations. */
function eventLines(event: DossierEvent): string[] {
	const { at, by, author, topic, text, state, thread, sources, url } = event;
	const who = author === undefined ? speakers[by] : `${speakers[by]}, ${markdownText(author)}`;
	const from = [
		fromText(event),
		...sources.map(markdownText),
		...(thread === undefined ? [] : [markdownText(`thread ${thread}`)]),
	];
	const what = topic === undefined ? "" : `: ${markdownText(topic)}`;
	const became = state === undefined ? "" : `, ${state}`;
	const place = url === undefined ? "" : ` ${markdownText(url)}`;
	const line = `- ${momentText(at)}, ${markdownText(channelText(event))}, ${who}${what}${became} (${from.filter(Boolean).join("; ")})${place}`;
	return [line, ...(text === undefined || text.trim() === "" ? [] : markdownQuote(text, "  "))];
}

function channelLines({ channels }: Dossier): string[] {
	return channels.map((summary) => {
		const { byPerson, total, first, last } = summary;
		const span =
			first === undefined
				? ""
				: first === last
					? `, ${momentText(first)}`
					: `, ${momentText(first)} to ${momentText(last)}`;
		const others = total - byPerson;
		const answers = others === 0 ? "" : `; by others: ${others}`;
		return `- ${byPerson} ${markdownText(channelText(summary, byPerson))} by the person${span}${answers} (${fromText(summary)})`;
	});
}

const section = (title: string, lines: readonly string[], none?: string): string[] =>
	lines.length > 0 ? ["", `## ${title}`, "", ...lines] : none === undefined ? [] : ["", `## ${title}`, "", none];

/**
 * A dossier in Markdown, for the screen of a colleague: it holds personal data, and no place for logs. What strangers
 * wrote shows as they wrote it and cannot act: no HTML, no links, no invisible characters.
 * @throws SameAsError SHAPE when it is given no dossier
 */
export function dossierText(dossier: Dossier, options: DossierTextOptions = {}): string {
	const message = "This is no dossier: `dossierText` takes what `dossier` gives.";
	return orFail("SHAPE", message, () => textOf(dossier, options));
}

function textOf(dossier: Dossier, { events = 50 }: DossierTextOptions): string {
	const { link, holder, names, relation, pronouns, organizations, titles, contacts, consent, timeline, issues } =
		dossier;
	const shown = timeline.slice(0, events);
	const more = timeline.length - shown.length;
	const preferred = consent.preferredChannel;
	return [
		headline(dossier),
		"",
		decisionText(dossier),
		...(holder.kind === "person" ? [] : [markdownText(holder.says)]),
		...section(
			"Why",
			(link?.evidence ?? []).map(
				({ bits, says }) => `- ${markdownText(says)} (${bits < 0 ? "−" : "+"}${Math.abs(bits).toFixed(1)} bits)`,
			),
		),
		...section("Who", [
			...claimLines("Name", names),
			...(relation.claims.length === 0 ? [] : [`- Relation: ${markdownText(relation.says)}`]),
			...claimLines("Pronouns", pronouns),
			...claimLines("Organization", organizations),
			...claimLines("Title", titles),
		]),
		...section("Contact", [
			...contacts.map(contactLine),
			...consent.says.map((says) => `- ${markdownText(says)}`),
			...(preferred === undefined ? [] : [`- Prefers: ${channelWords[preferred.channel][0]} (${fromText(preferred)})`]),
			...dossier.notHeld.map((says) => `- ${says}`),
		]),
		...section("In touch", channelLines(dossier)),
		...section("Open issues", issues.open.map(issueLine), "None recorded."),
		...section("Resolved issues", issues.resolved.map(issueLine)),
		...section("Not answered", issues.unanswered.flatMap(eventLines)),
		...section(
			"Timeline",
			[...shown.flatMap(eventLines), ...(more > 0 ? [`- and ${more} older ones`] : [])],
			"Nothing is recorded.",
		),
		...section(
			"Not known",
			dossier.notKnown.map((says) => `- ${markdownText(says)}`),
		),
	].join("\n");
}
