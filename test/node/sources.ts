import { syncBuiltinESMExports } from "node:module";
import threads, { Worker, type WorkerOptions } from "node:worker_threads";

/** Threads begin with built files; here, as everything else, with the sources. */
class SourceWorker extends Worker {
	constructor(address: URL, options: WorkerOptions) {
		const tsx = JSON.stringify(import.meta.resolve("tsx/esm/api"));
		const run = `({ register }) => { register(); return import(${JSON.stringify(String(address))}); }`;
		super(`import(${tsx}).then(${run})`, { ...options, eval: true });
	}
}

threads.Worker = SourceWorker as typeof Worker;
syncBuiltinESMExports();
