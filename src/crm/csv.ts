import { Payload, present } from "../payload.js";
import { readRecord } from "../schema.js";
import { callEnds } from "../text/caller.js";
import { readColumn } from "../text/column.js";
import { plainCell, readTable, type Table } from "../text/csv.js";
import { splitEmails } from "../text/email.js";
import { dayComesFirst, readLocalTime } from "../text/local-time.js";
import { findMentions } from "../text/mention.js";
import { splitPhones } from "../text/phone.js";
import { relationOfAll } from "../text/relation.js";
import { salesforceId } from "../text/salesforce-id.js";
import type { ContactPoint, CrmRecordInput, Interaction, KnownHandle } from "../types.js";
import { type ChannelOptions, type CrmDraft, type CrmReader, emptyReading, type Party } from "./crm.js";

export interface CsvOptions extends ChannelOptions {
	/** The system that the export is from, which goes in front of its ids: "hubspot". Default "csv". */
	readonly source?: string;
	/** What the clock of a log was ahead of UTC: "-07:00". Without it times without a zone are UTC. */
	readonly utcOffset?: string;
	/** Whether 02/03/2021 is the second of March, where the column itself does not tell. */
	readonly dayFirst?: boolean;
}

/** Columns beside those of `text/column.ts`, by what they are for. In the form in which columns are compared. */
const recordColumns = {
	status: "status lifecyclestage type contacttype customertype relationship category labels groupmembership tags",
	notes: "notes note comments description",
	doNotEmail:
		"donotemail emailoptout optedoutofemail hasoptedoutofemail unsubscribed unsubscribedfromallemail hsemailoptout " +
		"donotallowemails",
	doNotCall: "donotcall donotphone donotallowphonecalls",
	doNotContact: "donotcontact",
	// Of what the library itself understands under these names, a cell can hold nothing.
	passedOver: "source kind attributes interactions consent",
};

const logColumns = {
	id: "callid id sid callsid uniqueid uuid",
	time: "startedat starttime start date datetime dateandtime calltime calldate timestamp time",
	from: "ani from caller callernumber callerid callingnumber fromnumber cli clid sourcenumber",
	to: "dialled dialed dnis to called callednumber tonumber destination destinationnumber diallednumber dialednumber",
	number: "number phone phonenumber customernumber customerphone",
	direction: "direction calldirection calltype",
	agent: "agent agentname user operator",
	topic: "subject topic reason",
	notes: "notes note comments summary description",
	resolved: "resolved state",
	reference: "ticket ticketid ticketnumber case caseid casenumber ordernumber reference",
};

/** Which columns of a header are for what. */
type Places<Purpose extends string> = Readonly<Record<Purpose, readonly number[]>>;

function placesOf<Purpose extends string>(
	header: readonly string[],
	columns: Readonly<Record<Purpose, string>>,
): Places<Purpose> {
	const forms = header.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""));
	const places = Object.entries<string>(columns).map(([purpose, list]) => {
		const names = list.split(" ");
		const found = forms.flatMap((form, index) => (names.includes(form) ? [index] : []));
		return [purpose, found.sort((a, b) => names.indexOf(forms[a] ?? "") - names.indexOf(forms[b] ?? ""))];
	});
	return Object.fromEntries(places) as Places<Purpose>;
}

/**
 * Reads a text table: an export of a CRM, an address book (Google Contacts), or a log of calls. Cells may be parted by
 * commas, semicolons or tabs. What the columns hold is known by their names (`RecordRow`); a table with a time and a
 * caller is a log, and gives interactions. Rows are counted from 1, without the header; one without an id is known by its
 * number. Takes the text of one file or of several. A telephone number that a spreadsheet has ruined is reported and never guessed.
 */
export const fromCsv: CrmReader<CsvOptions> = (payload, options = {}) => {
	const reading = emptyReading();
	for (const file of new Payload(payload, "", reading.warnings).items()) {
		const text = file.text();
		if (text !== undefined) readFile(text, file, options, reading);
	}
	return reading;
};

