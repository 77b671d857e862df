import { present } from "../payload.js";
import { escapeHtml } from "../text/sink.js";
import { bodyOf, noHandle, noNetwork, subjectOf, type Writer, writer } from "./writer.js";

/** The pipeline of tickets that every account has, and its first stage. */
const PIPELINE = "0";
const NEW = "1";
/** HubSpot's own kind of association from a ticket to a contact. */
const TICKET_TO_CONTACT = 16;
const MOST_SUBJECT = 255;
const MOST_TEXT = 60_000;

/**
 * For HubSpot: a ticket that belongs to the contact, and the handle in a property of the contact. It has room for one
 * handle of a network: another one that is there is not written over. Paths stand below `/crm/v3/`.
 */
export const toHubSpot: Writer = /* @__PURE__ */ writer({
	prefix: "hubspot:",
	idOf: (id) => (/^\d{1,20}$/.test(id) ? id : undefined),
	ticket: (packet, recordId) => ({
		method: "POST",
		path: "objects/tickets",
		body: present({
			properties: {
				subject: subjectOf(packet, MOST_SUBJECT),
				// Read as HTML.
				content: escapeHtml(bodyOf(packet, MOST_TEXT)).replace(/\n/g, "<br>\n"),
				hs_pipeline: PIPELINE,
				hs_pipeline_stage: NEW,
			},
			associations:
				recordId === undefined
					? undefined
					: [
							{
								to: { id: recordId },
								types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: TICKET_TO_CONTACT }],
							},
						],
		}),
	}),
	handle: ({ who: { handle }, contacts }, recordId) => {
		const { platform, handle: name } = handle;
		if (name === undefined) return noHandle;
		if (platform !== "x" && platform !== "linkedin") return noNetwork;
		const isTaken = contacts.some(
			({ kind, value, records }) =>
				kind === "handle" && value.startsWith(`${platform}:`) && records.some((id) => id.startsWith("hubspot:")),
		);
		if (isTaken) return "The handle is not written: the record has another one of this network.";
		const properties =
			platform === "x"
				? { twitterhandle: name }
				: { hs_linkedin_url: `https://www.linkedin.com/in/${encodeURIComponent(name)}` };
		return { method: "PATCH", path: `objects/contacts/${recordId}`, body: { properties } };
	},
});
