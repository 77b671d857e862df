import { describe, expect, it } from "vitest";
import {
	type CrmReading,
	combine,
	fromDynamics,
	fromOracleService,
	fromSalesforce,
	fromZendesk,
	type Party,
} from "../../src/crm.js";
import type { CrmRecordInput, Interaction } from "../../src/index.js";
import { payloadsOf } from "../crm/payloads.js";

const reading = (given: Partial<CrmReading>): CrmReading => ({
	records: [],
	successors: [],
	interactions: [],
	handles: [],
	profiles: [],
	warnings: [],
	...given,
});
const ana: CrmRecordInput = { id: "a:1", name: "Ana Costa", email: "ana@example.com", phone: "+1 617 555 0142" };
const bea: CrmRecordInput = { id: "a:2", name: "Bea Ruiz", email: "bea@example.com", phone: "+1 617 555 0143" };
const call = (party: Party, fields: Partial<Interaction> = {}): CrmReading =>
	reading({
		interactions: [{ party, interaction: { id: "log:1", channel: "call", at: "2026-09-14T15:02:10.000Z", ...fields } }],
	});

/** The record that is given the call, or why none is. */
function ownerOf(
	records: readonly CrmRecordInput[],
	party: Party,
	fields: Partial<Interaction> = {},
): string | undefined {
	const combined = combine([reading({ records }), call(party, fields)], { defaultCountry: "US" });
	const owners = combined.records.filter(({ interactions }) => interactions.length > 0).map(({ id }) => id);
	return owners.join() || combined.unattached[0]?.reason;
}

describe("whose a call is", () => {
	const deskOf = (id: string, name: string): CrmRecordInput => ({ id, name, phone: "617 555 0100" });
	const elsewhere: CrmRecordInput = { id: "b:9", name: "A. Costa", email: "Ana@example.com", phone: "617-555-0142" };
	it.each<[string, readonly CrmRecordInput[], Party, string]>([
		["of the record that the system names", [ana, bea], { recordId: "a:2", phone: "+16175550142" }, "a:2"],
		["of the one who has the number", [ana, bea], { phone: "617.555.0142" }, "a:1"],
		[
			"of the one who has it without its country code",
			[{ id: "a:1", phone: "0161 496 0333" }],
			{ phone: "+441614960333" },
			"a:1",
		],
		["of the one who has the address", [ana, bea], { email: "BEA+news@example.com" }, "a:2"],
		["of nobody, when nobody has the number", [ana, bea], { phone: "+16175550199" }, "nobody"],
		[
			"of nobody, when two people have it",
			[deskOf("a:1", "Ana Costa"), deskOf("a:2", "Bea Ruiz")],
			{ phone: "617 555 0100" },
			"several",
		],
		[
			"of nobody, when a firm has it too",
			[ana, { id: "a:3", kind: "organization", name: "Cedar Labs", phone: "617 555 0142" }],
			{ phone: "617 555 0142" },
			"several",
		],
		[
			"of nobody, when the number is marked as shared",
			[{ ...ana, phone: { value: "617 555 0142", shared: true } }],
			{ phone: "617 555 0142" },
			"shared",
		],
		[
			"of nobody, when the number has extensions",
			[{ ...ana, phone: "617 555 0100 x214" }],
			{ phone: "617 555 0100" },
			"shared",
		],
		[
			"of the one who has the extension",
			[
				{ ...ana, phone: "617 555 0100 x214" },
				{ ...bea, phone: "617 555 0100 x215" },
			],
			{ phone: "617 555 0100 ext. 215" },
			"a:2",
		],
		[
			"of nobody, when it is free for the caller",
			[{ ...ana, phone: "800 555 0199" }],
			{ phone: "800 555 0199" },
			"shared",
		],
		[
			"of nobody, when the mailbox is an office's",
			[{ ...ana, email: "info@example.com" }],
			{ email: "info@example.com" },
			"shared",
		],
		["of one person whom two systems have, in the first of them", [elsewhere, ana], { phone: "617 555 0142" }, "a:1"],
		[
			"of the record in the system that tells of it",
			[ana, { ...elsewhere, id: "log:9" }],
			{ phone: "617 555 0142" },
			"log:9",
		],
		[
			"of nobody, when one address has two names",
			[ana, { ...elsewhere, name: "Bea Costa" }],
			{ phone: "617 555 0142" },
			"several",
		],
		[
			"of nobody, when number and address lead to two people",
			[ana, bea],
			{ phone: "617 555 0142", email: "bea@example.com" },
			"several",
		],
		[
			"of the one to whom the address leads, when the number is shared",
			[{ ...ana, phone: "617 555 0143" }, bea],
			{ phone: "617 555 0143", email: "ana@example.com" },
			"a:1",
		],
		[
			"of nobody, when the caller has another name",
			[ana],
			{ phone: "617 555 0142", name: "Bruno Keller" },
			"other-name",
		],
		["of the one who has the number, by a short name", [ana], { phone: "617 555 0142", name: "A. Costa" }, "a:1"],
		[
			"of nobody, when the system has another record for it",
			[ana],
			{ recordId: "a:77", email: "ana@example.com" },
			"unknown-record",
		],
		[
			"of a record in another system, when the system's own is not here",
			[ana],
			{ recordId: "b:77", email: "ana@example.com" },
			"a:1",
		],
		["of nobody, when nothing is told", [ana], {}, "not-told"],
		["of nobody, when the number is none", [ana], { phone: "anonymous" }, "not-told"],
	])("%s", (_, records, party, owner) => {
		expect(ownerOf(records, party)).toBe(owner);
		expect(ownerOf([...records].reverse(), party)).toBe(owner);
	});
});

