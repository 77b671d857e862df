import { describe, expect, it } from "vitest";
import { createResolver } from "../../src/resolver.js";
import { nameScorer } from "../../src/scorers/name.js";
import type { CrmRecordInput } from "../../src/types.js";

type Name = string | NonNullable<CrmRecordInput["names"]>;

async function ranked(profile: { displayName: string } | { handle: string }, names: readonly Name[]) {
	const records = names.map((name, index) => ({
		id: String(index),
		...(typeof name === "string" ? { name } : { names: name }),
	}));
	const resolver = createResolver({ records: records as CrmRecordInput[], scorers: [nameScorer()] });
	const { links } = await resolver.resolve(profile);
	return links.map(({ recordId, evidence }) => ({ id: recordId, level: evidence[0]?.level ?? "" }));
}

describe("reads a display name of any shape", () => {
	it.each<[shape: string, displayName: string, better: Name, worse: Name]>([
		// Order and number of names
		["patronymic in the middle", "Anna Petrovna Sokolova", "Anna Sokolova", "Petra Sokolova"],
		["family, given, patronymic", "Sokolova Anna Petrovna", "Anna Sokolova", "Petra Sokolova"],
		["the record has the patronymic", "Anna Sokolova", "Соколова Анна Петровна", "Соколова Петра Ивановна"],
		["two surnames, both shown", "Lucía Romero Vidal", "Lucía Romero Vidal", "Lucía Romero Prats"],
		[
			"two surnames, the first shown",
			"Lucía Romero",
			[{ full: "Lucía Romero Vidal", lang: "es" }],
			[{ full: "Lucía Vidal Romero", lang: "es" }],
		],
		[
			"Portuguese, the last with its particle",
			"Inês da Cunha",
			[{ given: "Inês", family: "Lobato da Cunha" }],
			[{ given: "Inês", family: "Lobato da Costa" }],
		],
		[
			"Portuguese, called by the last",
			"Inês Quadros",
			[{ given: "Inês", family: "Lobato Quadros", lang: "pt" }],
			[{ given: "Inês", family: "Quadros Lobato", lang: "pt" }],
		],
		[
			"Vietnam, in columns",
			"Quỳnh Trần",
			[{ given: "Thị Quỳnh", family: "Trần" }],
			[{ given: "Quỳnh Thị", family: "Trần" }],
		],
		[
			"a patronymic after a name in columns",
			"Соколова Анна Петровна",
			[{ given: "Анна", middle: "Петровна", family: "Соколова" }],
			"Петрова Анна Соколовна",
		],
		["a second surname that is not on record", "Lucía Romero Vidal", "Lucía Romero", "Lucía Romera Videla"],
		["a Korean surname in another spelling", "Rhee Minseo", "Minseo Lee", "Minseo Han"],
		["another spelling of the same sounds", "Seongho Yun", "Sungho Yoon", "Seonga Yun"],
		["the old spelling of Indonesia", "Soedirdjo", "Sudirjo", "Sudirman"],
		["a Japanese given name in kana", "Yamaguchi Honoka", "山口ほのか", "山口ほたる"],
		["a Japanese given name by its characters", "Ayaka Yamaguchi", "山口彩花", "山口彩子"],
		["Portuguese, the last shown", "Inês Quadros", "Inês Maria Lobato Quadros", "Inês Maria Quadros Lobato"],
		["two given names, one shown", "José Quadros", "José Manuel Quadros", "Manuel José Quadros"],
		["family first, Hungary", "Kelemen Zsófia", [{ full: "Zsófia Kelemen" }], [{ full: "Kelemen Kata" }]],
		["family first, Japan", "Hayashida Nozomi", "Nozomi Hayashida", "Naomi Hayashida"],
		["family first in capitals", "HAYASHIDA Nozomi", "Nozomi Hayashida", "Naomi Hayashida"],
		["family first with a comma", "Defren, Todd", "Todd Defren", "Tom Defren"],
		["Vietnam, called by the last", "Trần Thị Quỳnh", [{ full: "Trần Thị Quỳnh", lang: "vi" }], "Trần Thị Lan"],
		["mononym", "Sukmawati", "Sukmawati", "Sukmadewi"],
		["Icelandic patronymic", "Katrín Hallgrímsdóttir", "Katrín Hallgrímsdóttir", "Karen Hallgrímsdóttir"],
		["Arabic chain of names", "Tariq bin Saleh Al-Barwani", "Tariq Al Barwani", "Saleh Al Barwani"],
		["kunya", "Abu Yusuf", "Abu Yusuf", "Abu Hamza"],
		["initials of South India", "K. R. Venugopal", "K R Venugopal", "S P Venugopal"],
		// Words around a name
		["Mr", "Mr Todd Defren", "Todd Defren", "Tom Defren"],
		["two titles", "Prof. Dr. Jutta Quandt", "Jutta Quandt", "Jana Quandt"],
		["Spanish", "Lic. Marisol Quevedo", "Marisol Quevedo", "Lisa Quevedo"],
		["Spanish, with gender", "Ing. Dña. Marisol Quevedo", "Marisol Quevedo", "Inga Quevedo"],
		["Portuguese", "Profa. Dra. Inês Quadros", "Inês Quadros", "Ana Quadros"],
		["Italian", "Avv. Chiara Bellandi", "Chiara Bellandi", "Anna Bellandi"],
		["French", "Maître Colette Aubrac", "Colette Aubrac", "Marie Aubrac"],
		["Polish", "mgr inż. Kinga Borowiak", "Kinga Borowiak", "Inga Borowiak"],
		["Czech", "MUDr. Zuzana Havránková", "Zuzana Havránková", "Eva Havránková"],
		["Dutch", "drs. Femke Hoogland", "Femke Hoogland", "Fenna Hoogland"],
		["Turkish", "Av. Derya Kırımlı", "Derya Kırımlı", "Avni Kırımlı"],
		["Turkish, behind the name", "Derya Hanım", "Derya Kırımlı", "Deniz Kırımlı"],
		["Indian", "Smt. Kavitha Raghunath", "Kavitha Raghunath", "Smita Raghunath"],
		["Indian, behind the name", "Raghunath ji", "Kavitha Raghunath", "Kavitha Raghuvanshi"],
		["Malay", "Datuk Seri Hajah Noraini Ismadi", "Noraini Ismadi", "Norlida Ismadi"],
		["Japanese, behind the name", "Hayashida-san", "Nozomi Hayashida", "Nozomi Hayashibara"],
		["Ukrainian", "пані Олеся Гнатенко", "Олеся Гнатенко", "Панас Гнатенко"],
		["Hebrew", 'ד"ר יעל ברנע', "יעל ברנע", "דרור ברנע"],
		["letters behind the name", "Todd Defren, MBA, CFA", "Todd Defren", "Tom Defren"],
		["degrees behind the name", "Kinga Borowiak, Ph.D., LL.M.", "Kinga Borowiak", "Paula Borowiak"],
		["pronouns", "Todd Defren (he/him)", "Todd Defren", "Tom Defren"],
		["a place behind the name", "Todd Defren | Boston", "Todd Defren", "Tom Defren"],
		["an employer behind the name", "Todd Defren @ Acme", "Todd Defren", "Tom Defren"],
		// Marriage
		["hyphenated, whole", "Jutta Quandt-Helbig", "Jutta Quandt-Helbig", "Jutta Quandt-Sommer"],
		["hyphenated, one half", "Jutta Helbig", "Jutta Quandt-Helbig", "Jutta Quandt-Sommer"],
		["née in the profile", "Jutta Helbig née Quandt", "Jutta Quandt", "Jutta Sommer"],
		["née in brackets", "Jutta Helbig (née Quandt)", "Jutta Quandt", "Jutta Sommer"],
		["geb. on the record", "Jutta Quandt", "Jutta Helbig geb. Quandt", "Jutta Helbig"],
		["nickname in quotes", 'Todd "Rocket" Defren', "Todd Defren", "Tom Defren"],
		["nickname in brackets on the record", "Rocket Defren", "Todd (Rocket) Defren", "Todd Defren"],
		// Letters of Unicode
		["mathematical script", "𝓣𝓸𝓭𝓭 𝓓𝓮𝓯𝓻𝓮𝓷", "Todd Defren", "Tom Defren"],
		["mathematical double-struck", "𝕋𝕠𝕕𝕕 𝔻𝕖𝕗𝕣𝕖𝕟", "Todd Defren", "Tom Defren"],
		["fraktur", "𝔗𝔬𝔡𝔡 𝔇𝔢𝔣𝔯𝔢𝔫", "Todd Defren", "Tom Defren"],
		["monospace", "𝚃𝚘𝚍𝚍 𝙳𝚎𝚏𝚛𝚎𝚗", "Todd Defren", "Tom Defren"],
		["full width", "Ｔｏｄｄ Ｄｅｆｒｅｎ", "Todd Defren", "Tom Defren"],
		["small capitals", "Tᴏᴅᴅ Dᴇғʀᴇɴ", "Todd Defren", "Tom Defren"],
		["circled", "Ⓣⓞⓓⓓ Ⓓⓔⓕⓡⓔⓝ", "Todd Defren", "Tom Defren"],
		["negative circled", "🅣🅞🅓🅓 🅓🅔🅕🅡🅔🅝", "Todd Defren", "Tom Defren"],
		["squared", "🅃🄾🄳🄳 🄳🄴🄵🅁🄴🄽", "Todd Defren", "Tom Defren"],
		["negative squared", "🆃🅾🅳🅳 🅳🅴🅵🆁🅴🅽", "Todd Defren", "Tom Defren"],
		["parenthesised", "⒯⒪⒟⒟ ⒟⒠⒡⒭⒠⒩", "Todd Defren", "Tom Defren"],
		["regional indicators, spaced", "🇹 🇴 🇩 🇩  🇩 🇪 🇫 🇷 🇪 🇳", "Todd Defren", "Tom Defren"],
		["superscript", "ᵀᵒᵈᵈ ᴰᵉᶠʳᵉⁿ", "Todd Defren", "Tom Defren"],
		["spaced letters", "T o d d   D e f r e n", "Todd Defren", "Tom Defren"],
		["marks on marks", "T̷̢̛o̶d̸d̵ D̷e̴f̸r̷e̵n̶", "Todd Defren", "Tom Defren"],
		["strikethrough", "T̶o̶d̶d̶ D̶e̶f̶r̶e̶n̶", "Todd Defren", "Tom Defren"],
		["emoji around", "✨🌸 Todd Defren 🌸✨", "Todd Defren", "Tom Defren"],
		["emoji between", "Todd 🚀 Defren", "Todd Defren", "Tom Defren"],
		["a flag", "Todd Defren 🇺🇸🇺🇦", "Todd Defren", "Tom Defren"],
		["ornaments", "꧁༺ Todd Defren ༻꧂", "Todd Defren", "Tom Defren"],
		["invisible characters", "To\u200bdd\u2060 Def\u200dren", "Todd Defren", "Tom Defren"],
		["right-to-left marks", "\u200fTodd Defren\u202c", "Todd Defren", "Tom Defren"],
		["Cyrillic look-alikes", "Тоdd Dеfrеn", "Todd Defren", "Tom Defren"],
		["Greek look-alikes", "Τοdd Dεfren", "Todd Defren", "Tom Defren"],
	])("%s: %s", async (_, displayName, better, worse) => {
		const [first] = await ranked({ displayName }, [worse, better]);
		expect(first?.id).toBe("1");
	});

	it("a name in Cyrillic is not taken for Latin letters that look alike", async () => {
		const links = await ranked({ displayName: "Рената Сорока" }, ["Penata Copoka", "Renata Soroka"]);
		expect(links[0]?.id).toBe("1");
	});
});

