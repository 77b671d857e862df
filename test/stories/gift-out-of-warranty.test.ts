import { beforeAll, describe, expect, it } from "vitest";
import { fromAmazonConnect, fromZendesk } from "../../src/crm.js";
import { fromInstagram } from "../../src/platforms.js";
import { section, type Telling, tell } from "./telling.js";

/** A coffee mill, a gift and out of warranty, replaced after two follow-ups by telephone. */
const ibby = {
	id: "6400000000000601",
	username: "ibby.bakes",
	name: "Isabeau Lindqvist",
	biography: "Bread before eight. isabeau@lindqvist.example",
	website: "https://lindqvist.example",
	media_count: 212,
};
const shop = { id: "17841400000600900", username: "graingate" };
const message = (id: string, at: string, from: typeof shop, to: typeof shop, text: string) => ({
	id,
	created_time: at,
	from,
	to: { data: [to] },
	message: text,
});
const account = { id: ibby.id, username: ibby.username };
const conversation = {
	id: "t_601",
	participants: { data: [account, shop] },
	messages: {
		data: [
			message("m_602", "2026-02-10T09:00:00+0000", shop, account, "We will ask what can be done."),
			message("m_601", "2026-02-10T08:12:00+0000", account, shop, "My mill was a gift and died in month 13. Any hope?"),
		],
	},
};
const user = {
	id: 61,
	name: "Isabeau Lindqvist",
	email: "isabeau@lindqvist.example",
	phone: "+12065550161",
	shared_phone_number: false,
	role: "end-user",
	verified: true,
	active: true,
	suspended: false,
	tags: ["customer"],
	notes: "",
	updated_at: "2026-02-10T10:00:00Z",
};
const agent = { id: 900, name: "Theo Marsh", email: "theo@graingate.example", role: "agent", active: true };
const comment = (id: number, author_id: number, created_at: string, body: string, isPublic = true) => ({
	id,
	author_id,
	body,
	public: isPublic,
	via: { channel: "web", source: {} },
	created_at,
});
const ticket = (status: string) => ({
	id: 30417,
	subject: "Mill stopped, gift, no warranty",
	description: "The mill that I was given stopped in its 13th month.",
	status,
	requester_id: 61,
	submitter_id: 61,
	assignee_id: 900,
	via: { channel: "email", source: { from: { address: "isabeau@lindqvist.example" }, to: {}, rel: null } },
	created_at: "2026-02-10T08:30:00Z",
	comments: [
		comment(6101, 900, "2026-02-12T10:00:00Z", "No receipt. Ask Lotte whether goodwill covers it.", false),
		...(status === "solved"
			? [comment(6102, 900, "2026-02-20T15:00:00Z", "A new mill is on its way, no charge.")]
			: []),
	],
	...(status === "solved" ? { metric_set: { solved_at: "2026-02-20T15:05:00Z" } } : {}),
});
const call = (Id: string, at: string) => ({
	Id,
	InitiationMethod: "INBOUND",
	Channel: "VOICE",
	InitiationTimestamp: at,
	CustomerEndpoint: { Type: "TELEPHONE_NUMBER", Address: "+12065550161" },
	SystemEndpoint: { Type: "TELEPHONE_NUMBER", Address: "+18005550199" },
	Attributes: { ticket_number: "30417" },
});
const calls = { Contacts: [call("c-601", "2026-02-14T17:00:00.000Z"), call("c-602", "2026-02-19T17:30:00.000Z")] };
const ask = (status: string, now: string): Promise<Telling> => {
	const [profile] = fromInstagram([ibby, { data: [conversation] }], { own: [shop.id] }).profiles;
	const readings = [fromZendesk({ users: [user, agent], tickets: [ticket(status)] }), fromAmazonConnect(calls)];
	return tell(profile, readings, { own: [shop.username], now });
};

describe("the mill, after the second call", () => {
	let told: Telling;
	beforeAll(async () => {
		told = await ask("open", "2026-02-19T18:00:00Z");
	});

	it("is Isabeau Lindqvist's", () => {
		expect(told.combined.unattached).toEqual([]);
		expect(told.resolution.decision).toBe("link");
		expect(told.lines[0]).toBe("# @ibby.bakes is very probably Isabeau Lindqvist");
	});

	it("is open since the mail, and she has called twice about it", () => {
		expect(section(told.lines, "Open issues").join()).toMatch(
			/^- Mill stopped, gift, no warranty \(30417\): open since 2026-02-10 08:30 UTC; 3 contacts\. Last word: the person, 2026-02-19 17:30 UTC\. Not answered: 3\./,
		);
		expect(section(told.lines, "In touch")).toContain(
			"- 2 calls by the person, 2026-02-14 17:00 UTC to 2026-02-19 17:30 UTC (record zendesk:61)",
		);
	});

	it("tells the next one what colleagues wait for, and what was said in private", () => {
		expect(told.packet.notes.map(({ text }) => text)).toEqual(["No receipt. Ask Lotte whether goodwill covers it."]);
		expect(told.packet.answered.map(({ channel, text }) => [channel, text])).toEqual([
			["dm", "We will ask what can be done."],
		]);
		expect(told.packet.due?.since).toBe("2026-02-19T17:30:00.000Z");
	});
});

it("the mill, when it is replaced: settled after ten days, and nobody waits", async () => {
	const told = await ask("solved", "2026-02-21T09:00:00Z");
	expect(section(told.lines, "Open issues")).toEqual(["None recorded."]);
	expect(section(told.lines, "Resolved issues").join()).toMatch(
		/^- Mill stopped, gift, no warranty \(30417\): resolved 2026-02-20 15:05 UTC, after 10 days/,
	);
	expect(section(told.lines, "Not answered")).toEqual([]);
	expect(told.packet.answered.at(-1)?.text).toBe("A new mill is on its way, no charge.");
});
