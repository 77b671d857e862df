// Invented people for the benchmarks: names drawn by rank (Zipf) over several naming cultures with a long tail of made-up
// surnames, example.com addresses, 555-01xx numbers; and handles of the shapes that people choose, with known truth.
// Everything follows from the seed.

/** A small seeded generator (mulberry32): the same numbers on every machine. */
export function seeded(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

export const given = (
	"James Mary John Patricia Robert Jennifer Michael Linda David Elizabeth William Susan Richard Jessica Joseph Sarah Thomas Karen " +
	"Daniel Nancy Matthew Lisa Anthony Margaret Mark Sandra Steven Ashley Andrew Emily Kenneth Donna Joshua Michelle Kevin Carol Brian " +
	"George Melissa Edward Deborah Timothy Stephanie Jason Rebecca Jeffrey Laura Ryan Helen Jacob Sharon Gary Cynthia Nicholas Kathleen " +
	"Eric Amy Jonathan Angela Stephen Shirley Larry Anna Justin Brenda Scott Pamela Brandon Emma Benjamin Nicole Samuel Samantha Gregory " +
	"Katherine Alexander Christine Patrick Debra Frank Rachel Raymond Carolyn Jack Janet Dennis Maria Jerry Olivia Tyler Heather Todd " +
	"Juan Carmen Luis Lucia Carlos Sofia Jorge Paula Pedro Ines João Catarina Tiago Beatriz François Camille Jérôme Élodie Lukas Lena " +
	"Jürgen Katrin Matthias Sabine Giulia Marco Francesca Luca Piotr Agnieszka Krzysztof Katarzyna Dmitri Olga Sergei Natalia Oleksandr " +
	"Oksana Mehmet Ayşe Mustafa Elif Mohammed Fatima Ahmed Leila Wei Li Min Jing Hiroshi Yuki Takashi Aiko Priya Rahul Anjali Arjun " +
	"Min-jun Seo-yeon Ji-hoon Kwame Ama Chidi Ngozi Søren Freja Åsa Björn Aoife Cillian Gwen Rhys"
).split(" ");
const family = (
	"Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor " +
	"Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres " +
	"Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Silva Santos Oliveira Ferreira Dubois Moreau " +
	"Laurent Müller Schmidt Schneider Weber Rossi Russo Ferrari Nowak Kowalski Ivanov Petrov Shevchenko Bondarenko Yılmaz Kaya Khan Ali " +
	"Hassan Wang Zhang Chen Tanaka Suzuki Kim Park Choi Patel Sharma Singh Okafor Mensah Jensen Nilsson Murphy O'Brien Evans de Vries"
)
	.replace("de Vries", "de_Vries")
	.split(" ")
	.map((name) => name.replace("_", " "));
const starts =
	"Bar Dal Fen Gar Hol Kes Lor Mar Nor Pel Quin Ros Sel Tar Ul Ver Wes Yar Zel Def Bren Cors Drav Elm Fro Gris Hav Ivo Jar Kol".split(
		" ",
	);
const middles = "a e i o u an en in on ar er or al el il and ent ist ov ung".split(" ");
const ends =
	"ren ley man ford wick ton berg stein ova ski dale more son sen ins field well by mont rell nig sca dhe tti oux vic ros".split(
		" ",
	);
export const cities = [
	"Boston",
	"Leeds",
	"Lyon",
	"Porto",
	"Gdańsk",
	"Austin",
	"Toronto",
	"Nairobi",
	"Osaka",
	"Adelaide",
];
const firms = [
	"Northwind",
	"Bluefin Optics",
	"Harbor Supply",
	"Cedar Labs",
	"Quartz Media",
	"Juniper Bank",
	"Atlas Travel",
];
const short = {
	Robert: "Bob",
	William: "Bill",
	Michael: "Mike",
	Elizabeth: "Liz",
	Thomas: "Tom",
	Katherine: "Kate",
	James: "Jim",
	Jennifer: "Jen",
	Daniel: "Dan",
	Matthew: "Matt",
	Joseph: "Joe",
	Patricia: "Pat",
	Christine: "Chris",
	Samuel: "Sam",
	Alexander: "Alex",
	Benjamin: "Ben",
};

const fold = (text) =>
	text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ø/gi, "o").replace(/ı/g, "i").toLowerCase();
