// Who is @TDefren? The question that started it, with invented contact data.  Run: npm run demo
import { type CrmRecordInput, createResolver, explain } from "sameas";
import { dossier, handOff, handOffText, maskedHandOff } from "sameas/dossier";
import { proofDesk, withHandle } from "sameas/trust";

const records: CrmRecordInput[] = [
	{
		id: "C-1042",
		names: [{ given: "Todd", family: "Defren" }],
		emails: ["todd@example.com"],
		phones: ["+1 617 555 0142"],
		consent: { doNotCall: true, preferredChannel: "email" },
		addresses: [{ city: "Boston", region: "MA", country: "US" }],
		organization: "Example Communications",
		status: "customer",
		interactions: [
			{
				id: "T-88213",
				channel: "ticket",
				at: "2026-11-18T15:02:00Z",
				direction: "inbound",
				state: "open",
				topic: "Upgrade disc never arrived",
				references: ["T-88213"],
			},
			{
				id: "call-7",
				channel: "call",
				at: "2026-11-20T09:12:00Z",
				direction: "inbound",
				text: "Asked again about the upgrade disc.",
			},
		],
	},
	{
		id: "C-2077",
		names: [{ given: "Tom", family: "Delfren" }],
		emails: ["tom.delfren@example.net"],
		status: "prospect",
	},
	{ id: "C-3001", names: [{ full: "Maria Lopez" }], phones: ["+1 617 555 0177"] },
	{ id: "C-3002", names: [{ full: "Sarah Defren" }], emails: ["sarah@example.org"] },
];

// In earnest: a secret from the environment, and Date.now.
const key = "a secret of the firm, made for this example only";
const now = Date.parse("2026-11-23T09:00:00Z");
const resolver = createResolver({ records, receiptKey: key, now: () => now });

const profile = {
	platform: "x",
	id: "1888101",
	handle: "TDefren",
	displayName: "Todd Defren",
	bio: "PR. todd@example.com",
	location: "Boston",
	posts: [{ text: "Still no upgrade disc. I called on Friday, ticket T-88213. Anyone?", at: "2026-11-22T18:40:00Z" }],
};
const resolution = await resolver.resolve(profile);

console.log(explain(resolution));

// It looks like him, and so would a clone of his profile: a colleague sees initials until it is proved.
const unproved = dossier(resolution);
console.log(`\nProof of control: ${unproved.link?.assurance.level}. ${unproved.withheld[0]}`);

// He links the account while signed in to the firm's site. The receipt is kept on his record.
const desk = proofDesk({ key, random: (count) => crypto.getRandomValues(new Uint8Array(count)) });
const handle = desk.signedIn({ recordId: "C-1042", profile, now });
const record = resolution.links[0]?.record;
if (record !== undefined) resolver.upsert([withHandle(record, handle)]);

// What is known of him, where it stands, and what is not known: dossierText(answer) shows all of it.
const answer = dossier(await resolver.resolve(profile));
console.log(`Proof of control: ${answer.link?.assurance.level}. ${answer.link?.assurance.reasons[0]?.says}`);
console.log(`\nRelation: ${answer.relation.value}. ${answer.relation.says}`);
for (const { kind, value, because } of answer.contacts) console.log(`${kind}: ${value} ${because.join(" ")}`.trim());
for (const { at, channel, by, topic, text } of answer.timeline) {
	console.log(`${at?.slice(0, 10)}  ${channel.padEnd(6)}  ${by.padEnd(6)}  ${topic ?? text}`);
}
for (const { topic, state, contacts, lastWord } of answer.issues.open) {
	console.log(`Issue: ${topic}: ${state}, ${contacts} contacts, last word: the ${lastWord?.by}.`);
}
console.log(answer.notHeld[0]);

// For the next team, and masked for somebody outside the firm.
const packet = handOff(answer, { sundown: { utcOffset: "-05:00" } });
console.log(`\nAnswer due ${packet.due?.at}. ${packet.due?.because}\n`);
console.log(handOffText(maskedHandOff(packet), { as: "text" }));

// His handle is on record now and finds him alone ...
const byHandle = await resolver.resolve("@TDefren");
console.log(
	`\nBy the handle alone: ${byHandle.links[0]?.recordId} with ${byHandle.links[0]?.probability.toFixed(3)}, decision "${byHandle.decision}".`,
);

// ... and where there is none, the answer says so.
const empty = await resolver.resolve({});
console.log(`An empty profile: ${empty.decision}. ${empty.reason}`);
