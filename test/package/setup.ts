import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.js";

const newest = (folder: string): number =>
	Math.max(
		...readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => statSync(join(folder, path)).mtimeMs),
	);

/** These tests try the built package, so the build has to be there and no older than the sources. */
export default function setup(): void {
	const built = join(root, "dist", "index.js");
	if (!existsSync(built)) throw new Error("There is no build to test. Run `npm run build` first.");
	if (statSync(built).mtimeMs < newest(join(root, "src"))) {
		throw new Error("The build is older than the sources. Run `npm run build` first.");
	}
}