function readFile(text: string, file: Payload, options: CsvOptions, reading: CrmDraft): void {
	const table = readTable(text);
	if (table.unclosed) file.warn("A quotation mark is opened and never closed: what follows is one cell.");
	if (table.more) file.warn("Only the first million rows are read.", "LIMIT");
	const log = placesOf(table.header, logColumns);
	const hasEnds = log.from.length + log.to.length > 0 || (log.number.length > 0 && log.direction.length > 0);
	if (log.time.length > 0 && hasEnds) readLog(rowsOf(table, file), log, options, reading);
	else readRecords(table, file, options, reading);
}

/** A row with its cells, made plain. */
interface Row {
	readonly cells: readonly string[];
	/** From 1, without the header. */
	readonly number: number;
	/** Its place, for warnings. */
	readonly at: Payload;
}

/** The rows. One with too many cells has slipped, and nobody knows where. */
function rowsOf({ header, rows }: Table, file: Payload): Row[] {
	return rows.flatMap((cells, index) => {
		const at = file.at("row", `${index + 1}`);
		if (cells.slice(header.length).some((cell) => cell.trim() !== "")) {
			at.warn("Has more cells than the header has columns: a separator in it is not quoted.");
			return [];
		}
		return [{ cells: cells.map(plainCell), number: index + 1, at }];
	});
}

// ---------------------------------------------------------------- records

/** Google writes several values into one cell so, and puts a star before labels. */
const GOOGLE_SEPARATOR = " ::: ";

function readRecords(table: Table, file: Payload, { source = "csv" }: CsvOptions, reading: CrmDraft): void {
	const { header } = table;
	const places = placesOf(header, recordColumns);
	const taken = new Set(Object.values(places).flat());
	const columns = header.map((name, index) => ({ name, index, holds: readColumn(name).column?.holds }));
	const idOf = source === "salesforce" ? salesforceId : (id: string): string => id;
	const points = columns.filter(({ holds }) => holds === "email" || holds === "phone");
	// In Google's tables the column before a value says what it is: "Phone 1 - Label".
	const labels = columns.filter(({ name }) => {
		const value = name.replace(/ (?:Label|Type)$/, " Value");
		return value !== name && header.includes(value);
	});
	const others = columns.filter(
		(column) => !taken.has(column.index) && !points.includes(column) && !labels.includes(column),
	);
	for (const { cells, number, at } of rowsOf(table, file)) {
		const cell = (index: number): string => cells[index] ?? "";
		const filled = (purpose: keyof typeof recordColumns): string[] =>
			places[purpose].map(cell).filter((value) => value !== "");
		const pointsIn = (kind: "email" | "phone", split: (text: string) => readonly string[]): ContactPoint[] =>
			points.flatMap(({ name, index, holds }) => {
				if (holds !== kind) return [];
				const before = labels.find((label) => label.index === index - 1);
				const label = (before && cell(before.index).replace(/^\*\s*/, "")) || labelIn(name);
				const values = cell(index).split(GOOGLE_SEPARATOR).flatMap(split);
				return values.map((value) => present<ContactPoint>({ value, label, source: `${source}:${name}` }));
			});
		const id = columns.find(({ index, holds }) => holds === "id" && cell(index) !== "");
		const input = {
			...Object.fromEntries(others.map(({ name, index, holds }) => [name, valueIn(cell(index), holds)])),
			id: `${source}:${id === undefined ? `row-${number}` : idOf(cell(id.index))}`,
			source,
			emails: pointsIn("email", splitEmails),
			phones: pointsIn("phone", splitPhones),
			status: relationOfAll(filled("status").flatMap((labels) => labels.split(/ ::: |[;,]/))),
			consent: present({
				doNotEmail: filled("doNotEmail")[0],
				doNotCall: filled("doNotCall")[0],
				doNotContact: filled("doNotContact")[0],
			}),
		};
		readRow(input, filled("notes"), at, reading);
	}
}

