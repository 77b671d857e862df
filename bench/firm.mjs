// An invented firm with its customers, products, an outage, and four weeks of calls, mails, chats and tickets; and what
// people say about it in public, with known truth. Everything follows from the seed.
import { makeHandles, makeRecords, seeded } from "./people.mjs";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 9, 5);
const DAYS = 28;

const products = "Zephyr ZT900,Zephyr ZT300,Orbital R2X,Lumora,Kestrel K44,Brightwell,Tandemo T8,Marlowe Hub".split(
	",",
);
const issues = [
	"does not start after the update",
	"loses the connection every evening",
	"was delivered with a scratched cover",
	"shows a wrong balance on the invoice",
	"makes a rattling noise",
	"asks for the licence again and again",
];
const channels = ["call", "call", "call", "email", "email", "chat"];
/** Contacts by the hour of the customer's day: few at night, most in the morning. */
const busyness = [1, 1, 1, 1, 1, 2, 6, 14, 30, 40, 38, 32, 26, 28, 30, 28, 24, 18, 12, 8, 6, 4, 2, 1];
/** Two mornings on which one product was down for most who have it. */
const outages = [
	{ product: 0, from: START + 9 * DAY + 14 * HOUR },
	{ product: 0, from: START + 10 * DAY + 15 * HOUR },
	{ product: 3, from: START + 10 * DAY + 16 * HOUR },
];
const OUTAGE_HOURS = 4;

const iso = (ms) => new Date(ms).toISOString();
const pick = (list, random) => list[Math.floor(random() * list.length)];

/** An hour of the day drawn by how busy it is, and a moment in it. */
function momentOf(day, zone, random) {
	let at = random() * busyness.reduce((sum, share) => sum + share, 0);
	const hour = busyness.findIndex((share) => {
		at -= share;
		return at < 0;
	});
	return START + day * DAY + (hour - zone) * HOUR + Math.floor(random() * 60) * 60_000;
}

/** What a customer lives through: product, time zone, contacts. `number()` gives out ticket numbers. */
function lifeOf(random, number) {
	const product = Math.min(products.length - 1, Math.floor(random() ** 2 * products.length));
	const zone = pick([-8, -6, -5, -5, 0, 1, 1, 2], random);
	const contacts = [];
	const contact = (at) => {
		const channel = pick(channels, random);
		const ticket = random() < 0.6 ? `T-${number()}` : undefined;
		contacts.push({ at, channel, ticket, issue: pick(issues, random) });
	};
	// Half of the customers are never heard of; some write every other day.
	const often = random() < 0.5 ? 0 : random() < 0.9 ? 2 : 8;
	for (let i = 0; i < often * 2 * random(); i++) contact(momentOf(Math.floor(random() * DAYS), zone, random));
	for (const { product: broken, from } of outages) {
		if (broken === product && random() < 0.4) contact(from + random() * OUTAGE_HOURS * HOUR);
	}
	return { product, zone, contacts: contacts.sort((a, b) => a.at - b.at) };
}

const written = (product, random) => (random() < 0.6 ? products[product] : products[product].toLowerCase());

/** What somebody posts about a contact, at once or later; not before it. */
function postAbout({ at, channel, ticket }, { product, zone }, random) {
	const name = written(product, random);
	const minutes = (from, to) => at + (from + random() * (to - from)) * 60_000;
	/** Later on the same day where they live. */
	const sameDay = () => {
		const end = Math.floor((at + zone * HOUR) / DAY + 1) * DAY - zone * HOUR;
		return at + random() * (end - at);
	};
	const verb = { call: "called", email: "emailed", chat: "chatted with" }[channel];
	const drawn = random();
	if (ticket && drawn < 0.3) {
		return {
			text: pick([`@acme any news on ticket #${ticket.slice(2)}?`, `${ticket} still open. Why, @acme?`], random),
			at: minutes(60, 4000),
		};
	}
	if (drawn < 0.55) {
		const text =
			channel === "call"
				? pick(
						[
							`${20 + Math.floor(random() * 40)} minutes on hold with @acme`,
							`Called your 800 line twice, ${name} still dead`,
						],
						random,
					)
				: `Just ${verb} @acme about my ${name}`;
		return { text, at: minutes(2, 50) };
	}
	if (drawn < 0.7) return { text: `I ${verb} @acme today and nobody knows anything`, at: sameDay() };
	if (drawn < 0.85) return { text: `${verb} you yesterday about the ${name}, still nothing`, at: sameDay() + DAY };
	return { text: `My ${name} again. @acme, this is getting old`, at: minutes(60, 10_000) };
}

