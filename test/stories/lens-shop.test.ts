import { beforeAll, describe, expect, it } from "vitest";
import { fromHubSpot } from "../../src/crm.js";
import { fromX } from "../../src/platforms.js";
import { section, type Telling, tell } from "./telling.js";

/** An online shop for lenses: the account shows no name, the mail address with which it signed in is that of an order. */
const account = {
	id: "1800000000000000202",
	username: "nightjar_77",
	name: "nightjar",
	description: "birds, mostly at dusk",
};
const desk = { id: "1800000000000000901", username: "ClearwellLens", name: "Clearwell Lenses" };
const post = {
	id: "601",
	text: "@ClearwellLens the left lens is torn. Second box in a row.",
	author_id: account.id,
	conversation_id: "601",
	in_reply_to_user_id: desk.id,
	created_at: "2026-09-08T20:11:00.000Z",
};
const contact = {
	id: "5102",
	properties: {
		hs_object_id: "5102",
		firstname: "Tamsin",
		lastname: "Okereke",
		email: "t.okereke@example.org",
		phone: "503 555 0117",
		city: "Portland",
		lifecyclestage: "customer",
	},
	updatedAt: "2026-09-01T10:00:00.000Z",
	archived: false,
};
const about = { associations: { contacts: { results: [{ id: "5102", type: "ticket_to_contact" }] } } };
const ticket = {
	id: "7001",
	properties: {
		hs_object_id: "7001",
		subject: "Order CL-20931: left lens torn",
		content: "The left lens of order CL-20931 came torn. Please send another.",
		hs_pipeline: "0",
		hs_pipeline_stage: "1",
		hs_ticket_priority: null,
		source_type: "EMAIL",
		createdate: "2026-09-02T08:15:00.000Z",
	},
	archived: false,
	...about,
};
const readings = [fromHubSpot({ results: [contact, ticket] })];
const firm = { own: ["ClearwellLens"] };
const now = "2026-09-08T20:30:00Z";
const read = (user: object) => fromX({ data: [post], includes: { users: [user, desk] } }, firm).profiles[0];

describe("the order behind an account", () => {
	let told: Telling;
	beforeAll(async () => {
		told = await tell(read({ ...account, confirmed_email: "T.Okereke@example.org" }), readings, { ...firm, now });
	});

	it("is found by the address, though handle and name say nothing", () => {
		expect(told.resolution.decision).toBe("link");
		expect(told.lines[0]).toBe("# @nightjar_77 is very probably Tamsin Okereke");
		expect(told.dossier.link?.evidence[0]?.says).toMatch(/email address/);
		expect(section(told.lines, "Who")).toContain("- Relation: Recorded as a customer (record hubspot:5102).");
	});

	it("shows the complaint that waits since the first torn lens, with the order's number", () => {
		expect(section(told.lines, "Open issues").join()).toMatch(
			/^- Order CL-20931: left lens torn .*open since 2026-09-02 08:15 UTC; 1 contact\. Last word: the person/,
		);
		expect(told.packet.said.map(({ text }) => text)).toEqual([
			"The left lens of order CL-20931 came torn. Please send another.",
			"@ClearwellLens the left lens is torn. Second box in a row.",
		]);
	});

	it("shows a telephone number and a mail address to answer by, away from the public", () => {
		expect(told.packet.contacts.map(({ kind, value }) => [kind, value])).toEqual([
			["email", "t.okereke@example.org"],
			["phone", "503 555 0117"],
			["handle", "x:nightjar_77"],
			["address", "Portland"],
		]);
	});
});

it("without the address nobody is linked, and nothing of a record is shown", async () => {
	const told = await tell(read(account), readings, { ...firm, now });
	expect(told.resolution.decision).not.toBe("link");
	expect(told.lines[0]).toBe("# @nightjar_77 is not known");
	expect(told.lines.join("\n")).not.toMatch(/Okereke|CL-20931|0117/);
	expect(told.packet.said.map(({ text }) => text)).toEqual([post.text]);
});
