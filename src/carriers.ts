import type { Party } from "./crm/crm.js";
import { parseEmail } from "./text/email.js";
import { type NameReading, readNames } from "./text/name.js";
import { namesAgree } from "./text/name-agreement.js";
import { normalizePhone } from "./text/phone.js";
import { handleKey, networkHandle, platformName } from "./text/platform.js";
import type { CrmRecord, KnownHandle } from "./types.js";

/** Why something is nobody's for certain. */
export type UnattachedReason =
	| "unknown-record" // the system names a record that is in none of the readings
	| "nobody" // no record has this address, number or handle
	| "several" // several people have it, or its parts lead to different people
	| "shared" // marked as shared, a role mailbox, a switchboard, a number that is free for the caller
	| "other-name" // the one who has it goes by another name than the one who wrote or called
	| "not-told"; // nothing says whose it is

/** The records, all of one person, that a party means. */
export type Found = { readonly recordIds: readonly string[] } | { readonly reason: UnattachedReason };

/** Who has an address, a number or a handle. */
interface Entry {
	readonly ids: Set<string>;
	shared: boolean;
}

/** So many records with one address or number are not one person's. */
const MAX_OF_ONE_PERSON = 16;
/** Fewest digits that name a line when the country is not known: a local number is dialled in many towns. */
const NATIONAL_DIGITS = 8;

const nobody: Entry = { ids: new Set(), shared: false };
const bare = (digits: string): string => digits.replace(/^0+/, "");

/** An index of who has which address, number and handle, and which records are evidently one person's. */
export class Carriers {
	private readonly records: ReadonlyMap<string, CrmRecord>;
	private readonly defaultCountry: string | undefined;
	private readonly entries = new Map<string, Entry>();
	private readonly handles = new Map<string, { readonly recordId: string; readonly handle: KnownHandle }[]>();
	private readonly names = new Map<string, readonly NameReading[]>();
	/** Of records that are one person's by address and name, one stands for all. */
	private readonly person = new Map<string, string>();

	constructor(records: ReadonlyMap<string, CrmRecord>, defaultCountry?: string) {
		this.records = records;
		this.defaultCountry = defaultCountry;
		for (const record of records.values()) this.enter(record);
		for (const [key, entry] of this.entries) if (key.startsWith("e:")) this.joinByAddress(entry);
	}

	/** The records that a party means, as far as that is certain. `at`: when it was in touch, ISO 8601. */
	find(party: Party, at?: string): Found {
		const { recordId, name } = party;
		if (recordId !== undefined && this.records.has(recordId)) return { recordIds: [recordId] };
		const told = [this.byEmail(party.email), this.byPhone(party.phone), this.byHandle(party.handle, at)].filter(
			(entry) => entry !== undefined,
		);
		// The system has another record for them; nobody else in it is meant.
		const system = recordId?.slice(0, recordId.indexOf(":") + 1);
		const isOther = (id: string): boolean => system !== undefined && id.startsWith(system);
		const ids = new Set<string>();
		const reasons = new Set<UnattachedReason>(recordId === undefined ? [] : ["unknown-record"]);
		for (const entry of told) {
			const certain = entry.shared ? "shared" : this.areOnePerson(entry.ids) ? undefined : "several";
			if (certain !== undefined) reasons.add(certain);
			else if (entry.ids.size === 0) reasons.add("nobody");
			else for (const id of entry.ids) if (!isOther(id)) ids.add(id);
		}
		if (ids.size === 0) {
			const order: readonly UnattachedReason[] = ["several", "shared", "unknown-record", "nobody"];
			return { reason: order.find((reason) => reasons.has(reason)) ?? "not-told" };
		}
		if (!this.areOnePerson(ids)) return { reason: "several" };
		if (name !== undefined && ![...ids].some((id) => agree(this.namesOf(id), readNames([{ full: name }])))) {
			return { reason: "other-name" };
		}
		return { recordIds: [...ids].sort() };
	}

	// ---------------------------------------------------------------- filling

	private enter({ id, emails, phones, handles }: CrmRecord): void {
		for (const { value, shared } of emails) {
			const email = parseEmail(value);
			if (email !== undefined) this.add(`e:${email.canonical}`, id, shared === true || email.role);
		}
		for (const { value, shared } of phones) {
			const phone = normalizePhone(value, this.defaultCountry);
			if (phone === undefined) continue;
			const { e164, extension, tollFree } = phone;
			const digits = bare(phone.digits);
			for (const line of e164 === undefined ? [`u:${digits}`, `a:${digits}`] : [`p:${e164}`, `a:${digits}`]) {
				this.add(extension === undefined ? line : `${line}x${extension}`, id, shared === true || tollFree);
				// A number with extensions is a switchboard.
				if (extension !== undefined) this.add(line, undefined, true);
			}
		}
		for (const handle of handles) {
			// Found in free text: it may be anybody's.
			if (handle.grade === "mentioned") continue;
			for (const key of accountKeys(handle)) {
				const known = this.handles.get(key);
				if (known === undefined) this.handles.set(key, [{ recordId: id, handle }]);
				else known.push({ recordId: id, handle });
			}
		}
	}

