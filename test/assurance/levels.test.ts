import { describe, expect, it } from "vitest";
import { type AssuranceContext, assured } from "../../src/assurance/assurance.js";
import { contactFingerprint, nameFingerprints, type Proof, signProof } from "../../src/assurance/receipt.js";
import type { AssuranceReason, Evidence } from "../../src/types.js";
import { profileOf, recordOf } from "../samples.js";

const key = "an invented key for tests, 32 letters and more";
const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 25);
const record = recordOf({
	id: "C-1042",
	emails: [{ value: "todd@example.com" }],
	phones: [{ value: "+1 617 555 0142" }],
	status: "customer",
});
const profile = profileOf({ platform: "x", id: "1888101", displayName: "Todd Defren" });
const evidence: Evidence = {
	scorer: "attested",
	group: "attested",
	level: "same-id",
	bits: 10,
	rawBits: 10,
	says: "",
	template: "",
	profileValue: "",
	recordValue: "",
	profileField: "id",
	recordField: "handles",
	controller: "firm",
	facts: [],
	attested: { at: now - 60 * DAY },
} as unknown as Evidence;
const proof: Proof = {
	recordId: "C-1042",
	platform: "x",
	accountId: "1888101",
	method: "sign-in",
	at: now - 10 * DAY,
	name: nameFingerprints("Todd Defren", key),
};

const link = { recordId: "C-1042", record, duplicates: [], probability: 0.99, bits: 20, evidence: [evidence] };
type Link = Parameters<typeof assured>[0][number];
const context: AssuranceContext = {
	profile,
	now,
	receiptKey: key,
	people: [],
	own: [],
	totals: [20],
	isMisfit: () => false,
};
const attestedBy = (...list: Partial<Evidence>[]): Partial<Link> => ({
	evidence: list.map((one) => ({ ...evidence, ...one })),
});
const attestedAt = (at: number, more: Partial<Evidence> = {}, signedIn = false): Partial<Link> =>
	attestedBy({ ...more, attested: { at, signedIn } });
const provedBy = (...proofs: Partial<Proof>[]): Partial<Link> =>
	attestedBy({
		attested: { at: now - DAY, receipts: proofs.map((one) => signProof({ ...proof, ...one }, key)) },
	});
/** The level of a link, the codes of its reasons, until when it holds. */
function standing(change: Partial<Link>, more: Partial<AssuranceContext> = {}) {
	const { links } = assured([{ ...link, ...change }], { ...context, ...more });
	const { level, reasons, ...rest } = links[0]?.assurance ?? { level: undefined, reasons: [] };
	return [level, reasons.map(({ code }) => code).join(" "), ...("until" in rest ? [rest.until] : [])];
}

describe("what every reason says", () => {
	const sold = { controller: "firm", group: "name", rawBits: -2, attested: undefined } as unknown as Partial<Evidence>;
	const page = attestedAt(now - 60 * DAY, { controller: "third-party" });
	const look = { ...context, own: [{ handle: "AcmeCare" }], profile: { ...profile, handle: "AcmeCare_" } };
	it.each<[AssuranceReason["code"], string, Partial<Link>, Partial<AssuranceContext>]>([
		["improbable", "The link is less probable than that there is none.", { probability: 0.49 }, {}],
		["contested", "Another record fits nearly as well.", {}, { totals: [20, 19] }],
		["misfit", "Who holds the handle is of another kind than the record.", {}, { isMisfit: () => true }],
		["recycled", "The handle was this person's and has changed hands.", attestedBy({ level: "other-id" }), {}],
		["resembles", "The profile presents itself as this person; anybody can.", { evidence: [] }, {}],
		[
			"no-account-id",
			"The profile has no stable id that a proof could name.",
			{},
			{ profile: (({ id, ...rest }) => rest)(profile) },
		],
		["no-clock", "It is not known what day it is, so nothing that ages counts: give `now`.", {}, { now: undefined }],
		["too-weak", "What is recorded of this account says too little by itself.", attestedBy({ rawBits: 6 }), {}],
		["too-fresh", "What is recorded of this account has stood for less than 30 days.", attestedAt(now), {}],
		["undated", "Since when this account is recorded is not known.", attestedBy({ attested: {} }), {}],
		["expired", "What was recorded or proved is too old: a fresh proof is due.", attestedAt(now - 181 * DAY), {}],
		["recorded", "The firm has recorded this very account with the person.", {}, {}],
		["page", "A page of the person's own, known before, links to this very account.", page, {}],
		[
			"unreadable",
			"A receipt is not signed with this key, or is for another record or account.",
			provedBy({ recordId: "C-2" }),
			{},
		],
		[
			"no-key",
			"There is a receipt, but no key to check it by: give `receiptKey`.",
			provedBy({}),
			{ receiptKey: undefined },
		],
		[
			"proved",
			"A code that was sent to a contact point on record came back from this very account.",
			provedBy({ method: "code" }),
			{},
		],
		["signed-in", "The person linked this very account while signed in.", provedBy({}), {}],
		[
			"named-colleague",
			"A named colleague has confirmed it besides.",
			provedBy({ confirmed: { by: "agent-7", basis: "call-back", at: now } }),
			{},
		],
		[
			"contact-changed",
			"The contact point by which it was proved is no longer on the record.",
			provedBy({ contact: "0123456789abcdef" }),
			{},
		],
		[
			"name-changed",
			"The profile bears another name than when it was proved.",
			provedBy({ name: ["0123456789abcdef"] }),
			{},
		],
		["other-name", "The profile bears another name than the record.", attestedBy({}, sold), {}],
		["alert", "An alert is open.", {}, look],
	])("%s", (code, says, change, more) => {
		const { links } = assured([{ ...link, ...change }], { ...context, ...more });
		expect(links[0]?.assurance.reasons.find((reason) => reason.code === code)).toStrictEqual({ code, says });
	});
});

