import type { Attributes, HolderKind, SocialProfile } from "../types.js";
import {
	botPhrases,
	customerDesks,
	deskOf,
	fanBeginnings,
	fanEndings,
	fanPhrases,
	firmSigns,
	inMemoryOf,
	institutions,
	leadingDesks,
	loneDesks,
	memorialBeginnings,
	memorialEndings,
	memorialPhrases,
	notAffiliated,
	notTheReal,
	onePerson,
	parodyAlone,
	parodyEndings,
	parodyPhrases,
	parodyWords,
	plainLegalForms,
	roleCompanions,
	roleDesks,
	unspacedPhrases,
} from "./holder-phrases.js";
import { withoutServer } from "./organization.js";
import { isGivenName, isListed } from "./population.js";
import { scriptOf, spellings } from "./romanize.js";
import { clip, fold, limits } from "./unicode.js";
import { partedWords } from "./words.js";

/**
 * What kind of holder a profile shows. "unverified": a person's profile for all that it says, but the network does not
 * stand by it, so that it may be another's who shows the name.
 */
export type ShownKind = HolderKind | "unverified";

/** What says that a handle is not held by one person for themselves, or that nobody knows. */
interface HolderSign {
	readonly kind: Exclude<ShownKind, "person">;
	readonly field: "attributes" | "displayName" | "handle" | "bio";
	/** The text that says it, as written. */
	readonly written: string;
}

/** Kinds of profile that bear, or may bear, the name of somebody else, whom they are about. */
export function isAboutSomebody(kind: ShownKind | undefined): boolean {
	return kind === "parody" || kind === "fan" || kind === "memorial" || kind === "unverified";
}

const clauseEnd = /[.!?;|•·\n()[\]{}:…–—]|\s-\s|\p{Extended_Pictographic}/u;

/** Folded words between blanks, clauses between " . ", as the phrases expect them. */
function lineOf(text: string): string {
	const clauses = fold(text)
		.split(clauseEnd)
		.map((clause) => partedWords(clause).join(" "))
		.filter((clause) => clause !== "");
	return clauses.length === 0 ? "" : ` . ${clauses.join(" . ")} . `;
}

/** The words of a handle as far as its writing parts them: capitals, digits, separators. */
function tokensOf(handle: string): string[] {
	const cut = withoutServer(clip(handle, limits.handle));
	const tokens = cut.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+/gu) ?? [];
	return tokens.map(fold).filter((token) => token !== "");
}

const personTitles: ReadonlySet<string> = new Set("dr prof mr mrs ms sir dame rev fr sr sra frau herr".split(" "));

/** Whether a folded word is evidently a person's name or the title before it. "Al" is a name, and "the" in Spanish. */
function isPersonal(word: string): boolean {
	if (personTitles.has(word)) return true;
	if (roleCompanions.has(word)) return false;
	return scriptOf(word) === undefined ? isGivenName(word) : spellings(word).some(isGivenName);
}

/** A handle in one piece that reads as given name and surname: anacosta. */
function readsAsName(text: string): boolean {
	for (let cut = 3; cut <= text.length - 3; cut++) {
		if (isGivenName(text.slice(0, cut)) && isListed(text.slice(cut), "family")) return true;
	}
	return false;
}

/** The profile's texts, read once. */
interface Texts {
	readonly displayName: string;
	/** Words of the whole display name, and of its parts between strokes, brackets and the like. */
	readonly display: readonly string[];
	readonly segments: readonly (readonly string[])[];
	readonly handle: string;
	readonly tokens: readonly string[];
	readonly bio: string;
	readonly line: string;
	/** The display name, or without one the handle, shows a person's name. */
	readonly personal: boolean;
}

function textsOf({ displayName = "", handle = "", bio = "" }: SocialProfile): Texts {
	const name = fold(clip(displayName, limits.name)).replace(/,(?=\s*(?:inc|llc|ltd|gmbh|corp))/g, " ");
	const segments = name
		.split(/[|•·()[\]/,:–—]|\s[-@]\s|\p{Extended_Pictographic}/u)
		.map(partedWords)
		.filter((segment) => segment.length > 0);
	const display = segments.flat();
	const tokens = tokensOf(handle);
	const shown = display.length > 0 ? display : tokens;
	return {
		displayName,
		display,
		segments,
		handle,
		tokens,
		bio,
		line: bio === "" ? "" : lineOf(clip(bio, limits.bio)),
		personal: shown.some(isPersonal) || (display.length === 0 && tokens.some(readsAsName)),
	};
}

/** What the network itself says: X marks parodies, Mastodon bots and groups, GitHub organisations and bots. */
function markedAs({ parody, bot, group, organization, type }: Attributes): HolderSign["kind"] | undefined {
	if (parody === true) return "parody";
	if (bot === true) return "bot";
	if (group === true) return "group";
	if (organization === true) return "organization";
	switch (typeof type === "string" ? fold(clip(type, limits.value)) : "") {
		case "organization":
		case "organisation":
			return "organization";
		case "bot":
		case "service":
		case "application":
			return "bot";
		case "group":
			return "group";
		default:
			return undefined;
	}
}

