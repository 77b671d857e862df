import { orFail, SameAsError } from "./errors.js";
import type { Thresholds } from "./model.js";
import { accountScorer } from "./scorers/account.js";
import { emailScorer } from "./scorers/email.js";
import { holderScorer } from "./scorers/holder.js";
import { interactionScorer } from "./scorers/interaction.js";
import { nameScorer } from "./scorers/name.js";
import { organizationScorer } from "./scorers/organization.js";
import { phoneScorer } from "./scorers/phone.js";
import { placeScorer } from "./scorers/place.js";
import { type AnyScorer, defineScorer } from "./scorers/scorer.js";
import type { RecordStore } from "./stores/store.js";
import type { CrmRecordInput, RecordRow, TrainedModel } from "./types.js";

export interface ResolverOptions {
	/** The records to search. More can be added later. */
	readonly records?: Iterable<CrmRecordInput | RecordRow>;
	/** What counts as evidence. Default: name, email, phone, interaction, account, place, organization and holder. */
	readonly scorers?: readonly AnyScorer[];
	/** Factors on the bits of a scorer, by its name: 0.5 trusts it half as much. Default 1. */
	readonly weights?: Readonly<Record<string, number>>;
	/**
	 * P(the person behind a profile is in the record set), before looking. Default 0.6: a little more likely than not, as
	 * for people who address the firm. Of five public sets 0.65 to 0.69 were.
	 * Lower it for cold mentions of a brand, raise it for direct messages of signed-in customers.
	 */
	readonly coverage?: number | undefined;
	/** What `sameas/train` has learnt, as it was or parsed from its file. Without it all is as built in. */
	readonly model?: TrainedModel | undefined;
	/**
	 * How likely it is, against another record, that a record which holds nothing but a name is the person asked about.
	 * Default 1/8: people who write have mostly been in touch. 1 treats all records alike. Measured on two public record
	 * sets in which some people can be reached and others not: 0.03 to 0.2.
	 */
	readonly bareWeight?: number;
	/**
	 * Probabilities from which on the decision is "link" (default 0.95: of all that are linked about one in 500 is wrong,
	 * since most are far above) and "review" (default 0.5).
	 */
	readonly thresholds?: Partial<Thresholds>;
	/**
	 * How many people might write to the firm, for saying how many others fit a name (`link.alsoFit`). It changes no
	 * probability. Default 100 million: the people of a large country or language.
	 */
	readonly population?: number;
	/** Where records are kept. Default: `memoryStore()`. */
	readonly store?: RecordStore;
	/** ISO 3166-1 alpha-2 country of telephone numbers written without one, such as "US". */
	readonly defaultCountry?: string;
	/** The present, in ms since the epoch, for evidence that ages. Without it nothing ages. */
	readonly now?: number;
	/** Links returned. Default 10. */
	readonly maxLinks?: number;
}

/** The scorers used when none are named. */
export function defaultScorers(options: { readonly defaultCountry?: string } = {}): AnyScorer[] {
	return [
		nameScorer(),
		emailScorer(),
		phoneScorer(options),
		interactionScorer(),
		accountScorer(),
		placeScorer(),
		organizationScorer(),
		holderScorer(),
	];
}

/** What a resolver works with: the options, with the defaults in place of what is not given. */
export interface Settings {
	readonly scorers: readonly AnyScorer[];
	readonly weights: Readonly<Record<string, number>>;
	readonly coverage: number;
	readonly bareWeight: number;
	readonly thresholds: Thresholds;
	readonly population: number;
	readonly maxLinks: number;
}

/** @throws SameAsError CONFIG when an option is wrong. */
export function readOptions(options: ResolverOptions): Settings {
	return orFail("CONFIG", "An option is of the wrong kind: see `ResolverOptions`.", () => settingsOf(options));
}

function settingsOf(options: ResolverOptions): Settings {
	const {
		defaultCountry,
		scorers = defaultScorers(defaultCountry === undefined ? {} : { defaultCountry }),
		weights = {},
		coverage = 0.6,
		bareWeight = 1 / 8,
		thresholds: { link = 0.95, review = 0.5 } = {},
		population = 100e6,
		maxLinks = 10,
	} = options;
	const settings: Settings = {
		scorers,
		weights,
		coverage,
		bareWeight,
		thresholds: { link, review },
		population,
		maxLinks,
	};
	if (defaultCountry !== undefined) {
		if (!/^[A-Z]{2}$/.test(defaultCountry)) refuse("defaultCountry", 'A country is two capital letters, such as "US".');
		if (options.scorers) {
			refuse("defaultCountry", "With `scorers` given, say the country there: `defaultScorers({ defaultCountry })`.");
		}
	}
	if (options.store !== undefined && typeof options.store.recall !== "function")
		refuse("store", "`store` is a record store, such as `memoryStore()`.");
	if (options.now !== undefined && !Number.isFinite(options.now))
		refuse("now", "`now` is milliseconds since the epoch.");
	check(settings);
	return settings;
}

function refuse(path: string, message: string): never {
	throw new SameAsError("CONFIG", message, { path });
}

function check({ scorers, weights, coverage, bareWeight, thresholds, population, maxLinks }: Settings): void {
	if (!(coverage > 0 && coverage < 1))
		refuse("coverage", "`coverage` is a probability between 0 and 1, both excluded.");
	if (!(bareWeight > 0 && bareWeight <= 1)) refuse("bareWeight", "`bareWeight` is a number above 0, at most 1.");
	if (!(population >= 1 && Number.isFinite(population)))
		refuse("population", "`population` is a number of people, at least 1.");
	for (const key of ["link", "review"] as const) {
		if (!(thresholds[key] > 0 && thresholds[key] < 1))
			refuse(`thresholds.${key}`, `\`thresholds.${key}\` is a probability between 0 and 1.`);
	}
	if (thresholds.review > thresholds.link)
		refuse("thresholds.review", "`thresholds.review` is at most `thresholds.link`.");
	if (!(Number.isInteger(maxLinks) && maxLinks > 0)) refuse("maxLinks", "`maxLinks` is a whole number above 0.");
	if (!Array.isArray(scorers)) refuse("scorers", "`scorers` is an array, such as `defaultScorers()`.");
	const names = new Set<string>();
	for (const scorer of scorers) {
		const { name } = defineScorer(scorer);
		if (names.has(name)) refuse("scorers", `Two scorers are called "${name}". Leave one out or rename it.`);
		names.add(name);
	}
	for (const [name, weight] of Object.entries(weights)) {
		if (!names.has(name))
			refuse(`weights.${name}`, `There is no scorer "${name}" to weight. Scorers: ${[...names].join(", ")}.`);
		if (!(weight >= 0 && Number.isFinite(weight))) refuse(`weights.${name}`, "A weight is a finite number, 0 or more.");
	}
}
