import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { SameAsError } from "../errors.js";
import type { ResolverOptions } from "../options.js";
import { createResolver } from "../resolver.js";
import { type MemoryStoreOptions, memoryStore } from "../stores/memory.js";
import type { SocialProfileInput } from "../types.js";
import type { Resolved } from "./resolver-pool.js";
import { type Answer, faultOf, type PlainOptions } from "./threads.js";

/** The code of a thread: says that it is ready, then answers one question after the other. */

interface Data {
	readonly task: "resolve";
	readonly store: MemoryStoreOptions;
	readonly options: PlainOptions;
	readonly setup?: string;
}

type Answering = (question: never) => Promise<unknown>;

const tasks: Readonly<Record<Data["task"], (options: ResolverOptions, data: Data) => Answering>> = {
	resolve(options, data) {
		const resolver = createResolver({ ...options, store: memoryStore(data.store) });
		return async (profiles: readonly (SocialProfileInput | string)[]) => {
			const answers: Resolved[] = [];
			for (const profile of profiles) {
				answers.push(
					await resolver.resolve(profile).then(
						(resolution) => ({ resolution }),
						(error: unknown) => ({ fault: faultOf(error) }),
					),
				);
			}
			return answers;
		};
	},
};

async function optionsOf({ options, setup }: Data): Promise<ResolverOptions> {
	if (setup === undefined) return options;
	try {
		const { default: own } = (await import(setup)) as { readonly default?: ResolverOptions };
		return { ...own, ...options, records: [] };
	} catch (cause) {
		throw new SameAsError("CONFIG", "The module of `setup` cannot be loaded.", { path: "setup", cause });
	}
}

const port = parentPort as MessagePort;

async function say(number: number, answer: () => Promise<unknown>): Promise<void> {
	try {
		port.postMessage({ number, reply: await answer() } satisfies Answer);
	} catch (error) {
		port.postMessage({ number, fault: faultOf(error) } satisfies Answer);
	}
}

async function work(data: Data): Promise<void> {
	const answering = tasks[data.task](await optionsOf(data), data);
	port.on("message", ({ number, question }: { readonly number: number; readonly question: never }) =>
		say(number, () => answering(question)),
	);
}

void say(0, () => work(workerData as Data));
