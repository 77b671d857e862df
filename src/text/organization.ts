import type { CrmRecord, PersonName, SocialProfile } from "../types.js";
import { affixes } from "./affixes.js";
import { readNames } from "./name.js";
import { joinName } from "./name-words.js";
import { remembered } from "./remembered.js";
import { beyondName } from "./surprisal.js";
import { clip, fold, limits } from "./unicode.js";
import { partedWords, wordSet } from "./words.js";

const legalForms: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"the inc incorporated ltd limited llc llp lp plc corp corporation co company gmbh mbh ag kg kgaa ug ohg ev eg sa sas " +
		"sarl sasu eurl srl spa sl slu sc bv nv vof oy oyj ab as asa aps sro doo kft zrt pty pvt pte bhd kk group holding " +
		"holdings intl",
);

/** Words beside an organisation's name in the names of its own accounts. */
const deskWords: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"official officiel oficial oficiel offiziell ufficiale real support supports help helps helpdesk hilfe aide ayuda " +
		"care cares customer customercare customerservice customers service services servicio kundenservice assist " +
		"assistance press presse prensa media news newsroom pr comms team hq jobs job careers career hiring recruiting " +
		"contact info ask hello hi get try use we at by from for of status updates alerts desk community developers dev " +
		"devs app apps online store shop sales tech it global worldwide international intl usa us uk eu de fr es it in " +
		"ca au nz ie br mx jp europe america india canada australia com net org io tv live blog events",
);

/** Folded words of a name or a text; an apostrophe parts them. */
export function plainWords(text: string): string[] {
	return partedWords(fold(text));
}

/** The words of an organisation's name, without legal forms. */
export function organizationWords(organization: string | undefined): readonly string[] {
	return organization === undefined ? noWords : wordsOf(organization);
}

const noWords: readonly string[] = [];
const wordsOf = /* @__PURE__ */ remembered(
	(organization: string) => organization,
	(organization): readonly string[] =>
		plainWords(clip(organization, limits.value)).filter((word) => !legalForms.has(word)),
);

/** The names of an organisation's record, each in folded words without legal forms. */
export function organizationNames({
	names,
	organization,
}: Pick<CrmRecord, "names" | "organization">): (readonly string[])[] {
	const written = [...names.map(({ full, given, family }) => full ?? `${given ?? ""} ${family ?? ""}`), organization];
	const found = new Map(written.map(organizationWords).map((words) => [words.join(""), words] as const));
	found.delete("");
	return [...found.values()];
}

/** Whether a word of an organisation's name is also one of a person's. */
export function isCalledLike(names: readonly PersonName[], nameWords: readonly string[]): boolean {
	return names.some((name) => {
		const folded = fold(Object.values(name).join(" "));
		// Few have the letters at all: only their names are parted into words.
		return (
			nameWords.some((word) => folded.includes(word)) && partedWords(folded).some((word) => nameWords.includes(word))
		);
	});
}

/**
 * Whether a domain is evidently a person's own: it consists of the family name, with little beside it, and is not called
 * like the person's employer. Defren's "todddefren.example" is; "defrenpartners.example" may have many people.
 */
export function isPersonalDomain(
	domain: string,
	names: readonly PersonName[],
	organization: readonly string[] = [],
): boolean {
	const label = fold(domain.split(".")[0] ?? "").replace(/[^\p{L}\p{Nd}]/gu, "");
	if (organization.some((word) => word.length >= 4 && label.includes(word))) return false;
	return readNames(names).some(({ family }) => {
		const name = joinName(family);
		if (name.length < 3 || !label.includes(name)) return false;
		const rest = beyondName(label, names).replace(/\d/g, "");
		return rest === "" || (name.length >= 4 && (rest.length < 3 || affixes.has(rest) || rest.startsWith("for")));
	});
}

/** The part of `text` beside `name`, when it is made of words that mark a firm's account; otherwise `undefined`. */
function deskPart(text: string, name: string): string | undefined {
	const at = text.indexOf(name);
	if (at < 0) return undefined;
	const parts = [text.slice(0, at), text.slice(at + name.length).replace(/(?<!\d)\d+$/, "")];
	return parts.every((part) => part === "" || isDesk(part)) ? parts.join("") : undefined;
}

/** A word that may stand beside an organisation's name without naming another one. */
const isBeside = (word: string): boolean => besideWords.has(word);
const besideWords: ReadonlySet<string> = /* @__PURE__ */ new Set([...deskWords, ...legalForms]);

const longestBeside = /* @__PURE__ */ Math.max(...Array.from(besideWords, (word) => word.length));

/** "help", "ushelp": one or two words of a desk run together; or a legal form. */
function isDesk(text: string): boolean {
	if (isBeside(text)) return true;
	for (let cut = 2; cut <= text.length - 2; cut++) {
		if (deskWords.has(text.slice(0, cut)) && deskWords.has(text.slice(cut))) return true;
	}
	return false;
}

const official =
	/ official (?:\S+ ){0,2}?(?:account|page|channel|profile|feed|home|support|help|news) (?:of|for|from|by) /;

/** What a profile calls itself, made ready once for all records. */
export interface SelfNames {
	readonly written: string;
	readonly field: "handle" | "displayName";
	/** Folded words of the display name. */
	readonly display: readonly string[];
	/** Folded letters and digits of the handle, without its server. */
	readonly handle: string;
	/** Folded words of the bio. */
	readonly bio: readonly string[];
	/** Folded text behind "the official account of" in the bio. */
	readonly officialOf: string | undefined;
}

