import type { Details } from "../details.js";
import { Gathering } from "../gathering.js";
import type { Payload } from "../payload.js";
import { htmlText } from "../text/html.js";
import { findUrls } from "../text/url.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

const linksIn = (text: string | undefined) => findUrls(text ?? "").map((url) => ({ url }));

/** A name that somebody chose: not "user-zz8qk1", which YouTube gives to those who did not. */
const chosen = (name: string | undefined): string | undefined =>
	name !== undefined && /^@?user-(?=[a-z]*\d)[a-z\d]{6,}$/.test(name) ? undefined : name;

function channelOf(item: Payload): Details {
	const snippet = item.at("snippet");
	const branding = item.at("brandingSettings", "channel");
	const bio = snippet.at("description").text() ?? branding.at("description").text();
	return {
		id: item.at("id").text(),
		handle: chosen(snippet.at("customUrl").text()),
		displayName: chosen(snippet.at("title").text() ?? branding.at("title").text()),
		bio,
		location: snippet.at("country").text() ?? branding.at("country").text(),
		createdAt: snippet.at("publishedAt").time(),
		links: linksIn(bio),
	};
}

/** What the API shows of an author is a name in older comments and an @handle in newer ones. */
function authorOf(snippet: Payload): Details {
	const shown = chosen(snippet.at("authorDisplayName").text());
	const id = snippet.at("authorChannelId");
	return {
		id: (id.isObject ? id.at("value") : id).text(),
		...(shown?.startsWith("@") ? { handle: shown } : { displayName: shown }),
	};
}

function readComment(gathering: Gathering, item: Payload): void {
	const snippet = item.at("snippet");
	const id = item.at("id").text();
	const parent = snippet.at("parentId").text();
	const video = snippet.at("videoId").text();
	// The text as it was typed is given to its author alone.
	const typed = snippet.at("textOriginal").text();
	gathering.say(item, gathering.account(item, authorOf(snippet)), {
		channel: "comment",
		id,
		text: typed ?? htmlText(snippet.at("textDisplay").text() ?? ""),
		at: snippet.at("publishedAt").time(),
		url: video === undefined || id === undefined ? undefined : `https://www.youtube.com/watch?v=${video}&lc=${id}`,
		answers: parent,
		thread: parent ?? id,
	});
}

function readVideo(gathering: Gathering, item: Payload): void {
	const snippet = item.at("snippet");
	const id = item.at("id").text();
	const by = { id: snippet.at("channelId").text(), displayName: snippet.at("channelTitle").text() };
	gathering.say(item, gathering.account(item, by), {
		channel: "post",
		id,
		text: [snippet.at("title").text() ?? "", snippet.at("description").text() ?? ""].join("\n"),
		at: snippet.at("publishedAt").time(),
		url: id === undefined ? undefined : `https://www.youtube.com/watch?v=${id}`,
	});
}

/** Reads channels, comments, threads of comments and videos of YouTube. */
export function fromYouTube(payload: unknown, options?: PlatformOptions): PlatformReading {
	const gathering = new Gathering("youtube", payload, options);
	gathering.each((item) => {
		const [items, snippet, kind] = [item.at("items"), item.at("snippet"), item.at("kind").text()];
		if (item.at("error").isObject) item.at("error").warn("YouTube could not give what was asked for.");
		else if (items.isList || items.isObject) gathering.next(items);
		else if (snippet.at("topLevelComment").isObject) {
			gathering.next(snippet.at("topLevelComment"));
			gathering.next(item.at("replies", "comments"));
		} else if (["textDisplay", "textOriginal"].some((key) => snippet.at(key).exists)) readComment(gathering, item);
		else if (kind === "youtube#video") readVideo(gathering, item);
		else if (kind === "youtube#channel" || (kind === undefined && item.at("id").exists))
			gathering.account(item, channelOf(item));
		// A page without items has none of its own.
		else if (!item.at("pageInfo").isObject) gathering.unknown(item);
	});
	return gathering.reading();
}
