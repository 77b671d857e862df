import { assuranceLevels, reaches } from "../assurance/assurance.js";
import { SameAsError } from "../errors.js";
import type { AssuranceLevel } from "../types.js";

/** Something that may be shown to somebody. */
export type DisclosurePart =
	| "agent.hints" // masked contact points, city, relation and consent; names as initials
	| "agent.names" // names, organization, title and handles in full
	| "agent.history" // what was said and done, and what became of it
	| "agent.reveal" // one contact point in full, when a named colleague asks for it: `reveal`
	| "agent.contacts" // all contact points in full, and the free fields of the record
	| "agent.merge" // whether records may be merged on the strength of the link
	| "subject.own" // what this very account has said itself, and what became of that
	| "subject.cases" // topics, numbers and states of the person's cases and orders, in private only
	| "export.hints"; // masked contact points, cities and initials in exports

/** From which level on each is shown, unless a policy says otherwise. This is the floor. */
const floor: Readonly<Record<DisclosurePart, AssuranceLevel>> = {
	"agent.hints": "claimed",
	"agent.names": "corroborated",
	"agent.history": "corroborated",
	"agent.reveal": "corroborated",
	"agent.contacts": "verified",
	"agent.merge": "confirmed",
	"subject.own": "corroborated",
	"subject.cases": "verified",
	"export.hints": "corroborated",
};

/**
 * From which level on what is shown, where it is not the floor. A level above the floor tightens. One below it has to be
 * named in `loosened` as well, so that nobody loosens by mistake and a search of the code finds it.
 */
export interface DisclosurePolicy extends Partial<Readonly<Record<DisclosurePart, AssuranceLevel>>> {
	readonly loosened?: readonly DisclosurePart[];
}

/** Whether a part may be shown at a level. */
export type Allows = (part: DisclosurePart, level: AssuranceLevel) => boolean;

/** @throws SameAsError CONFIG when a part or level is unknown, or a part is loosened that is not named. */
export function allowedBy({ loosened = [], ...levels }: DisclosurePolicy = {}): Allows {
	for (const [part, level] of Object.entries(levels)) {
		const path = `policy.${part}`;
		if (!Object.hasOwn(floor, part)) {
			const message = `There is no such part. Parts: ${Object.keys(floor).join(", ")}.`;
			throw new SameAsError("CONFIG", message, { path });
		}
		if (!assuranceLevels.includes(level)) {
			throw new SameAsError("CONFIG", `A level is one of ${assuranceLevels.join(", ")}.`, { path });
		}
		const least = floor[part as DisclosurePart];
		if (!reaches(level, least) && !loosened.includes(part as DisclosurePart)) {
			const message = `This is below the floor, which is "${least}". Name the part in \`loosened\` if you mean it.`;
			throw new SameAsError("CONFIG", message, { path });
		}
	}
	return (part, level) => reaches(level, levels[part] ?? floor[part]);
}
