import anyAscii from "any-ascii";
import { describe, expect, it } from "vitest";
import { explain } from "../../src/explain.js";
import { createResolver } from "../../src/resolver.js";
import { type NameScorerOptions, nameScorer } from "../../src/scorers/name.js";
import { scorerContract } from "../../src/testing.js";
import type { CrmRecordInput, SocialProfileInput } from "../../src/types.js";

/** Resolves against one record among strangers, by the name alone. */
async function evidenceFor(profile: SocialProfileInput, name: string, options: NameScorerOptions = {}) {
	const resolver = createResolver({ scorers: [nameScorer(options)], records: [{ id: "r", name }, ...strangers] });
	const { links } = await resolver.resolve(profile);
	return links.find(({ recordId }) => recordId === "r")?.evidence[0];
}

const strangers: CrmRecordInput[] = [
	"Maria Lopez",
	"John Miller",
	"Wei Zhang",
	"Anna Kowalska",
	"Ahmed Hassan",
	"Priya Patel",
	"James Wilson",
	"Laura Rossi",
	"Peter Novak",
	"Grace Okafor",
	"Emma Dubois",
	"Lukas Weber",
	"Sofia Costa",
	"Tom Becker",
	"Yuki Tanaka",
	"Olga Ivanova",
].map((name, index) => ({ id: `s${index}`, name }));

describe("nameScorer keeps the scorer contract", () => {
	const record = { id: "1", name: "Todd Michael Defren" };
	const display = (displayName: string, level: string) => ({ profile: { displayName }, record, level });
	const handle = (written: string, level: string) => ({ profile: { handle: written }, record, level });
	const checks = scorerContract(nameScorer(), [
		display("Todd Defren", "display-full-name"),
		display("Todd Defrem", "display-misspelt"),
		display("T. Defren", "display-initial-surname"),
		display("Todd D.", "display-given-initial"),
		display("The Defren House", "display-surname"),
		display("Todd 🚀 Rocket", "display-given"),
		display("T. D.", "display-initials"),
		display("Sarah Defren", "display-other-given"),
		handle("sarahdefren", "handle-other-given"),
		display("Todd Miller", "display-other-family"),
		handle("todd.garcia", "handle-other-family"),
		display("Todd Defren Fans", "display-about"),
		{ profile: { handle: "defren", bio: "Parody account" }, record, level: "handle-about" },
		...(["Jr", "Sr"] as const).flatMap((generation) => {
			const level = generation === "Jr" ? "generation" : "other-generation";
			const junior = { id: "4", firstName: "Todd", lastName: "Defren, Jr." };
			return [
				{ profile: { displayName: `Todd Defren ${generation}.` }, record: junior, level: `display-${level}` },
				{ profile: { handle: `todddefren_${generation}` }, record: junior, level: `handle-${level}` },
			];
		}),
		display("Jane Roe", "display-other-name"),
		display("xq zvw 9000", "display-opaque"),
		{ profile: { displayName: "Tod Def x" }, record: { id: "2", name: "Tod Def" }, level: "display-full-name" },
		{ profile: { displayName: "Bill Defren" }, record: { id: "3", name: "William Defren" }, level: "display-nickname" },
		{ profile: { displayName: "todddefre" }, record, level: "display-shortened" },
		handle("@TDefren", "handle-initial-surname"),
		handle("todd.defren", "handle-full-name"),
		handle("toddd", "handle-given-initial"),
		handle("therealdefren", "handle-surname"),
		handle("todd_in_boston", "handle-given"),
		handle("todddefre", "handle-shortened"),
		handle("td", "handle-initials"),
		handle("johnsmith", "handle-other-name"),
		handle("xkqzvwpj", "handle-opaque"),
		{ profile: { handle: "billdefren" }, record: { id: "3", name: "William Defren" }, level: "handle-nickname" },
		handle("todd-defrem", "handle-shortened"),
	]);
	for (const { name, run } of checks) it(name, run);
});

