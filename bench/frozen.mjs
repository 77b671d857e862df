// A frozen run: figures in a file, so that every change is seen and meant.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Says which figures differ from those in the file, and sets the exit code; or writes the file. */
export function compareFrozen(path, figures, update) {
	const text = `${JSON.stringify(figures, null, "\t")}\n`;
	if (update) {
		writeFileSync(path, text);
		console.log("Frozen.");
		return;
	}
	if (existsSync(path) && readFileSync(path, "utf8") === text) {
		console.log("As in the frozen run.");
		return;
	}
	const frozen = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
	for (const [name, now] of Object.entries(figures)) {
		for (const [figure, value] of Object.entries(now)) {
			const before = frozen[name]?.[figure];
			if (JSON.stringify(before) !== JSON.stringify(value))
				console.log(`changed: ${name}: ${figure} ${JSON.stringify(before)} -> ${JSON.stringify(value)}`);
		}
	}
	console.log("The figures differ from the frozen run. If that is meant, run with --update and say why in the commit.");
	process.exitCode = 1;
}
