import type { Details } from "../details.js";
import { Gathering, type Speaker } from "../gathering.js";
import type { Payload } from "../payload.js";
import { resolveReferences } from "../text/html.js";
import { findUrls } from "../text/url.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

/** What stands in place of a name or a text that is no more. */
const isGone = (text: string | undefined): boolean =>
	text === undefined || /^\[(?:deleted|removed)\b[^\]]{0,80}\]$/.test(text.trim());

const idOf = (data: Payload): string | undefined => {
	const id = data.at("id").text();
	return id === undefined || id.startsWith("t2_") ? id : `t2_${id}`;
};

function userOf(data: Payload): Details {
	const about = data.at("subreddit");
	const bio = about.at("public_description").text();
	return {
		id: idOf(data),
		handle: data.at("name").text(),
		displayName: about.at("title").text(),
		bio: bio === undefined ? undefined : resolveReferences(bio),
		createdAt: data.first("created_utc", "created").time(),
		links: findUrls(bio ?? "").map((url) => ({ url })),
	};
}

function authorOf(gathering: Gathering, data: Payload): Speaker | undefined {
	const author = data.at("author").text();
	return isGone(author)
		? undefined
		: gathering.account(data, { id: data.at("author_fullname").text(), handle: author });
}

/** Markdown, in which Reddit writes &, < and > as references. */
function textOf(data: Payload, ...keys: readonly string[]): string {
	const parts = keys.map((key) => data.at(key).text()).filter((part) => !isGone(part));
	return resolveReferences(parts.join("\n"));
}

function readSaying(gathering: Gathering, kind: string, data: Payload): void {
	const isPost = kind === "t3";
	const isMessage = kind === "t4";
	const short = data.at("id").text();
	const id = data.at("name").text() ?? (short === undefined ? undefined : `${kind}_${short}`);
	const link = data.at("permalink").text();
	const to = data.at("dest").text();
	gathering.say(data, authorOf(gathering, data), {
		channel: isMessage ? "dm" : isPost ? "post" : "comment",
		id,
		text: isPost
			? textOf(data, "title", "selftext")
			: isMessage
				? textOf(data, "subject", "body")
				: textOf(data, "body"),
		at: data.first("created_utc", "created").time(),
		url: link?.startsWith("/") ? `https://www.reddit.com${link}` : link,
		answers: data.at("parent_id").text(),
		thread: (isMessage ? data.at("first_message_name").text() : data.at("link_id").text()) ?? id,
		to: to === undefined ? [] : [{ handle: to }],
	});
}

/** What an item is, also where it has been taken out of its wrapper. */
function kindOf(data: Payload): string | undefined {
	if (data.at("children").isList) return "Listing";
	if (data.at("dest").exists) return "t4";
	if (data.at("body").exists || data.at("link_id").exists) return "t1";
	if (data.at("title").exists && data.at("author").exists) return "t3";
	return data.at("name").exists ? "t2" : undefined;
}

/** Reads users, comments, posts, private messages and listings of Reddit. */
export function fromReddit(payload: unknown, options?: PlatformOptions): PlatformReading {
	const gathering = new Gathering("reddit", payload, options);
	gathering.each((item) => {
		const data = item.at("data").isObject ? item.at("data") : item;
		const kind = item.at("kind").text() ?? kindOf(data);
		if (kind === "Listing") gathering.next(data.at("children"));
		else if (kind === "t2") gathering.account(data, userOf(data));
		else if (kind === "t1" || kind === "t3" || kind === "t4") {
			readSaying(gathering, kind, data);
			// An empty text where there are none.
			if (data.at("replies").isObject) gathering.next(data.at("replies"));
		} else if (kind !== "more") gathering.unknown(item);
	});
	return gathering.reading();
}
