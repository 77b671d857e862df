import { orFail, refuse } from "./errors.js";
import { checkThresholds, type Thresholds } from "./model.js";
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
import type { Suppression } from "./suppression.js";
import { checkKey } from "./text/hash.js";
import { handleParts } from "./text/platform.js";
import type { CrmRecordInput, KnownHandle, RecordRow, TrainedModel } from "./types.js";

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
	/** People who are not to be kept, such as those whom `forget` has erased: their records are counted as `suppressed`. */
	readonly suppressed?: Suppression | undefined;
	/** Where records are kept. Default: `memoryStore()`. */
	readonly store?: RecordStore;
	/** ISO 3166-1 alpha-2 country of telephone numbers written without one, such as "US". */
	readonly defaultCountry?: string;
	/**
	 * The present, in ms since the epoch, or what tells it, such as `Date.now`: asked once for each profile. For evidence
	 * that ages. Without it no evidence ages, and no link is more than "claimed", since proofs age.
	 */
	readonly now?: number | (() => number);
	/** The key by which receipts of proofs are signed, as given to `proofDesk`: at least 32 characters. */
	readonly receiptKey?: string;
	/** The firm's own handles, "AcmeCare" on any network or "x:AcmeCare" on one: what looks like them is an alert. */
	readonly own?: readonly string[];
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
	/** The present, in ms; undefined where it is not known. @throws SameAsError CONFIG when it is no time */
	readonly clock: () => number | undefined;
	readonly receiptKey: string | undefined;
	readonly own: readonly KnownHandle[];
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
		receiptKey,
		now,
		own = [],
	} = options;
	const settings: Settings = {
		scorers,
		weights,
		coverage,
		bareWeight,
		thresholds: { link, review },
		population,
		maxLinks,
		clock: () => checkedNow(typeof now === "function" ? now() : now),
		receiptKey,
		own: own.map((handle) => handleParts(handle, "")),
	};
	if (receiptKey !== undefined) checkKey(receiptKey, "receiptKey");
	checkedNow(typeof now === "function" ? undefined : now);
	if (defaultCountry !== undefined) {
		if (!/^[A-Z]{2}$/.test(defaultCountry)) refuse("defaultCountry", 'A country is two capital letters, such as "US".');
		if (options.scorers) {
			refuse("defaultCountry", "With `scorers` given, say the country there: `defaultScorers({ defaultCountry })`.");
		}
	}
	if (options.store !== undefined && typeof options.store.recall !== "function")
		refuse("store", "`store` is a record store, such as `memoryStore()`.");
	check(settings);
	const { key, hashes } = options.suppressed ?? {};
	if (key !== undefined || hashes !== undefined) checkKey(key, "suppressed.key");
	return settings;
}

function checkedNow(now: number | undefined): number | undefined {
	if (now !== undefined && !Number.isFinite(now))
		refuse("now", "`now` is not a time: give milliseconds since the epoch.");
	return now;
}

function check({ scorers, weights, coverage, bareWeight, thresholds, population, maxLinks }: Settings): void {
	if (!(coverage > 0 && coverage < 1))
		refuse("coverage", "`coverage` is a probability between 0 and 1, both excluded.");
	if (!(bareWeight > 0 && bareWeight <= 1)) refuse("bareWeight", "`bareWeight` is a number above 0, at most 1.");
	if (!(population >= 1 && Number.isFinite(population)))
		refuse("population", "`population` is a number of people, at least 1.");
	checkThresholds(thresholds);
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
