// Rows as a CSV parser gives them: exports of two systems, with some cells empty, doubled or broken.
import { createResolver } from "sameas";

const rows = [
	{ id: 1, name: "Ana Costa", email: "ana.costa@example.com", phone: "555-0142" },
	{ id: 2, name: "Bruno Keller", email: "", phone: "+49 30 5550 0199" },
	{ id: 3, firstName: "Chidi", lastName: "Okafor", email: "chidi@example.org; chidi.o@example.net", phone: null },
	{ id: null, name: "No Id At All", email: "lost@example.com" },
	{ id: 5, name: "Ana Costa", email: "ana@example.net", phone: "5.03556E+09" },
	{
		"Record ID": "51",
		"First Name": "Dunja",
		"Last Name": "Petrova",
		Email: "n/a",
		"Mobile Phone Number": "6175550177.0",
		"Company Name": "Cedar Labs",
		"Lifecycle Stage": "Lead",
	},
];

// The resolver checks each row, sets the unusable ones aside and goes on.
const resolver = createResolver({ records: rows, defaultCountry: "US" });

const { accepted, quarantined, warnings } = resolver.ingested;
console.log(`${accepted} of ${rows.length} rows are searched.`);
for (const { index, path, reason } of quarantined) console.log(`Row ${index + 1} is set aside (${path}): ${reason}`);
for (const { recordId, path, reason } of warnings) console.log(`Record ${recordId}, ${path} is left out: ${reason}`);

for (const handle of ["@anacosta", "@brunokeller", "@chidi_okafor", "@dunjapetrova"]) {
	const { decision, links } = await resolver.resolve(handle);
	console.log(
		`${handle}: ${decision} ${links.map(({ recordId, probability }) => `${recordId} (${probability.toFixed(2)})`).join(", ")}`,
	);
}
