import ts from "typescript";

/** A regular expression as it stands in the sources, and where: `text/phone.ts:12`. */
export interface Pattern {
	readonly source: string;
	readonly flags: string;
	readonly place: string;
}

/** The regular expressions that stand in a file, and where it makes others while it runs. */
export function patternsIn(path: string, text: string): { readonly literals: Pattern[]; readonly made: string[] } {
	const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
	const literals: Pattern[] = [];
	const made: string[] = [];
	const visit = (node: ts.Node): void => {
		const place = `${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf("/");
			literals.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place });
		}
		const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
		if (isCall && node.expression.getText(file) === "RegExp") made.push(place);
		ts.forEachChild(node, visit);
	};
	visit(file);
	return { literals, made };
}

/** Pieces of texts that make a pattern go back: what it is made of. */
function piecesOf(source: string): string[] {
	const words = [...new Set(source.match(/[\p{L}\d]{2,}/gu))].slice(0, 8);
	const signs = [...(source.match(/[^\p{L}\d\\]/gu) ?? []), ..."aA1é", "\t", "\0", "\n"];
	return [...new Set([...signs, ...words, ...words.map((word) => `${word} `), "a ", "a.", "a@", "A a", "0r0"])];
}

/**
 * Milliseconds of the processor to look through all of a text, at best of so many times. What others do on the machine
 * meanwhile does not count.
 */
function timeOf(pattern: RegExp, text: string, times: number): number {
	let best = Infinity;
	for (let time = 0; time < times; time++) {
		const from = process.cpuUsage();
		text.replace(pattern, "");
		const { user, system } = process.cpuUsage(from);
		best = Math.min(best, (user + system) / 1000);
	}
	return best;
}

/** Characters of the longest text that is tried: a post is cut there. */
const LONGEST = 16_384;
/** Twice as long, twice the time: four times would be the square. */
const GROWTH = 3;
/** What takes less, in ms, is not measured: at the longest it is far from the square. */
const SHORT = 8;

/**
 * A piece that, written twice as often, takes more than three times as long: the time grows with the square, or worse. Texts
 * get longer until one takes long enough to be measured, and what looks bad is measured again, so that a busy machine is not
 * taken for a bad pattern.
 */
export function growsTooFast({ source, flags }: Pick<Pattern, "source" | "flags">): string | undefined {
	const pattern = new RegExp(source, flags.includes("g") ? flags : `${flags}g`);
	// What has to stand in front for the rest to be tried at all.
	const [beginning = ""] = /(?<=^\^?)[\p{L}\d@:/ -]+/u.exec(source.replaceAll("\\/", "/")) ?? [];
	for (const piece of piecesOf(source)) {
		for (const [before, after] of new Set([
			["", "\0"],
			["x", ""],
			[beginning, "\0"],
		] as const)) {
			const text = (length: number): string => before + piece.repeat(length / piece.length) + after;
			// Twice and the better, as an engine compiles a pattern when it meets it again.
			const isShort = (length: number): boolean => timeOf(pattern, text(length), 2) < SHORT;
			let length = 16;
			// By steps that even exponential growth is measured in.
			while (length < LONGEST && isShort(length)) length = Math.min(LONGEST, length * Math.SQRT2);
			const isFast = (): boolean =>
				timeOf(pattern, text(length), 5) <= Math.max(SHORT, GROWTH * timeOf(pattern, text(length / 2), 5));
			if (!isFast() && !isFast() && !isFast()) return JSON.stringify(piece);
		}
	}
	return undefined;
}
