import { accountKeys, Carriers, type UnattachedReason } from "./carriers.js";
import type { CrmOptions, CrmReading, Party } from "./crm/crm.js";
import { readProfile, readRecord } from "./schema.js";
import { parseEmail } from "./text/email.js";
import { normalizePhone } from "./text/phone.js";
import type { Consent, ContactPoint, CrmRecord, Interaction, KnownHandle, SocialProfile, Warning } from "./types.js";

/** Something that the readings hold and that no record or profile could be given. */
export interface Unattached {
	readonly reason: UnattachedReason;
	/** Whose it is, as far as it is told. */
	readonly party: Party;
	/** What happened. Without it, it is the party's handle that belongs to a record that is not here. */
	readonly interaction?: Interaction;
}

/** One record set of several readings. All lists are in code-unit order of ids, interactions newest first. */
export interface Combined {
	/** For `createResolver({ records })`: each with all handles and interactions that are known to be its own. */
	readonly records: readonly CrmRecord[];
	/** Accounts of which a help desk has made a contact: the handle's own record, to be resolved as any other profile. */
	readonly profiles: readonly SocialProfile[];
	readonly unattached: readonly Unattached[];
	/** Those of the readings, and merges that go round in a circle or two ways, with the record's id. */
	readonly warnings: readonly (Warning & { readonly recordId?: string })[];
}

/**
 * Makes one record set of what several readers have read, in whatever order. A record that was merged or converted into
 * another gives it all it knew and is gone. Calls, cases, mails and posts go to the record that the system names, or else
 * to the one that has the number, the address or the handle, provided that only one person has it. Records of several
 * systems stay records of their own. Takes time in proportion to what was read.
 */
export function combine(readings: readonly CrmReading[], { defaultCountry }: CrmOptions = {}): Combined {
	const warnings: (Warning & { recordId?: string })[] = readings.flatMap(({ warnings }) => warnings);
	const copies = readCopies(readings, warnings);
	const survivorOf = survivors(readings, new Set(copies.keys()), warnings);
	const records = mergeRecords(copies, survivorOf);
	const unattached: Unattached[] = [];
	const stubs = new Stubs(readings, records);
	const handles = new Map<string, KnownHandle[]>();
	for (const { recordId, handle } of readings.flatMap(({ handles }) => handles)) {
		group(handles, survivorOf(recordId), handle);
	}
	for (const [recordId, list] of handles) {
		const record = records.get(recordId);
		if (record !== undefined) records.set(recordId, { ...record, handles: distinct([...record.handles, ...list]) });
		else if (!stubs.learn(recordId, distinct(list))) {
			for (const handle of list) unattached.push({ reason: "unknown-record", party: { recordId, handle } });
		}
	}
	attach(readings, survivorOf, records, stubs.settle(), defaultCountry, unattached);
	return {
		records: sorted([...records.values()].map(inOrder), ({ id }) => id),
		profiles: sorted(stubs.profiles().map(inOrder), (profile) => JSON.stringify(profile)),
		unattached: sorted(distinct(unattached), (one) => JSON.stringify(one)),
		warnings: sorted(warnings, (warning) => JSON.stringify(warning)),
	};
}

/** Code unit by code unit, which is the same everywhere. */
function sorted<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
	const keyed = items.map((item) => [keyOf(item), item] as const);
	return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
}

/** Each once, in an order that does not depend on where it was read. */
function distinct<T>(items: readonly T[]): T[] {
	const byText = new Map(items.map((item) => [JSON.stringify(item), item]));
	return sorted([...byText], ([text]) => text).map(([, item]) => item);
}

/** What says more comes first; of equally long ones the one that is first in code-unit order. */
function fullestFirst<T>(items: readonly T[]): T[] {
	const texts = new Map(items.map((item) => [item, JSON.stringify(item)]));
	const textOf = (item: T): string => texts.get(item) as string;
	return sorted(items, textOf).sort((a, b) => textOf(b).length - textOf(a).length);
}

