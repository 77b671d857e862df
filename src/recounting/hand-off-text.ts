import { orFail } from "../errors.js";
import { type Block, type Item, sinkFor } from "../text/sink.js";
import { channelText, contactWords, itemOf, momentText, section, speakers } from "./dossier-text.js";
import type { HandOff, HandOffContact, HandOffIssue, Words } from "./hand-off.js";

export interface HandOffTextOptions {
	/** For what it is written: Markdown, a plain field of a help desk, or a part of a page. Default "markdown". */
	readonly as?: "markdown" | "text" | "html";
}

/**
 * A packet as a text to read. What strangers wrote shows as they wrote it and cannot act.
 * @throws SameAsError SHAPE when it is given no packet
 */
export function handOffText(packet: HandOff, options: HandOffTextOptions = {}): string {
	return orFail("SHAPE", "This is no packet: `handOffText` takes what `handOff` gives.", () => textOf(packet, options));
}

function textOf(packet: HandOff, { as = "markdown" }: HandOffTextOptions): string {
	const sink = sinkFor(as);
	const { text } = sink;
	const moment = (at: string | undefined): string => momentText(at, sink);
	const listed = (values: readonly string[], separator: string): string => values.map(text).join(separator);
	const { who, sure, alerts, why, said, answered, notes, issues, contacts, preferredChannel, due, notKnown } = packet;
	const { handle, platform, id } = who.handle;
	const account = handle === undefined ? text(id ?? "a profile") : `@${text(handle)}`;
	const network = platform === undefined ? "" : ` on ${text(platform)}`;

	function issueItem({ topic, references, state, since, lastWord, contacts }: HandOffIssue): Item {
		const number = references.length === 0 ? "" : ` (${listed(references, ", ")})`;
		const word = lastWord === undefined ? "" : ` Last word: ${speakers[lastWord.by]}, ${moment(lastWord.at)}.`;
		const begun = since === undefined ? "" : ` since ${moment(since)}`;
		const times = contacts === 1 ? "1 contact" : `${contacts} contacts`;
		return itemOf(`${text(topic ?? "Without a subject")}${number}: ${state}${begun}; ${times}.${word}`);
	}

	function wordsItem({ channel, platform, at, author, topic, text: words = "", references }: Words): Item {
		const place = channelText({ channel, ...(platform === undefined ? {} : { platform: text(platform) }) });
		const by = author === undefined ? "" : `, ${text(author)}`;
		const number = references.length === 0 ? "" : ` (${listed(references, ", ")})`;
		const about = topic === undefined ? "" : `: ${text(topic)}`;
		return { text: `${moment(at)}, ${place}${by}${about}${number}`, quote: words.trim() === "" ? undefined : words };
	}

	function contactItem({ kind, value, verified, mayContact, because }: HandOffContact): Item {
		const facts = verified === undefined ? "" : verified ? " (verified)" : " (not verified)";
		const refusal = mayContact === false ? ` Do not use. ${because.map(text).join(" ")}`.trimEnd() : "";
		return itemOf(`${contactWords[kind]}: ${text(value)}${facts}${refusal}`);
	}

	const dueText: Block[] =
		due === undefined ? [] : [{ kind: "paragraph", lines: [`Answer due ${moment(due.at)}. ${text(due.because)}`] }];
	return sink.write([
		{ kind: "title", text: `Hand-off: ${account}${network}` },
		{ kind: "paragraph", lines: [text(sure.says), ...alerts.map((says) => `${sink.strong("Alert.")} ${text(says)}`)] },
		...dueText,
		...section(
			"Why",
			why.map((reason) => itemOf(text(reason))),
		),
		...section("Who", [
			...(who.names.length === 0 ? [] : [itemOf(`Name: ${listed(who.names, "; ")}`)]),
			itemOf(`Relation: ${who.relation === "unknown" ? "not recorded" : who.relation}`),
			...(who.pronouns.length === 0 ? [] : [itemOf(`Pronouns: ${listed(who.pronouns, "; ")}`)]),
			...(who.records.length === 0 ? [] : [itemOf(`Records: ${listed(who.records, ", ")}`)]),
			...contacts.map(contactItem),
			...(preferredChannel === undefined ? [] : [itemOf(`Prefers: ${channelText({ channel: preferredChannel })}`)]),
		]),
		...section("Open issues", issues.map(issueItem)),
		...section("What the person said", said.map(wordsItem)),
		...section("What was answered and promised", answered.map(wordsItem)),
		...section("Notes", notes.map(wordsItem)),
		...section(
			"Not known",
			notKnown.map((says) => itemOf(text(says))),
		),
	]);
}
