import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The repository. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url));

const start = promisify(execFile);

/** Runs a program to its end and gives what it printed; when it fails, all of that is in the error. */
export async function run(folder: string, program: string, ...args: string[]): Promise<string> {
	try {
		const { stdout } = await start(program, args, { cwd: folder, maxBuffer: 2 ** 24, timeout: 150_000 });
		return stdout;
	} catch (error) {
		const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
		throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}\n${stderr}`, { cause: error });
	}
}
