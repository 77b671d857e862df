// Who is @TDefren? The question that started it, with invented contact data.  Run: npm run demo
import { type CrmRecordInput, createResolver, explain } from "sameas";
import { dossier, handOff, handOffText, maskedHandOff } from "sameas/dossier";

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

const resolver = createResolver({ records });

const resolution = await resolver.resolve({
	platform: "x",
	handle: "@TDefren",
	displayName: "Todd Defren",
	bio: "PR. todd@example.com",
	location: "Boston",
	posts: [{ text: "Still no upgrade disc. I called on Friday, ticket T-88213. Anyone?", at: "2026-11-22T18:40:00Z" }],
});

console.log(explain(resolution));

// What is known of him, where it stands, and what is not known: dossierText(answer) shows all of it.
const answer = dossier(resolution);
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

// A name alone is evidence too, as much as the name is rare ...
const byHandle = await resolver.resolve("@TDefren");
console.log(
	`\nBy the handle alone: ${byHandle.links[0]?.recordId} with ${byHandle.links[0]?.probability.toFixed(3)}, decision "${byHandle.decision}".`,
);

// ... and where there is none, the answer says so.
const empty = await resolver.resolve({});
console.log(`An empty profile: ${empty.decision}. ${empty.reason}`);
