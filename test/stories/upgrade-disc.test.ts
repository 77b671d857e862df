import { beforeAll, describe, expect, it } from "vitest";
import { combine, fromFreshdesk, fromGmail } from "../../src/crm.js";
import { fromX } from "../../src/platforms.js";
import { gmail, section, type Telling, tell } from "./telling.js";

/** Dorothea Quill waits for the upgrade disc of her new computer. Three weeks of mails bring nothing, one post does. */
const dori = {
	id: "1800000000000000101",
	username: "doriquill",
	name: "Dori Quill",
	location: "Duluth, MN",
	description: "Letterpress and loons",
	url: "https://t.co/qp",
	entities: { url: { urls: [{ url: "https://t.co/qp", expanded_url: "https://quillpress.example" }] } },
};
const desk = {
	id: "1800000000000000900",
	username: "NorthpeakPC",
	name: "Northpeak Computers",
	verified_type: "business",
};
const post = {
	id: "501",
	text: "@NorthpeakPC three weeks, two mails, no upgrade disc and no answer. Is anybody there?",
	author_id: dori.id,
	conversation_id: "501",
	in_reply_to_user_id: desk.id,
	created_at: "2026-10-26T17:20:00.000Z",
};
const answer = {
	id: "502",
	text: "@doriquill Sorry! Your disc leaves today by courier. Kit",
	author_id: desk.id,
	conversation_id: "501",
	in_reply_to_user_id: dori.id,
	referenced_tweets: [{ type: "replied_to", id: "501" }],
	created_at: "2026-10-26T18:02:00.000Z",
};
const contact = {
	id: 204,
	active: true,
	name: "Dorothea Quill",
	email: "dorothea@quillpress.example",
	phone: "218 555 0142",
	mobile: null,
	twitter_id: null,
	address: "Duluth, MN",
	tags: ["customer"],
	updated_at: "2026-10-05T15:00:00Z",
};
const ticket = {
	id: 88213,
	requester_id: 204,
	source: 2,
	status: 2,
	subject: "Upgrade disc for my Tern 14",
	description_text: "The box says the upgrade disc follows by mail. When?",
	created_at: "2026-10-05T15:00:00Z",
};
const second = gmail(
	"19a2",
	"19a2",
	"2026-10-15T09:30:00Z",
	"Dorothea Quill <dorothea@quillpress.example>",
	"support@northpeak.example",
	"Still no disc",
	"I wrote ten days ago, ticket 88213. Where is the disc?",
);
const own = ["northpeak.example"];
const firm = { own: ["NorthpeakPC"] };
const readings = (more: object = {}) => [fromFreshdesk([contact, { ...ticket, ...more }]), fromGmail(second, { own })];

describe("the upgrade disc, when the post comes", () => {
	let told: Telling;
	beforeAll(async () => {
		const { profiles } = fromX({ data: [post], includes: { users: [dori, desk] } }, firm);
		told = await tell(profiles[0], readings(), { ...firm, now: "2026-10-26T17:30:00Z" });
	});

	it("is Dorothea Quill's, by the nickname, the town and the site at which she has her mail", () => {
		expect(told.resolution.decision).toBe("link");
		expect(told.dossier.link?.recordId).toBe("freshdesk:204");
		expect(told.lines[0]).toBe("# @doriquill is very probably Dorothea Quill");
	});

	it("is open since the first mail, of which the second is part", () => {
		expect(section(told.lines, "Open issues")).toEqual([
			"- Upgrade disc for my Tern 14 (88213): open since 2026-10-05 15:00 UTC; 2 contacts. Last word: the person, Dorothea Quill, 2026-10-15 09:30 UTC. Not answered: 2. (record freshdesk:204)",
		]);
	});

	it("has three words of hers that nobody answered", () => {
		const quoted = section(told.lines, "Not answered").filter((line) => line.startsWith("  >"));
		expect(quoted).toEqual([
			"  > @NorthpeakPC three weeks, two mails, no upgrade disc and no answer. Is anybody there?",
			"  > I wrote ten days ago, ticket 88213. Where is the disc?",
			"  > The box says the upgrade disc follows by mail. When?",
		]);
	});

	it("is to be answered before the day is over", () => {
		expect(told.packet.due).toMatchObject({ at: "2026-10-26T23:59:59+00:00", since: "2026-10-26T17:20:00.000Z" });
		expect(told.packet.answered).toEqual([]);
	});

	it("leaves nothing without an owner", () => expect(combine(readings()).unattached).toEqual([]));
});

describe("the upgrade disc, when it is sent", () => {
	let told: Telling;
	beforeAll(async () => {
		const { profiles } = fromX({ data: [post, answer], includes: { users: [dori, desk] } }, firm);
		const solved = { status: 4, stats: { resolved_at: "2026-10-26T18:05:00Z" } };
		told = await tell(profiles[0], readings(solved), { ...firm, now: "2026-10-27T09:00:00Z" });
	});

	it("is no open issue any more, and took three weeks", () => {
		expect(section(told.lines, "Open issues")).toEqual(["None recorded."]);
		expect(section(told.lines, "Resolved issues").join()).toMatch(
			/^- Upgrade disc for my Tern 14 \(88213\): resolved 2026-10-26 18:05 UTC, after 21 days/,
		);
	});

	it("has the promise of a courier for whoever asks next, and nothing left to answer", () => {
		expect(told.packet.answered).toMatchObject([
			{ channel: "post", platform: "x", text: "@doriquill Sorry! Your disc leaves today by courier. Kit" },
		]);
		expect(section(told.lines, "Not answered")).toEqual([]);
		expect(told.packet.due).toBeUndefined();
	});
});
