import { present } from "../payload.js";
import { channelText, momentText } from "../recounting/dossier-text.js";
import type { HandOff, Words } from "../recounting/hand-off.js";
import { cut } from "../text/mask.js";
import { visible } from "../text/visible.js";
import { bodyOf, noHandle, noNetwork, subjectOf, type Writer, writer } from "./writer.js";

/** Networks by the labels of the channels that have user names. */
const channels: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
	["x", "Twitter"],
	["facebook", "Facebook"],
	["youtube", "YouTube"],
]);
const MOST_SUBJECT = 240;
const MOST_TEXT = 32_000;
/** Types of entry in a thread, the same on every site: a private note, and what the customer said, entered by staff. */
const NOTE = 1;
const CUSTOMER_PROXY = 4;

/**
 * For Oracle B2C Service: an incident whose thread holds what the person said, and the packet as a private note; and a
 * user name of the contact (`channelUsernames`), added beside those that are there. Paths stand below
 * `/services/rest/connect/v1.4/`.
 */
export const toOracleService: Writer = /* @__PURE__ */ writer({
	prefix: "oracle-service:",
	idOf: (id) => (/^\d{1,12}$/.test(id) ? id : undefined),
	ticket: (packet, recordId) => ({
		method: "POST",
		path: "incidents",
		body: present({
			primaryContact: recordId === undefined ? undefined : { id: Number(recordId) },
			subject: subjectOf(packet, MOST_SUBJECT),
			channel: channelOf(packet),
			threads: [
				...packet.said.map((words) => entry(CUSTOMER_PROXY, saidText(words))),
				entry(NOTE, bodyOf(packet, MOST_TEXT)),
			],
		}),
	}),
	handle: (packet, recordId) => {
		const { handle } = packet.who;
		if (handle.handle === undefined) return noHandle;
		const channelType = channelOf(packet);
		if (channelType === undefined) return noNetwork;
		return {
			method: "POST",
			path: `contacts/${recordId}/channelUsernames`,
			body: present({ channelType, username: handle.handle, userNumber: handle.id }),
		};
	},
});

function channelOf({ who }: HandOff): { readonly lookupName: string } | undefined {
	const lookupName = channels.get(who.handle.platform ?? "");
	return lookupName === undefined ? undefined : { lookupName };
}

function entry(id: number, text: string): object {
	return { text, entryType: { id }, contentType: { lookupName: "text/plain" } };
}

/** All entries get the time of their writing: when and where it was said stands in front. */
function saidText(words: Words): string {
	const { at, topic = "", text = "" } = words;
	const said = [topic, text].filter((part) => part !== "").flatMap((part) => part.split(/\r\n|[\n\r]/));
	const place = `${momentText(at, { text: visible })}, ${visible(channelText(words))}`;
	return cut([place, ...said.map(visible)].join("\n"), MOST_TEXT);
}
