import type { PersonName } from "../types.js";

/** A name in one text: as its source writes it, or its parts in order, or the nickname alone. Empty where it has nothing. */
export function writtenName({ full, given, middle, family, nickname }: PersonName): string {
	return full ?? ([given, middle, family].filter(Boolean).join(" ") || (nickname ?? ""));
}
