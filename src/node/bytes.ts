import { joined } from "../memory/bytes.js";

/** Parts in one piece of memory that threads share: where they are that already, themselves. */
export function shared(parts: readonly Uint8Array[]): Uint8Array {
	const [only] = parts;
	return parts.length === 1 && only?.buffer instanceof SharedArrayBuffer ? only : joined(parts, SharedArrayBuffer);
}
