/** How mail and address cards carry bytes and texts of any language through seven bits. */

const sextets: ReadonlyMap<string, number> = /* @__PURE__ */ alphabets();

/** Both alphabets of RFC 4648: they differ in the last two characters. */
function alphabets(): ReadonlyMap<string, number> {
	const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const values = new Map([...characters].map((char, index) => [char, index]));
	return values.set("-", 62).set("_", 63);
}

/** The bytes of base64 or base64url (RFC 4648), with or without padding. What is no part of it is passed over. */
export function base64Bytes(text: string): Uint8Array {
	const bytes = new Uint8Array((text.length * 3) >> 2);
	let length = 0;
	let bits = 0;
	let count = 0;
	for (const char of text) {
		const sextet = sextets.get(char);
		if (sextet === undefined) continue;
		bits = ((bits << 6) | sextet) & 0xffffff;
		count += 6;
		if (count < 8) continue;
		count -= 8;
		bytes[length++] = (bits >> count) & 0xff;
	}
	return bytes.subarray(0, length);
}

/** The bytes of quoted-printable (RFC 2045): "M=C3=BCller". A text that is not encoded comes through. */
export function quotedPrintableBytes(text: string): Uint8Array {
	const unfolded = text.replace(/=[ \t]*\r?\n/g, "");
	const bytes: number[] = [];
	for (let at = 0; at < unfolded.length; at++) {
		const hex = unfolded[at] === "=" ? unfolded.slice(at + 1, at + 3) : "";
		if (/^[0-9A-Fa-f]{2}$/.test(hex)) {
			bytes.push(Number.parseInt(hex, 16));
			at += 2;
		} else {
			const char = String.fromCodePoint(unfolded.codePointAt(at) as number);
			bytes.push(...new TextEncoder().encode(char));
			at += char.length - 1;
		}
	}
	return Uint8Array.from(bytes);
}

/** The text that bytes are in a character set. Sets that the runtime does not know are read as UTF-8. */
export function decodeText(bytes: Uint8Array, charset = "utf-8"): string {
	let decoder: TextDecoder;
	try {
		decoder = new TextDecoder(charset);
	} catch {
		decoder = new TextDecoder();
	}
	return decoder.decode(bytes);
}

/** Decodes the words of a mail header (RFC 2047): "=?UTF-8?Q?S=C3=B8ren?=" is Søren. */
export function decodeWords(header: string): string {
	// Blanks between two encoded words are no part of the text.
	return header
		.replace(/(=\?[^?\s]{1,40}\?[BbQq]\?[^?\s]*\?=)\s+(?==\?)/g, "$1")
		.replace(/=\?([^?\s*]{1,40})(?:\*[^?\s]*)?\?([BbQq])\?([^?\s]*)\?=/g, (_, charset, way, text: string) =>
			decodeText(/b/i.test(way) ? base64Bytes(text) : quotedPrintableBytes(text.replaceAll("_", " ")), charset),
		);
}
