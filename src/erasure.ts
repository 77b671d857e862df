import type { Gather } from "./duplicates.js";
import type { Panel } from "./panel.js";
import type { RecordSet } from "./record-set.js";
import type { AnyScorer } from "./scorers/scorer.js";
import type { RecordStore } from "./stores/store.js";
import { hashesBy } from "./suppression.js";
import { checkKey } from "./text/hash.js";
import { handleOfUrl, type NetworkHandle, networkHandle, sameHandle } from "./text/platform.js";
import { clearRemembered } from "./text/remembered.js";
import type { CrmRecord, Interaction, KnownHandle, SocialProfile } from "./types.js";

export interface ForgetOptions {
	/** Erases the person's other records as well: those that share an address, a number or an id, with an agreeing name. Default true. */
	readonly duplicates?: boolean;
	/**
	 * A secret of 32 characters or more: the report then holds keyed hashes for `ResolverOptions.suppressed`. Default: the key
	 * of that option, where it is given.
	 */
	readonly key?: string;
}

/** What was erased. Holds no personal values but ids of records. */
export interface Forgotten {
	/** Ids of the records that are gone. */
	readonly erased: readonly string[];
	/** Ids of other records, from which the account and what it said was taken out. */
	readonly touched: readonly string[];
	/** What keeps the person from coming back with the next import; empty without a key. */
	readonly suppression: readonly string[];
	/** In a sentence. */
	readonly says: string;
}

/** An account is the same by its id; by its handle only where the ids do not say otherwise. */
interface Account extends NetworkHandle {
	readonly id: string | undefined;
	/** Another tenant gives the same id to somebody else. */
	readonly tenantScoped: boolean;
}

export function accountOf(
	from: Pick<KnownHandle, "platform" | "instance" | "handle" | "id" | "tenantScoped">,
): Account {
	return { ...networkHandle(from), id: from.id?.trim() || undefined, tenantScoped: from.tenantScoped === true };
}

function authorOf({ id: _, accountId, ...said }: Interaction): Account {
	return accountOf(accountId === undefined ? said : { ...said, id: accountId });
}

export function sameAccount(a: Account, b: Account): boolean {
	const isGlobal = !(a.tenantScoped || b.tenantScoped);
	if (isGlobal && a.id !== undefined && b.id !== undefined) {
		return a.platform !== undefined && a.platform === b.platform && a.instance === b.instance && a.id === b.id;
	}
	return a.platform !== undefined && sameHandle(a, b);
}

// A handle that was given up may be somebody else's by now.
const isHeld = ({ validTo, ...known }: KnownHandle, account: Account): boolean =>
	validTo === undefined && sameAccount(accountOf(known), account);

/** Whether a record's handle is the account, by more than what the person or a text says. */
const isOwn = (known: KnownHandle, account: Account): boolean =>
	(known.grade ?? "asserted") !== "claimed" && known.grade !== "mentioned" && isHeld(known, account);

/** A record without what it has of an account; undefined when it has nothing of it. */
function withoutAccount(record: CrmRecord, account: Account): CrmRecord | undefined {
	const handles = record.handles.filter((known) => !isHeld(known, account));
	const interactions = record.interactions.filter((one) => !sameAccount(authorOf(one), account));
	const links = record.links.filter((url) => {
		const linked = handleOfUrl(url);
		return linked === undefined || !sameHandle(linked, account);
	});
	const before = record.handles.length + record.interactions.length + record.links.length;
	if (handles.length + interactions.length + links.length === before) return undefined;
	return { ...record, handles, interactions, links };
}

interface Parts {
	readonly scorers: readonly AnyScorer[];
	readonly store: RecordStore;
	readonly panel: Panel;
	readonly records: RecordSet;
	readonly gather: Gather;
	/** That of `ResolverOptions.suppressed`. */
	readonly ownKey: string | undefined;
}

/**
 * How a person is forgotten (GDPR, Art. 17): the id of a record, or a profile, whose account the records of the person hold.
 * Never by resemblance.
 */
export function erasureIn({
	scorers,
	store,
	panel,
	records,
	gather,
	ownKey,
}: Parts): (target: string | SocialProfile, options: ForgetOptions) => Forgotten {
	/** All records of a record's person. */
	function personOf(record: CrmRecord): readonly CrmRecord[] {
		return gather([{ record, foundBy: [], rarity: 0 }]).candidates[0]?.records ?? [record];
	}

	/** The search keys of an account alone. */
	function keysOf(profile: SocialProfile): string[] {
		const groups = new Set(["account", "event"]);
		const values = panel.read(profile, store).values;
		return panel.profileKeys(
			values.map((value, index) => (groups.has(scorers[index]!.group) ? value : undefined)),
			store,
		);
	}

	return (target, { duplicates = true, key = ownKey }) => {
		const hashesOf = key === undefined ? () => [] : hashesBy(checkKey(key, "key"));
		const erased = new Map<string, CrmRecord>();
		const touched = new Set<string>();
		const erase = (record: CrmRecord): void => {
			for (const one of duplicates ? personOf(record) : [record]) {
				erased.set(one.id, one);
				touched.delete(one.id);
			}
			for (const id of erased.keys()) records.remove(id);
		};
		if (typeof target === "string") {
			const record = store.get(target);
			if (record) erase(record);
		} else {
			const account = accountOf(target);
			const keys = keysOf(target);
			// A store gives so many at a time.
			for (let before = -1; before < erased.size + touched.size; ) {
				before = erased.size + touched.size;
				for (const { record } of store.recall(keys).candidates) {
					const rest = erased.has(record.id) ? undefined : withoutAccount(record, account);
					if (rest === undefined) continue;
					if (record.handles.some((known) => isOwn(known, account))) erase(record);
					else {
						records.replace(rest);
						touched.add(record.id);
					}
				}
			}
		}
		const asked = typeof target === "string" ? { id: target } : { handles: [target] };
		const suppression = [...new Set([asked, ...erased.values()].flatMap(hashesOf))];
		if (key === ownKey) records.suppress(suppression);
		store.clear?.();
		panel.clear();
		clearRemembered();
		return {
			erased: [...erased.keys()].sort(),
			touched: [...touched].sort(),
			suppression,
			says: `Records erased: ${erased.size}. Other records that the account was taken out of: ${touched.size}.`,
		};
	};
}
