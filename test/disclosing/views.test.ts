import { describe, expect, it } from "vitest";
import { type Alert, type CrmRecordInput, createResolver, type Resolution, SameAsError } from "../../src/index.js";
import { hmacSha256 } from "../../src/text/hash.js";
import { type DiscloseOptions, type DisclosurePolicy, disclose, reveal } from "../../src/trust.js";

const key = "an invented key for tests, 32 letters and more";
const hash = hmacSha256(key);
const now = Date.UTC(2026, 10, 25);
const todd: CrmRecordInput = {
	id: "C-1042",
	name: "Todd Defren",
	email: "todd@example.com",
	addresses: [{ city: "Boston" }, { city: "Boston", country: "US" }, { text: "12 Elm Street" }],
	interactions: [
		{
			channel: "chat",
			direction: "inbound",
			platform: "x",
			accountId: "1888101",
			authenticated: true,
			at: "2026-11-20",
		},
	],
};
const account = { platform: "x", id: "1888101", handle: "TDefren", displayName: "Todd Defren" };
const base = await createResolver({ records: [todd], now }).resolve({ ...account, bio: "todd@example.com" });
const [link] = base.links;
if (link === undefined) throw new Error("nobody is found");
const other = { ...link, recordId: "C-7", record: { ...link.record, id: "C-7" } };
const twice: Resolution = {
	...base,
	links: [{ ...link, duplicates: [{ ...link.record, id: "C-1043", emails: [{ value: "td@example.org" }] }] }, other],
};

const about: Alert = { kind: "renamed", recordId: "C-1042", holds: false, says: "About a person." };
const aboutFirm: Alert = { kind: "brand-look-alike", holds: true, says: "About the firm." };
const failure = (run: () => unknown): unknown => {
	try {
		run();
	} catch (error) {
		return SameAsError.is(error) ? [error.code, error.path, error.message] : error;
	}
	return undefined;
};

describe("the account, for a colleague", () => {
	const whole = { platform: "mastodon", id: "77", instance: "one.example", handle: "todd", displayName: "Todd" };
	it.each(["", ...Object.keys(whole)])("is shown as far as it is known: without %j", (field) => {
		const profile = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));
		const { platform, id, instance, handle, displayName, ...rest } = base.profile;
		const view = disclose({ ...base, profile: { ...rest, ...profile } }, { audience: "agent" });
		expect(view.profile).toStrictEqual(profile);
	});

	it("alerts stand with the person whom they concern, and with the firm", () => {
		const view = disclose({ ...twice, alerts: [about, aboutFirm] }, { audience: "agent" });
		expect(view.people.map(({ alerts }) => alerts)).toStrictEqual([[about], []]);
		expect(view.alerts).toStrictEqual([aboutFirm]);
		expect([view.decision, view.reason, view.audience]).toEqual([base.decision, base.reason, "agent"]);
	});
});

describe("in logs and exports", () => {
	const coded = (recordId: string) => ({
		record: hash(`record\n${recordId}`),
		probability: link.probability,
		assurance: "corroborated",
		reasons: ["recorded"],
		evidence: link.evidence.map(({ scorer, level, profileField, recordField, bits }) => ({
			scorer,
			level,
			profileField,
			recordField,
			bits,
		})),
	});
	const log = {
		account: hash("account\nx 1888101"),
		platform: "x",
		decision: base.decision,
		nobody: base.nobody,
		alerts: ["renamed", "brand-look-alike"],
	};
	const alerted = { ...twice, alerts: [about, aboutFirm] };

	it("all that a log holds", () => {
		expect(disclose(alerted, { audience: "log", key })).toStrictEqual({
			...log,
			audience: "log",
			links: [coded("C-1042"), coded("C-7")],
		});
	});

	it("all that an export holds, each hint once", () => {
		const hints = { initials: ["T. D."], emails: ["t***@…"], phones: [], cities: ["Boston"] };
		expect(disclose(alerted, { audience: "export", key })).toStrictEqual({
			...log,
			audience: "export",
			links: [
				{ ...coded("C-1042"), ...hints },
				{ ...coded("C-7"), ...hints },
			],
		});
	});

	it.each([
		[account, "x 1888101", "x"],
		[{ id: "1888101" }, " 1888101", undefined],
		[{ platform: "x", handle: "TDefren" }, "x:tdefren", "x"],
		[{ handle: "TDefren" }, ":tdefren", undefined],
	])("the account %j is the hash of %j", (written, name, platform) => {
		const { platform: _, id, handle, ...rest } = base.profile;
		const view = disclose({ ...base, profile: { ...rest, ...written } }, { audience: "log", key });
		expect([view.account, view.platform, Object.hasOwn(view, "platform")]).toEqual([
			hash(`account\n${name}`),
			platform,
			platform !== undefined,
		]);
	});
});

