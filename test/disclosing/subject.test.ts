import { describe, expect, it } from "vitest";
import { allowedBy } from "../../src/disclosing/policy.js";
import { subjectView } from "../../src/disclosing/subject.js";
import type { AssuranceLevel, Channel, Interaction, SocialProfile } from "../../src/types.js";
import { profileOf, recordOf } from "../samples.js";

const profile = profileOf({ platform: "x", id: "1888101" });
const record = recordOf({ id: "C-1042", status: "customer" });
const bare = { channel: "dm", platform: "x", accountId: "1888101" } as const;
const said = { ...bare, direction: "inbound", text: "Hello." } as const;

function heard(event: Interaction, level: AssuranceLevel = "verified", holder = profile, isPrivate = true) {
	const person = { records: [record, { ...record, id: "C-2", interactions: [event] }], level };
	return subjectView(person, { profile: holder, allows: allowedBy(), isPrivate });
}

describe("what whoever holds the handle hears", () => {
	const toAnybody = {
		audience: "subject",
		says: "Thank you for writing. We can only speak about an account where we know who we are talking to. Please sign in to our site or write to us there.",
		own: [],
		cases: [],
	};
	it("without a proof: what everybody hears", () => {
		expect(heard(said, "claimed")).toStrictEqual(toAnybody);
		expect(subjectView(undefined, { profile, allows: allowedBy(), isPrivate: true })).toStrictEqual(toAnybody);
	});

	it.each<[AssuranceLevel, boolean, string]>([
		["corroborated", true, "What we have on record of the messages from this account."],
		["verified", false, "What we have on record of the messages from this account."],
		["verified", true, "What we have on record of your messages, cases and orders."],
	])("at %s, in private: %s", (level, isPrivate, says) => {
		expect(heard({ channel: "order" }, level, profile, isPrivate)).toStrictEqual({
			audience: "subject",
			says,
			own: [],
			cases: says.includes("orders") ? [{ channel: "order", references: [] }] : [],
		});
	});

	it.each<[string, Interaction, SocialProfile, number]>([
		["said by this account", said, profile, 1],
		["answered to this account", { ...said, direction: "outbound" }, profile, 1],
		["noted by a colleague", { ...said, direction: "internal" }, profile, 0],
		["said by another account", { ...said, accountId: "666" }, profile, 0],
		["said by the account of this number on another network", { ...said, platform: "github" }, profile, 0],
		["said by nobody knows whom", { channel: "dm", platform: "x", direction: "inbound" }, profile, 0],
		[
			"said by nobody knows whom, to a profile without an id",
			{ channel: "dm", platform: "x", direction: "inbound" },
			(({ id, ...rest }) => rest)(profile),
			0,
		],
	])("as its own, what was %s", (_, event, holder, count) => {
		expect(heard(event, "verified", holder).own).toHaveLength(count);
	});

	it.each<[string, Interaction, object]>([
		["a bare one", bare, { channel: "dm", references: [] }],
		[
			"all that there is",
			{
				...said,
				id: "i-1",
				at: "2026-11-20",
				topic: "Card 4111 1111 1111 1111",
				text: "SSN 078-05-1120",
				references: ["T-1", "4111111111111111"],
				state: "resolved",
				resolvedAt: "2026-11-21",
				author: "agent-7",
				source: "crm",
			},
			{
				channel: "dm",
				at: "2026-11-20",
				topic: "Card [card number removed]",
				text: "SSN [number removed]",
				references: ["T-1", "[card number removed]"],
				state: "resolved",
				resolvedAt: "2026-11-21",
			},
		],
		["one without words", { ...bare, direction: "inbound" }, { channel: "dm", references: [] }],
		["not the words of the firm", { ...said, direction: "outbound" }, { channel: "dm", references: [] }],
	])("of its own: %s", (_, event, own) => {
		expect(heard(event).own).toStrictEqual([own]);
	});

	it.each<[Channel, Partial<Interaction>, object[]]>([
		...(["ticket", "order", "call", "chat", "email"] as const).map(
			(channel): [Channel, Partial<Interaction>, object[]] => [channel, {}, [{ channel, references: [] }]],
		),
		["dm", {}, []],
		["ticket", { direction: "internal" }, []],
		["chat", said, []],
		[
			"ticket",
			{ direction: "inbound", text: "Angry.", topic: "Disc" },
			[{ channel: "ticket", topic: "Disc", references: [] }],
		],
	])("as a case: %s %j", (channel, more, cases) => {
		expect(heard({ ...more, channel }).cases).toStrictEqual(cases);
	});
});
