import type { CrmOptions, CrmReading, Party } from "../crm/crm.js";
import { orFail } from "../errors.js";
import type { CrmRecord, Interaction, KnownHandle, SocialProfile } from "../types.js";
import { Carriers, type UnattachedReason } from "./carriers.js";
import { distinct, fullestFirst, group, inTurn, sorted } from "./order.js";
import { pickAccount, type Stub, Stubs } from "./stubs.js";
import { type CombineWarning, mergeRecords, readCopies, survivors } from "./survivors.js";

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
	readonly warnings: readonly CombineWarning[];
}

/**
 * Makes one record set of what several readers have read, in whatever order. A record that was merged or converted into
 * another gives it all it knew and is gone. Calls, cases, mails and posts go to the record that the system names, or else
 * to the one that has the number, the address or the handle, provided that only one person has it. Records of several
 * systems stay records of their own. Takes time in proportion to what was read.
 * @throws SameAsError SHAPE when it is given something else than a list of readings
 */
export function combine(readings: readonly CrmReading[], options: CrmOptions = {}): Combined {
	const message = "These are no readings: `combine` takes a list of what readers such as `fromHubSpot` give.";
	return orFail("SHAPE", message, () => setOf(readings, options));
}

function setOf(readings: readonly CrmReading[], { defaultCountry }: CrmOptions): Combined {
	const warnings: CombineWarning[] = readings.flatMap(({ warnings }) => warnings);
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

/** Newest first, so that what is over the cap of a record is the oldest. Undated ones come last. */
function inOrder<T extends { readonly interactions: readonly Interaction[] }>(holder: T): T {
	const interactions = sorted(holder.interactions, (one) => JSON.stringify([one.id, one]));
	return {
		...holder,
		interactions: interactions.sort(({ at: a = "" }, { at: b = "" }) => (a > b ? -1 : a < b ? 1 : 0)),
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
		records.set(id, { ...record, interactions: inTurn([record.interactions, found]) });
	}
	for (const [stub, found] of ofStub) {
		stub.profile = { ...stub.profile, interactions: inTurn([stub.profile.interactions, found]) };
	}
}

/** Of several records of one person the one in the system that tells of it, or else the first. */
function nearest(recordIds: readonly string[], { id = "" }: Interaction): string {
	const system = id.slice(0, id.indexOf(":") + 1);
	const [first] = recordIds;
	return recordIds.find((one) => system !== "" && one.startsWith(system)) ?? (first as string);
}
