/** Sums of an empty text: what a person without an address has. */
const empty: ReadonlySet<string> = /* @__PURE__ */ new Set([
	"d41d8cd98f00b204e9800998ecf8427e",
	"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
]);

/**
 * The MD5 or SHA-256 sum of an email address in hex, as Gravatar takes it, from the address of an avatar or from a field
 * of its own. `undefined` where there is none, and for the sum of no address at all.
 */
export function emailHashIn(text: string): string | undefined {
	const found = /^(?:.{0,512}?\/avatar\/)?([0-9a-f]{64}|[0-9a-f]{32})(?![0-9a-z])/i.exec(text.slice(0, 1024));
	const hash = found?.[1]?.toLowerCase();
	return hash === undefined || empty.has(hash) ? undefined : hash;
}
