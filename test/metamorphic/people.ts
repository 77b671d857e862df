import fc from "fast-check";
import {
	type CrmRecordInput,
	createResolver,
	type Interaction,
	type MemoryStore,
	memoryStore,
	type PersonName,
	type Resolution,
	type Resolver,
	type ResolverOptions,
	type SocialProfileInput,
} from "sameas";
import { CASES, SEED } from "./suite.js";

/** Record sets and profiles of invented people, small enough that no search key is too common to follow. */

/** A record as the sets below hold it: every list is there. */
export interface Known {
	readonly id: string;
	readonly source: string;
	readonly names: readonly PersonName[];
	readonly emails: readonly string[];
	readonly phones: readonly string[];
	readonly address?: { readonly city: string; readonly country: string };
	readonly organization?: string;
	readonly title?: string;
	readonly links: readonly string[];
	readonly handles: readonly { readonly platform: string; readonly handle: string; readonly id?: string }[];
	readonly interactions: readonly Interaction[];
}

interface Named extends PersonName {
	readonly given: string;
	readonly family: string;
	/** As a handle has it. */
	readonly latin: readonly [given: string, family: string];
}

// biome-ignore format: a table
const people: readonly Named[] = ([
	["Todd", "Defren"], ["Anna", "Miller"], ["Tom", "Miller"], ["Robert", "Garrenwick"], ["Katherine", "O'Neill"],
	["Priya", "Raman"], ["Chidi", "Okafor"], ["Wei", "Ng"], ["Fatima", "Al-Sayed"], ["Ingrid", "Kolberg"], ["John", "Smith"],
	["José", "García López", "jose", "garcia"], ["Søren", "Kjærgaard", "soren", "kjaergaard"], ["Zoë", "Müller", "zoe", "mueller"],
	["Łukasz", "Wójcik", "lukasz", "wojcik"], ["Nguyễn", "Thị Ánh", "nguyen", "anh"], ["İlker", "Işık", "ilker", "isik"],
	["François", "de La Tour", "francois", "latour"], ["태원", "김", "taewon", "kim"], ["小明", "王", "xiaoming", "wang"],
	["花子", "山田", "hanako", "yamada"], ["Иван", "Сорока", "ivan", "soroka"], ["Олеся", "Бондаренко", "olesya", "bondarenko"],
	["Αλέξης", "Παπαδόπουλος", "alexis", "papadopoulos"], ["محمد", "الهاشمي", "mohammed", "alhashimi"], ["יעל", "כהן", "yael", "cohen"],
	["अनिल", "शर्मा", "anil", "sharma"], ["Quintrell", "Zelmistova"],
] as readonly (readonly string[])[]).map(([given = "", family = "", ...latin]) => ({
	given,
	family,
	latin: [latin[0] ?? given.toLowerCase(), latin[1] ?? family.toLowerCase().replace(/[^a-z]/g, "")],
}));
const givenLatin = new Map(people.map(({ given, latin }) => [given, latin[0]]));
const familyLatin = new Map(people.map(({ family, latin }) => [family, latin[1]]));
/** How a name is spelt in handles, mailboxes and ids, which have letters of ASCII only. */
const spelt = ({ given = "", family = "" }: PersonName): readonly [given: string, family: string] => [
	givenLatin.get(given) ?? "",
	familyLatin.get(family) ?? "",
];
/** The whole name, the family name first where it is in that language. */
export function written({ given = "", family = "", full }: PersonName): string {
	if (full !== undefined) return full;
	return /^[\p{Script=Han}\p{Script=Hangul}]/u.test(given) ? `${family}${given}` : `${given} ${family}`;
}

/** Ways to make a mailbox or a handle of a name. */
const forms: readonly ((given: string, family: string) => string)[] = [
	(given, family) => `${given}.${family}`,
	(given, family) => given.slice(0, 1) + family,
	(given, family) => `${given}${family}`,
	(given, family) => `${given}_${family.slice(0, 1)}`,
	(given, family) => `${family}${given.slice(0, 1)}84`,
	() => "quietfox",
	(given) => `nightowl_${given.length}`,
];
const hosts = ["mail.example.com", "post.example.org", "larchfield.example", "example.net"];
const cities = [
	{ city: "Boston", country: "US" },
	{ city: "Kraków", country: "PL" },
	{ city: "London", country: "GB" },
	{ city: "Springfield", country: "US" },
	{ city: "서울", country: "KR" },
] as const;
const employers = ["Larchfield Optics", "Example Foundry Ltd", "Quarrybank Dental"];
const titles = ["Head of Quality", "Engineer", "Vice President"];
const platforms = ["x", "github", "instagram"] as const;
const topics = [
	"The zoetrope arrived with a cracked lens",
	"I called your hotline about the thermostat and waited an hour",
	"Delivery to Springfield was late again",
];

const some = <T>(of: fc.Arbitrary<T>, most: number) => fc.array(of, { maxLength: most });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const pick = <T>(list: readonly T[]) => fc.constantFrom(...list);

/** How a record stands to those before it. */
const standing = fc.constantFrom("stranger", "stranger", "stranger", "duplicate", "household", "namesake");