export function selfNames(profile: SocialProfile): SelfNames {
	let names = selves.get(profile);
	if (!names) {
		names = readSelf(profile);
		selves.set(profile, names);
	}
	return names;
}

/** A handle without the server behind it, as on networks of many servers: user@server. */
export function withoutServer(handle: string): string {
	const at = handle.indexOf("@", 1);
	return at < 0 ? handle : handle.slice(0, at);
}

/** Several scorers ask this of a profile. */
const selves = /* @__PURE__ */ new WeakMap<SocialProfile, SelfNames>();

function readSelf({ handle = "", displayName, bio = "" }: SocialProfile): SelfNames {
	const bioWords = plainWords(clip(bio, limits.bio));
	const line = ` ${bioWords.join(" ")} `;
	const found = official.exec(line);
	return {
		written: displayName ?? handle,
		field: displayName === undefined ? "handle" : "displayName",
		display: plainWords(clip(displayName ?? "", limits.name)),
		handle: withoutServer(fold(clip(handle, limits.handle))).replace(/[^\p{L}\p{Nd}]+/gu, ""),
		bio: bioWords,
		officialOf: found === null ? undefined : line.slice(found.index + found[0].length).replace(/^the /, ""),
	};
}

/**
 * Whether a profile is an account of the organisation itself rather than of one of its people: "Acme", "Acme Support",
 * @AcmeHelp, "The official account of Acme". A person who writes the name beside their own is none.
 */
export function isOrganizationAccount(
	{ display, handle, officialOf }: SelfNames,
	nameWords: readonly string[],
): boolean {
	const name = nameWords.join("");
	if (name.length < 3) return false;
	if (officialOf?.startsWith(`${nameWords.join(" ")} `)) return true;
	const allDesk = display.every((word) => isBeside(word) || nameWords.includes(word) || word === name);
	if (allDesk && display.join("").includes(name)) return true;
	const desk = deskPart(handle, name);
	return desk !== undefined && (desk !== "" || allDesk);
}

/** A name that an account may be of, with what stands beside it left out: the "acme" of @AcmeSupport and "Acme Inc.". */
export interface OwnName {
	readonly name: string;
	/** A desk or a legal form stood beside it. */
	readonly beside: boolean;
}

/** Shortest name of an organisation that is not chance, and the most words looked at. */
const SHORTEST_NAME = 3;
const MOST_WORDS = 6;

/** The names under which an organisation's record is found by its own account. `isOrganizationAccount` says if it is one. */
export function ownNames({ display, handle, officialOf }: SelfNames): OwnName[] {
	const found = new Map<string, boolean>();
	const add = (name: string, beside: boolean): void => {
		if (name.length >= SHORTEST_NAME) found.set(name, beside || (found.get(name) ?? false));
	};
	const kept = display.filter((word) => !isBeside(word));
	if (display.length <= MOST_WORDS) {
		add(kept.join(""), kept.length < display.length);
		add(display.filter((word) => !legalForms.has(word)).join(""), false);
	}
	const subject =
		officialOf
			?.trim()
			.split(" ")
			.slice(0, MOST_WORDS - 2) ?? [];
	for (let count = 1; count <= subject.length; count++) add(subject.slice(0, count).join(""), true);
	const bare = handle.replace(/(?<!\d)\d+$/, "");
	// A handle is the organisation's when nobody else is on display.
	if (kept.every((word) => bare.includes(word))) add(bare, false);
	const ends = [0, ...deskLengths(bare, "end")].map((length) => bare.length - length);
	for (const from of [0, ...deskLengths(bare, "begin")]) {
		for (const to of ends) if (from > 0 || to < bare.length) add(bare.slice(from, to), true);
	}
	return Array.from(found, ([name, beside]) => ({ name, beside }));
}

/** The lengths of what a text begins or ends with and `isDesk` knows, the shortest first. */
function deskLengths(text: string, side: "begin" | "end"): number[] {
	const size = text.length;
	const piece = (from: number, to: number): string =>
		side === "begin" ? text.slice(from, to) : text.slice(size - to, size - from);
	const found = new Set<number>();
	for (let cut = 1; cut <= Math.min(size, longestBeside); cut++) {
		const word = piece(0, cut);
		if (!isBeside(word)) continue;
		found.add(cut);
		if (!deskWords.has(word)) continue;
		for (let to = cut + 1; to <= Math.min(size, cut + longestBeside); to++) {
			if (deskWords.has(piece(cut, to))) found.add(to);
		}
	}
	return [...found].sort((a, b) => a - b);
}

/** What must be known of a record to tell whose a domain is. */
export interface DomainHolder {
	readonly names: readonly PersonName[];
	/** See `organizationWords`. */
	readonly organization: readonly string[];
	readonly kind: CrmRecord["kind"];
}

/**
 * Whose a domain is that both sides give: the person's own, their employer's, or that of a firm whose own account the
 * profile is, so that it tells nothing of one of its people.
 */
export function domainOwner(
	domain: string,
	profile: SelfNames,
	{ names, organization, kind }: DomainHolder,
): "person" | "employer" | "profile" {
	if (isPersonalDomain(domain, names, organization)) return "person";
	const brand = fold(domain.split(".")[0] ?? "");
	return kind === "person" && isOrganizationAccount(profile, [brand]) ? "profile" : "employer";
}
