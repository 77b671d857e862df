import type { SocialProfile } from "../types.js";

/** What the holder of a handle wrote to the firm: not what the firm or a colleague wrote about it. */
export function saidToFirm({ interactions }: SocialProfile): string[] {
	return interactions.flatMap(({ direction, text }) => (direction === "inbound" && text !== undefined ? text : []));
}
