import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHolder, type ShownKind } from "../../src/text/holder.js";
import type { HolderKind, SocialProfile } from "../../src/types.js";
import { profileOf } from "../samples.js";

const kindOf = (profile: Partial<SocialProfile>): ShownKind => readHolder(profileOf(profile)).sign?.kind ?? "person";

/** A line of a table: handle, display name, bio. */
type Row = readonly [handle: string, displayName?: string | undefined, bio?: string | undefined];
const profileOfRow = ([handle, displayName, bio]: Row): Partial<SocialProfile> => ({
	...(handle === "" ? {} : { handle }),
	...(displayName === undefined ? {} : { displayName }),
	...(bio === undefined ? {} : { bio }),
});

describe.each<[HolderKind, readonly Row[]]>([
	[
		"organization",
		[
			["AcmeSupport"],
			["acmesupport"],
			["acme_helpdesk"],
			["AcmeCustomerCare"],
			["SoporteAcme", "Soporte Acme"],
			["acme", "Acme Inc."],
			["acme", "Acme, Inc."],
			["acme", "Acme Werke GmbH"],
			["acme", "株式会社アクメ"],
			["askacme", "Acme Customer Care"],
			["acme_de", "Acme Kundenservice"],
			["acmefr", "Service client Acme"],
			["acme_es", "Atención al cliente Acme"],
			["acme_nl", "Acme Klantenservice"],
			["acme", "Acme", "The official account of Acme. Follow us for news."],
			["acme", "Acme", "We build rockets. Customer care Mon-Fri 9am-5pm."],
			["acme_de", "Acme", "Wir helfen euch gern. Kundenservice: Mo bis Fr 8-18 Uhr"],
			["acme_es", "Acme", "Somos Acme. Nuestros clientes son lo primero. Contáctanos"],
			["acme_fr", "Acme", "Compte officiel. Suivez-nous et contactez-nous"],
			["acme_it", "Acme", "Siamo qui per i nostri clienti. Seguici!"],
			["acme_br", "Acme", "Conta oficial. Fale conosco para falar dos nossos produtos"],
			["stateu", "Globex University", "Home of the Rockets"],
			["cityofx", "City of Springwick"],
			["uni_x", "Universität Musterstadt"],
		],
	],
	[
		"role",
		[
			["RepPressOffice"],
			["rep_press_office", "Press Office"],
			["pressoffice"],
			["newsroom"],
			["hilfe24", "Support Team"],
			["x1", "Gabinete de Prensa"],
			["x2", "Pressestelle"],
			["x3", "Ufficio Stampa"],
			["x4", "Service de presse"],
			["x5", "Assessoria de Imprensa"],
			["x6", "Office of the Mayor"],
			["globexpr", "Globex PR", "Press office of the Globex group"],
			["globex_pr", "Globex", "Pressestelle der Globex-Gruppe"],
			["globex_pr", "Globex", "Gabinete de prensa de Globex"],
		],
	],
	[
		"parody",
		[
			["nottodd", "Not Todd Defren"],
			["faketodd", "Fake Todd Defren"],
			["tdefren1", "Todd Defren (Parody)"],
			["tdefren1", "Todd Defren | Satire"],
			["tdefren1", "Todd Defren (commentary)"],
			["ToddDefrenParody", "Todd Defren"],
			["tdefren1", "Todd Defren", "Parody account"],
			["tdefren1", "Todd Defren", "Parody."],
			["tdefren1", "Todd Defren", "PR. This is a parody of a well-known blogger"],
			["tdefren1", "Todd Defren", "Unofficial account. Jokes only."],
			["tdefren1", "Todd Defren", "Not affiliated with Todd Defren"],
			["tdefren1", "Todd Defren", "Not the real Todd Defren."],
			["tdefren1", "Todd Defren", "Cuenta parodia. Humor."],
			["tdefren1", "Todd Defren", "Compte parodique"],
			["tdefren1", "Todd Defren", "Satire-Account, nicht ernst gemeint"],
			["tdefren1", "Todd Defren", "Conta paródia"],
			["tdefren1", "Todd Defren", "Account parodia"],
			["tdefren1", "Todd Defren", "社長のパロディです"],
		],
	],
	[
		"fan",
		[
			["x", "Todd Defren Fans"],
			["ToddDefrenFans"],
			["todddefrenfanclub"],
			["x", "Todd Defren Fan Club"],
			["x", "Fans de Ana Costa"],
			["x", "Ana Costa | Fan Page"],
			["x", "Ana Costa", "Fan account. Not run by her."],
			["x", "Ana Costa", "Fan page of Ana Costa"],
			["x", "Ana Costa", "Cuenta de fans de Ana"],
			["x", "Ana Costa", "Compte fan"],
			["x", "Ana Costa", "Fanseite über Ana Costa"],
			["x", "Ana Costa", "Fã clube de Ana Costa"],
			["x", "Ana Costa", "アナ・コスタのファンアカウント"],
			["x", "Ana Costa", "아나 코스타 팬계정입니다"],
		],
	],
	[
		"memorial",
		[
			["x", "In Memory of Todd Defren"],
			["x", "Todd Defren Tribute"],
			["x", "Todd Defren", "In loving memory of Todd Defren"],
			["x", "Todd Defren", "A tribute account"],
			["x", "Todd Defren", "Gedenkseite"],
			["x", "Ana Costa", "Cuenta homenaje"],
		],
	],
	[
		"bot",
		[
			["x", "Weather of Kiel", "I'm a bot"],
			["x", "Kiel", "Bot by @example. Posts the weather"],
			["x", "Todd's feed", "Automated account"],
			["x", "Clima", "Cuenta automatizada"],
			["x", "Météo", "Je suis un robot"],
			["x", "天気", "天気を知らせるbotです"],
		],
	],
])("the account of a %s", (kind, rows) => {
	it.each(rows.map((row) => [row.join(" / "), row] as const))("%s", (_, row) =>
		expect(kindOf(profileOfRow(row))).toBe(kind),
	);
});

