import { describe, expect, it } from "vitest";
import { fromJCard, fromVCard } from "../../src/crm/vcard.js";

const card = (...lines: string[]): string => ["BEGIN:VCARD", ...lines, "END:VCARD", ""].join("\r\n");

describe("vCard", () => {
	it("reads version 4.0 with what RFC 9554 adds", () => {
		const { records, warnings } = fromVCard(
			card(
				"VERSION:4.0",
				"UID:urn:uuid:5a0d7a10-0000-4000-8000-000000000001",
				"FN:Ana Costa",
				"N:Costa;Ana;;Ms.;",
				"NICKNAME:Nita,Annie",
				"EMAIL;TYPE=work:ana@example.org",
				"EMAIL;TYPE=home;PREF=1:ana@example.com",
				'TEL;VALUE=uri;TYPE="cell,voice":tel:+1-617-555-0142',
				"TEL;TYPE=work:(617) 555-0100 x214",
				"TEL;TYPE=fax:617 555 0177",
				"ADR;TYPE=home:;;1 Main St;Boston;MA;02101;USA",
				"ORG:Cedar Labs\\; Boston;Field",
				"TITLE:Engineer",
				"URL:https://ana.example.com",
				"IMPP:xmpp:ana@im.example.org",
				"SOCIALPROFILE;SERVICE-TYPE=X;USERNAME=AnaCosta:https://x.com/AnaCo",
				" sta",
				"SOCIALPROFILE;SERVICE-TYPE=Mastodon;VALUE=text:@ana@social.example",
				"PRONOUNS;LANGUAGE=en:she/her",
				"CATEGORIES:Friends,Customers",
				"NOTE:Call first\\, then mail. Once was @nita_old\\;\\nnow not",
				"REV:20260302T100000Z",
			),
		);
		expect(warnings).toEqual([]);
		expect(records).toMatchObject([
			{
				id: "vcard:5a0d7a10-0000-4000-8000-000000000001",
				kind: "person",
				names: [{ full: "Ana Costa", given: "Ana", family: "Costa", nickname: "Nita" }, { nickname: "Annie" }],
				emails: [
					{
						value: "ana@example.com",
						label: "home",
						primary: true,
						source: "vcard:EMAIL",
						observedAt: "2026-03-02T10:00:00.000Z",
					},
					{ value: "ana@example.org", label: "work" },
				],
				phones: [
					{ value: "+1-617-555-0142", label: "cell" },
					{ value: "(617) 555-0100 x214", label: "work" },
				],
				addresses: [{ street: "1 Main St", city: "Boston", region: "MA", postalCode: "02101", country: "USA" }],
				organization: "Cedar Labs; Boston",
				title: "Engineer",
				pronouns: "she/her",
				links: ["https://ana.example.com"],
				handles: [
					{ platform: "x", handle: "AnaCosta" },
					{ platform: "mastodon", handle: "ana", instance: "social.example" },
					{ platform: "xmpp", handle: "ana@im.example.org" },
					{ handle: "nita_old", grade: "mentioned" },
				],
				status: "customer",
			},
		]);
	});

	it("reads version 3.0 as Apple writes it: groups, labels beside values, profiles of its own", () => {
		const { records } = fromVCard(
			card(
				"VERSION:3.0",
				"N:Costa;Ana;Maria;;",
				"FN:Ana Costa",
				"item1.EMAIL;type=INTERNET;type=pref:ana@example.com",
				"item1.X-ABLabel:_$!<Home>!$_",
				"X-SOCIALPROFILE;type=twitter;x-user=AnaCosta:http://twitter.com/AnaCosta",
				"X-SOCIALPROFILE;type=mastodon:x-apple:@ana@social.example",
				"item2.ADR;type=HOME:;;;Boston;;;",
			),
			{ source: "icloud" },
		);
		expect(records).toMatchObject([
			{
				id: "icloud:card-1",
				names: [{ middle: "Maria" }],
				emails: [{ value: "ana@example.com", label: "Home", primary: true }],
				handles: [
					{ platform: "x", handle: "AnaCosta", source: "icloud:X-SOCIALPROFILE" },
					{ platform: "mastodon", handle: "ana", instance: "social.example" },
				],
				addresses: [{ city: "Boston" }],
			},
		]);
	});

	it("reads version 2.1 as telephones write it", () => {
		const { records } = fromVCard(
			card(
				"VERSION:2.1",
				"N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller;J=C3=BCr=",
				"g",
				"TEL;CELL;VOICE:617-555-0142",
			),
		);
		expect(records).toMatchObject([
			{ names: [{ family: "Müller", given: "Jürg" }], phones: [{ value: "617-555-0142", label: "cell" }] },
		]);
	});

	it("reads several cards, tells firms from people, and leaves groups out", () => {
		const text =
			card("VERSION:4.0", "KIND:org", "FN:Cedar Labs", "ORG:Cedar Labs") +
			card("VERSION:4.0", "KIND:group", "FN:Friends", "MEMBER:urn:uuid:1") +
			card("VERSION:3.0", "FN:Acme", "X-ABShowAs:COMPANY");
		expect(fromVCard(text).records.map(({ id, kind }) => [id, kind])).toEqual([
			["vcard:card-1", "organization"],
			["vcard:card-3", "organization"],
		]);
	});

	it.each<[string, string, string]>([
		["no card", "hello", "Holds no card."],
		["a line that is none", card("FN:Ana Costa", "what is this"), "Holds lines that are no properties of a card."],
		["an empty card", card("VERSION:4.0"), "A card that says nothing of anybody."],
	])("says of %s what is wrong", (_, text, reason) => {
		expect(fromVCard(text).warnings.map((warning) => warning.reason)).toEqual([reason]);
	});
});

