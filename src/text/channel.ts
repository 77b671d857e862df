import type { Channel } from "../types.js";
import { fold, words } from "./unicode.js";

/** Words by which people say in public that they were in touch, folded: en, es, pt, fr, de, it, nl. */
const lexicon: Readonly<Partial<Record<Channel, string>>> = {
	call:
		"call called calling calls phone phoned phoning telephone telephoned rang hotline helpline callcenter callcentre voicemail " +
		"llame llamar llamada llamado telefono liguei ligar ligacao telefonei telefonema appele appeler appel telephonique " +
		"angerufen anruf anrufen telefoniert telefonat telefon warteschleife chiamato chiamata chiamare telefonato telefonata " +
		"gebeld bellen telefoontje",
	email:
		"email emails emailed emailing mail mailed mailing inbox correo correos escribi escrevi courriel courriels mel " +
		"gemailt angeschrieben mailtje mailen posta",
	chat: "chat chats chatted chatting livechat chatbot chatear chateado tchat gechattet chattato gechat",
	sms: "sms texted texting whatsapp whatsapped",
	ticket:
		"ticket tickets case complaint incidencia reclamacion queja chamado reclamacao reclamation beschwerde reklamation reclamo klacht",
	dm: "dm dms dmed dmd inboxed",
	order:
		"order ordered ordering purchased bought pedido pedi compre comprei encomendei commande commandee achete bestellt bestellung gekauft " +
		"ordinato ordine comprato besteld bestelling gekocht",
	meeting: "meeting visited appointment demo reunion visita reuniao rendezvous termin besuch appuntamento afspraak",
};

const channelOf: ReadonlyMap<string, Channel> = new Map(
	Object.entries(lexicon).flatMap(([channel, list]) =>
		list.split(" ").map((word) => [word, channel as Channel] as const),
	),
);

/** Ways of saying it that take two words. */
const phrases: readonly (readonly [string, Channel])[] = [
	[" on hold ", "call"],
	[" hung up ", "call"],
	[" en espera ", "call"],
	[" em espera ", "call"],
	[" en attente ", "call"],
	[" in attesa ", "call"],
	[" in der leitung ", "call"],
	[" in de wacht ", "call"],
	[" hold music ", "call"],
	[" your line ", "call"],
	[" 800 line ", "call"],
	[" 0800 ", "call"],
	[" wrote to you ", "email"],
	[" wrote you ", "email"],
	[" euch geschrieben ", "email"],
	[" ihnen geschrieben ", "email"],
	[" vous ai ecrit ", "email"],
	[" rendez vous ", "meeting"],
];

/** The channels on which a text says that somebody was in touch: "40 minutes on hold" -> call. Expects clipped text. */
export function channelsMentioned(text: string): ReadonlySet<Channel> {
	const list = words(fold(text));
	const found = new Set<Channel>();
	for (const word of list) {
		const channel = channelOf.get(word);
		if (channel !== undefined) found.add(channel);
	}
	const line = ` ${list.join(" ")} `;
	for (const [phrase, channel] of phrases) if (line.includes(phrase)) found.add(channel);
	return found;
}
