import type { NameText } from "./name-text.js";
import type { NameRole } from "./population.js";

/** The pieces a grammar can use: Given, Family; g, f initials; p, q beginnings of given and family name. */
export type Kind = "G" | "g" | "p" | "F" | "f" | "q";
export const kinds: readonly Kind[] = ["G", "g", "p", "F", "f", "q"];
export const roleOf = (kind: Kind): NameRole => (kind === "G" || kind === "g" || kind === "p" ? "given" : "family");

/** How people write their names: rates of the patterns and of what stands around them. */
export interface Rates {
	/** P(pattern), by its two kinds, or one. What is left is P(no trace of the name). */
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
const rates: Readonly<Record<NameText["mode"], Rates>> = {
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

/** The rates for a text, with the share of texts without a name that is usual on the network. */
export function ratesOf(mode: NameText["mode"], platform: string | undefined): Rates {
	const usual = rates[mode];
	const opaque = mode === "handle" && platform !== undefined ? opaqueShares[platform] : undefined;
	if (opaque === undefined) return usual;
	const factor = (1 - opaque) / (1 - opaqueRate(usual));
	const patterns = Object.entries(usual.patterns).map(([pattern, rate]) => [pattern, rate * factor] as const);
	return { ...usual, patterns: Object.fromEntries(patterns) };
}

/** P(no trace of the name): what the patterns leave. */
export function opaqueRate({ patterns }: Rates): number {
	return 1 - Object.values(patterns).reduce((sum, rate) => sum + rate, 0);
}
