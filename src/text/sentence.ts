/** A level's sentence with the compared values, as they are, in place of `{profile}` and `{record}`, or without them. */
export function sentence(says: string, values?: { readonly profile: string; readonly record: string }): string {
	const filled = says.replace(/\{(profile|record)\}/g, (_, side: "profile" | "record") =>
		values ? `“${values[side]}”` : "",
	);
	return values
		? filled
		: filled
				.replace(/ {2,}/g, " ")
				.replace(/ ([.,;:])/g, "$1")
				.trim();
}
