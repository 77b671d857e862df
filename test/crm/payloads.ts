import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Payloads of a system as files of a folder that may stand beside the project, each parsed; none where it does not. */
export function payloadsOf(system: string): { readonly file: string; readonly payload: unknown }[] {
	const folder = fileURLToPath(new URL(`../../../shared/payloads/${system}`, import.meta.url));
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((file) => file.endsWith(".json"))
		.map((file) => ({ file, payload: JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as unknown }));
}