describe("keeps the whole name", () => {
	it.each<[displayName: string, name: string]>([
		["Тоdd Dеfrеn", "Todd Defren"],
		["Τοdd Dεfren", "Todd Defren"],
		["🅣🅞🅓🅓 🅓🅔🅕🅡🅔🅝", "Todd Defren"],
		["🆃🅾🅳🅳 🅳🅴🅵🆁🅴🅽", "Todd Defren"],
		["𝓣𝓸𝓭𝓭 𝓓𝓮𝓯𝓻𝓮𝓷", "Todd Defren"],
		["T̷̢̛o̶d̸d̵ D̷e̴f̸r̷e̵n̶", "Todd Defren"],
		["Tᴏᴅᴅ Dᴇғʀᴇɴ", "Todd Defren"],
		["Todd Defren 🇺🇸", "Todd Defren"],
		["Cергей Волков", "Сергей Волков"],
		["Olexandr Hnatenko", "Oleksandr Hnatenko"],
		["Aleksandr Hnatenko", "Oleksandr Hnatenko"],
		["Mohamed Barwani", "Mohammed Barwani"],
		["Kathryn Ostrander", "Katherine Ostrander"],
	])("%s is %s", async (displayName, name) => {
		const [first] = await ranked({ displayName }, [name]);
		expect(first?.level).toBe("display-full-name");
	});
});

