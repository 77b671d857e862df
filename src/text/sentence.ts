/** A level's sentence with the compared values in place of `{profile}` and `{record}`, or without them. */
export function sentence(says: string, values?: { readonly profile: string; readonly record: string }): string {
	return says
		.replace(/\{(profile|record)\}/g, (_, side: "profile" | "record") => (values ? `“${values[side]}”` : ""))
		.replace(/ {2,}/g, " ")
		.replace(/ ([.,;:])/g, "$1")
		.trim();
}
