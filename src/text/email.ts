import { isIntroducedByAgent } from "./third-party.js";
import { clip, halfWidth, isAscii, limits } from "./unicode.js";
import { wordSet } from "./words.js";

/** Who hands out addresses under a domain: anybody, a throw-away mailbox, or one firm, school or person. */
export type DomainKind = "free" | "disposable" | "own";

/** An email address in comparable form. */
export interface EmailAddress {
	/** Lower case, no comments: equal for two spellings of the same characters. */
	readonly address: string;
	/** The mailbox that receives it, under the provider's rules (tags, dots, twin domains): equal for aliases. */
	readonly canonical: string;
	/** The local part without its tag; dots stay, as they may part names. */
	readonly mailbox: string;
	readonly domain: string;
	readonly kind: DomainKind;
	/** A desk rather than a person: info, support, sales. */
	readonly role: boolean;
}

/** The world's main mail providers; those with a domain in each country are in `freeFamily`. */
const freeDomains: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"gmail.com googlemail.com icloud.com me.com mac.com aim.com love.com ygm.com ymail.com rocketmail.com myyahoo.com " +
		"passport.com windowslive.com outlook.jp proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de " +
		"tutamail.com tuta.io tuta.com keemail.me fastmail.com fastmail.fm fastmail.net fastmail.org sent.com hey.com " +
		"zoho.com zohomail.com zohomail.eu zohomail.in mail.com email.com usa.com myself.com consultant.com post.com " +
		"europe.com asia.com iname.com dr.com engineer.com cheerful.com inbox.com inbox.lv hushmail.com hush.com " +
		"runbox.com mailfence.com posteo.de posteo.net mailbox.org disroot.org riseup.net startmail.com kolabnow.com " +
		"duck.com mozmail.com lycos.com excite.com juno.com netzero.net rediffmail.com sify.com indiatimes.com in.com " +
		"web.de freenet.de t-online.de arcor.de email.de online.de 1und1.de bluewin.ch sunrise.ch hispeed.ch aon.at " +
		"chello.at orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr club-internet.fr numericable.fr " +
		"libero.it virgilio.it tiscali.it alice.it tin.it tim.it inwind.it iol.it fastwebnet.it telefonica.net " +
		"terra.es terra.com.br uol.com.br bol.com.br ig.com.br globo.com globomail.com r7.com oi.com.br sapo.pt " +
		"telenet.be skynet.be proximus.be ziggo.nl kpnmail.nl xs4all.nl home.nl planet.nl hetnet.nl upcmail.nl " +
		"btinternet.com btopenworld.com sky.com virginmedia.com ntlworld.com blueyonder.co.uk talktalk.net " +
		"tiscali.co.uk eircom.net comcast.net xfinity.com verizon.net att.net sbcglobal.net bellsouth.net cox.net " +
		"charter.net spectrum.net earthlink.net optonline.net frontier.com centurylink.net windstream.net roadrunner.com " +
		"rr.com rogers.com shaw.ca sympatico.ca bell.net telus.net videotron.ca bigpond.com bigpond.net.au optusnet.com.au " +
		"iinet.net.au xtra.co.nz mail.ru bk.ru inbox.ru list.ru internet.ru ya.ru narod.ru rambler.ru lenta.ru ukr.net " +
		"i.ua meta.ua bigmir.net tut.by wp.pl o2.pl onet.pl onet.eu op.pl interia.pl interia.eu poczta.fm gazeta.pl " +
		"seznam.cz email.cz centrum.cz post.cz volny.cz azet.sk zoznam.sk centrum.sk freemail.hu citromail.hu " +
		"indamail.hu abv.bg mail.bg dir.bg mail.ee hot.ee online.no broadpark.no telia.com bredband.net comhem.se " +
		"spray.se jubii.dk mail.dk luukku.com suomi24.fi kolumbus.fi otenet.gr in.gr forthnet.gr mynet.com superonline.com " +
		"walla.co.il walla.com 012.net.il bezeqint.net maktoob.com qq.com vip.qq.com foxmail.com 163.com 126.com yeah.net " +
		"vip.163.com sina.com sina.cn sohu.com 139.com 189.cn wo.cn aliyun.com tom.com 21cn.com naver.com hanmail.net " +
		"daum.net kakao.com nate.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp " +
		"ocn.ne.jp excite.co.jp hinet.net pchome.com.tw netvigator.com singnet.com.sg mail.kz prodigy.net.mx " +
		"hotmail.com.br ibest.com.br speedy.com.ar fibertel.com.ar adinet.com.uy webmail.co.za mweb.co.za telkomsa.net",
);

/** Providers present under many country domains: yahoo.co.uk, hotmail.fr, gmx.net. */
const freeFamily = /^(?:yahoo|ymail|hotmail|live|outlook|msn|aol|gmx|yandex)\.(?:com?\.)?[a-z]{2,3}$/;

