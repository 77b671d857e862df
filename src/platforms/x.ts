import { type Details, emailOf, type Named, pageOf } from "../details.js";
import { Gathering, type Saying, type Speaker } from "../gathering.js";
import type { Payload } from "../payload.js";
import { findUrls } from "../text/url.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

/** The wire writes `author_id`, the types of X's own library `authorId`; what were tweets are posts in newer versions. */
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const field = (item: Payload, ...names: readonly string[]): Payload =>
	item.first(...names.flatMap((name) => (name.includes("_") ? [name, camel(name)] : [name])));

/** The addresses behind the t.co links of a text. */
function expansionsOf(urls: Payload): ReadonlyMap<string, string> {
	const expansions = new Map<string, string>();
	for (const item of urls.objects()) {
		const short = item.at("url").text();
		const url = field(item, "unwound_url", "expanded_url").text();
		if (short !== undefined && url !== undefined) expansions.set(short, url);
	}
	return expansions;
}

const expanded = (text: string | undefined, expansions: ReadonlyMap<string, string>): string | undefined =>
	text?.replace(/https?:\/\/t\.co\/\w{1,32}/gi, (short) => expansions.get(short) ?? short);

const linksIn = (text: string | undefined) =>
	findUrls(text ?? "").flatMap((url) => (/^https?:\/\/t\.co\//i.test(url) ? [] : { url }));

function userOf(item: Payload): Details {
	const bio = expanded(item.at("description").text(), expansionsOf(item.at("entities", "description", "urls")));
	const [page] = item.at("entities", "url", "urls").objects();
	const link = page === undefined ? item.at("url") : field(page, "unwound_url", "expanded_url", "url");
	const { links = [], emails = [] } = pageOf(link);
	return {
		id: item.at("id").text(),
		handle: item.at("username").text(),
		displayName: item.at("name").text(),
		bio,
		location: item.at("location").text(),
		links: [...links.filter(({ url }) => !/^https?:\/\/t\.co\//i.test(url)), ...linksIn(bio)],
		// X shows it to the account itself, once the address has been confirmed.
		emails: [...emails, ...emailOf(field(item, "confirmed_email"), true)],
		createdAt: field(item, "created_at").time(),
		marks: {
			parody: item.at("parody").flag() || undefined,
			bot: item.at("bot").flag() || undefined,
			// A tick can be bought by anybody, this one by firms only.
			organization: field(item, "verified_type").text() === "business" || undefined,
		},
	};
}

/** By id, with the handle that the text of a post gives to it. */
function namedIn(item: Payload, id: string): Named {
	const mention = item
		.at("entities", "mentions")
		.objects()
		.find((mention) => mention.at("id").text() === id);
	return { id, handle: mention?.at("username").text() };
}

function postOf(item: Payload): Saying | undefined {
	const references = field(item, "referenced_tweets", "referenced_posts").objects();
	const answered = references.find((reference) => reference.at("type").text() === "replied_to");
	// What somebody else has said, passed on.
	if (references.some((reference) => /^(?:retweeted|reposted)$/.test(reference.at("type").text() ?? "")))
		return undefined;
	const long = field(item, "note_tweet", "note_post");
	const whole = long.at("text").exists ? long : item;
	const id = item.at("id").text();
	const to = field(item, "in_reply_to_user_id").text();
	return {
		channel: "post",
		id,
		text: expanded(whole.at("text").text(), expansionsOf(whole.at("entities", "urls"))),
		at: field(item, "created_at").time(),
		url: id === undefined ? undefined : `https://x.com/i/status/${id}`,
		thread: field(item, "conversation_id").text(),
		answers: answered?.at("id").text(),
		to: to === undefined ? [] : [namedIn(item, to)],
	};
}

function readMessage(gathering: Gathering, item: Payload): void {
	if ((field(item, "event_type").text() ?? "MessageCreate") !== "MessageCreate") return;
	const sender = field(item, "sender_id").text();
	const thread = field(item, "dm_conversation_id").text();
	// Between two people the conversation is called after both.
	const pair = /^(\d+)-(\d+)$/.exec(thread ?? "")?.slice(1) ?? [];
	const listed = field(item, "participant_ids")
		.items()
		.flatMap((id) => id.text() ?? []);
	gathering.say(item, gathering.account(item, { id: sender }), {
		channel: "dm",
		id: item.at("id").text(),
		text: expanded(item.at("text").text(), expansionsOf(item.at("entities", "urls"))),
		at: field(item, "created_at").time(),
		thread,
		to: [...pair, ...listed].flatMap((id) => (id === sender ? [] : { id })),
	});
}

/** Reads users, posts and direct messages of X (Twitter), API version 2, with what comes along in `includes`. */
export function fromX(payload: unknown, options?: PlatformOptions): PlatformReading {
	const gathering = new Gathering("x", payload, options);
	gathering.each((item) => {
		const [data, includes, errors] = [item.at("data"), item.at("includes"), item.at("errors")];
		if ([data, includes, errors].some((part) => part.isList || part.isObject) || item.at("meta").isObject) {
			// X answers 200 with `errors` beside `data` when a part of what was asked for is not there.
			for (const error of errors.items()) error.warn("X could not give something that was asked for.");
			for (const part of [data, includes.at("users"), includes.at("tweets"), includes.at("posts")])
				gathering.next(part);
		} else if (item.at("username").exists) gathering.account(item, userOf(item));
		else if (["event_type", "dm_conversation_id", "sender_id"].some((key) => field(item, key).exists)) {
			readMessage(gathering, item);
		} else if (item.at("text").exists) {
			const author: Speaker | undefined = gathering.account(item, { id: field(item, "author_id").text() });
			const post = postOf(item);
			if (post !== undefined) gathering.say(item, author, post);
		} else gathering.unknown(item);
	});
	return gathering.reading();
}