describe("reads a handle as evidence about a name", () => {
	it.each([
		["TDefren", "Todd Defren", "handle-initial-surname"],
		["todd_defren", "Todd Defren", "handle-full-name"],
		["DefrenTodd", "Todd Defren", "handle-full-name"],
		["defren.todd77", "Todd Defren", "handle-full-name"],
		["bobmiller", "Robert Miller", "handle-nickname"],
		["MikeWilsonPDX", "Michael Wilson", "handle-nickname"],
		["RepDefren", "Todd Defren", "handle-surname"],
		["jdelacruz", "Juan de la Cruz", "handle-initial-surname"],
		["juancruz", "Juan de la Cruz", "handle-full-name"],
		["marialopezgarcia", "María López García", "handle-full-name"],
		["marialopez", "María López García", "handle-full-name"],
		["hconway", "Hélène Conway-Mouret", "handle-initial-surname"],
		["jeanpierremartin", "Jean-Pierre Martin", "handle-full-name"],
		["jpmartin", "Jean-Pierre Martin", "handle-initial-surname"],
		["mueller_jan", "Jan Mueller", "handle-full-name"],
		["søren_kjær", "Søren Kjær", "handle-full-name"],
		["sorenkjaer", "Søren Kjær", "handle-full-name"],
		["o.shevchenko", "Олена Шевченко", "handle-initial-surname"],
		["papadopoulosnikos", "Νίκος Παπαδόπουλος", "handle-full-name"],
		["kimtaewon", "김태원", "handle-full-name"],
		["taewonkim", "KIM Tae-won", "handle-full-name"],
		["yi.sangmin", "이상민", "handle-full-name"],
		["prince", "Prince", "handle-full-name"],
		["obrien_kate", "Kate O'Brien", "handle-full-name"],
		["toddmdefren", "Todd Michael Defren", "handle-full-name"],
	])("%s is %s: %s", async (handle, name, level) => {
		const evidence = await evidenceFor({ handle }, name);
		expect(evidence?.level).toBe(level);
		expect(evidence?.bits).toBeGreaterThan(3);
	});
});

describe("reads a display name", () => {
	it.each([
		["Todd Defren", "Todd Defren", "display-full-name"],
		["DEFREN, Todd", "Todd Defren", "display-full-name"],
		["Dr. Todd Defren, PhD 🚀", "Todd Defren", "display-full-name"],
		["𝐓𝐨𝐝𝐝 𝐃𝐞𝐟𝐫𝐞𝐧", "Todd Defren", "display-full-name"],
		["Ｔｏｄｄ　Ｄｅｆｒｅｎ", "Todd Defren", "display-full-name"],
		["ᴛᴏᴅᴅ ᴅᴇꜰʀᴇɴ", "Todd Defren", "display-full-name"],
		["Bill Gateman", "William Gateman", "display-nickname"],
		["Sylviane NOËL, sénatrice", "Sylviane Noël", "display-full-name"],
		["Todd", "Todd Defren", "display-given"],
		["Todd D", "Todd Defren", "display-given-initial"],
		["Оксана Бондаренко", "Oksana Bondarenko", "display-full-name"],
		["김태원", "김태원", "display-full-name"],
		["謝偉俊", "謝偉俊", "display-full-name"],
		["John Appelseed", "John Appleseed", "display-misspelt"],
		["Carol Howard", "C. Howard", "display-initial-surname"],
		["Howard Carol", "Howard, C.", "display-initial-surname"],
		["Carol Howard", "Carol H.", "display-given-initial"],
	])("%s for %s: %s", async (displayName, name, level) => {
		expect((await evidenceFor({ displayName }, name))?.level).toBe(level);
	});

	it("says it in a sentence, with the values only when asked", async () => {
		const evidence = await evidenceFor({ displayName: "T. Defren" }, "Todd Defren");
		expect(evidence?.says).toBe("The display name is the initial of the given name and the surname on the record");
		expect([evidence?.profileValue, evidence?.recordValue]).toEqual(["T. Defren", "Todd Defren"]);
	});
});

