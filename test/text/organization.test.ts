import { describe, expect, it } from "vitest";
import { isOrganizationAccount, isPersonalDomain, organizationWords, selfNames } from "../../src/text/organization.js";
import type { SocialProfile } from "../../src/types.js";

const nobody: SocialProfile = {
	links: [],
	emails: [],
	emailHashes: [],
	phones: [],
	posts: [],
	interactions: [],
	attributes: {},
};

describe("a person's own domain", () => {
	it.each<[string, string, string | undefined, boolean]>([
		["defren.example", "Todd Defren", undefined, true],
		["todd-defren.example", "Todd Defren", "Acme", true],
		["tdefren.example", "Todd Defren", undefined, true],
		["defrenphotos.example", "Todd Defren", undefined, true],
		["defrenforsenate.example", "Todd Defren", undefined, true],
		["defrenpartners.example", "Todd Defren", undefined, false],
		["defren.example", "Todd Defren", "Defren & Co", false],
		["acme.example", "Jane Roe", undefined, false],
		["stanford.example", "Jane Ford", undefined, false],
		["todd.example", "Todd Defren", undefined, false],
		["defren.example", "", undefined, false],
	])("%s, of %s at %s: %s", (domain, full, organization, personal) => {
		expect(isPersonalDomain(domain, [{ full }], organizationWords(organization))).toBe(personal);
	});
});

describe("an organisation's own account", () => {
	it.each<[string, Partial<SocialProfile>, boolean]>([
		["its name", { handle: "acme" }, true],
		["its name and help", { handle: "@AcmeHelp", displayName: "Ann and Bo" }, true],
		["two words of a desk", { handle: "AcmeUSHelp_2" }, true],
		["its name on display", { handle: "wecare", displayName: "Acme Press Team" }, true],
		["what the bio says", { handle: "wecare", bio: "The official X account of Acme!" }, true],
		["another firm's, which names it", { handle: "globex", bio: "Official partner of Acme" }, false],
		["an employee", { handle: "acmejane", displayName: "Jane Roe | Acme" }, false],
		["a person behind the bare name", { handle: "acme", displayName: "Jane Roe" }, false],
		["nothing", {}, false],
	])("%s", (_, profile, own) => {
		const self = selfNames({ ...nobody, ...profile });
		expect(isOrganizationAccount(self, ["acme"])).toBe(own);
	});
});