export const bare = (text) => fold(text).replace(/[^a-z]/g, "");
export const pick = (list, random) => list[Math.floor(random() * list.length)];
/** Rank r with a share that falls like 1 / (r + 3). */
const byRank = (list, random) =>
	list[Math.min(list.length - 1, Math.floor((list.length + 3) ** random() - 1 + random()))];
/** A made-up one, or, in this share, one of the usual ones. */
export const surname = (random, usual = 0.45) =>
	random() < usual
		? byRank(family, random)
		: pick(starts, random) + (random() < 0.5 ? pick(middles, random) : "") + pick(ends, random);

/** `count` records, in the loose form that a CSV gives. */
export function makeRecords(count, seed = 1) {
	const random = seeded(seed);
	const records = [];
	for (let i = 0; i < count; i++) {
		const first = byRank(given, random);
		const last = surname(random);
		const digits = String(1000 + Math.floor(random() * 9000)).slice(1);
		const record = {
			id: `r${i}`,
			names: [{ given: first, family: last, full: `${first} ${last}` }],
			addresses: [{ city: pick(cities, random) }],
		};
		if (random() < 0.8)
			record.emails = [`${bare(first)}.${bare(last)}${i}@${random() < 0.7 ? "mail" : "corp"}.example.com`];
		if (random() < 0.6)
			record.phones = [
				`+1 ${200 + (i % 700)} 555 0${100 + (i % 100)}`.replace("0100", "0100") +
					(random() < 0.05 ? ` x${digits}` : ""),
			];
		if (random() < 0.5) record.organization = pick(firms, random);
		records.push(record);
	}
	return records;
}

const shapes = [
	["first+last", 24, (f, l) => f + l],
	["first_last", 8, (f, l, r) => f + pick(["_", ".", "-"], r) + l],
	["initial+last", 12, (f, l) => f[0] + l],
	["last+first", 5, (f, l) => l + f],
	["first+initial", 4, (f, l) => f + l[0]],
	["nickname+last", 6, (f, l, r, p) => bare(short[p.given] ?? p.given) + l],
	["first+last+digits", 8, (f, l, r) => f + l + Math.floor(r() * 100)],
	["affix+last", 5, (f, l, r) => pick(["the", "real", "dr", "mr"], r) + l],
	["shortened", 5, (f, l) => f.slice(0, 3) + l.slice(0, 4)],
	["last", 3, (f, l) => l],
	["first+word", 5, (f, l, r) => f + pick(["runs", "codes", "photo", "cooks", "travels"], r)],
	[
		"opaque",
		15,
		(f, l, r) =>
			pick(["night", "pixel", "coffee", "moon", "turbo", "quiet"], r) +
			pick(["owl", "fox", "byte", "rider", "whale"], r) +
			Math.floor(r() * 1000),
	],
];

const totalWeight = shapes.reduce((sum, [, weight]) => sum + weight, 0);

/** A handle of one of the shapes, for a person with a `given` and a `family` name in Latin letters. */
export function makeHandle(person, random) {
	let at = random() * totalWeight;
	const [shape, , write] =
		shapes.find(([, weight]) => {
			at -= weight;
			return at < 0;
		}) ?? shapes[0];
	return { shape, handle: write(bare(person.given), bare(person.family), random, person) };
}

/** Handles of people drawn from the records (three quarters) and of strangers (one quarter). */
export function makeHandles(records, count, seed = 2) {
	const random = seeded(seed);
	const strangers = makeRecords(Math.ceil(count / 2), seed + 1000);
	const cases = [];
	for (let i = 0; i < count; i++) {
		const known = random() < 0.75;
		const owner = pick(known ? records : strangers, random);
		const person = owner.names[0];
		const { shape, handle } = makeHandle(person, random);
		const displayed = random();
		const displayName =
			displayed < 0.7
				? person.full
				: displayed < 0.8
					? `${short[person.given] ?? person.given} ${person.family}`
					: displayed < 0.85
						? person.given
						: displayed < 0.9
							? `${person.full} ✨`
							: undefined;
		cases.push({
			id: `h${i}`,
			truth: known ? owner.id : null,
			shape,
			profile: { platform: "x", handle, ...(displayName ? { displayName } : {}) },
		});
	}
	return cases;
}
