import { Worker } from "node:worker_threads";
import { SameAsError, type SameAsErrorCode } from "../errors.js";

/** An error on its way to another thread, where it would lose all but its message. */
export interface Fault {
	readonly name: string;
	readonly message: string;
	readonly stack?: string | undefined;
	readonly code?: SameAsErrorCode;
	readonly path?: string | undefined;
	readonly recordId?: string | undefined;
	readonly cause?: Fault;
}

export function faultOf(error: unknown): Fault {
	if (!(error instanceof Error)) return { name: "Error", message: String(error) };
	const { name, message, stack, cause } = error;
	return {
		name,
		message,
		stack,
		...(SameAsError.is(error) ? { code: error.code, path: error.path, recordId: error.recordId } : {}),
		...(cause === undefined ? {} : { cause: faultOf(cause) }),
	};
}

export function errorOf({ name, message, stack, code, path, recordId, cause }: Fault): Error {
	const because = cause === undefined ? {} : { cause: errorOf(cause) };
	const where = { ...(path === undefined ? {} : { path }), ...(recordId === undefined ? {} : { recordId }) };
	const error =
		code === undefined
			? Object.defineProperty(new Error(message, because), "name", { value: name })
			: new SameAsError(code, message, { ...where, ...because });
	if (stack !== undefined) error.stack = stack;
	return error;
}

/** What a thread answers: to the question of that number, the first of which is whether it is ready. */
export type Answer = { readonly number: number } & ({ readonly reply: unknown } | { readonly fault: Fault });

/** A thread that answers questions in the order in which they were asked. */
export interface Thread {
	/** Questions that it has not answered. */
	readonly asked: number;
	/** @throws SameAsError what the thread threw; WORKER when it ends before it has answered. */
	ask(question: unknown, transfer?: readonly ArrayBuffer[]): Promise<unknown>;
	end(): Promise<void>;
}

interface Waiting {
	resolve(reply: unknown): void;
	reject(error: Error): void;
}

/** @param data what the thread finds as `workerData`; `task` names the function that answers */
function startThread(data: object, onEnd: (thread: Thread) => void): { thread: Thread; ready: Promise<unknown> } {
	const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: data });
	const waiting = new Map<number, Waiting>();
	let numbers = 0;
	let failure: unknown;
	let ended = false;

	const gone = (): SameAsError =>
		new SameAsError("WORKER", "A worker thread ended before its time. Its error, when it had one, is the cause.", {
			...(failure === undefined ? {} : { cause: failure }),
		});
	/** The process may end while the thread has nothing to do. */
	function expect(): Promise<unknown> {
		if (ended) return Promise.reject(gone());
		worker.ref();
		return new Promise((resolve, reject) => waiting.set(numbers++, { resolve, reject }));
	}

	const thread: Thread = {
		get asked() {
			return waiting.size;
		},
		ask(question, transfer = []) {
			if (!ended) worker.postMessage({ number: numbers, question }, transfer);
			return expect();
		},
		async end() {
			await worker.terminate();
		},
	};
	worker.on("message", (answer: Answer) => {
		const asker = waiting.get(answer.number);
		waiting.delete(answer.number);
		if (waiting.size === 0) worker.unref();
		if ("fault" in answer) asker?.reject(errorOf(answer.fault));
		else asker?.resolve(answer.reply);
	});
	worker.on("error", (error) => {
		failure = error;
	});
	worker.on("exit", () => {
		ended = true;
		const left = [...waiting.values()];
		waiting.clear();
		for (const asker of left) asker.reject(gone());
		onEnd(thread);
	});
	return { thread, ready: expect() };
}

/**
 * Threads that are ready for work. Those that end leave the list.
 * @throws SameAsError as the thread does when it begins; CONFIG when the options cannot be sent to it.
 */
export async function startThreads(
	count: number,
	data: object,
	onEnd: (left: readonly Thread[]) => void = () => undefined,
): Promise<Thread[]> {
	const threads: Thread[] = [];
	const leave = (thread: Thread): void => {
		threads.splice(threads.indexOf(thread), 1);
		onEnd(threads);
	};
	try {
		const started = Array.from({ length: count }, () => {
			const { thread, ready } = startThread(data, leave);
			threads.push(thread);
			return ready;
		});
		await Promise.all(started);
	} catch (error) {
		await endAll(threads);
		if (!isUnsendable(error)) throw error;
		throw new SameAsError("CONFIG", "Functions cannot be sent to a thread: name scorers in a module, by `setup`.", {
			path: "options",
			cause: error,
		});
	}
	return threads;
}

export async function endAll(threads: readonly Thread[]): Promise<void> {
	await Promise.all(threads.map((thread) => thread.end()));
}

/** Whether sending has failed because of what was to be sent. */
export function isUnsendable(error: unknown): boolean {
	return error instanceof Error && error.name === "DataCloneError";
}

/** @throws SameAsError CONFIG */
export function checkWorkers(workers: number, least: number): void {
	if (Number.isInteger(workers) && workers >= least) return;
	throw new SameAsError("CONFIG", `\`workers\` is a whole number, at least ${least}.`, { path: "workers" });
}
