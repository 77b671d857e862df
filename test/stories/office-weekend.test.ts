import { beforeAll, describe, expect, it } from "vitest";
import { fromGraphMail, fromHubSpot, fromTwilio } from "../../src/crm.js";
import { fromX } from "../../src/platforms.js";
import { section, type Telling, tell } from "./telling.js";

/** Chairs that came without their legs, settled over a weekend by three levels of the firm, in mails and calls. */
const ravi = {
	id: "1800000000000000404",
	username: "ravi_teller",
	name: "Ravi Teller",
	location: "Denver",
	description: "Runs the desk at Larkspur Co-op. ravi@larkspur.example",
};
const desk = { id: "1800000000000000904", username: "DeskfordSupply", name: "Deskford Office Supply" };
const post = {
	id: "801",
	text: "@DeskfordSupply twelve chairs, no legs. Great start for Monday.",
	author_id: ravi.id,
	conversation_id: "801",
	in_reply_to_user_id: desk.id,
	created_at: "2026-06-05T21:40:00.000Z",
};
const answer = {
	id: "802",
	text: "@ravi_teller That will not do. A mail is on its way to you.",
	author_id: desk.id,
	conversation_id: "801",
	in_reply_to_user_id: ravi.id,
	referenced_tweets: [{ type: "replied_to", id: "801" }],
	created_at: "2026-06-05T21:58:00.000Z",
};
const contact = {
	id: "640",
	properties: {
		hs_object_id: "640",
		firstname: "Ravi",
		lastname: "Teller",
		email: "ravi@larkspur.example",
		mobilephone: "303 555 0164",
		company: "Larkspur Co-op",
		city: "Denver",
		lifecyclestage: "customer",
	},
	updatedAt: "2026-05-01T10:00:00.000Z",
	archived: false,
};
const ticket = {
	id: "99014",
	properties: {
		hs_object_id: "99014",
		hs_pipeline: "0",
		hs_pipeline_stage: "4",
		subject: "Order 99014: chairs without legs",
		content: "Twelve chairs, no legs.",
		source_type: "EMAIL",
		createdate: "2026-06-05T21:45:00.000Z",
		closed_date: "2026-06-07T19:00:00.000Z",
	},
	archived: false,
	associations: { contacts: { results: [{ id: "640", type: "ticket_to_contact" }] } },
};
const box = (address: string, name: string) => ({ emailAddress: { name, address } });
const customer = box("ravi@larkspur.example", "Ravi Teller");
const mail = (id: string, at: string, from: object, to: object, content: string) => ({
	id,
	conversationId: "AAQkChairs",
	sentDateTime: at,
	receivedDateTime: at,
	subject: "Your order 99014",
	isDraft: false,
	body: { contentType: "text", content },
	from,
	toRecipients: [to],
	ccRecipients: [],
});
const mails = {
	value: [
		mail(
			"m1",
			"2026-06-05T22:05:00Z",
			box("jo.pell@deskford.example", "Jo Pell"),
			customer,
			"Our depot looks for the legs tonight.",
		),
		mail("m2", "2026-06-06T08:30:00Z", customer, box("jo.pell@deskford.example", "Jo Pell"), "Any luck?"),
		mail(
			"m3",
			"2026-06-06T09:10:00Z",
			box("ana.reyes@deskford.example", "Ana Reyes, team lead"),
			customer,
			"Found in Tulsa. A van leaves at noon.",
		),
		mail(
			"m4",
			"2026-06-07T18:55:00Z",
			box("c.voss@deskford.example", "C. Voss, director"),
			customer,
			"I hear that all chairs stand. The freight is on us.",
		),
	],
};
const call = (sid: string, start_time: string, direction: string) => ({
	sid,
	parent_call_sid: null,
	from: direction === "inbound" ? "+13035550164" : "+18005550199",
	to: direction === "inbound" ? "+18005550199" : "+13035550164",
	direction,
	start_time,
	duration: "260",
});
const calls = {
	calls: [
		call("CA801", "Sat, 06 Jun 2026 12:20:00 +0000", "outbound-api"),
		call("CA802", "Sun, 07 Jun 2026 15:30:00 +0000", "inbound"),
	],
	next_page_uri: null,
};
const own = ["deskford.example", "+1 800 555 0199"];
const firm = { own: ["DeskfordSupply"] };

describe("a weekend with three levels", () => {
	let told: Telling;
	beforeAll(async () => {
		const [profile] = fromX({ data: [post, answer], includes: { users: [ravi, desk] } }, firm).profiles;
		const readings = [fromHubSpot([contact, ticket]), fromGraphMail(mails, { own }), fromTwilio(calls, { own })];
		told = await tell(profile, readings, { ...firm, now: "2026-06-08T08:00:00Z" });
	});

	it("is with Ravi Teller of Larkspur Co-op", () => {
		expect(told.combined.unattached).toEqual([]);
		expect(told.resolution.decision).toBe("link");
		expect(told.lines[0]).toBe("# @ravi_teller is very probably Ravi Teller");
		expect(section(told.lines, "Who")).toContain("- Organization: Larkspur Co-op (record hubspot:640)");
	});

	it("counts his calls, mails and posts and the firm's", () => {
		expect(section(told.lines, "In touch")).toEqual(
			expect.arrayContaining([
				"- 1 call by the person, 2026-06-07 15:30 UTC; by others: 1 (record hubspot:640)",
				"- 2 emails by the person, 2026-06-05 21:45 UTC to 2026-06-06 08:30 UTC; by others: 3 (record hubspot:640)",
				"- 1 post on x by the person, 2026-06-05 21:40 UTC; by others: 1 (the handle)",
			]),
		);
	});

	it("shows who of the firm promised what, in turn", () => {
		expect(told.packet.answered.map(({ author, text }) => [author, text])).toEqual([
			["Deskford Office Supply", "@ravi_teller That will not do. A mail is on its way to you."],
			["Jo Pell", "Our depot looks for the legs tonight."],
			["Ana Reyes, team lead", "Found in Tulsa. A van leaves at noon."],
			["C. Voss, director", "I hear that all chairs stand. The freight is on us."],
		]);
	});

	it("is settled in two days, and nobody waits", () => {
		expect(section(told.lines, "Open issues")).toEqual(["None recorded."]);
		expect(section(told.lines, "Resolved issues").join()).toMatch(
			/^- Order 99014: chairs without legs \(99014\): closed 2026-06-07 19:00 UTC, after (?:45 hours|1 day|2 days)/,
		);
		expect(section(told.lines, "Not answered")).toEqual([]);
		expect(told.packet.due).toBeUndefined();
	});
});
