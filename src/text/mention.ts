import { clip, limits } from "./unicode.js";

/** A handle that a free text names. */
export interface Mention {
	readonly handle: string;
	/** Host of the server, where the text names one. */
	readonly instance?: string;
}

/** Mentions taken from one text, at most. */
const MAX_FOUND = 8;
const mention =
	/(?<![\p{L}\p{N}_.@/+-])[@＠]([A-Za-z0-9_](?:[\w.-]{0,62}\w)?)(?:@((?:[a-z\d-]+\.)+[a-z]{2,}))?(?![\w@])/giu;

/** The handles named in a free text such as a note, each once, in order, at most eight: "Tweets as @tdefren". */
export function findMentions(text: string): Mention[] {
	const found = new Map<string, Mention>();
	for (const [written, handle = "", instance] of clip(text, limits.post).matchAll(mention)) {
		if (found.size === MAX_FOUND) break;
		if (/\D/.test(handle)) found.set(written.toLowerCase(), instance === undefined ? { handle } : { handle, instance });
	}
	return [...found.values()];
}
