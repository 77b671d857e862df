import { orFail } from "../errors.js";
import { cut, initials, maskEmail, masker, maskPhone } from "../text/mask.js";
import type { HandOff, HandOffContact, Words } from "./hand-off.js";

/** Of what somebody else wrote, so much may be quoted outside. */
const MOST_CHARACTERS = 140;

/**
 * The same packet for somebody outside the firm: addresses as t***@…, numbers with country code and last two digits, of
 * postal addresses the city, names as initials, also within texts, each text at most 140 characters. Record ids, notes of
 * colleagues, other handles and links are left out. The handle asked about stays, as it is public and what it is about.
 * @throws SameAsError SHAPE when it is given no packet
 */
export function maskedHandOff(packet: HandOff): HandOff {
	return orFail("SHAPE", "This is no packet: `maskedHandOff` takes what `handOff` gives.", () => masked(packet));
}

function masked(packet: HandOff): HandOff {
	const { who, said, answered, notes, issues, contacts } = packet;
	const { platform, handle, instance, displayName } = who.handle;
	const all = [...said, ...answered, ...notes];
	const authors = [...all, ...issues.map(({ lastWord }) => lastWord)].flatMap((one) => one?.author ?? []);
	const references = [...all, ...issues].flatMap((one) => one.references);
	const phones = new Set(contacts.flatMap(({ kind, value }) => (kind === "phone" ? digitsOf(value) : [])));
	const isShown = (reference: string): boolean => !reference.includes("@") && !phones.has(digitsOf(reference));
	const shownReferences = references.filter(isShown);
	const mask = masker({
		names: [...who.names, ...authors, ...(displayName === undefined ? [] : [displayName])],
		values: contacts.flatMap((contact) => secretParts(contact, handle)),
		shown: [...(handle === undefined ? [] : [handle]), ...shownReferences],
	});
	const text = (written: string): string => cut(mask(written), MOST_CHARACTERS);
	const words = ({ channel, platform, at, author, topic, text: said, references }: Words): Words => ({
		channel,
		...(platform === undefined ? {} : { platform }),
		...(at === undefined ? {} : { at }),
		...(author === undefined ? {} : { author: initials(author) }),
		...(topic === undefined ? {} : { topic: text(topic) }),
		...(said === undefined ? {} : { text: text(said) }),
		references: references.filter(isShown),
	});
	return {
		...packet,
		audience: "outside",
		who: {
			...who,
			handle: {
				...(platform === undefined ? {} : { platform }),
				...(handle === undefined ? {} : { handle }),
				...(instance === undefined ? {} : { instance }),
				...(displayName === undefined ? {} : { displayName: initials(displayName) }),
			},
			names: [...new Set(who.names.map(initials))],
			records: [],
		},
		said: said.map(words),
		answered: answered.map(words),
		notes: [],
		issues: issues.map(({ topic, lastWord, references, ...issue }) => ({
			...issue,
			...(topic === undefined ? {} : { topic: text(topic) }),
			...(lastWord === undefined
				? {}
				: {
						lastWord: { ...lastWord, ...(lastWord.author === undefined ? {} : { author: initials(lastWord.author) }) },
					}),
			references: references.filter(isShown),
		})),
		contacts: contacts.flatMap(maskedContact),
	};
}

const digitsOf = (text: string): string => text.normalize("NFKC").replace(/\D/g, "");

/** What of a contact point is to be masked also where it stands in a text. */
function secretParts({ kind, value, city }: HandOffContact, shown: string | undefined): string[] {
	if (kind === "address") return value.split(/,\s*/).filter((part) => part !== city);
	if (kind === "handle") {
		const name = value.replace(/^[^:]*:/, "");
		return name.toLowerCase() === shown?.toLowerCase() || name.length < 3 ? [] : [name];
	}
	return [value];
}

function maskedContact({ kind, value, city, verified, mayContact }: HandOffContact): HandOffContact[] {
	const rest = {
		...(verified === undefined ? {} : { verified }),
		...(mayContact === undefined ? {} : { mayContact }),
		because: [],
		records: [],
	};
	if (kind === "email") return [{ kind, value: maskEmail(value), ...rest }];
	if (kind === "phone") return [{ kind, value: maskPhone(value), ...rest }];
	return kind === "address" && city !== undefined ? [{ kind, value: city, city, ...rest }] : [];
}