function valueIn(cell: string, holds: string | undefined): string | readonly string[] {
	if (holds === "link") return cell.split(GOOGLE_SEPARATOR);
	// Where commas part the cells, "Surname, Given" is often written with a semicolon.
	return holds === "full" ? cell.replace(/^([^;]+);([^;]+)$/, "$1,$2") : cell;
}

/** "mobile" of a column "Mobile Phone". The column for the one number or address says nothing about it. */
function labelIn(name: string): string | undefined {
	return /mobile|cell|home|work|business|other|personal|secondary|additional/i.exec(name)?.[0].toLowerCase();
}

/** The project's own reading of a row, with its warnings, and what only notes say. */
function readRow(input: object, notes: readonly string[], at: Payload, reading: CrmDraft): void {
	const read = readRecord(input, 0);
	if ("quarantined" in read) {
		at.at("id").warn(read.quarantined.reason, read.quarantined.code);
		return;
	}
	for (const { code, path, reason } of read.warnings) at.at(path).warn(reason, code);
	const { record } = read;
	const mentioned = notes
		.flatMap(findMentions)
		.map((mention): KnownHandle => ({ ...mention, grade: "mentioned", source: `${record.source}:notes` }));
	const { doNotEmail } = record.consent;
	const emails =
		doNotEmail === undefined ? record.emails : record.emails.map((email) => ({ ...email, mayContact: !doNotEmail }));
	reading.records.push({ ...record, emails, handles: [...record.handles, ...mentioned] } satisfies CrmRecordInput);
}

// ---------------------------------------------------------------- logs

const inbound = /^(?:i|in|inbound|incoming|received|eingehend|entrante)$/i;
const outbound = /^(?:o|out|outbound|outgoing|placed|made|ausgehend|saliente)$/i;
const resolved: readonly (readonly [RegExp, Interaction["state"]])[] = [
	[/^(?:y|yes|true|1|resolved|solved|done)$/i, "resolved"],
	[/^closed$/i, "closed"],
	[/^pending$/i, "pending"],
	[/^(?:n|no|false|0|open|unresolved)$/i, "open"],
];

function readLog(
	rows: readonly Row[],
	places: Places<keyof typeof logColumns>,
	options: CsvOptions,
	reading: CrmDraft,
): void {
	const { source = "csv", utcOffset } = options;
	const timeOf = (cells: readonly string[]): string => cells[places.time[0] ?? 0] ?? "";
	const dayFirst = options.dayFirst ?? dayComesFirst(rows.map(({ cells }) => timeOf(cells)));
	for (const { cells, number, at } of rows) {
		const cell = (purpose: keyof typeof logColumns): string | undefined =>
			places[purpose].map((index) => cells[index] ?? "").find((value) => value !== "");
		const word = cell("direction") ?? "";
		const stated = inbound.test(word) ? "inbound" : outbound.test(word) ? "outbound" : undefined;
		const only = cell("number");
		const ends = callEnds({ from: cell("from") ?? only, to: cell("to") ?? only, direction: stated }, options);
		const { direction } = ends;
		const time = readLocalTime(timeOf(cells), { utcOffset, dayFirst });
		if (time !== undefined && "fault" in time) {
			at.at("time").warn(
				time.fault === "none" ? "Not a date or a time." : "Day or month first? Say which with `dayFirst`.",
			);
		}
		const state = resolved.find(([form]) => form.test(cell("resolved") ?? ""))?.[1];
		const reference = cell("reference");
		const interaction = present<Interaction>({
			id: `${source}:call:${cell("id") ?? `row-${number}`}`,
			channel: "call",
			direction,
			at: time !== undefined && "at" in time ? time.at : undefined,
			topic: cell("topic"),
			text: cell("notes"),
			references: reference === undefined ? undefined : [reference],
			state,
			// The caller's name is a carrier's, the agent's is a colleague's.
			author: direction === "outbound" ? cell("agent") : undefined,
			source: `${source}:call`,
		});
		reading.interactions.push({ party: present<Party>({ phone: ends.number }), interaction });
	}
}
