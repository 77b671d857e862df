/**
 * Letters of other alphabets that are typed for the look of a Latin one. A word is written in one script: where every
 * foreign letter of a Latin word looks like a Latin letter, Latin is meant, and the other way round (a Latin C in Сергей).
 * A word that is all of one script is left alone, so that Copoka and Сорока stay two names.
 */
const pairs: Readonly<Record<string, string>> = {
	cyrillic: "аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs ԁd ԛq ԝw һh ԍg ғf",
	greek: "αa βb εe ζz ηn ιi κk μm νv οo ρp τt υy χx ωw",
};

/** From letters of the alphabet to Latin, and back; capitals beside small letters. */
const tables = Object.entries(pairs).map(([script, text]) => {
	const latin = new Map<string, string>();
	const native = new Map<string, string>();
	for (const [from = "", to = ""] of text.split(" ")) {
		latin.set(from, to).set(from.toUpperCase(), to.toUpperCase());
		native.set(to, from).set(to.toUpperCase(), from.toUpperCase());
	}
	const letter = script === "greek" ? /\p{Script=Greek}/u : /\p{Script=Cyrillic}/u;
	return { letter, latin, native };
});

const LATIN = /\p{Script=Latin}/u;

function oneScript(word: string): string {
	if (!LATIN.test(word)) return word;
	for (const { letter, latin, native } of tables) {
		if (!letter.test(word)) continue;
		const chars = [...word];
		if (chars.every((char) => !letter.test(char) || latin.has(char)))
			return chars.map((char) => latin.get(char) ?? char).join("");
		if (chars.every((char) => !LATIN.test(char) || native.has(char)))
			return chars.map((char) => native.get(char) ?? char).join("");
	}
	return word;
}

/** The text with each word of mixed scripts in the script it is meant in. */
export function withoutLookAlikes(text: string): string {
	if (!/[\u0370-\u052f]/.test(text) || !LATIN.test(text)) return text;
	return text.replace(/[\p{L}\p{M}]+/gu, oneScript);
}