/** Whether words between blanks begin, or end, with a phrase and have something beside it. */
const opensWith = (line: string, phrase: string): boolean =>
	line.charCodeAt(phrase.length) === BLANK && line.startsWith(phrase);
const closesWith = (line: string, phrase: string): boolean =>
	line.charCodeAt(line.length - phrase.length - 1) === BLANK && line.endsWith(phrase);
const BLANK = 0x20;

/** "Not Todd Defren", "Fake Todd Defren". */
function isDenied([first, ...rest]: readonly string[]): boolean {
	if (first === "fake") return rest.length > 0;
	return first === "not" && rest.length > 1 && isPersonal(rest[0] as string);
}

/** Whether a text names whom the display name names: both words of "Todd Defren", or its only one. */
function namesTheSame(text: string, { display }: Texts): boolean {
	const named = new Set(text.split(" "));
	const own = display.filter((word) => word.length > 2 && !parodyWords.has(word));
	return own.length > 0 && own.filter((word) => named.has(word)).length >= Math.min(2, own.length);
}

/** Accounts about somebody, and bots: what the display name says. */
function displayedAs({ display, segments, displayName }: Texts): HolderSign["kind"] | undefined {
	const [first = [], ...others] = segments;
	const isMarked = (list: readonly string[]): boolean => list.length === 1 && parodyEndings.has(list[0] as string);
	if (display.some((word) => parodyWords.has(word)) || isDenied(display)) return "parody";
	if (others.some(isMarked) || (first.length > 1 && parodyEndings.has(first.at(-1) as string))) return "parody";
	const line = first.join(" ");
	const opens = (phrase: string): boolean => opensWith(line, phrase);
	const closes = (phrase: string): boolean => closesWith(line, phrase);
	if (fanBeginnings.some(opens) || fanEndings.some(closes)) return "fan";
	// "Ana Costa | Fan Page"; but "| Fans" may be anything.
	if (others.some((list) => list.length > 1 && fanEndings.includes(list.join(" ")))) return "fan";
	const all = display.join(" ");
	if (memorialBeginnings.some((phrase) => opensWith(all, phrase)) || memorialEndings.some(closes)) return "memorial";
	return unspacedPhrases.find(([, pattern]) => pattern.test(displayName))?.[0];
}

const handleEndings: readonly (readonly [kind: "parody" | "fan" | "memorial", ending: RegExp])[] = [
	["parody", /(?:^|.)parod(?:y|ia|ie)\d*$|^parody./],
	["fan", /.(?:fan ?page|fan ?club|fan ?site| fans)\d*$/],
	["memorial", /. tribute\d*$/],
];

/** What a handle says, of whom the display name is of: ToddDefrenParody, defrenfanclub, ToddDefrenFans. */
function handledAs({ tokens, display }: Texts): HolderSign["kind"] | undefined {
	const text = tokens.join(" ");
	if (display.length > 0 && !display.some((word) => word.length > 2 && text.includes(word))) return undefined;
	return handleEndings.find(([, ending]) => ending.test(text))?.[0];
}

/** What the bio says in so many words. */
function describedAs(texts: Texts): HolderSign["kind"] | undefined {
	const { line, bio } = texts;
	if (line === "") return undefined;
	if (parodyPhrases.test(line) || parodyAlone.test(line)) return "parody";
	if (fanPhrases.test(line)) return "fan";
	if (memorialPhrases.test(line)) return "memorial";
	const remembered = inMemoryOf.exec(line)?.[1];
	if (remembered !== undefined && namesTheSame(remembered, texts)) return "memorial";
	const denied = (notAffiliated.exec(line) ?? notTheReal.exec(line))?.[1];
	if (denied !== undefined && namesTheSame(denied, texts)) return "parody";
	if (botPhrases.test(line)) return "bot";
	return unspacedPhrases.find(([, pattern]) => pattern.test(bio))?.[0];
}

/** Whether words are a desk's and nobody's name: "Press Office", "Rep Press Office", "Gabinete de Prensa". */
function isDesk(list: readonly string[]): boolean {
	if (list.length === 1) return loneDesks.has(list[0] as string);
	return (
		list.length > 1 &&
		list.some((word) => roleDesks.has(word)) &&
		list.every((word) => roleDesks.has(word) || roleCompanions.has(word))
	);
}

/** The words of a desk run together: "pressoffice". Short words would be chance. */
function deskWords(text: string): readonly string[] {
	for (let cut = 4; cut <= text.length - 4; cut++) {
		const pair = [text.slice(0, cut), text.slice(cut)];
		if (isDesk(pair)) return pair;
	}
	return [text];
}

const handleDesks: ReadonlySet<string> = new Set(
	[...customerDesks].map((desk) => desk.replaceAll(" ", "")).filter((desk) => desk.length >= 6),
);