describe("what a name is worth", () => {
	const bits = async (profile: SocialProfileInput, name: string) => (await evidenceFor(profile, name))?.rawBits ?? 0;

	it("a record with an initial earns no more than all whom it may be are rare", async () => {
		const carol = { displayName: "Carol Howard" };
		const [initial, full, surname, another] = await Promise.all([
			bits(carol, "C. Howard"),
			bits(carol, "Carol Howard"),
			bits({ displayName: "The Howard House" }, "C. Howard"),
			evidenceFor({ displayName: "Kevin Howard" }, "C. Howard"),
		]);
		expect(initial).toBeLessThan(full - 2);
		expect(initial).toBeGreaterThan(surname + 1);
		expect(await bits({ handle: "choward" }, "C. Howard")).toBeLessThan(full - 2);
		expect(another?.level).toBe("display-surname");
	});

	it("a rare surname earns more than a common one", async () => {
		expect(await bits({ handle: "tdefren" }, "Todd Defren")).toBeGreaterThan(
			(await bits({ handle: "jsmith" }, "John Smith")) + 4,
		);
	});

	it("a full name earns more than an initial and surname, and that more than a surname", async () => {
		const full = await bits({ handle: "todddefren" }, "Todd Defren");
		const initial = await bits({ handle: "tdefren" }, "Todd Defren");
		const surname = await bits({ handle: "defren" }, "Todd Defren");
		expect(full).toBeGreaterThan(initial);
		expect(initial).toBeGreaterThan(surname);
	});

	it("a nickname never earns more than the formal name", async () => {
		expect(await bits({ displayName: "Robbie Gateman" }, "Robert Gateman")).toBeLessThanOrEqual(
			await bits({ displayName: "Robert Gateman" }, "Robert Gateman"),
		);
	});

	it("no reading earns more than the name is rare: namesakes would write the same", async () => {
		const full = await bits({ displayName: "Robert Gateman" }, "Robert Gateman");
		for (const handle of ["robgat", "rgateman", "bobgateman", "gatemanr"]) {
			expect(await bits({ handle }, "Robert Gateman")).toBeLessThanOrEqual(full + 0.5);
		}
		expect(await bits({ displayName: "Robert Gatman" }, "Robert Gateman")).toBeLessThan(full);
	});

	it("a short name inside a long word earns about nothing: it is chance", async () => {
		expect(await bits({ handle: "transformation" }, "Ann Form")).toBeLessThan(4);
		expect(await bits({ handle: "mariannefoundation" }, "Ian Nef")).toBeLessThan(3);
	});

	it("a surname that respects the capitals earns more than one that runs across them", async () => {
		expect(await bits({ handle: "RepGray" }, "Todd Gray")).toBeGreaterThan(
			(await bits({ handle: "StinGrayling" }, "Todd Ngra")) + 3,
		);
	});

	it("another person's name speaks against, a word that is no name hardly does", async () => {
		const resolver = createResolver({
			scorers: [nameScorer()],
			records: [{ id: "r", name: "Todd Defren" }, ...strangers],
		});
		const scorer = nameScorer();
		expect(scorer.levels["display-other-name"]).toBeDefined();
		const other = await resolver.resolve({ displayName: "John Miller" });
		expect(other.links.map(({ recordId }) => recordId)).toEqual(["s1"]);
		expect(explain(other)).toContain("full name");
	});
});

describe("ranking", () => {
	const rank = async (profile: SocialProfileInput, names: readonly string[]) => {
		const resolver = createResolver({
			scorers: [nameScorer()],
			records: [...names.map((name) => ({ id: name, name })), ...strangers],
		});
		return (await resolver.resolve(profile)).links.map(({ recordId }) => recordId);
	};

	it("puts the initial-and-surname reading before a lookalike surname", async () =>
		expect((await rank({ handle: "TDefren" }, ["Tom Delfren", "Todd Defren"]))[0]).toBe("Todd Defren"));
	it("puts the matching initial before another member of the family", async () =>
		expect((await rank({ handle: "TDefren" }, ["Sarah Defren", "Todd Defren"]))[0]).toBe("Todd Defren"));
	it("lets another given name in the handle speak against a surname in the display name", async () => {
		const resolver = createResolver({
			scorers: [nameScorer()],
			records: [{ id: "r", name: "Thomas Quackenbush" }, ...strangers],
		});
		const initial = await resolver.resolve({ displayName: "T Quackenbush", handle: "tquackenbush" });
		const other = await resolver.resolve({ displayName: "T Quackenbush", handle: "tinaquackenbush" });
		expect(initial.links[0]?.probability).toBeGreaterThan(0.99);
		expect(other.decision).not.toBe("link");
		expect(other.links[0]?.bits ?? -10).toBeLessThan((initial.links[0]?.bits as number) - 5);
	});

	it.each<[string, Parameters<ReturnType<typeof createResolver>["resolve"]>[0], string]>([
		[
			"an initial and the surname, and a display name that shows no more",
			{ handle: "tquackenbush", displayName: "T. Quackenbush" },
			"review",
		],
		[
			"the same, with the address",
			{ handle: "tquackenbush", displayName: "T. Quackenbush", bio: "thomas@example.com" },
			"link",
		],
		["the whole name", { handle: "tquackenbush", displayName: "Thomas Quackenbush" }, "link"],
		["one name in each place", { handle: "tquackenbush", displayName: "Thomas" }, "link"],
		["a display name that is none", { handle: "tquackenbush", displayName: "🚀 9000" }, "link"],
		["the whole name in the handle", { handle: "thomasquackenbush", displayName: "Tom Q" }, "link"],
		["a handle of which no more is known", { handle: "tquackenbush" }, "link"],
	])("a name that is not shown in full links nobody alone: %s", async (_, profile, decision) => {
		const owner = { id: "r", name: "Thomas Quackenbush", email: "thomas@example.com" };
		const resolver = createResolver({ records: [owner, ...strangers] });
		const resolution = await resolver.resolve(profile);
		expect([resolution.decision, resolution.links[0]?.recordId]).toEqual([decision, "r"]);
	});

	it("puts the matching middle initial first", async () =>
		expect((await rank({ handle: "johnqmiller" }, ["John Adam Miller", "John Quincy Miller"]))[0]).toBe(
			"John Quincy Miller",
		));
	it("puts the written-out given name before an initial that fits too", async () =>
		expect((await rank({ handle: "toddm", displayName: "Todd Maguire" }, ["Tina Maguire", "Todd Maguire"]))[0]).toBe(
			"Todd Maguire",
		));
	it("adds up what the display name and the handle each tell", async () =>
		expect(
			(await rank({ displayName: "Todd", handle: "tdefren" }, ["Todd Miller", "Tina Defren", "Todd Defren"]))[0],
		).toBe("Todd Defren"));
});

