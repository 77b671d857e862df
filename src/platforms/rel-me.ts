import type { Details } from "../details.js";
import { Gathering } from "../gathering.js";
import { emailFault } from "../text/email.js";
import { htmlLinks, htmlTokens } from "../text/html.js";
import { limits } from "../text/unicode.js";
import { parseUrl } from "../text/url.js";
import type { ContactPoint, ProfileLink } from "../types.js";
import type { PlatformOptions, PlatformReading } from "./platform.js";

export interface RelMeOptions extends PlatformOptions {
	/** Address of the page. */
	readonly url?: string;
}

/** What the page's h-card calls its person: the text of the first element of the class `p-name`. */
function nameIn(html: string): string | undefined {
	let text = "";
	let element = "";
	let depth = 0;
	for (const token of htmlTokens(html)) {
		if (typeof token === "string") text += depth > 0 && text.length < limits.name ? token : "";
		else if (depth > 0) {
			if (token.name === element) depth += token.closing ? -1 : 1;
			if (depth === 0) break;
		} else if (!token.closing && /(?:^|\s)p-name(?:\s|$)/.test(token.attributes.get("class") ?? "")) {
			element = token.name;
			depth = 1;
		}
	}
	return text.slice(0, limits.name).replace(/\s+/g, " ").trim() || undefined;
}

function claimsOf(html: string): Details {
	const links: ProfileLink[] = [];
	const emails: ContactPoint[] = [];
	for (const { href, rel } of htmlLinks(html)) {
		if (!rel.includes("me")) continue;
		const address = href.replace(/^mailto:/i, "").replace(/\?.*$/s, "");
		const url = href.startsWith("//") ? `https:${href}` : href;
		if (/^mailto:/i.test(href)) {
			if (address.length <= limits.value && emailFault(address) === undefined) emails.push({ value: address });
		} else if (/^https?:/i.test(url) && url.length <= limits.url && parseUrl(url) !== undefined) links.push({ url });
	}
	return { displayName: nameIn(html), links, emails };
}

/**
 * Reads the `rel="me"` links of a page, given as HTML: what its owner says to be theirs too. They are claims until the other
 * page links back. With the address of the page it is one of the links.
 */
export function fromRelMe(payload: unknown, options: RelMeOptions = {}): PlatformReading {
	const gathering = new Gathering(undefined, payload, options);
	for (const page of gathering.root.items()) {
		if (!page.exists) continue;
		const html = page.text();
		if (html === undefined) continue;
		const { links = [], ...claims } = claimsOf(html);
		const self = parseUrl(options.url ?? "") === undefined ? [] : [{ url: options.url as string }];
		if (links.length + (claims.emails?.length ?? 0) > 0)
			gathering.account(page, { ...claims, links: [...self, ...links] });
	}
	return gathering.reading();
}
