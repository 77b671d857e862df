import type { CrmRecordInput } from "../src/types.js";

/** Letters that no word of ours has in a row, followed by a number of the person: what is searched for afterwards. */
const letters = "bcdfghjklmnpqrstvwxz";
const marked = (person: number, part: number): string => {
	let left = person * 16 + part;
	let word = "";
	for (let i = 0; i < 5; i++) {
		word += letters[left % 20];
		left = Math.floor(left / 20);
	}
	return `xq${word}`;
};

/** Words that only this person has, in every field that a record keeps. */
export function marksOf(person: number): string[] {
	return Array.from({ length: 12 }, (_, part) => marked(person, part));
}

/** Two records of one person, so that every word recurs and is kept once for both. */
export function plantedRecords(person: number): CrmRecordInput[] {
	const [given, family, nick, mailbox, host, street, city, firm, title, handle, said, note] = marksOf(person) as [
		string,
		...string[],
	];
	const phone = `+1 617 555 ${String(person % 10_000).padStart(4, "0")}`;
	return ["a", "b"].map((half) => ({
		id: `${half}-${mailbox}`,
		names: [{ given: given as string, family: family as string, nickname: nick as string }],
		emails: [`${mailbox}@${host}.example.com`],
		phones: [phone],
		addresses: [{ street: street as string, city: city as string, country: "US" }],
		organization: firm as string,
		title: title as string,
		links: [`https://${host}.example.net/about`],
		handles: [{ platform: "x", handle: handle as string, id: `9${person}` }],
		interactions: [
			{ channel: "post", platform: "x", handle: handle as string, text: `About ${said}`, direction: "inbound" },
		],
		attributes: { note: note as string },
	}));
}
