import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { joined } from "../memory/bytes.js";
import type { ResolverOptions } from "../options.js";
import { createResolver } from "../resolver.js";
import { type MemoryStoreOptions, memoryStore } from "../stores/memory.js";
import type { SocialProfileInput } from "../types.js";
import { type Chunk, FINISH, intakeOf } from "./intake.js";
import type { Resolved } from "./resolver-pool.js";
import { readSetup, type ThreadOptions } from "./setup.js";
import { type Answer, faultOf } from "./threads.js";

/** The code of a thread: says that it is ready, then answers one question after the other. */

interface Data extends ThreadOptions {
	readonly task: "resolve" | "build";
	readonly store?: MemoryStoreOptions;
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
	build(options) {
		const store = memoryStore();
		const take = intakeOf(options, store);
		return async (chunk: Chunk | typeof FINISH) => (chunk === FINISH ? joined(store.snapshot()).buffer : take(chunk));
	},
};

const port = parentPort as MessagePort;

async function say(number: number, answer: () => Promise<unknown>): Promise<void> {
	try {
		const reply = await answer();
		port.postMessage({ number, reply } satisfies Answer, reply instanceof ArrayBuffer ? [reply] : []);
	} catch (error) {
		port.postMessage({ number, fault: faultOf(error) } satisfies Answer);
	}
}

async function work(data: Data): Promise<void> {
	const answering = tasks[data.task](await readSetup(data), data);
	port.on("message", ({ number, question }: { readonly number: number; readonly question: never }) =>
		say(number, () => answering(question)),
	);
}

void say(0, () => work(workerData as Data));
