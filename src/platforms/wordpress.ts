import { type Details, emailOf, pageOf } from "../details.js";
import { Gathering } from "../gathering.js";
import type { Payload } from "../payload.js";
import { emailHashIn } from "../text/avatar.js";
import { htmlText } from "../text/html.js";
import { findUrls, parseUrl } from "../text/url.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

/** The sum of the address in the avatars' addresses: MD5, since WordPress 6.8 SHA-256. All sizes have the same. */
function hashesIn(avatars: Payload): string[] {
	for (const size of ["96", "48", "24"]) {
		const { value } = avatars.at(size);
		const hash = typeof value === "string" ? emailHashIn(value) : undefined;
		if (hash !== undefined) return [hash];
	}
	return [];
}

/** Every site numbers its users and comments by itself. */
const siteOf = (item: Payload): string | undefined => parseUrl(item.at("link").text() ?? "")?.host;

/** `date_gmt` has no zone but is one; `date` is the site's, of which nothing but the day is sure. */
const timeOf = (item: Payload): string | undefined =>
	item.at("date_gmt").exists ? item.at("date_gmt").time() : item.at("date").time()?.slice(0, 10);

const textIn = (field: Payload): string => {
	const raw = field.at("raw").text();
	return htmlText(field.at("rendered").text() ?? raw ?? "");
};

const idOf = (field: Payload): string | undefined => {
	const id = field.text();
	return id === "0" ? undefined : id;
};

function userOf(item: Payload): Details {
	const bio = item.at("description").text();
	return {
		id: idOf(item.at("id")),
		instance: siteOf(item),
		handle: item.at("slug").text(),
		displayName: item.at("name").text(),
		bio: htmlText(bio ?? ""),
		createdAt: item.at("registered_date").time(),
		links: [...(pageOf(item.at("url")).links ?? []), ...findUrls(bio ?? "").map((url) => ({ url }))],
		emails: emailOf(item.at("email")),
		emailHashes: hashesIn(item.at("avatar_urls")),
	};
}

function readComment(gathering: Gathering, item: Payload): void {
	const { links = [], emails = [] } = pageOf(item.at("author_url"));
	const instance = siteOf(item);
	const isPing = /^(?:pingback|trackback)$/.test(item.at("type").text() ?? "");
	const details: Details = {
		id: idOf(item.at("author")),
		instance,
		displayName: htmlText(item.at("author_name").text() ?? ""),
		links,
		// Only whoever may edit comments sees it. Nobody has checked it.
		emails: [...emailOf(item.at("author_email")), ...emails],
		emailHashes: hashesIn(item.at("author_avatar_urls")),
	};
	gathering.say(item, isPing ? undefined : gathering.account(item, details), {
		channel: "comment",
		id: item.at("id").text(),
		instance,
		text: textIn(item.at("content")),
		at: timeOf(item),
		url: item.at("link").text(),
		answers: idOf(item.at("parent")),
		thread: item.at("post").text(),
	});
}

function readPost(gathering: Gathering, item: Payload): void {
	const instance = siteOf(item);
	gathering.say(item, gathering.account(item, { id: idOf(item.at("author")), instance }), {
		channel: "blog",
		id: item.at("id").text(),
		instance,
		text: [textIn(item.at("title")), textIn(item.first("content", "excerpt"))].join("\n"),
		at: timeOf(item),
		url: item.at("link").text(),
	});
	gathering.next(item.at("_embedded", "author"));
}

/**
 * Reads comments, users and posts of a WordPress site. Who comments without signing in is a profile without handle: anybody
 * can write any name, and the sum of the address tells more.
 */
export function fromWordPress(payload: unknown, options?: PlatformOptions): PlatformReading {
	const gathering = new Gathering("wordpress", payload, options);
	gathering.each((item) => {
		const data = item.at("data");
		if (item.at("code").exists && item.at("message").exists) item.warn("WordPress could not give what was asked for.");
		else if (["post", "author_name", "author_avatar_urls"].some((key) => item.at(key).exists)) {
			if (!/^(?:spam|trash)$/.test(item.at("status").text() ?? "")) readComment(gathering, item);
		} else if (item.at("content").isObject || item.at("title").isObject) readPost(gathering, item);
		else if (item.at("slug").exists || item.at("avatar_urls").isObject) gathering.account(item, userOf(item));
		else if (data.isList || data.isObject) gathering.next(data);
		else gathering.unknown(item);
	});
	return gathering.reading();
}
