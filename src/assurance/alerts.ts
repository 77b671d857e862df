import { handleOfUrl, type NetworkHandle, networkHandle, sameHandle } from "../text/platform.js";
import { type Disguise, disguiseOf, handleCore, skeleton } from "../text/skeleton.js";
import { isAscii } from "../text/unicode.js";
import { wordSet } from "../text/words.js";
import type { Alert, CrmRecord, KnownHandle, SocialProfile } from "../types.js";

/** What a colleague should see before acting on a profile. Alerts only ever hold an assurance down. */

/** A person whom a profile was compared with. */
export interface Suspect {
	/** The person's records, the fullest first. */
	readonly records: readonly CrmRecord[];
	/** The levels that the scorers saw. */
	readonly levels: readonly string[];
	/** The profile is more probably this person's than not. */
	readonly probable: boolean;
}

interface Known extends NetworkHandle {
	readonly id: string | undefined;
}

function networked({ id, ...handle }: KnownHandle): Known {
	const read = networkHandle(handle);
	return { ...read, written: read.written.split("@")[0] as string, id };
}

/** By which accounts a person is known. What is only mentioned on a record may be anybody's. */
function knownAccounts({ records }: Suspect): Known[] {
	return records.flatMap(({ handles, links }) => [
		...handles.filter(({ grade, validTo }) => grade !== "mentioned" && validTo === undefined).map(networked),
		...links.flatMap((url) => {
			const handle = handleOfUrl(url);
			return handle === undefined ? [] : { ...handle, id: undefined };
		}),
	]);
}

const disguised: Readonly<Record<Disguise, string>> = {
	letters: "The handle is written with letters or digits that look like those of a handle on the record.",
	addition: "The handle is one on the record with something added or doubled.",
	number: "The handle is one on the record with another number at its end.",
	slip: "The handle is one letter away from a handle on the record.",
};

/** The worst first. */
const disguiseOrder: readonly Disguise[] = ["letters", "addition", "number", "slip"];
/** Under their own name people are a number or a letter away from others by chance: jsmith84 and jsmith, jjones and pjones. */
const notByChance: readonly Disguise[] = ["letters", "addition"];
/** Levels of the name scorer at which a profile shows the name of somebody else. */
const otherNames: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"display-other-name display-other-given display-other-family",
);

const onSameNetwork = (a: Known, b: Known): boolean => a.platform === b.platform && a.instance === b.instance;

/** Everywhere people take much the same handle; letters of other alphabets only those take who want to pass for another. */
function disguiseFrom(ours: Known, theirs: Known): Disguise | undefined {
	if (ours.handle === undefined || theirs.handle === undefined) return undefined;
	const disguise = disguiseOf(ours.written, theirs.written);
	const foreign = disguise === "letters" && isAscii(ours.written) !== isAscii(theirs.written);
	return onSameNetwork(ours, theirs) || ours.platform === undefined || foreign ? disguise : undefined;
}

/** The very handle, in the letters in which handles are kept: in full-width letters it is not. */
const isSpeltOut = ({ handle, written }: Known): boolean =>
	handle === written.toLowerCase() && isAscii(handle) === isAscii(written);

/** The very account, or the very handle as it is written there. */
const isIt = (ours: Known, theirs: Known): boolean =>
	(ours.id !== undefined && ours.id === theirs.id && onSameNetwork(ours, theirs)) ||
	(sameHandle(ours, theirs) && (isSpeltOut(ours) || ours.written === theirs.written));

function alertsAbout(ours: Known, suspect: Suspect, known: readonly Known[]): Alert[] {
	const { levels, probable, records } = suspect;
	const recordId = records[0]?.id as string;
	if (isSpeltOut(ours) && (levels.includes("recycled-handle") || levels.includes("other-id"))) {
		const says = "The handle was this person's, and another account has it now.";
		return [{ kind: "recycled", recordId, holds: true, says }];
	}
	if (levels.includes("same-id") || levels.includes("same-scoped-id")) {
		const former = known.filter(({ id }) => id === ours.id);
		const isRenamed = ours.handle !== undefined && former.some(({ handle }) => handle !== undefined);
		if (!isRenamed || known.some((one) => one.handle === ours.handle)) return [];
		const says = "The account is known by another handle: it has been renamed.";
		return [{ kind: "renamed", recordId, holds: false, says }];
	}
	if (known.some((one) => isIt(ours, one))) return [];
	const disguises = known.flatMap((one) => disguiseFrom(ours, one) ?? []);
	const telling = levels.some((level) => otherNames.has(level)) ? notByChance : disguiseOrder;
	const worst = telling.find((one) => disguises.includes(one));
	const isSecond = probable && known.some((one) => one.platform !== undefined && onSameNetwork(ours, one));
	return [
		...(worst === undefined ? [] : [{ kind: "look-alike", recordId, holds: true, says: disguised[worst] } as const]),
		...(isSecond
			? [
					{
						kind: "several-accounts",
						recordId,
						holds: false,
						says: "The person is known by another account on this network.",
					} as const,
				]
			: []),
	];
}

/** Accounts of the firm: "AcmeCare" anywhere, "x:AcmeCare" on one network. */
export type OwnHandles = readonly KnownHandle[];

/** What a handle is put together of: acme_billing, AcmeBilling. */
const partsOf = (written: string): string[] =>
	(written.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Lo}+/gu) ?? []).map((part) => skeleton(part));

function brandAlert(ours: Known, own: OwnHandles): Alert[] {
	const { handle, platform } = ours;
	if (handle === undefined) return [];
	const firm = own.map(networked);
	const isTheirs = (one: Known): boolean =>
		one.handle === handle && (one.platform === undefined || platform === undefined || one.platform === platform);
	if (firm.some(isTheirs)) return [];
	const looksLike = (one: Known): boolean =>
		one.handle !== undefined &&
		(one.handle === handle ||
			disguiseOf(handle, one.handle) !== undefined ||
			partsOf(ours.written).includes(handleCore(one.handle)));
	if (!firm.some(looksLike)) return [];
	const says = "The handle looks like one of the firm's own and is none of them.";
	return [{ kind: "brand-look-alike", holds: true, says }];
}

/**
 * Alerts about a profile and the people whom it was compared with, in their order. A handle that is itself known, of
 * whomever, is nobody's look-alike.
 */
export function alertsOf(profile: SocialProfile, suspects: readonly Suspect[], own: OwnHandles): Alert[] {
	const ours: Known = { ...networkHandle(profile), id: profile.id };
	const known = suspects.map(knownAccounts);
	const isKnown = known.some((accounts) => accounts.some((one) => isIt(ours, one)));
	const about = suspects.flatMap((suspect, index) => alertsAbout(ours, suspect, known[index] as Known[]));
	return [...brandAlert(ours, own), ...about.filter(({ kind }) => kind !== "look-alike" || !isKnown)];
}