/** Throw-away mailboxes. The full lists hold a hundred thousand and age within weeks; these are the lasting ones. */
const disposableDomains: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"mailinator.com mailinator.net guerrillamail.com guerrillamail.net guerrillamail.org guerrillamail.de sharklasers.com " +
		"grr.la 10minutemail.com 10minutemail.net 20minutemail.com tempmail.com temp-mail.org temp-mail.io tempmail.net " +
		"tempmail.dev tempmailo.com throwawaymail.com yopmail.com yopmail.fr yopmail.net trashmail.com trashmail.de " +
		"trashmail.net trash-mail.com wegwerfmail.de wegwerfemail.de byom.de getnada.com nada.email maildrop.cc " +
		"mailnesia.com mailcatch.com mailsac.com moakt.com dispostable.com fakeinbox.com fakemail.net spamgourmet.com " +
		"spam4.me spambox.us mytemp.email mohmal.com emailondeck.com discard.email discardmail.com getairmail.com " +
		"mintemail.com tempinbox.com jetable.org incognitomail.com burnermail.io minuteinbox.com inboxkitten.com " +
		"tempr.email 33mail.com einrot.com anonbox.net mailexpire.com deadaddress.com spamex.com harakirimail.com",
);

/** Mailboxes of desks, in the main languages. */
const roleWords: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"info infos information contact contacts contactus kontakt contacto contato contatto office buero bureau ufficio " +
		"oficina escritorio biuro kantoor kontor hello hallo hola bonjour ciao ola hi hey mail email mailbox post posta " +
		"poczta courrier correo admin administrator administration administracion verwaltung amministrazione webmaster " +
		"postmaster hostmaster root sysadmin abuse noc security noreply no reply donotreply mailerdaemon daemon bounce " +
		"bounces help helpdesk support supporto soporte suporte hilfe aide ayuda assistance assistenza destek tuki service " +
		"services servicio servizio servicedesk kundenservice kundendienst kundservice kundeservice klantenservice " +
		"customerservice customercare customer customers clients clientes clienti care atendimento asiakaspalvelu team " +
		"staff crew jobs job career careers karriere recruiting recruitment bewerbung bewerbungen personal rh hr lavoro " +
		"empleo emploi kadry sales vertrieb verkauf ventas vendas vendite ventes commercial comercial commerciale verkoop " +
		"salg myynti satis sprzedaz marketing ads advertising werbung press presse prensa stampa imprensa prasa media pr " +
		"editor editorial redaktion redaction redazione redakcja news newsletter billing invoice invoices invoicing " +
		"rechnung rechnungen factura facturas facturacion facturation fatturazione accounting accounts buchhaltung " +
		"contabilidad comptabilite finance finanzen payments order orders bestellung bestellungen pedidos commandes ordini " +
		"shop store webshop tienda loja boutique enquiries enquiry inquiries inquiry anfrage anfragen reception rezeption " +
		"recepcion secretariat sekretariat secretaria secretariado segreteria legal privacy datenschutz gdpr dpo " +
		"compliance feedback booking bookings reservation reservations reservas reservierung prenotazioni events event " +
		"partner partners partnership business it tech technik webteam web dev iletisim bilgi zakaz kefu toiawase " +
		"otoiawase subscribe unsubscribe list lists mailinglist test demo example user everyone all",
);

/** Image names such as icon@2x.png are no addresses. */
const fileEnding = /\.(?:png|jpe?g|gif|webp|svg|css|js)$/;
const localPart = /^[^\s\p{C}"(),:;<>@[\]\\.]+(?:\.[^\s\p{C}"(),:;<>@[\]\\.]+)*$/u;
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

/** Whether a domain is a mail provider's, a throw-away one, or somebody's own. Expects lower case. */
export function domainKind(domain: string): DomainKind {
	if (disposableDomains.has(domain)) return "disposable";
	return freeDomains.has(domain) || freeFamily.test(domain) ? "free" : "own";
}

/** The runs of letters in a text. */
function letterRuns(text: string): readonly string[] {
	if (!isAscii(text)) return text.match(/\p{L}+/gu) ?? [];
	const runs: string[] = [];
	let from = 0;
	for (let at = 0; at <= text.length; at++) {
		const letter = text.charCodeAt(at) | 32;
		if (letter >= 97 && letter <= 122) continue;
		if (at > from) runs.push(text.slice(from, at));
		from = at + 1;
	}
	return runs;
}

/** Whether a mailbox is a desk: every word is a desk's word, or short (info-uk, sales2), and at least one is. */
export function isRoleMailbox(mailbox: string): boolean {
	let role = false;
	let other = false;
	let joined = "";
	for (const part of letterRuns(mailbox)) {
		if (roleWords.has(part)) role = true;
		else if (part.length > 2) other = true;
		joined += part;
	}
	return (role && !other) || roleWords.has(joined);
}

