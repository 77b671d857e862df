/**
 * MD5 (RFC 1321) and SHA-256 (FIPS 180-4) of short strings. Networks publish the hash of an address where they hide the
 * address itself, so these name values; they protect nothing. Web Crypto has no MD5 and answers only asynchronously.
 */

function utf8(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

/** The message, a one bit, zeros up to a multiple of 64 bytes, and its length in bits. */
function padded(message: Uint8Array, littleEndian: boolean): DataView {
	const size = ((message.length + 8) >> 6) * 64 + 64;
	const bytes = new Uint8Array(size);
	bytes.set(message);
	bytes[message.length] = 0x80;
	const view = new DataView(bytes.buffer);
	const high = Math.floor(message.length / 0x2000_0000);
	const low = (message.length << 3) >>> 0;
	view.setUint32(size - 8, littleEndian ? low : high, littleEndian);
	view.setUint32(size - 4, littleEndian ? high : low, littleEndian);
	return view;
}

function left(word: number, by: number): number {
	return (word << by) | (word >>> (32 - by));
}

function right(word: number, by: number): number {
	return (word >>> by) | (word << (32 - by));
}

function hex(state: Uint32Array, littleEndian: boolean): string {
	const view = new DataView(new ArrayBuffer(state.length * 4));
	state.forEach((word, index) => {
		view.setUint32(index * 4, word, littleEndian);
	});
	let out = "";
	for (let i = 0; i < view.byteLength; i += 4) out += view.getUint32(i).toString(16).padStart(8, "0");
	return out;
}

// RFC 1321, 3.4: the sines of 1 to 64 radians, and four shifts for each of the four rounds.
const md5Constants = /* @__PURE__ */ Uint32Array.from({ length: 64 }, (_, i) =>
	Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32),
);
const md5Shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21] as const;

/** MD5 of the UTF-8 form of a string, as 32 lower-case hexadecimal digits. */
export function md5(text: string): string {
	const view = padded(utf8(text), true);
	const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
	for (let block = 0; block < view.byteLength; block += 64) {
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
			const sum = (a + mixed + (md5Constants[i] as number) + view.getUint32(block + (word & 15) * 4, true)) | 0;
			a = d;
			d = c;
			c = b;
			b = (b + left(sum, md5Shifts[round * 4 + (i & 3)] as number)) | 0;
		}
		[a, b, c, d].forEach((value, i) => {
			state[i] = (state[i] as number) + value;
		});
	}
	return hex(state, true);
}

// FIPS 180-4, 4.2.2 and 5.3.3: fractional parts of the cube and square roots of the first primes.
const sha256Constants: readonly number[] = /* @__PURE__ */ (
	"428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3 " +
	"72be5d74 80deb1fe 9bdc06a7 c19bf174 e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da " +
	"983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967 27b70a85 2e1b2138 4d2c6dfc 53380d13 " +
	"650a7354 766a0abb 81c2c92e 92722c85 a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070 " +
	"19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 748f82ee 78a5636f 84c87814 8cc70208 " +
	"90befffa a4506ceb bef9a3f7 c67178f2"
)
	.split(" ")
	.map((word) => Number.parseInt(word, 16));
type Eight = [number, number, number, number, number, number, number, number];
const sha256Start: Readonly<Eight> = [
	0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

/** SHA-256 of the UTF-8 form of a string, as 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
	const view = padded(utf8(text), false);
	const state = Uint32Array.from(sha256Start);
	const schedule = new Int32Array(64);
	for (let block = 0; block < view.byteLength; block += 64) {
		for (let i = 0; i < 16; i++) schedule[i] = view.getInt32(block + i * 4);
		for (let i = 16; i < 64; i++) {
			const far = schedule[i - 15] as number;
			const near = schedule[i - 2] as number;
			const mixedFar = right(far, 7) ^ right(far, 18) ^ (far >>> 3);
			const mixedNear = right(near, 17) ^ right(near, 19) ^ (near >>> 10);
			schedule[i] = (schedule[i - 16] as number) + mixedFar + (schedule[i - 7] as number) + mixedNear;
		}
		let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
		for (let i = 0; i < 64; i++) {
			const choice = (e & f) ^ (~e & g);
			const majority = (a & b) ^ (a & c) ^ (b & c);
			const mixedE = right(e, 6) ^ right(e, 11) ^ right(e, 25);
			const mixedA = right(a, 2) ^ right(a, 13) ^ right(a, 22);
			const first = (h + mixedE + choice + (sha256Constants[i] as number) + (schedule[i] as number)) | 0;
			h = g;
			g = f;
			f = e;
			e = (d + first) | 0;
			d = c;
			c = b;
			b = a;
			a = (first + mixedA + majority) | 0;
		}
		[a, b, c, d, e, f, g, h].forEach((value, i) => {
			state[i] = (state[i] as number) + value;
		});
	}
	return hex(state, false);
}