describe("jCard", () => {
	const properties = [
		["version", {}, "text", "4.0"],
		["uid", {}, "uri", "urn:uuid:1"],
		["fn", {}, "text", "Ana Costa"],
		["n", {}, "text", ["Costa", "Ana", ["Maria", "Luz"], "", ""]],
		["email", { type: "home", pref: "1" }, "text", "ana@example.com"],
		["tel", { type: ["cell", "voice"] }, "uri", "tel:+1-617-555-0142"],
		["org", {}, "text", ["Cedar Labs", "Field"]],
		["socialprofile", { "service-type": "X", username: "AnaCosta" }, "uri", "https://x.com/AnaCosta"],
		["categories", {}, "text", "Friends", "Former customer"],
		["rev", {}, "timestamp", "2026-03-02T10:00:00Z"],
	];
	const one = ["vcard", properties];

	it.each([
		["one card", one],
		["a list of cards", [one]],
	])("reads %s like the text", (_, payload) => {
		const { records, warnings } = fromJCard(payload);
		expect(warnings).toEqual([]);
		expect(records).toMatchObject([
			{
				id: "vcard:1",
				names: [{ full: "Ana Costa", given: "Ana", middle: "Maria Luz", family: "Costa" }],
				emails: [{ value: "ana@example.com", label: "home", primary: true, observedAt: "2026-03-02T10:00:00.000Z" }],
				phones: [{ value: "+1-617-555-0142", label: "cell" }],
				organization: "Cedar Labs",
				handles: [{ platform: "x", handle: "AnaCosta" }],
				status: "former",
			},
		]);
	});

	it("goes on after what it cannot read", () => {
		const { records, warnings } = fromJCard([["vcard", [5, ["fn", {}, "text", "Ana Costa"]]], { fn: "Bo" }]);
		expect(records).toMatchObject([{ names: [{ full: "Ana Costa" }] }]);
		expect(warnings.map(({ path }) => path)).toEqual(["0.1.0", "1"]);
	});

	it("reads lists in a component, and no deeper", () => {
		const name = ["n", {}, "text", ["Costa", ["Ana", "Maria"], "", "", ""]];
		expect(fromJCard(["vcard", [name]]).records).toMatchObject([{ names: [{ family: "Costa", given: "Ana Maria" }] }]);
		let deep: unknown = "Ana";
		for (let level = 0; level < 100_000; level++) deep = [deep];
		const { records, warnings } = fromJCard([
			"vcard",
			[
				["fn", {}, "text", "Ana Costa"],
				["note", {}, "text", deep],
			],
		]);
		expect(records).toMatchObject([{ names: [{ full: "Ana Costa" }] }]);
		expect(warnings.map(({ path }) => path)).toEqual(["1.1.3.0.0"]);
	});
});