/** A mailbox without separators, as compared with a handle. */
export function joinMailbox(mailbox: string): string {
	return mailbox.replace(/[._\-']/g, "");
}

/** Domains of one provider under which a mailbox is the same, by the domain that stands for them. */
const twins: ReadonlyMap<string, string> = new Map([
	["googlemail.com", "gmail.com"],
	// Mailboxes from before 2012 exist under all three.
	["me.com", "icloud.com"],
	["mac.com", "icloud.com"],
	["protonmail.com", "proton.me"],
	["protonmail.ch", "proton.me"],
	["pm.me", "proton.me"],
	["ya.ru", "yandex.ru"],
	["fastmail.fm", "fastmail.com"],
]);

/** An address and its two parts, lower case. */
interface AddressParts {
	readonly address: string;
	readonly local: string;
	readonly domain: string;
}

/**
 * What a provider does with an address. A plus tag is cut for everyone: nearly all servers take it, and nobody's name
 * has a plus. Sources: the providers' help pages on aliases.
 */
function deliver({ address, local, domain }: AddressParts): { mailbox: string; canonical: string } {
	const plus = local.indexOf("+");
	let mailbox = plus > 0 ? local.slice(0, plus) : local;
	let to = twins.get(domain) ?? domain;
	let key: string | undefined;
	if (to === "gmail.com") {
		key = mailbox.replaceAll(".", "");
	} else if (to === "proton.me") {
		key = mailbox.replace(/[._-]/g, "");
	} else if (to.startsWith("yandex.")) {
		to = "yandex.ru";
		key = mailbox.replaceAll("-", ".");
	} else if (to.startsWith("yahoo.") || to === "ymail.com" || to === "rocketmail.com") {
		// Yahoo names have no hyphen; base-keyword is a disposable address of theirs.
		mailbox = mailbox.replace(/(?!^)-.*/, "");
	} else if (to.endsWith(".fastmail.com") || to.endsWith(".fastmail.fm")) {
		// anything@user.fastmail.com goes to user@fastmail.com.
		mailbox = to.slice(0, to.indexOf("."));
		to = "fastmail.com";
	}
	const name = key === undefined || key === "" ? mailbox : key;
	return { mailbox, canonical: name === local && to === domain ? address : `${name}@${to}` };
}

/** Longest domain that `plainAddress` is asked about: no label in it can be too long. */
const PLAIN_DOMAIN = 63;
/** What nearly all addresses are. There is nothing to take off them, and their parts are known to be sound. */
const plainAddress = /^[\w%'+-]+(?:\.[\w%'+-]+)*@(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z]{2,}$/i;

function addressParts(text: string): AddressParts | undefined {
	const at = text.indexOf("@");
	if (at <= 64 && text.length - at <= PLAIN_DOMAIN && plainAddress.test(text)) {
		const address = text.toLowerCase();
		return { address, local: address.slice(0, at), domain: address.slice(at + 1) };
	}
	return dressedParts(text);
}

/** The same of an address in whatever form. */
function dressedParts(text: string): AddressParts | undefined {
	let rest = clip(text, limits.value).normalize("NFKC").trim();
	const bracket = /<([^<>]*)>$/.exec(rest);
	if (bracket) rest = (bracket[1] as string).trim();
	rest = rest.replace(/^mailto:/i, "").replace(/\?.*$/s, "");
	const at = rest.lastIndexOf("@");
	let local = rest.slice(0, Math.max(0, at)).toLowerCase();
	if (local.length > 2 && local.startsWith('"') && local.endsWith('"')) local = local.slice(1, -1);
	const domain = rest
		.slice(at + 1)
		.toLowerCase()
		.replaceAll("。", ".")
		.replace(/\.$/, "");
	if (local === "" || local.length > 64 || domain.length > 253 || !localPart.test(local)) return undefined;
	const labels = domain.split(".");
	if (labels.length < 2 || !labels.every((label) => domainLabel.test(label))) return undefined;
	if (!/^(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)$/u.test(labels.at(-1) as string)) return undefined;
	return { address: `${local}@${domain}`, local, domain };
}

/**
 * Reads one address, as found in a field: with blanks around, `mailto:`, angle brackets, or quotes about the local part.
 * `undefined` for anything that is not an address under a domain name. Linear time, never throws.
 */
export function parseEmail(text: string): EmailAddress | undefined {
	const parts = addressParts(text);
	if (parts === undefined) return undefined;
	const { address, domain } = parts;
	const { mailbox, canonical } = deliver(parts);
	return { address, canonical, mailbox, domain, kind: domainKind(domain), role: isRoleMailbox(mailbox) };
}

/** Cells that hold more than this are running text. */
const MAX_CELL = limits.bio;
/** What stands between two addresses; the stroke of "n/a" does not. */
const between = /[;,|\r\n]|(?<!\bn)\/|\/(?!a\b)/i;

/** The addresses of a cell that holds several: "todd@example.com; t.defren@example.net". One more than are read, at most. */
export function splitEmails(cell: string): readonly string[] {
	if (cell.length > MAX_CELL || !between.test(cell)) return [cell];
	// "Defren, Todd" <todd@example.com> is one address, and so is one with a stroke in its local part.
	if (cell.indexOf("@") === cell.lastIndexOf("@") && parseEmail(cell) !== undefined) return [cell];
	return cell.split(between, limits.contacts + 1).flatMap((part) => part.trim() || []);
}

/** Mailboxes that fill a required field, under whatever domain. */
const nobodysMailboxes: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"noemail nomail noaddress none nobody unknown notprovided noreply donotreply",
);
/** The same where the domain says it too: test@test.com, na@na.na. */
const echoed: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"test na none no noemail nomail a aa aaa abc x xx xxx asdf fake",
);

