import { describe, expect, it } from "vitest";
import { fromCsv } from "../../src/crm/csv.js";

const lines = (...rows: string[]): string => rows.join("\r\n");

describe("records of a table", () => {
	it("reads an export of HubSpot under its own ids", () => {
		const text = lines(
			"Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Lifecycle Stage,Unsubscribed from all email,Twitter Username,Create Date",
			'51,Ana,Costa,"ana@example.com;a.costa@example.org",(617) 555-0100,617.555.0142,Customer,false,@anacosta,2026-01-02 10:00',
		);
		const { records, interactions, warnings } = fromCsv(text, { source: "hubspot" });
		expect([interactions, warnings]).toEqual([[], []]);
		expect(records).toMatchObject([
			{
				id: "hubspot:51",
				source: "hubspot",
				names: [{ given: "Ana", family: "Costa" }],
				emails: [
					{ value: "ana@example.com", source: "hubspot:Email", mayContact: true },
					{ value: "a.costa@example.org" },
				],
				phones: [
					{ value: "(617) 555-0100", source: "hubspot:Phone Number" },
					{ value: "617.555.0142", label: "mobile" },
				],
				handles: [{ platform: "x", handle: "anacosta" }],
				status: "customer",
				consent: { doNotEmail: false },
			},
		]);
	});

	it("reads an export that has been through a spreadsheet: reports what is lost and guesses nothing", () => {
		const text = `\ufeff${lines(
			"Contact ID;Full Name;E-Mail;Phone;Twitter;Do Not Email;Created",
			"A1;COSTA, Ana;ANA@EXAMPLE.COM;5.03556E+09;https://x.com/AnaCosta?s=20;FALSE;02/03/2021",
			"A2;Bo Keller;bo@example.org;'+16175550100;n/a;TRUE;2019-11-20",
			'A3;"Okafor; Chidi";chidi@example.net;020 7946 0018;@chidi_o ;;01.10.2026',
		)}`;
		const { records, warnings } = fromCsv(text);
		expect(records).toMatchObject([
			{ id: "csv:A1", names: [{ full: "COSTA, Ana" }], phones: [], handles: [{ platform: "x", handle: "AnaCosta" }] },
			{
				id: "csv:A2",
				phones: [{ value: "+16175550100" }],
				handles: [],
				consent: { doNotEmail: true },
				emails: [{ mayContact: false }],
			},
			{ id: "csv:A3", names: [{ full: "Okafor, Chidi" }], handles: [{ handle: "chidi_o" }], consent: {} },
		]);
		expect(warnings).toEqual([
			{
				code: "SHAPE",
				path: "row.1.phones.0.value",
				reason: "A spreadsheet has rounded this number. Export the column as text.",
			},
		]);
	});

	it("reads Google Contacts: labels beside values, several values in a cell, handles in notes", () => {
		const text = lines(
			"First Name,Last Name,Phonetic First Name,Nickname,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Value,Address 1 - City",
			'Ana,Costa,,Nita,Cedar Labs,Engineer,--03-07,"Tweets as @AnaCosta,\nprefers DM",* myContacts ::: Customers,* Home,ana@example.com ::: ana@example.org,Mobile,617.555.0142,https://social.example/@ana,Boston',
			"遥,青木,ハルカ,,,,,,* myContacts,,haruka@example.net,,,,",
		);
		const { records, warnings } = fromCsv(text, { source: "google" });
		expect(warnings).toEqual([]);
		expect(records).toMatchObject([
			{
				id: "google:row-1",
				names: [{ given: "Ana", family: "Costa", nickname: "Nita" }],
				organization: "Cedar Labs",
				title: "Engineer",
				emails: [
					{ value: "ana@example.com", label: "Home" },
					{ value: "ana@example.org", label: "Home" },
				],
				phones: [{ value: "617.555.0142", label: "Mobile" }],
				links: ["https://social.example/@ana"],
				addresses: [{ city: "Boston" }],
				handles: [{ handle: "AnaCosta", grade: "mentioned", source: "google:notes" }],
				status: "customer",
			},
			{ id: "google:row-2", names: [{ given: "遥", family: "青木" }], emails: [{ value: "haruka@example.net" }] },
		]);
	});

	it("writes ids of Salesforce in full, as its reader does", () => {
		const text = "Contact ID,Full Name\n003Dm00000MaRiS,Ana Costa\n003Dm00000MaRiSIAV,Ana Costa";
		const ids = fromCsv(text, { source: "salesforce" }).records.map(({ id }) => id);
		expect(ids).toEqual(["salesforce:003Dm00000MaRiSIAV", "salesforce:003Dm00000MaRiSIAV"]);
	});

	it("counts consent that it cannot read as refused", () => {
		const { records, warnings } = fromCsv("Id,Email,Do Not Call\n1,ana@example.com,perhaps");
		expect(records).toMatchObject([{ consent: { doNotCall: true } }]);
		expect(warnings).toMatchObject([{ path: "row.1.consent.doNotCall" }]);
	});

	it("leaves out a row that has slipped, and goes on", () => {
		const { records, warnings } = fromCsv("Id,Name,City\n1,Ana,Boston, MA\n2,Bo,Berlin,\n3,Cy");
		expect(records.map(({ id }) => id)).toEqual(["csv:2", "csv:3"]);
		expect(warnings).toMatchObject([{ path: "row.1" }]);
	});

	it("does not trip over columns named like keys of the library", () => {
		const text = "id,name,source,kind,consent,interactions,attributes,__proto__\n1,Ana Costa,Web,VIP,yes,12,red,x";
		const { records, warnings } = fromCsv(text);
		expect(warnings).toEqual([]);
		expect(records).toMatchObject([{ id: "csv:1", source: "csv", kind: "person", consent: {}, interactions: [] }]);
	});

	it("says when a quotation mark is never closed", () => {
		expect(fromCsv('Id,Name\n1,"Ana\n2,Bo').warnings).toMatchObject([
			{ reason: expect.stringContaining("never closed") },
		]);
	});
});

