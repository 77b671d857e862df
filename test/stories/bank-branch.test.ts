import { beforeAll, describe, expect, it } from "vitest";
import { fromCsv } from "../../src/crm.js";
import { fromX } from "../../src/platforms.js";
import { section, type Telling, tell } from "./telling.js";

/** A branch that refused a cheque, of two customers of one name; the answer in public names a contact in that branch. */
const customer = {
	id: "1800000000000000707",
	username: "cosimo_b",
	name: "Cosimo Brightwell",
	description: "Joiner. Opinions mine, splinters too.",
};
const desk = { id: "1800000000000000907", username: "FennmoorBank", name: "Fennmoor Bank", verified_type: "business" };
const post = {
	id: "1101",
	text: "@FennmoorBank your Mill Street branch refused my own cheque. Twenty years a customer!",
	author_id: customer.id,
	conversation_id: "1101",
	in_reply_to_user_id: desk.id,
	created_at: "2026-07-07T11:05:00.000Z",
};
const answer = {
	id: "1102",
	text: "@cosimo_b Sorry to hear. Please ask for Priya Nair at Mill Street, she knows and has time for you today.",
	author_id: desk.id,
	conversation_id: "1101",
	in_reply_to_user_id: customer.id,
	referenced_tweets: [{ type: "replied_to", id: "1101" }],
	created_at: "2026-07-07T11:30:00.000Z",
};
const records = [
	"Record ID,First Name,Last Name,Email,Mobile Phone Number,City,Contact Type",
	"7101,Cosimo,Brightwell,cosimo@brightwell.example,(207) 555-0171,Bangor,Customer",
	"7102,Cosimo,Brightwell,c.brightwell@example.net,(207) 555-0172,Augusta,Customer",
].join("\n");
const log = [
	"Call ID,Start,From,To,Direction,Agent,Notes,Resolved,Case",
	'K-1,2026-07-07 10:40,+1 207 555 0171,+1 800 555 0198,inbound,Lou,"Cheque 1009 refused at Mill Street, wants to know why.",No,CH-5530',
].join("\n");
const customers = fromCsv(records, { source: "branches", defaultCountry: "US" });
const calls = fromCsv(log, {
	source: "calls",
	defaultCountry: "US",
	own: ["+1 800 555 0198"],
	utcOffset: "-04:00",
});
const own = ["FennmoorBank"];
const when = { own, now: "2026-07-07T16:00:00Z" };
const [profile] = fromX({ data: [post, answer], includes: { users: [customer, desk] } }, { own }).profiles;

describe("the refused cheque, where the calls are not at hand", () => {
	let told: Telling;
	beforeAll(async () => {
		told = await tell(profile, [customers], when);
	});

	it("is for a person to look at, since two customers bear the name", () => {
		const first = told.resolution.links.slice(0, 2).map(({ recordId }) => recordId);
		expect(told.resolution.decision).toBe("review");
		expect(first.sort()).toEqual(["branches:7101", "branches:7102"]);
	});

	it("discloses no number and no address of either", () => {
		const all = `${told.lines.join("\n")}\n${told.packetText}`;
		expect(all).not.toMatch(/brightwell\.example|example\.net|555|Bangor|Augusta/);
		expect(told.lines).toContain("- What a record may hold is not shown: name the record to see it.");
	});

	it("shows that he was answered, and with whom to ask for in the branch", () => {
		expect(told.packet.answered).toMatchObject([{ channel: "post", platform: "x", author: "Fennmoor Bank" }]);
		expect(told.packetText).toContain("Please ask for Priya Nair at Mill Street");
		expect(section(told.lines, "Not answered")).toEqual([]);
		expect(told.packet.due).toBeUndefined();
	});

	it("shows a record to Priya Nair, who has looked and names it", async () => {
		const hers = await tell(profile, [customers], { ...when, link: "branches:7101" });
		expect(hers.lines[0]).toBe("# @cosimo_b may be Cosimo Brightwell");
		expect(hers.packet.sure.says).toMatch(/^Chosen by a colleague, with \d/);
		expect(section(hers.lines, "Contact").join()).toContain("(207) 555-0171");
	});
});

describe("the refused cheque, with the calls of that morning", () => {
	let told: Telling;
	beforeAll(async () => {
		told = await tell(profile, [customers, calls], when);
	});

	it("is that of the one who rang about it", () => {
		expect(told.combined.unattached).toEqual([]);
		expect(told.resolution.decision).toBe("link");
		expect(told.dossier.link?.recordId).toBe("branches:7101");
		expect(told.packet.why).toContain("The rare words stand on the profile and in the interaction on the record");
	});

	it("is open since the call, which the answer in public has not settled", () => {
		expect(section(told.lines, "Open issues")).toEqual([
			"- Without a subject (CH-5530): open since 2026-07-07 14:40 UTC; 1 contact. Last word: the person, 2026-07-07 14:40 UTC. Not answered: 1. (record branches:7101)",
		]);
		expect(section(told.lines, "Not answered").at(-1)).toBe(
			"  > Cheque 1009 refused at Mill Street, wants to know why.",
		);
	});
});
