import type { Write } from "../src/crm.js";
import { toHubSpot, toOracleService, toSalesforce, toZendesk } from "../src/crm.js";
import { dossier, dossierText, handOff, handOffText } from "../src/dossier.js";
import { createResolver, explain, type Resolution, waterfall } from "../src/index.js";
import { csvLines, jsonLine } from "../src/trust.js";
import { openly } from "./samples.js";

const resolver = createResolver({ records: [{ id: "a", name: "Ana Costa", email: "ana@example.com" }] });
const plainly = await resolver.resolve({ handle: "qx_77", displayName: "Ana Costa", bio: "ana@example.com" });

/** A link in which everything that a stranger could have written is this text, whatever reading would make of it. */
function saying(text: string): Resolution {
	const [link] = plainly.links;
	if (link === undefined) throw new Error("Ana is linked.");
	const record = {
		...link.record,
		id: text,
		names: [{ full: text }],
		emails: [{ value: text, label: text, source: text, observedAt: text }],
		addresses: [{ text }],
		organization: text,
		title: text,
		pronouns: text,
		handles: [{ platform: text, handle: text, source: text, validFrom: text }],
		consent: { doNotCall: true, doNotEmail: true },
		status: "customer" as const,
		interactions: (["inbound", "outbound", "internal"] as const).map((direction, index) => ({
			...{ id: `${index}`, channel: "chat" as const, direction, state: "open" as const, url: `${text}${index}` },
			...{ topic: text, text, author: text, thread: text, platform: text, references: [text], source: text },
			...{ at: index === 0 ? text : `2026-11-2${index}`, resolvedAt: text },
		})),
	};
	return {
		...plainly,
		profile: {
			...plainly.profile,
			platform: text,
			handle: text,
			displayName: text,
			posts: [{ text, url: text, at: text }],
		},
		holder: { kind: "person", says: text },
		decision: "link",
		reason: text,
		alerts: [{ kind: "look-alike", recordId: text, holds: true, says: text }],
		links: [
			{
				...link,
				recordId: text,
				record,
				duplicates: [{ ...record, id: `${text}2` }],
				evidence: link.evidence.map((one) => ({
					...one,
					says: text,
					template: `{profile} is ${text} of {record}`,
					profileValue: text,
					recordValue: text,
				})),
			},
			{ ...link, recordId: text },
		],
	};
}

/** Everything that the library makes of it for people to read, by where it goes. */
export interface Rendered {
	readonly text: Readonly<Record<string, string>>;
	readonly markdown: Readonly<Record<string, string>>;
	readonly html: Readonly<Record<string, string>>;
	readonly csv: string;
	readonly json: string;
}

export function rendered(text: string): Rendered {
	const resolution = saying(text);
	const answer = dossier(resolution, { policy: openly });
	const packet = handOff(answer);
	const as = (form: "text" | "markdown" | "html") => ({
		explain: explain(resolution, { as: form }),
		"explain with values": explain(resolution, { as: form, values: true }),
		dossierText: dossierText(answer, { as: form }),
		handOffText: handOffText(packet, { as: form }),
	});
	const [link] = resolution.links as [(typeof resolution.links)[number]];
	const write = { salesforce: toSalesforce, zendesk: toZendesk, oracle: toOracleService };
	const tickets = Object.entries(write).map(([name, writer]) => [name, textsOf(writer(packet).writes[0])] as const);
	const [toHub] = toHubSpot(packet).writes as [Write];
	const { subject, content } = toHub.body["properties"] as Record<string, string>;
	return {
		text: {
			...as("text"),
			waterfall: waterfall(link, { values: true })
				.map(({ says }) => says)
				.join("\n"),
			...Object.fromEntries(tickets),
			"hubspot subject": `${subject}`,
		},
		markdown: as("markdown"),
		html: { ...as("html"), hubspot: `${content}` },
		csv: csvLines([
			["value", "count"],
			[text, 1],
		]),
		json: jsonLine({ [text]: [text] }),
	};
}

/** The texts of a request for a ticket. */
function textsOf(write: Write | undefined): string {
	const texts: string[] = [];
	JSON.stringify(write?.body, (_, value: unknown) => {
		if (typeof value === "string") texts.push(value);
		return value;
	});
	return texts.join("\n");
}

/** Balanced isolates of our own taken away; each begins and ends in one line, one may stand in another. */
export function withoutIsolates(text: string): string {
	const fewer = text.replace(/\u2068([^\u2066-\u2069\n]*)\u2069/g, "$1");
	return fewer === text ? text : withoutIsolates(fewer);
}

/** What may stand in no text that is shown, but for line breaks and spelling. */
export const forbidden: RegExp = new RegExp(
	[
		"[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u2028-\\u202e\\u2060-\\u206f\\ufeff]",
		"[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u200e\\u200f\\u2800\\u3164\\uffa0]",
		"[\\ufe00-\\ufe0d\\ufff0-\\ufffb\\ufffe\\uffff\\ufdd0-\\ufdef\\u{e0000}-\\u{e0fff}]",
		"\\p{Cs}",
	].join("|"),
	"u",
);
