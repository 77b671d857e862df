import { initials, maskEmail, maskHandle, maskPhone } from "../text/mask.js";
import { networkHandle, sameHandle } from "../text/platform.js";
import { isSecretName, withoutSecrets } from "../text/secret.js";
import { writtenName } from "../text/written-name.js";
import type {
	AssuranceLevel,
	Attributes,
	ContactPoint,
	CrmRecord,
	Interaction,
	KnownHandle,
	SocialProfile,
} from "../types.js";
import type { Allows } from "./policy.js";

/** A record as it may be seen at a level: the parts that may not are masked or left out. */

/** By what a profile is named: it is the handle asked about, and public. */
export type NamedProfile = Pick<SocialProfile, "platform" | "id" | "instance" | "handle" | "displayName">;

export function namedProfile({ platform, id, instance, handle, displayName }: SocialProfile): NamedProfile {
	return {
		...(platform === undefined ? {} : { platform }),
		...(id === undefined ? {} : { id }),
		...(instance === undefined ? {} : { instance }),
		...(handle === undefined ? {} : { handle }),
		...(displayName === undefined ? {} : { displayName }),
	};
}

/** Numbers of cards and government ids are shown to nobody, at no level. */
export function withoutSecretsIn({ topic, text, references, ...rest }: Interaction): Interaction {
	return {
		...rest,
		...(topic === undefined ? {} : { topic: withoutSecrets(topic) }),
		...(text === undefined ? {} : { text: withoutSecrets(text) }),
		...(references === undefined ? {} : { references: references.map(withoutSecrets) }),
	};
}

function withoutSecretFields(attributes: Attributes): Attributes {
	return Object.fromEntries(
		Object.entries(attributes)
			.filter(([name]) => !isSecretName(name))
			.map(([name, value]) => [name, typeof value === "string" ? withoutSecrets(value) : value]),
	);
}

const masked = (points: readonly ContactPoint[], mask: (value: string) => string): ContactPoint[] =>
	points.map(({ value, ...rest }) => ({ ...rest, value: mask(value) }));

/** Which network, and what shows on the profile anyway. */
function maskedHandles(handles: readonly KnownHandle[], profile: SocialProfile): KnownHandle[] {
	const own = networkHandle(profile);
	return handles.flatMap(({ receipt, id, ...known }) => {
		if (sameHandle(networkHandle(known), own)) return known;
		const { handle } = known;
		return handle === undefined ? [] : { ...known, handle: maskHandle(handle) };
	});
}

/** What of a record may be seen by a colleague at a level. */
export function redactedRecord(
	record: CrmRecord,
	level: AssuranceLevel,
	{ profile, allows }: { readonly profile: SocialProfile; readonly allows: Allows },
): CrmRecord {
	const hints = allows("agent.hints", level);
	const names = allows("agent.names", level);
	const contacts = allows("agent.contacts", level);
	const { organization, title, pronouns, ...rest } = record;
	return {
		...rest,
		...(names && organization !== undefined ? { organization } : {}),
		...(names && title !== undefined ? { title } : {}),
		...(names && pronouns !== undefined ? { pronouns } : {}),
		names: names ? record.names : record.names.map((name) => ({ full: initials(writtenName(name)) })),
		emails: contacts ? record.emails : hints ? masked(record.emails, maskEmail) : [],
		phones: contacts ? record.phones : hints ? masked(record.phones, maskPhone) : [],
		addresses: contacts
			? record.addresses
			: hints
				? record.addresses.flatMap(({ city, country }) =>
						city === undefined ? [] : { city, ...(country === undefined ? {} : { country }) },
					)
				: [],
		links: names ? record.links : [],
		handles: names
			? record.handles.map(({ receipt, ...known }) => known)
			: hints
				? maskedHandles(record.handles, profile)
				: [],
		interactions: allows("agent.history", level) ? record.interactions.map(withoutSecretsIn) : [],
		status: hints ? record.status : "unknown",
		attributes: contacts ? withoutSecretFields(record.attributes) : {},
	};
}

/** What is withheld of a person's records at a level, in sentences. */
export function withheldFrom(records: readonly CrmRecord[], level: AssuranceLevel, allows: Allows): string[] {
	const has = (test: (record: CrmRecord) => boolean): boolean => records.some(test);
	const because = `The link is ${level === "none" ? "doubtful" : `${level}, not more`}.`;
	const withheld = [
		...(allows("agent.names", level) ? [] : ["Names are shown as initials."]),
		...(allows("agent.contacts", level) ||
		!has(({ emails, phones, addresses }) => emails.length + phones.length + addresses.length > 0)
			? []
			: [allows("agent.hints", level) ? "Contact points are masked." : "Contact points are withheld."]),
		...(allows("agent.history", level) || !has(({ interactions }) => interactions.length > 0)
			? []
			: ["What has passed between the firm and the person is withheld."]),
	];
	return withheld.length === 0 ? [] : [`${because} ${withheld.join(" ")}`];
}
