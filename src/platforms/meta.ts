/** Facebook and Instagram: one Graph API, whose ids of people are good for one page or one business account only. */
import { type Details, emailOf, pageOf } from "../details.js";
import { Gathering, type Speaker } from "../gathering.js";
import type { Payload } from "../payload.js";
import { findUrls } from "../text/url.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

/** The Graph API puts the id before @facebook.com where it has no address to give. */
const synthetic = /^\d+@(?:[a-z\d-]+\.)*(?:facebook|fb|instagram)\./i;

function personOf(item: Payload): Details {
	const bio = item.at("biography").text();
	const parts = [item.at("first_name").text(), item.at("last_name").text()].filter((part) => part !== undefined);
	const email = item.at("email");
	const isProfessional = ["biography", "media_count", "ig_id", "profile_picture_url", "follows_count"].some(
		(key) => item.at(key).exists,
	);
	return {
		id: item.at("id").text(),
		tenantScoped: isProfessional ? undefined : true,
		handle: item.at("username").text(),
		displayName: item.at("name").text() ?? (parts.join(" ") || undefined),
		bio,
		links: [...(pageOf(item.at("website")).links ?? []), ...findUrls(bio ?? "").map((url) => ({ url }))],
		emails: synthetic.test(email.text() ?? "") ? [] : emailOf(email),
	};
}

function readMessage(
	gathering: Gathering,
	item: Payload,
	thread: string | undefined,
	members: readonly Payload[],
): void {
	const from = item.at("from");
	const by: Speaker | undefined = from.isObject ? gathering.account(from, personOf(from)) : undefined;
	const to = [...item.at("to", "data").objects(), ...members].map((member) => ({
		id: member.at("id").text(),
		handle: member.at("username").text(),
	}));
	const sender = from.at("id").text();
	gathering.say(item, by, {
		channel: "dm",
		id: item.at("id").text(),
		text: item.at("message").text(),
		at: item.at("created_time").time(),
		thread,
		to: to.filter(({ id }) => id !== undefined && id !== sender),
	});
}

const postKeys = [
	"story",
	"status_type",
	"is_published",
	"full_picture",
	"media_type",
	"media_product_type",
	"media_url",
	"caption",
];

/** A post or comment: on Facebook `message`, `from`, `created_time`, on Instagram `text` or `caption`, `username`, `timestamp`. */
function readComment(gathering: Gathering, item: Payload, within: string | undefined): void {
	const from = item.at("from");
	const username = item.at("username").text();
	const person = from.isObject ? personOf(from) : { handle: username };
	const by = gathering.account(item, { ...person, handle: person.handle ?? username });
	const id = item.at("id").text();
	const isPost = postKeys.some((key) => item.at(key).exists);
	const parent = item.at("parent", "id").text() ?? item.at("parent_id").text() ?? within;
	gathering.say(item, by, {
		channel: isPost ? "post" : "comment",
		id,
		text: item.first("message", "text", "caption").text(),
		at: item.first("created_time", "timestamp").time(),
		url: item.first("permalink_url", "permalink").text(),
		answers: parent,
		thread: item.at("media", "id").text() ?? parent ?? id,
	});
	for (const answers of [item.at("comments", "data"), item.at("replies", "data")]) gathering.next(answers, id);
}

function read(platform: string, payload: unknown, options: PlatformOptions | undefined): PlatformReading {
	const gathering = new Gathering(platform, payload, options);
	gathering.each((item, within) => {
		const [data, messages, participants] = [item.at("data"), item.at("messages"), item.at("participants")];
		if (item.at("error").isObject) item.at("error").warn("The network could not give what was asked for.");
		else if (data.isList || data.isObject) gathering.next(data, within);
		else if (item.at("business_discovery").isObject) gathering.next(item.at("business_discovery"));
		else if (messages.isObject || participants.isObject) {
			const members = participants.at("data").objects();
			for (const member of members) gathering.account(member, personOf(member));
			for (const message of messages.at("data").objects())
				readMessage(gathering, message, item.at("id").text(), members);
		} else if (item.at("to", "data").isList) readMessage(gathering, item, undefined, []);
		else if (["message", "text", "caption", "story", "created_time", "timestamp"].some((key) => item.at(key).exists)) {
			readComment(gathering, item, within);
		} else if (["name", "username", "first_name", "last_name"].some((key) => item.at(key).exists)) {
			gathering.account(item, personOf(item));
		} else gathering.unknown(item);
	});
	return gathering.reading();
}

/** Reads posts and comments of Facebook pages, Messenger conversations and the people in them. */
export function fromFacebook(payload: unknown, options?: PlatformOptions): PlatformReading {
	return read("facebook", payload, options);
}

/** Reads profiles, comments and conversations of Instagram, of people and of professional accounts. */
export function fromInstagram(payload: unknown, options?: PlatformOptions): PlatformReading {
	return read("instagram", payload, options);
}