describe("a log of calls", () => {
	const header = "call_id,started_at,direction,dialled,ani,cnam,agent,disposition,notes,resolved";

	it("gives each call to the number that is not the firm's, and no name of the carrier's", () => {
		const text = lines(
			header,
			'0001,2026-03-02 08:02,IN,1-800-555-0199,617-555-0142,COSTA ANA,kim,answered,"Meter reads zero, ""urgent"".",N',
			"0002,2026-03-02 08:58,IN,1-800-555-0199,(617) 555-0100 x214,CEDAR LABS,,abandoned,,",
			"0003,09/15/2026 02:00 AM,IN,1-800-555-0199,Anonymous,,kim,answered,,Y",
			"0004,2026-03-03 10:44,OUT,+44 (0)20 7946 0018,1-800-555-0199,,kim,answered,Quote call,Y",
		);
		const { interactions, records, warnings } = fromCsv(text, { utcOffset: "-05:00", source: "pbx" });
		expect([records, warnings]).toEqual([[], []]);
		expect(interactions).toMatchObject([
			{
				party: { phone: "617-555-0142" },
				interaction: {
					id: "pbx:call:0001",
					direction: "inbound",
					at: "2026-03-02T13:02:00.000Z",
					text: 'Meter reads zero, "urgent".',
					state: "open",
				},
			},
			{ party: { phone: "(617) 555-0100 x214" }, interaction: { direction: "inbound" } },
			{ party: {}, interaction: { at: "2026-09-15T07:00:00.000Z", state: "resolved" } },
			{ party: { phone: "+44 (0)20 7946 0018" }, interaction: { direction: "outbound", author: "kim" } },
		]);
		expect(interactions[2]?.party).toEqual({});
		expect(interactions[1]?.interaction).not.toHaveProperty("state");
		expect(JSON.stringify(interactions)).not.toContain("COSTA ANA");
	});

	it("does not guess whether day or month comes first, and can be told", () => {
		const text = "Date,From,To\n02/03/2026 10:00,617-555-0142,1-800-555-0199";
		const { interactions, warnings } = fromCsv(text);
		expect(interactions[0]?.interaction).not.toHaveProperty("at");
		expect(warnings).toEqual([
			{ code: "SHAPE", path: "row.1.time", reason: "Day or month first? Say which with `dayFirst`." },
		]);
		expect(fromCsv(text, { dayFirst: true }).interactions[0]?.interaction.at).toBe("2026-03-02T10:00:00.000Z");
	});

	it("reads a log that has only the number of the other side", () => {
		const text = "Date;Direction;Number;Ticket\n2026-03-02 10:00;Outgoing;617-555-0142;T-4711";
		expect(fromCsv(text).interactions).toMatchObject([
			{
				party: { phone: "617-555-0142" },
				interaction: { id: "csv:call:row-1", direction: "outbound", references: ["T-4711"] },
			},
		]);
	});
});