describe("leaves titles, degrees and the name at birth out of a record's name", () => {
	it.each<[shape: string, name: string, handle: string]>([
		["English", "The Rt Hon Sir Todd Defren KBE", "tdefren"],
		["American", "Sgt. Maj. Todd Defren (ret.)", "tdefren"],
		["degrees", "Todd Defren, CFA, PMP", "tdefren"],
		["German", "Univ.-Prof. Dipl.-Ing. Dr. Jutta Quandt", "jquandt"],
		["Spanish", "Licda. Marisol Quevedo", "mquevedo"],
		["Portuguese", "Profa. Dra. Inês Quadros", "iquadros"],
		["Italian", "Dott.ssa Chiara Bellandi", "cbellandi"],
		["French", "Maître Colette Aubrac", "caubrac"],
		["Polish", "dr hab. inż. Kinga Borowiak", "kborowiak"],
		["Czech", "MUDr. Zuzana Havránková", "zhavrankova"],
		["Dutch", "Mevr. drs. Femke Hoogland", "fhoogland"],
		["Turkish", "Av. Derya Kırımlı", "dkirimli"],
		["Indian", "Smt. Kavitha Raghunath", "kraghunath"],
		["Malay", "Datuk Hajah Noraini Ismadi", "nismadi"],
		["Nigerian", "Engr. Chief Babajide Olawumi", "bolawumi"],
		["Ukrainian", "пан Тарас Гнатенко", "thnatenko"],
		["Hebrew", 'ד"ר יעל לוי', "yaellevi"],
		["Arabic", "الدكتور طارق البرواني", "tariqalbarwani"],
		["name at birth, Portuguese", "Inês Lobato nascida Quadros", "iquadros"],
		["name at birth, Dutch", "Femke Visscher geboren Hoogland", "fhoogland"],
		["name at birth, Russian", "Анна Сорока урожд. Гнатенко", "agnatenko"],
	])("%s: %s is %s", async (_, name, handle) => {
		const [first] = await ranked({ handle }, [name]);
		expect(first?.level).toMatch(/^handle-(?:initial-surname|full-name)$/);
	});
});

