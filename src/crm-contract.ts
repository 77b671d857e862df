import { type ContractCheck, must } from "./contract.js";
import type { CrmReading } from "./crm/crm.js";
import { acceptProfile, acceptRecord, itemsOf, MARK, type ReaderSample, readerContract } from "./reader-contract.js";

type Reader = (payload: unknown) => CrmReading;

/** On the item only: what stands deeper may be the account's own fields. Some systems send text. */
function withMore(item: unknown): unknown {
	if (typeof item !== "object") return item;
	return { ...item, zzUnknownKey: { deep: [1, MARK] }, zzOther: null };
}

function idsOf({ records, successors, interactions, handles }: CrmReading): string[] {
	return [
		...records.map(({ id }) => String(id)),
		...successors.flatMap(({ from, to }) => [from, to]),
		...interactions.flatMap(({ party, interaction }) => [party.recordId, interaction.id, interaction.thread]),
		...handles.map(({ recordId }) => recordId),
	].filter((id) => id !== undefined);
}

function unique(ids: readonly string[], what: string): void {
	must(new Set(ids).size === ids.length, `Two ${what} have one id.`);
}

/** What every reader of a CRM must keep to, checked on samples of yours: one item of each kind that it reads. */
export function crmContract(read: Reader, samples: readonly ReaderSample[]): ContractCheck[] {
	const items = itemsOf(samples);
	return [
		...readerContract({ read, samples, items, withMore }),
		{
			name: "puts the system before every id, and gives each id once",
			run() {
				const reading = read(items);
				const prefixes = new Set(idsOf(reading).map((id) => /^[^\s:]+(?=:.)/.exec(id)?.[0]));
				must(!prefixes.has(undefined) && prefixes.size < 2, "Ids must have one and the same system before a colon.");
				unique(
					reading.records.map(({ id }) => String(id)),
					"records",
				);
				unique(
					reading.interactions.flatMap(({ party, interaction: { id } }) =>
						id === undefined ? [] : JSON.stringify([id, party]),
					),
					"interactions of one party",
				);
			},
		},
		{
			name: "gives records, profiles and interactions that are accepted as they are",
			run() {
				const reading = read(items);
				for (const record of reading.records) acceptRecord(record, "A record");
				for (const profile of reading.profiles) acceptProfile(profile, "A profile");
				const handles = [
					...reading.handles.map(({ handle }) => handle),
					...reading.interactions.flatMap(({ party }) => party.handle ?? []),
				];
				for (const handle of handles) acceptRecord({ id: "1", name: "Ana Costa", handles: [handle] }, "A handle");
				for (const { interaction } of reading.interactions)
					acceptRecord({ id: "1", interactions: [interaction] }, "An interaction");
			},
		},
	];
}