const seat = fc.record({
	standing,
	of: fc.nat(11),
	who: fc.nat(people.length - 1),
	mailboxes: some(fc.tuple(pick(forms), pick(hosts)), 2),
	numbers: some(fc.integer({ min: 100, max: 199 }), 2),
	home: maybe(pick(cities)),
	work: maybe(fc.tuple(pick(employers), pick(titles))),
	site: maybe(fc.boolean()),
	accounts: some(fc.tuple(pick(platforms), pick(forms), fc.boolean()), 2),
	history: some(fc.tuple(pick(topics), fc.nat(60), fc.boolean()), 2),
});
type Of<A> = A extends fc.Arbitrary<infer Value> ? Value : never;
type Seat = Of<typeof seat>;

function recordOf(index: number, { who, ...seat }: Seat, before: readonly Known[]): Known {
	const other = before[seat.of % Math.max(1, before.length)];
	const person = people[who] as Named;
	const name: PersonName =
		other !== undefined && (seat.standing === "duplicate" || seat.standing === "namesake")
			? (other.names[0] as PersonName)
			: {
					given: person.given,
					family: seat.standing === "household" ? (other?.names[0]?.family ?? "") : person.family,
				};
	const named = name.family === "" ? { given: person.given, family: person.family } : name;
	const [given, family] = spelt(named);
	const own: Known = {
		// Not in the order in which they come.
		id: `r${(index * 7 + 5) % 13}`,
		source: index % 3 === 0 ? "hubspot" : "zendesk",
		names: [named],
		emails: seat.mailboxes.map(([form, host]) => `${form(given, family)}@${host}`),
		phones: seat.numbers.map((number) => `+1 617 555 0${number}`),
		...(seat.home === undefined ? {} : { address: seat.home }),
		...(seat.work === undefined ? {} : { organization: seat.work[0], title: seat.work[1] }),
		links:
			seat.site === undefined
				? []
				: [seat.site ? `https://${family}.example/about` : "https://larchfield.example/team"],
		handles: seat.accounts.map(([platform, form, withId]) => {
			const handle = form(given, family).replace(".", "");
			return { platform, handle, ...(withId ? { id: `id-${handle}` } : {}) };
		}),
		interactions: seat.history.map(([topic, day, signedIn], at) => ({
			id: `i${index}.${at}`,
			channel: at === 0 ? "call" : "ticket",
			direction: "inbound",
			at: new Date(Date.UTC(2026, 0, 1 + day, 9 + index, 30)).toISOString(),
			text: `${topic}, order INV-20${100 + index * 2 + at}.`,
			references: [`INV-20${100 + index * 2 + at}`],
			...(signedIn ? { platform: "x", accountId: `id-${given}${family}`, authenticated: true } : {}),
		})),
	};
	if (other === undefined) return own;
	if (seat.standing === "duplicate") return { ...own, emails: other.emails, phones: own.phones.concat(other.phones) };
	if (seat.standing !== "household") return own;
	return { ...own, phones: other.phones, ...(other.address === undefined ? {} : { address: other.address }) };
}

/** Three to twelve records: strangers, households, namesakes and duplicates among them. */
const recordSets: fc.Arbitrary<readonly Known[]> = fc
	.oneof(
		{ weight: 4, arbitrary: fc.array(seat, { minLength: 3, maxLength: 4 }) },
		{ weight: 1, arbitrary: fc.array(seat, { minLength: 5, maxLength: 12 }) },
	)
	.map((seats) => {
		const known: Known[] = [];
		for (const [index, one] of seats.entries()) known.push(recordOf(index, one, known));
		return known;
	});

/** How a profile is made of a record, or of nobody's. */
export interface Recipe {
	readonly of: number;
	readonly stranger: number;
	readonly display: "full" | "initial" | "given" | "family" | "other" | "none";
	readonly handle: "own" | "form" | "other" | "none";
	readonly form: (given: string, family: string) => string;
	readonly platform: string;
	readonly withId: boolean;
	readonly email: "field" | "bio" | "none";
	readonly phone: "field" | "bio" | "none";
	readonly work: boolean;
	readonly place: "own" | "other" | "none";
	readonly site: boolean;
	readonly says: "reference" | "topic" | "nothing";
}
export const recipes: fc.Arbitrary<Recipe> = fc.record({
	of: fc.nat(11),
	stranger: fc.nat(people.length * 5),
	display: fc.constantFrom<Recipe["display"][]>("full", "full", "initial", "given", "family", "other", "none"),
	handle: fc.constantFrom<Recipe["handle"][]>("own", "form", "form", "other", "none"),
	form: pick(forms),
	platform: pick([...platforms, "mastodon"]),
	withId: fc.boolean(),
	email: fc.constantFrom<Recipe["email"][]>("field", "bio", "none", "none"),
	phone: fc.constantFrom<Recipe["phone"][]>("field", "bio", "none", "none"),
	work: fc.boolean(),
	place: fc.constantFrom<Recipe["place"][]>("own", "other", "none"),
	site: fc.boolean(),
	says: fc.constantFrom<Recipe["says"][]>("reference", "topic", "nothing", "nothing"),
});

