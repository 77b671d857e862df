import { log2 } from "../arithmetic.js";
import { countriesOfFlags, countryOfCode, countryOfName, stateOfCode, stateOfName } from "../text/country.js";
import { colleagueFacts, shareOfOthers } from "../text/rarity.js";
import { remembered } from "../text/remembered.js";
import { clip, fold, limits, words } from "../text/unicode.js";
import type { Address, CrmRecord, SocialProfile } from "../types.js";
import { type CompareContext, defineScorer, levelBits, type Observation, type Scorer } from "./scorer.js";

export type PlaceLevel =
	| "same-city"
	| "same-region"
	| "same-country"
	| "different-city"
	| "different-region"
	| "different-country";

/** A place as far as it can be told; a name may be a city or a region, a code a state or a country: both are kept. */
export interface Place {
	readonly text: string;
	/** Where on the profile it stands. */
	readonly field: "location" | "handle";
	/** Folded names that are no country: cities, regions. */
	readonly names: ReadonlySet<string>;
	/** States of the USA, postal codes in lower case. */
	readonly states: ReadonlySet<string>;
	/** ISO codes in lower case. */
	readonly countries: ReadonlySet<string>;
}

/** A record's address: what it says of the city is known to be the city. */
export interface RecordPlace extends Omit<Place, "field"> {
	readonly city: string | undefined;
	readonly region: string | undefined;
	/** The address in one line, folded, with blanks around. */
	readonly line: string;
	/** Its search keys, each once. */
	readonly keys: readonly string[];
}

/** Answers to "location" that are no place. */
const nowhere: ReadonlySet<string> = new Set([
	"earth",
	"planet earth",
	"the earth",
	"world",
	"the world",
	"worldwide",
	"world wide",
	"global",
	"international",
	"everywhere",
	"anywhere",
	"somewhere",
	"nowhere",
	"here",
	"there",
	"home",
	"internet",
	"the internet",
	"online",
	"web",
	"the web",
	"www",
	"cyberspace",
	"the cloud",
	"cloud",
	"universe",
	"the universe",
	"space",
	"moon",
	"the moon",
	"mars",
	"remote",
	"in transit",
	"on the road",
	"terra",
	"welt",
	"monde",
	"mundo",
	"europe",
	"europa",
	"asia",
	"africa",
	"earth milky way",
	"milky way",
]);

const cityNames: ReadonlyMap<string, string> = new Map([
	["nyc", "new york"],
	["new york city", "new york"],
	["manhattan", "new york"],
	["brooklyn", "new york"],
	["sf", "san francisco"],
	["san fran", "san francisco"],
	["bay", "san francisco"],
	["sf bay", "san francisco"],
	["san francisco bay", "san francisco"],
	["la", "los angeles"],
	["dc", "washington"],
	["washington dc", "washington"],
	["washington d c", "washington"],
	["philly", "philadelphia"],
	["cdmx", "mexico city"],
	["munchen", "munich"],
	["koln", "cologne"],
	["wien", "vienna"],
	["roma", "rome"],
	["milano", "milan"],
	["praha", "prague"],
	["warszawa", "warsaw"],
	["lisboa", "lisbon"],
	["bruxelles", "brussels"],
	["geneve", "geneva"],
	["den haag", "the hague"],
]);

function cityName(folded: string): string {
	const bare = folded
		.replace(/^(?:greater|in|near|from) /, "")
		.replace(/ (?:metropolitan area|metro area|area|metro|region)$/, "");
	return cityNames.get(bare) ?? bare;
}

/** Codes that people write for a state of the USA and for a country alike; MA is Massachusetts rather than Morocco. */
const bothCodes: ReadonlySet<string> = new Set(["ar", "ca", "co", "de", "il", "in"]);

class PlaceReader {
	readonly names: Set<string> = new Set();
	readonly states: Set<string> = new Set();
	readonly countries: Set<string>;

