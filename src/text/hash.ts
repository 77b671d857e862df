import { SameAsError } from "../errors.js";
import { isAscii } from "./unicode.js";

/**
 * MD5 (RFC 1321) and SHA-256 (FIPS 180-4) of short strings. Networks publish the hash of an address where they hide the
 * address itself, so these name values; they protect nothing. Web Crypto has no MD5 and answers only asynchronously.
 * With a key (HMAC, RFC 2104) they do protect: who does not know the key can neither guess values nor sign.
 */

const encoder: TextEncoder = /* @__PURE__ */ new TextEncoder();

/** Kept for the next message, as most are addresses, and there are millions of them. */
const shortMessage: Int32Array = /* @__PURE__ */ new Int32Array(128);

/** The 32-bit words of a message, a one bit, zeros up to a multiple of 64 bytes, and its length in bits. */
function padded(
	message: string | Uint8Array,
	littleEndian: boolean,
): { readonly words: Int32Array; readonly size: number } {
	// The code units of ASCII are its bytes.
	const text = typeof message === "string" && isAscii(message) ? message : "";
	const bytes = text === message ? undefined : typeof message === "string" ? encoder.encode(message) : message;
	const length = bytes?.length ?? text.length;
	const size = ((length + 8) >> 6) * 16 + 16;
	const words = size > shortMessage.length ? new Int32Array(size) : shortMessage.fill(0, 0, size);
	const first = littleEndian ? 0 : 24;
	for (let i = 0; i <= length; i++) {
		const byte = i === length ? 0x80 : bytes === undefined ? (text as string).charCodeAt(i) : (bytes[i] as number);
		words[i >> 2] = (words[i >> 2] as number) | (byte << (first ^ ((i & 3) * 8)));
	}
	const high = Math.floor(length / 0x2000_0000);
	words[size - 2] = littleEndian ? length << 3 : high;
	words[size - 1] = littleEndian ? high : length << 3;
	return { words, size };
}

function left(word: number, by: number): number {
	return (word << by) | (word >>> (32 - by));
}

function right(word: number, by: number): number {
	return (word >>> by) | (word << (32 - by));
}

/** The code of the hexadecimal digit for the last four bits. */
function digit(bits: number): number {
	const value = bits & 15;
	return value < 10 ? 48 + value : 87 + value;
}

function hex(state: Int32Array, littleEndian: boolean, digits: number): string {
	let out = "";
	for (let i = 0; i * 8 < digits; i++) {
		const word = state[i] as number;
		const w = littleEndian ? (left(word, 8) & 0x00ff00ff) | (right(word, 8) & 0xff00ff00) : word;
		// Many times faster than toString(16).
		out += String.fromCharCode(
			digit(w >> 28),
			digit(w >> 24),
			digit(w >> 20),
			digit(w >> 16),
			digit(w >> 12),
			digit(w >> 8),
			digit(w >> 4),
			digit(w),
		);
	}
	return out.slice(0, digits);
}

// RFC 1321, 3.4: the sines of 1 to 64 radians, and four shifts for each of the four rounds.
const md5Constants: Int32Array = /* @__PURE__ */ sines();
const md5Shifts: Int32Array = /* @__PURE__ */ Int32Array.of(7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21);
const md5State: Int32Array = /* @__PURE__ */ new Int32Array(4);

/** `Math.sin` is not the same everywhere; sin(n + 1) = 2 cos(1) sin(n) - sin(n - 1) is, and near enough. */
function sines(): Int32Array {
	let [before, sine] = [0, 0.8414709848078965];
	return Int32Array.from({ length: 64 }, () => {
		const word = Math.floor(Math.abs(sine) * 2 ** 32);
		[before, sine] = [sine, 1.0806046117362795 * sine - before];
		return word;
	});
}

/** MD5 of the UTF-8 form of a string: its first `digits` lower-case hexadecimal digits, of 32. */
export function md5(text: string, digits = 32): string {
	const { words, size } = padded(text, true);
	const state = md5State;
	state[0] = 0x67452301;
	state[1] = 0xefcdab89;
	state[2] = 0x98badcfe;
	state[3] = 0x10325476;
	const constants = md5Constants;
	const shifts = md5Shifts;
	for (let block = 0; block < size; block += 16) {
		let a = state[0] as number;
		let b = state[1] as number;
		let c = state[2] as number;
		let d = state[3] as number;
		for (let i = 0; i < 64; i++) {
			const round = i >> 4;
			let mixed = c ^ (b | ~d);
			let word = 7 * i;
			if (round === 0) {
				mixed = (b & c) | (~b & d);
				word = i;
			} else if (round === 1) {
				mixed = (d & b) | (~d & c);
				word = 5 * i + 1;
			} else if (round === 2) {
				mixed = b ^ c ^ d;
				word = 3 * i + 5;
			}
			const sum = (a + mixed + (constants[i] as number) + (words[block + (word & 15)] as number)) | 0;
			a = d;
			d = c;
			c = b;
			b = (b + left(sum, shifts[round * 4 + (i & 3)] as number)) | 0;
		}
		state[0] = ((state[0] as number) + a) | 0;
		state[1] = ((state[1] as number) + b) | 0;
		state[2] = ((state[2] as number) + c) | 0;
		state[3] = ((state[3] as number) + d) | 0;
	}
	return hex(state, true, digits);
}

