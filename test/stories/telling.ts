import { type Combined, type CrmReading, combine } from "../../src/crm.js";
import { type Dossier, dossier, dossierText, type HandOff, handOff, handOffText } from "../../src/dossier.js";
import { type CrmRecordInput, createResolver, type Resolution, type SocialProfileInput } from "../../src/index.js";
import { openly } from "../samples.js";

const given = "Agnes Bruno Clara Dmitri Elif Farid Greta Hugo Ines Jonas Kalila Lars Mina Nikhil Odile Pavel".split(
	" ",
);
const family = "Abelin Brandt Castor Duval Eklund Farrow Grimaldi Hollis Ibsen Jarrett Kessel Lomax Munro".split(" ");
const cities = ["Boston", "Leeds", "Lyon", "Porto", "Duluth", "Austin", "Toronto"];

/** Invented people beside those of a story. */
const others: readonly CrmRecordInput[] = Array.from({ length: 48 }, (_, index) => {
	const [first, last] = [given[index % given.length], family[(index * 5) % family.length]];
	return {
		id: `other-${index}`,
		name: `${first} ${last}`,
		email: `${first}.${last}${index}@example.net`.toLowerCase(),
		address: cities[(index * 3) % cities.length] as string,
		status: "customer",
	};
});

/** What the desk sees of one account. */
export interface Telling {
	readonly combined: Combined;
	readonly resolution: Resolution;
	readonly dossier: Dossier;
	/** The lines of the dossier, as a colleague reads them; marks that only Markdown needs are gone. */
	readonly lines: readonly string[];
	readonly packet: HandOff;
	readonly packetText: string;
}

/** From payloads that were read to what the desk sees. */
export async function tell(
	profile: SocialProfileInput | undefined,
	readings: readonly CrmReading[],
	{ own = [], now, link }: { readonly own?: readonly string[]; readonly now: string; readonly link?: string },
): Promise<Telling> {
	const options = { defaultCountry: "US" };
	const combined = combine(readings, options);
	const resolver = createResolver({ records: [...combined.records, ...others], now: Date.parse(now) });
	const resolution = await resolver.resolve(profile ?? {});
	const answer = dossier(resolution, {
		policy: openly,
		own,
		now: Date.parse(now),
		...(link === undefined ? {} : { link }),
	});
	const packet = handOff(answer);
	return {
		combined,
		resolution,
		dossier: answer,
		lines: dossierText(answer)
			.replace(/\\(?=[!-/:-@[-`{-~])/g, "")
			.split("\n"),
		packet,
		packetText: handOffText(packet, { as: "text" }),
	};
}

/** The lines under a heading of the dossier. */
export function section(lines: readonly string[], title: string): string[] {
	const start = lines.indexOf(`## ${title}`);
	if (start < 0) return [];
	const rest = lines.slice(start + 1);
	const end = rest.findIndex((line) => line.startsWith("## "));
	return rest.slice(0, end < 0 ? rest.length : end).filter((line) => line !== "");
}

/** A mail as Gmail gives it with `format=full`. */
export function gmail(
	id: string,
	thread: string,
	at: string,
	from: string,
	to: string,
	subject: string,
	text: string,
): object {
	return {
		id,
		threadId: thread,
		labelIds: ["INBOX"],
		internalDate: String(Date.parse(at)),
		payload: {
			mimeType: "text/plain",
			filename: "",
			headers: Object.entries({ From: from, To: to, Subject: subject }).map(([name, value]) => ({ name, value })),
			body: { size: text.length, data: Buffer.from(text).toString("base64url") },
		},
	};
}
