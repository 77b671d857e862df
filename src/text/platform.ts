import { clip, fold, limits } from "./unicode.js";
import { profileOfUrl } from "./url.js";

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

/** The name by which a network is known here: "Twitter" -> "x", "YouTube.com" -> "youtube", "Insta" -> "instagram". */
export function platformName(name: string): string {
	const plain = name
		.slice(0, 64)
		.trim()
		.toLowerCase()
		.replace(/^www\./, "")
		.replace(/\.(?:com|net|org|app|social)$/, "")
		.replace(/[\s_]/g, "");
	return aliases.get(plain) ?? plain;
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

/** A handle in the form in which handles are compared: folded, no leading @, no blanks around it. */
export function handleForm(handle: string): string {
	return fold(clip(handle, limits.value)).trim().replace(/^@/, "");
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

/** "x:tdefren", "mastodon:tdefren@social.example". */
export function handleKey({ platform, instance, handle }: NetworkHandle): string {
	return `${platform ?? ""}:${handle ?? ""}${instance === undefined ? "" : `@${instance}`}`;
}
