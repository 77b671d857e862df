import { listOf, MOST_SPELLINGS, type Rules, rulesOf, spellBy } from "./rules.js";

/**
 * Cyrillic as its writers spell their names: the passport standards (Russia 2013, Ukraine 2010, Bulgaria 2006), the
 * habits of the BGN/PCGN systems, and the letters people take from English.
 */
const shared =
	"а:a б:b в:v г:g|h д:d е:e ё:e|yo|io ж:zh|j з:z и:i|y й:y|i|j к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u|ou ф:f|ph " +
	"х:kh|h ц:ts|c|tz ч:ch ш:sh щ:shch|sch|sh ъ: ы:y|i ь: э:e ю,я:yu,ya|iu,ia|ju,ja і:i ї:i|yi є:ie|ye ґ:g ў:u|w " +
	"ј:j|y љ:lj|l њ:nj|n ћ:c|ch ђ:dj|d џ:dz|dj|j ѓ:gj|g ќ:kj|k ѕ:dz ә:a|e ғ:g|gh қ:k|q ң:n|ng ө:o|u|uh ұ:u ү:u|i һ:h " +
	"кс:ks|x дж:j|dzh ':";
const russian =
	"^е:e|ye|ie ьев$,ьева$:yev,yeva|iev,ieva|ev,eva|yov,yova ий$:y|iy|ii|i ый$:y|yi|iy ия$:iya|ia|ya|ija ея$:eya|eia|ea ье,ьё,ьо:ye,yo,yo|ie,io,io|e,e,o ей$:ey|ei|ej ай$:ay|ai|aj";
const ukrainian =
	"г:h|g зг:zgh|zg и:y|i й:i|y|j ю,я,є,ї:iu,ia,ie,i|yu,ya,ye,yi|u,a,e,i|ju,ja,je,ji ^й,^ю,^я,^є,^ї:y,yu,ya,ye,yi|i,iu,ia,ie,i|j,ju,ja,je,ji " +
	"ий$:yi|yy|y|iy|ii|yj|ij ій$:ii|iy|i|y|ij ія$:iia|iya|ia|ija ьо:o|io|yo ц:ts|c|tz";
const bulgarian = "щ:sht ъ:a|u г:g и:i х:h|kh ия$:ia|iya|ija ьо:yo|io ж:zh|j|z ий$:i|iy|ii";
const southern = "ж:z|zh г:g и:i х:h|kh ц:c|ts ч:c|ch ш:s|sh щ:sht ъ:a ђ:dj|d|j"; // Serbia, Montenegro, Macedonia

/** Given names for which the form of other languages is at least as usual as the letters: international passports. */
const international =
	"александр:alexander|aleksandr|alexandr олександр:oleksandr|alexander|olexandr александра:alexandra|aleksandra " +
	"алексей:alexey|alexei|aleksey|aleksei андрей:andrey|andrei|andrew андрій:andrii|andriy|andrew анастасия:anastasia|anastasiya " +
	"валерий:valery|valeriy|valeri василий:vasily|vasiliy|vasili виктор:viktor|victor віктор:viktor|victor " +
	"виктория:victoria|viktoria|viktoriya вікторія:viktoriia|victoria|viktoriya виталий:vitaly|vitaliy|vitali " +
	"владимир:vladimir|wladimir володимир:volodymyr|vladimir|volodimir георгий:georgy|georgiy|george|georgii " +
	"дмитрий:dmitry|dmitri|dmitriy|dmitrii дмитро:dmytro|dmitry|dmitro евгений:evgeny|evgeniy|eugene|yevgeny|evgenii " +
	"євген:yevhen|yevgen|evgen|eugene|ievgen евгения:evgenia|evgeniya|eugenia екатерина:ekaterina|catherine|yekaterina|katerina " +
	"катерина:kateryna|katerina елена:elena|yelena|helen олена:olena|elena ігор:ihor|igor юлия:yulia|julia|yuliya|iuliia " +
	"юлія:yuliia|yulia|julia|yuliya юрий:yuri|yury|yuriy|iurii юрій:yurii|yuriy|yuri|iurii ксения:ksenia|xenia|kseniya|ksenya " +
	"ксенія:kseniia|ksenia|xenia максим:maxim|maksim|maksym|max мария:maria|mariya|mary марія:mariia|maria|mariya " +
	"наталья:natalia|natalya|nataliya наталия:natalia|nataliya|natalya наталія:nataliia|natalia|nataliya|natalya " +
	"николай:nikolay|nikolai|nicholas микола:mykola|nikolay|nikola павел:pavel|paul павло:pavlo|paul|pavel петр:petr|pyotr|peter " +
	"петро:petro|peter|petr сергей:sergey|sergei|serge|sergej сергій:serhii|sergii|serhiy|sergiy|sergey " +
	"софия:sofia|sofiya|sophia|sofya софія:sofiia|sofia|sophia татьяна:tatiana|tatyana|tanya тетяна:tetiana|tetyana|tatiana " +
	"федор:fedor|fyodor|fyedor алёна:alena|alyona артём:artem|artyom артем:artem|artyom ольга:olga|olha михаил:mikhail|michael|mihail " +
	"михайло:mykhailo|mykhaylo|mikhail|michael яна:yana|jana ян:yan|ian|jan иван:ivan|john никита:nikita игорь:igor арсений:arseny|arseniy|arsenii " +
	"анатолий:anatoly|anatoliy|anatolii анатолій:anatolii|anatoliy олексій:oleksii|oleksiy|alexey василь:vasyl|vasiliy ганна:hanna|anna|ganna " +
	"костянтин:kostiantyn|konstantin|kostyantyn вячеслав:vyacheslav|viacheslav григорий:grigory|grigoriy аркадий:arkady|arkadiy " +
	"геннадий:gennady|gennadiy денис:denis|denys семенов:semenov|semyonov соловьев:soloviev|solovyev артур:artur|arthur";
