import { describe, expect, it } from "vitest";
import { orFail, SameAsError } from "../src/errors.js";

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
