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

/** The same words with room for more. */
export function grown(words: Uint32Array, size: number): Uint32Array {
	const larger = new Uint32Array(size);
	larger.set(words);
	return larger;
}