	/** Reads "Boston, MA", "Toulouse, France", "🇫🇷", right to left: the wider place stands behind and decides first. */
	constructor(text: string) {
		this.countries = new Set(countriesOfFlags(text));
		const plain = text.replace(/[\u{1f1e6}-\u{1f1ff}]{2}/gu, ",");
		const parts = plain.split(/[,;/|·•–—()\n]| - | & /);
		for (let i = parts.length - 1; i >= 0; i--) this.readPart((parts[i] as string).trim(), i === 0);
	}

	private readPart(written: string, first: boolean): void {
		const list = words(fold(written));
		const name = list.join(" ");
		// "LA" in front is Los Angeles, behind a city it is Louisiana.
		if (first && cityNames.has(name)) this.names.add(cityName(name));
		const code = name.length === 2 && (!first || written === written.toUpperCase());
		if (name === "" || (first && cityNames.has(name)) || this.readWider(name, code)) return;
		// "Boston MA", "Paris France": the wider place is the last word.
		const last = written.slice(written.lastIndexOf(" ") + 1);
		const lastName = list.at(-1) ?? "";
		const lastIsCode = lastName.length === 2 && last === last.toUpperCase();
		if (list.length > 1 && this.readWider(lastName, lastIsCode)) list.pop();
		this.names.add(cityName(list.join(" ")));
	}

	/** Takes a country or a state; true when it cannot be a city as well. */
	private readWider(name: string, isCode: boolean): boolean {
		const state = (isCode && stateOfCode(name)) || (this.states.size === 0 ? stateOfName(name) : undefined);
		const isCountryCode = isCode && (!state || bothCodes.has(name));
		const country =
			(isCountryCode && countryOfCode(name)) || (this.countries.size === 0 ? countryOfName(name) : undefined);
		if (state) {
			this.states.add(state);
			this.countries.add("us");
		}
		if (country) this.countries.add(country);
		// New York and Washington are cities as well as states; a code is neither.
		return Boolean(country) || (Boolean(state) && isCode);
	}
}

function readPlace(location: string): Place | undefined {
	const text = clip(location, limits.value);
	if (nowhere.has(words(fold(text)).join(" "))) return undefined;
	const { names, states, countries } = new PlaceReader(text);
	for (const name of names) if (nowhere.has(name) || name.length < 2) names.delete(name);
	const found = names.size + states.size + countries.size > 0;
	return found ? { text, field: "location", names, states, countries } : undefined;
}

/** A place that a handle begins or ends with, set off by capitals: RepDefrenUtah, AnaCostaPT, TXRunner, JonesSD04. */
function readHandle(handle: string): Place | undefined {
	const segments =
		clip(handle, limits.handle).match(/[A-Z]{2}(?=[A-Z][a-z])|[A-Z][a-z]{3,}|(?<![A-Z])[A-Z]{2}(?![A-Za-z])/g) ?? [];
	const letters = handle.replace(/[^A-Za-z]/g, "");
	for (const text of segments) {
		if (text.length === letters.length || !(letters.endsWith(text) || letters.startsWith(text))) continue;
		const name = text.toLowerCase();
		const isCode = name.length === 2;
		const state = isCode ? stateOfCode(name) : stateOfName(name);
		const country = isCode ? countryOfCode(name) : countryOfName(name);
		if (state === undefined && country === undefined) continue;
		const countries = new Set([...(state === undefined ? [] : ["us"]), ...(country === undefined ? [] : [country])]);
		return { text, field: "handle", names: new Set(), states: new Set(state === undefined ? [] : [state]), countries };
	}
	return undefined;
}

function simple(text: string | undefined): string | undefined {
	const name = words(fold(clip(text ?? "", limits.value))).join(" ");
	return name === "" ? undefined : name;
}

function readAddress(address: Address): RecordPlace | undefined {
	return address.text === undefined ? partsRead(address) : addressRead(address);
}