/** Newest first, so that what is over the cap of a record is the oldest. Undated ones come last. */
function inOrder<T extends { readonly interactions: readonly Interaction[] }>(holder: T): T {
	const timed = sorted(holder.interactions, ({ at = "", id = "" }) => `${at} ${id}`);
	return { ...holder, interactions: timed.reverse() };
}

function group<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
	const known = groups.get(key);
	if (known === undefined) groups.set(key, [item]);
	else known.push(item);
}

// ---------------------------------------------------------------- records

/** All copies of each record, in normal form. */
function readCopies(
	readings: readonly CrmReading[],
	warnings: (Warning & { recordId?: string })[],
): Map<string, CrmRecord[]> {
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
	return copies;
}

/** For each id the id of the record that took its place, through chains of merges. */
function survivors(
	readings: readonly CrmReading[],
	present: ReadonlySet<string>,
	warnings: (Warning & { recordId?: string })[],
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

function mergeRecords(
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
		merged.set(id, { ...rest.reduce(together, first), id });
	}
	return merged;
}

function withoutPrimary(record: CrmRecord): CrmRecord {
	const plain = ({ primary: _, ...point }: ContactPoint): ContactPoint => point;
	return { ...record, emails: record.emails.map(plain), phones: record.phones.map(plain) };
}

/** What two records of one person know together. The first one is believed, in matters of consent the careful one. */
function together(first: CrmRecord, second: CrmRecord): CrmRecord {
	return {
		...second,
		...first,
		names: inTurn(first.names, second.names),
		emails: points(first.emails, second.emails, (value) => parseEmail(value)?.canonical),
		phones: points(first.phones, second.phones, phoneKey),
		addresses: inTurn(first.addresses, second.addresses),
		links: inTurn(first.links, second.links),
		handles: inTurn(first.handles, second.handles),
		interactions: inTurn(first.interactions, second.interactions),
		status: first.status === "unknown" ? second.status : first.status,
		consent: refusals(first.consent, second.consent),
		attributes: { ...second.attributes, ...first.attributes },
	};
}

function phoneKey(value: string): string | undefined {
	const phone = normalizePhone(value);
	return phone && `${phone.e164 ?? phone.digits}x${phone.extension ?? ""}`;
}

function inTurn<T>(first: readonly T[], second: readonly T[]): T[] {
	return [...new Map([...first, ...second].map((item) => [JSON.stringify(item), item])).values()];
}