describe("a link is doubtful", () => {
	it.each<[string, Partial<Link>, Partial<AssuranceContext>, string]>([
		["as probable as not", { probability: 0.5 }, {}, "corroborated"],
		["less probable than not", { probability: 0.4999 }, {}, "none"],
		["100 times likelier than the next", { bits: 6.64 }, { totals: [6.64, 0] }, "corroborated"],
		["not quite 100 times likelier", { bits: 6.63 }, { totals: [6.63, 0] }, "none"],
		["alone, with few bits", { bits: 1 }, { totals: [1] }, "corroborated"],
		["a handle that went to another account", attestedBy({ level: "recycled-handle" }), {}, "none"],
	])("%s", (_, change, more, level) => {
		expect(standing(change, more)[0]).toBe(level);
	});

	it("the second link is measured by the first", () => {
		const pair = assured([link, { ...link, recordId: "C-2", bits: 19 }], { ...context, totals: [30, 19] });
		expect(pair.links.map(({ assurance }) => assurance.reasons.map(({ code }) => code))).toEqual([
			["contested"],
			["contested"],
		]);
	});

	it("of another kind, each link by itself", () => {
		const isMisfit: AssuranceContext["isMisfit"] = ({ record: { id } }) => id === "C-2";
		const two = [
			{ ...link, bits: 40 },
			{ ...link, recordId: "C-2", record: { ...record, id: "C-2" } },
		];
		const { links } = assured(two, { ...context, totals: [40, 20], isMisfit });
		expect(links.map(({ assurance }) => assurance.reasons[0]?.code)).toEqual(["recorded", "misfit"]);
	});
});

describe("what is recorded", () => {
	const name = { group: "name", controller: "holder", attested: undefined } as unknown as Partial<Evidence>;
	it.each<[string, Partial<Link>, unknown[]]>([
		["100 times likelier", attestedBy({ rawBits: 6.64 }), ["corroborated", "recorded", now + 120 * DAY]],
		["a bit less", attestedBy({ rawBits: 6.63 }), ["claimed", "resembles too-weak"]],
		["nothing", attestedBy({ rawBits: 0 }), ["claimed", "resembles"]],
		["against it", attestedBy({ rawBits: -3 }), ["claimed", "resembles"]],
		["what the holder writes", attestedBy({ controller: "holder" }), ["claimed", "resembles"]],
		["for 30 days", attestedAt(now - 30 * DAY), ["corroborated", "recorded", now + 150 * DAY]],
		["for a moment less", attestedAt(now - 30 * DAY + 1), ["claimed", "resembles too-fresh"]],
		["at once, while signed in", attestedAt(now, {}, true), ["corroborated", "recorded", now + 180 * DAY]],
		["for not quite 180 days", attestedAt(now - 180 * DAY + 1), ["corroborated", "recorded", now + 1]],
		["for 180 days", attestedAt(now - 180 * DAY), ["claimed", "resembles expired"]],
		["a day ahead", attestedAt(now + DAY, {}, true), ["corroborated", "recorded", now + 181 * DAY]],
		["more than a day ahead", attestedAt(now + DAY + 1, {}, true), ["claimed", "resembles expired"]],
		["a page, for years", attestedAt(now - 900 * DAY, { controller: "third-party" }), ["corroborated", "page"]],
		[
			"a page, more than a day ahead",
			attestedAt(now + DAY + 1, { controller: "third-party" }, true),
			["claimed", "resembles expired"],
		],
		["under another name", attestedBy({}, { ...name, rawBits: -2 }), ["claimed", "other-name resembles"]],
		["under a nickname", attestedBy({}, { ...name, rawBits: -1.9 }), ["corroborated", "recorded", now + 120 * DAY]],
		[
			"from another city",
			attestedBy({}, { ...name, group: "place", rawBits: -5 } as never),
			["corroborated", "recorded", now + 120 * DAY],
		],
		[
			"a page, under another name",
			attestedBy({ controller: "third-party" }, { ...name, rawBits: -5 }),
			["corroborated", "page"],
		],
		[
			"twice, the later counts",
			attestedBy({}, { attested: { at: now - 40 * DAY } }),
			["corroborated", "recorded", now + 140 * DAY],
		],
		[
			"twice, the later first",
			attestedBy({ attested: { at: now - 40 * DAY } }, {}),
			["corroborated", "recorded", now + 140 * DAY],
		],
		[
			"a page besides, that does not age",
			attestedBy({}, { controller: "third-party" }),
			["corroborated", "page recorded"],
		],
		[
			"a page first, that does not age",
			attestedBy({ controller: "third-party" }, {}),
			["corroborated", "page recorded"],
		],
		["undated and too weak", attestedBy({ attested: {} }, { rawBits: 1 }), ["claimed", "resembles too-weak undated"]],
		["too weak and undated", attestedBy({ rawBits: 1 }, { attested: {} }), ["claimed", "resembles too-weak undated"]],
		["too weak, and recorded besides", attestedBy({ rawBits: 1 }, {}), ["corroborated", "recorded", now + 120 * DAY]],
	])("%s", (_, change, expected) => {
		expect(standing(change)).toStrictEqual(expected);
	});

	it("nothing, of a profile without an id or on a day that is not known, is not mentioned", () => {
		const { id, ...rest } = profile;
		expect(standing({ evidence: [] }, { profile: rest })).toStrictEqual(["claimed", "resembles"]);
		expect(standing({ evidence: [] }, { now: undefined })).toStrictEqual(["claimed", "resembles"]);
	});
});