/** The name beside a customers' desk in a handle: the "acme" of AcmeSupport, acme_helpdesk, acmesupport. */
function besideDesk(tokens: readonly string[]): readonly string[] | undefined {
	for (let from = 1; from < tokens.length; from++) {
		if (handleDesks.has(tokens.slice(from).join(""))) return tokens.slice(0, from);
	}
	const [only = ""] = tokens;
	if (tokens.length > 1) return undefined;
	for (const desk of handleDesks) {
		if (!only.endsWith(desk) || only.length < desk.length + 3) continue;
		const name = only.slice(0, -desk.length);
		return readsAsName(name) ? undefined : [name];
	}
	return undefined;
}

const isNobodysName = (list: readonly string[]): boolean =>
	list.every((word) => !isPersonal(word) && !isListed(word, "family") && word !== "i" && word !== "we");

/** A role account, or a firm's: the field that shows it, when one does. */
function officeIn(
	texts: Texts,
): { readonly kind: "role" | "organization"; readonly field: "displayName" | "handle" | "bio" } | undefined {
	const { display, segments, tokens, line, personal } = texts;
	if (personal) return undefined;
	if (isDesk(display)) return { kind: "role", field: "displayName" };
	const isHandle = display.length === 0 || display.join("") === tokens.join("");
	if (isHandle && isDesk(tokens.length === 1 ? deskWords(tokens[0] as string) : tokens))
		return { kind: "role", field: "handle" };
	if (deskOf.test(line)) return { kind: "role", field: "bio" };
	const [first = []] = segments;
	const written = first.join(" ");
	const desk = customerDesks.find(
		(one) => closesWith(written, one) || (leadingDesks.has(one) && opensWith(written, one)),
	);
	if (desk !== undefined) {
		const beside = first.filter((word) => !desk.split(" ").includes(word));
		if (isNobodysName(beside)) return { kind: "organization", field: "displayName" };
	}
	const beside = display.length < 2 ? besideDesk(tokens) : undefined;
	if (beside !== undefined && isNobodysName(beside) && display.every((word) => tokens.join("").includes(word)))
		return { kind: "organization", field: "handle" };
	return undefined;
}

/** Signs of a firm, each worth one; two make one. */
const ENOUGH = 2;

/** Whether display name and bio are a firm's: its legal form tells alone, other signs together. */
function firmIn({ segments, line, personal }: Texts): "displayName" | "bio" | undefined {
	const [first = []] = segments;
	const isNamed = first.slice(1).some((word) => plainLegalForms.has(word));
	if (isNamed || /^(?:株式会社|주식회사|有限会社)|.(?:株式会社|有限公司|주식회사)$/.test(first.join("")))
		return "displayName";
	if (personal || onePerson.test(line)) return undefined;
	const isInstitution = institutions.has(first.at(-1) ?? "") || institutions.has(first[0] ?? "");
	if (isInstitution && first.length > 1 && isNobodysName(first)) return "displayName";
	const signs = firmSigns.filter((sign) => sign.test(line)).length + (isInstitution ? 1 : 0);
	return signs >= ENOUGH ? "bio" : undefined;
}

/** What a profile says of who holds it. */
export interface HolderReading {
	/** What says that it is not one person; `undefined` where nothing does. */
	readonly sign: HolderSign | undefined;
	/** Its display name, or without one its handle, shows a person's name. */
	readonly personal: boolean;
}

/**
 * Reads from a profile alone whether it is one person's own, or an organisation's, a desk's, a fan's, a parody. A person's
 * name beside a role is a person's: RepZoraJones, AnaCostaPress, "Ana Costa | Acme Support".
 */
export function readHolder(profile: SocialProfile): HolderReading {
	let reading = readings.get(profile);
	if (!reading) {
		const texts = textsOf(profile);
		reading = { sign: signOf(profile, texts), personal: texts.personal };
		readings.set(profile, reading);
	}
	return reading;
}

/** Several scorers ask this of a profile. */
const readings = /* @__PURE__ */ new WeakMap<SocialProfile, HolderReading>();

function signOf({ attributes }: SocialProfile, texts: Texts): HolderSign | undefined {
	const sign = (kind: HolderSign["kind"], field: Exclude<HolderSign["field"], "attributes">): HolderSign => ({
		kind,
		field,
		written: clip(texts[field], limits.value),
	});
	const marked = markedAs(attributes);
	if (marked !== undefined) return { kind: marked, field: "attributes", written: marked };
	const displayed = displayedAs(texts);
	if (displayed !== undefined) return sign(displayed, "displayName");
	const described = describedAs(texts);
	if (described !== undefined) return sign(described, "bio");
	const handled = handledAs(texts);
	if (handled !== undefined) return sign(handled, "handle");
	const office = officeIn(texts);
	if (office !== undefined) return sign(office.kind, office.field);
	const firm = firmIn(texts);
	if (firm !== undefined) return sign("organization", firm);
	if (attributes["unverified"] === true) return { kind: "unverified", field: "attributes", written: "unverified" };
	return undefined;
}
