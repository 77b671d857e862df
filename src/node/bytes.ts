/** Parts in one piece, in the memory that is given: its length is all of theirs. */
export function joined(
	parts: readonly Uint8Array[],
	memory: new (length: number) => ArrayBuffer | SharedArrayBuffer = ArrayBuffer,
): Uint8Array {
	const bytes = new Uint8Array(new memory(parts.reduce((sum, { length }) => sum + length, 0)));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

/** Parts in one piece of memory that threads share: where they are that already, themselves. */
export function shared(parts: readonly Uint8Array[]): Uint8Array {
	const [only] = parts;
	return parts.length === 1 && only?.buffer instanceof SharedArrayBuffer ? only : joined(parts, SharedArrayBuffer);
}
