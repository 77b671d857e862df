/** `sameas/platforms`: readers of what networks send, which give profiles with posts and interactions. */
export { fromBlogger } from "./platforms/blogger.js";
export { fromBluesky } from "./platforms/bluesky.js";
export { fromDisqus } from "./platforms/disqus.js";
export { fromGitHub, type GitHubOptions } from "./platforms/github.js";
export { fromLinkedIn } from "./platforms/linkedin.js";
export { fromMastodon, type MastodonOptions } from "./platforms/mastodon.js";
export { fromFacebook, fromInstagram } from "./platforms/meta.js";
export type { PlatformOptions, PlatformReader, PlatformReading, ReadProfile } from "./platforms/platform.js";
export { fromReddit } from "./platforms/reddit.js";
export { fromRelMe, type RelMeOptions } from "./platforms/rel-me.js";
export { fromSchemaPerson } from "./platforms/schema-person.js";
export { fromWebFinger } from "./platforms/webfinger.js";
export { fromWordPress } from "./platforms/wordpress.js";
export { fromX } from "./platforms/x.js";
export { fromYouTube } from "./platforms/youtube.js";
export type { Interaction, Post, SocialProfileInput, Warning } from "./types.js";
