import { plainWords } from "./organization.js";
import { clip, fold, limits, words } from "./unicode.js";
import { contentWords } from "./words.js";

/** Titles and what they are shortened to; gendered forms and languages meet in the short form. */
const shortTitles: readonly (readonly [phrase: string, short: string])[] = [
	["chief executive officer", "ceo"],
	["chief executive", "ceo"],
	["chief technology officer", "cto"],
	["chief financial officer", "cfo"],
	["chief operating officer", "coo"],
	["chief marketing officer", "cmo"],
	["managing director", "ceo"],
	["vice president", "vp"],
	["member of parliament", "mp"],
	["member of the european parliament", "mep"],
	["member of congress", "representative"],
	["mitglied des deutschen bundestages", "mdb"],
	["mitglied des bundestages", "mdb"],
	["mitglied des deutschen bundestags", "mdb"],
	["mitglied des bundestags", "mdb"],
	["congressman", "representative"],
	["congresswoman", "representative"],
	["congressperson", "representative"],
	["public relations", "pr"],
	["human resources", "hr"],
	["professor", "prof"],
	["professora", "prof"],
	["professorin", "prof"],
	["doctor", "dr"],
	["rep", "representative"],
	["sen", "senator"],
	["senatrice", "senator"],
	["senateur", "senator"],
	["senatorin", "senator"],
	["senadora", "senator"],
	["senador", "senator"],
	["abgeordnete", "abgeordneter"],
	["cofounder", "founder"],
	["gov", "governor"],
	["cllr", "councillor"],
	["mayor", "mayor"],
	["judge", "judge"],
	["coach", "coach"],
];

/** Offices that people put before or behind their name in a handle, with the title they stand for. */
const offices: ReadonlyMap<string, string> = new Map(
	shortTitles
		.flatMap(([phrase, short]) => (phrase.includes(" ") ? [] : [[phrase, short] as const]))
		.concat([...new Set(shortTitles.map(([, short]) => short))].map((short) => [short, short] as const)),
);
/** Letters of a name beside the office: "reppert" is a name, "reppertsmith" may be Rep. Pertsmith. */
const SHORTEST_NAME = 4;

/** The office in a handle: RepDefren, senlopez, anacostaMP. Only one that leaves a name beside it. */
export function officeIn(handle: string): string | undefined {
	const text = fold(clip(handle, limits.handle)).replace(/[^a-z]/g, "");
	let found: string | undefined;
	for (const office of offices.keys()) {
		if (office.length < 3 || text.length < office.length + SHORTEST_NAME || office.length <= (found?.length ?? 0))
			continue;
		if (text.startsWith(office)) found = office;
	}
	return found === undefined ? undefined : offices.get(found);
}

const shortForms: ReadonlySet<string> = new Set(shortTitles.map(([, short]) => short));

/** Words of titles that hardly tell one title from another. */
const ordinaryTitles: ReadonlySet<string> = new Set(
	"member district group team department office current former state national".split(" "),
);

/** "Députée" and "député", "directora" and "director": without the endings that only tell the gender or the number. */
function stem(word: string): string {
	return word.length > 5 ? word.replace(/(?:innen|in|ees|ee|es|s|e|a)$/, "") : word;
}

/** The words of a title in the form in which they are compared, each with how it is written. */
export function titlesIn(text: string): Map<string, string> {
	const written = new Map<string, string>();
	if (text === "") return written;
	for (const word of text.split(/[\s,;:|/()]+/)) for (const plain of plainWords(word)) written.set(plain, word);
	let line = ` ${plainWords(text).join(" ")} `;
	const found = new Map<string, string>();
	for (const [phrase, short] of shortTitles) {
		if (!line.includes(` ${phrase} `)) continue;
		line = line.replaceAll(` ${phrase} `, ` ${short} `);
		written.set(short, written.get(phrase) ?? phrase);
	}
	const add = (form: string, word: string): void => {
		if (!found.has(form)) found.set(form, (written.get(word) ?? word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
	};
	for (const word of words(line)) if (shortForms.has(word)) add(word, word);
	for (const word of contentWords(line)) if (word.length >= 4 && !ordinaryTitles.has(word)) add(stem(word), word);
	return found;
}
