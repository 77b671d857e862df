/**
 * Logarithms and powers with the same last digit everywhere. ECMAScript leaves `Math.log2`, `Math.exp`, `Math.pow` and `**`
 * to the engine, and Node 20 and 26 differ. These are made of what IEEE 754 and ECMAScript define to the last bit: the
 * four operations, rounding, comparing, and reading the bits of a number. They are at most 2 units in the last place from
 * what is right.
 */

/** The bits of a number; a view is big-endian whatever the machine is. */
const bits: DataView = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** The logarithm to base 2; of a power of two exact. NaN below 0, like `Math.log2`. */
export function log2(x: number): number {
	if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
	if (x === Infinity) return x;
	if (x < 2 ** -1022) return log2(x * 2 ** 54) - 54;
	bits.setFloat64(0, x);
	const head = bits.getInt32(0);
	let exponent = (head >> 20) - 1023;
	let fraction = 1 + (head & 0xfffff) / 2 ** 20 + bits.getUint32(4) / 2 ** 52;
	if (fraction > Math.SQRT2) {
		fraction /= 2;
		exponent++;
	}
	// ln(1 + f) = 2 artanh(s) = s (2 + r) with s = f / (2 + f), within ±0.172, and r = 2 (s²/3 + s⁴/5 + …). As f is exact and
	// s is not, 2s is written as f - sf (as in fdlibm). Of r every other term, so that they are reckoned side by side.
	const f = fraction - 1;
	const s = f / (2 + f);
	const z = s * s;
	const w = z * z;
	const odd = z * (2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19)))));
	const even = w * (2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21)))));
	return exponent + (f - s * (f - (odd + even))) * Math.LOG2E;
}

/** 2 to the power of x; of a whole number exact. */
export function exp2(x: number): number {
	if (!(x < 1024)) return x * Infinity;
	if (x < -1022) return x < -1100 ? 0 : exp2(x + 54) * 2 ** -54;
	const exponent = Math.floor(x + 0.5);
	// e^z = 1 + z + zc / (2 - c) with z within ±0.347 and c = z + 2 - z coth(z / 2), whose series has Bernoulli's numbers.
	const z = (x - exponent) * Math.LN2;
	const q = z * z;
	const c =
		z -
		q * (1 / 6 - q * (1 / 360 - q * (1 / 15_120 - q * (1 / 604_800 - q * (1 / 23_950_080 - q * (1 / 946_218_790))))));
	bits.setFloat64(0, 1 + (z + (z * c) / (2 - c)));
	bits.setInt32(0, bits.getInt32(0) + (exponent << 20));
	return bits.getFloat64(0);
}

/** `x ** 2` is the engine's own affair as well. */
export function square(x: number): number {
	return x * x;
}
