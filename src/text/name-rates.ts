import type { NameText } from "./name-text.js";
import type { NameRole } from "./population.js";

/**
 * The pieces a grammar can use: Given, Family; g, f initials; p, q beginnings of given and family name. They are numbers,
 * those of the given name first, so that what is known of each kind stands in a plain array.
 */
export const Kind = { G: 0, g: 1, p: 2, F: 3, f: 4, q: 5 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];
/** How many kinds there are. */
export const KINDS = 6;
export const roleOf = (kind: Kind): NameRole => (kind < Kind.F ? "given" : "family");

/** How people write their names: rates of the patterns and of what stands around them. */
export interface Rates {
	/** P(pattern) of one piece, by its kind, and of two, at `first * KINDS + second`; 0 where it is no pattern. */
	readonly single: Float64Array;
	readonly pair: Float64Array;
	/** P(no trace of the name): what the patterns leave. */
	readonly opaque: number;
	readonly ways: Ways;
}

/** What the rates of a text are made of. */
interface Ways {
	/** P(pattern), by its two kinds, or one. */
	readonly patterns: Readonly<Record<string, number>>;
	/** P(nothing before / after the name), for patterns of two pieces and of one. */
	readonly nothing: { readonly pair: readonly [number, number]; readonly single: readonly [number, number] };
	/** How much likelier it is that a piece respects the cuts of the text than that it does not, as a factor per side. */
	readonly acrossCut: number;
	/** P(the text bears another given name, or another surname | same person): nicknames; married and maiden names. */
	readonly otherPart: Readonly<Record<NameRole, number>>;
	/** P(the text bears another name altogether | same person): pseudonyms, spouses, fans. */
	readonly otherName: number;
}

/**
 * Rates of the patterns: rounded means over four public populations (19,500 Twitter accounts, 1,870 GitHub log-ins,
 * 464 standards contributors, 1,588 French deputies); display names from the same Twitter accounts.
 */
const usualWays: Readonly<Record<NameText["mode"], Ways>> = {
	handle: {
		patterns: {
			GF: 0.24,
			FG: 0.03,
			gF: 0.09,
			Fg: 0.015,
			Gf: 0.02,
			fG: 0.002,
			gf: 0.004,
			fg: 0.001,
			pF: 0.008,
			Gq: 0.01,
			gq: 0.008,
			pq: 0.006,
			pf: 0.002,
			G: 0.08,
			F: 0.11,
			p: 0.008,
			q: 0.01,
		},
		nothing: { pair: [0.85, 0.72], single: [0.6, 0.5] },
		acrossCut: 0.12,
		otherPart: { given: 0.02, family: 0.006 },
		otherName: 0.03,
	},
	display: {
		patterns: { GF: 0.72, FG: 0.06, gF: 0.02, Fg: 0.005, Gf: 0.03, gf: 0.003, G: 0.06, F: 0.02 },
		nothing: { pair: [0.9, 0.8], single: [0.8, 0.6] },
		acrossCut: 0,
		otherPart: { given: 0.006, family: 0.003 },
		otherName: 0.02,
	},
};

/**
 * Share of handles without a trace of the name, by network: where accounts are opened under one's real name they are few.
 * Measured: 33 % on Twitter, 40 and 43 % on GitHub, 2 % among politicians on either; the other networks from general
 * knowledge.
 */
const opaqueShares: Readonly<Record<string, number>> = {
	x: 0.2,
	facebook: 0.1,
	linkedin: 0.05,
	youtube: 0.2,
	instagram: 0.25,
	github: 0.5,
	irc: 0.5,
	reddit: 0.6,
	discord: 0.6,
};

function ratesBy(ways: Ways, factor: number): Rates {
	const single = new Float64Array(KINDS);
	const pair = new Float64Array(KINDS * KINDS);
	for (const [pattern, rate] of Object.entries(ways.patterns)) {
		const [first, second] = [...pattern].map((kind) => Kind[kind as keyof typeof Kind]) as [Kind, Kind?];
		if (second === undefined) single[first] = rate * factor;
		else pair[first * KINDS + second] = rate * factor;
	}
	const opaque = [...single, ...pair].reduce((left, rate) => left - rate, 1);
	return { single, pair, opaque, ways };
}

/** Those asked for so far: one for each mode, and one for each network with a share of its own. */
const known = new Map<string, Rates>();

/** The rates for a text, with the share of texts without a name that is usual on the network. */
export function ratesOf(mode: NameText["mode"], platform: string | undefined): Rates {
	const opaque = mode === "handle" && platform !== undefined ? opaqueShares[platform] : undefined;
	const key = opaque === undefined ? mode : `${opaque}`;
	let rates = known.get(key);
	if (!rates) {
		rates = ratesBy(usualWays[mode], 1);
		if (opaque !== undefined) rates = ratesBy(usualWays[mode], (1 - opaque) / (1 - rates.opaque));
		known.set(key, rates);
	}
	return rates;
}
