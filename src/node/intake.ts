import type { ResolverOptions } from "../options.js";
import type { IngestReport } from "../record-set.js";
import { createResolver } from "../resolver.js";
import { readRecord } from "../schema.js";
import type { MemoryStore } from "../stores/memory.js";
import type { CrmRecordInput, QuarantinedRecord } from "../types.js";

/** A piece of what comes in: records, or whole lines of NDJSON. */
export type Chunk = readonly unknown[] | Uint8Array;

/** In place of a chunk: the thread gives back what it has taken in, as a snapshot. */
export const FINISH = "finish";

/** What came of a chunk. Positions are counted within it. */
export interface Taken extends Pick<IngestReport, "quarantined" | "warnings"> {
	/** Records, or lines, blank ones included. */
	readonly offered: number;
	/** Positions of the records that were kept, in their order. */
	readonly accepted: readonly number[];
	readonly suppressed: readonly Suppressed[];
}

/** A record that was not kept; itself, when it refuses: others of its person are then not to be kept either. */
interface Suppressed {
	readonly index: number;
	readonly recordId: string;
	readonly refusing?: CrmRecordInput;
}

/** @returns a function that takes chunks into a store, and says what two of its kind have to know of each other */
export function intakeOf(options: ResolverOptions, store: MemoryStore): (chunk: Chunk) => Taken {
	// A record that refuses keeps out others of its person where all are together: in `buildStore`.
	const suppressed = { ...options.suppressed, byConsent: false };
	const resolver = createResolver({ ...options, suppressed, store });
	return (chunk) => {
		const { offered, inputs, indexes, broken } = chunk instanceof Uint8Array ? linesOf(chunk) : listOf(chunk);
		const accepted: number[] = [];
		const others = new Set<number>();
		function* watched(): Generator<CrmRecordInput> {
			for (const [at, input] of inputs.entries()) {
				const before = store.size;
				yield input as CrmRecordInput;
				if (store.size > before) accepted.push(indexes[at]!);
				else others.add(at);
			}
		}
		const report = resolver.add(watched());
		for (const { index } of report.quarantined) others.delete(index);
		const suppressed = [...others].map((at) => {
			const read = readRecord(inputs[at], at);
			if (!("record" in read)) return { index: indexes[at]!, recordId: "" };
			const { record } = read;
			const refusing = record.consent.doNotMatch === true ? { refusing: record } : {};
			return { index: indexes[at]!, recordId: record.id, ...refusing };
		});
		const quarantined = report.quarantined.map((entry) => ({ ...entry, index: indexes[entry.index]! }));
		return { offered, accepted, suppressed, quarantined: [...quarantined, ...broken], warnings: report.warnings };
	};
}

/** What a chunk holds, and the position of each. */
interface Held {
	readonly offered: number;
	readonly inputs: readonly unknown[];
	readonly indexes: readonly number[];
	/** Lines that cannot be read. */
	readonly broken: readonly QuarantinedRecord[];
}

function listOf(inputs: readonly unknown[]): Held {
	return { offered: inputs.length, inputs, indexes: [...inputs.keys()], broken: [] };
}

// A mark of the byte order stands only at the beginning of a file, where it is taken off.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function linesOf(chunk: Uint8Array): Held {
	const lines = decoder.decode(chunk).split("\n");
	if (lines.at(-1) === "") lines.pop();
	const inputs: unknown[] = [];
	const indexes: number[] = [];
	const broken: QuarantinedRecord[] = [];
	for (const [index, line] of lines.entries()) {
		if (line.trim() === "") continue;
		try {
			inputs.push(JSON.parse(line));
			indexes.push(index);
		} catch {
			broken.push({ code: "SHAPE", path: "", reason: "This line is not JSON. Write one object a line.", index });
		}
	}
	return { offered: lines.length, inputs, indexes, broken };
}
