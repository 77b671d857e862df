import { describe, expect, it } from "vitest";
import { fromOracleService } from "../../src/crm.js";
import { fromFacebook } from "../../src/platforms.js";
import { section, tell } from "./telling.js";

/** A renewal of an antivirus that was charged twice, complained about on the firm's page. Two customers bear the name. */
const page = { id: "700900", name: "Palisade Antivirus" };
const marek = { id: "6400000000000301", name: "Marek Vondra" };
const complaint = {
	id: "700900_50_61",
	created_time: "2026-08-17T18:30:00+0000",
	from: marek,
	message: "Two weeks and nobody answers me. Do not buy here.",
	comment_count: 1,
	comments: {
		data: [
			{
				id: "700900_50_62",
				created_time: "2026-08-17T19:05:00+0000",
				from: page,
				message: "We are sorry, Marek. Please send us a message with the number of your case.",
			},
		],
	},
};
const message = (id: string, minute: string, from: typeof page, to: typeof page, text: string) => ({
	id,
	created_time: `2026-08-17T19:${minute}:00+0000`,
	from,
	to: { data: [to] },
	message: text,
});
const conversation = {
	id: "t_301",
	participants: { data: [marek, page] },
	messages: {
		data: [message("m_301", "20", marek, page, "It is 260803-000117, my mail is marek.vondra@example.com")],
	},
};

const value = (id: number, lookupName: string) => ({ id, lookupName });
const link = (path: string) => ({ rel: "canonical", href: `https://example.com/services/rest/connect/v1.4/${path}` });
const contact = (id: number, email: string, city: string) => ({
	id,
	lookupName: "Marek Vondra",
	updatedTime: "2026-08-03T07:00:00.000Z",
	name: { first: "Marek", last: "Vondra" },
	contactType: value(1, "Customer"),
	emails: { items: [{ address: email, addressType: value(0, "Email - Primary"), invalid: false }] },
	phones: { items: [{ number: `617-555-01${id}`, phoneType: value(1, "Mobile Phone") }] },
	address: { city },
	links: [link(`contacts/${id}`)],
});
const incident = {
	id: 90,
	lookupName: "260803-000117",
	referenceNumber: "260803-000117",
	subject: "Licence renewed twice",
	createdTime: "2026-08-03T06:40:00.000Z",
	channel: value(3, "Email"),
	primaryContact: value(31, "Marek Vondra"),
	statusWithType: { status: value(1, "Unresolved"), statusType: value(1, "Unresolved") },
	threads: {
		items: [
			{
				id: 1,
				displayOrder: 1,
				createdTime: "2026-08-03T06:40:00.000Z",
				entryType: value(3, "Customer"),
				channel: value(3, "Email"),
				text: "My card was charged 49.90 on Friday and again on Sunday.",
			},
			{
				id: 2,
				displayOrder: 2,
				createdTime: "2026-08-04T11:00:00.000Z",
				entryType: value(1, "Note"),
				account: value(5, "P. Imre"),
				text: "Billing must refund the second one.",
			},
		],
	},
	links: [link("incidents/90")],
};
const readings = [
	fromOracleService({
		items: [contact(31, "marek.vondra@example.com", "Brno"), contact(32, "mv@example.net", "Chicago"), incident],
	}),
];
const firm = { own: ["700900"] };

describe("the complaint on the page", () => {
	it("is for a person to look at: two customers bear the name, and neither's data is shown", async () => {
		const [profile] = fromFacebook({ data: [complaint] }, firm).profiles;
		const told = await tell(profile, readings, { ...firm, now: "2026-08-17T19:10:00Z" });
		expect(told.resolution.decision).toBe("review");
		const first = told.resolution.links.slice(0, 2).map(({ recordId }) => recordId);
		expect(first.sort()).toEqual(["oracle-service:31", "oracle-service:32"]);
		expect(told.lines.join("\n")).not.toMatch(/example\.com|260803|charged/);
		expect(section(told.lines, "Not known")).toContain(
			"- Who this is is not known; what follows is only what the handle itself said.",
		);
		expect(told.packet.said.map(({ text }) => text)).toEqual([complaint.message]);
		expect(told.packet.answered.map(({ text }) => text)).toEqual([
			"We are sorry, Marek. Please send us a message with the number of your case.",
		]);
	});

	it("is one customer's once he has told the number and the address in Messenger", async () => {
		const { profiles } = fromFacebook([{ data: [complaint] }, { data: [conversation] }], firm);
		expect(profiles).toHaveLength(1);
		const told = await tell(profiles[0], readings, { ...firm, now: "2026-08-17T19:30:00Z" });
		expect(told.resolution.decision).toBe("link");
		expect(told.dossier.link?.recordId).toBe("oracle-service:31");
		expect(section(told.lines, "Open issues").join()).toMatch(
			/^- Licence renewed twice \(260803-000117\): open since 2026-08-03 06:40 UTC; 2 contacts\. Last word: the person, Marek Vondra, 2026-08-17 19:20 UTC\./,
		);
		expect(told.packet.notes.map(({ text }) => text)).toEqual(["Billing must refund the second one."]);
		expect(told.packet.due?.since).toBe("2026-08-17T19:20:00.000Z");
	});
});
