import { describe, expect, it } from "vitest";
import { atOnce, orFail, SameAsError } from "../src/errors.js";

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
