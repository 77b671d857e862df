import { accountOf, sameAccount } from "../erasure.js";
import { readProfile } from "../schema.js";
import type { SocialProfileInput } from "../types.js";
import { eachOf } from "./source.js";

/** Whom labels are of: ids of the person's records, and the person's profile. */
export interface LabelledPerson {
	readonly recordIds?: Iterable<string>;
	readonly profile?: SocialProfileInput | string;
}

/**
 * Labels without those of one person, for `train` and `evaluate`, when the person is to be forgotten: labels that name one of
 * the records, and those of the same account. Of a handle without a network it is enough that it is the same.
 * @throws SameAsError SHAPE when a profile cannot be read.
 */
export function withoutPerson<Label extends { readonly profile: SocialProfileInput | string }>(
	labels: Iterable<Label>,
	{ recordIds = [], profile }: LabelledPerson,
): Label[] {
	const ids = new Set(recordIds);
	const own = profile === undefined ? undefined : accountOf(readProfile(profile).profile);
	const isTheirs = (label: Label & { readonly truth?: string | null; readonly not?: string }): boolean => {
		if (ids.has(label.truth ?? "") || ids.has(label.not ?? "")) return true;
		if (own === undefined) return false;
		const account = accountOf(readProfile(label.profile).profile);
		const isOpen = own.platform === undefined || account.platform === undefined;
		return isOpen ? own.handle !== undefined && own.handle === account.handle : sameAccount(own, account);
	};
	return eachOf(labels, "labels", "a profile with its truth", (label) => (isTheirs(label) ? [] : [label])).flat();
}