describe("names of the world, in Latin handles", () => {
	it.each<[country: string, handle: string, name: CrmRecordInput["name"] | CrmRecordInput["names"], level: string]>([
		["Russia", "dmitryvolkov", "Дмитрий Волков", "full-name"],
		["Russia, family given patronymic", "annasokolova", "Соколова Анна Петровна", "full-name"],
		["the same in Latin letters", "annasokolova", "Sokolova Anna Petrovna", "full-name"],
		["Russia, given patronymic family", "asokolova", "Анна Петровна Соколова", "initial-surname"],
		["Ukraine, passport", "yuliia.hrytsenko", "Юлія Гриценко", "full-name"],
		["Ukraine, colloquial", "yuliya_gritsenko", "Юлія Гриценко", "full-name"],
		["Bulgaria, three names", "hristoangelov", [{ full: "Христо Петров Ангелов", lang: "bg" }], "full-name"],
		["Serbia", "milosdjordjevic", "Милош Ђорђевић", "full-name"],
		["Serbia in Latin letters", "djordjevic_m", "Miloš Đorđević", "initial-surname"],
		["Greece", "eleni.georgiou", "Ελένη Γεωργίου", "full-name"],
		["Korea", "younghoonpark", "박영훈", "full-name"],
		["Korea, family first", "parkyounghoon", "박영훈", "full-name"],
		["Korea, initials of both syllables", "parkyh77", "박영훈", "initial-surname"],
		["Korea, three initials", "pyh1977", "박영훈", "initials"],
		["Korea in Chinese characters", "kimtaewon", "金泰元", "full-name"],
		["Korea in Latin letters, family first", "doeupkim", "KIM Do Eup", "full-name"],
		["the same with a comma", "kwansukyoun", "YOUN, Kwan Suk", "full-name"],
		["China", "zhangwei88", "张伟", "full-name"],
		["China, traditional characters", "ligang_bj", "李剛", "full-name"],
		["Taiwan", "chenchihming", [{ full: "陳志明", lang: "zh-TW" }], "full-name"],
		["Hong Kong", "chanchiming", [{ full: "陳志明", lang: "yue" }], "full-name"],
		["Japan", "kenta.tanaka", "田中健太", "full-name"],
		["Japan in kana", "hirokosatoh", [{ given: "ひろこ", family: "さとう" }], "full-name"],
		["Vietnam", "annguyen", [{ full: "Nguyễn Văn An", lang: "vi" }], "full-name"],
		["Hungary", "sandornagy", [{ full: "Nagy Sándor", lang: "hu" }], "full-name"],
		["the Arab world", "mohammed.haddad", "محمد الحداد", "full-name"],
		["the Arab world, with the article", "alhaddad_m", "محمد الحداد", "initial-surname"],
		["Iran", "rezahosseini", "رضا حسینی", "full-name"],
		["Israel", "yaakovcohen", "יעקב כהן", "full-name"],
		["Armenia", "armenharutyunyan", "Արմեն Հարությունյան", "full-name"],
		["Georgia", "ninoberidze", "ნინო ბერიძე", "full-name"],
		["India", "rajeshsharma", "राजेश शर्मा", "full-name"],
		["Germany, ue", "joergmueller", "Jörg Müller", "full-name"],
		["Germany, u", "jorgmuller", "Jörg Müller", "full-name"],
		["Denmark, oe", "oestergaard", "Morten Østergaard", "surname"],
		["Denmark, o", "mostergaard", "Morten Østergaard", "initial-surname"],
		["Norway, aa", "aaseholm", "Åse Holm", "full-name"],
		["Turkey", "isilyildiz", "Işıl Yıldız", "full-name"],
		["a name at birth", "annaweber", "Anna Schmidt née Weber", "full-name"],
	])("%s: %s is %j: %s", async (_, handle, name, level) => {
		const named = typeof name === "string" ? { name } : { names: name };
		const resolver = createResolver({
			scorers: [nameScorer()],
			records: [{ id: "r", ...named } as CrmRecordInput, ...strangers],
		});
		const { links } = await resolver.resolve({ handle });
		expect(links[0]?.recordId).toBe("r");
		expect(links[0]?.evidence[0]?.level).toBe(`handle-${level}`);
	});
});

