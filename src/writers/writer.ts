import { orFail } from "../errors.js";
import type { HandOff } from "../recounting/hand-off.js";
import { handOffText } from "../recounting/hand-off-text.js";
import { cut } from "../text/mask.js";
import { visible } from "../text/visible.js";

/** One request to a system, in its own form. Sending it is the caller's part. */
export interface Write {
	readonly method: "POST" | "PATCH";
	/** Below the root of the system's API, without its version: "sobjects/Case", "users/77/identities". */
	readonly path: string;
	readonly body: Readonly<Record<string, unknown>>;
}

/** What is to be sent, and what is not, with the reason in a sentence. */
export interface WriteBack {
	readonly writes: readonly Write[];
	readonly left: readonly string[];
}

export interface WriterOptions {
	/**
	 * A person, or the customer after signing in, has confirmed the link: the handle is written to the record. Without it,
	 * only the ticket is: a probability that is written back would come back as evidence for itself. Default false.
	 */
	readonly confirmed?: boolean;
}

/**
 * Makes of a packet what one system needs to hold it: a ticket, and the handle on the record.
 * @throws SameAsError SHAPE when it is given no packet
 */
export type Writer = (packet: HandOff, options?: WriterOptions) => WriteBack;

/** A writer of one system. */
export interface WriterParts {
	/** What stands before the system's ids in record ids: "zendesk:". */
	readonly prefix: string;
	/** The system's own form of a record id; undefined for what is no id of a person there. */
	readonly idOf: (id: string) => string | undefined;
	/** The request for the ticket. */
	readonly ticket: (packet: HandOff, recordId: string | undefined) => Write;
	/** The request for the handle on the record, or why there is none. */
	readonly handle: (packet: HandOff, recordId: string) => Write | string;
}

export function writer({ prefix, idOf, ticket, handle }: WriterParts): Writer {
	const write: Writer = (packet, { confirmed = false } = {}) => {
		const ids = packet.who.records.flatMap((id) =>
			id.startsWith(prefix) ? (idOf(id.slice(prefix.length)) ?? []) : [],
		);
		const [recordId] = ids;
		const request = ticket(packet, recordId);
		const left = (reason: string): WriteBack => ({ writes: [request], left: [reason] });
		if (packet.who.records.length === 0) return left("The handle is not written: nobody is linked.");
		if (recordId === undefined) return left("The handle is not written: no record of the person is in this system.");
		if (!confirmed) return left("The handle is not written: nobody has confirmed the link.");
		if (isThere(packet, prefix)) return left("The handle is not written: the record has it already.");
		const written = handle(packet, recordId);
		return typeof written === "string" ? left(written) : { writes: [request, written], left: [] };
	};
	return (packet, options) =>
		orFail("SHAPE", "This is no packet: writers take what `handOff` gives.", () => write(packet, options));
}

/** Whether a record of this system already has the handle. Contact points hold it once, with all its records. */
function isThere({ who, contacts }: HandOff, prefix: string): boolean {
	const own = ownHandle(who.handle);
	return contacts.some(
		({ kind, value, records }) =>
			kind === "handle" && value.toLowerCase() === own && records.some((id) => id.startsWith(prefix)),
	);
}

function ownHandle({ platform, handle = "", instance }: HandOff["who"]["handle"]): string {
	const server = instance === undefined || handle.includes("@") ? "" : `@${instance}`;
	return `${platform === undefined ? "" : `${platform}:`}${handle}${server}`.toLowerCase();
}

export const noHandle = "The handle is not written: the profile has none.";
export const noNetwork = "The handle is not written: the system has no place for one of this network.";

/** What the ticket is about, in at most so many characters. */
export function subjectOf({ issues, said, who }: HandOff, most: number): string {
	const topic = issues.find((issue) => issue.topic !== undefined)?.topic ?? said.findLast((one) => one.topic)?.topic;
	const handle = who.handle.handle === undefined ? "a profile" : `@${who.handle.handle}`;
	return cut(visible(topic === undefined ? `Hand-off: ${handle}` : `${topic} (${handle})`), most);
}

/** The packet as plain text, in at most so many characters. */
export function bodyOf(packet: HandOff, most: number): string {
	return closed(cut(handOffText(packet, { as: "text" }), most));
}

/** A text whose last line was cut within what is isolated there ends what it has begun. */
function closed(text: string): string {
	return text.lastIndexOf("\u2068") > text.lastIndexOf("\u2069") ? `${text}\u2069` : text;
}
