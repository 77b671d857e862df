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

/** Words with which a phrase of the table begins: most texts have none. */
const openings: ReadonlySet<string> = new Set(shortTitles.map(([phrase]) => phrase.replace(/ .*/, "")));

/** Plain words, with the short forms of titles in place of their phrases; `shorten` is told of each. */
function shortened(list: readonly string[], shorten?: (phrase: string, short: string) => void): readonly string[] {
	if (!list.some((word) => openings.has(word))) return list;
	let line = ` ${list.join(" ")} `;
	for (const [phrase, short] of shortTitles) {
		if (!line.includes(` ${phrase} `)) continue;
		line = line.replaceAll(` ${phrase} `, ` ${short} `);
		shorten?.(phrase, short);
	}
	return words(line);
}

/**
 * Of the plain words of a text those that may be titles, in the form in which they are compared, each with the plain word
 * or short form that it stands for.
 */
export function titlesIn(plain: readonly string[]): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	const list = shortened(plain);
	for (const word of list) if (shortForms.has(word)) found.set(word, word);
	for (const word of contentWords(list.join(" "))) {
		if (word.length < 4 || ordinaryTitles.has(word)) continue;
		const form = stem(word);
		if (!found.has(form)) found.set(form, word);
	}
	return found;
}

/** The titles in a text. How they are written there is worked out when one is shown. */
export class Titles {
	readonly forms: ReadonlyMap<string, string>;
	private readonly text: string;
	private written: ReadonlyMap<string, string> | undefined;

	constructor(text: string, forms: ReadonlyMap<string, string>) {
		this.forms = forms;
		this.text = text;
	}

	asWritten(form: string): string {
		const word = this.forms.get(form) ?? form;
		this.written ??= this.writtenWords();
		return (this.written.get(word) ?? word).replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, "");
	}

	private writtenWords(): ReadonlyMap<string, string> {
		const written = new Map<string, string>();
		for (const word of this.text.split(/[\s,;:|/()]+/)) for (const plain of plainWords(word)) written.set(plain, word);
		shortened(plainWords(this.text), (phrase, short) => written.set(short, written.get(phrase) ?? phrase));
		return written;
	}
}
