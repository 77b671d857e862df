import { group } from "../combining/order.js";
import type { Channel } from "../types.js";
import { type DossierEvent, type Provenance, strings } from "./timeline.js";

/** What passed on one channel. */
export interface ChannelSummary extends Provenance {
	readonly channel: Channel;
	readonly platform?: string;
	/** How often the person got in touch or spoke there, and how often anybody did. */
	readonly byPerson: number;
	readonly total: number;
	/** When the person first and last did. */
	readonly first?: string;
	readonly last?: string;
}

/** Expects events newest first. */
export function channelsIn(timeline: readonly DossierEvent[]): ChannelSummary[] {
	const groups = new Map<string, DossierEvent[]>();
	for (const event of timeline) {
		group(groups, JSON.stringify([event.channel, event.platform ?? ""]), event);
	}
	return [...groups.values()].map((events) => {
		const { channel, platform } = events[0] as DossierEvent;
		const own = events.filter(({ by }) => by === "person");
		const dates = own.flatMap(({ at }) => at ?? []);
		const [last, first] = [dates[0], dates.at(-1)];
		return {
			channel,
			...(platform === undefined ? {} : { platform }),
			byPerson: own.length,
			total: events.length,
			...(first === undefined ? {} : { first }),
			...(last === undefined ? {} : { last }),
			records: strings(events.flatMap(({ records }) => records)),
			profile: events.some(({ profile }) => profile),
		};
	});
}
