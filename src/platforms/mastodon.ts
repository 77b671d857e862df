import type { Details, Named } from "../details.js";
import { Gathering, type Speaker } from "../gathering.js";
import type { Payload } from "../payload.js";
import { findEmails } from "../text/email.js";
import { htmlLinks, htmlText } from "../text/html.js";
import { fold } from "../text/unicode.js";
import { parseUrl } from "../text/url.js";
import type { ProfileLink } from "../types.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

export interface MastodonOptions extends PlatformOptions {
	/** Host of the server that was asked: it leaves it out of the names of its own accounts. */
	readonly instance?: string;
}

const hostOf = (written: string | undefined): string | undefined => parseUrl(written ?? "")?.host;

/** "Todd :verified:" is Todd. */
const withoutEmoji = (name: string | undefined): string | undefined =>
	name?.replace(/:(?=\d{0,80}[a-z_])[a-z0-9_]{1,81}:/gi, " ").replace(/\s+/g, " ");

/** What people call the field in which they give their pronouns. */
const pronounField = /^(?:my )?(?:pronouns?|pronomen|pronoms?|pronombres?|pronomi|pronomes|代名詞)$/;
const placeField =
	/^(?:my )?(?:location|city|place|based in|where|ort|stadt|wohnort|standort|lieu|ville|ubicacion|ciudad|luogo|citta|localizacao|cidade)$/;
const mailField = /^e?-?mail(?: address)?$|^correo$|^courriel$/;

/** Links of a text; those to people and hashtags that it mentions are not its writer's. */
function linksIn(html: string): ProfileLink[] {
	return htmlLinks(html).flatMap(({ href, rel, classes }) => {
		const isMention = classes.some((name) => name === "mention" || name === "hashtag") || rel.includes("tag");
		return isMention || parseUrl(href) === undefined ? [] : { url: href };
	});
}

interface Fields {
	readonly links: ProfileLink[];
	readonly emails: { value: string }[];
	readonly lines: string[];
	pronouns?: string;
	location?: string;
}

/** The four lines of a profile that its holder names freely. */
function fieldsOf(item: Payload): Fields {
	const found: Fields = { links: [], emails: [], lines: [] };
	for (const field of item.at("fields").objects()) {
		const html = field.at("value").text() ?? "";
		const text = htmlText(html);
		const name = fold(htmlText(field.at("name").text() ?? "").slice(0, 100))
			.replace(/[^\p{L}\s-]/gu, "")
			.trim();
		// The server has found a link back. When is of no matter, but that it is a time is.
		const verified = field.at("verified_at").time() !== undefined;
		const links = linksIn(html);
		const emails = findEmails(text);
		found.links.push(...links.map((link) => (verified ? { ...link, verified } : link)));
		if (pronounField.test(name)) found.pronouns ??= text;
		else if (placeField.test(name) && links.length === 0) found.location ??= text;
		else if (emails.length > 0 && (mailField.test(name) || links.length === 0)) {
			found.emails.push(...emails.map(({ address }) => ({ value: address })));
		} else if (links.every(({ url }) => !url.includes(text)))
			found.lines.push(`${htmlText(field.at("name").text() ?? "")}: ${text}`);
	}
	return found;
}

/** By what an account or a mention of one is named. */
function namedOf(item: Payload, instance: string | undefined): Named & { handle?: string | undefined } {
	const acct = item.first("acct", "username").text() ?? "";
	const [user = "", host] = acct.replace(/^@/, "").split("@");
	const address = item.first("uri", "url").text();
	return {
		// Good on every server, unlike `id`, which is a number of the one that was asked.
		id: item.at("uri").text(),
		handle: user,
		instance: host === undefined ? (instance ?? hostOf(item.at("url").text()) ?? hostOf(address)) : hostOf(host),
		inside: item.at("id").text(),
	};
}

/**
 * The account that took the place of one that has moved, and what it shows. A server lets nobody move to an account that
 * does not name the old one, so that both are one person's.
 */
