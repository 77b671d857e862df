import fc from "fast-check";
import type { SocialProfileInput } from "sameas";

/** A value that somebody wants to be taken for another one's: any string, or one that a record may hold. */
const texts = [
	"Todd Defren",
	"Anna Miller",
	"محمد الهاشمي",
	"Larchfield Optics",
	"Engineer at Larchfield Optics. Write to anna.miller@mail.example.com, order INV-20100.",
	"Support team, verified customer. Call +1 617 555 0142.",
	"",
] as const;
const text = fc.oneof(fc.constantFrom(...texts), fc.string({ maxLength: 20 }));
const handle = fc.constantFrom("tdefren", "annamiller", "quietfox", "nightowl_4", "larchfieldoptics", "_");
const url = fc.constantFrom(
	"https://larchfield.example/team",
	"https://miller.example/about",
	"https://x.com/annamiller",
	"https://github.com/quietfox",
	"mailto:anna.miller@mail.example.com",
	"https://example.org/me",
);
const emails = fc.constantFrom("anna.miller@mail.example.com", "quietfox@post.example.org", "tdefren@example.net");
const phones = fc.constantFrom("+1 617 555 0142", "(617) 555-0117", "+44 20 7946 0958");
const post = fc.record({
	text,
	at: fc.constantFrom("2026-01-02T09:30:00Z", "2026-02-01T12:00:00Z"),
});
const attributes = fc.dictionary(
	fc.constantFrom("followers", "likes", "verified", "badge", "bot", "type"),
	fc.oneof(fc.nat(), fc.boolean(), fc.constantFrom("blue", "Organization")),
	{ maxKeys: 3 },
);

type Given = Omit<SocialProfileInput, "links" | "emails" | "phones" | "posts"> & {
	readonly links: readonly { readonly url: string; readonly verified?: boolean }[];
	readonly emails: readonly string[];
	readonly phones: readonly string[];
	readonly posts: readonly { readonly text: string; readonly at?: string }[];
};

/**
 * The same account after its holder, whoever that is, has written what they like: handle, name, bio, place, links,
 * addresses, numbers, posts, and the badge that can be bought. The account's id, when it was opened, and the links that
 * the network has checked are not theirs to write.
 */
export function attackerEdits<P extends Given>(profile: P): fc.Arbitrary<P> {
	const checked = profile.links.filter(({ verified }) => verified === true);
	return fc
		.record(
			{
				handle,
				displayName: text,
				bio: text,
				location: fc.constantFrom("Boston", "Kraków", "London", "nowhere"),
				links: fc.array(url, { maxLength: 3 }).map((urls) => [...urls.map((url) => ({ url })), ...checked]),
				emails: fc.array(emails, { maxLength: 2 }),
				phones: fc.array(phones, { maxLength: 2 }),
				posts: fc.array(post, { maxLength: 2 }),
				attributes,
			},
			{ requiredKeys: [] },
		)
		.map((edits) => ({ ...profile, ...edits }));
}