/** Posts of people who have nothing to do with the firm, or whose contacts the firm has not filed. */
function smallTalk(random) {
	return {
		text: pick(
			[
				"What a sunny morning by the river",
				"New shoes, old feet",
				"Coffee first",
				"Who else watches the game tonight?",
			],
			random,
		),
		at: START + random() * DAYS * DAY,
	};
}

const asPost = ({ text, at }) => ({ text, at: iso(at) });

/**
 * `size` records with their contacts, one in twelve a namesake of another; and profiles with what they say. Groups:
 * customers, namesakes (customers whose name another record has), strangers, strangers who complain of the same outage,
 * and impostors: they quote the public ticket number of a customer, a half under the customer's name.
 */
export function makeFirm(size, count, seed = 1) {
	const random = seeded(seed + 77);
	let last = 400_000;
	const number = () => (last += 1 + Math.floor(random() * 9));
	const records = makeRecords(size, seed);
	for (const record of records) if (random() < 1 / 12) record.names = pick(records, random).names;
	const bearers = new Map();
	for (const { names } of records) bearers.set(names[0].full, (bearers.get(names[0].full) ?? 0) + 1);

	const lives = new Map();
	for (const record of records) {
		const life = lifeOf(random, number);
		lives.set(record.id, life);
		record.interactions = life.contacts.map(({ at, channel, ticket, issue }, index) => ({
			id: `${record.id}-${index}`,
			channel,
			direction: "inbound",
			at: iso(at),
			text: `${products[life.product]} ${issue}`,
			...(ticket ? { references: [ticket] } : {}),
		}));
	}
	/** Numbers that the firm has told in public, with whose they are. */
	const told = [];
	for (const record of records) {
		for (const { at, ticket } of lives.get(record.id).contacts) {
			if (!ticket || random() > 0.05) continue;
			told.push({ record, ticket, at: at + HOUR });
			record.interactions.push({
				id: `${record.id}-reply-${ticket}`,
				channel: "post",
				direction: "outbound",
				at: iso(at + HOUR),
				text: `We are sorry! Our colleagues look at ${ticket}.`,
			});
		}
	}

	const cases = makeHandles(records, count, seed + 1).map(({ truth, profile }) => {
		const posts = [smallTalk(random), smallTalk(random)];
		const interactions = [];
		if (truth === null) {
			const life = lifeOf(random, number);
			const outage = random() < 0.5;
			const { product, from } = pick(outages, random);
			const at = from + random() * OUTAGE_HOURS * HOUR;
			if (outage) {
				life.product = product;
				posts.push(postAbout({ at, channel: "call" }, life, random));
			}
			// Their contacts were with the firm as well, but are on no record.
			for (const contact of life.contacts) if (random() < 0.4) posts.push(postAbout(contact, life, random));
			return {
				truth,
				group: outage ? "outage strangers" : "strangers",
				profile: { ...profile, posts: posts.map(asPost) },
			};
		}
		const life = lives.get(truth);
		for (const contact of life.contacts) if (random() < 0.4) posts.push(postAbout(contact, life, random));
		// A contact that was not filed, or not under this record.
		if (random() < 0.3) {
			const at = momentOf(Math.floor(random() * DAYS), life.zone, random);
			posts.push(postAbout({ at, channel: pick(channels, random) }, life, random));
		}
		const lastCall = life.contacts.findLast(({ channel }) => channel === "call");
		if (lastCall && random() < 0.15) {
			interactions.push({
				channel: "dm",
				direction: "inbound",
				at: iso(lastCall.at + 20 * 60_000),
				text: "As I said on the phone, it is broken",
			});
		}
		const name = records.find(({ id }) => id === truth).names[0].full;
		return {
			truth,
			group: bearers.get(name) > 1 ? "namesakes" : "customers",
			profile: { ...profile, posts: posts.map(asPost), interactions },
		};
	});

	const masks = makeHandles(makeRecords(size, seed + 5000), Math.ceil(count / 8), seed + 2);
	for (const [index, { profile }] of masks.entries()) {
		const { record, ticket, at } = pick(told, random);
		const displayName = index % 2 ? record.names[0].full : profile.displayName;
		const quoting = { text: `@acme what about ${ticket}?`, at: at + (1 + random() * 40) * HOUR };
		cases.push({
			truth: null,
			group: "impostors",
			profile: {
				...profile,
				...(displayName ? { displayName } : {}),
				posts: [smallTalk(random), quoting].map(asPost),
			},
		});
	}
	return { records, cases };
}
