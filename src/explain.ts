import { orFail } from "./errors.js";
import { maskId } from "./text/mask.js";
import { percent } from "./text/percent.js";
import { proofText } from "./text/proof.js";
import { sentence } from "./text/sentence.js";
import { type Block, type Sink, type Sum, sinkFor } from "./text/sink.js";
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
	/** For what it is written: a terminal or a plain field, Markdown, or a part of a page. Default "text". */
	readonly as?: "text" | "markdown" | "html";
}

/** How an explanation writes what it is told. */
interface Voice {
	readonly sink: Sink;
	/** Whether values of a record are shown. */
	readonly values: boolean;
}

function voiceOf({ values = false, as = "text" }: ExplainOptions): Voice {
	return { sink: sinkFor(as), values };
}

/** An id, which some systems make of an address or a number of the person. */
function idText(id: string, { sink, values }: Voice): string {
	return sink.text(values ? id : maskId(id));
}

function says({ template, profileValue, recordValue, says: plain }: Evidence, { sink, values }: Voice): string {
	if (!values) return sink.text(plain);
	return sentence(sink.text(template), { profile: sink.text(profileValue), record: sink.text(recordValue) });
}

/**
 * The numbers behind a link as rows: prior, each piece of evidence, what the other candidates take away, posterior.
 * Each row's `running` is exactly the one before plus its `bits`; the last is the log2 odds of `link.probability`.
 * @throws SameAsError SHAPE when it is given no link
 */
export function waterfall(link: IdentityLink, { values = false }: ExplainOptions = {}): WaterfallRow[] {
	const message = "This is no link: `waterfall` takes one of `resolution.links`.";
	return orFail("SHAPE", message, () => rowsOf(link, voiceOf({ values })));
}

function rowsOf(link: IdentityLink, voice: Voice): WaterfallRow[] {
	const rows: WaterfallRow[] = [];
	let running = 0;
	const add = (kind: WaterfallRow["kind"], label: string, bits: number, text: string, alreadyCounted = 0): void => {
		running += bits;
		rows.push({ kind, label, bits, running, says: text, alreadyCounted });
	};
	add("prior", "prior", link.prior, "What was believed before looking");
	for (const evidence of link.evidence) {
		add("evidence", evidence.scorer, evidence.bits, says(evidence, voice), evidence.rawBits - evidence.bits);
	}
	add("competition", "competition", link.competition, "What the other records take away");
	add("posterior", "posterior", 0, `Probability ${percent(link.probability)}`);
	return rows;
}

function signed(bits: number): string {
	const text = Math.abs(bits).toFixed(1);
	return text === "0.0" ? " 0.0" : bits < 0 ? `−${text}` : `+${text}`;
}

function headline({ decision, links, nobody, profile }: Resolution, voice: Voice): string {
	const handle = profile.handle === undefined ? "This profile" : `@${voice.sink.text(profile.handle)}`;
	const [top] = links;
	if (top !== undefined && (decision === "link" || decision === "review")) {
		const how = decision === "link" ? "is very probably" : "may be";
		return `${handle} ${how} record ${idText(top.recordId, voice)} (${percent(top.probability)}).`;
	}
	if (decision === "none") return `${handle} is probably nobody in this record set (${percent(nobody)}).`;
	return `${handle}: too little is known to tell.`;
}

/** Missing evidence that is named: what would help most. */
const WORTH_NAMING = 3;

/** What could not be compared, most telling first. */
function missingText(missing: readonly Missing[]): string[] {
	const list = [...missing]
		.filter(({ upTo }) => upTo > 0)
		.sort((a, b) => b.upTo - a.upTo || (a.scorer < b.scorer ? -1 : 1));
	if (list.length === 0) return [];
	const where = { profile: "not on the profile", record: "not on the record", both: "on neither side" };
	const most = list.slice(0, WORTH_NAMING);
	return [
		`Not known, and would help most: ${most.map(({ scorer, side }) => `${scorer} (${where[side]})`).join(", ")}.`,
	];
}

/** For which other records the link stands. */
function duplicatesText({ duplicates }: IdentityLink, voice: Voice): string {
	if (duplicates.length === 0) return "";
	const ids = duplicates.map(({ id }) => idText(id, voice)).join(", ");
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

function sumOf({ kind, label, bits, running, says: text, alreadyCounted }: WaterfallRow, { prior }: Resolution): Sum {
	if (kind === "posterior") return { label: "=", bits: signed(running), says: text };
	const bare = bits < prior.bits ? "; this one holds nothing but a name" : "";
	const note =
		kind === "prior"
			? `: ${percent(prior.coverage)}, shared out over ${prior.records} records${bare}`
			: alreadyCounted > 0.05
				? ` (${signed(alreadyCounted)} already counted)`
				: "";
	return { label, bits: signed(bits), says: text + note };
}

function explainLink(link: IdentityLink, resolution: Resolution, voice: Voice): Block[] {
	const id = idText(link.recordId, voice);
	const others = link.alsoFit === undefined ? [] : [othersText(link.alsoFit, resolution.population)];
	const notes = [proofText(link.assurance), ...others, ...missingText(link.missing)];
	return [
		{ kind: "section", text: `Record ${id}${duplicatesText(link, voice)}: ${percent(link.probability)}` },
		{ kind: "sums", rows: rowsOf(link, voice).map((row) => sumOf(row, resolution)) },
		{ kind: "note", lines: notes },
	];
}

/**
 * A resolution in plain words: the decision, the best links as waterfalls in bits (ten bits are odds of a thousand to
 * one), what is not known, and how probable it is that nobody here is right. Shows no values of a record unless
 * `values` is set, an id that is an address or a number only in part; the handle asked about is always shown. What
 * strangers wrote shows as they wrote it and cannot act. HTML is a part of a page, without styles and scripts.
 * @throws SameAsError SHAPE when it is given no resolution
 */
export function explain(resolution: Resolution, options: ExplainOptions = {}): string {
	const message = "This is no resolution: `explain` takes what `resolve` gives.";
	return orFail("SHAPE", message, () => textOf(resolution, options));
}

function textOf(resolution: Resolution, options: ExplainOptions): string {
	const { links, alerts, nobody, reason, recall, unlisted } = resolution;
	const voice = voiceOf(options);
	const { sink } = voice;
	const shown = options.links ?? 1;
	const others = links
		.slice(shown)
		.map(({ recordId, probability }) => `${idText(recordId, voice)} ${percent(probability)}`);
	return sink.write([
		{
			kind: "paragraph",
			lines: [
				`${headline(resolution, voice)} ${sink.text(reason)}`,
				...alerts.map(({ says }) => `${sink.strong("Alert.")} ${sink.text(says)}`),
			],
		},
		...links.slice(0, shown).flatMap((link) => explainLink(link, resolution, voice)),
		{
			kind: "paragraph",
			lines: [
				...(others.length === 0 ? [] : [`Other records: ${others.join(", ")}.`]),
				`Nobody here: ${percent(nobody)}. A record not listed: ${percent(unlisted)}.`,
				...(recall.capped.length === 0 ? [] : [`${recall.capped.length} search keys were too common to follow.`]),
			],
		},
	]);
}
