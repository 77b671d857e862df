/** What the fuzzing suite calls: every function of the public entries, each with inputs of its own and what must hold. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as sameas from "sameas";
import * as crm from "sameas/crm";
import * as dossiers from "sameas/dossier";
import * as node from "sameas/node";
import * as platforms from "sameas/platforms";
import * as training from "sameas/train";
import * as trust from "sameas/trust";
import { clip, limits } from "../../src/text/unicode.js";
import { forbidden, withoutIsolates } from "../rendering.js";
import { openly } from "../samples.js";
import { answering, anyMade, anyText, anyValue, PLANT, spoilt, spoiltText } from "./hostile.js";
import { anyProfile, anyRecord, files, goodResolutions, goodResolver } from "./people.js";
import type { Random } from "./random.js";

/** A function, or several that are called one after the other, with inputs for them. */
export interface Target {
	readonly name: string;
	/** The public functions that it calls, each as "entry name". */
	readonly covers: readonly string[];
	/** How many inputs it gets, beside others. */
	readonly share: number;
	/** Codes of errors that are answers here. Without any, nothing may be thrown. */
	readonly codes: readonly sameas.SameAsErrorCode[];
	readonly input: (random: Random) => unknown;
	/** What is called and timed. */
	readonly run: (input: never) => unknown;
	/** Throws where the result is not as it must be. */
	readonly check?: (result: never, input: never) => void;
}

function target<Input, Result>(
	name: string,
	covers: readonly string[],
	{
		share = 1,
		codes = [],
		...parts
	}: {
		readonly share?: number;
		readonly codes?: readonly sameas.SameAsErrorCode[];
		readonly input: (random: Random) => Input;
		readonly run: (input: Input) => Result;
		readonly check?: (result: Awaited<Result>, input: Input) => void;
	},
): Target {
	return { name, covers, share, codes, ...parts } as Target;
}

function must(condition: boolean, what: string): asserts condition {
	if (!condition) throw new Error(what);
}

/** No warning, reason or report of what was left out says a personal value. */
function mustHide(told: unknown, what: string): void {
	must(!JSON.stringify(told)?.toLowerCase().includes(PLANT.toLowerCase()), `${what} shows a personal value.`);
}

// ---------------------------------------------------------------- what must hold of results

const isProbability = (value: number): boolean => Number.isFinite(value) && value >= 0 && value <= 1;

function checkResolution({
	links,
	nobody,
	unlisted,
	ceiling,
	reason,
	holder,
	warnings,
	recall,
}: sameas.Resolution): void {
	const listed = links.map(({ probability }) => probability);
	must([...listed, nobody, unlisted, ceiling].every(isProbability), "A probability is none.");
	must([...listed, nobody, unlisted].reduce((sum, one) => sum + one, 0) <= 1 + 1e-9, "Probabilities are more than 1.");
	for (const link of links) {
		const rows = sameas.waterfall(link);
		const total = link.prior + link.evidence.reduce((sum, { bits }) => sum + bits, 0);
		must(total === link.bits, "Prior and evidence are not the bits of the link.");
		must(rows.at(-1)?.running === link.bits + link.competition, "The waterfall does not add up.");
		must(
			rows.every(({ bits, running }) => Number.isFinite(bits) && Number.isFinite(running)),
			"A row is no number.",
		);
		must(link.alsoFit === undefined || link.alsoFit >= 0, "A number of others is none.");
		mustHide([link.evidence.map(({ says, template }) => [says, template]), rows], "A default explanation");
	}
	mustHide([reason, holder.says, warnings], "A reason or warning");
	must(recall.keys >= 0, "A count is negative.");
}

function checkReport({ accepted, suppressed, quarantined, warnings }: sameas.IngestReport, offered: number): void {
	must(accepted + suppressed + quarantined.length === offered, "Records have gone missing, or have come twice.");
	mustHide(
		[quarantined.map(({ recordId: _, ...rest }) => rest), warnings.map(({ recordId: _, ...rest }) => rest)],
		"A report",
	);
}

/** What a reader has read is accepted as it is, as far as it is well-formed. */
function checkRecords(records: readonly unknown[]): void {
	const { ingested } = sameas.createResolver({ records: records.slice(0, 20) as never });
	must(
		ingested.quarantined.every(({ code }) => code === "DUP_ID" || code === "LIMIT" || code === "SHAPE"),
		"A record is lost.",
	);
}

// ---------------------------------------------------------------- readers

/** Sample payloads of every system, beside the project where they are at hand. */
const folder = process.env["SAMEAS_PAYLOADS"] ?? new URL("../../../shared/payloads/", import.meta.url).pathname;

