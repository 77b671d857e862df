import { fold } from "./unicode.js";

/** A set of words from a text with blanks between them. */
export function wordSet(list: string): ReadonlySet<string> {
	return new Set(list.split(" "));
}

/** The words of a folded text; an apostrophe parts them: "l'Assemblée". */
export function partedWords(folded: string): string[] {
	return folded.match(/[\p{L}\p{N}\p{Mc}]+/gu) ?? [];
}

/** The most ordinary words of English, Spanish, Portuguese, French, German, Italian and Dutch, folded. */
const stopWords: ReadonlySet<string> = new Set(
	// en
	(
		"about after again all also and any are back because been before being but can cannot could did does doing done " +
		"don down even every for from get gets getting going got had has have having her here him his how into its just " +
		"know less like made make many more most much must new not now off once one only other our out over own please " +
		"really same says she should since some still such than thank thanks that the their them then there these they " +
		"thing things this those through time too under until very was wasn way week were what when where which while who " +
		"why will with without won work would year yes yet you your today yesterday tomorrow hello hi hey " +
		// es, pt
		"como con cuando del desde donde ella ellos era eres ese eso esta estado estamos estan estar este esto estoy fue " +
		"gracias hace hasta hay hola hoy las les los mas mis mucho muy nada nos nosotros otra otro para pero por porque " +
		"que quien ser sin sobre son soy sus tambien tengo tiene todo todos una uno unos vez voy usted " +
		"agora ainda aqui bom com depois das dos ela ele eles entao essa esse esta foi isso mais mas mesmo meu minha muito " +
		"nao nem obrigado obrigada ontem para pela pelo pois qual quando sao sem seu sua tem tenho toda tudo uma voce " +
		// fr
		"alors apres au aussi autre avant avec avoir bien bonjour car ce cela ces cette chez comme dans depuis des deux " +
		"donc elle elles encore est etait etre fait faire hier ici ils jamais je jour jours leur lui mais meme merci mes " +
		"mon nous ont par pas peu peut plus pour pourquoi quand que quel quelle qui rien sans ses son sont suis sur tous " +
		"tout toute tres une vos votre vous " +
		// de
		"aber alle allem allen aller alles als also auch auf aus bei beim bin bis bitte bist danke dann dass das dein dem " +
		"den denn der des dich die dies diese dieser doch dort durch ein eine einem einen einer eines erst euch euer " +
		"fur gegen gestern habe haben hallo hat hatte heute hier hinter ich ihm ihn ihr ihre immer ist jetzt kann kein " +
		"keine mal mehr mein meine mich mir mit muss nach nicht nichts noch nun nur oder ohne schon sehr sein seine seit " +
		"sich sie sind uber und uns unser unter viel vom von vor war waren warum was weil wenn wer werden wie wieder wir " +
		"wird wurde zum zur zwei " +
		// it, nl
		"alla alle allo anche ancora avere aveva bene che ciao chi cio come con cosa cosi dal dalla degli del della delle " +
		"dei dopo dove era essere fare fatto gia gli grazie hanno ho ieri il io loro lui ma mai mio mia molto nel nella " +
		"noi non oggi ogni per perche piu poi prima quale quando quello questa questo sempre senza sia sono stata stato " +
		"sua sul sulla suo tra tutti tutto una voi " +
		"aan alle als bij dan dat deze die dit door een eens geen gisteren goed haar had heb hebben heeft hem het hier hij " +
		"hoe hun iets ik jij jullie kan maar meer met mij mijn moet naar niet niets nog ons onze ook over sinds toch uit " +
		"van veel voor waar wat weer werd wij worden wordt zal zei zeer zich zij zijn zonder"
	).split(" "),
);

/**
 * The distinct words of a text that say something, folded, in order of first appearance: three characters or more,
 * no stop words of the main western languages, no bare numbers, nothing of web and mail addresses. Expects clipped
 * text.
 */
export function contentWords(text: string): string[] {
	const found = new Set<string>();
	for (const word of partedWords(fold(withoutAddresses(text)))) {
		if (word.length >= 3 && !stopWords.has(word) && /\p{L}/u.test(word)) found.add(word);
	}
	return [...found];
}

/** Addresses are compared as such; their parts are no words. */
function withoutAddresses(text: string): string {
	if (!text.includes("@") && !text.includes("://")) return text;
	return text.replace(/\S+/g, (chunk) => (chunk.includes("://") || chunk.lastIndexOf("@") > 1 ? " " : chunk));
}

/** A word by which a text can be told from others. */
export interface TellingWord {
	readonly word: string;
	/** It names something: a product, a place. */
	readonly named: boolean;
}

/**
 * The words by which one text can be told from others, most telling first: of three characters with a digit in them
 * ("zt900"), of five inside a sentence with a capital ("Zephyr"), or of seven at least. At most `max`.
 */
export function tellingWords(text: string, max: number): TellingWord[] {
	const rank = new Map<string, number>();
	const inner = innerCapitals(text);
	for (const word of contentWords(text)) {
		if (/\p{N}/u.test(word)) rank.set(word, 200 + word.length);
		else if (word.length >= 5 && inner.has(word)) rank.set(word, 100 + word.length);
		else if (word.length >= 7) rank.set(word, word.length);
	}
	return [...rank]
		.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
		.slice(0, max)
		.map(([word, place]) => ({ word, named: place > 100 }));
}

/** Folded words that stand inside a sentence with a capital: names of products and places. */
function innerCapitals(text: string): Set<string> {
	const found = new Set<string>();
	for (const match of text.matchAll(/[^\s.!?:]\s+["'(]?(\p{Lu}[\p{L}\p{N}]+)/gu)) found.add(fold(match[1] as string));
	return found;
}
