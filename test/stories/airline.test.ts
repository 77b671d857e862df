import { beforeAll, describe, expect, it } from "vitest";
import { fromGmail, fromIntercom, fromTwilio } from "../../src/crm.js";
import { fromX } from "../../src/platforms.js";
import { gmail, section, type Telling, tell } from "./telling.js";

/** An airline that answered the first post, lost the mail it had asked for, and rang without having read either. */
const nell = {
	id: "1800000000000000808",
	username: "nellvasquez",
	name: "Nell Vasquez",
	location: "Tucson",
	description: "Cellist on the road",
	url: "https://t.co/nv",
	entities: { url: { urls: [{ url: "https://t.co/nv", expanded_url: "https://nellvasquez.example" }] } },
};
const desk = { id: "1800000000000000908", username: "SkylarkAir", name: "Skylark Air", verified_type: "business" };
const say = (id: string, at: string, text: string, more: object = {}) => ({
	id,
	text,
	author_id: nell.id,
	conversation_id: "1201",
	in_reply_to_user_id: desk.id,
	created_at: at,
	...more,
});
const words = {
	first: "@SkylarkAir my cello has a seat of its own on the booking and you put it in the hold. Neck broken.",
	mail: "Booking QX7P2L. The cello had seat 14B, paid for.\n\nAt the gate it was taken from me; the neck is broken.\nThe luthier says 2,300 dollars. Photos are attached.",
	last: "@SkylarkAir you just rang to ask what my complaint is. Did anybody read the mail you asked for?",
	chat: "Is there a form for damage in the cabin?",
};
const posts = [
	say("1201", "2026-03-03T18:00:00.000Z", words.first),
	say(
		"1202",
		"2026-03-03T18:25:00.000Z",
		"@nellvasquez So sorry! Please mail us the details at care@skylark.example.",
		{
			author_id: desk.id,
			in_reply_to_user_id: nell.id,
			referenced_tweets: [{ type: "replied_to", id: "1201" }],
		},
	),
	say("1203", "2026-03-12T15:40:00.000Z", words.last, { conversation_id: "1203" }),
];
const contact = {
	type: "contact",
	id: "c808",
	role: "user",
	name: "Nell Vasquez",
	email: "nell@nellvasquez.example",
	phone: "+15205550188",
	updated_at: Date.parse("2026-02-01T00:00:00Z") / 1000,
	location: { type: "location", city: "Tucson", region: "Arizona", country: "United States" },
	social_profiles: { data: [] },
	tags: { data: [] },
};
const conversation = {
	type: "conversation",
	id: "1295",
	title: "Damage in the cabin",
	created_at: Date.parse("2026-03-03T17:30:00Z") / 1000,
	state: "open",
	source: {
		type: "conversation",
		id: "3",
		body: `<p>${words.chat}</p>`,
		author: { type: "user", id: "c808", name: "Nell Vasquez", email: "nell@nellvasquez.example" },
	},
	contacts: { type: "contact.list", contacts: [{ type: "contact", id: "c808" }] },
	conversation_parts: { type: "conversation_part.list", conversation_parts: [] },
};
const mail = gmail(
	"19f8",
	"19f8",
	"2026-03-03T19:10:00Z",
	"Nell Vasquez <nell@nellvasquez.example>",
	"care@skylark.example",
	"Broken cello, booking QX7P2L",
	words.mail,
);
const call = {
	sid: "CA808",
	parent_call_sid: null,
	from: "+18005550199",
	to: "+15205550188",
	direction: "outbound-api",
	start_time: "Thu, 12 Mar 2026 15:20:00 +0000",
	duration: "95",
};
const own = ["skylark.example", "+1 800 555 0199"];
const firm = { own: ["SkylarkAir"] };

describe("the broken cello", () => {
	let told: Telling;
	beforeAll(async () => {
		const [profile] = fromX({ data: posts, includes: { users: [nell, desk] } }, firm).profiles;
		const readings = [
			fromIntercom([contact, conversation]),
			fromGmail({ messages: [mail] }, { own }),
			fromTwilio({ calls: [call], next_page_uri: null }, { own }),
		];
		told = await tell(profile, readings, { ...firm, now: "2026-03-12T16:00:00Z" });
	});

	it("is Nell Vasquez's", () => {
		expect(told.combined.unattached).toEqual([]);
		expect(told.resolution.decision).toBe("link");
		expect(told.lines[0]).toBe("# @nellvasquez is very probably Nell Vasquez");
	});

	it("hands on every word of hers, as she wrote it and in turn", () => {
		expect(told.packet.said.map(({ channel, at, text }) => [channel, at?.slice(0, 16), text])).toEqual([
			["chat", "2026-03-03T17:30", words.chat],
			["post", "2026-03-03T18:00", words.first],
			["email", "2026-03-03T19:10", words.mail],
			["post", "2026-03-12T15:40", words.last],
		]);
		for (const line of Object.values(words).flatMap((text) => text.split("\n")))
			expect(told.packetText).toContain(`> ${line}`.trimEnd());
	});

	it("hands on what the firm asked of her", () => {
		expect(told.packet.answered.map(({ text }) => text)).toEqual([posts[1]?.text]);
	});

	it("tells that the first post was answered, and that mail and chat never were", () => {
		const waiting = told.dossier.issues.unanswered.map(({ text }) => text);
		expect(waiting).toEqual([words.last, words.mail, words.chat]);
	});

	it("tells that the firm has rung once, and when", () => {
		expect(section(told.lines, "In touch")).toContain("- 0 calls by the person; by others: 1 (record intercom:c808)");
		expect(section(told.lines, "Timeline").find((line) => line.includes("call"))).toMatch(
			/^- 2026-03-12 15:20 UTC, call, the firm/,
		);
	});

	it("is open, and an answer is due today", () => {
		expect(section(told.lines, "Open issues").join()).toMatch(
			/^- Damage in the cabin.*: open since 2026-03-03 17:30 UTC; 1 contact\./,
		);
		expect(told.packet.due?.at).toBe("2026-03-12T23:59:59+00:00");
	});
});
