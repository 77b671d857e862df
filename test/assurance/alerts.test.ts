import { describe, expect, it } from "vitest";
import { alertsOf, type Suspect } from "../../src/assurance/alerts.js";
import type { Alert, KnownHandle, SocialProfile } from "../../src/types.js";
import { profileOf, recordOf } from "../samples.js";

type Account = Pick<SocialProfile, "platform" | "id" | "instance" | "handle">;
function person(handles: KnownHandle[], more: Partial<Suspect> = {}, links: string[] = [], id = "C-1042"): Suspect {
	const record = recordOf({ id, links, handles, status: "customer" });
	return { records: [record], levels: [], probable: false, ...more };
}
const x = (handle: string, more: KnownHandle = {}): KnownHandle => ({ platform: "x", handle, ...more });

const recordId = "C-1042";
const lookAlike = (says: string): Alert => ({ kind: "look-alike", recordId, holds: true, says });
const letters = lookAlike(
	"The handle is written with letters or digits that look like those of a handle on the record.",
);
const addition = lookAlike("The handle is one on the record with something added or doubled.");
const number = lookAlike("The handle is one on the record with another number at its end.");
const slip = lookAlike("The handle is one letter away from a handle on the record.");
const second: Alert = {
	kind: "several-accounts",
	recordId,
	holds: false,
	says: "The person is known by another account on this network.",
};
const recycled: Alert = {
	kind: "recycled",
	recordId,
	holds: true,
	says: "The handle was this person's, and another account has it now.",
};
const renamed: Alert = {
	kind: "renamed",
	recordId,
	holds: false,
	says: "The account is known by another handle: it has been renamed.",
};
const brand: Alert = {
	kind: "brand-look-alike",
	holds: true,
	says: "The handle looks like one of the firm's own and is none of them.",
};

describe("what passes for a person's handle", () => {
	const known = [x("TDefren")];
	const mastodon = (instance: string, handle = "tdefren"): KnownHandle => ({ platform: "mastodon", instance, handle });
	it.each<[string, Account, KnownHandle[], Alert[]]>([
		["look-alike letters", x("TDеfren"), known, [letters]],
		["an underscore more", x("TDefren_"), known, [addition]],
		["another number", x("TDefren7"), known, [number]],
		["another letter", x("TDefran"), known, [slip]],
		["the worst of two", x("TDefren_"), [x("TDefran"), x("TDefren")], [addition]],
		["another handle", x("winchboy"), known, []],
		["no handle", { platform: "x" }, known, []],
		["an account without a handle", x("TDefren_"), [{ platform: "x", id: "4" }], []],
		["one of several", x("TDefren_"), [x("winchboy"), x("TDefren")], [addition]],
		["a handle that is only mentioned", x("TDefren_"), [x("TDefren", { grade: "mentioned" })], []],
		["a handle that was given up", x("TDefren_"), [x("TDefren", { validTo: "2025-01-01" })], []],
		["on another network", { platform: "github", handle: "TDefren_" }, known, []],
		["on another network, in letters of ASCII", { platform: "github", handle: "TDefrem1" }, [x("TDefreml")], []],
		["on another network, in other letters", { platform: "github", handle: "TDеfren" }, known, [letters]],
		["on another network, one accent more", { platform: "github", handle: "tdéfrens" }, known, []],
		["on nobody knows which network", { handle: "TDefren_" }, known, [addition]],
		["on another server", mastodon("two.example", "tdefren_"), [mastodon("one.example")], []],
		["on this server", mastodon("one.example", "tdefren_"), [mastodon("one.example")], [addition]],
		[
			"a handle with its server",
			mastodon("one.example", "tdefren_"),
			[{ platform: "mastodon", handle: "tdefren@one.example" }],
			[addition],
		],
		["full-width letters", x("ＴＤｅｆｒｅｎ"), known, [letters]],
		["a Kelvin sign, whose small letter is a k", x("\u212Aelvin"), [x("Kelvin")], [letters]],
		["full-width letters, as they are on record", x("ＴＤｅｆｒｅｎ"), [x("ＴＤｅｆｒｅｎ")], []],
		["the very account", { ...x("TDefren_"), id: "1" }, [x("TDefren", { id: "1" })], []],
		[
			"the very number on another network",
			{ ...x("TDefren_"), id: "1" },
			[x("TDefren"), { platform: "github", id: "1" }],
			[addition],
		],
		["the very account among others", x("TDefren_"), [x("TDefren"), x("tdefren_")], []],
	])("%s", (_, account, handles, alerts) => {
		expect(alertsOf(profileOf(account), [person(handles)], [])).toStrictEqual(alerts);
	});

	it.each<[string, Account, string, Alert[]]>([
		["the address of a page", x("TDefren_"), "https://x.com/TDefren", [addition]],
		["the address of this page", x("TDefren"), "https://x.com/TDefren", []],
		["an address that is no profile", x("TDefren_"), "https://defren.example", []],
	])("%s is as good as a handle", (_, account, link, alerts) => {
		expect(alertsOf(profileOf(account), [person([], {}, [link])], [])).toStrictEqual(alerts);
	});

	it.each<[string, Account, Alert[]]>([
		["a number", x("TDefren7"), []],
		["a letter", x("TDefran"), []],
		["something added", x("TDefren_"), [addition]],
		["letters", x("TDеfren"), [letters]],
	])("under a name of one's own, %s", (_, account, alerts) => {
		for (const level of ["display-other-name", "display-other-given", "display-other-family"]) {
			const suspect = person(known, { levels: ["exact", level] });
			expect(alertsOf(profileOf(account), [suspect], [])).toStrictEqual(alerts);
		}
	});

	it("a handle that is somebody's is nobody's look-alike", () => {
		const other = person([x("winchboy"), x("TDefren_")], {}, [], "C-2");
		expect(alertsOf(profileOf(x("TDefren_")), [person(known), other], [])).toStrictEqual([]);
		expect(
			alertsOf(profileOf(x("TDefren_")), [person(known), person([x("winchboy")], {}, [], "C-2")], []),
		).toStrictEqual([addition]);
	});
});

