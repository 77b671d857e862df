import { describe, expect, it } from "vitest";
import { eastAsianNames, romanize, scriptOf, spellings } from "../../src/text/romanize.js";
import { fold } from "../../src/text/unicode.js";

describe("spells a word as its bearers do", () => {
	it.each<[script: string, word: string, lang: string | undefined, expected: string]>([
		["a Latin word is its own spelling", "Defren", undefined, "defren"],
		["Russian", "Наталья", undefined, "natalia natalya"],
		["Russian", "Щербаков", "ru", "shcherbakov"],
		["Russian", "Соловьёв", "ru", "solovyev solovyov"],
		["Russian", "Достоевский", undefined, "dostoevsky dostoevskiy dostoevskii"],
		["Ukrainian, passport and colloquial", "Сергій", undefined, "serhii sergiy sergey"],
		["Ukrainian", "Гнатюк", "uk", "hnatiuk hnatyuk gnatiuk"],
		["Ukrainian, by its letters", "Яворівський", undefined, "yavorivskyi yavorivskyy"],
		["Ukrainian", "Юрій", undefined, "yurii yuriy"],
		["Ukrainian, with the form of the other language", "Олексій", undefined, "oleksii alexey"],
		["an English name in Cyrillic", "Майкл", undefined, "michael"],
		["an English name in kana", "マイケル", undefined, "michael"],
		["an English surname in kana", "アンダーソン", undefined, "anderson"],
		["Hindi, by habit", "चौधरी", undefined, "chaudhary choudhary"],
		["Bengali, by habit", "হোসেন", undefined, "hossain"],
		["Bulgarian", "Христо", "bg", "hristo"],
		["Bulgarian", "Димитър", "bg", "dimitar"],
		["Serbian", "Ђорђевић", undefined, "djordjevic dordevic"],
		["Serbian", "Милошевић", undefined, "milosevic"],
		["Macedonian", "Ќосев", undefined, "kosev"],
		["Greek", "Παπαδόπουλος", undefined, "papadopoulos"],
		["Greek", "Ευάγγελος", undefined, "evangelos"],
		["Greek", "Χρήστος", undefined, "christos hristos"],
		["Hangul", "태원", undefined, "taewon"],
		["Hangul", "준영", undefined, "junyoung joonyoung"],
		["Hangul", "성현", undefined, "sunghyun seonghyeon"],
		["kana", "さとう", undefined, "sato satou satoh"],
		["kana", "シンジ", undefined, "shinji"],
		["kana", "はっとり", undefined, "hattori"],
		["Arabic, listed", "محمد", undefined, "mohamed mohammed muhammad"],
		["Arabic, with hamza or without", "أحمد", undefined, "ahmed ahmad"],
		["Arabic, with the article", "الحداد", undefined, "alhaddad elhaddad haddad"],
		["Arabic, servant of the", "عبدالرحمن", undefined, "abdulrahman abdelrahman"],
		["Arabic, not listed", "كنعان", undefined, "kanaan"],
		["Persian", "حسینی", undefined, "hosseini"],
		["Persian", "پرویز", undefined, "parviz"],
		["Hebrew", "יעקב", undefined, "yaakov jacob"],
		["Hebrew", "כהן", undefined, "cohen kohen"],
		["Armenian", "Հարությունյան", undefined, "harutyunyan"],
		["Armenian", "Երվանդ", undefined, "yervand"],
		["Georgian", "გიორგი", undefined, "giorgi giorg"],
		["Georgian", "ჭავჭავაძე", undefined, "chavchavadze"],
		["Devanagari", "शर्मा", undefined, "sharma"],
		["Devanagari", "राजेश", undefined, "rajesh"],
		["Devanagari", "श्रेष्ठ", undefined, "shrestha"],
		["Bengali", "রহমান", undefined, "rahman"],
		["Gurmukhi", "ਸਿੰਘ", undefined, "singh"],
		["Tamil", "குமார்", undefined, "kumar"],
		["Telugu", "రావు", undefined, "ravu"],
	])("%s: %s (%s) is %s", (_, word, lang, expected) => {
		const spelt = spellings(fold(word), lang);
		expect(spelt).toEqual(expect.arrayContaining(expected.split(" ")));
	});

	it("most usual first", () => {
		expect(spellings("олександр", "uk")[0]).toBe("oleksandr");
		expect(romanize("иван петров")).toBe("ivan petrov");
	});
	it("a script without a table is left alone", () => {
		expect([scriptOf("ไทย"), scriptOf("defren"), scriptOf("😀")]).toEqual(["other", undefined, undefined]);
		expect(spellings("ไทย")).toEqual(["ไทย"]);
	});
});

describe("cuts names in Hangul and Chinese characters", () => {
	const read = (name: string, lang?: string) =>
		eastAsianNames(name, lang).map(({ lang, family, given }) => [lang, family, given] as const);

	it.each<[name: string, lang: string, family: string, given: string]>([
		["이준석", "ko", "lee yi rhee", "junseok joonsuk"],
		["선우민", "ko", "sunwoo", "min"],
		["李俊錫", "ko", "lee yi", "junsuk junseok"],
		["金泰元", "ko", "kim", "taewon"],
		["柳在明", "ko", "ryu yoo", "jaemyung"],
		["王偉", "zh", "wang", "wei"],
		["张伟", "zh", "zhang chang", "wei"],
		["歐陽明", "zh", "ouyang", "ming"],
		["陳志明", "yue", "chan", "chiming"],
		["謝偉俊", "yue", "tse", "waichun"],
		["歐陽偉", "yue", "auyeung", "wai"],
		["田中健太", "ja", "tanaka", "kenta"],
		["渡邊裕子", "ja", "watanabe", "yuko"],
	])("%s in %s: %s, %s", (name, lang, family, given) => {
		const [[language, surnames, givenNames] = ["", [], []]] = read(name, lang);
		expect(language).toBe(lang);
		expect(surnames).toEqual(expect.arrayContaining(family.split(" ")));
		expect(givenNames).toEqual(expect.arrayContaining(given.split(" ")));
	});

	it("a name in Chinese characters is read in all languages unless one is given", () => {
		expect(read("金泰元").map(([lang]) => lang)).toEqual(["zh", "ko"]);
		expect(read("張偉")).toEqual(read("张伟"));
	});
	it("is no name otherwise", () => {
		expect(eastAsianNames("kim taewon")).toEqual([]);
		expect(eastAsianNames("김")).toEqual([]);
		expect(eastAsianNames("鉄道博物館見学会")).toEqual([]);
	});
});