function samplesOf(pattern: RegExp): string[] {
	if (!existsSync(folder)) return [];
	const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
		(path) => /\.\w+$/.test(path) && pattern.test(path),
	);
	return paths.map((path) => readFileSync(join(folder, path), "utf8"));
}

interface ReaderParts {
	readonly pattern: RegExp;
	/** Whether it reads texts rather than JSON. */
	readonly texts?: readonly string[];
	readonly json?: readonly string[];
	readonly options?: object;
}

function inputsOf({ pattern, texts, json = [] }: ReaderParts): (random: Random) => unknown {
	const samples = [...(texts ?? json), ...samplesOf(pattern)];
	return (random) => {
		const kind = random.next();
		if (kind < 0.1) return anyValue(random);
		if (samples.length === 0 || kind < 0.4) {
			if (texts === undefined)
				return random.chance(0.5) ? answering(random) : random.several(3, () => answering(random));
			return random.chance(0.2) ? random.several(3, () => anyText(random)) : anyText(random);
		}
		const sample = random.pick(samples);
		if (texts === undefined) return spoilt(random, sample);
		return spoiltText(random, sample);
	};
}

const own = ["brightwater.example", "+1 800 555 0199", "BrightwaterHelp", "100900"];
const crmReaders: Readonly<Record<string, ReaderParts>> = {
	fromAmazonConnect: { pattern: /phone-log.amazon/, options: { own, defaultCountry: "US" } },
	fromCsv: { pattern: /\.csv$/, texts: files.csv, options: { own, defaultCountry: "US", utcOffset: "-07:00" } },
	fromDynamics: { pattern: /dynamics/ },
	fromFreshdesk: { pattern: /freshdesk/ },
	fromGmail: { pattern: /email.gmail/, options: { own } },
	fromGraphMail: { pattern: /email.ms-graph/, options: { own } },
	fromHubSpot: { pattern: /hubspot/, options: { handleFields: { twitterhandle: "x" } } },
	fromIntercom: { pattern: /intercom/ },
	fromOracleService: { pattern: /oracle/ },
	fromPipedrive: { pattern: /pipedrive/, options: { handleFields: { f78b: "x" } } },
	fromSalesforce: { pattern: /salesforce/ },
	fromTwilio: { pattern: /phone-log.twilio/, options: { own } },
	fromVCard: { pattern: /\.vcf$/, texts: files.vcard },
	fromJCard: { pattern: /jcard/, json: files.jcard },
	fromZendesk: { pattern: /zendesk/ },
};
const platformReaders: Readonly<Record<string, ReaderParts>> = {
	fromBlogger: { pattern: /blogger/ },
	fromBluesky: { pattern: /bluesky/ },
	fromDisqus: { pattern: /disqus/ },
	fromFacebook: { pattern: /meta.(?:messenger|page)/ },
	fromGitHub: { pattern: /github/, options: { login: "ana" } },
	fromInstagram: { pattern: /meta.instagram/ },
	fromLinkedIn: { pattern: /linkedin/ },
	fromMastodon: { pattern: /mastodon/, options: { instance: "fedi.example.com" } },
	fromReddit: { pattern: /reddit/ },
	fromRelMe: { pattern: /\.html$/, texts: files.html, options: { url: "https://ana.example.com" } },
	fromSchemaPerson: { pattern: /\.jsonld$/ },
	fromWebFinger: { pattern: /webfinger/ },
	fromWordPress: { pattern: /wordpress/ },
	fromX: { pattern: /(?:^|[\\/])x[\\/]/ },
	fromYouTube: { pattern: /youtube/ },
};

const crmFunctions: Readonly<Record<string, unknown>> = { ...crm };
const platformFunctions: Readonly<Record<string, unknown>> = { ...platforms };

function readerTargets(): Target[] {
	const ofCrm = Object.entries(crmReaders).map(([name, parts]) => {
		const read = crmFunctions[name] as crm.CrmReader<crm.CsvOptions>;
		return target(name, [`sameas/crm ${name}`], {
			input: inputsOf(parts),
			run: (payload) => read(payload, (parts.options ?? {}) as crm.CsvOptions),
			check({ records, profiles, warnings }) {
				mustHide(warnings, "A warning");
				checkRecords(records);
				must(Array.isArray(profiles), "There is no list of profiles.");
			},
		});
	});
	const ofPlatforms = Object.entries(platformReaders).map(([name, parts]) => {
		const read = platformFunctions[name] as platforms.PlatformReader;
		return target(name, [`sameas/platforms ${name}`], {
			input: inputsOf(parts),
			run: (payload) => read(payload, { own, ...parts.options }),
			check({ profiles, unattributed, warnings }) {
				mustHide(warnings, "A warning");
				must(Array.isArray(profiles) && Array.isArray(unattributed), "A list is none.");
			},
		});
	});
	return [...ofCrm, ...ofPlatforms];
}