/** The records of a set share few cities. The lengths tell the parts of the key from each other. */
const partsRead = /* @__PURE__ */ remembered(
	({ city = "", region = "", country = "" }: Address) => `${city.length} ${region.length} ${city}${region}${country}`,
	addressRead,
);

function addressRead({ text, city, region, country }: Address): RecordPlace | undefined {
	const line = text === undefined ? undefined : readPlace(text);
	const countries = new Set(line?.countries);
	const countryName = simple(country?.replace(/_/g, " "));
	if (countryName !== undefined) {
		const code = countryOfCode(countryName) ?? countryOfName(countryName);
		if (code !== undefined) {
			countries.clear();
			countries.add(code);
		}
	}
	const regionName = simple(region);
	const state = regionName === undefined ? undefined : (stateOfCode(regionName) ?? stateOfName(regionName));
	const states = new Set(line?.states);
	if (state !== undefined && (countries.size === 0 || countries.has("us"))) states.add(state);
	const cityOnly = simple(city);
	const names = line?.names ?? new Set();
	const place: Omit<RecordPlace, "keys"> = {
		text: [city, region, country].filter((part) => part !== undefined && part !== "").join(", ") || (text ?? ""),
		names,
		states,
		countries,
		city: cityOnly === undefined ? undefined : cityName(cityOnly),
		region: regionName,
		line: line === undefined ? "" : ` ${simple(text) ?? ""} `,
	};
	return place.city === undefined && regionName === undefined && countries.size === 0 && line === undefined
		? undefined
		: { ...place, keys: keysOf(place) };
}

function keysOf({ city, region, names, states, countries }: Omit<RecordPlace, "keys">): string[] {
	const keys = new Set<string>();
	if (city !== undefined) keys.add(`c:${city}`);
	if (region !== undefined) keys.add(`g:${region}`);
	for (const name of [...names].slice(0, 4)) keys.add(`c:${name}`);
	for (const state of states) keys.add(`g:${state}`);
	for (const country of countries) keys.add(`n:${country}`);
	return [...keys];
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): string | undefined {
	for (const value of a) if (b.has(value)) return value;
	return undefined;
}

function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	return a.size > 0 && b.size > 0 && meet(a, b) === undefined;
}

const levels = {
	"same-city": { m: 0.5, u: 0.02, says: "The location {profile} is the city {record} on the record" },
	"same-region": { m: 0.6, u: 0.05, says: "The location {profile} is in the region {record} of the record" },
	"same-country": { m: 0.85, u: 0.15, says: "The location {profile} is in the country {record} of the record" },
	// Suburbs, second homes, and records that are slow to follow.
	"different-city": {
		m: 0.5,
		u: 0.9,
		says: "The location {profile} is another city than the address {record} on the record",
	},
	"different-region": {
		m: 0.3,
		u: 0.9,
		says: "The location {profile} is in another region than the address {record} on the record",
	},
	"different-country": {
		m: 0.1,
		u: 0.3,
		says: "The location {profile} is in another country than the address {record} on the record",
	},
} as const;

/** How far one address is the profile's place, with the key whose rarity matters. */
function placeMatch(
	profile: Place,
	record: RecordPlace,
): { level: "same-city" | "same-region" | "same-country"; key: string } | undefined {
	if (apart(profile.countries, record.countries)) return undefined;
	if (!apart(profile.states, record.states)) {
		for (const name of profile.names) {
			if (name === record.city) return { level: "same-city", key: `c:${name}` };
			if (name.length >= 4 && record.line.includes(` ${name} `)) return { level: "same-city", key: `c:${name}` };
		}
		for (const name of profile.names) if (name === record.region) return { level: "same-region", key: `g:${name}` };
		const state = meet(profile.states, record.states);
		if (state !== undefined) return { level: "same-region", key: `g:${state}` };
	}
	// A handle that names a state says nothing of the rest of the country.
	if (profile.field === "handle" && apart(profile.states, record.states)) return undefined;
	const country = meet(profile.countries, record.countries);
	return country === undefined ? undefined : { level: "same-country", key: `n:${country}` };
}

