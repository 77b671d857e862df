import { handleKey, handleParts, networkHandle } from "../text/platform.js";
import type { CrmRecord, Decision, IdentityLink, SocialProfile } from "../types.js";

/** A handle: as text such as "x:tdefren" or "@ana@social.example", or a profile, such as that of a resolution. */
export type HandleName = string | Pick<SocialProfile, "platform" | "instance" | "handle" | "id" | "tenantScoped">;

/** What assigning reads of a resolution. A whole one will do; of a large batch keep only this. */
export interface Assignable {
	readonly profile: Pick<SocialProfile, "platform" | "instance" | "handle" | "id" | "tenantScoped">;
	readonly decision: Decision;
	readonly links: readonly (Pick<IdentityLink, "recordId" | "bits"> & {
		readonly duplicates: readonly Pick<CrmRecord, "id">[];
	})[];
}

/** Whose a handle is. */
export interface AssignedHandle {
	readonly decision: Decision;
	/** With "link" the record; with "review" the one to look at first, if any. */
	readonly recordId: string | undefined;
}

/**
 * A handle is moved only to a record that is less than this much less probable than its own: 4 bits, one in sixteen. That a
 * person has two handles on a platform is less of a surprise than anything beyond. So what was sure enough to be linked
 * (19 to 1) loses its record at most; it is never moved.
 */
const REACH = 4;

/** A person as an answer for a handle. */
export interface Answer {
	readonly recordId: string;
	readonly bits: number;
}

/** What a resolution that names somebody found. */
export interface Finding {
	readonly index: number;
	/** What its handle is known by in the batch; undefined when it has neither handle nor id. */
	readonly handle: string | undefined;
	readonly from: AssignedHandle;
	/** The record it names was ruled out. */
	readonly ruledOut: boolean;
	/** By person, best first, without those that were ruled out. */
	readonly answers: ReadonlyMap<string, Answer>;
}

/** A handle with all that was found for it. */
export interface Handle {
	readonly key: string;
	/** Where a person has one handle as a rule: a platform, or a server of a federated one. */
	readonly place: string;
	readonly platform: string | undefined;
	readonly findings: readonly Finding[];
	/** The person whom the strongest finding names, and those within reach. */
	readonly best: string;
	readonly answers: ReadonlyMap<string, Answer>;
}

export function asFound({ decision, links }: Assignable): AssignedHandle {
	const names = decision === "link" || decision === "review";
	return { decision, recordId: names ? links[0]?.recordId : undefined };
}

function partsOf(name: HandleName): Exclude<HandleName, string> {
	return typeof name === "string" ? handleParts(name, "") : name;
}

/** By handle and by id: profiles with one of them in common are of one handle. */
function keysOf(name: HandleName): string[] {
	const profile = partsOf(name);
	const network = networkHandle(profile);
	const { platform, instance, handle } = network;
	const keys = handle === undefined ? [] : [`handle ${handleKey(network)}`];
	// An id that is one tenant's may be another account's at the next.
	if (profile.id !== undefined && platform !== undefined && !profile.tenantScoped) {
		keys.push(`id ${handleKey({ ...network, handle: profile.id, instance })}`);
	}
	return keys;
}

/** Of names that stand together for one thing, in any of the groups, the first in code-unit order: the same for all. */
export function oneName(groups: Iterable<readonly string[]>): (name: string) => string {
	const earlier = new Map<string, string>();
	const find = (name: string): string => {
		let first = name;
		for (let next = earlier.get(first); next !== undefined; next = earlier.get(first)) first = next;
		if (first !== name) earlier.set(name, first);
		return first;
	};
	for (const [name, ...others] of groups) {
		for (const other of others) {
			const [first, later] = [find(name as string), find(other)].sort(codeUnitOrder) as [string, string];
			if (first !== later) earlier.set(later, first);
		}
	}
	return find;
}

/** Two names as one. */
export const pair = (one: string, other: string): string => JSON.stringify([one, other]);

/** Who is who in a batch. */
export interface Names {
	/** The person of a record: duplicates have one. */
	readonly personOf: (recordId: string) => string;
	/** By what a handle is known; nothing when it has neither a name nor an id of its own. */
	readonly handlesOf: (name: HandleName) => readonly string[];
	/** Whether it says a handle without the platform that it has in the batch, or that all handles have there. */
	readonly lacksPlatform: (name: HandleName) => boolean;
}

/** Whether it has the form of a handle with its network. */
export function isHandleName(name: unknown): name is HandleName {
	if (typeof name !== "object" || name === null) return typeof name === "string";
	const { platform, instance, handle, id } = name as Record<string, unknown>;
	return [platform, instance, handle, id].every((part) => part === undefined || typeof part === "string");
}

