import { present } from "../payload.js";
import { salesforceId } from "../text/salesforce-id.js";
import { bodyOf, noHandle, noNetwork, subjectOf, type Writer, writer } from "./writer.js";

/** Networks by the names that `SocialPersona.Provider` has for them. */
const providers: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
	["x", "Twitter"],
	["facebook", "Facebook"],
	["instagram", "Instagram"],
	["linkedin", "LinkedIn"],
	["youtube", "YouTube"],
]);
const MOST_SUBJECT = 255;
const MOST_TEXT = 32_000;
/** First characters of the ids of contacts, leads and (person) accounts. */
const CONTACT = "003";
const ACCOUNT = "001";
const person = /^(?:001|003|00Q)[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/;

/**
 * For Salesforce: a Case, and a SocialPersona that belongs to the contact, lead or person account. Paths stand below
 * `/services/data/vXX.0/`.
 */
export const toSalesforce: Writer = /* @__PURE__ */ writer({
	prefix: "salesforce:",
	idOf: (id) => (person.test(id) ? salesforceId(id) : undefined),
	ticket: (packet, recordId) => ({
		method: "POST",
		path: "sobjects/Case",
		body: present({
			ContactId: recordId?.startsWith(CONTACT) ? recordId : undefined,
			AccountId: recordId?.startsWith(ACCOUNT) ? recordId : undefined,
			Subject: subjectOf(packet, MOST_SUBJECT),
			Description: bodyOf(packet, MOST_TEXT),
			Origin: originOf(packet.who.handle.platform),
			Status: "New",
		}),
	}),
	handle: ({ who: { handle } }, recordId) => {
		if (handle.handle === undefined) return noHandle;
		const Provider = providers.get(handle.platform ?? "");
		if (Provider === undefined) return noNetwork;
		return {
			method: "POST",
			path: "sobjects/SocialPersona",
			body: present({
				ParentId: recordId,
				Provider,
				Name: handle.handle,
				ExternalId: handle.id,
				RealName: handle.displayName,
			}),
		};
	},
});

function originOf(platform: string | undefined): string {
	return platform === "x" ? "Twitter" : platform === "facebook" ? "Facebook" : "Web";
}