/**
 * Compares the profile's location, or the place that its handle names, with the addresses. A rare city says more than the one where most records are: the
 * share of records in it takes the place of `u`. Places are counted, not searched: a city would bring up thousands.
 */
export function placeScorer(): Scorer<Place, readonly RecordPlace[], PlaceLevel> {
	return defineScorer<Place, readonly RecordPlace[], PlaceLevel>({
		name: "place",
		group: "context",
		levels,

		ofProfile(profile: SocialProfile) {
			return readPlace(profile.location ?? "") ?? readHandle(profile.handle ?? "");
		},

		ofRecord(record: CrmRecord) {
			if (record.addresses.length === 0) return undefined;
			const places = record.addresses
				.slice(0, limits.contacts)
				.map(readAddress)
				.filter((place) => place !== undefined);
			return places.length === 0 ? undefined : places;
		},

		keys: {
			ofProfile: () => [],
			ofRecord: (places) => new Set(places.flatMap(({ keys }) => keys)),
		},

		compare(profile, places, context) {
			const seen = [agreement(profile, places, context), contradiction(profile, places, context)];
			const kept = seen.filter((observation) => observation !== undefined);
			return kept.length === 0 ? undefined : kept;
		},
	});
}

type Seen = Observation<PlaceLevel> | undefined;

/** The closest that an address comes to the place. */
function agreement(profile: Place, places: readonly RecordPlace[], context: CompareContext): Seen {
	let best: (Observation<PlaceLevel> & { readonly u: number; readonly gain: number }) | undefined;
	for (const place of places) {
		const found = placeMatch(profile, place);
		if (found === undefined) continue;
		const { m, u: floor } = levels[found.level];
		// "CA" is California or Canada: half an agreement.
		const readings = found.level === "same-country" ? profile.countries.size : 1;
		const u = Math.min(m, readings * shareOfOthers(found.key, floor, context));
		if (best === undefined || m / u > best.gain) {
			best = { level: found.level, ...valuesOf(profile, place), u, gain: m / u };
		}
	}
	if (best === undefined) return undefined;
	const { gain, ...observation } = best;
	// People of one firm work in one city.
	const facts = best.level === "same-city" ? { facts: colleagueFacts("place", log2(gain)) } : {};
	return { ...observation, ...facts };
}

/** The widest in which the place is apart from every address. What one of them leaves open is no contradiction. */
function contradiction(profile: Place, places: readonly RecordPlace[], { count }: CompareContext): Seen {
	// Two letters in a handle may mean anything else.
	if (profile.field === "handle") return undefined;
	const observed = (level: PlaceLevel): Seen => ({
		level,
		...valuesOf(profile, places[0] as RecordPlace),
		facts: [{ fact: "another place", bits: levelBits(levels[level]) }],
	});
	if (places.every(({ countries }) => apart(profile.countries, countries))) return observed("different-country");
	if (places.every((place) => apart(profile.countries, place.countries) || apart(profile.states, place.states)))
		return observed("different-region");
	// People write anything for a place: a city has its state or country beside it, or is the city of some record.
	const cities = [...profile.names].filter((name) => stateOfName(name) === undefined);
	const isPlace = profile.countries.size > 0 || cities.every((name) => count(`c:${name}`) > 0);
	const isCity = cities.length > 0 && isPlace;
	if (isCity && places.every((place) => isOtherCity(profile, place))) return observed("different-city");
	return undefined;
}

function isOtherCity({ names, states, countries }: Place, { city, region, line, ...place }: RecordPlace): boolean {
	if (apart(countries, place.countries) || apart(states, place.states)) return true;
	if (city === undefined) return false;
	return [...names].every((name) => name !== city && name !== region && !line.includes(` ${name} `));
}

function valuesOf(profile: Place, record: RecordPlace): Omit<Observation, "level"> {
	return {
		profileValue: profile.text,
		recordValue: record.text,
		profileField: profile.field,
		recordField: "addresses",
	};
}