// ---------------------------------------------------------------- plug-ins that break their contract

function anyScorer(random: Random): unknown {
	const bad = (): unknown =>
		random.chance(0.5)
			? anyMade(random)
			: random.pick([undefined, Number.NaN, {}, [], Promise.resolve({ level: "same" })]);
	const maybe = (good: unknown): unknown => {
		if (random.chance(0.8)) return good;
		const value = bad();
		return random.chance(0.2) ? value : () => value;
	};
	const observation: Record<string, unknown> = {
		...{ level: "same", profileValue: "a", recordValue: "b", profileField: "bio", recordField: "names" },
	};
	for (const key of ["bits", "u", "share", "facts", "level", "controller", "decides", "profileValue"]) {
		if (random.chance(0.12)) observation[key] = bad();
	}
	return {
		name: random.chance(0.95) ? "loyalty" : bad(),
		group: "context",
		levels: random.chance(0.9) ? { same: { m: 0.9, u: random.chance(0.95) ? 0.1 : bad(), says: "Alike" } } : bad(),
		ofProfile: maybe(() => "a"),
		ofRecord: maybe(() => "b"),
		...(random.chance(0.5) ? { keys: { ofProfile: maybe(() => ["k"]), ofRecord: maybe(() => ["k"]) } } : {}),
		compare: maybe(() => (random.chance(0.2) ? [observation, bad()] : observation)),
		...(random.chance(0.3) ? { bounds: maybe(() => ({ best: random.chance(0.7) ? 3 : bad(), absent: 0 })) } : {}),
		...(random.chance(0.2) ? { holder: maybe(() => undefined) } : {}),
		...(random.chance(0.2) ? { identity: { keys: maybe(() => ["k"]), same: maybe(() => true) } } : {}),
	};
}

/** An object with some of these keys, each with whatever. */
function anyOptions(random: Random, keys: string): Record<string, unknown> {
	const some = keys.split(" ").filter(() => random.chance(0.25));
	return Object.fromEntries(some.map((key) => [key, random.pick<unknown>(optionValues)]));
}
/** Options are the programmer's own: of the wrong kind perhaps, but nothing that defends itself. */
const optionValues = [
	...[
		null,
		undefined,
		true,
		false,
		0,
		-0,
		1,
		2,
		3,
		0.5,
		-1,
		1e300,
		2 ** 53 + 1,
		5e-324,
		Number.NaN,
		Number.POSITIVE_INFINITY,
		7n,
	],
	...[
		"",
		"US",
		"x",
		"2",
		"+02:00",
		"25:00",
		[],
		{},
		[[]],
		[1],
		[null],
		["x"],
		[["x:ana", "C-1"]],
		{ link: 2 },
		{ name: 1 },
	],
	...[() => undefined, () => 1, new Map(), new Uint8Array(3), new Date(Number.NaN)],
];

/** Of the trust subpath. */
const key = "an invented key of the fuzzing suite";

const fail = (): never => {
	throw new TypeError("This cannot be written.");
};

const coreFunctions = { ...sameas } as unknown as Readonly<Record<string, (options?: object) => unknown>>;
const factories = ["accountScorer", "emailScorer", "interactionScorer", "nameScorer", "phoneScorer"] as const;
const plain = ["holderScorer", "organizationScorer", "placeScorer"] as const;
const scorerOptions = "tenant hashes contactsPerDay leakage romanize defaultCountry";

// ---------------------------------------------------------------- all of them

const writers = ["toHubSpot", "toOracleService", "toSalesforce", "toZendesk"] as const;