/**
 * Why an address in a cell is of no use: it is none, or a placeholder, written only because a form asked for one
 * (noemail@..., test@test.com) or by a machine that reads no mail.
 */
export function emailFault(cell: string): "none" | "placeholder" | undefined {
	const parts = addressParts(cell);
	if (parts === undefined) return "none";
	const name = joinMailbox(deliver(parts).mailbox);
	const isEcho = echoed.has(name) && parts.domain.startsWith(`${name}.`);
	return isEcho || nobodysMailboxes.has(name) ? "placeholder" : undefined;
}

/** Addresses taken from one text, at most. */
const MAX_FOUND = 16;

/** "(at)", "[dot]" and the like. Blanks are counted, so that a long run of them costs nothing. */
const hiddenAt = /\s{0,3}[([{<]\s{0,2}(?:at|@|arroba|ät)\s{0,2}[)\]}>]\s{0,3}/gi;
const hiddenDot = /\s{0,3}[([{<]\s{0,2}(?:dot|punkt|punto|point|\.)\s{0,2}[)\]}>]\s{0,3}/gi;
/** "todd at example dot com": words alone, so the dot has to be spelt out too ("I work at example.com"). */
const spokenAddress = /(?<![\w.+-])([\w.+-]{1,64}) at ([\w-]{1,63}(?: dot [\w-]{1,63}){1,4})(?![\w-])/gi;

/** What a text with an address in it has at least. Asked first, as most have none. */
const addressSign = /[@＠]|[([{<]\s{0,2}(?:at|arroba|ät)| dot /i;

const isLocalChar = (char: string): boolean => /[\p{L}\p{M}\p{N}.!#$%&'*+=?^_`{|}~-]/u.test(char);
const isDomainChar = (char: string): boolean => /[\p{L}\p{M}\p{N}.-]/u.test(char);

/** An address found in a text. */
export interface FoundEmail extends EmailAddress {
	/** Introduced as that of an agent or a press office: "Booking: ...". */
	readonly others: boolean;
}

/**
 * The addresses written in a free text, each once, in order, at most 16; also those hidden from robots as
 * "todd (at) example [dot] com". Mastodon addresses (@todd@example.social) are handles and are left out.
 */
export function findEmails(text: string): FoundEmail[] {
	if (!addressSign.test(text)) return [];
	const plain = halfWidth(clip(text, limits.post))
		.replace(hiddenAt, "@")
		.replace(hiddenDot, ".")
		.replace(spokenAddress, (_, local: string, host: string) => `${local}@${host.replace(/ dot /gi, ".")}`);
	const found = new Map<string, FoundEmail>();
	for (let at = plain.indexOf("@"); at >= 0 && found.size < MAX_FOUND; at = plain.indexOf("@", at + 1)) {
		let from = at;
		while (from > 0 && at - from < 65 && isLocalChar(plain[from - 1] as string)) from--;
		let to = at + 1;
		while (to < plain.length && to - at < 255 && isDomainChar(plain[to] as string)) to++;
		if (from === at || plain[from - 1] === "@" || plain[to] === "@") continue;
		const local = plain.slice(from, at).replace(/^[^\p{L}\p{N}_]+/u, "");
		const domain = plain.slice(at + 1, to).replace(/(?<![.-])[.-]+$/, "");
		const email = fileEnding.test(domain) ? undefined : parseEmail(`${local}@${domain}`);
		if (email && !found.has(email.address)) {
			found.set(email.address, { ...email, others: isIntroducedByAgent(plain, from) });
		}
	}
	return [...found.values()];
}