describe("reads a handle of any shape", () => {
	it.each<[shape: string, handle: string, better: Name, worse: Name]>([
		["underscores around", "__todd_defren__", "Todd Defren", "Tom Defren"],
		["Spanish, two surnames run together", "luciaromerovidal", "Lucía Romero Vidal", "Lucía Romero Prats"],
		["initials and surname", "jmquadros", "José Manuel Quadros", "Ana Quadros"],
		["title before", "drdefren", "Todd Defren", "Drew Defoe"],
		["real before", "therealtodddefren", "Todd Defren", "Tom Defren"],
		["full width", "ｔｏｄｄ＿ｄｅｆｒｅｎ", "Todd Defren", "Tom Defren"],
		["mathematical", "𝐭𝐨𝐝𝐝𝐝𝐞𝐟𝐫𝐞𝐧", "Todd Defren", "Tom Defren"],
		["Cyrillic handle", "олеся_гнатенко", "Олеся Гнатенко", "Олена Гнатенко"],
		["Sasha", "sashahnatenko", "Олександр Гнатенко", "Олена Гнатенко"],
		["spelling in the other language", "alexeyhnatenko", "Олексій Гнатенко", "Олександр Гнатенко"],
		["Vova", "vova.hnatenko", "Volodymyr Hnatenko", "Viktor Hnatenko"],
		["Pepe", "pepequevedo", "José Quevedo", "Pedro Quevedo"],
		["Kasia", "kasia_borowiak", "Katarzyna Borowiak", "Karolina Borowiak"],
		["Pista", "kelemenpista", "Kelemen István", "Kelemen Péter"],
	])("%s: %s", async (_, handle, better, worse) => {
		const [first] = await ranked({ handle }, [worse, better]);
		expect(first?.id).toBe("1");
	});
});
