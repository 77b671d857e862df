import { type Details, pageOf } from "../details.js";
import { Gathering } from "../gathering.js";
import type { Payload } from "../payload.js";
import { htmlLinks, htmlText } from "../text/html.js";
import { parseUrl } from "../text/url.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

function authorOf(author: Payload): Details {
	const { links = [] } = pageOf(author.at("url"));
	const about = author.at("about").text() ?? "";
	const own = htmlLinks(about).flatMap(({ href }) => (parseUrl(href) === undefined ? [] : { url: href }));
	return {
		id: author.at("id").text(),
		displayName: author.at("displayName").text(),
		bio: htmlText(about),
		createdAt: author.at("created").time(),
		// The page of the account itself is no link to elsewhere.
		links: [...links.filter(({ url }) => !/^https?:\/\/(?:www\.)?blogger\.com\/profile\//i.test(url)), ...own],
	};
}

function readSaying(gathering: Gathering, item: Payload): void {
	const isPost = item.at("kind").text() === "blogger#post" || item.at("title").exists;
	const author = item.at("author");
	const title = item.at("title").text();
	gathering.say(item, author.isObject ? gathering.account(author, authorOf(author)) : undefined, {
		channel: isPost ? "blog" : "comment",
		id: item.at("id").text(),
		text: [htmlText(title ?? ""), htmlText(item.at("content").text() ?? "")].join("\n"),
		at: item.at("published").time(),
		url: item.at("url").text(),
		answers: item.at("inReplyTo", "id").text(),
		thread: item.at("post", "id").text(),
	});
}

/** Reads comments, posts and users of Blogger. */
export function fromBlogger(payload: unknown, options?: PlatformOptions): PlatformReading {
	const gathering = new Gathering("blogger", payload, options);
	gathering.each((item) => {
		const items = item.at("items");
		const kind = item.at("kind").text();
		if (item.at("error").isObject) item.at("error").warn("Blogger could not give what was asked for.");
		else if (items.isList || items.isObject) gathering.next(items);
		else if (["content", "published", "author", "inReplyTo"].some((key) => item.at(key).exists)) {
			// Only administrators see it.
			if (!/^spam$/i.test(item.at("status").text() ?? "")) readSaying(gathering, item);
		} else if (item.at("displayName").exists) gathering.account(item, authorOf(item));
		// A page without items has none of its own.
		else if (!/List$/.test(kind ?? "")) gathering.unknown(item);
	});
	return gathering.reading();
}
