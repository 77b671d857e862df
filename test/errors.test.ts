import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { atOnce, orFail } from "../src/errors.js";
import { createResolver, defineScorer, SameAsError } from "../src/index.js";

const cause = new TypeError("cannot read todd@example.com");
const error = new SameAsError("SCORER", 'Scorer "x" threw.', { path: "emails.0", recordId: "todd@example.com", cause });

describe("an error", () => {
	it("has its cause and the record's id for those who ask", () => {
		expect([error.code, error.path, error.recordId, error.cause]).toEqual([
			"SCORER",
			"emails.0",
			"todd@example.com",
			cause,
		]);
		expect(SameAsError.is(error)).toBe(true);
	});

	it("shows neither when it is printed, nor in JSON", () => {
		for (const written of [
			inspect(error),
			inspect({ error }, { depth: 9 }),
			String(error),
			JSON.stringify(error),
			`${error.stack}`,
		]) {
			expect(written).not.toContain("todd@");
		}
		expect(inspect(error)).toMatch(
			/^SameAsError: Scorer "x" threw\.\n {4}at [\s\S]*{ code: "SCORER", path: "emails\.0", cause: not shown }$/,
		);
		expect(JSON.parse(JSON.stringify(error))).toEqual({ name: "SameAsError", code: "SCORER", path: "emails.0" });
	});

	it("of a scorer that sees a level it does not have names those that it has", async () => {
		const scorer = defineScorer({
			name: "bio",
			group: "context",
			levels: { same: { m: 0.5, u: 0.1, says: "The bio is the title" } },
			ofProfile: ({ bio }) => bio,
			ofRecord: ({ title }) => title,
			keys: { ofProfile: (bio) => [bio], ofRecord: (title) => [title] },
			compare: (bio) => ({ level: bio as "same", profileValue: bio, recordValue: bio }) as never,
		});
		const resolver = createResolver({ records: [{ id: "1", title: "todd@example.com" }], scorers: [scorer] });
		await expect(resolver.resolve({ bio: "todd@example.com" })).rejects.toThrow(
			'Scorer "bio" observed something that is none of its levels (same).',
		);
	});
});

describe("SameAsError.is", () => {
	it("knows one of another copy of the package, and nothing else", () => {
		const other = Object.assign(new Error("Broken."), { name: "SameAsError", code: "SHAPE" });
		expect(SameAsError.is(other)).toBe(true);
		for (const thrown of [new Error("Broken."), null, "SameAsError", { name: "SameAsError", code: "SHAPE" }])
			expect(SameAsError.is(thrown)).toBe(false);
	});

	it("looks at whatever has been thrown without throwing", () => {
		const { proxy, revoke } = Proxy.revocable({}, {});
		revoke();
		expect(SameAsError.is(proxy)).toBe(false);
	});
});

describe("orFail", () => {
	it("gives what is given, lets our own errors through and is the cause's error for all others", () => {
		expect(orFail("SHAPE", "Broken.", () => 5)).toBe(5);
		const own = new SameAsError("LIMIT", "Too long.");
		const fail = (error: unknown) => () => {
			throw error;
		};
		expect(() => orFail("SHAPE", "Broken.", fail(own))).toThrow(own);
		const cause = new TypeError("x is no function");
		expect(() => orFail("SHAPE", "Broken.", fail(cause))).toThrow(
			expect.objectContaining({ code: "SHAPE", message: "Broken.", cause }),
		);
	});
});

describe("atOnce", () => {
	const ask = (run: () => unknown) => () => atOnce("STORE", "The store", run, { recordId: "1" });
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();

	it("gives what is given, and names the plug-in for what is thrown, promised, or cannot be looked at", async () => {
		expect(ask(() => 5)()).toBe(5);
		const threw = { code: "STORE", message: "The store threw. Its error is the cause.", recordId: "1" };
		const cause = new TypeError("x is no function");
		const fail = ask(() => {
			throw cause;
		});
		expect(fail).toThrow(expect.objectContaining({ ...threw, cause }));
		expect(ask(() => proxy)).toThrow(expect.objectContaining(threw));
		const late = ask(() => Promise.reject(new Error("late")));
		const message = "The store gave a promise. It has to answer at once.";
		expect(late).toThrow(expect.objectContaining({ ...threw, message }));
	});
});
