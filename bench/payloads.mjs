// The acceptance matrix: sample payloads of every system, read by their readers; who of them is whom stands in truth.json.
// The accounts of each network are resolved against the records of each CRM, filled up with invented people.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeRecords } from "./people.mjs";

/** The firm whose payloads these are, as it knows itself. */
const firmAccounts = ["100900", "17841400000000900", "BrightwaterHelp", "brightwater@fedi.example.com"];
/** Options of all readers of CRMs and channels; each takes what it knows. The key is a field of the firm's Pipedrive. */
const crmOptions = {
	defaultCountry: "US",
	own: ["brightwater.example", "+1 800 555 0199"],
	handleFields: { f78b64c9e0f2ea24fddce2b0d809cb2855fed1a6: "x" },
};
/** The day on which the payloads were made. */
const now = Date.UTC(2026, 10, 22);
/** Invented people beside those of the payloads. */
const FILL = 200;

/** Networks: their payloads, and the reader. The list of social accounts does not say whose it is; who asked for it knows. */
const networks = [
	["x", /^x\//, "fromX"],
	["bluesky", /^bluesky\//, "fromBluesky"],
	["mastodon", /^mastodon\//, "fromMastodon"],
	["linkedin", /^linkedin\//, "fromLinkedIn"],
	["facebook", /^meta\/(?:messenger|page)/, "fromFacebook"],
	["instagram", /^meta\/instagram/, "fromInstagram"],
	["youtube", /^youtube\//, "fromYouTube"],
	["reddit", /^reddit\//, "fromReddit"],
	["github", /^github\//, "fromGitHub", { login: "marisol-tennant" }],
	["wordpress", /^wordpress\//, "fromWordPress"],
	["blogger", /^blogger\//, "fromBlogger"],
	["disqus", /^disqus\//, "fromDisqus"],
	["webfinger", /webfinger\.json$/, "fromWebFinger"],
	["rel-me", /rel-me\.html$/, "fromRelMe"],
	["schema.org", /\.jsonld$/, "fromSchemaPerson"],
];

/** Systems that keep records, and channels that bring calls and mails to them. */
const systems = [
	["salesforce", /^salesforce\//, "fromSalesforce"],
	["oracle-b2c-service", /^oracle-b2c-service\//, "fromOracleService"],
	["hubspot", /^hubspot\//, "fromHubSpot"],
	["zendesk", /^zendesk\//, "fromZendesk"],
	["intercom", /^intercom\//, "fromIntercom"],
	["freshdesk", /^freshdesk\//, "fromFreshdesk"],
	["dynamics", /^dynamics\//, "fromDynamics"],
	["pipedrive", /^pipedrive\//, "fromPipedrive"],
	["csv", /crm-export-messy\.csv$/, "fromCsv"],
	["google", /google-contacts\.csv$/, "fromCsv", { source: "google" }],
	["vcard", /contact\.vcf$/, "fromVCard"],
	["jcard", /contact\.jcard\.json$/, "fromJCard"],
];
const channels = [
	["calls", /^phone-log\/twilio/, "fromTwilio"],
	["calls", /^phone-log\/amazon/, "fromAmazonConnect"],
	["calls", /^phone-log\/.*\.csv$/, "fromCsv", { utcOffset: "-07:00" }],
	["mail", /^email\/gmail/, "fromGmail"],
	["mail", /^email\/ms-graph/, "fromGraphMail"],
];
/** An address book is nobody's CRM: who stands only there is in none. */
const addressBooks = new Set(["google", "vcard", "jcard"]);
/** Everything in a folder of payloads, parsed where it is JSON. */
function readFolder(folder) {
	const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
	const files = paths.filter((path) => path.includes("/") && /\.\w+$/.test(path)).sort();
	return files.map((path) => {
		const text = readFileSync(join(folder, path), "utf8");
		return { path, payload: /json(?:ld)?$/.test(path) ? JSON.parse(text) : text };
	});
}

/** The server's number of each Mastodon account, by its address: truth.json knows them by number. */
function numbersOf(value, found = new Map()) {
	if (typeof value !== "object" || value === null) return found;
	if (typeof value.acct === "string" && typeof value.url === "string") found.set(value.url, String(value.id));
	for (const inner of Object.values(value)) numbersOf(inner, found);
	return found;
}

/** The words of truth.json for the ids of networks and systems that it calls otherwise. */
const truthKeys = {
	"oracle-b2c-service": ["oracle_b2c"],
	facebook: ["facebook_psid"],
	instagram: ["instagram_business", "instagram_igsid"],
	wordpress: ["wordpress_user", "wordpress_comment"],
	disqus: ["disqus_user", "disqus_post"],
	dynamics: ["dynamics", "dynamics_socialprofile_unlinked"],
};

/** Who is who, asked by account and by record. */
function readTruth({ people, undecidable }, files) {
	const numbers = new Map();
	for (const { path, payload } of files) if (path.startsWith("mastodon/")) numbersOf(payload, numbers);
	const find = (system, ids, emails = []) => {
		const keys = truthKeys[system] ?? [system];
		const known = new Set(ids.filter((id) => id !== undefined).map(String));
		return people.find(
			(person) =>
				keys.some((key) => person.records[key]?.some((id) => known.has(String(id)))) ||
				emails.some(({ value }) => person.emails.includes(value.toLowerCase())),
		);
	};
	return {
		ofAccount(network, { id, handle, instance, posts = [], emails }) {
			const number = numbers.get(`https://${instance}/@${handle}`);
			const found =
				find(network, [id, ...posts.map((post) => post.id)], emails) ??
				(number === undefined ? undefined : find("mastodon", [number]));
			const name = handle === undefined && network === "bluesky" ? "handle.invalid" : id;
			return found ?? (undecidable.some(({ record }) => record === `${network}:${name}`) ? "undecidable" : undefined);
		},
		ofRecord: (system, { id, emails }) => find(system, [id.slice(id.indexOf(":") + 1)], emails),
	};
}

/** The accounts of all networks, each with what all payloads of its network tell of it. */
function accountsOf(platforms, files, truth) {
	return networks.flatMap(([network, form, reader, options]) => {
		const payloads = files.filter(({ path }) => form.test(path)).map(({ payload }) => payload);
		const { profiles } = platforms[reader](payloads, { own: firmAccounts, ...options });
		return profiles.map((profile) => ({ network, profile, person: truth.ofAccount(network, profile) }));
	});
}

function readingsOf(crm, files, sources) {
	return sources.map(([system, form, reader, options]) => ({
		system,
		readings: files
			.filter(({ path }) => form.test(path))
			.map(({ payload }) => crm[reader](payload, { ...crmOptions, ...options })),
	}));
}

/** Oracle B2C Service calls itself otherwise in truth.json. */
const systemOf = ({ source }) => (source === "oracle-service" ? "oracle-b2c-service" : source);

/** The record sets, and whose each record is. */
function columnsOf({ crm, createResolver, scorers }, files, truth) {
	const read = readingsOf(crm, files, systems);
	const calls = readingsOf(crm, files, channels);
	// Their numbers all end alike, 555-01xx, as no real ones do.
	const fill = makeRecords(FILL, 11).map(({ phones: _, ...person }) => person);
	const column = (name, sources) => {
		const { records, profiles } = crm.combine(
			sources.flatMap(({ readings }) => readings),
			crmOptions,
		);
		const persons = new Map(records.map((record) => [record.id, truth.ofRecord(systemOf(record), record)?.key]));
		const owners = records.flatMap(({ id, interactions }) => interactions.map((one) => [one.id, persons.get(id)]));
		const resolver = createResolver({ records: [...records, ...fill], scorers, now });
		return { name, persons, owners, profiles, resolver };
	};
	const sources = systems.filter(([system]) => !addressBooks.has(system)).map(([system]) => system);
	return [
		...read.map((one) => column(one.system, [one])),
		column("all", [...read.filter(({ system }) => sources.includes(system)), ...calls]),
	];
}

/**
 * Where nothing on the one side has to do with anything on the other: a handle of abbreviations and a first name in a
 * message, and a record of a name and an address. Nobody is expected to be found, and nobody else either.
 */
const outOfReach = new Set(["x dev_okh: pipedrive", "github dev-okh: hubspot", "github dev-okh: pipedrive"]);

/** What is wanted of an account in a record set, and why. */
function wantedOf({ label, person, isStub }, column, isHere) {
	if (person === "undecidable") return "open";
	return isHere && !isStub && !outOfReach.has(`${label}: ${column}`) ? "found" : "nobody else";
}

/** Whether a decision is as wanted. */
const isGood = {
	/** Whoever it may be is for a person to say. */
	open: ({ decision }) => decision === "review" || decision === "insufficient",
	/** The right one is the first, and a link or a review. */
	found: ({ decision, isRight }) => isRight && (decision === "link" || decision === "review"),
	"nobody else": ({ decision, isRight }) => isRight || decision !== "link",
};

/** What came of one account in one record set. */
function cellOf(account, { name, persons }, { decision, links, reason }) {
	const [first] = links;
	const key = account.person?.key;
	const isHere = key !== undefined && [...persons.values()].includes(key);
	const isRight =
		isHere && first !== undefined && [first.record, ...first.duplicates].some(({ id }) => persons.get(id) === key);
	const wanted = wantedOf(account, name, isHere);
	const good = isGood[wanted]({ decision, isRight });
	const mark =
		decision === "link"
			? isRight
				? "✓"
				: "✗"
			: decision === "review"
				? isHere && !isRight
					? "✗"
					: "?"
				: isHere
					? "–"
					: "·";
	return {
		column: name,
		wanted,
		mark,
		good,
		decision,
		reason,
		first: first?.recordId,
		evidence: first?.evidence ?? [],
	};
}

/**
 * The whole matrix: for each account a cell in each record set.
 * @param library `createResolver`, the `scorers` to use, and the names of `sameas/crm` and of `sameas/platforms`
 */
export async function readMatrix(folder, library) {
	const files = readFolder(folder);
	const truth = readTruth(JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")), files);
	const columns = columnsOf(library, files, truth);
	// What help desks made of posts are profiles as well. They hold next to nothing.
	const stubs = columns.slice(0, -1).flatMap(({ name, profiles }) =>
		profiles.map((profile) => {
			const person = truth.ofRecord(name, { id: profile.attributes.recordId });
			return { network: `${name}'s`, profile, person, isStub: true };
		}),
	);
	const rows = [];
	for (const one of [...accountsOf(library.platforms, files, truth), ...stubs]) {
		const { network, profile } = one;
		const account = { ...one, label: `${network} ${profile.handle ?? profile.displayName ?? "(page)"}` };
		const cells = [];
		for (const column of columns) cells.push(cellOf(account, column, await column.resolver.resolve(profile)));
		rows.push({ ...account, cells });
	}
	const forms = [...networks, ...systems, ...channels].map(([, form]) => form);
	return {
		rows,
		columns: columns.map(({ name }) => name),
		/** Files that no reader is for. */
		unread: files.map(({ path }) => path).filter((path) => !forms.some((form) => form.test(path))),
		/** Whose each call, mail and post is, by its id, where all are brought together. */
		owners: new Map(columns.at(-1).owners),
	};
}
