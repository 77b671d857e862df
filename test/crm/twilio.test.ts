import { describe, expect, it } from "vitest";
import { fromTwilio } from "../../src/crm/twilio.js";
import { crmContract } from "../../src/testing.js";

const call = (sid: string, more: object): object => ({
	sid,
	parent_call_sid: null,
	from: "+16175550142",
	to: "+18005550199",
	direction: "inbound",
	start_time: "Mon, 02 Mar 2026 10:00:00 +0000",
	duration: "341",
	caller_name: "COSTA ANA",
	...more,
});

it("gives a call with the number of the person, and no name of the carrier's", () => {
	const { interactions, records, warnings } = fromTwilio({ calls: [call("CA1", {})], next_page_uri: null });
	expect([records, warnings]).toEqual([[], []]);
	expect(interactions).toEqual([
		{
			party: { phone: "+16175550142" },
			interaction: {
				id: "twilio:CA1",
				channel: "call",
				direction: "inbound",
				at: "2026-03-02T10:00:00.000Z",
				source: "twilio:call",
			},
		},
	]);
});

it.each<[string, object, object]>([
	[
		"called by the firm",
		{ direction: "outbound-api", from: "+18005550199", to: "+16175550142" },
		{ phone: "+16175550142" },
	],
	["withheld", { from: "anonymous" }, {}],
	["withheld, in digits", { from: "+266696687" }, {}],
	["a browser of the firm's own site", { from: "client:visitor" }, {}],
	["a telephone by SIP", { from: "sip:+16175550142@example.com" }, { phone: "+16175550142" }],
])("knows whose a call is: %s", (_, more, party) => {
	expect(fromTwilio(call("CA1", more)).interactions[0]?.party).toEqual(party);
});

it("leaves out the leg to a colleague, and keeps the leg of a call that the firm began", () => {
	const leg = (sid: string, parent: string): object =>
		call(sid, { parent_call_sid: parent, direction: "outbound-dial", from: "+18005550199", to: "+16175550177" });
	const begun = call("CA2", { direction: "outbound-api", from: "+18005550199", to: "+16175550100" });
	const ids = fromTwilio([call("CA1", {}), leg("CA3", "CA1"), begun, leg("CA4", "CA2")]).interactions.map(
		({ interaction }) => interaction.id,
	);
	expect(ids).toEqual(["twilio:CA1", "twilio:CA2", "twilio:CA4"]);
});

it.each<[string, string, string, object]>([
	["an SMS", "+16175550142", "sms", { phone: "+16175550142" }],
	["WhatsApp", "whatsapp:+16175550142", "sms", { phone: "+16175550142" }],
	[
		"Messenger",
		"messenger:640",
		"dm",
		{ handle: { platform: "facebook", id: "640", tenantScoped: true, source: "twilio:message" } },
	],
])("reads %s", (_, from, channel, party) => {
	const message = {
		sid: "SM1",
		direction: "inbound",
		from,
		to: "+18005550199",
		body: "Hi",
		date_sent: "Mon, 02 Mar 2026 10:00:00 +0000",
	};
	expect(fromTwilio({ messages: [message] }).interactions).toMatchObject([
		{ party, interaction: { channel, text: "Hi" } },
	]);
});

it("says what it cannot use", () => {
	expect(fromTwilio({ calls: [{ sid: "CA1" }, 5] }).warnings).toEqual([
		{ code: "SHAPE", path: "calls.1", reason: "Expected an object, found a number." },
		{ code: "SHAPE", path: "calls.0", reason: "Neither a call nor a message." },
	]);
});

describe("the contract", () => {
	const samples = [call("CA1", {}), { ...call("SM1", {}), body: "Hi" }].map((item) => ({
		item,
		envelope: (calls: readonly unknown[]) => ({ calls, page: 0 }),
	}));
	for (const { name, run } of crmContract(fromTwilio, samples)) it(name, run);
});
