import { type Details, emailOf, pageOf } from "../details.js";
import { Gathering, type Speaker } from "../gathering.js";
import type { Payload } from "../payload.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

export interface GitHubOptions extends PlatformOptions {
	/** Whose social accounts these are: a list of them does not say. */
	readonly login?: string;
}

function userOf(item: Payload): Details {
	const login = item.at("login").text();
	const type = item.at("type").text();
	const twitter = item.at("twitter_username").text();
	const { links = [], emails = [] } = pageOf(item.at("blog"));
	return {
		id: item.at("id").text(),
		handle: login,
		displayName: item.at("name").text(),
		// The firm is written as @account where it has one. Profiles have no field for it, and people write it in the bio.
		bio: [item.at("bio").text(), item.at("company").text()].filter((line) => line !== undefined).join("\n"),
		location: item.at("location").text(),
		createdAt: item.at("created_at").time(),
		links: [...links, ...(twitter === undefined ? [] : [{ url: `https://x.com/${twitter.replace(/^@/, "")}` }])],
		emails: [...emailOf(item.at("email")), ...emails],
		marks: {
			bot: type === "Bot" || login?.endsWith("[bot]") || undefined,
			organization: type === "Organization" || undefined,
		},
	};
}

function authorOf(gathering: Gathering, item: Payload): Speaker | undefined {
	const user = item.at("user");
	// Whose account is gone is shown as nobody, or as the user "ghost".
	if (!user.isObject || user.at("login").text() === "ghost") return undefined;
	return gathering.account(user, userOf(user));
}

/** An issue, a pull request, or a comment on one. */
function readSaying(gathering: Gathering, item: Payload): void {
	const title = item.at("title").text();
	const url = item.at("html_url").text();
	const body = item.at("body").text();
	gathering.say(item, authorOf(gathering, item), {
		channel: title === undefined ? "comment" : "post",
		id: item.at("id").text(),
		text: [title, body].filter((part) => part !== undefined).join("\n"),
		at: item.first("submitted_at", "created_at").time(),
		url,
		thread: url?.replace(/#.*$/s, ""),
	});
}

/** Reads users, issues, pull requests and comments of GitHub, and the list of a user's social accounts. */
export function fromGitHub(payload: unknown, options: GitHubOptions = {}): PlatformReading {
	const gathering = new Gathering("github", payload, options);
	const pages: ReturnType<typeof pageOf>[] = [];
	gathering.each((item) => {
		const list = [item.at("items"), item.at("data")].find((part) => part.isList || part.isObject);
		if (list !== undefined) gathering.next(list);
		else if (item.at("login").exists) gathering.account(item, userOf(item));
		else if (item.at("provider").exists && item.at("url").exists) {
			pages.push(pageOf(item.at("url")));
		} else if (["body", "title"].some((key) => item.at(key).exists) || item.at("user").isObject)
			readSaying(gathering, item);
		else gathering.unknown(item);
	});
	const links = pages.flatMap((page) => page.links ?? []);
	const emails = pages.flatMap((page) => page.emails ?? []);
	if (pages.length > 0) gathering.account(gathering.root, { handle: options.login, links, emails });
	return gathering.reading();
}
