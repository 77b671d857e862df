import { createReadStream } from "node:fs";
import { isUint8Array } from "node:util/types";
import { refuse, SameAsError } from "../errors.js";
import { joined } from "../memory/bytes.js";
import type { Inputs } from "../record-set.js";

/** One JSON object a line: the path or the address of a file, or its text in pieces, such as a stream, newlines included. */
export type Lines = string | URL | Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;

/** Records, and bytes of lines, that go to a thread together: some milliseconds of work. */
const RECORDS = 512;
const BYTES = 2 ** 17;
const NEWLINE = 10;
const MARK = [0xef, 0xbb, 0xbf];

export async function* recordChunks(records: Inputs): AsyncGenerator<unknown[]> {
	let chunk: unknown[] = [];
	// What is at hand is not waited for, record by record.
	if (Symbol.iterator in records) {
		for (const record of records) {
			if (chunk.push(record) < RECORDS) continue;
			yield chunk;
			chunk = [];
		}
	} else {
		for await (const record of records) {
			if (chunk.push(record) < RECORDS) continue;
			yield chunk;
			chunk = [];
		}
	}
	if (chunk.length > 0) yield chunk;
}

/** Whole lines, in memory of their own. */
export async function* lineChunks(lines: Lines): AsyncGenerator<Uint8Array> {
	let held: Uint8Array[] = [];
	let size = 0;
	let isFirst = true;
	for await (const piece of piecesOf(lines)) {
		const end = piece.lastIndexOf(NEWLINE) + 1;
		const start = isFirst && MARK.every((byte, at) => piece[at] === byte) ? MARK.length : 0;
		isFirst = false;
		held.push(piece.subarray(start, end === 0 ? undefined : end));
		size += piece.length;
		if (end === 0 || size < BYTES) {
			if (end > 0) held.push(piece.subarray(end));
			continue;
		}
		yield joined(held);
		held = [piece.subarray(end)];
		size = held[0]!.length;
	}
	if (size > 0) yield joined(held);
}

async function* piecesOf(lines: Lines): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	let before = "";
	for await (const piece of typeof lines === "string" || lines instanceof URL ? fileOf(lines) : lines) {
		if (typeof piece !== "string" && !isUint8Array(piece)) {
			refuse("lines", "The pieces of `lines` are text or bytes. Give objects as `records`.");
		}
		if (typeof piece === "string" && piece !== "") {
			if (piece.startsWith("{") && isObject(before)) refuse("lines", NO_NEWLINES);
			before = piece;
		}
		const bytes = typeof piece === "string" ? encoder.encode(piece) : piece;
		for (let at = 0; at < bytes.length; at += BYTES) yield bytes.subarray(at, at + BYTES);
	}
}

const NO_NEWLINES =
	"There is no newline between two pieces of `lines`. Give the file or its stream, or end each line with a newline.";

/** Whether a piece is one whole object that no newline ends. No object begins right after it in JSON. */
function isObject(piece: string): boolean {
	if (!piece.endsWith("}")) return false;
	try {
		JSON.parse(piece);
		return true;
	} catch {
		return false;
	}
}

/**
 * So that what cannot be taken in is refused before threads start.
 * @throws SameAsError CONFIG
 */
export function checkSource(records: Inputs | undefined, lines: Lines | undefined): void {
	if ((records === undefined) === (lines === undefined)) refuse("records", "Give either `records` or `lines`.");
	if (lines === undefined) {
		if (!isIterable(records)) refuse("records", "`records` is an array or a stream of objects.");
	} else if (typeof lines !== "string" && !(lines instanceof URL)) {
		if (!isIterable(lines)) refuse("lines", "`lines` is the path of a file, or a stream of text or bytes.");
		// It takes the newlines out, and loses what it reads before somebody listens.
		if ("setPrompt" in lines) refuse("lines", "Give the stream itself, not what readline makes of it.");
	}
}

function isIterable(value: unknown): boolean {
	return typeof value === "object" && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value);
}

async function* fileOf(path: string | URL): AsyncGenerator<Uint8Array> {
	try {
		yield* createReadStream(path, { highWaterMark: BYTES });
	} catch (cause) {
		throw new SameAsError("CONFIG", "The file of lines is missing or cannot be read.", { path: "lines", cause });
	}
}
