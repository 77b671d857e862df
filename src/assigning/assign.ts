import { orFail, SameAsError } from "../errors.js";
import {
	type Assignable,
	type AssignedHandle,
	asFound,
	bestOf,
	type Finding,
	findingAt,
	type Handle,
	type HandleName,
	handlesWith,
	isAssignable,
	isHandleName,
	type Names,
	namesIn,
	pair,
} from "./handles.js";
import { connected, type Pair, type Rules, type Verdict, verdictsOn } from "./verdicts.js";

export interface AssignOptions {
	/** Handles that one person has on one platform, at most. Default 1. */
	readonly handlesPerPlatform?: number;
	/** What differs by less than this is left to review. Default 2 bits: odds of four to one. */
	readonly marginBits?: number;
	/** What a handle becomes whose person has a better one. Default "review": many have one in private and one at work. */
	readonly weaker?: "review" | "none";
	/** Known not to belong together, such as links that a colleague has rejected. */
	readonly cannotLink?: readonly (readonly [handle: HandleName, recordId: string])[];
	/** Handles that are known to be different people's, on one platform or on two. */
	readonly differentPeople?: readonly (readonly [HandleName, HandleName])[];
}

/** Why an answer was changed. */
export type AssignmentCause =
	| "taken" // the person has a better handle on that platform
	| "apart" // the person has a better handle, which is known to be somebody else's than this one
	| "tied" // several handles fit the person about equally well
	| "ruled-out" // the record was named in `cannotLink`
	| "contradicted" // another resolution of the same handle found another person, with more evidence
	| "tangled"; // too many handles and people hang together to settle it

export interface AssignmentChange {
	/** Position of the resolution. */
	readonly index: number;
	readonly from: AssignedHandle;
	readonly to: AssignedHandle;
	readonly cause: AssignmentCause;
	/** Why, in words without personal values. */
	readonly reason: string;
	/** Positions of the resolutions of the other handles that fit the same person. */
	readonly rivals: readonly number[];
}

export interface Assignment {
	/** For each resolution, in the order given. */
	readonly handles: readonly AssignedHandle[];
	/** What is not as the resolutions have it, in the order given. */
	readonly changes: readonly AssignmentChange[];
}

/**
 * Looks at a batch of resolutions together: a person has one handle on a platform, so each platform is shared out with the
 * greatest sum of evidence. What that does not settle is left to review, and nothing becomes a "link" that was none.
 * Probabilities are not altered, and the order of the resolutions changes nothing.
 *
 * Duplicates of a record are one person, and a handle that occurs several times is one handle. Servers of a federated
 * platform count as platforms; a handle without a platform competes with none. What is decided "none" or "insufficient"
 * stays so.
 * @throws SameAsError CONFIG when an option is wrong, or what is given is no resolution.
 */
export function assign(given: Iterable<Assignable>, options: AssignOptions = {}): Assignment {
	return orFail("CONFIG", NO_RESOLUTION, () => assignmentOf(given, options));
}

const NO_RESOLUTION = "This is no resolution. Of what `resolveAll` gives, pass `item.resolution`.";

function assignmentOf(given: Iterable<Assignable>, options: AssignOptions): Assignment {
	const { handlesPerPlatform: capacity = 1, marginBits = 2, weaker = "review" } = options;
	check(capacity, marginBits, weaker);
	const resolutions = listed(given);
	const names = namesIn(resolutions);
	const ruledOut = new Set<string>();
	for (const [at, [name, recordId]] of pairsIn(options, "cannotLink").entries()) {
		const path = `cannotLink.${at}`;
		const handles = named(name, path, names);
		if (typeof recordId !== "string" || recordId === "") {
			throw new SameAsError("CONFIG", "The second of the two is the id of a record, as in `link.recordId`.", { path });
		}
		for (const handle of handles) ruledOut.add(pair(handle, names.personOf(recordId)));
	}
	const apart = new Map<string, Pair>();
	for (const [at, [one, other]] of pairsIn(options, "differentPeople").entries()) {
		const path = `differentPeople.${at}`;
		for (const key of named(one, path, names)) {
			for (const its of named(other, path, names)) {
				const both: Pair = key < its ? [key, its] : [its, key];
				apart.set(pair(...both), both);
			}
		}
	}
	const rules: Rules = { capacity, marginBits, weaker, apart: [...apart.values()] };

	const assigned: AssignedHandle[] = resolutions.map(asFound);
	const changes = new Map<number, AssignmentChange>();
	const change = ({ index, from }: Finding, told: Told): void => {
		const now = assigned[index] as AssignedHandle;
		if (told.to.decision === now.decision && told.to.recordId === now.recordId) return;
		const before = changes.get(index)?.reason;
		assigned[index] = told.to;
		changes.set(index, {
			index,
			from,
			...told,
			reason: before === undefined ? told.reason : `${before} ${told.reason}`,
		});
	};
	const findings = resolutions
		.map((resolution, index) => findingAt(index, resolution, names, ruledOut))
		.filter((finding) => finding !== undefined);
	for (const finding of findings) if (finding.ruledOut) change(finding, ruledOutBy(finding));
	for (const handles of connected(handlesWith(findings, resolutions), rules.apart)) {
		const verdicts = verdictsOn(handles, rules);
		for (const [at, handle] of handles.entries()) {
			for (const finding of handle.findings) {
				const told = changeBy(verdicts[at] as Verdict, handle, finding, rules);
				if (told !== undefined) change(finding, told);
			}
		}
	}
	return { handles: assigned, changes: [...changes.values()].sort((a, b) => a.index - b.index) };
}

