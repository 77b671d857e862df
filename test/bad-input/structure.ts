/** Objects that defend themselves, lists and depths without end, ids that are nearly the same. */
import { createResolver } from "sameas";
import { fromCsv, fromIntercom } from "sameas/crm";
import { fromX } from "sameas/platforms";
import { expect } from "vitest";
import { ask, codesAt, type Entry, found, takeIn, timed, who } from "./doors.js";

const SECRET = "secret@example.com";
const trap = (): never => {
	throw new Error(SECRET);
};
const throwingProxy = new Proxy({}, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap });

function revoked(): object {
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	return proxy;
}

/** Readers of payloads go on after it, and tell nothing of it. */
async function readersGoOn(item: unknown): Promise<void> {
	const good = { id: "7", username: "anacosta", name: "Ana Costa" };
	const network = await timed(() => fromX({ data: [item, { ...good, name: item }, good] }));
	expect(network.profiles).toContainEqual(expect.objectContaining({ handle: "anacosta", displayName: "Ana Costa" }));
	const contact = { type: "contact", id: "c7", role: "user", name: "Ana Costa", email: "ana@example.com" };
	const crm = await timed(() => fromIntercom({ data: [item, contact] }));
	expect(crm.records.map(({ id }) => id)).toEqual(["intercom:c7"]);
	expect(JSON.stringify([network.warnings, crm.warnings])).not.toContain(SECRET);
}

function unpolluted(): void {
	expect({}).not.toHaveProperty("polluted");
	expect(Object.keys(Object.prototype)).toEqual([]);
}