describe("whose a post is", () => {
	const known = (id: string, handle: object): CrmRecordInput => ({
		id,
		name: id,
		handles: [{ platform: "x", ...handle }],
	});
	const said = (handle: object): Party => ({ handle: { platform: "x", ...handle } });
	it.each<[string, readonly CrmRecordInput[], Party, string]>([
		["of the one whose handle it is", [known("a:1", { handle: "anacosta_" })], said({ handle: "AnaCosta_" }), "a:1"],
		[
			"not of the one who has it on another network",
			[{ id: "a:1", handle: "github:anacosta_" }],
			said({ handle: "anacosta_" }),
			"nobody",
		],
		[
			"of the one with that id, whatever the handle is now",
			[known("a:1", { handle: "old", id: "7" }), known("a:2", { handle: "new", id: "8" })],
			said({ handle: "new", id: "7" }),
			"a:1",
		],
		[
			"of nobody, when the handle has another id",
			[known("a:1", { handle: "anacosta_", id: "7" })],
			said({ handle: "anacosta_", id: "8" }),
			"nobody",
		],
		[
			"of the one whose handle it was then",
			[known("a:1", { handle: "owl", validTo: "2026-10-01" })],
			said({ handle: "owl" }),
			"a:1",
		],
		[
			"of nobody, when the handle was theirs before",
			[known("a:1", { handle: "owl", validTo: "2026-01-01" })],
			said({ handle: "owl" }),
			"nobody",
		],
		[
			"of nobody, when the handle only stands in a note",
			[known("a:1", { handle: "owl", grade: "mentioned" })],
			said({ handle: "owl" }),
			"nobody",
		],
		[
			"of nobody, when two people have the handle",
			[known("a:1", { handle: "owl" }), known("a:2", { handle: "owl" })],
			said({ handle: "owl" }),
			"several",
		],
	])("%s", (_, records, party, owner) => {
		expect(ownerOf(records, party, { channel: "post" })).toBe(owner);
	});
});

describe("answers", () => {
	const thread = "a:case:1";
	const asked = call({ recordId: "a:1" }, { id: "a:e1", thread, direction: "inbound" });
	const ownersOf = (...readings: readonly CrmReading[]) =>
		combine([reading({ records: [ana, bea] }), ...readings]).records.map(({ interactions }) =>
			interactions.map(({ id }) => id),
		);

	it("go to the one with whom the conversation is", () => {
		const answer = call({}, { id: "a:e2", thread, direction: "outbound", at: "2026-09-15T00:00:00.000Z" });
		expect(ownersOf(answer, asked)).toEqual([["a:e2", "a:e1"], []]);
	});

	it("what somebody else says in it does not", () => {
		const other = call({ email: "kim@example.org" }, { id: "a:e2", thread, direction: "inbound" });
		expect(ownersOf(asked, other)).toEqual([["a:e1"], []]);
	});

	it("go to nobody when the conversation is with two", () => {
		const second = call({ recordId: "a:2" }, { id: "a:e3", thread, direction: "inbound" });
		const answer = call({}, { id: "a:e2", thread, direction: "outbound" });
		expect(ownersOf(asked, second, answer)).toEqual([["a:e1"], ["a:e3"]]);
	});
});

