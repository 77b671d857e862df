import type { CrmReading, Party } from "../crm/crm.js";
import { readProfile } from "../schema.js";
import type { CrmRecord, KnownHandle, SocialProfile } from "../types.js";
import { accountKeys } from "./carriers.js";
import { distinct, fullestFirst, group, sorted } from "./order.js";

/** A contact that a help desk made of a post, while it is put together. */
export interface Stub {
	profile: SocialProfile;
	readonly recordIds: Set<string>;
}

/** The stubs of all readings, by their ids and by their accounts. */
export class Stubs {
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

export function pickAccount({ platform, handle, id, instance }: Account): Account {
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
