import { describe, expect, it } from "vitest";
import { fromSchemaPerson } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";

const ana = {
	"@context": "https://schema.org",
	"@type": "Person",
	"@id": "https://ana.example.com/#me",
	name: "Ana Costa",
	alternateName: ["Nini"],
	pronouns: { "@type": "DefinedTerm", name: "she/her" },
	email: "mailto:ana@example.com",
	telephone: ["tel:+1-617-555-0142"],
	jobTitle: "Kite engineer",
	worksFor: { "@type": "Organization", name: "Cedar Labs", url: "https://cedar.example" },
	address: {
		"@type": "PostalAddress",
		addressLocality: "Boston",
		addressRegion: "MA",
		addressCountry: { "@type": "Country", name: "US" },
	},
	url: "https://ana.example.com",
	sameAs: ["https://twitter.com/AnaCosta", "https://social.example/@ana"],
};

describe("a person in the words of schema.org", () => {
	it("is a profile of no network", () => {
		expect(fromSchemaPerson(ana)).toEqual({
			profiles: [
				{
					displayName: "Ana Costa",
					bio: "Kite engineer, Cedar Labs",
					location: "Boston, MA, US",
					pronouns: "she/her",
					links: [
						{ url: "https://ana.example.com" },
						{ url: "https://twitter.com/AnaCosta" },
						{ url: "https://social.example/@ana" },
					],
					emails: [{ value: "ana@example.com" }],
					phones: [{ value: "+1-617-555-0142" }],
				},
			],
			unattributed: [],
			warnings: [],
		});
	});

	it.each<[string, object, object]>([
		["a name in parts", { givenName: "Bo", familyName: "Ek" }, { displayName: "Bo Ek" }],
		[
			"a place by name",
			{ name: "Bo", homeLocation: { "@type": "Place", name: "Umeå" } },
			{ displayName: "Bo", location: "Umeå" },
		],
		[
			"one text where a list may stand",
			{ name: ["Bo"], sameAs: "https://x.com/boek" },
			{ displayName: "Bo", links: [{ url: "https://x.com/boek" }] },
		],
		["several types", { "@type": ["Thing", "schema:Person"], name: "Bo" }, { displayName: "Bo" }],
	])("may have %s", (_, more, expected) => {
		expect(fromSchemaPerson({ "@type": "Person", ...more }).profiles).toEqual([expected]);
	});

	it("is found in graphs and profile pages; other things are passed over", () => {
		const graph = {
			"@context": "https://schema.org",
			"@graph": [
				{ "@type": "WebSite", name: "Site" },
				{ "@type": "ProfilePage", mainEntity: { "@type": "Person", name: "Bo" } },
				ana,
			],
		};
		const { profiles, warnings } = fromSchemaPerson([graph]);
		expect([profiles.map(({ displayName }) => displayName), warnings]).toEqual([["Bo", "Ana Costa"], []]);
	});

	it("an address or a number that is none is left out, with a warning", () => {
		const { profiles, warnings } = fromSchemaPerson({ ...ana, email: "ask me", telephone: "ask me" });
		expect(profiles[0]).not.toHaveProperty("emails");
		expect(warnings.map(({ path }) => path)).toEqual(["email", "telephone"]);
	});
});

describe("the contract of readers", () => {
	const envelope = (graph: readonly unknown[]) => ({ "@context": "https://schema.org", "@graph": graph });
	for (const { name, run } of platformContract(fromSchemaPerson, [{ item: ana, envelope }])) it(name, run);
});
