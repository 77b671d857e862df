import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Payload, present } from "../src/payload.js";
import type { Warning } from "../src/types.js";

function open(value: unknown): { payload: Payload; warnings: Warning[] } {
	const warnings: Warning[] = [];
	return { payload: new Payload(value, "", warnings), warnings };
}

describe("a payload", () => {
	it("gives what stands under a key, with the path to it", () => {
		const { payload, warnings } = open({ data: { items: [{ name: " Ana " }, { name: null }] } });
		const [first, second] = payload.at("data", "items").items();
		expect(first?.at("name").text()).toBe("Ana");
		expect(first?.at("name").path).toBe("data.items.0.name");
		expect(second?.at("name").text()).toBeUndefined();
		expect(warnings).toEqual([]);
	});

	it.each<[string, unknown]>([
		["null", null],
		["undefined", undefined],
		["a blank", "  "],
		["an empty list", []],
	])("%s is not there, and no cause for a warning", (_, value) => {
		const { payload, warnings } = open({ value });
		const at = payload.at("value");
		expect([at.exists, at.text(), at.flag(), at.number(), at.time(), at.items().length]).toEqual([
			false,
			undefined,
			undefined,
			undefined,
			undefined,
			0,
		]);
		expect(warnings).toEqual([]);
	});

	it("says what it expected where something else stands, without showing it", () => {
		const { payload, warnings } = open({ name: { secret: 1 }, open: "perhaps", count: "many", at: "yesterday" });
		expect(payload.at("name").text()).toBeUndefined();
		expect(payload.at("open").flag()).toBeUndefined();
		expect(payload.at("count").number()).toBeUndefined();
		expect(payload.at("at").time()).toBeUndefined();
		expect(warnings).toEqual([
			{ code: "SHAPE", path: "name", reason: "Expected a text, found an object." },
			{ code: "SHAPE", path: "open", reason: "Expected true or false, found a string." },
			{ code: "SHAPE", path: "count", reason: "Expected a number, found a string." },
			{ code: "SHAPE", path: "at", reason: "Expected a date or a time, found a string that is none." },
		]);
	});

	it("reads flags and numbers that are written as texts", () => {
		const { payload } = open({ yes: "true", no: "0", count: "12" });
		expect([payload.at("yes").flag(), payload.at("no").flag(), payload.at("count").number()]).toEqual([
			true,
			false,
			12,
		]);
	});

	it("takes the first key that holds something", () => {
		const { payload } = open({ raw: "", html: "<p>Hello</p>" });
		expect(payload.first("raw", "html").path).toBe("html");
		expect(payload.first("title", "name").path).toBe("name");
	});

	it("one item may stand in place of a list; items that are no objects are warnings", () => {
		expect(open({ id: 1 }).payload.objects()).toHaveLength(1);
		const { payload, warnings } = open([{ id: 1 }, "x", null, { id: 2 }]);
		expect(payload.objects().map((item) => item.at("id").text())).toEqual(["1", "2"]);
		expect(warnings).toEqual([{ code: "SHAPE", path: "1", reason: "Expected an object, found a string." }]);
	});

	it("never throws, whatever it is given", () => {
		const { proxy, revoke } = Proxy.revocable({}, {});
		revoke();
		const hostile = {
			get trap(): never {
				throw new Error("secret");
			},
			proxy,
		};
		const walk = (value: unknown): void => {
			const { payload } = open(value);
			for (const at of [payload, payload.at("trap"), payload.at("proxy"), ...payload.items(), ...payload.objects()]) {
				at.text();
				at.flag();
				at.number();
				at.time();
				at.at("a", "b").items();
			}
		};
		expect(() => walk(hostile)).not.toThrow();
		fc.assert(fc.property(fc.anything({ withBigInt: true, withDate: true, withSparseArray: true }), walk));
	});
});

describe("the steps that readers take", () => {
	it("finds the items in an envelope, in pages of it, in a list, or alone", () => {
		const item = { id: 1 };
		const shapes = [{ results: [item] }, [{ results: [item] }], [item], item, { results: item }];
		for (const shape of shapes)
			expect(
				open(shape)
					.payload.unwrap("results")
					.map(({ value }) => value),
			).toEqual([item]);
		expect(open({ results: [] }).payload.unwrap("results")).toEqual([]);
	});

	it("knows a vendor's words by their own table, not by what every object has", () => {
		const { payload } = open({ status: 2, other: "constructor" });
		const words = { "2": "open" };
		expect(payload.at("status").among(words)).toBe("open");
		expect(payload.at("other").among(words)).toBeUndefined();
	});

	it("says when what is needed is not there", () => {
		const { payload, warnings } = open({ id: null });
		expect(payload.at("id").required()).toBeUndefined();
		expect(warnings).toEqual([{ code: "SHAPE", path: "id", reason: "Expected a text, found nothing." }]);
	});

	it("leaves out keys that hold nothing, and keeps what is false", () => {
		expect(present({ a: undefined, b: false, c: "" })).toEqual({ b: false, c: "" });
	});
});

it("holes in a list are no items, and the others keep their places", () => {
	const list = [1, undefined, null, 2];
	list.length = 4_000_000_000;
	const warnings: Warning[] = [];
	expect(new Payload(list, "", warnings).items().map(({ path }) => path)).toEqual(["0", "2", "3"]);
	expect(warnings.map(({ code }) => code)).toEqual(["LIMIT"]);
});
