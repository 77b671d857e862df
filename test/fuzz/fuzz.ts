/** Runs a target on inputs that a seed decides, and tells what did not hold. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { SameAsError } from "sameas";
import { PLANT } from "./hostile.js";
import { Random, seedOf } from "./random.js";
import type { Target } from "./targets.js";

/** No input may take longer. A slow case is taken again, up to so many times, and the least counts. */
const MOST_MS = 50;
const RUNS = 5;
/** Findings of one target that are kept. */
const MOST_FINDINGS = 10;
const MIB = 2 ** 20;
const MOST_GROWTH_MIB = 64;

interface Finding {
	readonly target: string;
	readonly index: number;
	readonly what: string;
}

export interface TargetReport {
	readonly target: string;
	readonly inputs: number;
	readonly findings: readonly Finding[];
	/** Of the slowest input, the least of its runs, in ms. */
	readonly slowestMs: number;
	/** Heap after a collection in the last third of the inputs beside the first third, in MiB. */
	readonly growthMiB: number;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function heapMiB(): number {
	collect();
	return process.memoryUsage().heapUsed / MIB;
}

const builtIns = [Object, Array, Function, String, Number, Boolean, Map, Set, Promise, RegExp, Error, Date].map(
	(one) => one.prototype as object,
);
const shape = (): string => builtIns.map((one) => Reflect.ownKeys(one).map(String).join()).join("|");

/** Wall or processor time, whichever is less: a busy machine is not the library's fault. */
function stopwatch(): () => number {
	const from = performance.now();
	const used = process.cpuUsage();
	return () => {
		const wall = performance.now() - from;
		if (wall <= MOST_MS) return wall;
		const { user, system } = process.cpuUsage(used);
		return Math.min(wall, (user + system) / 1000);
	};
}

/** What did not hold for one input, or undefined; and how long it took. */
async function attempt(target: Target, seed: number): Promise<{ readonly ms: number; readonly fault?: string }> {
	const input = target.input(new Random(seed)) as never;
	const elapsed = stopwatch();
	let ms = 0;
	try {
		const result: unknown = await target.run(input);
		ms = elapsed();
		target.check?.(result as never, input);
		return { ms };
	} catch (error) {
		ms ||= elapsed();
		if (!SameAsError.is(error))
			return { ms, fault: error instanceof Error ? (error.stack ?? error.message) : `Threw a ${typeof error}.` };
		if (!target.codes.includes(error.code)) return { ms, fault: `${error.code} ${error.path ?? ""}: ${error.stack}` };
		const told = `${error.message} ${error.path ?? ""}`.toLowerCase();
		return told.includes(PLANT.toLowerCase())
			? { ms, fault: `An error shows a personal value: ${error.stack}` }
			: { ms };
	}
}

export interface FuzzOptions {
	readonly seed: number;
	readonly inputs: number;
	/** Only this one of the inputs. */
	readonly only?: number;
	/** Called before each input. */
	readonly onInput?: (index: number) => void;
}

export async function fuzz(target: Target, { seed, inputs, only, onInput }: FuzzOptions): Promise<TargetReport> {
	const findings: Finding[] = [];
	const find = (index: number, what: string): void => {
		if (findings.length < MOST_FINDINGS) findings.push({ target: target.name, index, what });
	};
	const heaps: number[] = [];
	const batch = Math.ceil(inputs / (inputs < 5000 ? 3 : 12));
	const before = shape();
	let slowestMs = 0;
	for (let index = only ?? 0; index < (only === undefined ? inputs : only + 1); index++) {
		onInput?.(index);
		const own = seedOf(seed, target.name, index);
		let { ms, fault } = await attempt(target, own);
		for (let run = 1; run < RUNS && ms > Math.min(slowestMs, MOST_MS); run++)
			ms = Math.min(ms, (await attempt(target, own)).ms);
		if (fault !== undefined) find(index, fault);
		if (ms > MOST_MS) find(index, `Took ${ms.toFixed(0)} ms, at least, in ${RUNS} runs.`);
		slowestMs = Math.max(slowestMs, ms);
		if ((index + 1) % batch === 0) {
			if (shape() !== before) find(index, "A prototype of the language has been changed.");
			heaps.push(heapMiB());
		}
	}
	const third = Math.floor(heaps.length / 3);
	const mean = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0) / Math.max(1, some.length);
	const growthMiB = third === 0 ? 0 : mean(heaps.slice(-third)) - mean(heaps.slice(0, third));
	if (growthMiB >= MOST_GROWTH_MIB) find(inputs, `The heap grew by ${growthMiB.toFixed(0)} MiB.`);
	return { target: target.name, inputs: only === undefined ? inputs : 1, findings, slowestMs, growthMiB };
}

/** How many of so many inputs each target gets. */
export function sharesOf(targets: readonly Target[], inputs: number): number[] {
	const all = targets.reduce((sum, { share }) => sum + share, 0);
	return targets.map(({ share }) => Math.max(1, Math.round((inputs * share) / all)));
}
