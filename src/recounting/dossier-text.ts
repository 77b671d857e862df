import { orFail } from "../errors.js";
import { percent } from "../text/percent.js";
import { proofText } from "../text/proof.js";
import { type Block, type Item, type Sink, sinkFor } from "../text/sink.js";
import type { Channel } from "../types.js";
import type { ChannelSummary } from "./channels.js";
import type { Claim } from "./claims.js";
import { type DossierContact, recordsText } from "./contacts.js";
import type { Dossier } from "./dossier.js";
import type { DossierIssue } from "./issues.js";
import type { DossierEvent, Provenance, Speaker } from "./timeline.js";

export interface DossierTextOptions {
	/** Events shown, the newest first. Default 50. */
	readonly events?: number;
	/** For what it is written: Markdown, a plain field, or a part of a page. Default "markdown". */
	readonly as?: "markdown" | "text" | "html";
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

/** "2026-11-20 09:12 UTC", "2026-11-20", "no date"; what is no moment, as the sink writes it. */
export function momentText(at: string | undefined, { text }: Pick<Sink, "text">): string {
	if (at === undefined) return "no date";
	const [, date, time, zone] =
		/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})[\d:.,]*([Zz]|[+-][\d:]{2,5})?)?$/.exec(at) ?? [];
	if (date === undefined) return text(at);
	return time === undefined ? date : `${date} ${time} ${zone === undefined || /z/i.test(zone) ? "UTC" : zone}`.trim();
}

/** A heading and what stands under it; without anything, `none`, or no heading. */
export function section(title: string, items: readonly Item[], none?: string): Block[] {
	const heading: Block = { kind: "section", text: title };
	if (items.length > 0) return [heading, { kind: "list", items }];
	return none === undefined ? [] : [heading, { kind: "paragraph", lines: [none] }];
}

export const itemOf = (text: string): Item => ({ text });

export const contactWords = { email: "Email", phone: "Phone", handle: "Handle", address: "Address" };

/** What a dossier says, each sentence as one sink writes it. */
function wordingFor(sink: Sink) {
	const { text } = sink;
	const moment = (at: string | undefined): string => momentText(at, sink);

	function from({ records, profile }: Provenance): string {
		return [...(records.length === 0 ? [] : [recordsText(records, text)]), ...(profile ? ["the handle"] : [])].join(
			" and ",
		);
	}

	/** "@TDefren", or what else names the profile. */
	function handle({ handle, platform, id, displayName }: Dossier["handle"]): string {
		if (handle !== undefined) return `@${text(handle)}`;
		if (id !== undefined) return text(`${platform ?? "profile"} ${id}`);
		return displayName === undefined ? "This profile" : text(displayName);
	}

	return {
		headline({ handle: asked, link, names, decision }: Dossier): string {
			if (link === undefined) return `${handle(asked)} is not known`;
			const name = names.find(({ records }) => records.length > 0)?.value;
			const who = name === undefined ? `record ${text(link.recordId)}` : text(name);
			const isSure = decision === "link" && link.chosenBy === "decision";
			return `${handle(asked)} ${isSure ? "is very probably" : "may be"} ${who}`;
		},

		/** How sure it is, in a sentence. */
		decision({ decision, link, reason }: Dossier): string {
			if (link === undefined) {
				const nobody = {
					link: "No record is shown.",
					review: "Nobody is linked: a person should look.",
					none: "Nobody is linked: probably nobody in this record set.",
					insufficient: "Nobody is linked: too little is known to tell.",
				};
				return `${nobody[decision]} ${text(reason)}`;
			}
			const record = recordsText([link.recordId, ...link.duplicates], text);
			const who = link.chosenBy === "caller" ? `Record asked about: ${record}` : `Linked to ${record}`;
			return `${who}, with ${percent(link.probability)}; decision "${decision}". ${text(reason)}`;
		},

		/** How far it is proved, and what to see before acting. */
		proof({ link, alerts }: Dossier): string[] {
			return [
				...(link === undefined ? [] : [text(proofText(link.assurance))]),
				...alerts.map(({ says }) => `${sink.strong("Alert.")} ${text(says)}`),
			];
		},

		claims(word: string, claims: readonly Claim<string>[]): Item[] {
			return claims.map((claim) => itemOf(`${word}: ${text(claim.value)} (${from(claim)})`));
		},

		contact(contact: DossierContact): Item {
			const { kind, value, label, primary, verified, shared, mayContact, because } = contact;
			const { observedAt, ageDays, sources } = contact;
			const facts = [
				...(label === undefined ? [] : [text(label)]),
				...(primary ? ["primary"] : []),
				...(verified === undefined ? [] : [verified ? "verified" : "not verified"]),
				...(shared ? ["shared by several people"] : []),
				...(ageDays === undefined ? [] : [`seen ${ageDays === 1 ? "1 day" : `${ageDays} days`} ago`]),
				...(ageDays === undefined && observedAt !== undefined ? [`seen ${moment(observedAt)}`] : []),
				...(mayContact === true ? ["may be used"] : []),
				from(contact),
				...sources.map(text),
			];
			const refusal =
				mayContact === false ? ` ${sink.strong("Do not use.")} ${because.map(text).join(" ")}`.trimEnd() : "";
			return itemOf(`${contactWords[kind]}: ${text(value)} (${facts.join("; ")})${refusal}`);
		},

		preferred({ channel, ...provenance }: NonNullable<Dossier["consent"]["preferredChannel"]>): Item {
			return itemOf(`Prefers: ${channelWords[channel][0]} (${from(provenance)})`);
		},

		issue(issue: DossierIssue): Item {
			const { topic, references, state, since, resolvedAt, took, lastWord, contacts, unanswered } = issue;
			const number = references.length === 0 ? "" : ` (${references.map(text).join(", ")})`;
			const name = `${topic === undefined ? "Without a subject" : text(topic)}${number}`;
			const times = contacts === 1 ? "1 contact" : `${contacts} contacts`;
			const author = lastWord?.author === undefined ? "" : `, ${text(lastWord.author)}`;
			const word =
				lastWord === undefined ? "" : ` Last word: ${speakers[lastWord.by]}${author}, ${moment(lastWord.at)}.`;
			const begun = since === undefined ? "" : ` since ${moment(since)}`;
			const wait = unanswered.length === 0 ? "" : ` Not answered: ${unanswered.length}.`;
			const isOpen = state === "open" || state === "pending";
			const end = resolvedAt === undefined ? "" : ` ${moment(resolvedAt)}`;
			const status = isOpen
				? `${state}${begun}`
				: `${state}${end}, ${took === undefined ? "how long it took is not recorded" : `after ${took}`}`;
			return itemOf(`${name}: ${status}; ${times}.${word}${wait} (${from(issue)})`);
		},

		/** What an event says, as a line and a quotation. */
		event(event: DossierEvent): Item {
			const { at, by, author, topic, text: said = "", state, thread, sources, url } = event;
			const who = author === undefined ? speakers[by] : `${speakers[by]}, ${text(author)}`;
			const origin = [from(event), ...sources.map(text), ...(thread === undefined ? [] : [`thread ${text(thread)}`])];
			const what = topic === undefined ? "" : `: ${text(topic)}`;
			const became = state === undefined ? "" : `, ${state}`;
			const place = url === undefined ? "" : ` ${text(url)}`;
			const line = `${moment(at)}, ${text(channelText(event))}, ${who}${what}${became} (${origin.filter(Boolean).join("; ")})${place}`;
			return { text: line, quote: said.trim() === "" ? undefined : said };
		},

		channel(summary: ChannelSummary): Item {
			const { byPerson, total, first, last } = summary;
			const until = first === last ? "" : ` to ${moment(last)}`;
			const span = first === undefined ? "" : `, ${moment(first)}${until}`;
			const others = total - byPerson;
			const answers = others === 0 ? "" : `; by others: ${others}`;
			return itemOf(
				`${byPerson} ${text(channelText(summary, byPerson))} by the person${span}${answers} (${from(summary)})`,
			);
		},
	};
}

