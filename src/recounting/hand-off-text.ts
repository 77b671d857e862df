import { orFail } from "../errors.js";
import { markdownQuote, markdownText } from "../text/markdown.js";
import { visible } from "../text/unicode.js";
import { channelText, momentText, speakers } from "./dossier-text.js";
import type { HandOff, HandOffContact, HandOffIssue, Words } from "./hand-off.js";

export interface HandOffTextOptions {
	/** Without marks and escapes, for a plain text field of a help desk. Default false: Markdown. */
	readonly plain?: boolean;
}

/** How texts are written: as Markdown in which nothing of a stranger acts, or as they are. */
interface Form {
	readonly title: string;
	readonly section: string;
	text(text: string): string;
	quote(text: string): string[];
}

const markdown: Form = { title: "# ", section: "## ", text: markdownText, quote: (text) => markdownQuote(text, "  ") };
const plainText: Form = {
	title: "",
	section: "",
	text: visible,
	quote: (text) => text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => `  > ${visible(line.trim())}`.trimEnd()),
};

const contactWords = { email: "Email", phone: "Phone", handle: "Handle", address: "Address" };

function issueLine({ topic, references, state, since, lastWord, contacts }: HandOffIssue, { text }: Form): string {
	const number = references.length === 0 ? "" : ` (${text(references.join(", "))})`;
	const word = lastWord === undefined ? "" : ` Last word: ${speakers[lastWord.by]}, ${momentText(lastWord.at)}.`;
	const begun = since === undefined ? "" : ` since ${momentText(since)}`;
	const times = contacts === 1 ? "1 contact" : `${contacts} contacts`;
	return `- ${text(topic ?? "Without a subject")}${number}: ${state}${begun}; ${times}.${word}`;
}

function wordsLines({ channel, platform, at, author, topic, text: said, references }: Words, form: Form): string[] {
	const place = channelText({ channel, ...(platform === undefined ? {} : { platform: form.text(platform) }) });
	const by = author === undefined ? "" : `, ${form.text(author)}`;
	const number = references.length === 0 ? "" : ` (${form.text(references.join(", "))})`;
	const about = topic === undefined ? "" : `: ${form.text(topic)}`;
	const quoted = said === undefined || said.trim() === "" ? [] : form.quote(said);
	return [`- ${momentText(at)}, ${place}${by}${about}${number}`, ...quoted];
}

function contactLine({ kind, value, verified, mayContact, because }: HandOffContact, { text }: Form): string {
	const facts = verified === undefined ? "" : verified ? " (verified)" : " (not verified)";
	const refusal = mayContact === false ? ` Do not use. ${because.map(text).join(" ")}`.trimEnd() : "";
	return `- ${contactWords[kind]}: ${text(value)}${facts}${refusal}`;
}

/**
 * A packet as a text to read: Markdown, or plain for a field of a help desk.
 * @throws SameAsError SHAPE when it is given no packet
 */
export function handOffText(packet: HandOff, options: HandOffTextOptions = {}): string {
	return orFail("SHAPE", "This is no packet: `handOffText` takes what `handOff` gives.", () => textOf(packet, options));
}

function textOf(packet: HandOff, { plain = false }: HandOffTextOptions): string {
	const form = plain ? plainText : markdown;
	const { text } = form;
	const { who, sure, why, said, answered, notes, issues, contacts, preferredChannel, due, notKnown } = packet;
	const { handle, platform, id } = who.handle;
	const account = handle === undefined ? text(id ?? "a profile") : `@${text(handle)}`;
	const network = platform === undefined ? "" : ` on ${text(platform)}`;
	const section = (name: string, lines: readonly string[]): string[] =>
		lines.length === 0 ? [] : ["", `${form.section}${name}`, ...(plain ? [] : [""]), ...lines];
	const known = [
		...(who.names.length === 0 ? [] : [`- Name: ${text(who.names.join("; "))}`]),
		`- Relation: ${who.relation === "unknown" ? "not recorded" : who.relation}`,
		...(who.pronouns.length === 0 ? [] : [`- Pronouns: ${text(who.pronouns.join("; "))}`]),
		...(who.records.length === 0 ? [] : [`- Records: ${text(who.records.join(", "))}`]),
		...contacts.map((contact) => contactLine(contact, form)),
		...(preferredChannel === undefined ? [] : [`- Prefers: ${channelText({ channel: preferredChannel })}`]),
	];
	return [
		`${form.title}Hand-off: ${account}${network}`,
		"",
		text(sure.says),
		...(due === undefined ? [] : ["", `Answer due ${momentText(due.at)}. ${text(due.because)}`]),
		...section(
			"Why",
			why.map((reason) => `- ${text(reason)}`),
		),
		...section("Who", known),
		...section(
			"Open issues",
			issues.map((issue) => issueLine(issue, form)),
		),
		...section(
			"What the person said",
			said.flatMap((words) => wordsLines(words, form)),
		),
		...section(
			"What was answered and promised",
			answered.flatMap((words) => wordsLines(words, form)),
		),
		...section(
			"Notes",
			notes.flatMap((words) => wordsLines(words, form)),
		),
		...section(
			"Not known",
			notKnown.map((says) => `- ${text(says)}`),
		),
	].join("\n");
}