/** Names of other countries as Russian and Ukrainian newspapers write them. */
const foreign =
	"джон:john джордж:george джеймс:james джозеф:joseph джонатан:jonathan джейкоб:jacob джек:jack джейсон:jason дженнифер:jennifer " +
	"джессика:jessica джулия:julia|giulia джулиан:julian джозефина:josephine джованни:giovanni джузеппе:giuseppe джейн:jane|jayne майкл:michael дэвид:david " +
	"девід:david стивен:steven|stephen стефан:stefan|stephan уильям:william вільям:william вильям:william вилли:willy томас:thomas|tomas питер:peter|pieter " +
	"пол:paul поль:paul пауль:paul чарльз:charles шарль:charles карл:carl|karl ричард:richard річард:richard эдвард:edward генри:henry|henri анри:henri " +
	"филипп:philippe|philipp|filipp филип:philip|filip фрэнк:frank кристофер:christopher мэтью:matthew мэри:mary энн:anne|ann элизабет:elizabeth " +
	"саймон:simon симон:simon эндрю:andrew кевин:kevin скотт:scott брайан:brian|bryan эрик:eric|erik грегори:gregory рассел:russell тони:tony росс:ross " +
	"хуан:juan хосе:jose хорхе:jorge мигель:miguel карлос:carlos жан:jean жак:jacques пьер:pierre луи:louis франсуа:francois мишель:michel|michelle ханс:hans йохан:johan " +
	"ларс:lars кристиан:christian|kristian сара:sarah|sara линда:linda энтони:anthony";

interface Tables {
	readonly names: ReadonlyMap<string, readonly string[]>;
	readonly rules: Readonly<Record<"ru" | "uk" | "bg" | "sr", Rules>>;
}

let tables: Tables | undefined;
function unpacked(): Tables {
	const rules = (own: string): Rules => new Map([...rulesOf(shared), ...shifted(rulesOf(own))]);
	tables ??= {
		names: new Map([...listOf(foreign), ...listOf(international)]),
		rules: { ru: rules(russian), uk: rules(ukrainian), bg: rules(bulgarian), sr: rules(southern) },
	};
	return tables;
}

/** The habits of a language's own rules are others than those of the shared rules. */
function shifted(rules: Rules): Rules {
	return new Map([...rules].map(([letters, rule]) => [letters, { ...rule, habit: rule.habit + 1000 }]));
}

const languages: Readonly<Record<string, keyof Tables["rules"]>> = { uk: "uk", bg: "bg", sr: "sr", mk: "sr", bs: "sr" };

/** The language whose letters these are; undefined when it may be any. */
export function cyrillicLanguage(folded: string): string | undefined {
	if (/[іїєґ]/.test(folded)) return "uk";
	return /[јљњћђџѓќѕ]/.test(folded) ? "sr" : undefined;
}

export function spellCyrillic(word: string, lang: string | undefined): string[] {
	const { names, rules } = unpacked();
	const language = languages[cyrillicLanguage(word) ?? lang ?? ""] ?? "ru";
	const spelt = spellBy(rules[language], word);
	const usual = names.get(word);
	// Bulgarians and Serbs have names in common with Russians, but spell them by their own rules.
	if (!usual || language === "bg" || language === "sr") return spelt;
	return [...new Set([...usual, ...spelt])].slice(0, MOST_SPELLINGS);
}