describe("what the network says", () => {
	it.each<[SocialProfile["attributes"], HolderKind]>([
		[{ parody: true }, "parody"],
		[{ bot: true }, "bot"],
		[{ group: true }, "group"],
		[{ type: "Organization" }, "organization"],
		[{ organization: true }, "organization"],
		[{ type: "Bot" }, "bot"],
		[{ type: "Service" }, "bot"],
		[{ type: "Group" }, "group"],
		[{ type: "User" }, "person"],
		[{ type: "Person" }, "person"],
		[{ bot: false, parody: false, group: "no" }, "person"],
	])("%j: %s", (attributes, kind) =>
		expect(kindOf({ handle: "tdefren", displayName: "Todd Defren", attributes })).toBe(kind),
	);
});

describe("a person stays a person", () => {
	it.each(
		[
			["tdefren"],
			["TDefren", "Todd Defren", "PR."],
			["RepZoraJones"],
			["DrAnaCosta"],
			["AnaCostaPress"],
			["TeamAnaCosta"],
			["anacostasupport"],
			["PressAna", "Ana Costa"],
			["RepPressOffice", "Jane Roe"],
			["anacosta", "Ana Costa | Acme Support"],
			["anacosta", "Ana from Acme Support"],
			["todd", "Todd at Acme"],
			["todd", "Todd Defren, Acme Inc."],
			["jroe", "Jane Roe", "I support parody"],
			["jroe", "Jane Roe", "we love dogs"],
			["jroe", "Jane Roe", "My opinions, not of my employer Acme"],
			["jroe", "Jane Roe", "Fan of Boston Celtics"],
			["jroe", "Jane Roe", "Celtics fan. Page turner."],
			["jroe", "Jane Roe", "Press officer at Acme"],
			["jroe", "Jane Roe", "Head of the press office of Acme"],
			["jroe", "Jane Roe", "Press office at Acme. Mum of two."],
			["jroe", "Jane Roe", "Customer support lead @acme. We're hiring!"],
			["jroe", "Jane Roe", "Writer. Satire. Dogs."],
			["jroe", "Jane Roe", "I run a parody account on the side"],
			["jroe", "Jane Roe", "Follow my fan page!"],
			["jroe", "Jane Roe", "Not affiliated with any party"],
			["jroe", "Jane Roe", "Not affiliated with Roe Motors"],
			["jroe", "Jane Roe", "Not a real doctor"],
			["jroe", "Jane Roe", "In loving memory of my dad"],
			["jroe", "Jane Roe", "I build bots. Bot developer."],
			["jroe", "Jane Roe", "Official account of Senator Jane Roe"],
			["jroe", "Jane Roe", "The official account. Follow us. Contact us for bookings."],
			["jroe", "Jane Roe Celtics Fan"],
			["qzed", "Zxarra Qvist", "We are all made of stars"],
			["qzed", "Zxarra Qvist", "Support at Acme. Dad. We are hiring, dm us"],
			["bot", "Ben Bot"],
			["press", "Bill Press"],
			["page", "Page"],
			["hope", "Hope"],
			["dean", "Dean"],
			["jobs"],
			["sales", "Sales"],
			["abbott"],
			["shell", "Shell"],
			["target"],
			["chase", "Chase"],
			["JanePrice", "Jane Price | she/her | Team Blue"],
			["maria", "María López", "Periodista. Fan de los gatos. Parodias no."],
			["maria", "María López", "Trabajo en el gabinete de prensa de Acme"],
			["jana", "Jana Weber", "Pressesprecherin bei Acme. Wir lieben Hunde."],
			["luc", "Luc Martin", "Attaché de presse. Fan du PSG."],
			["rui", "Rui Lopes", "Assessor de imprensa na Acme"],
			["yuki", "田中由紀", "猫が好きです"],
			["olga", "Ольга Иванова", "Журналист"],
			["notker", "Notker"],
			["nota", "Not Important"],
			["tom", "Tom SA"],
			["tom", "Tom Becker, AG"],
		].map((row) => [row.join(" / "), row as unknown as Row] as const),
	)("%s", (_, row) => expect(readHolder(profileOf(profileOfRow(row))).sign).toBeUndefined());
});

it("reads whatever a stranger writes, in little time and without throwing", () => {
	const piece = fc.oneof(
		fc.string({ unit: "binary", maxLength: 40 }),
		fc.constantFrom(
			"official account of ",
			"not affiliated with ",
			"fan page ",
			"we are ",
			". ",
			"press office of ",
			"(",
			"|",
		),
	);
	const text = fc.array(piece, { maxLength: 12 }).map((list) => list.join(""));
	fc.assert(
		fc.property(text, text, text, (handle, displayName, bio) => {
			const kind = kindOf({ handle, displayName, bio });
			expect(kindOf({ handle, displayName, bio })).toBe(kind);
		}),
	);
	for (const part of [
		"not affiliated with ",
		"in memory of a ",
		"the the the ",
		"official a ",
		" . ",
		"| ",
		"press office ",
	])
		expect(typeof kindOf({ handle: part.repeat(4), displayName: part.repeat(60), bio: part.repeat(2000) })).toBe(
			"string",
		);
});
