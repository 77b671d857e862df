import { isAboutSomebody, readHolder, type ShownKind } from "../text/holder.js";
import {
	isCalledLike,
	isOrganizationAccount,
	organizationNames,
	organizationWords,
	ownNames,
	type SelfNames,
	selfNames,
} from "../text/organization.js";
import { isGivenName, isListed } from "../text/population.js";
import { sentence } from "../text/sentence.js";
import type { CrmRecord, SocialProfile } from "../types.js";
import { type CompareContext, defineScorer, levelBits, type Observation, type Scorer } from "./scorer.js";

type OtherKind = Exclude<ShownKind, "person">;
export type HolderLevel = OtherKind | "same-kind" | "one-person";

/** What the scorer reads from a profile. */
export interface ProfileHolder {
	readonly kind: ShownKind;
	readonly written: string;
	readonly field: string;
	/** A person's name is on display. */
	readonly personal: boolean;
	readonly self: SelfNames;
}

/** What the scorer reads from a record. */
export interface RecordHolder {
	readonly kind: CrmRecord["kind"];
	/** Organisations whose own accounts would be known by these names, each in folded words. */
	readonly organizations: readonly (readonly string[])[];
}

/** m: own profiles that are misread, or that people give such an air; u: accounts of the kind among all others. */
const levels = {
	organization: {
		m: 0.004,
		u: 0.12,
		says: "The profile is an account of an organisation, not of one person",
	},
	role: { m: 0.002, u: 0.03, says: "The profile is an account of a desk or a team, not of one person" },
	group: { m: 0.001, u: 0.02, says: "The profile is a group's, not one person's" },
	parody: { m: 5e-4, u: 0.05, says: "The profile says that it is a parody or not whom it is named after" },
	fan: { m: 5e-4, u: 0.05, says: "The profile says that it is run by fans of the one it is named after" },
	memorial: { m: 5e-4, u: 0.05, says: "The profile says that it is in memory of the one it is named after" },
	bot: { m: 0.004, u: 0.03, says: "A program writes the profile, not a person" },
	// Abandoned accounts and impostors alike: it counts nothing, but the name tells no more than whom it is about.
	unverified: { m: 0.01, u: 0.01, says: "The network does not stand by the handle: anybody may show this name" },
	"same-kind": {
		m: 0.7,
		u: 0.1,
		says: "The profile is an account of an organisation, and the record is of an organisation",
	},
	"one-person": { m: 0.01, u: 0.6, says: "The profile is one person's, and the record is of an organisation" },
} as const;

const onePerson: RecordHolder = { kind: "person", organizations: [] };
const organizationKey = (words: readonly string[]): string => `o:${words.join("")}`;

/** Whether an organisation of the record set goes by a name of the profile, which could not as well be a person's. */
function isKnownOrganization(self: SelfNames, { count }: CompareContext): boolean {
	return ownNames(self).some(
		({ name }) => !isGivenName(name) && !isListed(name, "family") && count(organizationKey([name])) > 0,
	);
}

/**
 * Compares who holds the handle with what the record is of. A firm's, a desk's, a fan's account or a parody is no
 * person's, however well the names agree: such a record is never linked. Between two persons it has nothing to say.
 */
export function holderScorer(): Scorer<ProfileHolder, RecordHolder, HolderLevel> {
	return defineScorer<ProfileHolder, RecordHolder, HolderLevel>({
		name: "holder",
		group: "holder",
		levels,

		ofProfile(profile: SocialProfile, context: CompareContext) {
			const { handle, displayName, bio } = profile;
			const { sign, personal } = readHolder(profile);
			if (sign === undefined && [handle, displayName, bio].every((text) => text === undefined)) return undefined;
			const self = selfNames(profile);
			if (sign !== undefined) return { ...sign, personal, self };
			const kind = !personal && isKnownOrganization(self, context) ? "organization" : "person";
			return { kind, written: self.written, field: self.field, personal, self };
		},

		ofRecord(record: CrmRecord) {
			const { kind, names, emails, phones, handles, links, interactions, organization } = record;
			const points = [names, emails, phones, handles, links, interactions];
			if (organization === undefined && points.every(({ length }) => length === 0)) return undefined;
			if (kind === "organization") return { kind, organizations: organizationNames(record) };
			if (organization === undefined) return onePerson;
			// Somebody whose firm is called like them may write under its name.
			const employer = organizationWords(organization);
			const isNone = employer.length === 0 || isCalledLike(names, employer);
			return isNone ? onePerson : { kind, organizations: [employer] };
		},

		// Counted, not searched: an employer would bring up all of its people.
		keys: {
			ofProfile: () => [],
			ofRecord: ({ organizations }) => organizations.map(organizationKey),
		},

		compare(profile, record) {
			const level = levelOf(profile, record);
			if (level === undefined) return undefined;
			const { written, field } = profile;
			return {
				level,
				profileValue: written,
				recordValue: record.kind,
				profileField: field,
				recordField: "kind",
			} satisfies Observation<HolderLevel>;
		},

		bounds({ kind }) {
			return { best: 0, absent: kind === "person" ? 0 : levelBits(levels[kind]) };
		},

		holder({ kind }) {
			return kind === "person" || kind === "unverified" ? undefined : { kind, says: `${sentence(levels[kind].says)}.` };
		},
	});
}

function levelOf({ kind, personal, self }: ProfileHolder, record: RecordHolder): HolderLevel | undefined {
	if (record.kind === "person") return kind === "person" ? undefined : kind;
	if (isAboutSomebody(kind)) return kind as OtherKind;
	if (kind === "organization" || kind === "role") return "same-kind";
	const isOwn = record.organizations.some((words) => isOrganizationAccount(self, words));
	return kind === "person" && personal && !isOwn ? "one-person" : undefined;
}
