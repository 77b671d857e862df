import { percent } from "./text/percent.js";
import { sentence } from "./text/sentence.js";
import { visible } from "./text/unicode.js";
import type { Evidence, IdentityLink, Missing, Resolution } from "./types.js";

/** One bar of a waterfall: from `running - bits` to `running`, in bits. */
export interface WaterfallRow {
	readonly kind: "prior" | "evidence" | "competition" | "posterior";
	/** "prior", the scorer's name, "competition" or "posterior". */
	readonly label: string;
	readonly bits: number;
	/** log2 odds after this row. */
	readonly running: number;
	/** What the row says, without personal values unless they were asked for. */
	readonly says: string;
	/** Bits that were taken off because the fact had been counted before. */
	readonly alreadyCounted: number;
}

export interface ExplainOptions {
	/** Show the two values compared. They are personal: for the screen of a colleague, never for a log. Default false. */
	readonly values?: boolean;
	/** Links explained in full. Default 1. */
	readonly links?: number;
}

function says(
	{ template, profileValue, recordValue, says: plain }: Evidence,
	{ values = false }: ExplainOptions,
): string {
	return values ? sentence(template, { profile: visible(profileValue), record: visible(recordValue) }) : plain;
}

/**
 * The numbers behind a link as rows: prior, each piece of evidence, what the other candidates take away, posterior.
 * Each row's `running` is exactly the one before plus its `bits`; the last is the log2 odds of `link.probability`.
 */
export function waterfall(link: IdentityLink, options: ExplainOptions = {}): WaterfallRow[] {
	const rows: WaterfallRow[] = [];
	let running = 0;
	const add = (kind: WaterfallRow["kind"], label: string, bits: number, text: string, alreadyCounted = 0): void => {
		running += bits;
		rows.push({ kind, label, bits, running, says: text, alreadyCounted });
	};
	add("prior", "prior", link.prior, "What was believed before looking");
	for (const evidence of link.evidence) {
		add("evidence", evidence.scorer, evidence.bits, says(evidence, options), evidence.rawBits - evidence.bits);
	}
	add("competition", "competition", link.competition, "What the other records take away");
	add("posterior", "posterior", 0, `Probability ${percent(link.probability)}`);
	return rows;
}

function signed(bits: number): string {
	const text = Math.abs(bits).toFixed(1);
	return text === "0.0" ? " 0.0" : bits < 0 ? `−${text}` : `+${text}`;
}

function headline({ decision, links, nobody, profile }: Resolution): string {
	const handle = profile.handle === undefined ? "This profile" : `@${visible(profile.handle)}`;
	const top = links[0];
	switch (decision) {
		case "link":
			return `${handle} is very probably record ${top?.recordId} (${percent(top?.probability ?? 0)}).`;
		case "review":
			return `${handle} may be record ${top?.recordId} (${percent(top?.probability ?? 0)}).`;
		case "none":
			return `${handle} is probably nobody in this record set (${percent(nobody)}).`;
		default:
			return `${handle}: too little is known to tell.`;
	}
}

/** Missing evidence that is named: what would help most. */
const WORTH_NAMING = 3;

/** What could not be compared, most telling first. */
function missingText(missing: readonly Missing[]): string | undefined {
	const list = [...missing]
		.filter(({ upTo }) => upTo > 0)
		.sort((a, b) => b.upTo - a.upTo || (a.scorer < b.scorer ? -1 : 1));
	if (list.length === 0) return undefined;
	const where = { profile: "not on the profile", record: "not on the record", both: "on neither side" };
	const most = list.slice(0, WORTH_NAMING);
	return `Not known, and would help most: ${most.map(({ scorer, side }) => `${scorer} (${where[side]})`).join(", ")}.`;
}

/** For which other records the link stands. */
function duplicatesText({ duplicates }: IdentityLink): string {
	if (duplicates.length === 0) return "";
	const ids = duplicates.map(({ id }) => visible(id)).join(", ");
	return ` and ${duplicates.length === 1 ? "1 duplicate" : `${duplicates.length} duplicates`} of it, ${ids}`;
}

/** Two digits are all that is known of it. */
function rounded(count: number): string {
	const whole = String(Number(count < 10 ? Math.round(count) : count.toPrecision(2)));
	return whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
}

function othersText(count: number, population: number): string {
	const others =
		count < 1 ? "Hardly anybody else" : count < 1.5 ? "About one other person" : `About ${rounded(count)} other people`;
	return `${others} in ${rounded(population)} would fit what is shown of the name.`;
}

function explainLink(link: IdentityLink, { prior, population }: Resolution, options: ExplainOptions): string[] {
	const rows = waterfall(link, options);
	const lines = [`Record ${visible(link.recordId)}${duplicatesText(link)}: ${percent(link.probability)}`];
	for (const { kind, label, bits, running, says: text, alreadyCounted } of rows) {
		if (kind === "posterior") {
			lines.push(`  ${"=".padEnd(13)} ${signed(running).padStart(7)}  ${text}`);
			continue;
		}
		const note =
			kind === "prior"
				? `${text}: ${percent(prior.coverage)}, shared out over ${prior.records} records${bits < prior.bits ? "; this one holds nothing but a name" : ""}`
				: alreadyCounted > 0.05
					? `${text} (${signed(alreadyCounted)} already counted)`
					: text;
		lines.push(`  ${label.padEnd(13)} ${signed(bits).padStart(7)}  ${note}`);
	}
	if (link.alsoFit !== undefined) lines.push(`  ${othersText(link.alsoFit, population)}`);
	const missing = missingText(link.missing);
	if (missing) lines.push(`  ${missing}`);
	return lines;
}

/**
 * A resolution in plain words: the decision, the best links as waterfalls in bits (ten bits are odds of a thousand to
 * one), what is not known, and how probable it is that nobody here is right. Shows no values of a record unless
 * `values` is set; the handle asked about is always shown.
 */
export function explain(resolution: Resolution, options: ExplainOptions = {}): string {
	const { links, nobody, reason, recall, unlisted } = resolution;
	const lines = [`${headline(resolution)} ${reason}`, ""];
	for (const link of links.slice(0, options.links ?? 1)) lines.push(...explainLink(link, resolution, options), "");
	const others = links.slice(options.links ?? 1);
	if (others.length > 0) {
		lines.push(
			`Other records: ${others.map(({ recordId, probability }) => `${visible(recordId)} ${percent(probability)}`).join(", ")}.`,
		);
	}
	lines.push(`Nobody here: ${percent(nobody)}. A record not listed: ${percent(unlisted)}.`);
	if (recall.capped.length > 0) lines.push(`${recall.capped.length} search keys were too common to follow.`);
	return lines.join("\n");
}
