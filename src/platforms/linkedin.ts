import { type Details, emailOf } from "../details.js";
import { Gathering } from "../gathering.js";
import type { Payload } from "../payload.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

/** A text in the language its owner prefers: `{ localized: { en_US }, preferredLocale: { language, country } }`. */
function localized(field: Payload): string | undefined {
	if (!field.isObject) return field.text();
	const texts = field.at("localized");
	const language = field.at("preferredLocale", "language").text();
	const country = field.at("preferredLocale", "country").text();
	const [first = ""] = texts.keys();
	// The keys are the payload's own, and stay out of warnings.
	const found = [`${language}_${country}`, `${language}`, first].map((key) => texts.at(key).value);
	return found.find((text) => typeof text === "string" && text.trim() !== "") as string | undefined;
}

function memberOf(item: Payload): Details {
	const given = item.at("localizedFirstName").text() ?? localized(item.at("firstName")) ?? item.at("given_name").text();
	const family = item.at("localizedLastName").text() ?? localized(item.at("lastName")) ?? item.at("family_name").text();
	const name = item.at("name").text() ?? ([given, family].filter((part) => part !== undefined).join(" ") || undefined);
	return {
		id: item.first("id", "sub").text(),
		// Another application is given another id for the same member.
		tenantScoped: true,
		handle: item.at("vanityName").text(),
		displayName: name,
		bio: item.at("localizedHeadline").text() ?? localized(item.at("headline")),
		emails: emailOf(item.at("email"), item.at("email_verified").flag()),
	};
}

/** Reads the member who has signed in, as the profile API or OpenID Connect gives them: LinkedIn shows nobody else. */
export function fromLinkedIn(payload: unknown, options?: PlatformOptions): PlatformReading {
	const gathering = new Gathering("linkedin", payload, options);
	gathering.each((item) => {
		const elements = item.at("elements");
		if (item.at("serviceErrorCode").exists) item.warn("LinkedIn could not give what was asked for.");
		else if (elements.isList) gathering.next(elements);
		else if (item.first("id", "sub").exists || item.at("email").exists) gathering.account(item, memberOf(item));
		else gathering.unknown(item);
	});
	return gathering.reading();
}