/** All of them, each of the form that is read: what is wrong shows here, not far below. */
function listed(given: Iterable<Assignable>): readonly Assignable[] {
	if (typeof given !== "object" || given === null || !(Symbol.iterator in given)) {
		const message = "Resolutions come as an array or another iterable. Collect first what comes over time.";
		throw new SameAsError("CONFIG", message, { path: "resolutions" });
	}
	const resolutions = [...given];
	const at = resolutions.findIndex((resolution) => !isAssignable(resolution));
	if (at >= 0) throw new SameAsError("CONFIG", NO_RESOLUTION, { path: `resolutions.${at}` });
	return resolutions;
}

/** The pairs of an option. A pair by itself looks like a list of two. */
function pairsIn<K extends "cannotLink" | "differentPeople">(
	options: AssignOptions,
	option: K,
): NonNullable<AssignOptions[K]> {
	const pairs: unknown = options[option] ?? [];
	const form = option === "cannotLink" ? '[["x:tdefren", "C-1042"]]' : '[["x:tdefren", "github:tdefren"]]';
	const refuse = (path: string): never => {
		throw new SameAsError("CONFIG", `\`${option}\` is an array of pairs, such as ${form}.`, { path });
	};
	if (!Array.isArray(pairs)) return refuse(option);
	const at = pairs.findIndex((pair) => !(Array.isArray(pair) && pair.length === 2));
	return at < 0 ? (pairs as unknown as NonNullable<AssignOptions[K]>) : refuse(`${option}.${at}`);
}

function check(capacity: number, marginBits: number, weaker: string): void {
	if (!(capacity === Number.POSITIVE_INFINITY || (Number.isInteger(capacity) && capacity > 0))) {
		const message = "`handlesPerPlatform` is a whole number above 0, or Infinity.";
		throw new SameAsError("CONFIG", message, { path: "handlesPerPlatform" });
	}
	if (!(marginBits >= 0 && Number.isFinite(marginBits))) {
		throw new SameAsError("CONFIG", "`marginBits` is a finite number, 0 or more.", { path: "marginBits" });
	}
	if (weaker !== "review" && weaker !== "none") {
		throw new SameAsError("CONFIG", '`weaker` is "review" or "none".', { path: "weaker" });
	}
}

/** One that the batch does not have is nobody's mistake: the list may be of all that was ever rejected. */
function named(name: HandleName, path: string, { handlesOf, lacksPlatform }: Names): readonly string[] {
	const handles = isHandleName(name) ? handlesOf(name) : [];
	if (handles.length > 0 && !lacksPlatform(name)) return handles;
	throw new SameAsError("CONFIG", 'Names no handle. Say it with its platform, such as "x:" before it.', { path });
}

type Told = Omit<AssignmentChange, "index" | "from">;

function ruledOutBy({ answers }: Finding): Told {
	const [next] = answers.values();
	return {
		to: { decision: next === undefined ? "none" : "review", recordId: next?.recordId },
		cause: "ruled-out",
		reason: `The record was ruled out for this handle${next === undefined ? ", and no other fits." : "; the next one may be it."}`,
		rivals: [],
	};
}

/** What a verdict changes in one finding of the handle; undefined: nothing. */
function changeBy(verdict: Verdict, handle: Handle, finding: Finding, { weaker, capacity }: Rules): Told | undefined {
	const [person, { recordId }] = bestOf(finding);
	const undecided = { decision: "review", recordId } as const;
	if (person !== handle.best) {
		const reason = "Elsewhere in the batch the same handle fits another record better.";
		return { to: undecided, cause: "contradicted", reason, rivals: [] };
	}
	if (verdict.kind === "kept") return undefined;
	if (verdict.kind === "tangled") {
		const reason = "Too many handles and records hang together here to tell whose this one is.";
		return { to: undecided, cause: "tangled", reason, rivals: [] };
	}
	const rivals = verdict.rivals.flatMap(({ findings }) => findings.map(({ index }) => index)).sort((a, b) => a - b);
	const isOneHere = verdict.rivals.some(({ place }) => place === handle.place);
	if (verdict.kind === "tied") {
		const which = isOneHere ? `Several handles on ${handle.platform}` : "Handles of different people";
		return { to: undecided, cause: "tied", reason: `${which} fit this person about equally well.`, rivals };
	}
	const better = isOneHere
		? capacity === 1
			? `Another handle on ${handle.platform} fits this person better`
			: `Enough other handles on ${handle.platform} fit this person better`
		: "Another handle, known to be somebody else's, fits this person better";
	const { next } = verdict;
	const to: AssignedHandle =
		next === undefined ? { decision: weaker, recordId: undefined } : { decision: "review", recordId: next.recordId };
	const rest =
		next !== undefined
			? "the next record may be it."
			: weaker === "none"
				? "this one is left to nobody."
				: isOneHere
					? "this one may be a second one, or somebody else's."
					: "this one is left without a record.";
	return { to, cause: isOneHere ? "taken" : "apart", reason: `${better}: ${rest}`, rivals };
}