describe("names of the world, in display names", () => {
	it.each<[why: string, displayName: string, name: string, level: string]>([
		["Cyrillic for a Latin record", "Юрий Соколов", "Yuri Sokolov", "full-name"],
		["another spelling", "Юрий Соколов", "Iurii Sokolov", "full-name"],
		["Latin for a Cyrillic record", "Yury Sokolov", "Юрий Соколов", "full-name"],
		["the same script", "Юрий Соколов", "Юрий Соколов", "full-name"],
		["the same script, one slip", "Юрий Сокалов", "Юрий Соколов", "misspelt"],
		["the same script, an initial", "Ю. Соколов", "Юрий Соколов", "initial-surname"],
		["Greek for a Latin record", "Νίκος Γεωργίου", "Nikos Georgiou", "full-name"],
		["Hangul for a Latin record", "박영훈", "Younghoon Park", "full-name"],
		["Hangul for a hyphenated record", "박영훈", "PARK Young-hoon", "full-name"],
		["Hangul for Chinese characters", "김태원", "金泰元", "full-name"],
		["Latin for Hangul", "Young Hoon Park", "박영훈", "full-name"],
		["Chinese characters for a Latin record", "张伟", "Wei Zhang", "full-name"],
		["simplified for traditional", "陈志明", "陳志明", "full-name"],
		["Arabic for a Latin record", "محمد الحداد", "Mohamed Al-Haddad", "full-name"],
		["Hebrew for a Latin record", "יעל לוי", "Yael Levy", "full-name"],
		["Devanagari for a Latin record", "राजेश शर्मा", "Rajesh Sharma", "full-name"],
		["Armenian for a Latin record", "Արմեն Գրիգորյան", "Armen Grigoryan", "full-name"],
		["Georgian for a Latin record", "ნინო ბერიძე", "Nino Beridze", "full-name"],
		["kana for a Latin record", "ひろし すずき", "Hiroshi Suzuki", "full-name"],
	])("%s: %s for %s: %s", async (_, displayName, name, level) => {
		const evidence = await evidenceFor({ displayName }, name, {});
		expect(evidence?.level).toBe(`display-${level}`);
		expect(evidence?.bits).toBeGreaterThan(3);
	});

	it("names that sound alike in Chinese are two names in Chinese characters", async () => {
		const resolver = createResolver({
			scorers: [nameScorer()],
			records: [
				{ id: "wei1", name: "王维" },
				{ id: "wei2", name: "王伟" },
			],
		});
		const { links } = await resolver.resolve({ displayName: "王伟" });
		expect(links[0]?.recordId).toBe("wei2");
		expect(links.find(({ recordId }) => recordId === "wei1")?.evidence[0]?.level).not.toBe("display-full-name");
	});
});

describe("romanize", () => {
	it("takes a reading library of the user's, whose spelling comes first", async () => {
		const level = async (handle: string, name: string) =>
			(await evidenceFor({ handle }, name, { romanize: anyAscii }))?.level;
		expect(await level("gimtaeweon", "김태원")).toBe(await level("kimtaewon", "김태원"));
		expect(await level("elene.beridze", "ელენე ბერიძე")).toBe("handle-full-name");
		// A script without a table of its own.
		expect(await level("yafet.tsfaye", "ያፌት ጽፋዬ")).toBe("handle-full-name");
	});

	it("takes a dictionary that parts surname and given name by a blank", async () => {
		const table: Record<string, string> = { 小鳥遊凪: "Takanashi Nagi" };
		const romanize = (text: string) => table[text] ?? text;
		expect((await evidenceFor({ handle: "nagitakanashi" }, "小鳥遊凪", { romanize }))?.level).toBe("handle-full-name");
		expect(await evidenceFor({ handle: "nagitakanashi" }, "小鳥遊凪")).toBeUndefined();
	});
});