/** Whether it has the form of a resolution. */
export function isAssignable(value: unknown): value is Assignable {
	if (typeof value !== "object" || value === null) return false;
	const { profile, decision, links } = value as Partial<Record<keyof Assignable, unknown>>;
	if (typeof profile === "string" || !isHandleName(profile) || typeof decision !== "string") return false;
	const isLink = (link: Partial<Record<string, unknown>> | null): boolean =>
		typeof link?.["recordId"] === "string" && typeof link["bits"] === "number" && Array.isArray(link["duplicates"]);
	return Array.isArray(links) && links.every(isLink);
}

export function namesIn(resolutions: readonly Assignable[]): Names {
	const records = resolutions.flatMap(({ links }) =>
		links.map(({ recordId, duplicates }) => [recordId, ...duplicates.map(({ id }) => id)]),
	);
	const handleOf = oneName(resolutions.map(({ profile }) => keysOf(profile)));
	return {
		personOf: oneName(records),
		handlesOf: (name) => [...new Set(keysOf(name).map(handleOf))],
		lacksPlatform: platformsSaidIn(resolutions),
	};
}

/** Where profiles have no platform, a name without one may be that of a handle in another batch. */
function platformsSaidIn(resolutions: readonly Assignable[]): Names["lacksPlatform"] {
	let written: { readonly withOne: ReadonlySet<unknown>; readonly without: ReadonlySet<unknown> } | undefined;
	return (name) => {
		const { platform, handle } = networkHandle(partsOf(name));
		if (platform !== undefined) return false;
		if (written === undefined) {
			const all = resolutions.map(({ profile }) => networkHandle(profile)).filter(({ handle }) => handle !== undefined);
			const those = (has: boolean): ReadonlySet<unknown> =>
				new Set(all.filter(({ platform }) => (platform !== undefined) === has).map(({ handle }) => handle));
			written = { withOne: those(true), without: those(false) };
		}
		const { withOne, without } = written;
		if (without.has(handle)) return false;
		return without.size === 0 ? withOne.size > 0 : withOne.has(handle);
	};
}

/** What the resolution at this position found; undefined when it names nobody. */
export function findingAt(
	index: number,
	{ profile, decision, links }: Assignable,
	{ personOf, handlesOf }: Names,
	ruledOut: ReadonlySet<string>,
): Finding | undefined {
	const from = asFound({ profile, decision, links });
	if (from.recordId === undefined) return undefined;
	const [handle] = handlesOf(profile);
	const isRuledOut = (person: string): boolean => handle !== undefined && ruledOut.has(pair(handle, person));
	const answers = new Map<string, Answer>();
	for (const { recordId, bits } of links) {
		const person = personOf(recordId);
		if (!isRuledOut(person) && !answers.has(person)) answers.set(person, { recordId, bits });
	}
	const isLost = isRuledOut(personOf(from.recordId));
	// What is left may be no better than nobody.
	const [best] = answers.values();
	if (isLost && (best?.bits ?? 0) <= 0) answers.clear();
	return { index, handle, from, ruledOut: isLost, answers };
}

export function bestOf({ answers }: Finding): readonly [person: string, answer: Answer] {
	return answers.entries().next().value as [string, Answer];
}

function strongestFirst(a: Finding, b: Finding): number {
	const [[person, { bits }], [otherPerson, other]] = [bestOf(a), bestOf(b)];
	return other.bits - bits || codeUnitOrder(person, otherPerson);
}

/** The handles of which somebody was found, in code-unit order. */
export function handlesWith(findings: readonly Finding[], resolutions: readonly Assignable[]): Handle[] {
	const groups = new Map<string, Finding[]>();
	for (const finding of findings) {
		const { handle, answers } = finding;
		if (handle === undefined || answers.size === 0) continue;
		const group = groups.get(handle);
		if (group) group.push(finding);
		else groups.set(handle, [finding]);
	}
	return [...groups]
		.sort(([a], [b]) => codeUnitOrder(a, b))
		.map(([key, group]) => {
			const profile = (resolutions[(group[0] as Finding).index] as Assignable).profile;
			return handleWith(key, group, profile);
		});
}

function handleWith(key: string, findings: readonly Finding[], profile: Assignable["profile"]): Handle {
	const strongest = findings.toSorted(strongestFirst)[0] as Finding;
	const [best, { bits: most }] = bestOf(strongest);
	const answers = new Map<string, Answer>();
	for (const [person, answer] of findings.flatMap((finding) => [...finding.answers])) {
		const isWithin = person === best || (answer.bits > 0 && answer.bits > most - REACH);
		const { bits, recordId } = answers.get(person) ?? { bits: Number.NEGATIVE_INFINITY, recordId: "" };
		const isAbove = answer.bits > bits || (answer.bits === bits && answer.recordId < recordId);
		if (isWithin && isAbove) answers.set(person, answer);
	}
	const { platform, instance } = networkHandle(profile);
	const place = platform === undefined ? key : pair(platform, instance ?? "");
	return { key, place, platform, findings, best, answers };
}

/** In the order of code units, the same on every machine. */
export function codeUnitOrder(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