describe("records that are no more", () => {
	const old: CrmRecordInput = {
		id: "a:0",
		name: "Ana Cotsa",
		emails: [{ value: "a.costa@example.net", primary: true }],
		status: "prospect",
		consent: { doNotCall: true },
	};
	const merged = (...pairs: readonly (readonly [string, string])[]) =>
		reading({ successors: pairs.map(([from, to]) => ({ from, to })) });

	it("give their names, addresses, refusals, handles and calls to the one that took their place", () => {
		const combined = combine([
			reading({
				records: [old, { ...ana, status: "customer", consent: { doNotCall: false } }],
				handles: [{ recordId: "a:0", handle: { platform: "x", handle: "owl" } }],
			}),
			call({ recordId: "a:0" }),
			merged(["a:0", "a:1"]),
		]);
		expect(combined.records).toHaveLength(1);
		expect(combined.records[0]).toMatchObject({
			id: "a:1",
			names: [{ full: "Ana Costa" }, { full: "Ana Cotsa" }],
			emails: [{ value: "ana@example.com" }, { value: "a.costa@example.net" }],
			status: "customer",
			consent: { doNotCall: true },
			handles: [{ handle: "owl" }],
			interactions: [{ id: "log:1" }],
		});
		expect(combined.records[0]?.emails[1]).not.toHaveProperty("primary");
	});

	it("are followed through a chain", () => {
		const { records } = combine([
			reading({ records: [old, ana] }),
			merged(["a:0", "a:5"], ["a:5", "a:6"], ["a:6", "a:1"]),
		]);
		expect(records.map(({ id }) => id)).toEqual(["a:1"]);
	});

	it("are known by the successor's id when the successor is not here", () => {
		const { records } = combine([reading({ records: [old] }), merged(["a:0", "a:8"])]);
		expect(records).toMatchObject([{ id: "a:8", names: [{ full: "Ana Cotsa" }] }]);
	});

	it("warn when they go round in a circle, and are taken for one", () => {
		const { records, warnings } = combine([reading({ records: [old, ana] }), merged(["a:0", "a:1"], ["a:1", "a:0"])]);
		expect(records.map(({ id }) => id)).toEqual(["a:0"]);
		expect(warnings).toEqual([
			{
				code: "SHAPE",
				path: "successors",
				recordId: "a:0",
				reason: "Merges go round in a circle: its records are taken for one.",
			},
		]);
	});

	it("warn when they went two ways, and take the one that is here", () => {
		const { records, warnings } = combine([reading({ records: [old, ana] }), merged(["a:0", "a:03"], ["a:0", "a:1"])]);
		expect(records.map(({ id }) => id)).toEqual(["a:1"]);
		expect(warnings).toMatchObject([{ recordId: "a:0", reason: "Merged into several records: one of them is taken." }]);
	});
});

describe("copies", () => {
	it.each<[string, readonly CrmRecordInput[], readonly string[]]>([
		["of two people under one id", [ana, { ...bea, id: "a:1" }], ["DUP_ID id a:1"]],
		["of one person, once shortened", [ana, { id: "a:1", name: "A. Costa" }], []],
		["of which one has no name", [ana, { id: "a:1", email: "ana.c@example.com" }], []],
	])("%s", (_, records, expected) => {
		const { warnings } = combine([reading({ records })]);
		expect(warnings.map(({ code, path, recordId }) => `${code} ${path} ${recordId}`)).toEqual(expected);
		for (const { reason } of warnings) expect(reason).not.toMatch(/Costa|Ruiz|example/);
	});

	it("of one record are one record, with what all of them know", () => {
		const short: CrmRecordInput = { id: "a:1", name: "Ana Costa" };
		expect(
			combine([reading({ records: [short] }), reading({ records: [ana] }), reading({ records: [short] })]).records,
		).toMatchObject([{ id: "a:1", names: [{ full: "Ana Costa" }], emails: [{ value: "ana@example.com" }] }]);
	});

	it("of one call are one call, of each person that it was with", () => {
		const records = [ana, bea];
		const both = [
			call({ recordId: "a:1" }),
			call({ recordId: "a:2" }, { topic: "Reads zero" }),
			call({ recordId: "a:1" }),
		];
		expect(combine([reading({ records }), ...both]).records.map(({ interactions }) => interactions)).toEqual([
			[expect.objectContaining({ id: "log:1", topic: "Reads zero" })],
			[expect.objectContaining({ id: "log:1", topic: "Reads zero" })],
		]);
	});
});

