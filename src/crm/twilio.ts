import { Payload, present } from "../payload.js";
import { callEnds } from "../text/caller.js";
import type { Interaction } from "../types.js";
import { type ChannelOptions, type CrmDraft, type CrmReader, emptyReading, type Party } from "./crm.js";

const twilioId = (id: string): string => `twilio:${id}`;

/**
 * Reads Twilio: calls and messages (SMS, WhatsApp, Messenger). A withheld number is nobody's, and the caller's name is what
 * a carrier has on file, often the firm's or a relative's: neither is read. The leg by which a call that came in is put
 * through to a colleague is left out.
 */
export const fromTwilio: CrmReader<ChannelOptions> = (payload, options = {}) => {
	const reading = emptyReading();
	const items = new Payload(payload, "", reading.warnings).unwrap("calls", "messages");
	const incoming = new Set(items.filter(isInbound).map((item) => item.at("sid").text()));
	for (const item of items) {
		const parent = item.first("parent_call_sid", "parentCallSid").text();
		if (item.at("direction").exists && (item.at("from").exists || item.at("to").exists)) {
			if (parent === undefined || !incoming.has(parent)) readContact(item, options, reading);
		} else item.warn("Neither a call nor a message.");
	}
	return reading;
};

const isInbound = (item: Payload): boolean => item.at("direction").text() === "inbound";

const messenger = /^messenger:(\d+)$/;

function readContact(item: Payload, options: ChannelOptions, reading: CrmDraft): void {
	const sid = item.at("sid").required();
	if (sid === undefined) return;
	const isMessage = item.at("body").exists || /^(?:SM|MM)/.test(sid);
	const ends = { from: item.at("from").text(), to: item.at("to").text() };
	// All others are ways of being called by the firm: outbound-api, outbound-dial, outbound-reply.
	const stated = isInbound(item)
		? "inbound"
		: /^outbound/.test(item.at("direction").text() ?? "")
			? "outbound"
			: undefined;
	const { direction, number } = callEnds({ ...ends, direction: stated }, options);
	const [, scoped] = messenger.exec((direction === "inbound" ? ends.from : ends.to) ?? "") ?? [];
	const source = isMessage ? "twilio:message" : "twilio:call";
	const times = ["start_time", "startTime", "date_sent", "dateSent", "date_created", "dateCreated"];
	const interaction = present<Interaction>({
		id: twilioId(sid),
		channel: scoped !== undefined ? "dm" : isMessage ? "sms" : "call",
		direction,
		at: item.first(...times).time(),
		text: item.at("body").text(),
		platform: scoped === undefined ? undefined : "facebook",
		source,
	});
	const party: Party = scoped
		? { handle: { platform: "facebook", id: scoped, tenantScoped: true, source } }
		: present<Party>({ phone: number });
	reading.interactions.push({ party, interaction });
}