	private add(key: string, id: string | undefined, shared: boolean): void {
		let entry = this.entries.get(key);
		if (entry === undefined) {
			entry = { ids: new Set(), shared: false };
			this.entries.set(key, entry);
		}
		if (id !== undefined) entry.ids.add(id);
		entry.shared ||= shared;
	}

	private joinByAddress({ ids, shared }: Entry): void {
		if (shared || ids.size < 2 || !this.allAgree([...ids])) return;
		const roots = [...ids].map((id) => this.personOf(id)).sort();
		for (const root of roots) this.person.set(root, roots[0] as string);
	}

	private personOf(id: string): string {
		let root = id;
		for (let next = this.person.get(root); next !== undefined && next !== root; next = this.person.get(root))
			root = next;
		// The next look-up is short.
		for (let at = id; at !== root; ) {
			const next = this.person.get(at) as string;
			this.person.set(at, root);
			at = next;
		}
		return root;
	}

	// ---------------------------------------------------------------- asking

	private byEmail(value: string | undefined): Entry | undefined {
		const email = value === undefined ? undefined : parseEmail(value);
		if (email === undefined) return undefined;
		const { ids, shared } = this.entries.get(`e:${email.canonical}`) ?? nobody;
		return { ids, shared: ids.size > 0 && (shared || email.role) };
	}

	private byPhone(value: string | undefined): Entry | undefined {
		const phone = value === undefined ? undefined : normalizePhone(value, this.defaultCountry);
		if (phone === undefined) return undefined;
		const { e164, extension } = phone;
		const digits = bare(phone.digits);
		const isWhole = digits.length >= NATIONAL_DIGITS;
		const lines = e164 === undefined ? [] : [`p:${e164}`];
		if (isWhole) lines.push(e164 === undefined ? `a:${digits}` : `u:${digits}`);
		// The country code without its plus.
		if (isWhole && e164 === undefined) lines.push(`p:+${digits}`);
		const entries = lines.map((line) => this.entries.get(extension === undefined ? line : `${line}x${extension}`));
		return {
			ids: new Set(entries.flatMap((entry) => [...(entry?.ids ?? [])])),
			shared: phone.tollFree || entries.some((entry) => entry?.shared === true),
		};
	}

	private byHandle(handle: KnownHandle | undefined, at: string | undefined): Entry | undefined {
		if (handle === undefined) return undefined;
		const found = accountKeys(handle).map((key) => this.handles.get(key) ?? []);
		// Where both have an id and they differ, the handle has changed hands.
		const matches = found.map((list) =>
			list.filter(
				({ handle: known }) =>
					!(known.validTo !== undefined && at !== undefined && at > known.validTo) && !haveOtherIds(known, handle),
			),
		);
		const best = matches.find((list) => list.length > 0) ?? [];
		return { ids: new Set(best.map(({ recordId }) => recordId)), shared: false };
	}

	/** Whether these are one person's: one record, or all joined by addresses under names that agree. */
	private areOnePerson(ids: ReadonlySet<string>): boolean {
		if (ids.size < 2) return true;
		const list = [...ids];
		return new Set(list.map((id) => this.personOf(id))).size === 1 && this.allAgree(list);
	}

	private allAgree(ids: readonly string[]): boolean {
		if (ids.length > MAX_OF_ONE_PERSON) return false;
		if (ids.some((id) => this.records.get(id)?.kind === "organization")) return false;
		return ids.every((a, index) => ids.slice(index + 1).every((b) => agree(this.namesOf(a), this.namesOf(b))));
	}

	private namesOf(id: string): readonly NameReading[] {
		let names = this.names.get(id);
		if (names === undefined) {
			const record = this.records.get(id);
			// Whoever writes for a firm has a name of their own.
			names = record === undefined || record.kind === "organization" ? [] : readNames(record.names);
			this.names.set(id, names);
		}
		return names;
	}
}

/** Where one has no name, nothing speaks against the other. */
function agree(a: readonly NameReading[], b: readonly NameReading[]): boolean {
	return a.length === 0 || b.length === 0 || namesAgree(a, b);
}

/** Ids that are scoped to a page or an application differ though the account be the same. */
function haveOtherIds(a: KnownHandle, b: KnownHandle): boolean {
	const isScoped = a.tenantScoped === true || b.tenantScoped === true;
	return !isScoped && a.id !== undefined && b.id !== undefined && a.id !== b.id;
}

/** By what an account is found: its id, which survives renaming, then its handle. */
export function accountKeys(handle: KnownHandle): string[] {
	const network = networkHandle(handle);
	const id = handle.id === undefined ? [] : [`i:${platformName(handle.platform ?? "")}:${handle.id}`];
	return network.handle === undefined ? id : [...id, `h:${handleKey(network)}`];
}