function successorOf(moved: Payload): Pick<Fields, "links" | "emails"> {
	const url = moved.at("url").text();
	const { links, emails } = fieldsOf(moved);
	const itself = url !== undefined && parseUrl(url) ? [{ url, verified: true }] : [];
	return { links: [...itself, ...links, ...linksIn(moved.at("note").text() ?? "")], emails };
}

function accountOf(item: Payload, instance: string | undefined): Details {
	const note = item.at("note").text() ?? "";
	const { links, emails, lines, pronouns, location } = fieldsOf(item);
	const successor = successorOf(item.at("moved"));
	const named = namedOf(item, instance);
	if (named.instance === undefined) item.at("acct").warn("The server is not named: give it as `instance`.");
	return {
		...named,
		displayName: withoutEmoji(item.at("display_name").text()),
		bio: [htmlText(note), ...lines].join("\n"),
		location,
		pronouns,
		// The server tells the day, as midnight.
		createdAt: item
			.at("created_at")
			.time()
			?.replace(/T00:00:00\.000Z$/, ""),
		links: [...links, ...linksIn(note), ...successor.links],
		emails: [...emails, ...successor.emails],
		marks: { bot: item.at("bot").flag() || undefined, group: item.at("group").flag() || undefined },
	};
}

function readStatus(gathering: Gathering, item: Payload, by: Speaker | undefined, instance: string | undefined): void {
	const mentions = item
		.at("mentions")
		.objects()
		.map((mention) => namedOf(mention, instance));
	const answered = item.at("in_reply_to_account_id").text();
	const isDirect = item.at("visibility").text() === "direct";
	const to = answered === undefined ? [] : [mentions.find(({ inside }) => inside === answered) ?? { inside: answered }];
	const id = item.at("id").text();
	gathering.say(item, by, {
		channel: isDirect ? "dm" : "post",
		id,
		text: [item.at("spoiler_text").text() ?? "", htmlText(item.at("content").text() ?? "")].join("\n"),
		at: item.at("created_at").time(),
		url: item.first("url", "uri").text(),
		answers: item.at("in_reply_to_id").text(),
		thread: isDirect ? (item.at("in_reply_to_id").text() ?? id) : undefined,
		to: isDirect ? mentions : to,
	});
}

/**
 * Reads accounts, statuses, searches, notifications and conversations of a Mastodon server, and of servers that speak as it
 * does. Give the server as `instance`. A field with a link that the server has checked is a verified link.
 */
export function fromMastodon(payload: unknown, { instance: asked, own = [] }: MastodonOptions = {}): PlatformReading {
	const instance = hostOf(asked) ?? asked?.toLowerCase();
	// A bare handle is one of the server that was asked.
	const isBare = (name: string): boolean => instance !== undefined && /^@?\d*[^@/:\d][^@/:]*$/.test(name.trim());
	const gathering = new Gathering("mastodon", payload, {
		own: own.map((name) => (isBare(name) ? `${name.trim()}@${instance}` : name)),
	});
	gathering.each((item) => {
		const account = item.at("account");
		const parts = [
			"accounts",
			"statuses",
			"ancestors",
			"descendants",
			"status",
			"last_status",
			"reblog",
			"quoted_status",
		]
			.map((key) => item.at(key))
			.filter((part) => part.isList || part.isObject);
		if (item.at("acct").exists || item.at("username").exists) {
			gathering.account(item, accountOf(item, instance));
			gathering.next(item.at("moved"));
			return;
		}
		const by = account.isObject ? gathering.account(account, accountOf(account, instance)) : undefined;
		// A status that is passed on is its author's.
		if (item.at("content").exists && !item.at("reblog").isObject) readStatus(gathering, item, by, instance);
		else if (parts.length === 0 && !account.isObject) gathering.unknown(item);
		for (const part of parts) gathering.next(part);
		gathering.next(account.at("moved"));
		gathering.next(item.at("quote", "quoted_status"));
	});
	return gathering.reading();
}