describe("what is proved", () => {
	const until = now + 80 * DAY;
	const phone = contactFingerprint("phone", { value: "617-555-0142" }, key);
	const email = contactFingerprint("email", { value: "Todd@example.com" }, key);
	const unread = ["claimed", "resembles too-fresh unreadable"];
	const late = ["claimed", "resembles expired too-fresh"];
	it.each<[string, Partial<Link>, unknown[]]>([
		["while signed in", provedBy({}), ["verified", "signed-in", until]],
		["by a code to a number on record", provedBy({ method: "code", contact: phone }), ["verified", "proved", until]],
		["by a code to an address on record", provedBy({ method: "code", contact: email }), ["verified", "proved", until]],
		["for another record", provedBy({ recordId: "C-2" }), unread],
		["for another account", provedBy({ accountId: "666" }), unread],
		["for another network", provedBy({ platform: "github" }), unread],
		["for another server", provedBy({ instance: "one.example" }), unread],
		[
			"for a duplicate",
			{ ...provedBy({ recordId: "C-2" }), duplicates: [{ ...record, id: "C-2" }] },
			["verified", "signed-in", until],
		],
		["for not quite 90 days", provedBy({ at: now - 90 * DAY + 1 }), ["verified", "signed-in", now + 1]],
		["for 90 days", provedBy({ at: now - 90 * DAY }), late],
		["a day ahead", provedBy({ at: now + DAY }), ["verified", "signed-in", now + 91 * DAY]],
		["more than a day ahead", provedBy({ at: now + DAY + 1 }), late],
		["twice", provedBy({}, { at: now - 5 * DAY }), ["verified", "signed-in", now + 85 * DAY]],
		[
			"once by a contact that is gone, and once since",
			provedBy({ contact: "0123" }, {}),
			["verified", "signed-in", until],
		],
		["by a contact that is gone", provedBy({ contact: "0123" }), ["claimed", "contact-changed resembles too-fresh"]],
	])("%s", (_, change, expected) => {
		expect(standing(change)).toStrictEqual(expected);
	});

	it("what has changed since is told as an alert that holds, and only where it counts", () => {
		const says = "The contact point by which it was proved is no longer on the record.";
		const alertsOf = (change: Partial<Link>) => assured([{ ...link, ...change }], context).alerts;
		expect(alertsOf(provedBy({ contact: "0123" }))).toStrictEqual([
			{ kind: "discontinued", recordId: "C-1042", holds: true, says },
		]);
		expect(alertsOf(provedBy({ contact: "0123" }, {}))).toStrictEqual([]);
	});

	it("an alert holds down the person whom it concerns, and nobody else", () => {
		const suspect = { ...record, id: "C-2", handles: [{ platform: "x", handle: "TDefren" }] };
		const people = [{ records: [suspect], levels: [], probable: false }];
		const twins = [
			{ ...link, bits: 40 },
			{ ...link, recordId: "C-2", record: suspect, bits: 60 },
		];
		const { links, alerts } = assured(twins, {
			...context,
			totals: [40, 20],
			people,
			profile: { ...profile, handle: "TDefren_" },
		});
		expect(alerts.map(({ kind, recordId }) => [kind, recordId])).toEqual([["look-alike", "C-2"]]);
		expect(links.map(({ assurance }) => assurance.reasons.map(({ code }) => code).join(" "))).toEqual([
			"recorded",
			"alert resembles recorded",
		]);
	});
});