describe("other accounts of a person", () => {
	const one = { ...x("TDefren"), id: "1" };
	it.each<[string, Account, KnownHandle[], string[], Alert[]]>([
		["a second account", x("winchboy"), [x("TDefren")], [], [second]],
		[
			"a second account, and others elsewhere",
			x("winchboy"),
			[{ platform: "github", handle: "td" }, x("TDefren")],
			[],
			[second],
		],
		["on another network", x("winchboy"), [{ platform: "github", handle: "td" }], [], []],
		["on nobody knows which", { handle: "winchboy" }, [{ handle: "TDefren" }], [], []],
		["the very handle, and another", x("TDefren"), [x("winchboy"), x("TDefren")], [], []],
		["the very handle in full-width letters", x("ＴＤｅｆｒｅｎ"), [x("ＴＤｅｆｒｅｎ")], [], []],
		["changed hands", one, [x("TDefren", { id: "4" })], ["recycled-handle"], [recycled]],
		["changed hands, on the word of another id", one, [x("TDefren", { id: "4" })], ["other-id"], [recycled]],
		[
			"the same in full-width letters",
			{ ...x("ＴＤｅｆｒｅｎ"), id: "1" },
			[x("TDefren", { id: "4" })],
			["other-id"],
			[letters, second],
		],
		["renamed", one, [x("todd_d", { id: "1" })], ["same-id"], [renamed]],
		["renamed, by an id of the firm's app", one, [x("todd_d", { id: "1" })], ["same-scoped-id"], [renamed]],
		[
			"renamed, and listed once without a handle",
			one,
			[{ platform: "x", id: "1" }, x("todd_d", { id: "1" })],
			["same-id"],
			[renamed],
		],
		["known by its id alone", one, [{ platform: "x", id: "1" }, x("todd_d", { id: "4" })], ["same-id"], []],
		["renamed, and known by both handles", one, [x("todd_d", { id: "1" }), x("TDefren")], ["same-id"], []],
		[
			"known by its id, and told without a handle",
			{ platform: "x", id: "1" },
			[x("todd_d", { id: "1" })],
			["same-id"],
			[],
		],
	])("%s", (_, account, handles, levels, alerts) => {
		expect(alertsOf(profileOf(account), [person(handles, { levels, probable: true })], [])).toStrictEqual(alerts);
	});

	it("a second account of somebody who is not likely to be the person is none", () => {
		expect(alertsOf(profileOf(x("winchboy")), [person([x("TDefren")])], [])).toStrictEqual([]);
	});
});

describe("what passes for the firm", () => {
	const acme = { handle: "AcmeCare" };
	it.each<[string, Account, KnownHandle[], Alert[]]>([
		["its own handle", x("AcmeCare"), [acme], []],
		["one of its own", x("AcmeHelp"), [acme, { handle: "AcmeHelp" }], []],
		["its handle, on nobody knows which network", { handle: "AcmeCare" }, [x("AcmeCare")], []],
		["its handle, where it is", x("AcmeCare"), [x("AcmeCare")], []],
		["its handle, where it is not", { platform: "github", handle: "AcmeCare" }, [x("AcmeCare")], [brand]],
		["an underscore more", x("AcmeCare_"), [acme], [brand]],
		["an underscore more than one of its own", x("AcmeCare_"), [{ handle: "Zenith" }, acme], [brand]],
		["one letter away", x("zenitcho"), [{ handle: "zenithco" }], [brand]],
		[
			"its handle of two words, where it is not",
			{ platform: "github", handle: "zenith_co" },
			[x("zenith_co")],
			[brand],
		],
		["its name in capitals", x("ACMEBilling"), [{ handle: "acme" }], [brand]],
		["its name in small letters", x("my_acme_billing"), [{ handle: "acme" }], [brand]],
		["its name all in capitals", x("ACME_BILLING"), [{ handle: "acme" }], [brand]],
		["its name with a look-alike letter", x("BillingАcme"), [{ handle: "acme" }], [brand]],
		["its name in letters without capitals", x("宇宙_billing"), [{ handle: "宇宙" }], [brand]],
		["its name within a word", x("macmelon"), [acme], []],
		["digits only", x("12345"), [acme], []],
		["no handle", { platform: "x", id: "1" }, [acme], []],
		["an account of the firm without a handle", x("winchboy"), [{ platform: "x", id: "9" }], []],
		["no account of the firm", x("AcmeCare"), [], []],
	])("%s", (_, account, own, alerts) => {
		expect(alertsOf(profileOf(account), [], own)).toStrictEqual(alerts);
	});
});
