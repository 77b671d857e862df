import { type Details, emailOf, pageOf } from "../details.js";
import { Gathering } from "../gathering.js";
import type { Payload } from "../payload.js";
import { emailHashIn } from "../text/avatar.js";
import { htmlText } from "../text/html.js";
import { findUrls } from "../text/url.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

function authorOf(author: Payload): Details {
	const bio = author.at("about").text();
	const { links = [], emails = [] } = pageOf(author.at("url"));
	const hash = author.at("emailHash").text();
	const sum = hash === undefined ? undefined : emailHashIn(hash);
	// Accounts elsewhere with which the user has signed in.
	const connected = ["facebook", "twitter", "google"].flatMap((network) => {
		const page = author.at("connections", network, "url");
		return (pageOf(page).links ?? []).map((link) => ({ ...link, verified: true }));
	});
	return {
		id: author.at("id").text(),
		handle: author.at("username").text(),
		displayName: author.at("name").text(),
		bio,
		location: author.at("location").text(),
		createdAt: author.at("joinedAt").time(),
		links: [...links, ...connected, ...findUrls(bio ?? "").map((url) => ({ url }))],
		emails: [...emailOf(author.at("email")), ...emails],
		emailHashes: sum === undefined ? [] : [sum],
	};
}

const idOf = (field: Payload): string | undefined => (field.isObject ? field.at("id") : field).text();

function readPost(gathering: Gathering, item: Payload): void {
	const author = item.at("author");
	const typed = item.at("raw_message").text();
	const post = item.at("url").text() ?? item.at("thread", "link").text();
	gathering.say(item, author.isObject ? gathering.account(author, authorOf(author)) : undefined, {
		channel: "comment",
		id: item.at("id").text(),
		text: typed ?? htmlText(item.at("message").text() ?? ""),
		at: item.at("createdAt").time(),
		url: post,
		answers: idOf(item.at("parent")),
		thread: idOf(item.at("thread")),
	});
}

/** Reads comments and users of Disqus. Guests, whom anybody can imitate, are profiles without handle. */
export function fromDisqus(payload: unknown, options?: PlatformOptions): PlatformReading {
	const gathering = new Gathering("disqus", payload, options);
	gathering.each((item) => {
		const response = item.at("response");
		if (response.isList || response.isObject) gathering.next(response);
		else if (item.at("code").exists && response.exists) item.warn("Disqus could not give what was asked for.");
		else if (["message", "raw_message"].some((key) => item.at(key).exists) || item.at("author").isObject) {
			const isRefused = ["isSpam", "isDeleted"].some((key) => item.at(key).flag() === true);
			if (!isRefused) readPost(gathering, item);
		} else if (["username", "name", "emailHash", "email"].some((key) => item.at(key).exists)) {
			gathering.account(item, authorOf(item));
		} else if (!response.isList) gathering.unknown(item);
	});
	return gathering.reading();
}
