const code = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/**
 * The 18 characters of an id of Salesforce. The 15 that reports and old exports show are the same id, in which case
 * matters; the last three say which of them are capitals. What is no such id stays as it is.
 */
export function salesforceId(id: string): string {
	if (!code.test(id)) return id;
	const short = id.slice(0, 15);
	let suffix = "";
	for (let from = 0; from < 15; from += 5) {
		let capitals = 0;
		for (let bit = 0; bit < 5; bit++) if (/[A-Z]/.test(short[from + bit] as string)) capitals |= 1 << bit;
		suffix += letters[capitals];
	}
	// With a suffix that says otherwise, a program has changed the case: which id it was is not to be guessed.
	return id.length === 15 || id.slice(15).toUpperCase() === suffix ? short + suffix : id;
}
