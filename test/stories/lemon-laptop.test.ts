import { beforeAll, describe, expect, it } from "vitest";
import { fromGmail, fromSalesforce } from "../../src/crm.js";
import { fromX } from "../../src/platforms.js";
import { gmail, section, type Telling, tell } from "./telling.js";

/** A laptop that fails for the third time: six weeks of mails that nobody answers, then a loud post. */
const hale = {
	id: "1800000000000000505",
	username: "halestorm_pdx",
	name: "Wren Hale",
	location: "Portland, OR",
	description: "Loud about quiet keyboards",
};
const desk = { id: "1800000000000000905", username: "OrchardviewCare", name: "Orchardview Care" };
const post = {
	id: "901",
	text: "Third board, six weeks, five mails, zero answers. Case 00004711, @OrchardviewCare. This laptop is a lemon.",
	author_id: hale.id,
	conversation_id: "901",
	created_at: "2026-05-14T16:00:00.000Z",
	entities: { mentions: [{ username: "OrchardviewCare", id: desk.id }] },
};
const object = (type: string, Id: string, fields: object) => ({
	attributes: { type, url: `/services/data/v66.0/sobjects/${type}/${Id}` },
	Id,
	...fields,
});
const WREN = "003Dm00000WrEnHIAV";
const CASE = "500Dm00000LeMoNIAV";
const contact = object("Contact", WREN, {
	FirstName: "Wren",
	LastName: "Hale",
	Name: "Wren Hale",
	Email: "wren.hale@example.org",
	MobilePhone: "503.555.0151",
	MailingCity: "Portland",
	HasOptedOutOfEmail: false,
	DoNotCall: true,
	Account: { attributes: { type: "Account" }, Name: "Hale Household", Type: "Customer - Direct" },
});
const serviceCase = object("Case", CASE, {
	CaseNumber: "00004711",
	ContactId: WREN,
	Subject: "Mainboard dead again",
	Description: "The second board died after nine days.",
	Origin: "Email",
	IsClosed: false,
	CreatedDate: "2026-04-02T10:00:00.000+0000",
});
const wrote = (id: string, at: string, text: string) =>
	gmail(
		id,
		"19c1",
		at,
		"Wren Hale <wren.hale@example.org>",
		"care@orchardview.example",
		"Case 00004711: mainboard dead again",
		text,
	);
const mails = {
	messages: [
		wrote("19c1", "2026-04-09T08:00:00Z", "A week. Any news?"),
		wrote("19c2", "2026-04-17T08:00:00Z", "Two weeks. I work on a borrowed one."),
		wrote("19c3", "2026-04-28T08:00:00Z", "Do you read these?"),
		wrote("19c4", "2026-05-11T08:00:00Z", "I want my money back."),
	],
};
const firm = { own: ["OrchardviewCare"] };

describe("the lemon", () => {
	let told: Telling;
	beforeAll(async () => {
		const [profile] = fromX({ data: [post], includes: { users: [hale, desk] } }, firm).profiles;
		const readings = [fromSalesforce([contact, serviceCase]), fromGmail(mails, { own: ["orchardview.example"] })];
		told = await tell(profile, readings, { ...firm, now: "2026-05-14T17:00:00Z" });
	});

	it("is Wren Hale's, by name, town and the number of the case", () => {
		expect(told.resolution.decision).toBe("link");
		expect(told.dossier.link?.recordId).toBe(`salesforce:${WREN}`);
		expect(told.packet.why.join(" ")).toMatch(/number .* is the reference/);
	});

	it("is one issue, open for six weeks, with six contacts and no answer", () => {
		const issues = section(told.lines, "Open issues");
		expect(issues).toHaveLength(1);
		expect(issues[0]).toMatch(
			/^- Mainboard dead again \(00004711\): open since 2026-04-02 10:00 UTC; 6 contacts\. Last word: the person.*2026-05-14 16:00 UTC\. Not answered: 6\./,
		);
		expect(told.packet.answered).toEqual([]);
	});

	it("says all that was written in vain, oldest first", () => {
		expect(told.packet.said.map(({ text }) => text)).toEqual([
			"The second board died after nine days.",
			"A week. Any news?",
			"Two weeks. I work on a borrowed one.",
			"Do you read these?",
			"I want my money back.",
			post.text,
		]);
	});

	it("says that she must not be called", () => {
		expect(section(told.lines, "Contact")).toContain(`- Asked not to be called (record salesforce:${WREN}).`);
		expect(told.packetText).toMatch(/- Phone: 503\.555\.0151 Do not use\./);
	});
});
