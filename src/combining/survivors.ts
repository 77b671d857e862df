import type { CrmReading } from "../crm/crm.js";
import { readRecord } from "../schema.js";
import { parseEmail } from "../text/email.js";
import { readNames } from "../text/name.js";
import { namesAgree } from "../text/name-agreement.js";
import { normalizePhone } from "../text/phone.js";
import type { Consent, ContactPoint, CrmRecord, Warning } from "../types.js";
import { fullestFirst, group, inTurn, sorted } from "./order.js";

/** A warning, with the record that it is about. */
export type CombineWarning = Warning & { readonly recordId?: string };

/** All copies of each record, in normal form. */
export function readCopies(readings: readonly CrmReading[], warnings: CombineWarning[]): Map<string, CrmRecord[]> {
	const copies = new Map<string, CrmRecord[]>();
	for (const input of readings.flatMap(({ records }) => records)) {
		const read = readRecord(input, 0);
		if ("quarantined" in read) {
			const { code, path, reason } = read.quarantined;
			warnings.push({ code, path, reason });
			continue;
		}
		group(copies, read.record.id, read.record);
		warnings.push(...read.warnings.map((warning) => ({ ...warning, recordId: read.record.id })));
	}
	for (const [recordId, list] of copies) {
		if (list.length < 2 || areOnePerson(list)) continue;
		const reason = "Several records have this id, of names that are hardly one person's. They are taken for one.";
		warnings.push({ code: "DUP_ID", path: "id", reason, recordId });
	}
	return copies;
}

/** Whether the names of copies may be one person's, each with each. */
function areOnePerson(copies: readonly CrmRecord[]): boolean {
	const named = copies.map(({ names }) => readNames(names)).filter((readings) => readings.length > 0);
	return named.every((one, place) => named.slice(place + 1).every((other) => namesAgree(one, other)));
}

/** For each id the id of the record that took its place, through chains of merges. */
export function survivors(
	readings: readonly CrmReading[],
	present: ReadonlySet<string>,
	warnings: CombineWarning[],
): (id: string) => string {
	const next = new Map<string, Set<string>>();
	for (const { from, to } of readings.flatMap(({ successors }) => successors)) {
		if (from === to) continue;
		const known = next.get(from);
		if (known === undefined) next.set(from, new Set([to]));
		else known.add(to);
	}
	const warn = (recordId: string, reason: string): void => {
		warnings.push({ code: "SHAPE", path: "successors", reason, recordId });
	};
	/** Of several the one that is here, and of these the first. */
	const best = (ids: Iterable<string>): string => {
		const list = [...ids].sort();
		return list.find((id) => present.has(id)) ?? (list[0] as string);
	};
	const settled = new Map<string, string>();
	const follow = (start: string): string => {
		const trail: string[] = [];
		const places = new Map<string, number>();
		let at = start;
		while (!settled.has(at) && next.has(at)) {
			const place = places.get(at);
			if (place !== undefined) {
				const circle = trail.slice(place);
				const survivor = best(circle);
				warn(survivor, "Merges go round in a circle: its records are taken for one.");
				settled.set(survivor, survivor);
				at = survivor;
				break;
			}
			places.set(at, trail.length);
			trail.push(at);
			const to = next.get(at) as ReadonlySet<string>;
			if (to.size > 1) warn(at, "Merged into several records: one of them is taken.");
			at = best(to);
		}
		const survivor = settled.get(at) ?? at;
		for (const id of trail) settled.set(id, survivor);
		return survivor;
	};
	for (const id of [...next.keys()].sort()) follow(id);
	return (id) => settled.get(id) ?? id;
}

export function mergeRecords(
	copies: ReadonlyMap<string, readonly CrmRecord[]>,
	survivorOf: (id: string) => string,
): Map<string, CrmRecord> {
	const families = new Map<string, CrmRecord[]>();
	for (const [id, list] of sorted([...copies], ([id]) => id)) {
		for (const copy of fullestFirst(list)) group(families, survivorOf(id), copy);
	}
	const merged = new Map<string, CrmRecord>();
	for (const [id, list] of families) {
		const [own, others] = [list.filter((copy) => copy.id === id), list.filter((copy) => copy.id !== id)];
		// What was the first address of a record that is no more is not the first one of its successor.
		const [first, ...rest] = [...own, ...others.map(withoutPrimary)] as [CrmRecord, ...CrmRecord[]];
		merged.set(id, { ...together([first, ...rest]), id });
	}
	return merged;
}

function withoutPrimary(record: CrmRecord): CrmRecord {
	const plain = ({ primary: _, ...point }: ContactPoint): ContactPoint => point;
	return { ...record, emails: record.emails.map(plain), phones: record.phones.map(plain) };
}

/** What records of one person know together. The first one is believed, in matters of consent the most careful. */
function together(list: readonly [CrmRecord, ...CrmRecord[]]): CrmRecord {
	const all = <Key extends keyof CrmRecord>(key: Key): CrmRecord[Key][] => list.map((record) => record[key]);
	return {
		...Object.assign({}, ...list.slice().reverse()),
		names: inTurn(all("names")),
		emails: points(all("emails"), (value) => parseEmail(value)?.canonical),
		phones: points(all("phones"), phoneKey),
		addresses: inTurn(all("addresses")),
		links: inTurn(all("links")),
		handles: inTurn(all("handles")),
		interactions: inTurn(all("interactions")),
		status: all("status").find((status) => status !== "unknown") ?? "unknown",
		consent: refusals(all("consent")),
		attributes: Object.assign({}, ...all("attributes").reverse()),
	};
}

function phoneKey(value: string): string | undefined {
	const phone = normalizePhone(value);
	return phone && `${phone.e164 ?? phone.digits}x${phone.extension ?? ""}`;
}

function points(
	lists: readonly (readonly ContactPoint[])[],
	keyOf: (value: string) => string | undefined,
): ContactPoint[] {
	const found = new Map<string, ContactPoint>();
	for (const point of lists.flat()) {
		const key = keyOf(point.value) ?? point.value;
		const known = found.get(key);
		const careful = {
			...(known?.mayContact === false || point.mayContact === false ? { mayContact: false } : {}),
			...(known?.shared || point.shared ? { shared: true } : {}),
		};
		found.set(key, { ...point, ...known, ...careful });
	}
	return [...found.values()];
}

function refusals(list: readonly Consent[]): Consent {
	const keys = ["doNotCall", "doNotEmail", "doNotContact", "doNotMatch"] as const;
	const refused = keys.filter((key) => list.some((consent) => consent[key] === true));
	return Object.assign({}, ...list.slice().reverse(), ...refused.map((key) => ({ [key]: true })));
}
