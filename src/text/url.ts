import { clip, limits } from "./unicode.js";
import { wordSet } from "./words.js";

/** A web address in comparable form. Written by hand: the URL global differs between runtimes in what it repairs. */
export interface WebAddress {
	/** Host, path and query without scheme, "www.", tracking parameters, fragment and closing slash. */
	readonly url: string;
	/** Lower case, without "www.". */
	readonly host: string;
	/** What one party registered: "example.co.uk". On shared hosting the whole host: "todd.github.io". */
	readonly domain: string;
	/** Many parties have pages under this very host, told apart by path: networks, link pages, shorteners. */
	readonly shared: boolean;
	/** Path segments, as written. */
	readonly path: readonly string[];
	readonly query: string;
}

/** A page that is a profile on a known network. */
export interface ProfileAddress {
	/** Lower case: "x", "mastodon", "linkedin". */
	readonly platform: string;
	/** As written, without the @; "company/acme" for a firm's page on LinkedIn. */
	readonly handle: string;
	/** Host of the server, for federated networks. */
	readonly instance?: string;
}

/** Second levels under which country registries sell names: co.uk, com.au, or.jp. The full list has 9,000 rules. */
const secondLevels: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"co com org net ac edu gov go or ne ltd plc me nhs sch gob gouv gv nom mil id asn ind firm gen res nic school " +
		"govt geek iwi maori ad gr lg ed",
);

/** Hosts that give every customer a subdomain. `blogspot` has one in each country. */
const subdomainHosts: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"github.io gitlab.io codeberg.page wordpress.com tumblr.com medium.com substack.com wixsite.com weebly.com " +
		"squarespace.com webflow.io netlify.app vercel.app now.sh herokuapp.com pages.dev workers.dev web.app " +
		"firebaseapp.com appspot.com fly.dev onrender.com glitch.me repl.co replit.app surge.sh carrd.co typepad.com " +
		"livejournal.com ghost.io notion.site myshopify.com azurewebsites.net cloudfront.net neocities.org itch.io " +
		"bandcamp.com deviantart.com over-blog.com jimdofree.com jimdosite.com webnode.page strikingly.com mystrikingly.com " +
		"hatenablog.com hashnode.dev bearblog.dev micro.blog bsky.social beehiiv.com buzzsprout.com podbean.com free.fr " +
		"sourceforge.io readthedocs.io altervista.org blogs.com wikidot.com fandom.com tripod.com angelfire.com",
);

/** Hosts where the path tells one party from another. */
const pathHosts: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"x.com twitter.com facebook.com fb.com fb.me instagram.com linkedin.com lnkd.in github.com gitlab.com bitbucket.org " +
		"codeberg.org youtube.com youtu.be bsky.app reddit.com redd.it tiktok.com threads.net threads.com t.me telegram.me " +
		"wa.me whatsapp.com discord.gg discord.com mastodon.social mastodon.online mstdn.social hachyderm.io fosstodon.org " +
		"medium.com tumblr.com wordpress.com substack.com pinterest.com snapchat.com twitch.tv vimeo.com flickr.com " +
		"soundcloud.com spotify.com apple.com google.com goo.gl g.co goodreads.com amazon.com amazon.co.uk amazon.de amzn.to " +
		"amzn.eu imdb.com wikipedia.org wikidata.org linktr.ee linkin.bio bio.link beacons.ai about.me bio.site solo.to " +
		"campsite.bio lnk.bio allmylinks.com linkfly.to carrd.co keybase.io gravatar.com disqus.com quora.com " +
		"stackoverflow.com stackexchange.com dev.to hashnode.com kaggle.com huggingface.co npmjs.com behance.net " +
		"dribbble.com deviantart.com patreon.com ko-fi.com buymeacoffee.com paypal.me cash.app venmo.com gofundme.com " +
		"eventbrite.com meetup.com calendly.com xing.com vk.com ok.ru weibo.com bilibili.com douyin.com zhihu.com line.me " +
		"kakao.com naver.com orcid.org researchgate.net academia.edu scholar.google.com etsy.com ebay.com shopify.com " +
		"bit.ly t.co tinyurl.com ow.ly buff.ly is.gd dlvr.it trib.al j.mp rb.gy cutt.ly notion.so dropbox.com live.com " +
		"microsoft.com yelp.com tripadvisor.com trustpilot.com change.org archive.org",
);

const tracking = /^(?:utm_\w*|fbclid|gclid|igshid|igsh|mc_cid|mc_eid|ref_src|ref_url|si)=/i;
const hostLabel = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