export const structure: readonly Entry[] = [
	{
		number: 35,
		name: "an own key __proto__",
		result: "is passed over, in attributes with a warning SHAPE; no prototype changes",
		async check() {
			const text =
				'{"id":"1","name":"Todd","__proto__":{"polluted":true},"attributes":{"__proto__":"x","tier":"gold"},"consent":{"__proto__":{"doNotMatch":true}}}';
			const { resolver, codes } = await takeIn(JSON.parse(text) as object);
			const record = resolver.get("1");
			expect(record?.attributes).toEqual({ tier: "gold" });
			expect(Object.getPrototypeOf(record?.attributes)).toBe(Object.prototype);
			expect(record?.consent).toEqual({});
			expect(codes).toEqual(["SHAPE attributes"]);
			await readersGoOn(JSON.parse('{"__proto__":{"polluted":true,"id":"9"}}'));
			const { records } = await timed(() => fromCsv("Id,__proto__,Name\n1,x,Todd"));
			expect(records[0]?.names).toEqual([{ full: "Todd" }]);
			unpolluted();
		},
	},
	{
		number: 36,
		name: "constructor.prototype",
		result: "is passed over, in attributes with a warning SHAPE; no prototype changes",
		async check() {
			const item = { constructor: { prototype: { polluted: true } } };
			const { resolver, codes } = await takeIn({ name: "Todd", ...item, attributes: item });
			expect(resolver.get("1")?.attributes).toEqual({});
			expect(codes).toEqual(["SHAPE attributes"]);
			await readersGoOn(item);
			unpolluted();
		},
	},
	{
		number: 37,
		name: "toJSON, toString and toPrimitive that throw",
		result: "are never called: each field is left out with a warning SHAPE",
		async check() {
			const hostile = { toJSON: trap, toString: trap, valueOf: trap, [Symbol.toPrimitive]: trap };
			const { codes } = await takeIn({ name: hostile, email: hostile, handles: [hostile], title: hostile });
			expect(codes).toEqual(["SHAPE name", "SHAPE handles.0", "SHAPE title", "SHAPE email", "SHAPE "]);
			expect((await ask({ handle: hostile, bio: hostile })).codes).toEqual(["SHAPE handle", "SHAPE bio"]);
			await readersGoOn(hostile);
		},
	},
	{
		number: 38,
		name: "a getter that throws",
		result: "costs its field: warning SHAPE without what was thrown",
		async check() {
			const { resolver, ingested, codes } = await takeIn(
				Object.defineProperty({ name: "Todd" }, "email", { get: trap, enumerable: true }),
			);
			expect(resolver.get("1")?.names).toEqual([{ full: "Todd" }]);
			expect(codes).toEqual(["SHAPE email"]);
			expect(JSON.stringify(ingested)).not.toContain(SECRET);
			const asked = await ask(Object.defineProperty({ handle: "todd" }, "bio", { get: trap, enumerable: true }));
			expect(asked.codes).toEqual(["SHAPE bio"]);
			await readersGoOn(Object.defineProperty({}, "id", { get: trap, enumerable: true }));
		},
	},
	{
		number: 39,
		name: "a Proxy that throws, or is revoked",
		result: "is quarantined as a record (SHAPE at id), costs one field inside one, and is an empty profile",
		async check() {
			for (const proxy of [throwingProxy, revoked()]) {
				const resolver = await timed(() => createResolver({ records: [proxy as never] }));
				expect(codesAt(resolver.ingested.quarantined)).toEqual(["SHAPE id"]);
				const { resolver: other, codes } = await takeIn({
					name: "Todd",
					title: proxy,
					email: proxy,
					attributes: proxy,
				});
				expect(other.get("1")).toMatchObject({ names: [{ full: "Todd" }], emails: [], attributes: {} });
				expect(codes.filter((code) => !code.startsWith("SHAPE email."))).toEqual(["SHAPE title", "SHAPE attributes"]);
				expect(found(await ask(proxy))).toBe("insufficient nobody");
				await readersGoOn(proxy);
			}
		},
	},
	{
		number: 40,
		name: "a circle",
		result: "is not walked: fields that hold it are left out with warnings SHAPE",
		async check() {
			const circle: Record<string, unknown> = { name: "Todd" };
			circle["organization"] = circle;
			circle["attributes"] = circle;
			const { resolver, codes } = await takeIn(circle);
			expect(resolver.get("1")?.names).toEqual([{ full: "Todd" }]);
			expect(codes).toEqual(["SHAPE organization", "SHAPE attributes", "SHAPE attributes"]);
			const payload: Record<string, unknown> = {};
			for (const key of ["data", "includes", "author", "items"]) payload[key] = payload;
			await readersGoOn(payload);
		},
	},
	{
		number: 41,
		name: "a list of four thousand million holes",
		result: "is read up to the cap: warning LIMIT; what stands in its beginning is kept",
		async check() {
			const sparse: unknown[] = [];
			sparse[3] = "todd@example.com";
			sparse.length = 4_000_000_000;
			const { resolver, codes } = await takeIn({ emails: sparse });
			expect(resolver.get("1")?.emails).toEqual([{ value: "todd@example.com" }]);
			expect(codes).toEqual(["LIMIT emails"]);
			expect((await ask({ emails: sparse })).codes).toEqual(["LIMIT emails"]);
			const users: unknown[] = [{ id: "7", username: "anacosta" }];
			users.length = 4_000_000_000;
			const { profiles, warnings } = await timed(() => fromX({ data: users }));
			expect(profiles.map(({ handle }) => handle)).toEqual(["anacosta"]);
			expect(codesAt(warnings)).toEqual(["LIMIT data"]);
		},
	},
	{
		number: 42,
		name: "a depth of 100,000",
		result: "is not walked: fields that hold it are left out with warnings SHAPE",
		async check() {
			let deep: unknown = "todd";
			for (let level = 0; level < 100_000; level++) deep = level % 2 ? [deep] : { value: deep, name: deep };
			const { resolver, codes } = await takeIn({ name: deep, emails: deep, attributes: { deep }, organization: deep });
			expect(resolver.get("1")).toMatchObject({ names: [], emails: [], attributes: {} });
			expect(codes).toEqual([
				"SHAPE name.0",
				"SHAPE organization",
				"SHAPE emails.0.value",
				"SHAPE attributes",
				"SHAPE ",
			]);
			await readersGoOn(deep);
		},
	},
	{
		number: 43,
		name: "ids that differ only in case or in normal form",
		result: "are different ids",
		async check() {
			const ids = ["A1", "a1", "\u00e9", "e\u0301"];
			const resolver = await timed(() => createResolver({ records: ids.map((id) => ({ id, name: `Todd ${id}` })) }));
			expect(resolver.size).toBe(4);
			expect(ids.map((id) => resolver.get(id)?.id)).toEqual(ids);
			expect(resolver.remove("a1")).toBe(true);
			expect(resolver.get("A1")).toBeDefined();
		},
	},
	{
		number: 44,
		name: "the ids 01, 1e3 and 2^53 + 1",
		result: "texts stay as they are written; a number above 2^53 - 1 is quarantined (SHAPE at id)",
		async check() {
			for (const id of ["01", "1e3"]) expect((await takeIn({ id, name: "Todd" })).resolver.get(id)?.id).toBe(id);
			expect((await takeIn({ id: 2 ** 53 + 1, name: "Todd" })).codes).toEqual(["SHAPE id"]);
			const { records } = await timed(() =>
				fromCsv("Id,Name\n01,Todd Defren\n1e3,Ana Costa\n9007199254740993,Bruno Keller"),
			);
			expect(records.map(({ id }) => id)).toEqual(["csv:01", "csv:1e3", "csv:9007199254740993"]);
			expect(found(await who({ id: "01", name: "Todd Defren" }, { displayName: "Todd Defren" }))).toBe("link 01");
		},
	},
];