describe("for whoever holds the handle", () => {
	const asked = { audience: "subject", channel: "private" } as const;
	it.each(["review", "none"] as const)("a link that is not decided is nobody's: %s", (decision) => {
		expect(disclose(base, asked).own).toHaveLength(1);
		expect(disclose({ ...base, decision } as Resolution, asked)).toStrictEqual(disclose({ ...base, links: [] }, asked));
	});

	it("duplicates belong to the person", () => {
		expect(disclose(twice, asked).own).toHaveLength(2);
	});
});

describe("what is asked wrongly", () => {
	const shape = ["SHAPE", undefined, "This is no resolution: it takes what `resolve` gives."];
	const asked = { recordId: "C-1042", kind: "email", index: 0, by: "agent-7", purpose: "call back", now, key } as const;

	it.each([[null], [{}], [{ links: [{}] }]])("%j is no resolution", (wrong) => {
		expect(failure(() => disclose(wrong as unknown as Resolution, { audience: "agent" }))).toEqual(shape);
		expect(failure(() => reveal(wrong as unknown as Resolution, asked))).toEqual(shape);
	});

	it("an audience that there is not", () => {
		const options = { audience: "public" } as unknown as DiscloseOptions & { audience: "agent" };
		expect(failure(() => disclose(base, options))).toEqual([
			"CONFIG",
			"audience",
			"An audience is one of agent, subject, export, log.",
		]);
	});

	it.each<[object, string]>([
		[{ "agent.names": "claimed" }, "policy.agent.names"],
		[{ "agent.names": "certain" }, "policy.agent.names"],
		[{ everything: "none" }, "policy.everything"],
		[{ toString: "verified" }, "policy.toString"],
	])("the policy %j", (policy, path) => {
		const options = { audience: "agent", policy: policy as DisclosurePolicy } as const;
		expect(failure(() => disclose(base, options))).toEqual(["CONFIG", path, expect.any(String)]);
	});

	it.each<[object, string, string]>([
		[{ by: " " }, "by", "Say who asks."],
		[{ purpose: "\n" }, "purpose", "Say what for."],
		[{ recordId: "C-2" }, "recordId", "No listed link is about this record."],
		[{ index: 1 }, "index", "There is no such contact point on the record."],
		[
			{ policy: { "agent.reveal": "verified" } },
			"recordId",
			'The link is "corroborated": no contact point is shown in full. Ask for a proof of control.',
		],
	])("a contact point with %j", (change, path, message) => {
		expect(failure(() => reveal(base, { ...asked, ...change }))).toEqual(["CONFIG", path, message]);
	});

	it("a contact point of a link whose level is something else, without repeating it", () => {
		const [link] = base.links;
		const links = [{ ...link, assurance: { ...link?.assurance, level: "todd@example.com" } }];
		const [, , message] = failure(() => reveal({ ...base, links } as never, asked)) as string[];
		expect(message).toBe(
			"The link is of no known level: no contact point is shown in full. Ask for a proof of control.",
		);
	});

	it("a contact point is that of the record which is named, also of a duplicate or a later link", () => {
		const emailOf = (recordId: string) => reveal(twice, { ...asked, recordId }).value;
		expect(["C-1042", "C-1043", "C-7"].map(emailOf)).toEqual([
			"todd@example.com",
			"td@example.org",
			"todd@example.com",
		]);
	});

	it.each([
		["address", 2, "12 Elm Street"],
		["address", 1, "Boston, US"],
		["email", 0, "todd@example.com"],
	] as const)("%s %i is shown with a trace", (kind, index, value) => {
		expect(reveal(base, { ...asked, kind, index })).toStrictEqual({
			value,
			audit: {
				at: now,
				by: "agent-7",
				purpose: "call back",
				record: hash("record\nC-1042"),
				kind,
				index,
				assurance: "corroborated",
			},
		});
	});
});
