import { clip, isAscii, limits } from "./unicode.js";
import { parseUrl, profileOfUrl } from "./url.js";
import { wordSet } from "./words.js";

/** Other names of networks, as CRM fields and CSV columns have them. */
const aliases: ReadonlyMap<string, string> = new Map(
	Object.entries({
		twitter: "x",
		fb: "facebook",
		messenger: "facebook",
		ig: "instagram",
		insta: "instagram",
		yt: "youtube",
		gh: "github",
		li: "linkedin",
		bsky: "bluesky",
		atproto: "bluesky",
		tt: "tiktok",
		wp: "wordpress",
		vkontakte: "vk",
	}),
);

/**
 * The name by which a network is known here: "Twitter" -> "x", "YouTube.com" -> "youtube", "Insta" -> "instagram". Such a
 * name stays what it is when it is read again, also that of "github.com.com".
 */
export function platformName(name: string): string {
	const plain = name
		.slice(0, 64)
		.trim()
		.toLowerCase()
		.replace(/^www\./, "")
		.replace(/\.(?:com|net|org|app|social)$/, "")
		.replace(/[\s_]/g, "");
	const known = aliases.get(plain) ?? plain;
	return known === name ? known : platformName(known);
}

/** A handle on a network, in comparable form. */
export interface NetworkHandle {
	readonly platform: string | undefined;
	/** Host of the server, for federated networks. */
	readonly instance: string | undefined;
	/** Lower case, without @. */
	readonly handle: string | undefined;
	/** As written, without @. */
	readonly written: string;
}

/**
 * A handle in the form in which handles are compared: lower case, styles resolved, no leading @, no blanks around it. Look-alike
 * letters stay what they are, and so do accents: they make other accounts.
 */
export function handleForm(handle: string): string {
	const clipped = clip(handle, limits.value);
	const plain = isAscii(clipped)
		? clipped.toLowerCase()
		: clipped
				.normalize("NFKC")
				.toLowerCase()
				.normalize("NFC")
				.replace(/\p{Cf}/gu, "");
	return plain.trim().replace(/^@/, "");
}

/** Reads a handle; Mastodon writes people of other servers as user@server. */
export function networkHandle(from: {
	readonly platform?: string;
	readonly instance?: string;
	readonly handle?: string;
}): NetworkHandle {
	const platform = platformName(from.platform ?? "");
	const written = clip(from.handle ?? "", limits.value)
		.trim()
		.replace(/^@/, "");
	const [name, server] = handleForm(written).split("@");
	const instance = handleForm(from.instance ?? server ?? "");
	return { platform: platform || undefined, instance: instance || undefined, handle: name || undefined, written };
}

/** The handle whose page this is. A firm's page (linkedin.com/company/acme) is a site, not a person's handle. */
export function handleOfUrl(url: string): NetworkHandle | undefined {
	const found = profileOfUrl(url);
	return found === undefined || found.handle.includes("/") ? undefined : networkHandle(found);
}

/** Two handles are the same when network, server and handle are. */
export function sameHandle(a: NetworkHandle, b: NetworkHandle): boolean {
	return a.handle !== undefined && a.handle === b.handle && a.platform === b.platform && a.instance === b.instance;
}

/** Hosts that give everybody a Bluesky handle below their name. */
const handleProviders: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"bsky.social bsky.network brid.gy blacksky.app northsky.social eurosky.social selfhosted.social tngl.sh pckt.cafe " +
		"swifties.social",
);

/**
 * The domain whose control a Bluesky handle proves: the network asks the domain before it shows the handle. A name that a
 * provider gives away below its own (todd.bsky.social, todd.pds.example) proves nothing, `handle.invalid` is no handle.
 */
export function provenDomain(handle: string): string | undefined {
	const host = parseUrl(handle)?.host;
	if (host === undefined || host !== handleForm(handle) || host === "handle.invalid") return undefined;
	const above = host.split(".").slice(1);
	const isGiven = above[0] === "pds" || above.some((_, index) => handleProviders.has(above.slice(index).join(".")));
	return isGiven ? undefined : host;
}

/** "x:tdefren", "mastodon:tdefren@social.example". */
export function handleKey({ platform, instance, handle }: NetworkHandle): string {
	return `${platform ?? ""}:${handle ?? ""}${instance === undefined ? "" : `@${instance}`}`;
}

/** Networks of many servers, whose handles are written user@host (Matrix: user:host). */
// biome-ignore format: a list
const federated: ReadonlySet<string> = /* @__PURE__ */ new Set([
	"mastodon", "pleroma", "akkoma", "misskey", "pixelfed", "lemmy", "peertube", "friendica", "gotosocial", "matrix",
]);

/** The network that a platform field names, or "". */
export function platformOf(value: unknown): string {
	if (typeof value !== "string" || value.length > limits.handle) return "";
	const platform = platformName(value);
	return platform.length > limits.handle ? "" : platform;
}

/** What can stand in a handle field. `url`: an address that shows no profile. */
export interface HandleParts {
	readonly platform?: string;
	readonly handle?: string;
	readonly instance?: string;
	readonly id?: string;
	readonly url?: string;
}

/** What stands before a handle and is no part of it. Copied ones bring invisible characters along. */
const leading = /^(?:acct:|[@＠﹫\s\p{Cf}])+/iu;

/**
 * Takes apart "@tdefren", "x:tdefren", "@user@host", the address of a profile, a DID. With a platform known, only what
 * cannot be a handle there is taken apart.
 */
export function handleParts(written: string, platform: string): HandleParts {
	const handle = written.replace(leading, "");
	const isAddress = handle.includes("://");
	const page = isAddress || (platform === "" && handle.includes(".")) ? profileOfUrl(handle) : undefined;
	// A firm's page (linkedin.com/company/acme) is nobody's handle.
	if (page === undefined ? isAddress : page.handle.includes("/")) return { url: handle };
	if (page) return { ...page, platform: platform || page.platform, handle: page.handle.replace(leading, "") };

	const signed = /[@＠﹫:]/.test(written.slice(0, written.length - handle.length));
	const [, user, mark, host] = /^([^\s@:/]+)([@:])([^\s@:/]+)$/.exec(handle) ?? [];
	if (user !== undefined && host?.includes(".") && (platform === "" ? signed : federated.has(platform))) {
		return { platform: platform || (mark === ":" ? "matrix" : "mastodon"), handle: user, instance: host };
	}
	if (/^did:(?:plc|web):/.test(handle) && (platform === "" || platform === "bluesky")) {
		return { platform: "bluesky", id: handle };
	}
	const prefix = platform === "" ? /^([a-z][a-z0-9 ._-]{0,31}):(.*)$/is.exec(handle) : null;
	const network = platformOf(prefix?.[1]);
	if (network === "") return { handle };
	return { platform: network, ...handleParts(prefix?.[2] as string, network) };
}
