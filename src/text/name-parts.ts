import type { Forms } from "./name-words.js";
import type { NameRole } from "./population.js";
import type { Script } from "./romanize.js";

/** How much of a name is shown. */
type NameDetail = "full" | "nickname" | "part" | "initial" | "initials";

/** A string by which a person may show their given or family name, and how likely they choose this form of it. */
export interface NamePart {
	readonly text: string;
	readonly role: NameRole;
	readonly detail: NameDetail;
	readonly weight: number;
	/** The script in which the record has it, when that is not Latin: `text` is in it, or a Latin spelling of it. */
	readonly script?: Script;
	/** `text` is in that script. */
	readonly native?: true;
}

/** Share of people who use the spelling of this rank, of those who use a usual one. */
function spellingShare(rank: number, count: number): number {
	if (count === 1) return 1;
	let sum = 0;
	for (let i = 1; i <= count; i++) sum += 1 / i;
	return 0.95 / ((rank + 1) * sum);
}

/** Adds a form, keeping the likelier weight where a form comes twice. */
export class Parts {
	private readonly found = new Map<string, NamePart>();

	add(text: string, role: NameRole, detail: NameDetail, weight: number, script?: Script, native?: true): void {
		if (text === "") return;
		const key = `${role}:${detail === "initial" ? "i" : "w"}:${text}`;
		const known = this.found.get(key);
		if (known && known.weight >= weight) return;
		const part = { text, role, detail, weight };
		this.found.set(key, !script ? part : native ? { ...part, script, native } : { ...part, script });
	}

	/** Adds a name in all its spellings, and in its own script. */
	addForms({ latin, native, script }: Forms, role: NameRole, detail: NameDetail, weight: number): void {
		latin.forEach((text, rank) => {
			this.add(text, role, detail, weight * spellingShare(rank, latin.length), script);
		});
		if (native !== undefined) this.add(native, role, detail, weight, script, true);
	}

	/** Adds the first letter of a name, as its spellings begin. */
	addInitial({ latin, native, script }: Forms, role: NameRole, weight: number): void {
		const shares = new Map<string, number>();
		latin.forEach((text, rank) => {
			const letter = text[0] ?? "";
			shares.set(letter, (shares.get(letter) ?? 0) + spellingShare(rank, latin.length));
		});
		for (const [letter, share] of shares) this.add(letter, role, "initial", weight * share, script);
		// A Chinese character or a Korean syllable is no initial.
		if (native !== undefined && script !== "han" && script !== "hangul") {
			this.add(native[0] ?? "", role, "initial", weight, script, true);
		}
	}

	list(): NamePart[] {
		return [...this.found.values()];
	}
}
