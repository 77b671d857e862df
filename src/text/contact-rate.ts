import { logPlace, type RecordEvents, type RecordedEvent } from "./event.js";
import { DAY, HOUR } from "./time.js";

/** What a record set knows of the contacts of its people. */
interface ContactLog {
	readonly recordCount: number;
	/** Records that have a contact at a place of the log, see `logPlace`. */
	count(place: string): number;
	/** Contacts on an ordinary day, at least; 0 where the records hold them all. */
	readonly contactsPerDay: number;
}

/** Contacts that other records have between two moments, one for each record and hour. */
function othersBetween(event: RecordedEvent, from: number, to: number, own: RecordEvents, log: ContactLog): number {
	let others = 0;
	for (const unit of [HOUR, DAY] as const) {
		for (let number = Math.floor(from / unit); number * unit < to; number++) {
			const place = logPlace(event.channel, unit, number);
			const covered = (Math.min(to, (number + 1) * unit) - Math.max(from, number * unit)) / unit;
			others += covered * Math.max(0, log.count(place) - (own.log.has(place) ? 1 : 0));
		}
	}
	return others;
}

/** Contacts a day that a record has had on the channel of an event within two weeks of it, beside it. */
function ownPerDay({ channel, at }: RecordedEvent, { events }: RecordEvents): number {
	const near = events.filter(
		(other) => other.channel === channel && other.at !== undefined && Math.abs(other.at.ms - (at?.ms ?? 0)) < 15 * DAY,
	);
	return (near.length - 1) / 30;
}

/**
 * How many contacts on the channel of an event a record has between two moments: as the records of the set had just then,
 * this one counted in, or as this one has on other days, whichever is more. So on the day of an outage everybody calls.
 */
export function contactRates(
	record: RecordEvents,
	log: ContactLog,
): (event: RecordedEvent, from: number, to: number) => number {
	const records = Math.max(1, log.recordCount);
	const ofAll = new Map<string, number>();
	const ofOwn = new Map<RecordedEvent, number>();
	return (event, from, to) => {
		const days = (to - from) / DAY;
		const key = `${event.channel} ${from} ${to}`;
		const all =
			ofAll.get(key) ?? Math.max(othersBetween(event, from, to, record, log) + 1, log.contactsPerDay * days) / records;
		ofAll.set(key, all);
		const own = ofOwn.get(event) ?? ownPerDay(event, record);
		ofOwn.set(event, own);
		return Math.max(all, own * days);
	};
}
