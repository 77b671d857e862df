import { Gathering } from "../gathering.js";
import type { Payload } from "../payload.js";
import { parseUrl, profileOfUrl } from "../text/url.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

const profilePage = /^(?:me|http:\/\/webfinger\.net\/rel\/profile-page)$/;

function readSubject(gathering: Gathering, item: Payload): void {
	const subject = item.at("subject").text() ?? "";
	// May differ from what was asked for: it is the name that counts.
	const [, user, host] = /^acct:([^@\s]{1,256})@([^@\s/]{1,256})$/i.exec(subject) ?? [];
	const page = user === undefined ? profileOfUrl(subject) : undefined;
	const links = item.at("links").objects();
	const self = links.find(
		(link) => link.at("rel").text() === "self" && /activity\+json|ld\+json/.test(link.at("type").text() ?? ""),
	);
	const pages = [
		...item
			.at("aliases")
			.items()
			.map((alias) => alias.text()),
		...links.map((link) => (profilePage.test(link.at("rel").text() ?? "") ? link.at("href").text() : undefined)),
		...(user === undefined && page === undefined ? [subject] : []),
	];
	const instance = parseUrl(host ?? "")?.host ?? page?.instance;
	const elsewhere = pages.flatMap((url) => {
		const address = parseUrl(url ?? "");
		// On its own server they are pages of the account itself.
		return url === undefined || address === undefined || (address.host === instance && address.path.length > 0)
			? []
			: { url };
	});
	gathering.account(item, { id: self?.at("href").text(), handle: user ?? page?.handle, instance, links: elsewhere });
}

/** Reads a WebFinger document (RFC 7033): the account user@host of Mastodon and its like, and where else it says that it is. */
export function fromWebFinger(payload: unknown, options?: PlatformOptions): PlatformReading {
	const gathering = new Gathering("mastodon", payload, options);
	gathering.each((item) => {
		if (item.at("subject").exists || item.at("aliases").exists) readSubject(gathering, item);
		else gathering.unknown(item);
	});
	return gathering.reading();
}
