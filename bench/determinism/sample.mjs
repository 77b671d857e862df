// What is asked in the suite of determinism: invented people and an invented firm, see people.mjs and firm.mjs, and what
// locales and time zones tempt to read otherwise: dotted and dotless i, other scripts, times without a zone.
import { makeFirm } from "../firm.mjs";
import { makeHandles, makeRecords } from "../people.mjs";

/** "Now", for what grows old. */
const NOW = Date.UTC(2026, 10, 15, 12);

const foreign = [
	{ id: "t1", name: "İbrahim IŞIK", email: "IBRAHIM.ISIK@EXAMPLE.COM", addresses: [{ city: "Iğdır" }] },
	{ id: "t2", name: "Ilgın Işıklı", phone: "+1 212 555 0161" },
	{ id: "s1", name: "Åsa Öhman", email: "asa@example.org" },
	{ id: "s2", name: "Asa Ohman", email: "ohman@example.net" },
	{ id: "k1", name: "김태원", phone: "+1 212 555 0147" },
	{ id: "r1", name: "Наталья Дефренова", handles: ["@ndefrenova"] },
	{ id: "a1", name: "محمد الدفرني", organization: "Harbor Supply" },
	{ id: "g1", name: "Γιώργος Παππάς", emails: ["pappas@example.com"] },
];
const foreignProfiles = [
	{ platform: "x", handle: "IBRAHIMISIK", displayName: "İBRAHİM IŞIK" },
	{ platform: "x", handle: "ilginisikli", displayName: "ILGIN IŞIKLI", bio: "212-555-0161" },
	{ platform: "x", handle: "asaohman", displayName: "ÅSA ÖHMAN" },
	{ platform: "x", handle: "taewonkim", displayName: "김태원", bio: "212 555 0147" },
	{ platform: "mastodon", handle: "ndefrenova@social.example", displayName: "Natalya Defrenova" },
	{ platform: "x", handle: "aldefarni", displayName: "Mohammed", bio: "@harborsupply" },
	{ platform: "x", handle: "gpappas", displayName: "ΓΙΏΡΓΟΣ ΠΑΠΠΆΣ" },
	"@TDefren",
];

/** Calls with times without a zone, of which the first falls into the hour that many zones skip or repeat. */
const calls = [
	"Call ID,Start Time,Caller,Topic",
	"1,29/03/2026 02:30,+1 212 555 0147,Invoice",
	"2,25/10/2026 02:30,+1 212 555 0161,Delivery",
	"3,01/11/2026 01:15,+1 212 555 0147,Delivery",
].join("\n");

/** Plain data, so that every engine is asked the same, whoever has made it up. */
export function makeSample() {
	const people = makeRecords(800, 11);
	const firm = makeFirm(200, 80, 12);
	return {
		now: NOW,
		calls,
		sets: [
			{ records: people, cases: makeHandles(people, 150, 13) },
			{ records: firm.records, cases: firm.cases },
			{
				records: [...foreign, ...people.slice(0, 200)],
				cases: foreignProfiles.map((profile) => ({ profile, truth: null })),
			},
		],
	};
}