/** The part of a host that one party registered, or the whole host below a shared one. Expects lower case. */
export function registrableDomain(host: string): string {
	// Nothing to cut off.
	if (host.indexOf(".") === host.lastIndexOf(".")) return host;
	const labels = host.split(".");
	const twoLetters = (labels.at(-1) ?? "").length === 2;
	const owned = twoLetters && labels.length > 2 && secondLevels.has(labels.at(-2) as string) ? 3 : 2;
	const domain = labels.slice(-owned).join(".");
	const hosted = subdomainHosts.has(domain) || labels.at(-owned) === "blogspot";
	return hosted && labels.length > owned ? host : domain;
}

/**
 * Reads a web address, with or without its scheme. `undefined` for other schemes, for IP addresses and for text that is
 * no address. Linear time, never throws.
 */
export function parseUrl(text: string): WebAddress | undefined {
	// The "hash bang" addresses of 2010: twitter.com/#!/name.
	const written = clip(text, limits.url).trim().replace("/#!/", "/");
	const scheme = /^([a-z][a-z0-9+-]*):(?!\d+(?:[/?#]|$))/i.exec(written)?.[1]?.toLowerCase();
	if (scheme !== undefined && scheme !== "http" && scheme !== "https") return undefined;
	const rest = written.replace(/^(?:https?:)?\/{0,3}/i, "");
	if (/[\s\p{Cc}<>"\\]/u.test(rest)) return undefined;
	const end = rest.search(/[/?#]/);
	const authority = end < 0 ? rest : rest.slice(0, end);
	const whole = authority
		.slice(authority.lastIndexOf("@") + 1)
		.replace(/:\d{0,5}$/, "")
		.normalize("NFKC")
		.toLowerCase()
		.replaceAll("。", ".")
		.replace(/\.$/, "");
	// Without a scheme, name@host is an email address.
	if (scheme === undefined && authority.includes("@")) return undefined;
	const host = whole.replace(/^(?:www\d?\.)+(?=[^.]+\.)/, "");
	const labels = host.split(".");
	if (host.length > 253 || labels.length < 2 || !labels.every((label) => hostLabel.test(label))) return undefined;
	if (/^\d+$/.test(labels.at(-1) as string) || (labels.at(-1) as string).length < 2) return undefined;

	const tail = end < 0 ? "" : rest.slice(end).replace(/#.*$/s, "");
	const mark = tail.indexOf("?");
	const path = (mark < 0 ? tail : tail.slice(0, mark)).split("/").filter((segment) => segment !== "");
	const kept = mark < 0 ? [] : tail.slice(mark + 1).split("&");
	const query = kept.filter((pair) => pair !== "" && !tracking.test(pair)).join("&");
	const domain = registrableDomain(host);
	const url = [host, ...path].join("/") + (query === "" ? "" : `?${query}`);
	const shared = pathHosts.has(host) || pathHosts.has(domain) || subdomainHosts.has(host);
	return { url, host, domain, shared, path, query };
}

/** Addresses taken from one text, at most. */
const MAX_FOUND = 16;

/** The web addresses written in a free text with their scheme, each once, in order, at most 16. */
export function findUrls(text: string): string[] {
	const found = new Set<string>();
	for (const [written] of clip(text, limits.post).matchAll(/https?:\/\/[^\s<>"]{1,2040}/gi)) {
		const url = written.replace(/[.,;:!?'*_~)\]}\u2019\u201d\u00bb\u3001\u3002\u300d\u300f\uff01\uff09]{1,16}$/, "");
		if (found.size < MAX_FOUND && parseUrl(url) !== undefined) found.add(url);
	}
	return [...found];
}

/** First path segments that are a network's own pages. */
const reserved: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"share sharer sharer.php intent home hashtag hashtags tag tags search explore login logout signin signup register join " +
		"settings account accounts about help support contact privacy terms tos legal policies policy rules notifications " +
		"messages inbox compose i p reel reels stories story tv direct status statuses dialog plugins groups group pages " +
		"events event watch marketplace gaming profile.php people permalink.php story.php photo photo.php photos video videos " +
		"media public business ads advertising jobs careers feed features pricing topics trending collections orgs " +
		"organizations enterprise sponsors apps marketplace security readme codespaces issues pulls new gist gists site " +
		"customer-stories team login.php l.php tr web api auth oauth developers developer download downloads app apple-app " +
		"press blog news discover foryou following followers live music shorts playlist results channel embed joinchat " +
		"addstickers addemoji proxy s iv user users u r c subreddits submit popular all wiki library stars starred " +
		"dashboard directory invite badges verified who_to_follow lists bookmarks premium",
);

/** How a network writes the address of a profile; the handle is the first group. Paths are joined by "/". */
interface Network {
	readonly platform: string;
	readonly domains: readonly string[];
	readonly path: RegExp;
}

const networks: readonly Network[] = [
	{ platform: "x", domains: ["x.com", "twitter.com"], path: /^@?(\w{1,15})(?:\/|$)/ },
	{ platform: "facebook", domains: ["facebook.com", "fb.com", "fb.me"], path: /^([\w.-]{3,60})(?:\/|$)/ },
	{ platform: "instagram", domains: ["instagram.com"], path: /^@?([\w.]{1,30})(?:\/|$)/ },
	{ platform: "linkedin", domains: ["linkedin.com"], path: /^(?:in|pub)\/([^/]{2,100})(?:\/|$)/ },
	{ platform: "linkedin", domains: ["linkedin.com"], path: /^((?:company|school)\/[^/]{1,100})(?:\/|$)/ },
	{ platform: "github", domains: ["github.com"], path: /^([a-z\d](?:[a-z\d-]{0,38}))(?:\/|$)/i },
	{ platform: "youtube", domains: ["youtube.com"], path: /^(?:@|c\/|user\/)([^/]{1,60})(?:\/|$)/ },
	{ platform: "bluesky", domains: ["bsky.app"], path: /^profile\/([a-z\d-]+(?:\.[a-z\d-]+)+)(?:\/|$)/i },
	{ platform: "reddit", domains: ["reddit.com"], path: /^(?:u|user)\/([\w-]{2,32})(?:\/|$)/ },
	{ platform: "tiktok", domains: ["tiktok.com"], path: /^@([\w.]{1,30})(?:\/|$)/ },
	{ platform: "threads", domains: ["threads.net", "threads.com"], path: /^@([\w.]{1,30})(?:\/|$)/ },
	{ platform: "telegram", domains: ["t.me", "telegram.me"], path: /^(?:s\/)?(\w{4,32})(?:\/|$)/ },
	{ platform: "medium", domains: ["medium.com"], path: /^@([\w.-]{1,60})(?:\/|$)/ },
];

/** Networks that give every member a subdomain. */
const hostNetworks: ReadonlyMap<string, string> = new Map([
	["github.io", "github"],
	["medium.com", "medium"],
	["tumblr.com", "tumblr"],
	["wordpress.com", "wordpress"],
	["substack.com", "substack"],
	["bsky.social", "bluesky"],
]);

/** Networks with @names in their paths that are not Mastodon. */
const otherAtHosts: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"youtube.com tiktok.com threads.net threads.com medium.com substack.com x.com twitter.com instagram.com github.com " +
		"flickr.com vimeo.com steemit.com odysee.com rumble.com snapchat.com linktr.ee t.me telegram.me npmjs.com kick.com " +
		"hashnode.com dev.to reddit.com facebook.com linkedin.com pinterest.com",
);

/**
 * The profile that an address shows, on the networks known by name and on any Mastodon server (https://host/@user).
 * `undefined` for a network's own pages (share, intent, hashtag) and for everything else.
 */
export function profileOfUrl(url: string): ProfileAddress | undefined {
	const address = parseUrl(url);
	if (address === undefined) return undefined;
	const { host, path } = address;
	const site = host.split(".").slice(-2).join(".");
	const name = host.slice(0, Math.max(0, host.length - site.length - 1));
	const platform = hostNetworks.get(site);
	if (platform !== undefined && /^[a-z\d][a-z\d-]*$/.test(name) && !reserved.has(name) && name !== "en") {
		return { platform, handle: platform === "bluesky" ? host : name };
	}
	const first = (path[0] ?? "").toLowerCase();
	for (const network of networks) {
		if (!network.domains.includes(site)) continue;
		const handle = network.path.exec(path.join("/"))?.[1];
		if (handle === undefined || (handle.toLowerCase() === first && reserved.has(first))) continue;
		return { platform: network.platform, handle };
	}
	const member = /^@(\w[\w.-]{0,63})(?:@([a-z\d-]+(?:\.[a-z\d-]+)+))?$/i.exec(path[0] ?? "");
	if (!member || otherAtHosts.has(site)) return undefined;
	return { platform: "mastodon", handle: member[1] as string, instance: (member[2] ?? host).toLowerCase() };
}
