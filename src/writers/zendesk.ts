import { present } from "../payload.js";
import { bodyOf, noHandle, noNetwork, subjectOf, type Writer, writer } from "./writer.js";

const MOST_SUBJECT = 150;
const MOST_TEXT = 60_000;

/**
 * For Zendesk: a ticket of the user with the packet as a private comment, due when the answer is; and an identity of the
 * user. Identities of Facebook are ids of a page's visitors. Paths stand below `/api/v2/`.
 */
export const toZendesk: Writer = /* @__PURE__ */ writer({
	prefix: "zendesk:",
	idOf: (id) => (/^\d{1,20}$/.test(id) ? id : undefined),
	ticket: (packet, recordId) => ({
		method: "POST",
		path: "tickets",
		body: {
			ticket: present({
				subject: subjectOf(packet, MOST_SUBJECT),
				comment: { body: bodyOf(packet, MOST_TEXT), public: false },
				requester_id: recordId === undefined ? undefined : Number(recordId),
				// Only tasks have a date.
				type: packet.due === undefined ? undefined : "task",
				due_at: packet.due?.at,
			}),
		},
	}),
	handle: ({ who: { handle } }, recordId) => {
		const { platform, handle: name, id } = handle;
		if (platform !== "x" && platform !== "facebook") return noNetwork;
		const value = platform === "x" ? name : id;
		if (value === undefined) return noHandle;
		const type = platform === "x" ? "twitter" : "facebook";
		return { method: "POST", path: `users/${recordId}/identities`, body: { identity: { type, value } } };
	},
});
