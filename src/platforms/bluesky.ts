import { type Details, pageOf } from "../details.js";
import { Gathering, type Speaker } from "../gathering.js";
import type { Payload } from "../payload.js";
import { provenDomain } from "../text/platform.js";
import { findUrls } from "../text/url.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

function profileOf(item: Payload): Details {
	const id = item.at("did").text();
	const handle = item.at("handle").text();
	const domain = provenDomain(handle ?? "");
	const bio = item.at("description").text();
	const labels = item.at("labels").objects();
	const isInvalid = handle?.toLowerCase() === "handle.invalid";
	// Only a moderator says that somebody shows the name of another.
	const isImpostor = labels.some(
		(label) => label.at("val").text() === "impersonation" && label.at("src").text() !== id && !label.at("neg").flag(),
	);
	return {
		id,
		// Shown where a handle no longer leads back to the account: many have it.
		handle: isInvalid ? undefined : handle,
		displayName: item.at("displayName").text(),
		bio,
		pronouns: item.at("pronouns").text(),
		createdAt: item.at("createdAt").time(),
		links: [
			...(domain === undefined ? [] : [{ url: `https://${domain}`, verified: true }]),
			...(pageOf(item.at("website")).links ?? []),
			...findUrls(bio ?? "").map((url) => ({ url })),
		],
		marks: {
			unverified: isInvalid || isImpostor || undefined,
			// A label that the account has put on itself.
			bot: labels.some((label) => label.at("val").text() === "bot" && label.at("src").text() === id) || undefined,
		},
	};
}

/** "at://did:plc:abc/app.bsky.feed.post/3k": whose it is, and its key. */
function partsOf(uri: string | undefined): { did?: string; key?: string } {
	const [, did, key] = /^at:\/\/(did:[^/\s]{1,250})\/app\.bsky\.feed\.post\/([^/\s]{1,250})$/.exec(uri ?? "") ?? [];
	return did === undefined || key === undefined ? {} : { did, key };
}

function readPost(gathering: Gathering, item: Payload): void {
	const uri = item.at("uri").text();
	const { did, key } = partsOf(uri);
	const author = item.at("author");
	const by = gathering.account(item, author.isObject ? profileOf(author) : { id: did });
	// Notifications of likes and follows have records of their own kind.
	const record = item.first("record", "value");
	if (key === undefined) return;
	const parent = record.at("reply", "parent", "uri").text();
	const answered = partsOf(parent).did;
	gathering.say(item, by, {
		channel: "post",
		id: uri,
		text: record.at("text").text(),
		// When it was written; `indexedAt` is when a server came upon it.
		at: record.at("createdAt").time(),
		url: `https://bsky.app/profile/${did}/post/${key}`,
		thread: record.at("reply", "root", "uri").text() ?? uri,
		answers: parent,
		to: answered === undefined ? [] : [{ id: answered }],
	});
}

function readMessage(
	gathering: Gathering,
	item: Payload,
	thread: string | undefined,
	members: readonly string[],
): void {
	const sender = item.at("sender", "did").text();
	// What has been deleted has no text.
	if (!item.at("text").exists) return;
	const by: Speaker | undefined = gathering.account(item, { id: sender });
	gathering.say(item, by, {
		channel: "dm",
		id: item.at("id").text(),
		text: item.at("text").text(),
		at: item.at("sentAt").time(),
		thread: item.at("convoId").text() ?? thread,
		to: members.flatMap((id) => (id === sender ? [] : { id })),
	});
}

const envelopes = [
	"feed",
	"posts",
	"profiles",
	"actors",
	"notifications",
	"followers",
	"follows",
	"records",
	"convos",
	"subject",
];

/**
 * Reads profiles, feeds, threads, notifications and chat messages of Bluesky. A handle that is a domain is given as a
 * verified link to it, as the network has asked the domain; a name below a provider's domain is not.
 */
export function fromBluesky(payload: unknown, options?: PlatformOptions): PlatformReading {
	const gathering = new Gathering("bluesky", payload, options);
	gathering.each((item) => {
		const lists = envelopes.map((key) => item.at(key)).filter((list) => list.isList || list.isObject);
		const [post, thread, messages] = [item.at("post"), item.at("thread"), item.at("messages")];
		const convo = item.at("convo");
		if (item.at("uri").exists && (item.at("author").isObject || item.at("value").isObject)) readPost(gathering, item);
		else if (item.at("did").exists) gathering.account(item, profileOf(item));
		else if (post.isObject) {
			for (const part of [post, item.at("reply", "root"), item.at("reply", "parent")]) {
				if (part.at("uri").exists && part.at("author").isObject) gathering.next(part);
			}
			for (const part of [item.at("parent"), item.at("replies")]) gathering.next(part);
		} else if (item.at("members").isList || convo.isObject) {
			const talk = convo.isObject ? convo : item;
			for (const member of talk.at("members").objects()) gathering.account(member, profileOf(member));
			const members = talk
				.at("members")
				.objects()
				.flatMap((member) => member.at("did").text() ?? []);
			for (const message of [...messages.objects(), ...talk.at("lastMessage").objects()]) {
				readMessage(gathering, message, talk.at("id").text(), members);
			}
		} else if (messages.isList) {
			// The messages of one conversation, which is not named.
			const senders = new Set(messages.objects().flatMap((message) => message.at("sender", "did").text() ?? []));
			for (const message of messages.objects()) readMessage(gathering, message, undefined, [...senders].slice(0, 100));
		} else if (item.at("sender", "did").exists) readMessage(gathering, item, undefined, []);
		else if (thread.isObject) gathering.next(thread);
		else if (lists.length > 0) for (const list of lists) gathering.next(list);
		// A post that is deleted, or of somebody who blocks: in a thread it leaves a mark.
		else if (!item.at("notFound").exists && !item.at("blocked").exists) gathering.unknown(item);
	});
	return gathering.reading();
}