/**
 * A dossier as a text, for the screen of a colleague: it holds personal data, and no place for logs. What strangers wrote
 * shows as they wrote it and cannot act: no HTML, no links, no invisible characters.
 * @throws SameAsError SHAPE when it is given no dossier
 */
export function dossierText(dossier: Dossier, options: DossierTextOptions = {}): string {
	const message = "This is no dossier: `dossierText` takes what `dossier` gives.";
	return orFail("SHAPE", message, () => textOf(dossier, options));
}

function textOf(dossier: Dossier, { events = 50, as = "markdown" }: DossierTextOptions): string {
	const { link, holder, names, relation, pronouns, organizations, titles, contacts, consent, timeline, issues } =
		dossier;
	const sink = sinkFor(as);
	const say = wordingFor(sink);
	const itemsOf = (sentences: readonly string[]): Item[] => sentences.map((says) => itemOf(sink.text(says)));
	const shown = timeline.slice(0, events);
	const more = timeline.length - shown.length;
	return sink.write([
		{ kind: "title", text: say.headline(dossier) },
		{
			kind: "paragraph",
			lines: [
				say.decision(dossier),
				...say.proof(dossier),
				...(holder.kind === "person" ? [] : [sink.text(holder.says)]),
			],
		},
		...section(
			"Why",
			(link?.evidence ?? []).map(({ bits, says }) =>
				itemOf(`${sink.text(says)} (${bits < 0 ? "−" : "+"}${Math.abs(bits).toFixed(1)} bits)`),
			),
		),
		...section("Who", [
			...say.claims("Name", names),
			...(relation.claims.length === 0 ? [] : [itemOf(`Relation: ${sink.text(relation.says)}`)]),
			...say.claims("Pronouns", pronouns),
			...say.claims("Organization", organizations),
			...say.claims("Title", titles),
		]),
		...section("Contact", [
			...contacts.map(say.contact),
			...itemsOf(consent.says),
			...(consent.preferredChannel === undefined ? [] : [say.preferred(consent.preferredChannel)]),
			...itemsOf(dossier.notHeld),
		]),
		...section("In touch", dossier.channels.map(say.channel)),
		...section("Open issues", issues.open.map(say.issue), "None recorded."),
		...section("Resolved issues", issues.resolved.map(say.issue)),
		...section("Not answered", issues.unanswered.map(say.event)),
		...section(
			"Timeline",
			[...shown.map(say.event), ...(more > 0 ? [itemOf(`and ${more} older ones`)] : [])],
			"Nothing is recorded.",
		),
		...section("Withheld", itemsOf(dossier.withheld)),
		...section("Not known", itemsOf(dossier.notKnown)),
	]);
}