/** The record that a profile is made of. */
export const aboutWhom = (records: readonly Known[], { of }: Pick<Recipe, "of">): Known =>
	records[of % records.length] as Known;

export type Profile = Omit<SocialProfileInput, "emails" | "phones" | "posts" | "links" | "bio"> & {
	readonly bio: string;
	readonly emails: readonly string[];
	readonly phones: readonly string[];
	readonly posts: readonly { readonly text: string; readonly at: string }[];
	readonly links: readonly { readonly url: string; readonly verified?: boolean }[];
};

export function profileOf(records: readonly Known[], recipe: Recipe): Profile {
	const record = aboutWhom(records, recipe);
	// About one in five is of nobody on record, except by chance.
	const stranger = people[recipe.stranger];
	const name: PersonName = stranger ?? (record.names[0] as PersonName);
	const [given, family] = spelt(name);
	const own = record.handles[0];
	const shown = {
		full: written(name),
		initial: `${name.given?.[0]}. ${name.family}`,
		given: name.given ?? "",
		family: name.family ?? "",
		other: "Night Owl",
		none: undefined,
	}[recipe.display];
	const handle =
		recipe.handle === "own" && own !== undefined
			? own.handle
			: { own: undefined, form: recipe.form(given, family).replace(".", ""), other: "pixelfox77", none: undefined }[
					recipe.handle
				];
	const [email] = record.emails;
	const [phone] = record.phones;
	const bio = [
		recipe.email === "bio" && email !== undefined ? `Write to ${email}.` : "",
		recipe.phone === "bio" && phone !== undefined ? `Call ${phone}.` : "",
		recipe.work && record.organization !== undefined ? `${record.title} at ${record.organization}.` : "",
	];
	const event = record.interactions[0];
	const text =
		recipe.says === "reference" && event !== undefined
			? `Still waiting for order ${event.references?.[0]}.`
			: recipe.says === "topic" && event !== undefined
				? (event.text ?? "").replace(/, order.*/, "")
				: undefined;
	const place =
		recipe.place === "own" ? record.address?.city : recipe.place === "other" ? "Lisbon, Portugal" : undefined;
	return {
		platform: recipe.handle === "own" && own !== undefined ? own.platform : recipe.platform,
		...(recipe.withId ? { id: own?.id ?? `id-${given}${family}` } : {}),
		...(handle === undefined ? {} : { handle }),
		...(shown === undefined ? {} : { displayName: shown }),
		bio: bio.filter((part) => part !== "").join(" "),
		...(place === undefined ? {} : { location: place }),
		emails: recipe.email === "field" && email !== undefined ? [email] : [],
		phones: recipe.phone === "field" && phone !== undefined ? [phone] : [],
		links: recipe.site ? record.links.map((url) => ({ url, verified: recipe.withId })) : [],
		posts: text === undefined ? [] : [{ text, at: event?.at ?? "" }],
	};
}

/** A record set with what answers for it. Made when first asked for, and used for many cases. */
export interface World {
	readonly records: readonly Known[];
	readonly store: MemoryStore;
	readonly resolver: Resolver;
}

export const options: ResolverOptions = { defaultCountry: "US" };

export function worldOf(records: readonly Known[], given: ResolverOptions = options): World {
	const store = memoryStore();
	return {
		records,
		store,
		resolver: createResolver({ ...given, store, records: records as readonly CrmRecordInput[] }),
	};
}

/** Sets that the cases of a property are spread over: making a resolver takes as long as several answers. */
const SETS = Math.min(1000, Math.max(20, Math.round(CASES / 40)));

/** So many record sets, each with what is made of it once. */
export function pool<T>(make: (records: readonly Known[], index: number) => T): (index: number) => T {
	let sets: readonly (readonly Known[])[] | undefined;
	const made: T[] = [];
	return (index) => {
		sets ??= fc.sample(recordSets, { numRuns: SETS, seed: SEED });
		made[index] ??= make(sets[index] as readonly Known[], index);
		return made[index] as T;
	};
}

/** Which of the sets. */
export const anySet: fc.Arbitrary<number> = fc.nat(SETS - 1);

/** In another order; all orders that strides over 13 places give. */
export function permuted<T>(list: readonly T[], stride: number, from: number): T[] {
	const order = Array.from({ length: 13 }, (_, index) => (from + index * stride) % 13);
	return order.filter((at) => at < list.length).map((at) => list[at] as T);
}

/** Every number of an answer and whom it is about, without the values that were compared. */
export function numbersOf({ decision, links, nobody, unlisted, ceiling, prior, holder }: Resolution): string {
	return JSON.stringify({
		...{ decision, nobody, unlisted, ceiling, prior, holder: holder.kind },
		links: links.map(({ recordId, duplicates, probability, bits, prior, competition, evidence, alsoFit }) => ({
			...{ recordId, probability, bits, prior, competition, alsoFit },
			duplicates: duplicates.map(({ id }) => id),
			evidence: evidence.map(({ scorer, level, bits, rawBits }) => [scorer, level, bits, rawBits]),
		})),
	});
}