describe("stubs", () => {
	const stub = { platform: "x", handle: "owl", displayName: "owl", attributes: { recordId: "a:90" } };
	const post = call({ recordId: "a:90" }, { id: "a:t1", channel: "post" });

	it("are profiles, with what was said, and nobody's record", () => {
		const { records, profiles, unattached } = combine([reading({ records: [ana], profiles: [stub] }), post]);
		expect(profiles).toMatchObject([{ platform: "x", handle: "owl", interactions: [{ id: "a:t1" }] }]);
		expect([records[0]?.interactions, unattached]).toEqual([[], []]);
	});

	it("give what was said to the record of which the handle is known, and keep it", () => {
		const holder = { ...bea, handles: [{ platform: "x", handle: "Owl" }] };
		const { records, profiles } = combine([reading({ records: [ana, holder], profiles: [stub] }), post]);
		expect(records.map(({ interactions }) => interactions.length)).toEqual([0, 1]);
		expect(profiles).toMatchObject([{ interactions: [{ id: "a:t1" }] }]);
	});

	it("of one account are one profile, known by all its records", () => {
		const other = { platform: "twitter", handle: "@Owl", id: "7", attributes: { recordId: "b:5" } };
		const { profiles } = combine([
			reading({ profiles: [stub, other] }),
			post,
			call({ recordId: "b:5" }, { id: "b:t2" }),
		]);
		expect(profiles).toMatchObject([
			{ id: "7", attributes: { recordId: "a:90 b:5" }, interactions: [{ id: "a:t1" }, { id: "b:t2" }] },
		]);
	});

	it("of one handle with two ids are two accounts", () => {
		const [one, other] = ["7", "8"].map((id) => ({ ...stub, id, attributes: { recordId: `a:${id}` } }));
		expect(combine([reading({ profiles: [one, other] as never })]).profiles).toHaveLength(2);
	});
});

it("keeps a handle of a record that is not here, and hands on all warnings", () => {
	const handle = { platform: "x", handle: "owl" };
	const warning = { code: "SHAPE", path: "records.0.Email", reason: "Expected a text, found an object." } as const;
	const { unattached, warnings } = combine([reading({ handles: [{ recordId: "a:3", handle }], warnings: [warning] })]);
	expect(unattached).toEqual([{ reason: "unknown-record", party: { recordId: "a:3", handle } }]);
	expect(warnings).toEqual([warning]);
});

const readers = {
	salesforce: fromSalesforce,
	zendesk: fromZendesk,
	dynamics: fromDynamics,
	"oracle-b2c-service": fromOracleService,
};
const read = Object.entries(readers).flatMap(([system, reader]) =>
	payloadsOf(system).map(({ payload }) => reader(payload)),
);

describe.skipIf(read.length === 0)("payloads of four systems", () => {
	it("make one set in whatever order they are read", () => {
		const combined = combine(read, { defaultCountry: "US" });
		expect(combine([...read].reverse(), { defaultCountry: "US" })).toEqual(combined);
		const ids = combined.records.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		// The converted lead is the contact; the user made of a tweet is a profile; the office's phone leads to nobody.
		expect(ids).not.toContain("salesforce:00QDm00000MaRoLMAV");
		expect(ids).not.toContain("zendesk:13532");
		expect(combined.unattached.map(({ reason }) => reason).sort()).toEqual(["nobody", "not-told", "shared"]);
	});
});

it.each([null, 5, "x", {}, [null], [{}], [{ records: 5 }]])("%j are no readings: an error SHAPE", (given) => {
	expect(() => combine(given as never)).toThrow(expect.objectContaining({ code: "SHAPE" }));
});
