// sameas and its peers, each set up as its documentation advises for names. A peer gets names without marks and in small
// letters, the full name and the joined one where it takes two fields, and searches for the display name or, without one,
// for the words of the handle. What is not documented was tried at 20,000 records, and the best is kept.
import { bare, fold, fullNameOf } from "./population.mjs";

const queryOf = ({ displayName, handle }) =>
	fold(displayName ?? handle)
		.replace(/[^a-z' -]+/g, displayName === undefined ? " " : "")
		.replace(/[_-]+/g, " ")
		.trim();
const documentsOf = (records) =>
	records.map((record, index) => {
		const name = fold(fullNameOf(record));
		return { id: index, name, joined: bare(name) };
	});
const indexOf = (recordId) => Number(recordId.slice(1));

/** Started once: that a server runs is no part of an index. */
let database;
async function startDatabase() {
	const { PGlite } = await import("@electric-sql/pglite");
	const { pg_trgm } = await import("@electric-sql/pglite/contrib/pg_trgm");
	const started = await PGlite.create({ extensions: { pg_trgm } });
	await started.exec("create extension pg_trgm");
	return started;
}

/**
 * Each makes its index of the records and gives what is asked of it: `search`, from a profile to the indices of at most ten
 * records, best first, each perhaps with the person's other records; and `indexBytes` where the memory of the process does not tell how large it is.
 */
export const contestants = {
	sameas: async (records) => {
		const { createResolver, explain } = await import("../../dist/index.js");
		const resolver = createResolver({ records });
		// What is put off until the first question belongs to the index.
		await resolver.resolve("@anybody");
		return {
			async search(profile) {
				const resolution = await resolver.resolve(profile);
				// Evidence is part of the answer, and so is its text.
				explain(resolution);
				return resolution.links
					.slice(0, 10)
					.map(({ record, duplicates }) => [record, ...duplicates].map(({ id }) => indexOf(id)));
			},
		};
	},
	minisearch: async (records) => {
		const { default: MiniSearch } = await import("minisearch");
		const index = new MiniSearch({ fields: ["name", "joined"] });
		index.addAll(documentsOf(records));
		return {
			search: (profile) =>
				index
					.search(queryOf(profile), { fuzzy: 0.2, prefix: true })
					.slice(0, 10)
					.map(({ id }) => id),
		};
	},
	"fuse.js": async (records) => {
		const { default: Fuse } = await import("fuse.js");
		// A second key takes three times as long and finds no more.
		const fuse = new Fuse(documentsOf(records), { keys: ["name"], ignoreLocation: true, threshold: 0.5 });
		// It reads 32 characters at a time, and a second run of them doubles the time.
		return {
			search: (profile) => fuse.search(queryOf(profile).slice(0, 32), { limit: 10 }).map(({ item }) => item.id),
		};
	},
	fuzzysort: async (records) => {
		const { default: fuzzysort } = await import("fuzzysort");
		// The letters may have others between them: the joined name finds no more.
		const targets = fuzzysort.snapshot(documentsOf(records), { key: "name" });
		return {
			search: (profile) =>
				fuzzysort.go(queryOf(profile), targets, { limit: 10, threshold: 0.2 }).map(({ obj }) => obj.id),
		};
	},
	ufuzzy: async (records) => {
		const { default: UFuzzy } = await import("@leeoniya/ufuzzy");
		const haystack = documentsOf(records).map(({ name, joined }) => `${name} ${joined}`);
		// One typo in each word of a name; in a handle letters left out, which typos would not reach.
		const inNames = new UFuzzy({ intraMode: 1 });
		const inHandles = new UFuzzy({ intraMode: 0, intraIns: Number.POSITIVE_INFINITY });
		return {
			search(profile) {
				const fuzzy = profile.displayName === undefined ? inHandles : inNames;
				const [found, info, order] = fuzzy.search(haystack, queryOf(profile), 2, 10_000);
				return order ? order.slice(0, 10).map((at) => info.idx[at]) : (found ?? []).slice(0, 10);
			},
		};
	},
	flexsearch: async (records) => {
		const { Charset, Index } = await import("flexsearch");
		const index = new Index({ tokenize: "forward", encoder: Charset.LatinBalance });
		for (const { id, name, joined } of documentsOf(records)) index.add(id, `${name} ${joined}`);
		return { search: (profile) => index.search(queryOf(profile), { limit: 10, suggest: true }) };
	},
	orama: async (records) => {
		const { create, insertMultiple, search } = await import("@orama/orama");
		const index = create({ schema: { name: "string", joined: "string" } });
		await insertMultiple(
			index,
			documentsOf(records).map(({ id, ...document }) => ({ id: String(id), ...document })),
			5_000,
		);
		return {
			async search(profile) {
				const { hits } = await search(index, { term: queryOf(profile), tolerance: 1, limit: 10 });
				return hits.map(({ id }) => Number(id));
			},
		};
	},
	levenshtein: async (records) => {
		const { distance } = await import("fastest-levenshtein");
		const names = documentsOf(records).map(({ joined }) => joined);
		return {
			search(profile) {
				const query = bare(queryOf(profile));
				const best = [];
				let worst = Number.POSITIVE_INFINITY;
				for (let id = 0; id < names.length; id++) {
					// Names whose length differs more cannot be nearer.
					if (Math.abs(names[id].length - query.length) >= worst) continue;
					const far = distance(query, names[id]);
					if (far >= worst) continue;
					const at = best.findIndex((other) => other.far > far);
					best.splice(at < 0 ? best.length : at, 0, { id, far });
					if (best.length > 10) best.pop();
					if (best.length === 10) worst = best[9].far;
				}
				return best.map(({ id }) => id);
			},
		};
	},
	// PostgreSQL, compiled for Node and run in the process: a server needs less time for the same, but has a wire in between.
	pg_trgm: async (records) => {
		database ??= await startDatabase();
		await database.exec("drop table if exists people; create table people (id int, name text, joined text)");
		for (let from = 0; from < records.length; from += 10_000) {
			const documents = documentsOf(records.slice(from, from + 10_000));
			await database.query("insert into people select * from unnest($1::int[], $2::text[], $3::text[])", [
				documents.map(({ id }) => from + id),
				documents.map(({ name }) => name),
				documents.map(({ joined }) => joined),
			]);
		}
		// A GiST index, asked for the nearest, finds a little more in ten times the time.
		await database.exec(
			"create index on people using gin (name gin_trgm_ops); create index on people using gin (joined gin_trgm_ops); analyze people",
		);
		const {
			rows: [{ bytes }],
		} = await database.query("select pg_total_relation_size('people')::int8 as bytes");
		return {
			indexBytes: Number(bytes),
			async search(profile) {
				const column = profile.displayName === undefined ? "joined" : "name";
				const { rows } = await database.query(
					`select id from people where ${column} % $1 order by similarity(${column}, $1) desc limit 10`,
					[queryOf(profile)],
				);
				return rows.map(({ id }) => id);
			},
		};
	},
};