/** All targets. Resolutions and a snapshot are made first, of which spoilt ones are made. */
export async function targets(): Promise<readonly Target[]> {
	const standing = goodResolver();
	const resolutions = await goodResolutions();
	const resolutionTexts = resolutions.map((resolution) => JSON.stringify(resolution));
	const linkTexts = resolutions.flatMap(({ links }) => links.map((link) => JSON.stringify(link)));
	const answers = resolutions.map((resolution) => dossiers.dossier(resolution));
	const answerTexts = answers.map((answer) => JSON.stringify(answer));
	const packetTexts = answers.map((answer) => JSON.stringify(dossiers.handOff(answer)));
	const readings = [crm.fromCsv([...files.csv]), crm.fromVCard(files.vcard[0])].map((reading) =>
		JSON.stringify(reading),
	);
	const stranger = await sameas.createResolver().resolve("x:nobody");
	const unknownView = trust.disclose(stranger, { audience: "subject", channel: "private" });
	const kept = sameas.memoryStore();
	sameas.createResolver({
		store: kept,
		records: [
			{ id: "1", name: "Ana Costa", email: "ana@example.com" },
			{ id: "2", name: "김태원" },
		],
	});
	const parts = kept.snapshot();
	const snapshot = Buffer.concat(parts);
	const place = await mkdtemp(join(tmpdir(), "sameas-fuzz-"));
	process.once("exit", () => void rm(place, { recursive: true, force: true }).catch(() => undefined));
	const ofLibrary = ["SHAPE", "CONFIG"] as const;

	/** Bytes of a snapshot, spoilt somehow. */
	function anyBytes(random: Random): Uint8Array {
		const bytes = Uint8Array.from(snapshot);
		switch (random.below(5)) {
			case 0:
				return bytes.slice(0, random.below(bytes.length));
			case 1:
				return Uint8Array.from({ length: random.below(300) }, () => random.below(256));
			case 2:
				return Uint8Array.from([
					...bytes.slice(0, random.below(bytes.length)),
					...random.several(40, () => random.below(256)),
				]);
			default:
				for (let flips = 1 + random.below(4); flips > 0; flips--)
					bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
				return bytes;
		}
	}

	return [
		...readerTargets(),
		target("createResolver: records", ["sameas createResolver"], {
			share: 3,
			input: (random) => random.several(6, () => (random.chance(0.05) ? anyValue(random) : anyRecord(random))),
			run: (records) => sameas.createResolver({ records: records as never }),
			check({ ingested, size }, records) {
				checkReport(ingested, records.length);
				must(size === ingested.accepted, "The number held is not the number accepted.");
			},
		}),
		target("createResolver: options", ["sameas createResolver", "sameas defaultScorers"], {
			codes: ["CONFIG"],
			input: (random) =>
				anyOptions(
					random,
					"records scorers weights coverage model bareWeight thresholds population store defaultCountry now maxLinks",
				),
			run(options) {
				const { defaultCountry } = options;
				if (options["scorers"] === undefined)
					sameas.defaultScorers(defaultCountry === undefined ? {} : ({ defaultCountry } as never));
				sameas.createResolver(options);
			},
		}),
		target("createResolver: scorers", ["sameas createResolver"], {
			codes: ["CONFIG", "SCORER"],
			input: (random) => ({ scorer: anyScorer(random), profile: random.pick(["@ana", "Ana Costa"]) }),
			async run({ scorer, profile }) {
				const scorers = [sameas.nameScorer(), scorer] as never;
				const resolver = sameas.createResolver({
					scorers,
					records: [
						{ id: "1", name: "Ana Costa" },
						{ id: "2", name: "Ana Keller" },
					],
				});
				return resolver.resolve({ handle: profile, displayName: "Ana Costa" });
			},
			check: checkResolution,
		}),
		target("resolve", ["sameas createResolver", "sameas waterfall"], {
			share: 6,
			codes: ["SHAPE"],
			input: (random) => (random.chance(0.1) ? anyValue(random) : anyProfile(random)),
			run: (profile) => standing.resolve(profile as never),
			check: checkResolution,
		}),
		target(
			"resolve, explain, dossier, hand off",
			[
				"sameas explain",
				"sameas/dossier dossier",
				"sameas/dossier dossierText",
				"sameas/dossier handOff",
				"sameas/dossier maskedHandOff",
				"sameas/dossier handOffText",
				...writers.map((name) => `sameas/crm ${name}`),
			],
			{
				share: 3,
				input: (random) => ({
					records: random.several(4, () => anyRecord(random)),
					profile: random.chance(0.5) ? anyProfile(random) : "@anacosta",
				}),
				async run({ records, profile }) {
					const resolver = sameas.createResolver({ records: records as never });
					const asked = typeof profile === "object" && profile !== null ? profile : "@anacosta";
					const resolution = await resolver.resolve(asked as never).catch((error: unknown) => {
						if (sameas.SameAsError.is(error) && error.code === "SHAPE") return resolver.resolve("@anacosta");
						throw error;
					});
					const [link] = resolution.links;
					const asColleague = { policy: openly, ...(link && { link: link.recordId, now: 1.8e12 }) };
					const answer = dossiers.dossier(resolution, asColleague);
					const packet = dossiers.handOff(answer);
					const masked = dossiers.maskedHandOff(packet);
					const written = writers.map((name) => (crmFunctions[name] as crm.Writer)(packet, { confirmed: true }));
					const told = [
						sameas.explain(resolution, { values: true }),
						dossiers.dossierText(answer),
						dossiers.handOffText(packet),
						dossiers.handOffText(masked),
					];
					return { resolution, answer, packet, masked, written, told };
				},
				check({ resolution, told, packet, masked, written }) {
					checkResolution(resolution);
					for (const text of told) {
						must(!forbidden.test(withoutIsolates(text)), "A text holds what can act.");
					}
					JSON.stringify([packet, masked, written]);
					must(masked.notes.length === 0 && masked.who.records.length === 0, "A masked packet tells of records.");
				},
			},
		),
		target("add, upsert, addAll, get, remove", ["sameas createResolver"], {
			input: (random) => {
				const of = (): unknown[] => random.several(3, () => anyRecord(random));
				return { add: of(), upsert: of(), all: of(), ids: random.several(3, () => anyValue(random, 3)) };
			},
			async run({ add, upsert, all, ids }) {
				const resolver = sameas.createResolver();
				// A generator would wait for what looks like a promise.
				const left = all.values();
				const stream = { [Symbol.asyncIterator]: () => ({ next: async () => left.next() }) };
				const reports = [
					resolver.add(add as never),
					resolver.upsert(upsert as never),
					await resolver.addAll(stream as never),
				];
				const { size } = resolver;
				for (const { recordId } of reports.flatMap(({ quarantined }) => quarantined))
					if (recordId !== undefined) resolver.get(recordId);
				const texts = ids.filter((id) => typeof id === "string");
				for (const id of texts)
					must(resolver.remove(id) === false || resolver.get(id) === undefined, "A removed record is still there.");
				return { reports, size };
			},
			check({ reports, size }, { add, upsert, all }) {
				for (const [at, offered] of [add, upsert, all].entries())
					checkReport(reports[at] as sameas.IngestReport, offered.length);
				must(Number.isInteger(size) && size >= 0, "The size is no number.");
			},
		}),
		target("resolveAll", ["sameas resolveAll"], {
			codes: ["CONFIG"],
			input: (random) => ({
				profiles: random.chance(0.05)
					? random.pick(optionValues)
					: random.several(3, () => (random.chance(0.2) ? anyValue(random) : anyProfile(random))),
				options: random.chance(0.8) ? {} : anyOptions(random, "concurrency"),
			}),
			async run({ profiles, options }) {
				const items: sameas.BatchItem<never>[] = [];
				for await (const item of sameas.resolveAll(standing, profiles as never[], options)) items.push(item);
				return items;
			},
			check(items, { profiles }) {
				must(!Array.isArray(profiles) || items.length === profiles.length, "An answer is missing.");
				for (const item of items) {
					if (item.kind === "resolved") checkResolution(item.resolution);
					else mustHide(item.error.message, "An error");
				}
			},
		}),
		target("assign", ["sameas assign"], {
			codes: ["CONFIG"],
			input: (random) => ({
				given: random.chance(0.7)
					? random.several(4, () => random.pick(resolutions))
					: random.several(3, () => spoilt(random, random.pick(resolutionTexts), anyMade)),
				options: random.chance(0.5)
					? {}
					: anyOptions(random, "handlesPerPlatform marginBits weaker cannotLink differentPeople"),
			}),
			run: ({ given, options }) => sameas.assign(given as never, options),
			check({ handles }, { given }) {
				must(handles.length === given.length, "A handle is missing.");
			},
		}),
		target("evaluate", ["sameas evaluate"], {
			codes: ["CONFIG", "SHAPE"],
			input: (random) => ({
				labelled: random.chance(0.1)
					? random.pick(optionValues)
					: random.several(2, () =>
							random.chance(0.2)
								? random.pick(optionValues)
								: {
										profile: anyProfile(random),
										truth: random.pick(["C-1", "2", null, anyText(random)]),
										...(random.chance(0.5) ? { group: anyText(random) } : {}),
									},
						),
				options: random.chance(0.7) ? { samples: 5 } : { samples: 3, ...anyOptions(random, "seed") },
			}),
			run: ({ labelled, options }) => sameas.evaluate(standing, labelled as never, options as never),
			check({ overall }) {
				for (const share of [overall.hits1, overall.precision, overall.recall])
					must(Number.isNaN(share.value) || isProbability(share.value), "A share is none.");
			},
		}),
		target("train, trainUnlabelled", ["sameas/train train", "sameas/train trainUnlabelled"], {
			codes: ["CONFIG", "SHAPE"],
			input: (random) => ({
				labels: random.chance(0.1)
					? random.pick(optionValues)
					: random.several(3, () =>
							random.chance(0.2)
								? random.pick(optionValues)
								: {
										profile: anyProfile(random),
										...(random.chance(0.5) ? { truth: random.pick(["C-1", null, "none"]) } : { not: "C-1" }),
									},
						),
				profiles: random.chance(0.1) ? random.pick(optionValues) : random.several(2, () => anyProfile(random)),
				options: random.chance(0.8) ? {} : anyOptions(random, "folds least"),
			}),
			run({ labels, profiles, options }) {
				return [
					training.train(standing, labels as never, options),
					training.trainUnlabelled(standing, profiles as never, options),
				];
			},
			check(trainings) {
				mustHide(trainings, "A training");
			},
		}),
		target("explain, waterfall: any resolution", ["sameas explain", "sameas waterfall"], {
			codes: ofLibrary,
			input: (random) => ({
				resolution: random.chance(0.1) ? anyMade(random) : spoilt(random, random.pick(resolutionTexts), anyMade),
				link: random.chance(0.1) ? anyMade(random) : spoilt(random, random.pick(linkTexts), anyMade),
				options: anyOptions(random, "values links"),
			}),
			run({ resolution, link, options }) {
				for (const call of [
					() => sameas.waterfall(link as never, options),
					() => sameas.explain(resolution as never, options),
				])
					answer(call, ofLibrary);
			},
		}),
		target("dossier: any resolution", ["sameas/dossier dossier"], {
			codes: ofLibrary,
			input: (random) => ({
				resolution: random.chance(0.1) ? anyMade(random) : spoilt(random, random.pick(resolutionTexts), anyMade),
				options: anyOptions(random, "link now own"),
			}),
			run: ({ resolution, options }) => dossiers.dossier(resolution as never, options),
		}),
		target("dossierText, handOff: any dossier", ["sameas/dossier dossierText", "sameas/dossier handOff"], {
			codes: ofLibrary,
			input: (random) => ({
				given: random.chance(0.1) ? anyMade(random) : spoilt(random, random.pick(answerTexts), anyMade),
				events: anyOptions(random, "events"),
				sundown: random.chance(0.6) ? {} : { sundown: anyOptions(random, "utcOffset dayEnds workingDays days") },
			}),
			run({ given, events, sundown }) {
				for (const call of [
					() => dossiers.dossierText(given as never, events),
					() => dossiers.handOff(given as never, sundown),
				])
					answer(call, ofLibrary);
			},
		}),
		target(
			"maskedHandOff, handOffText, writers: any packet",
			["sameas/dossier maskedHandOff", "sameas/dossier handOffText", ...writers.map((name) => `sameas/crm ${name}`)],
			{
				codes: ofLibrary,
				input: (random) => (random.chance(0.1) ? anyMade(random) : spoilt(random, random.pick(packetTexts), anyMade)),
				run(packet) {
					const calls = [
						() => dossiers.maskedHandOff(packet as never),
						() => dossiers.handOffText(packet as never),
						...writers.map((name) => () => (crmFunctions[name] as crm.Writer)(packet as never, { confirmed: true })),
					];
					for (const call of calls) answer(call, ofLibrary);
				},
			},
		),
		target(
			"disclose, reveal, whatIf: any resolution",
			["sameas/trust disclose", "sameas/trust reveal", "sameas whatIf"],
			{
				codes: ofLibrary,
				input: (random) => ({
					resolution: random.chance(0.1) ? anyMade(random) : spoilt(random, random.pick(resolutionTexts), anyMade),
					audience: random.pick(["agent", "subject", "export", "log", anyText(random)]),
					policy: anyOptions(random, "agent.names agent.history loosened subject.own"),
					options: anyOptions(random, "thresholds channel"),
				}),
				run({ resolution, audience, policy, options }) {
					const given = resolution as never;
					const asked = {
						recordId: "C-1",
						kind: "email",
						index: 0,
						by: "agent-7",
						purpose: "call back",
						now: 0,
						key,
					} as const;
					for (const call of [
						() => trust.disclose(given, { audience, key } as never),
						() => trust.disclose(given, { audience, key, policy } as never),
						() => trust.reveal(given, asked),
						() => sameas.whatIf(given, options as never),
					]) {
						answer(call, ofLibrary);
					}
				},
			},
		),
		target("disclose, whatIf", ["sameas/trust disclose", "sameas whatIf"], {
			input: (random) => random.pick(resolutions),
			run: (resolution) => ({
				views: [
					trust.disclose(resolution, { audience: "agent" }),
					trust.disclose(resolution, { audience: "subject", channel: "private" }),
					trust.disclose(resolution, { audience: "export", key }),
					trust.disclose(resolution, { audience: "log", key }),
				],
				supposed: sameas.whatIf(resolution),
			}),
			check({ views, supposed }, resolution) {
				must(JSON.stringify(views[1]) === JSON.stringify(unknownView), "Whoever holds the handle learns something.");
				must(supposed.decision === resolution.decision, "It supposes another decision than was made.");
			},
		}),
		target("proofDesk", ["sameas/trust proofDesk", "sameas/trust memoryChallenges", "sameas/trust withHandle"], {
			codes: ofLibrary,
			input: (random) => ({
				link: random.chance(0.1) ? anyMade(random) : spoilt(random, random.pick(linkTexts), anyMade),
				profile: random.chance(0.3) ? { platform: "x", id: "1" } : anyMade(random),
				code: random.chance(0.5) ? anyText(random) : anyMade(random),
				index: random.below(3),
			}),
			async run({ link, profile, code, index }) {
				const challenges = trust.memoryChallenges();
				const random = (count: number) => new Uint8Array(count).fill(7);
				const desk = trust.proofDesk({ key, random, challenges, undated: "accept" });
				const given = { link: link as never, profile: profile as never };
				answer(() => desk.contacts(given.link, 0), ofLibrary);
				answer(() => desk.signedIn({ recordId: "C-1", profile: given.profile, now: 0 }), ofLibrary);
				answer(
					() => desk.confirmed({ receipt: code } as never, { by: "agent-7", basis: "call-back", now: 0 }),
					ofLibrary,
				);
				for (const kind of ["email", "phone"] as const) {
					const sent = await desk
						.challenge({ ...given, contact: { recordId: "C-1", kind, index }, now: 0 })
						.catch((error: unknown) => {
							if (sameas.SameAsError.is(error) && (error.code === "CONFIG" || error.code === "SHAPE")) return undefined;
							throw error;
						});
					const back = await desk.answer({
						id: sent?.id ?? "none",
						code: code as never,
						profile: given.profile,
						now: 1,
					});
					must(back.kind !== "verified" || code === sent?.code, "A wrong code proves an account.");
				}
			},
		}),
		target("csvLines, jsonLine", ["sameas/trust csvLines", "sameas/trust jsonLine"], {
			codes: ["SHAPE"],
			// What a program logs it has made itself: of strangers are the texts in it, not lists of four thousand million holes.
			input: (random) => ({
				cells: random.several(3, () => anyText(random)),
				value: random.chance(0.3)
					? random.pick<unknown>(optionValues)
					: spoilt(random, random.pick(resolutionTexts), () => random.pick([anyText(random), 7n, { toJSON: fail }])),
			}),
			run({ cells, value }) {
				const line = (() => {
					try {
						return trust.jsonLine(value);
					} catch (error) {
						if (sameas.SameAsError.is(error) && error.code === "SHAPE") return "null";
						throw error;
					}
				})();
				return { csv: trust.csvLines([cells]), line };
			},
			check({ csv, line }) {
				must(csv.endsWith("\r\n"), "A row has no end.");
				must(!line.includes("\n"), "A line of JSON has two lines.");
				JSON.parse(line);
			},
		}),
		target("suppressionOf, withoutPerson", ["sameas suppressionOf", "sameas/train withoutPerson"], {
			codes: ofLibrary,
			input: (random) => ({
				record: anyMade(random),
				labels: random.chance(0.1) ? random.pick(optionValues) : random.several(3, () => anyMade(random)),
			}),
			run({ record, labels }) {
				answer(() => sameas.suppressionOf(record as never, key), ofLibrary);
				answer(() => training.withoutPerson(labels as never, { recordIds: ["C-1"] }), ofLibrary);
			},
		}),
		target("combine", ["sameas/crm combine"], {
			codes: ofLibrary,
			input: (random) =>
				random.chance(0.05) ? anyMade(random) : random.several(3, () => spoilt(random, random.pick(readings), anyMade)),
			run: (given) => crm.combine(given as never),
			check({ warnings, records }) {
				const own = warnings.filter((warning) => warning?.path === "successors" || warning?.code === "DUP_ID");
				mustHide(
					own.map(({ reason }) => reason),
					"A warning",
				);
				checkRecords(records);
			},
		}),
		target("Payload, present, emptyReading", ["sameas/crm Payload", "sameas/crm present", "sameas/crm emptyReading"], {
			input: (random) => ({
				value: random.chance(0.5) ? anyValue(random) : answering(random),
				keys: random.several(3, () => anyText(random)),
				walk: random.pick(["items", "objects", "unwrap"] as const),
			}),
			run({ value, keys, walk }) {
				const { warnings } = crm.emptyReading();
				const payload = new crm.Payload(value, "", warnings);
				for (const at of [
					payload,
					payload.at(...keys),
					payload.first("id", "data"),
					...payload[walk]("data").slice(0, 5),
				]) {
					at.text();
					at.required();
					at.flag();
					at.number();
					at.time();
					at.time("ms");
					at.keys();
					at.among({ open: 1 });
				}
				crm.present({ a: value, b: undefined });
				return warnings;
			},
			check(warnings) {
				mustHide(
					warnings.map(({ reason }) => reason),
					"A warning",
				);
			},
		}),
		target(
			"scorers by themselves",
			["sameas defineScorer", ...[...factories, ...plain].map((name) => `sameas ${name}`)],
			{
				codes: ["CONFIG"],
				input: (random) => ({
					options: anyOptions(random, scorerOptions),
					scorer: random.chance(0.2) ? anyValue(random) : anyScorer(random),
				}),
				run({ options, scorer }) {
					for (const name of factories) answer(() => coreFunctions[name]?.(options), ["CONFIG"]);
					for (const name of plain) coreFunctions[name]?.();
					sameas.defineScorer(scorer as never);
				},
			},
		),
		target("memoryStore: options and snapshots", ["sameas memoryStore"], {
			share: 2,
			codes: ["CONFIG", "STORE"],
			input: (random) =>
				random.chance(0.2)
					? anyOptions(random, "snapshot maxCandidates maxBlock")
					: { snapshot: random.chance(0.8) ? anyBytes(random) : random.several(4, () => anyBytes(random)) },
			run: (options) => sameas.memoryStore(options as never),
			check(store, { snapshot: given }) {
				if (given instanceof Uint8Array)
					must(Buffer.compare(given, snapshot) === 0, "Damage to a snapshot was not noticed.");
				must(store.size === 0 || given !== undefined, "An empty store is not empty.");
			},
		}),
		target("memoryStore: keys and ids", ["sameas memoryStore"], {
			input: (random) =>
				random.several(12, () => ({
					id: `#${clip(anyText(random), limits.id - 1)}`,
					keys: random.several(4, () => anyText(random)),
					drop: random.chance(0.3),
				})),
			run(steps) {
				const store = sameas.memoryStore();
				const [record] = resolutions.flatMap(({ links }) => links.map((link) => link.record));
				for (const { id, keys, drop } of steps) {
					store.upsert([{ record: { ...(record as sameas.CrmRecord), id }, keys, words: keys }]);
					must(store.get(id)?.id === id, "A record is not found by its id.");
					store.recall(keys);
					for (const key of keys) store.similar?.(key);
					if (drop) must(store.remove(id, keys) && !store.has(id), "A record is not removed.");
				}
				return sameas.memoryStore({ snapshot: store.snapshot().map((part) => part.slice()) }).size === store.size;
			},
			check(isSame) {
				must(isSame, "A snapshot does not hold what the store holds.");
			},
		}),
		target("loadSnapshot, saveSnapshot", ["sameas/node loadSnapshot", "sameas/node saveSnapshot"], {
			share: 0.05,
			codes: ["STORE"],
			input: anyBytes,
			async run(bytes) {
				const path = join(place, "snapshot");
				await writeFile(path, bytes);
				const loaded = await node.loadSnapshot(path);
				await node.saveSnapshot(loaded.store, path);
				return loaded.store.size;
			},
			check(size) {
				must(size === kept.size, "Damage to a file was not noticed.");
			},
		}),
		target("eraseFromSnapshot", ["sameas/node eraseFromSnapshot"], {
			share: 0.05,
			codes: ["STORE"],
			input: (random) => ({
				bytes: random.chance(0.5) ? anyBytes(random) : Uint8Array.from(snapshot),
				id: anyText(random),
			}),
			async run({ bytes, id }) {
				const path = join(place, "erased");
				await writeFile(path, bytes);
				await node.eraseFromSnapshot(path, [id]);
			},
		}),
		target("buildStore", ["sameas/node buildStore"], {
			share: 0.1,
			codes: ["CONFIG", "SHAPE"],
			input: (random) =>
				random
					.several(4, () =>
						random.chance(0.5) ? anyText(random) : JSON.stringify({ id: anyText(random), name: anyText(random) }),
					)
					.join("\n"),
			run: (lines) => node.buildStore({ workers: 0, lines: [Buffer.from(lines)] }),
			check({ store, report }) {
				must(store.size === report.accepted, "The number held is not the number accepted.");
				mustHide(
					report.quarantined.map(({ recordId: _, ...rest }) => rest),
					"A report",
				);
			},
		}),
		target("SameAsError", ["sameas SameAsError"], {
			share: 0.1,
			input: (random) => anyValue(random),
			run: (value) => [sameas.SameAsError.is(value), new sameas.SameAsError("SHAPE", "Broken.", { cause: value }).code],
		}),
	];
}

/** Calls it and takes such errors for answers. */
function answer(call: () => unknown, codes: readonly string[]): void {
	try {
		call();
	} catch (error) {
		if (!(sameas.SameAsError.is(error) && codes.includes(error.code))) throw error;
		mustHide(error.message, "An error");
	}
}

/** Public functions that no target calls, and why. */
export const exempt: Readonly<Record<string, string>> = {
	"sameas/node resolverPool": "Starts threads, in which the targets' own functions run.",
	"sameas/testing scorerContract": "Its checks throw: that is how they tell a fault of a plug-in.",
	"sameas/testing storeContract": "As scorerContract.",
	"sameas/testing crmContract": "As scorerContract.",
	"sameas/testing platformContract": "As scorerContract.",
};
