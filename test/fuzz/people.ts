/** Good records, profiles and texts, of which bad ones are made. Personal values in them hold the word that may not show. */
import { createResolver, type Resolution, type Resolver } from "sameas";
import { PLANT, spoilt } from "./hostile.js";
import type { Random } from "./random.js";

const interactions = [
	{
		id: "i1",
		channel: "call",
		direction: "inbound",
		at: "2026-11-20T09:12:00Z",
		topic: `Order INV-20391 ${PLANT}`,
		references: ["INV-20391"],
	},
	{
		id: "i2",
		channel: "ticket",
		direction: "inbound",
		at: "2026-11-21",
		text: `${PLANT}: it broke`,
		thread: "T-7",
		state: "open",
	},
	{
		id: "i3",
		channel: "ticket",
		direction: "outbound",
		at: "2026-11-22T10:00:00+02:00",
		text: "We call you",
		thread: "T-7",
		author: `${PLANT} Roe`,
	},
	{
		channel: "post",
		platform: "x",
		handle: "anacosta",
		at: "2026-11-20T09:00:00Z",
		text: "On hold for an hour",
		url: "https://x.com/anacosta/status/1",
	},
];
/** Records in every form in which callers have them. */
const goodRecords: readonly object[] = [
	{
		id: "C-1",
		source: "hubspot",
		names: [{ given: "Ana", family: "Costa", nickname: PLANT }],
		emails: [{ value: `ana.${PLANT}@example.com`, primary: true, verified: true }, "ana@example.com"],
		phones: [{ value: "+1 617 555 0142", label: "mobile", observedAt: "2026-01-02" }],
		addresses: [{ street: `${PLANT} Street 1`, city: "Boston", region: "MA", postalCode: "02110", country: "US" }],
		organization: "Cedar Labs",
		title: "Vice President",
		links: ["https://ana.example.com"],
		handles: [{ platform: "x", handle: "anacosta", id: "77", grade: "asserted" }],
		interactions,
		status: "customer",
		consent: { doNotCall: true, preferredChannel: "email" },
		attributes: { tier: "gold", score: 7, vip: true },
	},
	{
		id: 2,
		name: `${PLANT} Defren`,
		email: "todd@example.com; t.defren@example.org",
		phone: 6175550143,
		handle: "@TDefren",
	},
	{
		"Record ID": "3",
		"First Name": "Bruno",
		"Last Name": "Keller",
		"E-mail": "bruno@example.net",
		"Mobile Phone": "617-555-0177",
		Zip: "02139",
	},
	{ id: "C-4", name: "김태원", address: "Seoul", interactions: [{ channel: "chat", text: "Hi" }] },
	{ id: "C-5", names: ["Ana Costa", "Costa, Ana"], phone: "+16175550142", status: "former" },
	{ id: "C-6", name: "Søren Ávila-Brandt", email: "soren@example.org", organization: "Tidewell Water" },
	{ id: "C-7", kind: "organization", name: "Cedar Labs", email: "info@example.com", consent: { doNotMatch: true } },
];
const goodProfiles: readonly (object | string)[] = [
	"@TDefren",
	"x:anacosta",
	"ana@example.com",
	{
		platform: "x",
		id: "77",
		handle: "anacosta",
		displayName: "Ana Costa",
		bio: `Optics at Cedar Labs, ${PLANT}. Mail ana@example.com or 617 555 0142. she/her`,
		location: "Boston, MA",
		links: [{ url: "https://ana.example.com", verified: true }, "https://github.com/anacosta"],
		emailHashes: ["0cba00ca3da1b283a57287bcceb17e35"],
		posts: [
			{ id: "p1", text: "My order INV-20391 is still missing, on hold since this morning", at: "2026-11-20T10:00:00Z" },
			"Hello",
		],
		interactions: [{ channel: "dm", direction: "inbound", at: "2026-11-21T09:00:00Z", text: "Anybody there?" }],
		pronouns: "she/her",
		createdAt: "2015-03-01",
		attributes: { followers: 12 },
	},
	{
		platform: "mastodon",
		instance: "fedi.example.com",
		handle: "bruno",
		displayName: "Bruno K. (he)",
		bio: "Opinions mine.",
	},
	{ handle: "brightwater_help", displayName: "Brightwater Support", bio: "Official help. Not monitored at night." },
	{ email: "soren@example.org", phone: "+1 617 555 0177" },
];
const recordTexts = goodRecords.map((record) => JSON.stringify(record));
const profileTexts = goodProfiles.map((profile) => JSON.stringify(profile));

/** A record, mostly a spoilt one. */
export function anyRecord(random: Random): unknown {
	const json = random.pick(recordTexts);
	return random.chance(0.15) ? JSON.parse(json) : spoilt(random, json);
}

export function anyProfile(random: Random): unknown {
	const json = random.pick(profileTexts);
	return random.chance(0.1) ? JSON.parse(json) : spoilt(random, json);
}

/** A resolver with the good records. */
export function goodResolver(): Resolver {
	return createResolver({ records: goodRecords as never, defaultCountry: "US", now: Date.parse("2026-11-23") });
}

/** What a resolver says of the good profiles. */
export async function goodResolutions(): Promise<readonly Resolution[]> {
	const resolver = goodResolver();
	return Promise.all(goodProfiles.map((profile) => resolver.resolve(profile as never)));
}

/** Files as people have them, by the reader that reads them. */
export const files: Readonly<Record<"csv" | "vcard" | "html" | "jcard", readonly string[]>> = {
	csv: [
		`Record ID,First Name,Last Name,Email,Phone,Notes,Do Not Call\n1,Ana,${PLANT},ana@example.com,(617) 555-0142,"said @anacosta, twice",yes\n2,Bruno,Keller,,5.03556E+09,,\n`,
		`sep=;\nName;E-mail;Mobile Phone\n"Costa; Ana";"a@example.com ::: b@example.com";617 555 0142\n`,
		`Call ID,Date,From,To,Direction,Agent,Notes,Resolved\n9,11/20/2026 09:12,+16175550142,8005550199,in,Roe,${PLANT},no\n`,
	],
	vcard: [
		`BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Costa\r\nN:Costa;Ana;;;\r\nEMAIL;TYPE=work:ana@example.com\r\nTEL;VALUE=uri:tel:+1-617-555-0142\r\nNOTE:${PLANT}\r\nitem1.URL:https://ana.example.com\r\nSOCIALPROFILE;TYPE=x:https://x.com/anacosta\r\nEND:VCARD\r\n`,
	],
	html: [
		`<!doctype html><body class="h-card"><h1 class="p-name">Ana ${PLANT}</h1><a rel="me noopener" href="https://x.com/anacosta">x</a><a rel=me href='mailto:ana@example.com?subject=1'>m</a><!-- <a rel="me" href="https://bad.example"> --><script>"<a rel=me href=x>"</script>`,
	],
	jcard: [
		JSON.stringify([
			"vcard",
			[
				["version", {}, "text", "4.0"],
				["fn", {}, "text", `Ana ${PLANT}`],
				["tel", { type: ["home", "cell"] }, "uri", "tel:+1-617-555-0142"],
				["email", {}, "text", "ana@example.com"],
			],
		]),
	],
};
