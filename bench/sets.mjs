// Labelled sets: DIR/<set>.records.ndjson(.gz) holds the records, DIR/<set>.handles.ndjson the handles with their truth.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

function readLines(path) {
	const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
	return bytes
		.toString("utf8")
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line));
}

/** A stable number in [0, 1) for a text: FNV-1a, mixed once more. */
function share(text) {
	let hash = 2166136261;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
	hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
	return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}

/** So many ways to choose the people whose records are withheld: figures of one choice are figures of chance, too. */
export const salts = (count) => Array.from({ length: count }, (_, at) => (at === 0 ? "nil" : `nil ${at}`));

/**
 * Every set of the folder. A share of the right records is withheld: to their handles, nobody is the right answer.
 * @param salt which records they are: another salt, another choice
 */
export function readSets(folder, { withhold = 0.25, salt = "nil" } = {}) {
	const ending = ".handles.ndjson";
	const names = readdirSync(folder).filter((name) => name.endsWith(ending));
	return names.sort().map((file) => {
		const name = file.slice(0, -ending.length);
		const handles = readLines(join(folder, file));
		const withheld = new Set(handles.map(({ truth }) => truth).filter((id) => id && share(`${salt}:${id}`) < withhold));
		return {
			name,
			records: readLines(join(folder, `${name}.records.ndjson`)).filter(({ id }) => !withheld.has(id)),
			labelled: handles.map(({ truth, platform, handle, displayName, bio, location, links }) => ({
				truth: truth && !withheld.has(truth) ? truth : null,
				profile: { platform, handle, displayName, bio, location, links },
			})),
		};
	});
}

/** The same people with nothing but their handle. */
export const handleOnly = (labelled) =>
	labelled.map(({ profile: { platform, handle }, ...rest }) => ({ ...rest, profile: { platform, handle } }));

/** The same people with all but their display name. */
export const withoutDisplayName = (labelled) =>
	labelled.map(({ profile: { displayName, ...profile }, ...rest }) => ({ ...rest, profile }));