function points(
	first: readonly ContactPoint[],
	second: readonly ContactPoint[],
	keyOf: (value: string) => string | undefined,
): ContactPoint[] {
	const found = new Map<string, ContactPoint>();
	for (const point of [...first, ...second]) {
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

function refusals(first: Consent, second: Consent): Consent {
	const keys = ["doNotCall", "doNotEmail", "doNotContact", "doNotMatch"] as const;
	const refused = keys.filter((key) => first[key] === true || second[key] === true);
	return { ...second, ...first, ...Object.fromEntries(refused.map((key) => [key, true])) };
}

// ---------------------------------------------------------------- stubs

/** A contact that a help desk made of a post, while it is put together. */
interface Stub {
	profile: SocialProfile;
	readonly recordIds: Set<string>;
}

class Stubs {
	private stubs: Stub[] = [];
	private readonly byRecordId = new Map<string, Stub[]>();
	private readonly byAccount = new Map<string, Stub>();

	/** A stub whose record is known to be more than one becomes part of the record. */
	constructor(readings: readonly CrmReading[], records: Map<string, CrmRecord>) {
		const profiles = readings.flatMap(({ profiles }) => profiles).map((input) => readProfile(input).profile);
		for (const profile of fullestFirst(profiles)) {
			const id = profile.attributes["recordId"];
			const record = typeof id === "string" ? records.get(id) : undefined;
			if (record === undefined) this.put({ profile, recordIds: new Set(typeof id === "string" ? [id] : []) });
			else records.set(record.id, known(record, profile));
		}
	}

	private put(stub: Stub): void {
		this.stubs.push(stub);
		for (const id of stub.recordIds) group(this.byRecordId, id, stub);
	}

	/** Notes the accounts that a system gives for a stub. False when there is no such stub. */
	learn(recordId: string, handles: readonly KnownHandle[]): boolean {
		const list = this.byRecordId.get(recordId);
		const [first] = list ?? [];
		if (list === undefined || first === undefined) return false;
		for (const account of handles.map(pickAccount)) {
			const stub = list.find(({ profile }) => !hasAccount(profile) || sameAccount(profile, account));
			if (stub !== undefined) stub.profile = { ...stub.profile, ...account, ...pickAccount(stub.profile) };
			else {
				const { platform, handle, id, instance, ...rest } = first.profile;
				this.put({ profile: { ...rest, ...account }, recordIds: new Set([recordId]) });
			}
		}
		return true;
	}

	/** Makes one of the stubs of one account. Those with an id first, so that the order of reading changes nothing. */
	settle(): this {
		const stubs = sorted(this.stubs, ({ profile }) => `${profile.id === undefined ? 1 : 0}${JSON.stringify(profile)}`);
		this.stubs = [];
		this.byRecordId.clear();
		for (const stub of stubs) {
			const keys = accountKeys(pickAccount(stub.profile));
			const same = keys
				.map((key) => this.byAccount.get(key))
				.find((one) => one && sameAccount(one.profile, stub.profile));
			const kept = same ?? stub;
			if (same === undefined) this.stubs.push(stub);
			else {
				same.profile = { ...stub.profile, ...same.profile };
				for (const id of stub.recordIds) same.recordIds.add(id);
			}
			for (const key of keys) if (!this.byAccount.has(key)) this.byAccount.set(key, kept);
			for (const id of stub.recordIds) group(this.byRecordId, id, kept);
		}
		return this;
	}

	/** The stub that a party means, by its id in a system or by its account. */
	find({ recordId, handle }: Party): Stub | undefined {
		const named = recordId === undefined ? undefined : this.byRecordId.get(recordId);
		const account = handle && pickAccount(handle);
		if (named !== undefined) return named.find(({ profile }) => account && sameAccount(profile, account)) ?? named[0];
		if (recordId !== undefined || account === undefined) return undefined;
		const found = accountKeys(account).map((key) => this.byAccount.get(key));
		return found.find((stub) => stub && sameAccount(stub.profile, account));
	}

	profiles(): SocialProfile[] {
		return this.stubs.map(({ profile, recordIds }) => ({
			...profile,
			attributes:
				recordIds.size === 0
					? profile.attributes
					: { ...profile.attributes, recordId: [...recordIds].sort().join(" ") },
		}));
	}
}

type Account = Pick<KnownHandle, "platform" | "handle" | "id" | "instance">;

function pickAccount({ platform, handle, id, instance }: Account): Account {
	const entries = Object.entries({ platform, handle, id, instance }).filter(([, value]) => value !== undefined);
	return Object.fromEntries(entries);
}

const hasAccount = ({ handle, id }: Account): boolean => handle !== undefined || id !== undefined;

function sameAccount(a: Account, b: Account): boolean {
	if (a.id !== undefined && b.id !== undefined) return a.platform === b.platform && a.id === b.id;
	const theirs = new Set(accountKeys(b));
	return accountKeys(a).some((key) => theirs.has(key));
}

/** A record with what its stub says of it. */
function known(record: CrmRecord, { displayName, ...profile }: SocialProfile): CrmRecord {
	const account = pickAccount(profile);
	const source = record.source === undefined ? {} : { source: record.source };
	return {
		...record,
		names: record.names.length === 0 && displayName !== undefined ? [{ full: displayName }] : record.names,
		handles: hasAccount(account) ? distinct([...record.handles, { ...account, ...source }]) : record.handles,
	};
}

// ---------------------------------------------------------------- interactions

interface Happening {
	readonly interaction: Interaction;
	readonly parties: readonly Party[];
}

/** Each interaction once, with all whose it is said to be. */
function happenings(readings: readonly CrmReading[], survivorOf: (id: string) => string): Happening[] {
	const groups = new Map<string, { interaction: Interaction; party: Party }[]>();
	for (const { party, interaction } of readings.flatMap(({ interactions }) => interactions)) {
		const recordId = party.recordId === undefined ? {} : { recordId: survivorOf(party.recordId) };
		group(groups, interaction.id ?? JSON.stringify(interaction), { interaction, party: { ...party, ...recordId } });
	}
	return [...groups.values()].map((list) => ({
		interaction: told(list.map(({ interaction }) => interaction)),
		parties: distinct(list.map(({ party }) => party)),
	}));
}

/** What several copies tell of one happening: the fullest is believed, the others fill what it leaves open. */
function told(copies: readonly Interaction[]): Interaction {
	const whole = Object.assign({}, ...fullestFirst(copies).reverse()) as Interaction;
	// A log is written after the fact, and some tell the day only.
	const [first] = copies.flatMap(({ at = "" }) => (at.length > DATE_LENGTH ? at : [])).sort();
	return first === undefined ? whole : { ...whole, at: first };
}

const DATE_LENGTH = 10;

/** Whose a happening is. */
interface Owners {
	readonly records: Set<string>;
	readonly stubs: Set<Stub>;
}

function attach(
	readings: readonly CrmReading[],
	survivorOf: (id: string) => string,
	records: Map<string, CrmRecord>,
	stubs: Stubs,
	defaultCountry: string | undefined,
	unattached: Unattached[],
): void {
	const carriers = new Carriers(records, defaultCountry);
	const threads = new Map<string, Owners>();
	const left: { happening: Happening; misses: Unattached[] }[] = [];
	const ofRecord = new Map<string, Interaction[]>();
	const ofStub = new Map<Stub, Interaction[]>();
	const give = ({ interaction }: Happening, owners: Owners): void => {
		for (const id of owners.records) group(ofRecord, id, interaction);
		for (const stub of owners.stubs) group(ofStub, stub, interaction);
	};
	for (const happening of happenings(readings, survivorOf)) {
		const { interaction, parties } = happening;
		const owners: Owners = { records: new Set(), stubs: new Set() };
		const misses: Unattached[] = [];
		for (const party of parties) {
			const stub = stubs.find(party);
			if (stub !== undefined) owners.stubs.add(stub);
			// A stub's record is no person's: only its handle can lead to one.
			const found = carriers.find(stub === undefined ? party : { handle: pickAccount(stub.profile) }, interaction.at);
			if ("recordIds" in found) owners.records.add(nearest(found.recordIds, interaction));
			else if (stub === undefined) misses.push({ reason: found.reason, party, interaction });
		}
		if (owners.records.size + owners.stubs.size === 0) {
			left.push({ happening, misses });
			continue;
		}
		give(happening, owners);
		if (interaction.thread === undefined) continue;
		const thread = threads.get(interaction.thread) ?? { records: new Set(), stubs: new Set() };
		for (const id of owners.records) thread.records.add(id);
		for (const stub of owners.stubs) thread.stubs.add(stub);
		threads.set(interaction.thread, thread);
	}
	for (const { happening, misses } of left) {
		const thread = happening.interaction.thread === undefined ? undefined : threads.get(happening.interaction.thread);
		// What the firm says in a thread goes to the one with whom the thread is; what somebody else says does not.
		const isAnswer =
			happening.interaction.direction !== "inbound" || misses.every(({ reason }) => reason === "not-told");
		if (thread !== undefined && isAnswer && thread.records.size < 2 && thread.stubs.size < 2) give(happening, thread);
		else unattached.push(...misses);
	}
	for (const [id, found] of ofRecord) {
		const record = records.get(id) as CrmRecord;
		records.set(id, { ...record, interactions: inTurn(record.interactions, found) });
	}
	for (const [stub, found] of ofStub) {
		stub.profile = { ...stub.profile, interactions: inTurn(stub.profile.interactions, found) };
	}
}

/** Of several records of one person the one in the system that tells of it, or else the first. */
function nearest(recordIds: readonly string[], { id = "" }: Interaction): string {
	const system = id.slice(0, id.indexOf(":") + 1);
	const [first] = recordIds;
	return recordIds.find((one) => system !== "" && one.startsWith(system)) ?? (first as string);
}