// FIPS 180-4, 4.2.2 and 5.3.3: fractional parts of the cube and square roots of the first primes.
const sha256Constants: Int32Array = /* @__PURE__ */ Int32Array.from(
	(
		"428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3 " +
		"72be5d74 80deb1fe 9bdc06a7 c19bf174 e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da " +
		"983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967 27b70a85 2e1b2138 4d2c6dfc 53380d13 " +
		"650a7354 766a0abb 81c2c92e 92722c85 a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070 " +
		"19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 748f82ee 78a5636f 84c87814 8cc70208 " +
		"90befffa a4506ceb bef9a3f7 c67178f2"
	).split(" "),
	(word) => Number.parseInt(word, 16),
);
const sha256Start: Int32Array = /* @__PURE__ */ Int32Array.of(
	0x6a09e667,
	0xbb67ae85,
	0x3c6ef372,
	0xa54ff53a,
	0x510e527f,
	0x9b05688c,
	0x1f83d9ab,
	0x5be0cd19,
);
const sha256State: Int32Array = /* @__PURE__ */ new Int32Array(8);
const sha256Schedule: Int32Array = /* @__PURE__ */ new Int32Array(64);

/** SHA-256 of bytes or of the UTF-8 form of a string: its first `digits` lower-case hexadecimal digits, of 64. */
export function sha256(message: string | Uint8Array, digits = 64): string {
	const { words, size } = padded(message, false);
	const state = sha256State;
	state.set(sha256Start);
	const schedule = sha256Schedule;
	const constants = sha256Constants;
	for (let block = 0; block < size; block += 16) {
		for (let i = 0; i < 16; i++) schedule[i] = words[block + i] as number;
		for (let i = 16; i < 64; i++) {
			const far = schedule[i - 15] as number;
			const near = schedule[i - 2] as number;
			const mixedFar = right(far, 7) ^ right(far, 18) ^ (far >>> 3);
			const mixedNear = right(near, 17) ^ right(near, 19) ^ (near >>> 10);
			schedule[i] = ((schedule[i - 16] as number) + mixedFar + (schedule[i - 7] as number) + mixedNear) | 0;
		}
		let a = state[0] as number;
		let b = state[1] as number;
		let c = state[2] as number;
		let d = state[3] as number;
		let e = state[4] as number;
		let f = state[5] as number;
		let g = state[6] as number;
		let h = state[7] as number;
		for (let i = 0; i < 64; i++) {
			const choice = (e & f) ^ (~e & g);
			const majority = (a & b) ^ (a & c) ^ (b & c);
			const mixedE = right(e, 6) ^ right(e, 11) ^ right(e, 25);
			const mixedA = right(a, 2) ^ right(a, 13) ^ right(a, 22);
			const first = (h + mixedE + choice + (constants[i] as number) + (schedule[i] as number)) | 0;
			h = g;
			g = f;
			f = e;
			e = (d + first) | 0;
			d = c;
			c = b;
			b = a;
			a = (first + mixedA + majority) | 0;
		}
		state[0] = ((state[0] as number) + a) | 0;
		state[1] = ((state[1] as number) + b) | 0;
		state[2] = ((state[2] as number) + c) | 0;
		state[3] = ((state[3] as number) + d) | 0;
		state[4] = ((state[4] as number) + e) | 0;
		state[5] = ((state[5] as number) + f) | 0;
		state[6] = ((state[6] as number) + g) | 0;
		state[7] = ((state[7] as number) + h) | 0;
	}
	return hex(state, false, digits);
}

/** Bytes that SHA-256 takes in at once. */
const BLOCK = 64;

const bytesOfHex = (hex: string): Uint8Array =>
	Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));

/**
 * HMAC-SHA-256 (RFC 2104) of strings in their UTF-8 form, with a key of any length: 64 lower-case hexadecimal digits.
 * @returns a function of the text, as one key is for many
 */
export function hmacSha256(key: string): (text: string) => string {
	const written = encoder.encode(key);
	const bytes = written.length > BLOCK ? bytesOfHex(sha256(written)) : written;
	const inner = new Uint8Array(BLOCK).fill(0x36);
	const outer = new Uint8Array(BLOCK + 32).fill(0x5c);
	for (const [i, byte] of bytes.entries()) {
		inner[i]! ^= byte;
		outer[i]! ^= byte;
	}
	return (text) => {
		const encoded = encoder.encode(text);
		const message = new Uint8Array(BLOCK + encoded.length);
		message.set(inner);
		message.set(encoded, BLOCK);
		outer.set(bytesOfHex(sha256(message)), BLOCK);
		return sha256(outer);
	};
}

/** Whether two texts are equal, in a time that does not tell where they differ. */
export function equalInConstantTime(a: string, b: string): boolean {
	let difference = a.length ^ b.length;
	for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % Math.max(1, b.length));
	return difference === 0;
}

/** Guessing a key has to be hopeless: 256 bits, at best, in so many characters. */
const KEY_CHARACTERS = 32;

/** @throws SameAsError CONFIG when a key is too short to be one. */
export function checkKey(key: string | undefined, path = "key"): string {
	if (typeof key === "string" && key.length >= KEY_CHARACTERS) return key;
	throw new SameAsError("CONFIG", `\`${path}\` is a secret of at least ${KEY_CHARACTERS} characters.`, { path });
}
